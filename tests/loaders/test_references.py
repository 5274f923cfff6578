"""What is said of a key that nobody has or that two have, and all places that name a record."""

from __future__ import annotations

import pytest

from loaders.nodes import place_of
from loaders.rules.references import list_references
from loaders.source import decode, parse
from tests.loaders.small import SMALL, problems_of, second, small

FIRST, PRINTED = "hur-russia-2024", "printed: {count: 20000}"
AS_OF, BELOW = "as_of: 2024-04-29", "as_of: 2024-04-29\n    "
LEFT_OUT = "the claim has no offence that the article could leave out"
KEY = "expected a key of small letters, digits and hyphens with at least one letter"
OTHER = SMALL[SMALL.index("  - id: hur-8") :].replace("id: hur-8-army-2024", "id: 7")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (PRINTED, "printed: {offence: none}", f"28:61: citations.printed.offence: {LEFT_OUT}"),
        (
            PRINTED,
            "printed: {measure: none}",
            '28:61: citations.printed.measure: unknown measure "none"',
        ),
        (
            PRINTED,
            "printed: {offence: awl}",
            '28:61: citations.printed.offence: unknown offence "awl"; did you mean "awol"?',
        ),
        (
            PRINTED,
            "printed: [unit]",
            "28:51: citations.printed: expected fields with values, found a list",
        ),
        (
            AS_OF,
            BELOW + "disputed_by: [{claimant: X, article: nine}]",
            '25:42: disputed_by.article: unknown article "nine"',
        ),
        (
            AS_OF,
            BELOW + "asserts: {of: nine, article: paper-a}",
            "25:14: asserts: expected a list, found a mapping",
        ),
        ("    unit: russia", "    unit: [nine]", f"21:11: unit: {KEY}, found a list"),
        ("    unit: russia", "    unit: no key", f'21:11: unit: {KEY}, found "no key"'),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_once(old: str, new: str, problem: str):
    place, words = problem.split(": ", 1)
    said = [line for line in problems_of(small((old, new))) if " warning: " not in line]
    assert said == [f"figures.yaml:{place}: error: {FIRST}: {words}"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            second(("id: hur-8-army-2024", f"id: {FIRST}")),
            [
                f"29:9: error: {FIRST}: id: the id is used twice, first on line 18; "
                "give this figure its own"
            ],
        ),
        (
            second(("id: hur-8-army-2024", f"id: {FIRST}")).replace(
                f"- id: {FIRST}\n    claimant: hur", f"- claimant: hur\n    id: {FIRST}", 1
            ),
            [
                f"29:9: error: {FIRST}: id: the id is used twice, first on line 19; "
                "give this figure its own"
            ],
        ),
        (
            SMALL + OTHER + OTHER,
            [
                f'39:9: error: figure 3: id: {KEY}, found "7"',
                f'49:9: error: figure 4: id: {KEY}, found "7"',
            ],
        ),
        (
            second(("id: hur-8-army-2024", "id: 2")),
            [f'29:9: error: figure 2: id: {KEY}, found "2"'],
        ),
        (
            second(("id: hur-8-army-2024", "id: ''")),
            [f'29:9: error: figure 2: id: {KEY}, found ""'],
        ),
        (
            second(("id: hur-8-army-2024", "id: [x]")),
            [f"29:9: error: figure 2: id: {KEY}, found a list"],
        ),
        (SMALL + "  - x\n", ['39:5: error: figure 3: expected fields with values, found "x"']),
    ],
)
def test_an_id_belongs_to_one_figure(text: str, problems: list[str]):
    assert problems_of(text) == [f"figures.yaml:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("section", "key", "places"),
    [
        ("claimants", "hur", [(19, 15), (31, 15)]),
        ("claimants", "agora", [(25, 30), (29, 62)]),
        ("articles", "paper-a", [(25, 46), (28, 19), (39, 19)]),
        ("units", "russia", [(13, 36), (21, 11)]),
        ("figures", FIRST, [(37, 14)]),
        ("figures", "hur", []),
    ],
)
def test_every_place_that_names_a_record_is_found(
    section: str, key: str, places: list[tuple[int, int]]
):
    text = small(
        (AS_OF, BELOW + "disputed_by: [{claimant: agora, article: paper-a}]"),
        (PRINTED, "printed: {claimant: agora}"),
    )
    source = parse(decode(text.encode(), ""), "")
    found = [place_of("", source, path) for path in list_references(source, section, key)]
    assert sorted((place.line, place.column) for place in found) == places
