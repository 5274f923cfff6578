"""Every page renders the real ledger, follows the filters, and says when nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.shared.menu import PAGES, WITHOUT_FILTERS
from tests.pages.conftest import Open, as_read, text_of

FILTERED = [script for script, _, address in PAGES if address not in WITHOUT_FILTERS]
ALL = [script for script, _, _ in PAGES]


@pytest.mark.parametrize("script", ALL)
def test_a_page_shows_the_whole_ledger_without_an_error(open_page: Open, script: str) -> None:
    app = open_page(script)
    assert not app.exception
    assert not app.error
    assert app.title[0].value


@pytest.mark.parametrize("script", FILTERED)
def test_a_page_names_its_filters_and_the_rows_they_leave(open_page: Open, script: str) -> None:
    app = open_page(script, claimant="idite-lesom", measure="help_requests")
    assert not app.exception
    said = "11 of 405 figures: Asked an aid group for help to leave, Idite Lesom"
    assert as_read(app.subheader[0].value) == said


@pytest.mark.parametrize("script", FILTERED)
def test_a_page_says_so_when_no_figure_fits(open_page: Open, script: str) -> None:
    app = open_page(script, claimant="idite-lesom", measure="verdicts")
    assert not app.exception
    assert any("No figure fits these filters" in box.value for box in app.info)


@pytest.mark.parametrize("script", FILTERED)
def test_a_page_shows_a_single_figure(open_page: Open, script: str) -> None:
    app = open_page(script, claimant="20-division-leak", words="convict")
    assert not app.exception


@pytest.mark.parametrize("script", FILTERED)
def test_an_unknown_word_in_a_link_is_named_and_left_out(open_page: Open, script: str) -> None:
    app = open_page(script, claimant="idite-leson")
    assert any("unknown claimant" in box.value for box in app.warning)
    assert app.subheader[0].value == "All 405 figures"


@pytest.mark.parametrize("fault", ["missing", "folder", "empty", "broken"])
def test_a_page_without_any_data_says_why_in_one_sentence(
    open_page: Open, tmp_path: Path, fault: str
) -> None:
    data = tmp_path / "figures.yaml"
    if fault == "folder":
        data.mkdir()
    elif fault != "missing":
        data.write_text("" if fault == "empty" else "figures: [\n")
    app = open_page("overview.py", data)
    assert not app.exception
    assert app.error[0].value == "There is no data to show yet: the file cannot be used."
    assert app.code[0].value.startswith("figures.yaml")
    assert "Traceback" not in text_of(app)
