"""The Edit page, without a browser: each of its ways, and where there is no such page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit.config
import yaml
from streamlit.testing.v1 import AppTest

from editing.block import IN_BRACKETS, Edit, find_block
from editing.form import read_count
from editing.save import NotAllowed, save
from loaders.load import load, read_ledger
from loaders.records import Printed
from loaders.words import Bound
from pages.forms.fields import WAY
from pages.forms.policy import read_token, server_policy
from tests.editing.small import REAL, cut
from tests.loaders.test_git import git
from tests.pages.conftest import ROOT, as_read, go_to, start, text_of

HUR = "hur-southern-military-district-2024-04"
Open = Callable[..., AppTest]


FEW = cut(HUR, "hur-58-combined-arms-army-2024-04", "idite-lesom-2023-01")
"""What these tests need of the real file: each step of a form judges the whole of it."""
on_the_real_file = pytest.mark.parametrize("data", [REAL.read_bytes()], ids=["real"], indirect=True)


@pytest.fixture
def data(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of their own, in a folder that is no repository."""
    path = tmp_path / "figures.yaml"
    path.write_bytes(getattr(request, "param", FEW))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("DESERTION_DATA", str(path))
    return path


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A server that `streamlit run` started on this machine alone, with editing on."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DESERTION_EDIT", "local")
    monkeypatch.delenv("DESERTION_HOSTS", raising=False)
    monkeypatch.setenv("DESERTION_EDIT_TOKEN", "printed")
    monkeypatch.setattr(streamlit.config, "_server_mode", "starlette-app")
    for function in (server_policy, read_token):
        function.cache_clear()
    yield monkeypatch
    for function in (server_policy, read_token):
        function.cache_clear()


@pytest.fixture
def open_edit(data: Path, allowed: pytest.MonkeyPatch) -> Open:  # noqa: ARG001
    def run(**parameters: str) -> AppTest:
        app = go_to(start(60), "edit", token="printed", **parameters)
        assert not app.exception
        return app

    return run


def fill(app: AppTest, **values: str) -> AppTest:
    """Type into fields and choose in lists, by their keys, each as a reader does: one by one."""
    for name, value in values.items():
        key = next(key for key in widget_keys(app) if key.partition("-")[2].endswith(f"-{name}"))
        widget = next(
            one for one in [*app.text_input, *app.selectbox, *app.radio] if one.key == key
        )
        widget.set_value(value).run()
        assert not app.exception
    return app


def widget_keys(app: AppTest) -> list[str]:
    widgets = [*app.text_input, *app.selectbox, *app.radio, *app.text_area, *app.button]
    return [str(widget.key) for widget in widgets if widget.key]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def retype(app: AppTest, old: str, new: str) -> None:
    (area,) = app.text_area
    assert area.value is not None
    assert old in area.value
    area.set_value(area.value.replace(old, new)).run()
    assert not app.exception


CLAIM = {
    "claimant": "idite-lesom",
    "measure": "help_requests",
    "unit": "russia",
    "count": "777",
    "during": "2026-02",
    "basis": "aid_group_log",
}
ARTICLE = {
    "url": "https://post.example/2026/03/claim?utm_source=x",
    "title": "Дезертирство: *bold* [x](https://y.example)",
    "outlet": "Post",
    "published": "2026-03-02",
    "language": "uk",
}


@on_the_real_file
def test_a_claim_with_a_new_article_is_shown_as_yaml_and_as_a_sentence_and_saved(
    open_edit: Open, data: Path
) -> None:
    before = load(data)
    app = fill(open_edit(), **CLAIM, **ARTICLE)
    block = app.code[0].value
    assert "  post-2026-03-02:\n" in block
    assert "  - id: idite-lesom-help-requests-2026-02\n" in block
    sentence = as_read(app.success[0].value)
    assert sentence == (
        "Idite Lesom reported 777 requests (asked an aid group for help to leave) "
        "for Russian forces in February 2026."
    )
    assert not app.error
    press(app, "Save")
    after = load(data)
    assert set(after.figures) - set(before.figures) == {"idite-lesom-help-requests-2026-02"}
    assert after.articles["post-2026-03-02"].title == ARTICLE["title"]
    assert after.articles["post-2026-03-02"].url == "https://post.example/2026/03/claim"
    assert app.success[0].value == "Saved\\."
    assert "777 requests" in text_of(app)


