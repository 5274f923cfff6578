"""The tables and links of a page's own HTML, as a reader finds them."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

_ROW = re.compile(r'<tr role="row"><th scope="row".*?</tr>')
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
_HREF = re.compile(r'href="([^"]+)"')


class Row(NamedTuple):
    """A row of a table."""

    cells: list[str]
    """Their words."""
    ways: list[str]
    """The addresses it leads to."""

    @property
    def figure(self) -> str:
        """The id of the figure that its first number leads to."""
        ways = [one for one in self.ways if one.startswith("figure?")]
        return parse_qs(urlsplit(ways[0]).query)["id"][0]


def html_of(app: AppTest) -> str:
    """All HTML of a page."""
    return "\n".join(one.proto.body for one in app.get("html"))


def read_table(app: AppTest) -> tuple[str, list[Row]]:
    """The caption and the rows of the one table of a page."""
    (table,) = re.findall(r"<table.*?</table>", html_of(app))
    caption = re.search(r"<caption>(.*?)</caption>", table)
    assert caption
    return words_of(caption[1]), [_read_row(row) for row in _ROW.findall(table)]


def _read_row(row: str) -> Row:
    return Row(
        [words_of(cell) for cell in _CELL.findall(row)],
        [unescape(one) for one in _HREF.findall(row)],
    )


def texts_to_copy(app: AppTest) -> list[str]:
    """What stands beside a button that copies it, letter for letter."""
    return [
        unescape(text) for text in re.findall(r"<pre[^>]*>(.*?)</pre>", html_of(app), re.DOTALL)
    ]


def words_of(html: str) -> str:
    """Its text, a blank between two elements, and numbers with commas."""
    text = unescape(re.sub(r"<[^>]+>", " ", html)).replace("\u202f", ",")
    return re.sub(r"\s+([,.:;])", r"\1", " ".join(text.split()))
