"""What axe-core finds wrong on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def find_faults(
    page: Page, rules: list[str] | None = None, without: str = ""
) -> list[tuple[str, str]]:
    """Rule and element of every violation, but for elements `without`."""
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    context = {"exclude": [[without]]} if without else None
    found = Axe().run(page, context, options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:300]) for one in found]
