"""What tests in several folders share: the one Chromium of a run, and when its turn comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ARGUMENTS, MEND, find_chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: from then on Playwright holds the event loop of this thread."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Started once: a process can drive only one at a time."""
    path = find_chromium()
    assert path, MEND
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
