"""Which claims a number of a text can be, with the weight of all that speaks for each."""

from __future__ import annotations

import pytest

from reading.matching import find_matches, find_nearest
from tests.analysis.ledgers import ledger_of
from tests.reading.around import surroundings_of

LEDGER = ledger_of(
    "a, count: 18000, during: 2024-01",
    "b, count: 12340, during: 2024-02",
    "c, claimant: hur, unit: army-8, count: 500, during: 2024-01",
    "d, claimant: hur, unit: army-58, count: {low: 60, high: 90}, during: 2024-01",
    "e, claimant: hur, count: 2500, during: 2024-03, citations: [{article: blatt}, "
    "{article: post, printed: {count: 2400}}, {article: times, printed: {count: 2400}}]",
    "f, measure: verdicts, offence: awol, count: 45, during: 2024-03",
    "g, claimant: hur, place: Kursk, count: 77, during: 2024-04",
    "h, unit: ukraine, count: 9000, during: 2024-01",
    "i, count: 700, during: 2024-05, citations: "
    "[{article: post, printed: {count: {low: 600, high: 800}}}]",
    "j, count: 3300, during: 2024-06, citations: "
    "[{article: post, printed: {count: {low: 3300, high: 3600}}}]",
    "k, bound: more_than, count: 7000, during: 2024-07",
    "l, count: {low: 5000, high: 5600}, during: 2024-08",
)


