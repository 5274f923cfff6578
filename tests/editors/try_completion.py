"""Completion on a fresh clone, driven as VS Code and as an editor without our settings drive it.

Collected only when it is named: `make test-programs`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from loaders.load import load
from tests.editing.small import REAL, cut
from tests.editors.language_server import LanguageServer

T = TypeVar("T")
PATIENCE = 120
"""Seconds for what takes one on a machine with nothing else to do; it took up to 13 once."""
SERVER = Path(".bin", "yaml-language-server")
OFFERED = {
    "    measure: ": "measures",
    "    claimant: ": "claimants",
    "    unit: ": "units",
    "    citations:\n      - {article: }": "articles",
    "    citations:\n      - article: ": "articles",
    "    part_of: ": "figures",
}
"""What a curator has typed of a new figure -> the section whose keys are due."""


def settings_of_vs_code(folder: Path) -> dict[str, Any]:
    """What the YAML extension answers from .vscode/settings.json."""
    found = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return {"yaml": {"schemas": found["yaml.schemas"], "format": {"enable": False}}}


def no_settings(_: Path) -> dict[str, Any]:
    """What Neovim, Emacs or Helix answer: the first line of the file names the schema."""
    return {}


def type_into(text: str, typed: str) -> tuple[str, int, int]:
    """The file with the start of a new figure in it, and the place behind `typed`."""
    lines = text.split("\n")
    at = lines.index("figures:") + 1
    new = ["  - id: new-figure", *typed.split("\n")]
    column = len(new[-1].removesuffix("}"))
    return "\n".join([*lines[:at], *new, *lines[at:]]), at + len(new) - 1, column


def complete(server: LanguageServer, path: Path, typed: str) -> dict[str, str]:
    """What the server offers a curator who typed so much of a new figure."""
    text, line, column = type_into(path.read_text(encoding="utf-8"), typed)
    server.open(path, text)
    return in_time(lambda: server.complete(path, line, column), server)


def in_time(act: Callable[[], T], server: LanguageServer) -> T:
    """What it gives; a server that does not answer is ended, so that its reader ends too."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(act)
        try:
            return waiting.result(timeout=PATIENCE)
        finally:
            if not waiting.done():
                server.process.kill()


@pytest.mark.parametrize(
    ("settings", "content"), [(settings_of_vs_code, REAL.read_bytes()), (no_settings, cut())]
)
def test_the_keys_of_the_file_are_offered_with_what_they_stand_for_and_words_with_their_definitions(
    programs: Path, clone: Path, settings: Callable[[Path], dict[str, Any]], content: bytes
) -> None:
    """With the whole file open, and with one that has few of the keys that the schema offers."""
    path = clone / "figures.yaml"
    ledger = load(str(path))
    path.write_bytes(content)
    with LanguageServer(programs / SERVER, clone, settings(clone)) as server:
        for typed, section in OFFERED.items():
            offered = complete(server, path, typed)
            assert (typed, set(offered)) == (typed, set(getattr(ledger, section)))
            assert all(offered.values())
        bounds = complete(server, path, "    bound: ")
    assert bounds["more_than"] == "more than the number stated"
