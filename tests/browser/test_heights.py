"""Pages are short: unfiltered, on the real data, in a window of 1280 pixels."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.settle import open_page

pytestmark = pytest.mark.browser

MOST = {"/": 2400, "/all-figures": 2400}
"""Page -> its height in pixels at most."""
HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


@pytest.mark.parametrize("path", list(MOST))
def test_a_page_of_the_whole_ledger_is_no_longer_than_promised(
    page: Page, server: Server, path: str
) -> None:
    open_page(page, server, path)
    assert page.evaluate(HEIGHT) <= MOST[path]
