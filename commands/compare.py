"""desertion show, compare, lookup …: what may be compared, where it comes from, who disagrees."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from analysis.adding.parts import breakdowns_of
from analysis.adding.reconciliation import reconcile
from analysis.adding.sums import Sum, add, find_addable
from analysis.arithmetic import check_assertions
from analysis.checks import find_warnings
from analysis.coverage import Coverage, State, cover
from analysis.lookup import Answer, Claim, look_up
from analysis.provenance import Hop, Provenance, siblings_of, trace
from analysis.rivals import other_rates_of, rivals_of
from analysis.wording import safest_wording, say_covered, say_limits
from commands.command import FILE, JSON, Argument, Failed, argument, command, print_json
from loaders.ledger import Ledger
from loaders.load import load
from loaders.problems import suggest
from loaders.records import Figure
from loaders.sentences import say
from reading.line import parse_number
from versions.history import list_history, read_history

Result = tuple[Iterable[str], Any, int]
"""The lines to print, the same as data for `--json`, and the exit code."""

Ask = Callable[[Ledger, Namespace], Result]

ID = argument("id", metavar="ID")

LETTERS = {
    State.REPORTED: "R",
    State.LONGER: "l",
    State.TOTAL: "t",
    State.WITHHELD: "W",
    State.STOPPED: "S",
    State.NOT_PUBLISHED: "n",
    State.NOT_COLLECTED: ".",
}
"""How a month is written in the matrix."""


def question(name: str, *arguments: Argument) -> Callable[[Ask], Ask]:
    """Declare the function below as what answers `desertion NAME`, as lines or as JSON."""

    def declare(ask: Ask) -> Ask:
        def run(options: Namespace) -> int:
            lines, data, code = ask(load(options.file), options)
            if options.json:
                print_json(data)
            else:
                for line in lines:
                    print(line)
            return code

        run.__doc__ = ask.__doc__
        command(name, *arguments, JSON, FILE)(run)
        return ask

    return declare


@question("show", ID)
def show(ledger: Ledger, options: Namespace) -> Result:
    """One figure: its claim, its parts, its rivals, its articles."""
    figure = _find_figure(ledger, options.id)
    data = {
        "id": figure.id,
        "sentence": say(ledger, figure),
        "parts": breakdowns_of(ledger, figure),
        "rivals": rivals_of(ledger, figure),
        "addable": find_addable(ledger, figure),
        "warnings": [p.as_json() for p in find_warnings(ledger) if figure.id in p.figures],
        "provenance": trace(ledger, figure),
        "wording": safest_wording(ledger, figure),
    }
    return _list_figure(ledger, figure), data, 0


@question("compare", argument("ids", metavar="ID", nargs="+"))
def compare(ledger: Ledger, options: Namespace) -> Result:
    """The sum of some figures, or why they have none."""
    result = add(ledger, [_find_figure(ledger, id) for id in options.ids])
    is_sum = isinstance(result, Sum)
    return [str(result)], {"sum" if is_sum else "refused": result}, 0 if is_sum else 1


@question("rivals", ID)
def rivals(ledger: Ledger, options: Namespace) -> Result:
    """Other claimants' answers to the question that a figure answers."""
    figure = _find_figure(ledger, options.id)
    found = (*rivals_of(ledger, figure), *other_rates_of(ledger, figure))
    lines = [say(ledger, figure), *(rival.words for rival in found)]
    return lines if found else [*lines, "no other claimant answers this question"], found, 0


@question("provenance", ID)
def provenance(ledger: Ledger, options: Namespace) -> Result:
    """The way of a figure from its claimant to the articles, and what changed."""
    figure = _find_figure(ledger, options.id)
    data = [trace(ledger, one) for one in (figure, *siblings_of(ledger, figure))]
    return _list_provenance(ledger, figure), data, 0


@question("coverage", argument("--claimant", metavar="KEY", nargs="+", default=[]))
def coverage(ledger: Ledger, options: Namespace) -> Result:
    """What is known of every series in every month."""
    claimants = [_check_key("claimant", key, ledger.claimants) for key in options.claimant]
    found = cover(ledger, claimants)
    return _list_coverage(found), found, 0


@question("reconcile", argument("claimant"), argument("measure"), argument("offence", nargs="?"))
def reconcile_totals(ledger: Ledger, options: Namespace) -> Result:
    """Running totals beside the sum of their periods."""
    _check_key("claimant", options.claimant, ledger.claimants)
    _check_key("measure", options.measure, ledger.measures)
    if options.offence:
        _check_key("offence", options.offence, ledger.offences)
    found = reconcile(ledger, options.claimant, options.measure, options.offence)
    lines = [f"{one.words}{'; ' * bool(one.pace)}{one.pace}" for one in found]
    return lines or ["no running total with a stated start"], found, 0 if found else 1


@question("asserts")
def asserts(ledger: Ledger, _: Namespace) -> Result:
    """What articles calculate, calculated again."""
    found = check_assertions(ledger)
    return [f"{one.figure.id}: {one.words} ({one.article})" for one in found], found, 0