def test_the_next_claim_goes_on_with_the_same_article(open_edit: Open, data: Path) -> None:
    app = press(fill(open_edit(), **CLAIM, **ARTICLE), "Save")
    app.run()
    assert "Save" not in [button.label for button in app.button]
    press(fill(app, **CLAIM | {"count": "61", "during": "2026-01"}), "Save")
    after = load(data)
    assert after.printed_by["post-2026-03-02"] == (
        "idite-lesom-help-requests-2026-01",
        "idite-lesom-help-requests-2026-02",
    )


ANOTHER = "Add another claim of this article"


def test_several_claims_of_one_article_are_one_block_and_one_save(
    open_edit: Open, data: Path
) -> None:
    app = press(fill(open_edit(), **CLAIM, **ARTICLE), ANOTHER)
    assert "1 claim waits to be saved with the next." in text_of(app)
    fill(app, **CLAIM | {"count": "60-90", "during": "2026-01", "claimant": "+"})
    fill(app, **{"claimant-name": "Ada", "claimant-kind": "individual"})
    fill(app, part_of="idite-lesom-help-requests-2026-02", status="doubtful")
    (differs,) = app.multiselect
    differs.set_value(["bound"]).run()
    fill(app, **{"printed-bound": "up_to"})
    block = app.code[0].value
    assert [line for line in block.split("\n") if not line.startswith(" ")] == [
        *("articles:", "figures:", "claimants:"),
    ]
    assert [as_read(one.value)[:30] for one in app.success] == [
        "Idite Lesom reported 777 reque",
        "Ada reported 60 to 90 requests",
    ]
    assert data.read_bytes() == FEW
    press(app, "Save")
    after = load(data)
    ada = after.figures["ada-help-requests-2026-01"]
    assert (ada.part_of, ada.status) == ("idite-lesom-help-requests-2026-02", "doubtful")
    assert ada.citations[0].printed == Printed(bound=Bound.UP_TO)
    assert set(after.printed_by["post-2026-03-02"]) == {ada.id, ada.part_of}
    assert "Ada reported 60 to 90 requests" in text_of(app)
    press(app, "Put the version before it back")
    assert data.read_bytes() == FEW


def test_an_article_may_name_anybody_and_leave_out_that_it_is_a_rate(open_edit: Open) -> None:
    app = fill(open_edit(), **CLAIM, per="month", **ARTICLE)
    (differs,) = app.multiselect
    differs.set_value(["per"]).run()
    fill(app, **{"printed-per": "none"})
    app.session_state["edit-0-printed-claimant"] = "A Nobody"  # AppTest types into no list
    app.multiselect[0].set_value(["claimant", "per"]).run()
    assert not app.error
    assert "printed: {claimant: A Nobody, per: none}" in app.code[0].value


def test_a_claim_that_waits_can_be_taken_out_and_is_saved_without_another(
    open_edit: Open, data: Path
) -> None:
    app = press(fill(open_edit(), **CLAIM, **ARTICLE), ANOTHER)
    fill(app, **CLAIM | {"count": "61", "during": "2026-01"})
    press(app, ANOTHER)
    assert "2 claims wait to be saved with the next." in text_of(app)
    assert ANOTHER not in [button.label for button in app.button]
    press(app, "Take the last one out")
    assert "idite-lesom-help-requests-2026-01" not in app.code[0].value
    press(app, "Save")
    assert set(load(data).figures) - set(read_ledger(FEW).figures) == {
        "idite-lesom-help-requests-2026-02"
    }


def test_claims_that_wait_go_on_top_after_a_conflict(open_edit: Open, data: Path) -> None:
    app = press(fill(open_edit(), **CLAIM, **ARTICLE), ANOTHER)
    fill(app, **CLAIM | {"count": "61", "during": "2026-01"})
    theirs = data.read_bytes().replace(b"    count: 18000\n", b"    count: 18002\n", 1)
    data.write_bytes(theirs)
    press(app, "Save")
    press(app, "Go on from the new version")
    press(app, "Save")
    after = load(data)
    assert len(after.printed_by["post-2026-03-02"]) == 2
    assert after.figures[HUR].count.low == 18002


BLOCK = """\
articles:
  post-2026-03-02:
    outlet: Post
    language: uk
    url: https://post.example/2026/03/claim
citations:  # each is a line below `citations` of its figure
  hur-southern-military-district-2024-04:
    - {article: post-2026-03-02, printed: {bound: up_to}}
figures:
  - id: hur-to_be_named-2026-02
    claimant: hur
    measure: help_requests
    unit: to-be-named
    count: 777
    during: 2026-02
    basis: to_be_named
    citations:
      - {article: post-2026-03-02}
# 500: one or another
"""


