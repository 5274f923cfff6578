"""One version of a page in a real Chromium: until its dots are drawn, and drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.watch import DRAWN, DRAWN_SINCE, FORGET_CLICK, SINCE_CLICK, UNTIL_DRAWN, watch
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.server.process import cpu_of, family_of, share_of

Found = dict[str, list[float]]
"""What was measured -> its values, one a repetition."""
CLICKS = 10
SCREEN = (1280, 800)
SPEED = 1.25e6
SLOW = {"latency": 40, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
"""10 Mbit/s with 40 ms."""


@dataclass(frozen=True)
class Served:
    """A version of the page that runs: where, and in which process."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/"

    def cpu(self) -> float:
        """Milliseconds so far, of all its processes."""
        return sum(cpu_of(pid) for pid in family_of(self.pid)) * 1000


@dataclass
class Traffic:
    """What a page has asked for and got, until it is emptied."""

    asked: int = 0
    got: float = 0
    """Bytes as they came over the line."""

    def listen(self, page: Page, devtools: CDPSession) -> None:
        devtools.on("Network.requestWillBeSent", lambda _: self._add(1, 0))
        devtools.on("Network.loadingFinished", lambda end: self._add(0, end["encodedDataLength"]))
        page.on("websocket", lambda one: one.on("framereceived", lambda f: self._add(0, len(f))))

    def _add(self, asked: int, got: float) -> None:
        self.asked, self.got = self.asked + asked, self.got + got

    def empty(self) -> tuple[int, float]:
        """Requests and kB since the last time."""
        found = self.asked, self.got / 1000
        self.asked, self.got = 0, 0
        return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium, until the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visit(
    browser: Browser, *scripts: str, size: tuple[int, int] = SCREEN
) -> Iterator[tuple[Page, CDPSession]]:
    """A page of a reader who has fetched nothing yet; these scripts run before its own."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    for script in scripts:
        page.add_init_script(script)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    yield page, devtools
    context.close()


def _see(page: Page, url: str, dots: int) -> float:
    """Open the page; milliseconds until all dots are there."""
    page.goto(url, wait_until="commit")
    page.wait_for_function(DRAWN, arg=dots, timeout=20_000)
    return float(page.evaluate(UNTIL_DRAWN))


def _choose(page: Page, force: str, dots: int) -> float:
    """Choose a force; milliseconds from the click until the right dots are there."""
    page.evaluate(FORGET_CLICK)
    page.get_by_text(force, exact=True).first.click()
    page.wait_for_function(DRAWN_SINCE, arg=dots, timeout=10_000)
    return float(page.evaluate(SINCE_CLICK))


def measure_server(one: Served, browser: Browser, rows: list[int], found: Found) -> None:
    """CPU of the process for its second view and for a change of a filter; its memory."""
    with visit(browser, watch()) as (page, _):
        for _ in range(2):
            before = one.cpu()
            _see(page, one.url, rows[0])
            page.wait_for_timeout(1500)
            used = one.cpu() - before
        found["server's CPU for a view, ms"].append(used)
        before = one.cpu()
        for number in range(CLICKS):
            _choose(page, "any" if number % 2 else "russia", rows[(number + 1) % 2])
            page.wait_for_timeout(100)
        found["server's CPU for a filter, ms"].append((one.cpu() - before) / CLICKS)
        found["memory after 2 views, MB"].append(share_of(one.pid))


def measure_views(one: Served, browser: Browser, rows: list[int], found: Found) -> None:
    """Cold, warm, filtered."""
    traffic = Traffic()
    with visit(browser, watch()) as (page, devtools):
        traffic.listen(page, devtools)
        found["cold, ms"].append(_see(page, one.url, rows[0]))
        page.wait_for_timeout(1000)
        requests, size = traffic.empty()
        found["kB cold"].append(size)
        found["requests cold"].append(requests)
        found["warm, ms"].append(_see(page, one.url, rows[0]))
        page.wait_for_timeout(1000)
        choices = (("russia", rows[1]), ("any", rows[0])) * 2
        found["filter to repaint, ms"].append(median(_choose(page, *one) for one in choices))


def measure_slow_line(one: Served, browser: Browser, rows: list[int], found: Found) -> None:
    """Of a reader who has fetched nothing yet."""
    with visit(browser, watch()) as (page, devtools):
        devtools.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
        found["cold at 10 Mbit/s, 40 ms, ms"].append(_see(page, one.url, rows[0]))
