"""A text cut into words, digits and signs, and into sentences; and what its words mean."""

from __future__ import annotations

import pytest

from reading.words import Lexicon, cut, fold


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Don’t stop", ["don't", "stop"]),
        ("well-known х‑ray", ["well-known", "х-ray"]),
        ("ще 12осіб", ["ще", "12", "осіб"]),
        ("a_b", ["a", "_", "b"]),
        ("Ёлка", ["елка"]),
        ("x\u00ady", ["x", "y"]),
        ("see https://a.example/18 now", ["see", "¤", "now"]),
        ("WWW.a.example/18 now", ["¤", "now"]),
        ("a18@b.example", ["¤"]),
        ("e\u0301a", ["éa"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_digits_and_signs(text: str, tokens: list[str]):
    assert [one.word for one in cut(text).tokens] == tokens


def test_an_address_takes_its_place_in_the_text():
    text = cut("see https://a.example/18 now")
    assert text.quote(2, 3) == "now"


def test_a_token_says_what_it_is():
    found = [(one.digits, one.sign, one.capital) for one in cut("Ab 12 . x ٣").tokens]
    word, number, sign, small, foreign = found
    assert (word, small) == ((False, False, True), (False, False, False))
    assert (number, sign, foreign) == (
        (True, False, False),
        (False, True, False),
        (False, True, False),
    )


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It came. It went.", ["It came.", "It went."]),
        ("It came.It went", ["It came.It went"]),
        ("What? Yes! So… it is", ["What?", "Yes!", "So…", "it is"]),
        ("18 тис. осіб", ["18 тис. осіб"]),
        ("18 тис.\nОсіб", ["18 тис.", "Осіб"]),
        ("18 тис.\nосіб", ["18 тис. осіб"]),
        ("J. Smith came", ["J. Smith came"]),
        ("It was J. Smith", ["It was J. Smith"]),
        ("Jo. Smith came", ["Jo.", "Smith came"]),
        ("by j. Smith", ["by j.", "Smith"]),
        (". So 5 тис", [".", "So 5 тис"]),
        ("18 тис? Так", ["18 тис?", "Так"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\ntwo", ["one two"]),
        ("one\n- two\n• three", ["one", "- two", "• three"]),
        ("one\n* two\n— three\n– four", ["one", "* two", "— three", "– four"]),
        ("one - two", ["one - two"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str]):
    found = cut(text)
    assert [found.quote(start, end) for start, end in found.sentences] == sentences


def test_a_sentence_is_found_by_any_of_its_tokens():
    text = cut("It came. It went.")
    assert [text.sentence_of(place) for place in range(6)] == [0, 0, 0, 1, 1, 1]
    assert (text.word(-1), text.word(5), text.word(6)) == ("", ".", "")
    assert (text.gap(0), text.gap(1)) == (" ", "")


LISTS = {"go": "go went_out go_on* ran*", "out": "out go_on", "ra": "ra* ranger"}


@pytest.mark.parametrize(
    ("words", "meanings"),
    [
        ("go", [("go", 1)]),
        ("going", []),
        ("went out", [("go", 2)]),
        ("went", []),
        ("Go onwards", [("go", 1), ("go", 2)]),
        ("go out", [("go", 1)]),
        ("go on", [("go", 1), ("go", 2), ("out", 2)]),
        ("rang", [("ra", 1), ("go", 1)]),
        ("ranger", [("ra", 1), ("ra", 1), ("go", 1)]),
        ("ra", [("ra", 1)]),
        ("r", []),
    ],
)
def test_words_and_stems_have_meanings(words: str, meanings: list[tuple[str, int]]):
    assert sorted(Lexicon(LISTS).at(cut(words), 0)) == sorted(meanings)


def test_a_single_word_has_the_meanings_of_no_longer_entry():
    found = {word: Lexicon(LISTS).of(word) for word in ("go", "went", "rang", "ranger", "r")}
    assert found == {"go": {"go"}, "went": set(), "rang": {"go", "ra"}, "ranger": {"go", "ra"},
                     "r": set()}  # fmt: skip


def test_a_word_is_looked_up_in_small_letters_with_one_kind_of_apostrophe():
    assert fold("Ё’ʼ`‑") == "е'''-"
