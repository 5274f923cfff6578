"""The static site on a phone, as Lighthouse judges it: fast, for everybody, found.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import json

import pytest

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.exports.conftest import DRAWN
from tests.node import find_package, needs_npm, run_node

pytestmark = [pytest.mark.browser, needs_npm]

PAGES = DRAWN[:4]
"""The front page, the longest table, the largest chart, one figure."""
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 95}


@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_finds_the_site_good_on_a_phone(drawn_address, path):
    found = judge(drawn_address + path)
    assert {name: found[name] for name in LEAST if found[name] < LEAST[name]} == {}


def judge(url: str) -> dict[str, int]:
    """Category -> its score of 100; what does not score full is printed."""
    flags = ["--headless=new", "--host-resolver-rules=MAP * ~NOTFOUND", *ARGUMENTS]
    said = run_node(
        find_package("lighthouse") / "cli" / "index.js",
        url,
        "--output=json",
        "--quiet",
        f"--only-categories={','.join(LEAST)}",
        "--disable-full-page-screenshot",
        f"--chrome-flags={' '.join(flags)}",
        CHROME_PATH=str(find_chromium()),
    )
    assert said.returncode == 0, said.stderr
    report = json.loads(said.stdout)
    print(url, [name for name, one in report["audits"].items() if one["score"] == 0])
    return {name: round(one["score"] * 100) for name, one in report["categories"].items()}
