"""python -m docs.take_pictures [FOLDER]: photograph every page of the running app.

Into `docs/pictures` by default, where the README's picture comes from; both widths, light and
dark, when another folder is named (to look at a change).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.server import Server

HOME = Path(__file__).parent / "pictures"
README_PAGES = {
    "overview": "/",
    "over-time": "/over-time?claimant=prosecutor-general-ua&measure=cases_opened&offence=awol",
}
EVERY_PAGE = {
    "overview": "/",
    "over-time": "/over-time?measure=cases_in_court&offence=awol",
    "over-time-aid": "/over-time?claimant=idite-lesom&measure=help_requests",
    "by-unit": "/by-unit?measure=left_unit&force=russia",
    "by-source": "/by-source?measure=left_unit",
    "other-answers": "/by-source?look=Other+answers",
    "changed": "/by-source?look=Changed+on+the+way",
    "printed-when": "/by-source?look=Printed+when",
    "empty": "/over-time?measure=verdicts&claimant=idite-lesom",
    "not-found": "/over-time/2025",
    "coverage": "/data-quality?force=russia",
    "all-figures": "/all-figures",
    "check": "/check?q=18000",
    "checks": "/data-quality?tab=Checks",
    "about": "/about",
    "figure": "/figure?id=hur-southern-military-district-2024-04",
    "figure-verdicts": "/figure?id=mediazona-awol-verdicts-2024-03",
}


def main(folder: Path, pages: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sizes = (1280, 390) if folder != HOME else (1280,)
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = Server(Path(scratch))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for scheme in schemes if folder != HOME else schemes[:1]:
            for width in sizes:
                page = browser.new_page(
                    viewport={"width": width, "height": 800}, color_scheme=scheme
                )
                for name, path in pages.items():
                    _take(
                        page,
                        server.url + path,
                        folder / f"{name}-{width}-{scheme}.png",
                        width,
                        folder != HOME,
                    )
        browser.close()
        server.stop()


def _take(page: Page, url: str, target: Path, width: int, whole: bool) -> None:
    """Wait until the page has settled, then write the picture (of the whole page, if asked)."""
    page.set_viewport_size({"width": width, "height": 800 if whole else 1_130})
    page.goto(url)
    page.wait_for_selector("h1", timeout=90_000)
    _settle(page)
    if whole:
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(height, 4_000)})
        _settle(page)
    page.screenshot(path=target)


def _settle(page: Page) -> None:
    """Wait until nothing is loading and nothing has moved for a moment."""
    page.wait_for_timeout(700)
    for waiting in ("[data-testid=stSkeleton]", "[data-stale=true]"):
        expect(page.locator(waiting)).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(1_000)


if __name__ == "__main__":
    named = sys.argv[1:]
    wanted = {k: v for k, v in EVERY_PAGE.items() if k in named[1:]} or EVERY_PAGE
    main(*((Path(named[0]), wanted) if named else (HOME, README_PAGES)))
