"""About: who keeps this, how old the data is, and what was wrong."""

from __future__ import annotations

import os
from pathlib import Path

from tests.loaders.small import SMALL
from tests.pages.conftest import Open, as_read, text_of


def test_it_says_how_many_claimants_have_figures_and_how_many_articles_are_cited(
    open_page: Open, tmp_path: Path
) -> None:
    data = tmp_path / "figures.yaml"
    data.write_text(SMALL)
    assert (
        "It holds 2 figures; 2 claimants, 1 of them with figures; 2 articles, 2 of them cited"
    ) in text_of(open_page("about", data))


def test_it_names_licence_version_way_to_correct_and_the_audit(open_page: Open) -> None:
    said = text_of(open_page("about"))
    for words in ("MIT licence", "CC BY 4.0", "This is data of ", "Open an issue"):
        assert words in said
    assert "82 overstated how far an article had strayed from the claim, and 11 were wrong" in said


def test_a_file_without_history_is_of_the_day_on_which_it_was_written(
    open_page: Open, tmp_path: Path
) -> None:
    data = tmp_path / "figures.yaml"
    data.write_text(SMALL)
    os.utime(data, (0, 0))
    assert "This is data of 1 January 1970" in text_of(open_page("about", data))


def test_a_figure_that_nobody_claimed_is_listed_with_the_reason(
    open_page: Open, tmp_path: Path
) -> None:
    data = tmp_path / "figures.yaml"
    mistaken = "    status: mistaken\n    note: No article says so.\n    citations:\n"
    data.write_text(SMALL.replace("    part_of: hur-russia-2024\n    citations:\n", mistaken))
    app = open_page("about", data)
    assert "hur-8-army-2024: No article says so." in text_of(app)
    assert "No figure in the data is marked" not in text_of(app)
    assert "**All 1 figures**" in as_read(text_of(open_page("all-figures", data)))
