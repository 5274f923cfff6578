"""The records in, a JSON Schema out: what editors complete from, and show when the mouse rests.

The schema is drawn from the records, so it cannot say something else than the loader does. It is
looser where editors type plain text by themselves: 284 is a number to them, 2024-01 is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import RULES
from loaders.reading import LISTS, REQUIRED, SECTIONS
from loaders.values import OMITTED
from loaders.words import Word

SCHEMA_FILE = "figures.schema.json"
TARGETS = {
    "claimant": "claimants",
    "measure": "measures",
    "offence": "offences",
    "unit": "units",
    "parent": "units",
    "rests_on": "claimants",
    "article": "articles",
    "part_of": "figures",
    "supersedes": "figures",
    "of": "figures",
}
"""Field that holds a key -> the section whose key it is, in every record that has the field."""

Schema = dict[str, Any]


class _Generator(GenerateJsonSchema):
    """Pydantic's own, without the nulls and titles that a YAML file has no use for."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**inner, "default": str(default)} if isinstance(default, Word) else inner

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return {
            "description": str(schema["cls"].__doc__),
            **_enumerate({str(word): word.definition for word in schema["members"]}),
        }


def make_schema(ledger: Ledger | None = None) -> Schema:
    """The schema of figures.yaml; with a ledger, its keys are offered where keys are due."""
    _, drawn = models_json_schema(
        [(record, "validation") for record in SECTIONS.values()],
        ref_template="#/definitions/{model}",
        schema_generator=_Generator,
    )
    definitions: dict[str, Schema] = drawn["$defs"]
    for definition in definitions.values():
        definition.pop("title", None)
    definitions["Figure"]["properties"]["accepts"]["items"] = _enumerate(RULES)
    if ledger:
        _offer_keys(ledger, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Reported desertion figures",
        "description": "One figure is one claim; one citation is one article that printed it.",
        "type": "object",
        "properties": {section: _section(section) for section in SECTIONS},
        "required": list(REQUIRED),
        "additionalProperties": False,
        "definitions": definitions,
    }


def _section(section: str) -> Schema:
    record = SECTIONS[section]
    entry = {"$ref": f"#/definitions/{record.__name__}"}
    shape: Schema = {"description": record.__doc__}
    if section in LISTS:
        return {**shape, "type": "array", "items": entry}
    return {**shape, "type": "object", "additionalProperties": entry}


def _enumerate(words: Mapping[str, str]) -> Schema:
    return {"type": "string", "enum": list(words), "enumDescriptions": list(words.values())}


def _offer_keys(ledger: Ledger, definitions: dict[str, Schema]) -> None:
    """Let fields that name a record hold the keys of the present file, each with its name.

    As `enum`: editors offer nothing of an `anyOf` of constants, and take seconds over it.
    """
    for record in definitions.values():
        for field, schema in record.get("properties", {}).items():
            shape = schema["anyOf"][0] if {"const": OMITTED} in schema.get("anyOf", ()) else schema
            is_key = shape.get("type") == ["string"]  # some fields hold a key or any name
            if is_key and field in TARGETS and getattr(ledger, TARGETS[field]):
                del shape["type"], shape["pattern"]
                shape["$ref"] = f"#/definitions/{TARGETS[field]}"
    for section in sorted(set(TARGETS.values())):
        definitions[section] = _enumerate(_label_keys(ledger, section))


def _label_keys(ledger: Ledger, section: str) -> dict[str, str]:
    records = getattr(ledger, section)
    keys = ledger.tree if section == "units" else records
    return {key: _label(records[key]) for key in keys}


def _label(record: Any) -> str:
    """What tells a curator which record a key stands for."""
    names: Iterable[Any] = (
        getattr(record, field, None)
        for field in ("name", "label", "title", "outlet", "published", "unit", "measure")
    )
    return ", ".join(str(name) for name in names if name)


def write_schema(schema: Schema) -> str:
    """The text of the schema file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def renew_schema(path: str) -> bool:
    """Write the schema of a data file, with its keys; whether that changed it. Raises Refused."""
    target, text = schema_path(path), write_schema(make_schema(load(path)))
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return False
    target.write_text(text, encoding="utf-8")
    return True


def schema_path(path: str) -> Path:
    """Where the schema of a data file lies: beside it."""
    return Path(path).with_name(SCHEMA_FILE)
