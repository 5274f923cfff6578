"""Citations: exact sentences and entries, nothing invented, nothing that TeX would run."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from exports.citations import (
    TITLE,
    cite_figure,
    cite_view,
    escape_bibtex,
    list_articles,
    list_data,
    write_bibtex,
    write_csl,
)
from exports.tables import articles_of
from loaders.load import read_ledger
from loaders.selection import Filters, select

FILE = """\
measures:
  left_unit: {label: Left their unit, counts: people, definition: Left.}
claimants:
  hur: {name: HUR, kind: state_body}
units:
  russia: {name: Russian forces}
  ukraine: {name: Ukrainian forces}
articles:
  full-2024:
    outlet: News & Views
    url: https://example.org/50%25_more?a=1&b=2#x
    language: en
    title: "100 % {left}: \\\\input{x} & $1_000 ~ ^"
    author: ["Nowak, Anna", "Kos Collective"]
    read: 2026-11-28
    published: 2024-03-02
    archived: https://archive.example/1
    repost_of: The Insider
  bare: {outlet: Діло, url: https://example.org/b, language: uk}
  month: {outlet: Monthly, url: https://example.org/c, language: en, published: 2024-03}
  unused: {outlet: Other, url: https://example.org/d, language: en, published: 2023}
figures:
  - id: hur-2024
    claimant: hur
    measure: left_unit
    unit: russia
    count: 18000
    bound: more_than
    as_of: 2024-02
    basis: intelligence
    citations:
      - article: full-2024
      - article: month
  - id: hur-2023
    claimant: hur
    measure: left_unit
    unit: russia
    count: 10
    during: 2023
    basis: intelligence
    citations:
      - article: bare
"""


@pytest.fixture(scope="module")
def small():
    return read_ledger(FILE.encode())


def test_an_article_becomes_an_item_with_what_is_known(small):
    full, bare, month = list_articles(small, ["full-2024", "bare", "month"])
    assert full == {
        "id": "full-2024",
        "type": "webpage",
        "title": "100 % {left}: \\input{x} & $1_000 ~ ^",
        "author": [{"family": "Nowak", "given": "Anna"}, {"literal": "Kos Collective"}],
        "container-title": "News & Views",
        "issued": {"date-parts": [[2024, 3, 2]]},
        "accessed": {"date-parts": [[2026, 11, 28]]},
        "language": "en",
        "URL": "https://example.org/50%25_more?a=1&b=2#x",
        "note": ("Republishes an article of The Insider. Archived copy: https://archive.example/1"),
    }
    assert bare == {
        "id": "bare",
        "type": "webpage",
        "container-title": "Діло",
        "language": "uk",
        "URL": "https://example.org/b",
    }
    assert month["issued"] == {"date-parts": [[2024, 3]]}


def test_bibtex_escapes_text_and_leaves_out_what_is_unknown(small):
    assert write_bibtex(list_articles(small, ["full-2024", "bare", "month"])).decode() == (
        "@online{full-2024,\n"
        "  author = {Nowak, Anna and {Kos Collective}},\n"
        r"  title = {{100 \% \textbraceleft{}left\textbraceright{}: "
        r"\textbackslash{}input\textbraceleft{}x\textbraceright{} \& \$1\_000 "
        "\\textasciitilde{} \\textasciicircum{}}},\n"
        "  organization = {News \\& Views},\n"
        "  note = {Republishes an article of The Insider. "
        "Archived copy: https://archive.example/1},\n"
        "  langid = {english},\n"
        "  url = {https://example.org/50%25_more?a=1&b=2#x},\n"
        "  date = {2024-03-02},\n"
        "  urldate = {2026-11-28},\n"
        "}\n"
        "\n"
        "@online{bare,\n"
        "  organization = {Діло},\n"
        "  langid = {ukrainian},\n"
        "  url = {https://example.org/b},\n"
        "}\n"
        "\n"
        "@online{month,\n"
        "  organization = {Monthly},\n"
        "  langid = {english},\n"
        "  url = {https://example.org/c},\n"
        "  date = {2024-03},\n"
        "}\n"
    )


def test_the_claim_is_cited_with_its_first_article_and_its_version(small):
    assert cite_figure(small, small.figures["hur-2024"], "https://example.org/f") == (
        "HUR reported more than 18,000 people (left their unit) for Russian forces up to "
        "February 2024, start of the count not stated. Printed in: News & Views, "
        "“100 % {left}: \\input{x} & $1_000 ~ ^”, 2 March 2024, "
        "https://example.org/50%25_more?a=1&b=2#x and 1 more. "
        "Reported desertion figures of the Russia-Ukraine war: hur-2024, data version "
        f"{small.short_version}, https://example.org/f. Reported, not independently verified."
    )
    assert "Printed in: Діло, https://example.org/b. " in cite_figure(
        small, small.figures["hur-2023"]
    )


def test_a_view_is_cited_with_its_filters_and_its_version(small):
    assert cite_view(small, Filters(measure=("left_unit",)), 1) == (
        "Reported desertion figures of the Russia-Ukraine war: 1 of 2 figures (Left their unit), "
        f"data version {small.short_version}. Reported, not independently verified."
    )
    assert ": 2 of 2 figures, data" in cite_view(small, Filters(), 2)


def test_the_data_is_an_item_of_its_own(small):
    assert list_data(small, TITLE, address="https://example.org/") == {
        "id": f"desertion-figures-{small.short_version}",
        "type": "dataset",
        "title": TITLE,
        "author": [{"literal": "The maintainers of Desertion statistics"}],
        "version": small.short_version,
        "URL": "https://example.org/",
        "note": "Reported, not independently verified.",
    }
    one = list_data(small, "A claim.", id="hur-2024")
    assert (one["id"], one["container-title"]) == (f"hur-2024-{small.short_version}", TITLE)


def test_the_data_is_cited_with_the_year_of_its_version(small):
    dated = list_data(replace(small, dated=date(2026, 11, 28)), TITLE)
    assert dated["issued"] == {"date-parts": [[2026, 11, 28]]}
    assert write_bibtex([dated]).decode() == (
        f"@dataset{{desertion-figures-{small.short_version},\n"
        "  author = {{The maintainers of Desertion statistics}},\n"
        f"  title = {{{{{TITLE}}}}},\n"
        f"  version = {{{small.short_version}}},\n"
        "  note = {Reported, not independently verified.},\n"
        "  date = {2026-11-28},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Марченко, Анна", "{Марченко, Анна}"),
        ("Ministry of Defence", "{{Ministry of Defence}}"),
        ("Kos Collective", "{{Kos Collective}}"),
        ("Staff and Agencies", "{{Staff and Agencies}}"),
    ],
)
def test_persons_are_persons_and_bodies_bodies(author, written):
    text = FILE.replace('["Nowak, Anna", "Kos Collective"]', f'["{author}"]')
    ledger = read_ledger(text.encode())
    (item,) = list_articles(ledger, ["full-2024"])
    assert f"  author = {written},\n" in write_bibtex([item]).decode()


_COMMANDS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


@given(st.text("ab \\{}~^#$%&_\"'@,"))
def test_escaped_text_reads_back_and_its_braces_pair(text: str):
    written = escape_bibtex(f"x{text}x")
    words = re.sub(r"\\(text\w+)\{\}", lambda found: f"\\{_COMMANDS[found[1]]}", written)
    assert written.count("{") == written.count("}")
    assert re.sub(r"\\(.)", r"\1", words) == re.sub(r"\s+", " ", f"x{text}x")


def test_every_real_article_reads_back_from_bibtex(ledger):
    read = parse_string(write_bibtex(list_articles(ledger, ledger.articles)).decode(), "bibtex")
    assert list(read.entries) == list(ledger.articles)
    for key, article in ledger.articles.items():
        fields = read.entries[key].fields
        assert fields["url"] == article.url
        assert fields.get("date") == (str(article.published) if article.published else None)
        assert fields.get("title") == (
            f"{{{escape_bibtex(article.title)}}}" if article.title else None
        )
        assert len(read.entries[key].persons.get("author", [])) == len(article.author)


def test_csl_json_holds_every_article_once(ledger):
    items = json.loads(write_csl(list_articles(ledger, ledger.articles)))
    assert [item["id"] for item in items] == list(ledger.articles)


def test_a_bibliography_holds_exactly_the_articles_of_the_rows(ledger, table):
    rows = select(ledger, table, Filters(claimant=("idite-lesom",)))
    expected = {
        one.article
        for id in rows["id"]
        for figure in [ledger.figures[id]]
        for one in (*figure.citations, *figure.asserts, *figure.disputed_by)
    }
    found = articles_of(ledger, rows)
    assert set(found) == expected
    assert found == [key for key in ledger.articles if key in expected]
