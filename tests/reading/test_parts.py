"""The parts of reading: words, numbers, times, names, ratios; and what is refused."""

from __future__ import annotations

import pytest

from analysis.plain import to_plain
from commands.read import list_lines
from reading.article import MAX_TEXT, read_article
from reading.numbers import find_numbers
from reading.ratios import find_ratios
from reading.times import find_times
from reading.vocabulary import FAMILIES, HARD, OFFENCES, RULES, TAGS
from reading.words import cut
from tests.analysis.ledgers import REAL, ledger_of


def test_the_word_list_knows_every_measure_and_offence_of_the_file():
    said = set(RULES.values())
    assert said == set(REAL.measures)
    assert set(OFFENCES) == set(REAL.offences)
    assert set(" ".join(RULES).split()) <= set(TAGS)
    assert {measure for family in FAMILIES.values() for measure in family} <= said
    assert not {*TAGS} & {*HARD}


LEDGER = ledger_of(
    "a, count: 500, during: 2024-01",
    "b, claimant: hur, count: 500, during: 2024-02",
    "c, count: 250, during: 2023-01",
)


def test_claims_that_the_text_does_not_tell_apart_are_all_shown():
    (found,) = read_article(LEDGER, "In 2024, 500 soldiers deserted.").findings
    assert {claim.figure.id for claim in found.claims} == {"a", "b"}


def test_a_bare_number_is_looked_up():
    (found,) = read_article(LEDGER, "500").findings
    assert {claim.figure.id for claim in found.claims} == {"a", "b"}


def test_the_top_line_sums_up():
    text = (
        "As many as 500 soldiers deserted in January 2024, Mediazona said, double the 250 of "
        "January 2023. Another 77 men fled; 9,000 were killed."
    )
    reading = read_article(LEDGER, text)
    assert reading.words == (
        "4 numbers: 2 known claims, 1 of them changed, 1 calculation that bears out, "
        "1 not in the data; 1 number of other things left aside"
    )
    lines = list(list_lines(LEDGER, reading))
    assert lines[0] == reading.words
    assert "    Changed: exact → up to" in lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("500", "1 number: 1 that can be any of 2 known claims"),
        (
            "In January 2023, 250 soldiers deserted. In 2024, 500 soldiers deserted; in 2024, "
            "500 soldiers fled.",
            "3 numbers: 1 known claim, 2 that can be one of several known claims",
        ),
        (
            "700 deserters are double 350. 960 deserters are double 480. 710 are triple 410.",
            "9 numbers: 2 calculations that bear out, 1 calculation that does not bear out, "
            "6 not in the data",
        ),
    ],
)
def test_numbers_that_several_claims_can_be_are_told_apart_from_known_ones(text, words):
    assert read_article(LEDGER, text).words == words


def test_a_claim_that_fits_less_well_is_named_last():
    reading = read_article(LEDGER, "Mediazona counts them. In 2024, 500 soldiers deserted.")
    assert list(list_lines(LEDGER, reading))[-1] == (
        "  Could also be: b: HUR reported 500 people (left their unit) for Russian forces in "
        "February 2024."
    )


def test_a_text_without_numbers_says_so():
    assert read_article(LEDGER, "Nobody counted them.").words == "0 numbers"


def test_a_reading_is_plain_data():
    plain = to_plain(read_article(LEDGER, "500 soldiers deserted in January 2024, Mediazona said."))
    (finding,) = plain["findings"]
    assert plain["words"] == "1 number: 1 known claim"
    assert finding["claims"][0]["figure"] == "a"


def test_a_text_that_is_too_long_is_refused():
    assert read_article(LEDGER, "a" * MAX_TEXT).words == "0 numbers"
    with pytest.raises(ValueError) as refused:
        read_article(LEDGER, "a" * (MAX_TEXT + 1))
    assert str(refused.value) == (
        "expected a text of up to 50,000 characters, found 50,001; paste it in parts"
    )


def test_what_a_terminal_would_obey_is_not_repeated():
    (found,) = read_article(LEDGER, "\x1b[31m500 soldiers\u202e deserted.").findings
    assert found.sentence == "[31m500 soldiers deserted."


@pytest.mark.parametrize(
    "unit", ["1", " ", "(", "()[]{}", "1 ", "a'", "12. ", "111 ", "01-", "2024 ", "раз "]
)
def test_a_text_of_one_sign_is_read_to_its_end(unit):
    """Counted in tokens: an expression that backtracks would not come back."""
    text = cut(unit * (20_000 if len(unit) == 1 else 5_000))
    times = find_times(text)
    masked = {place for one in times for place in range(one.begin, one.end)}
    assert len(find_numbers(text, masked)) + len(find_ratios(text, masked)) <= len(text.tokens)
