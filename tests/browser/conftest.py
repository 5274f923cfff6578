"""A real server on a copy of the real data, and a reader in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.browser.server import Server
from tests.browser.settle import IMPATIENT


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"))
    yield server
    server.stop()


expect.set_options(timeout=30_000)  # a busy machine is no fault of the page


def is_missing_page(said: ConsoleMessage) -> bool:
    """A page that there is not says so with 404; files have a dot in their names, Streamlit's own
    questions an underscore."""
    path = urlsplit(said.location["url"]).path
    return "404 (Not Found)" in said.text and "." not in path and "/_" not in path


class Watched:
    """What a page must not do: print errors to the console, or ask another host."""

    def __init__(self, context: BrowserContext) -> None:
        self.console: list[str] = []
        self.foreign: list[str] = []
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.console.append(str(error.error)))
        context.on("request", lambda request: self._note(request.url))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not is_missing_page(said):
            self.console.append(f"{said.text} {said.location['url']}")

    def _note(self, url: str) -> None:
        if urlsplit(url).hostname not in ("localhost", None):
            self.foreign.append(url)


FORGET = "try { localStorage.clear(); } catch {}"
"""Streamlit notes for good that a reader closed the filters: on a phone, in the test before."""


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """One window for all tests: what one page has fetched and compiled the next one has."""
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(FORGET + IMPATIENT)
    tab = context.new_page()
    tab.set_default_timeout(60_000)
    yield tab
    context.close()


@pytest.fixture
def newcomer(tab: Page) -> Iterator[Page]:
    """A reader in another tab, whose history is empty: Chromium keeps 50 steps, and the tab that
    all tests share has them long before the last."""
    newcomer = tab.context.new_page()
    newcomer.set_viewport_size({"width": 1280, "height": 800})
    yield newcomer
    newcomer.close()


@pytest.fixture(scope="session")
def watched(tab: Page) -> Watched:
    return Watched(tab.context)


@pytest.fixture
def page(tab: Page, watched: Watched) -> Iterator[Page]:
    """A reader at 1280 × 800; errors and requests to other hosts fail the test."""
    watched.console.clear()
    watched.foreign.clear()
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(color_scheme="light", media="screen", reduced_motion="no-preference")
    yield tab
    tab.goto("about:blank")
    assert watched.console == []
    assert watched.foreign == []
