"""A whole with the parts of one breakdown: an icicle with what is not itemised as its own block.

Where the parts exceed the whole, or may not be added, they are drawn beside it, not inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.adding.parts import Block
from charts.look.drawing import Drawing
from charts.look.style import SMALL_SIZE, Ink, fade, wrapped
from charts.marks.meters import Meter, draw_meters

_COLUMN = 18
"""How many characters of a block's words fit side by side on a phone."""
_HEIGHT, _SIDE = 364, 8
_LINE = 16
"""Pixels: of the whole, around it, and of a line of words."""


def draw_parts(whole: Block, breakdown: Block, force: str, ink: Ink) -> Drawing | None:
    """One breakdown of a whole, with the breakdowns of its parts; None where it has no parts."""
    if not breakdown.children:
        return None
    if not _fits(whole, breakdown):
        return _draw_side_by_side(whole, breakdown, force, ink)
    blocks = list(_lay_out(whole, breakdown, _size(whole), 0, 0))
    drawing = Drawing(ink, _HEIGHT + 2 * _SIDE)
    columns = max(block.depth for block in blocks) + 1
    drawing.update_layout(
        margin={"l": _SIDE, "r": _SIDE, "t": _SIDE, "b": _SIDE},
        barmode="overlay",
        xaxis={"visible": False, "fixedrange": True, "range": [0, columns]},
        yaxis={"visible": False, "fixedrange": True, "range": [_size(whole), 0]},
    )
    drawing.add_bar(
        orientation="h",
        base=[one.depth for one in blocks],
        x=[1] * len(blocks),
        y=[one.start + one.size / 2 for one in blocks],
        width=[one.size for one in blocks],
        customdata=[one.block.figure for one in blocks],
        hovertext=[wrapped(f"{one.block.label}: {one.block.words}", 46) for one in blocks],
        marker=_paint(blocks, force, ink),
    )
    drawing.add_words(
        x=[one.depth + columns / 100 for one in blocks],
        y=[one.start + _size(whole) / 70 for one in blocks],
        text=[_write_within(one, _HEIGHT * one.size / _size(whole)) for one in blocks],
        textposition="bottom right",
        textfont={"size": SMALL_SIZE, "color": ink.text},
    )
    return drawing


def say_parts(whole: Block, breakdown: Block) -> str:
    """The text alternative: the whole, its parts, and what is left or why nothing is added."""
    parts = "; ".join(f"{part.label}: {_say(part)}" for part in breakdown.children)
    return f"{whole.label}: {whole.words}. {breakdown.label.capitalize()}: {parts}."


class _Placed(NamedTuple):
    """A block, how much it counts, what lies before it in the whole, and how deep it lies."""

    block: Block
    size: int
    start: int
    depth: int


def _lay_out(
    block: Block, breakdown: Block | None, size: int, start: int, depth: int
) -> Iterator[_Placed]:
    """A block and those inside it; the rest is as large as the parts leave it."""
    yield _Placed(block, size, start, depth)
    if breakdown is None:
        return
    left = size - sum(_size(part) for part in breakdown.children if part.kind == "figure")
    for part in breakdown.children:
        if part.kind == "rest":
            if left > 0:
                yield _Placed(part, left, start, depth + 1)
                start += left
            continue
        inner = next((one for one in part.children if _fits(part, one)), None)
        yield from _lay_out(part, inner, _size(part), start, depth + 1)
        start += _size(part)


def _fits(whole: Block, breakdown: Block) -> bool:
    """Whether the parts may be added and lie within the whole."""
    if breakdown.bounds is None or breakdown.verdict == "exceeds":
        return False
    parts = [part for part in breakdown.children if part.kind == "figure"]
    return sum(map(_size, parts)) <= _size(whole)


def _size(block: Block) -> int:
    return block.bounds.numbers.high if block.bounds else 0


def _write(block: Block) -> str:
    label = wrapped(block.label, _COLUMN, most=3).replace("<br>", "</b><br><b>")
    return f"<b>{label}</b><br>{wrapped(_say(block), _COLUMN + 2, most=3)}"


def _write_within(one: _Placed, height: float) -> str:
    """A block's words, or none where they are higher than the block."""
    words = _write(one.block)
    return words if (words.count("<br>") + 1) * _LINE <= height else ""


def _say(block: Block) -> str:
    """The block's number; its label already says where it is not itemised."""
    return block.words.removesuffix(f" {block.label}")


def _paint(blocks: list[_Placed], force: str, ink: Ink) -> dict[str, object]:
    """Deeper blocks are darker; what is not itemised is hatched."""
    tones = [fade(ink.force(force), 0.16 + 0.12 * one.depth) for one in blocks]
    rest = [one.block.kind == "rest" for one in blocks]
    return {
        "color": [ink.shade if left else tone for left, tone in zip(rest, tones, strict=True)],
        "line": {"color": ink.paper, "width": 2},
        "pattern": {
            "shape": ["/" if left else "" for left in rest],
            "fgcolor": ink.muted,
            "fillmode": "overlay",
            "fgopacity": 0.35,
            "size": 7,
            "solidity": 0.15,
        },
    }


def _draw_side_by_side(whole: Block, breakdown: Block, force: str, ink: Ink) -> Drawing:
    own = [block for block in (whole, *breakdown.children) if block.bounds]
    meters = [
        Meter(block.label, block.words, block.bounds, block.figure, ink.force(force))
        for block in own
        if block.bounds and block.kind == "figure"
    ]
    return draw_meters(meters, "as stated; not added", breakdown.words, ink)
