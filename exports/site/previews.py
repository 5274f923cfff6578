"""What a link to a page with a chart shows: the chart, as pictures are drawn, in their size.

A figure and a page without a chart have a card (exports/card.py), and so has every page where there
is no Chromium, or until it has drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from charts.by_month import TITLE
from charts.look.caption import write_title
from charts.look.picture import CUT, draw_to_fit, frame_picture
from charts.look.style import LIGHT
from charts.over_time import split_kinds
from exports.card import SIZE
from exports.pictures import Wanted, write_pictures
from exports.site.drawings import (
    Shown,
    draw_all_months,
    draw_over_time,
    draw_sources,
    draw_unit_tree,
)
from loaders.ledger import FORCES, Ledger

Titled = tuple[str, Shown]
"""What stands above a chart, and the chart."""


def frame_preview(title: str, shown: Shown) -> Wanted:
    """The chart as far as it fits, below its title and above its caption."""
    _, height = SIZE
    chart, is_cut = draw_to_fit(shown.draw, LIGHT, height)
    assert chart is not None, "it stands on the page"
    notes = [shown.caption, *[CUT] * is_cut]
    picture = frame_picture(chart, title, notes, LIGHT, height)
    return Wanted(picture.update_layout(height=height).to_dict(), "png")


def draw_previews(ledger: Ledger, table: pd.DataFrame) -> dict[str, bytes]:
    """Address of a page of the dashboard -> the picture of a link to it, all by one Chromium."""
    found = {page: next(draw(ledger, table), None) for page, draw in CHARTS.items()}
    wanted = {page: frame_preview(*titled) for page, titled in found.items() if titled}
    return dict(zip(wanted, write_pictures(list(wanted.values())), strict=True))


def _overview(ledger: Ledger, table: pd.DataFrame) -> Iterator[Titled]:
    if shown := draw_all_months(ledger, table):
        yield TITLE, shown


def _over_time(ledger: Ledger, table: pd.DataFrame) -> Iterator[Titled]:
    """The kind of count with most claims of the measure with most."""
    rows = _most_claimed(table)
    kinds = sorted(split_kinds(rows, ledger).items(), key=lambda kind: len(kind[1]), reverse=True)
    for kind, some in kinds:
        yield write_title(some), draw_over_time(ledger, kind, some)


def _by_unit(ledger: Ledger, table: pd.DataFrame) -> Iterator[Titled]:
    below = _most_claimed(table[~table["unit"].isin(FORCES)])
    for shown in draw_unit_tree(ledger, below):
        yield write_title(below), shown


def _by_source(ledger: Ledger, table: pd.DataFrame) -> Iterator[Titled]:
    rows = _most_claimed(table)
    for shown in draw_sources(ledger, rows):
        yield write_title(rows), shown


def _most_claimed(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of the measure with most claims."""
    return table[table["measure"] == table["measure"].mode().get(0)]


CHARTS: Mapping[str, Callable[[Ledger, pd.DataFrame], Iterator[Titled]]] = {
    "": _overview,
    "over-time": _over_time,
    "by-unit": _by_unit,
    "by-source": _by_source,
}
"""Address of a page -> what it can draw, the first of which is shown."""
