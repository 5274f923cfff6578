"""Fields of a record set: it is written anew, in its column, its comments above it."""

from __future__ import annotations

import pytest

from editing.block import apply, set_fields
from editing.disk import NotSaved
from editing.outline import Outline, read_outline
from tests.editing.small import HEAD, REAL, figure

COPY = "https://web.archive.org/web/20220501000000/https://post.example"
NOTED = figure("a", "2023-05", "    status: 'doubtful'  # since May\n    note: Old.\n")


def change(record: str, **values: str) -> str:
    """The lines of figure a once these fields are set; the rest of the file is held the same."""
    data = (HEAD + "figures:\n" + record + figure("b", "2024")).encode()
    after = apply(data, [set_fields(Outline(data.decode(), "f"), "figures", "a", values)]).decode()
    head, tail = HEAD + "figures:\n", figure("b", "2024")
    assert after.startswith(head)
    assert after.endswith(tail)
    return after.removeprefix(head).removesuffix(tail)


def test_a_field_that_is_there_is_written_anew_and_one_that_is_not_gets_its_place() -> None:
    plain = figure("a", "2023-05")
    assert (
        change(plain, status="withdrawn", note="Taken back.")
        == plain.replace("    citations:", "    status: withdrawn\n    citations:")
        + "    note: Taken back.\n"
    )
    written = figure("a", "2023-05", "    note: New.\n")
    assert change(NOTED, status="mistaken", note="New.") == "  # since May\n" + written.replace(
        "    citations:", "    status: mistaken\n    citations:"
    )


def test_a_record_stays_in_its_column_and_leaves_its_braces() -> None:
    wide = "".join(f"  {line}\n" for line in figure("a", "2023").splitlines())
    data = (HEAD + "figures:\n" + wide).encode()
    after = apply(
        data, [set_fields(Outline(data.decode(), "f"), "figures", "a", {"status": "withdrawn"})]
    ).decode()
    assert "      during: 2023\n      basis: estimate\n      status: withdrawn\n" in after
    braces = "  - {id: a, claimant: hur, measure: left_unit, unit: russia, count: 5,  # why\n"
    braces += "     during: 2023-05, basis: estimate, citations: [{article: post}]}\n"
    assert change(braces, note="x") == "  # why\n" + figure("a", "2023-05", "    note: x\n")


def test_several_articles_are_given_a_field_at_once() -> None:
    more = "  times: {outlet: Times, language: en, url: http://times.example}\n"
    data = (
        HEAD.rstrip() + f"\n{more}  last:\n    outlet: Last\n    language: en\n"
        "    url: http://last.example\n\nfigures: []\n"
    ).encode()
    edits = [
        set_fields(Outline(data.decode(), "f"), "articles", key, {"archived": COPY})
        for key in ("last", "post")
    ]
    after = apply(data, edits).decode()
    assert after == data.decode().replace(
        "    url: https://post.example\n", f"    url: https://post.example\n    archived: {COPY}\n"
    ).replace(
        "    url: http://last.example\n", f"    url: http://last.example\n    archived: {COPY}\n"
    )


@pytest.mark.parametrize("section", ["articles", "figures"])
def test_of_the_real_file_no_line_changes_but_those_of_the_field(section: str) -> None:
    outline = read_outline(REAL.read_text("utf-8"), "figures.yaml")
    for entry in outline.parts(next(one for one in outline.sections() if one.key == section)):
        lines = outline.lines[entry.start : entry.end]
        assert set_fields(outline, section, entry.key, {}).text.split("\n") == lines


def test_a_record_that_is_not_there_is_told() -> None:
    with pytest.raises(NotSaved, match="there is no"):
        set_fields(Outline(HEAD + "figures: []\n", "f"), "articles", "pots", {"archived": COPY})
