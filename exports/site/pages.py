"""The pages of the site as what their templates need; templates put it into words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from analysis.adding.parts import breakdowns_of
from charts.look.style import counted
from charts.over_time import KINDS, split_kinds
from exports.catalogue import TABLES
from exports.records import plain_rows
from exports.site.drawings import draw_over_time, draw_sources, draw_unit_tree
from exports.site.linked import describe_dataset
from loaders.dates import parse_date
from loaders.ledger import FORCES, Ledger
from loaders.records import Claimant
from loaders.selection import humanise
from loaders.table import count_articles
from loaders.words import Basis, Bound, Status

LATEST = 8
"""So many claims stand on the overview."""


class Page(NamedTuple):
    """One page: where it lies, which template fills it, with what."""

    path: str
    template: str
    values: dict[str, Any]
    rows: pd.DataFrame | None = None
    """The rows it shows, which can be taken away as CSV beside the data."""


def make_pages(ledger: Ledger, table: pd.DataFrame, address: str) -> Iterator[Page]:
    """Every page but those of single figures."""
    yield _overview(ledger, table, address)
    yield Page("all-figures.html", "all_figures.html", {"rows": list_claims(table)})
    yield from _over_time(ledger, table)
    yield from _by_unit(ledger, table)
    yield from _by_source(ledger, table)
    yield Page("about.html", "about.html", {"words": {
        "How a number was come by": _define(Basis),
        "What a stated number says": _define(Bound),
        "Status of a claim": _define(Status),
    }})  # fmt: skip
    yield Page("codebook.html", "codebook.html", {"tables": TABLES})
    yield Page("data.html", "data.html", {"thing": describe_dataset(ledger, address)})


def _overview(ledger: Ledger, table: pd.DataFrame, address: str) -> Page:
    newest = table.sort_values("window_end", ascending=False, kind="stable").head(LATEST)
    values = {
        "latest": list_claims(newest),
        "measures": list(_measures(ledger, table)),
        "thing": describe_dataset(ledger, address),
    }
    return Page("index.html", "overview.html", values)


def _measures(ledger: Ledger, table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for key, measure in ledger.measures.items():
        rows = table[table["measure"] == key]
        if len(rows):
            yield {
                "key": key,
                "label": measure.label,
                "definition": measure.definition,
                "forces": [ledger.units[force].name for force in rows["force"].unique()],
                "kinds": {kind: len(some) for kind, some in split_kinds(rows, ledger).items()},
                "claims": len(rows),
                "claimants": rows["claimant"].nunique(),
            }


def _over_time(ledger: Ledger, table: pd.DataFrame) -> Iterator[Page]:
    """One page a measure and kind of count: what shares no axis shares no page."""
    measures = list(_measures(ledger, table))
    yield Page("over-time.html", "over_time.html", {"measures": measures, "kinds": KINDS})
    for key, measure in ledger.measures.items():
        for kind, rows in split_kinds(table[table["measure"] == key], ledger).items():
            page = _show_rows(f"over-time/{key}-{kind}", measure.label, rows, "force")
            drawing = draw_over_time(ledger, kind, rows)
            kinds = {"lead": measure.definition, "drawings": [drawing], "heading": KINDS[kind]}
            yield page._replace(values={**page.values, **kinds})


def _by_unit(ledger: Ledger, table: pd.DataFrame) -> Iterator[Page]:
    units = [
        {
            "key": key,
            "name": ledger.units[key].name,
            "echelon": ledger.units[key].echelon or "",
            "depth": len(ledger.path(key)) - 1,
            "own": int((table["unit"] == key).sum()),
            "all": int(table["unit"].isin(ledger.below(key)).sum()),
        }
        for key in ledger.tree
    ]
    below = table[~table["unit"].isin(FORCES)]
    drawings = list(draw_unit_tree(ledger, below))
    yield Page("by-unit.html", "by_unit.html", {"units": units, "drawings": drawings})
    for key in ledger.tree:
        rows = table[table["unit"] == key]
        if len(rows):
            page = _show_rows(f"units/{key}", ledger.units[key].name, rows, "measure_label")
            more = {
                "lead": "Claims about this unit, or about some of its people.",
                "breakdowns": _break_down(ledger, rows),
                "drawings": [] if key in FORCES else list(draw_sources(ledger, rows)),
            }
            yield page._replace(values={**page.values, **more})


def _break_down(ledger: Ledger, rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Id of a whole and the words on its parts."""
    return [
        (id, f"{found.words}{f' ({found.verdict}: {found.reason})' if found.reason else ''}")
        for id in rows["id"]
        for found in breakdowns_of(ledger, ledger.figures[id])
    ]


def _by_source(ledger: Ledger, table: pd.DataFrame) -> Iterator[Page]:
    groups = {str(key): rows for key, rows in table.groupby("claimant", sort=False)}
    claimants = [
        {
            "key": key,
            "name": claimant.name,
            "kind": humanise(claimant.kind),
            "side": humanise(claimant.side) if claimant.side else "Independent",
            "claims": len(groups[key]),
            "articles": count_articles(groups[key]),
        }
        for key, claimant in ledger.claimants.items()
        if key in groups
    ]
    yield Page("by-source.html", "by_source.html", {
        "claimants": sorted(claimants, key=lambda one: -one["claims"]),
        "outlets": _count_outlets(ledger),
    })  # fmt: skip
    for key, rows in groups.items():
        claimant = ledger.claimants[key]
        page = _show_rows(f"sources/{key}", claimant.name, rows, "measure_label")
        drawings = list(draw_sources(ledger, rows))
        more = {"lead": f"{_say_who(claimant)}.", "drawings": drawings}
        yield page._replace(values={**page.values, **more})


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


def _show_rows(path: str, title: str, rows: pd.DataFrame, group: str) -> Page:
    """A page of claims, one table a group, that can be taken away as CSV."""
    values = {
        "title": title,
        "lead": "",
        "heading": "Its claims",
        "counted": counted(len(rows), "claim"),
        "drawings": [],
        "breakdowns": [],
        "groups": [(name, list_claims(some)) for name, some in rows.groupby(group)],
        "csv": f"data/{path}.csv",
    }
    return Page(f"{path}.html", "rows.html", values, rows)


def list_claims(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """What a table of claims says of each row."""
    columns = ["id", "sentence", "status", "articles", "first_url", "first_outlet"]
    return plain_rows(rows, [*columns, "first_published"])


def say_day(text: object) -> str:
    """`2 March 2024`, or `undated`."""
    return parse_date(text).words() if isinstance(text, str) else "undated"


def _define(words: Any) -> list[tuple[str, str]]:
    return [(humanise(word.value), word.definition) for word in words]
