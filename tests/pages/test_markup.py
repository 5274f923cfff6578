"""HTML is written in one module, and nothing in a value is markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from analysis.facts import Cited
from pages.shared.markup import join, tag, write_cited, write_link, write_way
from tests.pages.conftest import Open

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</a></li></ul><style>*{display:none}</style>",
    "&lt;b&gt; &#60;i&#62;",
    "{{7*7}} $x^2$ **bold** [a](javascript:alert(1))",
    "a\u2028b\x00c",
)


class Tags(HTMLParser):
    """The elements, their attributes and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [name for name, _ in attrs]))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_value_adds_an_element_or_an_attribute(payload: str) -> None:
    url = f"https://example.org/{payload}"
    html = write_cited(Cited(payload, url, payload, payload, (payload,), url))
    link = ("a", ["href", "target", "lang"])
    kept = ("a", ["href", "target"])
    shape = [("li", []), link, kept, ("ul", []), ("li", []), ("strong", [])]
    assert Tags(html).found == shape
    assert " ".join(payload.split()) in Tags(html).text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://a", ""])
def test_an_address_that_is_none_is_no_link(url: str) -> None:
    assert write_link("Title", url, "uk") == '<span lang="uk">Title</span>'


def test_a_title_is_marked_with_its_language_and_its_numbers_are_grouped() -> None:
    html = write_link("Понад 18,000 військових", "https://example.org/?a=1&b=2", "uk")
    assert html == (
        '<a href="https://example.org/?a=1&amp;b=2" target="_blank" lang="uk">'
        "Понад 18,000 військових</a>"
    )


def test_the_page_of_a_figure_lists_its_articles_with_their_languages(open_page: Open) -> None:
    app = open_page("figure", id="hur-southern-military-district-2024-04")
    (articles,) = [one.proto.body for one in app.get("html") if "<li>" in one.proto.body]
    assert articles.count('lang="en"') == 3
    assert "Printed differently:" in articles


@pytest.mark.parametrize("payload", PAYLOADS)
def test_only_what_a_tag_made_is_html(payload: str) -> None:
    html = tag("p", payload, tag("b", payload), join([payload]), class_=payload, lang="")
    assert Tags(html).found == [("p", ["class"]), ("b", [])]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_way_to_a_page_stays_in_the_dashboard_whatever_it_asks_for(payload: str) -> None:
    html = write_way(payload, "figure", id=payload, offence=None)
    assert Tags(html).found == [("a", ["href"])]
    assert html.startswith('<a href="figure?id=')
    assert "offence" not in html
