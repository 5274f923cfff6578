"""A text that was read and judged: its errors, and the warnings beside them."""

from __future__ import annotations

from loaders.load import judge
from loaders.source import decode, parse
from tests.loaders.small import small


def test_errors_and_warnings_are_told_apart_each_in_the_order_of_the_file():
    text = small(
        ("title: A, ", ""),
        ("title: B, ", ""),
        ("side: ukraine", "side: ukraine, rests_on: nobody"),
        ("kind: ngo", "kind: club"),
    )
    ledger, errors = judge(parse(decode(text.encode(), "f"), "f"), "f", "")
    assert [(one.place.line, one.record) for one in errors] == [(8, "hur"), (9, "agora")]
    assert [(one.place.line, one.message) for one in ledger.warnings] == [
        (15, "has no title"),
        (16, "has no title"),
    ]
