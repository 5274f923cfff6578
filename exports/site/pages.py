"""The pages of the site as what their templates need; templates put it into words and tables.

The front page has a module of its own (front.py), so have those of figures (figure_pages.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.adding.parts import breakdowns_of
from analysis.ladder import RULE
from charts.look.style import FORCE_NAMES
from charts.over_time import KINDS, split_kinds
from exports.catalogue import TABLES
from exports.site.drawings import Shown, draw_over_time, draw_sources, draw_unit_tree
from exports.site.linked import describe_dataset
from exports.site.rows import list_filters, list_newest, mark, sort_newest
from loaders.ledger import FORCES, Ledger
from loaders.problems import GROUPS
from loaders.records import Claimant, Figure
from loaders.selection import humanise
from loaders.sentences import counted, lower
from loaders.table import count_articles
from loaders.words import Basis, Bound, Counts, Kind, Per, Reason, Side, Status, Word

LISTS: Mapping[str, type[Word]] = {
    "What is counted": Counts,
    "How a number was come by": Basis,
    "What a stated number says": Bound,
    "What a rate is a rate of": Per,
    "Status of a claim": Status,
    "What a claimant is": Kind,
    "Whose side it is on": Side,
    "Why there is no number": Reason,
}
"""The closed lists as the codebook heads them."""


class Page(NamedTuple):
    """One page: where it lies, which template fills it, what a link to it says, with what."""

    path: str
    template: str
    title: str
    description: str
    values: dict[str, Any]
    drawings: tuple[Shown, ...] = ()
    rows: pd.DataFrame | None = None
    """The rows it shows, which can be taken away as CSV beside the data."""


def find_course(ledger: Ledger, figure: Figure) -> str:
    """The page that shows the figure over time."""
    stock = ledger.measures[figure.measure].stock
    kind = "level" if stock and figure.kind == "as_of" else figure.kind
    return f"over-time/{figure.measure}-{kind}.html"


def make_pages(ledger: Ledger, table: pd.DataFrame, address: str) -> Iterator[Page]:
    """Every page between the front page and those of single figures."""
    yield Page(
        "all-figures.html",
        "all_figures.html",
        "All figures",
        "One row is one claim, the newest first. Rows that stand one above the other need not be "
        "comparable.",
        {
            "figures": list_newest(ledger, table),
            "mark": mark,
            "filters": list_filters(ledger, table),
        },
    )
    yield from _over_time(ledger, table)
    yield from _by_unit(ledger, table)
    yield from _by_source(ledger, table)
    yield from _explain(ledger, address)


def _explain(ledger: Ledger, address: str) -> Iterator[Page]:
    """The pages that say what all this is, and what can be taken away."""
    yield Page(
        "about.html",
        "about.html",
        "About",
        "What the figures mean and do not mean. Nothing here is a total of desertions: nobody has "
        "counted that.",
        {},
    )
    yield Page(
        "codebook.html",
        "codebook.html",
        "Codebook",
        "Every table that can be taken away with its columns, the words of closed lists, and the "
        "rules that the data is held to.",
        {"tables": TABLES, "words": LISTS, "rules": GROUPS, "ladder": RULE},
    )
    yield Page(
        "data.html",
        "data.html",
        "Data",
        f"All {len(ledger.figures)} figures, in whichever form suits, to be taken away.",
        {"thing": describe_dataset(ledger, address)},
    )


def _over_time(ledger: Ledger, table: pd.DataFrame) -> Iterator[Page]:
    """One page a measure and kind of count: what shares no axis shares no page."""
    measures = {key: split_kinds(table[table["measure"] == key], ledger) for key in ledger.measures}
    yield Page(
        "over-time.html",
        "over_time.html",
        "Over time",
        "What each claimant has said about each question, at the time it is about. A count within "
        "a window, a running total, a level and a rate share no axis, so each has its own page.",
        {"measures": measures, "kinds": KINDS},
    )
    for key, kinds in measures.items():
        measure = ledger.measures[key]
        for kind, rows in kinds.items():
            page = _show_rows(ledger, f"over-time/{key}-{kind}", measure.label, rows, "force")
            drawings = (draw_over_time(ledger, kind, rows),)
            title = f"{measure.label}, {lower(KINDS[kind])}"
            said = measure.definition
            yield page._replace(drawings=drawings, title=title, description=said)


def _by_unit(ledger: Ledger, table: pd.DataFrame) -> Iterator[Page]:
    units = table["unit"].tolist()
    within = Counter(above for unit in units for above in ledger.path(unit))
    below = table[~table["unit"].isin(FORCES)]
    yield Page(
        "by-unit.html",
        "by_unit.html",
        "By unit",
        "Whose people are counted. A unit's claims are never the sum of those below it, unless a "
        "claim says so.",
        {"claims": Counter(units), "within": within},
        tuple(draw_unit_tree(ledger, below)),
    )
    for key in ledger.tree:
        rows = table[table["unit"] == key]
        if len(rows):
            page = _show_rows(ledger, f"units/{key}", ledger.units[key].name, rows, "measure_label")
            values = {**page.values, "breakdowns": _break_down(ledger, rows)}
            drawings = () if key in FORCES else tuple(draw_sources(ledger, rows))
            said = f"Claims about {page.title}, or about some of its people."
            yield page._replace(values=values, drawings=drawings, description=said)


def _break_down(ledger: Ledger, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Id of a whole and the words on its parts."""
    return [
        (id, f"{found.words}{f' ({found.verdict}: {found.reason})' if found.reason else ''}")
        for id in rows["id"]
        for found in breakdowns_of(ledger, ledger.figures[id])
    ]


