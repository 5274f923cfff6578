"""Records and results as plain data: what JSON is made of."""

from __future__ import annotations

from datetime import date

from analysis.adding.bounds import Bounds
from analysis.plain import to_plain
from loaders.dates import parse_date
from loaders.records import Printed
from loaders.values import Count
from tests.analysis.ledgers import ledger_of
from versions.news import Since

LEDGER = ledger_of("a, count: 5, during: 2024")


def test_an_article_is_what_a_citation_needs():
    assert to_plain(LEDGER.articles["post"]) == {
        "title": "A",
        "outlet": "Post",
        "published": "2026-01-01",
        "language": "en",
        "url": "https://p.example",
    }
    undated = LEDGER.articles["post"].model_copy(update={"published": None})
    assert to_plain(undated)["published"] is None


def test_a_record_has_the_fields_it_gives_and_a_result_its_words():
    assert to_plain(Printed(unit="x")) == {"unit": "x"}
    assert to_plain(Since(("a",), (), ())) == {
        "added": ["a"],
        "changed": [],
        "removed": [],
        "words": "1 figure added: a",
    }


def test_a_sum_has_its_ends_and_whether_it_is_rounded():
    sums = {"exact": Bounds(5, None, strict=True), "about": Bounds(None, 7, rounding=0.5)}
    assert to_plain(sums) == {
        "exact": {"low": 5, "high": None, "approximate": False},
        "about": {"low": None, "high": 7, "approximate": True},
    }


def test_a_result_without_words_of_its_own_gets_none():
    assert to_plain(Count(5, 6)) == {"low": 5, "high": 6}


def test_a_figure_is_its_id_and_a_date_is_text():
    found = to_plain({1: (LEDGER.figures["a"], date(2024, 5, 1), parse_date("2024-05"), None)})
    assert found == {"1": ["a", "2024-05-01", "2024-05", None]}
