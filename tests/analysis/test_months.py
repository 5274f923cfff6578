"""The coverage matrix closely: which months there are, who fills them, and what holes say."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.coverage import State, cover, narrow
from tests.analysis.ledgers import ledger_of

LETTERS = dict(zip(State, "RLTWSN.", strict=True))
SCOPE = "claimant: zona, measure: left_unit, unit: russia"


def gaps(*entries: str) -> str:
    return "gaps:\n" + "".join(f"  - {{{SCOPE}, {entry}}}\n" for entry in entries)


def matrix(*figures: str, more: str = "") -> list[str]:
    """Each row as letters, one a month."""
    rows = cover(ledger_of(*figures, more=more)).rows
    return ["".join(LETTERS[cell.state] for cell in row.cells) for row in rows]


@pytest.mark.parametrize(
    ("figures", "more", "months"),
    [
        (["a, count: 5, during: 2024-11/2025-02"], "", ("2024-11", "2025-02", 4)),
        (["a, count: 5, during: 2024-03-31/2024-04-01"], "", ("2024-03", "2024-04", 2)),
        (["a, count: 5, as_of: 2024-03, since: 2024-01"], "", ("2024-01", "2024-03", 3)),
        (
            ["a, count: 5, during: 2024-03"],
            "from: 2024-01, reason: stopped",
            ("2024-01", "2024-03", 3),
        ),
        (
            ["a, count: 5, during: 2024-03"],
            "from: 2024-05, reason: stopped",
            ("2024-03", "2024-05", 3),
        ),
        (
            ["a, count: 5, during: 2024-03"],
            "from: 2024-03, to: 2024-06, reason: stopped",
            ("2024-03", "2024-06", 4),
        ),
        (
            ["a, count: 5, during: 2024-03", "b, count: 5, during: 2027, basis: forecast"],
            "",
            ("2024-03", "2024-03", 1),
        ),
        (
            ["a, count: 5, during: 2024-03", "b, count: 5, during: 2022, status: withdrawn"],
            "",
            ("2024-03", "2024-03", 1),
        ),
        (["a, count: 5, during: 1980/2024"], "", ("1995-01", "2024-12", 360)),
    ],
)
def test_the_months_reach_from_the_first_to_the_last_thing_known(
    figures: list[str], more: str, months: tuple[str, str, int]
):
    found = cover(ledger_of(*figures, more=gaps(more) if more else "")).months
    assert (f"{found[0]:%Y-%m}", f"{found[-1]:%Y-%m}", len(found)) == months


def test_a_file_with_nothing_counted_has_no_months():
    found = cover(ledger_of("a, count: 5, during: 2024, status: withdrawn"))
    assert (found.months, found.rows) == ((), ())


def test_every_field_of_a_series_makes_a_row_of_its_own():
    base = "count: 5, during: 2024-01"
    rows = cover(
        ledger_of(
            f"a, {base}",
            f"b, {base}, claimant: hur",
            f"c, {base}, measure: refused",
            f"d, {base}, unit: ukraine",
            f"e, {base}, category: contract",
            f"f, {base}, place: Kursk",
            f"g, {base}, measure: verdicts, offence: awol",
            f"h, {base}, measure: verdicts, offence: desertion",
            "i, count: 6, during: 2024-01",
        )
    ).rows
    assert [(row.claimant, row.label) for row in rows] == [
        ("HUR", "left their unit, Russian forces"),
        ("Mediazona", "left their unit, Russian forces"),
        ("Mediazona", "refused to fight, Russian forces"),
        ("Mediazona", "left their unit, Ukrainian forces"),
        ("Mediazona", "left their unit, Russian forces, contract"),
        ("Mediazona", "left their unit, Russian forces, Kursk"),
        ("Mediazona", "verdicts, absence without leave, Russian forces"),
        ("Mediazona", "verdicts, desertion, Russian forces"),
    ]
    assert rows[1].cells[0].figures == ("a", "i")


def test_the_figure_of_the_shortest_time_is_named_first_then_by_id():
    ledger = ledger_of(
        "c, count: 5, during: 2024-01",
        "b, count: 6, during: 2024-01-02/2024-01-05",
        "a, count: 7, during: 2024-01",
        "d, count: 8, during: 2024-01/2024-02",
    )
    first, second = cover(ledger).rows[0].cells
    assert (first.state, first.figures) == (State.REPORTED, ("b", "a", "c"))
    assert (second.state, second.figures) == (State.LONGER, ("d",))


@pytest.mark.parametrize(
    ("figure", "letters"),
    [
        ("as_of: 2024-02, since: 2024-01", "TT."),
        ("as_of: 2024-02", ".T."),
        ("measure: absent, as_of: 2024-02", ".R."),
        ("measure: absent, as_of: 2024-02-03", ".R."),
        ("during: 2024-02-03/2024-02-04", ".R."),
        ("during: 2024-02-03/2024-03-04", ".LL"),
        ("during: 2024-01/2024-02", "LL."),
        ("during: 2024-02, per: day", ".R."),
    ],
)
def test_a_figure_fills_the_months_it_covers(figure: str, letters: str):
    edges = (
        "x, claimant: hur, count: 1, during: 2024-01",
        "y, claimant: hur, count: 1, during: 2024-03",
    )
    assert matrix(f"a, count: 5, {figure}", *edges)[1] == letters


def test_a_year_is_told_from_a_month_of_another_year():
    assert matrix("a, count: 5, during: 2023-02/2024-02") == ["L" * 13]


@pytest.mark.parametrize(
    ("entries", "letters"),
    [
        (["from: 2024-02, to: 2024-03, reason: withheld"], "RWW.R"),
        (["from: 2024-02, to: 2024-02, reason: stopped"], "RS..R"),
        (["from: 2024-02-15, to: 2024-03-01, reason: stopped"], "RSS.R"),
        (["from: 2023-12, reason: not_published"], "NRNNNR"),
        (["from: 2024-02, reason: withheld", "from: 2024-03, reason: stopped"], "RWWWR"),
        (["from: 2024-03, reason: stopped", "from: 2024-02, reason: withheld"], "RWWWR"),
        (["from: 2024-02, reason: not_published", "from: 2024-03, reason: stopped"], "RNSSR"),
        (["from: 2024-02, reason: not_searched", "from: 2024-03, reason: not_published"], "R.NNR"),
        (["from: 2024-02, reason: restarted"], "R...R"),
    ],
)
def test_of_several_reasons_for_a_hole_the_gravest_is_given(entries: list[str], letters: str):
    figures = ("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-05")
    assert matrix(*figures, more=gaps(*entries)) == [letters]


def test_a_hole_is_kept_with_a_known_reason_and_left_out_with_none():
    figures = ("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-03")
    ledger = ledger_of(*figures, more=gaps("from: 2024-02, to: 2024-03, reason: withheld"))
    cells = cover(ledger).rows[0].cells
    assert [cell.gap.reason if cell.gap else None for cell in cells] == [
        None,
        "withheld",
        "withheld",
    ]
    restarted = ledger_of(*figures, more=gaps("from: 2024-02, reason: restarted"))
    assert [cell.gap for cell in cover(restarted).rows[0].cells] == [None, None, None]


def test_cells_are_counted_by_state():
    found = cover(ledger_of("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-03"))
    assert [found.count(state) for state in State] == [2, 0, 0, 0, 0, 0, 1]


def test_only_the_claimants_asked_for_are_given_in_the_order_of_the_file():
    ledger = ledger_of(
        "a, claimant: agora, count: 5, during: 2024-01",
        "b, claimant: hur, count: 5, during: 2024-03",
        "c, count: 5, during: 2024-02",
    )
    assert [row.claimant for row in cover(ledger).rows] == ["HUR", "Mediazona", "Agora"]
    assert [row.claimant for row in cover(ledger, {"agora", "hur"}).rows] == ["HUR", "Agora"]
    assert cover(ledger, {"hur"}).months == (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))


def test_narrowed_to_figures_only_their_series_and_holes_of_the_same_measure_stay():
    hole = "from: 2024-02, reason: withheld"
    ledger = ledger_of(
        "a, count: 5, during: 2024-01",
        "b, count: 5, during: 2024-01, unit: army-8",
        "c, count: 5, during: 2024-01, claimant: hur",
        more=gaps(hole).replace("russia", "ukraine")
        + gaps(hole).replace("left_unit", "refused").removeprefix("gaps:\n")
        + gaps(hole).replace("zona", "agora").removeprefix("gaps:\n"),
    )
    kept = narrow(ledger, cover(ledger), ["a"])
    assert [row.label for row in kept.rows] == [
        "left their unit, Russian forces",
        "left their unit, Ukrainian forces",
    ]
    assert kept.months == cover(ledger).months
