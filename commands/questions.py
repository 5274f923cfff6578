"""Questions on one stream, answers from another: asked again until they fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TextIO

from pydantic import TypeAdapter, ValidationError

from loaders.problems import suggest
from loaders.values import Words

Fields = dict[str, Any]


class Ended(Exception):
    """The answers stopped before the last question."""


class Questions:
    """Asks on `output` and reads from `input`, one line an answer."""

    def __init__(self, input: TextIO, output: TextIO) -> None:
        self.input = input
        self.output = output

    def add(self, fields: Fields, name: str, question: str, kind: Any = Words) -> None:
        """Ask for a field that may stay out."""
        if answer := self.ask(question, kind, default=""):
            fields[name] = answer

    def ask(
        self,
        question: str,
        kind: Any = None,
        *,
        parse: Callable[[str], Any] | None = None,
        default: str | None = None,
    ) -> str:
        """An answer that fits the kind of field; the default where nothing is answered."""
        question = f"{question} [{default}]" if default else question
        check = parse or TypeAdapter(kind).validate_python
        while True:
            self.tell(f"{question}:", end=" ")
            answer = self.read()
            if not answer and default is not None:
                return default
            try:
                check(answer)
            except ValueError as error:
                self.tell(f"  {_say_fault(error)}")
            else:
                return answer

    def choose(self, question: str, options: Mapping[str, str], nothing: str | None = None) -> str:
        """One of the options, by its key or a part of its name; "" for the answer `nothing`."""
        while True:
            self.tell(f"{question} (? lists them):", end=" ")
            answer = self.read()
            if answer == nothing:
                return ""
            found = [answer] if answer in options else _search(options, answer)
            if len(found) == 1:
                self.tell(f"  {found[0]} ({options[found[0]]})")
                return found[0]
            if not found:
                self.tell(f'  nothing like "{answer}"{suggest(answer, options)}')
            for key in found:
                self.tell(f"  {key} ({options[key]})")

    def read(self) -> str:
        line = self.input.readline()
        if not line:
            raise Ended
        return line.strip()

    def tell(self, text: str, end: str = "\n") -> None:
        print(text, end=end, file=self.output, flush=True)


def _search(options: Mapping[str, str], answer: str) -> list[str]:
    """The keys that an answer may mean; all of them for a question mark."""
    if answer == "?":
        return list(options)
    wanted = answer.casefold()
    return [
        key
        for key, label in options.items()
        if wanted and (wanted in key or wanted in label.casefold())
    ]


def _say_fault(error: ValueError) -> str:
    """The sentence of a record's own check."""
    if isinstance(error, ValidationError):
        return str(error.errors()[0].get("ctx", {}).get("error", error))
    return str(error)
