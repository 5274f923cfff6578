"""One version of a page in a real Chromium: until its dots are drawn, and drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.process import cpu_of, family_of, share_of
from bench.watch import DRAWN, DRAWN_SINCE, FORGET_CLICK, SINCE_CLICK, UNTIL_DRAWN, Look
from tests.browser.chromium import ARGUMENTS, find_chromium

Found = dict[str, list[float]]
"""What was measured -> its values, one a repetition."""
CLICKS = 10
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6}
"""10 Mbit/s with 40 ms."""


@dataclass(frozen=True)
class Served:
    """A version of the page that runs: where, and in which process."""

    port: int
    pid: int
    look: Look = field(default_factory=Look)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/{self.look.path}"

    def cpu(self) -> float:
        """Milliseconds so far, of all its processes."""
        return sum(cpu_of(pid) for pid in family_of(self.pid)) * 1000


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium, until the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def _visit(browser: Browser, look: Look) -> Iterator[tuple[Page, CDPSession]]:
    """A page of a reader who has fetched nothing yet."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(look.script)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    yield page, devtools
    context.close()


def _see(page: Page, url: str, dots: int) -> float:
    """Open the page; milliseconds until all dots are there."""
    if "#" in url and page.url == url:
        page.goto("about:blank")  # from there; from here it would be a way inside the page
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
    with _visit(browser, one.look) as (page, _):
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
    sizes: list[float] = []
    asked: list[str] = []
    with _visit(browser, one.look) as (page, devtools):
        devtools.on("Network.loadingFinished", lambda end: sizes.append(end["encodedDataLength"]))
        devtools.on("Network.requestWillBeSent", lambda event: asked.append(event["requestId"]))
        page.on("websocket", lambda one: one.on("framereceived", lambda f: sizes.append(len(f))))
        found["cold, ms"].append(_see(page, one.url, rows[0]))
        page.wait_for_timeout(1500)
        found["kB cold"].append(sum(sizes) / 1000)
        found["requests cold"].append(len(asked))
        found["warm, ms"].append(_see(page, one.url, rows[0]))
        page.wait_for_timeout(1000)
        choices = (("russia", rows[1]), ("any", rows[0])) * 2
        found["filter to repaint, ms"].append(median(_choose(page, *one) for one in choices))


def measure_slow_line(one: Served, browser: Browser, rows: list[int], found: Found) -> None:
    found["cold at 10 Mbit/s, 40 ms, ms"].append(measure_cold(one, browser, rows[0], SLOW))


def measure_cold(
    one: Served, browser: Browser, dots: int, line: dict[str, float] | None = None
) -> float:
    """Milliseconds until a reader who has fetched nothing sees all dots, over such a line."""
    with _visit(browser, one.look) as (page, devtools):
        if line:
            devtools.send("Network.emulateNetworkConditions", line)
        return _see(page, one.url, dots)
