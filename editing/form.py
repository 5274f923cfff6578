"""What is asked of whoever adds to the file: of a claim, of the article that printed it.

A page asks all of it at once and again at each run, a terminal line after line. Both are a `Form`
and are given the same questions, which are the fields of the records. An answer goes on as it was
typed: the loader says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from editing.draft import Draft, Fields, find_sister, make_article_key, make_figure_id
from loaders.ledger import Ledger, once
from loaders.records import Article, Citation, Claimant, Figure, Printed, Record, Unit
from loaders.rules.duplicates import find_article
from loaders.sentences import say
from loaders.tracking import strip_tracking
from loaders.values import OMITTED
from loaders.words import Basis, Bound, Kind, Per, Side, Status, Word, humanise

Options = dict[str, str]
"""What can be chosen -> its words."""

NEW = "+"
"""The choice of a record that is not in the file yet."""
TIMES = {"during": "Counted within a window", "as_of": "A total or level up to a date"}
_GROUPED = re.compile(r"(?<!\d)\d+(?:[,\u202f\u00a0 ]\d{3})+(?!\d)")


@dataclass(frozen=True)
class Question:
    """One thing that is asked."""

    name: str
    """Of its kind in a form: `unit-parent-name`."""
    label: str
    help: str = ""
    options: Options | None = None
    default: str = ""
    """What no answer means."""
    many: bool = False
    """Whether several options can be chosen."""
    record: type[Record] | None = None
    field: str = ""
    """The field of the record that the answer is for."""

    @property
    def hint(self) -> str:
        """How an answer is written."""
        return "" if self.record is Printed else _HINTS.get(self.field, "")

    @property
    def is_needed(self) -> bool:
        """Whether the file would not load without an answer."""
        if self.record is None:
            return False
        required = self.record.model_fields[self.field].is_required()
        return required or self.record is Printed or self.field in _NEEDED

    @property
    def is_free(self) -> bool:
        """Whether any other text is an answer too."""
        return (self.record, self.field) == (Printed, "claimant")


class Form(Protocol):
    """Somebody to ask."""

    @property
    def ledger(self) -> Ledger:
        """What there is to choose from."""

    def put(self, question: Question) -> Any:
        """What was typed or chosen, a list of several; empty where nothing was."""

    def tell(self, sentence: str) -> None:
        """Say something between two questions."""

    def group(self, title: str = "") -> AbstractContextManager[Any]:
        """Around questions that belong together; with a title they are seldom needed."""


def ask_fields(form: Form, record: type[Record], names: Iterable[str], at: str = "") -> Fields:
    """What was typed or chosen for these fields; an empty one is left out."""
    found = {name: ask_field(form, record, name, at) for name in names}
    return {name: value for name, value in found.items() if value}


def ask_field(form: Form, record: type[Record], name: str, at: str = "", default: str = "") -> Any:
    """One field, as the file has its value."""
    label = _LABELS.get(name) or humanise(name)
    help = record.model_fields[name].description or ""
    options = _offer(form.ledger, record, name)
    question = Question(at + name, label, help, options, default, record=record, field=name)
    return read_answer(name, form.put(question))


def read_answer(name: str, text: str) -> Any:
    """A count or a list as the file has it, other text as typed."""
    if name in _LISTS:
        return [part for word in text.split(";") if (part := word.strip())]
    return read_count(text) if name == "count" else text


def read_count(text: str) -> str | Options:
    """`60-90` is a range, `18000` a number; and so they are as screens show them, `161,461`."""
    bare = _GROUPED.sub(lambda number: "".join(filter(str.isdigit, number[0])), text)
    low, dash, high = bare.partition("-")
    return {"low": low.strip(), "high": high.strip()} if dash else low


def ask_figure(form: Form, draft: Draft) -> Fields:
    """What a claim says; what it needs that is not in the file goes to the draft."""
    figure = _ask_claimant(form, draft) | ask_fields(form, Figure, ("measure",))
    measure = form.ledger.measures.get(figure.get("measure", ""))
    if measure and measure.legal:
        figure |= ask_fields(form, Figure, ("offence",))
    figure |= _ask_unit(form, draft, Figure, "unit")
    figure |= ask_fields(form, Figure, ("category", "place", "count", "bound"))
    time = form.put(Question("time", "Time", options=TIMES, default="during"))
    names = ("during", "per") if time == "during" else ("as_of", "since")
    return figure | ask_fields(form, Figure, (*names, "basis"))


def add_rest(form: Form, figure: Fields) -> None:
    """What few claims have, and the id, which is made of claimant, scope and period."""
    when = figure.get("during") or figure.get("as_of")
    is_enough = when and {"claimant", "measure", "unit"} <= set(figure)
    made = make_figure_id(form.ledger.figures, figure) if is_enough else ""
    with form.group("Part of, corrects, status, note, id"):
        figure |= ask_fields(form, Figure, ("part_of", "supersedes", "status", "note"))
        if id := ask_field(form, Figure, "id", default=made):
            figure["id"] = id
    for name, usual in (("bound", Bound.EXACT), ("status", Status.CURRENT)):
        if figure.get(name) == usual:
            del figure[name]


def _ask_claimant(form: Form, draft: Draft) -> Fields:
    """The field of a claimant; of one that is not in the file, its fields go to the draft."""
    chosen = ask_field(form, Figure, "claimant")
    if chosen != NEW:
        return {"claimant": chosen} if chosen else {}
    with form.group():
        typed = ask_fields(form, Claimant, ("name", "kind", "side", "aliases"), at="claimant-")
    return {"claimant": draft.add(form.ledger, "claimants", typed)}


def _ask_unit(form: Form, draft: Draft, record: type[Record], name: str, at: str = "") -> Fields:
    """The field of a unit; of a new one its parent is asked for, which may be new too."""
    chosen = ask_field(form, record, name, at)
    if chosen != NEW:
        return {name: chosen} if chosen else {}
    at = f"{at}{name}-"
    with form.group():
        typed = ask_fields(form, Unit, ("name",), at)
        typed |= _ask_unit(form, draft, Unit, "parent", at)
        typed |= ask_fields(form, Unit, ("echelon", "aliases"), at)
    return {name: draft.add(form.ledger, "units", typed)}


def ask_article(form: Form, draft: Draft) -> None:
    """The key of the article; the fields of one that is not in the file go to the draft."""
    chosen = ask_field(form, Citation, "article", default=NEW)
    if chosen != NEW:
        draft.article = chosen
        return
    url = strip_tracking(ask_field(form, Article, "url"))
    if known := find_article(form.ledger, url) if url else None:
        form.tell(f"This article is in the file: {known}")
        draft.article = known
        return
    sister = find_sister(form.ledger, url) if url else None
    usual = {"outlet": sister.outlet, "language": sister.language} if sister else {}
    names = ("title", "outlet", "author", "published", "language", "archived", "repost_of")
    found = {name: ask_field(form, Article, name, default=usual.get(name, "")) for name in names}
    fields = {name: value for name, value in {**found, "url": url}.items() if value}
    if fields:
        outlet, published = fields.get("outlet", "article"), fields.get("published")
        draft.article = make_article_key(form.ledger, outlet, published)
        draft.articles[draft.article] = fields


def ask_where(form: Form) -> Fields:
    """Where in the article a claim stands, and whom it names in between."""
    return ask_fields(form, Citation, ("locator", "via"))


def ask_printed(form: Form) -> Fields:
    """What the article prints otherwise than its claimant said."""
    help = "Only where a fair reader would come away with something else than the claim."
    options = {name: humanise(name) for name in Printed.model_fields}
    names = form.put(Question("printed", "Printed differently", help, options, many=True))
    printed = ask_fields(form, Printed, names, at="printed-")
    return {"printed": printed} if printed else {}


def _offer(ledger: Ledger, record: type[Record], name: str) -> Options | None:
    """What a field is chosen from; None where it is typed."""
    if name not in _CHOICES:
        return None
    known = _CHOICES[name](ledger)
    if record is Printed:
        left_out = {OMITTED: "None: the article left it out"}
        return left_out | known if name in _MAY_BE_LEFT_OUT else known
    return {NEW: _MAY_BE_NEW[name]} | known if name in _MAY_BE_NEW else known


def _list_words(kind: type[Word]) -> Callable[[Ledger], Options]:
    options = {str(word): f"{humanise(word)}: {word.definition}" for word in kind}
    return lambda _: options


def _list_units(ledger: Ledger) -> Options:
    deep = {key: "\u2003" * (len(ledger.path(key)) - 1) for key in ledger.tree}
    return {key: deep[key] + ledger.units[key].name for key in ledger.tree}


def _name_article(article: Article) -> str:
    published = article.published.words() if article.published else "undated"
    return f"{article.outlet}, {published}: {article.title or article.url}"


@once
def list_figures(ledger: Ledger) -> Options:
    """Every figure by its sentence."""
    return {id: say(ledger, figure) for id, figure in ledger.figures.items()}


_LABELS = {"url": "Address", "as_of": "Up to", "per": "A rate per"}
_HINTS = {
    "count": "Count: plain digits such as 18000, or a range such as 60-90.",
    "during": "The time of the count, not of the article: 2024-01, or 2024-01-01/2024-04-12.",
    "as_of": "The time of the count, not of the article: 2024-04-29, or 2024-04.",
    "via": "Via: names between the claimant and the article, in order, with ; between them.",
}
_LISTS = ("via", "aliases")
_NEEDED = ("offence", "parent", "during", "as_of")
"""Not by their records, but wherever they are asked for."""
_MAY_BE_LEFT_OUT = ("offence", "per")
"""Of what an article printed; the other fields that it may leave out are typed."""
_MAY_BE_NEW = {
    "article": "Not in the file yet: add it here",
    "claimant": "Not in the file yet: add a claimant",
    "unit": "Not in the file yet: add a unit",
    "parent": "Not in the file yet: add a unit",
}
_CHOICES: dict[str, Callable[[Ledger], Options]] = {
    "article": lambda ledger: {key: _name_article(one) for key, one in ledger.articles.items()},
    "claimant": lambda ledger: {key: one.name for key, one in ledger.claimants.items()},
    "measure": lambda ledger: {key: one.label for key, one in ledger.measures.items()},
    "offence": lambda ledger: {key: one.label for key, one in ledger.offences.items()},
    "unit": _list_units,
    "parent": _list_units,
    "part_of": list_figures,
    "supersedes": list_figures,
    "bound": _list_words(Bound),
    "per": _list_words(Per),
    "basis": _list_words(Basis),
    "status": _list_words(Status),
    "kind": _list_words(Kind),
    "side": _list_words(Side),
}
