"""One record's text replaced or added: that change, and not another byte."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from editing.block import IN_BRACKETS, ONE_RECORD, Edit, apply, find_block
from editing.disk import NotSaved
from editing.format import format_bytes
from editing.written_form import write_record
from loaders.load import load, read_ledger
from loaders.problems import Refused
from loaders.reading import LISTS, SECTIONS
from tests.editing.files import TEXTS, Typist, files
from tests.editing.small import HEAD, REAL, figure

SMALL = (HEAD + "figures:\n" + figure("a", "2023") + figure("b", "2024")).encode()


def values(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)
    return found


def line_end(data: bytes) -> str:
    return "\r\n" if b"\r\n" in data else "\r" if b"\r" in data else "\n"


def with_first_record(text: str, section: str, node: dict[str, Any]) -> str:
    """The file with a record where empty brackets were."""
    head, brackets, rest = re.split(rf"({section}:) \[\]", text)
    behind, end, below = rest.partition(line_end(text.encode()))
    return head + brackets + behind + end + write_record(section, node) + end + below


def by_content(section: Any) -> Any:
    return sorted(json.dumps(one, sort_keys=True) for one in section)


@settings(max_examples=40, deadline=None)
@given(files(sections_in_brackets=False), st.data())
def test_replacing_a_figure_changes_that_figure_and_no_byte_outside_its_block(
    data: bytes, draw: st.DataObject
) -> None:
    figures = values(data)["figures"]
    at = draw.draw(st.integers(0, len(figures) - 1))
    wanted = {**figures[at], **draw.draw(changes())}
    block = find_block(data, "figures", wanted["id"])
    typed = draw.draw(retyped(block, wanted))
    after = apply(data, [Edit("figures", typed, key=wanted["id"])])
    assert values(after) == {
        **values(data),
        "figures": [*figures[:at], wanted, *figures[at + 1 :]],
    }
    old = block.replace("\n", line_end(data)).encode()
    new = typed.rstrip("\n").replace("\n", line_end(data)).encode()
    before, _, behind = data.partition(old)
    assert after == before + new + behind
    assert read_ledger(after).figures[wanted["id"]].count.low == int(
        wanted["count"] if isinstance(wanted["count"], str) else wanted["count"]["low"]
    )


def changes() -> st.SearchStrategy[dict[str, Any]]:
    """Some fields with other values, all of them legal."""
    return st.fixed_dictionaries(
        {"count": st.integers(0, 10**6).map(str) | st.just({"low": "7", "high": "8"})},
        optional={"note": TEXTS, "place": TEXTS, "basis": st.just("testimony")},
    )


@st.composite
def retyped(draw: st.DrawFn, block: str, wanted: dict[str, Any]) -> str:
    """The figure typed anew, in some style, where the block stands."""
    typist = Typist(random.Random(draw(st.integers(0, 2**32))))
    indent = len(block) - len(block.lstrip())
    return "\n".join(typist.item(wanted, indent, 2))


@settings(max_examples=40, deadline=None)
@given(files(sections_in_brackets=False), st.data())
def test_adding_a_record_adds_that_record_and_its_bytes_only(
    data: bytes, draw: st.DataObject
) -> None:
    section = draw.draw(st.sampled_from([name for name in NEW if name in values(data)]))
    key, node = NEW[section]
    after = apply(data, [Edit(section, write_record(section, node, key))])
    grown = values(after)
    assert {**grown, section: None} == {**values(data), section: None}
    if section in LISTS:
        assert by_content(grown[section]) == by_content([*values(data)[section], node])
    else:
        assert grown[section] == {**values(data)[section], key: node}
    if not values(data)[section]:
        assert after.decode() == with_first_record(data.decode(), section, node)
        return
    pairs = enumerate(zip(data, after, strict=False))
    start = next((at for at, (old, new) in pairs if old != new), len(data))
    assert after[:start] + after[start + len(after) - len(data) :] == data


NEW: dict[str, tuple[str, dict[str, Any]]] = {
    "figures": ("", {**values(SMALL)["figures"][0], "id": "new", "note": 'so: "new"'}),
    "articles": ("new", {"outlet": "New", "language": "uk", "url": "https://new.example"}),
    "claimants": ("new", {"name": "New, and old", "kind": "media", "aliases": ["x", "y: z"]}),
    "units": ("new", {"name": "New", "parent": "army"}),
    "events": ("", {"date": "2023-01", "label": "New: event"}),
    "gaps": (
        "",
        {
            "claimant": "hur",
            "measure": "left_unit",
            "unit": "russia",
            "from": "2023",
            "reason": "stopped",
        },
    ),
}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_record_of_the_real_file_is_found_and_written_as_it_stands(section: str) -> None:
    data = REAL.read_bytes()
    keys = list(load(REAL).known(section))
    key = keys[len(keys) // 2]
    block = find_block(data, section, key)
    assert apply(data, [Edit(section, block, key=key)]) == data
    entry = yaml.load(block, Loader=yaml.CBaseLoader)
    node = entry[0] if section in LISTS else entry[key]
    assert write_record(section, node, key) == block


def test_a_block_is_found_with_its_lines() -> None:
    block = find_block(SMALL, "figures", "b")
    assert block + "\n" == figure("b", "2024")


def test_new_figures_take_their_place_by_age_below_the_heading_of_their_force() -> None:
    start = HEAD + "figures:\n\n  # Russian forces\n"
    text = start + figure("a", "2022") + figure("b", "2024")
    text += "\n  # Ukrainian forces\n" + figure("c", "2021", unit="ukraine")
    for id, during, unit, expected in (
        ("x", "2023", "russia", ["a", "x", "b", "c"]),
        ("x", "2021", "russia", ["x", "a", "b", "c"]),
        ("x", "2025", "army", ["a", "b", "x", "c"]),
        ("x", "2020", "ukraine", ["a", "b", "x", "c"]),
        ("x", "2025", "ukraine", ["a", "b", "c", "x"]),
    ):
        after = apply(text.encode(), [Edit("figures", figure(id, during, unit=unit))])
        assert [one["id"] for one in values(after)["figures"]] == expected
        assert format_bytes(after) == after


def test_new_articles_claimants_and_units_take_their_places() -> None:
    articles = {"outlet": "x", "language": "uk", "url": "https://x.example"}
    edits = [
        Edit("articles", write_record("articles", articles, "undated")),
        Edit("articles", write_record("articles", {**articles, "published": "2021"}, "old")),
        Edit("claimants", write_record("claimants", {"name": "A", "kind": "media"}, "agora")),
        Edit("units", write_record("units", {"name": "58", "parent": "army"}, "division")),
        Edit("units", write_record("units", {"name": "8", "parent": "russia"}, "fleet")),
    ]
    found = values(apply(SMALL, edits))
    assert list(found["articles"]) == ["old", "post", "undated"]
    assert list(found["claimants"]) == ["agora", "hur"]
    assert list(found["units"]) == ["russia", "army", "division", "fleet", "ukraine"]


def test_an_article_and_a_figure_that_cites_it_are_added_together() -> None:
    article = write_record(
        "articles", {"outlet": "x", "language": "uk", "url": "https://x.example"}, "new"
    )
    cited = figure("c", "2025").replace("post", "new")
    after = apply(SMALL, [Edit("articles", article), Edit("figures", cited)])
    assert read_ledger(after).printed_by["new"] == ("c",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (figure("b", "2024") + figure("c", "2025"), f"figures.yaml:29:1: error: {ONE_RECORD}"),
        (figure("b", "2024") + "gaps: []\n", f"figures.yaml:29:1: error: {ONE_RECORD}"),
        ("", f"figures.yaml:29:1: error: {ONE_RECORD}"),
        ("# nothing", f"figures.yaml:29:1: error: {ONE_RECORD}"),
        (
            figure("b", "2024") + '    note: "open\n',
            "figures.yaml:38:11: error: a quotation mark is opened and never closed",
        ),
    ],
)
def test_text_that_is_not_just_the_one_record_is_refused(text: str, problem: str) -> None:
    with pytest.raises(Refused) as refused:
        apply(SMALL, [Edit("figures", text, key="b")])
    assert str(refused.value) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (figure("c", "2025") + figure("d", "2025"), f"new text:1:1: error: {ONE_RECORD}"),
        (
            "  - id: c\n    note: [\n",
            "new text:3:1: error: a value is missing, or a [ or { is not closed",
        ),
    ],
)
def test_a_faulty_new_record_is_refused_at_its_own_lines(text: str, problem: str) -> None:
    with pytest.raises(Refused) as refused:
        apply(SMALL, [Edit("figures", text)])
    assert str(refused.value).startswith(problem)


def test_what_is_not_there_cannot_be_edited() -> None:
    with pytest.raises(NotSaved, match='there is no "z" in figures'):
        apply(SMALL, [Edit("figures", figure("z", "2024"), key="z")])
    with pytest.raises(NotSaved, match='there is no section "gaps:"; add it by hand first'):
        apply(SMALL, [Edit("gaps", "  - {}")])


@pytest.mark.parametrize(
    "typed",
    [
        "[{date: 2023, label: x}]",
        "\n  [{date: 2023, label: x}]",
        "[\n    {date: 2023, label: x}\n  ]",
    ],
)
def test_a_record_of_a_section_in_brackets_is_refused_with_a_sentence(typed: str) -> None:
    data = SMALL + f"events: {typed}\n".encode()
    line = 38 + typed.startswith("\n")
    new = "  - {date: 2024, label: y}"
    for edit in (Edit("events", new, key="1"), Edit("events", new)):
        with pytest.raises(Refused) as refused:
            apply(data, [edit])
        assert str(refused.value) == f"figures.yaml:{line}:1: error: {IN_BRACKETS}"
    brought = "events:\n  - {date: 2023, label: x}\n"
    assert format_bytes(data).decode().endswith(brought)


def test_the_first_record_of_a_section_takes_the_place_of_its_brackets() -> None:
    data = SMALL + b"\nevents: []  # none yet\n\n# The end.\n"
    after = apply(data, [Edit("events", "- {date: 2024, label: y}")])
    assert after == data.replace(
        b": []  # none yet\n", b":  # none yet\n  - {date: 2024, label: y}\n"
    )


def test_a_new_record_leaves_the_comments_of_its_neighbours_with_them() -> None:
    text = HEAD + "figures:\n  # about b\n" + figure("b", "2024") + "    # more on b\n"
    for during, expected in (
        ("2023", text.replace("  # about b\n", figure("x", "2023") + "  # about b\n")),
        ("2025", text + figure("x", "2025")),
    ):
        assert apply(text.encode(), [Edit("figures", figure("x", during))]) == expected.encode()


def test_text_that_would_swallow_a_comment_is_refused() -> None:
    data = SMALL + b"events:\n    - {date: 2024, label: y}\n    # A comment.\n"
    with pytest.raises(Refused) as refused:
        apply(data, [Edit("events", "- date: 2024\n  label: |-", key="1")])
    assert str(refused.value) == f"figures.yaml:39:1: error: {ONE_RECORD}"
