"""What a page may say over its WebSocket, and how often; nothing else reaches Streamlit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from server.front import make_middleware
from server.messages import AT_FIRST, HUNG_UP, LONGEST, LONGEST_NAME, MOST_WIDGETS, Messages

BEAT = BackMsg(app_heartbeat=True).SerializeToString()
BEGUN: Message = {"type": "websocket.connect"}
ENDED: Message = {"type": "websocket.disconnect", "code": 1000}


def write(**fields: Any) -> bytes:
    """A message of a page."""
    data: bytes = BackMsg(**fields).SerializeToString()
    return data


def hand_on(said: Iterable[bytes | str]) -> list[Message]:
    """What Streamlit hears of it; no time passes meanwhile."""
    waiting = [BEGUN]
    for one in said:
        kind = "text" if isinstance(one, str) else "bytes"
        waiting.append({"type": "websocket.receive", kind: one})
    waiting.append(ENDED)
    heard: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(_: Message) -> None:
        raise AssertionError

    async def listen(_scope: Scope, receive: Receive, _send: Send) -> None:
        while not heard or heard[-1]["type"] != "websocket.disconnect":
            heard.append(await receive())

    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.time = lambda: 7.0  # type: ignore[method-assign]
        page = asyncio.create_task(Messages(listen)({"type": "websocket"}, receive, send))
        for _ in range(3 * len(waiting)):
            await asyncio.sleep(0)
        page.cancel()

    asyncio.run(run())
    return heard


@pytest.mark.parametrize(
    "said",
    [
        write(rerun_script={"query_string": "claimant=hur", "fragment_id": "a" * LONGEST_NAME}),
        write(rerun_script={"widget_states": {"widgets": [{"id": "a"}] * MOST_WIDGETS}}),
        write(rerun_script={"query_string": "я" * 400_000}),
        write(stop_script=True),
        write(app_heartbeat=True),
        write(backend_operation_request={"deferred_file": {"file_id": "a"}}),
    ],
)
def test_what_our_pages_say_is_heard(said):
    assert hand_on([said]) == [BEGUN, {"type": "websocket.receive", "bytes": said}, ENDED]


@pytest.mark.parametrize(
    "said",
    [
        write(clear_cache=True),
        write(load_git_info=True),
        write(set_run_on_save=True),
        write(file_urls_request={"request_id": "a", "file_names": ["b"]}),
        write(backend_operation_request={"install_skills": {}}),
        write(backend_operation_request={"dismiss_skills_nudge": {}}),
        write(backend_operation_request={"dataframe_chunk": {}}),
        write(backend_operation_request={"request_id": "a"}),
        write(debug_shutdown_runtime=True),
        write(debug_disconnect_websocket=True),
        b"\xf2\x06\x01a",  # of a kind that an update brings
    ],
)
def test_what_no_page_of_ours_says_is_passed_over(said):
    assert hand_on([said, BEAT]) == [BEGUN, {"type": "websocket.receive", "bytes": BEAT}, ENDED]


@pytest.mark.parametrize(
    "said",
    [
        "a text",
        b"",
        b"\xff\xff",
        write(rerun_script={"query_string": "a" * LONGEST}),
        write(rerun_script={"fragment_id": "a" * (LONGEST_NAME + 1)}),
        write(rerun_script={"widget_states": {"widgets": [{"id": "a"}] * (MOST_WIDGETS + 1)}}),
        write(backend_operation_request={"deferred_file": {"file_id": "a" * 1000}}),
        write(file_urls_request={"file_names": ["b" * 1000]}),
    ],
)
def test_who_says_what_cannot_be_a_pages_is_hung_up(said):
    assert hand_on([said, BEAT]) == [BEGUN, HUNG_UP]


@pytest.mark.parametrize(
    ("said", "size"),
    [
        (BEAT, int(AT_FIRST) - 1),
        (write(load_git_info=True), 0),
        (write(rerun_script={"query_string": "a" * 180_000}), 4),
        (write(backend_operation_request={"deferred_file": {"file_id": "a"}}), 4),
    ],
)
def test_who_says_too_much_at_once_is_heard_later(said, size):
    heard = hand_on([said] * 200)
    assert heard == [BEGUN, *[{"type": "websocket.receive", "bytes": said}] * size]


def test_what_was_said_by_who_has_gone_is_not_worked_off():
    seen: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": BEAT}

    async def send(_: Message) -> None:
        raise OSError

    async def answer(_scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(await receive())
        with pytest.raises(OSError, match=r"^$"):
            await send({"type": "websocket.send", "bytes": b""})
        seen.append(await receive())

    asyncio.run(Messages(answer)({"type": "websocket"}, receive, send))
    assert seen == [{"type": "websocket.receive", "bytes": BEAT}, HUNG_UP]


def test_it_stands_before_streamlit():
    innermost: Any = make_middleware()[-1]
    assert innermost.cls is Messages
