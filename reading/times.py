"""The dates and spans of time that a text names, as far as it names them.

Days, months, years and their spans in three languages, in one linear pass; never more exact than
the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.dates import FIRST_YEAR, LAST_YEAR, Date, Window, parse_date
from reading.digits import AND, BETWEEN
from reading.vocabulary import MONTHS, NUMBER_OF, RELATIVE
from reading.words import DASHES, SHORT, Lexicon, Text, listed

_MONTH_OF = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split()}
_ENGLISH_WORDS = listed("may march mar sept jan")
"""Words that are months only with a capital letter."""
_FIGURES = re.compile(r"([0-9]{1,4})([-./])([0-9]{1,2})\2([0-9]{1,4})(?![0-9])")
_YEAR_WORDS = listed("року рік році роком год года году г р рр гг роках роки годы годах")
_ENDINGS = listed("st nd rd th го му м й ый ом е ого те")
"""What may stand right behind digits: `2024-го`, `5-е`, `1st`."""
_COUNTED = listed(
    """soldiers people men cases servicemen troops verdicts deserters thousand percent %
    requests fighters"""
)
"""`In March 12 soldiers`: behind a number it is none of a day."""
_BEFORE_YEAR = listed(
    """in since by until till of from through before after during early late mid year у в во з із
    зі с со до від от к на за по через після после протягом упродовж seit im bis od w do spring
    summer autumn winter fall весни лета осени зими весной летом влітку восени навесні взимку
    осенью зимой"""
)
_FIRST = listed("the in за first перші первые первых перших")
"""Before a number of months: those from January on."""
_HALVES = Lexicon(
    {
        1: "first перше першому першого первое первом первого",
        7: "second друге другому второе втором второго",
    }
)
"""The first month of a half of a year."""
_SINCE = listed("since from з із зі від с со от начиная починаючи seit od after")
_UNTIL = listed("by until till through to станом до к по bis do before")
_AS_OF = frozenset({"as of", "up to", "станом на", "состоянию на", "as at"})
_TO = listed("to through по до") | DASHES
_UP_TO = frozenset({"up to", "and up to", "until", "bis", "do", "/"})
"""What joins two dates only behind a word for a start."""
_EARLIER = Lexicon(
    {
        "year": """year_earlier a_year_before the_year_before the_previous_year
        роком_раніше рік_тому торік_за_цей_період годом_ранее годом_раньше год_назад
        за_рік_до_того попереднього_року предыдущем_году"""
    }
)
_RELATIVE = Lexicon({"relative": RELATIVE})

Part = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are said."""


@dataclass(frozen=True)
class Time:
    """A span that a text names; `role` says whether it is the start or end of a count."""

    begin: int
    end: int
    first: Part
    last: Part
    role: str = "in"
    """`in`, `since`, `until`."""

    @cached_property
    def window(self) -> Window | None:
        """The same as a window; None where the year is not said."""
        start, end = _date(self.first), _date(self.last)
        return Window(start, end) if start and end and start.first <= end.last else None


def _date(part: Part) -> Date | None:
    try:
        return parse_date("-".join(f"{number:02}" for number in part if number is not None))
    except ValueError:
        return None


def find_times(text: Text) -> list[Time]:
    """Every date and span, in order; a month without a year takes the year beside it."""
    joined = _join(text, _find(text))
    found = list(_lend_years(replace(time, role=_role_of(text, time)) for time in joined))
    return sorted([*found, *_find_years_before(text, found)], key=lambda one: one.begin)


def has_relative(text: Text) -> bool:
    """Whether a time is named that cannot be told without the day of the article."""
    return any(any(_RELATIVE.at(text, place)) for place in range(len(text.tokens)))


def _find(text: Text) -> Iterator[Time]:
    position = 0
    while text.word(position):
        readers = _OF_DIGITS if text.digits(position) else _OF_WORDS
        found = next((one for read in readers if (one := read(text, position))), None)
        if found:
            yield found
        position = found.end if found else position + 1


def _read_figures(text: Text, position: int) -> Time | None:
    """`2024-04-29`, `29.04.2024`, `29/04/2024`."""
    found = _FIGURES.match(text.text, text.tokens[position].start)
    if not found:
        return None
    first, month, last = (int(found[group]) for group in (1, 3, 4))
    parts: tuple[Part, Part] = (first, month, last), (last, month, first)
    part = next((one for one in parts if _date(one)), None)
    return Time(position, position + 5, part, part) if part else None


def _read_day_month(text: Text, position: int) -> Time | None:
    """`29 April 2024`, `29th of April`, `29 квітня 2024 року`, `1-12 April`."""
    day = _day_at(text, position)
    last, place = day, _skip_ending(text, position + 1)
    if text.word(place) in DASHES and _day_at(text, place + 1):
        last, place = _day_at(text, place + 1), _skip_ending(text, place + 2)
    place += text.word(place) == "."
    months = _months_at(text, place)
    if not (day and months):
        return None
    year, end = _year_behind(text, place + 1)
    return Time(position, end, (year, months[0], day), (year, months[0], last))


def _read_month(text: Text, position: int) -> Time | None:
    """`April 29, 2024`, `April 2024`, `April`, `січень-жовтень 2025` (one token)."""
    months = _months_at(text, position)
    if not months:
        return None
    word, end = text.word(position), position + 1
    end += word in SHORT and text.word(end) == "."
    day, after = _day_at(text, end), _skip_ending(text, end + 1)
    is_count = len(text.digits(after)) == 3 or text.word(after) in _COUNTED
    if is_count or months[0] != months[1] or not word.isascii():
        day = None
    year, end = _year_behind(text, after if day else end)
    return Time(position, end, (year, months[0], day), (year, months[1], day))


