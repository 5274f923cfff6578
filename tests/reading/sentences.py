"""Sentences made from claims, in three languages and several forms, as newspapers have them."""

from __future__ import annotations

from loaders.dates import Date
from loaders.ledger import Ledger
from loaders.records import Figure
from loaders.values import Count
from loaders.words import Bound

LANGUAGES = ("en", "uk", "ru")
BOUNDS: dict[str, dict[str, str]] = {
    "en": dict(
        zip(
            Bound,
            ("", "about ", "almost ", "at least ", "more than ", "up to ", "fewer than "),
            strict=True,
        )
    ),
    "uk": dict(
        zip(
            Bound,
            ("", "близько ", "майже ", "щонайменше ", "понад ", "до ", "менше ніж "),
            strict=True,
        )
    ),
    "ru": dict(
        zip(Bound, ("", "около ", "почти ", "не менее ", "более ", "до ", "менее "), strict=True)
    ),
}
RATES = {
    "en": {
        "day": " a day",
        "working_day": " a working day",
        "week": " a week",
        "month": " a month",
    },
    "uk": {
        "day": " на день",
        "working_day": " на робочий день",
        "week": " на тиждень",
        "month": " на місяць",
    },
    "ru": {
        "day": " в день",
        "working_day": " в рабочий день",
        "week": " в неделю",
        "month": " в месяц",
    },
}
THINGS = {
    "en": {
        "left_unit": "soldiers deserted",
        "absent": "soldiers were absent",
        "refused": "soldiers refused to fight",
        "held": "people were held for refusing",
        "wanted": "people are on a wanted list",
        "helped": "people were helped to leave",
        "help_requests": "requests for help to leave came",
        "surrendered": "people surrendered",
        "surrender_requests": "requests to surrender came",
        "returned": "people returned to service",
        "cases_opened": "criminal cases of {} were opened",
        "suspicions": "people were notified of suspicion of {}",
        "cases_in_court": "{} cases reached the courts",
        "accused_in_court": "people accused of {} are before courts",
        "verdicts": "verdicts for {} were handed down",
        "asylum_granted": "people were granted asylum",
    },
    "uk": {
        "left_unit": "військових самовільно залишили частини",
        "absent": "військових були відсутні",
        "refused": "військових відмовилися воювати",
        "held": "людей утримували за відмову воювати",
        "wanted": "осіб перебувають у розшуку",
        "helped": "людям допомогли втекти",
        "help_requests": "звернень по допомогу",
        "surrendered": "людей здалися",
        "surrender_requests": "заявок на здачу в полон",
        "returned": "військових повернулися на службу",
        "cases_opened": "кримінальних проваджень за {} відкрито",
        "suspicions": "особам повідомили про підозру за {}",
        "cases_in_court": "справ про {} надійшло до судів",
        "accused_in_court": "обвинувачених за {} у судах",
        "verdicts": "вироків за {}",
        "asylum_granted": "людей отримали притулок",
    },
    "ru": {
        "left_unit": "военных дезертировали",
        "absent": "военных отсутствовали",
        "refused": "военных отказались воевать",
        "held": "человек удерживают за отказ воевать",
        "wanted": "человек находятся в розыске",
        "helped": "людям помогли сбежать",
        "help_requests": "обращений за помощью",
        "surrendered": "человек сдались",
        "surrender_requests": "заявок на сдачу в плен",
        "returned": "военных вернулись на службу",
        "cases_opened": "уголовных дел по {} возбуждено",
        "suspicions": "подозрений по {}",
        "cases_in_court": "дел по {} поступило в суды",
        "accused_in_court": "обвиняемых по {} в судах",
        "verdicts": "приговоров по {} вынесено",
        "asylum_granted": "человек получили убежище",
    },
}
OFFENCES = {
    "en": (
        "absence without leave",
        "desertion",
        "failure to obey an order",
        "absence without leave and desertion",
        "crimes against military service",
    ),
    "uk": (
        "СЗЧ",
        "дезертирство",
        "непокору",
        "СЗЧ та дезертирство",
        "злочини проти військової служби",
    ),
    "ru": (
        "самовольное оставление части",
        "дезертирство",
        "неисполнение приказа",
        "самовольное оставление части и дезертирство",
        "преступления против военной службы",
    ),
}
OFFENCE_KEYS = ("awol", "desertion", "refusal", "evasion", "military")
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
YEARS = {"en": "", "uk": " року", "ru": " года"}
JOINTS = {
    "en": ("in", "from", "to", "by"),
    "uk": ("у", "з", "по", "станом на"),
    "ru": ("в", "с", "по", "к"),
}
FORCES = {
    "en": {"russia": "Russian forces", "ukraine": "Ukrainian forces"},
    "uk": {"russia": "російська армія", "ukraine": "ЗСУ"},
    "ru": {"russia": "российская армия", "ukraine": "ВСУ"},
}
FORMS = {
    "en": (
        "{who} reported {number} {thing}{rate} {when} ({whose}).",
        "According to {who}, {number} {thing}{rate} {when}, {whose}.",
        "It was {when} that {number} {thing}{rate} ({whose}), {who} said.",
    ),
    "uk": (
        "За даними {who}, {when} {number} {thing}{rate} ({whose}).",
        "{who}: {number} {thing}{rate} {when}, {whose}.",
        "Як повідомляє {who}, {when} {number} {thing}{rate} ({whose}).",
    ),
    "ru": (
        "По данным {who}, {when} {number} {thing}{rate} ({whose}).",
        "{who}: {number} {thing}{rate} {when}, {whose}.",
        "Как сообщает {who}, {when} {number} {thing}{rate} ({whose}).",
    ),
}


