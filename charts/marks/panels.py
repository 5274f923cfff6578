"""Small multiples over time: marks in, a drawing with one panel a series and the same days in all.

A panel is what one claimant said about one question; its axes carry the words. Behind the panels
lie events and the times for which a claimant published nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from charts.look.axes import CountAxis, count_axis, date_axis, span_counts, tick_room
from charts.look.drawing import Drawing
from charts.look.style import TEXT_SIZE, Ink, wrap
from charts.marks.claims import Mark, tell_apart
from loaders.dates import DAYS_PER_MONTH
from loaders.records import Event, Gap

MOST_PANELS = 10
SHORTEST = 28
"""Days of the shortest month: of a shorter window nobody knows the pace."""
SMALL_PART = 0.1
"""A panel whose highest mark is below this part of the common scale gets its own."""
_HEADROOM = 1.6
"""Axis above the highest mark, for its arrow, its number and a note at the panel's top."""
_HEIGHTS = {1: 300, 2: 190, 3: 160, 4: 130, 5: 120}
EVENT_STRIP, _LINE, _TICKS = 66, 17, 42
"""Pixels: the events' words above the first panel, a line of a title, the ticks of days."""
_WIDTH = 50
"""How many characters of a panel's title fit side by side on a phone."""


@dataclass(frozen=True)
class Look:
    """How a reader wants a chart over time drawn."""

    ink: Ink
    as_reported: bool = False
    """Each count at its own height, not as a count for a month."""
    log: bool = False
    same_y: bool = True
    """One scale for all panels that count the same; without it each has its own."""
    events: Sequence[Event] = ()
    gaps: Sequence[Gap] = ()
    most: int = MOST_PANELS
    """How many panels are drawn."""


_ALIKE = attrgetter("claimant", "measure", "offence", "unit", "category", "place", "per")


def series_of(mark: Mark) -> tuple[object, ...]:
    """What marks that share a panel have in common."""
    return (*_ALIKE(mark), mark.basis == "forecast")