def test_a_draft_is_corrected_and_saved_whole_once_all_is_named(
    open_edit: Open, data: Path
) -> None:
    app = open_edit()
    app.session_state[WAY] = "pasted"
    app.run()
    (area,) = app.text_area
    area.set_value(BLOCK).run()
    told = as_read(app.error[0].value)
    assert 'unit: unknown unit "to-be-named"' in told
    assert next(button for button in app.button if button.label == "Save").disabled
    retype(app, "hur-to_be_named-", "hur-help-")
    retype(app, "to-be-named", "russia")
    retype(app, "to_be_named", "estimate\n  x")
    assert "line 17: expected `key: value`" in as_read(app.error[0].value)
    retype(app, "\n  x", "")
    assert len(app.success) == 2
    press(app, "Save")
    after = load(data)
    assert after.printed_by["post-2026-03-02"] == (HUR, "hur-help-2026-02")
    assert after.figures[HUR].citations[-1].printed == Printed(bound=Bound.UP_TO)


def test_what_is_missing_or_wrong_is_told_and_cannot_be_saved(open_edit: Open, data: Path) -> None:
    app = open_edit()
    assert not app.error
    assert not app.code
    fill(app, claimant="hur", count="18,0")
    told = as_read(app.error[0].value)
    assert 'count: expected a whole number, found "18,0"' in told
    assert "basis: is required and missing" in told
    assert next(button for button in app.button if button.label == "Save").disabled
    assert data.read_bytes() == FEW


def test_a_new_claimant_and_a_new_unit_come_with_the_claim(open_edit: Open, data: Path) -> None:
    typed = CLAIM | {"claimant": "+", "unit": "+"}
    app = fill(open_edit(), **typed)
    fill(app, **{"claimant-name": "Une Étude", "claimant-kind": "research"})
    fill(app, **{"unit-name": "9th Unit", "unit-parent": "southern-military-district"})
    press(fill(app, **ARTICLE), "Save")
    after = load(data)
    assert after.claimants["une-etude"].kind == "research"
    assert after.path("9-unit") == ("russia", "southern-military-district", "9-unit")
    assert after.figures["une-etude-9-unit-2026-02"].count.low == 777


def test_a_new_unit_may_have_a_parent_that_is_new_too(open_edit: Open, data: Path) -> None:
    app = fill(open_edit(), **CLAIM | {"unit": "+"})
    fill(app, **{"unit-name": "9th Unit", "unit-parent": "+"})
    fill(app, **{"unit-parent-name": "9th Army", "unit-parent-parent": "russia"})
    press(fill(app, **ARTICLE), "Save")
    after = load(data)
    assert after.path("9-unit") == ("russia", "9-army", "9-unit")
    assert after.figures["idite-lesom-9-unit-2026-02"].count.low == 777


def test_a_claim_like_one_in_the_file_goes_on_as_a_relay_of_it(open_edit: Open, data: Path) -> None:
    app = fill(open_edit(), claimant="hur", measure="left_unit")
    fill(app, unit="southern-military-district", count="18100", **ARTICLE)
    fill(app, time="A total or level up to a date", as_of="2024-04-29")
    assert "Looks like" in text_of(app)
    press(app, "Add your article there")
    assert "printed: {count: 18100, bound: exact}" not in app.code[0].value
    assert "  - {article: post-2026-03-02, printed: {count: 18100}}" in app.code[0].value
    press(fill(app, via="SVT; Yle"), "Save")
    citation = load(data).figures[HUR].citations[-1]
    assert (citation.article, citation.via) == ("post-2026-03-02", ("SVT", "Yle"))
    assert citation.printed is not None
    assert citation.printed.count is not None
    assert citation.printed.count.low == 18100


def test_an_address_that_is_in_the_file_is_its_article(open_edit: Open) -> None:
    app = fill(
        open_edit(), url=read_ledger(FEW).articles["essanews-2024-04-29"].url + "?utm_source=x"
    )
    assert as_read(app.info[0].value) == "This article is in the file: essanews-2024-04-29"


def test_a_figure_is_changed_as_text_after_its_difference_is_seen(
    open_edit: Open, data: Path
) -> None:
    app = open_edit(id=HUR)
    (area,) = app.text_area
    assert area.value == find_block(FEW, "figures", HUR)
    retype(app, "count: 18000", "count: 18,000")
    found = 'line 6: count: expected a whole number, found "18,000"; write 18000'
    assert found in as_read(app.error[0].value)
    retype(app, "count: 18,000", "count: '18001'  # seen")
    difference = next(code.value for code in app.code if code.language == "diff")
    assert "-    count: 18000\n+    count: '18001'  # seen\n" in difference
    press(app, "Save")
    changed = FEW.replace(b"    count: 18000\n", b"    count: '18001'  # seen\n", 1)
    assert data.read_bytes() == changed


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("161,461", "161461"),
        ("1\u202f161\u202f461", "1161461"),
        ("60,000-90,000", {"low": "60000", "high": "90000"}),
        ("161,46", "161,46"),
        ("1,2345", "1,2345"),
    ],
)
def test_a_number_may_be_typed_as_screens_show_it(typed: str, count: Any) -> None:
    assert read_count(typed) == count


