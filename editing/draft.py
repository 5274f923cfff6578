"""What an article adds to the file, and the edits that add it; keys and ids as the file has them.

A draft is plain text, lists and mappings, as a form, a dialogue or a reading fills it; whether it
is right is for the loader to say, once `edits` are made in the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from editing.block import NAME, Edit, find_entry, set_fields
from editing.outline import read_outline
from editing.written_form import write_record
from loaders.ledger import FORCES, Ledger
from loaders.nodes import Map
from loaders.records import Article, Figure, Printed
from loaders.rules.duplicates import find_near, fold_address
from loaders.source import decode

Fields = dict[str, Any]
Records = dict[str, Fields]
"""New records, each by its new key."""

MOST_NEAR = 5
_UNKNOWN = {"id": "x", "claimant": "x", "basis": "estimate"}
"""Stands in for what is not typed yet, where only count, time and population are compared."""
_DATED = re.compile(r"(.+?)-(?:\d{4}(?:-\d\d){0,2}|undated)(?:-[a-z])?", re.ASCII)
"""A key of an article: its outlet and its date."""
_ORDINAL = re.compile(r"\b([0-9]+)(?:st|nd|rd|th)\b")


@dataclass
class Draft:
    """New figures, figures of the file that one more article printed, and what both need."""

    article: str = ""
    """Key of the article, an old or a new one; empty where none is named yet."""
    articles: Records = field(default_factory=dict)
    claimants: Records = field(default_factory=dict)
    units: Records = field(default_factory=dict)
    citations: Records = field(default_factory=dict)
    """Id of a figure of the file -> how the article printed it."""
    figures: list[Fields] = field(default_factory=list)

    def add(self, ledger: Ledger, section: str, fields: Fields) -> str:
        """A new claimant, or a new unit behind its parent; the key that it gets."""
        new = self.claimants if section == "claimants" else self.units
        taken = {**ledger.known(section), **new}
        name = fields.get("name", f"new-{section.removesuffix('s')}")
        key = make_key(taken, name) if section == "claimants" else make_unit_key(taken, name)
        new[key] = fields
        return key

    def edits(self, data: bytes = b"") -> list[Edit]:
        """What adds it, each record in its place; `data` is the file where figures of it are cited.

        Raises Refused, NotSaved.
        """
        new = {"claimants": self.claimants, "units": self.units, "articles": self.articles}
        return [
            *(
                Edit(section, write_record(section, fields, key))
                for section, records in new.items()
                for key, fields in records.items()
            ),
            *(cite(data, id, citation) for id, citation in self.citations.items()),
            *(Edit("figures", write_record("figures", figure)) for figure in self.figures),
        ]


def write_edits(edits: Iterable[Edit]) -> str:
    """Edits as YAML below the names of their sections, to be read or pasted."""
    texts: dict[str, list[str]] = {}
    for edit in edits:
        texts.setdefault(edit.section, []).append(edit.text.rstrip())
    return "".join("\n".join([f"{section}:", *found, ""]) for section, found in texts.items())


def cite(data: bytes, id: str, citation: Fields) -> Edit:
    """The edit that adds a citation to a figure, behind those it has. Raises Refused, NotSaved."""
    outline = read_outline(decode(data, NAME), NAME)
    figure = find_entry(outline, "figures", id).node
    assert isinstance(figure, Map)
    return set_fields(outline, "figures", id, {"citations": [*figure["citations"], citation]})


def make_key(taken: Container[str], *words: str | None) -> str:
    """A key of these words that no record has yet: `post-2024-01`, `post-2024-01-b` …"""
    key = "-".join(slug for word in words if word and (slug := make_slug(word)))
    key = key if re.search("[a-z]", key) else f"x-{key}".rstrip("-")
    letters = ["", *(f"-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")]
    return next((key + letter for letter in letters if key + letter not in taken), key)


def make_unit_key(taken: Container[str], name: str) -> str:
    """A key as units have it in the file: of 58th Combined Arms Army 58-combined-arms-army."""
    return make_key(taken, _ORDINAL.sub(r"\1", _leave_out(name)) or name)


def make_slug(text: str) -> str:
    """Small letters, digits and hyphens; accents fall away: `Le Monde (été)` is le-monde-ete."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def make_article_key(ledger: Ledger, outlet: str, published: str | None) -> str:
    """`kyiv-independent-2024-04-29`, or `kyiv-independent-undated`."""
    return make_key(ledger.articles, _find_stem(ledger, outlet), published or "undated")


def _find_stem(ledger: Ledger, outlet: str) -> str:
    """What the keys of this outlet begin with in the file, else its name without The and (…)."""
    for key, article in reversed(list(ledger.articles.items())):
        stem = _DATED.fullmatch(key)
        if stem and article.outlet == outlet:
            return stem[1]
    return _leave_out(outlet) or outlet


def _leave_out(name: str) -> str:
    """The name without what keys leave out: `The` before it, brackets behind it."""
    name = name.removeprefix("The ")
    return name.partition("(")[0].strip() if name.endswith(")") else name.strip()


def make_figure_id(taken: Container[str], figure: Mapping[str, Any]) -> str:
    """Claimant, scope and period: `hur-southern-military-district-2024-04`."""
    unit, measure = figure["unit"], str(figure["measure"]).replace("_", "-")
    scope = unit if unit not in FORCES else figure.get("offence") or measure
    start, _, end = str(figure.get("during") or figure.get("as_of")).partition("/")
    period = f"{start[:7]}-to-{end[:7]}" if end and start[:7] != end[:7] else start[:7]
    return make_key(taken, figure["claimant"], scope, period)


def read_typed(fields: Fields) -> Figure:
    """The figure as far as it is typed. Raises ValueError."""
    return Figure.model_validate({**_UNKNOWN, **fields, "citations": [{"article": "x"}]})


def list_near(ledger: Ledger, typed: Fields) -> list[Figure]:
    """What is in the file and may be the same claim, the nearest first."""
    if not {"during", "as_of"} & set(typed):
        return []
    try:
        return [one.figure for one in find_near(ledger, read_typed(typed))[:MOST_NEAR]]
    except (ValueError, KeyError):
        return []


def list_differing(claim: Figure, typed: Fields) -> Fields:
    """The typed fields that an article can print otherwise than the claim, where it does."""
    printed = read_typed(typed)
    names = [name for name in Printed.model_fields if name in typed]
    return {name: typed[name] for name in names if getattr(claim, name) != getattr(printed, name)}


def find_sister(ledger: Ledger, url: str) -> Article | None:
    """The last article of the file from the same site, whose outlet and language may fit."""
    site = urlsplit(f"//{fold_address(url)}").hostname
    found = [
        article
        for article in ledger.articles.values()
        if urlsplit(f"//{fold_address(article.url)}").hostname == site
    ]
    return found[-1] if found else None
