"""A ledger that is larger than one table: rows in pages, and every row within reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.shared.table import MOST_ROWS, TABLE_COLUMNS
from tests.loaders.made_up import generate
from tests.pages.conftest import Open, text_of


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "figures.yaml"
    path.write_text(generate(MOST_ROWS + 250), encoding="utf-8")
    return path


def test_a_table_is_sent_in_pages_and_says_which_rows_it_shows(open_page: Open, large: Path):
    app = open_page("all-figures", data=large)
    assert not app.exception
    (table,) = app.dataframe
    assert table.value.shape == (MOST_ROWS, len(TABLE_COLUMNS))
    assert (
        "Rows 1 to 1,000 of 1,250; a click on a column sorts these. The CSV has all."
    ) in text_of(app)


def test_the_next_page_has_the_rows_that_follow(open_page: Open, large: Path):
    app = open_page("all-figures", data=large)
    app.session_state["all-figures-page-of-2"] = 2
    app.run()
    assert not app.exception
    (table,) = app.dataframe
    assert len(table.value) == 250
    assert table.value["id"].iloc[0] == f"figure-{MOST_ROWS}"
    assert "Rows 1,001 to 1,250 of 1,250" in text_of(app)


def test_a_table_that_fits_is_one(open_page: Open):
    app = open_page("all-figures")
    assert "a click on a column sorts these" not in text_of(app)
