"""Rows in, charts as JSON with their words out; the reader's browser draws them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from charts import by_source, by_unit
from charts.look.caption import write_caption
from charts.look.drawing import Drawing
from charts.look.style import DARK, LIGHT, Ink
from charts.marks.panels import Look
from charts.marks.strips import split_axes
from charts.over_time import draw_over_time as draw_kind
from charts.over_time import say_left_out, say_over_time
from loaders.ledger import Ledger


class Shown(NamedTuple):
    """One chart of a page with its words."""

    data: Markup
    """Plotly's JSON in light ink, safe inside a script element that no browser runs."""
    words: str
    """The text alternative."""
    left_out: str
    """What the chart does not draw, or nothing."""
    caption: str


def draw_over_time(ledger: Ledger, kind: str, rows: pd.DataFrame) -> Shown:
    """The chart of rows of one kind of count."""
    look = Look(LIGHT, events=tuple(ledger.events.values()), gaps=tuple(ledger.gaps.values()))
    chart = draw_kind(kind, rows, look)
    return _finish(ledger, rows, chart, say_over_time(rows), say_left_out(rows))


def draw_sources(ledger: Ledger, rows: pd.DataFrame) -> Iterator[Shown]:
    """One chart an axis: a row a claim, as dot and range; a claim alone on its axis needs none."""
    for some in split_axes(rows).values():
        if len(some) == 1:
            continue
        chart = by_source.draw_claims(some, LIGHT)
        left_out = by_source.say_left_out(some)
        yield _finish(ledger, some, chart, by_source.say_claims(some), left_out)


def draw_unit_tree(ledger: Ledger, rows: pd.DataFrame) -> Iterator[Shown]:
    """One chart an axis: a row a unit in the order of the tree, a mark a claim."""
    for some in split_axes(rows).values():
        chart = by_unit.draw_units(some, ledger, LIGHT)
        yield _finish(ledger, some, chart, by_unit.say_units(some), "")


def _finish(
    ledger: Ledger, rows: pd.DataFrame, chart: Drawing | None, words: str, left_out: str
) -> Shown:
    assert chart is not None, "only no rows give no chart"
    drawn = json.loads(chart.to_json())
    data = embed(json.dumps(drawn, ensure_ascii=False, separators=(",", ":")))
    return Shown(data, words, left_out, write_caption(rows, ledger.edition))


def embed(text: str) -> Markup:
    """JSON that cannot end the element it stands in."""
    escaped = text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
    return Markup(escaped)  # noqa: S704


def list_inks() -> str:
    """Light colour -> dark colour as JSON, for the script that redraws in the dark."""
    pairs: dict[str, str] = {}
    for light, dark in zip(_colors(LIGHT), _colors(DARK), strict=True):
        pairs[light] = dark
        pairs[_channels(light)] = _channels(dark)
    return json.dumps(pairs, indent=1)


def _colors(ink: Ink) -> list[str]:
    return [ink.paper, ink.shade, ink.text, ink.muted, ink.grid, *ink.lines]


def _channels(color: str) -> str:
    """`#0B5CAD` -> `rgba(11,92,173,`, as charts write a colour that is see-through."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},"
