"""What can be held about deploy/ without starting it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.messages import LONGEST
from tests.server.running import MEMORY
from tests.test_architecture import OURS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
LAYERS = (*(room for room in OURS if room != "commands"), ".streamlit")


@pytest.mark.parametrize("layer", LAYERS)
def test_the_image_holds_every_layer(layer):
    assert f"COPY {layer} ./{layer}\n" in (DEPLOY / "Containerfile").read_text()


def test_the_image_copies_only_what_there_is():
    copied = re.findall(r"^COPY (\S+)", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    assert [name for name in copied if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["Containerfile", "desertion.service", "nginx.conf"])
def test_every_variable_named_is_one_that_the_code_reads(name):
    modules = [*(ROOT / "loaders").glob("*.py"), *(ROOT / "server").glob("*.py")]
    code = "".join(path.read_text() for path in modules)
    named = set(re.findall(r"\bDESERTION_[A-Z_]+", (DEPLOY / name).read_text()))
    assert named
    assert {variable for variable in named if f'"{variable}"' not in code} == set()


@pytest.mark.parametrize("name", ["Containerfile", "desertion.service"])
def test_memory_is_handed_out_as_it_was_measured(name):
    text = (DEPLOY / name).read_text()
    assert [one for one in MEMORY.items() if "=".join(one) not in text] == []


@pytest.mark.parametrize("name", ["Containerfile", "desertion.service"])
def test_no_more_of_a_message_is_gathered_than_a_page_may_say(name):
    """Pieces of one that never ends are kept until then: 16 MB of each, where nothing is said."""
    assert f"--ws-max-size {LONGEST}" in (DEPLOY / name).read_text()


def test_the_installed_packages_are_those_of_the_lock_file_with_their_hashes():
    assert "--require-hashes -r requirements.lock" in (DEPLOY / "Containerfile").read_text()
