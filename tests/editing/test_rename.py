"""Another key for a record, wherever it is named; not another byte."""

from __future__ import annotations

import pytest

from editing.disk import NotSaved
from editing.rename import rename
from loaders.load import load, read_ledger
from loaders.problems import Refused
from tests.editing.small import HEAD, REAL, figure

EVERYWHERE = """\
# hur counts people
measures:
  left_unit: {label: Left, counts: people, definition: hur}
claimants:
  hur: {name: hur, kind: state_body}  # hur
  "so": {name: Source, kind: leak, rests_on: hur}
units:
  russia: {name: Russian forces}
  army: {name: Army, parent: russia, echelon: army}
  brigade: {name: Brigade, parent: 'army'}
articles:
  post: {outlet: Post, published: 2022-05, language: en, url: https://post.example}
figures:
  - {id: a, claimant: hur, measure: left_unit, unit: army, count: 9, during: 2023,
     basis: estimate, citations: [{article: "post", printed: {unit: brigade, claimant: hur}}]}
  - id: b
    # hur again
    claimant:
      hur
    measure: left_unit
    unit: brigade
    count: 5
    during: 2023
    basis: estimate
    part_of: a
    supersedes: a
    citations:
      - {article: post, via: [hur, post]}
    asserts:
      - {times: 2, of: a, article: post}
    disputed_by:
      - {claimant: hur, article: post, note: hur}
      - {claimant: A man who is no hur, article: post}
    note: a post on hur
gaps:
  - {claimant: hur, measure: left_unit, unit: army, from: 2024, reason: stopped, article: post}
events:
  - {date: 2023, label: post, article: post}
"""

PLACES = {
    ("claimant", "hur", "gur"): [
        ("  hur: {name", "  gur: {name"),
        ("rests_on: hur", "rests_on: gur"),
        ("claimant: hur", "claimant: gur"),
        ("claimant:\n      hur", "claimant:\n      gur"),
    ],
    ("unit", "army", "1-army"): [
        ("  army: {", "  1-army: {"),
        ("parent: 'army'", "parent: '1-army'"),
        ("unit: army", "unit: 1-army"),
    ],
    ("unit", "brigade", "b3"): [("  brigade: {", "  b3: {"), ("unit: brigade", "unit: b3")],
    ("article", "post", "post-2022"): [
        ("  post: {outlet", "  post-2022: {outlet"),
        ("article: post", "article: post-2022"),
        ('article: "post"', 'article: "post-2022"'),
    ],
    ("figure", "a", "hur-2023"): [
        ("id: a,", "id: hur-2023,"),
        ("part_of: a\n", "part_of: hur-2023\n"),
        ("supersedes: a\n", "supersedes: hur-2023\n"),
        ("of: a, article", "of: hur-2023, article"),
    ],
    ("claimant", "so", "source"): [('"so": {', '"source": {')],
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("words", PLACES, ids=" ".join)
def test_all_that_names_a_record_changes_and_nothing_else(
    words: tuple[str, str, str], line_end: str
) -> None:
    wanted, count = EVERYWHERE, 0
    for before, after in PLACES[words]:
        count += wanted.count(before)
        wanted = wanted.replace(before, after)
    data = b"\xef\xbb\xbf" + EVERYWHERE.replace("\n", line_end).encode()
    found, places = rename(data, *words)
    assert found.decode("utf-8-sig") == wanted.replace("\n", line_end)
    assert found.startswith(b"\xef\xbb\xbf")
    assert places == count


MANY = ("article", "figure")
"""Kinds with hundreds of records."""


@pytest.mark.parametrize(
    "kind",
    ["claimant", "unit", *(pytest.param(kind, marks=pytest.mark.long) for kind in MANY)],
)
def test_there_and_back_again_every_record_of_the_real_file_is_the_same(kind: str) -> None:
    data, ledger = REAL.read_bytes(), load(REAL)
    records = {
        "claimant": ledger.claimants,
        "unit": ledger.units,
        "article": ledger.articles,
        "figure": ledger.figures,
    }[kind]
    for key in list(records)[3::250]:
        there, places = rename(data, kind, key, "zz-new-key")
        assert there != data
        assert rename(there, kind, "zz-new-key", key) == (data, places)
        read_ledger(there)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("claimant", "hurr", "gur"), 'there is no claimant "hurr"; did you mean "hur"?'),
        (("figure", "c", "d"), 'there is no figure "c"'),
        (("claimant", "hur", "so"), 'there is a claimant "so" already, on line 6'),
        (("unit", "army", "army"), 'there is a unit "army" already, on line 9'),
        (
            ("article", "post", "The Post"),
            "expected a key of small letters, digits and hyphens with at least one letter, "
            'found "The Post"',
        ),
    ],
)
def test_what_cannot_be_renamed_so_is_told(words: tuple[str, str, str], sentence: str) -> None:
    with pytest.raises((NotSaved, ValueError)) as refused:
        rename(EVERYWHERE.encode(), *words)
    assert str(refused.value) == sentence


def test_a_key_typed_with_escapes_is_refused_with_its_place() -> None:
    data = (HEAD + "figures:\n" + figure("a", "2023").replace(": hur", r': "h\x75r"')).encode()
    with pytest.raises(Refused) as refused:
        rename(data, "claimant", "hur", "gur")
    assert str(refused.value) == (
        'figures.yaml:21:15: error: "hur" is typed in an unusual way here; write it plainly first'
    )


def test_an_article_that_no_figure_cites_has_one_place() -> None:
    data = EVERYWHERE.replace(
        "figures:", "  other: {outlet: X, language: en, url: http://x.y}\nfigures:"
    )
    assert rename(data.encode(), "article", "other", "another")[1] == 1
