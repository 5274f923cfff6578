"""The way to read each form: a drawing of invented numbers, by the functions of the real charts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charts.examples import FORMS, draw_example
from charts.look.style import DARK, LIGHT
from loaders.load import load
from tests.charts.figures import seen

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_words_and_a_drawing_in_both_themes(form: str) -> None:
    assert FORMS[form].words.endswith(".")
    for ink in (LIGHT, DARK):
        figure = seen(draw_example)(form, ink)
        assert figure is not None
        assert figure.data
        assert figure.layout.paper_bgcolor == ink.paper


def test_the_invented_figures_are_without_error_or_warning_and_name_nobody() -> None:
    ledger = load(ROOT / "charts" / "example.yaml")
    assert ledger.warnings == ()
    assert {claimant.name for claimant in ledger.claimants.values()} == {"Claimant A", "Claimant B"}


def test_every_form_that_a_page_names_can_be_read() -> None:
    """A form is the last argument of `show_chart`."""
    calls = [
        call
        for path in (ROOT / "pages").rglob("*.py")
        for call in re.findall(r"show_chart\((?:[^()]|\([^()]*\))*\)", path.read_text())
    ]
    named = {found for call in calls if (found := _last_word(call))}
    assert len(named) >= 9
    assert named <= set(FORMS)


def _last_word(call: str) -> str:
    found = re.search(r'"(\w+)",?\s*\)$', call)
    return found.group(1) if found else ""
