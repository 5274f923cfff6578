"""Each bad input gets the right verdict at the right place, and never costs the good data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.live import Live
from loaders.load import load
from loaders.problems import RULES, Refused, Severity
from tests.bad_inputs import make
from tests.loaders.small import SMALL

HERE = Path(__file__).parent
NAME = "figures.yaml"


@cache
def index() -> list[dict[str, Any]]:
    return list(yaml.safe_load((HERE / "index.yaml").read_text()))


def title(case: dict[str, Any]) -> str:
    return str(case.get("file") or case["make"])


def put(case: dict[str, Any], path: Path) -> None:
    """Make the bad input at a path where nothing is."""
    if "make" in case:
        getattr(make, case["make"])(path)
    else:
        shutil.copyfile(HERE / "files" / case["file"], path)


def clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def followed(tmp_path_factory) -> Live:
    """A data file that was good when the server started."""
    path = tmp_path_factory.mktemp("data") / NAME
    path.write_text(SMALL)
    live = Live(path, settle=0)
    assert live.current().ledger is not None
    return live


@pytest.fixture
def path(followed: Live) -> Iterator[Path]:
    """Where the data file was; it is put back, and good again, afterwards."""
    path = Path(followed.path)
    path.unlink()
    yield path
    clear(path)
    path.write_text(SMALL)
    restored = followed.current()
    if restored.held_back:
        restored = followed.show_anyway()
    assert restored.ledger is not None
    assert (len(restored.ledger.figures), restored.problems) == (2, ())


@pytest.mark.parametrize("case", index(), ids=title)
def test_the_input_gets_its_verdict_and_the_last_good_data_stays(case, path, followed):
    before = followed.current().ledger
    put(case, path)
    try:
        problems, refused = load(path).warnings, False
    except Refused as refusal:
        problems, refused = refusal.problems, True
    said = [str(problem).removeprefix(NAME).removeprefix(":").strip() for problem in problems]
    assert said[: len(case["says"])] == case["says"]
    assert len(said) == case.get("count", len(case["says"]))
    after = followed.current()
    if refused:
        assert all(problem.severity == Severity.ERROR for problem in problems)
        assert after.ledger is before
        assert after.problems == problems
    else:
        assert after.problems == ()
        assert after.ledger is not None


def test_every_file_of_the_corpus_is_in_the_index():
    indexed = sorted(case["file"] for case in index() if "file" in case)
    assert indexed == sorted(file.name for file in (HERE / "files").iterdir())


def test_every_maker_is_in_the_index():
    defined = [
        name
        for name, value in vars(make).items()
        if getattr(value, "__module__", "") == make.__name__
    ]
    assert sorted(case["make"] for case in index() if "make" in case) == sorted(defined)


def test_every_row_of_the_tables_has_an_input():
    rows = {case["row"] for case in index()}
    assert {f"A{number}" for number in range(1, 91)} <= rows


def test_every_warning_of_the_loader_has_an_input():
    ours = {name for name in RULES if name.startswith(("article", "alike", "published"))}
    text = (HERE / "index.yaml").read_text()
    words = {
        "article-not-cited": "is cited by no figure",
        "article-without-date": "has no date of publication",
        "article-without-title": "has no title",
        "article-twice": "has the same address as",
        "alike": "says the same as",
        "published-too-early": "was published",
    }
    assert ours == set(words)
    assert [name for name, said in words.items() if said not in text] == []