def matches_of(words: str) -> list[str]:
    """`e printed 69 by post`: a claim, what the number is to it, its score, and who printed it."""
    return [
        " ".join([one.figure.id, one.relation, str(one.score)])
        + f" by {' '.join(one.printed_by)}" * bool(one.printed_by)
        for around in surroundings_of(LEDGER, words)
        for one in find_matches(LEDGER, around)
    ]


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("18,000 soldiers deserted", "a equal 61"),
        ("18,000 soldiers", "a equal 41"),
        ("18,000", "a equal 41"),
        ("18,000 soldiers deserted, Mediazona says", "a equal 79"),
        ("18,000 soldiers deserted in January 2024", "a equal 76"),
        ("18,000 Ukrainian soldiers deserted in January 2024, Mediazona says", "a equal 74"),
        ("18,000 soldiers deserted from the 8th Army, Mediazona says", "a equal 78"),
        ("12,340 soldiers deserted", "b equal 61"),
        ("12,340 people was what it was, they said", "b equal 41"),
        ("12,340 verdicts, Mediazona said to us, it was so", "b equal 47"),
        ("12,340 verdicts in February 2024, they said to us", "b equal 44"),
        ("about 12,000 soldiers deserted, Mediazona says", "b rounded 60"),
        ("12,000 soldiers deserted in February 2024, Mediazona says", "b rounded 76"),
        ("12,300 soldiers deserted, Mediazona says", "b rounded 61"),
        ("more than 12,000 soldiers deserted, Mediazona says", "b rounded 60"),
        ("up to 13,000 soldiers deserted, Mediazona says", "b rounded 60"),
        ("Mediazona says so. 12,000 soldiers deserted in February 2024", "b rounded 70"),
        ("180,000 soldiers deserted in January 2024, Mediazona says", "a ten times 64"),
        ("1,800 soldiers deserted in January 2024, Mediazona says", "a ten times 64"),
        ("81,000 soldiers deserted in January 2024, Mediazona says", "a transposed 64"),
        ("21,340 soldiers deserted in February 2024, Mediazona says", "b transposed 64"),
        ("500 soldiers deserted from the 8th Army", "c equal 85"),
        ("500 soldiers deserted, HUR says", "c equal 71"),
        ("50 soldiers deserted from the 8th Army in January 2024", "c ten times 70"),
        ("60 soldiers deserted from the 58th Army", "d equal 81"),
        ("90 soldiers deserted from the 58th Army", "d equal 81"),
        ("60 to 90 soldiers deserted from the 58th Army", "d equal 85"),
        ("60 to 80 soldiers deserted from the 58th Army", "d equal 81"),
        ("50 to 90 soldiers deserted from the 58th Army in January 2024", "d equal 96"),
        ("2,400 soldiers deserted, HUR says", "e printed 69 by post times"),
        ("2,500 soldiers deserted, HUR says", "e equal 79"),
        ("600 soldiers deserted, Mediazona says", "i printed 69 by post"),
        ("800 soldiers deserted, Mediazona says", "i printed 69 by post"),
        ("2,500 to 2,600 soldiers deserted in March 2024, HUR says", "e equal 90"),
        ("2,300 to 2,500 soldiers deserted in March 2024, HUR says", "e equal 90"),
        ("3,300 soldiers deserted, Mediazona says", "j equal 79"),
        ("more than 7,000 verdicts, Mediazona says", "k equal 49"),
        ("5,000 soldiers deserted in August 2024", "l equal 72"),
        ("5,600 soldiers deserted in August 2024", "l equal 72"),
        ("5,000 to 5,600 soldiers deserted in August 2024", "l equal 76"),
        ("The 58th Army fled. 60 soldiers deserted", "d equal 67"),
        ("50 people in the 8th Army in January 2024, HUR says", "c ten times 68"),
        ("45 verdicts in March 2024", "f equal 76"),
        ("45 verdicts, Mediazona says", "f equal 79"),
        ("45 verdicts in April 2024, Mediazona says", "f equal 69"),
        ("45 verdicts for desertion in March 2024", "f equal 68"),
        ("77 soldiers deserted in Kursk", "g equal 75"),
        ("77 people in Kursk", "g equal 55"),
        ("9,000 soldiers deserted", "h equal 61"),
        ("9,000 Ukrainian soldiers deserted", "h equal 67"),
    ],
)
def test_a_number_can_be_a_claim_where_enough_speaks_for_it(words: str, match: str):
    assert matches_of(words) == [match]


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("18,000 verdicts", []),
        ("18,000 was what it was, they said to us", ["a"]),
        ("18,000 killed", ["a"]),
        ("18,000 killed in January 2024, Mediazona says", ["a"]),
        ("17,000 to 18,000 soldiers deserted in January 2024", ["a"]),
        ("18,000 to 19,000 soldiers deserted in January 2024", ["a"]),
        ("more than 17,000 soldiers deserted, Mediazona says", ["a"]),
        ("more than 17,900 soldiers deserted, Mediazona says", ["a"]),
        ("18,000 soldiers deserted in March 2024", ["a"]),
        ("18,000 soldiers deserted in March 2024, HUR says", ["a"]),
        ("18,000 Ukrainian soldiers deserted", ["a"]),
        ("18,000 Ukrainian soldiers deserted, Mediazona says", ["a"]),
        ("18,000 Ukrainian soldiers were jailed in January 2024, Mediazona says", ["a"]),
        ("12,340 was what it was, they said to us", ["b"]),
        ("12,340 verdicts, they said to us, it was so", []),
        ("12,000 verdicts in February 2024, Mediazona says", []),
        ("12,350 soldiers deserted, Mediazona says", ["b"]),
        ("up to 12,000 soldiers deserted, Mediazona says", ["b"]),
        ("more than 13,000 soldiers deserted, Mediazona says", ["b"]),
        ("12,000 soldiers deserted, HUR says", ["b"]),
        ("Mediazona says so. 12,000 soldiers deserted", ["b"]),
        ("Mediazona says so. 12,000 soldiers deserted in March 2024", ["b"]),
        ("7,000 verdicts, Mediazona says", []),
        ("180,000 soldiers deserted, Mediazona says", []),
        ("21,340 soldiers deserted, Mediazona says", []),
        ("180,000 Ukrainian soldiers deserted in January 2024, Mediazona says", []),
        ("50 soldiers deserted from the 8th Army in January 2024, Mediazona says", []),
        ("770 soldiers deserted in Kursk in April 2024, Mediazona says. Then HUR came", ["i"]),
        ("180,000 verdicts in January 2024, Mediazona says", []),
        ("180,000 soldiers deserted in January 2024, HUR says", []),
        ("500 soldiers deserted", ["c"]),
        ("70 soldiers deserted from the 58th Army", ["g"]),
        ("2,400 soldiers deserted", ["e"]),
        ("45 verdicts", ["f"]),
        ("77 soldiers deserted", ["g"]),
        ("17,000 soldiers deserted", ["a"]),
        ("2,450 soldiers deserted, HUR says", ["e"]),
    ],
)
def test_a_number_that_is_no_claim_has_those_of_its_kind_beside_it(words: str, nearest: list[str]):
    assert matches_of(words) == []
    (around,) = surroundings_of(LEDGER, words)
    assert [one.id for one in find_nearest(LEDGER, around)] == nearest


