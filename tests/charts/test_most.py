"""No chart draws more than 2,000 marks; it says what it leaves out and how to narrow it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import pytest

from charts import by_source, by_unit, lag, over_time
from charts.look.style import LIGHT
from charts.marks.claims import MOST_MARKS
from loaders.ledger import Ledger
from tests.charts.figures import looked, seen
from tests.charts.ledgers import make_ledger
from tests.charts.rows import make_rows

SAID = (
    "Drawn: the 2,000 newest of 2,300 claims. A filter for a claimant, a unit or a time "
    "brings up the others; all are in the table."
)


def crowd(**fields: Any) -> pd.DataFrame:
    """2,300 claims of one series, the newest first."""
    months = [f"{2099 - number // 12}-{12 - number % 12:02}" for number in range(2_300)]
    claims = ({"window": month, "count": 5, **fields} for month in months)
    return make_rows(*claims)


@pytest.fixture(scope="module")
def many() -> pd.DataFrame:
    return crowd()


def marks(figure: Any) -> set[str]:
    """The ids of the claims that can be clicked."""
    return {
        one if isinstance(one, str) else one[0]
        for trace in figure.data
        if trace.customdata is not None
        for one in trace.customdata
    }


def newest(rows: pd.DataFrame) -> set[str]:
    return set(rows["id"].head(MOST_MARKS))


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return make_ledger({"id": "c", "count": 1})[0]


def test_bars_over_time(many):
    assert marks(looked(partial(over_time.draw_over_time, "during"))(many, LIGHT)) == newest(many)
    assert over_time.say_left_out(many) == SAID


def test_steps_over_time(many):
    totals = many.assign(kind="as_of", window_start=pd.NaT)
    assert marks(looked(partial(over_time.draw_over_time, "as_of"))(totals, LIGHT)) == newest(many)


def test_claims_by_unit(many, ledger):
    assert marks(seen(by_unit.draw_units)(many, ledger, LIGHT)) == newest(many)
    assert by_unit.say_left_out(many, ledger) == SAID


def test_charts_that_draw_fewer_anyway(many):
    assert len(marks(seen(by_source.draw_claims)(many, LIGHT))) == by_source.MOST_CLAIMS
    assert "that most articles printed, of 2,300;" in by_source.say_left_out(many)
    assert len(marks(seen(lag.draw_lags)(many, LIGHT))) == lag.MOST_LAGS


def test_as_many_as_fit_are_drawn_in_silence(many):
    fitting = many.head(MOST_MARKS)
    assert over_time.say_left_out(fitting) == ""
