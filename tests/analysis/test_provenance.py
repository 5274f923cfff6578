"""Where a figure comes from, who printed it, and what they changed: in words that must be right."""

from __future__ import annotations

import pytest

from analysis.changes import changes_of
from analysis.mutations import Mutations, Tally, count_mutations
from analysis.provenance import Hop, find_printed, siblings_of, trace
from loaders.ledger import Ledger
from loaders.load import read_ledger
from tests.analysis.ledgers import REAL, ledger_of, text_of


def changes(claim: str, printed: str) -> list[str]:
    """What changed, in words, where an article printed a claim of help requests otherwise."""
    ledger = ledger_of(f"a, {claim}, citations: [{{article: post, printed: {{{printed}}}}}]")
    figure = ledger.figures["a"]
    return [change.words for change in changes_of(ledger, figure, figure.citations[0])]


@pytest.mark.parametrize(
    ("claim", "printed", "words"),
    [
        ("count: 684, during: 2024", "count: 64", "684 → 64"),
        ("count: 684, during: 2024", "{count}, bound: about", "684 → about 64"),
        ("count: 18000, bound: more_than, during: 2024", "bound: up_to", "more than → up to"),
        ("count: 18000, bound: more_than, during: 2024", "bound: exact", "more than → exact"),
        ("count: 18000, during: 2024", "bound: more_than", "exact → more than"),
        (
            "measure: help_requests, count: 5, during: 2024",
            "measure: left_unit",
            "help requests printed as: left their unit",
        ),
        (
            "measure: verdicts, offence: awol, count: 5, during: 2024",
            "offence: desertion",
            "absence without leave printed as: desertion",
        ),
        (
            "count: 5, during: 2024",
            "measure: verdicts, offence: awol",
            "left unit printed as: verdicts; no offence named printed as: absence without leave",
        ),
        (
            "unit: army-8, count: 5, during: 2024",
            "unit: russia",
            "8th Army printed as: Russian forces",
        ),
        (
            "count: 5, during: 2024",
            "category: contract",
            "all categories printed as: contract",
        ),
        (
            "count: 5, during: 2024",
            "claimant: hur",
            "said by Mediazona, printed as said by HUR",
        ),
        (
            "count: 5, during: 2024",
            "claimant: Meduza",
            "said by Mediazona, printed as said by Meduza",
        ),
        ("count: 5, during: 2024-03", "during: 2023-03", "in March 2024 → in March 2023"),
        ("count: 5, as_of: 2024-03", "during: 2024", "up to March 2024 → in 2024"),
        (
            "count: 5, as_of: 2024-03, since: 2022",
            "since: 2023",
            "from 2022 up to March 2024 → from 2023 up to March 2024",
        ),
        (
            "count: 5, as_of: 2024-03",
            "since: 2023",
            "up to March 2024 → from 2023 up to March 2024",
        ),
        (
            "count: 5, during: 2024-03, per: working_day",
            "per: day",
            "per working day → per day",
        ),
        ("count: 5, during: 2024-03", "per: day", "a count → per day"),
    ],
)
def test_a_change_is_said_in_the_words_of_the_file(claim, printed, words):
    assert "; ".join(changes(claim, printed.replace("{count}", "count: 64"))) == words


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("count: 50554", "count: 50600"),
        ("count: 50554", "count: 50500"),
        ("count: 50554", "count: 50000, bound: about"),
        ("count: 50554", "count: 50000, bound: more_than"),
        ("count: 9836", "count: 10000, bound: almost"),
        ("count: 684", "bound: about"),
        ("count: 684, bound: at_least", "bound: more_than"),
    ],
)
def test_a_number_that_is_only_rounded_is_not_held_against_an_outlet(claim, printed):
    (words,) = changes(f"{claim}, during: 2024", printed)
    assert words.endswith(" (rounded)")


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("count: 50554", "count: 50000, bound: almost"),
        ("count: 50554", "count: 60000, bound: up_to"),
        ("count: 1369", "count: 1396"),
        ("count: 684", "count: 64"),
        ("count: 610", "count: 700, bound: about"),
        ("count: 49000, bound: at_least", "count: 49001, bound: exact"),
        ("count: 49000, bound: at_least", "count: 50000, bound: almost"),
        ("count: 8000, bound: about", "bound: more_than"),
        ("count: 8000", "bound: at_least"),
    ],
)
def test_another_number_is_a_change(claim, printed):
    (words,) = changes(f"{claim}, during: 2024", printed)
    assert not words.endswith(" (rounded)")


