"""The ledger of payloads leaves no field out that a curator may write freely."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from loaders.ledger import Ledger
from loaders.records import Record
from loaders.values import Name
from tests.trust.payloads import TEXTS

PRINTED = {("Printed", "category"), ("Printed", "claimant"), ("Dispute", "claimant")}
"""These name what differs, so that the texts there end in another word."""


CHECKED = {("Figure", "accepts"), ("Figure", "inferred")}
"""These take the names of rules and of fields only."""


def texts_of(ledger: Ledger) -> dict[tuple[str, str], set[str]]:
    """Record and field -> the texts it has anywhere in the ledger."""
    found: dict[tuple[str, str], set[str]] = {}

    def gather(value: object, place: tuple[str, str]) -> None:
        if isinstance(value, Record):
            for name in type(value).model_fields:
                gather(getattr(value, name), (type(value).__name__, name))
        elif isinstance(value, tuple):
            for one in value:
                gather(one, place)
        elif isinstance(value, Name):
            gather(value.literal, place)
        elif type(value) is str:
            found.setdefault(place, set()).add(value)

    for section in ("measures", "offences", "claimants", "units", "articles", "figures"):
        gather(tuple(getattr(ledger, section).values()), ("", ""))
    for section in ("gaps", "events"):
        gather(tuple(getattr(ledger, section).values()), ("", ""))
    return found


def free_text_fields() -> Iterator[tuple[str, str]]:
    """Record and field of everything that a curator may write freely."""
    for record in Record.__subclasses__():
        for name, schema in record.model_json_schema()["properties"].items():
            if r"^\\S(.*\\S)?$" in repr(schema):
                yield record.__name__, name


@pytest.mark.parametrize("field", sorted({*free_text_fields()} - CHECKED), ids=str)
def test_every_free_text_field_of_the_format_has_every_payload(
    ledger: Ledger, field: tuple[str, str]
) -> None:
    held = texts_of(ledger)[field]
    more = " too" if field in PRINTED else ""
    wanted = [text.replace(";", ",") if field[1] == "outlet" else text for text in TEXTS]
    assert [text for text in wanted if text + more not in held] == []
