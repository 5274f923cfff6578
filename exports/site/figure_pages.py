"""One page a figure: the claim, what it covers, its articles, rivals, parts, and its citation."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.adding.parts import breakdowns_of
from analysis.arithmetic import checks_of
from analysis.facts import list_cited, list_facts, say_status, say_title
from analysis.provenance import trace
from analysis.rivals import rivals_of
from analysis.wording import safest_wording
from exports.citations import UNVERIFIED, cite_figure, list_articles, write_bibtex, write_csl
from exports.site.linked import describe_claim
from exports.site.pages import Page
from loaders.ledger import Ledger
from loaders.sentences import say


def make_figure_pages(ledger: Ledger, address: str) -> Iterator[Page]:
    """The pages of all figures."""
    for id, figure in ledger.figures.items():
        path, heading = f"figures/{id}.html", say_title(ledger, figure)
        items = list_articles(ledger, [citation.article for citation in figure.citations])
        values = {
            "figure": figure,
            "heading": heading,
            "status": say_status(figure),
            "facts": list_facts(ledger, figure),
            "provenance": trace(ledger, figure),
            "articles": list_cited(ledger, figure),
            "breakdowns": breakdowns_of(ledger, figure),
            "rivals": rivals_of(ledger, figure),
            "checks": list(checks_of(ledger, figure)),
            "wording": safest_wording(ledger, figure),
            "citation": cite_figure(ledger, figure, address + path if address else ""),
            "bibtex": write_bibtex(items).decode(),
            "csl": write_csl(items).decode(),
            "thing": describe_claim(ledger, figure),
        }
        said = f"{say(ledger, figure)} {UNVERIFIED}"
        yield Page(path, "figure.html", f"{heading}, {id}", said, values)
