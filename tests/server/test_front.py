"""All that stands before Streamlit, as it is assembled, and what passes through it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import ASGIApp

from server.front import make_middleware
from tests.loaders.small import SMALL
from tests.server.asgi import connect, get, speak

LOCAL = ("host", "localhost:8501")
NEWS = ("origin", "https://news.example")


def build(prefix: str = "", app: ASGIApp = speak) -> ASGIApp:
    for one in reversed(make_middleware(prefix)):
        app = one.cls(app, *one.args, **one.kwargs)
    return app


@pytest.fixture(autouse=True)
def _data(tmp_path, monkeypatch):
    monkeypatch.delenv("DESERTION_HOSTS", raising=False)
    (tmp_path / "figures.yaml").write_text(SMALL)
    monkeypatch.setenv("DESERTION_DATA", str(tmp_path / "figures.yaml"))


@pytest.mark.parametrize("prefix", ["", "desertion", "/news/desertion/"])
def test_our_addresses_are_answered_with_and_without_the_path_of_a_larger_site(prefix):
    app = build(prefix)
    at = f"/{prefix.strip('/')}" if prefix else ""
    for path in ("/livez", "/readyz", "/data/", "/data/figures.csv", "/assets/charts.js"):
        assert get(app, path, [LOCAL]).body != path
        assert get(app, at + path, [LOCAL]).body == get(app, path, [LOCAL]).body


@pytest.mark.parametrize("path", ["", "nothing", "x\0y", "../charts.py", "../" * 30 + "etc/passwd"])
@pytest.mark.parametrize("prefix", ["", "/desertion"])
def test_a_script_that_there_is_not_is_not_found(prefix, path):
    assert get(build(prefix), f"{prefix}/assets/{path}", [LOCAL]).status == 404


def test_the_start_of_the_server_goes_on_to_streamlit_which_warms_up():
    """uvicorn takes an error here for a wish to do without, and says so in the log only."""
    heard = []

    async def hear(scope: Any, *_: Any) -> Any:
        heard.append(scope["type"])

    front: Any = build(app=hear)
    asyncio.run(front({"type": "lifespan"}, hear, hear))
    assert heard == ["lifespan"]


def test_what_streamlit_asks_goes_on_to_streamlit():
    app = build()
    assert get(app, "/_stcore/health", [LOCAL]).body == "/_stcore/health"
    assert connect(app, [LOCAL, ("origin", "http://localhost:8501")]).accepted


def test_the_address_without_its_slash_leads_to_the_page_of_the_data():
    answer = get(build(), "/data", [LOCAL])
    assert (answer.status, answer.headers["location"]) == (308, "data/")


@pytest.mark.parametrize("path", ["/figure/hur-2024", "/figures/hur-2024"])
def test_who_guesses_the_address_of_a_figure_gets_there(path):
    answer = get(build(), path, [LOCAL])
    assert (answer.status, answer.headers["location"]) == (307, "../figure?id=hur-2024")


def test_an_id_that_is_none_stays_one_parameter():
    answer = get(build(), "/figure/a&id=b#c", [LOCAL])
    assert answer.headers["location"] == "../figure?id=a%26id%3Db%23c"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/desk-check?number=1", "check?q=1"),
        ("/coverage?force=russia", "data-quality?tab=Coverage&force=russia"),
        ("/checks", "data-quality?tab=Checks"),
    ],
)
def test_an_address_of_old_leads_to_the_page_of_today(path, page):
    answer = get(build(), path, [LOCAL])
    assert (answer.status, answer.headers["location"]) == (307, page)


@pytest.mark.parametrize(
    ("path", "clean"),
    [
        ("/?fbclid=x", "./"),
        ("/by-unit?utm_source=mail&force=russia&gclid=y", "by-unit?force=russia"),
    ],
)
def test_what_follows_readers_about_is_taken_out_of_an_address(path, clean):
    answer = get(build(), path, [LOCAL])
    assert (answer.status, answer.headers["location"]) == (307, clean)


def test_the_data_is_answered_at_once_whoever_follows_the_reader():
    assert get(build(), "/data/figures.csv?fbclid=x", [LOCAL]).status == 200


def test_pages_of_other_sites_may_read_the_data():
    headers = get(build(), "/data/figures.csv", [LOCAL, NEWS]).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["access-control-expose-headers"] == (
        "Data-Version, Accept-Ranges, Content-Disposition, Content-Range, ETag"
    )
    assert headers["vary"] == "Accept-Encoding, Origin"


@pytest.mark.parametrize("header", ["If-None-Match", "Range", "if-range, range"])
def test_pages_of_other_sites_may_ask_for_a_part_and_for_what_is_new(header):
    asked = [("access-control-request-method", "GET"), ("access-control-request-headers", header)]
    answer = get(build(), "/data/figures.csv", [LOCAL, NEWS, *asked], "OPTIONS")
    assert (answer.status, answer.headers["access-control-allow-methods"]) == (200, "GET, HEAD")
    assert answer.headers["access-control-allow-origin"] == "*"


def test_pages_of_other_sites_may_not_write():
    asked = [("access-control-request-method", "PUT")]
    assert get(build(), "/data/figures.csv", [LOCAL, NEWS, *asked], "OPTIONS").status == 400


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DESERTION_HOSTS", "https://a.example"),
        ("DESERTION_FRAME_ANCESTORS", "a.example"),
        ("DESERTION_MOST_PAGES", "none"),
        ("DESERTION_STATIC_SITE", "a.example"),
    ],
)
def test_a_wrong_variable_stops_the_start_with_a_sentence(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit, match=rf"^{variable}: expected .*, found \"{value}\"$"):
        make_middleware()
