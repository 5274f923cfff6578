"""What a reader types into one line: a number, words, or both; and what is a text."""

from __future__ import annotations

import pytest

from reading.line import Asked, parse_number, read_question


@pytest.mark.parametrize(
    "text",
    [
        *("18000", "18,000", "18 000", "18.000", "18\u202f000", " 18000 ", "18k", "18 thousand"),
        *("up to 18,000", "more than 18 000", "18 тис.", "понад 18 тисяч", f"{18000:80}"),
    ],
)
def test_a_number_may_be_written_as_newspapers_do(text):
    assert parse_number(text) == 18000


@pytest.mark.parametrize(
    ("text", "number"), [("18.5k", 18_500), ("1,5 thousand", 1_500), ("1.25 million", 1_250_000)]
)
def test_a_part_of_a_thousand_may_stand_behind_the_point(text, number):
    assert parse_number(text) == number


def test_a_number_that_could_be_a_year_is_looked_up_as_a_number():
    assert parse_number("2024") == 2024


@pytest.mark.parametrize(
    "text", ["", "many", "1.5", "18k men", "60 to 90", "-5", "9" * 16, f"{18000:81}"]
)
def test_what_is_no_whole_number_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="expected a number such as 18000, 18,000 or 18k, found"):
        parse_number(text)


@pytest.mark.parametrize(
    ("typed", "number", "words"),
    [
        ("18k", 18000, ""),
        ("2024", 2024, ""),
        ("up to 30,000", 30000, ""),
        ("684 verdicts mediazona", 684, "verdicts mediazona"),
        ("Who said 18,000?", 18000, ""),
        ("Southern Military District", None, "Southern Military District"),
        ("8th Army", None, "8th Army"),
        ("«Медіазона», 684", 684, "Медіазона"),
        ("?", None, ""),
    ],
)
def test_a_short_line_is_a_number_words_or_both(typed, number, words):
    assert read_question(typed) == Asked(number, words)


@pytest.mark.parametrize(
    "text",
    [
        "18,000\n684",
        "284 requests, ten times 28",
        "10,000 to 12,000",
        "As many as 18,000 troops fled the Southern Military District of Russia",
        "word" * 30,
    ],
)
def test_a_line_with_more_in_it_is_a_text(text):
    assert read_question(text) is None


def test_a_question_is_as_long_as_it_may_be_and_a_text_is_longer():
    assert read_question("x" * 80) is not None
    assert read_question("x" * 81) is None
    assert read_question(f"  {'x' * 80} ") is not None
    assert read_question("aa bb cc dd ee ff") is not None
    assert read_question("aa bb cc dd ee ff gg") is None
    assert read_question("18 left and 19 stayed") is None


def test_what_is_no_number_is_refused_with_its_beginning():
    with pytest.raises(ValueError) as refused:
        parse_number("no number at all in this text")
    assert str(refused.value) == (
        'expected a number such as 18000, 18,000 or 18k, found "no number at all in "'
    )
    with pytest.raises(ValueError, match="expected a number"):
        parse_number("60 to 90")
    assert parse_number("18,000") == 18000
