"""A page of charts shows one question at a time, says what it leaves out, draws all if asked."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, charts_of, text_of
from tests.pages.html import html_of, read_table

CHARTED = ("over-time", "by-unit", "by-source")
CASES_ARE_NOT_PEOPLE = "Cases are not people"


def field_of(app: AppTest) -> str:
    return str(app.selectbox(key="question").format_func(app.selectbox(key="question").value))


@pytest.mark.parametrize("address", CHARTED)
def test_a_page_opens_on_one_question_and_says_how_much_answers_others(
    open_page: Open, address: str
) -> None:
    app = open_page(address)
    said = re.search(
        r"\*\*(\d+) of 543 figures: .*?\*\* · (\d+) more answer 29 other questions", text_of(app)
    )
    assert said
    assert int(said[1]) + int(said[2]) == 543


def test_the_field_and_the_filters_are_one_choice(open_page: Open) -> None:
    app = open_page("over-time", measure="verdicts", offence="desertion")
    assert field_of(app) == "Verdicts, desertion (10)"
    app.selectbox(key="question").select("Asked an aid group for help to leave (12)").run()
    assert app.multiselect(key="measure").value == ["help_requests"]
    assert app.multiselect(key="offence").value == []
    assert app.query_params["measure"] == "help_requests"
    assert "**12 of 543 figures: Asked an aid group for help to leave**" in text_of(app)


def test_within_filters_that_leave_several_questions_a_page_opens_on_one_of_them(
    open_page: Open,
) -> None:
    app = open_page("by-source", measure=["verdicts", "returned"])
    assert field_of(app) == "Verdicts, evasion offences together (22)"


def test_everything_at_once_is_a_choice_and_in_the_address(open_page: Open) -> None:
    app = open_page("over-time", measure="verdicts")
    next(one for one in app.button if one.label == "Everything at once").click().run()
    assert not app.exception
    assert app.query_params["everything"] == "true"
    assert "**All 543 figures**" in text_of(app)
    assert field_of(app) == "Everything at once"


def test_a_question_that_nothing_charts_is_still_a_table(open_page: Open) -> None:
    app = open_page("over-time", measure="absent")
    assert charts_of(app) == []
    assert len(read_table(app)[1]) == 3
    assert "Only in this table: 3 claims by 3 claimants" in text_of(app)


def test_legal_counts_say_that_cases_are_not_people(open_page: Open) -> None:
    assert CASES_ARE_NOT_PEOPLE in text_of(open_page("over-time", measure="verdicts"))
    assert CASES_ARE_NOT_PEOPLE not in text_of(open_page("over-time", measure="left_unit"))


def test_a_list_of_units_says_that_no_claim_is_not_no_desertion(open_page: Open) -> None:
    assert "no claim is not no desertion" in text_of(open_page("by-unit", measure="left_unit"))


def test_dates_say_what_they_keep(open_page: Open) -> None:
    app = open_page("by-source", **{"from": "2025", "to": "2025"})
    assert "Kept: periods that touch 2025, and totals up to a day in that time." in text_of(app)


@pytest.mark.parametrize("address", ["over-time", "by-unit"])
def test_other_answers_to_the_question_are_one_click_away(open_page: Open, address: str) -> None:
    app = open_page(address, measure="left_unit")
    way = "by-source?measure=left_unit&amp;look=Other+answers"
    assert f'<a href="{way}">→ Other answers, side by side (7)</a>' in html_of(app)


def test_changes_obey_the_filters_and_name_their_articles(open_page: Open) -> None:
    app = open_page("by-source", look="Changed on the way", claimant="hur", measure="left_unit")
    said = text_of(app)
    count = re.search(r"(\d+) of \d+ citations", said)
    assert count
    assert f"{count[1]} citations. A claim leads to its figure." in said
    assert html_of(app).count("What changed") == 1
    assert "https://thedailydigest.com/canada/" in html_of(app)
    assert "left unit → on a wanted list" not in str(charts_of(app))
