"""Sections, keys and fields that are not those of the format: each is told where it stands."""

from __future__ import annotations

import pytest

from tests.loaders.small import SMALL, problems_of, second, small


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            small(("claimants:", "claimant:")),
            [
                '1:1: error: the section "claimants:" is missing',
                '7:1: error: unknown section "claimant"; did you mean "claimants"?',
                '19:15: error: hur-russia-2024: claimant: unknown claimant "hur"',
                '30:15: error: hur-8-army-2024: claimant: unknown claimant "hur"',
            ],
        ),
        (
            SMALL[: SMALL.index("figures:")] + "figures: 5\n",
            ['17:1: error: figures: expected a list of entries, found "5"'],
        ),
        (
            SMALL + "gaps: {a: b}\nmeasure: c\n",
            [
                "39:1: error: gaps: expected a list of entries, found a mapping",
                '40:1: error: unknown section "measure"; did you mean "measures"?',
            ],
        ),
        (
            SMALL.replace("offences:\n  awol:", "offences:\n  - awol:"),
            ["5:1: error: offences: expected entries by key, found a list"],
        ),
        (
            SMALL[: SMALL.index("figures:")],
            ['1:1: error: the section "figures:" is missing'],
        ),
        (
            SMALL + "events:\n  - date:2024\n",
            [
                '40:5: error: event 1: expected fields with values, found "date:2024"; '
                "put a blank after each :"
            ],
        ),
    ],
)
def test_a_section_of_another_shape_is_refused(text, said):
    assert problems_of(text) == [f"figures.yaml:{line}" for line in said]


def test_problems_of_one_record_do_not_hide_those_of_another():
    text = small(("count: 18000", "count: 18k"), ("2024-04-29", "2024-4")).replace(
        "part_of: hur-russia-2024", "part_of: hur-russia-2023"
    )
    assert problems_of(text) == [
        'figures.yaml:22:12: error: hur-russia-2024: count: expected a whole number, found "18k"',
        "figures.yaml:24:12: error: hur-russia-2024: as_of: expected a date written 2024, 2024-01 "
        'or 2024-01-15, found "2024-4"',
        'figures.yaml:36:14: error: hur-8-army-2024: part_of: unknown figure "hur-russia-2023"; '
        'did you mean "hur-russia-2024"?',
    ]


def test_a_key_that_does_not_fit_is_told_where_it_stands_and_where_it_is_missed():
    assert problems_of(small(("id: hur-russia-2024", "id: Hur 2024"))) == [
        "figures.yaml:18:9: error: Hur 2024: id: expected a key of small letters, digits and "
        'hyphens with at least one letter, found "Hur 2024"',
        'figures.yaml:36:14: error: hur-8-army-2024: part_of: unknown figure "hur-russia-2024"; '
        'did you mean "hur-8-army-2024"?',
    ]


def test_a_record_of_many_unknown_fields_gives_twenty_problems():
    many = "".join(f"    k{number}: 1\n" for number in range(50))
    assert len(problems_of(SMALL + many)) == 20


def test_a_record_of_more_fields_than_there_could_be_is_told_once():
    many = "".join(f"    k{number}: 1\n" for number in range(100_000))
    assert problems_of(SMALL + many) == [
        "figures.yaml:90:5: error: one entry has more than 60 fields"
    ]


def test_a_letter_that_only_looks_right_is_named():
    assert problems_of(small(("bound:", "b\u043eund:"))) == [
        'figures.yaml:23:5: error: hur-russia-2024: unknown field "b\u043eund"; its character 2 is '
        'U+043E, cyrillic small letter o; did you mean "bound"?'
    ]


def test_a_list_is_not_called_empty_because_its_one_entry_does_not_fit():
    record = "error: hur-8-army-2024: citations"
    assert problems_of(second(("- {article: paper-a}", "- paper-a"))) == [
        f'figures.yaml:38:9: {record}: expected fields with values, found "paper-a"'
    ]
    assert problems_of(second(("\n      - {article: paper-a}", " []"))) == [
        f"figures.yaml:37:16: {record}: expected at least one entry, found none"
    ]


def test_a_field_that_is_none_is_told_the_nearest_of_all_fields():
    gap = "{claimant: hur, measure: left_unit, unit: russia, form: 2024, reason: stopped}"
    text = small(("via: [Agora]", "vai: [Agora]")) + f"gaps:\n  - {gap}\n"
    assert problems_of(text) == [
        'figures.yaml:28:28: error: hur-russia-2024: citations: unknown field "vai"; '
        'did you mean "via"?',
        "figures.yaml:40:5: error: gap 1: from: is required and missing",
        'figures.yaml:40:55: error: gap 1: unknown field "form"; did you mean "from"?',
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "agora: {",
            "Agora NGO: {",
            "9:3: error: claimants: expected a key of small letters, digits and hyphens with at "
            'least one letter, found "Agora NGO"',
        ),
        (
            "  verdicts: {",
            "  verdicts-x: {",
            "4:3: error: measures: expected a word of small letters and underscores, "
            'found "verdicts-x"',
        ),
    ],
)
def test_a_key_that_no_record_could_name_is_told_where_it_stands(old: str, new: str, said: str):
    assert problems_of(small((old, new))) == [f"figures.yaml:{said}"]
