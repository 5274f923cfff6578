"""Who keeps this, how far it can be trusted, what the words mean, how to correct a figure."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from exports.edition import LICENCE
from loaders.ledger import Ledger
from loaders.records import Measure, Offence
from loaders.words import Basis, Bound, Status, Word, humanise
from pages.shared.page import View, link_figure, show_heading
from pages.shared.text import plain, write_list

FIGURES = (
    "A **figure** is one claim: one claimant, one measure, one population, one time. "
    "Ten articles that relay one claim are one figure with ten citations. Every figure is "
    "*reported*; none has been verified independently.\n\n"
    "**What is never done here.** Figures are not added unless they count the same thing, of "
    "the same people, by the same claimant, at times that do not overlap; otherwise the page "
    "says what differs. Claims of different claimants stand side by side and are not averaged. "
    "“More than” stays an open end, a month stays a month, and a hole in a series stays a hole."
)
KEEPERS = (
    "The maintainers of this project; its repository names everybody who changed something. "
    "Nothing is counted here; what others have claimed is collected, about both sides by the "
    "same rules."
)
LICENCES = (
    "The code is under the MIT licence. The compilation of figures is under "
    f"[CC BY 4.0]({LICENCE.address}): copy, change and use it, if you name “Reported "
    "desertion figures of the Russia–Ukraine war” with the version that you used, and say "
    "what you changed. The numbers are facts that others reported; the articles stay their "
    "publishers’."
)
CORRECTING = (
    "Open an issue in the project’s repository with the id of the figure, which its page "
    "shows, and the address of the article that says otherwise; or change the figure in "
    "`figures.yaml` yourself and propose that. Every change is in the history of the figure, "
    "at the foot of its page."
)
WORDS: dict[str, tuple[str, type[Word]]] = {
    "basis": ("How a number was come by", Basis),
    "bound": ("What a stated number says", Bound),
    "status": ("Status of a claim", Status),
}
"""Anchor -> title and closed list."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "About",
        "Who keeps this, what the figures mean, how to correct one.",
        "Nothing here is a total of desertions: nobody has counted that.",
    )
    st.markdown(FIGURES)
    st.header("Who keeps this", anchor="maintainers")
    st.markdown(KEEPERS)
    _show_data(view)
    st.header("Licence", anchor="licence")
    st.markdown(LICENCES)
    st.header("Correct a figure", anchor="correct")
    st.markdown(CORRECTING)
    _show_corrections(view.ledger)
    st.header("What is counted", anchor="measures")
    _show_records(view.ledger.measures)
    st.header("Offences", anchor="offences")
    _show_records(view.ledger.offences)
    for anchor, (title, words) in WORDS.items():
        st.header(title, anchor=anchor)
        _show_words(words)


def _show_data(view: View) -> None:
    """What is in the file, how old it is, and what its version means."""
    st.header("The data", anchor="data")
    st.markdown(
        f"{plain(_count(view.ledger))}\n\n"
        f"This is {view.ledger.edition}: the day on which it was last changed, and the first "
        "letters of a checksum of the whole file, so that whoever has the same version has the "
        "same data to the last character. Links, citations and pictures name it, and an old link "
        "says what has changed since.\n\n"
        "All of it can be taken away: [addresses of the data](data/)."
    )


def _count(ledger: Ledger) -> str:
    """How many there are of each, and how many of them a figure names."""
    figures = ledger.figures.values()
    cited = {citation.article for figure in figures for citation in figure.citations}
    return (
        f"figures.yaml is edited by hand. It holds {len(figures):,} figures; "
        f"{len(ledger.claimants):,} claimants, "
        f"{len({figure.claimant for figure in figures}):,} of them with figures; "
        f"{len(ledger.articles):,} articles, {len(cited):,} of them cited for a figure, the others "
        "for what is known beside them. By source counts the claimants and articles of the "
        "figures that your filters leave."
    )


def _show_corrections(ledger: Ledger) -> None:
    """What was wrong here, and what nobody claimed."""
    st.header("Corrections", anchor="corrections")
    st.markdown(
        "On 28 November 2026, 217 notes on what articles had printed were read against the "
        "articles. Of the 185 that could still be seen 92 were right, 82 overstated how far an "
        "article had strayed from the claim, and 11 were wrong; all were mended. Until then these "
        "pages had been too hard on outlets by half."
    )
    mistaken = [one for one in ledger.figures.values() if one.status == Status.MISTAKEN]
    if not mistaken:
        st.markdown("No figure in the data is marked as mistaken.")
        return
    st.markdown("These figures stood here and were never claimed; no chart or count has them:")
    for figure in mistaken:
        link_figure(figure.id, f"{figure.id}: {figure.note}")


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
