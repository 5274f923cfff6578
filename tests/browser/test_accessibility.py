"""Every page under axe-core (WCAG 2.2 A and AA, and best practice), light and dark.

No rule is excused. What axe cannot see and the platform does not give yet, each with the thread in
which it is asked for:

* The marks of a chart cannot be reached by key: plotly/plotly.js#562. The table below has them all.
* The menu in the head of a table's column cannot either: streamlit/streamlit#13332. The filters and
  the CSV do what it does.
* A filter chosen in the main part of a dark page has white words on light blue:
  streamlit/streamlit#12801. In the sidebar a darker blue mends it.
* The page's language is always English, whatever a part of it is in: streamlit/streamlit#8399. The
  titles of articles carry their own.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.server import Server
from tests.browser.settle import open_page, settle

pytestmark = pytest.mark.browser

FIGURE = "/figure?id=hur-southern-military-district-2024-04"
PAGES = (
    "/",
    "/over-time?measure=verdicts",
    "/by-unit?measure=left_unit&force=russia",
    "/by-source?claimant=hur",
    "/by-source?look=Rival+answers&measure=cases_in_court",
    "/by-source?look=Changed+on+the+way",
    "/by-source?look=Printed+when&claimant=hur",
    "/coverage?claimant=hur",
    "/all-figures?claimant=hur",
    "/desk-check?number=18000",
    "/checks",
    "/about",
    FIGURE,
    "/over-time?measure=verdicts&chart=time-during&embed=true",
)


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A reader whose page takes axe's script in, which the content policy would keep out."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_wrong_in_light_or_dark(reader: Page, server: Server, path: str) -> None:
    reader.emulate_media(color_scheme="light")
    open_page(reader, server, path)
    assert find_faults(reader) == []
    reader.emulate_media(color_scheme="dark")
    settle(reader)
    assert find_faults(reader, ["color-contrast"]) == []


def find_faults(page: Page, rules: list[str] | None = None) -> list[tuple[str, str]]:
    """Rule and element of every violation; in the dark only the colours can be others."""
    options = {"runOnly": rules} if rules else None
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:300]) for one in found]
