"""Whatever the bytes: no crash, no refusal without a place, no meaning that the text has not.

`FUZZ_MUTANTS` and `FUZZ_SEED` in the environment choose how many mutants and which; a failure
names the mutant, and the same two numbers make it again.
"""

from __future__ import annotations

import os
from datetime import date
from random import Random
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.table import COLUMNS, tabulate
from tests.bad_inputs.mutants import cut, mutate
from tests.loaders.small import SMALL

MUTANTS = int(os.environ.get("FUZZ_MUTANTS", "2000"))
SEED = os.environ.get("FUZZ_SEED", "1")
BATCHES = 20
WHOLE_FILE = ("the file is empty",)


def judge(data: bytes) -> bool:
    """Read the bytes, hold what must hold of any bytes, and say whether they were accepted."""
    try:
        ledger = read_ledger(data)
    except Refused as refusal:
        check_places(refusal, data)
        return False
    assert ledger.source == yaml.CBaseLoader(data).get_single_data()
    table = tabulate(ledger)
    assert list(table["id"]) == list(ledger.known("figures"))
    return True


def check_places(refusal: Refused, data: bytes) -> None:
    """Every problem stands on a line of the file and is told on one line."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert refusal.problems
    for problem in refusal.problems:
        assert len(str(problem).splitlines()) == 1
        assert len(str(problem)) < 600
        if not problem.message.startswith(WHOLE_FILE):
            assert 1 <= problem.place.line <= lines
            assert problem.place.column >= 1


@pytest.mark.long
@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_real_data_is_read_rightly_or_refused_at_a_place(batch):
    for number in range(batch, MUTANTS, BATCHES):
        random = Random(f"{SEED}/{number}")
        data = mutate(cut(random), random)
        try:
            judge(data)
        except Exception as error:
            error.add_note(f"mutant {number} of seed {SEED}: {data!r}")
            raise


def test_undamaged_cuts_of_the_real_data_are_accepted():
    assert all(judge(cut(Random(number)).encode()) for number in range(5))


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_random_bytes_are_refused_at_a_place(data):
    assert not judge(data)


@given(st.text("ab:-#&*!|>'\"%@`{}[],?<~=. \n\t\\\u00a0\u202e0", max_size=200))
@settings(max_examples=1000, deadline=None)
def test_the_signs_of_yaml_in_any_order_are_refused_at_a_place(text):
    assert not judge(text.encode())


words = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z"), max_codepoint=0xDFFFF),
        min_size=1,
        max_size=20,
    )
    .map(lambda text: text.replace(";", ","))
    .map(lambda text: normalize("NFC", text))
)
slugs = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
dates = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10]))
bounds = st.sampled_from(["exact", "about", "almost", "at_least", "more_than", "up_to"])


@st.composite
def ledgers(draw: st.DrawFn) -> dict[str, Any]:
    """A good file as plain data."""
    claimants = draw(st.lists(slugs, min_size=1, max_size=3, unique=True))
    articles = draw(st.lists(slugs, min_size=1, max_size=4, unique=True))
    ids = draw(st.lists(slugs, min_size=1, max_size=5, unique=True))

    def figure(id: str) -> dict[str, Any]:
        cited = draw(st.lists(st.sampled_from(articles), min_size=1, unique=True))
        window = draw(st.sampled_from(["during", "as_of"]))
        return {
            "id": id,
            "claimant": draw(st.sampled_from(claimants)),
            "measure": "left_unit",
            "unit": draw(st.sampled_from(["russia", "ukraine"])),
            "place": draw(words),
            "count": str(draw(st.integers(1, 10**9))),
            "bound": draw(bounds),
            window: draw(dates),
            "basis": "estimate",
            "citations": [{"article": key} for key in cited],
            "note": draw(words),
        }

    return {
        "measures": {
            "left_unit": {"label": draw(words), "counts": "people", "definition": draw(words)}
        },
        "claimants": {key: {"name": draw(words), "kind": "ngo"} for key in claimants},
        "units": {"russia": {"name": "Russian forces"}, "ukraine": {"name": "Ukrainian forces"}},
        "articles": {
            key: {
                "title": draw(words),
                "outlet": draw(words),
                "published": draw(dates),
                "language": "en",
                "url": f"https://example.org/{number}",
            }
            for number, key in enumerate(articles)
        },
        "figures": [figure(id) for id in ids],
    }


def written(data: Any) -> bytes:
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    return text.encode()


@given(ledgers())
@settings(max_examples=60, deadline=None)
def test_a_good_file_is_read_as_it_was_written(data):
    ledger = read_ledger(written(data))
    assert ledger.source == data
    for stated in data["figures"]:
        figure = ledger.figures[stated["id"]]
        assert (figure.count.low, figure.bound, figure.place, figure.note) == (
            *(int(stated["count"]), stated["bound"], stated["place"], stated["note"]),
        )
        assert str(figure.window.end) == stated.get("during", stated.get("as_of"))
    assert list(tabulate(ledger).columns) == list(COLUMNS)


junk = st.one_of(
    *(words, dates, st.integers().map(str), st.just({}), st.just([]), st.lists(words, max_size=2)),
    st.dictionaries(slugs, words, max_size=2),
)


@given(ledgers(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_file_with_anything_in_the_place_of_anything_is_read_or_refused_at_a_place(data, draws):
    node: Any = data
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = draws.draw(st.sampled_from(keys))
        deeper = isinstance(node[key], dict | list) and node[key]
        if not deeper or draws.draw(st.booleans()):
            break
        node = node[key]
    node[key] = draws.draw(junk)
    judge(written(data))


@given(st.integers(0, len(SMALL) - 1))
@settings(max_examples=300, deadline=None)
def test_a_file_cut_off_anywhere_inside_a_line_is_refused(length):
    data = SMALL[:length].encode()
    if not data.endswith(b"\n"):
        assert not judge(data)
