"""The numbers of a text that may be counts, and the ratios it states.

Left out is what is no count: dates (`times` finds them), years, clock times, ages, money,
ordinals and numbers of units, articles of law, telephone numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from analysis.reading.ratios import TIMES
from analysis.reading.vocabulary import BEHIND, BOUNDS, NUMBERS, RATES, SCALES
from analysis.reading.words import DASHES, Text, listed, read_phrases
from loaders.records import MAX_COUNT
from loaders.words import Bound, Per

T = TypeVar("T")
GROUPING = frozenset({" ", ",", ".", "'", "’", "_", "\u00a0", "\u2009", "\u202f", "\u2007"})
"""What may stand between groups of three digits."""
_LONGEST = 12
"""A longer run of digits is no count."""
_WORDS = {word: number for number, words in NUMBERS.items() for word in words.split()}
_SCALES = {word: scale for scale, words in SCALES.items() for word in words.split()}
_BOUNDS = read_phrases(BOUNDS)
_BEHIND = read_phrases(BEHIND)
_RATES = read_phrases(RATES)
_LAST_WORDS = frozenset(words[-1] for words in _BOUNDS)
_FIRST_WORDS = frozenset(words[0] for words in (*_RATES, *_BEHIND))
_TO = listed("to до по bis do and і й та и") | DASHES
_FROM = listed("from between від з із из с от von zwischen od między между між")
_FILLERS = listed("a an the some total of всього всего ті те ще еще our")
_MOVES = (
    *(
        "rose",
        "risen",
        "rise",
        "grew",
        "grow",
        "increas",
        "jump",
        "fell",
        "fall",
        "drop",
        "decreas",
    ),
    *("climb", "surg", "decline", "went", "зрос", "збільш", "вирос", "скорот", "змен", "впал"),
    *("увелич", "снизи", "сократ", "упал", "подня", "підня", "уменьш"),
)
"""Between `from 500 to 1,000` behind one of these stand two counts, and no range."""
_MONEY = frozenset("$€£₴₽¥")
_MONEY_WORDS = (
    *("dollar", "euro", "hryvn", "ruble", "rouble", "usd", "uah", "eur", "rub", "грн", "гривен"),
    *("гривн", "долар", "євро", "рубл", "руб", "доллар", "евро", "zł", "złot", "pound"),
)
_AGE_BEFORE = listed("aged age віком возрасте віці возрастом вік возраст alter wieku im")
_AGE_BEHIND = ("year-old", "-year-old", "річн", "летн", "years-old")
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
_PLURALS = ("brigades", "regiments", "divisions", "battalions", "armies", "companies", "бригад")
_UNITS_OF_SIZE = listed("mm cm kg km км кг мм см kmh mph кв gb mb kw hz °c c f ° mhz км/год")
_PERCENT = listed("% percent per-cent pct відсотк відсотків відсотки процент проценты")
_YEAR_BEFORE = listed(
    """in since by until till of from through before after during early late mid year у в
    во з із зі с со до від от к на за по через після после протягом упродовж seit im bis
    od w do spring summer autumn winter fall весни лета осени зими весной летом влітку
    восени навесні взимку осенью зимой"""
)
_YEAR_BEHIND = listed("року рік році роком год года году г р рр гг роках роки годы")
_BACK = 4
"""The longest words before a number that state its bound."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be a count, and where it stands as tokens."""

    start: int
    end: int
    low: int
    high: int
    bound: Bound = Bound.EXACT
    per: Per | None = None
    opened: int = 0
    """Where the words of its bound begin."""
    grouped: bool = False
    scaled: bool = False


def find_numbers(text: Text, masked: set[int]) -> list[Number]:
    """The numbers that may be counts; `masked` are tokens of dates."""
    raw: list[Number] = []
    position, masked = 0, masked | _find_telephones(text)
    while position < len(text.tokens):
        found = None if position in masked else _read_number(text, position, masked)
        if found is None:
            position = _skip(text, position)
        else:
            raw.append(found)
            position = found.end
    joined = _join_ranges(text, raw)
    kept = [one for one in joined if not _is_something_else(text, one)]
    return [_bind(text, one, masked) for one in kept]


def _skip(text: Text, position: int) -> int:
    """Behind a token that begins no count; behind all of a decimal or longer run of digits."""
    if not text.tokens[position].digits:
        return position + 1
    end = position + 1
    while end + 1 < len(text.tokens) and text.tokens[end + 1].digits and _is_tight(text, end):
        if text.word(end) not in (".", ",", ":", "/") or text.gap(end):
            break
        end += 2
    return end


def _is_tight(text: Text, position: int) -> bool:
    """Nothing between the token before and this one."""
    return position > 0 and not text.gap(position - 1)