def _read_months(text: Text, position: int) -> Time | None:
    """`first half of 2024`, `перше півріччя 2024`, `nine months of 2025` behind `the first`."""
    word, behind = text.word(position), text.word(position + 1)
    if behind.startswith(("half", "півріч", "полугод")):
        first = next(iter(_HALVES.of(word)), None)
        last = first and first + 5
    elif text.word(position - 1) in _FIRST and behind.startswith(("month", "місяц", "месяц")):
        first, last = 1, int(NUMBER_OF.get(word, 0)) or _day_at(text, position)
    else:
        return None
    year, end = _year_behind(text, position + 2)
    if not (year and last):
        return None
    return Time(position, end, (year, first, None), (year, last, None))


def _read_year(text: Text, position: int) -> Time | None:
    """`in 2024`, `2024 року`, `2022–2023`, and `in 1 995` where a blank slipped in."""
    year, end = _as_year(text.digits(position)), position + 1
    before, follows = text.word(position - 1), text.word(position + 2)
    is_counted = follows.isalpha() and follows not in _YEAR_WORDS
    if not year and before in _BEFORE_YEAR and not is_counted:
        year, end = _as_year(text.digits(position) + text.digits(end)), end + 1
    if not year:
        return None
    last = year
    if text.word(end) in DASHES and not text.gap(end - 1):
        digits = text.digits(end + 1)
        later = _as_year(f"{year // 100}{digits}" if len(digits) == 2 else digits)
        last, end = (later, end + 2) if later else (last, end)
    closed = _skip_year_words(text, end)
    around = (before, text.word(end))
    if closed > end or before in _BEFORE_YEAR or last != year or around == ("(", ")"):
        return Time(position, closed, (year, None, None), (last, None, None))
    return None


_OF_DIGITS = (_read_figures, _read_day_month, _read_months, _read_year)
_OF_WORDS = (_read_month, _read_months)
"""What a time may be that begins with digits, or with a word; the first that is one, is meant."""


def _day_at(text: Text, position: int) -> int | None:
    digits = text.digits(position)
    return int(digits) if len(digits) in (1, 2) and 1 <= int(digits) <= 31 else None


def _as_year(digits: str) -> int | None:
    return int(digits) if len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR else None


def _months_at(text: Text, position: int) -> tuple[int, int] | None:
    """The first and last month of a word: `April`, `січень-жовтень`."""
    word = text.word(position)
    if word in _ENGLISH_WORDS and not text.tokens[position].capital:
        return None
    months = [_MONTH_OF.get(half) for half in word.split("-")]
    first, last = months[0], months[-1]
    return (first, last) if first and last else None


def _year_behind(text: Text, start: int) -> tuple[int | None, int]:
    """The year behind a month, `, 2024`, `of 2024`, `2024-го`, and where the date ends."""
    place = start + (text.word(start) in (",", "of"))
    year = _as_year(text.digits(place))
    is_count = text.word(start) == "," and text.word(place + 1) in _COUNTED
    if not year or is_count:
        return None, start
    return year, _skip_year_words(text, place + 1)


def _skip_ending(text: Text, end: int) -> int:
    """Behind `st of`, `-го`, which stand right behind digits."""
    place = end + (text.word(end) in DASHES)
    if text.gap(end - 1) or text.word(place) not in _ENDINGS:
        return end
    return place + 1 + (text.word(place + 1) == "of")


def _skip_year_words(text: Text, end: int) -> int:
    end = _skip_ending(text, end)
    word = text.word(end)
    if word not in _YEAR_WORDS:
        return end
    return end + 1 + (word in SHORT and text.word(end + 1) == ".")


def _join(text: Text, times: Iterable[Time]) -> list[Time]:
    """`January to October 2025`, `from 21 September 2022 to 12 April 2024` as one span."""
    joined: list[Time] = []
    for time in times:
        if joined and _is_span(text, joined[-1], time):
            joined[-1] = replace(joined[-1], end=time.end, last=time.last)
        else:
            joined.append(time)
    return joined


def _is_span(text: Text, before: Time, time: Time) -> bool:
    opening = text.word(before.begin - 1)
    between = " ".join(text.word(place) for place in range(before.end, time.begin))
    if between in _UP_TO:
        return opening in _SINCE
    return between in _TO or (between in AND and opening in BETWEEN)


def _role_of(text: Text, time: Time) -> str:
    """What the words before a date say; a span has both its ends."""
    place = time.begin - (text.word(time.begin - 1) == "the")
    word = text.word(place - 1)
    if time.first != time.last:
        return "in"
    if word in _SINCE:
        return "since"
    return "until" if word in _UNTIL or f"{text.word(place - 2)} {word}" in _AS_OF else "in"


def _lend_years(times: Iterable[Time]) -> Iterator[Time]:
    """A month without a year is of the last year named before it."""
    year: int | None = None
    for time in times:
        year = time.last[0] or time.first[0] or year
        first, last = ((part[0] or year, *part[1:]) for part in (time.first, time.last))
        yield replace(time, first=first, last=last)


def _find_years_before(text: Text, times: list[Time]) -> Iterator[Time]:
    """`a year earlier` as the time named before it, a year before."""
    for place in range(len(text.tokens)):
        for _, length in _EARLIER.at(text, place):
            before = [one for one in times if one.end <= place and one.first[0]]
            if before:
                first, last = _year_before(before[-1].first), _year_before(before[-1].last)
                yield Time(place, place + length, first, last)


def _year_before(part: Part) -> Part:
    return (part[0] or 0) - 1, *part[1:]
