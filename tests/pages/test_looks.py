"""The looks at sources that a reader chooses between."""

from __future__ import annotations

import json

import pytest

from tests.pages.conftest import Open, charts_of, text_of

LOOKS = ("Who repeats whom", "Other answers", "Changed on the way", "Printed when")


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_at_sources_draws_a_chart_of_the_whole_ledger(open_page: Open, look: str) -> None:
    app = open_page("by-source", look=look)
    assert not app.exception
    assert charts_of(app)


def test_relays_are_counted_against_origins_and_the_most_printed_claim_comes_first(
    open_page: Open,
) -> None:
    app = open_page("by-source", look="Who repeats whom", measure="verdicts")
    assert "Each claim has one origin, its claimant." in text_of(app)
    assert "Mediazona" in json.dumps(charts_of(app)[0], ensure_ascii=False)


def test_the_unit_page_draws_a_whole_with_what_is_not_itemised(open_page: Open) -> None:
    app = open_page("by-unit", unit="southern-military-district", claimant="hur")
    assert "about 14,500 people of more than 18,000 people" not in text_of(app)  # it is folded
    app.session_state["wholes"] = True
    assert "about 14,500 people of more than 18,000 people" in text_of(app.run())


def test_what_does_not_add_up_names_the_claim_first_and_calculations_are_told_in_words(
    open_page: Open,
) -> None:
    app = open_page("data-quality", tab="Checks")
    app.session_state["each-calculated"] = True
    said = text_of(app.run())
    claim = "Idite Lesom reported more than 24,000 requests"
    assert said.index(claim) < said.index("and for the same day idite-lesom-requests-2024-02")
    assert "10 times: 284 / 28 = 10.14, it bears out." in said


def test_a_reader_of_a_figure_meets_no_hint_for_who_keeps_the_file(open_page: Open) -> None:
    assert "delete it" not in text_of(open_page("figure", id="mediazona-awol-verdicts-2024-03"))
    district = open_page("figure", id="prosecutor-general-ua-awol-total-2025-09")
    assert "disagrees by 188" in text_of(district)
