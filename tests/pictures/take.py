"""Pictures of the app on fixed data: at both widths, light and dark, half as large as on screen."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.browser.server import ROOT, Server
from tests.browser.settle import Scheme, open_page, turn

ACCEPTED = Path(__file__).parent / "accepted"
FIXED = ROOT / "charts" / "example.yaml"
PAGES = {
    "over-time": "/over-time",
    "by-unit": "/by-unit",
    "by-source": "/by-source",
    "coverage": "/data-quality",
    "figure": "/figure?id=whole",
}
DAY = 1_700_000_000
"""Seconds since 1970: captions name the day on which the data was last changed."""
HEIGHTS = {1280: 1500, 390: 1800}
SHOTS: dict[int, tuple[Scheme, Scheme]] = {1280: ("light", "dark"), 390: ("dark", "light")}
"""Width by width, with one turn from light to dark or back for each."""


def serve_fixed(folder: Path) -> Server:
    """A server on its own copy of the fixed data, of the same day in every run."""
    copy = shutil.copy(FIXED, folder / FIXED.name)
    os.utime(copy, (DAY, DAY))
    return Server(folder, {"DESERTION_DATA": str(copy)})


def take(page: Page, server: Server, name: str) -> Iterator[tuple[str, Image.Image]]:
    """The pictures of one page of the dashboard with the names of their files."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": HEIGHTS[1280]})
    open_page(page, server, PAGES[name])
    for width, schemes in SHOTS.items():
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        for scheme in schemes:
            turn(page, scheme)
            yield f"{name}-{width}-{scheme}.png", _shrink(page.screenshot())


def _shrink(png: bytes) -> Image.Image:
    """Half as wide, which evens out how a machine smooths letters."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    return whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.BOX)
