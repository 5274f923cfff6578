"""Numbers as a text writes them: groups, words, scales and ranges."""

from __future__ import annotations

import pytest

from reading.numbers import find_numbers
from reading.words import cut
from tests.reading.around import numbers_of


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("18,000 men", ["18,000: 18000"]),
        ("18 000 осіб", ["18 000: 18000"]),
        ("18.000 Mann", ["18.000: 18000"]),
        ("18'000 men", ["18'000: 18000"]),
        ("18’000 men", ["18’000: 18000"]),
        ("18_000 men", ["18_000: 18000"]),
        ("100,000 men", ["100,000: 100000"]),
        ("they were 1 995.", ["1 995: 1995"]),
        ("1,234,567 men", ["1,234,567: 1234567"]),
        ("0 men", ["0: 0"]),
        ("0.5 million men", ["0.5 million: 500000"]),
        ("1.5 million men", ["1.5 million: 1500000"]),
        ("1,5 млн осіб", ["1,5 млн: 1500000"]),
        ("18 , 000 men", ["18: 18"]),
        ("18, 000 men", ["18: 18"]),
        ("18,000", ["18,000: 18000"]),
        ("18,", ["18: 18"]),
        ("they were 18.Then", ["18: 18"]),
        ("18 thousand", ["18 thousand: 18000"]),
        ("18k men", ["18k: 18000"]),
        ("18 k men", ["18: 18"]),
        ("2m men", ["2m: 2000000"]),
        ("2 m of it", ["2: 2"]),
        ("18к осіб", ["18к: 18000"]),
        ("18 тис. осіб", ["18 тис.: 18000"]),
        ("18 тис осіб", ["18 тис: 18000"]),
        ("18 млн. осіб", ["18 млн.: 18000000"]),
        ("18 thousand. Men", ["18 thousand: 18000"]),
        ("18 tys. Mann", ["18 tys.: 18000"]),
        ("999999999 men", ["999999999: 999999999"]),
        ("1000000000 men", ["1000000000: 1000000000"]),
        ("1,000 million men", ["1,000 million: 1000000000"]),
        ("two men", ["two: 2"]),
        ("one thousand men", ["one thousand: 1000"]),
        ("one thousand million men", ["one thousand million: 1000000000"]),
        ("two million men", ["two million: 2000000"]),
        ("twenty one men", ["twenty one: 21"]),
        ("twenty five men", ["twenty five: 25"]),
        ("twenty men", ["twenty: 20"]),
        ("twenty ten men", ["twenty: 20", "ten: 10"]),
        ("ten five men", ["ten: 10", "five: 5"]),
        ("ninety nine thousand men", ["ninety nine thousand: 99000"]),
        ("two hundred thousand men", ["two hundred thousand: 200000"]),
        ("two k men", ["two: 2"]),
        ("a hundred thousand men", ["a hundred thousand: 100000"]),
        ("2 hundred thousand men", ["2 hundred thousand: 200000"]),
        ("18 Mio. Mann", ["18 Mio.: 18000000"]),
        ("тисяча двісті осіб", ["тисяча: 1000", "двісті: 200"]),
        ("тисяча п'ять осіб", ["тисяча п'ять: 1005"]),
        ("18,000 684 1,000", ["18,000: 18000", "684: 684", "1,000: 1000"]),
        ("five m men", ["five: 5"]),
        ("сто осіб", ["сто: 100"]),
        ("сто двадцять осіб", ["сто: 100", "двадцять: 20"]),
        ("a thousand men", ["a thousand: 1000"]),
        ("an hundred men", ["an hundred: 100"]),
        ("a dozen men", ["a dozen: 12"]),
        ("three dozen men", ["three dozen: 36"]),
        ("півтори тисячі осіб", ["півтори тисячі: 1500"]),
        ("пів тисячі осіб", ["пів тисячі: 500"]),
        ("півтисячі осіб", ["півтисячі: 500"]),
        ("полторы тысячи человек", ["полторы тысячи: 1500"]),
        ("тисяча осіб", ["тисяча: 1000"]),
        ("сотня осіб", ["сотня: 100"]),
        ("1. 2", ["1: 1", "2: 2"]),
        ("5, 6 men", ["5: 5", "6: 6"]),
        ("7.", ["7: 7"]),
        ("18 thousand men", ["18 thousand: 18000"]),
        ("18 тисяч осіб", ["18 тисяч: 18000"]),
        ("18 тыс. человек", ["18 тыс.: 18000"]),
        ("18 000 men", ["18 000: 18000"]),
        ("18 000 men", ["18 000: 18000"]),
        ("18​000 men", ["18 000: 18000"]),
        ("двадцять військових", ["двадцять: 20"]),
    ],
)
def test_a_number_is_read_with_its_groups_decimals_and_scale(words: str, numbers: list[str]):
    assert numbers_of(words) == numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("10,000 to 12,000 men", ["10,000 to 12,000: 10000–12000"]),
        ("10–12 thousand men", ["10–12 thousand: 10000–12000"]),
        ("10-12 men", ["10-12: 10–12"]),
        ("10 thousand to 12 thousand men", ["10 thousand to 12 thousand: 10000–12000"]),
        ("10 to 12 million men", ["10 to 12 million: 10000000–12000000"]),
        ("5 thousand to 6 men", ["5 thousand: 5000", "6: 6"]),
        ("500 to 600 thousand men", ["500 to 600 thousand: 500000–600000"]),
        ("500–2 thousand men", ["500–2 thousand: 500–2000"]),
        ("10 to 10 thousand men", ["10 to 10 thousand: 10–10000"]),
        ("from 10 or 12 men", ["10: 10", "12: 12"]),
        ("10 to the 12 camps", ["10: 10", "12: 12"]),
        ("12 to 10 men", ["12: 12", "10: 10"]),
        ("10 to 10 men", ["10: 10", "10: 10"]),
        ("10 to 12 to 14 men", ["10 to 12: 10–12", "14: 14"]),
        ("10 or 12 men", ["10: 10", "12: 12"]),
        ("10 men to 12 men", ["10: 10", "12: 12"]),
        ("rose from 500 to 1,000", ["500: 500", "1,000: 1000"]),
        ("from 500 to 1,000 men", ["500 to 1,000: 500–1000"]),
        ("rise in a year from 500 to 1,000", ["500: 500", "1,000: 1000"]),
        ("between 60 and 90 cases", ["60 and 90: 60–90"]),
        ("60 and 90 cases", ["60: 60", "90: 90"]),
        ("між 60 та 90 осіб", ["60 та 90: 60–90"]),
        ("між 60 до 90 осіб", ["60 до 90: 60–90"]),
        ("від 10 до 12 тисяч осіб", ["10 до 12 тисяч: 10000–12000"]),
        ("10 до 12 осіб", ["10: 10", "12: 12"]),
        ("зросло з 10 до 12 осіб", ["10: 10", "12: 12"]),
        ("zwischen 10 und 12 Mann", ["10 und 12: 10–12"]),
        ("między 10 a 12 osób", ["10 a 12: 10–12"]),
        ("von 10 bis 12 Mann", ["10 bis 12: 10–12"]),
        ("0 to 5 men", ["0 to 5: 0–5"]),
    ],
)
def test_two_numbers_may_be_the_ends_of_a_range(words: str, numbers: list[str]):
    assert numbers_of(words) == numbers


@pytest.mark.parametrize("between", [" ", ",", ",\n", "\n", " \r\n ", "\u202f"])
def test_groups_may_be_parted_by_a_line(between: str):
    number = f"18{between}000"
    assert numbers_of(f"{number} men") == [f"{' '.join(number.split())}: 18000"]


@pytest.mark.parametrize("between", ["\n\n", ", ", " , ", ";", ";\n", "\t"])
def test_what_parts_more_than_groups_parts_numbers(between: str):
    assert numbers_of(f"18{between}000 men")[:1] == ["18: 18"]


def test_a_group_that_belongs_to_a_time_is_none():
    text = cut("18 000 men")
    assert [one.low for one in find_numbers(text, {1})] == [18]
