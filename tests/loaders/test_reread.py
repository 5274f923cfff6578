"""Reading what changed finds what reading the whole finds, or says nothing."""

from __future__ import annotations

from random import Random
from typing import Any

import pandas as pd
import pytest

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.reading import SECTIONS
from loaders.reread import reread
from loaders.rules.every_rule import OF_ALL, OF_ARTICLES, OF_EACH, WARN_OF_ARTICLES, WARN_OF_EACH
from loaders.source import Map, Moved, Node, Text
from loaders.table import retabulate, tabulate
from tests.bad_inputs.mutants import FILE, cut
from tests.loaders.edits import edit
from tests.loaders.made_up import generate
from tests.loaders.small import SMALL, small

REAL = FILE.read_bytes()


def spread(node: Node, by: int = 0) -> object:
    """A tree with its places; what is in an entry that moved has moved with it."""
    at = (node.line + by, node.column)
    if isinstance(node, Text):
        return (*at, str(node))
    inner = node.by if isinstance(node, Moved) else by
    if isinstance(node, Map):
        return (*at, [(spread(key, inner), spread(node[key], inner)) for key in node.texts()])
    return (*at, [spread(one, inner) for one in node])


def places(ledger: Ledger) -> list[object]:
    """Every place of every field, as messages name it."""
    found: list[object] = []
    waiting: list[tuple[tuple[str | int, ...], Any]]
    for section in SECTIONS:
        for key, entry in ledger.known(section).items():
            waiting = [((), entry)]
            while waiting:
                path, node = waiting.pop()
                found.append((section, key, path, ledger.place(section, key, *path)))
                inner = node.items() if isinstance(node, Map) else enumerate(node)
                if not isinstance(node, Text):
                    waiting.extend(((*path, step), below) for step, below in inner)
    return found


def hold_equal(found: Ledger, whole: Ledger) -> None:
    """Everything about two ledgers, in order."""
    for field in ("name", "version", "files", "warnings", "source"):
        assert getattr(found, field) == getattr(whole, field), field
    for section in SECTIONS:
        ours, theirs = getattr(found, section), getattr(whole, section)
        assert list(ours.items()) == list(theirs.items())
        assert [type(key) for key in ours] == [type(key) for key in theirs]
        assert list(found.known(section)) == list(whole.known(section))
    assert spread(found.source) == spread(whole.source)
    assert places(found) == places(whole)


class Followed:
    """A ledger as it is edited, with its bytes and its table."""

    def __init__(self, data: bytes) -> None:
        self.data, self.ledger = data, read_ledger(data)
        self.table = tabulate(self.ledger)

    def take(self, data: bytes) -> bool:
        """Follow an edit; whether it was read in part, and then rightly."""
        found = reread(self.ledger, self.data, data)
        try:
            whole = read_ledger(data)
        except Refused:
            assert found is None
            return False
        before, copy = (spread(self.ledger.source), self.ledger.warnings), self.table.copy()
        ledger = whole if found is None else found
        table = retabulate(self.ledger, self.table, ledger)
        hold_equal(ledger, whole)
        pd.testing.assert_frame_equal(table, tabulate(whole))
        assert before == (spread(self.ledger.source), self.ledger.warnings)
        assert self.table.equals(copy)
        self.data, self.ledger, self.table = data, ledger, table
        return found is not None


def follow(data: bytes, random: Random, edits: int) -> int:
    """How many of so many edits, each on top of the last good one, were read in part."""
    followed, read = Followed(data), 0
    for _ in range(edits):
        changed = edit(followed.data.decode(), random)
        try:
            read += followed.take(changed)
        except BaseException as error:
            error.add_note(f"{followed.data!r}\n became {changed!r}")
            raise
    return read


def follow_all(seeds: range) -> int:
    """Four edits each of cuts of the real file and of made-up ledgers."""
    read = 0
    for seed in seeds:
        random = Random(f"reread {seed}")
        text = cut(random) if seed % 3 else generate(random.randint(2, 12), seed)
        read += follow(text.encode(), random, 4)
    return read


