"""Made-up ledgers follow the data model."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.load import read_ledger
from loaders.table import tabulate
from tests.loaders.made_up import generate


@settings(deadline=None, max_examples=50)
@given(figures=st.integers(1, 150), seed=st.integers(0, 10**6))
def test_a_made_up_ledger_loads_and_has_as_many_figures_as_were_asked_for(figures, seed):
    ledger = read_ledger(generate(figures, seed).encode())
    assert len(ledger.figures) == len(tabulate(ledger)) == figures


def test_a_seed_gives_the_same_ledger_again():
    assert generate(30, seed=7) == generate(30, seed=7) != generate(30, seed=8)
