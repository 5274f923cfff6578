"""The schema for editors: drawn from the records, true of the file however YAML is read."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from commands.__main__ import main
from commands.run import renew_old_schema
from editing.schema import TARGETS, make_schema, write_schema
from loaders.load import load
from loaders.problems import RULES
from loaders.words import Bound
from tests.editing.small import HEAD, REAL, figure

SMALL = HEAD + "figures:\n" + figure("a", "2023")

SCHEMA = make_schema()
WITH_KEYS = make_schema(load(REAL))


class CoreLoader(yaml.CBaseLoader):
    """Types plain text as editors do: YAML 1.2, the core schema."""


def _add(tag: str, pattern: str, first: str) -> None:
    kind = f"tag:yaml.org,2002:{tag}"
    CoreLoader.add_implicit_resolver(kind, re.compile(f"(?:{pattern})$"), list(first))


_add("bool", "true|True|TRUE|false|False|FALSE", "tTfF")
_add("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789")
_add("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789")
CoreLoader.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value.lower() == "true")
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 0))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def faults(schema: dict[str, Any], data: object) -> list[str]:
    found = jsonschema.Draft7Validator(schema).iter_errors(data)
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in found]


def record_faults(record: str, data: object) -> list[str]:
    return faults({**SCHEMA, "$ref": f"#/definitions/{record}"}, data)


def test_the_committed_schema_is_fresh() -> None:
    committed = REAL.with_name("figures.schema.json").read_text(encoding="utf-8")
    assert committed == write_schema(WITH_KEYS), "run: ./desertion schema"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator.check_schema(WITH_KEYS)


@pytest.mark.parametrize(
    ("schema", "loader"),
    [(SCHEMA, yaml.CBaseLoader), (SCHEMA, CoreLoader)],
    ids=["text", "typed"],
)
def test_the_real_file_fits_the_schema(schema: dict[str, Any], loader: Any) -> None:
    data = yaml.load(REAL.read_bytes(), Loader=loader)
    assert faults(schema, data) == []


def test_the_real_file_fits_the_schema_with_its_keys_too() -> None:
    data = yaml.load(REAL.read_bytes(), Loader=CoreLoader)
    assert faults(WITH_KEYS, {**data, "figures": data["figures"][::20]}) == []


def test_an_editor_does_type_some_of_the_real_file() -> None:
    data = yaml.load(REAL.read_bytes(), Loader=CoreLoader)
    assert {type(figure["count"]) for figure in data["figures"]} == {int, dict}


def test_the_first_line_of_the_real_file_points_to_the_schema() -> None:
    first = REAL.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=./figures.schema.json"


def test_a_file_without_a_section_that_it_needs_is_no_ledger() -> None:
    data = yaml.load(REAL.read_bytes(), Loader=yaml.CBaseLoader)
    del data["units"]
    assert faults(SCHEMA, data) == [": 'units' is a required property"]


@pytest.mark.parametrize(
    ("record", "data", "found"),
    [
        (
            "Unit",
            {"name": "x", "nmae": "y"},
            ": Additional properties are not allowed ('nmae' was unexpected)",
        ),
        ("Unit", {}, ": 'name' is a required property"),
        ("Unit", {"name": None}, "name: None is not of type 'string', 'number', 'boolean'"),
        ("Event", {"date": "2024-4", "label": "x"}, "date: '2024-4' does not match"),
        ("Event", {"date": 20240101, "label": "x"}, "date: 20240101 is greater than the maximum"),
        ("Printed", {"bound": "over"}, "bound: 'over' is not one of ['exact', 'about', "),
        ("Printed", {"count": "18,000"}, "count: '18,000' is not valid under any of the given"),
        ("Printed", {"count": 1.5}, "count: 1.5 is not valid under any of the given"),
    ],
)
def test_what_the_loader_refuses_an_editor_marks(record: str, data: object, found: str) -> None:
    (fault,) = record_faults(record, data)
    assert fault.startswith(found)


def test_words_and_fields_carry_their_definitions() -> None:
    bound = SCHEMA["definitions"]["Bound"]
    assert bound["enum"] == [str(word) for word in Bound]
    assert bound["enumDescriptions"] == [word.definition for word in Bound]
    fields = SCHEMA["definitions"]["Figure"]["properties"]
    assert fields["part_of"]["description"] == "Id of the figure that this one is a part of."
    assert fields["accepts"]["items"]["enum"] == list(RULES)
    assert all("description" in field for field in fields.values())


def test_keys_are_offered_with_their_names() -> None:
    offered = WITH_KEYS["definitions"]["claimants"]
    named = dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))
    assert named["hur"] == "Defence Intelligence of Ukraine (HUR)"
    claimant = WITH_KEYS["definitions"]["Figure"]["properties"]["claimant"]
    assert claimant["$ref"] == "#/definitions/claimants"


def test_where_a_name_will_do_any_name_stays_possible() -> None:
    for record in ("Printed", "Dispute"):
        claimant = WITH_KEYS["definitions"][record]["properties"]["claimant"]
        assert faults(claimant, "An office that the file does not know") == []


def test_every_field_that_holds_a_key_is_offered_keys() -> None:
    offered = {
        field
        for record in WITH_KEYS["definitions"].values()
        for field, schema in record.get("properties", {}).items()
        if schema.get("$ref") == f"#/definitions/{TARGETS.get(field)}"
    }
    assert offered == set(TARGETS)


def test_the_command_writes_the_schema_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "figures.yaml"
    path.write_bytes(REAL.read_bytes())
    assert main(["schema", str(path)]) == 0
    assert (tmp_path / "figures.schema.json").read_text(encoding="utf-8") == write_schema(WITH_KEYS)


def test_format_renews_a_schema_that_lies_beside_the_file(tmp_path: Path) -> None:
    path, schema = tmp_path / "figures.yaml", tmp_path / "figures.schema.json"
    path.write_text(SMALL)
    assert main(["format", str(path)]) == 0
    assert not schema.exists()
    schema.write_text("{}")
    assert main(["format", "--check", str(path)]) == 0
    assert schema.read_text() == "{}"
    assert main(["format", str(path)]) == 0
    claimants = json.loads(schema.read_text(encoding="utf-8"))["definitions"]["claimants"]
    assert claimants["enum"] == ["hur"]


def test_the_start_of_the_dashboard_renews_a_schema_older_than_the_file(tmp_path: Path) -> None:
    path, schema = tmp_path / "figures.yaml", tmp_path / "figures.schema.json"
    path.write_text(SMALL)
    renew_old_schema(str(path))
    assert not schema.exists()
    schema.write_text("{}")
    os.utime(schema, (0, 0))
    renew_old_schema(str(path))
    assert schema.read_text(encoding="utf-8") == write_schema(make_schema(load(path)))
    path.write_text("figures: []\n")
    os.utime(schema, (0, 0))
    renew_old_schema(str(path))
    assert "hur" in schema.read_text(encoding="utf-8")
