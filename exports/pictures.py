"""A chart in, a file that shows it out: PNG or SVG drawn by a local Chromium, else HTML.

Kaleido and a Chromium are not on every machine; `find_formats` says what can be made here. The
HTML holds plotly.js and its own button for a picture, so that nobody is left without one.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

Spec = Mapping[str, Any]
"""A chart as plotly's JSON; its layout has width and height in pixels."""

MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "html": "text/html"}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SHARPNESS = 2
_one_at_a_time = Lock()
"""A Chromium costs 200 MB; however many readers click, one runs."""


@cache
def find_formats() -> tuple[str, ...]:
    """`png` and `svg` where Kaleido and a Chromium are installed, `html` everywhere."""
    drawable = find_spec("kaleido") is not None and find_browser() is not None
    return ("png", "svg", "html") if drawable else ("html",)


@cache
def find_browser() -> str | None:
    """The path of a Chromium on this machine."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def write_picture(chart: Any, ending: str) -> bytes:
    """A plotly figure as a file of this ending; its layout has width and height in pixels."""
    if ending == "html":
        return _write_html(chart).encode()
    return write_pictures([chart.to_dict()], ending)[0]


def write_pictures(charts: Sequence[Spec], ending: str, plotly: Path | None = None) -> list[bytes]:
    """All of them by one Chromium, each as PNG or SVG; with another plotly.js where that is named.

    Drawn in a thread of its own, for the thread that asks may have an event loop already.
    """
    with _one_at_a_time, ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _draw(charts, ending, plotly)).result()


async def _draw(charts: Sequence[Spec], ending: str, plotly: Path | None) -> list[bytes]:
    from kaleido import Kaleido  # slow to import, and not installed everywhere

    from exports.silent import SilentChromium

    # Without `mathjax` its page would ask another host for a script.
    browser = {"path": find_browser(), "browser_cls": SilentChromium}
    async with Kaleido(n=1, plotlyjs=plotly, mathjax=False, **browser) as chromium:
        options = {"format": ending, "scale": _SHARPNESS if ending == "png" else 1}
        sizes = [
            {"width": chart["layout"]["width"], "height": chart["layout"]["height"]}
            for chart in charts
        ]
        return [
            bytes(await chromium.calc_fig(chart, opts=options | size))
            for chart, size in zip(charts, sizes, strict=True)
        ]


def _write_html(chart: Any) -> str:
    config = {"displaylogo": False, "toImageButtonOptions": {"format": "svg"}}
    return str(chart.to_html(include_plotlyjs=True, config=config))
