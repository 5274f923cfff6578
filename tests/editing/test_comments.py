"""What stands between and beside the records of a file: formatting keeps all of it in its place."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
import yaml

from commands.__main__ import main
from editing.block import Edit, apply, find_block
from editing.format import format_bytes, rewrite
from editing.outline import Outline
from loaders.source import decode
from tests.editing.small import HEAD, REAL, figure
from tests.editing.test_format import formatted, values

START = HEAD + "figures:\n"
LOST = "this file cannot be written in the one form without loss; it stays as it is"


@pytest.mark.parametrize(
    "text",
    [
        START + "  # about a\n" + figure("a", "2023") + "  # about b\n" + figure("b", "2024"),
        START + figure("a", "2023", "    note: 'x'  # says who\n") + figure("b", "2024"),
        START + figure("a", "2023").replace("    count", "    # counted twice\n    count"),
        START + figure("a", "2023", "    # more about a\n") + figure("b", "2024"),
        START + figure("a", "2023") + "\n  # --- 2024 ---\n" + figure("b", "2024"),
        START + figure("a", "2023") + "\n  # -- 2024\n\n  # b is odd\n" + figure("b", "2024"),
        START + figure("a", "2023") + "  # to be continued\n",
        START + figure("a", "2023") + "\ngaps: []\n\nevents: []\n",
        START + figure("a", "2023") + "\ngaps: []  # none yet\n",
        START + figure("a", "2023") + "\n# Gaps come last.\ngaps: []\n  # - claimant: hur\n",
        START + figure("a", "2023") + "\n# The end.\n",
        START.replace("figures:", "figures:  # all of them") + figure("a", "2023"),
        START.replace("x}", "x}  # so far") + figure("a", "2023"),
        START
        + figure(
            "a", "2023", f"    note: >-\n      {'words ' * 16}1234567890\n      # of a text\n"
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_what_stands_where_it_belongs_stays_there(text: str, line_end: str, bom: str) -> None:
    data = (bom + text.replace("\n", line_end)).encode()
    assert format_bytes(data) == data


def test_records_of_a_group_stay_below_its_heading() -> None:
    one = figure("c", "2025") + figure("a", "2023")
    two = "\n  # --- 2024 ---\n" + figure("d", "2024-05") + "  # early\n" + figure("b", "2022")
    written = formatted(START + one + two)
    assert re.findall(r"id: (.)|# (.*)", written) == [
        ("a", ""),
        ("c", ""),
        ("", "--- 2024 ---"),
        ("", "early"),
        ("b", ""),
        ("d", ""),
    ]


def test_a_record_with_comments_on_its_lines_is_left_as_typed_and_takes_its_place() -> None:
    typed = figure("a", "2023").replace("hur", "'hur'  # who else")
    assert formatted(START + figure("b", "2024") + typed) == START + typed + figure("b", "2024")
    indented = "".join(f"  {line}\n" for line in typed.splitlines())
    assert formatted(START + indented) == START + typed


def test_a_section_in_brackets_is_written_line_by_line_unless_comments_stand_inside() -> None:
    events = "\nevents: [{label: Start, date: '2022'},\n  {date: 2023, label: Later}]\n"
    written = "\nevents:\n  - {date: 2022, label: Start}\n  - {date: 2023, label: Later}\n"
    text = START + figure("a", "2023")
    assert formatted(text + events) == text + written
    commented = events.replace("},\n", "},  # the first\n")
    assert formatted(text + commented) == text + commented


def test_a_file_of_json_is_written_line_by_line() -> None:
    text = START + figure("a", "2023")
    assert formatted(json.dumps(yaml.load(text, Loader=yaml.CBaseLoader)) + "\n") == text


def test_a_file_whose_comments_would_be_lost_is_refused_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "figures.yaml"
    text = json.dumps(yaml.load(START + figure("a", "2023"), Loader=yaml.CBaseLoader))
    path.write_text(f"{text[:-1]}  # the end\n}}\n")
    before = path.read_bytes()
    assert main(["format", str(path)]) == 2
    assert capsys.readouterr().err == f"figures.yaml: error: {LOST}\n"
    assert path.read_bytes() == before


def test_the_examples_of_the_guide_are_in_the_one_written_form() -> None:
    guide = REAL.with_name("docs") / "figures.md"
    cited, accepted = re.findall(r"```yaml\n(.*?)```", guide.read_text(), re.DOTALL)
    usual = "    citations:\n      - {article: post}\n"
    for text in (figure("a", "2023").replace(usual, cited), figure("a", "2023", accepted)):
        data = (START + text).encode()
        assert rewrite(data, "") == data


@pytest.mark.parametrize("seed", range(8))
def test_no_value_and_no_comment_of_the_real_file_is_lost_whatever_is_strewn_over_it(
    seed: int,
) -> None:
    chance = random.Random(seed)
    data = strew(excerpt(chance), chance)
    written = rewrite(data, "")
    assert (values(written), marks(written)) == (values(data), marks(data))
    assert rewrite(written, "") == written
    outline = Outline(decode(data, ""), "")
    for section in outline.sections():
        key = chance.choice(outline.parts(section)).key
        block = find_block(data, section.key, key)
        assert apply(data, [Edit(section.key, block, key=key)]) == data
        typed = re.sub(r"(?: *# m\d+m)+$", "", block, flags=re.MULTILINE)
        changed = apply(data, [Edit(section.key, typed, key=key)])
        gone = re.findall(r"m\d+m", block)
        assert (values(changed), sorted(marks(changed) + gone)) == (values(data), marks(data))


def excerpt(chance: random.Random) -> str:
    """Some records of each section of the real file, as they stand."""
    sections = []
    for section in re.split(r"\n\n(?=\w)", REAL.read_text()):
        head, *entries = re.split(r"\n(?=  [^ ])", section)
        at = chance.randrange(len(entries)) if entries else 0
        sections.append("\n".join([head, *(entries[at : at + 6])]))
    return "\n\n".join(sections).rstrip("\n") + "\n"


_ENDS_WITH_NO_TEXT = re.compile(r"""\A[^\n]*(?::|- \{.*\}|: (?:\{.*\}|\[.*\]|"[^"]*"|'[^']*'))\Z""")


def strew(text: str, chance: random.Random) -> bytes:
    """Comments, blank lines and quotes anywhere but in folded text; other line ends, a BOM."""
    lines = re.split(r"\n(?!      [^- ])", text.rstrip("\n"))
    for number in range(25):
        at = chance.randrange(3, len(lines))
        comment = f"# m{number}m"
        if (kind := chance.random()) < 0.4:
            lines.insert(at, " " * chance.randrange(7) + comment)
        elif kind < 0.5:
            lines.insert(at, "")
        elif kind < 0.8 and _ENDS_WITH_NO_TEXT.search(lines[at]):
            lines[at] += f"  {comment}"
        else:
            lines[at] = re.sub(r"^( +(?:- )?\w+: )([\w ]+)$", r"\1'\2'", lines[at])
    line_end = chance.choice(["\n", "\r\n"])
    bom = chance.choice(["", "\ufeff"])
    return (bom + "\n".join([*lines, ""]).replace("\n", line_end)).encode()


def marks(data: bytes) -> list[str]:
    return sorted(re.findall(r"m\d+m", data.decode()))
