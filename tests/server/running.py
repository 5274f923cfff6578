"""Real servers on free ports: the dashboard, a page of one line behind the guard; raw sockets."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEMORY = {"PYTHONMALLOC": "malloc", "MALLOC_ARENA_MAX": "2", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""As deploy/ sets them."""
APP = """\
import streamlit as st
from server.front import make_middleware

app = st.App("page.py", middleware=make_middleware(st.get_option("server.baseUrlPath")))
"""


class Running:
    """`streamlit run app.py` with a page of one line, on a free port."""

    def __init__(self, folder: Path, *more: str, **environment: str) -> None:
        options = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
        options += ["--server.address", "127.0.0.1", *more]
        self.start(folder, ["streamlit", "run", "app.py", "--server.port"], options, environment)

    def start(
        self, folder: Path, command: list[str], options: list[str], environment: dict[str, str]
    ) -> None:
        """Run a module that ends its command with the port."""
        (folder / "app.py").write_text(APP)
        (folder / "page.py").write_text("import streamlit as st\n\nst.text('a page')\n")
        self.port = free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.log = folder / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command, str(self.port), *options],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until_it_listens(self.port, self.process, self.log)

    def send(self, *lines: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and the start of the body of an answer to exactly these lines."""
        with socket.create_connection(("127.0.0.1", self.port), 20) as connection:
            connection.sendall("\r\n".join([*lines, "", ""]).encode())
            return read_answer(connection)

    def get(self, path: str, *headers: str) -> tuple[int, dict[str, str], str]:
        return self.send(
            f"GET {path} HTTP/1.1", f"Host: {self.host}", "Connection: close", *headers
        )

    def handshake(self, host: str, *headers: str) -> int:
        """The status of a WebSocket handshake: 101 where it is accepted."""
        asked = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
        asked += ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", *headers]
        return self.send("GET /_stcore/stream HTTP/1.1", f"Host: {host}", *asked)[0]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class RunningUvicorn(Running):
    """The same as deploy/ starts it: `uvicorn app:app`."""

    def __init__(self, folder: Path, **environment: str) -> None:
        options = ["--no-server-header", "--no-access-log"]
        self.start(folder, ["uvicorn", "app:app", "--port"], options, environment)


def read_answer(connection: socket.socket) -> tuple[int, dict[str, str], str]:
    """An HTTP answer: the whole of it where the connection is closed, else its headers."""
    data = b""
    while b"\r\n\r\n" not in data or b"connection: close" in data.lower():
        piece = connection.recv(65536)
        if not piece:
            break
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return int(first.split()[1]), headers, body.decode("utf-8", "replace")


@contextmanager
def run_dashboard(file: Path) -> Iterator[tuple[int, int]]:
    """The dashboard as deploy/ starts it; its port and process."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "dashboard:app", "--no-access-log"]
    here = {"DESERTION_DATA": str(file), **MEMORY}
    with run_server([*command, "--port", str(port)], port, **here) as pid:
        yield port, pid


@contextmanager
def run_server(command: Sequence[str], port: int, **environment: str) -> Iterator[int]:
    """A program that listens on the port; its process."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_it_listens(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def wait_until_it_listens(
    port: int, process: subprocess.Popen[bytes], log: Path | None = None
) -> None:
    for _ in range(2400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert process.poll() is None, log.read_text() if log else "it did not start"
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server does not listen")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def ask(port: int, path: str = "/livez") -> bytes:
    """What stands at an address, over a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    writer.write(asked.encode())
    answer = await reader.read()
    writer.close()
    assert answer.startswith(b"HTTP/1.1 200"), answer[:100]
    return answer.partition(b"\r\n\r\n")[2]
