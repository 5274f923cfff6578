"""A page in a real Chromium: what it asks for and gets, and what it notes frame by frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

SCREEN, PHONE = (1280, 800), (390, 800)
SLOW = {"latency": 40, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6, "offline": False}
"""10 Mbit/s with 40 ms."""
DOTS = """(() => {
  const roots = [document], attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...all) {
    const root = attach.apply(this, all);
    roots.push(root);
    return root;
  };
  const shown = root => root.isConnected ? root.querySelectorAll(".scatterlayer path.point") : [];
  return () => roots.reduce((n, root) => n + shown(root).length, 0);
})()"""
"""The dots of plotly, some behind the root of a component; looking for roots takes longer."""
_WATCH = """
window.marks = [];
addEventListener("click", () => { window.clicked = performance.now(); }, true);
const count = %s;
(function look() {
  const n = count(), last = window.marks.at(-1);
  if (!last || last[1] != n) window.marks.push([performance.now(), n]);
  requestAnimationFrame(look);
})();
window.strain = {blocked: 0, shift: 0};
const note = (type, add) => new PerformanceObserver(
  (list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
note("longtask", (one) => { strain.blocked += one.duration; });
note("layout-shift", (one) => { if (!one.hadRecentInput) strain.shift += one.value; });
"""
"""When the number of dots changed; how long the page was blocked, and how far it has moved."""


@contextmanager
def visit(
    browser: Browser, dots: str = DOTS, size: tuple[int, int] = SCREEN, slow: bool = False
) -> Iterator[tuple[Page, Counter[str]]]:
    """The page of a reader who has fetched nothing yet, and its traffic; both count on."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.add_init_script(_WATCH % dots)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    if slow:
        devtools.send("Network.emulateNetworkConditions", SLOW)
    traffic: Counter[str] = Counter()

    def ask(sent: Any) -> None:
        traffic["requests"] += sent["request"]["url"].startswith("http")

    count = traffic.update
    devtools.on("Network.requestWillBeSent", ask)
    devtools.on("Network.loadingFinished", lambda end: count(bytes=int(end["encodedDataLength"])))
    page.on("websocket", lambda one: one.on("framereceived", lambda got: count(bytes=len(got))))
    yield page, traffic
    context.close()