def split_series(marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each series, which share a panel; those with most claims first."""
    found: dict[object, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[series_of(mark)].append(mark)
    return sorted(found.values(), key=len, reverse=True)


@dataclass(frozen=True)
class Panel:
    """One series, its place in the drawing, its axis of counts and the days of all panels."""

    marks: list[Mark]
    position: int
    counts: CountAxis
    first: date
    last: date
    gaps: list[Gap]

    @property
    def axes(self) -> dict[str, Any]:
        """What ties a trace to this panel."""
        number = "" if self.position == 0 else str(self.position + 1)
        return {"xaxis": f"x{number}", "yaxis": f"y{number}"}

    @property
    def refs(self) -> dict[str, Any]:
        """What ties an annotation or a shape to it."""
        return {"xref": self.axes["xaxis"], "yref": self.axes["yaxis"]}

    @property
    def top(self) -> dict[str, Any]:
        """The same with heights from 0, its foot, to 1, its upper edge."""
        return {"xref": self.axes["xaxis"], "yref": f"{self.axes['yaxis']} domain"}

    def share(self, day: date) -> float:
        """How far along the axis a day lies, from 0 to 1."""
        return (day - self.first) / (self.last - self.first)

    def side_of(self, day: date) -> str:
        """The side that words at this day start from, so that they stay inside the panel."""
        return "left" if self.share(day) < 0.55 else "right"

    def reach(self, day: date, part: float) -> tuple[float, float]:
        """From where to where words at this day reach, if they take `part` of the width."""
        at = self.share(day)
        return (at, at + part) if self.side_of(day) == "left" else (at - part, at)

    def spread(self, marks: Iterable[Mark], part: float) -> Iterator[Mark]:
        """Those beside whose marks words have room that do not lie on the words before."""
        taken: list[tuple[float, float, float]] = []
        for mark in marks:
            left, right = self.reach(mark.middle, part)
            height = self.counts.share(mark.stated)
            if not any(left < r and le < right and abs(height - h) < 0.16 for le, r, h in taken):
                taken.append((left, right, height))
                yield mark


def is_short(mark: Mark) -> bool:
    """Whether its window is too short to be drawn as a pace."""
    return mark.days < SHORTEST


def pace_of(mark: Mark, look: Look) -> float:
    """What its count is multiplied by to give its height."""
    as_reported = look.as_reported or mark.kind != "during" or is_short(mark)
    return 1 if as_reported else DAYS_PER_MONTH / mark.days


def arrange(series: Sequence[list[Mark]], look: Look) -> tuple[Drawing, list[Panel]]:
    """A drawing with an empty panel for each series."""
    drawn = [mark for marks in series for mark in marks]
    gaps = [match_gaps(marks[0], look.gaps) for marks in series]
    first, last = _find_span(drawn, [gap for own in gaps for gap in own])
    scales = _find_scales(series, look)
    panels = [
        Panel(marks, place, counts, first, last, own)
        for place, (marks, counts, own) in enumerate(zip(series, scales, gaps, strict=True))
    ]
    highest = max(panel.counts.high for panel in panels)
    titles = [_write_title(panel, drawn, _say_axis(panel.marks, look)) for panel in panels]
    drawing, bands = _lay_out(titles, look.ink, bool(events_within(look, first, last)))
    drawing.update_layout(margin={"l": tick_room(highest), "r": 12, "t": 8, "b": 8})
    for panel, band, title in zip(panels, bands, titles, strict=True):
        _add_axes(drawing, panel, band)
        drawing.add_annotation(
            text="<br>".join(title), x=0, y=band[1], xref="paper", yref="paper", xanchor="left",
            yanchor="bottom", name="title", font={"size": TEXT_SIZE},
        )  # fmt: skip
    return drawing, panels


def match_gaps(mark: Mark, gaps: Iterable[Gap]) -> list[Gap]:
    """The gaps of its series: claimant, measure, offence, unit, and all its people."""
    if mark.category or mark.place:
        return []
    key = (mark.claimant, mark.measure, mark.offence, mark.unit)
    return [gap for gap in gaps if (gap.claimant, gap.measure, gap.offence, gap.unit) == key]


def events_within(look: Look, first: date, last: date) -> list[Event]:
    """The events that begin inside the days shown."""
    return [event for event in look.events if first <= event.date.start.first <= last]


def _find_span(drawn: list[Mark], gaps: list[Gap]) -> tuple[date, date]:
    """First and last day shown: all windows, with room for a gap that goes on."""
    first, last = min(mark.first for mark in drawn), max(mark.window_end for mark in drawn)
    for gap in gaps:
        begins = gap.from_.first
        if timedelta() < begins - last < timedelta(days=200):
            last = begins + timedelta(days=60)
    room = max((last - first) * 0.03, timedelta(days=6))
    return first - room, last + room


def _find_scales(series: Sequence[list[Mark]], look: Look) -> list[CountAxis]:
    """An axis for each series: that of all who count the same, or its own."""
    ends = [
        [end * pace_of(mark, look) for mark in marks for end in (mark.least, mark.stated)]
        for marks in series
    ]
    alike: dict[Any, list[float]] = defaultdict(list)
    for marks, own in zip(series, ends, strict=True):
        alike[marks[0].measure, marks[0].per] += own
    scales = []
    for marks, own in zip(series, ends, strict=True):
        common = alike[marks[0].measure, marks[0].per]
        small = not look.log and max(own) < max(common) * SMALL_PART
        shared = look.same_y and not small
        counts = span_counts(common if shared else own, look.log, _HEADROOM)
        scales.append(replace(counts, own=small and look.same_y))
    return scales


def _say_axis(marks: Sequence[Mark], look: Look) -> str:
    """What the heights count, and what a diamond is where there is one."""
    mark = marks[0]
    if mark.kind != "during" or look.as_reported:
        return f"{mark.counts}{mark.pace}"
    short = any(map(is_short, marks))
    return f"{mark.counts} per month" + f"; ◆ under {SHORTEST} days: the count" * short


def _write_title(panel: Panel, drawn: list[Mark], words: str) -> list[str]:
    """The claimant in bold; below it what is told apart and counted."""
    mark = panel.marks[0]
    name = [f"<b>{line}</b>" for line in wrap(mark.claimant_name, _WIDTH - 4)]
    told = "\u00a0· ".join([*tell_apart(mark, drawn), words + panel.counts.words])
    return [*name, *wrap(told, _WIDTH)]


def _lay_out(
    titles: list[list[str]], ink: Ink, strip: bool
) -> tuple[Drawing, list[tuple[float, float]]]:
    """The drawing, and each panel's lower and upper edge as parts of the plotted height."""
    tall = _HEIGHTS.get(len(titles), 112)
    heights = [len(title) * _LINE + 8 + tall + _TICKS for title in titles]
    plotted = EVENT_STRIP * strip + sum(heights)
    left, bands = sum(heights), []
    for title, height in zip(titles, heights, strict=True):
        upper = left - len(title) * _LINE - 8
        bands.append(((upper - tall) / plotted, upper / plotted))
        left -= height
    return Drawing(ink, plotted + 16), bands


def _add_axes(drawing: Drawing, panel: Panel, band: tuple[float, float]) -> None:
    x, y = panel.axes["xaxis"], panel.axes["yaxis"]
    days = {**date_axis(drawing.ink, panel.first, panel.last), "anchor": y}
    if panel.position:
        days["matches"] = "x"
    counts = {**count_axis(drawing.ink, panel.counts), "domain": list(band), "anchor": x}
    drawing.update_layout(**{f"xaxis{x[1:]}": days, f"yaxis{y[1:]}": counts})
