"""The one module that writes HTML: for what Markdown cannot say, with every value escaped.

A title needs its language, so that a voice reads it and a font sets it rightly. A sheet of paper
needs rows, where the screen has a canvas that prints only what it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.facts import Cited
from loaders.table import read_rows

STYLE = Path(__file__).parent.parent / "static" / "page.css"
MOST_PRINTED = 100
"""More rows than these are left to the CSV."""


def show_style() -> None:
    """How a page is printed, and that nothing moves for readers who do not want it."""
    st.html(STYLE)


def show_cited(articles: Sequence[Cited]) -> None:
    """The articles as a list, each title marked with its language."""
    st.html(f"<ul>{''.join(map(write_cited, articles))}</ul>")


def write_cited(article: Cited) -> str:
    """One item of the list."""
    changes = "".join(
        f"<li><strong>Printed differently:</strong> {_safe(change)}</li>"
        for change in article.changes
    )
    title = write_link(article.title, article.url, article.language)
    kept = f", {write_link('kept copy', article.kept)}" if article.kept else ""
    nested = f"<ul>{changes}</ul>" if changes else ""
    return f"<li>{title}, {_safe(article.details)}{kept}{nested}</li>"


def write_link(label: str, url: str, language: str = "") -> str:
    """A link; its address is http or https, as records have it, or it is no link at all."""
    spoken = f' lang="{escape(language)}"' if language else ""
    if not url.startswith(("https://", "http://")):
        return f"<span{spoken}>{_safe(label)}</span>"
    return f'<a href="{escape(url)}" target="_blank"{spoken}>{_safe(label)}</a>'


def show_swatches(legend: Mapping[str, tuple[str, str]]) -> None:
    """Name of a pattern in the style -> the letter on it and its meaning, side by side."""
    items = "".join(
        f'<li><span class="swatch {escape(name)}" aria-hidden="true">{_safe(letter)}</span> '
        f"{_safe(words)}</li>"
        for name, (letter, words) in legend.items()
    )
    st.html(f'<ul class="legend">{items}</ul>')


def show_for_print(rows: pd.DataFrame) -> None:
    """The rows as a list that only paper shows: each claim with its first citation."""
    if len(rows) > MOST_PRINTED:
        st.html(f'<p class="print-only">{_safe(f"The CSV has all {len(rows):,} rows.")}</p>')
        return
    told = read_rows(rows, "sentence", "first_outlet", "first_published", "first_url")
    items = "".join(
        f"<li>{_safe(sentence)} {_safe(outlet)}, "
        f"{_safe(published if isinstance(published, str) else 'undated')}, {_safe(url)}</li>"
        for sentence, outlet, published, url in told
    )
    st.html(f'<ol class="print-only">{items}</ol>')


def _safe(text: str) -> str:
    return escape(" ".join(text.split()))
