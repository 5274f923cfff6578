"""The numbers of a text that may be counts.

Left out is what looks like a count and is none: dates (`times` finds them), years, clock times,
ages, money, ordinals and numbers of units, articles of law, telephone numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.dates import FIRST_YEAR, LAST_YEAR
from reading.digits import Number, join_ranges, read_number, skip
from reading.qualifiers import bind, find_bound
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
