"""What a text made of a claim: what it changed, what it left out, and what `printed` would hold."""

from __future__ import annotations

import pytest

from reading.differences import find_differences
from reading.matching import Match
from tests.analysis.ledgers import ledger_of
from tests.reading.around import surroundings_of


def differences_of(claim: str, words: str) -> tuple[list[str], dict[str, str]]:
    """`bound: exact → more than`, of a claim of 500 in January 2024; and of `printed` the text."""
    usual = {"count": "500"} if "as_of" in claim else {"count": "500", "during": "2024-01"}
    fields = [f"{name}: {value}" for name, value in usual.items() if name not in claim]
    ledger = ledger_of(", ".join(["a", *fields, *([claim] if claim else [])]))
    match = Match(ledger.figures["a"], "equal", ())
    changes, printed = find_differences(ledger, surroundings_of(ledger, words)[-1], match)
    said = [f"{' '.join(one.fields)}: {one.words}" + "~" * one.rounded for one in changes]
    return said, {name: str(value) for name, value in printed.items()}


@pytest.mark.parametrize(
    ("claim", "words", "changes", "printed"),
    [
        (
            "",
            "500 soldiers deserted, Mediazona says",
            ["during: the time, in January 2024, left out"],
            {},
        ),
        (
            "as_of: 2024-01-31",
            "500 soldiers deserted",
            ["as_of: the time, up to 31 January 2024, left out"],
            {},
        ),
        ("", "510 soldiers deserted in January 2024", ["count: 500 → 510 (rounded)~"], {}),
        (
            "",
            "about 510 soldiers deserted in January 2024",
            ["count bound: 500 → about 510 (rounded)~"],
            {},
        ),
        (
            "",
            "500 to 600 soldiers deserted in January 2024",
            ["count: 500 → 500 to 600"],
            {"count": "Count(low=500, high=600)"},
        ),
        (
            "",
            "more than 500 soldiers deserted in January 2024",
            ["bound: exact → more than"],
            {"bound": "more_than"},
        ),
        ("bound: about", "500 soldiers deserted in January 2024", ["bound: “about” left out~"], {}),
        (
            "bound: more_than",
            "500 soldiers deserted in January 2024",
            ["bound: “more than” left out"],
            {},
        ),
        (
            "bound: more_than",
            "510 soldiers deserted in January 2024",
            ["count bound: more than 500 → 510"],
            {"count": "Count(low=510, high=510)", "bound": "exact"},
        ),
        (
            "bound: more_than",
            "up to 500 soldiers deserted in January 2024",
            ["bound: more than → up to"],
            {"bound": "up_to"},
        ),
        (
            "bound: almost",
            "500 soldiers deserted in January 2024",
            ["bound: “almost” left out~"],
            {},
        ),
        (
            "",
            "500 soldiers deserted a day in January 2024",
            ["per: a count → per day"],
            {"per": "day"},
        ),
        (
            "per: day",
            "500 soldiers deserted in January 2024",
            ["per: per day → a count"],
            {"per": "None"},
        ),
        (
            "per: day",
            "500 soldiers deserted a week in January 2024",
            ["per: per day → per week"],
            {"per": "week"},
        ),
        (
            "",
            "500 verdicts in January 2024",
            ["measure: left unit printed as: verdicts"],
            {"measure": "verdicts"},
        ),
        (
            "measure: verdicts, offence: awol",
            "500 verdicts for desertion in January 2024",
            ["offence: absence without leave printed as: desertion"],
            {"offence": "desertion"},
        ),
        (
            "measure: verdicts, offence: awol",
            "500 soldiers deserted, for desertion, in January 2024",
            ["measure: verdicts printed as: left their unit"],
            {"measure": "left_unit"},
        ),
        (
            "measure: cases_opened, offence: awol",
            "500 verdicts for desertion in January 2024",
            ["measure: cases opened printed as: verdicts"],
            {"measure": "verdicts"},
        ),
        (
            "",
            "500 soldiers deserted in January 2024, HUR says",
            ["claimant: said by Mediazona, printed as said by HUR"],
            {"claimant": "hur"},
        ),
        (
            "",
            "500 soldiers deserted from the 8th Army in January 2024",
            ["unit: Russian forces printed as: 8th Army"],
            {"unit": "army-8"},
        ),
        (
            "unit: army-8",
            "500 soldiers deserted from the 58th Army in January 2024",
            ["unit: 8th Army printed as: 58th Army"],
            {"unit": "army-58"},
        ),
        (
            "unit: army-8",
            "500 Russian soldiers deserted in January 2024",
            ["unit: 8th Army printed as: Russian forces"],
            {"unit": "russia"},
        ),
        (
            "unit: army-8",
            "500 Ukrainian soldiers deserted in January 2024",
            ["unit: 8th Army printed as: Ukrainian forces"],
            {"unit": "ukraine"},
        ),
        (
            "",
            "500 Ukrainian soldiers deserted in January 2024",
            ["unit: Russian forces printed as: Ukrainian forces"],
            {"unit": "ukraine"},
        ),
        (
            "category: mobilised",
            "500 soldiers deserted in January 2024",
            ["category: mobilised printed as: all categories"],
            {"category": "None"},
        ),
        (
            "place: Kursk",
            "500 soldiers deserted in January 2024",
            ["place: the place, Kursk, left out"],
            {},
        ),
        (
            "",
            "500 soldiers deserted in March 2024",
            ["during: in January 2024 → in March 2024"],
            {"during": "2024-03"},
        ),
        (
            "",
            "500 soldiers deserted in 2024",
            ["during: in January 2024 → in 2024"],
            {"during": "2024"},
        ),
        (
            "during: 2023-07/2024-06",
            "500 soldiers deserted in 2024",
            ["during: from July 2023 to June 2024 → in 2024"],
            {"during": "2024"},
        ),
        (
            "during: 2024-01/2024-06",
            "500 soldiers deserted in 2024",
            ["during: from January 2024 to June 2024 → in 2024"],
            {"during": "2024"},
        ),
        (
            "",
            "500 soldiers deserted since March 2024, it is said, in April 2024",
            ["during: in January 2024 → in April 2024"],
            {"during": "2024-04"},
        ),
        (
            "",
            "500 soldiers deserted by 1 March 2024",
            ["during: in January 2024 → on 1 March 2024"],
            {"during": "2024-03-01"},
        ),
        (
            "as_of: 2024-01-31",
            "500 soldiers deserted by 1 March 2024",
            ["as_of: up to 31 January 2024 → up to 1 March 2024"],
            {"as_of": "2024-03-01"},
        ),
        (
            "as_of: 2024-01-31",
            "500 soldiers deserted on 1 March 2024",
            ["as_of: up to 31 January 2024 → up to 1 March 2024"],
            {"as_of": "2024-03-01"},
        ),
        (
            "as_of: 2024-01-31",
            "500 soldiers deserted from 1 March to 5 March 2024",
            ["during: up to 31 January 2024 → from 1 March 2024 to 5 March 2024"],
            {"during": "2024-03-01/2024-03-05"},
        ),
        (
            "as_of: 2024-01-31",
            "500 soldiers deserted since 1 March 2023",
            ["since: up to 31 January 2024 → from 1 March 2023 up to 31 January 2024"],
            {"since": "2023-03-01"},
        ),
        (
            "as_of: 2024-01-31, since: 2023-04-01",
            "500 soldiers deserted since March 2023",
            [
                "since: from 1 April 2023 up to 31 January 2024 → from March 2023 up to "
                "31 January 2024"
            ],
            {"since": "2023-03"},
        ),
        (
            "as_of: 2024-01-31, since: 2023-02-28",
            "500 soldiers deserted since March 2023",
            [
                "since: from 28 February 2023 up to 31 January 2024 → from March 2023 up "
                "to 31 January 2024"
            ],
            {"since": "2023-03"},
        ),
    ],
)
def test_what_a_text_changed_is_named_with_what_a_citation_would_hold(
    claim: str, words: str, changes: list[str], printed: dict[str, str]
):
    """A `~` follows what is rounded, or less exact."""
    assert differences_of(claim, words) == (changes, printed)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("", "500 soldiers deserted in January 2024, Mediazona says"),
        ("", "500 soldiers deserted last month, Mediazona says"),
        ("", "500 soldiers deserted, Mediazona says. It was January 2024"),
        ("per: day", "500 soldiers deserted a day in January 2024"),
        ("", "Verdicts came. 500 in January 2024"),
        ("measure: verdicts, offence: awol", "500 verdicts for AWOL in January 2024"),
        ("measure: verdicts, offence: awol", "500 verdicts in January 2024"),
        ("", "500 soldiers deserted in January 2024, HUR says. Mediazona agrees"),
        ("", "500 soldiers deserted in January 2024, HUR and Agora say"),
        (
            "citations: [{article: post, via: [HUR]}]",
            "500 soldiers deserted in January 2024, HUR says",
        ),
        ("", "500 soldiers deserted from the 8th Army and the 58th Army in January 2024"),
        (
            "unit: army-8",
            "500 soldiers deserted from the 58th Army in January 2024. So it is in the 8th Army",
        ),
        ("unit: army-8", "500 soldiers deserted in January 2024"),
        ("unit: army-8", "500 soldiers of the 8th Army deserted in January 2024"),
        ("", "500 Russian soldiers deserted in January 2024"),
        ("", "500 Russian and Ukrainian soldiers deserted in January 2024"),
        ("category: mobilised", "500 mobilised soldiers deserted in January 2024"),
        ("place: Kursk", "500 soldiers deserted in January 2024. So it is in Kursk"),
        ("", "500 soldiers deserted in March 2024. It was January 2024"),
        ("", "500 soldiers deserted in March"),
        ("", "500 soldiers deserted in January"),
        ("during: 2024-01/2024-07", "500 soldiers deserted in 2024"),
        ("during: 2024-01-01/2024-07-01", "500 soldiers deserted in 2024"),
        ("", "500 soldiers deserted by 31 January 2024"),
        ("", "500 people in January 2024, Mediazona says"),
        ("", "40 verdicts came. Then 500 in January 2024"),
        ("", "40 cases came. Then 500 in January 2024"),
        (
            "measure: verdicts, offence: awol",
            "40 verdicts for desertion came. Then 500 in January 2024",
        ),
        ("", "500 soldiers deserted in March 2024 and in April 2024"),
        ("", "500 soldiers deserted since March 2024"),
        ("as_of: 2024-01-31, since: 2023-03", "500 soldiers deserted since March 2023"),
        ("as_of: 2024-01-31, since: 2023-03-31", "500 soldiers deserted since March 2023"),
        ("as_of: 2024-01-31, since: 2023-03-01", "500 soldiers deserted since March 2023"),
        ("as_of: 2024-01-31", "500 soldiers deserted in 2024"),
    ],
)
def test_what_a_text_does_not_decide_is_no_change(claim: str, words: str):
    assert differences_of(claim, words) == ([], {})
