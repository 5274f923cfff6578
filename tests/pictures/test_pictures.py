"""The pages look as they were accepted: `make pictures` takes the pictures anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page

from tests.browser.server import Server
from tests.browser.settle import IMPATIENT, INKS
from tests.pictures.compare import share_that_differs
from tests.pictures.take import ACCEPTED, HEIGHTS, PAGES, serve_fixed, take

MOST = 0.004
"""The share of pixels that may differ: less than one small bar of a chart."""


@pytest.fixture(scope="module")
def fixed_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = serve_fixed(tmp_path_factory.mktemp("pictures"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One reader of all pages: what the first has fetched the others have."""
    page = browser.new_page()
    page.add_init_script(IMPATIENT)
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_a_page_looks_as_it_was_accepted(
    reader: Page, fixed_server: Server, tmp_path: Path, page: str
) -> None:
    differing = {}
    for name, picture in take(reader, fixed_server, page):
        picture.save(tmp_path / name)
        share = share_that_differs(picture, Image.open(ACCEPTED / name))
        if share > MOST:
            differing[str(tmp_path / name)] = f"{share:.2%} differ"
    assert differing == {}


def test_there_is_an_accepted_picture_of_every_page_width_and_scheme_and_no_other() -> None:
    wanted = {f"{p}-{w}-{s}.png" for p in PAGES for w in HEIGHTS for s in INKS}
    assert {path.name for path in ACCEPTED.iterdir()} == wanted


def test_a_missing_bar_is_seen_and_a_smoothed_edge_is_not() -> None:
    bars, fewer, smooth = (Image.new("RGB", (640, 750), "#FCFBF9") for _ in range(3))
    for image, places in ((bars, (100, 200)), (fewer, (100,)), (smooth, (100, 200))):
        for x in places:
            ImageDraw.Draw(image).rectangle((x, 300, x + 40, 400), fill="#0B5CAD")
    for x in (99, 199):
        ImageDraw.Draw(smooth).line((x, 300, x, 400), fill="#E4EAF0")
    assert share_that_differs(bars, fewer) > MOST
    assert share_that_differs(bars, smooth) <= MOST
    assert share_that_differs(bars, bars.crop((0, 0, 640, 749))) == 1.0
