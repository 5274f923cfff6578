"""The sidebar: widgets and the page's address in, `Filters` out.

The address holds the filters by the same names and keys as the data addresses. Streamlit's own
binding would write labels instead of keys and drop unknown values without a word
(docs/decisions/0002), so the two are kept in step here.
"""

from __future__ import annotations

import streamlit as st

from loaders.ledger import Ledger
from loaders.selection import FILTERS, Filters, choices, parse_filters
from pages.shared.text import plain

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
    for name, one in FILTERS.items():
        st.session_state[name] = [] if one.many else ""


def _adopt_address(ledger: Ledger, page: str) -> None:
    """Take filters from an address that somebody else wrote: a deep link, back or forward.

    A click in the menu empties the address; then what was chosen stays.
    """
    found = [(name, value) for name in FILTERS for value in st.query_params.get_all(name) if value]
    moved = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if found == st.session_state.get(_ADDRESS, []) or (moved and not found):
        return
    clear_filters()
    for name, one in FILTERS.items():
        good: list[str] = []
        for value in (value for known, value in found if known == name):
            try:
                one.read([*good, value], ledger)
            except ValueError as error:
                st.warning(plain(f"Left out of this link: {error}."))
            else:
                good.append(value)
        st.session_state[name] = good if one.many else " ".join(good)


def _write_address(filters: Filters) -> None:
    pairs = filters.parameters()
    for name in FILTERS:
        values = [value for known, value in pairs if known == name]
        if values and values != st.query_params.get_all(name):
            st.query_params[name] = values
        elif not values and name in st.query_params:
            del st.query_params[name]
    st.session_state[_ADDRESS] = [
        (name, value) for name in FILTERS for known, value in pairs if known == name
    ]


def _draw(ledger: Ledger) -> Filters:
    known = choices(ledger)
    st.button("Clear all filters", on_click=clear_filters, width="stretch")
    for name in sorted(FILTERS, key=lambda name: name != "words"):
        if name in known:
            _draw_choice(ledger, name, known[name])
        else:
            hint = None if name == "words" else "2024, 2024-01 or 2024-01-15"
            st.text_input(FILTERS[name].label, key=name, placeholder=hint, persist_state="session")
    return _read_state(ledger)


def _draw_choice(ledger: Ledger, name: str, known: dict[str, str]) -> None:
    st.multiselect(
        FILTERS[name].label,
        list(known),
        format_func=lambda key: _show(ledger, name, key, known[key]),
        key=name,
        placeholder="Any",
        persist_state="session",
    )


def _show(ledger: Ledger, name: str, key: str, label: str) -> str:
    """A unit stands under the one above it; an offence is looked for by its key too: `awol`."""
    if name == "unit":
        return "\u2003" * (len(ledger.path(key)) - 1) + label
    return f"{label} ({key})" if name == "offence" else label


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
