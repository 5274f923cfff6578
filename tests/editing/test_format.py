"""The one written form: nothing lost, nothing changed, nothing left to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from commands.__main__ import main
from editing.format import format_bytes, list_changes
from loaders.problems import Refused
from tests.editing.files import comments, files
from tests.editing.small import HEAD, REAL, figure


def formatted(text: str) -> str:
    return format_bytes(text.encode()).decode()


def values(data: bytes) -> dict[str, Any]:
    """What PyYAML reads, with the lists of records in one order."""
    found = yaml.load(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)
    return {
        name: sorted(json.dumps(entry, sort_keys=True) for entry in section)
        if isinstance(section, list)
        else section
        for name, section in found.items()
    }


@settings(max_examples=40, deadline=None)
@given(files())
def test_formatting_changes_no_value_and_no_comment_and_is_done_after_once(data: bytes) -> None:
    written = format_bytes(data)
    assert values(written) == values(data)
    assert comments(written) == comments(data)
    assert format_bytes(written) == written
    assert written.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert (b"\r\n" in written) == (b"\r\n" in data)


def test_the_real_file_is_in_the_one_written_form() -> None:
    data = REAL.read_bytes()
    assert "\n".join(list_changes(data, format_bytes(data), "figures.yaml")) == ""


def test_figures_are_sorted_oldest_first_but_never_across_a_heading() -> None:
    text = HEAD + "figures:\n\n  # One\n" + figure("b", "2024") + figure("a", "2023")
    text += "\n  # Two\n" + figure("c", "2022")
    expected = HEAD + "figures:\n\n  # One\n" + figure("a", "2023") + figure("b", "2024")
    assert formatted(text) == expected + "\n  # Two\n" + figure("c", "2022")


def test_a_comment_right_above_a_figure_moves_with_it() -> None:
    text = HEAD + "figures:\n" + figure("b", "2024") + "  # about a\n" + figure("a", "2023")
    expected = HEAD + "figures:\n  # about a\n" + figure("a", "2023") + figure("b", "2024")
    assert formatted(text) == expected


def test_a_comment_indented_below_a_figure_stays_with_it() -> None:
    text = HEAD + "figures:\n" + figure("b", "2024", "    # about b\n") + figure("a", "2023")
    expected = figure("a", "2023") + figure("b", "2024", "    # about b\n")
    assert formatted(text) == HEAD + "figures:\n" + expected


def test_fields_stand_in_the_order_of_the_records() -> None:
    text = (
        HEAD + "figures:\n" + figure("a", "2023").replace("    count: 5\n", "") + "    count: 5\n"
    )
    assert formatted(text) == HEAD + "figures:\n" + figure("a", "2023")


def test_sections_stand_in_their_order_and_the_first_lines_stay_first() -> None:
    head, _, articles = HEAD.partition("articles:")
    figures = "figures:\n" + figure("a", "2023")
    text = "# format: docs\n\n" + figures + f"\narticles:{articles}" + head
    assert formatted(text) == "# format: docs\n\n" + HEAD + figures


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("'plain'", "plain"),
        ("'it: is'", '"it: is"'),
        ('"say \\"so\\""', 'say "so"'),
        ('"\\"so\\": it\'s"', "'\"so\": it''s'"),
        ("'null'", '"null"'),
        ("'a #b'", '"a #b"'),
        ("'2024'", '"2024"'),
        ("|-\n      folded", "folded"),
    ],
)
def test_text_is_quoted_only_where_it_must_be(typed: str, written: str) -> None:
    start = HEAD + "figures:\n"
    text = start + figure("a", "2023", f"    note: {typed}\n")
    assert formatted(text) == start + figure("a", "2023", f"    note: {written}\n")


def test_a_long_note_is_folded_at_its_blanks() -> None:
    start = HEAD + "figures:\n"
    note = " ".join(["twelve chars"] * 12)
    folded = f"      {' '.join(['twelve chars'] * 8)}\n      {' '.join(['twelve chars'] * 4)}\n"
    text = start + figure("a", "2023", f"    note: {note}\n")
    assert formatted(text) == start + figure("a", "2023", f"    note: >-\n{folded}")


def test_a_file_with_errors_is_not_formatted() -> None:
    with pytest.raises(Refused, match=r'unknown claimant "hurr"; did you mean "hur"\?'):
        formatted(HEAD + "figures:\n" + figure("a", "2023").replace("hur", "hurr"))


def test_check_prints_what_would_change_with_its_line_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(HEAD.replace("Left", "'Left'") + "figures:\n" + figure("a", "2023"))
    before = path.read_bytes()
    assert main(["format", "--check", str(path)]) == 1
    assert capsys.readouterr().out.splitlines()[:3] == [
        "figures.yaml:2:1: not in the one written form",
        "-   left_unit: {label: 'Left', counts: people, definition: x}",
        "+   left_unit: {label: Left, counts: people, definition: x}",
    ]
    assert path.read_bytes() == before


def test_format_writes_the_file_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(HEAD.replace("Left", "'Left'") + "figures:\n" + figure("a", "2023"))
    assert main(["format", str(path)]) == 0
    assert main(["format", str(path)]) == 0
    assert main(["format", "--check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{path}: formatted",
        f"{path}: was in the one written form already",
    ]
    assert "{label: Left," in path.read_text()
