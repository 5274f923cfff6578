"""Claims by unit: the tree of both forces, a mark a claim, and what is not itemised."""

from __future__ import annotations

from pages.shared.show import show_empty, show_heading, show_rows
from pages.shared.units import show_units, show_wholes
from pages.shared.view import get_view

view = get_view()
show_heading(
    "By unit",
    "Which units the claims are about: forces, districts, armies, brigades.",
    "A unit's marks are claims about it; they never hold the sum of the units below.",
    view,
)
if view.rows.empty:
    show_empty(view)
else:
    show_units(view)
    show_wholes(view)
    show_rows(view, view.rows, key="by-unit")
