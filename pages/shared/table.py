"""The rows of a page as a table whose numbers lead to their figures, and the download of these.

It is a table of HTML (docs/decisions/0013): a keyboard reaches every row, a phone shows rows as
cards, paper gets all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

import pandas as pd
import streamlit as st

from exports.downloads import DOWNLOADS, name_file
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.sentences import counted, say_measure, say_population, say_quantity, say_when, upper
from loaders.words import Status
from pages.shared.data import address_of
from pages.shared.markup import Html, join, show_html, tag, write_link, write_way
from pages.shared.page import View

MOST_ROWS = 100
"""More are shown in pages."""
OFFERED = ("figures.csv", "figures.xlsx", "figures.db")
"""What a reader takes away with a click; /data/ has the rest."""


ORDERS = {
    "Newest first": (["window_end", "window_start"], False),
    "Oldest first": (["window_end", "window_start"], True),
    "Largest number first": (["stated"], False),
    "By claimant": (["claimant_name", "window_end"], True),
}
"""The columns that rows are sorted by, and whether the smallest stands first."""
HEADS = ("Number", "What is counted", "Of whom", "When", "Claimant", "First printed")


def show_rows(view: View, key: str) -> None:
    """The rows of the view as a table, the newest first, and the download of exactly these."""
    rows = view.rows
    pages = ceil(len(rows) / MOST_ROWS)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = st.selectbox("Order of rows", list(ORDERS), key=f"{key}-order", width=220)
        page = st.pagination(pages, key=f"{key}-page-of-{pages}") if pages > 1 else 1
    first = (page - 1) * MOST_ROWS
    shown = sort_rows(rows, order).iloc[first : first + MOST_ROWS]
    figures = [view.ledger.figures[id] for id in shown["id"]]
    show_html(write_table(view.ledger, figures, _say_part(first, len(shown), len(rows))))
    _show_download(view)


def sort_rows(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows in one of ORDERS; those that are alike in it stay as in the file."""
    columns, smallest_first = ORDERS[order]
    stated = rows["count"].fillna(rows["count_high"])
    ordered = rows.assign(stated=stated).sort_values(
        columns, ascending=smallest_first, kind="stable", na_position="last"
    )
    return rows.loc[ordered.index]


def _say_part(first: int, shown: int, rows: int) -> str:
    if shown == rows:
        return f"{counted(rows, 'figure')}. A number opens its figure."
    return (
        f"Figures {first + 1:,} to {first + shown:,} of {rows:,}. A number opens its figure. "
        "The CSV has all."
    )


def write_table(ledger: Ledger, figures: list[Figure], caption: str) -> Html:
    """A row a figure."""
    return write_rows(HEADS, [_write_cells(ledger, figure) for figure in figures], caption)


def write_rows(heads: Sequence[str], rows: Iterable[Sequence[Html]], caption: str) -> Html:
    """A table of any cells."""
    cells = [[head("row", first), *map(cell, others)] for first, *others in rows]
    return tag("div", grid([head("col", one) for one in heads], cells, caption), class_="figures")


def grid(
    heads: Sequence[Html], rows: Iterable[Sequence[Html]], caption: str, class_: str = ""
) -> Html:
    """A table of `head` and `cell`; the roles are said because a phone lays rows out as cards."""
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *(tag("tr", *cells, role="row") for cells in rows), role="rowgroup"),
        class_=class_,
        role="table",
    )


def head(scope: str, *inside: str, class_: str = "") -> Html:
    return tag(
        "th", *inside, scope=scope, role=f"{scope.replace('col', 'column')}header", class_=class_
    )


def cell(*inside: str, class_: str = "") -> Html:
    return tag("td", *inside, role="cell", class_=class_)


def _write_cells(ledger: Ledger, figure: Figure) -> list[Html]:
    status = "" if figure.status == Status.CURRENT else f" {figure.status}"
    number = write_way(say_quantity(ledger, figure), "figure", id=figure.id)
    said = (
        say_measure(ledger, figure.measure, figure.offence),
        say_population(ledger, figure),
        say_when(ledger, figure),
        ledger.claimants[figure.claimant].name,
    )
    return [
        join([number, tag("small", status)]),
        *(join([upper(one)]) for one in said),
        join(write_cited_first(ledger, figure)),
    ]


def write_cited_first(ledger: Ledger, figure: Figure) -> list[str]:
    """The article that is cited first, and how many there are beside it."""
    first, *others = ledger.citations_of(figure)
    article = ledger.articles[first.article]
    day = f", {article.published.words()}" if article.published else ""
    more = f", and {len(others)} more" if others else ""
    return [write_link(article.outlet, article.url), f"{day}{more}"]


def _show_download(view: View) -> None:
    """Links to the data addresses of exactly these rows, for a reader and for a program."""
    query = f"?{view.filters.query()}" if view.filters else ""
    links = [
        tag(
            "a",
            f"Download {DOWNLOADS[name].title}",
            href=f"{address_of(name)}{query}",
            download=name_file(view.ledger, name),
        )
        for name in OFFERED
    ]
    show_html(tag("p", *links, class_="downloads"))
    st.markdown(f":small[For a program:] `{address_of('figures.csv')}{query}`")
