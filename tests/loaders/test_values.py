"""What a value of each kind may be, and what is said of one that does not fit."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import TypeAdapter

from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.values import Key, Name, OrNone
from tests.loaders.small import ledger_of, small


def messages_of(old: str, new: str) -> list[str]:
    try:
        read_ledger(small((old, new)).encode())
    except Refused as refusal:
        return [problem.message for problem in refusal.problems]
    return []


RATIO = "as_of: 2024-04-29\n    asserts: [{times: %s, of: hur-8-army-2024, article: paper-a}]"
VALUES = {
    "count": ("count: 18000\n    bound: more_than", "count: %s"),
    "ratio": ("as_of: 2024-04-29", RATIO),
    "text": ("title: A,", "title: %s,"),
    "outlet": ("outlet: Paper,", "outlet: %s,"),
    "authors": ("title: A,", "title: A, author: %s,"),
    "language": ("language: en,", "language: %s,"),
    "flag": ("stock: true,", "stock: %s,"),
    "key": ("  agora: {", "  %s: {"),
    "word": ("  absent: {", "  %s: {"),
    "printed": ("{count: 20000}", "{%s}"),
    "kind": ("kind: ngo", "kind: %s"),
}
"""Kind of value -> what stands in the small file, and where another value goes."""


def read(kind: str, value: str) -> list[str]:
    old, new = VALUES[kind]
    return messages_of(old, new % value)


WANTED = {
    "count": "a whole number",
    "ratio": "a number such as 10 or 1.5",
    "language": "a two-letter language code such as uk",
    "flag": "true, or no such line",
    "key": "a key of small letters, digits and hyphens with at least one letter",
    "word": "a word of small letters and underscores",
    "kind": "state_body, court_or_register, media, ngo, research, leak, individual or armed_group",
}
"""What is said that a value of this kind should be."""


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("count", ["1,000,00x", "x1,000", "18,0000", "5-", "5-6 x", "x 5-6"]),
        ("ratio", ["0", "0.0", "2.", "1.5.1", "-1", "1e3", "12345678", "1.1234567", "x1.5"]),
        ("language", ["xx"]),
        ("flag", ["yes", "false", "True"]),
        ("key", ["Agora", "a_b", "12", "a--b", "a-", "agora x"]),
        ("word", ["Absent", "abs-ent", "abs__ent", "_absent", "absent x"]),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_is_wanted(kind: str, values: list[str]):
    said = [[f'expected {WANTED[kind]}, found "{value}"'] for value in values]
    assert [read(kind, value) for value in values] == said


@pytest.mark.parametrize(
    ("kind", "value", "more"),
    [
        ("count", "from 5 to 6", "; write {low: 5, high: 6}"),
        ("count", "between 1 000 and 2.000", "; write {low: 1000, high: 2000}"),
        ("count", "5...6", "; write {low: 5, high: 6}"),
        ("ratio", "٢", "; its character 1 is U+0662, arabic-indic digit two; write 2"),
        ("language", "English", '; did you mean "en"?'),
        ("language", "EN", '; did you mean "en"?'),
        ("language", "en-GB", '; did you mean "en"?'),
        ("language", "en_GB", '; did you mean "en"?'),
        ("language", "ua", '; did you mean "uk"?'),
        ("language", "Ukrainian", '; did you mean "uk"?'),
        ("language", "еn", "; its character 1 is U+0435, cyrillic small letter ie"),
        ("language", "gb", '; did you mean "en"?'),
        ("flag", "trие", "; its character 3 is U+0438, cyrillic small letter i"),
        ("key", "аgora", "; its character 1 is U+0430, cyrillic small letter a"),
        ("word", "аbsent", "; its character 1 is U+0430, cyrillic small letter a"),
        ("kind", "ngos", '; did you mean "ngo"?'),
    ],
)
def test_where_it_can_be_known_so_is_what_was_meant(kind: str, value: str, more: str):
    assert read(kind, value) == [f'expected {WANTED[kind]}, found "{value}"{more}']


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("count", "{low: 6, high: 6}", "expected a range that rises, found 6 to 6"),
        ("count", "{low: [5], high: 6}", "expected a whole number, found a list"),
        (
            "count",
            "{low: 5, high: 6, x: 7}",
            "expected one whole number, or a range {low: 60, high: 90}",
        ),
        ("ratio", "'1 0'", 'expected a number such as 10 or 1.5, found "1 0"'),
        ("ratio", "[1]", "expected a number such as 10 or 1.5, found a list"),
        ("ratio", "{a: 1}", "expected a number such as 10 or 1.5, found a mapping"),
        ("ratio", "1,5", "no value here; write the number without its comma, or delete the line"),
        ("text", "'A '", 'expected text without blanks around it, found "A "'),
        ("text", "' A'", 'expected text without blanks around it, found " A"'),
        ("text", "''", 'expected text without blanks around it, found ""'),
        ("text", '"A\\n"', 'expected text on one line, found "A\\n"; write >- before it'),
        ("text", '"A\\nB"', 'expected text on one line, found "A\\nB"; fold it with >-'),
        (
            "text",
            '"\\u00a0A"',
            'expected text without blanks around it, found "\u00a0A"; '
            "one is U+00A0, no-break space",
        ),
        (
            "text",
            '"A\\u2003"',
            'expected text without blanks around it, found "A\u2003"; one is U+2003, em space',
        ),
        (
            "text",
            '"A\\u1680"',
            'expected text without blanks around it, found "A\u1680"; '
            "one is U+1680, ogham space mark",
        ),
        (
            "text",
            '"\\nA"',
            'expected text without blanks around it, found "\\nA"; one is U+000A, blank',
        ),
        ("text", "[A]", "expected text, found a list"),
        ("outlet", "A; B", 'expected a name without ;, found "A; B"'),
        ("outlet", "'; A'", 'expected a name without ;, found "; A"'),
        ("outlet", "' A'", 'expected text without blanks around it, found " A"'),
        ("outlet", "[A]", "expected text, found a list"),
        ("outlet", "{a: b}", "expected text, found a mapping"),
        (
            "authors",
            "[',Ann']",
            'expected one comma, as in Maratova, Lyudmila; found ",Ann"; write a '
            "body with commas alone, without the list",
        ),
        (
            "authors",
            "['Doe,']",
            'expected one comma, as in Maratova, Lyudmila; found "Doe,"; write a '
            "body with commas alone, without the list",
        ),
        (
            "authors",
            "['Doe, Ann, x']",
            'expected one comma, as in Maratova, Lyudmila; found "Doe, Ann, x"; write a '
            "body with commas alone, without the list",
        ),
        ("authors", "[]", "expected a name or a list of names, found a list"),
        ("authors", "[[Ann]]", "expected a name or a list of names, found a list"),
        ("authors", "[Ann, [x]]", "expected a name or a list of names, found a list"),
        ("authors", "[{a: b}]", "expected a name or a list of names, found a list"),
        ("authors", "{a: b}", "expected a name or a list of names, found a mapping"),
        ("authors", "[' Ann']", 'expected text without blanks around it, found " Ann"'),
        ("authors", "' Ann'", 'expected text without blanks around it, found " Ann"'),
        ("language", "[en]", "expected text, found a list"),
        ("flag", "[true]", "expected true, found a list"),
        ("key", "-a", "a key cannot start with -; put a space after the -"),
        (
            "key",
            '"agora\\n"',
            f'expected {WANTED["key"]}, found "agora\\n"',
        ),
        ("printed", "category: none", "the claim has no category that the article could leave out"),
        (
            "printed",
            "offence: x y",
            'expected a word of small letters and underscores, found "x y"',
        ),
        ("printed", "since: none", "the claim has no since that the article could leave out"),
        (
            "printed",
            "since: nine",
            'expected a date written 2024, 2024-01 or 2024-01-15, found "nine"',
        ),
        ("printed", "per: none", "the claim has no per that the article could leave out"),
        (
            "printed",
            "per: dai",
            'expected day, working_day, week or month, found "dai"; did you mean "day"?',
        ),
        ("printed", "per: year", 'expected day, working_day, week or month, found "year"'),
        ("printed", "measure: none", 'unknown measure "none"'),
        ("printed", "unit: none", 'unknown unit "none"'),
        ("printed", "category: [x]", "expected text, found a list"),
        ("printed", "count: none", 'expected a whole number, found "none"'),
        (
            "kind",
            "[ngo]",
            f'expected {WANTED["kind"]}, found a list; did you mean "ngo"?',
        ),
        (
            "kind",
            "'state body'",
            f'expected {WANTED["kind"]}, found "state body"; did you mean "state_body"?',
        ),
    ],
)
def test_what_else_is_wrong_with_a_value_is_said_in_its_own_words(
    kind: str, value: str, message: str
):
    assert read(kind, value) == [message]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("count", ["{low: 5, high: 6}", "1000000000", "0"]),
        ("ratio", ["2", "1.5", "0.5", "1000000.123456", "1"]),
        ("text", ["A B", '"e\\u0301"']),
        (
            "authors",
            [
                "Ann",
                "'Doe, Ann'",
                "[Ann]",
                "['Doe, Ann']",
                "['Doe,Ann', TASS]",
                "['Doe,  Ann']",
                "['Doe ,Ann']",
            ],
        ),
        ("language", ["'no'"]),
        ("key", ["1a"]),
        ("printed", ["claimant: none", "offence: awol"]),
    ],
)
def test_a_value_that_fits_is_taken(kind: str, values: list[str]):
    assert [read(kind, value) for value in values] == [[]] * len(values)


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("'Doe, Ann'", (Name("Doe, Ann"),)),
        ("['Doe, Ann', TASS]", (Name("Ann Doe", "Doe", "Ann"), Name("TASS"))),
        ("['Doe ,  Ann']", (Name("Ann Doe", "Doe", "Ann"),)),
    ],
)
def test_an_author_with_a_comma_in_a_list_is_a_person(written: str, authors: tuple[Name, ...]):
    ledger = ledger_of(("title: A,", f"title: A, author: {written},"))
    assert ledger.articles["paper-a"].author == authors


def test_an_editor_is_told_that_a_field_may_say_none():
    told = TypeAdapter(Annotated[str, OrNone(Key)]).json_schema()
    assert told == {"anyOf": [TypeAdapter(Key).json_schema(), {"const": "none"}]}
