"""What a page notes while Chromium shows it, frame by frame."""

from __future__ import annotations

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
"""The dots of plotly are elements, some behind the root of a component; looking for roots takes
longer."""
_WATCH = """
window.marks = [];
addEventListener("click", () => {
  sessionStorage.clicked = performance.timeOrigin + performance.now();
}, true);
const count = %s;
(function look() {
  const n = count(), last = window.marks.at(-1);
  if (!last || last[1] != n) window.marks.push([performance.now(), n]);
  requestAnimationFrame(look);
})();
"""
DRAWN = "n => window.marks.length > 0 && window.marks.at(-1)[1] == n"
UNTIL_DRAWN = "window.marks.at(-1)[0]"
"""Milliseconds since the page was asked for."""
FORGET_CLICK = "sessionStorage.clicked = 0"
DRAWN_SINCE = f"n => sessionStorage.clicked > 0 && ({DRAWN})(n)"
SINCE_CLICK = f"performance.timeOrigin + {UNTIL_DRAWN} - sessionStorage.clicked"
"""Milliseconds since the click."""

STRAIN = """
window.strain = {blocked: 0, shift: 0};
const note = (type, add) => new PerformanceObserver(
  (list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
note("longtask", (one) => { strain.blocked += one.duration; });
note("layout-shift", (one) => { if (!one.hadRecentInput) strain.shift += one.value; });
"""
"""How long the page could not answer a reader, and how far what was there already has moved."""
FIRST_CHART = "() => window.marks.find(([, n]) => n > 0)?.[0]"
ELEMENTS = "() => document.querySelectorAll('*').length"


def watch(dots: str = DOTS) -> str:
    """A script that notes when the number of dots on the page changed, frame by frame."""
    return _WATCH % dots
