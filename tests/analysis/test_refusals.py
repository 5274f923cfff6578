"""What a refusal to add names: the rule or field, and the figures no sum can hold together."""

from __future__ import annotations

import pytest

from analysis.adding.sums import Refusal, add, find_addable
from loaders.load import read_ledger
from tests.analysis.ledgers import ledger_of, text_of

WHOLE = "w, unit: district, count: 100, during: 2024"


def refuse(*figures: str, ids: str = "") -> tuple[str, str, tuple[str, ...]]:
    ledger = ledger_of(*figures)
    chosen = [ledger.figures[id] for id in ids.split()] or list(ledger.figures.values())
    refusal = add(ledger, chosen)
    assert isinstance(refusal, Refusal)
    return refusal.field, refusal.words, refusal.figures


@pytest.mark.parametrize(
    ("field", "rest"),
    [
        ("per", "during: 2024-0{}, per: day"),
        ("as_of", "as_of: 2024-0{}"),
        ("as_of", "as_of: 2024-0{}, measure: absent"),
        ("window", "during: 2024-0{}/2024-05"),
    ],
)
def test_a_line_that_is_not_added_names_its_first_two_figures(field: str, rest: str):
    figures = [f"{id}, count: 5, {rest.format(n)}" for n, id in enumerate("cab", 1)]
    found = refuse(*figures)
    assert (found[0], found[2]) == (field, ("c", "a"))


def test_a_figure_alone_or_given_twice_is_refused_by_number():
    one = "a, count: 5, during: 2024"
    assert refuse(one) == ("number", "a sum needs two figures or more", ())
    other = "b, count: 5, during: 2023"
    assert refuse(one, other, ids="b a a") == ("number", "a is given twice", ("a",))


def test_a_figure_set_aside_is_named_alone():
    figures = ("a, count: 5, during: 2023", "b, count: 5, during: 2024, status: withdrawn")
    assert refuse(*figures) == ("status", "b was withdrawn by its claimant", ("b",))


def test_a_part_is_never_added_to_the_whole_of_its_whole():
    figures = (
        WHOLE,
        "a, unit: army-8, count: 60, during: 2024, part_of: w",
        "b, unit: division-20, count: 30, during: 2024, part_of: a",
    )
    words = "b is a part of w and counted there already"
    assert refuse(*figures, ids="w b") == ("part_of", words, ("w", "b"))


def test_a_difference_names_its_field_and_the_two_figures():
    figures = (
        "a, count: 5, during: 2022",
        "b, count: 5, during: 2023",
        "c, count: 5, during: 2024, unit: ukraine",
    )
    words = "different units are counted: Russian forces, Ukrainian forces"
    assert refuse(*figures) == ("unit", words, ("a", "c"))


def test_of_several_differences_the_gravest_is_named():
    figures = (
        "a, count: 5, during: 2022",
        "b, count: 5, during: 2023, place: Kursk",
        "c, count: 5, during: 2024, measure: refused",
        "d, count: 5, during: 2025, claimant: hur",
    )
    words = "different things are counted: left their unit, refused to fight"
    assert refuse(*figures) == ("measure", words, ("a", "c"))


def test_parts_of_other_claimants_are_not_one_breakdown():
    figures = (
        f"{WHOLE}, claimant: hur",
        "a, unit: district, count: 60, during: 2024, part_of: w",
        "b, unit: district, count: 30, during: 2024, claimant: agora, part_of: w",
    )
    words = "different claimants count: Mediazona, Agora"
    assert refuse(*figures, ids="a b") == ("claimant", words, ("a", "b"))


def test_a_part_that_differs_by_nothing_is_in_no_breakdown():
    figures = (
        WHOLE,
        "a, unit: district, count: 60, during: 2024, part_of: w",
        "b, unit: army-8, count: 30, during: 2024, part_of: w",
    )
    assert refuse(*figures, ids="a b")[0] == "unit"


def test_two_breakdowns_of_one_whole_are_named_with_a_figure_of_each():
    figures = (
        WHOLE,
        "a, unit: army-8, count: 60, during: 2024, part_of: w",
        "b, unit: district, place: Kursk, count: 30, during: 2024, part_of: w",
    )
    words = "two breakdowns of one whole are not added to each other: by unit, by place"
    assert refuse(*figures, ids="a b") == ("breakdown", words, ("a", "b"))


def test_breakdowns_of_two_wholes_differ_by_what_their_parts_differ_in():
    figures = (
        WHOLE,
        "v, unit: district, count: 100, during: 2023",
        "a, unit: army-8, count: 60, during: 2024, part_of: w",
        "b, unit: district, place: Kursk, count: 30, during: 2023, part_of: v",
    )
    words = "different units are counted: Southern District, 8th Army"
    assert refuse(*figures, ids="a b") == ("unit", words, ("b", "a"))