def test_edits_of_small_ledgers():
    assert follow_all(range(40)) > 50


@pytest.mark.long
def test_two_thousand_edits_of_small_ledgers():
    assert follow_all(range(40, 540)) > 800


def test_edits_of_the_real_file():
    assert follow(REAL, Random(1), 6) > 1


@pytest.mark.long
def test_sixty_edits_of_the_real_file():
    assert sum(follow(REAL, Random(seed), 20) for seed in range(2, 5)) > 15


FIRST = SMALL[SMALL.index("  - id: hur-russia") : SMALL.index("  - id: hur-8")]
SECOND = SMALL[SMALL.index("  - id: hur-8") :]
NEW = FIRST.replace("hur-russia-2024", "hur-russia-new")
PAPER = "  paper-c: {outlet: C, language: en, url: https://c.org/1}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("count: 18000", "count: 81000"),
        ("via: [Paper]", "locator: page 3"),
        (SECOND, f"{SECOND}      - {{article: paper-b, via: [A, B]}}\n"),
        ("    basis: intelligence\n", "    basis: intelligence\n    # A comment.\n\n"),
        ("    bound: more_than\n", ""),
        ("title: A", "title: Another"),
        ("published: 2024-05", "published: 2019"),
        ("https://b.org/2", "https://a.org/1"),
        ("figures:\n", f"figures:\n{NEW}"),
        (FIRST, FIRST + NEW),
        (SECOND, SECOND + NEW),
        (FIRST + SECOND, SECOND + FIRST),
        ("    part_of: hur-russia-2024\n", ""),
        ("figures:\n", f"{PAPER}figures:\n{NEW.replace('paper-b', 'paper-c')}"),
        ("title: B", "title: 'Zwei: B'"),
    ],
)
def test_an_ordinary_edit_is_read_alone(old, new):
    assert SMALL.count(old) >= 1
    followed = Followed(SMALL.encode())
    assert followed.take(small((old, new)).encode())
    assert followed.take(SMALL.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Agora", "name: Agora e.V."),
        ("name: Russian forces", "name: Forces of Russia"),
        ("definition: A level", "definition: The level"),
        ("figures:\n", "figures: # all\n"),
        ("measures:\n", "# All.\nmeasures:\n"),
        ("articles:\n", "articles:\n  # All.\n"),
        ("count: 18000", "count: 18k"),
        ("count: 18000", "count: 18000 # about"),
        ("count: 18000", "count: !!int 18000"),
        ("count: 18000", 'count: "\\x31"'),
        ("count: 18000", "count: 1\u200b8000"),
        ("count: 18000\n", "count: 18000\r\n"),
        ("id: hur-8-army-2024", "id: hur-russia-2024"),
        ("  paper-b:", "  paper-a:"),
        ("part_of: hur-russia-2024", "part_of: hur-russia"),
        ("bound: more_than", "part_of: hur-8-army-2024"),
        ("bound: more_than", "bound: more_than\n    bound: about"),
        (SECOND, SECOND + "...\n"),
        ("measures:", "\ufeffmeasures:"),
    ],
)
def test_what_leaves_a_doubt_is_left_to_reading_the_whole(old, new):
    followed = Followed(SMALL.encode())
    assert not followed.take(small((old, new)).encode())


