"""Proposals in, the ledger there would be and every fault with it out; the file is not touched.

The claims of an article come one after the other: each is made in the file as those before it
leave it, and all of them get into the file or none. For forms that check at every keystroke only
the new text is read, the rest of the ledger is the one that is shown; `save.save` reads and checks
the whole file again before anything is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import Protocol

from editing.block import NEW, ONE_RECORD, Edit, apply, name_of
from editing.draft import write_edits
from loaders.ledger import Ledger
from loaders.load import judge
from loaders.nodes import Items, Map, Node, entries, join
from loaders.problems import Place, Problem, Refused, label_of
from loaders.reading import SECTIONS
from loaders.source import decode, parse


class Proposal(Protocol):
    """What a form or a dialogue comes to: a draft, a pasted block, changed lines."""

    def edits(self, data: bytes) -> list[Edit]:
        """What puts it into this version of the file. Raises Refused, NotSaved."""


@dataclass(frozen=True)
class Trial:
    """A version of the file, and what proposals would make of it."""

    file: bytes
    base: Ledger
    """That of the file."""
    ledger: Ledger | None
    """With the proposals, and its warnings; None where it would not load."""
    proposals: tuple[Proposal, ...] = ()
    edits: tuple[Edit, ...] = ()
    text: str = ""
    """The new records as YAML, each section below its name."""
    errors: tuple[Problem, ...] = ()
    """Lines are those of `text` where the record is one of `records` or has no name."""
    records: frozenset[str] = frozenset()
    """What messages call the new records."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the figures that the edits are about, as the file has them; none without it."""
        figures = self.ledger.figures if self.ledger else ()
        return tuple(id for id in figures if id in self.records)

    @cached_property
    def data(self) -> bytes:
        """The file with the proposals."""
        return apply(self.file, self.edits, self.base.name) if self.edits else self.file

    def line_of(self, problem: Problem) -> int:
        """The line of `text` that a problem is on; 0 where it is about another record."""
        return problem.place.line if problem.record in {"", *self.records} else 0

    def take(self, proposal: Proposal) -> Trial:
        """With one more proposal. Raises NotSaved where it names a record that is gone."""
        proposals = (*self.proposals, proposal)
        try:
            edits = [*self.edits, *proposal.edits(self.data)]
        except Refused as refusal:
            text = getattr(proposal, "block", "")
            return Trial(self.file, self.base, None, proposals, text=text, errors=refusal.problems)
        return replace(self.make(edits), proposals=proposals)

    def make(self, edits: Sequence[Edit]) -> Trial:
        """With these edits of the file, and no others."""
        last = [one for at, one in enumerate(edits) if not _is_replaced(one, edits[at + 1 :])]
        made = replace(self, edits=tuple(edits), text=write_edits(last), ledger=None)
        try:
            source, new = _merge(self.base.source, made.text, last)
        except Refused as refusal:
            return replace(made, errors=refusal.problems)
        ledger, errors = judge(source, self.base.name, self.base.version)
        records = frozenset(_list_labels(ledger, new))
        return replace(made, ledger=None if errors else ledger, errors=errors, records=records)


def try_all(file: bytes, base: Ledger, proposals: Iterable[Proposal] = ()) -> Trial:
    """The proposals in a version of the file, one after the other; raises what `take` does."""
    return reduce(Trial.take, proposals, Trial(file, base, base))


def _is_replaced(edit: Edit, later: Sequence[Edit]) -> bool:
    """Whether another edit is about the same record: of a claim that waits, for one."""
    return any(one.key and (one.section, one.key) == (edit.section, name_of(edit)) for one in later)


def _merge(old: Map, text: str, edits: Sequence[Edit]) -> tuple[Map, list[Node]]:
    """The records of a file with the new ones among them, and these. Raises Refused."""
    source, merged, new = parse(decode(text.encode(), NEW), NEW), Map(1, 1), list[Node]()
    merged.update(old)
    merged.places = old.places
    made: defaultdict[str, list[str | None]] = defaultdict(list)
    for edit in edits:
        made[edit.section].append(edit.key)
    for name, keys in made.items():
        section, typed = old[name], source.get(name)
        if len(typed or ()) != len(keys):
            raise _refuse()
        if isinstance(section, Map) and isinstance(typed, Map):
            merged[name] = join(section, typed, {*filter(None, keys), *typed})
        elif isinstance(section, Items) and isinstance(typed, Items):
            merged[name] = join(section, typed, [*filter(None, keys)])
        else:
            raise _refuse()
        new += entries(typed).values()
    if list(source) != list(made):
        raise _refuse()
    return merged, new


def _refuse() -> Refused:
    return Refused([Problem(Place(NEW, 1, 1), ONE_RECORD)])


def _list_labels(ledger: Ledger, new: list[Node]) -> Iterator[str]:
    for section in SECTIONS:
        for key, node in ledger.known(section).items():
            if any(node is one for one in new):
                yield label_of(section, key)