@question(
    "lookup", argument("number", metavar="NUMBER"), argument("words", nargs="*", metavar="WORD")
)
def lookup(ledger: Ledger, options: Namespace) -> Result:
    """A number: who claimed it, what it covers, and the safest wording."""
    found = look_up(ledger, parse_number(options.number), " ".join(options.words))
    return _list_answer(found), found, 0 if found else 1


@question("history", ID)
def history(ledger: Ledger, options: Namespace) -> Result:
    """The versions of a figure in git, the newest first: when, by whom, which fields."""
    id = _find_figure(ledger, options.id).id
    found = read_history(options.file, id)
    lines = [*list_history(found.versions), *filter(None, [found.note])]
    none = ["no history: git does not know this file"]
    return lines or none, found, 0 if found.versions else 1


def _find_figure(ledger: Ledger, id: str) -> Figure:
    return ledger.figures[_check_key("figure", id, ledger.figures)]


def _check_key(kind: str, key: str, known: Mapping[str, object]) -> str:
    if key not in known:
        raise Failed(f'unknown {kind} "{key}"{suggest(key, known)}')
    return key


def _list_figure(ledger: Ledger, figure: Figure) -> Iterator[str]:
    """The figure page as text."""
    yield say(ledger, figure)
    yield from _list_below("What it covers", say_covered(ledger, figure))
    yield from _list_below("What it does not cover", say_limits(ledger, figure))
    parts = breakdowns_of(ledger, figure)
    words = [f"{one.words}: {one.verdict}{', ' * bool(one.reason)}{one.reason}" for one in parts]
    yield from _list_below("Parts", words)
    yield from _list_below("Part of", [figure.part_of] if figure.part_of else [])
    yield from _list_below("Who says otherwise", [one.words for one in rivals_of(ledger, figure)])
    addable = [f"{one.id}: {say(ledger, one)}" for one in find_addable(ledger, figure)]
    yield from _list_below("Can be added to", addable)
    warnings = [one for one in find_warnings(ledger) if figure.id in one.figures]
    yield from _list_below("Warnings", [str(one) for one in warnings])
    yield ""
    yield from _list_provenance(ledger, figure)
    yield ""
    yield f"Safest wording: {safest_wording(ledger, figure)}"


def _list_provenance(ledger: Ledger, figure: Figure) -> Iterator[str]:
    """The way from the claimant to the articles, indented; then the same claim as a pace."""
    yield from _list_way(trace(ledger, figure))
    for sibling in siblings_of(ledger, figure):
        yield ""
        yield f"The same as another kind of number, {sibling.id}: {say(ledger, sibling)}"
        yield from _list_way(trace(ledger, sibling))


def _list_way(found: Provenance) -> Iterator[str]:
    yield found.words
    waiting: list[tuple[Hop, int]] = [(found.tree, 0)]
    while waiting:
        step, depth = waiting.pop()
        yield f"{'  ' * depth}{step.name} ({step.articles})"
        yield from (f"{'  ' * depth}  - {relay.words}" for relay in step.relays)
        waiting.extend((child, depth + 1) for child in reversed(step.children))


def _list_coverage(found: Coverage) -> Iterator[str]:
    """One line a series, one letter a month, and what the letters mean."""
    if not found.months:
        yield "no month is covered"
        return
    yield f"one letter a month from {found.months[0]:%Y-%m} to {found.months[-1]:%Y-%m}"
    for row in found.rows:
        letters = "".join(LETTERS[cell.state] for cell in row.cells)
        yield f"{letters}  {row.claimant}: {row.label}"
    yield from (f"{letter} {state.definition}" for state, letter in LETTERS.items())


def _list_answer(found: Answer) -> Iterator[str]:
    """The claims with the number in full; what is near, misprints and slips on a line each."""
    if not (found.claims or found.misprints):
        yield f"no claim in this file has {found.number:,} or a number within 5 % of it"
    for claim in found.claims:
        yield from _list_claim(claim) if claim.exact else [f"near: {claim.wording}"]
    for misprint in found.misprints:
        lead = (
            "printed for another claim" if misprint.exact else "printed nearly, for another claim"
        )
        yield f"{lead}: {misprint.relay.words}"
        yield f"  the claim: {misprint.wording}"
    for typo in found.typos:
        yield f"perhaps a slip, {typo.words}: {typo.wording}"


def _list_claim(claim: Claim) -> Iterator[str]:
    yield f"{claim.figure.id}: {claim.sentence}"
    yield f"  first printed: {claim.first.words}; {claim.articles}"
    yield from _list_below("  What it does not cover", claim.limits, "  ")
    yield from _list_below("  Who says otherwise", [one.words for one in claim.rivals], "  ")
    yield from _list_below("  What relays made of it", [one.words for one in claim.relays], "  ")
    yield f"  Safest wording: {claim.wording}"
    yield ""


def _list_below(title: str, lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """A title with its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield f"{title}:"
        yield f"{indent}  - {line}"
