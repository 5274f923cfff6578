"""The overview: a field to look something up, the ladder, cases by month, the latest claims."""

from __future__ import annotations

from analysis.ladder import RULE
from tests.pages.conftest import Open, charts_of, text_of
from tests.pages.html import html_of, read_table


def test_each_step_says_a_number_for_each_force_or_that_there_is_none(open_page: Open) -> None:
    app = open_page("")
    assert not app.exception
    caption, rows = read_table(app)
    assert caption.endswith(RULE)
    cells = {row.cells[0]: row.cells[1:] for row in rows}
    russia, ukraine = cells["Asked an aid group for help to leave"]
    assert russia == (
        "more than 24,000 requests Idite Lesom, from 24 February 2022 up to 29 February 2024 "
        "more than 6,000 requests from September 2025 to October 2025"
    )
    assert ukraine == "no claim"


def test_a_legal_count_says_that_cases_are_not_people_and_why_there_is_no_newer_one(
    open_page: Open,
) -> None:
    _, rows = read_table(open_page("", measure="cases_opened"))
    (row,) = rows
    step, _, ukraine = row.cells
    assert step == "Criminal cases opened absence without leave Cases are not people"
    assert ukraine.endswith("2 claims by 2 others: 160,000 to 300,000 Withheld since November 2025")


def test_numbers_lead_to_their_figures_and_the_words_on_others_to_that_question(
    open_page: Open,
) -> None:
    _, rows = read_table(open_page("", measure="cases_opened", force="ukraine"))
    (row,) = rows
    question = "over-time?measure=cases_opened&offence=awol"
    assert row.ways == [
        question,
        "figure?id=prosecutor-general-ua-awol-total-2025-10",
        "figure?id=prosecutor-general-ua-awol-2025-jan-oct",
        f"{question}&force=ukraine",
    ]


def test_filters_leave_rows_and_columns_of_the_ladder_out_and_the_page_says_which_do_not(
    open_page: Open,
) -> None:
    whole = open_page("", claimant="hur")
    assert len(read_table(whole)[1]) == len(read_table(open_page(""))[1])
    assert "These are the numbers of all the data" in text_of(whole)
    forces = open_page("", force="russia")
    assert all(len(row.cells) == 2 for row in read_table(forces)[1])
    assert "These are the numbers of all the data" not in text_of(forces)
    assert len(charts_of(forces)) == 1


def test_what_no_step_counts_is_said(open_page: Open) -> None:
    app = open_page("", measure="asylum_granted")
    assert not app.exception
    assert "No step has a claim for a whole force" in app.info[0].value


def test_cases_by_month_are_a_chart_a_force_that_names_what_is_counted(open_page: Open) -> None:
    app = open_page("")
    assert len(charts_of(app)) == 2
    assert "Russian forces: cases received by courts, absence without leave" in text_of(app)
    assert "Ukrainian forces: criminal cases opened, absence without leave" in text_of(app)


def test_the_latest_claims_name_number_claimant_and_first_article(open_page: Open) -> None:
    html = html_of(open_page("", claimant="idite-lesom"))
    latest = html[html.index('<ul class="claims">') :]
    assert latest.count("<li>") == 6
    assert latest.index("idite-lesom-requests-2025-09-10") < latest.index("https://")
