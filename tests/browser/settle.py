"""Open a page and wait until nothing on it is loading or moving."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.server import Server


def open_page(page: Page, server: Server, path: str) -> None:
    page.goto(server.url + path)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the script has run, every chart is drawn, and nothing is stale."""
    page.locator("h1, h2, h3").first.wait_for(timeout=90_000)
    page.wait_for_timeout(300)
    for waiting in (
        "[data-testid=stSkeleton]",
        "[data-stale=true]",
        "[data-testid=stStatusWidget]",
    ):
        expect(page.locator(waiting)).to_have_count(0, timeout=60_000)
    undrawn = page.locator("[data-testid=stPlotlyChart]:not(:has(.main-svg))")
    expect(undrawn).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(500)
