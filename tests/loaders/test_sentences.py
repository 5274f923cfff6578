from __future__ import annotations

import pytest

from loaders.load import read_ledger
from loaders.sentences import (
    counted,
    join_names,
    say,
    say_measure,
    say_number,
    say_quantity,
    say_when,
)
from loaders.values import Count
from loaders.words import Bound
from tests.loaders.small import ledger_of, small

AS_OF = "as_of: 2024-04-29"
OPEN = ", start of the count not stated."
TAIL = "(left their unit) for Russian forces"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (AS_OF, AS_OF, f"more than 18,000 people {TAIL} up to 29 April 2024{OPEN}"),
        (AS_OF, "as_of: 2024-04", f"more than 18,000 people {TAIL} up to April 2024{OPEN}"),
        (
            AS_OF,
            AS_OF + "\n    since: 2022-02-24",
            f"more than 18,000 people {TAIL} from 24 February 2022 up to 29 April 2024.",
        ),
        (AS_OF, "during: 2024-01", f"more than 18,000 people {TAIL} in January 2024."),
        (AS_OF, "during: 2024", f"more than 18,000 people {TAIL} in 2024."),
        (AS_OF, "during: 2024-01-05", f"more than 18,000 people {TAIL} on 5 January 2024."),
        (
            AS_OF,
            "during: 2023-11/2024-01-05",
            f"more than 18,000 people {TAIL} from November 2023 to 5 January 2024.",
        ),
        (
            AS_OF,
            "during: 2024-01\n    per: working_day",
            f"more than 18,000 people a working day {TAIL} in January 2024.",
        ),
        (
            AS_OF,
            "during: 2024\n    category: mobilised\n    place: Krasnodar",
            f"more than 18,000 people {TAIL}, mobilised, Krasnodar in 2024.",
        ),
        (
            "18000\n    bound: more_than\n    as_of: 2024-04-29",
            "1\n    during: 2024",
            f"1 person {TAIL} in 2024.",
        ),
        (
            "18000\n    bound: more_than\n    as_of: 2024-04-29",
            "{low: 60, high: 90}\n    during: 2024",
            f"60 to 90 people {TAIL} in 2024.",
        ),
        (
            "    measure: left_unit",
            "    measure: absent",
            "more than 18,000 people (absent) for Russian forces on 29 April 2024.",
        ),
        (
            "    measure: left_unit",
            "    measure: verdicts\n    offence: awol",
            "more than 18,000 verdicts (absence without leave) "
            f"for Russian forces up to 29 April 2024{OPEN}",
        ),
    ],
)
def test_a_claim_is_one_neutral_sentence(old, new, sentence):
    ledger = read_ledger(small((old, new)).encode())
    figure = ledger.figures["hur-russia-2024"]
    assert say(ledger, figure) == f"Defence Intelligence reported {sentence}"


def test_a_forecast_is_expected_and_not_reported():
    text = small((AS_OF, "during: 2025"), ("basis: intelligence", "basis: forecast"))
    ledger = read_ledger(text.encode())
    assert say(ledger, ledger.figures["hur-russia-2024"]) == (
        f"Defence Intelligence expects more than 18,000 people {TAIL} in 2025."
    )


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (Bound.EXACT, "2,500"),
        (Bound.ABOUT, "about 2,500"),
        (Bound.ALMOST, "almost 2,500"),
        (Bound.AT_LEAST, "at least 2,500"),
        (Bound.MORE_THAN, "more than 2,500"),
        (Bound.UP_TO, "up to 2,500"),
        (Bound.LESS_THAN, "less than 2,500"),
    ],
)
def test_every_bound_has_its_words(bound, words):
    assert say_number(Count(2500, 2500), bound) == words


def test_one_verdict_is_not_plural():
    text = small(
        ("18000\n    bound: more_than", "1"),
        ("    measure: left_unit", "    measure: verdicts\n    offence: awol"),
    )
    ledger = read_ledger(text.encode())
    assert say_quantity(ledger, ledger.figures["hur-russia-2024"]) == "1 verdict"


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence():
    ledger = read_ledger(small(("label: Absence without leave", "label: AWOL")).encode())
    assert say_measure(ledger, "verdicts", "awol") == "verdicts, AWOL"


@pytest.mark.parametrize(
    ("as_of", "when"), [("2024-04", "in April 2024"), ("2024-04-29", "on 29 April 2024")]
)
def test_a_level_is_of_a_day_or_of_a_month(as_of: str, when: str):
    ledger = ledger_of(
        ("    measure: left_unit", "    measure: absent"),
        ("as_of: 2024-04-29", f"as_of: {as_of}"),
    )
    assert say_when(ledger, ledger.figures["hur-russia-2024"]) == when


def test_what_is_counted_is_plural_but_for_one():
    assert [counted(number, "claim") for number in (0, 1, 1200)] == [
        "0 claims",
        "1 claim",
        "1,200 claims",
    ]
    assert counted(2, "process", "es") == "2 processes"


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (("Astra",), "Astra"),
        (("Astra", "Proekt"), "Astra and Proekt"),
        (("Astra", "Proekt", "TASS"), "Astra, Proekt and TASS"),
    ],
)
def test_names_are_joined_as_in_a_sentence(names: tuple[str, ...], joined: str):
    assert join_names(names) == joined
