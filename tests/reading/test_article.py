"""A reading as lines, what the text says of each number, and where each stands."""

from __future__ import annotations

import pytest

from commands.read import list_lines
from reading.article import Finding, read_article
from tests.analysis.ledgers import ledger_of

LEDGER = ledger_of(
    "a, count: 500, during: 2024-01",
    "b, claimant: hur, count: 500, during: 2024-02",
    "c, count: 250, during: 2023-01, citations: [{article: post, printed: {count: 240}}]",
    "d, claimant: agora, count: 510, during: 2024-01",
    "e, measure: verdicts, offence: awol, count: 45, during: 2024-01",
    "f, unit: army-8, count: 77, during: 2024-01",
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "In January 2024 as many as 500 soldiers deserted, Mediazona says; 9,000 were killed.",
            [
                "1 number: 1 known claim, 1 of them changed; 1 number of other things left aside",
                "",
                "as many as 500: a known claim, changed",
                "  In the text: In January 2024 as many as 500 soldiers deserted, "
                "Mediazona says; 9,000 were killed.",
                "  a: Mediazona reported 500 people (left their unit) for Russian forces "
                "in January 2024.",
                "    1 article, 1 origin: Mediazona",
                "    Because: the number is the one claimed; the text counts: left their "
                "unit; the sentence names Mediazona; at the same time: 2024-01",
                "    Changed: exact → up to",
                "    Who says otherwise: Agora: 510 people in January 2024; same time, "
                "1.02 times apart",
                "    Safest wording: 500 people (left their unit), Russian forces, in "
                "January 2024, according to Mediazona, as reported by Post (1 January "
                "2026); not independently verified.",
            ],
        ),
        (
            "500",
            [
                "1 number: 1 that can be any of 2 known claims",
                "",
                "500: 2 claims that it can be",
                "  In the text: 500",
                "  a: Mediazona reported 500 people (left their unit) for Russian forces "
                "in January 2024.",
                "    1 article, 1 origin: Mediazona",
                "    Because: the number is the one claimed; no bound, as claimed",
                "    Who says otherwise: Agora: 510 people in January 2024; same time, "
                "1.02 times apart",
                "    Safest wording: 500 people (left their unit), Russian forces, in "
                "January 2024, according to Mediazona, as reported by Post (1 January "
                "2026); not independently verified.",
                "  b: HUR reported 500 people (left their unit) for Russian forces in "
                "February 2024.",
                "    1 article, 1 origin: HUR",
                "    Because: the number is the one claimed; no bound, as claimed",
                "    Safest wording: 500 people (left their unit), Russian forces, in "
                "February 2024, according to HUR, as reported by Post (1 January 2026); "
                "not independently verified.",
            ],
        ),
        (
            "240 soldiers deserted in January 2023, Mediazona says, half of 480.",
            [
                "3 numbers: 1 known claim, 1 calculation that bears out, 1 not in the data",
                "",
                "240: a known claim",
                "  In the text: 240 soldiers deserted in January 2023, Mediazona says, "
                "half of 480.",
                "  c: Mediazona reported 250 people (left their unit) for Russian forces "
                "in January 2023.",
                "    1 article, 1 origin: Mediazona",
                "    Because: the number was printed for this claim; the text counts: left "
                "their unit; the sentence names Mediazona; at the same time: 2023-01; no "
                "bound, as claimed",
                "    Against it: not the same range",
                "    Changed: 250 → 240 (rounded)",
                "    Printed so before: post",
                "    Safest wording: 250 people (left their unit), Russian forces, in "
                "January 2023, according to Mediazona, as reported by Post (1 January "
                "2026); not independently verified.",
                "",
                "half: a calculation, consistent",
                "  In the text: 240 soldiers deserted in January 2023, Mediazona says, "
                "half of 480.",
                "  50 %: 240 / 480 = 50.00 %, it bears out",
                "",
                "480: not in the data",
                "  In the text: 240 soldiers deserted in January 2023, Mediazona says, "
                "half of 480.",
                "  Nearest: a: Mediazona reported 500 people (left their unit) for Russian "
                "forces in January 2024.",
                "  Nearest: b: HUR reported 500 people (left their unit) for Russian "
                "forces in February 2024.",
                "  Nearest: d: Agora reported 510 people (left their unit) for Russian "
                "forces in January 2024.",
            ],
        ),
        (
            "12 courts and 77 deserters of the 8th Army in January 2024; doubled from 2.",
            [
                "4 numbers: 1 known claim, 1 of them changed, 1 calculation that cannot be "
                "tested, 2 not in the data",
                "",
                "12: not in the data",
                "  In the text: 12 courts and 77 deserters of the 8th Army in January "
                "2024; doubled from 2.",
                "",
                "77: a known claim, changed",
                "  In the text: 12 courts and 77 deserters of the 8th Army in January "
                "2024; doubled from 2.",
                "  f: Mediazona reported 77 people (left their unit) for 8th Army in January 2024.",
                "    1 article, 1 origin: Mediazona",
                "    Because: the number is the one claimed; the sentence names 8th Army; "
                "the sentence speaks of Russian forces; at the same time: 2024-01; no "
                "bound, as claimed",
                "    Against it: the text counts something else than: left their unit",
                "    Changed: left their unit printed as: verdicts",
                "    Safest wording: 77 people (left their unit), 8th Army, in January "
                "2024, according to Mediazona, as reported by Post (1 January 2026); not "
                "independently verified.",
                "",
                "doubled: a calculation, cannot be tested",
                "  In the text: 12 courts and 77 deserters of the 8th Army in January "
                "2024; doubled from 2.",
                "  2 times: it cannot be tested, its two numbers are not clear",
                "",
                "2: not in the data",
                "  In the text: 12 courts and 77 deserters of the 8th Army in January "
                "2024; doubled from 2.",
            ],
        ),
    ],
)
def test_a_reading_is_told_line_by_line(text: str, lines: list[str]):
    assert list(list_lines(LEDGER, read_article(LEDGER, text))) == lines


