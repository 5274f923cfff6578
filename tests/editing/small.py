"""A small file in the one written form, to change in tests."""

from __future__ import annotations

import re
from pathlib import Path

REAL = Path(__file__).parents[2] / "figures.yaml"
"""The file itself."""
HEAD = """\
measures:
  left_unit: {label: Left, counts: people, definition: x}

claimants:
  hur: {name: HUR, kind: state_body}

units:
  russia: {name: Russian forces}
  army: {name: Army, parent: russia}
  ukraine: {name: Ukrainian forces}

articles:
  post:
    outlet: Post
    published: 2022-05
    language: en
    url: https://post.example

"""


def figure(id: str, during: str, more: str = "", unit: str = "russia") -> str:
    return f"""\
  - id: {id}
    claimant: hur
    measure: left_unit
    unit: {unit}
    count: 5
    during: {during}
    basis: estimate
    citations:
      - {{article: post}}
{more}"""


def cut(*ids: str) -> bytes:
    """The real file with these figures only, and the articles that are named without the others."""
    start, articles, figures, end = re.split(
        r"^(?=articles:|figures:|gaps:)", REAL.read_text("utf-8"), flags=re.MULTILINE
    )
    records = re.split(r"^(?=  - id: |\n)", figures, flags=re.MULTILINE)
    kept = "".join(
        one for one in records if (one[8:].split("\n")[0] in ids) == one.startswith("  - id: ")
    )
    named = set(re.findall(r"article: ([\w-]+)", kept + end))
    entries = re.split(r"^(?=  [\w-]+:|\n)", articles, flags=re.MULTILINE)
    cited = [one for one in entries if not one.startswith("  ") or one[2:].split(":")[0] in named]
    return "".join([start, *cited, kept, end]).encode()
