"""The way of a claim to its articles, and the tree of a whole, name by name."""

from __future__ import annotations

import pytest

from analysis.adding.parts import Block, find_wholes, grow_tree
from analysis.key import breakdown_of, by_end, by_time, first_day, key_of
from analysis.provenance import Hop, siblings_of, trace
from loaders.load import read_ledger
from tests.analysis.ledgers import ledger_of, text_of


def names(hop: Hop) -> list[object]:
    """The tree as name, number of articles, own articles, and what is below."""
    return [hop.name, hop.articles, [one.key for one in hop.relays], *map(names, hop.children)]


def test_a_way_goes_by_those_named_between_claimant_and_outlet():
    cited = (
        "[{article: post, via: [Agency, Times]}, {article: times, via: [Agency]}, {article: blatt}]"
    )
    ledger = ledger_of(f"a, count: 5, during: 2024, citations: {cited}")
    found = trace(ledger, ledger.figures["a"])
    assert {one.key: one.path for one in found.relays} == {
        "post": ("Mediazona", "Agency", "Times", "Post"),
        "times": ("Mediazona", "Agency", "Times"),
        "blatt": ("Mediazona", "Blatt"),
    }
    assert names(found.tree) == [
        "Mediazona", 3, [],
        ["Agency", 2, [], ["Times", 2, ["times"], ["Post", 1, ["post"]]]],
        ["Blatt", 1, ["blatt"]],
    ]  # fmt: skip
    assert (found.origin, found.articles, found.words) == (
        "Mediazona",
        3,
        "3 articles, 1 origin: Mediazona",
    )


def test_a_repost_comes_from_whom_it_reposts_and_an_alias_is_the_claimant():
    text = text_of(
        "a, claimant: hur, count: 5, during: 2024, "
        "citations: [{article: post}, {article: times, via: [GUR]}]"
    )
    text = text.replace("hur: {name: HUR", "hur: {aliases: [GUR], name: HUR")
    text = text.replace("outlet: Post", "repost_of: Blog, outlet: Post")
    ledger = read_ledger(text.encode())
    paths = [one.path for one in trace(ledger, ledger.figures["a"]).relays]
    assert paths == [("HUR", "Blog", "Post"), ("HUR", "Times")]


def test_the_origin_is_the_claimant_that_counted():
    text = text_of("a, claimant: agora, count: 5, during: 2024")
    ledger = read_ledger(text.replace("agora: {name", "agora: {rests_on: zona, name").encode())
    found = trace(ledger, ledger.figures["a"])
    assert (found.origin, found.relays[0].path) == ("Mediazona", ("Mediazona", "Agora", "Post"))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("{count: 64}", "1 article, 1 origin: Mediazona; 1 of them printed something else"),
        ("{count: 680}", "1 article, 1 origin: Mediazona"),
    ],
)
def test_only_what_is_more_than_rounded_is_something_else(printed: str, words: str):
    ledger = ledger_of(
        f"a, count: 684, during: 2024, citations: [{{article: post, printed: {printed}}}]"
    )
    assert trace(ledger, ledger.figures["a"]).words == words


def test_an_article_says_its_outlet_date_language_and_changes():
    cited = "[{article: post}, {article: blatt, printed: {count: 64, unit: ukraine}}]"
    text = text_of(f"a, count: 684, during: 2024, citations: {cited}")
    ledger = read_ledger(text.replace("published: 2026-01-01, ", "").encode())
    assert [one.words for one in trace(ledger, ledger.figures["a"]).relays] == [
        "Post, date not known, en",
        "Blatt, 3 January 2026, de: 684 → 64; Russian forces printed as: Ukrainian forces",
    ]


@pytest.mark.parametrize(
    ("other", "is_sibling"),
    [
        ("during: 2024, per: month", True),
        ("during: 2024", True),
        ("as_of: 2024, since: 2024", True),
        ("during: 2023, per: month", False),
        ("during: 2024, per: month, claimant: hur", False),
        ("during: 2024, per: month, place: Kursk", False),
        ("during: 2024, per: month, basis: forecast", False),
    ],
)
def test_a_pace_is_the_sibling_of_its_count(other: str, is_sibling: bool):
    ledger = ledger_of("a, count: 5, during: 2024", f"b, count: 6, {other}")
    found = siblings_of(ledger, ledger.figures["a"])
    assert [one.id for one in found] == ["b"] * is_sibling


CHAPTER = "measure: verdicts, offence: military"


def sketch(block: Block) -> list[object]:
    return [block.kind, block.label, block.words, block.verdict, *map(sketch, block.children)]


