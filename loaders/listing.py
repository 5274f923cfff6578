"""Records by key: some of them listed, with all at hand, and which differ from those before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from loaders.records import Record

T = TypeVar("T")


class Listed(Mapping[str, T]):
    """A mapping that lists some of its keys and has them all."""

    def __init__(self, whole: Mapping[str, T], keys: Collection[str]) -> None:
        self._whole, self._keys = whole, keys

    def __getitem__(self, key: str) -> T:
        return self._whole[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def find_changed(before: Mapping[str, Record], after: Mapping[str, Record]) -> set[str]:
    """Keys of the records that are others than before, new or gone."""
    if before is after:
        return set()
    new = {key for key, record in after.items() if before.get(key) is not record}
    return new | (before.keys() - after.keys())