QUOTED = 'note: "Two\n  - id: x\nfigures:\n  lines"\n    basis: estimate'
STYLES = {
    "libyaml's": small(
        ("count: 18000", 'count: "18000"'), ("count: {low: 60", 'count: {"low": 60')
    ),
    "quoted lines that look like entries": small(("basis: intelligence", QUOTED)),
    "the same in the second": SMALL[::-1].replace("basis: intelligence"[::-1], QUOTED[::-1], 1)[
        ::-1
    ],
    "an end": SMALL + "...\n",
    "an end and a comment": SMALL + "...\n# End.\n",
    "a start": "---\n" + SMALL,
    "no blanks before a dash": SMALL.replace("\n  - id", "\n- id").replace("\n    ", "\n  "),
    "more sections": SMALL
    + "gaps: []\nevents:\n  - {date: 2022, label: A}\n  - {date: 2023, label: B}\n",
    "articles in braces": SMALL.replace("articles:\n", "articles: {\n")
    .replace("a.org/1}\n", "a.org/1},\n")
    .replace("figures:", "}\nfigures:"),
    "articles in braces below": SMALL.replace("articles:\n  paper-a", "articles:\n  {paper-a")
    .replace("a.org/1}\n", "a.org/1},\n")
    .replace("figures:", "  }\nfigures:"),
    "events in brackets": SMALL
    + "events: [\n  {date: 2022, label: A},\n  {date: 2023, label: B}]\n",
    "long keys": SMALL.replace("  paper-a: {", "  ? paper-a\n  : {"),
    "folded": SMALL + "    note: >-\n      Two\n      lines.\n\n\n",
    "kept": SMALL + "    note: |-\n      Two\n\n\n",
    "a byte order mark": "\ufeff" + SMALL,
    "a mark and a comment": "\ufeff# c\n" + SMALL,
    "section in quotes": SMALL.replace("figures:", '"figures":'),
    "carriage returns": SMALL.replace("\n", "\r\n"),
    "comments": SMALL.replace("\n", "\n# c\n  # c\n\n"),
    "articles last": SMALL[: SMALL.index("articles:")]
    + SMALL[SMALL.index("figures:") :]
    + SMALL[SMALL.index("articles:") : SMALL.index("figures:")],
}


@pytest.mark.parametrize("style", STYLES)
def test_files_in_other_styles(style):
    """Any line away, twice, before the one above or elsewhere; many only libyaml can read."""
    text, random = STYLES[style], Random(style)
    lines = text.splitlines(keepends=True)
    followed = Followed(text.encode())
    for at in range(len(lines)):
        for changed in ([], lines[at : at + 1] * 2, lines[at : at + 2][::-1]):
            new = "".join([*lines[:at], *changed, *lines[at + max(len(changed), 1) :]])
            hold_right(followed, new.encode())
        rest = [*lines[:at], *lines[at + 1 :]]
        rest.insert(random.randrange(len(lines)), lines[at])
        hold_right(followed, "".join(rest).encode())


def hold_right(followed: Followed, data: bytes) -> None:
    found = reread(followed.ledger, followed.data, data)
    if found is not None:
        hold_equal(found, read_ledger(data))


def test_many_changed_entries_are_left_to_reading_the_whole(monkeypatch):
    followed, changed = Followed(SMALL.encode()), SMALL.replace("hur\n", "agora\n").encode()
    monkeypatch.setattr("loaders.reread.MOST_READ", 1)
    assert not followed.take(changed)
    monkeypatch.setattr("loaders.reread.MOST_READ", 2)
    assert followed.take(SMALL.encode())


def test_a_ledger_in_several_files_is_left_to_reading_the_whole():
    heading = b"#:file %d a.yaml\n" % len(SMALL)
    followed = Followed(heading + SMALL.encode())
    assert not followed.take(heading + SMALL.replace("18000", "81000").encode())


def test_rules_of_each_figure_and_of_articles_warn_of_what_is_said_of_them():
    random = Random(7)
    for seed in range(40):
        data = edit(generate(12, seed), random)
        try:
            ledger = read_ledger(data)
        except Refused:
            continue
        each = {one.rule for rule in OF_EACH for one in rule(ledger)}
        articles = {one.rule for rule in OF_ARTICLES for one in rule(ledger)}
        others = {one.rule for rule in OF_ALL for one in rule(ledger)}
        assert each <= set(WARN_OF_EACH)
        assert articles <= set(WARN_OF_ARTICLES)
        assert not others & {*WARN_OF_EACH, *WARN_OF_ARTICLES}
