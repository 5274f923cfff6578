"""desertion format, rename, undo: the file written anew; schema, guide: what follows from it."""

from __future__ import annotations

from argparse import Namespace

from commands.command import FILE, FILES, argument, command, files_of, switch
from editing.disk import overwrite, read_kept, version_of
from editing.format import format_bytes, list_changes
from editing.guide import GUIDE, renew
from editing.rename import SECTIONS, rename
from editing.save import TERMINAL, list_difference, put
from editing.schema import renew_schema, schema_path
from loaders.files import file_name, read_file
from loaders.source import decode


@command("format", *FILES, switch("--check", "only print what would change; 1 if anything"))
def format_files(options: Namespace) -> int:
    """Bring the file into the one written form."""
    return max(_format(path, options.check) for path in files_of(options))


def _format(path: str, only_check: bool) -> int:
    data = read_file(path)
    written = format_bytes(data, file_name(path))
    if only_check:
        for change in list_changes(data, written, file_name(path)):
            print(change)
        return int(written != data)
    if written != data:
        overwrite(path, written, version_of(data))
    if schema_path(path).exists() and renew_schema(path):
        print(f"{schema_path(path)}: renewed, with the keys of {path}")
    print(f"{path}: {'formatted' if written != data else 'was in the one written form already'}")
    return 0


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


@command("undo", FILE, switch("--check", "only print what would change"))
def undo_save(options: Namespace) -> int:
    """Take the last save back; once more brings it back."""
    path = options.file
    data = read_file(path)
    before = read_kept(path)
    now, kept = (decode(one, file_name(path)) for one in (data, before))
    for line in list_difference(now, kept, ("now", "before the last save"), context=1):
        print(line)
    if not options.check:
        put(path, before, version_of(data), TERMINAL)
        print(f"{path}: as it was before the last save; desertion undo once more brings that back")
    return 0


@command("schema", *FILES)
def write_schemas(options: Namespace) -> int:
    """Write the JSON Schema that editors complete from, with the keys of the file."""
    for path in files_of(options):
        renew_schema(path)
        print(f"wrote {schema_path(path)}")
    return 0


@command("guide")
def renew_guide(_: Namespace) -> int:
    """Renew the tables of the curators' guide."""
    GUIDE.write_text(renew(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"renewed the tables of {GUIDE}")
    return 0
