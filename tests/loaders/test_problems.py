"""A problem as a line and as data, and what messages say of text and names."""

from __future__ import annotations

import pytest

from loaders.problems import (
    Place,
    Problem,
    Refused,
    Severity,
    label_of,
    name_foreign,
    quote,
    suggest,
)

PROBLEM = Problem(
    Place("f.yaml", 3, 5), "is odd", Severity.WARNING, "a", "count", "alike", figures=("a", "b")
)


def test_a_problem_as_data_has_all_that_its_line_says():
    assert str(PROBLEM) == "f.yaml:3:5: warning: a: count: is odd"
    assert PROBLEM.as_json() == {
        "file": "f.yaml",
        "line": 3,
        "column": 5,
        "severity": "warning",
        "rule": "alike",
        "record": "a",
        "field": "count",
        "message": "is odd",
        "accepted": False,
        "figures": ["a", "b"],
    }


def test_a_problem_of_a_whole_file_has_no_line():
    assert str(Problem(Place("f.yaml"), "is empty")) == "f.yaml: error: is empty"
    accepted = Problem(Place("f.yaml", 1, 1), "is odd", record="a", accepted=True)
    assert str(accepted) == "f.yaml:1:1: accepted: a: is odd"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a\nb", '"a\\nb"'),
        ("x" * 60, f'"{"x" * 60}"'),
        ("x" * 61, f'"{"x" * 57}…"'),
    ],
)
def test_text_is_quoted_on_one_line_and_cut_where_it_is_long(text: str, quoted: str):
    assert quote(text) == quoted


@pytest.mark.parametrize(
    ("section", "key", "label"),
    [
        ("gaps", "3", "gap 3"),
        ("figures", "a-1", "a-1"),
        ("articles", "x" * 60, "x" * 60),
        ("articles", "x" * 61, f'"{"x" * 57}…"'),
        ("articles", "a\tb", '"a\tb"'),
    ],
)
def test_an_entry_is_called_by_its_key_or_its_number(section: str, key: str, label: str):
    assert label_of(section, key) == label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abc", ""),
        ("", ""),
        ("aо", "; its character 2 is U+043E, cyrillic small letter o"),
        ("é", "; its character 1 is U+00E9, latin small letter e with acute"),
        ("1–2", "; its character 2 is U+2013, en dash; write -"),
        ("1\u00a0", "; its character 2 is U+00A0, no-break space; write an ordinary blank"),
        ("«a»", '; its character 1 is U+00AB, left-pointing double angle quotation mark; write "'),
        ("a»", '; its character 2 is U+00BB, right-pointing double angle quotation mark; write "'),
        ("„a", '; its character 1 is U+201E, double low-9 quotation mark; write "'),
        ("٣", "; its character 1 is U+0663, arabic-indic digit three; write 3"),
        ("٠", "; its character 1 is U+0660, arabic-indic digit zero; write 0"),
        ("oﬃce", "; its character 2 is U+FB03, latin small ligature ffi; write ffi"),
        ("\ue000", "; its character 1 is U+E000, no letter"),
    ],
)
def test_a_foreign_sign_is_named_with_what_to_type(text: str, said: str):
    assert name_foreign(text) == said


def test_the_nearest_known_word_is_offered_for_a_slip_and_none_for_another_word():
    known = ["hur", "agora", "x" * 60]
    assert suggest("hurr", known) == '; did you mean "hur"?'
    assert suggest("zzz", known) == ""
    assert suggest("x" * 59, known) == f'; did you mean "{"x" * 60}"?'
    assert suggest("x" * 60, [*known, "y"]) == f'; did you mean "{"x" * 60}"?'
    assert suggest("x" * 61, known) == ""


def test_a_refusal_holds_its_problems_by_place():
    problems = [Problem(Place("f.yaml", line, 1), "is wrong") for line in (9, 10, 2)]
    refused = Refused(problems)
    assert [one.place.line for one in refused.problems] == [2, 9, 10]
    assert str(refused).splitlines()[0] == "f.yaml:2:1: error: is wrong"
