"""Add a claim, add a relay, change a figure; only where the server is on this machine alone."""

from __future__ import annotations

import streamlit as st

from pages.editing.conflict import find_conflict, show_conflict
from pages.editing.opened import leave_open, open_file
from pages.editing.preview import show_beside, show_trial
from pages.editing.save import require_editing, show_save, show_saved
from pages.editing.ways import choose_way, fill_in
from pages.shared.show import show_heading
from pages.shared.view import get_view

require_editing()
view = get_view()
show_heading(
    "Edit",
    "Add a claim, add an article to a claim, or change the lines of a figure.",
    "Nothing is written before you press Save, and nothing that would not load.",
)
show_saved(view)
opened = open_file(view)
way = choose_way()
form, beside = st.columns(2, gap="large")
with form:
    filled = fill_in(way, opened)
if filled is None:
    leave_open()
    st.stop()
proposal, trial = filled
with beside:
    if conflict := find_conflict():
        show_conflict(conflict, opened, proposal, trial)
    else:
        show_trial(trial)
        show_beside(opened.ledger, proposal)
        show_save(opened, proposal, trial)
