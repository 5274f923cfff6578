"""What a link shows before it is opened: each page's own title, description and picture.

Streamlit serves one and the same HTML for every address, with its own name as the title and status
200 for pages that there are not. Its head is exchanged here; its scripts stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from analysis.facts import say_title
from exports.card import SIZE, write_card
from exports.citations import TITLE, UNVERIFIED
from exports.pictures import find_formats
from exports.site.linked import NAME, Thing, describe_claim, describe_dataset, write_sitemap
from exports.site.previews import CHARTS, draw_previews
from exports.templates import fill
from loaders.ledger import Ledger, once
from loaders.live import data_file, follow
from loaders.sentences import say, upper
from loaders.table import tabulate
from server.bodies import choose_coding, name_coding, pack
from server.first_view import NOTHING, PARTS, write_page

ICON = Path(__file__).parents[1] / "pages" / "static" / "favicon.png"


class About(NamedTuple):
    """What is said of a page."""

    title: str
    description: str


PAGES: Mapping[str, About] = {
    "": About(
        "Overview",
        "What was claimed about desertion in the Russia-Ukraine war, by whom, and where printed.",
    ),
    "over-time": About("Over time", "Claims by month and totals to date, side by side."),
    "by-unit": About("By unit", "Claims about armies, brigades and smaller units."),
    "by-source": About("By source", "Who claimed what, and which outlets printed it."),
    "all-figures": About("All figures", "Every claim in one table, to be filtered and taken away."),
    "check": About("Check", "Whether a number that an article prints is known here."),
    "data-quality": About(
        "Data quality",
        "For which months there are numbers, and which claims contradict each other.",
    ),
    "about": About("About", "What the figures mean, how they were collected, how to read them."),
    "edit": About("Edit", "Add or change a claim, on the curator's own machine."),
}
"""Address -> what is said of the page; pages/menu.py has the pages themselves."""
FIGURE = "figure"
MISSING = About("Page not found", "There is nothing at this address; the page offers the nearest.")
_TITLE = re.compile("<title>[^<]*</title>")


def send_page(request: Request) -> Response:
    """Streamlit's HTML with the head of a page, be there one or not."""
    page = request.path_params.get("page", "")
    ledger = follow(data_file()).current().ledger
    id = request.query_params.get("id", "") if page == FIGURE else ""
    about = _describe(ledger, page, id)
    status = HTTPStatus.OK if about else HTTPStatus.NOT_FOUND
    root = find_root(request, page)
    query = f"?{urlencode({'id': id})}" if id else ""
    head = fill(
        "head.html",
        site=NAME,
        about=about or MISSING,
        address=f"{root}{page}{query}",
        picture=f"{root}preview/{id or page or 'overview'}.png",
        size=SIZE,
        thing=_link(ledger, page, id, root) if ledger else None,
    )
    parts = PARTS.get(page, NOTHING)
    if request.query_params.get("embed") == "true":
        parts = parts._replace(filters=False)
    body = _TITLE.sub(lambda _: head, write_page(parts), count=1).encode()
    coding = choose_coding(request.headers.get("accept-encoding", ""))
    headers = {"Cache-Control": "no-cache", **name_coding(coding)}
    return Response(pack(body, coding), status, headers, "text/html")


def _describe(ledger: Ledger | None, page: str, id: str) -> About | None:
    """What is said of a page; nothing of a page or figure that there is not."""
    if page != FIGURE:
        return PAGES.get(page)
    if not id or ledger is None:
        return About("One figure", "One claim with its articles and its rivals.")
    figure = ledger.figures.get(id)
    return About(say_title(ledger, figure), say(ledger, figure)) if figure else None


def _link(ledger: Ledger, page: str, id: str, root: str) -> Thing | None:
    """What machines read on a page: the data on the first one, the claim on that of a figure."""
    if id in ledger.figures:
        return describe_claim(ledger, ledger.figures[id])
    return describe_dataset(ledger, root) if page == "" else None


def find_root(request: Request, name: str) -> str:
    """The full address below which everything lies, `name` too; the guard has checked the host."""
    host = request.headers.get("host", "localhost")
    return f"{request.url.scheme}://{host}{request.url.path.removesuffix(name).rstrip('/')}/"


def send_preview(request: Request) -> Response:
    """The picture of a page or a figure, for who shows a link to it: a chart, or a card."""
    ledger, name = follow(data_file()).current().ledger, request.path_params["name"]
    page = "" if name == "overview" else name
    about = PAGES.get(page) or (_describe(ledger, FIGURE, name) if ledger else None)
    if about is None:
        return PlainTextResponse("Not found\n", HTTPStatus.NOT_FOUND)
    chart = _find_chart(ledger, page) if ledger and page in CHARTS else None
    note = f"{UNVERIFIED} {upper(ledger.edition)}." if ledger else ""
    png = chart or _draw(about, note)
    return Response(png, media_type="image/png", headers={"Cache-Control": "no-cache"})


def _find_chart(ledger: Ledger, page: str) -> bytes | None:
    """The chart of a page that links to this data, if it is drawn: nobody waits for it."""
    if "png" not in find_formats():
        return None
    drawing = _drawing(ledger)
    return drawing.result().get(page) if drawing.done() and not drawing.exception() else None


_drawer = ThreadPoolExecutor(1, "previews")


@once
def _drawing(ledger: Ledger) -> Future[dict[str, bytes]]:
    """All of them, drawn once for each version of the data, when the first link is shown."""
    return _drawer.submit(lambda: draw_previews(ledger, tabulate(ledger)))


@lru_cache(maxsize=64)
def _draw(about: About, note: str) -> bytes:
    return write_card(TITLE, about.title, about.description, note)


def send_robots(request: Request) -> Response:
    """Everything may be read; where the list of it is."""
    root = find_root(request, "robots.txt")
    return PlainTextResponse(f"User-agent: *\nDisallow: /_stcore/\nSitemap: {root}sitemap.xml\n")


def send_sitemap(request: Request) -> Response:
    """All pages, and the page of every figure."""
    ledger = follow(data_file()).current().ledger
    root = find_root(request, "sitemap.xml")
    figures = ledger.figures if ledger else ()
    pages = [page for page in PAGES if page != "edit"]
    body = write_sitemap(root, [*pages, "data/", *(f"{FIGURE}?id={id}" for id in figures)])
    return Response(body, media_type="application/xml")


def send_icon(_: Request) -> Response:
    """The icon under the address that browsers and robots try unasked."""
    return FileResponse(ICON)