def test_the_first_problem_stands_beside_the_button_at_the_foot(open_edit: Open) -> None:
    app = open_edit(id=HUR)
    retype(app, "count: 18000", "count: 18001")
    assert "Nothing stands against it." in text_of(app)
    retype(app, "count: 18001", "count: x")
    assert 'To be mended: line 6: count: expected a whole number, found "x"' in as_read(
        text_of(app)
    )


@pytest.mark.parametrize("status", ["withdrawn", "mistaken"])
def test_a_figure_is_set_aside_once_the_note_says_why(
    open_edit: Open, data: Path, status: str
) -> None:
    app = open_edit()
    app.session_state[WAY] = "status"
    app.run()
    fill(app, figure=HUR)
    fill(app, **{f"status-{HUR}": status})
    assert "Save" not in [button.label for button in app.button]
    (note,) = app.text_area
    note.set_value("Taken back\n on 1 May.").run()
    difference = next(code.value for code in app.code if code.language == "diff")
    assert f"+    status: {status}\n" in difference
    press(app, "Save")
    figure = load(data).figures[HUR]
    assert (figure.status, figure.note) == (status, "Taken back on 1 May.")
    assert figure.citations == read_ledger(FEW).figures[HUR].citations


def test_the_last_save_is_undone_and_can_be_brought_back(open_edit: Open, data: Path) -> None:
    app = open_edit(id=HUR)
    retype(app, "count: 18000", "count: 18001")
    assert "Put the version before it back" not in [button.label for button in app.button]
    press(app, "Save")
    saved = data.read_bytes()
    press(app, "Put the version before it back")
    assert data.read_bytes() == FEW
    assert "The last save is taken back" in as_read(app.success[0].value)
    app.run()
    press(app, "Put the version before it back")
    assert data.read_bytes() == saved


def test_a_figure_in_a_section_in_brackets_is_not_changed_here(open_edit: Open, data: Path) -> None:
    in_brackets = json.dumps(yaml.load(FEW, Loader=yaml.CBaseLoader))
    data.write_text(f"{in_brackets}\n")
    app = open_edit(id=HUR)
    assert [as_read(error.value) for error in app.error] == [IN_BRACKETS]
    assert not app.text_area


def begin_change(app: AppTest, data: Path) -> bytes:
    """Mine: another count, typed. Theirs: another basis, on disk meanwhile."""
    retype(app, "count: 18000", "count: 18001")
    theirs = data.read_bytes().replace(b"    count: 18000\n", b"    count: 18002\n", 1)
    data.write_bytes(theirs)
    press(app, "Save")
    assert data.read_bytes() == theirs
    message = "figures.yaml was changed since it was read; nothing was saved."
    assert message in as_read(app.error[0].value)
    differences = [code.value for code in app.code if code.language == "diff"]
    assert any("-    count: 18000\n+    count: 18002" in one for one in differences)
    assert any("-    count: 18002\n+    count: 18001" in one for one in differences)
    return theirs


@on_the_real_file
def test_after_a_conflict_mine_goes_on_top(open_edit: Open, data: Path) -> None:
    app = open_edit(id=HUR)
    theirs = begin_change(app, data)
    press(app, "Put mine on top")
    assert data.read_bytes() == theirs.replace(b"    count: 18002\n", b"    count: 18001\n", 1)


def test_after_a_conflict_theirs_is_kept_and_mine_set_aside(open_edit: Open, data: Path) -> None:
    app = open_edit(id=HUR)
    theirs = begin_change(app, data)
    press(app, "Keep theirs")
    assert data.read_bytes() == theirs
    assert any("count: 18001" in code.value for code in app.code)
    assert not [code for code in app.code if code.language == "diff"]


def test_after_a_conflict_the_form_goes_on_from_the_new_version(
    open_edit: Open, data: Path
) -> None:
    app = open_edit(id=HUR)
    begin_change(app, data)
    press(app, "Go on from the new version")
    (difference,) = [code.value for code in app.code if code.language == "diff"]
    assert "-    count: 18002\n+    count: 18001" in difference
    press(app, "Save")
    assert load(data).figures[HUR].count.low == 18001


