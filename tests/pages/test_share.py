"""Links that reproduce, notes on older links, pictures that carry their source."""

from __future__ import annotations

from loaders.load import load
from tests.editing.small import REAL
from tests.pages.conftest import Open, text_of
from tests.pages.html import texts_to_copy

CHOSEN = "measure=help_requests&claimant=idite-lesom"


def test_the_link_names_what_is_chosen_and_the_version_and_no_more(open_page: Open) -> None:
    app = open_page("over-time", claimant="idite-lesom", measure="help_requests")
    version = load(REAL).short_version
    link = next(text for text in texts_to_copy(app) if CHOSEN in text)
    assert link.partition("?")[2] == f"{CHOSEN}&v={version}"


def test_the_link_gives_the_same_rows(open_page: Open) -> None:
    pairs = dict(pair.split("=") for pair in CHOSEN.split("&"))
    app = open_page("over-time", **pairs)
    assert not app.warning
    said = "12 of 543 figures: Asked an aid group for help to leave, Idite Lesom"
    assert f"**{said}**" in text_of(app)


def test_a_link_of_another_version_says_so_and_shows_the_page(open_page: Open) -> None:
    app = open_page("over-time", claimant="idite-lesom", v="0123456")
    assert "This link was made for version 0123456 of the data" in text_of(app)
    assert not app.exception


def test_a_link_of_this_version_says_nothing(open_page: Open) -> None:
    version = load(REAL).short_version
    assert "This link" not in text_of(open_page("over-time", v=version))


def test_the_frame_line_names_the_chart_and_holds_no_markup_of_an_address(open_page: Open) -> None:
    app = open_page("over-time", claimant="idite-lesom", words='"><script>')
    frames = [text for text in texts_to_copy(app) if text.startswith("<iframe")]
    assert not frames  # nothing fits these words, so there is no chart
    app = open_page("over-time", claimant="idite-lesom")
    frames = [text for text in texts_to_copy(app) if text.startswith("<iframe")]
    assert frames
    assert all("&amp;embed=true&amp;chart=time-" in frame for frame in frames)
    assert all(frame.count('"') == 8 for frame in frames)
