"""Seeded damage to real data: what editors, merges and slips of the hand do to a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from loaders.ledger import Ledger
from loaders.load import load
from loaders.nodes import Items, Map

FILE = Path(__file__).parents[2] / "figures.yaml"
FIGURES_PER_CUT = 4
NASTY = (
    *("\t", " ", "\n", "\r", "\0", "\u00a0", "\u202e", "\u200b", "\ufeff", "\u2028", "\U000e0041"),
    *("- ", ": ", ":", " #", "#x", "&a ", "*a", "!t ", "<<: ", "---\n", "...\n", "%YAML 1.2\n"),
    *("[", "]", "{", "}", ",", "'", '"', "|", ">", "?", "@", "`", "\\", "\\u202e", "=", "~"),
    *("null", "true", "no", "0", "-1", "1,000", "1e9", "2024-02-30", "9" * 30, "ё", "e\u0301"),
    *("<<<<<<< HEAD\n", "=======\n", "javascript:", "count", "russia", "=1+1", "\ud800", "👨‍👩"),
)


@cache
def real() -> tuple[Ledger, list[str]]:
    return load(FILE), FILE.read_text().splitlines(keepends=True)


@cache
def blocks(section: str) -> dict[str, str]:
    """The lines of each entry of a section of the real file, by key."""
    ledger, lines = real()
    node = ledger.source[section]
    assert isinstance(node, Map | Items)
    keys = [point for _, point in node.keys_at()] if isinstance(node, Map) else node.points()
    starts = [line for line, _ in keys]
    later = [line for _, (line, _) in ledger.source.keys_at() if line > starts[-1]]
    ends = [*starts[1:], min(later, default=len(lines) + 1)]
    parts = ("".join(lines[a - 1 : b - 1]) for a, b in zip(starts, ends, strict=True))
    return dict(zip(ledger.known(section), parts, strict=True))


def cut(random: Random) -> str:
    """A few real figures with all that they name: a whole small file in the real file's words."""
    ledger, _ = real()
    wanted = set(random.sample(list(ledger.figures), FIGURES_PER_CUT))
    while named := {
        word
        for id in wanted
        for word in (
            ledger.figures[id].part_of,
            ledger.figures[id].supersedes,
            *(assertion.of for assertion in ledger.figures[id].asserts),
        )
        if word and word not in wanted
    }:
        wanted |= named
    texts = [blocks("figures")[id] for id in ledger.figures if id in wanted]
    sections = ("measures", "offences", "claimants", "units", "articles")
    named_in = "".join(texts)
    kept = {
        section: [
            text
            for key, text in blocks(section).items()
            if section != "articles" or key in named_in
        ]
        for section in sections
    }
    return "".join(f"{name}:\n{''.join(kept[name])}" for name in sections) + "figures:\n" + named_in


def mutate(text: str, random: Random) -> bytes:
    """One to three faults put into a text."""
    data = text.encode()
    for _ in range(random.randint(1, 3)):
        data = random.choice(_MUTATIONS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(NASTY).encode("utf-8", "surrogatepass") + data[at:]


def _drop(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + data[at + random.choice((1, 2, 5, 40, 400)) :]


def _cut_off(data: bytes, random: Random) -> bytes:
    kept = data[: random.randint(0, len(data))]
    return kept if random.random() < 0.5 else kept[: kept.rfind(b"\n") + 1]


def _lines(data: bytes, random: Random) -> bytes:
    """Drop, repeat, move or indent one line."""
    lines = data.splitlines(keepends=True) or [b"\n"]
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    line = lines[at]
    match random.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, line)
        case 2:
            lines[at], lines[other] = lines[other], line
        case 3:
            lines[at] = b" " * random.randint(1, 4) + line
        case _:
            lines[at] = line.removeprefix(b"  ")
    return b"".join(lines)


def _swap_words(data: bytes, random: Random) -> bytes:
    words = data.split(b" ")
    at, other = random.randrange(len(words)), random.randrange(len(words))
    words[at], words[other] = words[other], words[at]
    return b" ".join(words)


_MUTATIONS = (_flip, _insert, _insert, _drop, _cut_off, _lines, _lines, _swap_words)
