"""What a text states of two numbers: by how much, of what kind, with the words it takes."""

from __future__ import annotations

import pytest

from reading.ratios import find_ratios, ratio_tokens
from reading.words import cut


def ratios_of(words: str) -> list[str]:
    """`ten times: 10 times`."""
    text = cut(words)
    found = find_ratios(text, set())
    return [f"{text.quote(one.start, one.end)}: {one.stated:g} {one.kind}" for one in found]


@pytest.mark.parametrize(
    ("words", "ratio"),
    [
        ("a tenfold rise", "tenfold: 10 times"),
        ("ten times more", "ten times: 10 times"),
        ("two times more", "two times: 2 times"),
        ("10 times more", "10 times: 10 times"),
        ("10-fold", "10-fold: 10 times"),
        ("1 times", "1 times: 1 times"),
        ("doubled", "doubled: 2 times"),
        ("подвоїлася", "подвоїлася: 2 times"),
        ("удесятерилось", "удесятерилось: 10 times"),
        ("вдесятеро", "вдесятеро: 10 times"),
        ("в десять раз", "десять раз: 10 times"),
        ("у 4,5 раза", "4,5 раза: 4.5 times"),
        ("60 percent of them", "60 percent: 60 percent"),
        ("60 per cent of them", "60 per cent: 60 percent"),
        ("60% of them", "60%: 60 percent"),
        ("86.2% of cases", "86.2%: 86.2 percent"),
        ("86,2 % of cases", "86,2 %: 86.2 percent"),
        ("86 .2% of cases", "2%: 2 percent"),
        ("86. 2% of cases", "2%: 2 percent"),
        (".2% of them", "2%: 2 percent"),
        ("x.2% of them", "2%: 2 percent"),
        ("123456% of them", "123456%: 123456 percent"),
        ("1234567.5% of them", "1234567.5%: 1.23457e+06 percent"),
        ("123456.5% of them", "123456.5%: 123456 percent"),
        ("ten percent", "ten percent: 10 percent"),
        ("rose by 20 %", "20 %: 20 more"),
        ("rose here by some very 20 percent", "20 percent: 20 percent"),
        ("rose here by some 20 percent", "20 percent: 20 more"),
        ("20 percent more", "20 percent: 20 more"),
        ("20 percent fewer", "20 percent: 20 fewer"),
        ("fell by 20 percent more", "20 percent: 20 fewer"),
        ("fell 20% of them", "20%: 20 percent"),
        ("rose 20% von", "20%: 20 percent"),
        ("half of them", "half: 50 percent"),
        ("5 - times", "5 - times: 5 times"),
        ("more than 20 percent", "20 percent: 20 more"),
        ("fewer than 20 percent", "20 percent: 20 fewer"),
        ("20 percent men", "20 percent: 20 percent"),
        ("20 percent, more", "20 percent: 20 percent"),
        ("5 x 20 percent", "20 percent: 20 percent"),
        ("zehnfach", "zehnfach: 10 times"),
    ],
)
def test_a_ratio_is_read(words: str, ratio: str):
    assert ratios_of(words) == [ratio]


@pytest.mark.parametrize(
    "words",
    [
        "at times",
        "one times",
        "many times",
        "doubling",
        "двічі",
        "60 a cent of them",
        "1234567890% of them",
        "1234567.25% of them",
        "half men",
        "percent",
        "times ten",
    ],
)
def test_words_that_only_look_like_a_ratio_are_none(words: str):
    assert ratios_of(words) == []


@pytest.mark.parametrize("taken", [{0}, {1}])
def test_what_is_a_time_or_number_already_is_no_ratio(taken: set[int]):
    assert find_ratios(cut("2024 times"), taken) == []


def test_the_words_of_a_ratio_are_no_counts():
    assert ratio_tokens(find_ratios(cut("they were ten times more, not half of it"), set())) == {
        2,
        3,
        7,
    }
