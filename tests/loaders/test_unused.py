"""Articles, claimants and units that no record names, and every way to name one."""

from __future__ import annotations

import pytest

from tests.loaders.small import SMALL, changed, warnings_of


def after(start: str, line: str) -> str:
    """The small file with a line more before one of its sections."""
    return changed(SMALL, (start, line + start))


ARTICLE = after(
    "figures:\n",
    "  paper-c: {title: C, outlet: P, published: 2024-05, language: en, url: https://c.org/1}\n",
)
CLAIMANT = after("units:\n", "  zona: {name: Mediazona, kind: media, aliases: [MZ]}\n")
UNIT = after("articles:\n", "  9-army: {name: 9th Army, parent: russia}\n")
GAP = (
    "gaps:\n  - {claimant: hur, measure: left_unit, unit: russia, from: 2024-05, reason: stopped}\n"
)
EVENT = "events:\n  - {date: 2024-01, label: x, article: paper-c}\n"


@pytest.mark.parametrize(
    ("text", "changes", "said"),
    [
        (
            ARTICLE,
            [],
            ["article-not-cited: 17:12: warning: paper-c: is cited by no figure, gap or event"],
        ),
        (
            ARTICLE,
            [("printed: {count: 20000}", "printed: {count: 20000}}\n      - {article: paper-c")],
            [],
        ),
        (ARTICLE + GAP, [("reason: stopped", "reason: stopped, article: paper-c")], []),
        (ARTICLE + EVENT, [], []),
        (
            ARTICLE,
            [
                (
                    "as_of: 2024-04-29",
                    "as_of: 2024-04-29\n    asserts: [{times: 2, of: hur-8-army-2024, article: "
                    "paper-c}]",
                )
            ],
            [],
        ),
        (
            ARTICLE,
            [
                (
                    "as_of: 2024-04-29",
                    "as_of: 2024-04-29\n    disputed_by: [{claimant: X, article: paper-c}]",
                )
            ],
            [],
        ),
        (CLAIMANT, [], ["claimant-not-used: 10:9: warning: zona: is named by no record"]),
        (
            CLAIMANT + GAP,
            [
                (
                    "{claimant: hur, measure: left_unit, unit: russia, from",
                    "{claimant: zona, measure: left_unit, unit: russia, from",
                )
            ],
            [],
        ),
        (
            CLAIMANT,
            [
                (
                    "as_of: 2024-04-29",
                    "as_of: 2024-04-29\n    disputed_by: [{claimant: zona, article: paper-a}]",
                )
            ],
            [],
        ),
        (CLAIMANT, [("printed: {count: 20000}", "printed: {claimant: Mediazona}")], []),
        (CLAIMANT, [("printed: {count: 20000}", "printed: {claimant: MZ}")], []),
        (CLAIMANT, [("via: [Agora]", "via: [Agora, zona]")], []),
        (CLAIMANT, [("kind: ngo}", "kind: ngo, rests_on: zona}")], []),
        (
            UNIT,
            [],
            [
                "unit-not-used: 14:11: warning: 9-army: is named by no record, nor is any "
                "unit below it"
            ],
        ),
        (UNIT + GAP, [("unit: russia, from", "unit: 9-army, from")], []),
        (UNIT, [("printed: {count: 20000}", "printed: {unit: 9-army}")], []),
    ],
)
def test_a_record_is_used_where_any_other_names_it(
    text: str, changes: list[tuple[str, str]], said: list[str]
):
    assert warnings_of(changed(text, *changes)) == said
