"""The HTML of the static site and of the page at /data/, as two validators judge it.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which
from urllib.request import urlopen

import pytest

from tests.node import find_package, needs_npm, run_node

pytestmark = needs_npm

SAMPLE = (
    *("index", "over-time", "by-unit", "by-source", "all-figures", "about", "codebook", "data"),
    *("over-time/help_requests-during", "units/8-combined-arms-army", "sources/hur"),
    "figures/idite-lesom-2024-01",
)


@pytest.fixture(scope="module")
def pages(site, address, tmp_path_factory) -> list[str]:
    """The paths of a page of each sort."""
    data_page = tmp_path_factory.mktemp("served") / "data-page.html"
    with urlopen(f"{address}/data/") as answer:
        data_page.write_bytes(answer.read())
    return [*(str(site / f"{name}.html") for name in SAMPLE), str(data_page)]


def test_html_validate_finds_no_fault(pages, tmp_path):
    config = tmp_path / "rules.json"
    config.write_text('{"extends": ["html-validate:standard"], "root": true}')
    program = find_package("html-validate") / "bin" / "html-validate.mjs"
    said = run_node(program, "--config", str(config), *pages)
    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.skipif(which("java") is None, reason="there is no Java")
def test_the_validator_of_the_w3c_finds_no_error(pages):
    program = _find_vnu()
    command = ["java", "-jar", str(program), "--errors-only", "--exit-zero-always", *pages]
    said = subprocess.run(command, capture_output=True, check=True, text=True)
    assert said.stderr == ""


def _find_vnu() -> Path:
    return find_package("vnu-jar") / "build" / "dist" / "vnu.jar"