@pytest.mark.parametrize(
    ("number", "can_be", "cannot_be"),
    [
        ("12,000", (11_500, 12_500), (11_499, 12_501)),
        ("about 12,000", (11_500, 12_500), (11_499, 12_501)),
        ("more than 12,000", (12_001, 12_999), (11_999, 13_001)),
        ("up to 12,000", (11_001, 11_999), (10_999, 12_001)),
        ("40", (36, 44), (35, 45)),
        ("10", (9, 11), (8, 12)),
        ("12", (), (11, 13)),
    ],
)
def test_a_rounded_number_reaches_half_a_step_or_to_the_side_that_its_bound_leaves_open(
    number: str, can_be: tuple[int, ...], cannot_be: tuple[int, ...]
):
    reached = []
    for claim in (*can_be, *cannot_be):
        ledger = ledger_of(f"a, count: {claim}, during: 2024-01")
        words = f"{number} soldiers deserted in January 2024, Mediazona says"
        (around,) = surroundings_of(ledger, words)
        reached += [claim for one in find_matches(ledger, around) if one.relation == "rounded"]
    assert tuple(reached) == can_be


def test_a_claim_that_was_rounded_stays_beside_one_that_has_the_number():
    ledger = ledger_of(
        "a, claimant: hur, count: 500, during: 2024-01", "b, count: 510, during: 2024-01"
    )
    (around,) = surroundings_of(ledger, "500 deserted in January 2024, Mediazona and HUR say")
    assert [one.relation for one in find_matches(ledger, around)] == ["equal", "rounded"]


ONE = "count: 1000, during: 2024-01"


def test_of_many_claims_the_best_eight_are_kept_the_first_by_name():
    ids = [f"x{number}" for number in range(9)]
    ledger = ledger_of(*(f"{id}, {ONE}" for id in reversed(ids)), f"x9, unit: army-8, {ONE}")
    (around,) = surroundings_of(ledger, "1,000 soldiers deserted from the 8th Army in January 2024")
    found = find_matches(ledger, around)
    assert [one.figure.id for one in found] == ["x9", *ids[:7]]


@pytest.mark.parametrize(
    "claim", ["count: 100", "count: 90, citations: [{article: post, printed: {count: 100}}]"]
)
def test_a_claim_with_a_slip_gives_way_to_one_that_has_the_number(claim: str):
    ledger = ledger_of(f"a, {ONE}", f"b, during: 2024-01, {claim}")
    (around,) = surroundings_of(ledger, "100 soldiers deserted in January 2024, Mediazona says")
    assert [one.figure.id for one in find_matches(ledger, around)] == ["b"]


def test_the_nearest_are_of_a_named_claimant_then_by_their_distance():
    counts = {"a": 1000, "b": 1020, "c": 1101, "d": 901, "e": 1010, "f": 1030}
    ledger = ledger_of(
        *(f"{id}, count: {count}, during: 2024-01" for id, count in counts.items()),
        "g, claimant: hur, count: 1090, during: 2024-01",
        "h, measure: refused, count: 1001, during: 2024-01",
    )
    (around,) = surroundings_of(ledger, "1,001 soldiers deserted, unlike what HUR says")
    assert [one.id for one in find_nearest(ledger, around)] == ["g", "a", "e"]
    assert [one.id for one in find_nearest(ledger, around, 9)] == [
        "g",
        "a",
        "e",
        "b",
        "f",
        "c",
        "d",
    ]


JANUARY = "during: 2024-01"
MANY = ledger_of(
    f"a, count: 18000, {JANUARY}",
    f"b, count: 12340, {JANUARY}",
    f"c, count: 45, {JANUARY}",
    f"d, count: 100, {JANUARY}",
    f"e, unit: army-8, count: 523, {JANUARY}",
    f"f, count: 2500, {JANUARY}, citations: [{{article: post, printed: {{count: 2400}}}}]",
    f"g, place: Kursk, count: 77, {JANUARY}",
    f"h, measure: cases_opened, offence: awol, count: 61230, {JANUARY}",
)
WHO = (
    ("", ", Mediazona says", ""),
    ("Mediazona writes. ", "", ""),
    ("", "", " Mediazona writes."),
    ("", ", HUR says", " Mediazona writes."),
    ("", "", ""),
    ("", ", HUR says", ""),
)
"""Who is named before, in and behind the sentence: the claimant, less and less, then another."""
WHEN = (
    (" in January 2024", ""),
    (" in January", ""),
    ("", " It was January 2024."),
    (" in 2024", ""),
    ("", ""),
    (" in March 2024", " It was January 2024."),
    (" in March 2024", ""),
)
"""The time of the claim in and behind the sentence, less and less, then another."""


