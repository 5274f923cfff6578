"""desertion links: which articles are still at their addresses, and kept copies of them."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from commands.asking import WAYBACK, Fate, Manners, ask_copies, ask_pages
from commands.command import FILE, argument, command, show_progress, switch
from commands.replies import Replies
from editing.block import Edit, apply, set_fields
from editing.disk import version_of
from editing.outline import read_outline
from editing.save import TERMINAL, list_difference, save
from loaders.files import file_name, read_file
from loaders.ledger import Ledger
from loaders.load import load, read_ledger
from loaders.records import Article
from loaders.source import decode
from loaders.values import Url

DAYS = 30
_ORDER = (Fate.GONE, Fate.MOVED, Fate.SILENT, Fate.BLOCKED)
"""What is told, the worst first; what is there needs no line."""
_KEPT_ON = re.compile(r"/web/(\d{8})")
_ADDRESS: TypeAdapter[str] = TypeAdapter(Url)


@command(
    "links",
    FILE,
    argument(
        "--days",
        type=int,
        default=DAYS,
        metavar="N",
        help=f"ask again what was answered N days ago or before; {DAYS} where nothing is said",
    ),
    argument("--archive", nargs="?", const=WAYBACK, metavar="SERVICE", help="look for copies too"),
    switch("--write", "put the copies that were found into the file"),
    argument("--pause", type=float, default=2.0, help="seconds between two questions to a site"),
    argument("--patience", type=float, default=20.0, help="seconds to wait for an answer"),
)
def links(options: Namespace) -> int:
    """Ask whether each article is still at its address; 1 where one is gone."""
    ledger = load(options.file)
    manners = Manners(options.pause, options.patience)
    pages = Replies(options.file, "page")
    _ask_pages(ledger, pages, manners, options.days)
    for line in _report(ledger, pages):
        print(line)
    if options.archive:
        copies = Replies(options.file, "copy")
        _ask_copies(ledger, copies, options.archive, manners, options.days)
        _offer(options.file, copies, options.write)
    return int(any(_fate(pages, one) == Fate.GONE for one in ledger.articles.values()))


def _ask_pages(ledger: Ledger, replies: Replies, manners: Manners, days: int) -> None:
    urls = dict.fromkeys(article.url for article in ledger.articles.values())
    asked = [url for url in urls if not replies.is_fresh(url, days)]
    with show_progress(lambda: f"{len(replies.asked)} of {len(asked)} addresses"):
        ask_pages(asked, manners, replies.add)


def _ask_copies(
    ledger: Ledger, replies: Replies, service: str, manners: Manners, days: int
) -> None:
    """For articles without a copy; near the day they were published, where that is known."""
    asked = {
        article.url: f"{article.published.first:%Y%m%d}" if article.published else ""
        for article in ledger.articles.values()
        if article.archived is None and not replies.is_fresh(article.url, days)
    }
    with show_progress(lambda: f"{len(replies.asked)} of {len(asked)} copies"):
        ask_copies(asked, service, manners, replies.add)


def _fate(replies: Replies, article: Article) -> Fate | None:
    reply = replies.find(article.url)
    return reply.fate if reply else None


def _report(ledger: Ledger, replies: Replies) -> Iterator[str]:
    """A line for each article that is not simply there, with its place; then how many of each."""
    fates = {key: _fate(replies, article) for key, article in ledger.articles.items()}
    for fate in _ORDER:
        for key in (key for key, found in fates.items() if found == fate):
            url = ledger.articles[key].url
            place = ledger.place("articles", key, "url")
            yield f"{place}: {key}: {replies.find(url)}: {url}"
    count = Counter(fates.values())
    said = [f"{count[fate]} {fate}" for fate in (Fate.THERE, *_ORDER) if count[fate]]
    left = [f"{count[None]} not asked yet, the next run goes on with them"] if count[None] else []
    yield f"{len(fates)} articles: {', '.join([*said, *left])}"


def _offer(path: str, replies: Replies, write: bool) -> None:
    """The copies as lines of the file as it is by now; saved where that is asked for."""
    data, name = read_file(path), file_name(path)
    edits = list(_add_copies(data, read_ledger(data, name), replies))
    if edits:
        now, after = (decode(one, name) for one in (data, apply(data, edits, name)))
        for line in list_difference(now, after, (name, "with copies"), context=1):
            print(line)
    found = f"{len(edits)} {'copy' if len(edits) == 1 else 'copies'} found"
    if edits and write:
        save(path, edits, version_of(data), TERMINAL)
        print(f"{path}: saved, {found}")
    else:
        print(f"{found}{'; --write puts them into the file' if edits else ''}")


def _add_copies(data: bytes, ledger: Ledger, replies: Replies) -> Iterator[Edit]:
    outline = read_outline(decode(data, ledger.name), ledger.name)
    for key, article in ledger.articles.items():
        reply = replies.find(article.url)
        if article.archived is None and reply and reply.to and _is_of(article, reply.to):
            yield set_fields(outline, "articles", key, {"archived": reply.to})


def _is_of(article: Article, copy: str) -> bool:
    """Whether an archive's answer is an address, of a copy not older than the article."""
    try:
        _ADDRESS.validate_python(copy)
    except ValidationError:
        return False
    kept = _KEPT_ON.search(copy)
    published = article.published
    return not kept or not published or kept[1] >= f"{published.first:%Y%m%d}"
