"""The data addresses: exact statuses, headers, sentences and bytes."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from typing import Any

import brotli
import pandas as pd
import pytest
from starlette.datastructures import Headers
from starlette.responses import Response

from exports.csv import write_csv
from exports.downloads import DOWNLOADS
from exports.records import write_figure_json
from loaders.ledger import Ledger
from loaders.live import Snapshot
from loaders.load import read_ledger
from loaders.selection import FILTERS, parse_filters, select
from loaders.table import COLUMNS, tabulate
from server import addresses
from server.addresses import answer
from tests.exports.back import read_csv
from tests.loaders.small import small

LOADED = datetime(2026, 11, 28, 9, 30, 15, 500, UTC)


def ask(ledger: Ledger | None, table: pd.DataFrame, name: str, *query, **headers: str) -> Response:
    named = {header.replace("_", "-"): value for header, value in headers.items()}
    return answer(Snapshot(ledger, table, LOADED), name, query, Headers(named))


def problem(found: Response) -> dict[str, Any]:
    assert found.headers["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = json.loads(bytes(found.body))
    assert said["status"] == found.status_code
    return said


def forget(ledger: Ledger) -> None:
    ledger.found.clear()


def test_the_csv_address_answers_the_bytes_of_write_csv(ledger, table):
    query = [("measure", "help_requests"), ("claimant", "idite-lesom")]
    found = ask(ledger, table, "figures.csv", *query)
    assert found.status_code == 200
    assert found.body == write_csv(select(ledger, table, parse_filters(query, ledger)))
    assert set(read_csv(bytes(found.body))["claimant"]) == {"idite-lesom"}


def test_the_headers_name_the_version_and_its_time(ledger, table):
    found = ask(ledger, table, "figures.csv")
    headers = dict(found.headers)
    assert headers.pop("etag").startswith('"')
    name = f"desertion-figures-{ledger.short_version}.csv"
    assert headers == {
        "accept-ranges": "bytes",
        "cache-control": "no-cache",
        "content-disposition": f'attachment; filename="{name}"',
        "content-length": str(len(found.body)),
        "content-type": "text/csv; charset=utf-8; header=present",
        "data-version": ledger.short_version,
        "last-modified": "Sat, 28 Nov 2026 09:30:15 GMT",
        "vary": "Accept-Encoding",
    }


@pytest.mark.parametrize("name", ["", *DOWNLOADS, "figures/idite-lesom-2024-01.json"])
def test_every_address_answers_the_same_bytes_twice_and_304_to_its_own_tag(ledger, table, name):
    first = ask(ledger, table, name)
    forget(ledger)
    second = ask(ledger, table, name)
    assert (first.status_code, first.body) == (200, second.body)
    again = ask(ledger, table, name, if_none_match=first.headers["ETag"])
    assert (again.status_code, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Content-Type" not in again.headers


def test_the_tag_changes_with_filters_format_coding_and_data(ledger, table):
    answers = [
        ask(ledger, table, "figures.csv"),
        ask(ledger, table, "figures.csv", ("force", "russia")),
        ask(ledger, table, "figures.json"),
        ask(ledger, table, "figures.csv", accept_encoding="gzip"),
    ]
    assert len({found.headers["ETag"] for found in answers}) == 4


@pytest.mark.parametrize("condition", ["*", 'W/{tag}, "other"', '"other",{tag}'])
def test_if_none_match_is_read_as_the_standard_has_it(ledger, table, condition):
    tag = ask(ledger, table, "figures.csv").headers["ETag"]
    named = condition.format(tag=tag)
    assert ask(ledger, table, "figures.csv", if_none_match=named).status_code == 304


def test_another_tag_is_answered_in_full(ledger, table):
    assert ask(ledger, table, "figures.csv", if_none_match='"other"').status_code == 200


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("Sat, 28 Nov 2026 09:30:15 GMT", 304),
        ("Sun, 29 Nov 2026 00:00:00 GMT", 304),
        ("Sat, 28 Nov 2026 09:30:14 GMT", 200),
        ("yesterday", 200),
    ],
)
def test_if_modified_since_is_read_where_no_tag_is_named(ledger, table, moment, status):
    found = ask(ledger, table, "figures.csv", if_modified_since=moment)
    assert found.status_code == status
    both = {"if_modified_since": moment, "if_none_match": '"other"'}
    assert ask(ledger, table, "figures.csv", **both).status_code == 200


@pytest.mark.parametrize(
    ("accepts", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0, gzip", "gzip"),
        ("gzip;q=0", ""),
        ("gzip;q=0.0", ""),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_a_coding_is_used_where_it_is_welcome(ledger, table, accepts, coding):
    found = ask(ledger, table, "figures.csv", accept_encoding=accepts)
    assert found.headers.get("Content-Encoding", "") == coding
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, "": bytes}[coding]
    assert unpack(found.body) == ask(ledger, table, "figures.csv").body
    assert found.headers["Content-Length"] == str(len(found.body))


@pytest.mark.parametrize("name", ["figures.parquet", "package.zip"])
def test_what_is_compressed_already_comes_as_it_is(ledger, table, name):
    found = ask(ledger, table, name, accept_encoding="gzip, br")
    assert "Content-Encoding" not in found.headers


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=10-", slice(10, None)),
        ("bytes=-8", slice(-8, None)),
        ("bytes=5-5", slice(5, 6)),
        ("bytes=0-99999999999999999999999999", slice(0, None)),
        ("bytes=-99999999999999999999999999", slice(0, None)),
    ],
)
def test_a_part_is_answered_206(ledger, table, asked, part):
    whole = ask(ledger, table, "figures.parquet")
    found = ask(ledger, table, "figures.parquet", range=asked, accept_encoding="gzip, br")
    first, size = part.indices(len(whole.body))[0], len(whole.body)
    assert (found.status_code, found.body) == (206, whole.body[part])
    last = first + len(found.body) - 1
    assert found.headers["Content-Range"] == f"bytes {first}-{last}/{size}"
    assert found.headers["Content-Length"] == str(len(found.body))
    assert found.headers["ETag"] == whole.headers["ETag"]


def test_a_part_is_one_of_the_bytes_as_they_are(ledger, table):
    found = ask(ledger, table, "figures.csv", range="bytes=0-2", accept_encoding="gzip, br")
    assert (found.status_code, found.body) == (206, b"\xef\xbb\xbf")


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0", "bytes=9-3"])
def test_a_part_that_is_not_there_is_answered_416(ledger, table, asked):
    found = ask(ledger, table, "figures.csv", range=asked)
    size = len(ask(ledger, table, "figures.csv").body)
    assert (found.status_code, found.headers["Content-Range"]) == (416, f"bytes */{size}")


@pytest.mark.parametrize("asked", ["bytes=0-1,4-5", "lines=0-1", "bytes=", "bytes=a-b", "0-1"])
def test_what_is_no_single_part_is_answered_in_full(ledger, table, asked):
    assert ask(ledger, table, "figures.csv", range=asked).status_code == 200


def test_a_part_of_an_older_answer_is_not_sent(ledger, table):
    whole = ask(ledger, table, "figures.csv")
    for condition, status in (
        (whole.headers["ETag"], 206),
        (whole.headers["Last-Modified"], 206),
        ('"other"', 200),
        ("Fri, 27 Nov 2026 09:30:15 GMT", 200),
    ):
        found = ask(ledger, table, "figures.csv", range="bytes=0-9", if_range=condition)
        assert found.status_code == status


def test_what_was_written_lately_is_kept_but_never_more_than_allowed(ledger, table, monkeypatch):
    forget(ledger)
    first = ask(ledger, table, "figures.csv")
    assert ask(ledger, table, "figures.csv").body is first.body
    monkeypatch.setattr(addresses, "MOST_KEPT", len(first.body) + 10)
    ask(ledger, table, "figures.csv", ("force", "russia"))
    assert ask(ledger, table, "figures.csv").body is not first.body
    monkeypatch.setattr(addresses, "MOST_KEPT", 10)
    ask(ledger, table, "figures.csv")
    assert addresses._kept(ledger) == {}


def test_the_present_version_and_what_mail_adds_change_nothing(ledger, table):
    old = ask(ledger, table, "figures.csv", ("v", ledger.short_version), ("fbclid", "x"))
    new = ask(ledger, table, "figures.csv")
    assert (old.status_code, old.headers, old.body) == (200, new.headers, new.body)


def test_json_nests_the_citations_and_keeps_every_column(ledger, table):
    read = json.loads(bytes(ask(ledger, table, "figures.json", ("unit", "russia")).body))
    assert read["version"] == ledger.version
    assert read["filters"] == {"unit": ["russia"]}
    figure = next(one for one in read["figures"] if one["id"] == "idite-lesom-2024-01")
    assert list(figure) == [*COLUMNS, "citations", "asserts", "disputed_by"]
    assert (figure["count"], figure["window_start"], figure["place"]) == (284, "2024-01-01", None)
    (cited,) = [one for one in figure["citations"] if one["article"] == "dagens-2024-03-02"]
    assert (cited["article"], cited["via"]) == ("dagens-2024-03-02", ["SVT"])
    assert cited["printed"] == {"measure": "left_unit"}


def test_a_number_printed_instead_is_both_its_ends_in_json_as_a_range_is():
    ledger = read_ledger(small(("count: 20000", "count: {low: 5, high: 7}")).encode())
    found = [
        json.loads(write_figure_json(one, tabulate(one), "hur-russia-2024"))
        for one in (read_ledger(small().encode()), ledger)
    ]
    assert [one["figure"]["citations"][1]["printed"] for one in found] == [
        {"low": 20000, "high": 20000},
        {"low": 5, "high": 7},
    ]


def test_json_gives_the_same_table_back(ledger, table):
    records = json.loads(bytes(ask(ledger, table, "figures.json").body))["figures"]
    dtypes = {name: column.dtype for name, column in COLUMNS.items()}
    read = pd.DataFrame(records)[list(COLUMNS)].astype(dtypes)
    pd.testing.assert_frame_equal(read, table)


def test_one_figure_has_an_address_of_its_own(ledger, table):
    found = ask(ledger, table, "figures/idite-lesom-2024-01.json")
    (listed,) = (
        one
        for one in json.loads(bytes(ask(ledger, table, "figures.json").body))["figures"]
        if one["id"] == "idite-lesom-2024-01"
    )
    assert json.loads(bytes(found.body))["figure"] == listed
    assert found.headers["Content-Disposition"] == (
        f'inline; filename="desertion-idite-lesom-2024-01-{ledger.short_version}.json"'
    )


@pytest.mark.parametrize(
    ("path", "query", "sentence"),
    [
        ("figures.csv", ("measur", "x"), 'unknown parameter "measur"; did you mean "measure"?'),
        (
            "figures.json",
            ("measure", "help_request"),
            'unknown measure "help_request"; did you mean "help_requests"?',
        ),
        ("citations.csv", ("from", "2024-13"), 'from: there is no such date as "2024-13"'),
        ("", ("force", "mars"), 'unknown force "mars"'),
        ("figures.csv", ("words", "x" * 40_000), "words: at most 300 characters, found 40,000"),
        (
            "figures/idite-lesom-2024-01.json",
            ("force", "russia"),
            'one figure takes no filters; leave "force" out',
        ),
    ],
)
def test_what_is_unknown_is_answered_400_with_a_sentence(ledger, table, path, query, sentence):
    found = ask(ledger, table, path, query, if_none_match="*")
    assert problem(found) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": sentence,
    }


def test_an_unknown_figure_is_answered_404_with_a_sentence(ledger, table):
    found = ask(ledger, table, "figures/idite-lesom-2024-O1.json")
    sentence = 'there is no figure "idite-lesom-2024-O1"; did you mean "idite-lesom-2024-01"?'
    assert (found.status_code, problem(found)["detail"]) == (404, sentence)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("figurs.csv", '; did you mean "/data/figures.csv"?'),
        ("figures/", '; did you mean "/data/figures.db"?'),
        ("figures/.json", '; did you mean "/data/figures.json"?'),
        ("../../etc/passwd", ""),
    ],
)
def test_an_unknown_address_is_answered_404_with_a_sentence(ledger, table, path, hint):
    detail = problem(ask(ledger, table, path))["detail"]
    assert detail == f'there is no address "/data/{path}"; /data/ lists those there are{hint}'


def test_without_data_the_answer_is_503_with_a_sentence():
    found = ask(None, pd.DataFrame(), "figures.csv")
    assert problem(found)["detail"] == "there is no data to show yet; try again soon"
    assert found.status_code == 503
    assert "Data-Version" not in found.headers


def test_the_page_lists_every_file_parameter_and_column_and_runs_nothing(ledger, table):
    found = ask(ledger, table, "", ("measure", "left_unit"), ("words", "<b>&"))
    page = bytes(found.body).decode()
    for name in DOWNLOADS:
        assert f'href="{name}?measure=left_unit&amp;words=%3Cb%3E%26"' in page
    for name in (*FILTERS, *COLUMNS):
        assert f"<code>{name}</code>" in page
    assert "with the words “&lt;b&gt;&amp;”" in page
    assert "<script" not in page
    assert found.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'"
    )
