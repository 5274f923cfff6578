from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from loaders.load import read_ledger
from loaders.table import COLUMNS, count_articles, read_rows, tabulate
from tests.loaders.small import SMALL, ledger_of, second, small

AS_OF = "as_of: 2024-04-29"


def row(text: str, position: int = 0) -> dict[Any, Any]:
    return tabulate(read_ledger(text.encode())).iloc[position].to_dict()


def test_the_table_has_the_columns_and_dtypes_of_the_dictionary():
    table = tabulate(ledger_of())
    assert list(table.columns) == list(COLUMNS)
    assert [str(dtype) for dtype in table.dtypes] == [c.dtype for c in COLUMNS.values()]


def test_a_table_without_figures_has_the_same_columns_and_dtypes():
    table = tabulate(read_ledger((SMALL[: SMALL.index("figures:")] + "figures: []\n").encode()))
    assert len(table) == 0
    assert [str(dtype) for dtype in table.dtypes] == [c.dtype for c in COLUMNS.values()]


def test_every_column_says_what_it_means():
    assert [
        name for name, column in COLUMNS.items() if not column.meaning.endswith((".", "…"))
    ] == []


def test_one_row_is_one_figure_in_the_order_of_the_file():
    assert list(tabulate(ledger_of())["id"]) == ["hur-russia-2024", "hur-8-army-2024"]


@pytest.mark.parametrize(
    ("written", "count", "low", "high"),
    [
        ("5", 5, 5, 5),
        ("0", 0, 0, 0),
        ("5\n    bound: about", 5, 5, 5),
        ("5\n    bound: at_least", 5, 5, None),
        ("5\n    bound: more_than", 5, 5, None),
        ("5\n    bound: up_to", 5, None, 5),
        ("5\n    bound: less_than", 5, None, 5),
        ("5\n    bound: almost", 5, None, 5),
        ("{low: 5, high: 9}", None, 5, 9),
        ("1000000000", 10**9, 10**9, 10**9),
    ],
)
def test_counts_are_whole_numbers_and_open_ends_have_no_value(written, count, low, high):
    found = row(second(("{low: 60, high: 90}", written)), 1)
    values = [found[name] for name in ("count", "count_low", "count_high")]
    assert [None if pd.isna(value) else value for value in values] == [count, low, high]


@pytest.mark.parametrize(
    ("written", "window", "start", "start_precision", "end", "end_precision", "kind"),
    [
        (AS_OF, "2024-04-29", None, None, "2024-04-29", "day", "as_of"),
        ("as_of: 2024-02", "2024-02", None, None, "2024-02-29", "month", "as_of"),
        (
            AS_OF + "\n    since: 2022",
            "2024-04-29",
            "2022-01-01",
            "year",
            "2024-04-29",
            "day",
            "as_of",
        ),
        ("during: 2024", "2024", "2024-01-01", "year", "2024-12-31", "year", "during"),
        (
            "during: 2023-11/2024-02-05",
            "2023-11/2024-02-05",
            "2023-11-01",
            "month",
            "2024-02-05",
            "day",
            "during",
        ),
        (
            "during: 2024-01\n    per: day",
            "2024-01",
            "2024-01-01",
            "month",
            "2024-01-31",
            "month",
            "rate",
        ),
    ],
)
def test_windows_are_days_with_their_precision(
    written, window, start, start_precision, end, end_precision, kind
):
    found = row(small((AS_OF, written)))
    assert found["window"] == window
    assert found["kind"] == kind
    assert found["window_end"] == pd.Timestamp(end)
    assert found["window_end_precision"] == end_precision
    if start is None:
        assert found["window_start"] is pd.NaT
        assert pd.isna(found["window_start_precision"])
    else:
        assert found["window_start"] == pd.Timestamp(start)
        assert found["window_start_precision"] == start_precision


def test_a_unit_has_its_path_and_its_force():
    found = row(SMALL, 1)
    assert (found["unit_path"], found["force"]) == ("russia/8-army", "russia")


def test_the_articles_of_a_figure_are_counted_by_what_they_name():
    found = row(SMALL)
    assert [found["articles"], found["origin_articles"], found["changed_articles"]] == [2, 1, 1]
    assert (found["outlets"], found["urls"]) == (
        "Paper; Zeitung",
        "https://a.org/1 https://b.org/2",
    )


def test_a_repost_is_no_origin_even_where_it_names_nobody_between():
    found = row(second()[:0] + small(("outlet: Paper", "repost_of: Zeitung, outlet: Paper")), 1)
    assert [found["articles"], found["origin_articles"]] == [1, 0]


def test_the_first_citation_travels_with_the_number():
    found = row(SMALL)
    assert [
        found[f"first_{name}"] for name in ("outlet", "title", "language", "published", "url")
    ] == [*("Paper", "A", "en", "2024-05", "https://a.org/1")]


def test_what_is_not_known_has_no_value():
    found = row(small(("title: A, ", ""), ("published: 2024-05, ", "")))
    empty = (
        "first_title",
        "first_published",
        "offence",
        "offence_label",
        "category",
        "place",
        "note",
    )
    assert all(pd.isna(found[name]) for name in empty)


def test_a_denied_figure_is_marked():
    text = small((AS_OF, AS_OF + "\n    disputed_by: [{claimant: Kremlin, article: paper-a}]"))
    assert [row(text)["disputed"], row(text, 1)["disputed"]] == [True, False]


def test_keys_and_words_stand_beside_their_labels():
    text = small(("    measure: left_unit", "    measure: verdicts\n    offence: awol"))
    found = row(text)
    assert [found[name] for name in ("measure", "measure_label", "counts", "offence_label")] == [
        *("verdicts", "Verdicts", "verdicts", "Absence without leave")
    ]
    assert [found[name] for name in ("claimant_name", "claimant_kind", "claimant_side")] == [
        *("Defence Intelligence", "state_body", "ukraine")
    ]
    assert [found[name] for name in ("basis", "status", "bound")] == [
        *("intelligence", "current", "more_than")
    ]


def test_rows_are_read_by_column_also_where_they_say_nothing():
    table = tabulate(ledger_of())
    (_, count, offence), (_, ranged, _) = read_rows(table, "id", "count", "offence")
    assert (count, pd.isna(ranged), pd.isna(offence)) == (18000, True, True)


def test_an_article_that_printed_two_claims_counts_once():
    table = tabulate(ledger_of())
    assert table["articles"].tolist() == [2, 1]
    assert count_articles(table) == 2
