"""A pasted article in; one block of YAML out: the article once, its citations, its new figures.

And back: the block as it was corrected, as edits of the file.

What the text does not say is written as `to-be-named`, which the loader refuses: a curator fills
it in, and nothing that nobody said gets into the file. Where several claims fit, none is cited; a
comment names them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.plain import to_plain
from editing.block import NEW, Edit, parts_of
from editing.draft import add_relay, find_sister, make_article_key, make_figure_id
from editing.outline import Outline, Part, shift
from editing.written_form import INDENT, write_record
from loaders.ledger import Ledger
from loaders.problems import Place, Problem, Refused, suggest
from loaders.reading import SECTIONS
from loaders.rules.duplicates import find_article
from loaders.source import Items, Map, Text, decode, entries
from loaders.tracking import strip_tracking
from loaders.values import Count
from loaders.words import Bound
from reading.article import Finding, Reading, Said

Fields = dict[str, Any]

OPEN = "to-be-named"
"""Stands where the text leaves a key open."""
OPEN_WORD = "to_be_named"
"""The same where keys are words."""
CITATIONS = "citations"
"""The part of a block that is no section of the file: what is added to its figures."""
ONE_CITATION = "expected one citation below the id, such as - {article: post-2024-05}"


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

    def text(self) -> str:
        """One block of YAML to read, correct and paste."""
        return "\n".join(_write(self)) + "\n"


@dataclass(frozen=True)
class PastedDraft:
    """The block of a draft again, as a curator corrected it; it may hold records of any section."""

    block: str

    @property
    def cited(self) -> tuple[str, ...]:
        """Ids of the figures of the file that are cited. Raises Refused."""
        root = self._outline().root
        return tuple(entries(root[CITATIONS])) if CITATIONS in root else ()

    def edits(self, data: bytes) -> list[Edit]:
        """What puts it into the file, given the file. Raises Refused, KeyError."""
        outline = self._outline()
        sections = {section.key: section for section in outline.sections()}
        known = [*(name for name in SECTIONS if name != "figures"), CITATIONS, "figures"]
        for name, section in sections.items():
            if name not in known:
                raise _refuse(section, f'unknown section "{name}"{suggest(name, known)}')
            if isinstance(section.node, Text):
                raise _refuse(section, f'expected records below "{name}:"')
        return [
            _cite(data, part) if name == CITATIONS else _add_record(outline, name, part)
            for name in known
            if name in sections
            for part in parts_of(outline, sections[name])
        ]

    def _outline(self) -> Outline:
        return Outline(decode(f"{self.block.rstrip()}\n".encode(), NEW), NEW)


def _refuse(part: Part, message: str) -> Refused:
    return Refused([Problem(Place(NEW, part.start + 1, 1), message)])


def _cite(data: bytes, part: Part) -> Edit:
    """The edit of one figure of the file."""
    node = part.node
    if not (isinstance(node, Items) and len(node) == 1 and isinstance(node[0], Map)):
        raise _refuse(part, ONE_CITATION)
    try:
        return add_relay(data, part.key, node[0])
    except KeyError:
        raise _refuse(part, f'unknown figure "{part.key}"') from None


def _add_record(outline: Outline, section: str, part: Part) -> Edit:
    """One new record, in the column of the written form."""
    lines = outline.lines[part.start : part.end]
    typed = len(lines[0]) - len(lines[0].lstrip(" "))
    return Edit(section, "\n".join(shift(lines, len(INDENT) - typed)))


def draft_article(
    ledger: Ledger, reading: Reading, text: str, url: str, outlet: str, date: str | None = None
) -> ArticleDraft:
    """The draft of what a reading found in a text."""
    address = strip_tracking(url)
    known = find_article(ledger, address)
    key = known or make_article_key(ledger, outlet, date)
    draft = ArticleDraft(key, {} if known else _make_article(ledger, text, address, outlet, date))
    breaks = _find_breaks(text)
    for finding in reading.findings:
        _add(ledger, draft, _locate(breaks, finding.start), finding, date)
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
    ledger: Ledger, draft: ArticleDraft, where: Fields, finding: Finding, date: str | None
) -> None:
    citation: Fields = {"article": draft.article, **where}
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


def _find_breaks(text: str) -> list[int]:
    """Where paragraphs end: at blank lines, or at every line where there are none."""
    body = text.rstrip()
    blank = list(re.finditer(r"\n\s*\n", body)) or list(re.finditer(r"\n", body))
    lead = len(text) - len(text.lstrip())
    return [one.start() for one in blank if one.start() >= lead]


def _locate(breaks: Sequence[int], start: int) -> Fields:
    """`paragraph 3`; of a text that is one paragraph nothing."""
    return {"locator": f"paragraph {bisect_left(breaks, start) + 1}"} if breaks else {}


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
    """An id that neither the file nor the draft has; what is open in it is refused in an id."""
    taken = {one["id"].replace(OPEN_WORD, OPEN) for one in draft.figures}
    return make_figure_id({*ledger.figures, *taken}, figure).replace(OPEN, OPEN_WORD)


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
        yield "figures:  # drafted from the text: check every field"
        yield from (write_record("figures", figure) for figure in draft.figures)
    for number, ids in draft.undecided.items():
        yield f"# {number}: {' or '.join(ids)}"


def _write_citations(citations: list[Fields]) -> list[str]:
    """The lines of citations in the one written form."""
    return write_record("figures", {"citations": citations}).split("\n")[1:]
