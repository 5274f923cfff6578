"""Titles and captions say what was drawn, and count articles once."""

from __future__ import annotations

from charts.look.caption import write_caption, write_title
from tests.charts.rows import make_rows

TWO = make_rows(
    {"urls": "https://example.org/a https://example.org/b", "window": "2023-06"},
    {"urls": "https://example.org/b", "claimant": "hur", "claimant_name": "HUR"},
)


def test_the_caption_counts_an_article_that_printed_two_claims_once():
    assert write_caption(TWO, "data version 2f3c9a1") == (
        "2 claims by 2 claimants in 2 articles · reported, not verified · data version 2f3c9a1"
    )


def test_one_claim_is_not_plural():
    assert write_caption(TWO.tail(1), "data version 2f3c9a1") == (
        "1 claim by 1 claimant in 1 article · reported, not verified · data version 2f3c9a1"
    )


def test_nothing_drawn_is_said():
    assert write_caption(TWO.head(0), "data version 2f3c9a1") == "no claims · data version 2f3c9a1"
    assert write_title(TWO.head(0)) == "No claims"


def test_the_title_names_measure_people_claimants_and_time():
    assert write_title(TWO) == (
        "Left their unit · Russian forces · Astra and HUR · June 2023 to January 2024"
    )


def test_the_title_names_one_offence_and_years_as_years():
    rows = make_rows(
        {
            "measure_label": "Verdicts",
            "offence": "awol",
            "offence_label": "Desertion",
            "window": "2023",
        }
    )
    assert write_title(rows) == "Verdicts, desertion · Russian forces · Astra · 2023"


def test_many_names_are_counted():
    rows = make_rows(*({"claimant_name": name} for name in ("Astra", "HUR", "Proekt")))
    assert write_title(rows) == "Left their unit · Russian forces · 3 claimants · January 2024"


def test_a_caption_says_of_how_many_chosen_claims_the_chart_shows_a_part() -> None:
    assert write_caption(TWO, "2f3c9a1", chosen=5).startswith("2 claims (of 5 chosen) by ")
    assert write_caption(TWO, "2f3c9a1", chosen=2).startswith("2 claims by ")
