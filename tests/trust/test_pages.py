"""Text that wants to be more than text, in every field and every address, on every page."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
import streamlit.config
from streamlit.testing.v1 import AppTest

from charts.look.style import HOVER
from loaders.selection import FILTERS
from pages.forms.policy import read_token, server_policy
from pages.menu import PAGES
from tests.pages.conftest import ROOT, go_to, start
from tests.trust.elements import (
    find_live_chart_text,
    find_live_markdown,
    read_charts,
    read_html,
    read_markdown,
)
from tests.trust.outline import find_foreign, read_outline
from tests.trust.payloads import LAST, PAYLOADS

Parameters = dict[str, str | list[str]]
SHOWN: list[tuple[str, Parameters]] = [
    *((entry.address, {}) for entry in PAGES),
    ("check", {"q": "1000"}),
    ("check", {"q": "xss"}),
    ("by-source", {"look": "Other answers"}),
    ("by-source", {"look": "Changed on the way"}),
    ("figure", {"id": f"one-{LAST}"}),
    ("figure", {"id": "whole"}),
]


@pytest.mark.parametrize(("address", "parameters"), SHOWN, ids=str)
def test_on_every_page_it_is_escaped_wherever_a_browser_would_read_markup(
    app: AppTest, address: str, parameters: Parameters
) -> None:
    go_to(app, address, **parameters)
    assert not app.exception
    shown = list(read_markdown(app))
    assert [(name, text) for name, text in shown if find_live_markdown(text)] == []
    for text in read_html(app):
        check_html(text)
    for name, text in read_charts(app):
        if name.endswith("template"):
            assert text in (HOVER, "%{text}")
        else:
            assert find_live_chart_text(text) == [], name


def test_what_a_chart_draws_is_among_the_texts_that_are_checked(app: AppTest) -> None:
    go_to(app, "by-source", **{"everything": "true", "all-claims": "true"})
    drawn = " ".join(text for _, text in read_charts(app))
    assert html.escape(PAYLOADS[0], quote=False) in drawn


def check_html(text: str) -> None:
    """It holds no element but those of lists and tables, and no address but those of articles."""
    found = read_outline(text.encode())
    tags = {tag for tag, _ in found.elements}
    tables = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "pre", "button"}
    assert tags <= tables | {"ul", "li", "p", "strong", "em", "small", "span", "a", "style"}
    attributes = {name for _, names in found.elements for name in names}
    usual = {"aria-hidden", "class", "download", "href", "lang", "role", "scope", "target"}
    assert attributes <= usual | {"tabindex", "type"}
    assert find_foreign(found.addresses) == set()


@pytest.mark.parametrize("name", [name for name, one in FILTERS.items() if one.many])
def test_in_an_address_it_is_named_as_typed_and_left_out(app: AppTest, name: str) -> None:
    go_to(app, "all-figures", **{name: list(PAYLOADS)}, words="x")
    assert not app.exception
    said = [box.value for box in app.warning]
    assert len(said) == len(PAYLOADS) - (name == "outlet") * OUTLETS
    assert [text for text in said if find_live_markdown(text)] == []


OUTLETS = sum(";" not in text for text in PAYLOADS)
"""So many of them are outlets of the data, and thus good words of an address."""


@pytest.mark.parametrize("text", PAYLOADS)
def test_as_the_id_of_an_address_it_is_shown_as_typed(app: AppTest, text: str) -> None:
    go_to(app, "figure", id=text)
    assert app.title[0].value == "One figure"
    assert len(app.error) == 1
    assert find_live_markdown(app.error[0].value) == []
    assert not app.exception


def test_words_of_an_address_are_searched_for_and_not_run(app: AppTest) -> None:
    every: Parameters = {name: " ".join(PAYLOADS) for name in ("words", "from", "to", "look", "q")}
    for address in ("all-figures", "check", "by-source"):
        go_to(app, address, **every)
        assert not app.exception
        assert [text for _, text in read_markdown(app) if find_live_markdown(text)] == []


@pytest.mark.parametrize("text", PAYLOADS)
def test_as_a_pasted_text_it_is_quoted_as_typed(app: AppTest, text: str) -> None:
    go_to(app, "check")
    pasted = f"{text} says 1,000 soldiers deserted in 2024, tenfold 100 men. {text} " * 2
    app.text_area[0].set_value(pasted)
    app.button[0].click().run()
    assert not app.exception
    shown = list(read_markdown(app))
    assert any("yellow-background" in said for _, said in shown)
    assert [(name, said) for name, said in shown if find_live_markdown(said)] == []
    for said in read_html(app):
        check_html(said)


@pytest.mark.parametrize("id", [f"one-{LAST}", "".join(PAYLOADS)])
def test_on_the_edit_page_it_is_text_in_a_field(
    file: Path, monkeypatch: pytest.MonkeyPatch, id: str
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DESERTION_DATA", str(file))
    monkeypatch.setenv("DESERTION_EDIT", "local")
    monkeypatch.setenv("DESERTION_EDIT_TOKEN", "printed")
    monkeypatch.setattr(streamlit.config, "_server_mode", "starlette-app")
    for function in (server_policy, read_token):
        function.cache_clear()
    app = go_to(start(60), "edit", id=id, token="printed")
    for function in (server_policy, read_token):
        function.cache_clear()
    assert not app.exception
    assert app.title[0].value == "Edit"
    assert [(name, text) for name, text in read_markdown(app) if find_live_markdown(text)] == []
    for text in read_html(app):
        check_html(text)
