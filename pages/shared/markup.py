"""The one module that writes HTML: for what Markdown cannot say, with every value escaped.

A title needs its language, so that a voice reads it and a font sets it rightly. A table needs rows
that a keyboard, a phone, a sheet of paper and a browser's translator can take; the platform's own
is a canvas. HTML is swapped whole when it changes, so that nothing in it breaks when a translator
has put its own words between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from analysis.facts import Cited
from charts.look.style import DARK, FORCE_NAMES, LIGHT, Ink, ink_for

_INKS = ("ukraine", "russia", "muted", "grid", "paper")
"""Their names in page.css."""


class Html(str):
    """Text that is HTML already, because `tag` made it; any other text is escaped."""


def tag(name: str, *inside: str, **attributes: str) -> Html:
    """An element; `class_` names the attribute `class`, and an empty value leaves one out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{said}>{join(inside)}</{name}>")


def join(parts: Iterable[str]) -> Html:
    return Html("".join(part if isinstance(part, Html) else _escape(part) for part in parts))


def _escape(text: str) -> str:
    return escape(re.sub(r"\s+", " ", text))


def show_html(html: Html) -> None:
    st.html(html)


def show_style(filters: bool) -> None:
    """What page.css does not know: the inks of both themes, and whether a page has the filters.

    Streamlit makes the page itself light or dark, but not what opens over it.
    """
    inks = {
        name: f"light-dark({light},{dark})"
        for name, light, dark in zip(_INKS, _list_inks(LIGHT), _list_inks(DARK), strict=True)
    }
    values = {**inks, "drawer": "300px" if filters else "0px"}
    said = "".join(f"--{name}:{value};" for name, value in values.items())
    scheme = ink_for(st.context.theme.type).name
    st.html(f"<style>:root{{color-scheme:{scheme};{said}}}</style>")


def _list_inks(ink: Ink) -> tuple[str, ...]:
    return ink.force("ukraine"), ink.force("russia"), ink.muted, ink.grid, ink.paper


def show_key(forces: Sequence[str]) -> None:
    """What the colours of a chart mean: a square in the colour (page.css), and the force."""
    words = [tag("span", FORCE_NAMES[force], class_=force) for force in forces]
    if words:
        show_html(tag("p", *words, class_="key"))


def show_cited(articles: Sequence[Cited]) -> None:
    """The articles as a list, each title marked with its language."""
    show_html(tag("ul", *map(write_cited, articles)))


def write_cited(article: Cited) -> Html:
    """One item of the list."""
    changes = [
        tag("li", tag("strong", "Printed differently:"), f" {change}") for change in article.changes
    ]
    title = write_link(article.title, article.url, article.language)
    kept = [", ", write_link("kept copy", article.kept)] if article.kept else []
    nested = [tag("ul", *changes)] if changes else []
    return tag("li", title, f", {article.details}", *kept, *nested)


def write_link(label: str, url: str, language: str = "") -> Html:
    """A link; its address is http or https, as records have it, or it is no link at all."""
    if not url.startswith(("https://", "http://")):
        return tag("span", label, lang=language)
    return tag("a", label, href=url, target="_blank", lang=language)


def write_way(
    label: str, page: str, class_: str = "", /, **parameters: str | Sequence[str] | None
) -> Html:
    """A link to another page of the dashboard; a parameter that is None is left out.

    page.js follows it within the session, as one step of the browser's history.
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    query = urlencode(given, doseq=True)
    return tag("a", label, href=f"{page}?{query}", class_=class_)


def show_to_copy(text: str) -> None:
    """Text as it is, and a button that copies it (page.js).

    The platform's own brings 450 kB of script that colours code.
    """
    words = Html(escape(text))
    button = tag("button", "Copy", type="button")
    show_html(tag("div", tag("pre", words, tabindex="0"), button, class_="copy"))


def show_swatches(legend: Mapping[str, tuple[str, str]]) -> None:
    """Name of a pattern in the style -> the letter on it and its meaning, side by side."""
    items = (
        tag("li", tag("span", letter, class_=f"swatch {name}", aria_hidden="true"), f" {words}")
        for name, (letter, words) in legend.items()
    )
    show_html(tag("ul", *items, class_="legend"))
