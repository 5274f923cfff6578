"""The one command: what it lists, where its words go, and how it ends when nobody reads on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.__main__ import main
from commands.command import find_command
from tests.loaders.small import SMALL, small

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "commands"]
NAMES = (
    *("check", "format", "schema", "guide", "new", "show", "compare", "rivals", "provenance"),
    *(
        "rename",
        "undo",
        "coverage",
        "reconcile",
        "asserts",
        "history",
        "lookup",
        "export",
        "site",
        "run",
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_text(SMALL)
    return path


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, words)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment})


def test_the_help_lists_every_sub_command_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    listed = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in listed if line.startswith("    ")} >= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sub_command_says_what_it_does(name: str) -> None:
    found = find_command(name)
    assert found is not None
    assert found.about.endswith(".")


@pytest.mark.parametrize("name", ["check", "new", "format"])
def test_what_a_curator_asks_for_all_day_is_not_kept_waiting_by_the_exports(name: str) -> None:
    script = (
        "import sys; from commands.command import find_command; "
        f"find_command({name!r}); print(sorted({{'pyarrow', 'plotly'}} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_an_unknown_sub_command_gives_2_and_names_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["chekc"])
    assert end.value.code == 2
    assert "invalid choice: 'chekc' (choose from " in capsys.readouterr().err


@pytest.mark.parametrize("words", [["check"], ["format", "--check"]])
def test_a_file_is_named_by_itself_or_after_file(
    words: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, str(file)]) == main([*words, "--file", str(file)])
    said = capsys.readouterr().out
    assert said[: len(said) // 2] == said[len(said) // 2 :]


def test_a_file_that_cannot_be_written_is_one_sentence_and_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "figures.yaml").write_text(SMALL)
    target = tmp_path / "figures.schema.json"
    target.mkdir()
    assert main(["schema", str(tmp_path / "figures.yaml")]) == 2
    assert capsys.readouterr().err == f"cannot write {target}: is a directory\n"


def test_a_full_disk_is_one_sentence_and_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "lookup", "684"], stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (
        2,
        b"cannot write the output: no space left on device\n",
    )


@pytest.mark.parametrize("words", ["check", "check --json", "show hur-russia-2024", "--help"])
def test_a_reader_who_stops_early_is_no_error(words: str, file: Path) -> None:
    """The reader is gone before the first line: as `| head -1`, and sooner."""
    reading, writing = os.pipe()
    os.close(reading)
    option = () if words == "--help" else ("--file", str(file))
    done = subprocess.run(
        [*COMMAND, *words.split(), *option], stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_head_takes_one_line_of_many_and_hears_no_more(file: Path) -> None:
    file.write_text(small(("title: A, ", "")))
    script = f"{sys.executable} -m commands check '{file}' | head -1"
    done = subprocess.run(["sh", "-c", script], capture_output=True)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


def test_a_terminal_without_the_letters_shows_question_marks(file: Path) -> None:
    file.write_text(small(("title: A, ", "title: Дезертиры, outlt: Ж, ")))
    done = run("check", file, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.isascii()
    other = run("lookup", "many", "Ж", "--file", "Ж.yaml", PYTHONIOENCODING="latin-1")
    assert other.returncode == 2
    assert other.stderr.startswith(b"?.yaml: ")


def test_json_loses_no_letter_to_a_terminal_without_it(file: Path) -> None:
    file.write_text(small(("name: Defence Intelligence", "name: ГУР")))
    done = run("show", "hur-russia-2024", "--json", "--file", file, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\u0413\\u0423\\u0420 reported" in done.stdout


def test_windows_is_told_what_works_and_not_the_name_of_a_module() -> None:
    script = "import sys; sys.platform = 'win32'; import commands"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        1,
        "On Windows this runs under WSL; README.md says how.\n",
    )
