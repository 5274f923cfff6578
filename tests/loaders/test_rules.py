from __future__ import annotations

import pytest

from loaders.load import read_ledger
from loaders.rules.every_rule import CHECKS
from tests.loaders.small import SMALL, ledger_of, problems_of, second, small

AS_OF = "    as_of: 2024-04-29\n"
GAP = "gaps:\n  - {claimant: hur, measure: left_unit, unit: russia, from: 2024, reason: stopped}\n"
COUNT = "count: {low: 60, high: 90}"


@pytest.mark.parametrize(
    "text",
    [
        small(("published: 2024-05,", "published: 2024-04,")),
        small((AS_OF, "    as_of: 2024-06\n"), ("basis: intelligence", "basis: forecast")),
        small(("parent: russia", "parent: ukraine"), ("    unit: russia", "    unit: ukraine")),
        second(("part_of: hur-russia-2024", "per: day")),
        small(("    measure: left_unit", "    measure: verdicts\n    offence: awol")),
        small(("    measure: left_unit", "    measure: absent")),
        SMALL + GAP,
        SMALL + "events:\n  - {date: 2024-01/2024-02, label: x, article: paper-a}\n",
    ],
)
def test_what_is_possible_and_not_odd_passes(text):
    assert problems_of(text) == []


def test_an_accepted_warning_is_marked_and_stays():
    text = small(
        (AS_OF, "    as_of: 2024-06\n    note: preprint\n    accepts: [published-too-early]\n")
    )
    assert problems_of(text) == [
        "figures.yaml:29:9: accepted: hur-russia-2024: citations: paper-a was published 2024-05, "
        "before the figure's 2024-06"
    ]


def test_a_figure_with_no_window_at_all_does_not_stop_the_other_checks():
    text = small((AS_OF, ""), ("parent: russia", "parent: rusia"))
    assert [line.split(": ")[0] for line in problems_of(text)] == [
        "figures.yaml:13:36",
        "figures.yaml:18:5",
    ]


def test_a_record_that_cannot_be_read_still_counts_as_known():
    text = small(("name: Defence Intelligence, kind", "name: Defence Intelligence, knd"))
    assert [line.split(": ", 1)[0] for line in problems_of(text)] == [
        "figures.yaml:8:8",
        "figures.yaml:8:37",
    ]


def test_a_figure_under_a_repeated_id_has_its_other_faults_told_too():
    text = second(("id: hur-8-army-2024", "id: hur-russia-2024"), (COUNT, "count: x"))
    assert [line.split(": ")[0] for line in problems_of(text)] == [
        "figures.yaml:29:9",
        "figures.yaml:33:12",
    ]


def test_wholes_that_contain_each_other_are_both_named():
    text = small((AS_OF, AS_OF + "    part_of: hur-8-army-2024\n"))
    assert [line for line in problems_of(text) if "is a part of itself" in line] == [
        "figures.yaml:25:14: error: hur-russia-2024: part_of: is a part of itself",
        "figures.yaml:37:14: error: hur-8-army-2024: part_of: is a part of itself",
    ]


def test_a_renamed_section_is_answered_without_looking_for_thousands_of_names():
    figures = SMALL[SMALL.index("  - id: hur-8") :]
    many = "".join(
        figures.replace("hur-8-army-2024", f"f-{n}").replace("claimant: hur", f"claimant: hur-{n}")
        for n in range(60)
    )
    lines = [line for line in problems_of(SMALL + many) if "unknown claimant" in line]
    hints = [line.partition("; ")[2] for line in lines]
    assert hints == ['did you mean "hur"?'] * 50 + [""] * 10
    assert lines[-1].endswith('claimant: unknown claimant "hur-59"')


def test_every_rule_passes_the_small_file_alone():
    ledger = ledger_of()
    assert [list(rule(ledger)) for rule in CHECKS] == [[] for _ in CHECKS]


def test_the_version_follows_the_bytes():
    assert ledger_of().version != read_ledger((SMALL + "# x\n").encode()).version
    assert ledger_of().short_version == ledger_of().version[:7]
