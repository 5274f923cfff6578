"""A request for data in, an answer out, without a web framework.

`/data/figures.csv?measure=…` and its siblings take the filters of the pages by the same names.
Whoever serves them passes the request to `answer` and sends back what it returns.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import NamedTuple

import pandas as pd

from exports.downloads import DOWNLOADS, name_file
from exports.records import write_figure_json
from loaders.ledger import Ledger
from loaders.problems import suggest
from loaders.selection import Filters, parse_filters, select
from server.answers import Answer, Fault, accepts_gzip, digest_code, explain, matches
from server.data_page import write_data_page
from server.kept import Kept

KEPT = Kept()
ROOT = "/data/"
VERSION_PARAMETER = "v"
"""The data version a link was made for; read by pages, answered in a header here."""


class _File(NamedTuple):
    """Bytes before they are compressed, and what they are."""

    body: bytes
    media_type: str
    disposition: str
    compress: bool


class _Request(NamedTuple):
    ledger: Ledger
    table: pd.DataFrame
    name: str
    """What follows /data/ in the address."""
    filters: Filters


def answer(
    ledger: Ledger | None,
    table: pd.DataFrame,
    path: str,
    query: Iterable[tuple[str, str]] = (),
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
) -> Answer:
    """Answer a GET or HEAD for an address under /data/; never raises.

    `path` and `query` are decoded; `headers` has names in small letters. Errors are sentences in
    application/problem+json: 400 for an unknown parameter, value or id, 404 for an unknown
    address, 405 for another method, 503 while there is no data.
    """
    try:
        found = _find(ledger, table, path, query, headers or {}, method)
    except Fault as fault:
        found = explain(fault)
    common = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}
    common["Access-Control-Expose-Headers"] = "Content-Disposition, Data-Version, ETag"
    if ledger is not None:
        common["Data-Version"] = ledger.short_version
    length = {} if found.status == HTTPStatus.NOT_MODIFIED else _length(found.body)
    body = b"" if method == "HEAD" else found.body
    return Answer(found.status, {**common, **found.headers, **length}, body)


def _find(
    ledger: Ledger | None,
    table: pd.DataFrame,
    path: str,
    query: Iterable[tuple[str, str]],
    headers: Mapping[str, str],
    method: str,
) -> Answer:
    if method not in ("GET", "HEAD"):
        raise Fault(HTTPStatus.METHOD_NOT_ALLOWED, f"{method} is not answered here; use GET")
    if path == ROOT.rstrip("/"):
        return Answer(HTTPStatus.PERMANENT_REDIRECT, {"Location": "data/"}, b"")
    _check_address(path)
    if ledger is None:
        raise Fault(HTTPStatus.SERVICE_UNAVAILABLE, "there is no data to show yet; try again soon")
    request = _Request(ledger, table, path.removeprefix(ROOT), _read_query(ledger, query))
    _check_figure(request)
    zipped = accepts_gzip(headers.get("accept-encoding", ""))
    caching = {"ETag": _tag(request, zipped), "Cache-Control": "no-cache"}
    caching["Vary"] = "Accept-Encoding"
    if matches(headers.get("if-none-match", ""), caching["ETag"]):
        return Answer(HTTPStatus.NOT_MODIFIED, caching, b"")
    return KEPT.get(caching["ETag"], lambda: _send(_write(request), caching, zipped))


def _check_address(path: str) -> None:
    name = path.removeprefix(ROOT)
    known = ("", *DOWNLOADS)
    if path.startswith(ROOT) and (name in known or _id_in(name)):
        return
    hint = suggest(path, [ROOT + name for name in known])
    raise Fault(
        HTTPStatus.NOT_FOUND, f'there is no address "{path}"; {ROOT} lists those there are{hint}'
    )


def _id_in(name: str) -> str:
    """The id in `figures/<id>.json`, or nothing."""
    folder, _, file = name.partition("/")
    return file.removesuffix(".json") if folder == "figures" and file.endswith(".json") else ""


def _read_query(ledger: Ledger, query: Iterable[tuple[str, str]]) -> Filters:
    try:
        return parse_filters([pair for pair in query if pair[0] != VERSION_PARAMETER], ledger)
    except ValueError as error:
        raise Fault(HTTPStatus.BAD_REQUEST, str(error)) from None


def _check_figure(request: _Request) -> None:
    """Whether the address of one figure names one that there is, without filters."""
    id = _id_in(request.name)
    if id and id not in request.ledger.figures:
        hint = suggest(id, request.ledger.figures)
        raise Fault(HTTPStatus.BAD_REQUEST, f'unknown figure "{id}"{hint}')
    if id and request.filters:
        (name, _), *_ = request.filters.parameters()
        raise Fault(HTTPStatus.BAD_REQUEST, f'one figure takes no filters; leave "{name}" out')


def _write(request: _Request) -> _File:
    ledger, table, name, filters = request
    if id := _id_in(name):
        body = write_figure_json(ledger, table, id)
        disposition = f'inline; filename="{name_file(ledger, f"{id}.json")}"'
        return _File(body, "application/json", disposition, compress=True)
    if not name:
        page = write_data_page(ledger, table, filters)
        return _File(page, "text/html; charset=utf-8", "", compress=True)
    download = DOWNLOADS[name]
    body = download.write(ledger, select(table, filters), filters)
    disposition = f'attachment; filename="{name_file(ledger, name)}"'
    return _File(body, download.media_type, disposition, download.compress)


def _send(file: _File, caching: Mapping[str, str], zipped: bool) -> Answer:
    headers = {"Content-Type": file.media_type, **caching}
    if file.disposition:
        headers["Content-Disposition"] = file.disposition
    else:
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    if not (zipped and file.compress):
        return Answer(HTTPStatus.OK, headers, file.body)
    headers["Content-Encoding"] = "gzip"
    return Answer(HTTPStatus.OK, headers, gzip.compress(file.body, mtime=0))


def _length(body: bytes) -> dict[str, str]:
    return {"Content-Length": str(len(body))}


def _tag(request: _Request, zipped: bool) -> str:
    """The same for the same data, code, address, filters and coding; another otherwise."""
    named = (
        request.ledger.version,
        digest_code(),
        request.name,
        request.filters.query(),
        str(zipped),
    )
    return f'"{hashlib.sha256(chr(0).join(named).encode()).hexdigest()[:32]}"'
