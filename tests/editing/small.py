"""A small file in the one written form, to change in tests."""

from __future__ import annotations

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