def _by_source(ledger: Ledger, table: pd.DataFrame) -> Iterator[Page]:
    groups = {str(key): rows for key, rows in table.groupby("claimant", sort=False)}
    claimants = [(key, groups[key]) for key in ledger.claimants if key in groups]
    most_first = sorted(claimants, key=lambda one: len(one[1]), reverse=True)
    yield Page(
        "by-source.html",
        "by_source.html",
        "By source",
        "A claimant produced a number; an outlet printed it. Ten articles that repeat one claim "
        "are still one claim, with one origin.",
        {
            "claimants": most_first,
            "count_articles": count_articles,
            "outlets": _count_outlets(ledger),
        },
    )
    for key, rows in groups.items():
        claimant = ledger.claimants[key]
        page = _show_rows(ledger, f"sources/{key}", claimant.name, rows, "measure_label")
        drawings = tuple(draw_sources(ledger, rows))
        yield page._replace(drawings=drawings, description=f"{_say_who(claimant)}.")


def _say_who(claimant: Claimant) -> str:
    """`State body, Ukraine: a government, ministry, service or parliament`."""
    side = f", {claimant.side.definition}" if claimant.side else ", independent"
    return f"{humanise(claimant.kind)}{side}"


def _count_outlets(ledger: Ledger) -> list[tuple[str, int, int, int]]:
    """Outlet, articles, claims printed, claims printed differently; most claims first."""
    found: dict[str, tuple[set[str], int, int]] = {}
    for figure in ledger.figures.values():
        for citation in figure.citations:
            outlet = ledger.articles[citation.article].outlet
            articles, claims, changed = found.get(outlet, (set(), 0, 0))
            articles.add(citation.article)
            found[outlet] = (articles, claims + 1, changed + (citation.printed is not None))
    rows = [(name, len(keys), claims, changed) for name, (keys, claims, changed) in found.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0].casefold()))


def _show_rows(ledger: Ledger, path: str, title: str, rows: pd.DataFrame, group: str) -> Page:
    """A page of claims, one table a group, that can be taken away as CSV."""
    values = {
        "counted": counted(len(rows), "claim"),
        "breakdowns": [],
        "groups": [
            (FORCE_NAMES.get(str(name), str(name)), list_newest(ledger, some))
            for name, some in sort_newest(rows).groupby(group, sort=False)
        ],
        "csv": f"data/{path}.csv",
    }
    return Page(f"{path}.html", "rows.html", title, "", values, rows=rows)
