"""What spans several fields or records: references, windows, offences, what a relay printed.

Each rule takes the ledger and yields problems. Records that could not be read are left out;
their keys still count as known, so that one fault is not reported twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loaders.ledger import FORCES, Ledger
from loaders.nodes import Path
from loaders.problems import RULES, Problem, Severity, label_of, name_foreign, suggest
from loaders.records import Figure
from loaders.words import Bound, Status

INFERABLE = tuple(
    name
    for name in Figure.model_fields
    if name not in ("id", "citations", "asserts", "disputed_by", "inferred", "accepts", "note")
)
"""Fields of a figure that a curator may have worked out."""


def find_broken_trees(ledger: Ledger) -> Iterator[Problem]:
    """Units that hang on no root, and parts that contain themselves."""
    units, figures = ledger.units, ledger.figures
    for key, unit in units.items():
        parent = unit.parent
        if parent is None and key not in FORCES:
            message = f"needs a parent; only {' and '.join(FORCES)} have none"
            yield problem(ledger, "units", key, (), message)
        elif parent is not None and key in FORCES:
            yield problem(ledger, "units", key, ("parent",), "is a whole force and has no parent")
        elif _returns(key, lambda above: units[above].parent if above in units else None):
            yield problem(ledger, "units", key, ("parent",), "lies within itself; mend the parents")
    for id in figures:
        if _returns(id, lambda whole: figures[whole].part_of if whole in figures else None):
            yield problem(ledger, "figures", id, ("part_of",), "is a part of itself")


def _returns(key: str, find_above: Callable[[str], str | None]) -> bool:
    """Whether the way up from `key` comes back to it."""
    seen, at = {key}, find_above(key)
    while at is not None and at not in seen:
        seen.add(at)
        at = find_above(at)
    return at == key


def find_wrong_windows(ledger: Ledger) -> Iterator[Problem]:
    """Exactly one of `during` and `as_of`; `since` before `as_of`; rates and levels."""
    for id, figure in ledger.figures.items():
        for field, message in _window_faults(ledger, figure):
            yield problem(ledger, "figures", id, (field,), message)
    for position, gap in ledger.gaps.items():
        if gap.to and gap.to.last < gap.from_.first:
            yield problem(ledger, "gaps", position, ("to",), "the gap ends before it starts")


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
                yield problem(ledger, section, key, ("offence",), message)
            if measure and record.offence and not measure.legal:
                message = f"does not belong here: {record.measure} is not a legal measure"
                yield problem(ledger, section, key, ("offence",), message)


def find_wrong_bounds(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        if figure.count.is_range and figure.bound not in (Bound.EXACT, Bound.ABOUT):
            message = f"a range has both its ends; {figure.bound} does not go with it"
            yield problem(ledger, "figures", id, ("bound",), message)
        if figure.count.high == 0 and figure.bound in (Bound.ALMOST, Bound.LESS_THAN):
            yield problem(ledger, "figures", id, ("bound",), "no count is below 0")


def find_wrong_citations(ledger: Ledger) -> Iterator[Problem]:
    """`printed` says only what differs; an article is cited once a figure."""
    for id, figure in ledger.figures.items():
        seen: set[str] = set()
        for number, citation in enumerate(figure.citations):
            path: Path = ("citations", number)
            if citation.article in seen:
                yield problem(ledger, "figures", id, path, f'cites "{citation.article}" twice')
            seen.add(citation.article)
            for field, message in _printed_faults(figure, number):
                yield problem(ledger, "figures", id, (*path, "printed", field), message)


def _printed_faults(figure: Figure, number: int) -> Iterator[tuple[str, str]]:
    printed = figure.citations[number].printed
    if printed is None:
        return
    if not printed.model_fields_set:
        yield "", "printed names what differs; delete it where nothing does"
    for field in printed.model_fields_set:
        if printed.stated(field) is None and getattr(figure, field) is None:
            yield field, f"the claim has no {field} that the article could leave out"
    if printed.during and printed.as_of:
        yield "during", "an article prints a window or a total to date, not both"
    since, end = printed.stated("since"), printed.as_of or figure.as_of
    if since and end and since.first > end.last:
        yield "since", f"{since} is later than as_of {end}"


def find_wrong_asserts(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        for number, assertion in enumerate(figure.asserts):
            path: Path = ("asserts", number)
            if (assertion.times is None) == (assertion.percent is None):
                yield problem(ledger, "figures", id, path, "give one of times and percent")
            if assertion.of == id:
                yield problem(
                    ledger, "figures", id, (*path, "of"), "compares the figure with itself"
                )


def find_wrong_corrections(ledger: Ledger) -> Iterator[Problem]:
    known = ledger.figures
    for id, figure in ledger.figures.items():
        earlier = ledger.figures.get(figure.supersedes or "")
        if earlier is None:
            continue
        if earlier.id == id:
            yield problem(ledger, "figures", id, ("supersedes",), "corrects itself")
            continue
        if _returns(id, lambda one: known[one].supersedes if one in known else None):
            message = f"corrects {earlier.id}, which corrects it in turn"
            yield problem(ledger, "figures", id, ("supersedes",), message)
        if earlier.claimant != figure.claimant:
            message = f"corrects a figure of another claimant, {earlier.claimant}"
            yield problem(ledger, "figures", id, ("supersedes",), message)
        if earlier.status != "superseded":
            message = f"{earlier.id} must then have status: superseded"
            yield problem(ledger, "figures", id, ("supersedes",), message)


def find_wrong_claimants(ledger: Ledger) -> Iterator[Problem]:
    """Claimants who rest on themselves."""
    known = ledger.claimants
    for key in known:
        if _returns(key, lambda one: known[one].rests_on if one in known else None):
            message = "rests on itself; name the claimant that counted"
            yield problem(ledger, "claimants", key, ("rests_on",), message)


def find_wrong_curation(ledger: Ledger) -> Iterator[Problem]:
    """What a curator says of an entry: fields worked out, and entries that are mistakes."""
    for id, figure in ledger.figures.items():
        for number, field in enumerate(figure.inferred):
            message = _inferred_fault(figure, field)
            if message:
                yield problem(ledger, "figures", id, ("inferred", number), message)
        if figure.status == Status.MISTAKEN and not figure.note:
            message = "needs a note that says what was mistaken"
            yield problem(ledger, "figures", id, ("status",), message)


def _inferred_fault(figure: Figure, field: str) -> str:
    if field not in INFERABLE:
        return f'unknown field "{field}"{name_foreign(field)}{suggest(field, INFERABLE)}'
    return "" if getattr(figure, field) is not None else f"this figure does not give {field}"


def find_unknown_acceptances(ledger: Ledger) -> Iterator[Problem]:
    for id, figure in ledger.figures.items():
        for number, rule in enumerate(figure.accepts):
            if rule not in RULES:
                message = f'unknown rule "{rule}"{name_foreign(rule)}{suggest(rule, RULES)}'
                yield problem(ledger, "figures", id, ("accepts", number), message)
        if figure.accepts and not figure.note:
            message = "needs a note that says why the warning is accepted"
            yield problem(ledger, "figures", id, ("accepts",), message)


def problem(ledger: Ledger, section: str, key: str, path: Path, message: str) -> Problem:
    """An error at a field of a record."""
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
