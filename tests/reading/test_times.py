"""The times that a text names: as exact as they are said, each with the words it takes."""

from __future__ import annotations

import pytest

from reading.times import Part, find_times, has_relative
from reading.words import cut


def say(part: Part) -> str:
    """`2024-04-29`, `2024-04`; `?-04` where no year is said."""
    year, month, day = part
    return "-".join([str(year or "?"), *(f"{number:02}" for number in (month, day) if number)])


def times_of(words: str) -> list[str]:
    """`29 April 2024: 2024-04-29`, with the end of a span and the role where it has one."""
    text = cut(words)
    return [
        f"{text.quote(one.begin, one.end)}: {say(one.first)}"
        + f"/{say(one.last)}" * (one.last != one.first)
        + f" {one.role}" * (one.role != "in")
        for one in find_times(text)
    ]


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("2024-04-29", "2024-04-29"),
        ("29.04.2024", "2024-04-29"),
        ("29/04/2024", "2024-04-29"),
        ("1-12-2024", "2024-12-01"),
        ("2.1.2024", "2024-01-02"),
        ("31.12.1900", "1900-12-31"),
        ("01.01.2099", "2099-01-01"),
        ("2 May 2024", "2024-05-02"),
        ("MAY 2024", "2024-05"),
        ("March", "?-03"),
        ("29 April", "?-04-29"),
        ("1st of April 2024", "2024-04-01"),
        ("2nd April", "?-04-02"),
        ("3rd of April, 2024", "2024-04-03"),
        ("24th May", "?-05-24"),
        ("31 April", "?-04-31"),
        ("1-12 April 2024", "2024-04-01/2024-04-12"),
        ("30–31 April", "?-04-30/?-04-31"),
        ("12-го квітня 2024", "2024-04-12"),
        ("5-е апреля", "?-04-05"),
        ("5-ого апреля", "?-04-05"),
        ("5-те квітня", "?-04-05"),
        ("12. April 2024", "2024-04-12"),
        ("April 29, 2024", "2024-04-29"),
        ("April 29 2024", "2024-04-29"),
        ("April 1", "?-04-01"),
        ("April 31", "?-04-31"),
        ("April 12th, 2024", "2024-04-12"),
        ("April 1st 2024", "2024-04-01"),
        ("Jan. 2024", "2024-01"),
        ("Jan. 5, 2024", "2024-01-05"),
        ("січень-жовтень 2025", "2025-01/2025-10"),
        ("квітень-червень", "?-04/?-06"),
        ("April 1900", "1900-04"),
        ("April 2099", "2099-04"),
        ("квітня 2024-го року", "2024-04"),
        ("2024 року", "2024"),
        ("2022–2023", "2022/2023"),
        ("2022–23", "2022/2023"),
        ("2014–15", "2014/2015"),
        ("Jan 5, 2024", "2024-01-05"),
        ("Apr 2024", "2024-04"),
        ("2024-й рік", "2024"),
        ("10 січня-лютого 2024", "2024-01-10"),
        ("first half 2023", "2023-01/2023-06"),
        ("second half of 2024", "2024-07/2024-12"),
        ("перше півріччя 2024 року", "2024-01/2024-06"),
        ("January to October 2025", "2025-01/2025-10"),
        ("January 2024 to October 2025", "2024-01/2025-10"),
        ("January through October 2025", "2025-01/2025-10"),
        ("January - October 2025", "2025-01/2025-10"),
        ("January 3 – October 2025", "2025-01-03/2025-10"),
        ("January to March to May 2024", "2024-01/2024-05"),
    ],
)
def test_words_are_a_time_from_the_first_to_the_last(words: str, time: str):
    assert times_of(words) == [f"{words}: {time}"]


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("2024-01-00", ["2024-01: 2024/2001"]),
        ("2024-13-01", ["2024-13: 2024/2013"]),
        ("in May", ["May: ?-05"]),
        ("12 men on 29.04.2024", ["29.04.2024: 2024-04-29"]),
        ("on 1, 12 April 2024", ["12 April 2024: 2024-04-12"]),
        ("from January 2024 to March", ["January 2024 to March: 2024-01/2024-03"]),
        ("у 2023 й 2024 роках", ["2023: 2023", "2024 роках: 2024"]),
        ("in 2022–2023 and May", ["2022–2023: 2022/2023", "May: 2023-05"]),
        (
            "between January, as said, and March 2024",
            ["January: ?-01", "March 2024: 2024-03"],
        ),
        ("in early 2024", ["2024: 2024"]),
        ("1st–3rd of April 2024", ["1st–3rd of April 2024: 2024-04-01/2024-04-03"]),
        ("the 28 of January 2024", ["January 2024: 2024-01"]),
        ("0 April 2024", ["April 2024: 2024-04"]),
        ("32 April 2024", ["April 2024: 2024-04"]),
        ("5-x апреля", ["апреля: ?-04"]),
        ("April 32", ["April: ?-04"]),
        ("April 0", ["April: ?-04"]),
        ("In March 12 soldiers fled", ["March: ?-03"]),
        ("In March 12, 2000 people", ["March 12: ?-03-12"]),
        ("In March 12 500 fled", ["March: ?-03"]),
        ("In March 12th 500 fled", ["March: ?-03"]),
        ("April 12 2024 people", ["April 12 2024: 2024-04-12"]),
        ("June. 2024", ["June: ?-06"]),
        ("у січні-жовтні 2025 року", ["січні-жовтні 2025 року: 2025-01/2025-10"]),
        ("січень-жовтень 5", ["січень-жовтень: ?-01/?-10"]),
        ("березня 12 2024", ["березня: ?-03"]),
        ("in April of 2024", ["April of 2024: 2024-04"]),
        ("in April, 2000 soldiers", ["April: ?-04"]),
        ("in April 2000 soldiers", ["April 2000: 2000-04"]),
        ("April of people", ["April: ?-04"]),
        ("April, 1899", ["April: ?-04"]),
        ("April 2100", ["April: ?-04"]),
        ("квітня 2024-x", ["квітня 2024: 2024-04"]),
        ("квітня 2024 р. було", ["квітня 2024 р.: 2024-04"]),
        ("квітня 2024 рр. було", ["квітня 2024 рр.: 2024-04"]),
        ("квітня 2024 роком. Було", ["квітня 2024 роком: 2024-04"]),
        ("у 1 995 році", ["1 995 році: 1995"]),
        ("in 1 995.", ["1 995: 1995"]),
        ("in 2 024", ["2 024: 2024"]),
        ("in 202 4.", ["202 4: 2024"]),
        ("in 2024", ["2024: 2024"]),
        ("(2024)", ["2024: 2024"]),
        ("in 2099", ["2099: 2099"]),
        ("in 1900", ["1900: 1900"]),
        ("January-March 5 2024", ["January-March: ?-01/?-03"]),
        ("April 12 was", ["April 12: ?-04-12"]),
        ("квітня 2024-го було", ["квітня 2024-го: 2024-04"]),
        ("2024 р було", ["2024 р: 2024"]),
        ("in 1 900", ["1 900: 1900"]),
        ("in 2 099", ["2 099: 2099"]),
        ("in half of 2024", ["2024: 2024"]),
        ("the first half of 2023", ["first half of 2023: 2023-01/2023-06"]),
        ("во втором полугодии 2024", ["втором полугодии 2024: 2024-07/2024-12"]),
        ("in nine weeks of 2024", ["2024: 2024"]),
        ("from January to October 2025", ["January to October 2025: 2025-01/2025-10"]),
        ("с января по октябрь 2025 года", ["января по октябрь 2025 года: 2025-01/2025-10"]),
        ("з січня до жовтня 2025 року", ["січня до жовтня 2025 року: 2025-01/2025-10"]),
        ("January until October 2025", ["January: ?-01", "October 2025: 2025-10 until"]),
        ("from January until October 2025", ["January until October 2025: 2025-01/2025-10"]),
        ("January/October 2025", ["January: ?-01", "October 2025: 2025-10"]),
        ("from January/October 2025", ["January/October 2025: 2025-01/2025-10"]),
        ("January and October 2025", ["January: ?-01", "October 2025: 2025-10"]),
        ("between January and October 2025", ["January and October 2025: 2025-01/2025-10"]),
        ("zwischen Januar und März 2025", ["Januar und März 2025: 2025-01/2025-03"]),
        ("між січнем і жовтнем 2025", ["січнем і жовтнем 2025: 2025-01/2025-10"]),
        ("между январем и октябрем 2025", ["январем и октябрем 2025: 2025-01/2025-10"]),
        ("from January up to October 2025", ["January up to October 2025: 2025-01/2025-10"]),
        (
            "from January and up to October 2025",
            ["January and up to October 2025: 2025-01/2025-10"],
        ),
        ("January up to October 2025", ["January: ?-01", "October 2025: 2025-10 until"]),
        ("January, October 2025", ["January: ?-01", "October 2025: 2025-10"]),
        (
            "from 21 September 2022 to 12 April 2024",
            ["21 September 2022 to 12 April 2024: 2022-09-21/2024-04-12"],
        ),
        ("since January 2024", ["January 2024: 2024-01 since"]),
        ("since the January 2024", ["January 2024: 2024-01 since"]),
        ("seit Januar 2024", ["Januar 2024: 2024-01 since"]),
        ("from 3 May 2024", ["3 May 2024: 2024-05-03 since"]),
        ("by 29 April 2024", ["29 April 2024: 2024-04-29 until"]),
        ("by the 29 April 2024", ["29 April 2024: 2024-04-29 until"]),
        ("as of 29 April 2024", ["29 April 2024: 2024-04-29 until"]),
        ("as of the 29 April 2024", ["29 April 2024: 2024-04-29 until"]),
        ("up to January 2024", ["January 2024: 2024-01 until"]),
        ("up for January 2024", ["January 2024: 2024-01"]),
        ("станом на 29 квітня 2024 року", ["29 квітня 2024 року: 2024-04-29 until"]),
        ("по состоянию на 29 апреля 2024 года", ["29 апреля 2024 года: 2024-04-29 until"]),
        ("на 29 квітня 2024 року", ["29 квітня 2024 року: 2024-04-29"]),
        ("on 29 April 2024", ["29 April 2024: 2024-04-29"]),
        ("since 2022–2023", ["2022–2023: 2022/2023"]),
        ("by 1–12 April 2024", ["1–12 April 2024: 2024-04-01/2024-04-12"]),
        ("In 2023 and January", ["2023: 2023", "January: 2023-01"]),
        ("In January, and in 2024, and March", ["January: ?-01", "2024: 2024", "March: 2024-03"]),
        (
            "In March 2023; April; in 2024; May",
            ["March 2023: 2023-03", "April: 2023-04", "2024: 2024", "May: 2024-05"],
        ),
        ("In January 2024 and a year earlier", ["January 2024: 2024-01", "year earlier: 2023-01"]),
        (
            "In January 2024, from a year before",
            ["January 2024: 2024-01", "a year before: 2023-01"],
        ),
        (
            "In January–March 2024 and the year before",
            ["January–March 2024: 2024-01/2024-03", "the year before: 2023-01/2023-03"],
        ),
        ("у січні 2024, роком раніше", ["січні 2024: 2024-01", "роком раніше: 2023-01"]),
        ("In March; a year earlier", ["March: ?-03"]),
        ("a year earlier, in January 2024", ["January 2024: 2024-01"]),
        (
            "In 2023; in January 2024; a year earlier, May",
            ["2023: 2023", "January 2024: 2024-01", "year earlier: 2023-01", "May: 2024-05"],
        ),
        ("first nine months of 2025", ["nine months of 2025: 2025-01/2025-09"]),
        ("in the first nine months of 2025", ["nine months of 2025: 2025-01/2025-09"]),
        ("in first 9 months of 2025", ["9 months of 2025: 2025-01/2025-09"]),
        ("in 9 months of 2025", ["9 months of 2025: 2025-01/2025-09"]),
        ("за 10 місяців 2025 року", ["10 місяців 2025 року: 2025-01/2025-10"]),
        ("за перші 10 місяців 2025 року", ["10 місяців 2025 року: 2025-01/2025-10"]),
        ("за первые десять месяцев 2025 года", ["десять месяцев 2025 года: 2025-01/2025-10"]),
        ("перші 6 місяців 2024", ["6 місяців 2024: 2024-01/2024-06"]),
        ("первые 6 месяцев 2024", ["6 месяцев 2024: 2024-01/2024-06"]),
        ("за 12 місяців 2024", ["12 місяців 2024: 2024-01/2024-12"]),
        ("in nine months 2024", ["nine months 2024: 2024-01/2024-09"]),
        ("the first nine months of 2025", ["nine months of 2025: 2025-01/2025-09"]),
        ("they 9 months of 2025", ["2025: 2025"]),
        ("In January 2024 a year before", ["January 2024: 2024-01", "a year before: 2023-01"]),
        ("On 5 May 2024, a year before", ["5 May 2024: 2024-05-05", "a year before: 2023-05-05"]),
        (
            "In the first half of 2024 and a year before",
            ["first half of 2024: 2024-01/2024-06", "a year before: 2023-01/2023-06"],
        ),
    ],
)
def test_of_words_only_those_are_a_time_that_say_one(words: str, times: list[str]):
    assert times_of(words) == times


