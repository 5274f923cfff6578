"""What a chart has no room for is said in words, with the way to it."""

from __future__ import annotations

from analysis.mutations import count_mutations
from charts import by_unit, lag, mutations
from tests.charts.ledgers import BASE, make_ledger


def test_units_beyond_the_sixtieth_are_counted_with_their_claims() -> None:
    brigades = {f"b{n}": {"name": f"Brigade {n}", "parent": "russia"} for n in range(62)}
    figures = [{"id": f"c{n}", "unit": f"b{n}", "count": n + 1} for n in range(62)]
    ledger, table = make_ledger(*figures, units={**BASE["units"], **brigades})
    assert by_unit.say_left_out(table, ledger) == (
        "Drawn: the first 60 units of the tree; 3 more with 3 claims are in the table, and the "
        "filter for units brings them up."
    )
    assert by_unit.say_left_out(table.head(59), ledger) == ""


def test_changes_and_outlets_beyond_those_drawn_are_counted() -> None:
    printed = [{"count": {"low": 50 + n, "high": 90 + n}, "bound": "about"} for n in range(16)]
    articles = {
        f"a{n}": {"title": "T", "outlet": f"Outlet {n}", "published": "2024-05-01",
                  "language": "en", "url": f"https://example.org/{n}"} for n in range(17)
    }  # fmt: skip
    citations = [{"article": f"a{n}", "printed": change} for n, change in enumerate(printed)]
    ledger, _ = make_ledger(
        {"id": "c", "count": 10, "citations": [{"article": "a16"}, *citations]}, articles=articles
    )
    found = count_mutations(ledger, ledger.figures.values())
    left = max(len(found.turns) - mutations.MOST_TURNS, 0)
    outlets = 16 - mutations.MOST_OUTLETS
    assert mutations.say_left_out(found) == (
        f"Drawn: the most frequent; {left} more change{'s' * (left != 1)} and {outlets} more "
        "outlets are in the table below."
    )


def test_claims_without_a_date_of_print_are_counted() -> None:
    _, table = make_ledger(*({"id": f"c{n}", "count": n + 1} for n in range(lag.MOST_LAGS + 2)))
    assert lag.say_left_out(table) == (
        "Left out: 2 claims with shorter waits; all are in the table."
    )
    undated = table.head(3).assign(first_published=None)
    assert lag.say_left_out(undated) == (
        "Left out: 3 claims whose first article has no date; all are in the table."
    )
    assert lag.say_left_out(table.head(3)) == ""
