"""Two pages run at a time; every other waits, and none keeps its turn."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from pages.shared.data import AT_ONCE, TURNS
from tests.pages.conftest import Open, go_to, start


def test_a_page_waits_while_as_many_run_as_may() -> None:
    app = start()
    page = Thread(target=go_to, args=(app, "about"))
    with TURNS, TURNS:
        page.start()
        page.join(1)
        assert page.is_alive()
    page.join()
    assert app.title[0].value == "About"


def test_a_run_that_stops_gives_its_turn_back(open_page: Open, tmp_path: Path) -> None:
    nothing = tmp_path / "figures.yaml"
    for _ in range(AT_ONCE + 1):
        app = open_page("about", data=nothing)
        assert app.error[0].value.startswith("There is no data")
