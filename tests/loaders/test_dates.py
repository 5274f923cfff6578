from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import months_between, parse_date, parse_window, read_date

EXPECTED = "expected a date written 2024, 2024-01 or 2024-01-15, found "


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "words"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year", "2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month", "February 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month", "February 2023"),
        ("2024-04-09", date(2024, 4, 9), date(2024, 4, 9), "day", "9 April 2024"),
    ],
)
def test_a_date_stays_as_exact_as_it_was_written(text, first, last, precision, words):
    found = parse_date(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert (str(found), found.words()) == (text, words)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-4-9", EXPECTED + '"2024-4-9"'),
        ("29.04.2024", EXPECTED + '"29.04.2024"'),
        ("2024-04-29T23:30:00Z", EXPECTED + '"2024-04-29T23:30:00Z"'),
        (
            "２０２４",
            EXPECTED + '"２０２４"; its character 1 is U+FF12, fullwidth digit two; write 2',
        ),
        (
            "2024‑02",
            EXPECTED + '"2024‑02"; its character 5 is U+2011, non-breaking hyphen; write -',
        ),
        ("2024–02", EXPECTED + '"2024–02"; its character 5 is U+2013, en dash; write -'),
        ("2024?", EXPECTED + '"2024?"'),
        ("", EXPECTED + '""'),
        ("2024-02-30", 'there is no such date as "2024-02-30"'),
        ("2024-13", 'there is no such date as "2024-13"'),
        ("2024-00-10", 'there is no such date as "2024-00-10"'),
        ("0024-04-29", 'expected a year from 1900 to 2099, found "0024-04-29"'),
        ("2204-04", 'expected a year from 1900 to 2099, found "2204-04"'),
    ],
)
def test_a_date_that_is_not_one_is_refused_in_words(text, message):
    with pytest.raises(ValueError) as refusal:
        parse_date(text)
    assert str(refusal.value) == message


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from([4, 7, 10]))
def test_dates_mean_the_same_days_as_in_the_edtf_library(day, length):
    text = day.isoformat()[:length]
    theirs, ours = parse_edtf(text), parse_date(text)
    assert ours.first.timetuple()[:3] == theirs.lower_strict()[:3]
    assert ours.last.timetuple()[:3] == theirs.upper_strict()[:3]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 1000))
def test_windows_mean_the_same_days_as_in_the_edtf_library(start, days):
    end = min(date.fromordinal(start.toordinal() + days), date(2099, 12, 31))
    text = f"{start.isoformat()[:7]}/{end}"
    theirs, ours = parse_edtf(text), parse_window(text)
    assert ours.start.first.timetuple()[:3] == theirs.lower.lower_strict()[:3]
    assert ours.end.last.timetuple()[:3] == theirs.upper.upper_strict()[:3]


def test_a_window_of_one_date_is_that_date():
    window = parse_window("2024-01")
    assert (str(window), window.words(), window.days) == ("2024-01", "January 2024", 31)


def test_a_window_of_two_dates_reaches_from_the_first_day_to_the_last():
    window = parse_window("2022-09-21/2024-04")
    assert window.words() == "21 September 2022 to April 2024"
    assert (window.start.first, window.end.last) == (date(2022, 9, 21), date(2024, 4, 30))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-05/2024-04", 'the window "2024-05/2024-04" ends before it starts'),
        ("2024-01/", EXPECTED + '""'),
        ("/2024", EXPECTED + '""'),
        ("2024-01/..", EXPECTED + '".."'),
        ("2023/2024/2025", EXPECTED + '"2024/2025"'),
    ],
)
def test_a_window_that_is_not_one_is_refused_in_words(text, message):
    with pytest.raises(ValueError) as refusal:
        parse_window(text)
    assert str(refusal.value) == message


def test_windows_overlap_from_the_first_shared_day():
    april, month_end, may = map(parse_window, ("2024-04", "2024-04-30/2024-05-02", "2024-05"))
    assert april.overlaps(month_end) and month_end.overlaps(may)
    assert not april.overlaps(may)


def test_a_window_contains_what_lies_on_its_own_days():
    year = parse_window("2024")
    assert year.contains(parse_window("2024-12-31")) and year.contains(year)
    assert not year.contains(parse_window("2024-12/2025-01"))
    assert year.same_days(parse_window("2024-01-01/2024-12-31"))


def test_months_between_two_days_include_both_ends():
    months = months_between(date(2023, 12, 31), date(2024, 2, 1))
    assert months == [date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Jan 2024", "2024-01"),
        ("January 2024", "2024-01"),
        ("1/2024", "2024-01"),
        ("01/2024", "2024-01"),
        ("5 sept. 2024", "2024-09-05"),
        ("2024-01", "2024-01"),
        ("2024", "2024"),
        ("Janvier", "Janvier"),
        ("xyz 2024", "xyz 2024"),
    ],
)
def test_a_date_may_be_typed_as_people_write_it(typed, read):
    assert read_date(typed) == read
