"""What the counts mean and do not mean, from the definitions in the data."""

from __future__ import annotations

import streamlit as st

from loaders.words import Basis, Bound, Status
from pages.shared.glossary import show_records, show_words
from pages.shared.show import show_heading
from pages.shared.view import get_view

view = get_view()
show_heading(
    "About",
    "What the figures mean, how they were collected and how to read them.",
    "Nothing here is a total of desertions: nobody has counted that.",
)
st.markdown(
    "A **figure** is one claim: one claimant, one measure, one population, one window of time. "
    "Ten articles that relay one claim are one figure with ten citations. Every figure is "
    "*reported*; none has been verified independently.\n\n"
    "**What is never done here.** Figures are not added unless they count the same thing, of the "
    "same people, by the same claimant, in windows that do not overlap; otherwise the page says "
    "what differs. Claims of different claimants stand side by side and are not averaged. "
    "“More than” stays an open end, a month stays a month, and a hole in a series stays a hole."
)
st.header("What is counted", anchor="measures")
show_records(view.ledger.measures)
st.header("Offences", anchor="offences")
show_records(view.ledger.offences)
st.header("How a number was come by", anchor="basis")
show_words(Basis)
st.header("What a stated number says", anchor="bound")
show_words(Bound)
st.header("Status of a claim", anchor="status")
show_words(Status)
st.header("Where the data comes from", anchor="data")
st.markdown(
    f"`figures.yaml` is edited by hand. It holds {len(view.table)} figures by "
    f"{len(view.ledger.claimants)} claimants, printed in {len(view.ledger.articles)} articles. "
    f"This is version `{view.ledger.short_version}`. "
    "All of it can be taken away: [addresses of the data](data/)."
)
