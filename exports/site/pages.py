"""The pages of the site: what each is called, what its template is given, which charts it has.

Templates get the ledger, its records and the house's own sentences, and put them into tables. The
front page answers first, as the dashboard's overview does; links lead into the site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.adding.parts import breakdowns_of
from analysis.arithmetic import checks_of
from analysis.facts import list_cited, list_facts, say_status, say_title
from analysis.ladder import NO_SUM, RULE, climb, say_caveat, say_gap
from analysis.provenance import trace
from analysis.rivals import rivals_of
from analysis.wording import safest_wording
from charts.by_month import TITLE
from charts.look.style import FORCE_NAMES
from charts.over_time import KINDS, split_kinds
from exports.catalogue import TABLES
from exports.citations import UNVERIFIED, cite_figure, list_articles, write_bibtex, write_csl
from exports.site.drawings import (
    Shown,
    draw_months,
    draw_over_time,
    draw_sources,
    draw_unit_tree,
)
from exports.site.linked import describe_claim, describe_dataset
from exports.tables import figures_of
from loaders.ledger import FORCES, Ledger
from loaders.problems import GROUPS
from loaders.records import Claimant, Figure
from loaders.selection import FILTERS, choices
from loaders.sentences import counted, lower, say
from loaders.table import count_articles
from loaders.words import Basis, Bound, Counts, Kind, Per, Reason, Side, Status, Word, humanise

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
FILTERED = ("force", "measure", "offence", "unit", "claimant", "basis", "status")
SPAN = ("from", "to")
"""The filters of the dashboard that the page of all figures has."""
ORDER = ["window_end", "window_start"]
"""Newest first, as the dashboard has them."""
LATEST = 6
"""So many of the latest claims are on the front page."""


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


def list_pages(ledger: Ledger, table: pd.DataFrame, address: str) -> Iterator[Page]:
    """The pages in the order of the menu, then those of figures."""
    yield _make_front(ledger, table, address)
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
    for figure in ledger.figures.values():
        yield _make_figure_page(ledger, figure, address)


def _make_front(ledger: Ledger, table: pd.DataFrame, address: str) -> Page:
    """One number a step and a force by the rule of analysis/ladder.py; cases; latest claims."""
    values = {
        "steps": climb(ledger),
        "forces": FORCES,
        "say_caveat": say_caveat,
        "say_gap": say_gap,
        "rule": f"{NO_SUM} {RULE}",
        "months": TITLE,
        "latest": list_newest(ledger, table)[:LATEST],
        "thing": describe_dataset(ledger, address),
    }
    description = (
        "Who claimed what, for which unit and time, and which articles printed it. Every number "
        "is reported, none verified."
    )
    drawings = tuple(draw_months(ledger, table))
    return Page("index.html", "overview.html", "Overview", description, values, drawings)


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
            broken = [
                (figure.id, found)
                for figure in figures_of(ledger, rows)
                for found in breakdowns_of(ledger, figure)
            ]
            values = {**page.values, "breakdowns": broken}
            drawings = () if key in FORCES else tuple(draw_sources(ledger, rows))
            said = f"Claims about {page.title}, or about some of its people."
            yield page._replace(values=values, drawings=drawings, description=said)


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


def _make_figure_page(ledger: Ledger, figure: Figure, address: str) -> Page:
    """The claim, what it covers, its articles, rivals, parts, and how it is cited."""
    path, heading = f"figures/{figure.id}.html", say_title(ledger, figure)
    items = list_articles(ledger, [citation.article for citation in figure.citations])
    values = {
        "figure": figure,
        "heading": heading,
        "status": say_status(figure),
        "facts": list_facts(ledger, figure),
        "provenance": trace(ledger, figure),
        "articles": list_cited(ledger, figure),
        "breakdowns": breakdowns_of(ledger, figure),
        "rivals": rivals_of(ledger, figure),
        "checks": list(checks_of(ledger, figure)),
        "wording": safest_wording(ledger, figure),
        "citation": cite_figure(ledger, figure, address + path if address else ""),
        "bibtex": write_bibtex(items).decode(),
        "csl": write_csl(items).decode(),
        "thing": describe_claim(ledger, figure),
    }
    said = f"{say(ledger, figure)} {UNVERIFIED}"
    return Page(path, "figure.html", f"{heading}, {figure.id}", said, values)


def sort_newest(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(ORDER, ascending=False, kind="stable")


def list_newest(ledger: Ledger, rows: pd.DataFrame) -> list[Figure]:
    """The figures of the rows, the newest first."""
    return figures_of(ledger, sort_newest(rows))


def mark(ledger: Ledger, figure: Figure) -> dict[str, str]:
    """Filter -> its values of one row with blanks between them; the id beside them.

    `from` and `to` are its first and last day, of a total both are the day that it runs to.
    """
    end = figure.end.last
    start = figure.window.start.first if figure.during else end
    values = {name: getattr(figure, name, None) or "" for name in FILTERED}
    values |= {"force": ledger.force(figure.unit), "unit": " ".join(ledger.path(figure.unit))}
    return {"id": figure.id, **values, "from": start.isoformat(), "to": end.isoformat()}


def list_filters(ledger: Ledger, table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each filter of the page, its words and what may be chosen."""
    years = {str(year): str(year) for year in sorted({day.year for day in table["window_end"]})}
    offered = {**choices(ledger), **dict.fromkeys(SPAN, years)}
    return [
        {"name": name, "label": FILTERS[name].label, "choices": offered[name]}
        for name in (*FILTERED, *SPAN)
    ]
