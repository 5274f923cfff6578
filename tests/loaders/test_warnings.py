"""What is odd about articles and figures: each rule on two inputs of its kind or more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loaders.load import read_ledger
from loaders.rules.articles import find_dates_to_come
from loaders.rules.warnings import find_counts_to_come
from tests.loaders.small import (
    SMALL,
    changed,
    ledger_of,
    problems_of,
    second,
    small,
    warnings_of,
)

URL = "15:77: warning: paper-a: url"
PRINTED = "printed: {count: 20000}"
SUPERSEDED = "    status: superseded\n"
FIRST = "    as_of: 2024-04-29\n"


def said(*changes: tuple[str, str]) -> list[str]:
    return [line.removeprefix("figures.yaml:") for line in problems_of(small(*changes))]


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        ("via: [Agora]", "via: [Paper]", ["9:10: warning: agora: is named by no record"]),
        (
            "  8-army:",
            "  9-army: {name: N, parent: 8-army}\n  8-army:",
            ["13:11: warning: 9-army: is named by no record, nor is any unit below it"],
        ),
        ("unit: 8-army", "unit: russia", [
            "13:11: warning: 8-army: is named by no record, nor is any unit below it"
        ]),
        ("/1}", "/1?utm_source=x&id=2}", [
            f"{URL}: utm_source in the address only tracks readers; delete it"
        ]),
        ("/1}", "/1?fbclid=x&yclid=2}", [
            f"{URL}: fbclid, yclid in the address only tracks readers; delete it"
        ]),
        ("/1}", "/1?id=2#utm_source=x}", [
            f"{URL}: utm_source in the address only tracks readers; delete it"
        ]),
        ("/1}", "/1?ysclid=x&at_medium=RSS&MSCLKID&id=2}", [
            f"{URL}: ysclid, at_medium, MSCLKID in the address only tracks readers; delete it"
        ]),
        ("/1}", "/1?id=2&reference=x#part-2}", []),
        ("/1}", "/1?at_medium=x&ysclid=2&id=3}", [
            f"{URL}: at_medium, ysclid in the address only tracks readers; delete it"
        ]),
        ("a.org", "x.appspot.com", [
            f"{URL}: x.appspot.com only mirrors other sites; give the address of the outlet itself"
        ]),
        ("a.org", "paper-uc.a.run.app", [
            f"{URL}: paper-uc.a.run.app only mirrors other sites; "
            "give the address of the outlet itself"
        ]),
        ("a.org", "185.58.65.36", [
            f"{URL}: 185.58.65.36 only mirrors other sites; give the address of the outlet itself"
        ]),
        ("a.org", "paper.azurewebsites.net", [
            f"{URL}: paper.azurewebsites.net only mirrors other sites; "
            "give the address of the outlet itself"
        ]),
        ("a.org", "myappspot.com", []),
        (PRINTED, "printed: {as_of: 2024-04-29}", [
            "28:59: warning: hur-russia-2024: citations.printed.as_of: "
            "is the same as the claim; printed names only what differs"
        ]),
        (PRINTED, "printed: {count: 18000}", [
            "28:59: warning: hur-russia-2024: citations.printed.count: "
            "is the same as the claim; printed names only what differs"
        ]),
        (PRINTED, "printed: {claimant: hur, count: 20000}", [
            "28:62: warning: hur-russia-2024: citations.printed.claimant: "
            "is the same as the claim; printed names only what differs"
        ]),
        (FIRST, FIRST + SUPERSEDED, [
            "25:13: warning: hur-russia-2024: status: "
            "is superseded, but no figure has supersedes: hur-russia-2024"
        ]),
        ("published: 2024-06-01", "published: 2024-04-28", [
            "28:9: warning: hur-russia-2024: citations: paper-b was published 2024-04-28, "
            "before the figure's 2024-04-29"
        ]),
    ],
)  # fmt: skip
def test_what_is_odd_is_a_warning(old, new, sentences):
    assert said((old, new)) == sentences


@pytest.mark.parametrize(
    ("published", "during", "is_early"),
    [
        ("2024-04-29", "2024-04", True),
        ("2024-04-30", "2024-04", False),
        ("2024-04", "2024-04", False),
        ("2024-11-05", "2024", True),
        ("2024-11", "2024", True),
        ("2024", "2024", False),
        ("2024-11-05", "2024-01/2024-10", False),
        ("2024-11-05", "2024-01/2024-11", True),
    ],
)
def test_a_window_is_over_on_its_last_day(published, during, is_early):
    text = second(("during: 2024-04", f"during: {during}")).replace("2024-05,", f"{published},")
    early = (
        f"figures.yaml:38:9: warning: hur-8-army-2024: citations: paper-a was published {published}"
        f", before the figure's {during.rpartition('/')[2]} was over"
    )
    lines = [line for line in problems_of(text) if "hur-8-army" in line]
    assert lines == ([early] if is_early else [])


def test_of_many_early_articles_the_earliest_is_told():
    changes = (FIRST, "    as_of: 2024-07-01\n"), ("2024-05,", "2024-06-30,")
    assert said(*changes) == [
        "28:9: warning: hur-russia-2024: citations: paper-b was published 2024-06-01, "
        "before the figure's 2024-07-01; 2 articles were"
    ]


@pytest.mark.parametrize(
    ("today", "sentences"),
    [
        (date(2024, 4, 30), ["2024-05 is still to come", "2024-06-01 is still to come"]),
        (date(2024, 5, 1), ["2024-06-01 is still to come"]),
        (date(2024, 6, 1), []),
    ],
)
def test_what_is_still_to_come_depends_on_the_day_the_file_is_read(today, sentences):
    ledger = replace(ledger_of(), today=today)
    assert [one.message for one in find_dates_to_come(ledger)] == sentences


def test_figures_that_correct_each_other_in_a_circle_are_refused():
    text = second(
        (
            "    part_of: hur-russia-2024",
            f"    supersedes: hur-russia-2024\n{SUPERSEDED}".rstrip("\n"),
        )
    )
    text = text.replace(FIRST, f"{FIRST}    supersedes: hur-8-army-2024\n{SUPERSEDED}")
    assert problems_of(text) == [
        "figures.yaml:25:17: error: hur-russia-2024: supersedes: "
        "corrects hur-8-army-2024, which corrects it in turn",
        "figures.yaml:38:17: error: hur-8-army-2024: supersedes: "
        "corrects hur-russia-2024, which corrects it in turn",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        ("as_of: 2024-04-29", "as_of: 2098", ["24:12: warning: hur-russia-2024: as_of: 2098"]),
        ("during: 2024-04", "during: 2024-04/2098-03", [
            "34:13: warning: hur-8-army-2024: during: 2098-03"
        ]),
        ("during: 2024-04\n    basis: intelligence", "during: 2098\n    basis: forecast", []),
    ],
)  # fmt: skip
def test_a_count_of_a_day_to_come_is_told_where_no_article_has_a_date(old, new, sentences):
    undated = (" published: 2024-05,", ""), (" published: 2024-06-01,", "")
    told = [line for line in said((old, new), *undated) if "date of publication" not in line]
    assert told == [f"{sentence} is still to come" for sentence in sentences]


def test_a_count_of_tomorrow_is_still_to_come_and_one_of_today_is_not():
    ledger = ledger_of((" published: 2024-05,", ""), (" published: 2024-06-01,", ""))
    told = [
        (one.rule, one.record, one.message)
        for today in (date(2024, 3, 31), date(2024, 4, 1))
        for one in find_counts_to_come(replace(ledger, today=today))
    ]
    assert told == [
        ("date-to-come", "hur-russia-2024", "2024-04-29 is still to come"),
        ("date-to-come", "hur-8-army-2024", "2024-04 is still to come"),
        ("date-to-come", "hur-russia-2024", "2024-04-29 is still to come"),
    ]


def test_a_count_to_come_in_an_article_with_a_date_is_told_once():
    assert said(("as_of: 2024-04-29", "as_of: 2098-01-01")) == [
        "27:9: warning: hur-russia-2024: citations: paper-a was published 2024-05, "
        "before the figure's 2098-01-01; 2 articles were"
    ]


def test_a_superseded_figure_that_has_its_successor_is_as_it_should_be():
    text = second(("    part_of: hur-russia-2024\n", "    supersedes: hur-russia-2024\n"))
    assert problems_of(text.replace(FIRST, FIRST + SUPERSEDED)) == []


def test_a_successor_that_is_a_mistake_supersedes_nothing():
    mistaken = "    supersedes: hur-russia-2024\n    status: mistaken\n    note: Never said.\n"
    text = second(("    part_of: hur-russia-2024\n", mistaken))
    assert problems_of(text.replace(FIRST, FIRST + SUPERSEDED)) == [
        "figures.yaml:25:13: warning: hur-russia-2024: status: "
        "is superseded, but no figure has supersedes: hur-russia-2024"
    ]


def test_a_figure_that_one_other_names_may_have_been_deleted():
    text = second(("part_of: hur-russia-2024", "part_of: court-2019"))
    assert problems_of(text) == [
        'figures.yaml:36:14: error: hur-8-army-2024: part_of: unknown figure "court-2019"; '
        "if it was deleted, put it back with status: mistaken"
    ]


def test_a_deleted_figure_is_told_with_who_names_it():
    third = SMALL[SMALL.index("  - id: hur-8") :].replace("hur-8-army-2024", "hur-8-army-2025")
    text = (SMALL + third).replace("  - id: hur-russia-2024", "  - id: hur-russia-2023")
    assert problems_of(text)[0] == (
        'figures.yaml:36:14: error: hur-8-army-2024: part_of: unknown figure "hur-russia-2024", '
        "named by hur-8-army-2025 (line 46) too; if it was deleted, put it back with "
        "status: mistaken"
    )


THIRD = SMALL[SMALL.index("  - id: hur-8") :].replace("hur-8-army-2024", "third")


@pytest.mark.parametrize(
    ("changes", "is_alike"),
    [
        ([], True),
        ([("    unit: 8-army", "    unit: russia")], False),
        ([("    claimant: hur", "    claimant: agora")], False),
        ([("count: {low: 60, high: 90}", "count: {low: 60, high: 91}")], False),
        ([("count: {low: 60, high: 90}", "count: {low: 61, high: 90}")], False),
        ([("    measure: left_unit", "    measure: verdicts\n    offence: awol")], False),
        ([("    during: 2024-04", "    during: 2024-04-01/2024-04-30")], True),
        ([("    during: 2024-04", "    during: 2024-04-02/2024-04-30")], False),
        ([("    during: 2024-04", "    during: 2024-04\n    category: medics")], False),
        ([("    during: 2024-04", "    during: 2024-04\n    place: Kursk")], False),
        ([("    during: 2024-04", "    during: 2024-04\n    per: day")], False),
        ([("    during: 2024-04", "    since: 2024-04-01\n    as_of: 2024-04-30")], True),
        ([("    during: 2024-04", "    as_of: 2024-04-30")], False),
        (
            [
                (
                    "    during: 2024-04",
                    "    during: 2024-04\n    status: mistaken\n    note: Never said.",
                )
            ],
            False,
        ),
    ],
)
def test_two_figures_are_alike_where_all_that_they_claim_is(
    changes: list[tuple[str, str]], is_alike: bool
):
    alike = "alike: 39:5: warning: third: says the same as hur-8-army-2024, line 29"
    said = [f"{alike} (hur-8-army-2024, third)"]
    assert warnings_of(SMALL + changed(THIRD, *changes)) == (said if is_alike else [])


LEGAL = ("  awol:", "  fleeing: {label: Desertion, definition: Art. 338.}\n  awol:")
AWOL = "    measure: verdicts\n    offence: awol\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (AWOL, "    measure: verdicts\n    offence: fleeing\n"),
        ("    measure: left_unit\n", "    measure: absent\n"),
        (FIRST, "    as_of: 2024-04\n"),
        ("    as_of: 2024-04-01\n", "    as_of: 2024-04\n"),
        ("    as_of: 2024-04-30\n", "    as_of: 2024-04\n"),
    ],
)
def test_two_totals_differ_in_what_and_up_to_when_they_count(one: str, other: str):
    line = "    measure: left_unit\n" if "measure" in one else "    during: 2024-04\n"
    total = ("    during: 2024-04\n", "    as_of: 2024-04-29\n")
    entries = [changed(THIRD, (line, text)) for text in (one, other)]
    if line not in total:
        entries = [changed(entry, total) for entry in entries]
    first, again = entries[0], entries[1].replace("third", "fourth")
    assert warnings_of(small(LEGAL) + first + again) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            second(("unit: 8-army", "unit: ukraine")),
            [
                "unit-not-used: 13:11: warning: 8-army: is named by no record, nor is any "
                "unit below it",
                "part-elsewhere: 32:11: warning: hur-8-army-2024: unit: ukraine is not "
                "within russia, the unit of hur-russia-2024",
            ],
        ),
        (
            small(("2024-05, language", "2024-04-27, language"), ("2024-06-01", "2024-04-28")),
            [
                "published-too-early: 27:9: warning: hur-russia-2024: citations: paper-a was "
                "published 2024-04-27, before the figure's 2024-04-29; 2 articles were",
                "published-too-early: 38:9: warning: hur-8-army-2024: citations: paper-a was "
                "published 2024-04-27, before the figure's 2024-04 was over",
            ],
        ),
        (
            small(("2024-05, language", "2024-04-28, language"), ("2024-06-01", "2024-04-28")),
            [
                "published-too-early: 27:9: warning: hur-russia-2024: citations: paper-a was "
                "published 2024-04-28, before the figure's 2024-04-29; 2 articles were",
                "published-too-early: 38:9: warning: hur-8-army-2024: citations: paper-a was "
                "published 2024-04-28, before the figure's 2024-04 was over",
            ],
        ),
        (
            second(("during: 2024-04", "during: 2098"), ("basis: intelligence", "basis: forecast")),
            [],
        ),
        (
            second(
                (
                    "{article: paper-a}",
                    "{article: paper-a, printed: {during: 2024-04-01/2024-04-30}}",
                )
            ),
            [
                "printed-same: 38:46: warning: hur-8-army-2024: citations.printed.during: is "
                "the same as the claim; printed names only what differs"
            ],
        ),
        (
            small(
                ("printed: {count: 20000}", "printed: {unit: russia, count: 18000, claimant: hur}")
            ),
            [
                "printed-same: 28:58: warning: hur-russia-2024: citations.printed.unit: is "
                "the same as the claim; printed names only what differs",
                "printed-same: 28:73: warning: hur-russia-2024: citations.printed.count: is "
                "the same as the claim; printed names only what differs",
                "printed-same: 28:90: warning: hur-russia-2024: citations.printed.claimant: "
                "is the same as the claim; printed names only what differs",
            ],
        ),
        (
            small(("as_of: 2024-04-29", "as_of: 2024-04-29\n    status: superseded")),
            [
                "superseded-by-none: 25:13: warning: hur-russia-2024: status: is superseded, "
                "but no figure has supersedes: hur-russia-2024"
            ],
        ),
    ],
)
def test_a_warning_has_its_rule_its_place_and_its_figure(text: str, said: list[str]):
    assert warnings_of(text) == said


def test_a_warning_names_the_figure_it_stands_on_and_one_of_an_article_none():
    superseded = ledger_of((FIRST, FIRST + SUPERSEDED))
    untitled = ledger_of(("title: A, ", ""))
    text = SMALL.replace("paper-b", "hur-russia-2024").replace("title: B, ", "")
    namesake = read_ledger(text.encode())
    found = [one.figures for ledger in (superseded, untitled, namesake) for one in ledger.warnings]
    assert found == [("hur-russia-2024",), (), ()]
