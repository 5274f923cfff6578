"""Small multiples over time: rows in, a figure with one panel a series and the same days below all.

A panel is what one claimant said about one question; its axes carry the words. Behind the panels
lie events and the times for which a claimant published nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil, floor, log10

import pandas as pd

from charts.look.drawing import Drawing, date_axis, number_axis, tick_room
from charts.look.most import keep_newest, say_too_many
from charts.look.style import TEXT_SIZE, Ink, counted, wrapped
from charts.marks.backdrop import EVENT_STRIP, add_events, add_gaps, events_within, match_gaps
from charts.marks.panel import HEADROOM, Panel, iso
from loaders.records import Event, Gap
from loaders.sentences import thin

SERIES = ["claimant", "measure", "offence", "unit", "category", "place", "per"]
"""What the rows of one panel have in common."""
MOST_PANELS = 10
_HEIGHTS = {1: 380, 2: 230, 3: 190, 4: 160, 5: 140}
_LINE, _TICKS = 17, 42
_WIDTH = 50
"""How many characters of a panel's title fit side by side on a phone."""


def number_series(rows: pd.DataFrame) -> pd.Series:
    """For each row the number of its series, from 0; those with most claims first."""
    forecast = (rows["basis"] == "forecast").rename("forecast")
    found = rows.groupby([*SERIES, forecast], dropna=False, sort=False).ngroup()
    sizes = found.value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    return found.map(dict(zip(sizes.index, range(len(sizes)), strict=True)))


def split_series(rows: pd.DataFrame, most: int) -> tuple[list[pd.DataFrame], int]:
    """One table a series, those with most claims first and no more than `most`; how many of all."""
    numbers = number_series(rows)
    return _part(rows[numbers < most], numbers), numbers.nunique()


def choose_series(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[pd.DataFrame]]:
    """The claims that are drawn, together and one table a series."""
    numbers = number_series(rows)
    drawn = keep_newest(rows[numbers < MOST_PANELS])
    return drawn, _part(drawn, numbers)


def _part(rows: pd.DataFrame, numbers: pd.Series) -> list[pd.DataFrame]:
    """One table a number, in their order."""
    return [part for _, part in rows.groupby(numbers[rows.index])]


def say_left_out(rows: pd.DataFrame) -> str:
    """What a figure does not draw, or nothing: `Drawn: 10 of 61 series, …`."""
    numbers = number_series(rows)
    drawn, found = int((numbers < MOST_PANELS).sum()), numbers.nunique()
    said = [say_too_many(drawn)]
    if found > MOST_PANELS:
        said.append(
            f"Drawn: the {MOST_PANELS} series with most claims, of {found:,}; "
            f"the table has the other {counted(len(rows) - drawn, 'claim')}, "
            "and filters bring them up."
        )
    return thin(" ".join(filter(None, said)))


def arrange(
    rows: pd.DataFrame,
    heights: pd.Series,
    say_axis: Callable[[pd.DataFrame], str],
    ink: Ink,
    *,
    log: bool,
    same_y: bool,
    events: Iterable[Event],
    gaps: Iterable[Gap],
) -> tuple[Drawing, list[Panel]]:
    """A figure with empty panels for `rows`, tallest mark per row in `heights`."""
    drawn, series = choose_series(rows)
    own_gaps = [match_gaps(one, gaps) for one in series]
    span = _span(drawn, [gap for found in own_gaps for gap in found])
    tops = _find_tops(drawn, heights) if same_y else heights
    panels = [
        Panel(one, n, float(tops[one.index].max()), log, span) for n, one in enumerate(series)
    ]
    shown = events_within(events, span)
    titles = [_write_title(panel, drawn, say_axis(panel.rows)) for panel in panels]
    drawing, bands = _lay_out(titles, ink, bool(shown))
    edges = [_find_edges(panel, heights[panel.rows.index].min()) for panel in panels]
    ends = [10**edge if log else edge for _, edge in edges]
    drawing.set_layout(margin={"l": tick_room(max(ends)), "r": 12, "t": 8, "b": 8})
    for panel, band, title in zip(panels, bands, titles, strict=True):
        _add_axes(drawing, panel, band, ink, edges[panel.position])
        _add_title(drawing, band, title)
        add_gaps(drawing, panel, own_gaps[panel.position], ink)
    add_events(drawing, shown, span, bands, ink)
    return drawing, panels


