"""The real ledger, read once for these tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import uvicorn
from starlette.routing import Router

from exports.site.build import write_site
from loaders.ledger import Ledger
from loaders.load import load
from loaders.table import tabulate
from server.front import make_routes


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return load("figures.yaml")


@pytest.fixture(scope="session")
def table(ledger: Ledger) -> pd.DataFrame:
    return tabulate(ledger)


@pytest.fixture(scope="session")
def site(ledger: Ledger, table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static site of the whole ledger, written once by whichever process comes first."""
    own = tmp_path_factory.getbasetemp()
    out = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "site"
    with out.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            write_site(ledger, table, out, "https://example.org/figures")
    return out


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
