"""Embedded in another page: one chart, its caption, its source, and nothing else."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT, as_read, charts_of, go_to, start


def embed(monkeypatch: pytest.MonkeyPatch, address: str, **parameters: str) -> AppTest:
    monkeypatch.chdir(ROOT)
    app = start()
    app.context["is_embedded"] = True
    return go_to(app, address, **parameters)


def words_of(app: AppTest) -> list[str]:
    elements = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info]
    return [as_read(element.value) for element in elements]


def test_a_named_chart_stands_alone_with_title_caption_and_source(monkeypatch) -> None:
    app = embed(monkeypatch, "over-time", claimant="idite-lesom", chart="time-during")
    assert not app.exception
    assert len(charts_of(app)) == 1
    title, source, caption = words_of(app)
    assert "Idite Lesom" in title
    assert source.startswith("[Source, table and articles](<")
    assert source.endswith("?claimant=idite-lesom>)")
    assert "reported, not verified" in caption
    assert not [*app.multiselect, *app.toggle, *app.dataframe, *app.button]


def test_without_a_name_the_first_chart_of_the_page_is_shown(monkeypatch) -> None:
    first = embed(monkeypatch, "by-unit", measure="left_unit")
    named = embed(monkeypatch, "by-unit", measure="left_unit", chart="units-people")
    assert charts_of(first)[0]["data"] == charts_of(named)[0]["data"]


def test_a_chart_of_the_overview_stands_alone_too(monkeypatch) -> None:
    app = embed(monkeypatch, "", chart="by-month-russia")
    assert not app.exception
    assert len(charts_of(app)) == 1
    title, source, caption = words_of(app)
    assert "cases received by courts" in title.lower()
    assert source.startswith("[Source, table and articles](<")
    assert "reported, not verified" in caption


def test_a_switch_in_the_address_reaches_the_embedded_chart(monkeypatch) -> None:
    log = embed(monkeypatch, "over-time", measure="verdicts", chart="time-during", log="true")
    assert charts_of(log)[0]["layout"]["yaxis"]["type"] == "log"


def test_a_chart_that_is_not_there_is_named_as_missing_with_the_way_to_the_page(
    monkeypatch,
) -> None:
    app = embed(monkeypatch, "by-unit", measure="left_unit", chart="units-verdicts")
    assert not app.exception
    source, info = words_of(app)
    assert info == "There is no such chart on this page."
    assert source.endswith("?measure=left_unit>)")
