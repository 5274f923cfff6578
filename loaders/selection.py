"""What a filter means: parameters in, `Filters` out; table and `Filters` in, rows out.

Pages, data addresses and the command line all filter through here, by the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TypeVar
from unicodedata import normalize
from urllib.parse import urlencode

import pandas as pd

from loaders.dates import Date, parse_date
from loaders.ledger import FORCES, Ledger, once
from loaders.problems import quote, suggest
from loaders.words import Basis, Status

Record = TypeVar("Record")
SEARCHED = [
    "id",
    "claimant_name",
    "unit_name",
    "place",
    "category",
    "outlets",
    "first_title",
    "note",
]
"""The columns that words are looked for in."""


@dataclass(frozen=True)
class Filters:
    """What a reader chose; an empty field does not filter. Within a field any value will do."""

    force: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    offence: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    """Each unit stands for itself and all units below it."""
    claimant: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    from_: Date | None = None
    """Keeps windows that reach into this date or later; of totals, the date they run to counts."""
    to: Date | None = None
    """Keeps windows that begin on this date or before; of totals, the date they run to counts."""
    words: str = ""
    """All of these words, in any of the SEARCHED columns."""

    def __bool__(self) -> bool:
        return self != Filters()

    def parameters(self) -> list[tuple[str, str]]:
        """The same as the pairs of an address, without what does not filter."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            values = value if isinstance(value, tuple) else (value,)
            pairs.extend((field.name.rstrip("_"), str(one)) for one in values if one)
        return pairs

    def say_times(self) -> str:
        """What the dates keep: `Kept: periods that touch 2025, and totals up to a day in it.`"""
        if not self.from_ and not self.to:
            return ""
        times = _say_span(self.from_, self.to)
        return f"Kept: periods that touch {times}, and totals up to a day in that time."

    def query(self) -> str:
        """The same as the query of an address: `measure=help_requests&claimant=idite-lesom`."""
        return urlencode(self.parameters())


def _say_span(first: Date | None, last: Date | None) -> str:
    """`2025`, `the time from March 2024 to May 2024`, `the time to 2025`."""
    if first == last and first:
        return first.words()
    start = f" from {first.words()}" if first else ""
    end = f" to {last.words()}" if last else ""
    return f"the time{start}{end}"


LISTS = tuple(field.name for field in fields(Filters) if field.default == ())
PARAMETERS = tuple(field.name.rstrip("_") for field in fields(Filters))
"""The names of the filters in addresses and on the command line."""

MEANINGS = {
    "force": "Whose force: russia or ukraine.",
    "measure": "What is counted.",
    "offence": "The offence, for legal measures.",
    "unit": "The unit, with everything below it.",
    "claimant": "Who produced the number.",
    "outlet": "Who printed it.",
    "basis": "How the claimant came to the number.",
    "status": "What became of the claim.",
    "from": "Windows that reach into this date or later (2024, 2024-01 or 2024-01-15).",
    "to": "Windows that begin on this date or before.",
    "words": "All of these words, in title, note, names and outlets.",
}
"""Filter -> what it keeps."""


@once
def choices(ledger: Ledger) -> dict[str, dict[str, str]]:
    """Filter -> the values it may take and their labels, in the order to offer them."""
    used = ledger.figures.values()
    return {
        "force": {key: ledger.units[key].name for key in FORCES if key in ledger.units},
        "measure": _used(ledger.measures, {f.measure for f in used}, lambda m: m.label),
        "offence": _used(ledger.offences, {f.offence for f in used}, lambda o: o.label),
        "unit": {key: ledger.units[key].name for key in ledger.tree},
        "claimant": _by_label(
            _used(ledger.claimants, {f.claimant for f in used}, lambda c: c.name)
        ),
        "outlet": {name: name for name in sorted(_outlets(ledger), key=str.casefold)},
        "basis": {word.value: humanise(word.value) for word in Basis},
        "status": {word.value: humanise(word.value) for word in Status},
    }


def _used(
    records: Mapping[str, Record], keys: set[str | None], label: Callable[[Record], str]
) -> dict[str, str]:
    return {key: label(record) for key, record in records.items() if key in keys}


