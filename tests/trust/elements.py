"""An AppTest page in, everything it sends to the browser out: as Markdown, as charts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.shared.text import WORD_JOINER, plain
from tests.trust.payloads import PAYLOADS

NOT_MARKDOWN = re.compile(
    r"""(?x)
    Code\.\w+ | Dataframe\.\w+                # shown as they are
    | Html\.\w+                               # see read_charts, read_html
    | \w+\.(id|options|default|placeholder|query_param_key|deferred_file_id)   # no text, or plain
    | Heading\.(anchor|tag) | \w+\.(raw_value|set_value)
    | (TextInput|TextArea)\.value
    | Block\.(id|popover\.type) | (Button|DownloadButton)\.type
    | PageLink\.(page|page_script_hash|query_string)
    """
)
"""Fields of Streamlit's messages that no browser reads as Markdown; all others are taken for it."""
ESCAPED = {payload: plain(payload) for payload in PAYLOADS}
ADDRESS = re.compile(r"`/data/[A-Za-z0-9_.?=&%+~-]+`")
"""The address of what is shown, in which all else is written as %xx."""


def read_markdown(app: AppTest) -> Iterator[tuple[str, str]]:
    """Every text that is rendered as Markdown, with the name of its field."""
    for message in _messages(app._tree):
        for field, text in _texts(message, message.DESCRIPTOR.name):
            if not NOT_MARKDOWN.fullmatch(field):
                yield field, text


def read_charts(app: AppTest) -> Iterator[tuple[str, str]]:
    """Every text that plotly draws in a chart, with the name of its field.

    The words of a chart beside it are text to the script (test_plot.py).
    """
    for message in _messages(app._tree):
        if message.DESCRIPTOR.name == "BidiComponent" and message.bytes:
            chart = json.loads(message.bytes)
            yield from _values([chart["data"], chart["layout"]], "")


def read_html(app: AppTest) -> Iterator[str]:
    """Every text that is rendered as HTML."""
    for message in _messages(app._tree):
        if message.DESCRIPTOR.name == "Html":
            yield message.body


def find_live_markdown(text: str) -> list[str]:
    """The payloads that a reader would see, but that were not escaped as `plain` does it.

    That `plain` escapes enough is shown in a real browser (test_browser.py).
    """
    text = ADDRESS.sub("", text)
    read = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace(WORD_JOINER, "")
    return [p for p, escaped in ESCAPED.items() if read.count(p) != text.count(escaped)]


def find_live_chart_text(text: str) -> list[str]:
    """What plotly would read as one of its tags, and the payloads it would read as entities."""
    lines = text.replace("<br>", " ").replace("<b>", "").replace("</b>", "")
    if "<" in lines:
        return [lines]
    read = html.unescape(lines)
    return [p for p in PAYLOADS if read.count(p) != lines.count(html.escape(p, quote=False))]


def _messages(node: Any) -> Iterator[Any]:
    """The protobuf message of every element and block, in the order of the page."""
    if hasattr(found := getattr(node, "proto", None), "ListFields"):
        yield found
    for child in getattr(node, "children", {}).values():
        yield from _messages(child)


def _texts(message: Any, path: str) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        for one in value if field.is_repeated else [value]:
            if hasattr(one, "ListFields"):
                yield from _texts(one, f"{path}.{field.name}")
            elif isinstance(one, str):
                yield f"{path}.{field.name}", one


def _values(node: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value, name)
    elif isinstance(node, str):
        yield name, node
