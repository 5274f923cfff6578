"""Open a page and wait until nothing on it is loading or moving."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Page, expect

from charts.look.style import DARK, LIGHT, Ink
from tests.browser.server import Server

WAITING = (
    "[data-testid=stApp]:not([data-test-script-state=notRunning])",
    "[data-testid=stSkeleton]",
    "[data-stale=true]",
    "[role=figure][aria-busy=true]",
)
"""What there is on a page that is not ready."""
Scheme = Literal["light", "dark"]
INKS: dict[Scheme, Ink] = {"light": LIGHT, "dark": DARK}


def open_page(page: Page, server: Server, path: str) -> None:
    page.goto(server.url + path)
    settle(page)


def settle(page: Page) -> None:
    """Wait until a page is ready and nothing on it moves, also after a click or a turn."""
    page.locator("h1, h2, h3").first.wait_for(timeout=90_000)
    page.wait_for_timeout(300)
    wait_until_ready(page)
    page.wait_for_timeout(500)


def wait_until_ready(page: Page) -> None:
    """Wait until the script of a page that is loading has run and every chart near is drawn."""
    for waiting in WAITING:
        expect(page.locator(waiting)).to_have_count(0, timeout=60_000)


def turn(page: Page, scheme: Scheme) -> None:
    """Light or dark, once every chart has followed."""
    page.emulate_media(color_scheme=scheme)
    for chart in page.locator(".js-plotly-plot .main-svg:first-child").all():
        expect(chart).to_have_css("background-color", _css(INKS[scheme].paper))
    settle(page)


def _css(color: str) -> str:
    """`#15181C` -> `rgb(21, 24, 28)`."""
    return f"rgb({', '.join(str(int(color[place : place + 2], 16)) for place in (1, 3, 5))})"
