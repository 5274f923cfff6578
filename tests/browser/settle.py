"""Open a page and wait until nothing on it is loading or moving."""

from __future__ import annotations

from itertools import count
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
QUIET = 400
"""Milliseconds: what a click starts has begun by then, and what moves has come to rest."""
TURNS = count()
"""Each wait looks from its own start on."""
IS_QUIET = """([waiting, quiet, turn]) => {
  const now = performance.now();
  if (window.settling?.turn !== turn) {
    window.settling?.changes.disconnect();
    const settling = { turn, since: now };
    settling.changes = new MutationObserver(() => { settling.since = performance.now(); });
    settling.changes.observe(
      document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.settling = settling;
  }
  const is_ready = document.querySelector("h1, h2, h3") && !document.querySelector(waiting);
  if (!is_ready) window.settling.since = now;
  return now - window.settling.since > quiet;
}"""
"""Whether the page has been ready for a while in which nothing on it changed."""
UNSEEN = """() => [...document.querySelectorAll("[data-testid=stMain] .stElementContainer")]
  .filter((one) => getComputedStyle(one).opacity == 0).map((one) => one.textContent)"""
"""What is kept out of sight until the parts above it have come."""
IMPATIENT = """
  const wait = window.setTimeout;
  window.setTimeout = (what, time, ...more) =>
    wait(what, what.name === "watchData" ? time / 10 : time, ...more);
"""
"""For a page of the tests: it looks for another theme and other data ten times as often."""
Scheme = Literal["light", "dark"]
INKS: dict[Scheme, Ink] = {"light": LIGHT, "dark": DARK}


def open_page(page: Page, server: Server, path: str) -> None:
    page.goto(server.url + path)
    settle(page)


def settle(page: Page) -> None:
    """Wait until a page is ready and nothing on it moves, also after a click or a turn."""
    waiting = [", ".join(WAITING), QUIET, next(TURNS)]
    page.wait_for_function(IS_QUIET, arg=waiting, polling=50, timeout=90_000)


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
