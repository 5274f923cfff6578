"""The versions of one figure, from a repository made for the test."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from commands.__main__ import main
from tests.editing.small import HEAD, figure
from versions.history import Edit, History, Version
from versions.history import read_history as read

SHALLOW = (
    "Older versions are not here: this is a shallow clone. `git fetch --unshallow` brings them."
)
NO_BLOBS = (
    "Older versions are not here: this clone was made without them (`git clone --filter`). "
    "A whole clone has them."
)
A, B = figure("a", "2023"), figure("b", "2024")


def git(folder: Path, *arguments: str, day: int = 1) -> None:
    who = {"NAME": "Ada Nováková", "EMAIL": "a@x.example", "DATE": f"2024-05-{day:02}T12:00:00Z"}
    environ = {
        f"GIT_{role}_{name}": value
        for role in ("AUTHOR", "COMMITTER")
        for name, value in who.items()
    }
    command = ["git", "-c", "init.defaultBranch=main", "-C", str(folder), *arguments]
    subprocess.run(
        command, check=True, env={**environ, "PATH": "/usr/bin:/bin"}, capture_output=True
    )


def read_history(file: Path, id: str) -> tuple[Version, ...]:
    """The versions, where all of them are here."""
    found = read(file, id)
    assert found.note == ""
    return found.versions


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    git(folder, "init")
    return folder / "figures.yaml"


def commit(file: Path, *figures: str, day: int = 1, message: str = "Edit") -> None:
    file.write_text(HEAD + "figures:\n" + "".join(figures))
    git(file.parent, "add", file.name)
    git(file.parent, "commit", "-m", message, day=day)


def test_the_versions_of_a_figure_are_those_that_changed_its_fields(file: Path) -> None:
    commit(file, A, day=1)
    commit(file, A, B, day=2, message="Add b")
    commit(file, A.replace("count: 5", "count: 6"), B, day=3)
    commit(file, A, "  # counted twice\n" + B.replace("count: 5", "count: '5'"), day=4)
    noted = B.replace("count: 5", "count: 7") + "    note: Corrected.\n"
    commit(file, noted, A, day=5, message="Correct b")
    changed, added = read_history(file, "b")
    assert (added.kind, added.subject, added.author) == ("added", "Add b", "Ada Nováková")
    assert added.date.isoformat() == "2024-05-02T12:00:00+00:00"
    assert added.changes[0] == Edit("id", None, "b")
    assert (changed.kind, changed.subject, changed.date.day) == ("changed", "Correct b", 5)
    assert changed.changes == (Edit("count", "5", "7"), Edit("note", None, "Corrected."))


def test_a_figure_that_was_taken_out_and_put_back_shows_both(file: Path) -> None:
    commit(file, A, B, day=1)
    commit(file, A, day=2)
    commit(file, A, B, day=3)
    assert [version.kind for version in read_history(file, "b")] == ["added", "removed", "added"]


@pytest.mark.parametrize("broken", [B.replace("count: 5", 'count: "5'), "  - [{id: b}]\n"])
def test_a_version_that_could_not_be_read_is_passed_over(file: Path, broken: str) -> None:
    commit(file, B, day=1)
    commit(file, broken, day=2)
    commit(file, B.replace("count: 5", "count: 6"), day=3)
    assert [version.changes for version in read_history(file, "b")][:-1] == [
        (Edit("count", "5", "6"),)
    ]


def test_a_claimant_that_could_not_be_read_for_a_while_was_not_renamed(file: Path) -> None:
    commit(file, B, day=1)
    named = file.read_text()
    for day, text in enumerate(
        (named.replace("{name: HUR,", "{"), named, HEAD.replace("hur:", "hur: {,"), named), 2
    ):
        file.write_text(text if "figures:" in text else f"{text}figures:\n{B}")
        git(file.parent, "commit", "-a", "-m", "Edit", day=day)
    assert [version.kind for version in read_history(file, "b")] == ["added"]


def test_a_file_that_was_deleted_and_put_back_took_its_figures_with_it(file: Path) -> None:
    commit(file, B, day=1)
    git(file.parent, "rm", file.name)
    git(file.parent, "commit", "-m", "Delete", day=2)
    commit(file, B, day=3)
    assert [version.kind for version in read_history(file, "b")] == ["added", "removed", "added"]


def test_a_merge_is_one_change_of_the_main_line(file: Path) -> None:
    commit(file, B, day=1)
    git(file.parent, "switch", "-c", "side")
    commit(file, B.replace("count: 5", "count: 6"), day=2)
    commit(file, B.replace("count: 5", "count: 7"), day=3)
    git(file.parent, "switch", "main")
    git(file.parent, "merge", "--no-ff", "-m", "Merge side", "side", day=4)
    changed, _ = read_history(file, "b")
    assert (changed.subject, changed.changes) == ("Merge side", (Edit("count", "5", "7"),))


@pytest.mark.parametrize(
    "text",
    [
        "figures:\n- claimant: hur\n  citations:\n  - article: x\n  id: b\n  count: 5\n",
        "figures:\n    -   {place: x,\n         id: 'b', count: 5}\n    - {id: bb}\n",
        "figures:\r\n  - id: b\r\n    claimant: hur\r\n\r\n    count: 5\r\n  - id: bb\r\n",
        "figures:\n  - id: c\n    part_of: b\n    claimant: x\n  - id: b\n    count: 5\ngaps: []\n",
        '# id: b\nfigures:\n  - id: c\n    note: "as id: b"\n  - id: b\n# twice\n    count: 5\n',
        "figures:\n-\n  id: b\n  count: 5\n- id: c\n  count: 6\n",
    ],
)
def test_a_figure_is_found_in_whatever_style_it_was_typed(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    git(file.parent, "add", file.name)
    git(file.parent, "commit", "-m", "Add")
    (version,) = read_history(file, "b")
    assert {change.field: change.after for change in version.changes}["count"] == "5"


def test_without_a_repository_a_commit_or_git_there_is_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(HEAD + "figures:\n" + B)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_history(file, "b") == ()
    git(tmp_path, "init")
    assert read_history(file, "b") == ()
    commit(file, B)
    assert len(read_history(file, "b")) == 1
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(file, "b") == ()


def test_a_change_of_the_claimants_name_is_in_the_history_of_its_figures(file: Path) -> None:
    commit(file, A, day=1)
    text = file.read_text().replace("{name: HUR,", '{name: "Defence Intelligence (HUR)",')
    file.write_text(text.replace("kind: state_body", "kind: state_body, side: ukraine"))
    git(file.parent, "commit", "-a", "-m", "Name it in full", day=2)
    file.write_text(text.replace("state_body", "research"))
    git(file.parent, "commit", "-a", "-m", "Edit another field of it", day=3)
    changed, _ = read_history(file, "a")
    assert changed.subject == "Name it in full"
    assert changed.changes == (Edit("claimant's name", "HUR", "Defence Intelligence (HUR)"),)


def test_another_claimant_is_one_change_and_no_change_of_a_name(file: Path) -> None:
    commit(file, A, day=1)
    text = file.read_text().replace("units:", "  gur: {name: GUR, kind: leak}\nunits:")
    file.write_text(text.replace("claimant: hur", "claimant: gur"))
    git(file.parent, "commit", "-a", "-m", "Edit", day=2)
    assert read_history(file, "a")[0].changes == (Edit("claimant", "hur", "gur"),)


def clone(file: Path, name: str, *options: str) -> Path:
    """A clone of the file's repository, which then goes away."""
    source = file.parent
    git(source, "config", "uploadpack.allowFilter", "true")
    git(source.parent, "clone", *options, f"file://{source}", name)
    source.rename(source.with_name("gone"))
    return source.with_name(name) / file.name


