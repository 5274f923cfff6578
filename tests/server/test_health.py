from __future__ import annotations

import json

import pytest
from starlette.applications import Starlette

from server.front import make_routes
from tests.loaders.small import SMALL
from tests.server.asgi import get

APP = Starlette(routes=make_routes(""))


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("DESERTION_DATA", str(tmp_path / "figures.yaml"))
    return tmp_path / "figures.yaml"


def ready() -> tuple[int, dict[str, object]]:
    answer = get(APP, "/readyz", [])
    assert answer.headers["cache-control"] == "no-store"
    return answer.status, json.loads(answer.body)


def test_the_process_is_alive_whatever_the_data(path):
    assert not path.exists()
    answer = get(APP, "/livez", [])
    assert (answer.status, answer.body) == (200, "alive\n")


def test_without_data_it_is_not_ready(path):
    path.write_text("figures: [")
    assert ready() == (503, {"status": "no data", "problems": 1})


def test_with_data_it_is_ready_and_tells_the_version(path):
    path.write_text(SMALL)
    status, state = ready()
    assert (status, state["status"], state["figures"], state["problems"]) == (200, "current", 2, 0)
    assert len(str(state["version"])) == 64


def test_the_state_of_the_data_is_a_word_that_changes_with_the_file_and_with_what_is_wrong(path):
    words = []
    for text in ("figures: [", SMALL, SMALL, SMALL.replace("count: 18000", "count: 18k")):
        path.write_text(text)
        answer = get(APP, "/data/state", [])
        assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
        words.append(answer.body)
    none, good, same, broken = words
    assert good == same
    assert len({none, good, broken}) == 3


def test_a_broken_file_is_told_while_the_last_good_data_is_shown(path):
    path.write_text(SMALL)
    _, before = ready()
    path.write_text(SMALL.replace("count: 18000", "count: 18k"))
    status, state = ready()
    assert (status, state) == (200, {**before, "status": "stale", "problems": 1})
