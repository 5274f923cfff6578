"""The closed lists: which end of a count a word leaves open."""

from __future__ import annotations

import pytest

from loaders.words import Bound


@pytest.mark.parametrize(
    ("bound", "opens"),
    [
        (Bound.EXACT, (False, False)),
        (Bound.ABOUT, (False, False)),
        (Bound.ALMOST, (True, False)),
        (Bound.AT_LEAST, (False, True)),
        (Bound.MORE_THAN, (False, True)),
        (Bound.UP_TO, (True, False)),
        (Bound.LESS_THAN, (True, False)),
    ],
)
def test_a_bound_opens_the_count_downwards_or_upwards(bound: Bound, opens: tuple[bool, bool]):
    assert (bound.opens_down, bound.opens_up) == opens
