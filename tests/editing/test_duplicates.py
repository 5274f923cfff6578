"""What looks like a relay of what, and pages that are in the file twice."""

from __future__ import annotations

import pytest

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.rules.duplicates import find_article, find_near
from loaders.rules.duplicates import fold_address as fold
from tests.editing.small import HEAD, figure


def ledger_of(*figures: str) -> Ledger:
    return read_ledger((HEAD + "figures:\n" + "".join(figures)).encode())


def claim(id: str, count: str, when: str, unit: str = "russia", more: str = "") -> str:
    text = figure(id, "2024", more, unit).replace("count: 5", f"count: {count}")
    return text.replace("during: 2024", when)


@pytest.mark.parametrize(
    ("count", "when", "near"),
    [
        ("1000", "during: 2024-01", True),
        ("1050", "during: 2024-01", True),
        ("952", "during: 2024-01", True),
        ("950", "during: 2024-01", True),
        ("949", "during: 2024-01", False),
        ("1060", "during: 2024-01", False),
        ("{low: 900, high: 990}", "during: 2024-01", True),
        ("{low: 900, high: 1100}", "during: 2024-01", True),
        ("{low: 800, high: 900}", "during: 2024-01", False),
        ("1000", "during: 2024-02", False),
        ("1000", "during: 2023-12", False),
        ("1000", "during: 2024-01-05/2024-01-28", True),
        ("1000", "during: 2023-01/2024-01", False),
        ("1000", "as_of: 2024-02-21", True),
        ("1000", "as_of: 2024-02-22", False),
        ("1000", "as_of: 2024-01-10", True),
        ("1000", "as_of: 2024", True),
        ("1000", "as_of: 2024-01\n    since: 2022", False),
        ("1000", "as_of: 2024-01\n    since: 2024", True),
        ("1000", "as_of: 2024-01\n    since: 2024-01-22", True),
        ("1000", "as_of: 2024-01\n    since: 2024-01-23", False),
        ("1000", "during: 2024-01-23/2024-01-31", False),
    ],
)
def test_a_claim_is_near_another_by_count_and_window(count: str, when: str, near: bool) -> None:
    ledger = ledger_of(claim("a", "1000", "during: 2024-01"), claim("b", count, when))
    assert [one.figure.id for one in find_near(ledger, ledger.figures["a"])] == ["b"] * near
    assert [one.figure.id for one in find_near(ledger, ledger.figures["b"])] == ["a"] * near


def test_units_of_one_force_are_near_with_the_same_unit_first() -> None:
    ledger = ledger_of(
        claim("a", "1000", "during: 2024"),
        claim("army", "1000", "during: 2024", "army"),
        claim("same", "1001", "during: 2024"),
        claim("theirs", "1000", "during: 2024", "ukraine"),
    )
    assert [one.figure.id for one in find_near(ledger, ledger.figures["a"])] == ["same", "army"]


def near(ledger: Ledger, id: str) -> list[str]:
    return [one.figure.id for one in find_near(ledger, ledger.figures[id])]


def test_what_belongs_together_is_not_near() -> None:
    corrects = "    supersedes: old\n"
    ledger = ledger_of(
        claim("a", "1000", "during: 2024"),
        claim("b", "1000", "during: 2024", "army", "    part_of: a\n"),
        claim("c", "1000", "during: 2024", "army", "    part_of: a\n"),
        claim("old", "500", "during: 2024", more="    status: superseded\n"),
        claim("new", "500", "during: 2024", more=corrects),
        claim("whole", "900", "during: 2023"),
        claim("part", "1000", "during: 2024", "army", "    part_of: whole\n"),
    )
    assert {id: near(ledger, id) for id in ledger.figures} == {
        "a": ["part"],
        "b": ["part"],
        "c": ["part"],
        "old": [],
        "new": [],
        "whole": [],
        "part": ["b", "c", "a"],
    }


def test_another_measure_is_another_claim() -> None:
    measure = "  refused: {label: Refused, counts: people, definition: x}\n"
    figures = claim("a", "1000", "during: 2024") + claim("b", "1000", "during: 2024").replace(
        "left_unit", "refused"
    )
    text = HEAD.replace("measures:\n", f"measures:\n{measure}") + "figures:\n" + figures
    assert near(read_ledger(text.encode()), "a") == []


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("as_of: 2024-01", "as_of: 2024-01", [0]),
        ("as_of: 2023-02", "as_of: 2023-03", []),
        ("as_of: 2024-01", "as_of: 2024-01-10", [0]),
        ("as_of: 2024-01", "as_of: 2024-02-10", [10]),
        ("as_of: 2024-01", "as_of: 2023-12-10", []),
        ("as_of: 2024-01", "during: 2024", []),
        ("as_of: 2024-12", "during: 2024", [0]),
        ("during: 2024-01", "during: 2024-01-03/2024-01-30", [2]),
    ],
)
def test_dates_are_apart_by_the_days_between_them(one: str, other: str, days: list[int]) -> None:
    ledger = ledger_of(claim("a", "1000", one), claim("b", "1000", other))
    assert [found.days_apart for found in find_near(ledger, ledger.figures["a"])] == days


def test_the_nearest_count_comes_first_and_no_count_is_near_itself() -> None:
    ledger = ledger_of(
        claim("a", "1000", "during: 2024"),
        claim("b", "990", "during: 2024"),
        claim("c", "999", "during: 2024"),
        claim("none", "0", "during: 2024"),
        claim("nobody", "0", "during: 2024"),
    )
    assert (near(ledger, "a"), near(ledger, "none")) == (["c", "b"], ["nobody"])


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/a/b",
        "http://post.example/a/b",
        "https://www.post.example/a/b/",
        "https://POST.example/a/b?utm_source=x&fbclid=1",
        "https://post.example/a/b?ysclid=x&at_medium=1&amp=1&outputType=amp",
        "https://amp.post.example/a/b",
        "https://post.example/a/b/amp",
        "https://post.example/a/b/amp/",
        "https://post.example/amp/a/b",
        "https://post.example/a/b?amp=1",
        "https://post.example/a/b#top",
    ],
)
def test_an_address_is_one_however_it_is_written(url: str) -> None:
    assert fold(url) == "post.example/a/b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://post.example/a/b", "https://post.example/a/c"),
        ("https://post.example/a?id=1", "https://post.example/a?id=2"),
        ("https://post.example/A", "https://post.example/a"),
        ("https://uk.post.example/a", "https://post.example/a"),
        ("https://post.example/ampere", "https://post.example/ere"),
    ],
)
def test_other_pages_stay_other_pages(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_order_of_a_query_does_not_matter() -> None:
    assert fold("https://post.example/?a=1&b=2") == fold("https://post.example/?b=2&a=1")


def test_an_article_is_found_however_its_address_is_written() -> None:
    ledger = ledger_of(figure("a", "2024"))
    assert find_article(ledger, "http://www.post.example/?utm_medium=x") == "post"
    assert find_article(ledger, "https://other.example") is None
    assert find_article(ledger, "other") is None


def test_an_address_without_a_host_is_its_path() -> None:
    assert (fold("page"), fold("page?"), fold("page?b=2&a=1")) == ("page", "page", "page?a=1&b=2")
