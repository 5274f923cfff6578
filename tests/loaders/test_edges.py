"""Edges of dates, filters and nouns: the last value that is taken, and the first that is not."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest

from loaders.dates import months_between, parse_date, parse_window, read_date
from loaders.selection import choices, describe, parse_filters, select
from loaders.sentences import lower, say, say_authors, say_count, upper
from loaders.table import tabulate
from loaders.values import Count
from loaders.words import Counts
from tests.loaders.small import ledger_of


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024-06/2024", date(2024, 12, 31)),
        ("2024-02-29/2024-02", date(2024, 2, 29)),
        ("2024-12-31/2024", date(2024, 12, 31)),
    ],
)
def test_a_window_may_end_in_a_date_that_begins_before_it(text: str, last: date):
    assert parse_window(text).end.last == last


def test_a_window_is_written_as_it_stands_in_the_file():
    for text in ("2024-01", "2024-01/2024-03", "2024-01-05/2024"):
        assert str(parse_window(text)) == text


def test_a_window_of_one_day_lasts_a_day():
    assert parse_window("2024-02-29/2024-02-29").days == 1


def test_a_window_that_ends_the_day_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="ends before it starts"):
        parse_window("2024-03-02/2024-03-01")


@pytest.mark.parametrize(
    ("inner", "is_contained"),
    [
        ("2024-02-01/2024-03-31", True),
        ("2024-02-02/2024-03-30", True),
        ("2024-01-31/2024-03-31", False),
        ("2024-02-01/2024-04-01", False),
        ("2024-01/2024-04", False),
    ],
)
def test_a_window_contains_another_by_both_of_its_ends(inner: str, is_contained: bool):
    assert parse_window("2024-02/2024-03").contains(parse_window(inner)) is is_contained


@pytest.mark.parametrize(
    ("outer", "inner", "is_contained"),
    [
        ("2024-02/2024-03-15", "2024-02/2024-03", False),
        ("2024-02-10/2024-03", "2024-02/2024-03", False),
        ("2024-02/2024-03", "2024-02-10/2024-03-15", True),
        ("2024", "2024-02/2024-03", True),
        ("2024-02/2024-03", "2024", False),
    ],
)
def test_what_contains_a_month_holds_it_from_its_first_day_to_its_last(
    outer: str, inner: str, is_contained: bool
):
    assert parse_window(outer).contains(parse_window(inner)) is is_contained


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("2024-02-20/2024-03", "2024-01/2024-02", True),
        ("2024-03/2024-04", "2024-02/2024-03-01", True),
        ("2024-03/2024-04", "2024-02/2024-02-29", False),
    ],
)
def test_a_month_overlaps_by_any_of_its_days(one: str, other: str, is_shared: bool):
    windows = parse_window(one), parse_window(other)
    assert windows[0].overlaps(windows[1]) is windows[1].overlaps(windows[0]) is is_shared


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ("2024-02-01/2024-02-29", True),
        ("2024-02-02/2024-02-29", False),
        ("2024-02-01/2024-02-28", False),
    ],
)
def test_windows_have_the_same_days_where_both_ends_agree(other: str, is_same: bool):
    assert parse_window("2024-02").same_days(parse_window(other)) is is_same


@pytest.mark.parametrize(
    ("other", "is_shared"),
    [
        ("2024-01-31", False),
        ("2024-01-31/2024-02-01", True),
        ("2024-02-29/2024-03", True),
        ("2024-03-01", False),
        ("2024-02-10", True),
    ],
)
def test_windows_overlap_by_one_day_at_either_end(other: str, is_shared: bool):
    one, two = parse_window("2024-02"), parse_window(other)
    assert (one.overlaps(two), two.overlaps(one)) == (is_shared, is_shared)


def test_the_first_and_the_last_year_are_taken_and_their_neighbours_are_not():
    assert (parse_date("1900").first, parse_date("2099").last.year) == (date(1900, 1, 1), 2099)
    for year in ("1899", "2100"):
        with pytest.raises(ValueError, match="expected a year from 1900 to 2099"):
            parse_date(year)


def test_a_date_is_printed_with_its_own_month():
    assert [parse_date(f"2024-{month}").words() for month in ("01", "12")] == [
        "January 2024",
        "December 2024",
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" Jan,  2024 ", "2024-01"),
        ("DECEMBER 2024", "2024-12"),
        ("1. may 2024", "2024-05-01"),
        ("12 . 2024", "2024-12"),
        ("12 - 2024", "12 - 2024"),
        ("1/2024 or so", "1/2024 or so"),
        ("in 1/2024", "in 1/2024"),
        ("Jan 2024 or so", "Jan 2024 or so"),
        ("in Jan 2024", "in Jan 2024"),
        ("7. 2024", "2024-07"),
        ("12 /2024", "2024-12"),
        (" abc", " abc"),
    ],
)
def test_what_is_typed_is_read_whatever_its_case_and_blanks(typed: str, read: str):
    assert read_date(typed) == read


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2024, 1, 31), date(2024, 1, 31), ["2024-01"]),
        (date(2024, 1, 31), date(2024, 2, 29), ["2024-01", "2024-02"]),
        (date(2024, 11, 1), date(2025, 1, 1), ["2024-11", "2024-12", "2025-01"]),
        (date(2024, 2, 1), date(2024, 1, 31), []),
    ],
)
def test_months_are_counted_by_the_calendar(first: date, last: date, months: list[str]):
    assert [f"{month:%Y-%m}" for month in months_between(first, last)] == months
    assert all(month.day == 1 for month in months_between(first, last))


DURING = ("as_of: 2024-04-29", "during: 2024-03/2024-05")


def kept(query: str, *changes: tuple[str, str]) -> list[str]:
    ledger = ledger_of(*changes)
    return list(select(ledger, tabulate(ledger), parse_filters(parse_qsl(query), ledger))["id"])


@pytest.mark.parametrize(
    ("query", "is_kept"),
    [
        ("to=2024", True),
        ("to=2024-03", True),
        ("to=2024-02", False),
        ("to=2024-03-01", True),
        ("to=2024-02-29", False),
        ("from=2024", True),
        ("from=2024-05", True),
        ("from=2024-05-31", True),
        ("from=2024-06-01", False),
    ],
)
@pytest.mark.parametrize("rate", ["", "\n    per: month"])
def test_windows_and_rates_are_kept_by_the_days_they_touch(query: str, is_kept: bool, rate: str):
    found = kept(query, (DURING[0], DURING[1] + rate))
    assert ("hur-russia-2024" in found) is is_kept


@pytest.mark.parametrize(
    ("query", "is_kept"),
    [
        ("to=2024-04-29", True),
        ("to=2024-04-28", False),
        ("from=2024-04-29", True),
        ("from=2024-04-30", False),
    ],
)
def test_a_total_is_kept_by_the_date_it_runs_to(query: str, is_kept: bool):
    since = ("as_of: 2024-04-29", "as_of: 2024-04-29\n    since: 2022")
    assert ("hur-russia-2024" in kept(query, since)) is is_kept


def test_a_date_typed_in_words_filters_by_the_date_it_is_read_as():
    ledger = ledger_of()
    filters = parse_filters([("to", "Feb 2024")], ledger)
    assert filters == {"to": ("2024-02",)}
    assert describe(filters, ledger) == "to February 2024"


def test_filters_may_be_as_long_as_is_said_and_no_longer():
    ledger = ledger_of()
    assert parse_filters([("words", "a" * 300)], ledger) == {"words": ("a" * 300,)}
    with pytest.raises(ValueError, match="at most 300 characters, found 301"):
        parse_filters([("words", "a" * 150), ("words", "b" * 151)], ledger)


def test_outlets_and_claimants_are_offered_by_name_whatever_their_case():
    second = "    measure: left_unit\n    unit: 8"
    changes = (
        ("outlet: Zeitung", "outlet: a Zeitung"),
        ("name: Agora", "name: agora"),
        ("[Agora]", "[agora]"),
        (f"    claimant: hur\n{second}", f"    claimant: agora\n{second}"),
    )
    offered = choices(ledger_of(*changes))
    assert list(offered["outlet"]) == ["a Zeitung", "Paper"]
    assert list(offered["claimant"]) == ["agora", "hur"]


def test_claimants_are_offered_by_name_and_not_by_key():
    second = "    measure: left_unit\n    unit: 8"
    changes = (
        ("name: Agora", "name: Zeta"),
        ("[Agora]", "[Zeta]"),
        (f"    claimant: hur\n{second}", f"    claimant: agora\n{second}"),
    )
    assert list(choices(ledger_of(*changes))["claimant"]) == ["hur", "agora"]


def test_a_force_that_the_file_does_not_have_is_not_offered():
    offered = choices(ledger_of(("  ukraine: {name: Ukrainian forces}\n", "")))
    assert offered["force"] == {"russia": "Russian forces"}


def test_blanks_alone_are_no_words():
    assert parse_filters([("words", "  "), ("words", "\u00a0")], ledger_of()) == {}


def test_no_rows_are_filtered_to_no_rows():
    ledger = ledger_of()
    filters = parse_filters([("outlet", "Paper"), ("unit", "russia"), ("to", "2024")], ledger)
    rows = select(ledger, tabulate(ledger)[:0], filters)
    assert (len(rows), list(rows.columns)) == (0, list(tabulate(ledger).columns))


@pytest.mark.parametrize(
    ("counts", "low", "high", "noun"),
    [
        (Counts.PEOPLE, 0, 0, "people"),
        (Counts.PEOPLE, 1, 1, "person"),
        (Counts.PEOPLE, 0, 1, "person"),
        (Counts.PEOPLE, 1, 2, "people"),
        (Counts.CASES, 0, 0, "cases"),
        (Counts.CASES, 1, 1, "case"),
    ],
)
def test_the_noun_goes_with_the_number(counts: Counts, low: int, high: int, noun: str):
    assert say_count(counts, Count(low, high)) == noun


@pytest.mark.parametrize(
    ("label", "inside"),
    [("AWOL cases", "AWOL cases"), ("IDs", "IDs"), ("Verdicts", "verdicts"), ("", "")],
)
def test_a_label_inside_a_sentence_keeps_its_abbreviations(label: str, inside: str):
    assert lower(label) == inside


@pytest.mark.parametrize(
    ("words", "sentence"), [("people left", "People left"), ("8th Army", "8th Army"), ("", "")]
)
def test_a_sentence_starts_with_a_capital(words: str, sentence: str):
    assert upper(words) == sentence


def test_a_measure_named_as_what_it_counts_is_not_said_twice():
    ledger = ledger_of(("label: Left their unit", "label: People"))
    figure = ledger.figures["hur-8-army-2024"]
    assert say(ledger, figure) == (
        "Defence Intelligence reported 60 to 90 people for 8th Army in April 2024."
    )


def test_nobody_is_named_where_no_author_is_known():
    articles = ledger_of(("title: B,", 'title: B, author: ["Nowak, Anna", TASS],')).articles
    assert say_authors(articles["paper-a"]) is None
    assert say_authors(articles["paper-b"]) == "Anna Nowak, TASS"
