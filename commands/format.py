"""desertion format, schema, guide: the one written form, and what is written from the records."""

from __future__ import annotations

from argparse import Namespace

from commands.command import FILES, command, files_of, switch
from editing.disk import overwrite, version_of
from editing.format import format_bytes, list_changes
from editing.guide import GUIDE, renew
from editing.schema import renew_schema, schema_path
from loaders.files import file_name, read_file


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
