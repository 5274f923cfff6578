"""The data as it is now: the snapshot a run works from, the banner, what is made of it once."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from datetime import datetime
from operator import attrgetter
from threading import BoundedSemaphore
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from loaders.live import Snapshot, data_file, follow
from pages.shared.text import plain

T = TypeVar("T")
MOST_KEPT = 96
"""Charts, for the most part; one of the whole ledger takes up to half a second to draw."""
SHOWN_PROBLEMS = 5
AT_ONCE = 2
"""Pages that run at a time: one works while the other waits for a lock or a disk."""
TURNS = BoundedSemaphore(AT_ONCE)
"""The others wait (docs/decisions/0025): threads of Python share one core, so that two hundred runs
at once end no sooner than in turn, and hold all that a run needs two hundred times meanwhile."""


def current() -> Snapshot:
    """One version of the data for the whole run."""
    return follow(data_file()).current()


class _Recipe(NamedTuple):
    """What is made, and what tells it apart from all else that is: only that is compared."""

    key: tuple[Hashable, ...]
    make: Callable[[], Any]


def make_once(key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What `make` gives, made once for all readers; it is shared, so it must not be changed."""
    made: T = _make(_Recipe(key, make))
    return made


@st.cache_resource(
    max_entries=MOST_KEPT, show_spinner=False, hash_funcs={_Recipe: attrgetter("key")}
)
def _make(recipe: _Recipe) -> Any:
    return recipe.make()


def address_of(name: str) -> str:
    """Where a program finds a file of the data on this server, below the path of a larger site."""
    prefix = st.get_option("server.baseUrlPath").strip("/")
    return f"{prefix and f'/{prefix}'}/data/{name}"


def show_banner(snapshot: Snapshot) -> None:
    """Say what is wrong with a newer file, and which data is shown meanwhile."""
    if not snapshot.problems:
        return
    if snapshot.held_back:
        _show_held_back(snapshot)
        return
    if snapshot.ledger:
        shown = f"The data shown is that of {_clock(snapshot.loaded_at)}."
        st.warning(f"The file has been changed and cannot be used yet. {shown}")
    else:
        st.error("There is no data to show yet: the file cannot be used.")
    lines = [str(problem) for problem in snapshot.problems[:SHOWN_PROBLEMS]]
    if more := len(snapshot.problems) - len(lines):
        lines.append(f"… and {more} more: desertion check")
    st.code("\n".join(lines), language=None, wrap_lines=True)


def _show_held_back(snapshot: Snapshot) -> None:
    """Say what is gone, and let whoever runs the dashboard on their own machine show it anyway."""
    said = ". ".join(problem.message for problem in snapshot.problems)
    st.warning(plain(f"{said}. The data shown is that of {_clock(snapshot.loaded_at)}."))
    for_others = os.environ.get("DESERTION_HOSTS")  # there one reader decides nothing for the rest
    if not for_others and st.button("Show it anyway"):
        follow(data_file()).show_anyway()
        st.rerun()


def _clock(moment: datetime) -> str:
    return f"{moment:%d %B %Y, %H:%M:%S}"
