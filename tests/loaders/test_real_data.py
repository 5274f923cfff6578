"""figures.yaml itself: every figure and article a case of its own; the two founding articles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from loaders.ledger import Ledger
from loaders.load import load
from loaders.sentences import say
from loaders.table import tabulate

FILE = Path(__file__).parents[2] / "figures.yaml"


@cache
def real() -> Ledger:
    return load(FILE)


@cache
def table() -> pd.DataFrame:
    return tabulate(real()).set_index("id", drop=False)


@pytest.mark.parametrize("id", list(real().figures))
def test_the_figure_reads_as_a_claim_with_its_articles(id):
    figure, row = real().figures[id], table().loc[id]
    assert say(real(), figure) == row["sentence"]
    assert row["sentence"].startswith(real().claimants[figure.claimant].name)
    assert row["sentence"].endswith(".")
    assert row["articles"] == len(figure.citations) >= 1
    assert row["origin_articles"] <= row["articles"]
    assert row["urls"].count("http") >= row["articles"]
    assert row["force"] in ("russia", "ukraine")
    assert row["window_end"] >= pd.Timestamp("2014-01-01")
    stated = [row[name] for name in ("count", "count_low", "count_high") if not pd.isna(row[name])]
    assert stated
    assert all(int(number) == number >= 0 for number in stated)


@pytest.mark.parametrize("key", list(real().articles))
def test_the_article_is_cited_and_can_be_opened(key):
    article = real().articles[key]
    used = [gap.article for gap in real().gaps.values()]
    used += [event.article for event in real().events.values()]
    used += [dispute.article for f in real().figures.values() for dispute in f.disputed_by]
    used += [assertion.article for f in real().figures.values() for assertion in f.asserts]
    assert key in real().printed_by or key in used
    assert article.url.startswith(("https://", "http://"))
    assert article.outlet
    assert article.published is None or article.published.first.year >= 2014


def test_the_file_has_no_errors_and_only_these_kinds_of_warnings():
    assert {warning.rule for warning in real().warnings if not warning.accepted} <= {
        "article-without-title",
        "article-without-date",
        "published-too-early",
        "address-mirrors",
    }


def test_the_table_has_a_row_for_every_figure():
    assert list(table()["id"]) == list(real().figures)


# --- dagens.com, 2 March 2024 ---------------------------------------------------------------


def test_dagens_printed_requests_to_idite_lesom_as_desertions():
    for id, count in (("idite-lesom-2024-01", 284), ("idite-lesom-2023-01", 28)):
        figure = real().figures[id]
        assert (figure.claimant, figure.measure) == ("idite-lesom", "help_requests")
        assert (figure.count.low, figure.count.high, str(figure.bound)) == (count, count, "exact")
        (citation,) = [c for c in figure.citations if c.article == "dagens-2024-03-02"]
        assert citation.printed is not None
        assert citation.printed.measure == "left_unit"


def test_dagens_counts_lie_in_january_of_two_years():
    figures = real().figures
    assert str(figures["idite-lesom-2024-01"].during) == "2024-01"
    assert str(figures["idite-lesom-2023-01"].during) == "2023-01"


def test_dagens_says_that_requests_rose_tenfold():
    (assertion,) = [
        assertion
        for assertion in real().figures["idite-lesom-2024-01"].asserts
        if assertion.article == "dagens-2024-03-02"
    ]
    assert (assertion.times, assertion.of) == (10, "idite-lesom-2023-01")


# --- essanews.com, 29 April 2024 ------------------------------------------------------------

ESSANEWS = [
    ("southern-military-district", None, 18_000),
    ("8-combined-arms-army", None, 12_000),
    ("8-combined-arms-army", "mobilised", 10_000),
    ("8-combined-arms-army", "contract", 2_000),
    ("58-combined-arms-army", None, 2_500),
]


def printed_by_essanews(unit: str, category: str | None) -> str:
    (id,) = [
        id
        for id in real().printed_by["essanews-2024-04-29"]
        if (real().figures[id].unit, real().figures[id].category) == (unit, category)
    ]
    return id


@pytest.mark.parametrize(("unit", "category", "count"), ESSANEWS)
def test_essanews_printed_a_figure_of_the_southern_military_district(unit, category, count):
    figure = real().figures[printed_by_essanews(unit, category)]
    assert (figure.claimant, figure.measure, figure.count.low) == ("hur", "left_unit", count)


def test_essanews_parts_lie_within_their_wholes():
    district, army, mobilised, contract, other = (
        printed_by_essanews(unit, category) for unit, category, _ in ESSANEWS
    )
    figures = real().figures
    assert [figures[id].part_of for id in (district, army, mobilised, contract, other)] == [
        *(None, district, army, army, district)
    ]
