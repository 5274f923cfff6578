"""Every figure that passes the filters, one a row."""

from __future__ import annotations

from pages.shared.show import show_empty, show_heading, show_rows
from pages.shared.view import get_view

view = get_view()
show_heading(
    "All figures",
    "One row is one claim: who reported how many of what, for whom and when.",
    "Rows that stand one above the other need not be comparable.",
    view,
)
if view.rows.empty:
    show_empty(view)
else:
    show_rows(view, view.rows, key="all-figures")
