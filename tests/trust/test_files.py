"""The same texts in what is taken away: the page of the data, CSV, BibTeX, JSON, the site."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

import pandas as pd
import pytest
from pybtex.database import parse_string
from starlette.responses import Response

from exports.citations import list_articles, write_bibtex
from exports.csv import defuse, write_csv
from exports.edition import LICENCE
from exports.site.build import make_site
from loaders.ledger import Ledger
from loaders.live import Snapshot
from loaders.load import read_ledger
from loaders.table import COLUMNS, tabulate
from server.addresses import answer
from tests.exports.back import read_csv, restore
from tests.trust.outline import find_foreign, read_outline
from tests.trust.payloads import HARMLESS, JOINED, LAST, PAYLOADS, write_ledger


def ask(
    ledger: Ledger, table: pd.DataFrame, name: str, query: Iterable[tuple[str, str]] = ()
) -> Response:
    return answer(Snapshot(ledger, table, datetime.now(UTC)), name, query)


STARTS_A_FORMULA = re.compile(r"[\s\u3000]*[=+\-@＝＋－＠\t\r\n]")


@pytest.fixture(scope="module")
def table(ledger: Ledger) -> pd.DataFrame:
    return tabulate(ledger)


@pytest.fixture(scope="module")
def harmless() -> Ledger:
    return read_ledger(write_ledger(HARMLESS).encode())


def test_no_cell_of_the_csv_is_a_formula_and_all_text_comes_back(table: pd.DataFrame) -> None:
    data = write_csv(table)
    texts = [name for name, column in COLUMNS.items() if column.dtype == "str"]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    cells = [row[name] for row in rows for name in texts]
    assert [cell for cell in cells if STARTS_A_FORMULA.match(cell)] == []
    assert {"'=cmd|' /C calc'!A0", "'-1+1", "'＝1+1", "''an apostrophe first"} <= set(cells)
    pd.testing.assert_frame_equal(read_csv(data), table)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_defused_text_is_no_formula_and_is_given_back(text: str) -> None:
    assert not STARTS_A_FORMULA.match(defuse(text))
    assert restore(defuse(text)) == text


def test_in_bibtex_every_article_is_one_entry_whose_fields_read_as_typed(ledger: Ledger) -> None:
    written = write_bibtex(list_articles(ledger, ledger.articles)).decode()
    entries = parse_string(written, "bibtex").entries
    assert list(entries) == list(ledger.articles)
    for key, entry in entries.items():
        article = ledger.articles[key]
        assert read_tex(entry.fields["title"][1:-1]) == article.title
        assert read_tex(entry.fields["organization"]) == article.outlet
        assert entry.fields["url"] == article.url
        assert set(entry.fields) <= BIBTEX_FIELDS


BIBTEX_FIELDS = {"title", "organization", "langid", "note", "date", "url", "urldate"}
NAMED = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}"}
NAMED |= {"textasciitilde": "~", "textasciicircum": "^"}


def read_tex(field: str) -> str:
    """What TeX prints for text that uses no other commands than those for single characters."""
    return re.sub(r"\\(?:([a-z]+)\{\}|([#$%&_]))", lambda m: m[2] or NAMED[m[1]], field)


def test_the_page_of_the_data_has_no_element_more_than_without_payloads(
    ledger: Ledger, table: pd.DataFrame, harmless: Ledger
) -> None:
    page = ask(ledger, table, "", [("words", '"><script>window.pwned=1</script>')])
    assert page.status_code == 200
    plain = ask(harmless, tabulate(harmless), "", [("words", "text")])
    found = read_outline(bytes(page.body))
    assert found.elements == read_outline(bytes(plain.body)).elements
    assert find_foreign(found.addresses) == {LICENCE.address}
    assert [text for text in PAYLOADS if text not in found.text] == []


@pytest.mark.parametrize("text", PAYLOADS)
def test_what_an_address_of_the_data_names_wrongly_is_answered_as_json(
    ledger: Ledger, table: pd.DataFrame, text: str
) -> None:
    for path, query in (
        (text, []),
        (f"figures/{text}.json", []),
        ("figures.csv", [("claimant", text)]),
        ("figures.csv", [(text, "x")]),
    ):
        found = ask(ledger, table, path, query)
        assert found.status_code in (400, 404)
        assert found.headers["Content-Type"] == "application/problem+json"
        assert json.loads(bytes(found.body))["status"] == found.status_code


def test_the_files_of_the_data_hold_every_text_as_typed(
    ledger: Ledger, table: pd.DataFrame
) -> None:
    found = json.loads(bytes(ask(ledger, table, f"figures/one-{LAST}.json").body))
    assert json.dumps(found).count(json.dumps(PAYLOADS[0])[1:-1]) >= 5
    name = ask(ledger, table, "figures.csv").headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9.-]+"', name)


@pytest.mark.long
def test_no_page_of_the_site_has_an_element_more_than_without_payloads() -> None:
    pages, plain = (make_pages((text, "other")) for text in (JOINED, "text"))
    assert set(pages) == set(plain)
    for path, page in pages.items():
        found = read_outline(page)
        assert Counter(found.elements) == Counter(read_outline(plain[path]).elements), path
        assert find_foreign(found.addresses) == {LICENCE.address}, path
    about_all = read_outline(pages["figures/one-0.html"]).text
    assert [text for text in PAYLOADS if text not in about_all] == []


def make_pages(texts: tuple[str, ...]) -> dict[str, bytes]:
    """The pages of the site of a ledger with these texts in every field."""
    ledger = read_ledger(write_ledger(texts).encode())
    site = make_site(ledger, tabulate(ledger), "https://example.org/")
    return {path: body for path, body in site if path.endswith(".html")}
