"""The data addresses: exact statuses, headers, sentences and bytes."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pandas as pd
import pytest

from exports.csv import read_csv, write_csv
from exports.downloads import DOWNLOADS
from loaders.ledger import Ledger
from loaders.selection import PARAMETERS, parse_filters, select
from loaders.table import COLUMNS
from server.addresses import KEPT, answer
from server.answers import Answer


def ask(ledger: Ledger | None, table: pd.DataFrame, path: str, *query, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer(ledger, table, path, query, named)


def problem(found: Answer) -> dict[str, Any]:
    assert found.headers["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = json.loads(found.body)
    assert said["status"] == found.status
    return said


def test_the_csv_address_answers_the_bytes_of_write_csv(ledger, table):
    query = [("measure", "help_requests"), ("claimant", "idite-lesom")]
    found = answer(ledger, table, "/data/figures.csv", query)
    assert found.status == 200
    assert found.body == write_csv(select(table, parse_filters(query, ledger)))
    assert set(read_csv(found.body)["claimant"]) == {"idite-lesom"}


def test_the_headers_name_the_version_and_let_other_sites_read(ledger, table):
    found = ask(ledger, table, "/data/figures.csv")
    tag = found.headers.pop("ETag")
    assert tag.startswith('"')
    name = f"desertion-figures-{ledger.short_version}.csv"
    assert found.headers == {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "Content-Disposition, Data-Version, ETag",
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(len(found.body)),
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Data-Version": ledger.short_version,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }


@pytest.mark.parametrize("name", ["", *DOWNLOADS, "figures/idite-lesom-2024-01.json"])
def test_every_address_answers_the_same_bytes_twice_and_304_to_its_own_tag(ledger, table, name):
    first = ask(ledger, table, f"/data/{name}")
    KEPT.clear()
    second = ask(ledger, table, f"/data/{name}")
    assert (first.status, first.body) == (200, second.body)
    again = ask(ledger, table, f"/data/{name}", if_none_match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Content-Type" not in again.headers


def test_the_tag_changes_with_filters_format_coding_and_data(ledger, table):
    answers = [
        ask(ledger, table, "/data/figures.csv"),
        ask(ledger, table, "/data/figures.csv", ("force", "russia")),
        ask(ledger, table, "/data/figures.json"),
        ask(ledger, table, "/data/figures.csv", accept_encoding="gzip"),
    ]
    assert len({found.headers["ETag"] for found in answers}) == 4


@pytest.mark.parametrize("condition", ["*", 'W/{tag}, "other"', '"other",{tag}'])
def test_if_none_match_is_read_as_the_standard_has_it(ledger, table, condition):
    tag = ask(ledger, table, "/data/figures.csv").headers["ETag"]
    named = condition.format(tag=tag)
    assert ask(ledger, table, "/data/figures.csv", if_none_match=named).status == 304


def test_another_tag_is_answered_in_full(ledger, table):
    assert ask(ledger, table, "/data/figures.csv", if_none_match='"other"').status == 200


@pytest.mark.parametrize(
    ("accepts", "zipped"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip;q=0.0", False),
        ("br", False),
        ("", False),
    ],
)
def test_gzip_is_sent_to_whom_it_is_welcome(ledger, table, accepts, zipped):
    found = ask(ledger, table, "/data/figures.csv", accept_encoding=accepts)
    assert (found.headers.get("Content-Encoding") == "gzip") is zipped
    body = gzip.decompress(found.body) if zipped else found.body
    assert body == ask(ledger, table, "/data/figures.csv").body
    assert found.headers["Content-Length"] == str(len(found.body))


def test_head_has_the_headers_of_get_and_no_body(ledger, table):
    head = answer(ledger, table, "/data/figures.csv", method="HEAD")
    get = answer(ledger, table, "/data/figures.csv")
    assert (head.status, head.headers, head.body) == (200, get.headers, b"")


def test_the_version_of_a_link_changes_nothing(ledger, table):
    old = ask(ledger, table, "/data/figures.csv", ("v", "0000000"))
    assert old == ask(ledger, table, "/data/figures.csv")


def test_json_nests_the_citations_and_keeps_every_column(ledger, table):
    read = json.loads(ask(ledger, table, "/data/figures.json", ("unit", "russia")).body)
    assert read["version"] == ledger.version
    assert read["filters"] == {"unit": ["russia"]}
    figure = next(one for one in read["figures"] if one["id"] == "idite-lesom-2024-01")
    assert list(figure) == [*COLUMNS, "citations", "asserts", "disputed_by"]
    assert (figure["count"], figure["window_start"], figure["place"]) == (284, "2024-01-01", None)
    (cited,) = [one for one in figure["citations"] if one["article"] == "dagens-2024-03-02"]
    assert (cited["article"], cited["via"]) == ("dagens-2024-03-02", ["SVT"])
    assert cited["printed"] == {"measure": "left_unit"}


def test_json_gives_the_same_table_back(ledger, table):
    records = json.loads(ask(ledger, table, "/data/figures.json").body)["figures"]
    dtypes = {name: column.dtype for name, column in COLUMNS.items()}
    read = pd.DataFrame(records)[list(COLUMNS)].astype(dtypes)
    pd.testing.assert_frame_equal(read, table)


def test_one_figure_has_an_address_of_its_own(ledger, table):
    found = ask(ledger, table, "/data/figures/idite-lesom-2024-01.json")
    (listed,) = (
        one
        for one in json.loads(ask(ledger, table, "/data/figures.json").body)["figures"]
        if one["id"] == "idite-lesom-2024-01"
    )
    assert json.loads(found.body)["figure"] == listed
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
        (
            "figures/idite-lesom-2024-O1.json",
            ("v", "1"),
            'unknown figure "idite-lesom-2024-O1"; did you mean "idite-lesom-2024-01"?',
        ),
        (
            "figures/idite-lesom-2024-01.json",
            ("force", "russia"),
            'one figure takes no filters; leave "force" out',
        ),
    ],
)
def test_what_is_unknown_is_answered_400_with_a_sentence(ledger, table, path, query, sentence):
    found = ask(ledger, table, f"/data/{path}", query, if_none_match="*")
    assert problem(found) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": sentence,
    }


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/data/figurs.csv", '; did you mean "/data/figures.csv"?'),
        ("/data/figures/", '; did you mean "/data/figures.csv"?'),
        ("/data/figures/.json", '; did you mean "/data/figures.json"?'),
        ("/../etc/passwd", ""),
        ("/other", ""),
    ],
)
def test_an_unknown_address_is_answered_404_with_a_sentence(ledger, table, path, hint):
    detail = problem(ask(ledger, table, path))["detail"]
    assert detail == f'there is no address "{path}"; /data/ lists those there are{hint}'


def test_without_data_the_answer_is_503_with_a_sentence():
    found = ask(None, pd.DataFrame(), "/data/figures.csv")
    assert problem(found)["detail"] == "there is no data to show yet; try again soon"
    assert found.status == 503
    assert "Data-Version" not in found.headers


def test_other_methods_are_answered_405(ledger, table):
    found = answer(ledger, table, "/data/figures.csv", method="POST")
    assert problem(found)["detail"] == "POST is not answered here; use GET"
    assert (found.status, found.headers["Allow"]) == (405, "GET, HEAD")


def test_the_address_without_its_slash_leads_to_the_page(ledger, table):
    found = ask(ledger, table, "/data")
    assert (found.status, found.headers["Location"], found.body) == (308, "data/", b"")


def test_the_page_lists_every_file_parameter_and_column_and_runs_nothing(ledger, table):
    found = ask(ledger, table, "/data/", ("measure", "left_unit"), ("words", "<b>&"))
    page = found.body.decode()
    for name in DOWNLOADS:
        assert f'href="{name}?measure=left_unit&amp;words=%3Cb%3E%26"' in page
    for name in (*PARAMETERS, *COLUMNS):
        assert f"<code>{name}</code>" in page
    assert "with the words “&lt;b&gt;&amp;”" in page
    assert "<script" not in page
    assert found.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'"
    )
