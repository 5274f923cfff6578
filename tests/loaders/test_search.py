"""Words are found however they are typed, in every text of a figure that is looked through."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.search import find_mentions, fold
from tests.loaders.small import ledger_of, small

TITLES = """\
  paper-c:
    title: {title}
    outlet: {outlet}
    language: en
    url: https://c.example/1
"""


def cite(title: str, outlet: str = "Third") -> Ledger:
    """A ledger whose second figure has a last citation with this title."""
    text = small(("figures:\n", TITLES.format(title=title, outlet=outlet) + "figures:\n"))
    return read_ledger((text.rstrip("\n") + "\n      - {article: paper-c}\n").encode())


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Ukraine's army", "ukraine’s"),
        ("Ukraine’s army", "Ukraine's"),
        ("Des déserteurs demandent l'asile", "l’asile"),
        ("Des déserteurs demandent l’asile", "L'ASILE deserteurs"),
        ("La Demócrata", "democrata"),
        ("La Democrata", "Demócrata"),
        (normalize("NFC", "Російський"), normalize("NFD", "російський")),
        (normalize("NFC", "Їхні"), normalize("NFD", "їхні")),
        ("Ucieczki z wojska Łódź", "lodz"),
        ("up to 18‑20 men", "18-20"),
        ("“Forest” men", '"forest"'),
        ("Straße", "STRASSE"),
    ],
)
def test_words_are_found_however_they_are_typed(title, words):
    assert find_mentions(cite(title), words.split()) == {"hur-8-army-2024"}


def test_every_cited_title_and_outlet_is_looked_through():
    ledger = cite("A later headline", "Weekly")
    assert len(ledger.figures["hur-8-army-2024"].citations) > 1
    assert find_mentions(ledger, ["headline", "weekly"]) == {"hur-8-army-2024"}


def test_a_word_does_not_run_from_one_text_into_the_next():
    assert find_mentions(cite("A later headline"), ["headlinethird"]) == set()


def test_letters_that_differ_by_more_than_an_accent_stay_apart():
    assert fold("и") != fold("і")
    assert fold("o'brien") != fold("obrien")


@pytest.mark.parametrize(
    "word",
    [
        *("hur-8-army-2024", "reported", "8th", "june", "GUR", "Eighth", "awol", "remark"),
        *("zeitung", "Titel"),
    ],
)
def test_every_text_about_a_figure_is_looked_through(word: str):
    ledger = ledger_of(
        ("name: Defence Intelligence,", "name: Defence Intelligence, aliases: [GUR],"),
        ("echelon: army", "echelon: army, aliases: [Eighth]"),
        ("title: B", "title: Ein Titel"),
        (
            "    measure: left_unit\n    unit: 8-army\n",
            "    measure: verdicts\n    offence: awol\n    note: A remark.\n    unit: 8-army\n",
        ),
        ("during: 2024-04", "during: 2024-06"),
        ("    part_of: hur-russia-2024\n", ""),
    )
    first, second = {"hur-russia-2024"}, {"hur-8-army-2024"}
    both = {"GUR": first | second, "reported": first | second, "zeitung": first, "Titel": first}
    assert find_mentions(ledger, [word]) == both.get(word, second)


def test_an_article_without_a_title_is_found_by_its_outlet():
    ledger = ledger_of(("title: B, ", ""))
    assert find_mentions(ledger, ["zeitung"]) == {"hur-russia-2024"}
    assert find_mentions(ledger, ["None"]) == set()


def test_an_article_without_a_title_says_nothing():
    assert find_mentions(ledger_of(("title: A, ", "")), ["x"]) == set()