def test_a_save_is_committed_where_there_is_a_repository(open_edit: Open, data: Path) -> None:
    git(data.parent, "init")
    git(data.parent, "config", "user.name", "Ada")
    git(data.parent, "config", "user.email", "ada@x.example")
    git(data.parent, "add", data.name)
    git(data.parent, "commit", "-m", "Begin")
    app = open_edit(id=HUR)
    retype(app, "count: 18000", "count: 18001")
    app.checkbox[0].check().run()
    press(app, "Save")
    assert as_read(app.success[0].value) == f"Saved and committed: Change {HUR}"
    assert git(data.parent, "log", "-1", "--format=%s").strip() == f"Change {HUR}"
    go_to(app, "figure", id=HUR)
    assert f"Ada: changed (Change {HUR})" in text_of(app)
    assert "count: 18000, now 18001" in text_of(app)


def test_without_git_there_is_no_history_and_nothing_to_commit(open_edit: Open) -> None:
    app = open_edit(id=HUR)
    retype(app, "count: 18000", "count: 18001")
    assert not app.checkbox
    go_to(app, "figure", id=HUR)
    assert "History" not in [header.value for header in app.header]


WHO_MAY = (
    "This page is for whoever started the dashboard: to edit, open the address that was printed "
    "at the start, with token= in it."
)


@pytest.mark.usefixtures("data", "allowed")
@pytest.mark.parametrize("given", [{}, {"token": ""}, {"token": "guessed"}])
def test_without_the_token_another_user_of_the_machine_cannot_edit(given: dict[str, str]) -> None:
    app = go_to(start(60), "edit", **given)
    assert [as_read(warning.value) for warning in app.warning] == [WHO_MAY]
    assert not [*app.text_input, *app.text_area, *app.button]


@pytest.mark.usefixtures("data")
def test_a_save_made_by_hand_without_the_token_is_refused(allowed: pytest.MonkeyPatch) -> None:
    def save_by_hand() -> None:
        import streamlit as st

        from editing.save import NotAllowed, save
        from loaders.live import data_file
        from pages.forms.policy import session_policy

        try:
            save(data_file(), [], "", session_policy())
        except NotAllowed as refused:
            st.text(str(refused))

    allowed.setattr("streamlit.get_option", lambda _: "127.0.0.1")
    app = AppTest.from_function(save_by_hand).run()
    assert [text.value for text in app.text] == [WHO_MAY.partition(": ")[2].removesuffix(".")]


@pytest.mark.usefixtures("data", "allowed")
def test_the_token_is_kept_in_the_session_and_leaves_the_address(open_edit: Open) -> None:
    app = open_edit()
    assert "token" not in app.query_params
    go_to(app, "about")
    go_to(app, "edit")
    assert not app.warning
    assert app.text_input


@pytest.mark.usefixtures("data")
def test_a_server_started_without_a_token_makes_one_and_tells_whoever_started_it(
    allowed: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    allowed.delenv("DESERTION_EDIT_TOKEN")
    token = read_token()
    assert len(token) >= 32
    assert caplog.messages == [f"To edit, open /edit?token={token}"]
    assert not go_to(start(60), "edit", token=token).warning


REFUSALS = {
    "off": "editing is off; it is on only where DESERTION_EDIT=local",
    "uvicorn": "editing is off: only `streamlit run` says which address the server is on",
    "every address": "editing is off: the server listens on 0.0.0.0, not on this machine alone",
    "proxy": "editing is off: DESERTION_HOSTS lets the server be asked from elsewhere",
}


@pytest.mark.parametrize("how", REFUSALS)
def test_elsewhere_there_is_no_such_page_and_a_save_made_by_hand_is_refused(
    data: Path, allowed: pytest.MonkeyPatch, how: str
) -> None:
    if how == "off":
        allowed.delenv("DESERTION_EDIT")
    elif how == "uvicorn":
        allowed.setattr(streamlit.config, "_server_mode", "asgi-server")
    elif how == "proxy":
        allowed.setenv("DESERTION_HOSTS", "dash.example.org")
    else:
        allowed.setattr("streamlit.get_option", lambda _: "0.0.0.0")
    app = go_to(start(60), "edit")
    assert "Edit" not in [title.value for title in app.title]
    edit = Edit("figures", "", key=HUR)
    with pytest.raises(NotAllowed) as refused:
        save(data, [edit], load(data).version, server_policy())
    assert str(refused.value) == REFUSALS[how]
    assert data.read_bytes() == FEW
