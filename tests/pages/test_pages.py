"""Every page renders the real ledger, follows the filters, and says when nothing is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from pages.menu import FILTERED, PAGES
from server.hosts import HOSTS_VARIABLE
from tests.loaders.small import SMALL
from tests.pages.conftest import ROOT, Open, as_read, text_of

ALL = [entry.address for entry in PAGES]


def test_nothing_beside_the_frame_has_the_name_of_a_room() -> None:
    """Streamlit looks for modules beside its script first: `pages/editing` would hide `editing`."""
    beside = {path.stem for path in (ROOT / "pages").iterdir()}
    assert beside & {path.parent.name for path in ROOT.glob("*/__init__.py")} == set()


@pytest.mark.parametrize("address", ALL)
def test_a_page_shows_the_whole_ledger_without_an_error(open_page: Open, address: str) -> None:
    app = open_page(address)
    assert not app.exception
    assert not app.error
    assert app.title[0].value


@pytest.mark.parametrize("address", sorted(FILTERED))
def test_a_page_names_its_filters_and_the_rows_they_leave(open_page: Open, address: str) -> None:
    app = open_page(address, claimant="idite-lesom", measure="help_requests")
    assert not app.exception
    said = "12 of 543 figures: Asked an aid group for help to leave, Idite Lesom"
    assert f"**{said}**" in text_of(app)


@pytest.mark.parametrize("address", sorted(FILTERED))
def test_a_page_says_so_when_no_figure_fits(open_page: Open, address: str) -> None:
    app = open_page(address, claimant="idite-lesom", measure="verdicts")
    assert not app.exception
    assert any("No figure fits these filters" in box.value for box in app.info)


@pytest.mark.parametrize("address", sorted(FILTERED))
def test_a_page_shows_a_single_figure(open_page: Open, address: str) -> None:
    app = open_page(address, claimant="20-division-leak", words="convict")
    assert not app.exception


@pytest.mark.parametrize("address", sorted(FILTERED))
def test_an_unknown_word_in_a_link_is_named_and_left_out(open_page: Open, address: str) -> None:
    app = open_page(address, claimant="idite-leson")
    assert any("unknown claimant" in box.value for box in app.warning)
    assert app.multiselect(key="claimant").value == []


@pytest.mark.parametrize("fault", ["missing", "folder", "empty", "broken"])
def test_a_page_without_any_data_says_why_in_one_sentence(
    open_page: Open, tmp_path: Path, fault: str
) -> None:
    data = tmp_path / "figures.yaml"
    if fault == "folder":
        data.mkdir()
    elif fault != "missing":
        data.write_text("" if fault == "empty" else "figures: [\n")
    app = open_page("", data)
    assert not app.exception
    assert app.error[0].value == "There is no data to show yet: the file cannot be used."
    assert app.code[0].value.startswith("figures.yaml")
    assert "Traceback" not in text_of(app)


def test_a_folder_in_the_place_of_the_file_is_called_one(open_page: Open, tmp_path: Path) -> None:
    app = open_page("overview.py", tmp_path)
    assert app.code[0].value == (
        f"{tmp_path.name}: error: this is a folder, not a file; name the YAML file itself"
    )


def test_a_file_that_was_cut_off_is_held_back_until_somebody_shows_it_anyway(
    open_page: Open, tmp_path: Path
) -> None:
    app = open_shrunken(open_page, tmp_path)
    assert as_read(app.warning[0].value).startswith(
        "10 lines are gone from the end of the file, and no more is changed; it is held back. "
        "The data shown is that of "
    )
    assert "**All 2 figures**" in text_of(app)
    app.button[0].click().run()
    assert not app.exception
    assert not app.warning
    assert "**All 1 figures**" in text_of(app)


def test_on_a_server_for_others_no_reader_can_show_a_file_that_is_held_back(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOSTS_VARIABLE, "dash.example.org")
    app = open_shrunken(open_page, tmp_path)
    assert "it is held back" in app.warning[0].value
    assert [button.label for button in app.button] == ["Clear all filters", "Show 2 figures"]


def open_shrunken(open_page: Open, folder: Path) -> AppTest:
    """The page of all figures after one of two figures went missing from its file."""
    data = folder / "figures.yaml"
    data.write_text(SMALL)
    open_page("all-figures", data)
    data.write_text(SMALL[: SMALL.index("  - id: hur-8-army")])
    return open_page("all-figures", data)


@pytest.fixture
def below_a_path() -> Iterator[None]:
    config.set_option("server.baseUrlPath", "news/desertion")
    yield
    config.set_option("server.baseUrlPath", "")


def test_a_page_names_the_address_of_its_data(open_page: Open) -> None:
    assert "`/data/figures.csv`" in text_of(open_page("all-figures"))


@pytest.mark.usefixtures("below_a_path")
def test_below_a_path_of_a_larger_site_the_address_begins_with_it(open_page: Open) -> None:
    assert "`/news/desertion/data/figures.csv`" in text_of(open_page("all-figures"))
    app = open_page("figure", id="hur-southern-military-district-2024-04")
    said = "`/news/desertion/data/figures/hur-southern-military-district-2024-04.json`"
    assert said in text_of(app)
