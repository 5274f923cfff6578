"""python -m commands COMMAND: all that can be asked of the data, or done to it, in a terminal."""

from __future__ import annotations

import sys

from commands import compare, data, export, read

OF_DATA = ("check", "format", "schema", "new", "guide")


def main() -> int:
    """Hand the words on to the command that knows them."""
    words = sys.argv[1:]
    if words[:1] == ["export"]:
        return export.main(words[1:])
    if words[:1] == ["site"]:
        return export.main(words)
    if words[:1] == ["read"]:
        return read.main(words[1:])
    return data.main(words) if words[0] in OF_DATA else compare.main(words)


if __name__ == "__main__":
    sys.exit(main())
