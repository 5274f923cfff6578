"""The closed lists of the format: each word beside what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed list; `definition` says in one clause what it means."""

    definition: str

    def __new__(cls, word: str, definition: str) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        return member


class Bound(Word):
    """How a stated number limits the count."""

    EXACT = "exact", "the count itself"
    ABOUT = "about", "a round number near the count; how near is not said"
    ALMOST = "almost", "a little less than the number stated"
    AT_LEAST = "at_least", "the number stated, or more"
    MORE_THAN = "more_than", "more than the number stated"
    UP_TO = "up_to", "the number stated, or less"
    LESS_THAN = "less_than", "less than the number stated"

    @property
    def opens_up(self) -> bool:
        """The number stated is a lower end."""
        return self in (Bound.AT_LEAST, Bound.MORE_THAN)

    @property
    def opens_down(self) -> bool:
        """The number stated is an upper end."""
        return self in (Bound.ALMOST, Bound.UP_TO, Bound.LESS_THAN)


class Basis(Word):
    """How the claimant came to its number."""

    COURT_RECORDS = "court_records", "counted in courts' published case records"
    OFFICIAL_STATISTICS = "official_statistics", "a regular statistical publication of a state body"
    OFFICIAL_STATEMENT = "official_statement", "said by an official, without a published table"
    INTELLIGENCE = (
        "intelligence",
        "stated by an intelligence service, without the material behind it",
    )
    LEAKED_DOCUMENTS = "leaked_documents", "internal documents that were leaked"
    NAME_LIST = "name_list", "counted on a list of names"
    AID_GROUP_LOG = "aid_group_log", "an aid group's or hotline's own record of its work"
    MEDIA_COUNT = "media_count", "counted by a newsroom from its own reporting"
    TESTIMONY = "testimony", "told by people who were there or close to it"
    ESTIMATE = "estimate", "derived or judged by the claimant, not counted"
    FORECAST = "forecast", "expected by the claimant for a time still to come"


class Per(Word):
    """The time a rate is stated for."""

    DAY = "day", "a calendar day"
    WORKING_DAY = "working_day", "a day on which courts or offices work"
    WEEK = "week", "a week"
    MONTH = "month", "a month"


class Status(Word):
    """What became of a claim."""

    CURRENT = "current", "stands as stated"
    DOUBTFUL = "doubtful", "stands, but something speaks against it; the note says what"
    SUPERSEDED = "superseded", "corrected by a later figure of the same claimant"
    WITHDRAWN = "withdrawn", "taken back by its claimant"
    MISTAKEN = (
        "mistaken",
        "entered in error in this file; kept so that its id is never used again",
    )


class Kind(Word):
    """What sort of body a claimant is."""

    STATE_BODY = "state_body", "a government, ministry, service or parliament"
    COURT_OR_REGISTER = "court_or_register", "a court, prosecutor or register"
    MEDIA = "media", "a newsroom that counted for itself"
    NGO = "ngo", "a non-governmental or aid group"
    RESEARCH = "research", "a research group or analyst collective"
    LEAK = "leak", "leaked documents, or a channel that publishes them"
    INDIVIDUAL = "individual", "one person, or several who are not named"
    ARMED_GROUP = "armed_group", "an armed group that is no state's regular force"


class Side(Word):
    """Whose side a claimant stands on in the war."""

    RUSSIA = "russia", "the Russian state or a body of it"
    UKRAINE = "ukraine", "the Ukrainian state or a body of it"
    THIRD = "third", "another state, or an organisation of states"


class Counts(Word):
    """What one unit of a count is."""

    PEOPLE = "people", "people"
    CASES = "cases", "criminal cases"
    VERDICTS = "verdicts", "sentences or convictions"
    REQUESTS = "requests", "requests or applications"


class Reason(Word):
    """Why a series has a hole."""

    WITHHELD = "withheld", "published before, now kept back"
    STOPPED = "stopped", "the claimant no longer counts"
    NOT_PUBLISHED = "not_published", "never published for this time"
    RESTARTED = "restarted", "the claimant began its count again"
    NOT_SEARCHED = "not_searched", "not yet collected in this file"
