"""The sidebar: widgets and the page's address in, `Filters` out.

The address holds the filters by the same names and keys as the data addresses. Streamlit's own
binding would write labels instead of keys and drop unknown values without a word
(docs/decisions/0002), so the two are kept in step here.
"""

from __future__ import annotations

import streamlit as st

from loaders.ledger import Ledger
from loaders.selection import FILTERS, Filters, choices, parse_filters
from loaders.sentences import counted
from pages.shared.embed import open_fold
from pages.shared.script import close_drawer
from pages.shared.text import plain

IN_SIGHT = ("force", "measure", "offence", "unit", "claimant")
"""The filters that most readers need; the years stand below them."""
MORE = ("from", "to", "words", "outlet", "basis", "status")
"""The others, under More."""
CHIPS = ("force",)
"""The filters with so few values that all of them are in sight."""
YEARS = 8
"""So many years are offered as chips, the latest."""
_ADDRESS, _PAGE = "address", "page"
_YEAR, _MORE = "year", "more"


def choose_filters(ledger: Ledger, page: str, *, drawn: bool, adopted: bool) -> Filters:
    """The filters of this session, on the page of this path.

    They are drawn where a page obeys them, in step with the address; they are adopted from it there
    and where one chart stands alone.
    """
    moved = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if adopted:
        _adopt_address(ledger, moved)
    if not drawn:
        return _read_state(ledger)
    with st.sidebar:
        _draw(ledger)
        filters = _read_state(ledger)
    _write_address(filters)
    return filters


def clear_filters() -> None:
    for name, one in FILTERS.items():
        st.session_state[name] = [] if one.many else ""


def end_drawer(count: int) -> None:
    """On a phone the filters cover the page: a button that closes them and says what is left."""
    figures = counted(count, "figure")
    st.sidebar.button(f"Show {figures}", key="show-figures", type="primary", on_click=close_drawer)


def _adopt_address(ledger: Ledger, moved: bool) -> None:
    """Take filters from an address that somebody else wrote: a deep link, back or forward.

    A click in the menu empties the address; then what was chosen stays.
    """
    found = [(name, value) for name in FILTERS for value in st.query_params.get_all(name) if value]
    if found == st.session_state.get(_ADDRESS, []) or (moved and not found):
        return
    clear_filters()
    for name, one in FILTERS.items():
        good: list[str] = []
        for value in (value for known, value in found if known == name):
            try:
                one.read([*good, value], ledger)
            except ValueError as error:
                sentence = f"Left out of this link: {error}"
                st.warning(plain(sentence if sentence.endswith("?") else f"{sentence}."))
            else:
                good.append(value)
        st.session_state[name] = good if one.many else " ".join(good)


def _write_address(filters: Filters) -> None:
    """All that changed at once: each message to the browser is a step for its Back button."""
    changed = {
        name: list(filters.get(name, ()))
        for name in FILTERS
        if list(filters.get(name, ())) != [one for one in st.query_params.get_all(name) if one]
    }
    if changed:
        st.query_params.update(changed)
    st.session_state[_ADDRESS] = filters.parameters()


def _draw(ledger: Ledger) -> None:
    """What most readers need, then the years, then the rest, folded until a reader opens it.

    What is chosen there is said below it: a fold whose own label changes closes itself.
    """
    st.button("Clear all filters", on_click=clear_filters, width="stretch")
    for name in IN_SIGHT:
        _draw_one(ledger, name)
    _draw_years(ledger)
    if more := open_fold("More", _MORE):
        with more:
            for name in MORE:
                _draw_one(ledger, name)
    chosen = [FILTERS[name].label for name in MORE if st.session_state.get(name)]
    if chosen:
        st.caption(f"Chosen under More: {', '.join(chosen)}")


def _draw_one(ledger: Ledger, name: str) -> None:
    label, known = FILTERS[name].label, choices(ledger).get(name)
    if known is None:
        hint = None if name == "words" else "2024, Jan 2024 or 2024-01-15"
        st.text_input(label, key=name, placeholder=hint, persist_state="session")
        return
    offered, show = list(known), lambda key: _show(ledger, name, key, known[key])
    if name in CHIPS:
        st.pills(
            label,
            offered,
            selection_mode="multi",
            format_func=show,
            key=name,
            persist_state="session",
        )
        return
    st.multiselect(
        label, offered, format_func=show, key=name, placeholder="Any", persist_state="session"
    )


def _show(ledger: Ledger, name: str, key: str, label: str) -> str:
    """A unit stands under the one above it; an offence is looked for by its key too: `awol`."""
    if name == "unit":
        return "\u2003" * (len(ledger.path(key)) - 1) + label
    return f"{label} ({key})" if name == "offence" else label


def _draw_years(ledger: Ledger) -> None:
    """One year as a chip, which is From and To at once; for other spans there are these."""
    ends = [figure.end for figure in ledger.figures.values()]
    last = max((end.last.year for end in ends), default=0)
    first = max(min((end.first.year for end in ends), default=1), last - YEARS + 1)
    years = [str(year) for year in range(first, last + 1)]
    chosen = st.session_state.get("from", "")
    same = chosen == st.session_state.get("to", "") and chosen in years
    st.session_state[_YEAR] = chosen if same else None
    st.pills("Year", years, key=_YEAR, on_change=_choose_year)


def _choose_year() -> None:
    st.session_state["from"] = st.session_state["to"] = st.session_state[_YEAR] or ""


def _read_state(ledger: Ledger) -> Filters:
    """What the widgets hold; values that left the data since are dropped."""
    known = choices(ledger)
    pairs: list[tuple[str, str]] = []
    for name in FILTERS:
        state = st.session_state.get(name, "")
        if name in known:
            pairs += [(name, value) for value in state if value in known[name]]
        elif _is_good(ledger, name, text := str(state).strip()):
            pairs.append((name, text))
    return parse_filters(pairs, ledger)


def _is_good(ledger: Ledger, name: str, text: str) -> bool:
    """Whether a text can be used; if not, say why."""
    try:
        FILTERS[name].read([text], ledger)
    except ValueError as error:
        sentence = str(error)
        st.error(plain(sentence[:1].upper() + sentence[1:]))
        return False
    return True
