"""One page a figure: the claim, what it covers, its articles, rivals, parts, and its citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.arithmetic import checks_of
from analysis.parts import breakdowns_of
from analysis.provenance import Relay, trace
from analysis.rivals import rivals_of
from analysis.wording import safest_wording
from exports.citations import cite_figure, list_articles, write_bibtex, write_csl
from exports.site.linked import describe_claim
from exports.site.pages import Page
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.selection import humanise
from loaders.sentences import say, say_population, say_quantity, say_when


def make_figure_pages(ledger: Ledger, address: str) -> Iterator[Page]:
    """The pages of all figures."""
    for id, figure in ledger.figures.items():
        path = f"figures/{id}.html"
        values = {
            **_describe(ledger, figure),
            "wording": safest_wording(ledger, figure),
            "citation": cite_figure(ledger, figure, address + path if address else ""),
            **_bibliography(ledger, figure),
            "thing": describe_claim(ledger, figure),
        }
        yield Page(path, "figure.html", values)


def _describe(ledger: Ledger, figure: Figure) -> dict[str, Any]:
    quantity = say_quantity(ledger, figure)
    return {
        "title": quantity[:1].upper() + quantity[1:],
        "figure": figure,
        "kind": _kind(ledger, figure),
        "sentence": say(ledger, figure),
        "facts": {name: text for name, text in _facts(ledger, figure).items() if text},
        "provenance": trace(ledger, figure),
        "cite": _cite,
        "disputes": [
            (ledger.name_of(one.claimant), one.note, ledger.articles[one.article])
            for one in figure.disputed_by
        ],
        "related": list(_related(ledger, figure)),
        "breakdowns": breakdowns_of(ledger, figure),
        "rivals": rivals_of(ledger, figure),
        "checks": list(checks_of(ledger, figure)),
    }


def _kind(ledger: Ledger, figure: Figure) -> str:
    """Which page over time shows the figure."""
    stock = ledger.measures[figure.measure].stock
    return "level" if stock and figure.kind == "as_of" else figure.kind


def _facts(ledger: Ledger, figure: Figure) -> dict[str, str | None]:
    measure = ledger.measures[figure.measure]
    offence = ledger.offences[figure.offence] if figure.offence else None
    when = say_when(ledger, figure)
    return {
        "What is counted": f"{measure.label}. {measure.definition}",
        "Offence": f"{offence.label}. {offence.definition}" if offence else None,
        "For whom": say_population(ledger, figure),
        "When": when[:1].upper() + when[1:],
        "Stated as": f"{humanise(figure.bound)}: {figure.bound.definition}",
        "Counted how": f"{humanise(figure.basis)}: {figure.basis.definition}",
        "Status": f"{humanise(figure.status)}: {figure.status.definition}",
        "Note": figure.note,
    }


def _related(ledger: Ledger, figure: Figure) -> Iterator[tuple[str, Figure, str]]:
    """What it is, which figure, its sentence."""
    for word, id in (("Part of", figure.part_of), ("Corrects", figure.supersedes)):
        if id:
            other = ledger.figures[id]
            yield word, other, say(ledger, other)


def _cite(relay: Relay) -> str:
    """What follows the linked title (or outlet): date, language, place, the way it came."""
    article, citation = relay.article, relay.citation
    published = article.published.words() if article.published else "undated"
    outlet = article.outlet if article.title else None
    parts = [outlet, published, f"language {article.language}", citation.locator]
    if citation.via:
        parts.append(f"via {' and '.join(citation.via)}")
    if article.repost_of:
        parts.append(f"a repost of {article.repost_of}")
    return ", ".join(part for part in parts if part)


def _bibliography(ledger: Ledger, figure: Figure) -> dict[str, str]:
    items = list_articles(ledger, [citation.article for citation in figure.citations])
    return {"bibtex": write_bibtex(items).decode(), "csl": write_csl(items).decode()}
