"""What a sub-command is: its name, its help, its arguments and what it does, in one place.

A module of this room declares one with `@command(…)` above a function; the function's docstring is
the help. Nothing lists the modules: `find_command` looks through them. The one that has the name of
the sub-command comes first, because importing all of them takes seconds that `check` does not need.
"""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from threading import Event, Thread
from typing import Any, NamedTuple

from analysis.plain import to_plain

Run = Callable[[Namespace], int]
"""Prints what there is to say and gives the exit code."""

DEFAULT_FILE = "figures.yaml"
PAUSE_SECONDS = 0.5
ERASE_LINE = "\r\x1b[K"

COMMANDS: dict[str, Command] = {}
"""Those of the modules that were imported so far."""


class Failed(Exception):
    """What was asked for cannot be done: one sentence, and the exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


Argument = Callable[[ArgumentParser], object]
"""Adds an argument."""


class Command(NamedTuple):
    """A sub-command."""

    about: str
    arguments: tuple[Argument, ...]
    run: Run


def argument(*names: str, **settings: Any) -> Argument:
    return lambda parser: parser.add_argument(*names, **settings)


def switch(name: str, about: str) -> Argument:
    """An option that is given or not."""
    return argument(name, action="store_true", help=about)


def command(name: str, *arguments: Argument) -> Callable[[Run], Run]:
    """Declare the function below as what `desertion NAME` does."""

    def declare(run: Run) -> Run:
        COMMANDS[name] = Command(run.__doc__ or "", arguments, run)
        return run

    return declare


FILE = argument("--file", metavar="FILE", default=DEFAULT_FILE, help="read this data")
FILES = (
    argument("files", nargs="*", metavar="FILE", help=f"the data; {DEFAULT_FILE} where none is"),
    argument("--file", metavar="FILE", action="append", default=[], help="the same"),
)
JSON = switch("--json", "print the result as JSON")


def files_of(options: Namespace) -> list[str]:
    """The files that FILES were given."""
    return [*options.files, *options.file] or [DEFAULT_FILE]


def print_json(data: Any) -> None:
    """As letters where the terminal has them all, else escaped: nothing is replaced in data."""
    knows_all = "utf" in (sys.stdout.encoding or "").lower()
    print(json.dumps(to_plain(data), ensure_ascii=not knows_all, indent=1))


def find_command(name: str) -> Command | None:
    """The sub-command of that name. Imports modules until it has come up."""
    for module in _list_modules(name):
        import_module(f"commands.{module}")
        if name in COMMANDS:
            return COMMANDS[name]
    return None


def _list_modules(first: str) -> Iterator[str]:
    names = [module.name for module in iter_modules(import_module("commands").__path__)]
    yield from sorted(names, key=lambda name: (name != first, name))


@contextmanager
def show_progress(say: Callable[[], str]) -> Iterator[None]:
    """What is being done and for how long, on the last line of a terminal, while one waits.

    Nothing where standard error is no terminal: a log has no use for it.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    thread = Thread(target=_repeat, args=(say, done))
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _repeat(say: Callable[[], str], done: Event) -> None:
    start = time.monotonic()
    while not done.wait(PAUSE_SECONDS):
        line = f"{say()}, {time.monotonic() - start:.0f} s"
        print(ERASE_LINE + line, end="", file=sys.stderr, flush=True)
    print(ERASE_LINE, end="", file=sys.stderr, flush=True)