def _find_tops(drawn: pd.DataFrame, heights: pd.Series) -> pd.Series:
    """For each row the tallest mark of all that count the same."""
    alike = heights[drawn.index].groupby([drawn["measure"], drawn["per"]], dropna=False)
    return alike.transform("max")


def _span(drawn: pd.DataFrame, gaps: list[Gap]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day shown: all windows, with room for a gap that goes on."""
    first = drawn["window_start"].where(drawn["kind"] != "as_of", drawn["window_end"]).min()
    last = drawn["window_end"].max()
    for gap in gaps:
        begins = pd.Timestamp(gap.from_.first)
        if begins > last and begins - last < pd.Timedelta(days=200):
            last = begins + pd.Timedelta(days=60)
    room = max((last - first) * 0.03, pd.Timedelta(days=6))
    return first - room, last + room


def _write_title(panel: Panel, drawn: pd.DataFrame, words: str) -> list[str]:
    """The claimant in bold; below it what is told apart and counted."""
    scale = f"{words}, log scale" if panel.log else words
    name = wrapped(panel.rows["claimant_name"].iloc[0], _WIDTH - 4).split("<br>")
    below = wrapped("\u00a0· ".join([*name_series(panel.rows, drawn), scale]), _WIDTH)
    return [*(f"<b>{line}</b>" for line in name), *below.split("<br>")]


def name_series(rows: pd.DataFrame, among: pd.DataFrame) -> list[str]:
    """Whatever tells a claimant's series from the other rows drawn."""
    one = rows.iloc[0]
    return [
        str(one[column])
        for column in ("measure_label", "offence_label", "unit_name", "category", "place")
        if among[column].nunique(dropna=False) > 1 and isinstance(one[column], str)
    ]


def _lay_out(
    titles: list[list[str]], ink: Ink, strip: bool
) -> tuple[Drawing, list[tuple[float, float]]]:
    """The figure, and each panel's lower and upper edge as parts of the plotted height."""
    tall = _HEIGHTS.get(len(titles), 112)
    left = EVENT_STRIP * strip + sum(len(title) * _LINE + 8 + tall + _TICKS for title in titles)
    plotted, bands = left, []
    left -= EVENT_STRIP * strip
    for title in titles:
        upper = left - len(title) * _LINE - 8
        bands.append(((upper - tall) / plotted, upper / plotted))
        left = upper - tall - _TICKS
    return Drawing(ink, plotted + 16), bands


def _add_axes(
    drawing: Drawing,
    panel: Panel,
    band: tuple[float, float],
    ink: Ink,
    edges: tuple[float, float],
) -> None:
    days = {**date_axis(ink), "range": list(map(iso, panel.span)), "anchor": panel.axes["yaxis"]}
    if panel.position:
        days["matches"] = "x"
    numbers = {
        **number_axis(ink, panel.log),
        "range": list(edges),
        "domain": list(band),
        "anchor": panel.axes["xaxis"],
    }
    drawing.set_layout(**{_long(panel.axes["xaxis"]): days, _long(panel.axes["yaxis"]): numbers})


def _find_edges(panel: Panel, low: float) -> tuple[float, float]:
    """The range of its axis of counts; on a log axis in powers of ten."""
    if panel.log:
        return floor(log10(max(low, 1))), ceil(log10(max(panel.top, 10) * 1.05))
    return 0, panel.top * HEADROOM or 1


def _add_title(drawing: Drawing, band: tuple[float, float], lines: list[str]) -> None:
    drawing.add_note(
        text="<br>".join(lines), x=0, y=band[1], xref="paper", yref="paper", xanchor="left",
        yanchor="bottom", align="left", name="title", font={"size": TEXT_SIZE},
    )  # fmt: skip


def _long(axis: str) -> str:
    return f"{axis[0]}axis{axis[1:]}"
