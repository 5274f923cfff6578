"""A Chromium that draws a picture calls nobody, by its own log of what its network does."""

from __future__ import annotations

import json
from pathlib import Path

import plotly.graph_objects as go
import pytest

from exports import pictures
from exports.pictures import write_picture
from tests.test_architecture import modules

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
CHART = go.Figure(go.Bar(x=[1], y=[2]), {"width": 400, "height": 300})
CALLS = {
    "HOST_RESOLVER_DNS_TASK",
    "HOST_RESOLVER_SYSTEM_TASK",
    "TCP_CONNECT_ATTEMPT",
    "UDP_BYTES_SENT",
}
"""What is looked up or sent, be it to this machine."""


def find_calls(log: Path) -> set[str]:
    """The kinds of calls in a NetLog: a line that names the kinds, then a line for each event."""
    first, _, *lines = log.read_text(encoding="utf-8").splitlines()
    names = json.loads(first.rstrip(",") + "}")["constants"]["logEventTypes"]
    kinds = {f'"type":{names[name]}}}': name for name in CALLS}
    return {kind for line in lines for ending, kind in kinds.items() if ending in line}


def draw(log: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(pictures, "NO_NETWORK", (*arguments, f"--log-net-log={log}"))
    assert write_picture(CHART, "png").startswith(b"\x89PNG")


def test_who_draws_a_picture_calls_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "log"
    draw(log, monkeypatch, *pictures.NO_NETWORK)
    assert find_calls(log) == set()


def test_its_calls_would_have_been_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name is this machine's, at a port where nobody is: nothing leaves here either."""
    log = tmp_path / "log"
    draw(log, monkeypatch, "--host-resolver-rules=MAP * 127.0.0.1:9")
    assert "TCP_CONNECT_ATTEMPT" in find_calls(log)


def test_no_other_module_starts_a_browser() -> None:
    named = [path.name for path in modules() if "kaleido" in path.read_text("utf-8").lower()]
    assert named == ["pictures.py"]