def write(ledger: Ledger, figure: Figure, language: str, form: int, **instead: str) -> str:
    """The claim as a sentence; `instead` says what the sentence changes."""
    offences = dict(zip(OFFENCE_KEYS, OFFENCES[language], strict=True))
    thing = THINGS[language][instead.get("measure", figure.measure)]
    parts = {
        "who": instead.get("who", ledger.claimants[figure.claimant].name),
        "number": BOUNDS[language][instead.get("bound", figure.bound)]
        + instead.get("count", _say_count(figure.count, language)),
        "thing": thing.format(offences.get(instead.get("offence", figure.offence or ""), "")),
        "rate": instead.get("rate", RATES[language].get(figure.per or "", "")),
        "when": instead.get("when", _say_when(figure, language)),
        "whose": instead.get("whose", _say_whose(ledger, figure, language)),
    }
    return FORMS[language][form].format(**parts).replace("  ", " ")


def say_count(number: int, language: str) -> str:
    """With the groups of the language."""
    return f"{number:,}".replace(",", {"en": ",", "uk": " ", "ru": "\u00a0"}[language])


def _say_count(count: Count, language: str) -> str:
    if not count.is_range:
        return say_count(count.low, language)
    return f"{say_count(count.low, language)}–{say_count(count.high, language)}"


def _say_whose(ledger: Ledger, figure: Figure, language: str) -> str:
    unit = FORCES[language].get(figure.unit, ledger.units[figure.unit].name)
    return ", ".join(part for part in (unit, figure.category, figure.place) if part)


def _say_when(figure: Figure, language: str) -> str:
    within, since, to, by = JOINTS[language]
    if figure.during and figure.during.start == figure.during.end:
        return f"{within} {_say_date(figure.end, language)}"
    start = figure.during.start if figure.during else figure.since
    if start is None:
        return f"{by} {_say_date(figure.end, language)}"
    return f"{since} {_say_date(start, language)} {to} {_say_date(figure.end, language)}"


def _say_date(date: Date, language: str) -> str:
    parts = [f"{date.first.year}{YEARS[language]}"]
    if date.precision != "year":
        parts.insert(0, MONTHS[language].split()[date.first.month - 1])
    if date.precision == "day":
        parts.insert(0, str(date.first.day))
    return " ".join(parts)