def _read_number(text: Text, position: int, masked: set[int]) -> Number | None:
    token = text.tokens[position]
    if token.digits:
        return _read_digits(text, position, masked)
    value = _WORDS.get(token.word)
    if value is not None:
        return _read_words(text, position, value)
    if token.word in ("пів", "полтысячи", "півтисячі", "півтори", "полторы", "полтора"):
        return _read_half(text, position)
    if token.word in ("a", "an") and text.word(position + 1) in ("thousand", "hundred", "million"):
        scale = _SCALES[text.word(position + 1)]
        return Number(position, position + 2, scale, scale, scaled=True)
    if token.word in ("тисяча", "тисячу", "тысяча", "тысячу", "тисячі", "сотня", "сотню", "dozen"):
        scale = _SCALES.get(token.word, 12)
        is_one = token.word != "тисячі"
        return Number(position, position + 1, scale, scale, scaled=True) if is_one else None
    return None


def _read_half(text: Text, position: int) -> Number | None:
    word, behind = text.word(position), text.word(position + 1)
    if word in ("полтысячи", "півтисячі"):
        return Number(position, position + 1, 500, 500, scaled=True)
    scale = _SCALES.get(behind)
    if scale is None:
        return None
    value = scale // 2 if word == "пів" else scale * 3 // 2
    return Number(position, position + 2, value, value, scaled=True)


def _read_words(text: Text, position: int, value: int) -> Number | None:
    """`two`, `twenty thousand`, `twenty-five` is one token and left alone."""
    end = position + 1
    if value >= 20 and 0 < (unit := _WORDS.get(text.word(end), 0)) < 10:
        value, end = value + unit, end + 1
    scaled = False
    while (scale := _SCALES.get(text.word(end))) and text.word(end) not in ("k", "m", "к"):
        value, end, scaled = value * scale, end + 1, True
    if text.word(position) in ("dozen", "дюжина", "дюжину"):
        scaled = True
    if value == 1 or value > MAX_COUNT:
        return None
    return Number(position, end, value, value, scaled=scaled)


def _read_digits(text: Text, position: int, masked: set[int]) -> Number | None:
    """Digits with their groups, decimals and scale, or None where they are no count."""
    first = text.tokens[position]
    if first.end - first.start > _LONGEST:
        return None
    digits, end = _read_groups(text, position, masked)
    grouped = end > position + 1
    fraction = ""
    if end + 1 < len(text.tokens) and text.word(end) in (".", ",") and _is_tight(text, end):
        behind = text.tokens[end + 1]
        if behind.digits and not text.gap(end) and len(behind.word) <= 3:
            fraction, end = behind.word, end + 2
    scale, end = _read_scale(text, end)
    if fraction and scale == 1:
        return None
    value = round(float(f"{digits}.{fraction or 0}") * scale)
    if value > MAX_COUNT or (digits.startswith("0") and digits != "0" and not fraction):
        return None
    return Number(position, end, value, value, grouped=grouped, scaled=scale > 1)


def _read_groups(text: Text, position: int, masked: set[int]) -> tuple[str, int]:
    """`18,000` as its digits, and where it ends; also split over a line."""
    digits, end, used = text.word(position), position + 1, ""
    if len(digits) > 3 or digits == "0":
        return digits, end
    while len(digits) < _LONGEST:
        sign, after = _find_separator(text, end)
        if sign is None or (used and sign not in (used, "\n") and used != "\n"):
            break
        if after in masked or len(text.word(after)) != 3 or not text.tokens[after].digits:
            break
        used = sign if sign != "\n" or not used else used
        digits, end = digits + text.word(after), after + 1
    return digits, end


def _find_separator(text: Text, end: int) -> tuple[str | None, int]:
    """The sign between two groups, and where the second would stand."""
    if end >= len(text.tokens):
        return None, end
    gap = text.gap(end - 1)
    if text.tokens[end].digits:
        lines = gap.replace("\r", "").strip(" ")
        return (gap if gap in GROUPING else "\n" if lines == "\n" else None), end
    sign = text.word(end)
    if sign in GROUPING and not gap and end + 1 < len(text.tokens):
        behind = text.gap(end).replace("\r", "").strip(" ")
        if not text.gap(end) or behind == "\n":
            return sign, end + 1
    return None, end


def _read_scale(text: Text, end: int) -> tuple[int, int]:
    """`thousand`, `тис.`, `k`: what multiplies the number, and where it ends."""
    word = text.word(end)
    scale = _SCALES.get(word)
    if scale is None or end == 0:
        return 1, end
    if word in ("k", "m", "к") and (text.gap(end - 1) or (word == "m" and text.word(end) == "m.")):
        return 1, end
    end += 1
    if word in ("тис", "тыс", "млн", "tys", "mln", "mio", "tsd") and text.word(end) == ".":
        end += 1
    return scale, end