def _by_label(found: dict[str, str]) -> dict[str, str]:
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _outlets(ledger: Ledger) -> set[str]:
    return {ledger.articles[article].outlet for article in ledger.printed_by}


def humanise(word: str) -> str:
    """`court_records` -> `Court records`."""
    return word.replace("_", " ").capitalize()


def parse_filters(parameters: Iterable[tuple[str, str]], ledger: Ledger) -> Filters:
    """Name-value pairs to filters; an empty value does not filter.

    Raises ValueError with a sentence for what is unknown.
    """
    lists: dict[str, list[str]] = {}
    single: dict[str, str] = {}
    known = choices(ledger)
    for name, value in parameters:
        if name not in PARAMETERS:
            raise ValueError(f"unknown parameter {quote(name)}{suggest(name, PARAMETERS)}")
        if not value:
            continue
        if name in known:
            lists.setdefault(name, []).append(_check_choice(name, value, known[name]))
        elif name in single:
            raise ValueError(f'the parameter "{name}" is given twice; give it once')
        else:
            single[name] = value
    return Filters(
        **{name: tuple(dict.fromkeys(values)) for name, values in lists.items()},
        from_=_date_of("from", single),
        to=_date_of("to", single),
        words=" ".join(normalize("NFC", single.get("words", "")).split()),
    )


def _check_choice(name: str, value: str, known: Mapping[str, str]) -> str:
    if value not in known:
        raise ValueError(f"unknown {name} {quote(value)}{suggest(value, known)}")
    return value


def _date_of(name: str, values: Mapping[str, str]) -> Date | None:
    if not values.get(name):
        return None
    try:
        return parse_date(values[name])
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def select(table: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows that pass every filter, in the order of the table; the table is not changed."""
    keep = pd.Series(True, index=table.index)
    for name in LISTS:
        if values := getattr(filters, name):
            keep &= _MATCHES.get(name, _is_one_of)(table, name, values)
    if filters.from_:
        keep &= table["window_end"] >= pd.Timestamp(filters.from_.first)
    if filters.to:
        keep &= _window_begin(table) <= pd.Timestamp(filters.to.last)
    for word in filters.words.split():
        keep &= _mentions(table, word)
    return table[keep]


def _is_one_of(table: pd.DataFrame, name: str, values: tuple[str, ...]) -> pd.Series:
    return table[name].isin(values)


def _is_below(table: pd.DataFrame, _: str, values: tuple[str, ...]) -> pd.Series:
    paths = "/" + table["unit_path"] + "/"
    found = [paths.str.contains(f"/{value}/", regex=False) for value in values]
    return pd.concat(found, axis=1).any(axis=1)


def _is_printed_in(table: pd.DataFrame, _: str, values: tuple[str, ...]) -> pd.Series:
    outlets = "; " + table["outlets"] + "; "
    found = [outlets.str.contains(f"; {value}; ", regex=False) for value in values]
    return pd.concat(found, axis=1).any(axis=1)


_MATCHES = {"unit": _is_below, "outlet": _is_printed_in}


def _window_begin(table: pd.DataFrame) -> pd.Series:
    """First day of a window; of a total, the date it runs to."""
    return table["window_start"].where(table["kind"] != "as_of", table["window_end"])


def _mentions(table: pd.DataFrame, word: str) -> pd.Series:
    found = [
        table[column].str.contains(word, case=False, regex=False).fillna(False)
        for column in SEARCHED
    ]
    return pd.concat(found, axis=1).any(axis=1)


def describe(filters: Filters, ledger: Ledger) -> str:
    """The filters in words: `asked an aid group for help to leave, Idite Lesom, from 2024-01`."""
    known = choices(ledger)
    parts = [
        " or ".join(known[name].get(value, value) for value in values)
        for name in LISTS
        if (values := getattr(filters, name))
    ]
    if filters.from_:
        parts.append(f"from {filters.from_.words()}")
    if filters.to:
        parts.append(f"to {filters.to.words()}")
    if filters.words:
        parts.append(f"with the words “{filters.words}”")
    return ", ".join(parts)
