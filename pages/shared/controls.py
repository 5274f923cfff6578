"""The sidebar: widgets and the page's address in, `Filters` out.

The address holds the filters by the same names and keys as the data addresses. Streamlit's own
binding would write labels instead of keys and drop unknown values without a word
(docs/decisions/0002), so the two are kept in step here.
"""

from __future__ import annotations

import streamlit as st

from loaders.dates import Date, parse_date
from loaders.ledger import Ledger
from loaders.selection import LISTS, PARAMETERS, Filters, choices, parse_filters
from pages.shared.text import plain

LABELS = {
    "words": "Words in title, note or place",
    "force": "Forces",
    "measure": "What is counted",
    "offence": "Offence",
    "unit": "Unit and all below it",
    "claimant": "Claimant",
    "from": "From",
    "to": "To",
    "outlet": "Printed by",
    "basis": "How it was counted",
    "status": "Status of the claim",
}
_ADDRESS, _PAGE = "address", "page"


def choose_filters(ledger: Ledger, page: str) -> Filters:
    """Draw the filters, in step with the address; `page` is the path of the page shown."""
    _adopt_address(ledger, page)
    with st.sidebar:
        filters = _draw(ledger)
    _write_address(filters)
    return filters


def keep_filters(ledger: Ledger, page: str) -> Filters:
    """The filters chosen earlier in this session, on a page that does not draw them."""
    st.session_state[_PAGE] = page
    return _read_state(ledger)


def read_filters(ledger: Ledger, page: str) -> Filters:
    """The filters of the address, where none are drawn."""
    _adopt_address(ledger, page)
    return _read_state(ledger)


def clear_filters() -> None:
    for name in PARAMETERS:
        st.session_state[name] = [] if name in LISTS else ""


def _adopt_address(ledger: Ledger, page: str) -> None:
    """Take filters from an address that somebody else wrote: a deep link, back or forward.

    A click in the menu empties the address; then what was chosen stays.
    """
    found = [
        (name, value) for name in PARAMETERS for value in st.query_params.get_all(name) if value
    ]
    moved = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if found == st.session_state.get(_ADDRESS, []) or (moved and not found):
        return
    clear_filters()
    for name, value in found:
        try:
            parse_filters([(name, value)], ledger)
        except ValueError as error:
            st.warning(plain(f"Left out of this link: {error}."))
            continue
        if name in LISTS:
            st.session_state[name] = [*st.session_state[name], value]
        else:
            st.session_state[name] = value


def _write_address(filters: Filters) -> None:
    pairs = filters.parameters()
    for name in PARAMETERS:
        values = [value for known, value in pairs if known == name]
        if values and values != st.query_params.get_all(name):
            st.query_params[name] = values
        elif not values and name in st.query_params:
            del st.query_params[name]
    st.session_state[_ADDRESS] = [
        (name, value) for name in PARAMETERS for known, value in pairs if known == name
    ]


def _draw(ledger: Ledger) -> Filters:
    known = choices(ledger)
    st.button("Clear all filters", on_click=clear_filters, width="stretch")
    for name, label in LABELS.items():
        if name in known:
            _draw_choice(ledger, name, label, known[name])
        else:
            hint = None if name == "words" else "2024, 2024-01 or 2024-01-15"
            st.text_input(label, key=name, placeholder=hint, persist_state="session")
    return _read_state(ledger)


def _draw_choice(ledger: Ledger, name: str, label: str, known: dict[str, str]) -> None:
    st.multiselect(
        label,
        list(known),
        format_func=lambda key: _indent(ledger, key) + known[key] if name == "unit" else known[key],
        key=name,
        placeholder="Any",
        persist_state="session",
    )


def _indent(ledger: Ledger, unit: str) -> str:
    return "\u2003" * (len(ledger.path(unit)) - 1)


def _read_state(ledger: Ledger) -> Filters:
    """What the widgets hold; words that left the data since are dropped."""
    known = choices(ledger)
    lists = {
        name: tuple(value for value in st.session_state.get(name, []) if value in known[name])
        for name in LISTS
    }
    words = " ".join(str(st.session_state.get("words", "")).split())
    return Filters(**lists, from_=_date("from"), to=_date("to"), words=words)


def _date(name: str) -> Date | None:
    text = str(st.session_state.get(name, "")).strip()
    try:
        return parse_date(text) if text else None
    except ValueError as error:
        st.error(plain(f"{LABELS[name]}: {error}"))
        return None
