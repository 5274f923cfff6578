"""desertion rename and desertion undo: what they say, and their exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.__main__ import main
from tests.editing.small import HEAD, figure

SMALL = HEAD + "figures:\n" + figure("a", "2023")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    return path


def test_a_renamed_record_can_be_renamed_back_or_undone(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rename", "claimant", "hur", "gur", "--file", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: claimant hur is gur now, in 2 places\n"
    assert file.read_text() == SMALL.replace("hur", "gur")
    assert main(["undo", "--check", "--file", str(file)]) == 0
    assert "-  gur: {name: HUR, kind: state_body}" in capsys.readouterr().out.splitlines()
    assert file.read_text() != SMALL
    assert main(["undo", "--file", str(file)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "+    claimant: hur" in said
    assert said[-1] == (
        f"{file}: as it was before the last save; desertion undo once more brings that back"
    )
    assert file.read_text() == SMALL


def test_what_would_not_load_is_not_saved(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "unit", "ukraine", "ua", "--file", str(file)]) == 2
    assert capsys.readouterr().err == (
        "figures.yaml:10:7: error: ua: needs a parent; only russia and ukraine have none\n"
    )
    assert main(["rename", "unit", "army", "ukraine", "--file", str(file)]) == 2
    assert capsys.readouterr().err == 'there is a unit "ukraine" already, on line 10\n'
    assert main(["undo", "--file", str(file)]) == 2
    assert capsys.readouterr().err == (
        "there is no version to go back to: figures.yaml.bak is not there\n"
    )
    assert file.read_text() == SMALL
