"""The static site on a phone, as Lighthouse judges it: fast, for everybody, found.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from exports.site import build
from exports.site.build import write_site
from exports.site.stills import list_stills
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.exports.conftest import serve_files
from tests.node import find_package, needs_npm, run_node

pytestmark = [pytest.mark.browser, needs_npm]

PAGES = (
    "index.html",
    "all-figures.html",
    "over-time/cases_opened-during.html",
    "figures/idite-lesom-2024-01.html",
)
"""The front page, the longest table, the largest chart, one figure."""
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 95}


@pytest.fixture(scope="module")
def drawn_address(ledger, table, tmp_path_factory) -> Iterator[str]:
    """The site with the charts of these pages drawn; drawing all takes half a minute."""
    out = tmp_path_factory.mktemp("drawn") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            build, "list_stills", lambda page, of: list_stills(page, of) if page in PAGES else ()
        )
        write_site(ledger, table, out, drawn=True)
    with serve_files(out) as address:
        yield address


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
