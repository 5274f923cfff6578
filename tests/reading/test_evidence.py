"""What speaks for a claim in the words around a number, and what against it, with its weight."""

from __future__ import annotations

import pytest

from reading.evidence import weigh
from tests.analysis.ledgers import ledger_of
from tests.reading.around import surroundings_of

NO_BOUND = "+1 bound: no bound, as claimed"


def evidence_of(claim: str, words: str, relation: str = "equal") -> list[str]:
    """`+18 claimant: the sentence names Mediazona`, of a claim of 500 in January 2024."""
    usual = {"count": "500", "during": "2024-01"}
    if "as_of" in claim:
        del usual["during"]
    fields = [f"{name}: {value}" for name, value in usual.items() if name not in claim]
    ledger = ledger_of(", ".join(["a", *fields, *([claim] if claim else [])]))
    all_around = surroundings_of(ledger, words)
    around = next(one for one in all_around if 500 in (one.number.low, one.number.high))
    found = weigh(ledger, around, ledger.figures["a"], relation)
    return [f"{one.weight:+} {one.kind}: {one.words}" for one in found]


@pytest.mark.parametrize(
    ("relation", "weight", "words"),
    [
        ("equal", 40, "the number is the one claimed"),
        ("printed", 34, "the number was printed for this claim"),
        ("rounded", 26, "the number is the one claimed, rounded"),
        ("ten times", 14, "the number differs by a factor of ten"),
        ("transposed", 14, "the number has two digits exchanged"),
    ],
)
def test_the_number_comes_first(relation: str, weight: int, words: str):
    number = f"+{weight} number: {words}"
    assert evidence_of("", "500", relation) == [number, NO_BOUND]


