"""What spans several fields or records: references, windows, offences, what a relay printed.

Each rule takes the ledger and yields problems. Records that could not be read are left out;
their keys still count as known, so that one fault is not reported twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from loaders.ledger import FORCES, Ledger, label_of
from loaders.problems import RULES, Problem, Severity, suggest
from loaders.records import Figure
from loaders.source import Items, Map, Node, Text
from loaders.words import Basis, Bound

_KEY = re.compile(r"[a-z0-9_-]+", re.ASCII)

Path = tuple[str | int, ...]
Reference = tuple[str, str, Path, str, str]
"""Section and key of the record that refers, path of the field, section referred to, key."""


MAX_SUGGESTIONS = 50
"""Looking for the nearest of many keys is slow; a whole section renamed needs no more hints."""


def check(ledger: Ledger) -> Iterator[Problem]:
    """Every problem that the rules find, in no order."""
    for rule in CHECKS:
        yield from rule(ledger)


def find_unknown_references(ledger: Ledger) -> Iterator[Problem]:
    suggestions = MAX_SUGGESTIONS
    for section, key, path, target, word in _references(ledger):
        known = ledger.known(target)
        if word not in known:
            kind = target.removesuffix("s")
            hint = suggest(word, known) if suggestions > 0 else ""
            suggestions -= 1
            yield _problem(ledger, section, key, path, f'unknown {kind} "{word}"{hint}')


_SCOPE = {"claimant": "claimants", "measure": "measures", "offence": "offences", "unit": "units"}
_REFERENCES: dict[str, dict[str, str]] = {
    "units": {"parent": "units"},
    "figures": {
        **_SCOPE,
        "part_of": "figures",
        "supersedes": "figures",
        "citations/*/article": "articles",
        "citations/*/printed/measure": "measures",
        "citations/*/printed/offence": "offences",
        "citations/*/printed/unit": "units",
        "asserts/*/of": "figures",
        "asserts/*/article": "articles",
        "disputed_by/*/article": "articles",
    },
    "gaps": {**_SCOPE, "article": "articles"},
    "events": {"article": "articles"},
}
"""Section -> fields of its entries (`*` for each of a list) -> the section they name a key of."""


def _references(ledger: Ledger) -> Iterator[Reference]:
    """Everything in the file that names another record by its key.

    Read from the text, so that another fault in a record does not hide its references.
    """
    for section, fields in _REFERENCES.items():
        for key, node in ledger.known(section).items():
            for field, target in fields.items():
                for path, word in _follow(node, field.split("/"), ()):
                    yield section, key, path, target, word


def _follow(node: Node, steps: list[str], path: Path) -> Iterator[tuple[Path, str]]:
    """The keys that stand in `node` along `steps`; what is no key at all is told elsewhere."""
    if not steps:
        if isinstance(node, Text) and _KEY.fullmatch(node):
            yield path, str(node)
    elif steps[0] == "*" and isinstance(node, Items):
        for number, item in enumerate(node):
            yield from _follow(item, steps[1:], (*path, number))
    elif isinstance(node, Map) and steps[0] in node:
        yield from _follow(node[steps[0]], steps[1:], (*path, steps[0]))


def find_repeated_ids(ledger: Ledger) -> Iterator[Problem]:
    """`figures` is a list, so YAML itself does not see an id that is used twice."""
    section = ledger.source.get("figures")
    seen: dict[str, int] = {}
    for node in section if isinstance(section, Items) else ():
        id = node.get("id") if isinstance(node, dict) else None
        if not isinstance(id, str):
            continue
        place = ledger.place_in(node, "id")
        if id in seen:
            message = f"the id is used twice, first on line {seen[id]}; give this figure its own"
            yield Problem(place, message, record=id, field="id")
        seen.setdefault(id, place.line)


def find_broken_trees(ledger: Ledger) -> Iterator[Problem]:
    """Units that hang on no root, and parts that contain themselves."""
    above = {name: entry.parent for name, entry in ledger.units.items()}
    for key, parent in above.items():
        if parent is None and key not in FORCES:
            message = f"needs a parent; only {' and '.join(FORCES)} have none"
            yield _problem(ledger, "units", key, (), message)
        elif parent is not None and key in FORCES:
            yield _problem(ledger, "units", key, ("parent",), "is a whole force and has no parent")
        elif _returns(key, above):
            yield _problem(
                ledger, "units", key, ("parent",), "lies within itself; mend the parents"
            )
    wholes = {id: figure.part_of for id, figure in ledger.figures.items()}
    for id in wholes:
        if _returns(id, wholes):
            yield _problem(ledger, "figures", id, ("part_of",), "is a part of itself")


def _returns(key: str, above: dict[str, str | None]) -> bool:
    """Whether the way up from `key` comes back to it."""
    seen, at = {key}, above.get(key)
    while at is not None and at not in seen:
        seen.add(at)
        at = above.get(at)
    return at == key


def find_wrong_windows(ledger: Ledger) -> Iterator[Problem]:
    """Exactly one of `during` and `as_of`; `since` before `as_of`; rates and levels."""
    for id, figure in ledger.figures.items():
        for field, message in _window_faults(ledger, figure):
            yield _problem(ledger, "figures", id, (field,), message)
    for position, gap in ledger.gaps.items():
        if gap.to and gap.to.last < gap.from_.first:
            yield _problem(ledger, "gaps", position, ("to",), "the gap ends before it starts")


def _window_faults(ledger: Ledger, figure: Figure) -> Iterator[tuple[str, str]]:
    measure = ledger.measures.get(figure.measure)
    if (figure.during is None) == (figure.as_of is None):
        yield "during", "give exactly one of during (a window) and as_of (a total to date)"
    if figure.since and figure.during:
        yield "since", "belongs to as_of; a window has its start in during"
    if figure.since and figure.as_of and figure.since.first > figure.as_of.last:
        yield "since", f"{figure.since} is later than as_of {figure.as_of}"
    if figure.per and figure.as_of:
        yield "per", "a rate needs during: the window over which it holds"
    if measure and measure.stock and (figure.during or figure.since):
        yield "measure", f"{figure.measure} is a level on a date; give as_of alone"


def find_wrong_offences(ledger: Ledger) -> Iterator[Problem]:
    for section, records in (("figures", ledger.figures), ("gaps", ledger.gaps)):
        for key, record in records.items():
            measure = ledger.measures.get(record.measure)
            if measure and measure.legal and not record.offence:
                message = f"is required: {record.measure} is a legal measure"
                yield _problem(ledger, section, key, ("offence",), message)
            if measure and record.offence and not measure.legal:
                message = f"does not belong here: {record.measure} is not a legal measure"
                yield _problem(ledger, section, key, ("offence",), message)


def find_wrong_bounds(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        if figure.count.is_range and figure.bound not in (Bound.EXACT, Bound.ABOUT):
            message = f"a range has both its ends; {figure.bound} does not go with it"
            yield _problem(ledger, "figures", id, ("bound",), message)
        if figure.count.high == 0 and figure.bound in (Bound.ALMOST, Bound.LESS_THAN):
            yield _problem(ledger, "figures", id, ("bound",), "no count is below 0")


def find_wrong_citations(ledger: Ledger) -> Iterator[Problem]:
    """`printed` says only what differs; an article is cited once a figure."""
    for id, figure in ledger.figures.items():
        seen: set[str] = set()
        for number, citation in enumerate(figure.citations):
            path: Path = ("citations", number)
            if citation.article in seen:
                yield _problem(ledger, "figures", id, path, f'cites "{citation.article}" twice')
            seen.add(citation.article)
            for field, message in _printed_faults(figure, number):
                yield _problem(ledger, "figures", id, (*path, "printed", field), message)


def _printed_faults(figure: Figure, number: int) -> Iterator[tuple[str, str]]:
    printed = figure.citations[number].printed
    if printed is None:
        return
    if not printed.model_fields_set:
        yield "", "printed names what differs; delete it where nothing does"
    for field in sorted(printed.model_fields_set):
        if getattr(printed, field) == getattr(figure, field):
            yield field, "is the same as the claim; printed names only what differs"
    if printed.during and printed.as_of:
        yield "during", "an article prints a window or a total to date, not both"
    if printed.since and (end := printed.as_of or figure.as_of) and printed.since.first > end.last:
        yield "since", f"{printed.since} is later than as_of {end}"


def find_wrong_asserts(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        for number, assertion in enumerate(figure.asserts):
            path: Path = ("asserts", number)
            if (assertion.times is None) == (assertion.percent is None):
                yield _problem(ledger, "figures", id, path, "give one of times and percent")
            if assertion.of == id:
                yield _problem(
                    ledger, "figures", id, (*path, "of"), "compares the figure with itself"
                )


def find_wrong_corrections(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        earlier = ledger.figures.get(figure.supersedes or "")
        if earlier is None:
            continue
        if earlier.id == id:
            yield _problem(ledger, "figures", id, ("supersedes",), "corrects itself")
            continue
        if earlier.claimant != figure.claimant:
            message = f"corrects a figure of another claimant, {earlier.claimant}"
            yield _problem(ledger, "figures", id, ("supersedes",), message)
        if earlier.status != "superseded":
            message = f"{earlier.id} must then have status: superseded"
            yield _problem(ledger, "figures", id, ("supersedes",), message)


def find_unknown_acceptances(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        for number, rule in enumerate(figure.accepts):
            if rule not in RULES:
                message = f'unknown rule "{rule}"{suggest(rule, RULES)}'
                yield _problem(ledger, "figures", id, ("accepts", number), message)
        if figure.accepts and not figure.note:
            message = "needs a note that says why the warning is accepted"
            yield _problem(ledger, "figures", id, ("accepts",), message)


def find_poor_articles(ledger: Ledger) -> Iterator[Problem]:
    """Warnings: articles without title or date, used by no record, or entered twice."""
    addresses: dict[str, str] = {}
    used = {word for *_, target, word in _references(ledger) if target == "articles"}
    for key, article in ledger.articles.items():
        if article.title is None:
            yield warn(ledger, "article-without-title", "articles", key, (), "has no title")
        if article.published is None:
            message = "has no date of publication"
            yield warn(ledger, "article-without-date", "articles", key, (), message)
        if key not in used:
            message = "is cited by no figure, gap or event"
            yield warn(ledger, "article-not-cited", "articles", key, (), message)
        if (first := addresses.setdefault(article.url, key)) != key:
            message = f"has the same address as {first}"
            yield warn(ledger, "article-twice", "articles", key, ("url",), message)


def find_strange_parts(ledger: Ledger) -> Iterator[Problem]:
    """Warnings: a part lies in the same unit as its whole, or in one below it."""
    above = {key: unit.parent for key, unit in ledger.units.items()}
    for id, figure in ledger.figures.items():
        whole = ledger.figures.get(figure.part_of or "")
        if whole and not _lies_in(figure.unit, whole.unit, above):
            message = f"{figure.unit} is not within {whole.unit}, the unit of {whole.id}"
            yield warn(ledger, "part-elsewhere", "figures", id, ("unit",), message)


def _lies_in(unit: str, whole: str, above: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = unit
    while at is not None and at != whole and at not in seen:
        seen.add(at)
        at = above.get(at)
    return at == whole


def find_early_articles(ledger: Ledger) -> Iterator[Problem]:
    """Clock: no article prints a count before its window has ended, unless it is a forecast."""
    for id, figure in ledger.figures.items():
        if figure.basis == Basis.FORECAST or not (figure.during or figure.as_of):
            continue
        for number, citation in enumerate(figure.citations):
            article = ledger.articles.get(citation.article)
            if article and article.published and article.published.last < figure.end.first:
                message = (
                    f"{citation.article} was published {article.published}, "
                    f"before the figure's {figure.end}"
                )
                path: Path = ("citations", number)
                yield warn(ledger, "published-too-early", "figures", id, path, message)


def find_alike(ledger: Ledger) -> Iterator[Problem]:
    """Two figures that say the same: perhaps one claim entered twice."""

    def same(figure: Figure) -> tuple[str, ...]:
        scope = (figure.claimant, figure.measure, figure.offence, figure.unit, figure.category)
        return tuple(map(str, (*scope, figure.place, figure.count, figure.window, figure.kind)))

    dated = [figure for figure in ledger.figures.values() if figure.during or figure.as_of]
    for _, group in groupby(sorted(dated, key=same), key=same):
        first, *others = group
        for other in others:
            message = f"says the same as {first.id}, line {ledger.place('figures', first.id).line}"
            yield warn(
                ledger, "alike", "figures", other.id, (), message, figures=(first.id, other.id)
            )


CHECKS: tuple[Callable[[Ledger], Iterator[Problem]], ...] = (
    find_unknown_references,
    find_repeated_ids,
    find_broken_trees,
    find_wrong_windows,
    find_wrong_offences,
    find_wrong_bounds,
    find_wrong_citations,
    find_wrong_asserts,
    find_wrong_corrections,
    find_unknown_acceptances,
    find_poor_articles,
    find_strange_parts,
    find_early_articles,
    find_alike,
)


def _problem(ledger: Ledger, section: str, key: str, path: Path, message: str) -> Problem:
    place = ledger.place(section, key, *path)
    return Problem(place, message, record=label_of(section, key), field=_field(path))


def warn(
    ledger: Ledger,
    rule: str,
    section: str,
    key: str,
    path: Path,
    message: str,
    figures: tuple[str, ...] = (),
) -> Problem:
    """A warning of a named rule; accepted where the figure it stands on says so."""
    figure = ledger.figures.get(key) if section == "figures" else None
    return Problem(
        place=ledger.place(section, key, *path),
        message=message,
        severity=Severity.WARNING,
        record=label_of(section, key),
        field=_field(path),
        rule=rule,
        accepted=figure is not None and rule in figure.accepts,
        figures=figures or ((key,) if figure else ()),
    )


def _field(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str) and step)
