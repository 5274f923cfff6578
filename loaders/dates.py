"""EDTF dates and intervals in, days with their precision out.

Covers what figures.yaml uses of EDTF level 0 (ISO 8601-2:2019): `2024`, `2024-01`,
`2024-01-15` and intervals of two of them. A month stays a month: the text and the precision
are kept beside the first and the last day it can mean.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from loaders.problems import name_no_digit, quote

Precision = Literal["year", "month", "day"]
DAYS_PER_MONTH = 30.44
EXPECTED_DATE = "a date written 2024, 2024-01 or 2024-01-15"

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""A year outside these is a slip of the hand."""

_PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")
_MONTHS = tuple(month_name)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)

_NUMBERS = re.compile(r"(?P<month>\d\d?) ?[/.] ?(?P<year>\d{4})", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<day>\d\d?)\.? )?(?P<month>[a-z]{3})[a-z]*\.? (?P<year>\d{4})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date as exact as its source: `first` and `last` are the days it can mean."""

    text: str
    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        return self.text

    def words(self) -> str:
        """`12 April 2024`, `April 2024` or `2024`."""
        parts = [str(self.first.year)]
        if self.precision != "year":
            parts.insert(0, _MONTHS[self.first.month])
        if self.precision == "day":
            parts.insert(0, str(self.first.day))
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Window:
    """A span of whole days, from the first day of `start` to the last day of `end`."""

    start: Date
    end: Date

    def __str__(self) -> str:
        return self.start.text if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def days(self) -> int:
        return (self.end.last - self.start.first).days + 1

    def overlaps(self, other: Window) -> bool:
        return self.start.first <= other.end.last and other.start.first <= self.end.last

    def contains(self, other: Window) -> bool:
        return self.start.first <= other.start.first and other.end.last <= self.end.last

    def same_days(self, other: Window) -> bool:
        return (self.start.first, self.end.last) == (other.start.first, other.end.last)

    def words(self) -> str:
        """`April 2024` or `1 January 2024 to 12 April 2024`."""
        if self.start == self.end:
            return self.start.words()
        return f"{self.start.words()} to {self.end.words()}"


def parse_date(text: str) -> Date:
    """One EDTF date. Raises ValueError with a sentence for a curator."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"expected {EXPECTED_DATE}, found {quote(text)}{name_no_digit(text)}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f'expected a year from {FIRST_YEAR} to {LAST_YEAR}, found "{text}"')
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(f'there is no such date as "{text}"') from None
    precision = _PRECISIONS[(month is not None) + (day is not None)]
    return Date(str(text), first, _last_day(first, precision), precision)


def read_date(text: str) -> str:
    """A date as people type it, in the form of the file: `Jan 2024`, `01/2024` -> `2024-01`.

    What is no such date comes back as it was.
    """
    words = re.sub(r"[\s,]+", " ", text).strip().casefold()
    if found := _NUMBERS.fullmatch(words):
        return f"{found['year']}-{int(found['month']):02}"
    named = _NAMED.fullmatch(words)
    months = [name[:3].casefold() for name in _MONTHS]
    if named is None or named["month"] not in months:
        return text
    day = f"-{int(named['day']):02}" if named["day"] else ""
    return f"{named['year']}-{months.index(named['month']):02}{day}"


def parse_window(text: str) -> Window:
    """One EDTF date or an interval of two. Raises ValueError with a sentence for a curator."""
    start_text, slash, end_text = text.partition("/")
    start = parse_date(start_text)
    end = parse_date(end_text) if slash else start
    if end.last < start.first:
        raise ValueError(f'the window "{text}" ends before it starts')
    return Window(start, end)


def _last_day(first: date, precision: Precision) -> date:
    if precision == "year":
        return date(first.year, 12, 31)
    if precision == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first


def months_between(first: date, last: date) -> list[date]:
    """The first day of each calendar month from `first` to `last`, both months included."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return months
