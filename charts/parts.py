"""A whole with the parts of one breakdown: an icicle with what is not itemised as its own block.

Where the parts exceed the whole, or may not be added, they are drawn beside it, not inside it.
"""

from __future__ import annotations

from collections.abc import Iterator

import plotly.graph_objects as go

from analysis.tree import Block
from charts.drawing import Drawing
from charts.meters import Meter, draw_meters
from charts.style import SMALL_SIZE, Ink, fade, plain, wrapped
from loaders.sentences import thin

_COLUMN = 18
"""How many characters of a block's words fit side by side on a phone."""


def draw_parts(whole: Block, breakdown: Block, force: str, ink: Ink) -> go.Figure | None:
    """One breakdown of a whole, with the breakdowns of its parts; None where it has no parts."""
    if not breakdown.children:
        return None
    if not _fits(whole, breakdown):
        return _draw_side_by_side(whole, breakdown, ink).figure()
    blocks = list(_lay_out(whole, breakdown, "", _size(whole), 0))
    drawing = Drawing(ink, 380)
    drawing.set_layout(
        uniformtext={"minsize": 10, "mode": "hide"}, margin={"l": 4, "r": 4, "t": 8, "b": 8}
    )
    drawing.add(
        "icicle",
        ids=[id for id, *_ in blocks],
        parents=[parent for _, parent, *_ in blocks],
        values=[size for _, _, size, *_ in blocks],
        text=[_write(block) for *_, block, _ in blocks],
        labels=[plain(block.label) for *_, block, _ in blocks],
        customdata=[block.figure for *_, block, _ in blocks],
        hovertext=[wrapped(f"{block.label}: {block.words}", 46) for *_, block, _ in blocks],
        branchvalues="total",
        sort=False,
        texttemplate="%{text}",
        textposition="top left",
        textfont={"size": SMALL_SIZE, "color": ink.text},
        pathbar={"visible": False},
        leaf={"opacity": 1},
        tiling={"orientation": "h", "pad": 2},
        marker=_paint(blocks, force, ink),
    )
    return drawing.figure()


def say_parts(whole: Block, breakdown: Block) -> str:
    """The text alternative: the whole, its parts, and what is left or why nothing is added."""
    parts = "; ".join(f"{part.label}: {_say(part)}" for part in breakdown.children)
    return thin(f"{whole.label}: {whole.words}. {breakdown.label.capitalize()}: {parts}.")


_Placed = tuple[str, str, int, Block, int]
"""Id, id of the block it lies in, size, the block, how deep it lies."""


def _lay_out(
    block: Block, breakdown: Block | None, parent: str, size: int, depth: int
) -> Iterator[_Placed]:
    """A block and those inside it; the rest is as large as the parts leave it."""
    id = f"{parent}/{block.figure or block.kind}"
    yield id, parent, size, block, depth
    if breakdown is None:
        return
    left = size - sum(_size(part) for part in breakdown.children if part.kind == "figure")
    for part in breakdown.children:
        if part.kind == "rest":
            if left > 0:
                yield f"{id}/rest", id, left, part, depth + 1
            continue
        inner = next((one for one in part.children if _fits(part, one)), None)
        yield from _lay_out(part, inner, id, _size(part), depth + 1)


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


def _say(block: Block) -> str:
    """The block's number; its label already says where it is not itemised."""
    return block.words.removesuffix(f" {block.label}")


def _paint(blocks: list[_Placed], force: str, ink: Ink) -> dict[str, object]:
    """Deeper blocks are darker; what is not itemised is hatched."""
    tones = [fade(ink.force(force), 0.16 + 0.12 * depth) for *_, depth in blocks]
    rest = [block.kind == "rest" for *_, block, _ in blocks]
    return {
        "colors": [ink.shade if left else tone for left, tone in zip(rest, tones, strict=True)],
        "line": {"color": ink.paper, "width": 1},
        "pattern": {
            "shape": ["/" if left else "" for left in rest],
            "fgcolor": fade(ink.muted, 0.35),
            "bgcolor": ink.shade,
            "size": 7,
            "solidity": 0.15,
        },
    }


def _draw_side_by_side(whole: Block, breakdown: Block, ink: Ink) -> Drawing:
    own = [block for block in (whole, *breakdown.children) if block.bounds]
    meters = [
        Meter(
            block.label, block.words, block.bounds, block.figure, ink.lines[-1 if place == 0 else 0]
        )
        for place, block in enumerate(own)
        if block.bounds and block.kind == "figure"
    ]
    return draw_meters(meters, "as stated; not added", breakdown.words, ink)
