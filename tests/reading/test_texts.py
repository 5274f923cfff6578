"""Texts of our own in three languages: what is read of every number in them."""

from __future__ import annotations

import pytest

from reading.article import Finding, read_article
from tests.analysis.ledgers import REAL
from tests.reading.texts import ALL

RESULTS = {"consistent": "bears out", "inconsistent": "does not", "cannot be tested": "untested"}


def describe(finding: Finding) -> str:
    if finding.calculation:
        return RESULTS[finding.calculation.verdict]
    if finding.verdict == "not in the data":
        return "new"
    return "|".join(claim.figure.id + "*" * claim.changed for claim in finding.claims)


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text[:60] for text, _ in ALL])
def test_every_number_of_a_text_is_what_it_is(text, expected):
    found = read_article(REAL, text).findings
    assert {one.text: describe(one) for one in found if one.verdict != "another thing"} == expected


def test_there_are_texts_enough():
    assert len(ALL) >= 60


def test_a_unit_that_is_named_behind_another_number_is_not_this_numbers():
    text = (
        "Media write that 684 soldiers were convicted of absence without leave in March 2024, and "
        "more than 18,000 troops of the Southern Military District deserted."
    )
    first = read_article(REAL, text).findings[0].claims[0]
    assert (first.figure.id, first.printed) == ("mediazona-awol-verdicts-2024-03", {})
