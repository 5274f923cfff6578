"""What is installed is what was pinned, locked with hashes, and new enough to be safe."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAFE_FROM = {
    "streamlit": (1, 54, 0),  # CVE-2026-33682, and all before it
    "starlette": (1, 1, 0),  # CVE-2026-48818
}
MEND = "run `make lock`"


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text()
    found = re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", text, re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", package).lower(): pinned for package, pinned in found}


@pytest.mark.parametrize(("package", "pinned"), pins("requirements.txt").items())
def test_a_requirement_is_locked_and_installed_in_its_version(package, pinned):
    assert pins("requirements.lock").get(package) == pinned, MEND
    assert version(package) == pinned


@pytest.mark.parametrize(("package", "locked"), pins("requirements.lock").items())
def test_every_locked_package_has_a_hash(package, locked):
    text = (ROOT / "requirements.lock").read_text()
    pin = re.escape(f"{package}=={locked}")
    entry = re.search(rf"^{pin}.*?\\\n(.*\n)", text, re.MULTILINE | re.IGNORECASE)
    assert entry, MEND
    assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?\n", entry[1])


@pytest.mark.parametrize(("package", "minimum"), SAFE_FROM.items())
def test_the_version_has_the_known_holes_closed(package, minimum):
    for found in (version(package), pins("requirements.lock")[package]):
        assert tuple(int(part) for part in found.split(".")[:3]) >= minimum


def test_the_licence_of_every_locked_package_for_this_system_is_listed():
    text = (ROOT / "docs" / "licences.md").read_text()
    rows = re.findall(r"^\| .* \| (.*) \|$", text, re.MULTILINE)[1:]
    assert {name for row in rows for name in row.split(", ")} == set(pins("requirements.lock"))
