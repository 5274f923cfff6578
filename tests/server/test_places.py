"""One page more than may be open is refused with a sentence, until another is closed."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from starlette.types import Receive, Scope, Send

from server.places import MOST_PAGES, TRY_AGAIN_LATER, Places, read_places, read_site
from tests.loaders.small import SMALL
from tests.server.asgi import connect, get, speak
from tests.server.running import Running
from tests.server.session import Session

SENTENCE = "As many pages are open as this server bears (1). Please try again in a minute."


def make_full(prefix: str = "", site: str = "") -> Places:
    """All places are taken: the only one."""
    places = Places(speak, prefix, most=1, site=site)
    places.taken = 1
    return places


@pytest.mark.parametrize("path", ["/", "/by-unit", "/no-such-page"])
def test_whoever_opens_one_page_more_is_told_where_the_same_is(path: str) -> None:
    answer = get(make_full(site="https://example.org/figures/"), path, [])
    assert answer.status == 503
    assert answer.headers["retry-after"] == "60"
    assert f"<p>{SENTENCE}</p>" in answer.body
    assert '<a href="https://example.org/figures/">' in answer.body
    assert '<a href="/data/">' in answer.body


def test_below_a_path_of_a_larger_site_the_data_is_there_too() -> None:
    places = make_full("/desertion")
    for path in ("/desertion", "/desertion/", "/desertion/by-unit"):
        assert '<a href="/desertion/data/">' in get(places, path, []).body
    assert get(places, "/desertion/_stcore/host-config", []).status == 503


def test_the_script_of_a_page_that_is_open_already_is_told_the_same() -> None:
    answer = get(make_full(), "/_stcore/host-config", [])
    assert (answer.status, answer.body) == (503, f"{SENTENCE}\n")


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/index.x.js", "/media/x.csv"])
def test_whatever_is_no_page_is_answered_still(path: str) -> None:
    assert get(make_full(), path, []).status == 200


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/data", "/data/", "/data/figures.csv"])
def test_the_health_and_the_data_are_answered_still(path: str) -> None:
    assert get(make_full(), path, []).status == 200
    assert get(make_full("/desertion"), f"/desertion{path}", []).status == 200


def test_one_websocket_more_is_closed() -> None:
    answer = connect(make_full(), [])
    assert (answer.accepted, answer.close_code) == (False, TRY_AGAIN_LATER)


@pytest.mark.parametrize("fails", [False, True])
def test_a_place_is_taken_as_long_as_the_page_is_open_however_it_ends(fails: bool) -> None:
    seen = []

    async def page(_scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(places.taken)
        if fails:
            raise ConnectionError

    places = Places(page, most=1)
    with suppress(ConnectionError):
        connect(places, [])
    assert [*seen, places.taken] == [1, 0]


@pytest.mark.long
def test_a_real_page_takes_the_place_and_gives_it_back(tmp_path: Path) -> None:
    (tmp_path / "figures.yaml").write_text(SMALL)
    data = str(tmp_path / "figures.yaml")
    running = Running(tmp_path, DESERTION_DATA=data, DESERTION_MOST_PAGES="1", DESERTION_HOSTS="")

    async def open_twice() -> list[int]:
        async with Session(running.port) as reader:
            await reader.show()
            seen = [running.handshake(running.host, f"Origin: http://{running.host}")]
            seen += [running.get(path)[0] for path in ("/", "/data/", "/livez")]
        while (status := running.get("/")[0]) != 200:
            await asyncio.sleep(0.05)
        return [*seen, status]

    try:
        assert asyncio.run(open_twice()) == [403, 503, 200, 200, 200]
    finally:
        running.stop()


def test_what_is_set_is_taken_and_what_is_not_has_a_default() -> None:
    assert read_places({}) == MOST_PAGES
    assert read_places({"DESERTION_MOST_PAGES": " 40 "}) == 40
    assert read_site({}) == ""
    for site in ("https://a.example", "https://бук.example/x?y", "http://127.0.0.1:8000#x"):
        assert read_site({"DESERTION_STATIC_SITE": site}) == site


@pytest.mark.parametrize("given", ["0", "-1", "many", "٣", "1e3"])
def test_a_number_of_pages_that_is_none_is_named(given: str) -> None:
    with pytest.raises(ValueError, match="expected a number of pages") as raised:
        read_places({"DESERTION_MOST_PAGES": given})
    assert str(raised.value) == f'DESERTION_MOST_PAGES: expected a number of pages, found "{given}"'


@pytest.mark.parametrize(
    "given",
    [
        "example.org",
        "javascript:alert(1)",
        "http://",
        "https:///x",
        "https://?x",
        "https://..",
        "https://*.example.org/",
        "https://example.org:99999/",
    ],
)
def test_a_site_that_is_none_is_named(given: str) -> None:
    with pytest.raises(ValueError, match="expected an address") as raised:
        read_site({"DESERTION_STATIC_SITE": given})
    assert str(raised.value) == (
        "DESERTION_STATIC_SITE: expected an address such as https://example.org/figures/, "
        f'found "{given}"'
    )
