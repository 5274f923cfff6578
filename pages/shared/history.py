"""The page of one figure: its versions in git, and the way to change it where that is allowed."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from analysis.history import Version, read_history
from loaders.live import data_file
from loaders.records import Figure
from pages.editing.policy import server_policy
from pages.shared.menu import EDIT
from pages.shared.text import plain
from pages.shared.view import get_view

KEEP_SECONDS = 60
"""A commit does not change the file, so what is kept is read again after a while."""


def show_history(figure: Figure) -> None:
    """When the figure was added and changed, by whom, and which fields; nothing without git."""
    ledger = get_view().ledger
    versions = _read_versions(data_file(), figure.id, ledger.version)
    if versions:
        st.header("History", anchor="history")
        st.markdown("".join(map(_say_version, versions)))
    if server_policy().allowed:
        st.page_link(EDIT, label="Change this figure", query_params={"id": figure.id})


@st.cache_resource(ttl=KEEP_SECONDS, max_entries=200, show_spinner=False)
def _read_versions(path: str, id: str, version: str) -> list[Version]:  # noqa: ARG001
    return read_history(path, id)


def _say_version(version: Version) -> str:
    date = f"{version.date.day} {version.date:%B %Y}"
    line = f"- {date}, {plain(version.author)}: {version.kind} ({plain(version.subject)})\n"
    if version.kind != "changed":
        return line
    changes = (
        f"{change.field}: {_write(change.before)} → {_write(change.after)}"
        for change in version.changes
    )
    return line + "".join(f"  - {plain(change)}\n" for change in changes)


def _write(value: Any) -> str:
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
