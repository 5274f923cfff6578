"""A ledger in, what its figures point at out: who claims, whose people are counted, who printed."""

from __future__ import annotations

from typing import Any

import pandas as pd

from exports.citations import articles_of
from exports.tables import ARTICLE, describe_article, frame
from loaders.ledger import Ledger
from loaders.table import COLUMNS, Column

CLAIMANTS: dict[str, Column] = {
    "claimant": Column("str", "Key of the claimant."),
    "claimant_name": COLUMNS["claimant_name"],
    "claimant_kind": COLUMNS["claimant_kind"],
    "claimant_side": COLUMNS["claimant_side"],
    "url": Column("str", "Its own address."),
    "aliases": Column("str", "Other names that articles give it, with ; between."),
    "rests_on": Column("str", "Key of the claimant whose numbers it passes on."),
}
"""One row a claimant."""

UNITS: dict[str, Column] = {
    "unit": Column("str", "Key of the unit."),
    "unit_name": Column("str", "Name of the unit."),
    "parent": Column("str", "Key of the unit that it belongs to; empty for a whole force."),
    "unit_path": COLUMNS["unit_path"],
    "echelon": Column("str", "What size of formation it is."),
    "aliases": Column("str", "Other names that articles give it, with ; between."),
}
"""One row a unit, each followed by those below it."""

ARTICLES: dict[str, Column] = {"article": Column("str", "Key of the article."), **ARTICLE}
"""One row an article."""


def tabulate_claimants(ledger: Ledger) -> pd.DataFrame:
    """All claimants, those of figures that were not chosen too: others are disputed by them."""
    rows = [
        {
            "claimant": key,
            "claimant_name": claimant.name,
            "claimant_kind": claimant.kind.value,
            "claimant_side": claimant.side.value if claimant.side else None,
            "url": claimant.url,
            "aliases": "; ".join(claimant.aliases) or None,
            "rests_on": claimant.rests_on,
        }
        for key, claimant in ledger.claimants.items()
    ]
    return frame(rows, CLAIMANTS)


def tabulate_units(ledger: Ledger) -> pd.DataFrame:
    """All units, for a tree with a hole is none."""
    rows = [
        {
            "unit": key,
            "unit_name": ledger.units[key].name,
            "parent": ledger.units[key].parent,
            "unit_path": "/".join(ledger.path(key)),
            "echelon": ledger.units[key].echelon,
            "aliases": "; ".join(ledger.units[key].aliases) or None,
        }
        for key in ledger.tree
    ]
    return frame(rows, UNITS)


def tabulate_articles(ledger: Ledger, rows: pd.DataFrame) -> pd.DataFrame:
    """The articles that printed, compared or disputed the rows' figures."""
    found: list[dict[str, Any]] = [
        {"article": key, **describe_article(ledger.articles[key])}
        for key in articles_of(ledger, rows)
    ]
    return frame(found, ARTICLES)
