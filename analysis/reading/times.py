"""The dates and spans of time that a text names, as far as it names them.

Days, months, years and their spans in three languages, in one linear pass; never more exact than
the text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from analysis.reading.vocabulary import MONTHS, RELATIVE
from analysis.reading.words import DASHES, Lexicon, Text, listed
from loaders.dates import FIRST_YEAR, LAST_YEAR, Date, Window, parse_date

_MONTH_OF = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split()}
_ENGLISH_WORDS = listed("may march mar sept jan")
"""Words that are months only with a capital letter."""
_SHORT_MONTHS = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
_YEAR_WORDS = listed("року рік році роком год года году г р рр гг роках роки годы годах")
_SHORT_YEAR_WORDS = listed("р г рр гг")
_YEAR_ENDINGS = listed("го му м й ый ом")
_DAY_ENDINGS = listed("го е ого те")
_ORDINALS = listed("st nd rd th")
"""What may stand behind the digits: `2024-го`, `5-е`, `1st`."""
_SINCE = listed("since from з із зі від с со от начиная починаючи seit od after")
_UNTIL = listed("by until till through to станом до к по bis do before")
_AS_OF = {("as", "of"), ("up", "to"), ("станом", "на"), ("состоянию", "на"), ("as", "at")}
_AND = listed("and і й та и")
_TO = listed("to through по до")
_UP_TO = (["up", "to"], ["and", "up", "to"])
_TO_FROM = listed("until bis do /")
"""What joins two dates only behind a word for a start."""
# fmt: off
_HALVES = {"first": 1, "second": 2, "перше": 1, "першому": 1, "першого": 1, "друге": 2,
           "другому": 2, "первое": 1, "первом": 1, "первого": 1, "второе": 2, "втором": 2}
# fmt: on
_FIRST = listed("the first перші первые первых перших")
# fmt: off
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
           "ten": 10, "eleven": 11, "два": 2, "три": 3, "чотири": 4, "п'ять": 5, "шість": 6,
           "сім": 7, "вісім": 8, "дев'ять": 9, "десять": 10, "одинадцять": 11, "четыре": 4,
           "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "одиннадцать": 11}
# fmt: on
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


_EARLIER = Lexicon(
    {
        "year": """year_earlier a_year_before the_year_before the_previous_year
        роком_раніше рік_тому торік_за_цей_період годом_ранее годом_раньше год_назад
        за_рік_до_того попереднього_року предыдущем_году"""
    }
)


def _find_years_before(text: Text, times: list[Time]) -> Iterator[Time]:
    """`a year earlier` as the time named before it, a year before."""
    for place in range(len(text.tokens)):
        for _, length in _EARLIER.at(text, place):
            before = [one for one in times if one.end <= place and one.first[0]]
            if before:
                first, last = _year_before(before[-1].first), _year_before(before[-1].last)
                yield Time(place, place + length, first, last)


def _year_before(part: Part) -> Part:
    year, month, day = part
    assert year is not None
    return year - 1, month, day


def has_relative(text: Text, start: int, end: int) -> bool:
    """Whether a time is named that cannot be told without the day of the article."""
    return any(any(_RELATIVE.at(text, place)) for place in range(start, end))


def _find(text: Text) -> Iterator[Time]:
    position = 0
    while position < len(text.tokens):
        found = _read(text, position)
        if found:
            yield found
            position = found.end
        else:
            position += 1


def _read(text: Text, position: int) -> Time | None:
    token = text.tokens[position]
    if token.digits:
        return (
            _read_figures(text, position)
            or _read_day_month(text, position)
            or _read_year(text, position)
        )
    if months := _months_at(text, position):
        return _read_month(text, position, *months)
    if token.word in _HALVES or token.word in ("перші", "первые", "за", "in"):
        return _read_half(text, position)
    return None


def _digits(text: Text, position: int) -> int | None:
    if 0 <= position < len(text.tokens) and text.tokens[position].digits:
        word = text.word(position)
        return int(word) if len(word) <= 4 else None
    return None


def _year_at(text: Text, position: int) -> int | None:
    year = _digits(text, position)
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def _tight(text: Text, start: int, end: int) -> bool:
    return all(not text.gap(place) for place in range(start, end))


def _read_figures(text: Text, position: int) -> Time | None:
    """`2024-04-29`, `29.04.2024`, `29/04/2024`."""
    signs = (text.word(position + 1), text.word(position + 3))
    if signs not in ((".", "."), ("-", "-"), ("/", "/")):
        return None
    numbers = [_digits(text, position + step) for step in (0, 2, 4)]
    if None in numbers or not _tight(text, position, position + 4):
        return None
    first, month, last = numbers
    parts: tuple[Part, Part] = (first, month, last), (last, month, first)
    part = next((one for one in parts if _date(one)), None)
    return Time(position, position + 5, part, part) if part else None


def _months_at(text: Text, position: int) -> tuple[int, int] | None:
    """The first and last month of a word: `April`, `січень-жовтень`."""
    word = text.word(position)
    if word in _ENGLISH_WORDS and not text.tokens[position].capital:
        return None
    months = [_MONTH_OF.get(half) for half in word.split("-")]
    first, last = months[0], months[-1]
    return (first, last) if first and last else None


def _read_day_month(text: Text, position: int) -> Time | None:
    """`29 April 2024`, `29th of April`, `29 квітня 2024 року`, `1-12 April`."""
    day = _digits(text, position)
    if day is None or not 1 <= day <= 31:
        return None
    place, last = position + 1, day
    if text.word(place) in _ORDINALS:
        place += 1 + (text.word(place + 1) == "of")
    if text.word(place) in DASHES and (behind := _digits(text, place + 1)):
        last, place = behind, place + 2
    elif text.word(place + 1) in _DAY_ENDINGS:
        place += 2
    elif text.word(place) == ".":
        place += 1
    months = _months_at(text, place)
    if months is None:
        return None
    month, _ = months
    year, end = _year_behind(text, place + 1)
    return Time(position, end, (year, month, day), (year, month, last))


def _read_month(text: Text, position: int, month: int, last: int) -> Time:
    """`April 29, 2024`, `April 2024`, `April`, `січень-жовтень 2025` (one token)."""
    word, end = text.word(position), position + 1
    if text.word(end) == "." and word in _SHORT_MONTHS:
        end += 1
    day = _digits(text, end)
    if day and day <= 31 and word.isascii() and last == month:
        after = end + 1 + (text.word(end + 1) in _ORDINALS)
        grouped = _digits(text, after) is not None and len(text.word(after)) == 3
        if not grouped and text.word(after) not in _COUNTED:
            year, closed = _year_behind(text, after)
            return Time(position, closed, (year, month, day), (year, month, day))
    year, closed = _year_behind(text, end)
    return Time(position, closed, (year, month, None), (year, last, None))


_COUNTED = listed(
    """soldiers people men cases servicemen troops verdicts deserters thousand percent %
    requests fighters"""
)
"""`In March 12 soldiers`: behind a number it is none of a day."""


def _year_behind(text: Text, start: int) -> tuple[int | None, int]:
    """The year behind a month, `, 2024`, `of 2024`, `2024-го`, and where the date ends."""
    place = start + (text.word(start) in (",", "of"))
    year = _year_at(text, place)
    is_count = text.word(place - 1) == "," and text.word(place + 1) in _COUNTED
    if year is None or is_count:
        return None, start
    return year, _skip_year_words(text, place + 1)


def _skip_year_words(text: Text, end: int) -> int:
    if text.word(end + 1) in _YEAR_ENDINGS:
        end += 2
    if text.word(end) in _YEAR_WORDS:
        end += 1
        if text.word(end) == "." and text.word(end - 1) in _SHORT_YEAR_WORDS:
            end += 1
    return end


_IN = listed(
    """in since by until till of from through before after during у в во з із зі с со до
    від от к на за по після после протягом упродовж seit im bis od w"""
)


def _read_year(text: Text, position: int) -> Time | None:
    """`in 2024`, `2024 року`, `2022–2023`, and `in 1 995` where a blank slipped in."""
    before = text.word(position - 1)
    year = _year_at(text, position)
    if year is None:
        return _read_split_year(text, position) if before in _IN else None
    end, last = position + 1, year
    if text.word(end) in DASHES and _tight(text, position, end):
        behind = text.word(end + 1)
        if (later := _year_at(text, end + 1)) is not None:
            last, end = later, end + 2
        elif behind.isdigit() and len(behind) == 2:
            last, end = year // 100 * 100 + int(behind), end + 2
    closed = _skip_year_words(text, end)
    if closed > end or before in _IN or last != year or (before == "(" and text.word(end) == ")"):
        return Time(position, closed, (year, None, None), (last, None, None))
    return None


def _read_split_year(text: Text, position: int) -> Time | None:
    """`in 1 995`, where the word behind is no thing that is counted."""
    thousands, rest = _digits(text, position), _digits(text, position + 1)
    if thousands is None or rest is None or len(text.word(position + 1)) != 3:
        return None
    year, follows = thousands * 1000 + rest, text.word(position + 2)
    if not FIRST_YEAR <= year <= LAST_YEAR or (follows.isalpha() and follows not in _YEAR_WORDS):
        return None
    return Time(
        position, _skip_year_words(text, position + 2), (year, None, None), (year, None, None)
    )


def _read_half(text: Text, position: int) -> Time | None:
    """`first half of 2024`, `перше півріччя 2024`, `first nine months of 2025`, `за 10 місяців`."""
    half = _HALVES.get(text.word(position))
    place = position + 1
    if half and text.word(place).startswith(("half", "півріч", "полугод")):
        return _read_months_of(text, position, place + 1, 6 * half - 5, 6 * half)
    while text.word(place) in _FIRST:
        place += 1
    count = _digits(text, place) or _COUNTS.get(text.word(place))
    if not count or not text.word(place + 1).startswith(("month", "місяц", "месяц")):
        return None
    return _read_months_of(text, position, place + 2, 1, count)


def _read_months_of(text: Text, begin: int, place: int, first: int, last: int) -> Time | None:
    """Some months of the year that is named behind them."""
    place += text.word(place) == "of"
    year = _year_at(text, place)
    if year is None:
        return None
    return Time(begin, _skip_year_words(text, place + 1), (year, first, None), (year, last, None))


def _join(text: Text, times: Iterable[Time]) -> list[Time]:
    """`January to October 2025`, `from 21 September 2022 to 12 April 2024` as one span."""
    joined: list[Time] = []
    for time in times:
        before = joined[-1] if joined else None
        if before and _is_span(text, before, time):
            first = before.first if before.first[0] else (time.last[0], *before.first[1:])
            joined[-1] = replace(before, end=time.end, first=first, last=time.last)
        else:
            joined.append(time)
    return joined


def _is_span(text: Text, before: Time, time: Time) -> bool:
    between = [text.word(place) for place in range(before.end, time.begin)]
    opening = text.word(before.begin - 1)
    if between in _UP_TO:
        return opening in _SINCE
    if len(between) != 1:
        return False
    (sign,) = between
    if sign in _AND:
        return opening in ("between", "між", "между")
    return sign in DASHES or sign in _TO or (sign in _TO_FROM and opening in _SINCE)


def _role_of(text: Text, time: Time) -> str:
    """What the words before a date say; a span has both its ends."""
    if time.first != time.last:
        return "in"
    place = time.begin - (text.word(time.begin - 1) == "the")
    words = (text.word(place - 2), text.word(place - 1))
    if words[1] in _SINCE:
        return "since"
    return "until" if words in _AS_OF or words[1] in _UNTIL else "in"


def _lend_years(times: Iterable[Time]) -> Iterator[Time]:
    """A month without a year is of the last year named before it."""
    year: int | None = None
    for time in times:
        if time.last[0] is not None:
            year = time.last[0]
        else:
            time = replace(time, first=(year, *time.first[1:]), last=(year, *time.last[1:]))
        yield time
