"""What a reader takes away from a chart: a link, a citation, a picture that carries its source."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import pandas as pd
import streamlit as st

from charts.look.caption import write_caption, write_title
from charts.look.drawing import Drawing
from charts.look.picture import CUT, draw_to_fit, frame_picture
from charts.look.style import ink_for
from exports.citations import Item, cite_view, list_articles, write_bibtex, write_csl
from exports.downloads import name_file
from exports.pictures import MEDIA_TYPES, find_formats, write_picture
from exports.tables import articles_of
from loaders.live import data_file
from loaders.selection import FILTERS, describe
from loaders.tracking import is_tracking
from pages.shared.embed import address_with
from pages.shared.markup import show_to_copy
from pages.shared.page import View
from pages.shared.question import count_questions, set_free
from pages.shared.text import plain
from versions.news import say_since

VERSION = "v"
Draw = Callable[..., Drawing | None]
"""Draws a chart in the ink it is given."""


def show_share(view: View, draw: Draw, rows: pd.DataFrame, key: str) -> None:
    """A button that opens link, citation and pictures of one chart."""
    with st.popover("Share or cite", key=f"{key}-share"):
        address = make_address(view)
        st.markdown("**Link** with every filter and the version of the data")
        show_to_copy(address)
        st.markdown("**Citation**")
        show_to_copy(cite_view(view.ledger, view.filters, len(view.rows), address))
        _offer_sources(view, rows, key)
        st.markdown("**Frame** for another site: this chart alone, with its caption and source")
        show_to_copy(_write_frame(address, key))
        st.markdown("**Picture** with title, source and version inside")
        _offer_pictures(view, draw, rows, key)


def _offer(
    label: str, write: Callable[[], bytes], file: str, key: str, media: str | None = None
) -> None:
    """A button for a file that is made when it is pressed."""
    st.download_button(label, write, file, media, key=key, on_click="ignore")


def show_since(view: View) -> None:
    """Whether a link was made for an older version, and what has changed since."""
    version = st.query_params.get(VERSION, "")
    if version and (said := say_since(data_file(), view.ledger, version)):
        st.info(plain(said))


def _write_frame(address: str, key: str) -> str:
    """A line of HTML that shows this chart alone (docs/operations.md: who may frame it)."""
    source = html.escape(f"{address}&embed=true&chart={quote(key)}")
    return f'<iframe src="{source}" width="100%" height="640" title="Reported figures"></iframe>'


def make_address(view: View) -> str:
    """The page's address with what is chosen and the data version, short enough to be typed."""
    switches = [
        (name, value)
        for name in st.query_params
        if name not in (*FILTERS, VERSION) and not is_tracking(name)
        for value in st.query_params.get_all(name)
    ]
    version = (VERSION, view.ledger.short_version)
    return address_with([*view.filters.parameters(), *switches, version])


def _offer_sources(view: View, rows: pd.DataFrame, key: str) -> None:
    def write(form: Callable[[list[Item]], bytes]) -> bytes:
        return form(list_articles(view.ledger, articles_of(view.ledger, rows)))

    forms = {"BibTeX": (write_bibtex, "articles.bib"), "CSL-JSON": (write_csl, "articles.json")}
    with st.container(horizontal=True):
        for label, (form, file) in forms.items():
            name = name_file(view.ledger, file)
            _offer(f"Articles as {label}", partial(write, form), name, f"{key}-{file}")


def _write_title(view: View, rows: pd.DataFrame) -> str:
    """What is drawn, and every filter that this does not say already."""
    is_one = len(count_questions(rows)) == 1
    unsaid = set_free(view.filters) if is_one else view.filters
    chosen = describe(unsaid, view.ledger)
    return f"{write_title(rows)}. Chosen: {chosen}" if chosen else write_title(rows)


def _offer_pictures(view: View, draw: Draw, rows: pd.DataFrame, key: str) -> None:
    ink = ink_for(st.context.theme.type)

    def write(ending: str) -> bytes:
        chart, is_cut = draw_to_fit(draw, ink)
        assert chart is not None, "it stands on the page"
        drawn = rows[rows["id"].isin(chart.ids)] if is_cut else rows
        caption = write_caption(drawn, view.ledger.edition, len(view.rows))
        notes = [caption, *[CUT] * is_cut, make_address(view)]
        return write_picture(frame_picture(chart, _write_title(view, drawn), notes, ink), ending)

    with st.container(horizontal=True):
        for ending in find_formats():
            name, media = name_file(view.ledger, f"{key}.{ending}"), MEDIA_TYPES[ending]
            _offer(ending.upper(), partial(write, ending), name, f"{key}-{ending}", media)
    if "png" not in find_formats():
        st.caption("No Chromium on the server: open the HTML, its camera button makes an SVG.")
