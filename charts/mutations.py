"""What changed in print: from what to what and how often, and by outlet."""

from __future__ import annotations

from analysis.adding.bounds import Bounds
from analysis.mutations import Mutations, Tally
from charts.look.drawing import Drawing
from charts.look.style import Ink
from charts.marks.meters import Meter, draw_meters
from loaders.sentences import counted

MOST_TURNS = 6
MOST_OUTLETS = 6


def draw_turns(found: Mutations, ink: Ink, *, most: int = MOST_TURNS) -> Drawing | None:
    """One row a change, most often first; None where nothing changed."""
    meters = [
        Meter(f"{before} → {after}", field.replace("_", " "), Bounds(times, times))
        for field, before, after, times in found.turns[:most]
    ]
    if not meters:
        return None
    return draw_meters(meters, "citations that printed it so", "", ink)


def draw_outlets(found: Mutations, ink: Ink, *, most: int = MOST_OUTLETS) -> Drawing | None:
    """One row an outlet: citations with a change solid, all its citations hollow behind."""
    meters = [
        Meter(tally.name, tally.words, Bounds(tally.changed, tally.citations))
        for tally in _changing(found)[:most]
    ]
    return draw_meters(meters, "citations", "", ink) if meters else None


def say_left_out(found: Mutations) -> str:
    """What `draw_turns` and `draw_outlets` leave to the table, or nothing."""
    turns = max(len(found.turns) - MOST_TURNS, 0)
    outlets = max(len(_changing(found)) - MOST_OUTLETS, 0)
    if not turns and not outlets:
        return ""
    return (
        f"Drawn: the most frequent; {counted(turns, 'more change')} and "
        f"{counted(outlets, 'more outlet')} are in the table below."
    )


def say_mutations(found: Mutations) -> str:
    """The text alternative of both, and how many outlets are not drawn."""
    turns = [f"{b} printed as {a} ({counted(n, 'time')})" for _, b, a, n in found.turns[:3]]
    left = len(_changing(found)) - MOST_OUTLETS
    more = f" {counted(left, 'more outlet')} with a change not drawn." if left > 0 else ""
    most = f" Most often: {'; '.join(turns)}." if turns else ""
    return f"{found.all.words}.{most}{more}"


def _changing(found: Mutations) -> list[Tally]:
    return [tally for tally in found.outlets if tally.changed]
