"""The closed lists of the format: words beside what they mean, and the codes of languages."""

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


_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = tuple(_CODES.split())
"""All codes of two letters."""

_MEANT = (
    "al:sq at:de au:en by:be cn:zh cz:cs dk:da ge:ka gb:en gr:el il:he ir:fa iw:he jp:ja "
    "kz:kk md:ro mx:es pk:ur rs:sr sh:sr ua:uk us:en vn:vi "
    "ara:ar aze:az bel:be bul:bg cat:ca ces:cs chi:zh cze:cs dan:da deu:de dut:nl ell:el eng:en "
    "est:et fas:fa fin:fi fra:fr fre:fr geo:ka ger:de gre:el heb:he hhrv:hr hun:hu hye:hy "
    "ita:it jpn:ja kat:ka kaz:kk kor:ko lav:lv lit:lt nld:nl nor:no per:fa pol:pl por:pt ron:ro "
    "rum:ro rus:ru slk:sk slv:sl spa:es srp:sr swe:sv tur:tr ukr:uk urd:ur vie:vi zho:zh "
    "arabic:ar belarusian:be chinese:zh czech:cs dutch:nl english:en estonian:et finnish:fi "
    "french:fr georgian:ka german:de greek:el hebrew:he hungarian:hu italian:it japanese:ja "
    "kazakh:kk latvian:lv lithuanian:lt norwegian:no persian:fa polish:pl portuguese:pt "
    "romanian:ro russian:ru serbian:sr slovak:sk spanish:es swedish:sv turkish:tr ukrainian:uk"
)
SLIPS = dict(pair.split(":") for pair in _MEANT.split())
"""What is no code but a country's, one of three letters or a name -> the code that was meant."""


def humanise(word: str) -> str:
    """`court_records` -> `Court records`."""
    return word.replace("_", " ").capitalize()
