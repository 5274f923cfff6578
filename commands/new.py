"""desertion new: the questions of the Edit page in a terminal, answers as lines of the file.

Each answer is checked at once and asked for again until it fits. An empty answer takes what is in
brackets, or leaves the field out where it may be.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TextIO

from commands.command import FILES, command, files_of, switch
from commands.questions import WAYS, Ended, Questions
from editing.block import Edit
from editing.disk import version_of
from editing.draft import Draft, Fields, list_differing, list_near, write_edits
from editing.form import Question, add_rest, ask_article, ask_figure, ask_printed, ask_where
from editing.save import TERMINAL, save
from editing.trial import Trial, try_all
from loaders.files import file_name, read_file
from loaders.load import read_ledger
from loaders.sentences import say


@command("new", *FILES, switch("--write", "put it into the file, in its place"))
def new(options: Namespace) -> int:
    """Ask for the claims of an article and print them ready to paste; 1 if answers end early."""
    return max(_ask(path, options.write) for path in files_of(options))


def _ask(path: str, write: bool) -> int:
    data = read_file(path)
    try:
        edits = Dialogue(data, file_name(path), sys.stdin, sys.stdout).run()
    except Ended:
        print("\nno more answers; nothing was written")
        return 1
    print(f"\n{write_edits(edits)}")
    if write:
        save(path, edits, version_of(data), TERMINAL)
        print(f"{path}: saved")
    return 0


class Dialogue(Questions):
    """The questions about one article and what it says.

    Each claim that is answered is taken into the file as it would be, so that the next one finds
    the claimants, units and figures of those before it.
    """

    def __init__(self, data: bytes, name: str, input: TextIO, output: TextIO) -> None:
        super().__init__(read_ledger(data, name), input, output)
        self.trial = try_all(data, self.ledger)
        self.draft = Draft()

    def run(self) -> list[Edit]:
        """What adds the article and its claims to the file. Raises Ended."""
        self.tell(f"{WAYS}\n")
        ask_article(self, self.draft)
        while not self.trial.edits or self.wants_more():
            self.take(self.trial.take(self.ask_claim()))
        return list(self.trial.edits)

    def wants_more(self) -> bool:
        """No more answers are a no."""
        more = Question("more", "Another claim of this article?", options={"yes": "the next claim"})
        try:
            return bool(self.put(more))
        except Ended:
            return False

    def take(self, tried: Trial) -> None:
        """Keep it where the file would load with it; else say why not."""
        new_articles = {} if tried.ledger else self.draft.articles
        self.draft = Draft(self.draft.article, new_articles)
        if tried.ledger:
            self.trial, self.ledger = tried, tried.ledger
            return
        self.tell("  This cannot be added; its questions come again:")
        for problem in tried.errors:
            self.tell(f"  {problem.record}: {problem.field}: {problem.message}")

    def ask_claim(self) -> Draft:
        """A new claim, or a relay of one that is in the file. Raises Ended."""
        figure = ask_figure(self, self.draft)
        citation = {"article": self.draft.article, **ask_where(self)}
        if relayed := self.ask_near(figure):
            citation |= self.ask_differing(figure, relayed)
            self.draft.citations[relayed] = citation
            return self.draft
        figure["citations"] = [citation | ask_printed(self)]
        add_rest(self, figure)
        self.draft.figures.append(figure)
        return self.draft

    def ask_near(self, figure: Fields) -> str:
        """The id of the figure that this article relays, if it is in the file already."""
        near = {one.id: say(self.ledger, one) for one in list_near(self.ledger, figure)}
        for id, sentence in near.items():
            self.tell(f"Looks like {id}: {sentence}")
        question = Question("near", "Add your article there?", "", near)
        return str(self.put(question)) if near else ""

    def ask_differing(self, figure: Fields, id: str) -> Fields:
        """What the article prints otherwise than the claim it relays, if that is to be kept."""
        differs = list_differing(self.ledger.figures[id], figure)
        if not differs:
            return {}
        told = ", ".join(f"{name}: {value}" for name, value in differs.items())
        self.tell(f"Otherwise than in {id}: {told}")
        options = {"yes": "as printed", "no": "shorthand, or the same"}
        label = "Would a fair reader be misled, so that it is recorded?"
        kept = self.put(Question("kept", label, options=options, default="no"))
        return {"printed": differs} if kept == "yes" else {}
