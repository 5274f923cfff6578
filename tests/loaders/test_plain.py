"""The fast way of reading agrees with libyaml on everything it does not leave to it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.plain import read_plain
from loaders.problems import Refused
from loaders.source import Map, Node, Text, decode, parse
from tests.bad_inputs.mutants import FILE, cut, mutate
from tests.bad_inputs.test_bad_inputs import HERE
from tests.loaders.made_up import generate

CORPUS = sorted((HERE / "files").iterdir())
PIECES = [
    *("a", "b: ", "c:", "k: v", "x-1: ", "- ", "- a", "\n", "\n  ", "\n    ", "\n      ", "\n\n"),
    *(
        "\n  k: ",
        "\n  - ",
        "\n    - ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        ",",
        ": ",
        ":",
        " #",
        "# c\n",
        "'",
    ),
    *('"', "'q'", '"q: r"', "?", "? ", "-", "1", "~", "null", "é", "http://a.b/c?d=e#f", "|", ">-"),
    *(
        ">-\n      t u",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "=",
        "<<: ",
        " ",
        "  ",
        "...",
        "---",
        "\u00a0",
    ),
    *("{a: b}", "[a, b]", "{a: {b: c}, d: [e, 'f']}", "{a: 'b'}, ", "\n       ", "\n  \n"),
]
STARTS = [
    "a: ",
    "a:\n  ",
    "s:\n  k: ",
    "s:\n  - i: ",
    "a: {",
    "a: [",
    "s:\n  k:\n    n: >-\n      ",
]
ENDS = ["\n", "}\n", "]\n", "}\nb: c\n", "\nb: c\n", "\n  z: 1\n"]


def spread(node: Node) -> object:
    """A tree with its places, so that two can be held against each other."""
    at = (type(node).__name__, node.line, node.column)
    if isinstance(node, Text):
        return (*at, str(node))
    if isinstance(node, Map):
        return (*at, [(spread(key), spread(node[key])) for key in node.texts()])
    return (*at, list(map(spread, node)))


def agrees(text: str) -> bool:
    """Whether the fast way read the text; it must then have found what libyaml finds."""
    found = read_plain(text)
    if found is None:
        return False
    assert spread(found) == spread(parse(text, "figures.yaml"))
    return True


def agrees_on(data: bytes) -> bool:
    try:
        text = decode(data, "figures.yaml")
    except Refused:
        return False
    return agrees(text)


def test_the_real_file_and_the_made_up_ones_are_read_the_fast_way():
    assert agrees(FILE.read_text(encoding="utf-8"))
    assert all(agrees(generate(60, seed)) for seed in range(20))


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_the_corpus_of_bad_inputs(file: Path):
    agrees_on(file.read_bytes())


@pytest.mark.long
def test_two_thousand_damaged_ledgers():
    random = Random(20)
    read = sum(agrees_on(mutate(cut(random), random)) for _ in range(1_000))
    read += sum(agrees_on(mutate(generate(6, seed), random)) for seed in range(1_000))
    assert read > 300


@pytest.mark.long
@settings(deadline=None, max_examples=2_000)
@given(
    start=st.sampled_from(STARTS),
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8),
    end=st.sampled_from(ENDS),
)
@example(start="a:\n  ", pieces=["- a"], end="\n  z: 1\n")
@example(start="a: [", pieces=["[a, b]", "[a, b]"], end="]\n")
@example(start="a: [", pieces=["{a: 'b'}", "a"], end="]\n")
@example(start="s:\n  k:\n    n: >-\n      ", pieces=["?", "\n       "], end="\n")
@example(start="s:\n  k:\n    n: >-\n      ", pieces=["a", "\n  \n", "      # c"], end="\n  z: 1\n")
def test_whatever_is_put_together(start, pieces, end):
    agrees(start + "".join(pieces) + end)
