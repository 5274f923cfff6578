"""A change of a field in words."""

from __future__ import annotations

from typing import Any

import pytest

from versions.history import Edit, say_change

POST, TIMES = {"article": "post"}, {"article": "times", "via": ["Radio Svoboda", "TASS"]}
WRONG = {"article": "blatt", "printed": {"count": "6500", "measure": "left_unit"}}


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        ("count", "284", "285", "count: 284, now 285"),
        ("count", "5", {"low": "5", "high": "7"}, "count: 5, now 5 to 7"),
        ("part_of", None, "a", "part of: nothing, now a"),
        ("part_of", "a", None, "part of: a, now nothing"),
        ("citations", None, [POST], "citations: added article post"),
        ("citations", [POST], None, "citations: taken out article post"),
        (
            "citations",
            [POST],
            [POST, TIMES],
            "citations: added article times, via Radio Svoboda and TASS",
        ),
        (
            "citations",
            [POST, WRONG],
            [TIMES, POST],
            "citations: taken out article blatt, printed (count 6500, measure left_unit); "
            "added article times, via Radio Svoboda and TASS",
        ),
        ("citations", [POST, TIMES], [TIMES, POST], "citations: in another order"),
        (
            "disputed_by",
            None,
            [{"claimant": "hur", "as_of": "2024"}],
            "disputed by: added claimant hur, as of 2024",
        ),
        ("citations", "post", [POST], "citations: post, now article post"),
        ("citations", [POST], "post", "citations: article post, now post"),
    ],
)
def test_a_change_is_said_with_what_came_and_what_went(
    field: str, before: Any, after: Any, words: str
) -> None:
    assert say_change(Edit(field, before, after)) == words
