"""A file that may be cut off is held back until somebody says that it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.live import Live
from tests.loaders.following import EDITED, count, look, said
from tests.loaders.small import SMALL

LOST = SMALL[: SMALL.index("  - id: hur-8-army")]
SHRUNKEN = LOST.replace("18000", "19000")
SAYS_HELD = [
    "figures.yaml: error: 10 lines are gone from the end of the file, and no more is changed; "
    "it is held back"
]
SAYS_SHRUNKEN = ["figures.yaml: error: 1 of 2 figures are gone from the file; it is held back"]


def test_a_file_cut_off_at_the_end_of_a_line_is_held_back(path, live):
    path.write_text(LOST)
    assert look(live) == (18000, SAYS_HELD)
    assert len(live.current().table) == 2
    assert live.current().held_back


def test_a_file_that_is_held_back_can_be_shown_anyway(path, live):
    path.write_text(LOST)
    assert live.current().held_back
    shown = live.show_anyway()
    assert (len(shown.table), said(shown), shown.held_back) == (1, [], False)
    assert live.current() is shown


def test_a_file_that_lost_more_than_a_third_of_its_figures_is_held_back(path, live):
    path.write_text(SHRUNKEN)
    assert look(live) == (18000, SAYS_SHRUNKEN)


def test_a_file_cut_off_at_the_end_of_any_line_is_never_shown(path, live):
    path.write_text(SMALL + "# one more\n")
    assert look(live) == (18000, [])
    lines = SMALL.splitlines(keepends=True)
    for end in range(len(lines)):
        path.write_text("".join(lines[: end + 1]))
        assert live.current().problems


def test_a_file_that_lacks_its_last_line_lacks_one_line(path, live):
    path.write_text(SMALL + "# one more\n")
    assert look(live) == (18000, [])
    path.write_text(SMALL)
    assert look(live) == (
        18000,
        [
            "figures.yaml: error: 1 line is gone from the end of the file, "
            "and no more is changed; it is held back"
        ],
    )


def test_showing_anyway_what_is_not_held_back_shows_what_there_is(path):
    live = Live(path)
    assert (count(live.show_anyway()), said(live.current())) == (18000, [])


def test_showing_anyway_is_for_that_content_only(path, live):
    path.write_text(LOST)
    live.current()
    path.write_text(SHRUNKEN)
    live.show_anyway()
    assert look(live) == (18000, SAYS_SHRUNKEN)


def test_a_file_with_all_its_figures_back_clears_the_banner(path, live):
    path.write_text(LOST)
    live.current()
    path.write_text(EDITED)
    assert look(live) == (81000, [])


def test_a_third_of_the_figures_may_go_in_one_edit(path):
    last = SMALL.index("  - id: hur-8-army")
    more = SMALL[last:].replace("hur-8-army-2024", "hur-8-army-x").replace("2024-04", "2024-03")
    path.write_text(SMALL[:last] + more + SMALL[last:])
    live = Live(path, settle=0.001)
    assert len(live.current().table) == 3
    path.write_text(EDITED)
    assert (len(live.current().table), said(live.current())) == (2, [])


# --- a file that is edited, and cut off while the edited version is written -------------------

FIGURES = [
    f"  - {{id: {id}, claimant: hur, measure: left_unit, unit: russia, count: 5, "
    f"during: 200{at}, basis: estimate, citations: [{{article: paper-a}}]}}\n"
    for at, id in enumerate("abcdef")
]
GAPS = [
    "gaps:\n",
    *(
        f"  - {{claimant: hur, measure: absent, unit: russia, from: 200{at}, "
        "reason: not_searched}\n"
        for at in range(3)
    ),
]
EVENTS = ["events:\n", *(f"  - {{date: 200{at}, label: Event}}\n" for at in range(3))]
HEAD = SMALL[: SMALL.index("figures:")]
BODY = ["figures:\n", *FIGURES, *GAPS, *EVENTS]


def hold(path: Path, *lines: str, before: Sequence[str] = BODY) -> list[str]:
    """What is said of an edited file that goes on with these lines, beside the one before."""
    path.write_text(HEAD + "".join(before))
    live = Live(path, settle=0.001)
    assert said(live.current()) == []
    path.write_text(HEAD.replace("Agora", "Agora (Kyiv)") + "".join(lines))
    return [problem.message for problem in live.current().problems]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (BODY[:-1], "the last entry is"),
        (BODY[:-2], "the last 2 entries are"),
        (BODY[:-4], "the last 3 entries are"),
        (BODY[:-5], "the last 4 entries are"),
        (BODY[:-8], "the last 6 entries are"),
        (BODY[:5], "the last 8 entries are"),
        (["figures:\n", *FIGURES[:4], FIGURES[4].replace("5", "6")], "the last 7 entries are"),
    ],
)
def test_an_edited_file_that_is_cut_off_is_held_back(path, lines, entries):
    assert hold(path, *lines) == [f"{entries} gone from the file; it is held back"]


def test_figures_at_the_end_of_an_edited_file_are_missed_too(path):
    said_so = ["the last entry is gone from the file; it is held back"]
    assert hold(path, *BODY[:6], before=BODY[:7]) == said_so


@pytest.mark.parametrize(
    "lines",
    [
        BODY,
        [*BODY, "  - {date: 2009, label: Event}\n"],
        [*BODY[:-1], "  - {date: 2009, label: Event}\n"],
        [*BODY[:-2], BODY[-1]],
        [*BODY[:1], *BODY[2:]],
        [*EVENTS, "figures:\n", *FIGURES, *GAPS],
        [*BODY[:-3], BODY[-1], BODY[-2], BODY[-3]],
        [*BODY[:-3], BODY[-1], BODY[-3]],
        [*GAPS, *EVENTS, "figures:\n", *FIGURES],
    ],
)
def test_an_edited_file_that_ends_otherwise_is_shown(path, lines):
    assert hold(path, *lines) == []


def test_a_section_by_key_is_missed_by_its_keys(path):
    text = "".join(BODY) + HEAD
    path.write_text(text)
    live = Live(path, settle=0.001)
    assert said(live.current()) == []
    path.write_text(text[: text.index("  paper-b")].replace("title: A", "title: The first"))
    (problem,) = live.current().problems
    assert problem.message == "the last entry is gone from the file; it is held back"


def test_a_section_that_is_new_at_the_end_is_no_loss(path):
    assert hold(path, *BODY, before=BODY[:-4]) == []


def test_what_was_shown_anyway_is_held_back_when_it_comes_again(path, live):
    path.write_text(LOST)
    live.current()
    live.show_anyway()
    path.write_text(EDITED)
    assert look(live) == (81000, [])
    path.write_text(LOST)
    assert live.current().held_back


def test_what_was_held_back_and_is_no_more_cannot_be_shown_anyway_later(path, live):
    path.write_text(LOST)
    assert live.current().held_back
    path.write_text(SMALL)
    assert look(live) == (18000, [])
    live.show_anyway()
    path.write_text(LOST)
    assert live.current().held_back


@pytest.mark.usefixtures("live")
def test_a_file_that_lost_much_while_the_server_was_down_is_held_back(path):
    path.write_text(LOST)
    assert look(Live(path)) == (18000, SAYS_HELD)
