"""The questions of a form on one stream, answers from another: asked again until they fit."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any, TextIO

from pydantic import ValidationError

from editing.form import NEW, Question, read_answer
from loaders.ledger import Ledger
from loaders.problems import suggest

WAYS = (
    f"? explains a question and lists what may be answered; {NEW} adds what is not in the file yet"
)


class Ended(Exception):
    """The answers stopped before the last question."""


class Questions:
    """Asks on `output` and reads from `input`, one line an answer."""

    def __init__(self, ledger: Ledger, input: TextIO, output: TextIO) -> None:
        self.ledger = ledger
        self.input = input
        self.output = output

    def put(self, question: Question) -> Any:
        """An answer that fits; of several options one after the other, until none is named."""
        if question.hint:
            self.tell(f"  {question.hint}")
        if not question.many:
            return self.ask(question)
        chosen: list[str] = []
        while one := self.ask(replace(question, many=False)):
            chosen.append(one)
        return chosen

    def ask(self, question: Question) -> str:
        """An option, by its key or a part of its words, or a text; the default for none."""
        while True:
            self.tell(f"{_write(question)}:", end=" ")
            answer = self.read()
            if answer == "?":
                self.explain(question)
            elif not answer and (question.default or not question.is_needed):
                return question.default
            elif not answer:
                self.tell("  this cannot be left empty")
            elif (options := question.options) is None:
                if not (fault := _find_fault(question, answer)):
                    return answer
                self.tell(f"  {fault}")
            elif question.is_free and answer not in options:
                return answer
            elif len(found := _search(options, answer)) == 1:
                self.list({found[0]: options[found[0]]})
                return found[0]
            else:
                if not found:
                    self.tell(f'  nothing like "{answer}"{suggest(answer, options)}')
                self.list({key: options[key] for key in found})

    def explain(self, question: Question) -> None:
        self.tell(f"  {question.help}")
        self.list(question.options or {})

    def list(self, options: Mapping[str, str]) -> None:
        for key, words in options.items():
            self.tell(f"  {key} ({words.strip()})")

    def group(self, _: str = "") -> AbstractContextManager[None]:
        """Line after line there is nothing to set apart."""
        return nullcontext()

    def read(self) -> str:
        line = self.input.readline()
        if not line:
            raise Ended
        return line.strip()

    def tell(self, sentence: str, end: str = "\n") -> None:
        print(sentence, end=end, file=self.output, flush=True)


def _write(question: Question) -> str:
    """The words of a question, and what no answer means."""
    if question.default:
        return f"{question.label} [{question.default}]"
    return question.label if question.is_needed else f"{question.label} (may be empty)"


def _search(options: Mapping[str, str], answer: str) -> list[str]:
    """The keys that an answer may mean."""
    if answer in options:
        return [answer]
    wanted = answer.casefold()
    known = {key: words for key, words in options.items() if key != NEW}
    return [key for key, words in known.items() if wanted in key or wanted in words.casefold()]


def _find_fault(question: Question, answer: str) -> str:
    """The sentence of the record's own check; empty where the answer fits."""
    assert question.record is not None
    try:
        question.record.model_validate({question.field: read_answer(question.field, answer)})
    except ValidationError as error:
        for one in error.errors():
            if one["loc"][:1] == (question.field,):
                return str(one.get("ctx", {}).get("error", one["msg"]))
    return ""