def say(finding: Finding) -> str:
    """Where a number stands, what it is, and what the text says of it."""
    said = finding.said
    fields = (
        (said.claimant, said.measure, said.offence, said.unit, said.category, said.window)
        if said
        else ()
    )
    words = [str(one) for one in fields if one] + ["total"] * (said is not None and said.is_total)
    parts = [f"{finding.start} {finding.verdict}", finding.thing, *words]
    return ", ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "Mediazona says 7,777 Ukrainian soldiers of the 8th Army were convicted of "
            "desertion in March 2024, and 12 of the mobilised. It came.",
            [
                "15 not in the data, zona, verdicts, desertion, army-8, convict, 2024-03",
                "103 another thing, recruits",
            ],
        ),
        (
            "505 men deserted, HUR says, since March 2024. 6 came.",
            ["0 not in the data, hur, left_unit", "46 not in the data, hur, left_unit"],
        ),
        (
            "By January 2024, 333 cases in Russia.",
            ["17 not in the data, cases_opened, russia, 2024-01, total"],
        ),
        ("HUR says so. 333 fled in Russia.", ["13 not in the data, hur, left_unit, russia"]),
        (
            "333 soldiers deserted in Russia, and 12 came; Ukraine is near.",
            ["0 not in the data, left_unit, russia", "37 not in the data, left_unit, ukraine"],
        ),
        (
            "333 cases, HUR and Mediazona say, since 2023 and in March 2024.",
            ["0 not in the data, cases_opened, 2024-03"],
        ),
        (
            "333 cases of awol by 2024. 12 of them.",
            [
                "0 not in the data, cases_opened, awol, 2024, total",
                "27 not in the data, cases_opened, awol",
            ],
        ),
        (
            "It was so for 99 years. Nobody counts 33.",
            ["14 another thing, durations", "38 another thing, no word says what is counted"],
        ),
        ("333 verdicts for desertion. Russia", ["0 not in the data, verdicts, desertion, russia"]),
        ("333 soldiers deserted. It was in Ukraine.", ["0 not in the data, left_unit, ukraine"]),
        ("They said 33 in Russia, Ukraine.", ["10 not in the data"]),
        ("333 men came here, as they say to us.", ["0 not in the data"]),
        ("They doubled.", ["5 calculation"]),
        ("333 verdicts for refusal to obey.", ["0 not in the data, verdicts"]),
        ("333 men fled, for desertion.", ["0 not in the data, left_unit"]),
        (
            "333 soldiers deserted on 8 January 2024, the army says.",
            ["0 not in the data, left_unit, 2024-01-08"],
        ),
        ("333 fled in March, and in May 2024.", ["0 not in the data, left_unit, 2024-05"]),
        (
            "333 deserted, 12 came to Russia. Ukraine is near.",
            ["0 not in the data, left_unit, russia", "14 not in the data, left_unit, russia"],
        ),
    ],
)
def test_of_a_number_that_is_no_claim_the_text_says_what_it_decides(text: str, findings: list[str]):
    assert [say(one) for one in read_article(LEDGER, text).findings] == findings


@pytest.mark.parametrize(
    ("before", "number", "behind", "is_cut"),
    [
        (132, "88", 0, "no"),
        (132, "8888", 0, "no"),
        (133, "88", 0, "left"),
        (0, "88", 133, "right"),
        (70, "88", 70, "both"),
    ],
)
def test_of_a_long_sentence_what_is_around_the_number_is_quoted(
    before: int, number: str, behind: int, is_cut: str
):
    words = [*["so"] * before, number, *["it"] * behind]
    (found,) = read_article(LEDGER, f"It is so. {' '.join(words)}").findings
    near = words if is_cut == "no" else words[max(0, before - 25) : before + 25]
    left, right = "… " * (is_cut in ("left", "both")), " …" * (is_cut in ("right", "both"))
    assert found.sentence == f"{left}{' '.join(near)}{right}"


def test_a_number_is_changed_where_every_claim_that_it_can_be_is():
    ledger = ledger_of("a, count: 500, during: 2024-01", "b, count: 500, during: 2024-01/2024-07")
    known, new = read_article(ledger, "In 2024, 500 soldiers deserted, not 9,999.").findings
    assert [claim.changed for claim in known.claims] == [True, False]
    assert (known.changed, new.changed) == (False, False)


def test_a_less_likely_claim_is_told_beside_the_likeliest():
    text = "500 soldiers deserted in January 2024, Mediazona and HUR say."
    (found,) = read_article(LEDGER, text).findings
    assert [claim.figure.id for claim in found.claims] == ["a"]
    assert [figure.id for figure in found.others] == ["b"]


def test_a_measure_that_the_text_leaves_open_is_told_as_it_stands_there():
    (found,) = read_article(LEDGER, "500 cases in January 2024, Mediazona says.").findings
    (change,) = found.claims[0].changes
    assert change.fields == ("measure",)
    assert change.words == "left their unit printed as: cases opened"


def test_a_bare_number_is_every_claim_that_has_it():
    ledger = ledger_of(
        "a, count: 500, during: 2024-01", "b, count: 500, bound: about, during: 2023"
    )
    (found,) = read_article(ledger, "500").findings
    assert [(claim.figure.id, claim.changes) for claim in found.claims] == [("a", ()), ("b", ())]
