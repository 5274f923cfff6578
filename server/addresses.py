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

import pandas as pd
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from exports.changes import CHANGES, MEDIA_TYPES
from exports.downloads import DOWNLOADS, find_id, name_file
from exports.records import write_figure_json
from exports.templates import fill
from loaders.ledger import Ledger, once
from loaders.live import Snapshot, data_file, follow
from loaders.problems import Refused, suggest
from loaders.selection import FILTERS, Filters, choices, describe, parse_filters, select
from loaders.table import COLUMNS
from server.bodies import choose_coding, name_coding, pack, send_what_is_asked
from versions.older import find_snapshot

ROOT = "/data/"
VERSION_PARAMETER = "v"
"""The version of the data that is wanted; today's without it."""
SINCE_PARAMETER = "since"
"""The version since which changes are wanted."""
MOST_KEPT = 32 * 2**20
"""Bytes of answers that are kept while their data is shown."""


class Fault(HTTPException):
    """A request that cannot be met, as status and sentence."""

    def answer(self) -> Response:
        """The fault as RFC 9457 has it."""
        title = HTTPStatus(self.status_code).phrase
        said = {"type": "about:blank", "title": title, "detail": self.detail}
        return JSONResponse(
            {**said, "status": self.status_code},
            self.status_code,
            {"Cache-Control": "no-store"},
            "application/problem+json",
        )


class _File(NamedTuple):
    """What an address holds, before it is written."""

    write: Callable[[], bytes]
    media_type: str
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
    file = _find_file(ledger, snapshot.table, name, filters, since)
    whole = not file.compress or "range" in headers
    coding = "" if whole else choose_coding(headers.get("accept-encoding", ""))
    key = (name, filters.query(), since, coding)
    body = _keep(ledger, key, lambda: pack(file.write(), coding))
    more = {
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Last-Modified": format_datetime(snapshot.loaded_at.astimezone(UTC), usegmt=True),
        "Cache-Control": "no-cache",
        "Data-Version": ledger.short_version,
        **name_coding(coding),
    }
    found = Response(body, headers={**file.headers, **more}, media_type=file.media_type)
    return send_what_is_asked(found, headers)


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
        return parse_filters([pair for pair in query if pair[0] not in passed_over], ledger)
    except ValueError as error:
        raise Fault(HTTPStatus.BAD_REQUEST, str(error)) from None


def _find_file(
    ledger: Ledger, table: pd.DataFrame, name: str, filters: Filters, since: str
) -> _File:
    if not name:
        policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return _File(lambda: write_data_page(ledger, table, filters), "text/html", policy)
    if name in DOWNLOADS:
        one, saved = DOWNLOADS[name], _say_saved("attachment", ledger, name)

        def write() -> bytes:
            return one.write(ledger, select(ledger, table, filters), filters)

        return _File(write, one.media_type, saved, one.compress)
    if name in CHANGES:
        _refuse_filters("the changes take", filters)
        saved = _say_saved("inline", ledger, name)
        return _File(lambda: _write_changes(ledger, name, since), MEDIA_TYPES[name], saved)
    id = find_id(name)
    if id not in ledger.figures:
        sentence = f'there is no figure "{id}"{suggest(id, ledger.figures)}'
        raise Fault(HTTPStatus.NOT_FOUND, sentence)
    _refuse_filters("one figure takes", filters)
    saved = _say_saved("inline", ledger, f"{id}.json")
    return _File(lambda: write_figure_json(ledger, table, id), "application/json", saved)


def _refuse_filters(who: str, filters: Filters) -> None:
    for name in filters:
        raise Fault(HTTPStatus.BAD_REQUEST, f'{who} no filters; leave "{name}" out')


def _say_saved(how: str, ledger: Ledger, name: str) -> dict[str, str]:
    """Under which name a file is saved."""
    return {"Content-Disposition": f'{how}; filename="{name_file(ledger, name)}"'}


def _write_changes(ledger: Ledger, name: str, since: str) -> bytes:
    try:
        return CHANGES[name](data_file(), ledger, since)
    except KeyError:
        sentence = f'there is no version "{since[:64]}" of the data here'
        raise Fault(HTTPStatus.NOT_FOUND, sentence) from None


def write_data_page(ledger: Ledger, table: pd.DataFrame, filters: Filters) -> bytes:
    """The page at /data/: what may be fetched, and how. Without scripts, all data escaped."""
    query = filters.query()
    return fill(
        "data.html",
        ledger=ledger,
        downloads=DOWNLOADS,
        query=f"?{query}" if query else "",
        filters=describe(filters, ledger),
        shown=len(select(ledger, table, filters)),
        parameters=FILTERS,
        choices=choices(ledger),
        columns=COLUMNS,
        example=next(iter(ledger.figures), ""),
    ).encode()


def _keep(ledger: Ledger, key: tuple[str, ...], write: Callable[[], bytes]) -> bytes:
    """What was written lately, else what `write` gives; thread-safe, as each step is one."""
    kept = _kept(ledger)
    kept[key] = body = kept.pop(key, None) or write()
    for oldest in list(kept):
        if sum(map(len, list(kept.values()))) <= MOST_KEPT:
            break
        kept.pop(oldest, None)
    return body


@once
def _kept(_: Ledger) -> dict[tuple[str, ...], bytes]:
    """Goes with its ledger; the oldest stands first."""
    return {}