def _join_ranges(text: Text, numbers: list[Number]) -> list[Number]:
    """`10,000 to 12,000`, `10–12 thousand` as one number with two ends."""
    joined: list[Number] = []
    for number in numbers:
        before = joined[-1] if joined else None
        low = _find_low_end(text, before, number) if before else None
        if before and low is not None:
            joined[-1] = replace(before, end=number.end, low=low, high=number.high, grouped=True)
        else:
            joined.append(number)
    return joined


def _find_low_end(text: Text, before: Number, number: Number) -> int | None:
    """The lower end of a range, its scale that of the upper end where it has none."""
    between = [text.word(place) for place in range(before.end, number.start)]
    if len(between) != 1 or between[0] not in _TO or before.low != before.high:
        return None
    if between[0] not in DASHES and not _is_opened(text, before, between[0]):
        return None
    low = before.low
    if number.scaled and not before.scaled:
        scale = _SCALES.get(text.word(number.end - 1).rstrip(".")) or _SCALES.get(
            text.word(number.end - 2), 1
        )
        low = low * scale if low * scale < number.high else low
    return low if low < number.high else None


def _is_opened(text: Text, before: Number, between: str) -> bool:
    """`from 10 to 12`, `10 to 12`; not `rose from 10 to 12`, and `10 and 12` only after between."""
    opening = text.word(before.start - 1)
    if between in ("and", "і", "й", "та", "и"):
        return opening in ("between", "між", "между", "zwischen", "między")
    start = max(0, before.start - 8)
    words = [text.word(place) for place in range(start, before.start)]
    moved = any(word.startswith(_MOVES) for word in words)
    if between in ("до", "по", "do", "bis"):
        return opening in _FROM and not moved
    return not moved


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
    tight_behind = number.end < len(text.tokens) and not text.gap(number.end - 1)
    tight_before = number.start > 0 and not text.gap(number.start - 1)
    behind, before = text.word(number.end), text.word(number.start - 1)
    if tight_behind and (
        behind[:1].isalpha() or behind in (":", "/", "°", "×", "%", "=", "#", "_")
    ):
        return True
    if tight_before and (before[:1].isalpha() or before in (":", "/", "#", "№", "_", "¤", ".")):
        return True
    if tight_before and before in DASHES and number.start > 1:
        return not text.gap(number.start - 2) and text.word(number.start - 2) not in _FROM
    if not tight_behind or behind not in DASHES or number.end + 1 >= len(text.tokens):
        return False
    return not text.gap(number.end) and not text.tokens[number.end + 1].sign


def _is_year(text: Text, number: Number) -> bool:
    if number.scaled or not 1900 <= number.low <= 2099 or number.low != number.high:
        return False
    before, behind = text.word(number.start - 1), text.word(number.end)
    follows = number.end < len(text.tokens) and behind[:1].isalpha()
    if behind in _YEAR_BEHIND or (before in _YEAR_BEFORE and not (number.grouped and follows)):
        return True
    if number.grouped:
        return False
    bound = _find_bound(text, number.start)
    return bound is None and not (follows and behind not in _STOPS)


_STOPS = listed(
    """and or but when while the a that was were is in on at by і та й а але коли и но
    когда which before after until alone"""
)


def _is_age(text: Text, number: Number, before: str, behind: str) -> bool:
    if before in _AGE_BEFORE and number.high < 120:
        return True
    after = text.word(number.end + 1)
    if before == "," and behind == "," and text.word(number.start - 2)[:1].isalpha():
        return 14 <= number.low <= 99 and not number.scaled
    if behind in DASHES and after.startswith(("year", "річ", "лет")):
        return True
    return behind.startswith(_AGE_BEHIND) or (behind in _YEARS and after in _OLD)


def _is_money(text: Text, number: Number, before: str, behind: str) -> bool:
    if before in _MONEY or behind in _MONEY:
        return True
    words = [text.word(number.end + step) for step in range(3)]
    return any(word.startswith(_MONEY_WORDS) for word in words[: 1 + (words[0] in ("us", "."))])


def _is_numbered(text: Text, number: Number, before: str) -> bool:
    """An article of law, a number of a school, unit or decree, a page of a list."""
    if number.scaled:
        return False
    if before == ".":
        before = text.word(number.start - 2)
        if before not in ("no", "art", "ст", "ч", "п", "nr"):
            return False
    if before in ("or", "and", "та", "і", "и", "або", "или", ",") and number.low < 1000:
        ahead = text.word(number.start - 3)
        return text.tokens[number.start - 2].digits and ahead.startswith(_LAW_LONG)
    return before in _NUMBERED or before in _LAW or before.startswith(_LAW_LONG)


_LAW_LONG = ("article", "статт", "статті", "статей", "стать", "section", "paragraph", "пункт")


