"""Edits in, the ledger there would be and every fault with it out; the file is not touched.

For forms that check at every keystroke: only the new text is read, the rest of the ledger is the
one that is shown. `save.save` reads and checks the whole file again before anything is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editing.block import NEW, ONE_RECORD, Edit
from editing.draft import write_edits
from loaders.ledger import Ledger
from loaders.load import judge
from loaders.problems import Place, Problem, Refused, label_of
from loaders.reading import SECTIONS
from loaders.source import Items, Map, Node, decode, entries, parse


@dataclass(frozen=True)
class Trial:
    """What edits would come to."""

    text: str
    """The new records as YAML, each section below its name."""
    ledger: Ledger | None
    """With its warnings; None where it would not load."""
    errors: tuple[Problem, ...] = ()
    """Lines are those of `text` where the record is one of `records` or has no name."""
    records: frozenset[str] = frozenset()
    """What messages call the new records."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the figures that the edits are about, as the file has them; none without it."""
        figures = self.ledger.figures if self.ledger else ()
        return tuple(id for id in figures if id in self.records)

    def line_of(self, problem: Problem) -> int:
        """The line of `text` that a problem is on; 0 where it is about another record."""
        return problem.place.line if problem.record in {"", *self.records} else 0


def try_edits(ledger: Ledger, edits: Sequence[Edit]) -> Trial:
    """The ledger with the edits made."""
    texts: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        texts[edit.section].append(edit)
    text = write_edits(edits)
    try:
        source = parse(decode(text.encode(), NEW), NEW)
        merged = Map(ledger.source)
        merged.line = merged.column = 1
        new = [
            node for name, found in texts.items() for node in _merge(merged, source, name, found)
        ]
        if list(source) != list(texts):
            raise Refused([Problem(Place(NEW, 1, 1), ONE_RECORD)])
    except Refused as refusal:
        return Trial(text, None, refusal.problems)
    return _read(ledger, merged, new, text)


def _merge(merged: Map, source: Map, name: str, edits: list[Edit]) -> Iterator[Node]:
    """Put the new records of a section among the others; yields them. Raises Refused."""
    new, old = source.get(name), merged[name]
    if isinstance(new, Map) and isinstance(old, Map) and len(new) == len(edits):
        replaced = {edit.key for edit in edits}
        kept = {key: node for key, node in old.items() if key not in replaced}
        both: Map | Items = Map({**kept, **new})
        yield from new.values()
    elif isinstance(new, Items) and isinstance(old, Items) and len(new) == len(edits):
        both, keys = Items(old), list(entries(old))
        for edit, node in zip(edits, new, strict=True):
            at = keys.index(edit.key) if edit.key in keys else len(both)
            both[at : at + 1] = [node]
            yield node
    else:
        raise Refused([Problem(Place(NEW, 1, 1), ONE_RECORD)])
    both.line, both.column = old.line, old.column
    merged[name] = both


def _read(ledger: Ledger, source: Map, new: list[Node], text: str) -> Trial:
    """Records and rules over the merged sections."""
    found, errors = judge(source, ledger.name, ledger.version)
    return Trial(text, None if errors else found, errors, frozenset(_labels(found, new)))


def _labels(ledger: Ledger, new: list[Node]) -> Iterator[str]:
    for section in SECTIONS:
        for key, node in ledger.known(section).items():
            if any(node is one for one in new):
                yield label_of(section, key)
