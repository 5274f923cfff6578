from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.selection import (
    FILTERS,
    Filters,
    choices,
    describe,
    parse_filters,
    say_times,
    select,
)
from loaders.table import tabulate
from loaders.tracking import is_tracking
from tests.loaders.small import ledger_of, small

MORE = """\
  - id: agora-ukraine-verdicts
    claimant: agora
    measure: verdicts
    offence: awol
    unit: ukraine
    place: Kyiv [city] (UA)
    count: 7
    during: 2023
    basis: court_records
    status: doubtful
    note: a note
    citations:
      - {article: paper-b}
"""
ARMY, ALL, KYIV = "hur-russia-2024", "hur-8-army-2024", "agora-ukraine-verdicts"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger((small() + MORE).encode())


def ids(ledger: Ledger, query: str) -> list[str]:
    filters = parse_filters(parse_qsl(query, keep_blank_values=True), ledger)
    return list(select(ledger, tabulate(ledger), filters)["id"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [ARMY, ALL, KYIV]),
        ("force=russia", [ARMY, ALL]),
        ("force=russia&force=ukraine", [ARMY, ALL, KYIV]),
        ("measure=verdicts", [KYIV]),
        ("offence=awol", [KYIV]),
        ("unit=russia", [ARMY, ALL]),
        ("unit=8-army", [ALL]),
        ("unit=8-army&unit=ukraine", [ALL, KYIV]),
        ("claimant=agora", [KYIV]),
        ("outlet=Zeitung", [ARMY, KYIV]),
        ("outlet=Paper", [ARMY, ALL]),
        ("outlet=Paper&claimant=agora", []),
        ("basis=court_records", [KYIV]),
        ("status=doubtful", [KYIV]),
        ("from=2024", [ARMY, ALL]),
        ("from=2024-04-30", [ALL]),
        ("from=2024-05", []),
        ("to=2023", [KYIV]),
        ("to=2024-04-28", [ALL, KYIV]),
        ("to=2024-04-29", [ARMY, ALL, KYIV]),
        ("from=2023-06&to=2023-07", [KYIV]),
        ("words=army", [ALL]),
        ("words=AGORA", [KYIV]),
        ("words=zeitung+kyiv", [KYIV]),
        ("words=[city]", [KYIV]),
        ("words=(UA)", [KYIV]),
        ("words=.*", []),
        ("words=++", [ARMY, ALL, KYIV]),
        ("words=army&words=zeitung", []),
        ("words=paper&words=army", [ALL]),
        ("words=awol", [KYIV]),
        ("words=absence", [KYIV]),
        ("fbclid=x&utm_source=y&force=ukraine&gclid=z", [KYIV]),
    ],
)
def test_a_filter_keeps_the_rows_it_names(ledger, query, found):
    assert ids(ledger, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [ARMY, ALL]),
        ("claimant=agora", []),
        ("words=agora", []),
        ("status=mistaken", [KYIV]),
        ("status=mistaken&status=current", [ARMY, ALL, KYIV]),
    ],
)
def test_a_figure_that_nobody_claimed_is_there_only_for_who_asks_for_it(
    query: str, found: list[str]
) -> None:
    mistaken = MORE.replace("status: doubtful", "status: mistaken")
    assert ids(read_ledger((small() + mistaken).encode()), query) == found


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("forces=russia", 'unknown parameter "forces"; did you mean "force"?'),
        ("<b>=x", 'unknown parameter "<b>"'),
        (f"{'x' * 500}=y", f'unknown parameter "{"x" * 57}…"'),
        ("force=rusia", 'unknown force "rusia"; did you mean "russia"?'),
        ("measure=verdict", 'unknown measure "verdict"; did you mean "verdicts"?'),
        ("offence=desertion", 'unknown offence "desertion"'),
        ("unit=8-arm", 'unknown unit "8-arm"; did you mean "8-army"?'),
        ("claimant=hurr", 'unknown claimant "hurr"; did you mean "hur"?'),
        ("outlet=Papr", 'unknown outlet "Papr"; did you mean "Paper"?'),
        ("basis=guess", 'unknown basis "guess"'),
        ("status=curent", 'unknown status "curent"; did you mean "current"?'),
        (
            "from=1.1.2024",
            'from: expected a date written 2024, 2024-01 or 2024-01-15, found "1.1.2024"',
        ),
        ("to=2024-02-30", 'to: there is no such date as "2024-02-30"'),
        ("from=2024&from=2023", 'the parameter "from" is given twice; give it once'),
        (f"words={'a' * 301}", "words: at most 300 characters, found 301"),
        (f"from={'2' * 5000}", "from: at most 300 characters, found 5,000"),
        (f"force={'x' * 200_000}", "force: at most 100,000 characters, found 200,000"),
    ],
)
def test_what_is_unknown_is_refused_with_a_sentence(ledger, query, sentence):
    with pytest.raises(ValueError) as refusal:
        ids(ledger, query)
    assert str(refusal.value) == sentence


