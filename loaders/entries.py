"""A section of the file in, its entries by key out."""

from __future__ import annotations

from loaders.source import Items, Map, Node


def entries(section: Node) -> dict[str, Node]:
    """The entries of a section by key: ids for figures, positions for other lists.

    An id that is used again gives way to the position, so that no entry hides another.
    """
    if isinstance(section, Map):
        return {str(key): node for key, node in section.items()}
    if not isinstance(section, Items):
        return {}
    found: dict[str, Node] = {}
    for position, node in enumerate(section, 1):
        id = node.get("id") if isinstance(node, Map) else None
        is_key = isinstance(id, str) and id and id not in found
        found[str(id if is_key else position)] = node
    return found
