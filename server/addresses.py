"""The data under plain addresses: `/data/figures.csv?measure=…` and its siblings.

They take the filters of the pages by the same names, for programs: caches, ranges and compressed
answers work as HTTP has them, and what is wrong is said in a sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC
from email.utils import format_datetime
from http import HTTPStatus
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles

from exports.changes import CHANGES, MEDIA_TYPES
from exports.downloads import DOWNLOADS, find_id, name_file
from exports.records import write_figure_json
from exports.templates import fill
from loaders.ledger import Ledger, once
from loaders.live import Snapshot, data_file, follow
from loaders.problems import Refused, suggest
from loaders.selection import FILTERS, Filters, choices, describe, parse_filters, select
from loaders.table import COLUMNS
from server.coding import choose_coding, pack
from server.ranges import send_range
from server.versions import find_snapshot

ROOT = "/data/"
VERSION_PARAMETER = "v"
"""The version of the data that is wanted; today's without it."""
SINCE_PARAMETER = "since"
"""The version since which changes are wanted."""
MOST_KEPT = 32 * 2**20
"""Bytes of answers that are kept while their data is shown."""
_CONDITIONS = StaticFiles()


class Fault(Exception):
    """A request that cannot be met, as status and sentence."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status

    def answer(self) -> Response:
        """The fault as RFC 9457 has it."""
        said = {"type": "about:blank", "title": self.status.phrase, "detail": str(self)}
        return JSONResponse(
            {**said, "status": self.status},
            self.status,
            {"Cache-Control": "no-store"},
            "application/problem+json",
        )


class _File(NamedTuple):
    """What an address holds, before it is written."""

    write: Callable[[], bytes]
    headers: dict[str, str]
    compress: bool = True


def send_data(request: Request) -> Response:
    """Answer an address under /data/."""
    if "name" not in request.path_params:
        return RedirectResponse("data/", HTTPStatus.PERMANENT_REDIRECT)
    name, query = request.path_params["name"], request.query_params.multi_items()
    return answer(follow(data_file()).current(), name, query, request.headers)


def answer(
    snapshot: Snapshot,
    name: str,
    query: Iterable[tuple[str, str]] = (),
    headers: Headers | None = None,
) -> Response:
    """Answer a GET or HEAD for what follows /data/ in the address; never raises.

    400 for an unknown parameter or value, 404 for an unknown address or figure, 503 while there is
    no data.
    """
    try:
        return _find(snapshot, name, query, headers or Headers())
    except Fault as fault:
        return fault.answer()


def _find(
    snapshot: Snapshot, name: str, query: Iterable[tuple[str, str]], headers: Headers
) -> Response:
    _check_address(name)
    ledger = snapshot.ledger
    if ledger is None:
        raise Fault(HTTPStatus.SERVICE_UNAVAILABLE, "there is no data to show yet; try again soon")
    pairs = list(query)
    snapshot = _find_version(snapshot, pairs)
    ledger = snapshot.ledger
    assert ledger is not None
    since = "".join(value for key, value in pairs if key == SINCE_PARAMETER and name in CHANGES)
    filters = _read_query(ledger, name, pairs)
    file = _find_changes(ledger, name, since) or _find_file(ledger, snapshot, name, filters)
    whole = not file.compress or "range" in headers
    coding = "" if whole else choose_coding(headers.get("accept-encoding", ""))
    key = (name, filters.query(), since, coding)
    body = _keep(ledger, key, lambda: pack(file.write(), coding))
    found = Response(body, headers={**file.headers, **_describe(snapshot, body, coding)})
    if _CONDITIONS.is_not_modified(found.headers, headers):
        return NotModifiedResponse(found.headers)
    return send_range(found, headers)


def _check_address(name: str) -> None:
    if name == "" or name in DOWNLOADS or name in CHANGES or find_id(name):
        return
    hint = suggest(ROOT + name, [ROOT, *(ROOT + known for known in (*DOWNLOADS, *CHANGES))])
    sentence = f'there is no address "{ROOT}{name}"; {ROOT} lists those there are{hint}'
    raise Fault(HTTPStatus.NOT_FOUND, sentence)


def _find_version(now: Snapshot, query: Iterable[tuple[str, str]]) -> Snapshot:
    """The data in the version that an address names."""
    version = next((value for name, value in query if name == VERSION_PARAMETER), "")
    try:
        found = find_snapshot(data_file(), now, version) if version else now
    except Refused as refusal:
        sentence = f"version {version[:7]} of the data cannot be read any more: {refusal}"
        raise Fault(HTTPStatus.NOT_FOUND, sentence) from None
    if found is None:
        assert now.ledger is not None
        sentence = (
            f'there is no version "{version[:64]}" of the data here; '
            f"without v= it is {now.ledger.short_version}"
        )
        raise Fault(HTTPStatus.NOT_FOUND, sentence)
    return found


def _read_query(ledger: Ledger, name: str, query: Iterable[tuple[str, str]]) -> Filters:
    passed_over = {VERSION_PARAMETER, *[SINCE_PARAMETER] * (name in CHANGES)}
    try:
        filters = parse_filters([pair for pair in query if pair[0] not in passed_over], ledger)
    except ValueError as error:
        raise Fault(HTTPStatus.BAD_REQUEST, str(error)) from None
    for filter in filters if name in CHANGES else ():
        sentence = f'the changes take no filters; leave "{filter}" out'
        raise Fault(HTTPStatus.BAD_REQUEST, sentence)
    return filters


def _find_changes(ledger: Ledger, name: str, since: str) -> _File | None:
    if name not in CHANGES:
        return None

    def write() -> bytes:
        try:
            return CHANGES[name](data_file(), ledger, since)
        except KeyError:
            sentence = f'there is no version "{since[:64]}" of the data here'
            raise Fault(HTTPStatus.NOT_FOUND, sentence) from None

    kept = f'inline; filename="{name_file(ledger, name)}"'
    headers = {"Content-Type": MEDIA_TYPES[name], "Content-Disposition": kept}
    return _File(write, headers)


def _find_file(ledger: Ledger, snapshot: Snapshot, name: str, filters: Filters) -> _File:
    if id := find_id(name):
        _check_figure(ledger, id, filters)
        kept = f'inline; filename="{name_file(ledger, f"{id}.json")}"'
        headers = {"Content-Type": "application/json", "Content-Disposition": kept}
        return _File(lambda: write_figure_json(ledger, snapshot.table, id), headers)
    if not name:
        policy = "default-src 'none'; style-src 'unsafe-inline'"
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
        return _File(lambda: write_data_page(snapshot, filters), headers)
    download = DOWNLOADS[name]
    saved = f'attachment; filename="{name_file(ledger, name)}"'
    headers = {"Content-Type": download.media_type, "Content-Disposition": saved}
    return _File(
        lambda: download.write(ledger, select(ledger, snapshot.table, filters), filters),
        headers,
        download.compress,
    )


def _check_figure(ledger: Ledger, id: str, filters: Filters) -> None:
    """Whether the address of one figure names one that there is, without filters."""
    if id not in ledger.figures:
        sentence = f'there is no figure "{id}"{suggest(id, ledger.figures)}'
        raise Fault(HTTPStatus.NOT_FOUND, sentence)
    for name in filters:
        sentence = f'one figure takes no filters; leave "{name}" out'
        raise Fault(HTTPStatus.BAD_REQUEST, sentence)


def write_data_page(snapshot: Snapshot, filters: Filters) -> bytes:
    """The page at /data/: what may be fetched, and how. Without scripts, all data escaped."""
    ledger, query = snapshot.ledger, filters.query()
    assert ledger is not None
    return fill(
        "data.html",
        ledger=ledger,
        downloads=DOWNLOADS,
        query=f"?{query}" if query else "",
        filters=describe(filters, ledger),
        shown=len(select(ledger, snapshot.table, filters)),
        parameters=FILTERS,
        choices=choices(ledger),
        columns=COLUMNS,
        example=next(iter(ledger.figures), ""),
    ).encode()


def _describe(snapshot: Snapshot, body: bytes, coding: str) -> dict[str, str]:
    """The headers that say which data this is and how long it is good: until asked again."""
    assert snapshot.ledger is not None
    headers = {
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Last-Modified": format_datetime(snapshot.loaded_at.astimezone(UTC), usegmt=True),
        "Cache-Control": "no-cache",
        "Data-Version": snapshot.ledger.short_version,
        "Vary": "Accept-Encoding",
    }
    return {**headers, "Content-Encoding": coding} if coding else headers


def _keep(ledger: Ledger, key: tuple[str, ...], write: Callable[[], bytes]) -> bytes:
    """What was written lately, else what `write` gives; thread-safe, as each step is one."""
    kept = _kept(ledger)
    body = kept.pop(key, None)
    if body is None:
        body = write()
    kept[key] = body
    for oldest in list(kept):
        if sum(map(len, list(kept.values()))) <= MOST_KEPT:
            break
        kept.pop(oldest, None)
    return body


@once
def _kept(_: Ledger) -> dict[tuple[str, ...], bytes]:
    """Goes with its ledger; the oldest stands first."""
    return {}
