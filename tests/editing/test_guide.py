"""The curator's guide: its tables are current, its examples are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from commands.__main__ import main
from editing.guide import GUIDE, renew
from editing.schema import TARGETS
from loaders import words
from loaders.load import load
from loaders.problems import RULES
from loaders.reading import SECTIONS
from loaders.records import Assertion, Citation, Dispute, Printed, Record
from loaders.source import decode, parse
from tests.editing.small import REAL

TEXT = (REAL.parent / GUIDE).read_text(encoding="utf-8")
NESTED: tuple[type[Record], ...] = (Citation, Printed, Assertion, Dispute)
RECORDS = {record.__name__: record for record in (*SECTIONS.values(), *NESTED)}
LEDGER = load(REAL)


def test_the_tables_of_the_guide_are_current() -> None:
    assert renew(TEXT) == TEXT, "run: ./desertion guide"


def test_the_command_renews_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    stale = re.sub(r"\| `exact` .*\n", "", TEXT)
    (tmp_path / GUIDE).write_text(stale, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["guide"]) == 0
    assert (tmp_path / GUIDE).read_text(encoding="utf-8") == TEXT
    assert capsys.readouterr().out == "renewed the tables of docs/figures.md\n"


def test_every_record_every_list_of_words_and_the_rules_have_a_table() -> None:
    lists = {
        name
        for name, found in vars(words).items()
        if isinstance(found, type) and issubclass(found, words.Word) and found is not words.Word
    }
    tables = set(re.findall(r"<!-- table: (\w+) -->", TEXT))
    assert tables == {*RECORDS, *lists, "rules"}
    assert all(f"| `{rule}` |" in TEXT for rule in RULES)


def section(name: str) -> str:
    return TEXT.partition(f"\n### {name}\n")[2].partition("\n### ")[0].partition("\n## ")[0]


def examples(name: str) -> dict[str, str]:
    """Field -> what the guide tells to write."""
    rows = re.findall(r"^\| `(\w+)` \| `([^`]+)` \| .+ \| .+ \|$", section(name), re.MULTILINE)
    return dict(rows)


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_has_an_example(name: str) -> None:
    fields = [field.alias or key for key, field in RECORDS[name].model_fields.items()]
    assert list(examples(name)) == fields


@pytest.mark.parametrize(
    ("name", "example"),
    [(name, example) for name in RECORDS for example in examples(name).values()],
)
def test_every_example_fits_its_record(name: str, example: str) -> None:
    node = parse(decode(f"{example}\n".encode(), ""), "")
    try:
        RECORDS[name].model_validate(node)
    except ValidationError as error:
        faults = [fault for fault in error.errors() if fault["type"] != "missing"]
        assert faults == []


@pytest.mark.parametrize("name", ["Figure", "Printed", "Unit", "Gap", "Assertion", "Dispute"])
def test_the_keys_in_the_examples_are_keys_of_the_file(name: str) -> None:
    for field, example in examples(name).items():
        if field in TARGETS:
            assert example.partition(": ")[2] in getattr(LEDGER, TARGETS[field])


def test_what_is_told_not_to_write_as_a_number_is_refused() -> None:
    not_to_write = re.findall(r"\| `(count: 18,000|percent: 6%|date: 21\.09\.2022)` \|", TEXT)
    assert len(not_to_write) == 3
    for example, record in zip(not_to_write, ("Figure", "Assertion", "Event"), strict=True):
        field, _, value = example.partition(": ")
        with pytest.raises(ValidationError) as error:
            RECORDS[record].model_validate({field: value})
        assert (field,) in [fault["loc"] for fault in error.value.errors()]