def three_versions(file: Path) -> None:
    commit(file, A, B, day=1, message="Add a and b")
    commit(file, A.replace("count: 5", "count: 6"), B, day=2, message="Correct a")
    commit(file, A.replace("count: 5", "count: 7"), B, figure("c", "2024"), day=3, message="Add c")


@pytest.mark.parametrize(
    ("options", "note"),
    [
        (["--depth=2"], SHALLOW),
        (["--shallow-since=2024-05-01T18:00:00Z"], SHALLOW),
        (["--filter=blob:none"], NO_BLOBS),
        (["--filter=tree:0"], NO_BLOBS),
    ],
)
def test_a_clone_that_holds_less_says_so_and_names_no_commit_for_what_lies_before(
    file: Path, options: list[str], note: str
) -> None:
    three_versions(file)
    here = clone(file, "clone", *options)
    found = {id: read(here, id) for id in "abc"}
    assert {history.note for history in found.values()} == {note}
    assert [version.subject for version in found["b"].versions] == []
    shallow = note == SHALLOW
    assert [version.subject for version in found["a"].versions] == ["Add c"] * shallow
    assert [version.subject for version in found["c"].versions] == ["Add c"] * shallow


def test_a_clone_of_all_there_is_needs_no_note(file: Path) -> None:
    three_versions(file)
    assert len(read_history(clone(file, "clone", "--depth=9"), "a")) == 3


@pytest.mark.parametrize(
    "setting",
    [
        *("log.showRoot=false", "log.follow=true", "log.diffMerges=off", "diff.renames=copies"),
        *("color.ui=always", "i18n.logOutputEncoding=ISO-8859-1"),
    ],
)
def test_settings_of_the_curator_change_nothing(file: Path, setting: str) -> None:
    three_versions(file)
    git(file.parent, "config", *setting.split("="))
    (added,) = read_history(file, "b")
    assert (added.subject, added.author) == ("Add a and b", "Ada Nováková")
    assert [version.kind for version in read_history(file, "a")] == ["changed", "changed", "added"]


def test_a_folder_of_another_user_is_told_with_what_to_do(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three_versions(file)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert read(file, "a") == History(
        (),
        "git does not read a folder of another user; if you trust it: "
        f"git config --global --add safe.directory {file.parent}",
    )


def test_the_command_tells_what_is_missing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    three_versions(file)
    here = clone(file, "clone", "--depth=1")
    assert main(["history", "a", "--file", str(here)]) == 1
    assert capsys.readouterr().out == f"{SHALLOW}\n"
    assert main(["history", "a", "--json", "--file", str(here)]) == 1
    assert json.loads(capsys.readouterr().out) == {"versions": [], "note": SHALLOW}


def test_the_command_lists_the_versions_and_their_changes(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(file, A, B, day=1, message="Add both")
    more = B.replace("count: 5", "count: {low: 5, high: 7}") + "    place: Kursk\n"
    commit(file, A, more, day=2, message="Say where")
    assert main(["history", "b", "--file", str(file)]) == 0
    versions = read_history(file, "b")
    assert capsys.readouterr().out.splitlines() == [
        f"2024-05-02 Ada Nováková: changed ({versions[0].commit[:7]} Say where)",
        "  count: 5, now 5 to 7",
        "  place: nothing, now Kursk",
        f"2024-05-01 Ada Nováková: added ({versions[1].commit[:7]} Add both)",
    ]
    assert main(["history", "b", "--json", "--file", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["versions"][0]["changes"][1]["after"] == "Kursk"


def test_the_command_says_where_there_is_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(HEAD + "figures:\n" + B)
    monkeypatch.setenv("PATH", "")
    assert main(["history", "b", "--file", str(file)]) == 1
    assert capsys.readouterr().out == "no history: git does not know this file\n"
