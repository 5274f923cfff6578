from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.files import MAX_BYTES
from loaders.folder import find_file, read_data, split
from loaders.last_good import last_good_path
from loaders.ledger import Ledger
from loaders.live import Live
from loaders.load import load
from loaders.problems import Problem, Refused
from loaders.reading import SECTIONS
from loaders.table import tabulate
from tests.loaders.small import SMALL

SHARED, OWN = SMALL.split("claimants:")
CLAIMANTS, REST = OWN.split("units:")
FIGURES = REST[REST.index("figures:") :]
UNITS = REST[: REST.index("articles:")]
ARTICLES = REST[REST.index("articles:") : REST.index("figures:")]
SECOND = FIGURES.index("  - id: hur-8-army-2024")
FILES = {
    "00-shared.yaml": f"{SHARED}claimants:{CLAIMANTS}units:{UNITS}",
    "army.yaml": f"figures:\n{FIGURES[SECOND:]}gaps: []\n",
    "russia.yml": f"{ARTICLES}{FIGURES[:SECOND]}",
}
"""The small file in three: what all share, its second figure, its articles and first figure."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "figures", FILES)


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new))


def problems_of(folder: Path) -> list[str]:
    try:
        return [str(warning) for warning in load(folder).warnings]
    except Refused as refusal:
        return [str(problem) for problem in refusal.problems]


def test_the_files_of_a_folder_are_one_ledger_in_the_order_of_their_names(folder: Path) -> None:
    ledger, whole = load(folder), load_text(folder.parent, SMALL)
    for section in SECTIONS:
        assert dict(getattr(ledger, section)) == dict(getattr(whole, section)), section
    assert list(ledger.figures) == ["hur-8-army-2024", "hur-russia-2024"]
    assert list(tabulate(ledger)["id"]) == ["hur-8-army-2024", "hur-russia-2024"]


def load_text(folder: Path, text: str) -> Ledger:
    (folder / "whole.yaml").write_text(text)
    return load(folder / "whole.yaml")


def test_every_place_names_its_own_file(folder: Path) -> None:
    ledger = load(folder)
    assert str(ledger.place("figures", "hur-8-army-2024", "count")) == "figures/army.yaml:6:12"
    assert str(ledger.place("articles", "paper-b")) == "figures/russia.yml:3:12"
    assert ledger.line_of("figures", "hur-russia-2024") == "line 5 of figures/russia.yml"
    place = ledger.place("figures", "hur-russia-2024")
    assert find_file(folder, place) == folder / "russia.yml"
    assert find_file("figures.yaml", place) == Path("figures.yaml")


def test_faults_of_all_files_are_told_at_once_each_with_its_file(folder: Path) -> None:
    change(folder / "army.yaml", "count: {low: 60, high: 90}", "count: 6O")
    change(folder / "army.yaml", "claimant: hur", "claimant: hru")
    change(folder / "00-shared.yaml", "kind: ngo", "kind: nog")
    assert problems_of(folder) == [
        "figures/00-shared.yaml:9:30: error: agora: kind: expected state_body, court_or_register, "
        'media, ngo, research, leak or individual, found "nog"; did you mean "ngo"?',
        'figures/army.yaml:3:15: error: hur-8-army-2024: claimant: unknown claimant "hru"; '
        'did you mean "hur"?',
        "figures/army.yaml:6:12: error: hur-8-army-2024: count: expected a whole number, "
        'found "6O"',
    ]


def test_files_that_are_no_yaml_are_all_told(folder: Path) -> None:
    (folder / "army.yaml").write_text("figures: [\n")
    (folder / "russia.yml").write_text("")
    assert [problem.partition(": error")[0] for problem in problems_of(folder)] == [
        "figures/army.yaml:2:1",
        "figures/russia.yml",
    ]


def test_a_key_that_two_files_give_names_both_places(folder: Path) -> None:
    write(folder, {"team.yaml": "claimants:\n  agora: {name: Other, kind: ngo}\n"})
    assert problems_of(folder) == [
        'figures/team.yaml:2:3: error: claimants: "agora" is given twice, '
        "first on line 9 of figures/00-shared.yaml; keep one"
    ]


def test_an_id_that_two_files_use_names_both_places(folder: Path) -> None:
    write(folder, {"team.yaml": f"figures:\n{FIGURES[SECOND:]}"})
    assert problems_of(folder) == [
        "figures/team.yaml:2:9: error: hur-8-army-2024: id: the id is used twice, "
        "first on line 2 of figures/army.yaml; give this figure its own"
    ]


def test_two_figures_that_say_the_same_are_warned_of_across_files(folder: Path) -> None:
    again = FIGURES[SECOND:].replace("id: hur-8-army-2024", "id: hur-8-army-2024-2")
    write(folder, {"team.yaml": f"figures:\n{again}"})
    assert problems_of(folder) == [
        "figures/team.yaml:2:5: warning: hur-8-army-2024-2: says the same as hur-8-army-2024, "
        "line 2 of figures/army.yaml"
    ]


def test_a_section_of_the_wrong_shape_and_one_unknown_are_told(folder: Path) -> None:
    write(folder, {"a.yaml": "figures: {}\nfigure: []\n"})
    assert problems_of(folder) == [
        "figures/a.yaml:1:1: error: figures: expected a list of entries, found a mapping",
        'figures/a.yaml:2:1: error: unknown section "figure"; did you mean "figures"?',
    ]


def test_a_section_that_no_file_has_is_missed(folder: Path) -> None:
    change(folder / "00-shared.yaml", "units:", "gaps: []\nunits2:")
    assert 'figures: error: the section "units:" is missing' in problems_of(folder)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            lambda folder: (folder / "old").mkdir(),
            "figures/old: error: a folder within the folder; move its files up or away",
        ),
        (
            lambda folder: (folder / "two\nlines.yaml").write_text(SMALL),
            "figures/two\nlines.yaml: error: a file name of letters, digits, hyphens and dots is "
            "expected; rename it",
        ),
        (
            lambda folder: os.symlink("nothing.yaml", folder / "link.yaml"),
            "figures/link.yaml: error: the file does not exist; check the name and the folder",
        ),
        (
            lambda folder: os.mkfifo(folder / "pipe.yaml"),
            "figures/pipe.yaml: error: this is not an ordinary file; name the YAML file itself",
        ),
    ],
)
def test_what_is_no_file_of_the_ledger_is_refused(folder: Path, make, says: str) -> None:
    make(folder)
    assert problems_of(folder) == [says]


def test_hidden_files_and_those_with_other_endings_are_left_alone(folder: Path) -> None:
    before = read_data(folder)
    write(folder, {".army.yaml.swp": "x", ".new.yaml": "x", "army.yaml~": "x", "README.md": "x"})
    (folder / ".git").mkdir()
    assert read_data(folder) == before


def test_files_that_are_too_large_together_are_refused(folder: Path) -> None:
    for name in ("b.yaml", "c.yaml"):
        with (folder / name).open("wb") as file:
            file.truncate(MAX_BYTES // 2)
    assert problems_of(folder) == ["figures: error: the files are larger than 64 MiB together"]


def test_joined_files_come_apart_as_they_were() -> None:
    odd = {"f/a.yaml": b"", "f/b.yaml": b"#:file 3 a.yaml\nx", "f/c.yml": b"\xff\n\n"}
    heads = [f"#:file {len(data)} {name[2:]}\n".encode() + data for name, data in odd.items()]
    assert split(b"".join(heads), "f") == odd
    assert split(SMALL.encode(), "figures.yaml") == {"figures.yaml": SMALL.encode()}


def test_the_version_is_of_all_files_with_their_names(folder: Path) -> None:
    before = load(folder).version
    (folder / "army.yaml").rename(folder / "unit.yaml")
    renamed = load(folder).version
    change(folder / "unit.yaml", "high: 90", "high: 95")
    assert len({before, renamed, load(folder).version}) == 3


def test_a_folder_is_followed_as_a_whole_and_survives_a_restart(folder: Path) -> None:
    live = Live(folder, settle=0.001)
    assert shown(live) == (90, ())
    change(folder / "army.yaml", "high: 90", "high: 95")
    assert shown(live) == (95, ())
    write(folder, {"team.yaml": "claimants:\n  memorial: {name: Memorial, kind: ngo}\n"})
    assert shown(live) == (95, ())
    assert "memorial" in now(live).claimants
    change(folder / "team.yaml", "ngo", "nog")
    high, problems = shown(live)
    assert (high, problems[0].place.path) == (95, "figures/team.yaml")
    assert last_good_path(folder).parent == folder.parent
    assert shown(Live(folder, settle=0.001)) == (95, problems)
    (folder / "team.yaml").unlink()
    assert shown(live) == (95, ())
    assert "memorial" not in now(live).claimants


def test_a_file_that_is_taken_away_is_missed(folder: Path) -> None:
    live = Live(folder, settle=0.001)
    live.current()
    (folder / "russia.yml").unlink()
    high, problems = shown(live)
    assert high == 90
    assert 'unknown article "paper-a"' in str(problems)


def now(live: Live) -> Ledger:
    ledger = live.current().ledger
    assert ledger is not None
    return ledger


def shown(live: Live) -> tuple[int, tuple[Problem, ...]]:
    """The upper end that a page would show, and what its banner says."""
    return now(live).figures["hur-8-army-2024"].count.high, live.current().problems


@pytest.mark.parametrize("size", [0, 40, 10**6])
def test_a_file_that_begins_like_a_joined_one_loses_nothing(tmp_path: Path, size: int) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(f"#:file {size} a.yaml\n{SMALL}")
    assert load(path).figures == load_text(tmp_path, SMALL).figures
    assert load(path).place("figures", "hur-russia-2024").path == "figures.yaml"
