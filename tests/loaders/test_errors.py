"""What spans several fields or records: each error, and what comes close to it and is none."""

from __future__ import annotations

import pytest

from tests.loaders.small import SMALL, problems_of, second, small

Change = tuple[str, str]
GAP = (
    "gaps:\n  - {claimant: hur, measure: left_unit, unit: russia, from: 2024-05, reason: stopped}\n"
)
AS_OF, DURING = "as_of: 2024-04-29", "during: 2024-04\n"
PRINTED, CITATIONS = "printed: {count: 20000}", "    citations:"
MEASURE, PART_OF = "    measure: left_unit", "part_of: hur-russia-2024"


def gap(*changes: Change) -> str:
    """The small file with a gap, changed."""
    text = GAP
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return SMALL + text


def said(text: str) -> list[str]:
    return [line.removeprefix("figures.yaml:") for line in problems_of(text)]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            small(("  8-army: {name: 8th Army, parent: russia,", "  8-army: {name: 8th Army,")),
            ["13:11: error: 8-army: needs a parent; only russia and ukraine have none"],
        ),
        (
            small(("{name: Ukrainian forces}", "{name: Ukrainian forces, parent: russia}")),
            ["12:45: error: ukraine: parent: is a whole force and has no parent"],
        ),
        (
            small(("parent: russia, echelon", "parent: 8-army, echelon")),
            ["13:36: error: 8-army: parent: lies within itself; mend the parents"],
        ),
        (
            small(
                (
                    "  8-army: {name: 8th Army, parent: russia",
                    "  9-army: {name: N, parent: 8-army}\n"
                    "  8-army: {name: 8th Army, parent: 9-army",
                )
            ),
            [
                "13:29: error: 9-army: parent: lies within itself; mend the parents",
                "14:36: error: 8-army: parent: lies within itself; mend the parents",
            ],
        ),
        (
            small(
                (
                    "  8-army: {name: 8th Army, parent: russia",
                    "  10-army: {name: T, parent: 9-army}\n"
                    "  9-army: {name: N, parent: 8-army}\n"
                    "  8-army: {name: 8th Army, parent: 9-army",
                )
            ),
            [
                "14:29: error: 9-army: parent: lies within itself; mend the parents",
                "15:36: error: 8-army: parent: lies within itself; mend the parents",
            ],
        ),
        (
            small(
                (AS_OF, AS_OF + "\n    supersedes: nine\n    status: superseded"),
                (PART_OF, "supersedes: hur-russia-2024"),
            ),
            [
                '25:17: error: hur-russia-2024: supersedes: unknown figure "nine"; '
                "if it was deleted, put it back with status: mistaken"
            ],
        ),
        (
            small(
                ("side: ukraine}", "side: ukraine, rests_on: nine}"),
                ("kind: ngo}", "kind: ngo, rests_on: hur}"),
            ),
            ['8:80: error: hur: rests_on: unknown claimant "nine"'],
        ),
        (
            small((AS_OF, AS_OF + "\n    during: 2024-04")),
            [
                "25:13: error: hur-russia-2024: during: give exactly one of during (a "
                "window) and as_of (a total to date)"
            ],
        ),
        (
            small(("    as_of: 2024-04-29\n", "")),
            [
                "18:5: error: hur-russia-2024: during: give exactly one of during (a window) "
                "and as_of (a total to date)"
            ],
        ),
        (
            second((DURING, DURING + "    since: 2024-01\n")),
            [
                "35:12: error: hur-8-army-2024: since: belongs to as_of; a window has its "
                "start in during"
            ],
        ),
        (
            small((AS_OF, AS_OF + "\n    since: 2024-04-30")),
            ["25:12: error: hur-russia-2024: since: 2024-04-30 is later than as_of 2024-04-29"],
        ),
        (
            small((AS_OF, AS_OF + "\n    per: day")),
            [
                "25:10: error: hur-russia-2024: per: a rate needs during: the window over "
                "which it holds"
            ],
        ),
        (
            second(("measure: left_unit", "measure: absent")),
            [
                "31:14: error: hur-8-army-2024: measure: absent is a level on a date; give "
                "as_of alone"
            ],
        ),
        (
            small((MEASURE, "    measure: absent"), (AS_OF, AS_OF + "\n    since: 2024-01")),
            [
                "20:14: error: hur-russia-2024: measure: absent is a level on a date; give "
                "as_of alone"
            ],
        ),
        (
            gap(("from: 2024-05", "from: 2024-05, to: 2024-04")),
            ["40:74: error: gap 1: to: the gap ends before it starts"],
        ),
        (
            small((MEASURE, "    measure: verdicts")),
            ["18:5: error: hur-russia-2024: offence: is required: verdicts is a legal measure"],
        ),
        (
            small((MEASURE, MEASURE + "\n    offence: awol")),
            [
                "21:14: error: hur-russia-2024: offence: does not belong here: left_unit is "
                "not a legal measure"
            ],
        ),
        (
            gap(
                ("  - {claimant: hur, measure: left_unit", "  - {claimant: hur, measure: verdicts")
            ),
            ["40:5: error: gap 1: offence: is required: verdicts is a legal measure"],
        ),
        (
            gap(
                (
                    "  - {claimant: hur, measure: left_unit",
                    "  - {claimant: hur, measure: left_unit, offence: awol",
                )
            ),
            [
                "40:50: error: gap 1: offence: does not belong here: left_unit is not a "
                "legal measure"
            ],
        ),
        (
            small((MEASURE, "    measure: left_unti\n    offence: awol")),
            [
                '20:14: error: hur-russia-2024: measure: unknown measure "left_unti"; did '
                'you mean "left_unit"?'
            ],
        ),
        (
            second(("basis: intel", "bound: more_than\n    basis: intel")),
            [
                "35:12: error: hur-8-army-2024: bound: a range has both its ends; more_than "
                "does not go with it"
            ],
        ),
        (
            small(("count: 18000", "count: 0"), ("bound: more_than", "bound: almost")),
            ["23:12: error: hur-russia-2024: bound: no count is below 0"],
        ),
        (
            small(("count: 18000", "count: 0"), ("bound: more_than", "bound: less_than")),
            ["23:12: error: hur-russia-2024: bound: no count is below 0"],
        ),
        (
            small(("- {article: paper-b, via: [Agora]", "- {article: paper-a, via: [Agora]")),
            ['28:9: error: hur-russia-2024: citations: cites "paper-a" twice'],
        ),
        (
            small((PRINTED, "printed: {}")),
            [
                "28:51: error: hur-russia-2024: citations.printed: printed names what "
                "differs; delete it where nothing does"
            ],
        ),
        (
            small((PRINTED, "printed: {category: none, since: none, per: none, offence: none}")),
            [
                "28:62: error: hur-russia-2024: citations.printed.category: the claim has no "
                "category that the article could leave out",
                "28:75: error: hur-russia-2024: citations.printed.since: the claim has no "
                "since that the article could leave out",
                "28:86: error: hur-russia-2024: citations.printed.per: the claim has no per "
                "that the article could leave out",
                "28:101: error: hur-russia-2024: citations.printed.offence: the claim has no "
                "offence that the article could leave out",
            ],
        ),
        (
            second(
                (
                    "{article: paper-a}",
                    "{article: paper-a, printed: {during: 2024-03, as_of: 2024-03-31}}",
                )
            ),
            [
                "38:46: error: hur-8-army-2024: citations.printed.during: an article prints "
                "a window or a total to date, not both"
            ],
        ),
        (
            small((PRINTED, "printed: {since: 2024-04-30}")),
            [
                "28:59: error: hur-russia-2024: citations.printed.since: 2024-04-30 is later "
                "than as_of 2024-04-29"
            ],
        ),
        (
            small((PRINTED, "printed: {since: 2024-06, as_of: 2024-05}")),
            [
                "28:59: error: hur-russia-2024: citations.printed.since: 2024-06 is later "
                "than as_of 2024-05"
            ],
        ),
        (
            second(
                (
                    CITATIONS,
                    "    asserts: [{of: hur-russia-2024, article: paper-a}]\n    citations:",
                )
            ),
            ["37:15: error: hur-8-army-2024: asserts: give one of times and percent"],
        ),
        (
            second(
                (
                    CITATIONS,
                    "    asserts: [{times: 2, percent: 5, of: hur-russia-2024, article: paper-a}]\n"
                    "    citations:",
                )
            ),
            ["37:15: error: hur-8-army-2024: asserts: give one of times and percent"],
        ),
        (
            second(
                (
                    CITATIONS,
                    "    asserts: [{times: 2, of: hur-8-army-2024, article: paper-a}]\n"
                    + CITATIONS,
                )
            ),
            ["37:30: error: hur-8-army-2024: asserts.of: compares the figure with itself"],
        ),
        (
            second((PART_OF, "supersedes: hur-russia-2024")),
            [
                "36:17: error: hur-8-army-2024: supersedes: hur-russia-2024 must then have "
                "status: superseded"
            ],
        ),
        (
            second((PART_OF, "supersedes: hur-8-army-2024")),
            ["36:17: error: hur-8-army-2024: supersedes: corrects itself"],
        ),
        (
            second((PART_OF, "part_of: hur-8-army-2024")),
            ["36:14: error: hur-8-army-2024: part_of: is a part of itself"],
        ),
        (
            second(("claimant: hur", "claimant: agora"), (PART_OF, "supersedes: hur-russia-2024")),
            [
                "36:17: error: hur-8-army-2024: supersedes: corrects a figure of another "
                "claimant, hur",
                "36:17: error: hur-8-army-2024: supersedes: hur-russia-2024 must then have "
                "status: superseded",
            ],
        ),
        (
            small(("kind: ngo}", "kind: ngo, rests_on: agora}")),
            ["9:45: error: agora: rests_on: rests on itself; name the claimant that counted"],
        ),
        (
            small(
                ("side: ukraine}", "side: ukraine, rests_on: agora}"),
                ("kind: ngo}", "kind: ngo, rests_on: hur}"),
            ),
            [
                "8:80: error: hur: rests_on: rests on itself; name the claimant that counted",
                "9:45: error: agora: rests_on: rests on itself; name the claimant that counted",
            ],
        ),
        (
            small((AS_OF, AS_OF + "\n    inferred: [place]")),
            ["25:16: error: hur-russia-2024: inferred: this figure does not give place"],
        ),
        (
            small((AS_OF, AS_OF + "\n    inferred: [note]")),
            ['25:16: error: hur-russia-2024: inferred: unknown field "note"'],
        ),
        (
            small((AS_OF, AS_OF + "\n    inferred: [count, cuont]")),
            [
                '25:23: error: hur-russia-2024: inferred: unknown field "cuont"; did you '
                'mean "count"?'
            ],
        ),
        (
            small((AS_OF, AS_OF + "\n    inferred: [сount]")),
            [
                '25:16: error: hur-russia-2024: inferred: unknown field "сount"; its '
                'character 1 is U+0441, cyrillic small letter es; did you mean "count"?'
            ],
        ),
        (
            small((AS_OF, AS_OF + "\n    status: mistaken")),
            ["25:13: error: hur-russia-2024: status: needs a note that says what was mistaken"],
        ),
        (
            small((AS_OF, AS_OF + "\n    accepts: [alik]\n    note: x")),
            ['25:15: error: hur-russia-2024: accepts: unknown rule "alik"; did you mean "alike"?'],
        ),
        (
            small((AS_OF, AS_OF + "\n    accepts: [alike, published-to-early]\n    note: x")),
            [
                '25:22: error: hur-russia-2024: accepts: unknown rule "published-to-early"; '
                'did you mean "published-too-early"?'
            ],
        ),
        (
            small((AS_OF, AS_OF + "\n    accepts: [аlike]\n    note: x")),
            [
                '25:15: error: hur-russia-2024: accepts: unknown rule "аlike"; its character '
                '1 is U+0430, cyrillic small letter a; did you mean "alike"?'
            ],
        ),
        (
            small((AS_OF, AS_OF + "\n    accepts: [alike]")),
            [
                "25:14: error: hur-russia-2024: accepts: needs a note that says why the "
                "warning is accepted"
            ],
        ),
    ],
)
def test_what_contradicts_itself_is_an_error_at_its_place(text: str, problems: list[str]):
    assert said(text) == problems


