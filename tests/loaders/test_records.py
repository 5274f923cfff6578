from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from loaders.load import read_ledger
from loaders.values import Count
from tests.loaders.small import SMALL, ledger_of, problems_of, second, small

ARABIC = "its character 1 is U+0661, arabic-indic digit one; write 1"
CYRILLIC = "cyrillic capital letter o"
QUOTE = 'left double quotation mark; write "'
FIRST = "hur-russia-2024"


def test_the_small_file_is_good():
    assert problems_of(SMALL) == []


@pytest.mark.parametrize(
    ("written", "column", "words"),
    [
        ("18,000", 12, 'expected a whole number, found "18,000"; write 18000'),
        ("18.000", 12, 'expected a whole number, found "18.000"; write 18000'),
        ("18\u202f000", 12, 'expected a whole number, found "18\u202f000"; write 18000'),
        ("1_000", 12, 'expected a whole number, found "1_000"; write 1000'),
        ("18000.0", 12, 'expected a whole number, found "18000.0"'),
        ("018000", 12, 'expected a whole number, found "018000"'),
        ("-5", 12, 'expected a whole number, found "-5"'),
        ("1e5", 12, 'expected a whole number, found "1e5"'),
        ("true", 12, 'expected a whole number, found "true"'),
        ("١٨٠٠٠", 12, 'expected a whole number, found "١٨٠٠٠"; ' + ARABIC),
        ("2О4", 12, 'expected a whole number, found "2О4"; its character 2 is U+041E, ' + CYRILLIC),
        (
            "“284”",
            12,
            'expected a whole number, found "“284”"; its character 1 is U+201C, ' + QUOTE,
        ),
        ("60-90", 12, 'expected a whole number, found "60-90"; write {low: 60, high: 90}'),
        (
            "1,000 – 2,000",
            12,
            'expected a whole number, found "1,000 – 2,000"; write {low: 1000, high: 2000}',
        ),
        ("60 to 90", 12, 'expected a whole number, found "60 to 90"; write {low: 60, high: 90}'),
        ("[1, 2]", 12, "expected a whole number, found a list"),
        ("'1\n\n      2'", 12, 'expected a whole number, found "1\\n2"'),
        ("1000000001", 12, "expected a number up to 1000000000, found 1000000001"),
        ("9" * 5000, 12, f'expected a whole number, found "{"9" * 57}…"'),
        ("{low: 60}", 12, "expected one whole number, or a range {low: 60, high: 90}"),
        ("{low: 9, high: 6}", 12, "expected a range that rises, found 9 to 6"),
        ("{low: 6, high: x}", 12, 'expected a whole number, found "x"'),
    ],
)
def test_a_count_that_is_no_whole_number_is_refused(written, column, words):
    text = small(("18000\n    bound: more_than", written))
    assert problems_of(text) == [f"figures.yaml:22:{column}: error: {FIRST}: count: {words}"]


