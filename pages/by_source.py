"""Claims by source: who claimed what, who repeats whom, what changed on the way."""

from __future__ import annotations

from pages.shared.show import show_empty, show_heading, show_rows
from pages.shared.sources import choose_look
from pages.shared.view import get_view

view = get_view()
show_heading(
    "By source",
    "Who produced the numbers, who printed them, and what was made of them on the way.",
    "More articles are not more evidence: a claim has one origin however often it is repeated.",
    view,
)
if view.rows.empty:
    show_empty(view)
else:
    show_look = choose_look()
    show_look(view)
    show_rows(view, view.rows, key="by-source")
