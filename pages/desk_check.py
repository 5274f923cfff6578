"""A number in hand: who said it first, what it covers, who says otherwise, what to write."""

from __future__ import annotations

import streamlit as st

from pages.shared.desk import ask_number, show_answer
from pages.shared.show import show_heading
from pages.shared.view import get_view

view = get_view()
show_heading(
    "Desk check",
    "Type a number that an article gives: who claimed it, what it covers, what to write.",
    "A number that is not found here may still have been claimed.",
)
number, words = ask_number()
if number is None:
    st.info("For example 18000, or 684 with the word Mediazona.")
else:
    show_answer(view, number, words)
