"""Streamlit's scripts come compressed, unchanged, and only to those who can read them."""

from __future__ import annotations

import asyncio
import gzip

import brotli
import pytest

from server.compressed import Compressed, find_files
from tests.server.asgi import Headers, connect, get, speak

PATH, FILE = min(
    ((path, file) for path, file in find_files().items() if file.stat().st_size > 20_000),
    key=lambda item: item[1].stat().st_size,
)
READ = {"br": brotli.decompress, "gzip": gzip.decompress}


def ask(accepted: str, path: str = PATH) -> tuple[dict[str, str], bytes]:
    messages = []
    headers: Headers = [("accept-encoding", accepted)]
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        messages.append(message)

    asyncio.run(Compressed(speak)(scope, receive, send))
    named = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return named, messages[1]["body"]


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br", "br"), ("gzip;q=1.0, br;q=0", "gzip"), ("GZIP", "gzip")],
)
def test_a_script_comes_in_the_best_coding_that_is_accepted_and_may_be_kept(accepted, coding):
    headers, body = ask(accepted)
    assert headers["content-encoding"] == coding
    assert headers["content-type"].startswith("text/javascript")
    assert headers["vary"] == "Accept-Encoding"
    assert "immutable" in headers["cache-control"]
    assert len(body) < FILE.stat().st_size
    assert READ[coding](body) == FILE.read_bytes()


@pytest.mark.parametrize(
    ("accepted", "path"),
    [
        ("", PATH),
        ("identity", PATH),
        ("br", "/"),
        ("br", "/index.html"),
        ("br", "/static/js/../../index.html"),
        ("br", "/data/figures.csv"),
    ],
)
def test_everything_else_goes_on_to_the_application(accepted, path):
    headers, body = ask(accepted, path)
    assert "content-encoding" not in headers
    assert body == path.encode()


def test_a_question_without_a_body_in_the_answer_goes_on_to_the_application():
    assert get(Compressed(speak), PATH, [("accept-encoding", "br")], "HEAD").body == PATH


def test_websockets_go_on_to_the_application():
    assert connect(Compressed(speak), []).accepted
