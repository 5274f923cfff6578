"""Each warning of analysis: at which record and place, about which figures, in which words."""

from __future__ import annotations

import pytest

from analysis.checks import find_warnings
from tests.analysis.ledgers import ledger_of

PART = "unit: army-8, during: 2024, part_of: w, count: "
OTHER = "unit: army-58, during: 2024, part_of: w, count: "
TWO = "asserts: [{times: 2, of: b, article: post}, {times: 3, of: b, article: post}]"
BOTH = "[{article: times}, {article: post, printed: {count: 680}}]"
Told = tuple[str, str, str, tuple[str, ...], str]


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (
            ["w, during: 2024, count: 100", f"a, {PART}130"],
            (
                *("part-above-whole", "a", "30:143 count", ("w", "a")),
                "130 people is more than its whole, w (line 29), 100 people",
            ),
        ),
        (
            ["w, during: 2024, count: 100", f"a, {PART}60", f"b, {OTHER}50"],
            (
                *("parts-above-whole", "w", "29:131 count", ("w", "a", "b")),
                "its parts by unit come to 110 people, above the whole by 10: "
                "a (line 30), 60 people; b (line 31), 50 people",
            ),
        ),
        (
            ["a, as_of: 2024-01, count: 500", "b, as_of: 2024-02, count: 480"],
            (
                *("falling-total", "b", "30:133 count", ("a", "b")),
                "falls by at least 20 from a (line 29), 500 people",
            ),
        ),
        (
            [f"a, during: 2024, count: 200, {TWO}", "b, during: 2023, count: 100"],
            (
                *("assertion-fails", "a", "29:180 asserts", ("a", "b")),
                "200 / 100 = 2.00, stated 3: inconsistent; "
                "the other figure is b (line 30), 100 people",
            ),
        ),
        (
            [
                "a, as_of: 2022, since: 2022, count: 100",
                "t, as_of: 2023, since: 2022, count: 200",
                "b, during: 2023, count: 90",
            ],
            (
                *("total-disagrees", "t", "30:143 count", ("t", "a", "b")),
                "200 people from 2022 up to 2023, after 100 people up to 2022: grew by 100 people; "
                "the periods come to 90 people: disagrees by 10: "
                "a (line 29), 100 people, b (line 31), 90 people",
            ),
        ),
        (
            [
                "a, during: 2024-01, count: 100",
                "b, during: 2024-02, count: 10",
                "c, during: 2024-03, count: 110",
            ],
            (
                *("ten-times", "b", "30:134 count", ("b", "a", "c")),
                "10 people: perhaps a digit too few, beside "
                "a (line 29), 100 people, c (line 31), 110 people",
            ),
        ),
        (
            ["a, as_of: 2024-01, count: 500", "b, as_of: 2024-01, count: 480"],
            (
                *("totals-differ", "b", "30:133 count", ("a", "b")),
                "480 people, and for the same day a (line 29), 500 people",
            ),
        ),
        (
            [f"a, during: 2024, count: 684, citations: {BOTH}"],
            (
                *("printed-rounds", "a", "29:169 citations.printed.count", ("a",)),
                "684 → 680 (rounded); delete it if no reader is misled",
            ),
        ),
        (
            [
                "w, during: 2024, count: 100",
                f"a, {PART}130, accepts: [part-above-whole, ten-times], note: x",
            ],
            (
                *("accepts-nothing", "a", "30:176 accepts", ("a",)),
                "ten-times finds nothing here; delete it",
            ),
        ),
    ],
)
def test_a_warning_names_its_place_and_figures(figures: list[str], told: Told):
    found = [
        one
        for one in find_warnings(ledger_of(*figures))
        if not one.accepted and not one.rule.endswith(("-used", "-cited"))
    ]
    assert [
        (
            one.rule,
            one.record,
            f"{one.place.line}:{one.place.column} {one.field}",
            one.figures,
            one.message,
        )
        for one in found
    ] == [told]
