"""What is odd about articles, parts and claims entered twice: the rule, the record, the words."""

from __future__ import annotations

import pytest

from loaders.load import read_ledger
from tests.loaders.small import small

NEAR = """\
  - id: again
    claimant: {claimant}
    measure: left_unit
    unit: 8-army
    count: {count}
    {when}
    basis: intelligence
    citations:
      - {{article: paper-b}}
"""


def odd(text: str) -> list[tuple[str, str, str]]:
    """Rule, record and message of every warning."""
    warnings = read_ledger(text.encode()).warnings
    return [(one.rule, one.record, one.message) for one in warnings]


def with_articles(*outlets: str) -> str:
    """The small file with more articles, all cited by its second figure."""
    keys = [f"more-{number}" for number, _ in enumerate(outlets)]
    articles = "".join(
        f'  {key}: {{title: T, outlet: "{outlet}", published: 2024-07, language: en, '
        f"url: https://x.org/{key}}}\n"
        for key, outlet in zip(keys, outlets, strict=True)
    )
    cited = "".join(f"      - {{article: {key}}}\n" for key in keys)
    return small(("figures:\n", f"{articles}figures:\n")) + cited


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("title: B, ", ""), ("article-without-title", "paper-b", "has no title")),
        (
            ("published: 2024-05, ", ""),
            ("article-without-date", "paper-a", "has no date of publication"),
        ),
        (
            ("https://b.org/2", "http://www.a.org/1/?utm_source=x"),
            ("article-twice", "paper-b", "has the same address as paper-a"),
        ),
    ],
)
def test_a_poor_article_is_odd(change: tuple[str, str], found: tuple[str, str, str]):
    assert found in odd(small(change))
    assert odd(small()) == []


@pytest.mark.parametrize(
    ("outlets", "found"),
    [
        (["PAPER"], [("more-0", '"PAPER" is written "Paper" elsewhere, once')]),
        (["PAPER", "Paper"], [("more-0", '"PAPER" is written "Paper" elsewhere, 2 times')]),
        (["paper"], [("more-0", '"paper" is written "Paper" elsewhere, once')]),
        (["PAPER", "PAPER"], [("paper-a", '"Paper" is written "PAPER" elsewhere, 2 times')]),
        (["Pa per"], [("more-0", '"Pa per" is written "Paper" elsewhere, once')]),
        (["Pa'per"], [("more-0", '"Pa\'per" is written "Paper" elsewhere, once')]),
        (
            ["Pa\u00a0per", "Pa per", "Pa per"],
            [
                ("more-0", '"Pa[U+00A0]per" is written "Pa per" elsewhere, 2 times'),
                ("paper-a", '"Paper" is written "Pa per" elsewhere, 2 times'),
            ],
        ),
        (["Papers"], []),
    ],
)
def test_one_outlet_in_two_spellings_is_odd(outlets: list[str], found: list[tuple[str, str]]):
    spelt = [
        (key, words) for rule, key, words in odd(with_articles(*outlets)) if "spelling" in rule
    ]
    assert sorted(spelt) == sorted(found)


@pytest.mark.parametrize(
    ("claimant", "count", "when", "is_alike"),
    [
        ("hur", "{low: 60, high: 90}", "during: 2024-04", True),
        ("hur", "{low: 60, high: 90}", "during: 2024-04-01/2024-04-30", True),
        ("agora", "{low: 60, high: 90}", "during: 2024-04", False),
        ("hur", "{low: 60, high: 91}", "during: 2024-04", False),
        ("hur", "{low: 59, high: 90}", "during: 2024-04", False),
        ("hur", "{low: 60, high: 90}", "during: 2024-05", False),
        ("hur", "{low: 60, high: 90}", "during: 2024-04-02/2024-04", False),
        ("hur", "{low: 60, high: 90}", "as_of: 2024-04", False),
        ("hur", "{low: 60, high: 90}", "during: 2024-04\n    per: day", False),
        ("hur", "{low: 60, high: 90}", "during: 2024-04\n    place: Kursk", False),
        ("hur", "{low: 60, high: 90}", "during: 2024-04\n    category: contract", False),
    ],
)
def test_two_figures_that_say_the_same_are_odd(
    claimant: str, count: str, when: str, is_alike: bool
):
    text = small() + NEAR.format(claimant=claimant, count=count, when=when)
    ledger = read_ledger(text.encode())
    alike = [one for one in ledger.warnings if one.rule == "alike"]
    line = text.splitlines().index("  - id: hur-8-army-2024") + 1
    words = f"says the same as hur-8-army-2024, line {line}"
    assert [(one.record, one.message, one.figures) for one in alike] == (
        [("again", words, ("hur-8-army-2024", "again"))] if is_alike else []
    )


@pytest.mark.parametrize(
    ("unit", "is_odd"), [("8-army", False), ("russia", False), ("ukraine", True)]
)
def test_a_part_outside_the_unit_of_its_whole_is_odd(unit: str, is_odd: bool):
    text = small().replace("    unit: 8-army", f"    unit: {unit}")
    found = [one for one in odd(text) if one[0] == "part-elsewhere"]
    message = "ukraine is not within russia, the unit of hur-russia-2024"
    assert found == ([("part-elsewhere", "hur-8-army-2024", message)] if is_odd else [])
