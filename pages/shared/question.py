"""The one question that a page of charts shows: a measure, and its offence where it has one.

What a reader chooses here are the ordinary filters for both, so that this field and the sidebar
cannot say different things. Where they leave several questions, a page opens on the one of which
it can draw most; all of them at once are a choice of their own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import rivals
from analysis.rivals import Rivalry
from loaders.ledger import Ledger
from loaders.selection import Filters, say_times, select
from loaders.sentences import counted, lower
from loaders.table import read_rows
from pages.shared.markup import show_html, tag, write_way
from pages.shared.page import View
from pages.shared.text import plain

EVERYTHING = "everything"
"""The parameter of an address that draws all questions at once."""
CHOSEN_BY = ("measure", "offence")
"""The filters that choose the question."""
_FIELD = "question"


class Question(NamedTuple):
    """What a number must answer to stand beside others."""

    measure: str
    offence: str | None = None

    def narrow(self, filters: Filters) -> Filters:
        """The filters that keep only answers to it."""
        offence = {"offence": (self.offence,)} if self.offence else {}
        return Filters({**set_free(filters), "measure": (self.measure,), **offence})

    def words(self, ledger: Ledger) -> str:
        """`Verdicts, desertion`."""
        label = ledger.measures[self.measure].label
        return f"{label}, {lower(ledger.offences[self.offence].label)}" if self.offence else label


def set_free(filters: Filters) -> Filters:
    """The filters without those that choose the question."""
    return Filters({name: values for name, values in filters.items() if name not in CHOSEN_BY})


def ask(view: View, drawable: pd.DataFrame) -> View:
    """Draw the field; the view of the question chosen in it, or of everything.

    `drawable` are the rows that the page can draw; it opens on what most of them answer.
    """
    within = count_questions(view.rows)
    if not within:
        return view
    first = next(iter(count_questions(drawable) or within))
    chosen = None if st.query_params.get_all(EVERYTHING) else first
    free = select(view.ledger, view.table, set_free(view.filters))
    questions = count_questions(free)
    _draw_field(view, questions, chosen)
    shown = view
    if chosen:
        filters = chosen.narrow(view.filters)
        rows = select(view.ledger, view.rows, filters)
        shown = replace(view, filters=filters, rows=rows)
    st.markdown(f"**{plain(shown.words())}**{_say_left(questions, chosen)}")
    _say_cautions(shown)
    return shown


def count_questions(rows: pd.DataFrame) -> dict[Question, int]:
    """The questions that the rows answer, those with most claims first."""
    found = Counter(
        Question(measure, offence if isinstance(offence, str) else None)
        for measure, offence in read_rows(rows, "measure", "offence")
    )
    return dict(found.most_common())


def find_rivalries(view: View) -> list[Rivalry]:
    """The questions to which two claimants or more give answers, one of them in the view."""
    ids = set(view.rows["id"].tolist())
    asked = rivals.find_rivalries(view.ledger)
    return [one for one in asked if any(figure.id in ids for figure in one.figures)]


def link_rivals(view: View) -> None:
    """The way to what others answer to the questions shown, if anybody does."""
    if found := len(find_rivalries(view)):
        label = f"→ Other answers, side by side ({found})"
        way = write_way(label, "by-source", **view.filters, look="Other answers")
        show_html(tag("p", way, class_="way"))


def _draw_field(view: View, questions: dict[Question, int], chosen: Question | None) -> None:
    """The field, and beside it the way to draw what it leaves out."""
    words: dict[Question | str, str] = {EVERYTHING: "Everything at once"}
    for one, size in questions.items():
        words[one] = f"{one.words(view.ledger)} ({size:,})"
    st.session_state[_FIELD] = chosen or EVERYTHING
    field, button = st.columns([3, 1], vertical_alignment="bottom")
    field.selectbox(
        "Question",
        [*questions, EVERYTHING],
        key=_FIELD,
        format_func=words.__getitem__,
        on_change=_choose,
    )
    if chosen and len(questions) > 1:
        button.button("Everything at once", on_click=_write_choice, args=(None,), width="stretch")


def _say_left(questions: dict[Question, int], chosen: Question | None) -> str:
    """How many figures answer other questions, which are not drawn."""
    left = sum(size for one, size in questions.items() if one != chosen)
    if chosen is None or not left:
        return ""
    return f" · {left:,} more answer {counted(len(questions) - 1, 'other question')}"


def _choose() -> None:
    """Turn what was chosen into filters, before they are drawn."""
    chosen = st.session_state[_FIELD]
    _write_choice(None if chosen == EVERYTHING else chosen)


def _write_choice(chosen: Question | None) -> None:
    """Filters and address at once: each message to the browser is a step for its Back button."""
    filters = chosen.narrow(Filters()) if chosen else Filters()
    values = {name: list(filters.get(name, ())) for name in CHOSEN_BY}
    st.session_state.update(values)
    st.query_params.update({**values, EVERYTHING: [] if chosen else ["true"]})


def _say_cautions(view: View) -> None:
    """What a reader must know of these numbers before reading one."""
    said = []
    if any(view.ledger.measures[key].legal for key in view.rows["measure"].unique()):
        said.append(
            "Cases are not people: one person can have several, one case can name several, and "
            "many who leave have none."
        )
    if times := say_times(view.filters):
        said.append(times)
    if said:
        st.caption(plain(" ".join(said)))
