"""Definitions from the data and from the closed lists, as a reader's glossary."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from loaders.records import Measure, Offence
from loaders.selection import humanise
from loaders.words import Word
from pages.shared.text import plain


def show_records(records: Mapping[str, Measure] | Mapping[str, Offence]) -> None:
    """Label and definition of every record, in the order of the file."""
    lines = [f"- **{plain(record.label)}.** {_defined(record)}" for record in records.values()]
    st.markdown("\n".join(lines))


def _defined(record: Measure | Offence) -> str:
    counted = f" Counts {record.counts}." if isinstance(record, Measure) else ""
    return plain(record.definition) + counted


def show_words(words: type[Word]) -> None:
    """Every word of a closed list with its definition."""
    lines = [f"- **{humanise(word.value)}**: {plain(word.definition)}" for word in words]
    st.markdown("\n".join(lines))
