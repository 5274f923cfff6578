"""desertion COMMAND …: all that can be asked of the data, or done to it, in a terminal.

Exit codes: 0: done. 1: done, and the answer is no: errors in the data, a file that would be
formatted, a sum that is refused, nothing found, answers that ended early. 2: not done: a wrong
option, an unknown key, a file that cannot be read or written. 130: ended by Ctrl-C. What is wrong
is said on standard error; `check` says it on standard output, for that is what was asked for.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from commands.command import COMMANDS, Failed, find_command
from editing.disk import NotSaved
from loaders.problems import Refused


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; a reader who stops early, as `head` does, is no error."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        _replace_unknown_letters(stream)
    try:
        try:
            return _run(words)
        finally:
            print(end="", flush=True)
    except BrokenPipeError:
        _print_no_more()
        return 0
    except OSError as error:
        if error.filename is None:
            _print_no_more()
        reason = (error.strerror or str(error)).lower()
        return _complain(f"cannot write {error.filename or 'the output'}: {reason}", 2)
    except KeyboardInterrupt:
        return _complain("", 130)


def _run(words: list[str]) -> int:
    options = _parse(words)
    try:
        return int(options.run(options))
    except Failed as failure:
        return _complain(str(failure), failure.code)
    except (NotSaved, Refused, ValueError) as problem:
        return _complain(str(problem), 2)


def _parse(words: list[str]) -> argparse.Namespace:
    """The options of the sub-command; only its own module is imported, all for the help."""
    name = next((word for word in words if not word.startswith("-")), "")
    found = find_command(name)
    about, _, codes = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(prog="desertion", description=about, epilog=codes)
    parsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for known, one in {name: found}.items() if found else COMMANDS.items():
        inner = parsers.add_parser(known, help=one.about, description=one.about)
        inner.set_defaults(run=one.run)
        for add in one.arguments:
            add(inner)
    return parser.parse_args(words)


def _replace_unknown_letters(stream: TextIO) -> None:
    """A terminal that is not UTF-8 shows `?` for what it has no letter for."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _print_no_more() -> None:
    """What is left in the buffer would fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