def test_a_count_is_kept_with_its_ends():
    figures = read_ledger(SMALL.encode()).figures
    assert figures[FIRST].count == Count(18000, 18000)
    assert (figures[FIRST].low, figures[FIRST].high) == (18000, None)
    assert (figures["hur-8-army-2024"].low, figures["hur-8-army-2024"].high) == (60, 90)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "bound: more_than",
            "bound: more",
            "23:12: error: hur-russia-2024: bound: expected exact, about, almost, at_least, "
            'more_than, up_to or less_than, found "more"; did you mean "more_than"?',
        ),
        (
            "basis: intelligence",
            "basis: inteligence",
            "25:12: error: hur-russia-2024: basis: expected court_records, official_statistics, "
            "official_statement, intelligence, leaked_documents, name_list, aid_group_log, "
            'media_count, testimony, estimate or forecast, found "inteligence"; '
            'did you mean "intelligence"?',
        ),
        (
            "    bound: more_than",
            "    bond: more_than",
            '23:5: error: hur-russia-2024: unknown field "bond"; did you mean "bound"?',
        ),
        ("    count: 18000\n", "", "18:5: error: hur-russia-2024: count: is required and missing"),
        (
            "as_of: 2024-04-29",
            "as_of: 29.4.2024",
            "24:12: error: hur-russia-2024: as_of: expected a date written 2024, 2024-01 or "
            '2024-01-15, found "29.4.2024"',
        ),
        (
            "basis: intelligence",
            'basis: intelligence\n    note: ""',
            '26:11: error: hur-russia-2024: note: expected text without blanks around it, found ""',
        ),
        (
            "basis: intelligence",
            "basis: intelligence\n    note: [a]",
            "26:11: error: hur-russia-2024: note: expected text, found a list",
        ),
        (
            "basis: intelligence",
            'basis: intelligence\n    note: "a\\nb"',
            "26:11: error: hur-russia-2024: note: expected text on one line, found "
            '"a\\nb"; fold it with >-',
        ),
        (
            "{article: paper-a}",
            "paper-a",
            '27:9: error: hur-russia-2024: citations: expected fields with values, found "paper-a"',
        ),
        (
            "via: [Agora]",
            "via: Paper",
            '28:33: error: hur-russia-2024: citations.via: expected a list, found "Paper"',
        ),
        (
            "printed: {count: 20000}",
            "printed: {cuont: 20000}",
            "28:52: error: hur-russia-2024: citations.printed: unknown field "
            '"cuont"; did you mean "count"?',
        ),
        (
            "kind: ngo",
            "kind: club",
            "9:30: error: agora: kind: expected state_body, court_or_register, media, ngo, "
            'research, leak, individual or armed_group, found "club"',
        ),
        (
            "legal: true",
            "legal: yes",
            '4:56: error: verdicts: legal: expected true, or no such line, found "yes"',
        ),
        (
            "language: en",
            "language: English",
            "15:68: error: paper-a: language: expected a two-letter language code such as uk, "
            'found "English"; did you mean "en"?',
        ),
        (
            "outlet: Paper",
            "outlet: A; B",
            '15:31: error: paper-a: outlet: expected a name without ;, found "A; B"',
        ),
        (
            "https://a.org/1",
            "javascript:alert(1)",
            "15:77: error: paper-a: url: expected an address that starts with http:// or "
            'https://, found "javascript:alert(1)"',
        ),
        (
            "https://a.org/1",
            "https://me:pw@a.org/",
            "15:77: error: paper-a: url: expected a host such as example.org, found "
            '"https://me:pw@a.org/"',
        ),
        (
            "published: 2024-05,",
            "published: 2024-02-30,",
            '15:49: error: paper-a: published: there is no such date as "2024-02-30"',
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_words(old, new, said):
    assert problems_of(small((old, new))) == [f"figures.yaml:{said}"]


def test_a_name_has_one_spelling():
    ledger = ledger_of(("outlet: Paper", "outlet: Cafe\u0301"))
    assert ledger.articles["paper-a"].outlet == "Caf\u00e9"


def test_records_hold_plain_values():
    ledger = read_ledger(second(("part_of", "category: mobilised\n    part_of")).encode())
    sections = (ledger.measures, ledger.claimants, ledger.units, ledger.articles, ledger.figures)
    kinds = {type(leaf) for section in sections for key in section for leaf in leaves(section[key])}
    assert {kind.__name__ for kind in kinds} <= {
        *("str", "int", "bool", "NoneType", "date"),
        *("Bound", "Basis", "Status", "Kind", "Side", "Counts"),
    }


def leaves(value: Any) -> Iterator[Any]:
    """Everything inside a record that is not a record itself."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name))
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def test_a_record_cannot_be_changed():
    figure = ledger_of().figures[FIRST]
    with pytest.raises(ValidationError, match="frozen"):
        figure.note = "x"


def test_a_changed_copy_of_a_record_leaves_the_fields_of_others_alone():
    first, second = read_ledger(SMALL.encode()).articles.values()
    copy = first.model_copy(update={"author": "A. Nother"})
    assert "author" in copy.model_fields_set
    assert "author" not in second.model_fields_set


def test_what_an_article_left_out_is_told_from_what_it_does_not_differ_in():
    changes = ("printed: {count: 20000}", "printed: {category: none, measure: absent}")
    category = ("bound: more_than", "bound: more_than\n    category: medics")
    printed = ledger_of(changes, category).figures[FIRST].citations[1].printed
    assert printed is not None
    assert printed.model_fields_set == {"category", "measure"}
    assert (printed.category, printed.stated("category")) == ("none", None)
    assert (printed.stated("measure"), printed.stated("count")) == ("absent", None)


def test_none_is_a_name_like_any_other_where_nothing_can_be_left_out():
    figures = ledger_of(("printed: {count: 20000}", "printed: {claimant: none}")).figures
    printed = figures[FIRST].citations[1].printed
    assert printed is not None
    assert printed.stated("claimant") == "none"


@pytest.mark.parametrize(
    ("fields", "kind", "window"),
    [
        ("as_of: 2024-04-29", "as_of", "2024-04-29"),
        ("as_of: 2024-04-29\n    since: 2022", "as_of", "2022/2024-04-29"),
        ("during: 2024-01/2024-03", "during", "2024-01/2024-03"),
        ("during: 2024-04\n    per: day", "rate", "2024-04"),
    ],
)
def test_a_claim_is_of_a_window_a_total_or_a_rate(fields: str, kind: str, window: str):
    figure = ledger_of(("as_of: 2024-04-29", fields)).figures[FIRST]
    assert (figure.kind, str(figure.window)) == (kind, window)


@pytest.mark.parametrize(
    ("bound", "ends"),
    [("exact", (18000, 18000)), ("more_than", (18000, None)), ("up_to", (None, 18000))],
)
def test_a_bound_leaves_one_end_open(bound: str, ends: tuple[int | None, int | None]):
    figure = ledger_of(("more_than", bound)).figures[FIRST]
    assert (figure.low, figure.high) == ends
