"""desertion rename: another key for a record, everywhere it is named, in one save."""

from __future__ import annotations

from argparse import Namespace

from commands.command import FILE, argument, command
from editing.disk import version_of
from editing.rename import SECTIONS, rename
from editing.save import TERMINAL, put
from loaders.files import file_name, read_file


@command(
    "rename",
    argument("kind", choices=SECTIONS, help="what it is"),
    argument("old", metavar="OLD", help="its key or id now"),
    argument("new", metavar="NEW", help="the key or id it gets"),
    FILE,
)
def rename_record(options: Namespace) -> int:
    """Give a record another key, there and wherever it is named."""
    path, old, new = options.file, options.old, options.new
    data = read_file(path)
    after, places = rename(data, options.kind, old, new, file_name(path))
    put(path, after, version_of(data), TERMINAL)
    where = "in 1 place" if places == 1 else f"in {places} places"
    print(f"{path}: {options.kind} {old} is {new} now, {where}")
    return 0
