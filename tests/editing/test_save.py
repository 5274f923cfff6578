"""Saving: only where it is allowed, only what loads, nobody's lines lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editing.block import Edit, apply, find_block
from editing.disk import Conflict, NotSaved, version_of
from editing.save import (
    TERMINAL,
    NotAllowed,
    Policy,
    describe_edits,
    policy_of_server,
    save,
)
from editing.written_form import write_record
from loaders.load import load
from loaders.problems import Refused
from tests.editing.small import HEAD, figure

SMALL = (HEAD + "figures:\n" + figure("a", "2023") + figure("b", "2024")).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_bytes(SMALL)
    return path


def test_a_changed_figure_is_saved_and_its_ledger_given_back(file: Path) -> None:
    edit = Edit("figures", figure("b", "2025"), key="b")
    ledger = save(file, [edit], load(file).version, TERMINAL)
    assert file.read_bytes() == SMALL.replace(b"during: 2024", b"during: 2025")
    assert ledger.version == load(file).version
    assert str(ledger.figures["b"].during) == "2025"


def test_a_version_that_would_not_load_is_refused_with_its_problems(file: Path) -> None:
    edit = Edit("figures", figure("b", "2025").replace("hur", "hurr"), key="b")
    with pytest.raises(Refused) as refused:
        save(file, [edit], version_of(SMALL), TERMINAL)
    assert str(refused.value) == (
        'figures.yaml:30:15: error: b: claimant: unknown claimant "hurr"; did you mean "hur"?'
    )
    assert file.read_bytes() == SMALL


def test_a_file_changed_meanwhile_is_a_conflict_that_shows_both_versions(file: Path) -> None:
    theirs = SMALL.replace(b"count: 5", b"count: 6")
    file.write_bytes(theirs)
    edit = Edit("figures", figure("b", "2025"), key="b")
    with pytest.raises(Conflict) as conflict:
        save(file, [edit], version_of(SMALL), TERMINAL)
    assert file.read_bytes() == theirs
    assert "count: 6" in find_block(conflict.value.data, "figures", "b")
    save(file, [edit], conflict.value.version, TERMINAL)
    assert file.read_bytes() == apply(theirs, [edit])


def test_a_record_that_is_gone_is_told(file: Path) -> None:
    with pytest.raises(NotSaved, match='there is no "z" in figures'):
        save(file, [Edit("figures", "", key="z")], version_of(SMALL), TERMINAL)


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_a_server_on_this_machine_alone_may_save_when_editing_is_on(address: str) -> None:
    assert policy_of_server(address, {"DESERTION_EDIT": "local"}) == Policy()


@pytest.mark.parametrize(
    ("address", "switch", "reason"),
    [
        ("127.0.0.1", None, "editing is off; it is on only where DESERTION_EDIT=local"),
        ("127.0.0.1", "1", "editing is off; it is on only where DESERTION_EDIT=local"),
        ("127.0.0.1", "Local", "editing is off; it is on only where DESERTION_EDIT=local"),
        (None, "local", "the server listens on every address, not on this machine alone"),
        ("", "local", "the server listens on every address, not on this machine alone"),
        ("0.0.0.0", "local", "the server listens on 0.0.0.0, not on this machine alone"),
        ("::", "local", "the server listens on ::, not on this machine alone"),
        ("192.168.1.2", "local", "the server listens on 192.168.1.2, not on this machine alone"),
        ("figures.example", "local", "the server listens on figures.example, not on this"),
        ("localhost.evil.example", "local", "the server listens on localhost.evil.example"),
    ],
)
def test_any_other_server_may_not_and_a_save_is_refused_whatever_the_page_thought(
    file: Path, address: str | None, switch: str | None, reason: str
) -> None:
    policy = policy_of_server(address, {"DESERTION_EDIT": switch} if switch else {})
    assert not policy.allowed
    with pytest.raises(NotAllowed, match=reason):
        save(file, [Edit("figures", figure("b", "2025"), key="b")], version_of(SMALL), policy)
    assert file.read_bytes() == SMALL


def test_the_switch_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESERTION_EDIT", "local")
    assert policy_of_server("127.0.0.1").allowed
    monkeypatch.delenv("DESERTION_EDIT")
    assert not policy_of_server("127.0.0.1").allowed


def test_two_savers_and_two_hundred_saves_lose_nothing_and_say_what_they_refuse(
    file: Path,
) -> None:
    savers = [_start(_count_to_a_hundred, file, name) for name in ("a", "b")]
    assert [os.waitpid(saver, 0)[1] for saver in savers] == [0, 0]
    expected = SMALL.replace(b"count: 5", b"count: 105")
    assert file.read_bytes() == expected
    told = [path.read_text().splitlines() for path in file.parent.glob("*.told")]
    assert {line for lines in told for line in lines} <= {
        "figures.yaml was changed since it was read; nothing was saved",
        "somebody else is saving; try again in a moment",
    }


def _count_to_a_hundred(file: Path, id: str) -> None:
    """Add 1 to the count of a figure a hundred times; what is refused is noted, and tried again."""
    told = file.with_name(f"{id}.told").open("w")
    saved = 0
    while saved < 100:
        data = file.read_bytes()
        text = find_block(data, "figures", id)
        edit = Edit("figures", text.replace(f"count: {5 + saved}", f"count: {6 + saved}"), key=id)
        try:
            save(file, [edit], version_of(data), TERMINAL)
            saved += 1
        except NotSaved as refusal:
            told.write(f"{refusal}\n")
    told.close()


def _start(work, file: Path, name: str) -> int:
    """Do the work in a process of its own, which ends with 0 if all went well."""
    if (child := os.fork()) == 0:
        failed = 1
        try:
            work(file, name)
            failed = 0
        finally:
            os._exit(failed)
    return child


def test_a_commit_says_what_was_added_and_what_changed() -> None:
    article = {"outlet": "x", "language": "uk", "url": "https://x.example"}
    edits = [
        Edit("articles", write_record("articles", article, "post-2024")),
        Edit("figures", figure("a", "2024")),
    ]
    assert describe_edits(edits) == "Add a, Add post-2024"
    assert describe_edits([Edit("figures", figure("a", "2024"), key="a")]) == "Change a"
    event = write_record("events", {"date": "2024", "label": "x"})
    assert describe_edits([Edit("events", event)]) == "Add event"