def test_an_overlap_within_a_breakdown_is_refused_by_the_field_it_differs_in():
    figures = (
        WHOLE,
        "a, unit: army-58, count: 6, during: 2024, part_of: w",
        "b, unit: army-8, count: 60, during: 2024, part_of: w",
        "c, unit: division-20, count: 30, during: 2024, part_of: w",
    )
    words = "one unit holds the other: division-20 is in army-8"
    assert refuse(*figures, ids="a b c") == ("unit", words, ("b", "c"))


def test_parts_by_time_that_overlap_are_refused():
    figures = (
        "w, count: 100, as_of: 2024-12, since: 2024-01",
        "a, count: 20, during: 2024-01/2024-03, part_of: w",
        "b, count: 20, as_of: 2024-06, since: 2024-03, part_of: w",
    )
    words = "times overlap: 2024-01/2024-03 and 2024-03/2024-06"
    assert refuse(*figures, ids="a b") == ("window", words, ("a", "b"))


@pytest.mark.parametrize(
    ("early", "late", "words"),
    [
        ("2024", "2024-02", "2024-02 lies within 2024"),
        ("2024-01/2024-02", "2024-01/2024-04", "2024-01/2024-02 lies within 2024-01/2024-04"),
        ("2024-01", "2024-01-31/2024-02-09", "2024-01 and 2024-01-31/2024-02-09"),
    ],
)
def test_windows_that_overlap_by_a_day_or_more_are_named_by_time(early: str, late: str, words: str):
    found = refuse(f"b, count: 5, during: {late}", f"a, count: 5, during: {early}")
    assert found == ("window", f"times overlap: {words}", ("a", "b"))


def test_a_second_and_third_that_overlap_are_found():
    figures = (
        "a, count: 5, during: 2024-01",
        "b, count: 5, during: 2024-02",
        "c, count: 5, during: 2024-02-29/2024-03-02",
    )
    assert refuse(*figures)[2] == ("b", "c")


def test_open_ends_of_both_kinds_are_named():
    figures = (
        "a, count: 5, during: 2022, bound: up_to",
        "b, count: 6, during: 2023",
        "c, count: 7, during: 2024, bound: more_than",
    )
    words = "one number is open upwards and one downwards: more than 7, up to 5"
    assert refuse(*figures) == ("bound", words, ("c", "a"))


def test_a_figure_is_offered_those_of_its_claimant_and_measure_that_it_has_a_sum_with():
    ledger = ledger_of(
        "a, count: 5, during: 2022",
        "b, count: 6, during: 2024",
        "c, count: 7, during: 2022-12/2023-02",
        "d, count: 7, during: 2023, claimant: hur",
        "e, count: 7, during: 2023, measure: refused",
        "f, count: 8, during: 2024-06",
    )
    offered = find_addable(ledger, ledger.figures["a"])
    assert [figure.id for figure in offered] == ["b", "f"]


def test_two_parts_for_one_unit_are_not_added():
    figures = (
        WHOLE,
        "a, unit: army-8, count: 60, during: 2024, part_of: w",
        "b, unit: army-8, count: 30, during: 2024, part_of: w",
        "c, unit: army-58, count: 3, during: 2024, part_of: w",
    )
    words = "both are for one unit: army-8"
    assert refuse(*figures, ids="a b c") == ("unit", words, ("a", "b"))


@pytest.mark.parametrize(
    ("bound", "words"), [("up_to", "sum: up to 11 people"), ("at_least", "sum: at least 11 people")]
)
def test_numbers_open_at_one_end_are_added_to_those_that_are_not(bound: str, words: str):
    ledger = ledger_of(f"a, count: 5, during: 2023, bound: {bound}", "b, count: 6, during: 2024")
    assert str(add(ledger, ledger.figures.values())) == words


def test_a_place_is_told_from_all_places():
    figures = ("a, count: 5, during: 2023", "b, count: 6, during: 2024, place: Kursk")
    words = "different places are counted: all, Kursk"
    assert refuse(*figures) == ("place", words, ("a", "b"))


def test_units_of_one_name_are_named_once():
    text = text_of(
        "a, unit: army-8, count: 5, during: 2023", "b, unit: army-58, count: 6, during: 2024"
    )
    ledger = read_ledger(text.replace("58th Army", "8th Army").encode())
    assert str(add(ledger, ledger.figures.values())) == (
        "refused: different units are counted: 8th Army"
    )
