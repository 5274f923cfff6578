"""What a filter means: parameters in, `Filters` out; rows and `Filters` in, fewer rows out.

Pages, data addresses and the command line all filter through here, by the same names. A filter is
one object: its name, what its control is called, what it keeps, how it is read, applied and said.
A new one is an entry of FILTERS, and everybody has it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeVar
from unicodedata import normalize
from urllib.parse import urlencode

import pandas as pd

from loaders.dates import Date, parse_date, read_date
from loaders.ledger import FORCES, Ledger, once
from loaders.problems import quote, suggest
from loaders.search import find_mentions
from loaders.tracking import is_tracking
from loaders.words import Basis, Status, Word, humanise

Record = TypeVar("Record")
Values = tuple[str, ...]
Choices = dict[str, str]
"""Value that may be chosen -> its label, in the order to offer them."""


class Filters(dict[str, Values]):
    """What a reader chose: filter -> its values, as in an address; what is not in it is open."""

    def parameters(self) -> list[tuple[str, str]]:
        """The pairs of an address, in one order."""
        return [(name, value) for name in FILTERS for value in self.get(name, ())]

    def query(self) -> str:
        """The query of an address: `measure=help_requests&claimant=idite-lesom`."""
        return urlencode(self.parameters())


@dataclass(frozen=True)
class Filter(ABC):
    """One filter."""

    name: str
    """In addresses and on the command line."""
    label: str
    """What its control is called."""
    meaning: str
    """What it keeps."""

    most: ClassVar[int] = 300
    """Characters that it takes, of all its values together."""
    many: ClassVar[bool] = False
    """Whether values are chosen from a list, of which any will do."""

    def read(self, values: Iterable[str], ledger: Ledger) -> Values:
        """The values, checked and each once. Raises ValueError with a sentence."""
        once_each = tuple(dict.fromkeys(value for value in values if value))
        if (length := sum(map(len, once_each))) > self.most:
            raise ValueError(f"{self.name}: at most {self.most:,} characters, found {length:,}")
        return self.check(once_each, ledger) if once_each else ()

    @abstractmethod
    def check(self, values: Values, ledger: Ledger) -> Values:
        """The values, if they may be chosen. Raises ValueError with a sentence."""

    @abstractmethod
    def keep(self, ledger: Ledger, table: pd.DataFrame, values: Values) -> pd.Series:
        """Row -> whether it stays."""

    @abstractmethod
    def say(self, ledger: Ledger, values: Values) -> str:
        """What was chosen, as a part of a sentence."""


@dataclass(frozen=True)
class OneOf(Filter):
    """Keeps rows that have one of the values in a column."""

    offer: Callable[[Ledger], Choices]
    column: str = ""
    """Where it is not named as the filter."""
    between: str = ""
    """What stands between the values of a cell, where it has several."""

    most = 100_000
    many = True

    def check(self, values: Values, ledger: Ledger) -> Values:
        known = choices(ledger)[self.name]
        for value in values:
            if value not in known:
                raise ValueError(f"unknown {self.name} {quote(value)}{suggest(value, known)}")
        return values

    def keep(self, _: Ledger, table: pd.DataFrame, values: Values) -> pd.Series:
        cells = table[self.column or self.name]
        if not self.between:
            return cells.isin(values)
        found = [not set(values).isdisjoint(cell.split(self.between)) for cell in cells]
        return pd.Series(found, table.index)

    def say(self, ledger: Ledger, values: Values) -> str:
        known = choices(ledger)[self.name]
        return " or ".join(known.get(value, value) for value in values)


@dataclass(frozen=True)
class OfTime(Filter):
    """Keeps rows on one side of a date."""

    test: Callable[[pd.DataFrame, Date], pd.Series]

    def check(self, values: Values, _: Ledger) -> Values:
        if len(values) > 1:
            raise ValueError(f'the parameter "{self.name}" is given twice; give it once')
        text = read_date(values[0])
        try:
            parse_date(text)
        except ValueError as error:
            raise ValueError(f"{self.name}: {error}") from None
        return (text,)

    def keep(self, _: Ledger, table: pd.DataFrame, values: Values) -> pd.Series:
        return self.test(table, parse_date(values[0]))

    def say(self, _: Ledger, values: Values) -> str:
        return f"{self.name} {parse_date(values[0]).words()}"


class Mentions(Filter):
    """Keeps rows in which all of the words stand."""

    def check(self, values: Values, _: Ledger) -> Values:
        words = dict.fromkeys(normalize("NFC", " ".join(values)).split())
        return (" ".join(words),) if words else ()

    def keep(self, ledger: Ledger, table: pd.DataFrame, values: Values) -> pd.Series:
        return table["id"].isin(find_mentions(ledger, values[0].split()))

    def say(self, _: Ledger, values: Values) -> str:
        return f"with the words “{values[0]}”"


def _forces(ledger: Ledger) -> Choices:
    return {key: ledger.units[key].name for key in FORCES if key in ledger.units}


def _measures(ledger: Ledger) -> Choices:
    used = {figure.measure for figure in ledger.figures.values()}
    return _pick(ledger.measures, used, lambda measure: measure.label)


def _offences(ledger: Ledger) -> Choices:
    used = {figure.offence for figure in ledger.figures.values()}
    return _pick(ledger.offences, used, lambda offence: offence.label)


def _units(ledger: Ledger) -> Choices:
    return {key: ledger.units[key].name for key in ledger.tree}


def _claimants(ledger: Ledger) -> Choices:
    used = {figure.claimant for figure in ledger.figures.values()}
    found = _pick(ledger.claimants, used, lambda claimant: claimant.name)
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _outlets(ledger: Ledger) -> Choices:
    found = {ledger.articles[article].outlet for article in ledger.printed_by}
    return {name: name for name in sorted(found, key=str.casefold)}


def _pick(
    records: Mapping[str, Record], keys: Iterable[str | None], label: Callable[[Record], str]
) -> Choices:
    return {key: label(record) for key, record in records.items() if key in keys}


def _list_words(words: type[Word]) -> Callable[[Ledger], Choices]:
    return lambda _: {word.value: humanise(word.value) for word in words}


def _ends_since(table: pd.DataFrame, date: Date) -> pd.Series:
    return table["window_end"] >= pd.Timestamp(date.first)


def _begins_until(table: pd.DataFrame, date: Date) -> pd.Series:
    """Of a total the date that it runs to counts, not where its count began."""
    begin = table["window_start"].where(table["kind"] != "as_of", table["window_end"])
    return begin <= pd.Timestamp(date.last)


FILTERS: dict[str, Filter] = {
    filter.name: filter
    for filter in (
        OneOf("force", "Forces", "Whose force: russia or ukraine.", _forces),
        OneOf("measure", "What is counted", "What is counted.", _measures),
        OneOf("offence", "Offence", "The offence, for legal measures.", _offences),
        OneOf(
            "unit",
            "Unit and all below it",
            "The unit, with everything below it.",
            _units,
            column="unit_path",
            between="/",
        ),
        OneOf("claimant", "Claimant", "Who produced the number.", _claimants),
        OneOf("outlet", "Printed by", "Who printed it.", _outlets, column="outlets", between="; "),
        OneOf(
            "basis",
            "How it was counted",
            "How the claimant came to the number.",
            _list_words(Basis),
        ),
        OneOf("status", "Status of the claim", "What became of the claim.", _list_words(Status)),
        OfTime(
            "from",
            "From",
            "What reaches into this date or later (2024, 2024-01 or 2024-01-15).",
            _ends_since,
        ),
        OfTime("to", "To", "What begins on this date or before.", _begins_until),
        Mentions(
            "words",
            "Words in title, note or place",
            "All of these words, in titles, note, names, offence and outlets.",
        ),
    )
}
"""Every filter by its name, in the order of addresses and of sentences."""


@once
def choices(ledger: Ledger) -> dict[str, Choices]:
    """Filter -> the values it may take and their labels, for those that have a list."""
    return {name: one.offer(ledger) for name, one in FILTERS.items() if isinstance(one, OneOf)}


def parse_filters(parameters: Iterable[tuple[str, str]], ledger: Ledger) -> Filters:
    """Name-value pairs to filters; an empty value does not filter, what tracks is passed over.

    Raises ValueError with a sentence for what is unknown or too long.
    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        if name in FILTERS:
            given.setdefault(name, []).append(value)
        elif not is_tracking(name):
            raise ValueError(f"unknown parameter {quote(name)}{suggest(name, FILTERS)}")
    read = {name: FILTERS[name].read(values, ledger) for name, values in given.items()}
    return Filters({name: read[name] for name in FILTERS if read.get(name)})


def select(ledger: Ledger, table: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows that pass every filter, in the order of the table; the table is not changed.

    A figure that is called mistaken was never claimed: only who asks for its status gets it.
    """
    keep = pd.Series(True, table.index)
    if "status" not in filters:
        keep &= table["status"] != Status.MISTAKEN.value
    for name, values in filters.items():
        keep &= FILTERS[name].keep(ledger, table, values)
    return table[keep]


def describe(filters: Filters, ledger: Ledger) -> str:
    """The filters in words: `asked an aid group for help to leave, Idite Lesom, from 2024-01`."""
    chosen = ((FILTERS[name], filters[name]) for name in FILTERS if name in filters)
    return ", ".join(filter.say(ledger, values) for filter, values in chosen)


def say_times(filters: Filters) -> str:
    """What the dates keep, or nothing: `Kept: periods that touch 2025, and totals up to …`."""
    dates = {name: parse_date(filters[name][0]) for name in ("from", "to") if name in filters}
    if not dates:
        return ""
    ends = " ".join(f"{name} {date.words()}" for name, date in dates.items())
    first, *others = dates.values()
    times = first.words() if others == [first] else f"the time {ends}"
    return f"Kept: periods that touch {times}, and totals up to a day in that time."
