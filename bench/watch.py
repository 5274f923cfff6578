"""What a page notes while Chromium shows it: how many dots its chart has, frame by frame."""

from __future__ import annotations

from dataclasses import dataclass

PLOTLY = """(() => {
  const roots = [document], attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...all) {
    const root = attach.apply(this, all);
    roots.push(root);
    return root;
  };
  const shown = root => root.isConnected ? root.querySelectorAll(".scatterlayer path.point") : [];
  return () => roots.reduce((n, root) => n + shown(root).length, 0);
})()"""
"""Its dots are elements, some behind the root of a component; looking for roots takes longer."""
VEGA = """(() => {
  const context = CanvasRenderingContext2D.prototype, arc = context.arc;
  let arcs = 0;
  context.arc = function (...all) { arcs += 1; arc.apply(this, all); };
  return () => {
    const rows = document.querySelectorAll(".rows-and-columns tbody tr").length;
    return arcs < rows ? 0 : rows;
  };
})()"""
"""Its dots are arcs on a canvas, all drawn at once: as many as Datasette's table has rows."""
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
"""Milliseconds since the click, be it on this page or on the one that led here."""


@dataclass(frozen=True)
class Look:
    """Where a version's page is, and how the dots of its chart are counted."""

    path: str = ""
    dots: str = PLOTLY

    @property
    def script(self) -> str:
        """Notes when the number of dots on the page changed, frame by frame."""
        return _WATCH % self.dots
