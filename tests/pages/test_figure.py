"""The page of a figure: what to write first, then what to mind, then everything else."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.small import small
from tests.pages.conftest import Open, as_read, text_of


def test_what_articles_calculate_with_it_is_told_with_what_comes_out(open_page: Open) -> None:
    said = text_of(open_page("figure", id="idite-lesom-2024-01"))
    assert "10 times: 284 / 28 = 10.14, it bears out." in said
    assert "requests, not people who left. Stated by dagens.com" in said


def test_beside_a_legal_count_stands_that_cases_are_not_people(open_page: Open) -> None:
    said = text_of(open_page("figure", id="mediazona-awol-verdicts-2024-03"))
    assert (
        "**Be careful.** Cases are not people; verdicts, not people who left; "
        "absence without leave only." in said
    )


def test_its_open_question_stands_on_one_line(open_page: Open) -> None:
    said = text_of(open_page("figure", id="hur-southern-military-district-2024-04"))
    assert "**Ask first.** Since when? The start of the count is not stated" in said


def test_what_was_worked_out_is_not_passed_off_as_stated(open_page: Open) -> None:
    said = text_of(open_page("figure", id="general-staff-ua-144-brigade-2023-11"))
    assert "worked out, not stated" in said


def test_a_figure_entered_in_error_says_so_above_all_else(open_page: Open, tmp_path: Path) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(
        small(
            (
                "    count: 18000\n",
                "    count: 18000\n    status: mistaken\n    note: Read wrong.\n",
            )
        ),
        encoding="utf-8",
    )
    app = open_page("figure", file, id="hur-russia-2024")
    assert as_read(app.warning[0].value).startswith("Mistaken: entered in error")
