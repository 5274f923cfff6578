"""What a reader has in hand, a number, words or a whole text: who claimed it, and what to write.

A short question stands in the address, so that its answer can be sent on. A pasted text does not:
it is in the field and in this run, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis.arithmetic import checks_of
from analysis.lookup import Answer, Claim, Misprint, Typo, look_up
from analysis.provenance import find_printed
from analysis.wording import say_limits
from loaders.records import Figure
from loaders.selection import Filters, select
from loaders.sentences import counted, upper
from loaders.sentences import say as say_claim
from pages.forms.pasted import offer_draft
from pages.forms.policy import server_policy
from pages.shared.markup import show_to_copy
from pages.shared.page import PASTED, View, link_figure, show_heading
from pages.shared.table import show_rows
from pages.shared.text import mark, plain, write_facts, write_list
from reading.article import Finding, Known, read_article, say_verdict
from reading.line import Asked, read_question

ASKED = "q"
"""The question in an address."""
_FIELD, _SEEN = "check-field", "check-address"
MOST = 12
"""Claims that are described; all others are counted."""
MOST_NEAR = 3
MOST_CLAIMS = 3
"""Claims that a number of a text can be, in full; more are links."""
FINDINGS = 20
"""Numbers of a text on one page."""


def show(view: View) -> None:
    """The page."""
    show_heading(
        "Check",
        "Type a number or words, or paste a whole text: who claimed it, and what to write.",
        "What is not found here may still have been claimed.",
    )
    typed = _ask()
    if not typed:
        st.info("For example 18k, 684 verdicts Mediazona, Southern Military District, an article.")
        return
    question = read_question(typed)
    if question is None:
        _show_reading(view, typed)
    elif question.number is None:
        _show_mentions(view, question.words)
    else:
        _show_answer(view, question, question.number)


def _ask() -> str:
    """What the reader typed, or what the address or another page asks; in step with the address."""
    asked = st.query_params.get(ASKED, "")
    if asked != st.session_state.get(_SEEN, ""):
        st.session_state[_FIELD] = asked
    if pasted := st.session_state.pop(PASTED, ""):
        st.session_state[_FIELD] = pasted
    with st.form("check", border=False):
        typed = st.text_area(
            "A number, words, or a text",
            key=_FIELD,
            height=100,
            placeholder="18,000",
            help="A text has up to 50,000 characters. Nothing of it is kept, logged or sent on.",
        )
        st.form_submit_button("Check")
    typed = (typed or "").strip()
    _write_address(typed)
    return typed


def _write_address(typed: str) -> None:
    """The question, if it is one: no text is put into an address."""
    question = typed if typed and read_question(typed) else ""
    if question:
        st.query_params[ASKED] = question
    elif ASKED in st.query_params:
        del st.query_params[ASKED]
    st.session_state[_SEEN] = question


def _show_mentions(view: View, words: str) -> None:
    """Words alone: every figure that mentions them all."""
    filters = Filters({"words": (words,)} if words else {})
    view = replace(view, filters=filters, rows=select(view.ledger, view.table, filters))
    if not words or view.rows.empty:
        st.info(plain(f"No claim in the data mentions all of: {words}. Try fewer words."))
        return
    found = len(view.rows)
    count = "1 claim mentions" if found == 1 else f"{found} claims mention"
    st.markdown(f"**{plain(f'{count} all of: {words}.')}**")
    show_rows(view, "mentions")


def _show_answer(view: View, question: Asked, number: int) -> None:
    """Exact matches in full, then articles that printed it for another, then what is near."""
    answer = look_up(view.ledger, number, question.words, most=MOST)
    if not answer and question.words:
        st.info(plain(f"With {number:,} no claim mentions all of: {question.words}."))
        answer = look_up(view.ledger, number, most=MOST)
    exact = [claim for claim in answer.claims if claim.exact]
    misprints = [misprint for misprint in answer.misprints if misprint.exact]
    st.markdown(f"**{plain(_say_found(answer, len(exact), len(misprints)))}**")
    for claim in exact:
        with st.container(border=True):
            _show_claim(claim)
    for found in _group(misprints):
        with st.container(border=True):
            st.markdown("**Printed for another number**")
            _show_misprint(found)
    _show_near(answer, len(exact))


def _say_found(answer: Answer, exact: int, misprints: int) -> str:
    """`18,000: 2 claims.`"""
    claims = counted(exact, "claim") if exact else "no claims"
    printed = f", printed {counted(misprints, 'time')} for another number" if misprints else ""
    return f"{answer.number:,}: {claims}{printed}."


def _show_claim(claim: Claim) -> None:
    """The claim, what is safe to write, then what it is and what is to be minded."""
    facts = {
        "What it is": " ".join(claim.covered),
        "Be careful": _join(claim.limits),
        "What others made of it": _join(relay.words for relay in claim.relays),
        "Other answers": _join(rival.words for rival in claim.rivals),
    }
    _show_found(claim, facts, f"{claim.articles}. First: {claim.first.words}")


def _show_found(
    found: Claim | Misprint | Typo | Known, facts: Mapping[str, str], source: str = ""
) -> None:
    """A claim with the way to it, how to write it, what is known of it."""
    link_figure(found.figure.id, found.sentence)
    st.caption("Safest wording, to copy")
    show_to_copy(found.wording)
    _show_facts(facts)
    if source:
        st.caption(plain(source))


def _show_facts(facts: Mapping[str, str]) -> None:
    if lines := write_facts(facts):
        st.markdown("\n\n".join(lines))


def _join(texts: Iterable[str]) -> str:
    """Several remarks as one sentence."""
    joined = "; ".join(texts)
    return f"{upper(joined)}." if joined else ""


def _show_misprint(found: Sequence[Misprint]) -> None:
    """A claim for which articles printed this number, with the articles."""
    _show_found(found[0], {"Printed so by": _join(one.relay.words for one in found)})


def _group(misprints: Iterable[Misprint]) -> list[list[Misprint]]:
    """Those of one claim together."""
    groups: dict[str, list[Misprint]] = {}
    for one in misprints:
        groups.setdefault(one.figure.id, []).append(one)
    return list(groups.values())


def _show_near(answer: Answer, exact: int) -> None:
    """Claims nearly so large, what was printed nearly so, and what a slip would have made this."""
    near = answer.claims[exact : exact + MOST_NEAR]
    more = answer.more + len(answer.claims) - exact - len(near)
    misprints = _group(one for one in answer.misprints if not one.exact)[:MOST_NEAR]
    typos = answer.typos[:MOST_NEAR]
    if near or misprints or typos:
        st.header("Near it", anchor="near")
    for claim in near:
        with st.expander(plain(claim.sentence)):
            _show_claim(claim)
    for found in misprints:
        with st.expander(plain(f"Printed nearly so for another number: {found[0].sentence}")):
            _show_misprint(found)
    for typo in typos:
        with st.expander(plain(f"Perhaps a slip, {typo.words}: {typo.sentence}")):
            _show_found(typo, {})
    if more > 0:
        st.caption(
            f"And {counted(more, 'more claim')} within 5 %; a word beside the number leaves fewer."
        )


def _show_reading(view: View, text: str) -> None:
    """A text: the summary, then each of its numbers with what is known of it."""
    try:
        reading = read_article(view.ledger, text)
    except ValueError as error:
        st.error(plain(upper(f"{error}.")))
        return
    is_known = _show_known_articles(view, text)
    if reading.findings or not is_known:
        st.markdown(f"**{plain(upper(reading.words))}.**")
    shown = [one for one in reading.findings if one.verdict != "another thing"]
    first = _turn_to(len(shown))
    for finding in shown[first : first + FINDINGS]:
        with st.container(border=True):
            _show_finding(view, finding)
    _show_left_aside([one for one in reading.findings if one.verdict == "another thing"])
    if server_policy().allowed:
        offer_draft(view, reading, text)


def _show_known_articles(view: View, text: str) -> bool:
    """Articles of the data that the text names: what each printed, and what its origin said."""
    found = find_printed(view.ledger, text)
    for key, printed in found.items():
        article = view.ledger.articles[key]
        day = f", {article.published.words()}" if article.published else ""
        title = f": {article.title}" if article.title else ""
        with st.container(border=True):
            st.markdown(f"**{plain(f'In the data: {article.outlet}{day}{title}')}**")
            for figure, relay in printed:
                link_figure(figure.id, say_claim(view.ledger, figure))
                changed = _join(one.words for one in relay.changes)
                st.caption(plain(f"Printed differently: {changed}" if changed else "Printed so."))
            checks = (one for figure, _ in printed for one in checks_of(view.ledger, figure))
            said = (upper(f"{one.said}.") for one in checks if one.article == key)
            _show_facts({"What it calculates": " ".join(said)})
    return bool(found)


def _turn_to(count: int) -> int:
    """The first number of the page that the reader turned to."""
    pages = -(-count // FINDINGS)
    return (st.pagination(pages, key=f"findings-{count}") - 1) * FINDINGS if pages > 1 else 0


def _show_finding(view: View, finding: Finding) -> None:
    """The sentence, the verdict, the claims it can be; of what nobody claimed the nearest."""
    st.markdown(mark(finding.sentence, finding.text))
    verdict = finding.calculation.words if finding.calculation else say_verdict(finding)
    st.markdown(f"**{plain(upper(verdict))}.**")
    if finding.calculation:
        _link_figures(view, finding.calculation.figures)
    for claim in finding.claims[:MOST_CLAIMS]:
        _show_known(view, claim)
    others = [*(one.figure for one in finding.claims[MOST_CLAIMS:]), *finding.others]
    if others and finding.claims:
        with st.expander(f"Could also be: {len(others)}"):
            _link_figures(view, others)
    elif others:
        st.caption("Nearest")
        _link_figures(view, others[:MOST_NEAR])


def _show_known(view: View, claim: Known) -> None:
    """The claim, what the text made of it, and what is safe to write."""
    facts = {
        "What the text changed": _join(change.words for change in claim.changes),
        "Be careful": _join(say_limits(view.ledger, claim.figure)),
        "Other answers": _join(rival.words for rival in claim.rivals),
    }
    against = f" Against it: {'; '.join(claim.against)}." if claim.against else ""
    _show_found(claim, facts, f"Because: {'; '.join(claim.because)}.{against}")


def _link_figures(view: View, figures: Iterable[Figure]) -> None:
    for figure in figures:
        link_figure(figure.id, say_claim(view.ledger, figure))


def _show_left_aside(findings: Sequence[Finding]) -> None:
    """Numbers of other things, so that a reader can see that they are."""
    if findings:
        with st.expander(f"Left aside as numbers of other things: {len(findings)}"):
            lines = (f"{plain(one.text)}: {plain(one.thing)}" for one in findings)
            st.markdown(write_list(lines))
