"""The numbers of a text that may be counts.

Left out is what looks like a count and is none: dates (`times` finds them), years, clock times,
ages, money, ordinals and numbers of units, articles of law, telephone numbers.
"""

from __future__ import annotations

from analysis.reading.digits import Number, join_ranges, read_number, skip
from analysis.reading.qualifiers import bind, find_bound
from analysis.reading.words import DASHES, Text, listed

_MONEY = frozenset("$€£₴₽¥")
_MONEY_WORDS = (
    *("dollar", "euro", "hryvn", "ruble", "rouble", "usd", "uah", "eur", "rub", "грн", "гривен"),
    *("гривн", "долар", "євро", "рубл", "руб", "доллар", "евро", "zł", "złot", "pound"),
)
_AGE_BEFORE = listed("aged age віком возрасте віці возрастом вік возраст alter wieku im")
_AGE_BEHIND = ("year-old", "-year-old", "річн", "летн", "years-old")
_OF_YEARS = ("year", "річ", "лет")
_YEARS = listed("year years роки років рік року лет года год jahre lat")
_OLD = listed("old age alt")
_LAW = (
    *("article", "articles", "art", "ст", "стат", "стать", "section", "paragraph", "part"),
    *("пункт", "частин", "ч", "п", "§", "chapter", "глав", "розділ", "раздел", "закон", "artykuł"),
)
_NUMBERED = listed(
    """no № # nr number номер номером n unit частина частини частині часть части в/ч
    resolution order decree указ указу указом постанова постановление наказ приказ школа
    школи колонія колонии колония ік ик сізо сизо"""
)
_ECHELONS = (
    *("brigade", "regiment", "division", "battalion", "army", "corps", "company", "platoon"),
    *("бригад", "дивіз", "дивиз", "батальон", "батальйон", "армі", "арми", "корпус"),
    *("pułk", "brygad", "squadron"),
)
_SHORT_ECHELONS = listed(
    """омбр обр омсбр одшбр ошб мсп мсд мсбр рота роти роты роту полк полку полка полком
    base тро obr"""
)
_PLURALS = listed("brigades regiments divisions battalions armies companies бригад армій армий")
_ARMY = listed("army армії армію армии армию")
"""A whole force, but right behind a number: `1,000 of the Russian army`, `58 армии`."""
_UNIT_ENDINGS = ("а", "ая", "ої", "ой", "ий", "ый")
_UNIT_WORDS = listed("rifle motor mechanised mechanized guards separate tank assault")
"""What stands between the number of a unit and its size."""
_UNITS_OF_SIZE = listed("mm cm kg km км кг мм см kmh mph кв gb mb kw hz °c c f ° mhz км/год")
_YEAR_BEFORE = listed(
    """in since by until till of from through before after during early late mid year у в
    во з із зі с со до від от к на за по через після после протягом упродовж seit im bis
    od w do spring summer autumn winter fall весни лета осени зими весной летом влітку
    восени навесні взимку осенью зимой"""
)
_YEAR_BEHIND = listed("року рік році роком год года году г р рр гг роках роки годы")
_STOPS = listed(
    """and or but when while the a that was were is in on at by і та й а але коли и но
    когда which before after until alone"""
)
_SHORT_LAW = listed("no art ст ч п nr")
_AND_OR = listed("or and та і и або или ,")
_LAW_LONG = ("article", "статт", "статті", "статей", "стать", "section", "paragraph", "пункт")
_SIGNS_BEHIND = frozenset(":/°×%=#_")
_SIGNS_BEFORE = frozenset(":/#№_¤.")
"""What makes a number part of something else where no blank parts them."""
_TELEPHONE_SIGNS = frozenset("-()")
_TELEPHONES = listed("tel phone тел телефон телефону hotline number номером")


def find_numbers(text: Text, masked: set[int]) -> list[Number]:
    """The numbers that may be counts; `masked` are tokens of dates."""
    raw: list[Number] = []
    position, masked = 0, masked | _find_telephones(text)
    while position < len(text.tokens):
        found = None if position in masked else read_number(text, position, masked)
        if found is None:
            position = skip(text, position)
        else:
            raw.append(found)
            position = found.end
    joined = join_ranges(text, raw)
    kept = [one for one in joined if not _is_something_else(text, one)]
    return [bind(text, one, masked) for one in kept]


