"""desertion undo: the version before the last save, back in place of the file."""

from __future__ import annotations

from argparse import Namespace

from commands.command import FILE, command, switch
from editing.disk import version_of
from editing.save import TERMINAL, list_difference
from editing.undo import read_kept, undo
from loaders.files import file_name, read_file
from loaders.source import decode


@command("undo", FILE, switch("--check", "only print what would change"))
def undo_save(options: Namespace) -> int:
    """Take the last save back; once more brings it back."""
    path = options.file
    data = read_file(path)
    now, kept = (decode(one, file_name(path)) for one in (data, read_kept(path)))
    for line in list_difference(now, kept, ("now", "before the last save"), context=1):
        print(line)
    if not options.check:
        undo(path, version_of(data), TERMINAL)
        print(f"{path}: as it was before the last save; desertion undo once more brings that back")
    return 0
