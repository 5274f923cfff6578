"""desertion new: questions about an article and each of its claims, answers as lines of the file.

Each question offers what the file has; each answer is checked at once and asked for again until
it fits. An empty answer takes what is in brackets, or leaves the field out where it may be.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Any, TextIO

from pydantic import ValidationError

from commands.command import FILES, command, files_of, switch
from commands.questions import Ended, Fields, Questions
from editing.block import Edit
from editing.disk import version_of
from editing.draft import (
    Draft,
    NewRelay,
    find_sister,
    list_differing,
    make_article_key,
    make_figure_id,
    write_edits,
)
from editing.save import TERMINAL, save
from editing.several import Gathered
from loaders.dates import parse_date, parse_window
from loaders.files import file_name, read_file
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.records import Figure, Printed
from loaders.rules.duplicates import find_article, find_near
from loaders.sentences import say
from loaders.tracking import strip_tracking
from loaders.values import EdtfDate, Language, Slug, Url, Words, parse_count
from loaders.words import Basis, Bound, Kind, Per, Side, Status, Word

WINDOW_HELP = (
    "When was it counted? A window such as 2024-01 or 2024-01-01/2024-04-12; or, for a total "
    "or level, `to` and its date: to 2024-04-29"
)
NEW = "new"
MOST_OFFERED = 5


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
        super().__init__(input, output)
        self.gathered = Gathered(data, read_ledger(data, name))
        self.draft = Draft({})

    @property
    def ledger(self) -> Ledger:
        """With the claims that are answered."""
        return self.gathered.ledger

    def run(self) -> list[Edit]:
        """What adds the article and its claims to the file. Raises Ended."""
        article = self.ask_article()
        self.take(self.ask_claim(article))
        while not self.gathered.edits or self.wants_more():
            self.take(self.ask_claim(article))
        return list(self.gathered.edits)

    def wants_more(self) -> bool:
        """No more answers are a no."""
        question = "Another claim of this article?"
        try:
            return bool(self.choose(f"{question} (empty: no)", {"yes": "the next claim"}, ""))
        except Ended:
            return False

    def take(self, proposal: Draft | NewRelay) -> None:
        """Keep it where the file would load with it; else say why not."""
        try:
            self.gathered = self.gathered.take(proposal)
            self.draft = Draft({})
        except Refused as refusal:
            self.tell("  This cannot be added; its questions come again:")
            for problem in refusal.problems:
                self.tell(f"  {problem.record}: {problem.field}: {problem.message}")
            self.draft = Draft({}, articles=self.draft.articles)

    def ask_claim(self, article: str) -> Draft | NewRelay:
        """A draft of a new claim, or a relay of one that is in the file. Raises Ended."""
        figure = {"id": "", **self.ask_who_and_what(), **self.ask_count(), **self.ask_when()}
        figure["basis"] = self.choose("How did the claimant come to it?", _words(Basis))
        figure["citations"] = [{"article": article, **self.ask_citation()}]
        figure["id"] = make_figure_id(self.ledger.figures, figure)
        if relayed := self.ask_near(figure):
            citation = {**figure["citations"][0], **self.ask_printed(figure, relayed)}
            return NewRelay(relayed, citation, self.draft.articles)
        if printed := self.ask_otherwise():
            figure["citations"][0]["printed"] = printed
        self.add_rest(figure)
        self.draft.figure = figure
        return self.draft

    def add_rest(self, figure: Fields) -> None:
        """Id, whole, status and note."""
        figure["id"] = self.ask("Id of the figure", Slug, default=figure["id"])
        whole = {id: say(self.ledger, other) for id, other in self.ledger.figures.items()}
        if part_of := self.choose("Part of which figure? (empty: none)", whole, ""):
            figure["part_of"] = part_of
        if status := self.choose("What became of the claim? [current]", _words(Status), ""):
            figure["status"] = status
        if figure.get("status") == Status.CURRENT:
            del figure["status"]
        self.add(figure, "note", "Note: scope, ambiguity, how it was counted (may be empty)")

    def ask_otherwise(self) -> Fields:
        """What the article prints otherwise than its claimant said, field by field."""
        printed: Fields = {}
        fields = {name: str(field.description) for name, field in Printed.model_fields.items()}
        question = "Does the article print a field otherwise than the claim? (empty: no)"
        while name := self.choose(question, fields, ""):
            read = _read_count if name == "count" else str
            answer = self.ask(f"Its {name}", parse=_check_printed(name, read))
            printed[name] = read(answer)
        return printed

    def ask_article(self) -> str:
        """The key of the article; of one that is not in the file, its fields go to the draft."""
        url = strip_tracking(self.ask("Address of the article", Url))
        if key := find_article(self.ledger, url):
            self.tell(f"It is in the file: {key}")
            return key
        sister = find_sister(self.ledger, url)
        outlet, language = (sister.outlet, sister.language) if sister else ("", "")
        fields: Fields = {}
        self.add(fields, "title", "Title, in its own language (may be empty)")
        fields["outlet"] = self.ask("Outlet", Words, default=outlet or None)
        self.add(fields, "author", "Author (may be empty)")
        self.add(fields, "published", "Published, such as 2024-04-29 (may be empty)", EdtfDate)
        question = "Language, two letters"
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
        return self.draft.add(self.ledger, "claimants", fields)

    def ask_unit(self, question: str = "Whose people?") -> str:
        """A unit by its key; of a new one its parent is asked for, which may be new too."""
        known = {
            key: ", ".join((unit.name, *unit.aliases)) for key, unit in self.ledger.units.items()
        } | {key: fields["name"] for key, fields in self.draft.units.items()}
        if key := self.choose(f"{question} (new: not in the file)", known, NEW):
            return key
        fields = {"name": self.ask("Name of the unit, in English", Words)}
        fields["parent"] = self.ask_unit(f"Which unit does {fields['name']} belong to?")
        self.add(fields, "echelon", "Its level, such as brigade (may be empty)")
        return self.draft.add(self.ledger, "units", fields)

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
        differs = {name: figure[name] for name in list_differing(claim, printed, figure)}
        if not differs:
            return {}
        told = ", ".join(f"{name}: {value}" for name, value in differs.items())
        self.tell(f"Otherwise than in {id}: {told}")
        question = "Would a fair reader be misled, so that it is recorded?"
        kept = self.choose(question, {"yes": "as printed", "no": "shorthand, or the same"})
        return {"printed": differs} if kept == "yes" else {}


def _words(kind: type[Word]) -> dict[str, str]:
    return {str(word): word.definition for word in kind}


def _check_printed(name: str, read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda answer: Printed.model_validate({name: read(answer)})


def _read_count(text: str) -> str | dict[str, str]:
    low, dash, high = text.partition("-")
    count = {"low": low.strip(), "high": high.strip()} if dash else text
    parse_count(count)
    return count


def _read_window(text: str) -> Fields:
    if text.startswith("to "):
        return {"as_of": str(parse_date(text.removeprefix("to ").strip()))}
    return {"during": str(parse_window(text))}
