"""From the claimant to the articles: a tree whose lines are as wide as the articles they carry.

The width never stands for the count. A diamond marks an article that changed something.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.provenance import Hop, Provenance, Relay
from charts.look.drawing import Drawing
from charts.look.style import SMALL_SIZE, Ink, plain, wrap, wrapped
from loaders.sentences import counted

_LINE, _GAP, _INDENT = 16, 12, 22
_WIDTH = 50
_WIDEST = 14
"""Pixels that the widest line may take."""

_Placed = tuple[Hop, int, int, int]
"""A step, how deep it stands, its place from the top and its parent's, in pixels."""


def draw_provenance(found: Provenance, ink: Ink) -> Drawing:
    """The tree of one figure, from the top down."""
    placed = list(_place(found.tree))
    height = placed[-1][2] + _height(placed[-1][0]) + 8
    drawing = Drawing(ink, height + 16)
    # One unit is one pixel in both directions, so that indents read the same at any width.
    drawing.update_layout(
        xaxis={"visible": False, "fixedrange": True, "range": [0, 1]},
        yaxis={"visible": False, "fixedrange": True, "range": [height, 0]},
    )
    for step, depth, y, parent in placed:
        if depth:
            _add_line(drawing, step, (depth, y, parent), found.articles)
        _add_words(drawing, step, depth, y, ink)
    _add_marks(drawing, found, placed, ink)
    return drawing


def say_provenance(found: Provenance) -> str:
    """The text alternative: articles, origin, and what each relay changed."""
    changed = [f"{relay.article.outlet}: {_say_changes(relay)}" for relay in found.changed]
    return f"{found.words}. {'; '.join(changed)}{'.' if changed else ''}".strip()


def _place(tree: Hop) -> Iterator[_Placed]:
    """The steps from the top down, each below its parent."""
    waiting, top = [(tree, 0, 0)], 14
    while waiting:
        step, depth, parent = waiting.pop()
        yield step, depth, top, parent
        waiting.extend((child, depth + 1, top) for child in reversed(step.children))
        top += _height(step)


def _lines(step: Hop, depth: int) -> list[str]:
    room = _WIDTH - 3 * depth
    name = f"<b>{wrapped(step.name, room, most=1)}</b>"
    if step.articles > 1 or step.children:
        name += f" {plain(counted(step.articles, 'article'))}"
    changes = [_say_changes(relay) for relay in step.relays if relay.changed]
    return [
        name,
        *(line for words in changes for line in wrap(words, room, most=2)),
    ]


def _height(step: Hop) -> int:
    return len(_lines(step, 0)) * _LINE + _GAP


def _add_line(drawing: Drawing, step: Hop, place: tuple[int, int, int], articles: int) -> None:
    """Down from the parent, then across to the step."""
    depth, y, parent = place
    wide = max(1.5, _WIDEST * step.articles / max(articles, 1))
    across, line = (depth - 1) * _INDENT + 8, {"color": drawing.ink.grid, "width": wide}
    refs = {"xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": 0, "layer": "below"}
    for x1, y0 in ((across, parent), (across + _INDENT, y)):
        drawing.add_shape(type="line", x0=across, x1=x1, y0=y0, y1=y, line=line, name="way", **refs)


def _add_words(drawing: Drawing, step: Hop, depth: int, y: int, ink: Ink) -> None:
    drawing.add_annotation(
        text="<br>".join(_lines(step, depth)), x=0, y=y, xref="paper", yref="y", xanchor="left",
        yanchor="top", xshift=depth * _INDENT + 18, yshift=10, name="step",
        font={"size": SMALL_SIZE, "color": ink.text},
    )  # fmt: skip


def _add_marks(drawing: Drawing, found: Provenance, placed: list[_Placed], ink: Ink) -> None:
    """A circle a step, a diamond where one of its articles changed something."""
    for step, depth, y, _ in placed:
        changed = any(relay.changed for relay in step.relays)
        drawing.add_shape(
            type="path" if changed else "circle", name="changed" if changed else "step",
            xref="paper", yref="y", xsizemode="pixel", ysizemode="pixel", xanchor=0, yanchor=y,
            fillcolor=ink.accent if changed else ink.paper,
            line={"color": ink.accent if changed else ink.muted, "width": 2},
            **_outline(depth * _INDENT + 8, changed),
        )  # fmt: skip
    drawing.add_scatter(
        x=[0.5] * len(placed), y=[y for _, _, y, _ in placed], mode="markers", opacity=0,
        marker={"size": 18}, customdata=[found.figure.id] * len(placed), name="steps",
        hovertext=[_hover(step) for step, *_ in placed],
    )  # fmt: skip


def _outline(x: int, changed: bool) -> dict[str, object]:
    if changed:
        return {"path": f"M {x - 6},0 L {x},6 L {x + 6},0 L {x},-6 Z"}
    return {"x0": x - 4, "x1": x + 4, "y0": -4, "y1": 4}


def _hover(step: Hop) -> str:
    lines = [wrapped(relay.words, 46) for relay in step.relays]
    return "<br>".join([f"<b>{wrapped(step.name, 40)}</b>", *lines])


def _say_changes(relay: Relay) -> str:
    return "; ".join(change.words for change in relay.changes if not change.rounded)
