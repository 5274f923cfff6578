"""Wholes and parts: an icicle with what is not itemised, or the parts beside the whole."""

from __future__ import annotations

from typing import Any

from analysis.adding.parts import grow_tree
from charts import parts
from charts.look.style import DARK, LIGHT
from tests.charts.figures import marks_of, seen, words_of
from tests.charts.ledgers import make_ledger

draw_parts = seen(parts.draw_parts)


def tree_of(*figures: dict[str, Any]) -> Any:
    ledger, _ = make_ledger(*figures)
    return grow_tree(ledger, ledger.figures["whole"])


def edges(blocks: Any) -> dict[str, tuple[int, float, float]]:
    """Id -> column, upper and lower edge of its block, in people from the top."""
    return {
        id: (column, middle - size / 2, middle + size / 2)
        for id, column, middle, size in zip(
            blocks.customdata, blocks.base, blocks.y, blocks.width, strict=True
        )
    }


def test_what_is_left_of_the_whole_is_its_own_block():
    whole = tree_of(
        {"id": "whole", "unit": "south", "count": 18000, "bound": "more_than"},
        {"id": "a", "unit": "8-army", "count": 12000, "part_of": "whole"},
        {"id": "b", "unit": "58-army", "count": 2500, "part_of": "whole"},
    )
    blocks, words = draw_parts(whole, whole.children[0], "russia", LIGHT).data
    assert blocks.type == "bar"
    assert edges(blocks) == {
        "whole": (0, 0, 18000),
        "a": (1, 0, 12000),
        "b": (1, 12000, 14500),
        "": (1, 14500, 18000),
    }
    assert words.text[3] == "<b>not itemised</b><br>more than 3,500<br>people"
    assert blocks.marker.pattern.shape == ("", "", "", "/")
    assert parts.say_parts(whole, whole.children[0]) == (
        "Southern District: more than 18,000 people. By unit: 8th Army: 12,000 people; "
        "58th Army: 2,500 people; not itemised: more than 3,500 people."
    )


def test_parts_of_parts_lie_inside_them():
    whole = tree_of(
        {"id": "whole", "unit": "south", "count": 100},
        {"id": "army", "unit": "8-army", "count": 100, "part_of": "whole"},
        {"id": "men", "unit": "8-army", "category": "contract", "count": 40, "part_of": "army"},
    )
    blocks, _ = draw_parts(whole, whole.children[0], "russia", DARK).data
    found = edges(blocks)
    assert [found[id] for id in ("army", "men")] == [(1, 0, 100), (2, 0, 40)]


def test_a_block_lower_than_its_words_shows_them_only_when_pointed_at():
    whole = tree_of(
        {"id": "whole", "unit": "south", "count": 1000},
        {"id": "a", "unit": "8-army", "count": 990, "part_of": "whole"},
        {"id": "b", "unit": "58-army", "count": 10, "part_of": "whole"},
    )
    blocks, words = draw_parts(whole, whole.children[0], "russia", LIGHT).data
    assert words.text[2] == ""
    assert blocks.hovertext[2] == "58th Army: 10 people"


def test_parts_that_exceed_the_whole_stand_beside_it_with_the_failed_check():
    whole = tree_of(
        {"id": "whole", "unit": "south", "count": 100},
        {"id": "a", "unit": "8-army", "count": 90, "part_of": "whole"},
        {"id": "b", "unit": "58-army", "count": 30, "part_of": "whole"},
    )
    figure = draw_parts(whole, whole.children[0], "russia", LIGHT)
    assert [(bar.type, bar.x) for bar in marks_of(figure)] == [
        ("bar", (100,)), ("bar", (90,)), ("bar", (30,))
    ]  # fmt: skip
    verdict = words_of(figure, "row")[3]
    assert "exceeds, above the whole by 20" in verdict.replace("<br>", " ")


def test_parts_that_may_not_be_added_are_not_stacked():
    whole = tree_of(
        {"id": "whole", "count": 100},
        {"id": "a", "count": 90, "measure": "verdicts", "part_of": "whole"},
    )
    figure = draw_parts(whole, whole.children[0], "russia", LIGHT)
    assert {trace.type for trace in marks_of(figure)} == {"bar"}
