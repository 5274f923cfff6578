"""The dates and spans of time that a text names, as far as it names them.

Days, months, years and their spans in three languages, in one linear pass; never more exact than
the text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from analysis.reading.vocabulary import MONTHS, RELATIVE
from analysis.reading.words import Lexicon, Text, listed
from loaders.dates import FIRST_YEAR, LAST_YEAR, Date, Window, parse_date

_MONTH_OF = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split()}
_ENGLISH_WORDS = listed("may march mar sept jan")
"""Words that are months only with a capital letter."""
_SHORT_MONTHS = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
_YEAR_WORDS = listed("року рік році роком год года году г р рр гг роках роки годы годах")
_SINCE = listed("since from з із зі від с со от начиная починаючи seit od after")
_UNTIL = listed("by until till through to станом до к по на bis do before")
_AS_OF = {("as", "of"), ("up", "to"), ("станом", "на"), ("по", "состоянию"), ("as", "at")}
_TO = listed("to through until and по до і й та и bis do") | frozenset("-–—/−‑")
_DASHES = frozenset("-–—−‑")
# fmt: off
_HALVES = {"first": 1, "second": 2, "перше": 1, "першому": 1, "першого": 1, "друге": 2,
           "другому": 2, "первое": 1, "первом": 1, "первого": 1, "второе": 2, "втором": 2}
# fmt: on
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
    year, month, day = part
    if year is None:
        return None
    text = f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day and month else "")
    try:
        return parse_date(text)
    except ValueError:
        return None


def find_times(text: Text) -> list[Time]:
    """Every date and span, in order; a month without a year takes the year beside it."""
    found = list(_lend_years(_with_roles(text, _join(text, list(_find(text))))))
    return _add_years_before(text, found)


_EARLIER = Lexicon(
    {
        "year": """a_year_earlier a_year_before one_year_earlier year_earlier the_year_before
        the_previous_year
        роком_раніше рік_тому торік_за_цей_період годом_ранее годом_раньше год_назад
        за_рік_до_того попереднього_року предыдущем_году"""
    }
)


def _add_years_before(text: Text, times: list[Time]) -> list[Time]:
    """`a year earlier` as the time named before it, a year before."""
    added = list(times)
    for place in range(len(text.tokens)):
        for _, length in _EARLIER.at(text, place):
            before = [one for one in times if one.end <= place and one.first[0] and one.last[0]]
            if before:
                last = before[-1]
                first, end = ((part[0] or 0) - 1 for part in (last.first, last.last))
                added.append(
                    Time(place, place + length, (first, *last.first[1:]), (end, *last.last[1:]))
                )
    return sorted(added, key=lambda one: one.begin) if len(added) > len(times) else times


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
    if (month := _month_at(text, position)) is not None:
        return _read_month(text, position, month)
    if token.word in _HALVES or token.word in ("перші", "первые", "за", "in"):
        return _read_half(text, position)
    return None


def _digits(text: Text, position: int) -> int | None:
    if 0 <= position < len(text.tokens) and text.tokens[position].digits:
        word = text.word(position)
        return int(word) if len(word) <= 4 else None
    return None


def _is_year(value: int | None) -> bool:
    return value is not None and FIRST_YEAR <= value <= LAST_YEAR


def _tight(text: Text, start: int, end: int) -> bool:
    return end < len(text.tokens) and all(not text.gap(place) for place in range(start, end))


def _read_figures(text: Text, position: int) -> Time | None:
    """`2024-04-29`, `29.04.2024`, `29/04/2024`."""
    if not _tight(text, position, position + 4):
        return None
    signs = (text.word(position + 1), text.word(position + 3))
    parts = [_digits(text, position + step) for step in (0, 2, 4)]
    if signs[0] != signs[1] or signs[0] not in (".", "-", "/") or None in parts:
        return None
    first, month, last = parts
    if _is_year(first) and 1 <= (month or 0) <= 12 and 1 <= (last or 0) <= 31:
        part: Part = (first, month, last)
    elif _is_year(last) and 1 <= (month or 0) <= 12 and 1 <= (first or 0) <= 31:
        part = (last, month, first)
    else:
        return None
    return Time(position, position + 5, part, part)


def _month_at(text: Text, position: int) -> int | None:
    if not 0 <= position < len(text.tokens):
        return None
    token = text.tokens[position]
    found = _MONTH_OF.get(token.word)
    if found is None and token.word.count("-") == 1:
        found = _MONTH_OF.get(token.word.split("-")[0])
    if token.word in _ENGLISH_WORDS and not token.capital:
        return None
    return found


def _read_day_month(text: Text, position: int) -> Time | None:
    """`29 April 2024`, `29th of April`, `29 квітня 2024 року`, `1-12 April`."""
    day = _digits(text, position)
    if day is None or not 1 <= day <= 31:
        return None
    place, last = position + 1, day
    if text.word(place) in ("st", "nd", "rd", "th"):
        place += 1 + (text.word(place + 1) == "of")
    if text.word(place) in _DASHES and (behind := _digits(text, place + 1)) and behind <= 31:
        last, place = behind, place + 2
    elif text.word(place) == "-" and text.word(place + 1) in ("го", "е", "ого", "те"):
        place += 2
    elif text.word(place) == "." and _month_at(text, place + 1):
        place += 1
    month = _month_at(text, place)
    if month is None:
        return None
    year, end = _year_behind(text, place + 1)
    return Time(position, end, (year, month, day), (year, month, last))


def _read_month(text: Text, position: int, month: int) -> Time | None:
    """`April 29, 2024`, `April 2024`, `April`, `січень-жовтень 2025` (one token)."""
    last = month
    halves = text.word(position).split("-")
    if len(halves) == 2:
        last = _MONTH_OF.get(halves[1], month)
    end = position + 1
    if text.word(end) == "." and text.word(position) in _SHORT_MONTHS:
        end += 1
    day = _digits(text, end)
    is_english = text.word(position).isascii()
    if day and 1 <= day <= 31 and is_english and last == month and len(text.word(end)) <= 2:
        after = end + 1 + (text.word(end + 1) in ("st", "nd", "rd", "th"))
        grouped = _digits(text, after) is not None and len(text.word(after)) == 3
        if not grouped and not _counts_on(text, after):
            year, closed = _year_behind(text, after)
            return Time(position, closed, (year, month, day), (year, month, day))
    year, closed = _year_behind(text, end)
    return Time(position, closed, (year, month, None), (year, last, None))


def _counts_on(text: Text, after: int) -> bool:
    """`In March 12 soldiers`: a small letter behind the number; `March 12, the army`: none."""
    word = text.word(after)
    return word in ("soldiers", "people", "men", "cases", "servicemen", "troops", "verdicts",
                    "deserters", "thousand", "percent", "%", "requests", "fighters")  # fmt: skip


def _year_behind(text: Text, place: int) -> tuple[int | None, int]:
    """The year behind a month, `, 2024`, `of 2024`, `2024-го`, and where the date ends."""
    start = place
    if text.word(place) in (",", "of"):
        place += 1
    year = _digits(text, place)
    if not _is_year(year) or (
        text.word(place - 1) == "," and place > start and _is_count(text, place)
    ):
        return None, start
    return year, _skip_year_words(text, place + 1)


def _is_count(text: Text, place: int) -> bool:
    """`in April, 2000 soldiers`: what follows is a word that is counted."""
    return _counts_on(text, place + 1)


def _skip_year_words(text: Text, end: int) -> int:
    if text.word(end) == "-" and text.word(end + 1) in ("го", "му", "м", "й", "ый", "ом"):
        end += 2
    if text.word(end) in _YEAR_WORDS:
        end += 1
        if text.word(end) == "." and text.word(end - 1) in ("р", "г", "рр", "гг"):
            end += 1
    return end


_IN = listed(
    """in since by until till of from through before after during у в во з із зі с со до
    від от к на за по після после протягом упродовж seit im bis od w"""
)


def _read_year(text: Text, position: int) -> Time | None:
    """`in 2024`, `2024 року`, `2022–2023`, and `in 1 995` where a blank slipped in."""
    year = _digits(text, position)
    before = text.word(position - 1)
    if year in (1, 2) and before in _IN and text.gap(position) in (" ", "\u00a0", "\u202f"):
        behind = _digits(text, position + 1)
        joined = year * 1000 + behind if behind is not None else 0
        words_follow = text.word(position + 2) in _YEAR_WORDS
        ends = words_follow or not text.word(position + 2)[:1].isalpha()
        if len(text.word(position + 1)) == 3 and _is_year(joined) and ends:
            end = _skip_year_words(text, position + 2)
            return Time(position, end, (joined, None, None), (joined, None, None))
        return None
    if year is None or not _is_year(year) or len(text.word(position)) != 4:
        return None
    end = position + 1
    last = year
    if text.word(end) in _DASHES and _tight(text, position, end):
        behind = _digits(text, end + 1)
        if behind is not None and _is_year(behind):
            last, end = behind, end + 2
        elif behind is not None and len(text.word(end + 1)) == 2:
            last, end = year // 100 * 100 + behind, end + 2
    closed = _skip_year_words(text, end)
    if closed > end or before in _IN or last != year or (before == "(" and text.word(end) == ")"):
        return Time(position, closed, (year, None, None), (last, None, None))
    return None


def _read_half(text: Text, position: int) -> Time | None:
    """`first half of 2024`, `перше півріччя 2024`, `first nine months of 2025`, `за 10 місяців`."""
    number = _HALVES.get(text.word(position))
    place = position + 1
    if number and text.word(place).startswith(("half", "півріч", "полугод")):
        place += 1
        if text.word(place) == "of":
            place += 1
        year = _digits(text, place)
        if not _is_year(year):
            return None
        months = (1, 6) if number == 1 else (7, 12)
        return Time(position, _skip_year_words(text, place + 1),
                    (year, months[0], None), (year, months[1], None))  # fmt: skip
    if text.word(place) in ("the", "перші", "первые", "первых", "перших"):
        place += 1
    if text.word(place) == "first":
        place += 1
    count = _digits(text, place) or _COUNTS.get(text.word(place))
    if not count or count > 12 or not text.word(place + 1).startswith(("month", "місяц", "месяц")):
        return None
    place += 2
    if text.word(place) == "of":
        place += 1
    year = _digits(text, place)
    if not _is_year(year):
        return None
    return Time(position, _skip_year_words(text, place + 1), (year, 1, None), (year, count, None))


def _join(text: Text, times: list[Time]) -> list[Time]:
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
    if between in (["up", "to"], ["and", "up", "to"]):
        return text.word(before.begin - 1) in _SINCE
    if len(between) != 1 or between[0] not in _TO:
        return False
    opening = text.word(before.begin - 1)
    if between[0] in ("and", "і", "й", "та", "и"):
        return opening in ("between", "між", "между")
    return between[0] in _DASHES or opening in _SINCE or between[0] in ("to", "through", "по", "до")


def _with_roles(text: Text, times: Iterable[Time]) -> Iterator[Time]:
    for time in times:
        words = (text.word(time.begin - 2), text.word(time.begin - 1))
        if words[1] in ("the", "start", "of") and words not in _AS_OF:
            words = (text.word(time.begin - 3), words[0])
        if time.first != time.last and time.first[2] is None and time.first[0] == time.last[0]:
            yield time
        elif words[1] in _SINCE and time.first == time.last:
            yield replace(time, role="since")
        elif words in _AS_OF or (words[1] in _UNTIL and words[1] != "на"):
            yield replace(time, role="until")
        else:
            yield time


def _lend_years(times: Iterable[Time]) -> Iterator[Time]:
    """A month without a year is of the last year named before it."""
    year: int | None = None
    for time in times:
        if time.last[0] is not None:
            year = time.last[0]
        elif year is not None:
            time = replace(time, first=(year, *time.first[1:]), last=(year, *time.last[1:]))
        yield time
