"""Pictures of the app on fixed data: at both widths, light and dark, half as large as on screen."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, expect

from charts.style import DARK, LIGHT, Ink
from tests.browser.server import ROOT, Server
from tests.browser.settle import open_page, settle

ACCEPTED = Path(__file__).parent / "accepted"
FIXED = ROOT / "charts" / "example.yaml"
PAGES = {
    "over-time": "/over-time",
    "by-unit": "/by-unit",
    "by-source": "/by-source",
    "coverage": "/coverage",
    "figure": "/figure?id=whole",
}
HEIGHTS = {1280: 1500, 390: 1800}
INKS: dict[Literal["light", "dark"], Ink] = {"light": LIGHT, "dark": DARK}


def serve_fixed(folder: Path) -> Server:
    """A server on its own copy of the fixed data."""
    copy = shutil.copy(FIXED, folder / FIXED.name)
    return Server(folder, {"DESERTION_DATA": str(copy)})


def take(browser: Browser, server: Server, name: str) -> Iterator[tuple[str, Image.Image]]:
    """The pictures of one page with the names of their files."""
    for scheme, ink in INKS.items():
        page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
        open_page(page, server, PAGES[name])
        for chart in page.locator(".js-plotly-plot .main-svg:first-child").all():
            expect(chart).to_have_css("background-color", _css(ink.paper))
        for width, height in HEIGHTS.items():
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            yield f"{name}-{width}-{scheme}.png", _shrink(page.screenshot())
        page.close()


def _css(color: str) -> str:
    """`#15181C` -> `rgb(21, 24, 28)`."""
    return f"rgb({', '.join(str(int(color[place : place + 2], 16)) for place in (1, 3, 5))})"


def _shrink(png: bytes) -> Image.Image:
    """Half as wide, which evens out how a machine smooths letters."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    return whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.BOX)
