"""The one definition of the format: every record of figures.yaml, frozen and typed.

What a field may hold is in `values`; what spans several fields or several records in `rules/`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from loaders.dates import Date, Window
from loaders.values import (
    OMITTABLE,
    OMITTED,
    Authors,
    CountField,
    Decimal,
    EdtfDate,
    EdtfWindow,
    Flag,
    Key,
    Language,
    Omitted,
    OrNone,
    Outlet,
    Slug,
    Url,
    Words,
)
from loaders.words import Basis, Bound, Counts, Kind, Per, Reason, Side, Status


class Record(BaseModel):
    """What all records share: no unknown fields, no changes after loading, documented fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Measure(Record):
    """What is counted."""

    label: Words
    """Short name for charts and filters."""
    counts: Counts
    """What one unit of the count is."""
    legal: Flag = False
    """True where an offence belongs to the figure."""
    stock: Flag = False
    """True where `as_of` is a level on that date and not a running total."""
    definition: Words
    """What the measure means and does not mean, in one or two sentences."""


class Offence(Record):
    """Which offence a legal measure is about."""

    label: Words
    """Short name for charts and filters."""
    definition: Words
    """The articles of law it stands for."""


class Claimant(Record):
    """Who produced a number; never the outlet that relays it, unless it counted itself."""

    name: Words
    """Name in English, as shown to readers."""
    kind: Kind
    """What sort of body it is."""
    side: Side | None = None
    """Whose side it stands on; absent for independent claimants."""
    url: Url | None = None
    """Its own site."""
    aliases: tuple[Words, ...] = ()
    """Other names in articles."""
    rests_on: Slug | None = None
    """Key of another claimant whose number this one repeats: one origin then, not two."""


class Unit(Record):
    """Whose people are counted; a tree with the roots `russia` and `ukraine`."""

    name: Words
    """Name in English, as shown to readers."""
    parent: Slug | None = None
    """The unit it belongs to; absent for the two roots only."""
    echelon: Words | None = None
    """Its level: military district, army, brigade …"""
    aliases: tuple[Words, ...] = ()
    """Other names in articles."""


class Article(Record):
    """A published page that printed a figure."""

    title: Words | None = None
    """Headline in its own language."""
    outlet: Outlet
    """Who published the page."""
    author: Authors = ()
    """Who wrote it: a name as it stands, or a list of names, persons as `Maratova, Lyudmila`."""
    published: EdtfDate | None = None
    """When it was published (EDTF); absent where unknown."""
    language: Language
    """ISO 639-1 code of the language it is written in."""
    url: Url
    """Where it is."""
    archived: Url | None = None
    """A kept copy of the page."""
    read: EdtfDate | None = None
    """The day on which a curator saw it (EDTF)."""
    repost_of: Words | None = None
    """The outlet whose article this page republishes."""


class Printed(Record):
    """What one article printed differently from the claim: only the fields that differ."""

    count: CountField | None = None
    """The number printed instead."""
    bound: Bound | None = None
    """The bound printed instead."""
    measure: Key | None = None
    """What the article said was counted."""
    offence: Annotated[str | None, OrNone(Key)] = None
    """The offence the article named; `none` where it named none."""
    unit: Slug | None = None
    """The unit the article named."""
    category: Annotated[str | None, OrNone(Words)] = None
    """The personnel category the article named; `none` where it left it out."""
    claimant: Words | None = None
    """Whom the article named as the source: a key of `claimants`, or a name."""
    during: EdtfWindow | None = None
    """The window the article gave."""
    as_of: EdtfDate | None = None
    """The date the article gave for a total."""
    since: Annotated[Date | Omitted | None, OrNone(EdtfDate)] = None
    """The start the article gave for a total; `none` where it gave none."""
    per: Annotated[Per | Omitted | None, OrNone(Per)] = None
    """The rate the article gave; `none` where it made a total of a rate."""

    def stated(self, field: str) -> Any:
        """The value of a field as a figure would hold it: None where the article left it out."""
        value = getattr(self, field)
        return None if field in OMITTABLE and value == OMITTED else value


class Citation(Record):
    """One article that printed the figure."""

    article: Slug
    """Key of the article."""
    locator: Words | None = None
    """Where in the article: headline, paragraph 3 …"""
    via: tuple[Words, ...] = ()
    """Names between the claimant and the article, in order."""
    printed: Printed | None = None
    """What the article printed differently, only where a fair reader would be misled."""