def _is_something_else(text: Text, number: Number) -> bool:
    """Whether its neighbours say that it is no count."""
    before, behind = text.word(number.start - 1), text.word(number.end)
    return (
        _is_glued(text, number)
        or _is_year(text, number)
        or _is_age(text, number, before, behind)
        or _is_money(text, number, before, behind)
        or _is_numbered(text, number, before)
        or _is_unit(text, number)
        or behind in _UNITS_OF_SIZE
        or (before == "+" and not text.gap(number.start - 1))
    )


def _is_glued(text: Text, number: Number) -> bool:
    """`F16`, `58th`, `8-ї`, `12:30`, `2/3`, `T-72`, `4.5`."""
    start, end = number.start, number.end
    behind, before = text.word(end), text.word(start - 1)
    tight_behind = end < len(text.tokens) and not text.gap(end - 1)
    tight_before = not text.gap(start - 1)
    if tight_behind and (behind[:1].isalpha() or behind in _SIGNS_BEHIND):
        return True
    if tight_before and (before[:1].isalpha() or before in _SIGNS_BEFORE):
        return True
    if tight_before and before in DASHES and start > 1:
        return not text.gap(start - 2)
    return (
        tight_behind
        and behind in DASHES
        and end + 1 < len(text.tokens)
        and not text.gap(end)
        and not text.tokens[end + 1].sign
    )


def _is_year(text: Text, number: Number) -> bool:
    if number.scaled or not 1900 <= number.low <= 2099:
        return False
    before, behind = text.word(number.start - 1), text.word(number.end)
    follows = behind[:1].isalpha()
    if behind in _YEAR_BEHIND or (before in _YEAR_BEFORE and not (number.grouped and follows)):
        return True
    if number.grouped:
        return False
    bound = find_bound(text, number.start)
    return bound is None and not (follows and behind not in _STOPS)


def _is_age(text: Text, number: Number, before: str, behind: str) -> bool:
    if before in _AGE_BEFORE and number.high < 120:
        return True
    after = text.word(number.end + 1)
    if before == "," and behind == "," and text.word(number.start - 2)[:1].isalpha():
        return 14 <= number.low <= 99 and not number.scaled
    if behind in DASHES and after.startswith(_OF_YEARS):
        return True
    return behind.startswith(_AGE_BEHIND) or (behind in _YEARS and after in _OLD)


def _is_money(text: Text, number: Number, before: str, behind: str) -> bool:
    if before in _MONEY or behind in _MONEY:
        return True
    longest = 1 + (behind in ("us", "."))
    return any(text.word(number.end + step).startswith(_MONEY_WORDS) for step in range(longest))


def _is_numbered(text: Text, number: Number, before: str) -> bool:
    """An article of law, a number of a school, unit or decree, a page of a list."""
    if number.scaled:
        return False
    if before == ".":
        before = text.word(number.start - 2)
        if before not in _SHORT_LAW:
            return False
    if before in _AND_OR and number.low < 1000:
        ahead = text.word(number.start - 3)
        return text.tokens[number.start - 2].digits and ahead.startswith(_LAW_LONG)
    return before in _NUMBERED or before in _LAW or before.startswith(_LAW_LONG)


def _is_unit(text: Text, number: Number) -> bool:
    """`155 окрема механізована бригада`, `110 brigade`; not `300 soldiers of a brigade`."""
    if number.scaled or number.grouped or number.low > 9999:
        return False
    for step in range(4):
        word = text.word(number.end + step)
        if word in _ARMY:
            return step == 0
        if word.startswith(_ECHELONS) or word in _SHORT_ECHELONS:
            return word not in _PLURALS
        if not word.endswith(_UNIT_ENDINGS) and word not in _UNIT_WORDS:
            return False
    return False


def _find_telephones(text: Text) -> set[int]:
    """The digits behind a plus or a leading zero, as far as only blanks and brackets part them."""
    found: set[int] = set()
    for position, token in enumerate(text.tokens):
        if not token.digits:
            continue
        is_plus = text.word(position - 1) == "+" and not text.gap(position - 1)
        is_group = position > 0 and text.tokens[position - 1].digits
        is_zero = token.word[0] == "0" and 2 <= len(token.word) <= 4 and not is_group
        if is_plus or is_zero or text.word(position - 1) in _TELEPHONES:
            found |= _follow(text, position)
    return found


def _follow(text: Text, position: int) -> set[int]:
    """The groups of a telephone number; a single one is none."""
    places, end = {position}, position + 1
    while end < len(text.tokens) and len(text.gap(end - 1)) <= 1:
        if text.tokens[end].digits and len(text.word(end)) <= 4:
            places.add(end)
        elif text.word(end) not in _TELEPHONE_SIGNS:
            break
        end += 1
    return places if len(places) > 1 or len(text.word(position)) > 8 else set()
