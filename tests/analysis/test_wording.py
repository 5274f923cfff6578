"""The safest wording over every figure of the file, and the one order of a figure's articles."""

from __future__ import annotations

import re

import pytest

from analysis.provenance import relays_of
from analysis.wording import first_relay, safest_wording
from loaders.load import read_ledger
from loaders.sentences import say, say_when
from loaders.table import tabulate
from tests.analysis.ledgers import REAL, ledger_of, text_of

AWKWARD = re.compile(r"\( |\(\)| \)|  |[,;:.] ?[,;:.]| ,")
TABLE = tabulate(REAL).set_index("id")


@pytest.mark.parametrize("id", list(REAL.figures))
def test_each_wording_is_a_sentence_that_names_claimant_time_and_article(id):
    figure = REAL.figures[id]
    words = safest_wording(REAL, figure)
    assert not AWKWARD.search(words.replace("112.ua", ""))
    assert re.match(r"[A-Z0-9]", words)
    assert words.endswith("; not independently verified.")
    assert REAL.claimants[figure.claimant].name in words
    assert say_when(REAL, figure) in words
    first = first_relay(REAL, figure)
    if len(first.path) > 1:
        assert first.article.outlet in words


@pytest.mark.parametrize("id", list(REAL.figures))
def test_each_claim_is_a_sentence_without_awkward_gaps(id):
    assert not AWKWARD.search(say(REAL, REAL.figures[id]).replace("112.ua", ""))


def test_the_noun_is_taken_off_the_front_of_what_is_counted():
    ledger = ledger_of(
        "a, measure: cases_opened, offence: awol, count: 18159, during: 2024",
        "b, measure: verdicts, offence: awol, count: 1, during: 2024",
    )
    assert [
        safest_wording(ledger, figure).partition(", Russian")[0]
        for figure in (ledger.figures["a"], ledger.figures["b"])
    ] == ["18,159 cases (opened, absence without leave)", "1 verdict (absence without leave)"]


def test_articles_stand_in_one_order_own_then_unchanged_then_earliest():
    text = text_of(
        "a, claimant: hur, count: 5, during: 2024, citations: [{article: times, printed: "
        "{count: 6}}, {article: blatt, via: [Post]}, {article: post, printed: {count: 7}}]",
    )
    ledger = read_ledger(text.replace("post: {outlet: Post", "post: {outlet: HUR").encode())
    figure = ledger.figures["a"]
    assert [relay.key for relay in relays_of(ledger, figure)] == ["post", "blatt", "times"]
    assert first_relay(ledger, figure).key == "post"


@pytest.mark.parametrize("id", list(REAL.figures))
def test_the_wording_names_the_first_article_of_the_table(id):
    assert first_relay(REAL, REAL.figures[id]).article.url == TABLE.loc[id, "first_url"]
