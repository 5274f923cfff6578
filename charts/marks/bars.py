"""Windows: bars that span their days and are as high as a count for a month; short ones dots.

A window shorter than 28 days is never drawn as a pace: at least 500 on one day are not 15,000 a
month. It is a diamond at its own count, as is a count of zero, whose bar could not be seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from charts.look.axes import DAY
from charts.look.drawing import Drawing
from charts.look.style import fade
from charts.marks.claims import Mark, add_arrows, add_signs, paint
from charts.marks.panels import Look, Panel, is_short, pace_of
from loaders.sentences import counted

_NARROWEST = 1 / 250
"""The part of the width that a bar takes at least, so that it can be seen."""
_LABEL_SHARE = 0.3
"""The part of a phone's width that the words beside a diamond take."""


def add_windows(drawing: Drawing, panel: Panel, look: Look) -> None:
    """Long windows first, so that short ones lie in front and can be reached."""
    ordered = sorted(panel.marks, key=lambda mark: mark.days, reverse=True)
    _add_bars(drawing, panel, [mark for mark in ordered if _is_bar(mark)], look)
    _add_diamonds(drawing, panel, [mark for mark in ordered if not _is_bar(mark)])
    tops = [panel.counts.inside(mark.stated * pace_of(mark, look)) for mark in ordered]
    days, ends = [str(mark.middle) for mark in ordered], [panel.counts.at(top) for top in tops]
    add_arrows(drawing, days, ends, ordered, (0, -20), panel.refs)
    add_signs(drawing, days, tops, ordered, **panel.axes)


def _is_bar(mark: Mark) -> bool:
    return not is_short(mark) and mark.stated > 0


def _add_bars(drawing: Drawing, panel: Panel, marks: Sequence[Mark], look: Look) -> None:
    """Solid as far as the count, or the lower end of a range; pale for the rest of the range."""
    lower = [mark.least * pace_of(mark, look) for mark in marks]
    solid = [(mark, height) for mark, height in zip(marks, lower, strict=True) if height > 0]
    opacity = _find_opacities(marks)
    if solid:
        shown, heights = zip(*solid, strict=True)
        shades = [opacity[mark.id] for mark in shown]
        _add_blocks(drawing, panel, shown, shades, y=list(heights))
    ranged = [
        (mark, panel.counts.inside(low))
        for mark, low in zip(marks, lower, strict=True)
        if mark.count is None
    ]
    if ranged:
        shown, bases = zip(*ranged, strict=True)
        rest = [m.stated * pace_of(m, look) - base for m, base in ranged]
        _add_blocks(drawing, panel, shown, [0.12] * len(shown), y=rest, base=list(bases))


def _find_opacities(marks: Sequence[Mark]) -> dict[str, float]:
    """Hollow for `about`, faint for a window with another inside it, else solid."""
    alike = Counter((mark.first, mark.window_end) for mark in marks)
    earliest_end, found = date.max, {}
    for mark in sorted(marks, key=lambda mark: (-mark.first.toordinal(), mark.window_end)):
        holds = earliest_end <= mark.window_end or alike[mark.first, mark.window_end] > 1
        found[mark.id] = 0.0 if mark.bound == "about" else 0.1 if holds else 0.45
        earliest_end = min(earliest_end, mark.window_end)
    return found


def _add_blocks(
    drawing: Drawing, panel: Panel, marks: Sequence[Mark], opacity: Sequence[float], **ends: Any
) -> None:
    color = drawing.ink.force(panel.marks[0].force)
    narrowest = (panel.last - panel.first).days * _NARROWEST
    drawing.add_bar(
        x=[str(mark.first) for mark in marks],
        width=[max(mark.days, narrowest) * DAY for mark in marks],
        offset=0,
        marker={
            "color": [fade(color, part) for part in opacity],
            "line": {"color": color, "width": 1.2},
            "cornerradius": 0,
        },
        **ends,
        **paint(marks),
        **panel.axes,
    )


def _add_diamonds(drawing: Drawing, panel: Panel, marks: Sequence[Mark]) -> None:
    """Each at its own count, an upright line over a stated range, words where there is room."""
    if not marks:
        return
    color, inside = drawing.ink.force(panel.marks[0].force), panel.counts.inside
    drawing.add_scatter(
        x=[str(mark.middle) for mark in marks], y=[inside(mark.stated) for mark in marks],
        mode="markers", cliponaxis=False, name="short", **paint(marks), **panel.axes,
        marker={"symbol": [f"diamond{mark.hollow}" for mark in marks], "size": 10,
                "color": color, "line": {"width": 1.5, "color": color}},
    )  # fmt: skip
    ranged = [mark for mark in marks if mark.count is None]
    if ranged:
        drawing.add_scatter(
            x=[day for mark in ranged for day in (str(mark.middle), str(mark.middle), None)],
            y=[end for mark in ranged for end in (inside(mark.least), inside(mark.stated), None)],
            mode="lines", line={"color": color, "width": 3}, opacity=0.45, hoverinfo="skip",
            name="span", **panel.axes,
        )  # fmt: skip
    largest_first = sorted(marks, key=lambda mark: mark.stated, reverse=True)
    for mark in panel.spread(largest_first, _LABEL_SHARE):
        _add_label(drawing, panel, mark)


def _add_label(drawing: Drawing, panel: Panel, mark: Mark) -> None:
    """`500 in 1 day`."""
    side = panel.side_of(mark.middle)
    days = f" in {counted(mark.days, 'day')}" if is_short(mark) else ""
    drawing.add_note(
        f"{mark.number}{mark.pace or days}", x=str(mark.middle), y=panel.counts.at(mark.stated),
        xanchor=side, yanchor="middle", name="short", xshift=9 if side == "left" else -9,
        **panel.refs,
    )  # fmt: skip
