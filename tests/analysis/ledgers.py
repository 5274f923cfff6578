"""Small ledgers for tests: a fixed head, and figures written inline."""

from __future__ import annotations

import re
from pathlib import Path

from loaders.ledger import Ledger
from loaders.load import load, read_ledger

HEAD = """\
measures:
  left_unit: {label: Left their unit, counts: people, definition: People who left.}
  refused: {label: Refused to fight, counts: people, definition: People who refused.}
  absent: {label: Absent at the time, counts: people, stock: true, definition: A level.}
  help_requests: {label: Asked for help, counts: requests, definition: Requests.}
  cases_opened: {label: Cases opened, counts: cases, legal: true, definition: Cases.}
  verdicts: {label: Verdicts, counts: verdicts, legal: true, definition: Verdicts.}
offences:
  awol: {label: Absence without leave, definition: Art. 337.}
  desertion: {label: Desertion, definition: Art. 338.}
  evasion: {label: Evasion together, definition: Two or more.}
  military: {label: All military crimes, definition: The chapter.}
claimants:
  hur: {name: HUR, kind: state_body, side: ukraine}
  zona: {name: Mediazona, kind: media}
  agora: {name: Agora, kind: ngo}
units:
  russia: {name: Russian forces}
  ukraine: {name: Ukrainian forces}
  district: {name: Southern District, parent: russia}
  army-8: {name: 8th Army, parent: district}
  army-58: {name: 58th Army, parent: district}
  division-20: {name: 20th Division, parent: army-8}
articles:
  post: {outlet: Post, url: "https://p.example", published: 2026-01-01, language: en, title: A}
  times: {outlet: Times, url: "https://t.example", published: 2026-01-02, language: en, title: B}
  blatt: {outlet: Blatt, url: "https://b.example", published: 2026-01-03, language: de, title: C}
"""

REAL = load(Path(__file__).parents[2] / "figures.yaml")
"""The file itself."""


def ledger_of(*figures: str, more: str = "") -> Ledger:
    """A ledger of figures such as `a, count: 5, during: 2024`; what is left out is usual."""
    return read_ledger((text_of(*figures) + more).encode())


def text_of(*figures: str) -> str:
    """The file that such a ledger is read from."""
    lines = "".join(f"  - {_entry(figure)}\n" for figure in figures)
    return f"{HEAD}figures:\n{lines}"


def _entry(figure: str) -> str:
    id, _, rest = figure.partition(", ")
    usual = {
        "claimant": "zona",
        "measure": "left_unit",
        "unit": "russia",
        "basis": "estimate",
        "citations": "[{article: post}]",
    }
    own = re.split("citations|disputed_by|asserts", rest)[0] + "citations:" * ("citations" in rest)
    fields = [f"{name}: {value}" for name, value in usual.items() if f"{name}:" not in own]
    return "{id: " + ", ".join([id, *fields, rest]) + "}"
