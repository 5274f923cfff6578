"""desertion run: three lines first, the address of a free port, a sentence for one in use."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys

import pytest

from commands.__main__ import main
from tests.server.running import free_port


def test_a_port_in_use_is_named_with_how_to_choose_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 2
    assert capsys.readouterr().err == (
        f"port {port} is in use; choose another: make run PORT={port + 1}\n"
    )


def test_a_number_that_is_no_port_is_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--port", "99999"]) == 2
    assert capsys.readouterr().err.startswith("port 99999 cannot be used; choose another: ")


@pytest.mark.parametrize(
    ("editing", "how"),
    [("", "figures.yaml"), ("local", "http://localhost:{port}/edit?token=TOKEN")],
)
def test_the_first_lines_say_where_how_to_edit_and_how_to_stop(editing: str, how: str) -> None:
    port = free_port()
    command = [sys.executable, "-u", "-m", "commands", "run", "--port", str(port)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "DESERTION_EDIT": editing, "DESERTION_DATA": ""},
        start_new_session=True,
    ) as server:
        assert server.stdout
        lines = [server.stdout.readline() for _ in range(3)]
        os.killpg(server.pid, signal.SIGTERM)
    lines = [re.sub(r"(?<=token=)[\w-]{32}(?=;)", "TOKEN", line) for line in lines]
    assert lines == [
        f"The dashboard: http://localhost:{port}\n",
        f"To edit: {how.format(port=port)}; open pages show what is saved\n",
        "To stop: Ctrl-C\n",
    ]
