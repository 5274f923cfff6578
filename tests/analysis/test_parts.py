"""Parts and wholes: breakdowns, what is not itemised, and parts that do not fit."""

from __future__ import annotations

import pytest

from analysis.adding.parts import Block, breakdowns_of, find_breakdowns, find_wholes, grow_tree
from tests.analysis.ledgers import REAL, ledger_of


def breakdown(whole: str, *parts: str):
    """The one breakdown of a whole `w`; every part is given without its `part_of`."""
    ledger = ledger_of(f"w, {whole}", *(f"{part}, part_of: w" for part in parts))
    (found,) = breakdowns_of(ledger, ledger.figures["w"])
    return found


ARMY = "unit: army-8, during: 2024, count: "


@pytest.mark.parametrize(
    ("whole", "part", "verdict", "reason"),
    [
        ("100", "100", "fits", ""),
        ("100", "101", "exceeds", "above the whole by 1"),
        ("100, bound: more_than", "100", "fits", ""),
        ("100, bound: more_than", "101", "cannot be tested", "the whole has no upper end"),
        ("100, bound: up_to", "101", "exceeds", "above the whole by 1"),
        ("100", "90, bound: at_least", "fits", ""),
        ("100", "101, bound: at_least", "exceeds", "above the whole by 1"),
        ("100", "150, bound: up_to", "cannot be tested", "the parts have no lower end"),
        ("49000, bound: at_least", "500, bound: almost", "fits", ""),
        ("{low: 60, high: 90}", "{low: 80, high: 95}", "fits", ""),
        ("{low: 60, high: 90}", "91", "exceeds", "above the whole by 1"),
        (
            "12000, bound: about",
            "12400",
            "cannot be tested",
            "above the whole by 400, which rounding may explain",
        ),
        ("12000, bound: about", "12501", "exceeds", "above the whole by 501"),
        ("100, status: withdrawn", "101", "cannot be tested", "the whole was withdrawn"),
    ],
)
def test_a_part_is_held_against_its_whole_by_the_ends_that_are_known(whole, part, verdict, reason):
    found = breakdown(f"during: 2024, count: {whole}", f"a, {ARMY}{part}")
    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("whole", "part", "words"),
    [
        ("100", "60", "by unit: 60 people of 100 people; 40 people not itemised"),
        ("100", "100", "by unit: 100 people of 100 people; all people itemised"),
        (
            "100, bound: more_than",
            "60, bound: about",
            "by unit: about 60 people of more than 100 people; "
            "at least 40 people (approximate) not itemised",
        ),
        (
            "100, bound: more_than",
            "101",
            "by unit: 101 people of more than 100 people; "
            "how many people are not itemised cannot be said",
        ),
        (
            "100, bound: up_to",
            "60",
            "by unit: 60 people of up to 100 people; up to 40 people not itemised",
        ),
        (
            "12000, bound: about",
            "11900",
            "by unit: 11,900 people of about 12,000 people; "
            "all people itemised, as far as the rounding shows",
        ),
        ("100", "101", "by unit: 101 people of 100 people"),
    ],
)
def test_what_is_left_is_not_itemised(whole, part, words):
    assert breakdown(f"during: 2024, count: {whole}", f"a, {ARMY}{part}").words == words


def test_parts_that_fit_alone_can_exceed_together():
    found = breakdown(
        "during: 2024, count: 100",
        f"a, {ARMY}60",
        f"b, {ARMY}50".replace("army-8", "army-58"),
    )
    assert (found.verdict, found.reason) == ("exceeds", "above the whole by 10")
    assert (found.too_large, found.left) == ((), None)


def test_a_part_that_exceeds_alone_is_named():
    found = breakdown("during: 2024, count: 100", f"a, {ARMY}130")
    assert [part.id for part in found.too_large] == ["a"]


def test_parts_that_hold_one_another_are_not_added():
    found = breakdown(
        "during: 2024, count: 100", f"a, {ARMY}60", f"b, {ARMY}50".replace("army-8", "division-20")
    )
    assert (found.total, found.verdict) == (None, "cannot be tested")
    assert found.reason == "one unit holds the other: division-20 is in army-8"


