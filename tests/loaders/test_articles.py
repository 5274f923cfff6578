"""Articles that are odd: what is missing, twice, to come or written in another way."""

from __future__ import annotations

import pytest

from tests.loaders.small import SMALL, changed, warnings_of


@pytest.mark.parametrize(
    ("text", "changes", "said"),
    [
        (
            SMALL,
            [("https://a.org/1", "https://x.appspot.com/1")],
            [
                "address-mirrors: 15:77: warning: paper-a: url: x.appspot.com only mirrors "
                "other sites; give the address of the outlet itself"
            ],
        ),
        (
            SMALL,
            [("https://a.org/1", "https://a.org/1?utm_source=x")],
            [
                "address-tracks: 15:77: warning: paper-a: url: utm_source in the address "
                "only tracks readers; delete it"
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Газета2"), ("outlet: Zeitung", "outlet: Газета 2")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "Газета 2" is written '
                '"Газета2" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("title: A, ", "")],
            ["article-without-title: 15:12: warning: paper-a: has no title"],
        ),
        (
            SMALL,
            [(" published: 2024-05,", "")],
            ["article-without-date: 15:12: warning: paper-a: has no date of publication"],
        ),
        (
            SMALL,
            [("https://b.org/2", "https://www.a.org/1")],
            ["article-twice: 16:82: warning: paper-b: url: has the same address as paper-a"],
        ),
        (
            SMALL,
            [("2024-05, language: en,", "2024-05, read: 2098-01, language: en,")],
            ["date-to-come: 15:64: warning: paper-a: read: 2098-01 is still to come"],
        ),
        (
            SMALL,
            [("2024-05, language: en,", "2098-01, language: en,")],
            ["date-to-come: 15:49: warning: paper-a: published: 2098-01 is still to come"],
        ),
        (SMALL, [("https://a.org/1", "https://web.archive.org/https://x.appspot.com/1")], []),
        (SMALL, [("https://a.org/1", "https://1.2.3.net/1")], []),
        (
            SMALL,
            [("outlet: Zeitung", "outlet: PAPER")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "PAPER" is written '
                '"Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Zeitung", "outlet: paper")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "paper" is written '
                '"Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Some Paper"), ("outlet: Zeitung", "outlet: SOME PAPER")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "SOME PAPER" is written '
                '"Some Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: SOME PAPER"), ("outlet: Zeitung", "outlet: Some Paper")],
            [
                'outlet-spelling: 15:31: warning: paper-a: outlet: "SOME PAPER" is written '
                '"Some Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: PAPER"), ("outlet: Zeitung", "outlet: Paper")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "Paper" is written '
                '"PAPER" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Some  Paper"), ("outlet: Zeitung", "outlet: Some Paper")],
            [
                'outlet-spelling: 15:31: warning: paper-a: outlet: "Some  Paper" is written '
                '"Some Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Some Ｐaper"), ("outlet: Zeitung", "outlet: Some Paper")],
            [
                'outlet-spelling: 15:31: warning: paper-a: outlet: "Some Ｐaper" is written '
                '"Some Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Рaper"), ("outlet: Zeitung", "outlet: Paper")],
            [
                'outlet-spelling: 15:31: warning: paper-a: outlet: "[U+0420]aper" is written '
                '"Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Some Рaper"), ("outlet: Zeitung", "outlet: Some Paper")],
            [
                'outlet-spelling: 15:31: warning: paper-a: outlet: "Some [U+0420]aper" is '
                'written "Some Paper" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Le Pápier 2"), ("outlet: Zeitung", "outlet: Le Papier 2")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "Le Papier 2" is written '
                '"Le Pápier 2" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: le papier"), ("outlet: Zeitung", "outlet: Le Papier")],
            [
                'outlet-spelling: 15:31: warning: paper-a: outlet: "le papier" is written '
                '"Le Papier" elsewhere, once'
            ],
        ),
        (
            SMALL,
            [("outlet: Paper", "outlet: Газета x"), ("outlet: Zeitung", "outlet: газета x")],
            [
                'outlet-spelling: 16:31: warning: paper-b: outlet: "газета x" is written '
                '"Газета x" elsewhere, once'
            ],
        ),
    ],
)
def test_an_odd_article_is_told_at_its_place(
    text: str, changes: list[tuple[str, str]], said: list[str]
):
    assert warnings_of(changed(text, *changes)) == said
