"""Saving closely: who may, in which order it is refused, and how a change is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from editing.block import Edit, apply
from editing.disk import Conflict, NotSaved, version_of
from editing.save import (
    TERMINAL,
    NotAllowed,
    Policy,
    describe_edits,
    list_difference,
    policy_of_server,
    put,
    save,
)
from loaders.problems import Refused
from tests.editing.small import HEAD, figure

SMALL = (HEAD + "figures:\n" + figure("a", "2023") + figure("b", "2024")).encode()
NEWER = SMALL.replace(b"2024", b"2025")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_bytes(SMALL)
    return path


def test_a_policy_without_a_reason_allows():
    assert (Policy().allowed, Policy("why not").allowed) == (True, False)
    assert TERMINAL.allowed


def test_a_whole_file_is_put_in_place_of_the_version_seen(file: Path):
    ledger = put(file, NEWER, version_of(SMALL), TERMINAL)
    assert (file.read_bytes(), ledger.version, ledger.name) == (
        NEWER,
        version_of(NEWER),
        "mine.yaml",
    )


def test_a_whole_file_is_put_nowhere_without_leave_or_over_another_version(file: Path):
    with pytest.raises(NotAllowed, match=r"^not here$"):
        put(file, NEWER, version_of(SMALL), Policy("not here"))
    with pytest.raises(Conflict):
        put(file, NEWER, version_of(NEWER), TERMINAL)
    with pytest.raises(Refused):
        put(file, b"figures: []\n", version_of(SMALL), TERMINAL)
    assert file.read_bytes() == SMALL


def test_without_leave_nobody_is_told_what_the_file_holds_now(file: Path):
    with pytest.raises(NotAllowed):
        save(file, [], version_of(NEWER), Policy("not here"))


def test_a_record_gone_in_another_version_is_a_conflict_and_no_fault_of_the_text(file: Path):
    file.write_bytes((HEAD + "figures:\n" + figure("a", "2023")).encode())
    with pytest.raises(Conflict):
        save(file, [Edit("figures", figure("b", "2025"), key="b")], version_of(SMALL), TERMINAL)


def test_a_save_names_the_file_in_what_it_refuses(file: Path):
    with pytest.raises(Refused, match=r"^mine\.yaml:29:1: error: the text must hold"):
        save(file, [Edit("figures", "", key="b")], version_of(SMALL), TERMINAL)
    with pytest.raises(Conflict):
        save(file, [], version_of(NEWER), TERMINAL)


def test_a_preview_calls_the_file_by_its_usual_name_or_the_one_given():
    for name, arguments in (("figures.yaml", ()), ("other.yaml", ("other.yaml",))):
        with pytest.raises(Refused, match=f"^{name}:29:1"):
            apply(SMALL, [Edit("figures", "", key="b")], *arguments)
    with pytest.raises(NotSaved, match=r'^there is no "z" in figures$'):
        apply(SMALL, [Edit("figures", "", key="z")])


def test_the_reason_against_editing_is_given_whole():
    away = "editing is off; it is on only where DESERTION_EDIT=local"
    assert policy_of_server("localhost", {}).reason == away
    everywhere = "editing is off: the server listens on every address, not on this machine alone"
    assert policy_of_server(None, {"DESERTION_EDIT": "local"}).reason == everywhere


def test_a_difference_is_told_line_by_line_with_as_much_around_it_as_is_asked():
    before, after = "a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\nE\nf\ng\nh\ni\n"
    names = ("old", "new")
    assert list(list_difference(before, after, names)) == [
        *("--- old", "+++ new", "@@ -2,7 +2,7 @@"),
        *(" b", " c", " d", "-e", "+E", " f", " g", " h"),
    ]
    assert list(list_difference(before, after, names, context=0)) == [
        *("--- old", "+++ new", "@@ -5 +5 @@", "-e", "+E"),
    ]
    assert list(list_difference(before, before, names)) == []


def test_several_edits_are_told_figures_last():
    edits = [Edit("claimants", "", key="hur"), Edit("figures", "", key="a")]
    assert describe_edits(edits) == "Change a, Change hur"
