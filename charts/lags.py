"""How late a number was printed: rows or one figure in, one lag a claim or an article out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.provenance import Provenance
from charts.look.style import counted, hover, plain, wrapped
from loaders.dates import Date, parse_date, parse_window
from loaders.table import read_rows

MOST_LAGS = 40
_LINE, _MARK = 16, 28
"""Pixels: a line of words, the room of a mark below them."""
_WIDTH = 58
"""How many characters of a row's words fit side by side on a phone."""


@dataclass(frozen=True)
class Lag:
    """One row: the time counted, and when one article printed the number."""

    lead: str
    words: str
    start: date | None
    """First day counted; None where the claim names none."""
    end: date
    printed: Date
    figure: str
    hover: str

    @property
    def lines(self) -> list[str]:
        """Who and how late, side by side where there is room, as plotly shows them."""
        lead = f"<b>{wrapped(self.lead, _WIDTH - 4, most=1)}</b>"
        words = f"{self.words} · {say_days(self)}"
        if len(f"{self.lead} · {words}") <= _WIDTH:
            return [f"{lead} · {plain(words)}"]
        return [lead, wrapped(words, _WIDTH, most=1)]

    @property
    def height(self) -> int:
        """In pixels."""
        return len(self.lines) * _LINE + _MARK

    @property
    def depth(self) -> int:
        """Pixels from the top of the row down to its mark."""
        return len(self.lines) * _LINE + 9

    @property
    def days(self) -> int:
        """Days from the end of the window to the last day the article can have appeared."""
        return (self.printed.last - self.end).days


def find_lags(rows: pd.DataFrame) -> list[Lag]:
    """The longest lags, as many as are drawn, longest first."""
    longest = measure_lags(rows).head(MOST_LAGS)
    columns = ("claimant_name", "window", "window_start", "window_end", "first_published", "id")
    told = zip(read_rows(longest, *columns), hover(longest), strict=True)
    return [_of_row(text, *row) for row, text in told]


def measure_lags(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims whose first citation has a date, longest lag first, with `days` and `exact`."""
    dated = rows[rows["first_published"].notna()]
    dates = {text: parse_date(text) for text in dated["first_published"].unique()}
    last = pd.to_datetime(dated["first_published"].map({t: d.last for t, d in dates.items()}))
    days = (last - dated["window_end"]).dt.days
    exact = dated["first_published"].map({t: d.precision == "day" for t, d in dates.items()})
    found = dated.assign(days=days, exact=exact.astype("bool"))
    return found.sort_values("days", ascending=False, kind="stable")


def _of_row(
    text: str, name: str, window: str, start: pd.Timestamp, end: pd.Timestamp, day: str, id: str
) -> Lag:
    first = None if pd.isna(start) else start.date()
    return Lag(name, parse_window(window).words(), first, end.date(), parse_date(day), id, text)


def find_lags_of(found: Provenance) -> list[Lag]:
    """The lag of each article of one figure that has a date, earliest first."""
    figure = found.figure
    first = figure.during.start if figure.during else figure.since
    return [
        Lag(
            relay.article.outlet, relay.article.published.words(), first.first if first else None,
            figure.end.last, relay.article.published, figure.id, wrapped(relay.words, 46),
        )
        for relay in found.relays
        if relay.article.published
    ]  # fmt: skip


def say_days(lag: Lag) -> str:
    """`after 12 days`, `on its last day`, `printed in April 2024`."""
    if lag.printed.precision != "day":
        return f"printed in {lag.printed.words()}"
    if lag.days < 0:
        return f"{counted(-lag.days, 'day')} before its end"
    return f"after {counted(lag.days, 'day')}" if lag.days else "on its last day"
