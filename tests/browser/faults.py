"""What axe-core finds wrong on a page."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page


def find_faults(
    page: Page, rules: list[str] | None = None, without: str = ""
) -> list[tuple[str, str]]:
    """Rule and element of every violation, but for elements `without`."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    context = {"exclude": [[without]]} if without else {"include": [["html"]]}
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    run = "([context, options]) => axe.run(context, options).then((found) => found.violations)"
    found = page.evaluate(run, [context, options])
    return [(one["id"], one["nodes"][0]["html"][:300]) for one in found]
