"""What does not add up, or is odd: every warning, grouped, each with its figures."""

from __future__ import annotations

from pages.shared.show import show_heading
from pages.shared.view import get_view
from pages.shared.warnings import show_groups, show_reconciliations

view = get_view()
show_heading(
    "Checks",
    "What in the data does not add up or is odd, found anew with every change of the file.",
    "A warning is not an error of the data: often the claimants themselves disagree.",
)
show_groups(view)
show_reconciliations(view)
