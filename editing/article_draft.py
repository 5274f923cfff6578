"""A pasted article in; one block of YAML out: the article once, its citations, its new figures.

What the text does not say is written as `to-be-named`, which the loader refuses: a curator fills
it in, and nothing that nobody said gets into the file. Where several claims fit, none is cited; a
comment names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.plain import to_plain
from analysis.reading.article import Finding, Reading, Said
from editing.block import Edit
from editing.draft import add_relay, find_sister, make_article_key, make_figure_id
from editing.written_form import write_record
from loaders.ledger import Ledger
from loaders.records import Count
from loaders.rules.duplicates import find_article
from loaders.tracking import strip_tracking
from loaders.words import Bound

Fields = dict[str, Any]

OPEN = "to-be-named"
"""Stands where the text leaves a key open."""
OPEN_WORD = "to_be_named"
"""The same where keys are words."""
NOTE = "Drafted from the text: check every field."


@dataclass
class ArticleDraft:
    """What one article adds to the file."""

    article: str
    """Its key, an old or a new one."""
    fields: Fields
    """The article's fields; empty where the file has it."""
    citations: dict[str, Fields] = field(default_factory=dict)
    """Id of a claim of the file -> how the article printed it."""
    figures: list[Fields] = field(default_factory=list)
    undecided: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """A number of the text -> ids of the claims that it can be."""

    def edits(self, data: bytes) -> Iterator[Edit]:
        """What puts it into the file, given the file. Raises Refused, KeyError."""
        if self.fields:
            yield Edit("articles", write_record("articles", self.fields, self.article))
        for id, citation in self.citations.items():
            yield add_relay(data, id, citation)
        for figure in self.figures:
            yield Edit("figures", write_record("figures", figure))

    def text(self) -> str:
        """One block of YAML to read, correct and paste."""
        return "\n".join(_write(self)) + "\n"


def draft_article(
    ledger: Ledger, reading: Reading, text: str, url: str, outlet: str, date: str | None = None
) -> ArticleDraft:
    """The draft of what a reading found in a text."""
    address = strip_tracking(url)
    known = find_article(ledger, address)
    key = known or make_article_key(ledger, outlet, date)
    draft = ArticleDraft(key, {} if known else _make_article(ledger, text, address, outlet, date))
    for finding in reading.findings:
        _add(ledger, draft, text, finding, date)
    return draft


def _make_article(ledger: Ledger, text: str, url: str, outlet: str, date: str | None) -> Fields:
    sister = find_sister(ledger, url)
    language = sister.language if sister else guess_language(text)
    dated = {"published": date} if date else {}
    return {"outlet": outlet, **dated, "language": language, "url": url}


def guess_language(text: str) -> str:
    """`uk` where letters stand that only Ukrainian has, `ru` for other Cyrillic, else `en`."""
    letters = text.lower()
    if sum(map(letters.count, "іїєґ")) > sum(map(letters.count, "ыэёъ")):
        return "uk"
    return "ru" if re.search("[а-я]", letters) else "en"


def _add(
    ledger: Ledger, draft: ArticleDraft, text: str, finding: Finding, date: str | None
) -> None:
    citation: Fields = {"article": draft.article, **_locate(text, finding.start)}
    if len(finding.claims) > 1:
        draft.undecided[finding.text] = tuple(claim.figure.id for claim in finding.claims)
    elif finding.claims:
        (claim,) = finding.claims
        printed = {name: _spell(value) for name, value in claim.printed.items()}
        changed = {"printed": printed} if printed else {}
        cited = any(one.article == draft.article for one in claim.figure.citations)
        if not cited:
            draft.citations.setdefault(claim.figure.id, {**citation, **changed})
    elif finding.said:
        draft.figures.append(_make_figure(ledger, draft, finding, citation, date))


def _locate(text: str, start: int) -> Fields:
    """`paragraph 3`, counted by blank lines, or by lines where there are none."""
    separator = r"\n\s*\n" if re.search(r"\n[ \t]*\n", text.strip()) else r"\n"
    if not re.search(separator, text.strip()):
        return {}
    return {"locator": f"paragraph {len(re.findall(separator, text[:start].lstrip())) + 1}"}


def _spell(value: Any) -> Any:
    """A value as the file has it."""
    if value is None:
        return "none"
    if isinstance(value, Count):
        return {"low": value.low, "high": value.high} if value.is_range else value.low
    return to_plain(value)


def _make_figure(
    ledger: Ledger, draft: ArticleDraft, finding: Finding, citation: Fields, date: str | None
) -> Fields:
    """A figure with what the text says; the date is the article's where it names none."""
    said, number = finding.said, finding.number
    assert said is not None and number is not None
    figure: Fields = {
        "id": OPEN,
        "claimant": said.claimant or OPEN,
        "measure": said.measure or OPEN_WORD,
        **({"offence": said.offence or OPEN_WORD} if _is_legal(ledger, said) else {}),
        "unit": said.unit or OPEN,
        **({"category": said.category} if said.category else {}),
        "count": _spell(Count(number.low, number.high)),
        **({"bound": str(number.bound)} if number.bound != Bound.EXACT else {}),
        **_time(said, date),
        **({"per": str(number.per)} if number.per else {}),
        "basis": OPEN_WORD,
        "citations": [citation],
        "note": NOTE,
    }
    figure["id"] = _make_id(ledger, draft, figure)
    return figure


def _is_legal(ledger: Ledger, said: Said) -> bool:
    return bool(said.measure and ledger.measures[said.measure].legal)


def _time(said: Said, date: str | None) -> Fields:
    if said.window and not said.is_total:
        return {"during": str(said.window)}
    return {"as_of": str(said.window.end) if said.window else date or OPEN}


def _make_id(ledger: Ledger, draft: ArticleDraft, figure: Mapping[str, Any]) -> str:
    """An id that neither the file nor the draft has."""
    id, taken = make_figure_id(ledger, figure), {one["id"] for one in draft.figures}
    letters = ("", *(f"-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    return next((id + letter for letter in letters if id + letter not in taken), id)


def _write(draft: ArticleDraft) -> Iterator[str]:
    if draft.fields:
        yield "articles:"
        yield write_record("articles", draft.fields, draft.article)
    if draft.citations:
        yield "citations:  # each is a line below `citations` of its figure"
        for id, citation in draft.citations.items():
            (line,) = _write_citations([citation])
            yield f"  {id}:\n    {line.strip()}"
    if draft.figures:
        yield "figures:"
        yield from (write_record("figures", figure) for figure in draft.figures)
    for number, ids in draft.undecided.items():
        yield f"# {number}: {' or '.join(ids)}"


def _write_citations(citations: list[Fields]) -> list[str]:
    """The lines of citations in the one written form."""
    return write_record("figures", {"citations": citations}).split("\n")[1:]
