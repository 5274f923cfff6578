"""A ledger that is larger than one table: rows in pages, and every row within reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.shared.table import MOST_ROWS
from tests.loaders.made_up import generate
from tests.pages.conftest import Open
from tests.pages.html import read_table


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "figures.yaml"
    path.write_text(generate(MOST_ROWS + 25), encoding="utf-8")
    return path


def test_a_table_is_sent_in_pages_and_says_which_rows_it_shows(open_page: Open, large: Path):
    app = open_page("all-figures", data=large)
    assert not app.exception
    caption, rows = read_table(app)
    assert len(rows) == MOST_ROWS
    assert caption == ("Figures 1 to 100 of 125. A number opens its figure. The CSV has all.")


def test_the_next_page_has_the_rows_that_follow(open_page: Open, large: Path):
    app = open_page("all-figures", data=large)
    _, before = read_table(app)
    app.session_state["all-figures-page-of-2"] = 2
    app.run()
    assert not app.exception
    caption, rows = read_table(app)
    assert caption.startswith("Figures 101 to 125 of 125.")
    assert len({row.figure for row in [*before, *rows]}) == MOST_ROWS + 25


def test_a_table_that_fits_is_one(open_page: Open):
    caption, rows = read_table(open_page("all-figures", claimant="hur"))
    assert caption == f"{len(rows)} figures. A number opens its figure."
