"""The guard in front of a real Streamlit: what arrives over the wire."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.loaders.small import SMALL
from tests.server.running import APP, ROOT, Running, RunningUvicorn
from tests.server.session import Session


def serve(start: type[Running], folder: Path) -> Iterator[Running]:
    (folder / "figures.yaml").write_text(SMALL)
    running = start(folder, DESERTION_DATA=str(folder / "figures.yaml"), DESERTION_HOSTS="")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Running]:
    yield from serve(Running, tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="module")
def uvicorn(tmp_path_factory) -> Iterator[Running]:
    yield from serve(RunningUvicorn, tmp_path_factory.mktemp("uvicorn"))


def test_the_page_is_served_with_a_policy_that_allows_its_own_scripts(server):
    status, headers, page = server.get("/")
    assert status == 200
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert inline
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode().lower()
        assert f"'sha256-{digest}'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "deny"


def test_no_answer_tells_a_version(server):
    for path in ("/", "/livez", "/_stcore/health", "/nothing-here", "/_stcore/metrics"):
        assert not re.search(r"\d", server.get(path)[1].get("server", ""))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/_stcore/script-health-check", 404),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/livez", 200),
        ("/app/static/" + "x" * 3000, 404),
    ],
)
def test_only_what_the_page_needs_is_open(server, path, status):
    assert server.get(path)[0] == status


def test_the_state_of_the_data_is_told(server):
    status, _, body = server.get("/readyz")
    assert (status, json.loads(body)["figures"]) == (200, 2)


def test_a_handshake_from_its_own_page_is_accepted(server):
    assert server.handshake(server.host, f"Origin: http://{server.host}") == 101


@pytest.mark.parametrize(
    "headers",
    [[], ["Origin: https://evil.example"], ["Origin: http://127.0.0.1:9"], ["Origin: null"]],
)
def test_a_handshake_from_elsewhere_is_refused(server, headers):
    assert server.handshake(server.host, *headers) == 403


def test_a_flood_of_foreign_handshakes_does_not_stop_the_server(server):
    """Left to itself Streamlit asks the internet for its own address, once for each of them."""
    assert {server.handshake(server.host, "Origin: https://evil.example") for _ in range(50)} == {
        403
    }
    assert server.get("/_stcore/health")[0] == 200
    assert "checkip" not in server.log.read_text()


def test_requests_begun_and_never_ended_do_not_stop_the_server(server):
    with ExitStack() as stack:
        for _ in range(200):
            begun = socket.create_connection(("127.0.0.1", server.port), 20)
            stack.enter_context(begun).sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        assert server.get("/livez")[0] == 200


def test_another_name_for_this_server_is_refused(server):
    assert server.handshake("evil.example", "Origin: http://evil.example") == 403
    assert server.send("GET / HTTP/1.1", "Host: evil.example", "Connection: close")[0] == 421
    assert server.send("GET / HTTP/1.0", "Connection: close")[0] == 421


def test_uvicorn_serves_the_same_behind_the_same_guard(uvicorn):
    status, headers, _ = uvicorn.get("/")
    assert (status, headers["x-frame-options"]) == (200, "deny")
    assert "server" not in headers
    assert uvicorn.handshake(uvicorn.host, f"Origin: http://{uvicorn.host}") == 101
    assert uvicorn.handshake(uvicorn.host, "Origin: https://evil.example") == 403


def test_nothing_can_be_uploaded(server, uvicorn):
    for running in (server, uvicorn):
        asked = ["Connection: close", f"Host: {running.host}", "Content-Length: 0"]
        for path in ("/_stcore/upload_file/a/b", "/by-unit"):
            status, _, body = running.send(f"PUT {path} HTTP/1.1", *asked)
            assert (status, body[:3]) in ((404, "Not"), (405, "PUT"))


def test_a_part_of_the_data_is_sent_ahead_of_streamlits_own_compression(server):
    accepts = "Accept-Encoding: gzip"
    status, headers, _ = server.get("/data/figures.parquet", accepts)
    assert (status, headers["accept-ranges"], headers["vary"]) == (
        200,
        "bytes",
        "accept-encoding, origin",
    )
    assert "content-encoding" not in headers
    status, headers, _ = server.get("/data/figures.parquet", accepts, "Range: bytes=-8")
    assert (status, headers["content-length"]) == (206, "8")


def test_no_visit_is_written_down(server, uvicorn):
    """nginx names the reader's address to us; uvicorn would write it down for each WebSocket.

    It would also write down when one is opened, closed or refused.
    """
    reader = "X-Forwarded-For: 203.0.113.7"
    for running in (server, uvicorn):
        assert running.get("/?unit=8-army", reader)[0] == 200
        for origin, status in ((running.host, 101), ("evil.example", 403)):
            asked = running.handshake(running.host, f"Origin: http://{origin}", reader)
            assert asked == status
        log = running.log.read_text()
        assert "GET" not in log
        assert "8-army" not in log
        assert "203.0.113.7" not in log
        assert "WebSocket" not in log
        assert "connection" not in log


def test_no_reader_can_have_the_server_run_git_or_upload(server):
    """Streamlit answers both, with the names of branches and files, and addresses to send to."""

    async def ask() -> set[str]:
        async with Session(server.port) as page:
            await page.show()
            for said in ({"file_urls_request": {"file_names": ["a"]}}, {"load_git_info": True}):
                await page.send(BackMsg(**said).SerializeToString())
            await page.show()
            return page.kinds

    kinds = asyncio.run(ask())
    assert "script_finished" in kinds
    assert kinds.isdisjoint({"file_urls_response", "git_info_changed"})


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["streamlit", "run", "app.py"], marks=pytest.mark.long),
        ["uvicorn", "app:app"],
    ],
)
def test_a_wrong_list_of_hosts_stops_the_start_with_a_sentence(tmp_path, command):
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "page.py").write_text("")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DESERTION_HOSTS": "*.example.org"}
    found = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=tmp_path,
        env={**environment, "STREAMLIT_SERVER_HEADLESS": "true"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert found.returncode == 1
    assert "DESERTION_HOSTS: expected hosts such as" in found.stderr
    assert "Traceback" not in found.stderr


def test_a_start_that_would_leave_the_settings_out_stops_with_a_sentence(tmp_path):
    found = subprocess.run(
        [sys.executable, "-m", "uvicorn", "--app-dir", str(ROOT), "dashboard:app", "--port", "0"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert found.returncode == 1
    assert found.stderr.splitlines()[-1] == (
        "The settings in .streamlit/config.toml, which keep visits private, were not read: "
        f"start in {ROOT}"
    )
    assert "Traceback" not in found.stderr


def test_the_log_holds_no_traceback(server, uvicorn):
    assert "Traceback" not in server.log.read_text() + uvicorn.log.read_text()
