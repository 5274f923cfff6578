"""How far two pictures differ to the eye: two images in, the share of pixels that differ out.

The distance of two colours is that of Kotsarenko and Ramos (2010), "Measuring perceived color
difference using YIQ NTSC transmission color space", as pixelmatch uses it.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

_YIQ = np.array(
    [
        [0.29889531, 0.58662247, 0.11448223],
        [0.59597799, -0.27417610, -0.32180189],
        [0.21147017, -0.52261711, 0.31114694],
    ]
)
_WEIGHTS = np.array([0.5053, 0.299, 0.1957])
_FARTHEST = 35215.0
"""The distance of black and white."""
VISIBLE = 0.01
"""Share of that distance from which a pixel counts as different."""


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """From 0 to 1; pictures of different sizes differ in full."""
    if one.size != other.size:
        return 1.0
    delta = (_soften(one) - _soften(other)) @ _YIQ.T
    return float((((delta**2) @ _WEIGHTS) / _FARTHEST > VISIBLE).mean())


def _soften(image: Image.Image) -> np.ndarray:
    """A little blurred, so that a letter half a pixel further is the same letter."""
    return np.asarray(image.convert("RGB").filter(ImageFilter.BoxBlur(1)), dtype="float64")
