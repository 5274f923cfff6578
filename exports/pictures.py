"""A chart in, a file that shows it out: PNG or SVG drawn by a local Chromium, else HTML.

Kaleido and a Chromium are not on every machine; `find_formats` says what can be made here. The
HTML holds plotly.js and its own button for a picture, so that nobody is left without one.

Kaleido starts a Chromium with all its services on, which look up and call an account, an update and
a search host for every picture. Here every name is unknown, every address lies behind a proxy that
is not there, and most services are off besides.
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
from typing import Any, NamedTuple

Spec = Mapping[str, Any]
"""A chart as plotly's JSON; its layout has width and height in pixels."""


class Wanted(NamedTuple):
    """A picture to be made."""

    chart: Spec
    ending: str
    """`png` or `svg`."""
    scale: int = 1
    """How many dots of a PNG a pixel has, in width and in height."""


MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "html": "text/html"}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NO_NETWORK = (
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-domain-reliability",
)
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
    wanted = Wanted(chart.to_dict(), ending, _SHARPNESS if ending == "png" else 1)
    return write_pictures([wanted])[0]


def write_pictures(charts: Sequence[Wanted], plotly: Path | None = None) -> list[bytes]:
    """All of them by one Chromium; with another plotly.js than Python's where that is named.

    Drawn in a thread of its own, for the thread that asks may have an event loop already.
    """
    with _one_at_a_time, ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _draw(charts, plotly)).result()


async def _draw(charts: Sequence[Wanted], plotly: Path | None) -> list[bytes]:
    # Slow to import, and not installed everywhere.
    from choreographer.browsers.chromium import Chromium
    from kaleido import Kaleido

    class Silent(Chromium):
        def get_cli(self) -> Sequence[str]:
            return [*super().get_cli(), *NO_NETWORK]

    # Without `mathjax` its page would ask another host for a script.
    browser = {"path": find_browser(), "browser_cls": Silent}
    async with Kaleido(n=1, plotlyjs=plotly, mathjax=False, **browser) as chromium:
        options = [{"format": one.ending, "scale": one.scale} for one in charts]
        pairs = zip(charts, options, strict=True)
        return [bytes(await chromium.calc_fig(one.chart, opts=own)) for one, own in pairs]


def _write_html(chart: Any) -> str:
    config = {"displaylogo": False, "toImageButtonOptions": {"format": "svg"}}
    return str(chart.to_html(include_plotlyjs=True, config=config))
