"""Add a claim: the fields of a figure in, a draft out; what looks like it in the file beside it."""

from __future__ import annotations

import streamlit as st

from editing.draft import Draft, list_differing, make_figure_id
from loaders.ledger import Ledger
from loaders.records import Claimant, Figure, Record, Unit
from loaders.rules.duplicates import find_near
from loaders.sentences import say as say_claim
from pages.forms.article import Cited, ask_citation
from pages.forms.fields import NEW, WAY, Fields, ask_field, ask_fields, key_of
from pages.shared.show import link_figure

WITHIN, UP_TO = "Counted within a window", "A total or level up to a date"
MOST_NEAR = 5
_UNKNOWN = {"id": "x", "claimant": "x", "basis": "estimate"}
"""Stands in for what is not typed yet, where only count, time and population are compared."""


def ask_claim(ledger: Ledger) -> Draft | None:
    """What is typed so far; None while nothing is."""
    st.subheader("Claim", anchor=False)
    draft = Draft({})
    figure = _ask_claimant(ledger, draft)
    figure |= ask_fields(ledger, Figure, ("measure",))
    measure = ledger.measures.get(figure.get("measure", ""))
    if measure and measure.legal:
        figure |= ask_fields(ledger, Figure, ("offence",))
    figure |= _ask_unit(ledger, draft, Figure, "unit")
    figure |= ask_fields(ledger, Figure, ("category", "place", "count", "bound"))
    st.caption("Count: plain digits such as 18000, or a range such as 60-90.")
    figure |= _ask_when(ledger) | ask_fields(ledger, Figure, ("basis",))
    with st.expander("Part of, corrects, status, note, id"):
        figure |= ask_fields(ledger, Figure, ("part_of", "supersedes", "status", "note", "id"))
    cited = ask_citation(ledger)
    if not figure and not cited.articles:
        return None
    return _complete(ledger, draft, figure, cited)


def _complete(ledger: Ledger, draft: Draft, figure: Fields, cited: Cited) -> Draft:
    """The draft with its citation, and with an id made of claimant, scope and period."""
    draft.articles = cited.articles
    if cited:
        figure["citations"] = [cited.citation]
    when = figure.get("during") or figure.get("as_of")
    if "id" not in figure and when and {"claimant", "measure", "unit"} <= set(figure):
        figure["id"] = make_figure_id(ledger.figures, figure)
    draft.figure = figure
    return draft


def _ask_claimant(ledger: Ledger, draft: Draft) -> Fields:
    """The field of a claimant; of one that is not in the file, its fields go to the draft."""
    chosen = ask_field(ledger, Figure, "claimant", new="Not in the file yet: add a claimant")
    if chosen != NEW:
        return {"claimant": chosen} if chosen else {}
    with st.container(border=True):
        typed = ask_fields(ledger, Claimant, ("name", "kind", "side", "aliases"), at="claimant-")
    return {"claimant": draft.add(ledger, "claimants", typed)}


def _ask_unit(
    ledger: Ledger, draft: Draft, record: type[Record], name: str, at: str = ""
) -> Fields:
    """The field of a unit; of a new one its parent is asked for, which may be new too."""
    chosen = ask_field(ledger, record, name, at, new="Not in the file yet: add a unit")
    if chosen != NEW:
        return {name: chosen} if chosen else {}
    at = f"{at}{name}-"
    with st.container(border=True):
        typed = ask_fields(ledger, Unit, ("name",), at)
        typed |= _ask_unit(ledger, draft, Unit, "parent", at)
        typed |= ask_fields(ledger, Unit, ("echelon", "aliases"), at)
    return {name: draft.add(ledger, "units", typed)}


def _ask_when(ledger: Ledger) -> Fields:
    kind = st.radio("Time", [WITHIN, UP_TO], key=key_of("time"), persist_state="session")
    names = ("during", "per") if kind == WITHIN else ("as_of", "since")
    found = ask_fields(ledger, Figure, names)
    example = "2024-01, or 2024-01-01/2024-04-12" if kind == WITHIN else "2024-04-29, or 2024-04"
    st.caption(f"The time of the count, not of the article: {example}.")
    return found


def show_near(ledger: Ledger, draft: Draft) -> None:
    """What is in the file and may be the same claim, each with the way to add an article to it."""
    near = _find_near(ledger, draft.figure)
    if not near:
        return
    st.subheader("Looks like", anchor=False)
    for figure in near:
        link_figure(figure.id, say_claim(ledger, figure))
        st.button(
            "Add your article there",
            key=key_of(f"near-{figure.id}"),
            on_click=_turn_into_relay,
            args=(figure, draft.figure),
        )


def _find_near(ledger: Ledger, fields: Fields) -> list[Figure]:
    if not {"during", "as_of"} & set(fields):
        return []
    try:
        return [one.figure for one in find_near(ledger, _read(fields))[:MOST_NEAR]]
    except (ValueError, KeyError):
        return []


def _read(fields: Fields) -> Figure:
    """The figure as far as it is typed. Raises ValueError."""
    return Figure.model_validate({**_UNKNOWN, **fields, "citations": [{"article": "x"}]})


def _turn_into_relay(claim: Figure, typed: Fields) -> None:
    """Go on as a relay of that claim, with what the article says differently filled in."""
    st.session_state[WAY] = "relay"
    st.session_state[key_of("figure")] = claim.id
    differs = list_differing(claim, _read(typed), typed)
    st.session_state[key_of("printed")] = differs
    for name in differs:
        value = typed[name]
        text = f"{value['low']}-{value['high']}" if isinstance(value, dict) else value
        st.session_state[key_of(f"printed-{name}")] = text
