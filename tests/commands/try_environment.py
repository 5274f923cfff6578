"""./desertion where there is no uv: the real pip makes the environment, from a folder of packages.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import subprocess
import sys

from tests.commands.test_environment import ANEW, INSTALLING, Checkout, checkout

__all__ = ["checkout"]


def test_a_clone_runs_a_command_as_typed_and_the_next_time_in_silence(checkout: Checkout) -> None:
    assert checkout.start("check", "a b") == (0, "['check', 'a b']\n", INSTALLING)
    assert checkout.start("check", "a b") == (0, "['check', 'a b']\n", "")
    installed = checkout.folder / ".venv" / "bin" / "desertion"
    assert subprocess.check_output([installed, "x"], text=True) == "['x']\n"


def test_an_environment_left_without_pip_is_made_anew(checkout: Checkout) -> None:
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", checkout.folder / ".venv"], check=True
    )
    assert checkout.start("check") == (0, "['check']\n", ANEW + INSTALLING)


def test_what_cannot_be_installed_is_tried_again_the_next_time(checkout: Checkout) -> None:
    lock = checkout.folder / "requirements.lock"
    right = lock.read_text()
    lock.write_text(right.replace("sha256:", "sha256:0")[:-2] + "\n")
    code, said, told = checkout.start("check")
    assert (code, said) == (2, "")
    assert told.endswith(
        "Not everything could be installed; the lines above say why. What is there is kept.\n"
    )
    lock.write_text(right)
    assert checkout.start("check") == (0, "['check']\n", INSTALLING)
