"""Every page as Streamlit runs it, without a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element
from streamlit.util import calc_hash

from tests.pages.html import words_of

ROOT = Path(__file__).parents[2]
Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Run one page with the real data (or another file) and the parameters of an address."""
    monkeypatch.chdir(ROOT)

    def run(address: str, data: Path | None = None, **parameters: str | list[str]) -> AppTest:
        if data is not None:
            monkeypatch.setenv("DESERTION_DATA", str(data))
        return go_to(start(), address, **parameters)

    return run


def start(seconds: float = 30) -> AppTest:
    """A reader's session that has not begun yet."""
    return AppTest.from_file(str(ROOT / "pages" / "frame.py"), default_timeout=seconds)


def go_to(app: AppTest, address: str, **parameters: str | list[str]) -> AppTest:
    """The page under an address, as a link opens it.

    AppTest turns by name to pages that are files only; Streamlit itself to a hash of the address.
    """
    app._page_hash = calc_hash(address)
    app.query_params.clear()
    app.query_params.update(parameters)
    return app.run()


READ = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "code")


def text_of(app: AppTest) -> str:
    """Everything a reader can read on the page, one element a line."""
    return "\n".join(texts_of(app._tree))  # what stands at the foot is not in `main`


def texts_of(block: Iterable[Any]) -> list[str]:
    """What stands in a part of a page, from top to bottom."""
    elements = [one for one in block if isinstance(one, Element)]
    return [
        words_of(one.proto.body) if one.type == "html" else as_read(one.value)
        for one in elements
        if one.type in (*READ, "html")
    ]


def charts_of(app: AppTest) -> list[dict[str, Any]]:
    """What the browser draws each chart of the page from."""
    return [
        json.loads(found.proto.bytes) for found in app.get("bidi_component") if found.proto.bytes
    ]


def as_read(markdown: str) -> str:
    """Markdown as a reader sees it: without the backslashes that keep text from being markup."""
    return re.sub(r"\\(?=[^\w\s])", "", markdown)
