"""What the counts mean and do not mean, from the definitions in the data."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from exports.edition import LICENCE
from loaders.records import Measure, Offence
from loaders.selection import humanise
from loaders.words import Basis, Bound, Status, Word
from pages.shared.show import show_heading
from pages.shared.text import plain, write_list
from pages.shared.view import View


def show(view: View) -> None:
    """The page."""
    show_heading(
        "About",
        "What the figures mean, how they were collected and how to read them.",
        "Nothing here is a total of desertions: nobody has counted that.",
    )
    st.markdown(
        "A **figure** is one claim: one claimant, one measure, one population, one window of time. "
        "Ten articles that relay one claim are one figure with ten citations. Every figure is "
        "*reported*; none has been verified independently.\n\n"
        "**What is never done here.** Figures are not added unless they count the same thing, of "
        "the same people, by the same claimant, in windows that do not overlap; otherwise the page "
        "says what differs. Claims of different claimants stand side by side and are not averaged. "
        "“More than” stays an open end, a month stays a month, and a hole in a series stays a hole."
    )
    st.header("What is counted", anchor="measures")
    _show_records(view.ledger.measures)
    st.header("Offences", anchor="offences")
    _show_records(view.ledger.offences)
    st.header("How a number was come by", anchor="basis")
    _show_words(Basis)
    st.header("What a stated number says", anchor="bound")
    _show_words(Bound)
    st.header("Status of a claim", anchor="status")
    _show_words(Status)
    st.header("Where the data comes from", anchor="data")
    st.markdown(
        f"`figures.yaml` is edited by hand. It holds {len(view.table)} figures by "
        f"{len(view.ledger.claimants)} claimants, printed in {len(view.ledger.articles)} articles. "
        f"This is version `{view.ledger.short_version}`. "
        "All of it can be taken away: [addresses of the data](data/). The compilation is under "
        f"[{LICENCE.name}]({LICENCE.address}): name the source and the version. The numbers are "
        "facts reported by others; the articles stay their publishers’."
    )


def _show_records(records: Mapping[str, Measure] | Mapping[str, Offence]) -> None:
    """Label and definition of every record, in the order of the file."""
    lines = (f"**{plain(record.label)}.** {_define(record)}" for record in records.values())
    st.markdown(write_list(lines))


def _define(record: Measure | Offence) -> str:
    counted = f" Counts {record.counts}." if isinstance(record, Measure) else ""
    return plain(record.definition) + counted


def _show_words(words: type[Word]) -> None:
    """Every word of a closed list with its definition."""
    lines = (f"**{humanise(word.value)}**: {plain(word.definition)}" for word in words)
    st.markdown(write_list(lines))