@pytest.mark.parametrize(
    ("claim", "words", "evidence"),
    [
        ("", "500 soldiers deserted", ["+20 measure: the text counts: left their unit"]),
        ("", "500 people", []),
        ("", "500 verdicts", ["-12 measure: the text counts something else than: left their unit"]),
        (
            "measure: verdicts, offence: awol",
            "500 verdicts for absence without leave",
            [
                "+20 measure: the text counts: verdicts",
                "+10 offence: offence named: absence without leave",
            ],
        ),
        (
            "measure: verdicts, offence: awol",
            "500 verdicts for desertion",
            [
                "+20 measure: the text counts: verdicts",
                "-8 offence: another offence than: absence without leave",
            ],
        ),
        (
            "measure: verdicts, offence: awol",
            "500 verdicts",
            ["+20 measure: the text counts: verdicts"],
        ),
        (
            "measure: cases_opened, offence: awol",
            "500 cases",
            ["+10 measure: the text counts: cases opened"],
        ),
        ("", "Soldiers deserted. 500 of them", []),
        ("", "40 soldiers deserted. Then 500", ["+14 measure: the text counts: left their unit"]),
        (
            "",
            "40 verdicts. Then 500",
            ["-4 measure: the text counts something else than: left their unit"],
        ),
        ("", "500 fled, for desertion", ["+20 measure: the text counts: left their unit"]),
        ("", "Many verdicts were handed down. 500 of them", []),
        ("measure: verdicts, offence: awol", "Many verdicts were handed down. 500 of them", []),
        ("", "500, Mediazona says", ["+18 claimant: the sentence names Mediazona"]),
        ("", "Mediazona says so. It is 500", ["+12 claimant: named just before: Mediazona"]),
        (
            "",
            "Mediazona says so. So it is. It is so. It is 500",
            ["+12 claimant: named just before: Mediazona"],
        ),
        (
            "",
            "Mediazona says so. So it is. It is so. So it is. It is 500",
            ["+6 claimant: the text names Mediazona"],
        ),
        ("", "Mediazona says so. HUR says 500", ["+3 claimant: the text names Mediazona"]),
        (
            "",
            "Mediazona says so. So it is. It is so. It is. HUR says 500",
            ["+3 claimant: the text names Mediazona"],
        ),
        ("", "HUR says 500", ["-8 claimant: the sentence names another claimant than Mediazona"]),
        ("", "HUR says it. It is 500", []),
        ("", "It is 500. Mediazona says so", ["+6 claimant: the text names Mediazona"]),
        (
            "unit: army-8",
            "500 in the 8th Army",
            [
                "+18 unit: the sentence names 8th Army",
                "+6 force: the sentence speaks of Russian forces",
            ],
        ),
        ("unit: army-8", "The 8th Army fled. It is 500", ["+10 unit: named just before: 8th Army"]),
        (
            "unit: army-8",
            "The 8th Army fled. It is 500 in the 58th Army",
            ["+3 unit: the text names 8th Army", "+6 force: the sentence speaks of Russian forces"],
        ),
        ("unit: army-8", "It is 500. So the 8th Army fled", ["+3 unit: the text names 8th Army"]),
        ("unit: army-8", "It is 500", ["-8 unit: not named: 8th Army"]),
        (
            "unit: army-8",
            "It is 500 in the Russian army",
            ["-8 unit: not named: 8th Army", "+6 force: the sentence speaks of Russian forces"],
        ),
        (
            "unit: army-8",
            "It is 500 in the Ukrainian army",
            [
                "-8 unit: not named: 8th Army",
                "-20 force: the sentence does not speak of Russian forces",
            ],
        ),
        (
            "",
            "It is 500 in the 8th Army",
            [
                "-7 unit: the sentence names a unit, the claim is of the whole force",
                "+6 force: the sentence speaks of Russian forces",
            ],
        ),
        ("", "It is 500 in the Russian army", ["+6 force: the sentence speaks of Russian forces"]),
        (
            "",
            "It is 500 in the Ukrainian army",
            ["-20 force: the sentence does not speak of Russian forces"],
        ),
        ("", "It is 500 in the Russian and the Ukrainian army", []),
        ("", "It is 500, and 40 in Russia", ["+6 force: the sentence speaks of Russian forces"]),
        ("", "It is 500. Russia says so", ["+3 force: the text speaks of Russian forces"]),
        ("", "It is 500. Ukraine says so", []),
        (
            "",
            "Russia counts 500 and 40 in Ukraine",
            ["+6 force: the sentence speaks of Russian forces"],
        ),
        (
            "unit: ukraine",
            "It is 500 in the 8th Army",
            [
                "-7 unit: the sentence names a unit, the claim is of the whole force",
                "-20 force: the sentence does not speak of Ukrainian forces",
            ],
        ),
        ("place: Kursk", "500 in Kursk", ["+14 place: the sentence names Kursk"]),
        ("place: Kursk", "So it is in Kursk. It is 500", ["+4 place: named just before: Kursk"]),
        ("place: Kursk", "500. So it is in Kursk", ["+4 place: the text names Kursk"]),
        ("place: Kursk", "500", ["-6 place: not named: Kursk"]),
        ("category: mobilised", "500 mobilised", ["+7 category: the sentence names: mobilised"]),
        ("category: mobilised", "500. They are mobilised", []),
        ("category: mobilised", "500", ["-3 category: not named: mobilised"]),
        ("category: medics", "500 medics", ["+7 category: the sentence names: medics"]),
        ("", "500 in January 2024", ["+15 time: at the same time: 2024-01"]),
        ("", "500 in January", ["+11 time: at the same time: 2024-01"]),
        ("", "500 in 2024", ["+4 time: at a time that holds it or meets it"]),
        ("", "500 in March 2024", ["-10 time: at another time"]),
        ("", "500 in March 2024. It is January 2024", ["-4 time: at another time"]),
        ("", "500. It is January 2024", ["+5 time: the text names the time: 2024-01"]),
        (
            "",
            "500 in March 2024. It was counted by 31 January 2024",
            ["-4 time: at another time"],
        ),
        (
            "",
            "500. It was counted by 31 January 2024",
            ["+5 time: the text names the time: 2024-01"],
        ),
        ("", "500. It is 2024", []),
        ("", "500. It is March 2024", []),
        ("as_of: 2024-01-31", "500 by 31 January 2024", ["+15 time: at the same time: 2024-01-31"]),
        (
            "as_of: 2024-01-31",
            "500. By 31 January 2024",
            ["+5 time: the text names the time: 2024-01-31"],
        ),
        ("per: day", "500 a day", ["+8 rate: a rate: per day"]),
        ("per: day", "500 a week", ["-9 rate: not the same rate"]),
        ("per: working_day", "500 a working day", ["+8 rate: a rate: per working day"]),
        ("per: day", "500", ["-9 rate: not the same rate"]),
        ("", "500 a day", ["-9 rate: not the same rate"]),
        ("count: {low: 400, high: 500}", "400 to 500", []),
        ("count: {low: 400, high: 500}", "500", ["-4 range: not the same range"]),
        ("", "400 to 500", ["-4 range: not the same range"]),
        ("status: withdrawn", "500", ["-3 status: marked withdrawn"]),
    ],
)
def test_the_words_around_a_number_speak_for_a_claim_or_against_it(
    claim: str, words: str, evidence: list[str]
):
    found = evidence_of(claim, words)[1:]
    assert [one for one in found if one != NO_BOUND] == evidence


@pytest.mark.parametrize(
    ("claim", "words", "evidence"),
    [
        ("bound: about", "about 500", ["+3 bound: the same bound: about"]),
        ("bound: more_than", "more than 500", ["+3 bound: the same bound: more than"]),
        ("bound: about", "500", []),
        ("", "about 500", []),
    ],
)
def test_a_bound_speaks_for_a_claim_that_has_it(claim: str, words: str, evidence: list[str]):
    assert evidence_of(claim, words)[1:] == evidence
