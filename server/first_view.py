"""A page's HTML names what its first view needs, so that a browser asks for all of it at once.

Streamlit's HTML names the scripts that start it. A browser learns of the rest step by step: of
a widget's script when the widget has come, of a chart's bundle when the chart's script has run.
Here the rest is named too, by what the installed Streamlit calls it. The HTML also has our style,
so that nothing is drawn in another first and moves, and says where the server is: Streamlit would
ask below the page's own path before, in vain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

BUNDLE = "assets/plotly-basic-4.1.1.min.js"
"""What draws charts; pages/static/chart.js asks for it too."""
_STATIC = Path(__file__).parents[1] / "pages" / "static"
_STYLE, _START = _STATIC / "page.css", _STATIC / "start.js"
ICONS = _STATIC / "fonts" / "material-symbols.woff2"
SIGNS = _STATIC / "fonts" / "source-sans-signs.woff2"
"""What readers see of two fonts of Streamlit's (tools/fonts.py); sent in their place."""
_FONT = "app/static/fonts/source-sans-3-latin.woff2"
_FILTERS = ("Button", "Multiselect", "ButtonGroup")


class Parts(NamedTuple):
    """What a page is made of besides text: Streamlit's names of its widgets, filters, charts."""

    widgets: tuple[str, ...] = ()
    filters: bool = False
    charts: bool = False

    def names(self) -> Iterator[str]:
        yield from ("Html", "BidiComponent")
        yield from _FILTERS if self.filters else ()
        yield from self.widgets


PARTS = {
    "": Parts(("TextInput",), filters=True, charts=True),
    "over-time": Parts(("Selectbox",), filters=True, charts=True),
    "by-unit": Parts(("Selectbox",), filters=True, charts=True),
    "by-source": Parts(("Selectbox",), filters=True, charts=True),
    "all-figures": Parts(("Selectbox", "Checkbox", "Pagination"), filters=True),
    "check": Parts(("Button", "TextArea")),
    "data-quality": Parts(filters=True, charts=True),
    "figure": Parts(("PageLink", "Multiselect"), charts=True),
}
"""By address; what other pages need comes when Streamlit asks for it."""
NOTHING = Parts()
_IMPORT = re.compile(r"""\b(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_OWN_FONT = re.compile(r'<link\s+rel="preload"(?=[^<>]*\sas="font")[^<>]*>')
_SCRIPTS = re.compile("(?=<script>)")
_ROOT = re.compile('(?=<div id="root">)')


@cache
def write_page(parts: Parts) -> str:
    """Streamlit's HTML with all of this.

    Raises LookupError where the installed Streamlit's is not as it was.
    """
    text = _put(_OWN_FONT, "\n    ".join(_list_links(parts)), find_page().read_text("utf-8"))
    text = _put(_SCRIPTS, f"<script>\n{_START.read_text('utf-8')}</script>\n    ", text)
    return _put(_ROOT, f"<style>\n{_write_style(parts.filters)}</style>\n    ", text)


def _put(place: re.Pattern[str], what: str, text: str) -> str:
    text, found = place.subn(lambda _: what, text, count=1)
    if not found:
        raise LookupError(f"the page of the installed Streamlit has no {place.pattern}")
    return text


def _write_style(filters: bool) -> str:
    """The style of all pages; the room of the filters is kept where a page has them."""
    room = ":root { --drawer: 300px; }\n" if filters else ""
    return room + _STYLE.read_text("utf-8")


def _list_links(parts: Parts) -> Iterator[str]:
    for font in (_FONT, f"static/media/{find_icons().name}"):
        yield _link("preload", font, 'as="font" type="font/woff2" crossorigin')
    for script in find_scripts(parts.names()):
        yield _link("modulepreload", f"static/js/{script}", "crossorigin")
    if parts.charts:
        yield _link("preload", BUNDLE, 'as="script"')


def _link(kind: str, path: str, more: str) -> str:
    return f'<link rel="{kind}" href="./{escape(path)}" {more}>'


def find_scripts(names: Iterable[str]) -> list[str]:
    """The files of these parts and all that they import, but those that the page names already."""
    known, found = find_page().read_text("utf-8"), list[str]()
    waiting = [_find_one(f"js/{name}.*.js").name for name in names]
    while waiting:
        file = waiting.pop(0)
        if file not in found and file not in known:
            found.append(file)
            text = (find_page().parent / "static" / "js" / file).read_text("utf-8")
            waiting += _IMPORT.findall(text)
    return found


def find_icons() -> Path:
    """Streamlit's font of icons, 375 kB."""
    return _find_one("media/MaterialSymbols-Rounded.*.woff2")


def find_font() -> Path:
    """Streamlit's font of letters, 170 kB, for signs that ours has not."""
    return _find_one("media/SourceSansVF-Upright.*.woff2")


def _find_one(pattern: str) -> Path:
    found = list((find_page().parent / "static").glob(pattern))
    if len(found) != 1:
        raise LookupError(f"the installed Streamlit has no single {pattern}")
    return found[0]


def find_page() -> Path:
    """Streamlit's index.html, found without importing Streamlit."""
    return Path(str(distribution("streamlit").locate_file("streamlit/static/index.html")))
