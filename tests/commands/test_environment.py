"""tools/environment.sh and ./desertion: from whatever state a checkout is in to one that runs.

Packages come from a folder: one wheel stands for all of them, with its hash in the list. A small
`uv` unpacks it here; try_environment.py goes through the real pip.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
WHEEL = "streamlit-1.0-py3-none-any.whl"
INSTALLING = "Installing what is needed into .venv; the first time it takes a minute or two.\n"
ANEW = "The environment in .venv does not work; it is made anew.\n"
UV = f"""#!/bin/sh
case "$1 $2" in
"venv --quiet") exec {sys.executable} -m venv --without-pip .venv ;;
"pip install") exec .venv/bin/python -c "
import sysconfig, zipfile
zipfile.ZipFile('{WHEEL}').extractall(sysconfig.get_path('purelib'))" ;;
esac
"""
WITHOUT_ENSUREPIP = f"""#!/bin/sh
if [ "$1" = -m ] && [ "$2" = venv ]; then
    {sys.executable} -m venv --without-pip "$3"
    echo "The virtual environment was not created successfully because ensurepip is not available."
    exit 1
fi
exec {sys.executable} "$@"
"""
OLD = """#!/bin/sh
case "$1" in -c) echo 3.9 ;; *) exit 1 ;; esac
"""


class Checkout:
    """A folder with the launcher and a command that prints its words; `tool` installs."""

    def __init__(self, folder: Path, tool: str) -> None:
        self.folder, self.tool = folder, tool
        self.programs = folder.parent / "programs"

    def start(self, *words: str, python: str | Path = sys.executable) -> tuple[int, str, str]:
        path = f"{self.programs}:/usr/bin:/bin" if self.tool == "uv" else "/usr/bin:/bin"
        done = subprocess.run(
            [self.folder / "desertion", *words],
            capture_output=True,
            text=True,
            env={"PATH": path, "PYTHON": str(python)},
        )
        return done.returncode, done.stdout, done.stderr

    def write_program(self, name: str, text: str) -> Path:
        self.programs.mkdir(exist_ok=True)
        path = self.programs / name
        path.write_text(text)
        path.chmod(0o755)
        return path


def write_wheel(folder: Path) -> str:
    """Write a package without content; gives the line that a list of packages has for it."""
    info = "streamlit-1.0.dist-info"
    with ZipFile(folder / WHEEL, "w") as wheel:
        wheel.writestr("streamlit.py", "")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: streamlit\nVersion: 1.0\n")
        tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{info}/WHEEL", tag)
        wheel.writestr(f"{info}/RECORD", "")
    digest = hashlib.sha256((folder / WHEEL).read_bytes()).hexdigest()
    return f"./{WHEEL} --hash=sha256:{digest}\n"


@pytest.fixture
def checkout(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Checkout]:
    folder = tmp_path / "a one Ж"
    (folder / "tools").mkdir(parents=True)
    (folder / "commands").mkdir()
    shutil.copy(ROOT / "desertion", folder)
    shutil.copy(ROOT / "tools" / "environment.sh", folder / "tools")
    (folder / "commands" / "__main__.py").write_text("import sys; print(sys.argv[1:])\n")
    (folder / "requirements.lock").write_text(write_wheel(folder))
    made = Checkout(folder, getattr(request, "param", "pip"))
    made.write_program("uv", UV)
    yield made


with_uv = pytest.mark.parametrize("checkout", ["uv"], indirect=True)


@with_uv
def test_a_clone_runs_a_command_as_typed_and_the_next_time_in_silence(checkout: Checkout) -> None:
    assert checkout.start("check", "a b") == (0, "['check', 'a b']\n", INSTALLING)
    assert checkout.start("check", "a b") == (0, "['check', 'a b']\n", "")
    installed = checkout.folder / ".venv" / "bin" / "desertion"
    assert subprocess.check_output([installed, "x"], text=True) == "['x']\n"


@with_uv
def test_a_checkout_may_be_moved(checkout: Checkout) -> None:
    checkout.start("check")
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("a two"))
    assert checkout.start("check") == (0, "['check']\n", "")


@with_uv
def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.start("check")
    python = checkout.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert checkout.start("check") == (0, "['check']\n", ANEW + INSTALLING)


@with_uv
def test_an_environment_whose_python_is_an_empty_file_is_made_anew(checkout: Checkout) -> None:
    checkout.start("check")
    python = checkout.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.touch(0o755)
    assert checkout.start("check") == (0, "['check']\n", ANEW + INSTALLING)


@with_uv
def test_an_environment_of_another_version_of_python_is_filled_again(checkout: Checkout) -> None:
    """Python was updated below it: the packages lie where only the old version looks."""
    checkout.start("check")
    (library,) = (checkout.folder / ".venv" / "lib").glob("python3.*")
    shutil.rmtree(library)
    code, said, told = checkout.start("check")
    assert (code, said) == (0, "['check']\n")
    assert told.removeprefix(ANEW) == INSTALLING


@with_uv
def test_a_change_of_the_list_is_installed(checkout: Checkout) -> None:
    checkout.start("check")
    with (checkout.folder / "requirements.lock").open("a") as lock:
        lock.write("# another\n")
    assert checkout.start("check") == (0, "['check']\n", INSTALLING)
    assert checkout.start("check") == (0, "['check']\n", "")


def test_a_python_without_its_package_for_environments_names_it(checkout: Checkout) -> None:
    python = checkout.write_program("python3", WITHOUT_ENSUREPIP)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert checkout.start("check", python=python) == (
        2,
        "",
        f"Python lacks a package that makes environments: apt install python{version}-venv\n",
    )
    assert not (checkout.folder / ".venv").exists()


def test_an_old_python_is_told_at_once(checkout: Checkout) -> None:
    old = checkout.write_program("python3", OLD)
    assert checkout.start("check", python=old) == (
        2,
        "",
        "Python 3.9 is too old: 3.11 or newer is needed. "
        "To name another: PYTHON=/path/to/python3\n",
    )


def test_without_any_python_it_is_said_what_to_install(checkout: Checkout) -> None:
    assert checkout.start("check", python="/nowhere/python3") == (
        2,
        "",
        "There is no Python here (/nowhere/python3): "
        "install Python 3.11 or newer, or uv, which brings one.\n",
    )


@with_uv
def test_a_link_to_the_launcher_starts_it(tmp_path: Path, checkout: Checkout) -> None:
    (tmp_path / "d").symlink_to(checkout.folder / "desertion")
    checkout.start("check")
    found = subprocess.check_output([tmp_path / "d", "x"], text=True, cwd=os.sep)
    assert found == "['x']\n"
