"""What a text says around its numbers: in a stretch, a sentence, just before it, anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.surroundings import MOST_TIMES, Names, Surroundings
from reading.times import Time
from tests.analysis.ledgers import ledger_of
from tests.reading.around import surroundings_of

LEDGER = ledger_of(
    "a, count: 5, during: 2024",
    "b, count: 5, during: 2024, place: Kursk",
    "c, count: 5, during: 2024, category: medics",
    "d, count: 5, during: 2024, category: mobilised",
)


def say_names(names: Names) -> str:
    return " ".join(sorted(key for keys in names.values() for key in keys))


def say_times(times: tuple[Time, ...]) -> str:
    return " ".join(str(one.window) for one in times)


def of_each(words: str, say: Callable[[Surroundings], str]) -> list[str]:
    """Something in words of what is around each number of a text."""
    return [say(around) for around in surroundings_of(LEDGER, words)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("500 fled, HUR says", ["hur"]),
        ("500 fled, 40 left, HUR says", ["hur", "hur"]),
        ("HUR says 500 fled, Mediazona 40", ["hur", "zona"]),
        ("HUR says 500 fled, 40 left in Kursk", ["Kursk hur", "Kursk hur"]),
        ("500 in the 8th Army and 40 in the 58th Army", ["army-8", "army-58"]),
        ("The 8th Army has 500, the 58th Army 40", ["army-8", "army-58"]),
        ("The 8th Army: 500 fled, 40 left", ["army-8", "army-8"]),
        ("The 8th Army, HUR says: 500 fled, 40 left", ["army-8 hur", "army-8 hur"]),
        ("The 8th Army and the 58th Army: 500 fled, 40 left", ["army-58 army-8"] * 2),
        ("500 fled, 40 from the 8th Army", ["", "army-8"]),
        ("500 fled from the 8th Army, 40 left, and the 8th Army", ["army-8", "army-8"]),
        ("500 fled, 40 left. HUR says 7", ["", "", "hur"]),
    ],
)
def test_a_number_has_the_names_of_its_stretch_or_else_of_its_sentence(
    words: str, names: list[str]
):
    """Not a unit that is named behind it, before the next number."""
    assert of_each(words, lambda one: say_names(one.near)) == names


@pytest.mark.parametrize(
    ("words", "before", "anywhere"),
    [
        ("HUR says it. It is 500", "hur", "hur"),
        ("HUR says it. So it is. It is. It is 500", "hur", "hur"),
        ("HUR says it. So it is. It is. It is so. It is 500", "", "hur"),
        ("Agora says it. In Kursk too. It is 500", "Kursk agora", "Kursk agora"),
        ("HUR says 500", "", "hur"),
        ("It is 500. HUR says so", "", "hur"),
    ],
)
def test_the_three_sentences_before_name_too(words: str, before: str, anywhere: str):
    assert of_each(words, lambda one: say_names(one.before)) == [before]
    assert of_each(words, lambda one: say_names(one.anywhere)) == [anywhere]


@pytest.mark.parametrize(
    ("words", "times", "far"),
    [
        ("500 in May 2024, 40 in June 2024", ["2024-05", "2024-06"], "2024-05 2024-06"),
        ("500 fled, 40 left in June 2024", ["2024-06", "2024-06"], "2024-06"),
        ("In May 2024 they say: 500 fled, 40 left", ["2024-05", "2024-05"], "2024-05"),
        ("In May 2024, 500 fled, 40 in June 2024", ["2024-05", "2024-06"], "2024-05 2024-06"),
        ("500 fled. It was May 2024. May 2024 it was", [""], "2024-05"),
        ("500 fled. In May 2024 and by May 2024", [""], "2024-05 2024-05"),
        (
            "500 fled. It was May to June 2024 and April to June 2024",
            [""],
            "2024-05/2024-06 2024-04/2024-06",
        ),
        (
            "500 fled. It was May to July 2024 and May to June 2024",
            [""],
            "2024-05/2024-07 2024-05/2024-06",
        ),
    ],
)
def test_a_number_has_the_times_of_its_stretch_or_else_of_its_sentence(
    words: str, times: list[str], far: str
):
    assert of_each(words, lambda one: say_times(one.times)) == times
    assert of_each(words, lambda one: say_times(one.far_times)) == [far] * len(times)


def test_of_very_many_times_the_first_are_kept():
    dates = [f"on {day} {month} 2024" for month in ("May", "June", "July") for day in range(1, 29)]
    (around,) = surroundings_of(LEDGER, f"500 fled {', '.join(dates)}")
    assert (len(around.times), len(around.far_times)) == (MOST_TIMES, MOST_TIMES)
    assert str(around.far_times[0].window) == "2024-05-01"


@pytest.mark.parametrize(
    ("words", "forces"),
    [
        ("500 in Russia, 40 in Ukraine", ["russia/russia", "ukraine/ukraine"]),
        ("500 here, 40 in Ukraine", ["/ukraine", "ukraine/ukraine"]),
        (
            "In Russia and Ukraine 500, 40 here",
            ["russia ukraine/russia ukraine", "/russia ukraine"],
        ),
        ("Russia says so. 500 here", ["/"]),
    ],
)
def test_a_number_has_the_forces_of_its_stretch_or_else_of_its_sentence(
    words: str, forces: list[str]
):
    def say(around: Surroundings) -> str:
        return "/".join(" ".join(sorted(one)) for one in (around.forces, around.near["force"]))

    assert of_each(words, say) == forces


@pytest.mark.parametrize(
    ("words", "far"),
    [
        ("Russia says so. 500 here", "russia"),
        ("500 here. Ukraine says so", "ukraine"),
        ("500 here, HUR of Ukraine says", "ukraine"),
        ("500 here", ""),
    ],
)
def test_the_whole_text_speaks_of_a_force(words: str, far: str):
    assert of_each(words, lambda one: " ".join(one.anywhere["force"])) == [far]


@pytest.mark.parametrize(
    ("words", "categories"),
    [
        ("500 mobilised, 40 conscripts", ["mobilised", "conscript"]),
        ("500 medics, 40 conscripts", ["medics", "conscript"]),
        ("500 here, 40 conscripts", ["conscript", "conscript"]),
        ("500. They are mobilised", [""]),
    ],
)
def test_a_number_has_the_categories_of_its_stretch_or_else_of_its_sentence(
    words: str, categories: list[str]
):
    assert of_each(words, lambda one: " ".join(sorted(one.near["category"]))) == categories


@pytest.mark.parametrize(
    ("words", "categories"),
    [
        ("500. They are mobilised", "mobilised"),
        ("500. The medics came, and conscripts", "conscript medics"),
    ],
)
def test_the_whole_text_names_categories(words: str, categories: str):
    assert of_each(words, lambda one: " ".join(sorted(one.anywhere["category"]))) == [categories]


def test_a_category_of_the_vocabulary_is_no_name_of_the_file():
    ledger = ledger_of("a, count: 5, during: 2024, category: mobilised")
    first, second = surroundings_of(ledger, "500 mobilised, 40 conscripts")
    assert first.near["category"] == {"mobilised"}
    assert second.near["category"] == {"conscript"}


@pytest.mark.parametrize("words", ["500 fled last year", "500 fled. It was this month"])
def test_a_time_that_depends_on_the_day_of_the_article_is_noticed(words: str):
    assert [one.relative for one in surroundings_of(LEDGER, words)] == [True]


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("500", [True]),
        ("so it is as you say: 500", [True]),
        ("so it is as you say, (500)!", [True]),
        ("500, so it is as they said", [True]),
        ("500, so it is as you say here", [False]),
        ("500, 600", [False, False]),
        ("500 of HUR", [False]),
        ("500 in May", [False]),
        ("500 deserters", [False]),
        ("500 tanks", [False]),
        ("№ 12: so it is as you say 500", [True]),
    ],
)
def test_a_text_of_a_number_and_a_few_words_is_a_bare_number(words: str, bare: list[bool]):
    assert [one.bare for one in surroundings_of(LEDGER, words)] == bare