@pytest.mark.parametrize(
    ("claim", "printed", "is_blurred"),
    [
        ("as_of: 2024-12-15, since: 2022-02-24", "as_of: 2024-12", True),
        ("as_of: 2024-12-15", "as_of: 2024-12", True),
        ("as_of: 2024-12-15", "as_of: 2024-11", False),
        ("during: 2024-01-01/2024-12-27", "during: 2024", True),
        ("during: 2024-01/2024-02", "during: 2024", False),
        ("as_of: 2024-06-18, since: 2022-09-21", "since: 2022", False),
        ("as_of: 2024-06-18", "since: 2022", False),
        ("as_of: 2024-12-15", "during: 2024-12", False),
    ],
)
def test_a_time_said_less_exactly_is_no_other_time(claim, printed, is_blurred):
    (words,) = changes(f"count: 5, {claim}", printed)
    assert words.endswith(" (less exact)") == is_blurred


CITED = (
    "a, claimant: hur, count: 18000, bound: more_than, as_of: 2024-04, citations: ["
    "{article: blatt, via: [Times], printed: {bound: up_to}}, {article: times}, {article: post}]"
)


def sketch(step: Hop) -> list[object]:
    return [step.name, step.articles, [r.key for r in step.relays], *map(sketch, step.children)]


def test_one_claim_has_one_origin_however_many_articles_repeat_it():
    ledger = ledger_of(CITED)
    found = trace(ledger, ledger.figures["a"])
    assert found.words == "3 articles, 1 origin: HUR; 1 of them printed something else"
    assert [relay.words for relay in found.relays] == [
        "Post, 1 January 2026, en",
        "Times, 2 January 2026, en",
        "Blatt, 3 January 2026, de: more than → up to",
    ]


def test_the_tree_goes_from_the_claimant_over_the_names_between_to_the_articles():
    ledger = ledger_of(CITED)
    assert sketch(trace(ledger, ledger.figures["a"]).tree) == [
        "HUR",
        3,
        [],
        ["Post", 1, ["post"]],
        ["Times", 2, ["times"], ["Blatt", 1, ["blatt"]]],
    ]


def test_a_claimant_that_prints_its_own_claim_is_its_own_outlet():
    article = REAL.figures["mediazona-awol-verdicts-2024-03"].citations[0].article
    (own,) = trace(REAL, REAL.figures["mediazona-awol-verdicts-2024-03"]).tree.relays
    assert (own.key, own.path) == (article, ("Mediazona",))


def test_a_page_that_republishes_another_outlet_stands_below_it():
    found = trace(REAL, REAL.figures["hur-southern-military-district-2024-04"])
    paths = {relay.article.outlet: relay.path[1:] for relay in found.relays}
    assert paths["MENAFN"] == ("Ukrinform", "MENAFN")


def test_the_684_verdicts_have_one_origin_and_relays_that_printed_something_else():
    found = trace(REAL, REAL.figures["mediazona-awol-verdicts-2024-03"])
    assert found.origin == "Mediazona"
    assert found.words.startswith("18 articles, 1 origin: Mediazona; ")
    words = " | ".join(relay.words for relay in found.changed)
    assert "684 → 64" in words
    assert "said by Mediazona, printed as said by UK Ministry of Defence" in words
    assert "verdicts printed as: notified of suspicion" in words
    assert "absence without leave printed as: desertion" in words


def test_the_pace_of_the_684_verdicts_is_a_sibling_that_relays_changed():
    (pace,) = siblings_of(REAL, REAL.figures["mediazona-awol-verdicts-2024-03"])
    assert pace.id == "mediazona-awol-verdicts-per-working-day-2024-03"
    words = " | ".join(relay.words for relay in trace(REAL, pace).changed)
    assert "per working day → per day" in words


