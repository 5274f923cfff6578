"""What was typed, as a tree: texts, maps and lists, and where each of them stands.

A text is a plain string; the place of what a map or a list holds is kept beside it, as one number:
half of the memory of a file would be its places.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar, cast

from loaders.problems import Place


class Map(dict[str, "Node"]):
    """A mapping, its place, and those of each key and its value."""

    __slots__ = ("column", "line", "places")

    def __init__(self, line: int = 0, column: int = 0) -> None:
        self.line, self.column = line, column
        self.places = array("Q")

    def keys_at(self) -> Iterator[tuple[str, Point]]:
        """Each key, and where it stands."""
        return zip(self, _unpack(self.places[::2]), strict=True)

    def points(self) -> Iterator[Point]:
        """Where each value stands."""
        return _unpack(self.places[1::2])


class Items(list["Node"]):
    """A sequence, its place, and those of each item."""

    __slots__ = ("column", "line", "places")

    def __init__(self, line: int = 0, column: int = 0) -> None:
        self.line, self.column = line, column
        self.places = array("Q")

    def points(self) -> Iterator[Point]:
        """Where each item stands."""
        return _unpack(self.places)


Node = str | Map | Items
C = TypeVar("C", Map, Items)
Point = tuple[int, int]
"""Line and column, from 1."""
Path = tuple[str | int, ...]
"""Keys and positions that lead down from a node."""
_WIDE = 2**32
"""A place is kept as its line, so many times, and its column: that takes an eighth of the room."""


def pack(line: int, column: int) -> int:
    """A place as a container keeps it."""
    return line * _WIDE + column


def _unpack(places: Iterable[int]) -> Iterator[Point]:
    return (divmod(place, _WIDE) for place in places)


def entries(section: Node) -> dict[str, Node]:
    """The entries of a section by key: ids for figures, positions for other lists.

    An id that is used again, or that could be a position, gives way to it, so that no entry hides
    another.
    """
    if isinstance(section, Map):
        return dict(section)
    if not isinstance(section, Items):
        return {}
    found: dict[str, Node] = {}
    for position, node in enumerate(section, 1):
        id = node.get("id") if isinstance(node, Map) else None
        is_key = isinstance(id, str) and id and not id.isdigit() and id not in found
        found[str(id if is_key else position)] = node
    return found


def join(old: C, new: C, left_out: Collection[str]) -> C:
    """The entries of two sections, those with these keys left out of the first."""
    both = type(old)(old.line, old.column)
    for section, unwanted in ((old, left_out), (new, ())):
        for at, (key, node) in enumerate(entries(section).items()):
            if key in unwanted:
                continue
            if isinstance(both, Map):
                both[key] = node
                both.places.extend(section.places[2 * at : 2 * at + 2])
            else:
                both.append(node)
                both.places.append(section.places[at])
    return both


def points_of(section: Node) -> dict[str, Point]:
    """Where each entry of a section stands, by key."""
    if isinstance(section, str):
        return {}
    return dict(zip(entries(section), section.points(), strict=True))


def node_at(node: Node, path: Path) -> Node:
    """What lies below `node` along `path`, as far down as there is something."""
    return node if isinstance(node, str) else _go_down(node, path)[0]


def place_of(name: str, node: Map | Items, path: Path) -> Place:
    """The place of what lies below `node` along `path`; a missing field has its parent's place."""
    return Place(name, *_go_down(node, path)[1])


def place_of_key(name: str, node: Map, path: Path) -> Place:
    """The place of the last key of `path` itself."""
    parent = node_at(node, path[:-1])
    assert isinstance(parent, Map)
    return Place(name, *dict(parent.keys_at())[str(path[-1])])


def _go_down(node: Map | Items, path: Path) -> tuple[Node, Point]:
    found: Any = node
    point = node.line, node.column
    for step in path:
        if isinstance(found, Map) and step in found:
            place = found.places[2 * list(found).index(str(step)) + 1]
        elif isinstance(found, Items):
            place = found.places[cast("int", step)]
        else:
            break
        found, point = found[step], divmod(place, _WIDE)
    return found, point
