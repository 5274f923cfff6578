"""The real ledger, read once for these tests."""

from __future__ import annotations

import fcntl
import gzip
import os
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
import pytest
import uvicorn
from starlette.routing import Router

from exports.site.build import write_site
from loaders.ledger import Ledger
from loaders.load import load, read_ledger
from loaders.table import tabulate
from server.front import make_routes
from tests.loaders.small import small


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return load("figures.yaml")


@pytest.fixture(scope="session")
def table(ledger: Ledger) -> pd.DataFrame:
    return tabulate(ledger)


@pytest.fixture(scope="session")
def site(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static site of the whole ledger; its charts are drawn by the reader's browser."""
    return _write_once(ledger, tmp_path_factory, "site")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a few figures, as it lies at an address, with its charts drawn."""
    ledger = read_ledger(small().encode())
    return _write_once(ledger, tmp_path_factory, "small", "https://example.org/figures", drawn=True)


def _write_once(
    ledger: Ledger, paths: pytest.TempPathFactory, name: str, at: str = "", drawn: bool = False
) -> Path:
    """Written by whichever process comes first."""
    own = paths.getbasetemp()
    out = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with out.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            write_site(ledger, tabulate(ledger), out, at, drawn=drawn)
    return out


class Files(SimpleHTTPRequestHandler):
    """Answers with what lies in a folder, text compressed."""

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        kind = self.guess_type(path)
        if not path.is_file() or not re.search("text|script|svg|json", kind):
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        for name, value in (("Type", kind), ("Encoding", "gzip"), ("Length", str(len(body)))):
            self.send_header(f"Content-{name}", value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve_files(folder: Path) -> Iterator[str]:
    """The address of a file server for a folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The addresses under /data/, served on this machine as the dashboard serves them."""
    data = shutil.copy("figures.yaml", tmp_path_factory.mktemp("served"))
    with pytest.MonkeyPatch.context() as patch, socket.socket() as listening:
        patch.setenv("DESERTION_DATA", str(data))
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(Router(make_routes("")), log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()