@pytest.mark.parametrize(
    "words",
    [
        "31.12.1899",
        "32.12.2024",
        "31.13.2024",
        "31.02.2024",
        "1.0.2024",
        "0.1.2024",
        "2024/01-12",
        "29 . 04.2024",
        "29,04,2024",
        "29.x.2024",
        "29.04.",
        "they may leave",
        "in march they march",
        "12. men",
        "mar-a-lago",
        "a-mar",
        "in 2 024 men",
        "in 3 995",
        "in 2 100",
        "у 1 895 році",
        "in 1 99",
        "in 1, 995",
        "in 1 abc",
        "1 995",
        "2024",
        "(2024 men)",
        "deserters (1 995)",
        "[2024)",
        "2022-3",
        "2022 – 2023",
        "2022–2101",
        "2022–abc",
        "in 02024",
        "in 1899",
        "in 2100",
        "12345.04.2024",
        "2024.04.x",
        "in 2 99",
        "in 2 100",
        "in 2 men.",
        "first half of the year",
        "за 0 місяців 2024",
        "in nine months of it",
        "first men",
        "first brigade 2024",
        "last nine months 2024",
    ],
)
def test_words_that_only_look_like_a_time_are_none(words: str):
    assert times_of(words) == []


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("from 21 September 2022 to 12 April 2024", "2022-09-21/2024-04-12"),
        ("in April", None),
        ("on 31 February 2024", None),
        ("4-2 April 2024", None),
        ("2-2 April 2024", "2024-04-02"),
        ("from 31 February 2024 to 1 March 2024", None),
        ("from 1 March 2024 to 31 June 2024", None),
    ],
)
def test_a_time_is_a_window_where_both_its_ends_are_days(words: str, window: str | None):
    (time,) = find_times(cut(words))
    assert (time.window and str(time.window)) == window


@pytest.mark.parametrize(
    ("words", "is_relative"),
    [("It was last year.", True), ("у цьому році торік", True), ("the last one", False)],
)
def test_a_time_that_depends_on_the_day_of_the_article_is_known(words: str, is_relative: bool):
    assert has_relative(cut(words)) is is_relative
