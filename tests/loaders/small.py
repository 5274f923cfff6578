"""A small good file, and the ways to change and read it."""

from __future__ import annotations

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Refused

SMALL = """\
measures:
  left_unit: {label: Left their unit, counts: people, definition: People who left.}
  absent: {label: Absent, counts: people, stock: true, definition: A level on a date.}
  verdicts: {label: Verdicts, counts: verdicts, legal: true, definition: Sentences.}
offences:
  awol: {label: Absence without leave, definition: Art. 337.}
claimants:
  hur: {name: Defence Intelligence, kind: state_body, side: ukraine}
  agora: {name: Agora, kind: ngo}
units:
  russia: {name: Russian forces}
  ukraine: {name: Ukrainian forces}
  8-army: {name: 8th Army, parent: russia, echelon: army}
articles:
  paper-a: {title: A, outlet: Paper, published: 2024-05, language: en, url: https://a.org/1}
  paper-b: {title: B, outlet: Zeitung, published: 2024-06-01, language: de, url: https://b.org/2}
figures:
  - id: hur-russia-2024
    claimant: hur
    measure: left_unit
    unit: russia
    count: 18000
    bound: more_than
    as_of: 2024-04-29
    basis: intelligence
    citations:
      - {article: paper-a}
      - {article: paper-b, via: [Agora], printed: {count: 20000}}
  - id: hur-8-army-2024
    claimant: hur
    measure: left_unit
    unit: 8-army
    count: {low: 60, high: 90}
    during: 2024-04
    basis: intelligence
    part_of: hur-russia-2024
    citations:
      - {article: paper-a}
"""
"""Two figures: the first starts on line 18, the second on line 29."""


def small(*changes: tuple[str, str]) -> str:
    """The small file with each text replaced once."""
    return changed(SMALL, *changes)


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def second(*changes: tuple[str, str]) -> str:
    """The small file with texts replaced in its second figure."""
    start = SMALL.index("  - id: hur-8-army-2024")
    text = SMALL[start:]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return SMALL[:start] + text


def ledger_of(*changes: tuple[str, str]) -> Ledger:
    return read_ledger(small(*changes).encode())


def problems_of(text: str | bytes) -> list[str]:
    """What the loader says about a file: its errors, or the warnings where there are none."""
    data = text.encode() if isinstance(text, str) else text
    try:
        return [str(warning) for warning in read_ledger(data).warnings]
    except Refused as refusal:
        return [str(problem) for problem in refusal.problems]


def warnings_of(text: str) -> list[str]:
    """`alike: 39:5: warning: …` with the figures that it is about, where they are several."""
    return [
        f"{one.rule}: {str(one).removeprefix('figures.yaml:')}"
        + f" ({', '.join(one.figures)})" * (len(one.figures) > 1)
        for one in read_ledger(text.encode()).warnings
    ]
