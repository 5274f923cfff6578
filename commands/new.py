"""desertion new: questions about an article and what it says, answers as a draft.

Each question offers what the file has; each answer is checked at once and asked for again until
it fits. An empty answer takes what is in brackets, or leaves the field out where it may be.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TextIO

from pydantic import ValidationError

from commands.command import FILES, command, files_of, switch
from commands.questions import Ended, Fields, Questions
from editing.draft import (
    Draft,
    Relay,
    find_sister,
    make_article_key,
    make_figure_id,
    make_key,
    write_edits,
)
from editing.save import TERMINAL, preview, save
from loaders.dates import parse_date, parse_window
from loaders.duplicates import find_article, find_near
from loaders.files import file_name, read_file
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.records import EdtfDate, Figure, Language, Printed, Slug, Url, Words, parse_count
from loaders.sentences import say
from loaders.words import Basis, Bound, Kind, Per, Side, Word

WINDOW_HELP = (
    "When was it counted? A window such as 2024-01 or 2024-01-01/2024-04-12; or, for a total "
    "or level, `to` and its date: to 2024-04-29"
)
NEW = "new"
MOST_OFFERED = 5


@command("new", *FILES, switch("--write", "put it into the file, in its place"))
def new(options: Namespace) -> int:
    """Ask for a new claim and print it ready to paste; 1 if the answers end early."""
    return max(_ask(path, options.write) for path in files_of(options))


def _ask(path: str, write: bool) -> int:
    data = read_file(path)
    ledger = read_ledger(data, file_name(path))
    try:
        edits = Dialogue(ledger, sys.stdin, sys.stdout).run().edits(data)
    except Ended:
        print("\nno more answers; nothing was written")
        return 1
    print(f"\n{write_edits(edits)}")
    read_ledger(preview(data, edits, file_name(path)), file_name(path))
    if write:
        save(path, edits, ledger.version, TERMINAL)
        print(f"{path}: saved")
    return 0


class Dialogue(Questions):
    """The questions about one article and its claim."""

    def __init__(self, ledger: Ledger, input: TextIO, output: TextIO) -> None:
        super().__init__(input, output)
        self.ledger = ledger
        self.draft = Draft({})

    def run(self) -> Draft | Relay:
        """A draft of a new claim, or a relay of one that is in the file. Raises Ended."""
        article = self.ask_article()
        figure = {"id": "", **self.ask_who_and_what(), **self.ask_count(), **self.ask_when()}
        figure["basis"] = self.choose("How did the claimant come to it?", _words(Basis))
        figure["citations"] = [{"article": article, **self.ask_citation()}]
        figure["id"] = make_figure_id(self.ledger, figure)
        if relayed := self.ask_near(figure):
            citation = {**figure["citations"][0], **self.ask_printed(figure, relayed)}
            return Relay(relayed, citation, self.draft.articles)
        suggested = figure["id"]
        figure["id"] = self.ask(f"Id of the figure [{suggested}]", Slug, default=suggested)
        self.add(figure, "note", "Note: scope, ambiguity, how it was counted (may be empty)")
        self.draft.figure = figure
        return self.draft

    def ask_article(self) -> str:
        """The key of the article; of one that is not in the file, its fields go to the draft."""
        url = self.ask("Address of the article", Url)
        if key := find_article(self.ledger, url):
            self.tell(f"It is in the file: {key}")
            return key
        sister = find_sister(self.ledger, url)
        outlet, language = (sister.outlet, sister.language) if sister else ("", "")
        fields: Fields = {}
        self.add(fields, "title", "Title, in its own language (may be empty)")
        fields["outlet"] = self.ask(_with_default("Outlet", outlet), Words, default=outlet or None)
        self.add(fields, "author", "Author (may be empty)")
        self.add(fields, "published", "Published, such as 2024-04-29 (may be empty)", EdtfDate)
        question = _with_default("Language, two letters", language)
        fields["language"] = self.ask(question, Language, default=language or None)
        fields["url"] = url
        key = make_article_key(self.ledger, fields["outlet"], fields.get("published"))
        self.draft.articles[key] = fields
        return key

    def ask_who_and_what(self) -> Fields:
        fields = {"claimant": self.ask_claimant()}
        measures = {key: measure.label for key, measure in self.ledger.measures.items()}
        fields["measure"] = self.choose("What is counted?", measures)
        if self.ledger.measures[fields["measure"]].legal:
            offences = {key: offence.label for key, offence in self.ledger.offences.items()}
            fields["offence"] = self.choose("Which offence?", offences)
        fields["unit"] = self.ask_unit()
        self.add(fields, "category", "Personnel category, such as mobilised (may be empty)")
        self.add(fields, "place", "Place, if it is for one place only (may be empty)")
        return fields

    def ask_claimant(self) -> str:
        known = {
            key: ", ".join((claimant.name, *claimant.aliases))
            for key, claimant in self.ledger.claimants.items()
        }
        if key := self.choose("Who produced the number? (new: not in the file)", known, NEW):
            return key
        fields = {"name": self.ask("Name of the claimant, in English", Words)}
        fields["kind"] = self.choose("What sort of body is it?", _words(Kind))
        if side := self.choose("Whose side does it stand on? (empty: none)", _words(Side), ""):
            fields["side"] = side
        key = make_key(self.ledger.claimants, fields["name"])
        self.draft.claimants[key] = fields
        return key

    def ask_unit(self) -> str:
        known = {
            key: ", ".join((unit.name, *unit.aliases)) for key, unit in self.ledger.units.items()
        }
        if key := self.choose("Whose people? (new: not in the file)", known, NEW):
            return key
        fields = {"name": self.ask("Name of the unit, in English", Words)}
        fields["parent"] = self.choose("Which unit does it belong to?", known)
        self.add(fields, "echelon", "Its level, such as brigade (may be empty)")
        key = make_key(self.ledger.units, fields["name"])
        self.draft.units[key] = fields
        return key

    def ask_count(self) -> Fields:
        text = self.ask("How many? A number such as 18000, or a range 60-90", parse=_read_count)
        fields: Fields = {"count": _read_count(text)}
        if bound := self.choose("How does that limit the count? [exact]", _words(Bound), ""):
            fields["bound"] = bound
        if fields.get("bound") == Bound.EXACT:
            del fields["bound"]
        return fields

    def ask_when(self) -> Fields:
        text = self.ask(WINDOW_HELP, parse=_read_window)
        fields = _read_window(text)
        if "as_of" in fields:
            self.add(fields, "since", "Counted since, if it says so (may be empty)", EdtfDate)
        elif per := self.choose("A rate per day, week …? (empty: no)", _words(Per), ""):
            fields["per"] = per
        return fields

    def ask_citation(self) -> Fields:
        fields: Fields = {}
        self.add(fields, "locator", "Where in the article: headline, paragraph 3 (may be empty)")
        question = "Names between claimant and article, in order, with ; between (may be empty)"
        names = [name.strip() for name in self.ask(question, parse=str, default="").split(";")]
        if via := [name for name in names if name]:
            fields["via"] = via
        return fields

    def ask_near(self, figure: Fields) -> str:
        """The id of the figure that this article relays, if it is in the file already."""
        try:
            near = find_near(self.ledger, Figure.model_validate(figure))[:MOST_OFFERED]
        except (ValidationError, KeyError):
            return ""
        offered = {one.figure.id: say(self.ledger, one.figure) for one in near}
        for id, sentence in offered.items():
            self.tell(f"Looks like {id}: {sentence}")
        if not offered:
            return ""
        return self.choose("Add your article there? (empty: a claim of its own)", offered, "")

    def ask_printed(self, figure: Fields, id: str) -> Fields:
        """What the article prints otherwise than the claim it relays, if that is to be kept."""
        claim, printed = self.ledger.figures[id], Figure.model_validate(figure)
        differs = {
            name: figure[name]
            for name in Printed.model_fields
            if name in figure and getattr(claim, name) != getattr(printed, name)
        }
        if not differs:
            return {}
        told = ", ".join(f"{name}: {value}" for name, value in differs.items())
        self.tell(f"Otherwise than in {id}: {told}")
        question = "Would a fair reader be misled, so that it is recorded?"
        kept = self.choose(question, {"yes": "as printed", "no": "shorthand, or the same"})
        return {"printed": differs} if kept == "yes" else {}


def _words(kind: type[Word]) -> dict[str, str]:
    return {str(word): word.definition for word in kind}


def _with_default(question: str, default: str) -> str:
    return f"{question} [{default}]" if default else question


def _read_count(text: str) -> str | dict[str, str]:
    low, dash, high = text.partition("-")
    count = {"low": low.strip(), "high": high.strip()} if dash else text
    parse_count(count)
    return count


def _read_window(text: str) -> Fields:
    if text.startswith("to "):
        return {"as_of": str(parse_date(text.removeprefix("to ").strip()))}
    return {"during": str(parse_window(text))}
