"""Every figure of the file, written as a sentence, is found; and what is changed in it is named."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from loaders.records import Figure
from reading.article import read_article
from tests.analysis.ledgers import REAL
from tests.reading.sentences import FORCES, FORMS, LANGUAGES, say_count, write

FOUND, NAMED, LEFT = 0.95, 0.90, 0.95
"""Shares that must be reached; 1.00, 0.99 and 1.00 were when this was written."""
FIGURES = tuple(REAL.figures.values())
OTHER_THINGS = {
    "en": (
        "Russia has lost {} troops killed and wounded since 2022, the General Staff said.",
        "The army destroyed {} drones in April 2024, according to HUR.",
        "{} prisoners of war were exchanged on 3 January 2024.",
        "Russia recruited {} men under contract in 2024.",
        "He received {} dollars for it.",
        "Mediazona confirmed the deaths of {} Russian soldiers by April 2024.",
        "A soldier, aged {age}, deserted from his unit in 2024.",
    ),
    "uk": (
        "Росія втратила {} військових убитими та пораненими, повідомив Генштаб ЗСУ.",
        "Штраф за СЗЧ становить {} гривень.",
        "Україна повернула {} полонених у березні 2024 року.",
        "ЗСУ знищили {} дронів у квітні 2024 року.",
        "{age}-річний солдат отримав вирок за дезертирство.",
    ),
    "ru": (
        "Россия потеряла {} солдат убитыми и ранеными, сообщил Генштаб ВСУ.",
        "Выплата составляет {} рублей в месяц.",
        "«Медиазона» подтвердила гибель {} российских военных.",
        "Эвакуировали {} жителей Белгородской области.",
        "Ему {age} лет, он самовольно оставил часть.",
    ),
}


def share_found(language: str, form: int) -> float:
    """The share of claims that are the first claim of their own sentence, and unchanged."""

    def is_first(figure: Figure) -> bool:
        found = read_article(REAL, write(REAL, figure, language, form)).findings
        claims = [claim for one in found for claim in one.claims[:1]]
        return any(claim.figure.id == figure.id and not claim.changed for claim in claims)

    return sum(map(is_first, FIGURES)) / len(FIGURES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_made_from_a_claim_finds_it_first_and_unchanged(language):
    assert share_found(language, 0) >= FOUND


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [1, 2])
def test_so_does_every_other_form_of_the_sentence(language, form):
    assert share_found(language, form) >= FOUND


Change = tuple[dict[str, str], set[str]]
"""What is written instead, and the fields one of which must be named."""


def changes_of(figure: Figure, language: str, chance: Random) -> Iterator[Change]:
    yield {"bound": "up_to" if figure.bound != "up_to" else "more_than"}, {"bound"}
    yield {"measure": "left_unit" if figure.measure != "left_unit" else "returned"}, {"measure"}
    yield {"when": ""}, {"during", "as_of"}
    names = ("Mediazona", "Volodymyr Boyko", "Yurii Butusov", "Opendatabot", "HUR")
    own = REAL.claimants[figure.claimant].name
    yield {"who": chance.choice([name for name in names if name not in own])}, {"claimant"}
    if not figure.count.is_range:
        yield {"count": say_count(figure.count.low * 10, language)}, {"count"}
        digits = str(figure.count.low)
        if len(digits) > 2 and digits[0] != digits[1] != "0":
            number = int(digits[1] + digits[0] + digits[2:])
            yield {"count": say_count(number, language)}, {"count"}
    if figure.unit in FORCES[language] and not (figure.category or figure.place):
        (other,) = set(FORCES[language]) - {figure.unit}
        yield {"whose": FORCES[language][other]}, {"unit"}
    if figure.per:
        yield {"rate": ""}, {"per"}
    if figure.offence in ("awol", "desertion"):
        (other,) = {"awol", "desertion"} - {figure.offence}
        yield {"offence": other}, {"offence"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_sentence_names_the_change(language):
    chance, named, tried = Random(1), 0, 0
    for figure in FIGURES[LANGUAGES.index(language) :: len(LANGUAGES)]:
        for instead, fields in changes_of(figure, language, chance):
            form = chance.randrange(len(FORMS[language]))
            found = read_article(REAL, write(REAL, figure, language, form, **instead)).findings
            claims = [claim for one in found for claim in one.claims if claim.figure is figure]
            named += any(fields & {*change.fields} for one in claims for change in one.changes)
            tried += 1
    assert named / tried >= NAMED


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_of_other_things_match_nothing(language):
    chance, left = Random(1), 0
    figures = FIGURES[LANGUAGES.index(language) :: len(LANGUAGES)]
    for figure in figures:
        form = chance.choice(OTHER_THINGS[language])
        number = say_count(figure.count.low, language)
        found = read_article(REAL, form.format(number, age=18 + figure.count.low % 50)).findings
        left += not any(one.claims for one in found)
    assert left / len(figures) >= LEFT
