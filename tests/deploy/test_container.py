"""What others' machines run, in a clean folder; only the packages are ours.

The steps of the Containerfile as they stand, and Streamlit's own command. The server listens on
every address, at the port that a platform chooses, and is asked at another address of this machine,
under its name.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.server.running import ROOT, free_port, wait_until_it_listens
from tests.server.session import Session

STEPS = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", "")
IGNORED = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
ELSEWHERE = "127.0.0.2"
NAME = "dash.example.org"


def find_command(step: str) -> list[str]:
    """What a step runs, as its JSON says."""
    found = re.search(rf"^{step} .*?(\[.*\])$", STEPS, re.MULTILINE)
    assert found
    return [str(word) for word in json.loads(found[1])]


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the image holds: all that is copied, of what is not kept from the builder."""
    folder = tmp_path_factory.mktemp("image")
    for source, target in re.findall(r"^COPY (\S+) (\S+)$", STEPS, re.MULTILINE):
        assert f"!{source}" in IGNORED
        if (ROOT / source).is_dir():
            hidden = [line.removeprefix("**/") for line in IGNORED if line.startswith("**/")]
            ignore = shutil.ignore_patterns(*hidden)
            shutil.copytree(ROOT / source, folder / target, ignore=ignore)
        else:
            shutil.copy(ROOT / source, folder / target)
    return folder


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the steps set, but for the place of the data; the port and names a platform sets."""
    data = tmp_path_factory.mktemp("data") / "figures.yaml"
    shutil.copy(ROOT / "figures.yaml", data)
    (said,) = re.findall(r"^ENV (.*)$", STEPS, re.MULTILINE)
    told = dict(pair.split("=", 1) for pair in said.split())
    assert told["DESERTION_DATA"] == "/data/figures.yaml"
    given = {"PORT": str(free_port()), "DESERTION_HOSTS": f"localhost,{NAME}"}
    path = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return {**told, **given, **path, "DESERTION_DATA": str(data)}


@pytest.fixture(scope="module")
def port(image: Path, environ: dict[str, str]) -> Iterator[int]:
    log = image.with_name("log")
    with (
        log.open("wb") as written,
        subprocess.Popen(
            find_command("CMD"), cwd=image, env=environ, stdout=written, stderr=written
        ) as server,
    ):
        wait_until_it_listens(int(environ["PORT"]), server, log)
        yield int(environ["PORT"])
        server.terminate()


def test_the_image_shows_a_page(port: int) -> None:
    async def look() -> list[str]:
        async with Session(port, "localhost") as reader:
            await reader.show("all-figures", "")
            return list(map(str, reader.failures))

    assert asyncio.run(look()) == []


def test_it_is_found_healthy(environ: dict[str, str], port: int) -> None:
    assert environ["PORT"] == str(port)
    subprocess.run(find_command("HEALTHCHECK"), env=environ, check=True)


def ask(port: int, host: str) -> int:
    with closing(HTTPConnection(ELSEWHERE, port, timeout=20)) as connection:
        connection.request("GET", "/", headers={"Host": host})
        return connection.getresponse().status


def test_others_reach_it_under_its_name_and_under_no_other(port: int) -> None:
    assert (ask(port, NAME), ask(port, "other.example")) == (200, 421)


def test_streamlits_own_command_takes_the_names_from_the_secrets(
    image: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    """As on Streamlit Community Cloud, where there are no variables of one's own."""
    folder, port = tmp_path / "app", free_port()
    shutil.copytree(image, folder)
    secrets = f'DESERTION_HOSTS = "{NAME}"\n'
    (folder / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
    given = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0", "STREAMLIT_SERVER_PORT": str(port)}
    told = {"PATH": environ["PATH"], "DESERTION_DATA": environ["DESERTION_DATA"], **given}
    log = tmp_path / "log"
    with log.open("wb") as written:
        command = ["streamlit", "run", "dashboard.py"]
        with subprocess.Popen(command, cwd=folder, env=told, stdout=written, stderr=written) as run:
            wait_until_it_listens(port, run, log)
            answers = ask(port, NAME), ask(port, "localhost")
            run.terminate()
    assert answers == (200, 421)


def test_nothing_that_the_image_does_not_need_is_given_to_the_builder() -> None:
    assert IGNORED[1] == "*"
    named = [line[1:] for line in IGNORED if line.startswith("!")]
    copied = [source for source, _ in re.findall(r"^COPY (\S+) (\S+)$", STEPS, re.MULTILINE)]
    assert sorted(named) == sorted(copied)