def test_the_18000_have_ten_articles_and_one_origin():
    found = trace(REAL, REAL.figures["hur-southern-military-district-2024-04"])
    assert found.words == (
        "10 articles, 1 origin: Defence Intelligence of Ukraine (HUR); "
        "1 of them printed something else"
    )
    changed = [change.words for relay in found.changed for change in relay.changes]
    assert changed == [
        "more than → up to",
        "Southern Military District printed as: Russian forces",
    ]


MUTATED = (
    CITED,
    "b, measure: help_requests, count: 284, during: 2024, citations: ["
    "{article: blatt, printed: {measure: left_unit, count: 300, bound: about}}]",
    "c, measure: help_requests, count: 684, during: 2023, citations: ["
    "{article: times, printed: {count: 680, bound: about}}, "
    "{article: blatt, printed: {measure: left_unit}}]",
)


def _count(ledger: Ledger) -> Mutations:
    return count_mutations(ledger, ledger.figures.values())


def test_changes_are_counted_by_outlet_and_their_articles_are_named():
    found = _count(ledger_of(*MUTATED))
    assert found.all == Tally("all", 6, 3)
    assert found.all.words == "3 of 6 citations (50 %) printed something else"
    assert [(one.name, one.changed, one.citations) for one in found.outlets] == [
        ("Blatt", 3, 3),
        ("Times", 0, 2),
        ("Post", 0, 1),
    ]
    assert [(one.figure.id, one.relay.article.outlet) for one in found.articles] == [
        ("a", "Blatt"), ("b", "Blatt"), ("c", "Blatt"),
    ]  # fmt: skip


def test_turns_are_counted_from_and_to():
    assert _count(ledger_of(*MUTATED)).turns == (
        ("measure", "help requests", "left their unit", 2),
        ("bound", "more than", "up to", 1),
    )


def test_outlets_and_turns_that_are_alike_come_by_name_and_more_changes_first():
    found = _count(
        ledger_of(
            "a, measure: help_requests, count: 284, during: 2024, citations: ["
            "{article: times, printed: {measure: refused}}, {article: blatt}, {article: post}]",
            "b, measure: help_requests, count: 284, during: 2023, citations: ["
            "{article: times, printed: {measure: left_unit}}, {article: blatt}, {article: post}]",
            "c, measure: help_requests, count: 284, during: 2022, citations: [{article: post},"
            "{article: blatt, printed: {measure: absent}}, {article: times}]",
            "d, measure: help_requests, count: 284, during: 2021, citations: [{article: post,"
            "printed: {measure: left_unit}}, {article: blatt}]",
        )
    )
    assert [(one.name, one.changed, one.citations) for one in found.outlets] == [
        ("Times", 2, 3),
        ("Blatt", 1, 4),
        ("Post", 1, 4),
    ]
    assert found.turns == (
        ("measure", "help requests", "left their unit", 2),
        ("measure", "help requests", "absent at the time", 1),
        ("measure", "help requests", "refused to fight", 1),
    )


def test_a_ledger_without_changes_has_none():
    found = _count(ledger_of("a, count: 5, during: 2024"))
    assert (found.all.changed, found.turns) == (0, ())


def test_only_the_figures_asked_about_are_counted():
    ledger = ledger_of(*MUTATED)
    found = count_mutations(ledger, [ledger.figures["b"]])
    assert found.all.words == "1 of 1 citation (100 %) printed something else"
    assert found.turns == (("measure", "help requests", "left their unit", 1),)


def test_a_text_names_an_article_by_a_long_title_however_typed_or_by_its_address():
    head = '{outlet: Post, url: "https://p.example", published: 2026-01-01, language: en, title: A}'
    long = head.replace("title: A", "title: Tausende Männer – “verschwunden”")
    text = text_of("a, count: 5, during: 2024").replace(head, long)
    ledger = read_ledger(text.encode())
    for named in ('TAUSENDE Manner -\n "verschwunden", Post', "see https://p.example, too"):
        (printed,) = find_printed(ledger, named).values()
        assert [(figure.id, relay.key) for figure, relay in printed] == [("a", "post")]
    assert find_printed(ledger, "Tausende Männer; A") == {}
