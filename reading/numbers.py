"""The numbers of a text that may be counts, with the words that bound them or make them a rate.

Left out is what looks like a count and is none: dates (`times` finds them), years, clock times,
ages, money, ordinals and numbers of units, articles of law, telephone numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from loaders.dates import FIRST_YEAR, LAST_YEAR
from loaders.words import Bound, Per
from reading.digits import Number, join_ranges, read_number, skip
from reading.ratios import UNITS
from reading.vocabulary import BEHIND, BOUNDS, RATES
from reading.words import DASHES, SHORT, Lexicon, Text, listed

_BEHIND = Lexicon(
    {
        "money": """$ € £ ₴ ₽ ¥ dollar* us_dollar* euro* hryvn* ruble* rouble* usd uah eur rub* грн
        гривен* гривн* долар* євро рубл* руб доллар* евро zł* pound*""",
        "age": """year-old* years-old years_old year_old jahre_alt річн* летн*""",
        "size": "mm cm kg km км кг мм см kmh mph кв gb mb kw hz °c c f ° mhz км/год",
    }
)
"""What says behind a number that it is none of people or cases."""
_MONEY = frozenset("$€£₴₽¥")
_AGE_BEFORE = listed("aged age віком возрасте віці возрастом вік возраст alter wieku")
_OLDEST = 120
_NUMBERED = Lexicon(
    {
        "law": "article* статт* статей стать* section* paragraph* пункт*",
        "other": """art ст ч п § part частина частини частині часть части chapter глава главы розділ
        раздел закон artykuł no № # nr number номер номером n unit в/ч resolution order decree указ
        указу указом постанова постановление наказ приказ школа школи колонія колонии колония ік ик
        сізо сизо""",
    }
)
"""What says before a number that it is the name of something."""
_AND_OR = listed("or and та і и або или ,")
_HIGHEST_LAW = 999
_SIZES = Lexicon(
    {
        "size": """brigade* regiment* division* battalion* army* corps company* platoon* squadron*
        бригад* дивіз* дивиз* батальон* батальйон* армі* арми* корпус* pułk* brygad* омбр обр омсбр
        одшбр ошб мсп мсд мсбр рота роти роты роту полк полку полка полком base тро obr"""
    }
)
_PLURALS = listed("brigades regiments divisions battalions armies companies бригад армій армий")
_ARMY = listed("army армії армію армии армию")
"""A whole force, but right behind a number: `1,000 of the Russian army`, `58 армии`."""
_UNIT_ENDINGS = ("а", "ая", "ої", "ой", "ий", "ый")
_UNIT_WORDS = listed("rifle motor mechanised mechanized guards separate tank assault")
"""What stands between the number of a unit and its size."""
_HIGHEST_UNIT = 9999
_STOPS = listed(
    """and or but when while the a that was were is in on at by і та й а але коли и но
    когда which before after until alone"""
)
"""Words behind a year; behind a count stands what is counted."""
_SIGNS_BEHIND = frozenset(":/°×%=#_")
_SIGNS_BEFORE = frozenset(":/#№_¤.+")
"""What makes a number part of something else where no blank parts them."""
_TELEPHONE = re.compile(
    r"""(?:(?:tel|phone|hotline|number|тел|телефону?|номером)[.:]?\ |\+|(?<!\d)(?<!\d[ ,.])0(?=\d))
    (?:\d{9,}|\d{1,4}(?:[ ()-]{1,2}\d{1,7})+(?!\d))""",
    re.IGNORECASE | re.VERBOSE,
)
_BOUNDS = Lexicon(BOUNDS)
_BOUNDS_BEHIND = Lexicon(BEHIND)
_RATES = Lexicon(RATES)
_FILLERS = listed("a an the total of всього всего ті те ще еще our")
_UP_TO = listed("до do")
_LONGEST = 4
"""Words before a number that state its bound, or its rate."""
_FARTHEST = 16
"""Words behind a number within which its rate stands."""
_RATE_STOPS = frozenset(".;!?")
"""A rate behind one of these is of something else, and behind a number also one behind a comma."""


def find_numbers(text: Text, masked: set[int]) -> list[Number]:
    """The numbers that may be counts; `masked` are tokens of dates."""
    raw: list[Number] = []
    position, masked = 0, masked | _find_telephones(text)
    while text.word(position):
        found = None if position in masked else read_number(text, position, masked)
        if found:
            raw.append(found)
        position = found.end if found else skip(text, position)
    kept = [one for one in join_ranges(text, raw) if not _is_something_else(text, one)]
    return [bind(text, one, masked) for one in kept]


def _find_telephones(text: Text) -> set[int]:
    starts = [token.start for token in text.tokens]
    spans = (found.span() for found in _TELEPHONE.finditer(text.text))
    return {
        place
        for start, end in spans
        for place in range(bisect_left(starts, start), bisect_left(starts, end))
    }


def _is_something_else(text: Text, number: Number) -> bool:
    """Whether its neighbours say that it is no count."""
    return (
        any(_BEHIND.at(text, number.end))
        or text.word(number.start - 1) in _MONEY
        or _is_glued(text, number)
        or any(look(text, number) for look in _LOOKS if number.scale == 1)
    )


def _is_glued(text: Text, number: Number) -> bool:
    """`F16`, `58th`, `8-ї`, `12:30`, `2/3`, `T-72`, `4.5`."""
    before, behind = text.word(number.start - 1), text.word(number.end)
    if not text.gap(number.end - 1):
        is_part = behind in DASHES and not text.gap(number.end)
        if is_part and not text.tokens[number.end + 1].sign:
            return True
        if behind[:1].isalpha() or behind in _SIGNS_BEHIND:
            return True
    if text.gap(number.start - 1):
        return False
    is_part = before in DASHES and not text.gap(number.start - 2)
    return is_part or before[:1].isalpha() or before in _SIGNS_BEFORE


def _is_year(text: Text, number: Number) -> bool:
    """A bare number that could be one, but that says what it counts or is bounded."""
    if number.grouped or not FIRST_YEAR <= number.low <= LAST_YEAR:
        return False
    behind = text.word(number.end)
    is_counted = behind[:1].isalpha() and behind not in _STOPS
    return not is_counted and find_bound(text, number.start) is None


def _is_age(text: Text, number: Number) -> bool:
    """`aged 34`, `John, 34, fled`."""
    before, behind = text.word(number.start - 1), text.word(number.end)
    if before in _AGE_BEFORE:
        return number.high < _OLDEST
    is_apposed = before == behind == "," and text.word(number.start - 2)[:1].isalpha()
    return is_apposed and 14 <= number.low <= 99


def _is_numbered(text: Text, number: Number) -> bool:
    """An article of law, a number of a school, unit or decree, a page of a list."""
    before = text.word(number.start - 1)
    if before == "." and text.word(number.start - 2) in SHORT:
        before = text.word(number.start - 2)
    if before in _AND_OR and text.digits(number.start - 2) and number.low <= _HIGHEST_LAW:
        return "law" in _NUMBERED.of(text.word(number.start - 3))
    return bool(_NUMBERED.of(before))


def _is_unit(text: Text, number: Number) -> bool:
    """`155 окрема механізована бригада`, `110 brigade`; not `300 soldiers of a brigade`."""
    if number.grouped or number.low > _HIGHEST_UNIT:
        return False
    for step in range(4):
        word = text.word(number.end + step)
        if word in _ARMY:
            return step == 0
        if _SIZES.of(word):
            return word not in _PLURALS
        if not word.endswith(_UNIT_ENDINGS) and word not in _UNIT_WORDS:
            return False
    return False


_LOOKS = (_is_year, _is_age, _is_numbered, _is_unit)


def bind(text: Text, number: Number, masked: set[int]) -> Number:
    """The number with the words of its bound and of its rate."""
    bound, opened = find_bound(text, number.start) or (None, number.start)
    end = number.end
    for behind, length in () if bound else _BOUNDS_BEHIND.at(text, end):
        bound, end = behind, end + length
    number = replace(number, bound=bound or Bound.EXACT, opened=opened, end=end)
    return replace(number, per=_find_rate(text, number, masked))


def find_bound(text: Text, start: int) -> tuple[Bound, int] | None:
    """The longest words before a number that state a bound, with where they begin."""
    found = _find_before(text, start)
    while not found and text.word(start - 1) in _FILLERS:
        start -= 1
        found = _find_before(text, start)
    return found


def _find_before(text: Text, start: int) -> tuple[Bound, int] | None:
    for place in range(start - _LONGEST, start):
        for bound, length in _BOUNDS.at(text, place):
            if place + length == start and not _belongs_to_number(text, place):
                return bound, place
    return None


def _belongs_to_number(text: Text, place: int) -> bool:
    """`ten times more than 28`, `з 500 до 1000`: the words speak of what is before them."""
    is_number = bool(text.digits(place - 1)) and text.word(place) in _UP_TO
    return is_number or "times" in UNITS.of(text.word(place - 1))


def _find_rate(text: Text, number: Number, masked: set[int]) -> Per | None:
    """The rate behind a number, or just before it."""
    behind = range(number.end, number.end + _FARTHEST)
    before = range(number.opened - 1, number.opened - 1 - _LONGEST, -1)
    for places, stops in ((behind, _RATE_STOPS | {","}), (before, _RATE_STOPS)):
        for place in _reach(text, places, stops, masked):
            for per, _ in _RATES.at(text, place):
                return per
    return None


def _reach(text: Text, places: Iterable[int], stops: Set[str], masked: set[int]) -> Iterator[int]:
    """The places up to another number or a sign that parts them from this one."""
    for place in places:
        if text.word(place) in stops or (text.digits(place) and place not in masked):
            return
        yield place
