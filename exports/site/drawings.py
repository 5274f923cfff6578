"""Rows in, charts as JSON with their words out; the reader's browser draws them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from charts import by_source, by_unit
from charts.by_month import choose_by_month, draw_by_month, say_series, split_forces
from charts.look.caption import write_caption
from charts.look.drawing import Drawing
from charts.look.style import DARK, FORCE_NAMES, LIGHT, Ink, forms_of
from charts.marks.panels import MOST_PANELS, Look
from charts.marks.strips import split_axes
from charts.over_time import draw_over_time as draw_kind
from charts.over_time import say_left_out, say_over_time
from exports.pictures import Spec
from loaders.ledger import Ledger

WIDE, HALF = 992, 484
"""Pixels: a chart alone and one of two side by side, where assets/site.css has room for them."""
Draw = Callable[..., Drawing | None]
"""Draws a chart in an ink; `most` says how much of it at most."""


class Shown(NamedTuple):
    """One chart of a page with its words."""

    draw: Draw
    spec: Spec
    """Plotly's JSON in light ink."""
    words: str
    """The text alternative."""
    left_out: str
    """What the chart does not draw, or nothing."""
    caption: str
    title: str = ""
    """What stands above it, where the page has no heading for it alone."""
    width: int = WIDE

    @property
    def data(self) -> Markup:
        """The JSON, safe inside a script element that no browser runs."""
        return embed(json.dumps(self.spec, ensure_ascii=False, separators=(",", ":")))

    @property
    def height(self) -> int:
        """In pixels, the same at every width."""
        return int(self.spec["layout"]["height"])


def draw_over_time(ledger: Ledger, kind: str, rows: pd.DataFrame) -> Shown:
    """The chart of rows of one kind of count."""
    look = Look(LIGHT, events=tuple(ledger.events.values()), gaps=tuple(ledger.gaps.values()))

    def draw(ink: Ink, *, most: int = MOST_PANELS) -> Drawing | None:
        return draw_kind(kind, rows, replace(look, ink=ink, most=most))

    return _finish(ledger, rows, draw, say_over_time(rows), say_left_out(rows))


def draw_months(ledger: Ledger, table: pd.DataFrame) -> Iterator[Shown]:
    """One chart a force: its cases by month."""
    for _, rows in split_forces(table):
        yield _draw_months(ledger, rows)._replace(title=say_series(rows), width=HALF)


def draw_all_months(ledger: Ledger, table: pd.DataFrame) -> Shown | None:
    """Both forces in one chart; None where there are no cases by month."""
    rows = choose_by_month(table)
    return None if rows.empty else _draw_months(ledger, rows)


def _draw_months(ledger: Ledger, rows: pd.DataFrame) -> Shown:
    gaps = tuple(ledger.gaps.values())
    return _finish(
        ledger, rows, lambda ink: draw_by_month(rows, Look(ink, gaps=gaps)), say_over_time(rows)
    )


def draw_sources(ledger: Ledger, rows: pd.DataFrame) -> Iterator[Shown]:
    """One chart an axis: a row a claim, as dot and range; a claim alone on its axis needs none."""
    for some in split_axes(rows).values():
        if len(some) > 1:
            draw, left_out = partial(by_source.draw_claims, some), by_source.say_left_out(some)
            yield _finish(ledger, some, draw, by_source.say_claims(some), left_out)


def draw_unit_tree(ledger: Ledger, rows: pd.DataFrame) -> Iterator[Shown]:
    """One chart an axis: a row a unit in the order of the tree, a mark a claim."""
    for some in split_axes(rows).values():
        draw = partial(by_unit.draw_units, some, ledger)
        yield _finish(ledger, some, draw, by_unit.say_units(some))


def _finish(
    ledger: Ledger, rows: pd.DataFrame, draw: Draw, words: str, left_out: str = ""
) -> Shown:
    chart = draw(LIGHT)
    assert chart is not None, "only no rows give no chart"
    spec = json.loads(chart.to_json())
    return Shown(draw, spec, words, left_out, write_caption(rows, ledger.edition))


def embed(text: str) -> Markup:
    """JSON that cannot end the element it stands in."""
    escaped = text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
    return Markup(escaped)  # noqa: S704


def list_inks() -> str:
    """Light colour -> dark colour as JSON, for the script that redraws in the dark."""
    pairs: dict[str, str] = {}
    for light, dark in pair_inks():
        pairs |= zip(forms_of(light), forms_of(dark), strict=True)
    return json.dumps(pairs, indent=1)


def write_inks() -> str:
    """The colours of pages as CSS, light or dark as the reader has it: `var(--paper)` …"""
    pairs = {
        "paper": (LIGHT.paper, DARK.paper),
        "shade": (LIGHT.shade, DARK.shade),
        "text": (LIGHT.text, DARK.text),
        "muted": (LIGHT.muted, DARK.muted),
        "grid": (LIGHT.grid, DARK.grid),
        "link": (LIGHT.lines[0], DARK.lines[0]),
        **{force: (LIGHT.force(force), DARK.force(force)) for force in FORCE_NAMES},
    }
    said = "".join(f"  --{name}: light-dark({a}, {b});\n" for name, (a, b) in pairs.items())
    return f":root {{\n  color-scheme: light dark;\n{said}}}\n"


def pair_inks() -> list[tuple[str, str]]:
    """Each colour of the light ink and what it is in the dark."""
    return list(zip(_colors(LIGHT), _colors(DARK), strict=True))


def _colors(ink: Ink) -> list[str]:
    return [ink.paper, ink.shade, ink.text, ink.muted, ink.grid, *ink.lines]