def test_a_tree_names_each_part_by_what_sets_it_apart():
    ledger = ledger_of(
        f"w, {CHAPTER}, unit: district, during: 2024, count: 100",
        *(
            f"{part}, count: {count}, part_of: w"
            for count, part in (
                (60, "a, measure: verdicts, offence: awol, unit: district, during: 2024"),
                (30, f"b, {CHAPTER}, unit: army-8, place: Kursk, during: 2024"),
                (20, f"c, {CHAPTER}, unit: district, during: 2024-01"),
                (10, f"d, {CHAPTER}, unit: district, during: 2024"),
                (9, f"e, {CHAPTER}, claimant: hur, unit: district, during: 2024"),
                (7, f"g, {CHAPTER}, unit: district, during: 2024, basis: forecast"),
                (8, "f, measure: cases_opened, offence: military, unit: district, during: 2024"),
            )
        ),
    )
    tree = grow_tree(ledger, ledger.figures["w"])
    assert [(block.label, [one.label for one in block.children]) for block in tree.children] == [
        ("by offence", ["Absence without leave", "not itemised"]),
        ("by unit and place", ["8th Army, Kursk"]),
        ("by window", ["in January 2024", "not itemised"]),
        ("by number alone", ["d"]),
        ("by claimant", ["HUR"]),
        ("by forecast", ["g"]),
        ("by measure", ["Cases opened"]),
    ]
    assert [block.verdict for block in tree.children] == ["fits"] * 6 + ["cannot be tested"]
    assert tree.children[6].words == (
        "by measure: 8 cases of 100 verdicts: cannot be tested, "
        "different things are counted: verdicts, cases"
    )


def test_a_whole_that_its_parts_meet_has_no_rest():
    ledger = ledger_of(
        "w, count: 100, during: 2024", "a, unit: army-8, count: 100, during: 2024, part_of: w"
    )
    words = "by unit: 100 people of 100 people; all people itemised: fits"
    assert sketch(grow_tree(ledger, ledger.figures["w"])) == [
        *("figure", "Russian forces", "100 people", None),
        [
            *("breakdown", "by unit", words, "fits"),
            ["figure", "8th Army", "100 people", None],
        ],
    ]


def test_only_wholes_that_are_no_parts_are_roots():
    ledger = ledger_of(
        "w, count: 100, during: 2024",
        "a, unit: army-8, count: 60, during: 2024, part_of: w",
        "b, unit: division-20, count: 30, during: 2024, part_of: a",
        "c, count: 5, during: 2023",
    )
    assert [figure.id for figure in find_wholes(ledger)] == ["w"]


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        ("during: 2024", ()),
        ("during: 2024-01-01/2024-12-31", ()),
        ("during: 2024-01", ("window",)),
        ("as_of: 2024, since: 2024", ()),
        ("as_of: 2024", ("window",)),
        ("during: 2024, per: day", ("per",)),
        ("during: 2024, unit: army-8, place: Kursk", ("unit", "place")),
        ("during: 2023, category: contract, claimant: hur", ("category", "claimant", "window")),
        ("during: 2024, basis: forecast", ("forecast",)),
    ],
)
def test_a_part_differs_from_its_whole_in_the_fields_of_its_key_and_in_time(
    part: str, fields: tuple[str, ...]
):
    ledger = ledger_of("w, count: 9, during: 2024", f"a, count: 5, {part}, part_of: w")
    assert breakdown_of(ledger.figures["a"], ledger.figures["w"]) == fields


def test_figures_are_sorted_by_the_days_they_can_hold_then_by_id():
    ledger = ledger_of(
        "d, count: 5, during: 2024-02",
        "c, count: 5, during: 2024",
        "b, count: 5, during: 2024-02-01/2024-02-29",
        "a, count: 5, as_of: 2025",
        "e, count: 5, as_of: 2024-06, since: 2024-03",
    )
    figures = list(ledger.figures.values())
    assert [one.id for one in sorted(figures, key=by_time)] == ["a", "c", "b", "d", "e"]
    assert [one.id for one in sorted(figures, key=by_end)] == ["d", "b", "e", "c", "a"]
    assert first_day(ledger.figures["a"]).year == 1
    assert first_day(ledger.figures["e"]).month == 3
    assert key_of(ledger.figures["a"]).since is None


def test_figures_of_one_time_are_sorted_by_id():
    figures = ledger_of("b, count: 5, during: 2024", "a, count: 6, during: 2024").figures.values()
    assert [one.id for one in sorted(figures, key=by_end)] == ["a", "b"]
    assert [one.id for one in sorted(figures, key=by_time)] == ["a", "b"]