class Assertion(Record):
    """Arithmetic that an article states between this figure and another."""

    times: Decimal | None = None
    """This figure is so many times the other."""
    percent: Decimal | None = None
    """This figure is so many per cent of the other."""
    of: Slug
    """Id of the other figure."""
    article: Slug
    """Key of the article that states it."""


class Dispute(Record):
    """A denial or correction of the figure."""

    claimant: Words
    """Who disputes it: a key of `claimants`, or a name."""
    article: Slug
    """Key of the article that reports the denial."""
    note: Words | None = None
    """What is said against the figure."""


class Figure(Record):
    """One claim: one claimant, one measure, one population, one window of time."""

    id: Slug
    """Unique and never reused: claimant, scope, period."""
    claimant: Slug
    """Key of who produced the number."""
    measure: Key
    """Key of what is counted."""
    offence: Key | None = None
    """Key of the offence, for legal measures."""
    unit: Slug
    """Key of whose people are counted; its root says whose force it is."""
    category: Words | None = None
    """Personnel category: mobilised, contract, conscript, convict, officer …"""
    place: Words | None = None
    """Region or place, where the figure is for that place only."""
    count: CountField
    """The number as stated, or a stated range."""
    bound: Bound = Bound.EXACT
    """How the stated number limits the count."""
    during: EdtfWindow | None = None
    """The window within which was counted (EDTF date or interval)."""
    as_of: EdtfDate | None = None
    """The date up to which a total runs, or of a level (EDTF)."""
    since: EdtfDate | None = None
    """The date from which a total runs, if the claim says so (EDTF)."""
    per: Per | None = None
    """The count is a rate over the window: so many a day, week …"""
    basis: Basis
    """How the claimant came to the number."""
    part_of: Slug | None = None
    """Id of the figure that this one is a part of."""
    supersedes: Slug | None = None
    """Id of an earlier figure of the same claimant that this one corrects."""
    status: Status = Status.CURRENT
    """What became of the claim."""
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]
    """The articles that printed it."""
    asserts: tuple[Assertion, ...] = ()
    """Arithmetic that an article states between this figure and another."""
    disputed_by: tuple[Dispute, ...] = ()
    """Denials and corrections."""
    inferred: tuple[Words, ...] = ()
    """Fields of this figure that the curator worked out and no article says."""
    accepts: tuple[Words, ...] = ()
    """Warnings that a curator has looked at and accepts; the note says why."""
    note: Words | None = None
    """Scope, ambiguity, how it was counted, in plain words."""

    @property
    def kind(self) -> Literal["during", "as_of", "rate"]:
        """Counted within a window, a total (or level) up to a date, or a rate over a window."""
        if self.per is not None:
            return "rate"
        return "during" if self.during is not None else "as_of"

    @property
    def low(self) -> int | None:
        """The lower end of the count; None where the bound leaves it open."""
        return None if self.bound.opens_down else self.count.low

    @property
    def high(self) -> int | None:
        """The upper end of the count; None where the bound leaves it open."""
        return None if self.bound.opens_up else self.count.high

    @property
    def end(self) -> Date:
        """The end of the window, or the date of the total."""
        end = self.during.end if self.during else self.as_of
        assert end is not None
        return end

    @property
    def window(self) -> Window:
        """The time the count covers, as far as the claim says; an unknown start is the end."""
        return self.during or Window(self.since or self.end, self.end)


class Gap(Record):
    """Where a claimant stopped, never published, or was not searched: a hole is data too."""

    claimant: Slug
    """Key of the claimant."""
    measure: Key
    """Key of the measure."""
    offence: Key | None = None
    """Key of the offence."""
    unit: Slug
    """Key of the unit."""
    from_: Annotated[EdtfDate, Field(alias="from")]
    """First time without numbers (EDTF)."""
    to: EdtfDate | None = None
    """Last time without numbers (EDTF); absent where the gap goes on."""
    reason: Reason
    """Why there are none."""
    article: Slug | None = None
    """Key of an article that reports it."""
    note: Words | None = None
    """What is known about it."""


class Event(Record):
    """Context drawn behind the time charts."""

    date: EdtfWindow
    """When it happened (EDTF date or interval)."""
    label: Words
    """What happened, in neutral words."""
    article: Slug | None = None
    """Key of an article that reports it."""
