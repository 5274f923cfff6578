"""deploy/nginx-replicas.conf: three dashboards over one file, one of them killed while it is read.

Needs nginx, and so is collected only when it is named: `pytest tests/deploy/try_replicas.py`.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import shutil
import signal
import ssl
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from tests.deploy.try_nginx import CONF, NAME, Proxy
from tests.server.running import ROOT, run_dashboard
from tests.server.session import Session

REPLICAS = CONF.with_name("nginx-replicas.conf")
PORTS = ("8501", "8502", "8503")
READERS = 12
RECONNECT_SECONDS = 10.0
FOLLOW_SECONDS = 5.0


@dataclass
class Site:
    proxy: Proxy
    data: Path
    replicas: dict[int, int]
    """Port -> process."""

    def ask(self, reader: str = "") -> tuple[str, str]:
        """The replica that answers, the last of those tried, and the cookie that came with it."""
        cookie = [f"Cookie: reader={reader}"] if reader else []
        status, headers, _ = self.proxy.get("/_stcore/health", *cookie)
        assert status == 200
        return headers["x-replica"].rpartition(", ")[2], headers.get("set-cookie", "")

    def session(self, reader: str) -> Session:
        context = ssl.create_default_context(cafile=str(self.proxy.folder / "cert.pem"))
        return Session(self.proxy.tls, NAME, context, f"reader={reader}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("replicas")
    folder.chmod(0o755)
    data = Path(shutil.copy(ROOT / "figures.yaml", folder))
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("DESERTION_HOSTS", f"{NAME},127.0.0.1")
        replicas = dict(stack.enter_context(run_dashboard(data)) for _ in PORTS)
        proxy = Proxy(folder, "desertion", _edit(list(replicas)))
        stack.callback(proxy.stop)
        yield Site(proxy, data, replicas)


def _edit(ports: list[int]) -> dict[str, str]:
    """What the head of the file says to change; and a header that tells the replicas apart."""
    upstream = REPLICAS.read_text()
    for old, new in zip(PORTS, ports, strict=True):
        upstream = upstream.replace(f"server 127.0.0.1:{old}", f"server 127.0.0.1:{new}")
    first, cookie = "map $http_upgrade", "add_header Set-Cookie $new_reader always;"
    assert cookie in upstream
    seen = "add_header X-Replica $upstream_addr always;"
    off = "server_tokens off;"
    return {first: f"{upstream}\n{first}", off: f"{off}\n{cookie}\n{seen}"}


def test_a_reader_stays_with_one_replica_and_readers_are_spread(site: Site) -> None:
    readers = {secrets.token_hex(16): Counter[str]() for _ in range(30)}
    for reader, answers in readers.items():
        answers.update(site.ask(reader)[0] for _ in range(3))
    assert {len(answers) for answers in readers.values()} == {1}
    assert len({one for answers in readers.values() for one in answers}) == len(PORTS)


def test_a_new_reader_gets_a_cookie_and_then_no_other(site: Site) -> None:
    replica, cookie = site.ask()
    named = next(part for part in cookie.split(", ") if part.startswith("reader="))
    reader, *flags = named.removeprefix("reader=").split("; ")
    assert set(flags) == {"path=/", "secure", "httponly", "samesite=lax"}
    again, cookie = site.ask(reader)
    assert (again, "reader=" in cookie) == (replica, False)


def test_a_change_of_the_data_reaches_all_replicas(site: Site) -> None:
    before = {_version(port) for port in site.replicas}
    assert len(before) == 1
    with site.data.open("a") as file:
        file.write("# changed\n")
    until = time.monotonic() + FOLLOW_SECONDS
    while (now := {_version(port) for port in site.replicas}) & before or len(now) > 1:
        assert time.monotonic() < until, now
        time.sleep(0.1)


def _version(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
        state = json.load(answer)
    assert state["status"] == "current"
    return str(state["version"])


@dataclass
class Reader:
    """Somebody who reads one page with a filter, again and again, and comes back when cut off."""

    key: str = field(default_factory=lambda: secrets.token_hex(16))
    shown: int = 0
    away: list[float] = field(default_factory=list)
    """Seconds from each cut until the page was complete again."""
    failures: list[str] = field(default_factory=list)

    async def read(self, site: Site, done: asyncio.Event) -> None:
        cut: float | None = None
        while not done.is_set():
            try:
                async with site.session(self.key) as session:
                    while not done.is_set():
                        await session.show("over-time", "claimant=hur", RECONNECT_SECONDS)
                        self.shown += 1
                        if cut is not None:
                            self.away.append(time.monotonic() - cut)
                            cut = None
                        self.failures += session.failures
                        await asyncio.sleep(0.3)
            except (ConnectionClosed, OSError):
                cut = cut or time.monotonic()
                await asyncio.sleep(0.2)
        assert cut is None, "was never back"


def test_a_replica_that_is_killed_costs_its_readers_a_reconnect_and_others_nothing(
    site: Site,
) -> None:
    readers = [Reader() for _ in range(READERS)]
    homes = Counter(site.ask(reader.key)[0] for reader in readers)
    (address, lost), *_ = homes.most_common(1)
    asyncio.run(_read_and_kill(site, readers, site.replicas[int(address.rpartition(":")[2])]))
    assert [reader.failures for reader in readers] == [[]] * READERS
    assert sum(bool(reader.away) for reader in readers) == lost
    assert max(seconds for reader in readers for seconds in reader.away) < RECONNECT_SECONDS
    assert {site.ask(reader.key)[0] for reader in readers} == homes.keys() - {address}


async def _read_and_kill(site: Site, readers: list[Reader], victim: int) -> None:
    done = asyncio.Event()
    reading = [asyncio.create_task(reader.read(site, done)) for reader in readers]
    while not all(reader.shown > 1 for reader in readers):
        await asyncio.sleep(0.1)
    os.kill(victim, signal.SIGKILL)
    before = [reader.shown for reader in readers]
    while not all(reader.shown > was + 2 for reader, was in zip(readers, before, strict=True)):
        await asyncio.sleep(0.1)
        assert not any(task.done() for task in reading)
    done.set()
    await asyncio.gather(*reading)
