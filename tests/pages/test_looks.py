"""The looks at sources that a reader chooses between."""

from __future__ import annotations

import json

import pytest

from tests.pages.conftest import Open, charts_of, text_of

LOOKS = ("Who repeats whom", "Rival answers", "Changed on the way", "Printed when")


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
    assert "about 14,500 people of more than 18,000 people" in text_of(app)