def _is_unit(text: Text, number: Number) -> bool:
    """`155 окрема механізована бригада`, `110 brigade`; not `300 soldiers of a brigade`."""
    if number.scaled or number.grouped or number.low != number.high or number.low > 9999:
        return False
    for step in range(4):
        word = text.word(number.end + step)
        is_echelon = word.startswith(_ECHELONS) or word in _SHORT_ECHELONS
        if is_echelon and word not in ("army", "армії", "армии", "армий"):
            return not (word.startswith(_PLURALS) and step == 0 and word != "бригада")
        if step == 0 and word in ("army", "армія", "армії", "армия", "армии", "армію", "армию"):
            return True
        if not word.endswith(("а", "ая", "ої", "ой", "ої", "а", "ий", "ый", "rifle", "motor")) and (
            word not in ("mechanised", "mechanized", "guards", "separate", "tank", "assault")
        ):
            return False
    return False


def _find_telephones(text: Text) -> set[int]:
    """The digits behind a plus or a leading zero, as far as only blanks and brackets part them."""
    found: set[int] = set()
    for position, token in enumerate(text.tokens):
        if position in found or not token.digits:
            continue
        is_plus = text.word(position - 1) == "+" and not text.gap(position - 1)
        is_group = position > 0 and text.tokens[position - 1].digits
        is_zero = token.word[0] == "0" and 2 <= len(token.word) <= 4 and not is_group
        if is_plus or is_zero or text.word(position - 1) in _TELEPHONES:
            found |= _follow(text, position)
    return found


_TELEPHONES = listed("tel phone тел телефон телефону hotline number номером")


def _follow(text: Text, position: int) -> set[int]:
    """The groups of a telephone number; a single one is none."""
    places, end = {position}, position + 1
    while end < len(text.tokens) and len(text.gap(end - 1)) <= 1:
        if text.tokens[end].digits and len(text.word(end)) <= 4:
            places.add(end)
        elif text.word(end) not in ("-", "(", ")"):
            break
        end += 1
    return places if len(places) > 1 or len(text.word(position)) > 8 else set()


def _bind(text: Text, number: Number, masked: set[int]) -> Number:
    """The number with the words of its bound and of its rate."""
    found = _find_bound(text, number.start)
    bound, opened = found or (Bound.EXACT, number.start)
    if found is None:
        behind, end = _find_phrase(text, number.end, _BEHIND, 4)
        bound = behind or bound
        number = replace(number, end=end if behind else number.end)
    number = replace(number, bound=bound, opened=opened)
    return replace(number, per=_find_rate(text, number, masked))


def _find_bound(text: Text, start: int) -> tuple[Bound, int] | None:
    """The longest words before a number that state a bound, with where they begin."""
    while start > 0 and text.word(start - 1) in _FILLERS and text.word(start - 1) not in ("some",):
        longest = _match_back(text, start)
        if longest:
            return longest
        start -= 1
    return _match_back(text, start)


def _match_back(text: Text, start: int) -> tuple[Bound, int] | None:
    if text.word(start - 1) not in _LAST_WORDS:
        return None
    for length in range(min(_BACK, start), 0, -1):
        words = tuple(text.word(place) for place in range(start - length, start))
        if words in _BOUNDS and text.word(start - length - 1) not in TIMES:
            return _BOUNDS[words], start - length
    return None


def _find_phrase(
    text: Text, start: int, phrases: Mapping[tuple[str, ...], T], longest: int
) -> tuple[T | None, int]:
    if text.word(start) not in _FIRST_WORDS:
        return None, start
    for length in range(longest, 0, -1):
        words = tuple(text.word(place) for place in range(start, start + length))
        if words in phrases:
            return phrases[words], start + length
    return None, start


def _find_rate(text: Text, number: Number, masked: set[int]) -> Per | None:
    """A rate behind the number before the next one, or just before it."""
    places = [*range(number.end, number.end + 16), *range(max(0, number.opened - 4), number.opened)]
    for place in places:
        if place >= len(text.tokens) or (place >= number.end and _stops_rate(text, place, masked)):
            if place >= number.end:
                continue
            break
        found, _ = _find_phrase(text, place, _RATES, 3)
        if found and not _is_blocked(text, number, place, masked):
            return found
    return None


def _stops_rate(text: Text, place: int, masked: set[int]) -> bool:
    return text.tokens[place].digits or place in masked


def _is_blocked(text: Text, number: Number, place: int, masked: set[int]) -> bool:
    """Whether another number or a full stop stands between a number and its rate."""
    between = range(number.end, place) if place >= number.end else range(place, number.opened)
    return any(
        (text.tokens[one].digits and one not in masked)
        or text.word(one) in (".", ";", "!", "?")
        or (text.word(one) == "," and place > number.start)
        for one in between
    )
