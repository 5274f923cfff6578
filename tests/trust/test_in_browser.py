"""The same texts in a real Chromium in front of a server that may call nobody."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages.menu import PAGES
from pages.shared.text import WORD_JOINER
from tests.browser.conftest import Watched
from tests.browser.server import Server
from tests.browser.settle import wait_until_ready
from tests.trust.payloads import JOINED, PAYLOADS, write_ledger

pytestmark = [pytest.mark.browser, pytest.mark.long]

AT_THE_START = ("# no heading", "- no list", "1. no list", "> no quotation", "+1+1")
"""What has a meaning only where a text begins with it."""
HOOK = Path(__file__).parent / "egress"
FOUND = """() => ({
  text: document.body.innerText,
  foreign: [...document.querySelectorAll(
    'img, image, picture, video, audio, iframe, object, embed, base, [onerror], [onload]'
  )].map((one) => one.outerHTML),
  links: [...document.querySelectorAll('a, area')].map(
    (one) => one.getAttribute('href') ?? one.getAttribute('xlink:href') ?? ''),
  globals: Object.keys(window).filter((name) => name.includes('pwned')),
  broken: window.brokenPolicy,
})"""
OWN_HOSTS = {None, "localhost", "example.org", "creativecommons.org"}
"""Ours, and that of the articles' addresses."""
NOTE_BROKEN_POLICY = """
window.brokenPolicy = [];
addEventListener('securitypolicyviolation',
  (event) => brokenPolicy.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a server under the hook notes whom it tried to call."""
    log = tmp_path_factory.mktemp("egress") / "calls"
    log.touch()
    return log


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, calls: Path) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("payloads")
    data = folder / "payloads.yaml"
    data.write_text(write_ledger((JOINED, *AT_THE_START)), encoding="utf-8")
    server = Server(folder, {"DESERTION_DATA": str(data), **under_hook(calls)})
    yield server
    server.stop()


def under_hook(calls: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(HOOK), "EGRESS_LOG": str(calls)}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader's page; dialogs, errors and requests to other hosts fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    watched, dialogs = Watched(context), listen_for_dialogs(context)
    context.add_init_script(NOTE_BROKEN_POLICY)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()
    assert (dialogs, watched.console, watched.foreign) == ([], [], [])


def listen_for_dialogs(context: BrowserContext) -> list[str]:
    heard: list[str] = []

    def hear(dialog: Any) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    context.on("dialog", hear)
    return heard


def look_around(page: Page, title: str) -> str:
    """All text of the page, once it is complete and nothing on it is more than text."""
    expect(page.locator("h1")).to_have_text(title)
    wait_until_ready(page)
    found = page.evaluate(FOUND)
    assert {key: found[key] for key in ("foreign", "globals", "broken")} == {
        "foreign": [],
        "globals": [],
        "broken": [],
    }
    assert {urlsplit(link).scheme for link in found["links"]} <= {"", "http", "https"}
    assert {urlsplit(link).hostname for link in found["links"]} <= OWN_HOSTS
    return " ".join(found["text"].replace(WORD_JOINER, "").split())


def missing(text: str) -> list[str]:
    return [one for one in (*PAYLOADS, *AT_THE_START) if one not in text]


def test_on_every_page_it_is_shown_as_typed_and_nothing_runs_or_is_fetched(
    page: Page, server: Server
) -> None:
    wrong = urlencode(dict.fromkeys(("claimant", "unit", "outlet", "from", "basis"), JOINED))
    page.goto(f"{server.url}/?{wrong}")
    assert missing(look_around(page, OVERVIEW)) == []
    for entry in PAGES[1:]:
        page.get_by_role("link", name=entry.title, exact=True).first.click()
        page.wait_for_url(re.compile(f"/{entry.address}"))
        text = look_around(page, entry.title)
        if entry.address == "about":
            assert missing(text) == []


OVERVIEW = "Reported desertion in the Russia–Ukraine war"


def test_on_the_page_of_a_figure_it_is_shown_as_typed(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/figure?id=one-0")
    assert missing(look_around(page, "1,000 verdicts")) == []


def test_an_id_that_is_none_is_shown_as_typed(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/figure?{urlencode({'id': JOINED})}")
    assert missing(look_around(page, "One figure")) == []


def test_pages_of_other_sites_may_read_the_data_and_nothing_else(
    browser: Browser, server: Server
) -> None:
    """127.0.0.1 is another site than localhost; its page here has no policy that keeps it in."""
    page = browser.new_page(bypass_csp=True)
    page.goto(f"{server.url.replace('localhost', '127.0.0.1')}/livez")
    ask = "(address) => fetch(address).then((got) => got.status, () => 'refused')"
    asked = ("/data/figures.csv", "/data/", "/data/figures/one-0.json", "/readyz", "/")
    assert [page.evaluate(ask, server.url + path) for path in asked] == [
        *(200, 200, 200),
        *("refused", "refused"),
    ]
    page.close()


def test_the_server_has_called_nobody(server: Server, calls: Path) -> None:
    """Runs last: all of the above is behind it."""
    assert server.get("/readyz")
    assert server.get("/data/package.zip")
    assert calls.read_text() == ""


def test_a_call_would_have_been_noticed(calls: Path) -> None:
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=1)"
    environ = {**os.environ, **under_hook(calls.with_name("others"))}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True)
    assert "PermissionError: socket.getaddrinfo: 192.0.2.1 is another machine" in done.stderr
    assert calls.with_name("others").read_text() == "socket.getaddrinfo 192.0.2.1\n"