def test_parts_that_count_another_thing_are_not_tested():
    found = breakdown(
        "during: 2024, count: 100", "a, measure: verdicts, offence: awol, during: 2024, count: 200"
    )
    assert found.reason == "different things are counted: people, verdicts"


def test_parts_that_differ_in_two_fields_are_held_against_the_whole_one_by_one():
    found = breakdown(
        "during: 2024, count: 100",
        "a, unit: army-8, category: mobilised, during: 2024, count: 60",
        "b, unit: army-58, category: mobilised, during: 2024, count: 60",
    )
    assert (found.fields, found.total, found.verdict) == (
        ("unit", "category"),
        None,
        "cannot be tested",
    )
    assert found.reason == "parts that differ by unit and category are not added"


def test_two_breakdowns_of_one_whole_stay_apart():
    ledger = ledger_of(
        "w, count: 100, during: 2024",
        "a, unit: army-8, count: 80, during: 2024, part_of: w",
        "b, place: Kursk, count: 70, during: 2024, part_of: w",
        "c, count: 30, during: 2024-01, part_of: w",
    )
    found = breakdowns_of(ledger, ledger.figures["w"])
    assert [one.fields for one in found] == [("unit",), ("place",), ("window",)]
    assert [one.verdict for one in found] == ["fits", "fits", "fits"]


def test_a_corrected_part_is_left_out():
    ledger = ledger_of(
        "w, count: 100, during: 2024",
        "a, unit: army-8, count: 200, during: 2024, part_of: w, status: withdrawn",
    )
    assert breakdowns_of(ledger, ledger.figures["w"]) == ()


def sketch(block: Block) -> list[object]:
    return [block.kind, block.label, block.words, *map(sketch, block.children)]


def test_the_tree_goes_from_the_whole_to_its_parts_and_the_rest():
    district = REAL.figures["hur-southern-military-district-2024-04"]
    army = [
        "figure",
        "8th Combined Arms Army",
        "about 12,000 people",
        [
            "breakdown",
            "by category",
            "by category: about 12,000 people of about 12,000 people; all people itemised: fits",
            ["figure", "contract", "2,000 people"],
            ["figure", "mobilised", "about 10,000 people"],
        ],
    ]
    rest = "at least 3,500 people (approximate) not itemised"
    assert sketch(grow_tree(REAL, district)) == [
        "figure",
        "Southern Military District",
        "more than 18,000 people",
        [
            "breakdown",
            "by unit",
            f"by unit: about 14,500 people of more than 18,000 people; {rest}: fits",
            ["figure", "58th Combined Arms Army", "about 2,500 people"],
            army,
            ["rest", "not itemised", rest],
        ],
    ]


def test_wholes_are_the_roots_of_the_trees():
    roots = {figure.id for figure in find_wholes(REAL)}
    assert "hur-southern-military-district-2024-04" in roots
    assert "hur-8-combined-arms-army-2024-04" not in roots


def test_a_chain_of_a_thousand_parts_is_no_problem():
    links = [f"a{n}, count: 5, during: 2024, part_of: a{n - 1}" for n in range(1, 1001)]
    ledger = ledger_of("a0, count: 5, during: 2024", *links)
    block = grow_tree(ledger, ledger.figures["a0"])
    depth = 0
    while block.children:
        block, depth = block.children[0], depth + 1
    assert depth == 2000


def test_three_offences_meet_the_total_of_june_2024():
    (found,) = breakdowns_of(REAL, REAL.figures["mediazona-evasion-court-2024-06"])
    assert found.words == "by offence: 10,025 cases of 10,025 cases; all cases itemised"
    assert (found.verdict, found.fields) == ("fits", ("offence",))


def test_a_breakdown_by_offence_and_one_by_place_are_two_in_the_real_data():
    found = find_breakdowns(REAL)["sibir-realii-evasion-court-2023"]
    assert [one.fields for one in found] == [("offence",), ("place",)]
