"""A claim in, a neutral sentence out: who reported how many of what, for whom, for when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.dates import Date
from loaders.ledger import Ledger
from loaders.records import Article, Figure
from loaders.values import Count
from loaders.words import Bound, Counts, Per

_BOUND_WORDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.ALMOST: "almost ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.UP_TO: "up to ",
    Bound.LESS_THAN: "less than ",
}
_PER_WORDS = {
    Per.DAY: "a day",
    Per.WORKING_DAY: "a working day",
    Per.WEEK: "a week",
    Per.MONTH: "a month",
}


def say_number(count: Count, bound: Bound = Bound.EXACT) -> str:
    """`more than 18,000`, `60 to 90`."""
    number = f"{count.low:,} to {count.high:,}" if count.is_range else f"{count.low:,}"
    return _BOUND_WORDS[bound] + number


def say_per(per: Per | None) -> str:
    """` a working day`, or nothing."""
    return f" {_PER_WORDS[per]}" if per else ""


def say_count(counts: Counts, number: Count) -> str:
    """The noun that goes with a number: `person`, `people`, `verdicts`."""
    if number.high == 1:
        return "person" if counts == Counts.PEOPLE else counts.removesuffix("s")
    return str(counts)


def say_quantity(ledger: Ledger, figure: Figure) -> str:
    """`more than 18,000 people`, `34 to 35 verdicts a working day`."""
    noun = say_count(ledger.measures[figure.measure].counts, figure.count)
    return f"{say_number(figure.count, figure.bound)} {noun}{say_per(figure.per)}"


def say_measure(ledger: Ledger, measure: str, offence: str | None = None) -> str:
    """`verdicts, absence without leave`: the thing counted, in small letters."""
    words = [lower(ledger.measures[measure].label)]
    if offence:
        words.append(lower(ledger.offences[offence].label))
    return ", ".join(words)


def say_thing(ledger: Ledger, figure: Figure) -> str:
    """What is counted, as far as the noun behind the number has not said it; may be empty.

    `absence without leave` for verdicts, `received by courts, desertion` for cases.
    """
    words = say_measure(ledger, figure.measure, figure.offence)
    noun = str(ledger.measures[figure.measure].counts)
    return re.sub(rf"^{noun}(?:,? |$)", "", words)


def say_population(ledger: Ledger, figure: Figure) -> str:
    """`8th Combined Arms Army, mobilised, Krasnodar`."""
    words = [ledger.units[figure.unit].name, figure.category, figure.place]
    return ", ".join(word for word in words if word)


def say_when(ledger: Ledger, figure: Figure) -> str:
    """`in January 2024`, `from 1 January 2024 to 12 April 2024`, `up to 29 April 2024`."""
    if figure.during:
        window = figure.during
        if window.start != window.end:
            return f"from {window.words()}"
        return _say_on(window.end)
    assert figure.as_of is not None
    if ledger.measures[figure.measure].stock:
        return _say_on(figure.as_of)
    until = f"up to {figure.as_of.words()}"
    return f"from {figure.since.words()} {until}" if figure.since else until


def _say_on(date: Date) -> str:
    return f"{'on' if date.precision == 'day' else 'in'} {date.words()}"


def say_whole_time(ledger: Ledger, figure: Figure) -> str:
    """The same; of a total whose start nobody stated, that too."""
    is_open = has_open_start(ledger, figure)
    return f"{say_when(ledger, figure)}{', start of the count not stated' * is_open}"


def has_open_start(ledger: Ledger, figure: Figure) -> bool:
    """Whether it is a total of which nobody says when the count began."""
    is_stock = ledger.measures[figure.measure].stock
    return figure.as_of is not None and figure.since is None and not is_stock


def say_authors(article: Article) -> str | None:
    """`Anna Nowak, Jan Kos`; None where nobody is named."""
    return ", ".join(map(str, article.author)) or None


def say(ledger: Ledger, figure: Figure) -> str:
    """The claim as one sentence that ends with a full stop."""
    verb = "expects" if figure.basis == "forecast" else "reported"
    thing = say_thing(ledger, figure)
    what = f" ({thing})" if thing else ""
    return (
        f"{ledger.claimants[figure.claimant].name} {verb} {say_quantity(ledger, figure)}{what} "
        f"for {say_population(ledger, figure)} {say_whole_time(ledger, figure)}."
    )


def upper(words: str) -> str:
    """Words as the start of a sentence or a heading."""
    return words[:1].upper() + words[1:]


def lower(label: str) -> str:
    """A label inside a sentence: its first letter small, abbreviations as they are."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def counted(number: int, noun: str, plural: str = "s") -> str:
    """`1 claim`, `12 claims`."""
    return f"{number:,} {noun}{'' if number == 1 else plural}"


def join_names(names: Iterable[str]) -> str:
    """`Astra`, `Astra and Proekt`, `Astra, Proekt and TASS`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