def test_filters_go_into_an_address_and_come_back(ledger):
    query = "force=russia&unit=8-army&outlet=Paper&from=2024-01&to=2024&words=a+%26+b"
    filters = parse_filters(parse_qsl(query), ledger)
    assert filters.query() == query
    assert parse_filters(parse_qsl(filters.query()), ledger) == filters


def test_a_value_given_twice_counts_once(ledger):
    assert parse_filters([("unit", "russia"), ("unit", "russia")], ledger) == Filters(
        unit=("russia",)
    )


def test_an_empty_date_does_not_filter(ledger):
    assert not parse_filters([("from", ""), ("to", ""), ("words", "")], ledger)


def test_selecting_does_not_change_the_table(ledger):
    table = tabulate(ledger)
    before = table.copy(deep=True)
    select(ledger, table, Filters({"force": ("russia",), "words": ("army",), "from": ("2024",)}))
    assert table.equals(before)


def test_every_filter_has_a_name_in_addresses():
    assert list(FILTERS) == [
        *("force", "measure", "offence", "unit", "claimant", "outlet", "basis", "status"),
        *("from", "to", "words"),
    ]
    assert [name for name, one in FILTERS.items() if one.many] == list(FILTERS)[:8]


def test_every_filter_says_what_it_is_called_and_what_it_keeps():
    assert [name for name, one in FILTERS.items() if not (one.label and one.meaning)] == []


@pytest.mark.parametrize("name", ["fbclid", "gclid", "utm_source", "utm_x", "mc_eid", "ysclid"])
def test_what_only_tells_who_opened_an_address_is_known(name):
    assert is_tracking(name)


def test_no_filter_is_taken_for_tracking():
    assert [name for name in (*FILTERS, "v", "id", "chart", "embed") if is_tracking(name)] == []


def test_a_word_given_again_counts_once(ledger):
    read = parse_filters([("words", "the army the army"), ("words", "army")], ledger)
    assert read == Filters(words=("the army",))


def test_only_what_is_used_is_offered(ledger):
    offered = choices(ledger_of())
    assert offered["measure"] == {"left_unit": "Left their unit"}
    assert offered["offence"] == {}
    assert offered["claimant"] == {"hur": "Defence Intelligence"}
    assert list(choices(ledger)["claimant"]) == ["agora", "hur"]


def test_units_are_offered_in_the_order_of_the_tree(ledger):
    assert list(choices(ledger)["unit"]) == ["russia", "8-army", "ukraine"]


def test_filters_are_described_in_words(ledger):
    query = "force=russia&force=ukraine&basis=court_records&from=2024-01&to=2024-02-05&words=a+b"
    assert describe(parse_filters(parse_qsl(query), ledger), ledger) == (
        "Russian forces or Ukrainian forces, Court records, from January 2024, "
        "to 5 February 2024, with the words “a b”"
    )
    assert describe(Filters(), ledger) == ""


def test_an_empty_value_does_not_filter_so_that_a_link_can_name_every_filter(ledger):
    empty = parse_filters([(name, "") for name in FILTERS], ledger)
    assert empty == Filters()


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({}, ""),
        (
            {"from": ("2025",), "to": ("2025",)},
            "Kept: periods that touch 2025, and totals up to a day in that time.",
        ),
        (
            {"from": ("2024-03",)},
            "Kept: periods that touch the time from March 2024, and totals up to a day in that "
            "time.",
        ),
        (
            {"from": ("2024",), "to": ("2025-01-15",)},
            "Kept: periods that touch the time from 2024 to 15 January 2025, and totals up to a "
            "day in that time.",
        ),
    ],
)
def test_dates_say_what_they_keep(dates: dict[str, tuple[str, ...]], said: str) -> None:
    assert say_times(Filters(dates)) == said
