"""Tables in, the descriptor of a Frictionless Data Package (version 2) out: datapackage.json.

Fields carry the meanings of the column dictionaries, closed lists their words with definitions,
empty cells what their emptiness says. https://datapackage.org
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from exports.catalogue import TABLES, TYPES, Table
from exports.citations import CREATOR, TITLE
from exports.edition import LICENCE
from exports.records import CAVEAT
from exports.relations import KINDS, VERDICTS
from loaders.ledger import FORCES, Ledger, once
from loaders.table import Column
from loaders.words import Basis, Bound, Counts, Kind, Per, Reason, Side, Status, Word

PROFILES = "https://datapackage.org/profiles/2.0"
_WORDS: dict[str, type[Word]] = {
    "claimant_kind": Kind,
    "claimant_side": Side,
    "counts": Counts,
    "bound": Bound,
    "per": Per,
    "basis": Basis,
    "status": Status,
    "reason": Reason,
}
"""Column -> the closed list it is filled from."""
_TIMES = {
    "during": "counted within a window",
    "as_of": "a running total up to a date, or a level on it",
    "rate": "so many a day, week or month over a window",
}
_PRECISIONS = dict.fromkeys(("year", "month", "day"), "")
_OPEN_END = "the bound leaves this end open"
_MISSING = {
    "claimant_side": "independent",
    "count": "a range was stated: see count_low and count_high",
    "count_low": _OPEN_END,
    "count_high": _OPEN_END,
    "window_start": "the claim does not say when its count began",
    "window_start_precision": "the claim does not say when its count began",
    "first_published": "date not known",
    "published": "date not known",
    "first_title": "title not known",
    "title": "title not known",
    "to": "the gap goes on",
    "parent": "a whole force",
    "factor": "no arithmetic is stated",
    "verdict": "no arithmetic is stated",
    "calculation": "no arithmetic is stated",
}
"""Column -> what an empty cell says there."""
_NO_VALUE = "not known, or does not apply"
_AS_CLAIMED = "as in the claim"


def describe_package(ledger: Ledger, files: Mapping[str, bytes], sentence: str) -> dict[str, Any]:
    """The descriptor of `files`, those of the tables and others."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "desertion-figures",
        "title": TITLE,
        "description": f"{sentence} {CAVEAT}",
        "version": ledger.version,
        **({"created": f"{ledger.dated}T00:00:00Z"} if ledger.dated else {}),
        "licenses": [{"name": LICENCE.id, "title": LICENCE.name, "path": LICENCE.address}],
        "contributors": [{"title": CREATOR, "roles": ["creator"]}],
        "resources": [
            _describe_table(ledger, name, TABLES[name.removesuffix(".csv")], body)
            if name.endswith(".csv")
            else _describe_file(name, body)
            for name, body in files.items()
        ],
    }


def _describe_table(ledger: Ledger, name: str, table: Table, body: bytes) -> dict[str, Any]:
    return {
        **_describe_file(name, body),
        "type": "table",
        "description": table.meaning,
        "encoding": "utf-8",
        "dialect": {
            "$schema": f"{PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
        },
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [
                _describe_field(ledger, column, entry, column in table.key)
                for column, entry in table.columns.items()
            ],
            "missingValues": [""],
            **_keys(name.removesuffix(".csv"), table),
        },
    }


def _describe_file(name: str, body: bytes) -> dict[str, Any]:
    stem, _, suffix = name.partition(".")
    kinds = {"csv": "text/csv", "json": "application/json", "bib": "application/x-bibtex"}
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": stem if suffix == "csv" else name.lower().replace(".", "-"),
        "path": name,
        "format": suffix,
        "mediatype": kinds.get(suffix, "text/markdown"),
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
    }


def _keys(name: str, table: Table) -> dict[str, Any]:
    keys: dict[str, Any] = {"primaryKey": list(table.key)} if table.key else {}
    if table.references:
        keys["foreignKeys"] = [
            {"fields": [column], "reference": _refer(name, other)}
            for column, other in table.references.items()
        ]
    return keys


def _refer(name: str, other: str) -> dict[str, Any]:
    """What a key points at; the standard has no name for the table itself."""
    return {"resource": "" if other == name else other, "fields": list(TABLES[other].key)}


def _describe_field(ledger: Ledger, name: str, column: Column, required: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": name,
        "type": TYPES[column.dtype].frictionless,
        "description": column.meaning,
    }
    constraints: dict[str, Any] = {"required": True} if required else {}
    if words := _find_words(ledger).get(name.removeprefix("printed_")):
        field["categories"] = [
            {"value": word, "label": label or word} for word, label in words.items()
        ]
        constraints["enum"] = list(words)
    if constraints:
        field["constraints"] = constraints
    if not required and column.dtype != "bool":
        label = _AS_CLAIMED if name.startswith("printed_") else _MISSING.get(name, _NO_VALUE)
        field["missingValues"] = [{"value": "", "label": label}]
    return field


@once
def _find_words(ledger: Ledger) -> dict[str, dict[str, str]]:
    """Column -> the words that may stand in it and what they mean; any text may in the others."""
    measures, offences, units = ledger.measures, ledger.offences, ledger.units
    return {
        **{name: {word.value: word.definition for word in words} for name, words in _WORDS.items()},
        "kind": _TIMES,
        "window_start_precision": _PRECISIONS,
        "window_end_precision": _PRECISIONS,
        "relation": KINDS,
        "verdict": dict.fromkeys(VERDICTS, ""),
        "force": {key: units[key].name for key in FORCES if key in units},
        "measure": {key: f"{one.label}: {one.definition}" for key, one in measures.items()},
        "offence": {key: f"{one.label}: {one.definition}" for key, one in offences.items()},
        "unit": {key: units[key].name for key in ledger.tree},
    }
