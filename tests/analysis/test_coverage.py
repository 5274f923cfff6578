"""What is known of each series in each month, and why not."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.coverage import State, cover, narrow
from tests.analysis.ledgers import REAL, ledger_of

LETTERS = {
    State.REPORTED: "R",
    State.LONGER: "l",
    State.TOTAL: "t",
    State.WITHHELD: "w",
    State.STOPPED: "s",
    State.NOT_PUBLISHED: "n",
    State.NOT_COLLECTED: ".",
}
GAP = "claimant: zona, measure: left_unit, unit: russia"


def gap(words: str) -> str:
    return f"gaps:\n  - {{{GAP}, {words}}}\n"


def row(*figures: str, more: str = "") -> str:
    """The first row of the matrix as letters, one a month."""
    return "".join(
        LETTERS[cell.state] for cell in cover(ledger_of(*figures, more=more)).rows[0].cells
    )


@pytest.mark.parametrize(
    ("figures", "letters"),
    [
        (("a, count: 5, during: 2024-02", "b, count: 5, during: 2024-04"), "R.R"),
        (("a, count: 5, during: 2024-02-03/2024-02-09",), "R"),
        (("a, count: 5, during: 2024-02-03/2024-03-09",), "ll"),
        (("a, count: 5, during: 2024-01/2024-03", "b, count: 5, during: 2024-02"), "lRl"),
        (("a, count: 5, during: 2024-02, per: day",), "R"),
        (("a, count: 5, as_of: 2024-03, since: 2024-01",), "ttt"),
        (
            ("a, count: 5, as_of: 2024-03, since: 2024-01", "b, count: 5, during: 2024-01/2024-02"),
            "llt",
        ),
        (("a, count: 5, as_of: 2024-03", "b, count: 5, as_of: 2024"), "t........t"),
        (("a, measure: absent, count: 5, as_of: 2024-03",), "R"),
        (("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-02, basis: forecast"), "R"),
        (("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-02, status: withdrawn"), "R"),
    ],
)
def test_a_month_has_the_most_exact_thing_known_of_it(figures, letters):
    figures = tuple(figure.replace('as_of: 2024"', "as_of: 2024-12") for figure in figures)
    trimmed = row(*figures).strip(".")
    assert trimmed == letters.strip(".")


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("from: 2024-02, to: 2024-03, reason: withheld", "Rww.R"),
        ("from: 2024-02, to: 2024-03, reason: stopped", "Rss.R"),
        ("from: 2024-02, to: 2024-03, reason: not_published", "Rnn.R"),
        ("from: 2024-02, to: 2024-03, reason: not_searched", "R...R"),
        ("from: 2024-02, to: 2024-03, reason: restarted", "R...R"),
        ("from: 2024-02, reason: withheld", "RwwwR"),
    ],
)
def test_a_gap_gives_the_reason_for_a_hole(words, letters):
    figures = ("a, count: 5, during: 2024-01", "b, count: 5, during: 2024-05")
    assert row(*figures, more=gap(words)) == letters


def test_a_gap_that_a_total_covers_is_kept_beside_it():
    ledger = ledger_of(
        "a, count: 5, as_of: 2024-02, since: 2024-01",
        more=gap("from: 2024-01, to: 2024-01, reason: withheld, note: Kept back."),
    )
    first, second = cover(ledger).rows[0].cells
    assert (first.state, second.state, second.gap) == (State.TOTAL, State.TOTAL, None)
    assert first.gap is not None
    assert first.gap.note == "Kept back."


def test_a_gap_alone_is_a_row():
    found = cover(
        ledger_of(
            "a, claimant: hur, count: 5, during: 2024-01",
            more=gap("from: 2024-01, reason: not_published"),
        )
    )
    assert [(one.claimant, one.cells[0].state) for one in found.rows] == [
        ("HUR", State.REPORTED),
        ("Mediazona", State.NOT_PUBLISHED),
    ]


def test_rows_say_what_is_counted_for_whom():
    (one,) = cover(
        ledger_of("a, measure: verdicts, offence: awol, place: Kursk, count: 5, during: 2024")
    ).rows
    assert one.label == "verdicts, absence without leave, Russian forces, Kursk"


def test_the_months_stay_the_same_whatever_claimants_are_chosen():
    ledger = ledger_of(
        "a, claimant: hur, count: 5, during: 2024-01",
        "b, claimant: agora, count: 5, during: 2024-03",
    )
    found = cover(ledger, ["agora"])
    assert found.months == (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))
    assert [one.claimant for one in found.rows] == ["Agora"]


def test_a_mistyped_year_does_not_draw_a_thousand_years():
    assert len(cover(ledger_of("a, count: 5, during: 1924/2024")).months) == 360


def test_the_prosecutors_numbers_are_withheld_from_november_2025_in_the_real_data():
    found = cover(REAL, ["prosecutor-general-ua"])
    month = found.months.index(date(2025, 11, 1))
    states = {
        one.series[2]: one.cells[month].state
        for one in found.rows
        if one.series[1] == "cases_opened" and one.series[5] is None
    }
    assert states["awol"] == State.WITHHELD


def test_a_matrix_is_narrowed_to_the_series_of_the_figures_and_the_holes_beside_them() -> None:
    ledger = ledger_of(
        "a, count: 5, during: 2024-02",
        "b, count: 5, during: 2024-02, place: Krasnodar",
        "c, measure: absent, count: 5, as_of: 2024-02",
        more=gap("from: 2024-03, reason: withheld"),
    )
    found = cover(ledger)
    assert len(found.rows) == 3
    kept = narrow(ledger, found, ["b"]).rows
    assert [(row.series[1], row.series[5]) for row in kept] == [("left_unit", "Krasnodar")]
    only_hole = gap("from: 2024-03, reason: withheld").replace("unit: russia", "unit: ukraine")
    other = ledger_of("a, count: 5, during: 2024-02", more=only_hole)
    assert [row.series[3] for row in narrow(other, cover(other), ["a"]).rows] == [
        "russia",
        "ukraine",
    ]
