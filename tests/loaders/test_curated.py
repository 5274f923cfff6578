"""What curators typed in one week of work: each fault is told in a sentence that mends it."""

from __future__ import annotations

import pytest

from tests.loaders.curated import curated
from tests.loaders.small import problems_of

NOTE = '    note: "N/A"\n'
MISSING = ("has no title", "has no date of publication")
ON_ONE_LINE = "46:11: error: one: note: expected text on one line, found"
ADDRESS = "23:92: error: a4: url: expected an address, found"


def said(*changes: tuple[str, str]) -> list[str]:
    """What is said of the ledger with these changes, but for what it lacks without them."""
    lines = [line.removeprefix("figures.yaml:") for line in problems_of(curated(*changes))]
    return [line for line in lines if not line.endswith(MISSING)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "count: 284",
            "count: 2О4",
            '52:12: error: old: count: expected a whole number, found "2О4"; '
            "its character 2 is U+041E, cyrillic capital letter o",
        ),
        (
            "claimant: none",
            "claimant: nоne",
            "37:15: error: one: claimant: expected a key of small letters, digits and hyphens with "
            'at least one letter, found "nоne"; its character 2 is U+043E, cyrillic small letter o',
        ),
        (
            "during: 2024-02\n",
            "during: 2024‑02\n",
            "42:13: error: one: during: expected a date written 2024, 2024-01 or 2024-01-15, found "
            '"2024‑02"; its character 5 is U+2011, non-breaking hyphen; write -',
        ),
        (
            "count: 284",
            "count:\u00a0284",
            "52:11: error: the blank after the : is U+00A0, no-break space; "
            "write an ordinary blank",
        ),
        (
            "basis: estimate\n    citations:\n      - {article: a2}",
            "basis: еstimate\n    citations:\n      - {article: a2}",
            "43:12: error: one: basis: expected court_records, official_statistics, "
            "official_statement, intelligence, leaked_documents, name_list, aid_group_log, "
            'media_count, testimony, estimate or forecast, found "еstimate"; its character 1 is '
            'U+0435, cyrillic small letter ie; did you mean "estimate"?',
        ),
        (
            NOTE,
            "    note: >\n      Some text here\n      and more.\n",
            f'{ON_ONE_LINE} "Some text here and more.\\n"; write >- before it',
        ),
        (
            NOTE,
            "    note: |\n      Some text here\n      and more.\n",
            f'{ON_ONE_LINE} "Some text here\\nand more.\\n"; write >- before it',
        ),
        (
            "published: 2024-03-05",
            "published: 2098-03-05",
            "20:63: warning: a1: published: 2098-03-05 is still to come",
        ),
        (
            "language: 'no'",
            "language: ua",
            "20:85: error: a1: language: expected a two-letter language code such as uk, "
            'found "ua"; did you mean "uk"?',
        ),
        (
            "language: 'no'",
            "language: EN",
            "20:85: error: a1: language: expected a two-letter language code such as uk, "
            'found "EN"; did you mean "en"?',
        ),
        (
            "language: 'no'",
            "language: xx",
            "20:85: error: a1: language: expected a two-letter language code such as uk, "
            'found "xx"',
        ),
        (
            'outlet: "None"',
            'outlet: "Радіо\u00a0Свобода"',
            '21:95: warning: a2: outlet: "Радіо[U+00A0]Свобода" is written "Радіо Свобода" '
            "elsewhere, once",
        ),
        (
            'outlet: "None"',
            'outlet: "радіо свобода"',
            '21:95: warning: a2: outlet: "радіо свобода" is written "Радіо Свобода" '
            "elsewhere, once",
        ),
        (
            'outlet: "None"',
            'outlet: "n’a"',
            '21:95: warning: a2: outlet: "n’a" is written "NA" elsewhere, once',
        ),
        (
            "https://example.org/d",
            "https://example.org/d?a=1|2",
            f'{ADDRESS} "https://example.org/d?a=1|2": its character 26 is |; write %7C',
        ),
        (
            "https://example.org/d",
            "https://example.org/d e",
            f'{ADDRESS} "https://example.org/d e": its character 22 is a blank; write %20',
        ),
        (
            "https://example.org/d",
            "https://exаmple.org/d",
            "23:92: error: a4: url: expected a host such as example.org, found "
            '"https://exаmple.org/d"; its character 3 is U+0430, cyrillic small letter a; '
            "if it is meant, write xn--exmple-4nf.org",
        ),
    ],
)
def test_what_curators_mistype_is_named_with_what_to_write(old, new, sentence):
    assert said((old, new)) == [sentence]


@pytest.mark.parametrize(
    "during", ["2024-02-01/2024-02-29", "2024-02/2024-02-29", "2024-02/2024-02"]
)
def test_a_claim_with_its_window_in_another_spelling_is_told_to_be_there(during):
    claim = curated()
    start = claim.index("  - id: one"), claim.index("  - id: old")
    again = (
        claim[slice(*start)].replace("id: one", "id: two").replace(": 2024-02\n", f": {during}\n")
    )
    lines = problems_of(claim + again)
    assert [line for line in lines if not line.endswith(MISSING)] == [
        "figures.yaml:78:5: warning: two: says the same as one, line 36"
    ]


@pytest.mark.parametrize("last", ["and more. ", "and more.  \n", "and more. \n\n"])
def test_a_blank_at_the_end_of_a_folded_note_is_forgiven(last):
    assert said((NOTE, f"    note: >-\n      Some text here\n      {last}\n")) == []


def test_names_that_look_like_something_else_are_no_fault():
    assert said() == []
    assert said(('"Smith, John"', '"Office, Kyiv"')) == []