@pytest.mark.parametrize(
    ("number", "grid"),
    [
        ("18,000 soldiers deserted", "eeeeeee eeeeeee eeeeeee eeeeee. eeeee.. eee...."),
        ("12,340 soldiers deserted", "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeee.."),
        ("45 soldiers deserted", "eeeeeee eeeee.. eeeee.. eee.... eee.... eee...."),
        ("100 soldiers deserted", "eeeeeee eeeeeee eeeeeee eeeeee. eeeee.. eee...."),
        ("2,400 soldiers deserted", "ppppppp ppppppp ppppppp ppp.... ppp.... ppp...."),
        ("12,340 soldiers came", "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee"),
        ("18,000 soldiers came", "eeeeeee eeeeeee eeeeeee eee.... eee.e.. eee...."),
        ("12,340 came", "eeeeeee eeeeeee eeeeeee eee.... eee.e.. eee...."),
        ("18,000 came", "eee.... eee.... eee.... ....... ....e.. ......."),
        ("12,340 verdicts came", "eeeeeee eeeeeee eeeeeee eee.... eee.... eee...."),
        ("18,000 verdicts came", "eeee... eee.... eee.... ....... ....... ......."),
        ("61,230 cases came", "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeee.."),
        ("61,230 cases were opened", "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeee.."),
        ("12,000 soldiers deserted", "rrrrr.. rrrr... ....... ....... ....... ......."),
        ("12,000 soldiers came", "rrrr... rrrr... ....... ....... ....... ......."),
        ("12,000 verdicts came", "....... ....... ....... ....... ....... ......."),
        ("180,000 soldiers deserted", "ttt.... ttt.... ttt.... ....... ....... ......."),
        ("180,000 soldiers came", "....... ....... ....... ....... ....... ......."),
        ("81,000 soldiers deserted", "ttt.... ttt.... ttt.... ....... ....... ......."),
        ("12,340 Ukrainian soldiers deserted", "eee.... eee.... eee.... ....... ....... ......."),
        ("18,000 Ukrainian soldiers deserted", "ee..... ee..... ee..... ....... ....... ......."),
        ("2,400 Ukrainian soldiers deserted", "pp..... pp..... pp..... ....... ....... ......."),
        ("12,340 Ukrainian soldiers came", "eee.... eee.... eee.... ....... ....... ......."),
        (
            "523 soldiers of the 8th Army deserted",
            "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee",
        ),
        ("523 soldiers deserted", "eeeeeee eeeeeee eeeeeee eeee... eee.... eee...."),
        (
            "520 soldiers of the 8th Army deserted",
            "rrrrr.. rrrrr.. rrrrr.. rrrrr.. rrrrr.. rrrrr..",
        ),
        ("520 soldiers deserted", "....... ....... ....... ....... ....... ......."),
        ("520 soldiers of the 8th Army came", "rrrr... rrrr... rrrr... rrrr... rrrr... rrrr..."),
        (
            "5,230 soldiers of the 8th Army deserted",
            "ttttttt ttttttt ttttttt ttt.... ttt.... .......",
        ),
        (
            "The 8th Army fled. 520 soldiers deserted",
            "rrrrr.. rrrr... ....... ....... ....... .......",
        ),
        (
            "The 8th Army fled. 523 soldiers deserted",
            "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeee..",
        ),
        (
            "The 8th Army fled. 5,230 soldiers deserted",
            "ttttttt ttttttt ttttttt ttt.... ttt.... .......",
        ),
        ("77 soldiers deserted in Kursk", "eeeeeee eeeee.. eeeee.. eeeee.. eeeee.. eeeee.."),
        ("77 soldiers came to Kursk", "eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee eeeeeee"),
        (
            "12,000 soldiers of the 58th Army deserted",
            "....... ....... ....... ....... ....... .......",
        ),
    ],
)
def test_a_number_is_a_claim_as_far_as_who_and_when_speak_for_it(number: str, grid: str):
    """A word for each of WHO, a letter for each of WHEN: equal, printed, rounded, ten times."""
    found = ""
    for before, own, behind in WHO:
        for when, later in WHEN:
            around = surroundings_of(MANY, f"{before}{number}{when}{own}.{behind}{later}")[0]
            found += "".join({one.relation[0] for one in find_matches(MANY, around)}) or "."
        found += " "
    assert found.split() == grid.split()