@pytest.mark.parametrize(
    "text",
    [
        gap(("from: 2024-05", "from: 2024-05-05, to: 2024-05-05")),
        second(("{article: paper-a}", "{article: paper-a, printed: {during: 2024-03}}")),
        small((AS_OF, AS_OF + "\n    since: 2024-04-29")),
        small((AS_OF, AS_OF + "\n    since: 2024-04")),
        small((MEASURE, "    measure: absent")),
        gap(("from: 2024-05", "from: 2024-05, to: 2024-05")),
        gap(("from: 2024-05", "from: 2024-05-02, to: 2024-05")),
        second(("basis: intel", "bound: about\n    basis: intel")),
        small(("count: 18000", "count: 0")),
        small(("count: 18000", "count: 1"), ("bound: more_than", "bound: less_than")),
        small((PRINTED, "printed: {since: 2024-04-29}")),
        small((PRINTED, "printed: {since: 2024-05, as_of: 2024-05}")),
        second(("{article: paper-a}", "{article: paper-a, printed: {since: 2024-06}}")),
        small(("side: ukraine}", "side: ukraine, rests_on: agora}")),
        small((AS_OF, AS_OF + "\n    inferred: [count]")),
        small((AS_OF, AS_OF + "\n    status: mistaken\n    note: Never said.")),
    ],
)
def test_what_only_comes_close_to_an_error_is_none(text: str):
    assert said(text) == []
