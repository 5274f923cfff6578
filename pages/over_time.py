"""How claims lie in time: windows as bars, totals as steps, each claimant on its own."""

from __future__ import annotations

from pages.shared.show import show_empty, show_heading, show_rows
from pages.shared.time import choose_scale, show_over_time
from pages.shared.view import get_view

view = get_view()
show_heading(
    "Over time",
    "What each claimant has said about each question, at the time it is about.",
    "Nothing is joined across claimants, smoothed or filled in; a gap is a gap.",
    view,
)
if view.rows.empty:
    show_empty(view)
else:
    show_over_time(view, choose_scale())
    show_rows(view, view.rows, key="over-time")
