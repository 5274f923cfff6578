"""What tests in several folders share: one Chromium, the order, who runs what, no deadlines."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from streamlit.components.v2 import manifest_scanner
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from charts.look.drawing import Drawing
from tests.browser.chromium import ARGUMENTS, MEND, find_chromium

ONE_RENDERER = "--process-per-site"
"""What one page has compiled the next one has: it opens in 4 s instead of 7."""
ROOM_FOR_NEW = "--js-flags=--min-semi-space-size=64"
"""MB: a page that lives for seconds need not be tidied meanwhile, a fifth of its CPU."""

# The same examples in every run and no deadlines: a busy machine must not fail what a quiet one
# passes. With FUZZ_MUTANTS set, new examples are looked for.
settings.register_profile(
    "same-every-run",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("looking", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("looking" if os.environ.get("FUZZ_MUTANTS") else "same-every-run")


WHOLE = (
    "tests/browser/test_dashboard.py",
    "tests/browser/test_editing.py",
    "tests/browser/test_reading.py",
    "tests/exports/test_site.py",
    "tests/exports/test_site_in_browser.py",
    "tests/pictures/test_pictures.py",
    "tests/server/test_running.py",
    "tests/trust/test_files.py",
    "tests/trust/test_in_browser.py",
    "tests/trust/test_pages.py",
)
"""Files that make something large for all their tests: a server, the site, a reader's session."""


class Shares(LoadScopeScheduling):
    """Hands a whole file to one process where it is one of those, else test by test, in order.

    The groups that xdist offers for this are not seen by it since pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return path if path in WHOLE else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Shares:
    config.option.loadscopereorder = False
    return Shares(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with browser tests come last: from then on Playwright holds this thread's event loop.

    Of these the walk through every page is the very last: shared out page by page it keeps all
    processes at work until the end.
    """
    late = {item.path for item in items if is_in_browser(item)}  # a file may be shared out whole
    items.sort(key=lambda item: (item.path in late, item.path.stem == "test_every_page"))


def is_in_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Started once: a process can drive only one at a time."""
    path = find_chromium()
    assert path, MEND
    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, ONE_RENDERER, ROOM_FOR_NEW]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def look_for_components_once() -> Iterator[None]:
    """Every AppTest looks through all installed packages: 0.3 s for each page of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        look = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", look)
        yield


@pytest.fixture(scope="session", autouse=True)
def check_each_chart() -> Iterator[None]:
    """Plotly checks here what pages draw unchecked: all of it is known to it and stays as it is."""
    write = Drawing.to_json

    def checked(drawing: Drawing) -> str:
        drawn = json.loads(write(drawing))
        figure = json.loads(drawing.figure().to_json())
        drawn["layout"] = {key: value for key, value in drawn["layout"].items() if value != []}
        assert figure == drawn
        return write(drawing)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Drawing, "to_json", checked)
        yield
