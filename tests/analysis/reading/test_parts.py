"""The parts of reading: words, numbers, times, names, ratios; and what is refused."""

from __future__ import annotations

import pytest

from analysis.plain import to_plain
from analysis.reading.article import MAX_TEXT, read_article
from analysis.reading.lines import list_lines
from analysis.reading.names import find_mentions, sound
from analysis.reading.numbers import find_numbers
from analysis.reading.ratios import find_ratios
from analysis.reading.times import find_times
from analysis.reading.vocabulary import FAMILIES, HARD, OFFENCES, RULES, TAGS
from analysis.reading.words import cut
from tests.analysis.ledgers import REAL, ledger_of


def numbers_of(text: str) -> list[tuple[int, int, str]]:
    return [(one.low, one.high, str(one.bound)) for one in find_numbers(cut(text), set())]


@pytest.mark.parametrize(
    "text",
    [
        "18,000 men",
        "18 000 осіб",
        "18.000 Mann",
        "18'000",
        "18\u202f000",
        "18\u00a0000",
        "18k men",
        "18 thousand",
        "18 тисяч",
        "18 тис. осіб",
        "18 тыс. человек",
        "18\n000 men",
        "18,\n000 men",
        "eighteen k or 18000 men",
        "18\u200b000 men",
    ],
)
def test_a_number_is_read_however_it_is_grouped(text):
    assert numbers_of(text) == [(18000, 18000, "exact")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10,000 to 12,000 men", 10000, 12000),
        ("10–12 thousand men", 10000, 12000),
        ("від 10 до 12 тисяч осіб", 10000, 12000),
        ("between 60 and 90 cases", 60, 90),
        ("1.5 million", 1500000, 1500000),
        ("1,5 млн", 1500000, 1500000),
        ("a dozen men", 12, 12),
        ("three dozen men", 36, 36),
        ("півтори тисячі осіб", 1500, 1500),
        ("двадцять військових", 20, 20),
    ],
)
def test_ranges_scales_and_words_are_numbers(text, low, high):
    assert [(one[0], one[1]) for one in numbers_of(text)] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("as many as 50 men", "up_to"),
        ("no fewer than 50 men", "at_least"),
        ("nearly 50 men", "almost"),
        ("fewer than 50 men", "less_than"),
        ("50 or more", "at_least"),
        ("more than the 50 men", "more_than"),
        ("щонайменше 50 осіб", "at_least"),
        ("майже 50 осіб", "almost"),
        ("близько 50 осіб", "about"),
        ("понад 50 осіб", "more_than"),
        ("не более 50 человек", "up_to"),
        ("свыше 50 человек", "more_than"),
        ("менее 50 человек", "less_than"),
        ("mindestens 50", "at_least"),
        ("ponad 50", "more_than"),
    ],
)
def test_the_words_of_a_bound_are_read(text, bound):
    assert numbers_of(text) == [(50, 50, bound)]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("50 men a day", "day"),
        ("34 per working day", "working_day"),
        ("50 per month", "month"),
        ("щомісяця 50 осіб", "month"),
        ("50 осіб на тиждень", "week"),
        ("50 человек в месяц", "month"),
        ("ежемесячно 50 человек", "month"),
        ("50 men", "None"),
    ],
)
def test_the_words_of_a_rate_are_read(text, per):
    assert [str(one.per) for one in find_numbers(cut(text), set())] == [per]


@pytest.mark.parametrize(
    "text",
    [
        "the 58th Army",
        "8-ї армії",
        "155-та бригада",
        "155 окрема механізована бригада",
        "in 1995.",
        "F-16",
        "T72",
        "12:30",
        "$500",
        "500 грн",
        "aged 34",
        "a 34-year-old",
        "Article 407",
        "ст. 337 УК",
        "ч. 4 ст. 408",
        "tel. 044 123-45-67",
        "+380 44 123 45 67",
        "№ 15",
        "https://a.example/18000",
        "a18000@example.org",
        "60 percent",
        "3.5 km",
        "007",
        "1" * 40,
    ],
)
def test_what_is_no_count_is_left_out(text):
    tokens = cut(text)
    masked = {place for one in find_times(tokens) for place in range(one.begin, one.end)}
    masked |= {place for one in find_ratios(tokens, masked) for place in range(one.start, one.end)}
    assert find_numbers(tokens, masked) == []


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("in January 2024", "2024-01"),
        ("у січні-жовтні 2025 року", "2025-01/2025-10"),
        ("с января по октябрь 2025 года", "2025-01/2025-10"),
        ("29.04.2024", "2024-04-29"),
        ("on April 29, 2024", "2024-04-29"),
        ("29 квітня 2024 року", "2024-04-29"),
        ("the first half of 2023", "2023-01/2023-06"),
        ("за 10 місяців 2025 року", "2025-01/2025-10"),
        ("from 21 September 2022 to 12 April 2024", "2022-09-21/2024-04-12"),
        ("2022–2023", "2022/2023"),
        ("у 1 995 році", "1995"),
        ("1-12 April 2024", "2024-04-01/2024-04-12"),
    ],
)
def test_a_time_is_read_as_exact_as_it_is_said(text, window):
    assert [str(one.window) for one in find_times(cut(text))] == [window]


def test_a_day_that_is_none_is_no_time():
    assert [one.window for one in find_times(cut("on 31 February 2024"))] == [None]


@pytest.mark.parametrize(
    ("text", "stated", "kind"),
    [
        ("a tenfold rise", 10, "times"),
        ("ten times more", 10, "times"),
        ("doubled", 2, "times"),
        ("60 percent of them", 60, "percent"),
        ("rose by 20 %", 20, "more"),
        ("вдесятеро", 10, "times"),
        ("в десять раз", 10, "times"),
        ("у 4,5 раза", 4.5, "times"),
        ("86.2% of cases", 86.2, "percent"),
    ],
)
def test_a_ratio_is_read(text, stated, kind):
    assert [(one.stated, one.kind) for one in find_ratios(cut(text), set())] == [(stated, kind)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("за даними Бутусова", "butusov"),
        ("сообщила «Медиазона»", "mediazona"),
        ("заявили в ДБР", "state-bureau-of-investigation-ua"),
        ("ГУР", "hur"),
        ("Офіс генпрокурора України", "prosecutor-general-ua"),
        ("Ідіть лісом", "idite-lesom"),
        ("Get Lost says", "idite-lesom"),
        ("Міноборони РФ", "defence-ministry-russia"),
        ("Генштаб ЗСУ", "general-staff-ua"),
        ("заявила Скороход", "skorokhod"),
    ],
)
def test_a_claimant_is_known_however_it_is_spelt(text, key):
    found = find_mentions(REAL, cut(text), set())
    assert [one.key for one in found if one.kind == "claimant"] == [key]


def test_a_name_sounds_the_same_in_both_alphabets():
    assert sound("Бойко") == sound("Boyko") == "boiko"


def test_the_word_list_knows_every_measure_and_offence_of_the_file():
    said = {measure for measure, _ in RULES}
    assert said == set(REAL.measures)
    assert set(OFFENCES) == set(REAL.offences)
    assert {tag for _, tags in RULES for tag in tags} <= set(TAGS)
    assert {measure for family in FAMILIES.values() for measure in family} <= said
    assert not {*TAGS} & {*HARD}


LEDGER = ledger_of(
    "a, count: 500, during: 2024-01",
    "b, claimant: hur, count: 500, during: 2024-02",
    "c, count: 250, during: 2023-01",
)


def test_claims_that_the_text_does_not_tell_apart_are_all_shown():
    (found,) = read_article(LEDGER, "In 2024, 500 soldiers deserted.").findings
    assert {claim.figure.id for claim in found.claims} == {"a", "b"}


def test_a_bare_number_is_looked_up():
    (found,) = read_article(LEDGER, "500").findings
    assert {claim.figure.id for claim in found.claims} == {"a", "b"}


def test_the_top_line_sums_up():
    text = (
        "As many as 500 soldiers deserted in January 2024, Mediazona said, double the 250 of "
        "January 2023. Another 77 men fled; 9,000 were killed."
    )
    reading = read_article(LEDGER, text)
    assert reading.words == (
        "4 numbers: 2 known claims, 1 of them changed, 1 calculation that bears out, "
        "1 not in the data; 1 number of other things left aside"
    )
    lines = list(list_lines(LEDGER, reading))
    assert lines[0] == reading.words
    assert "    Changed: exact → up to" in lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("500", "1 number: 1 that can be any of 2 known claims"),
        (
            "In January 2023, 250 soldiers deserted. In 2024, 500 soldiers deserted; in 2024, "
            "500 soldiers fled.",
            "3 numbers: 1 known claim, 2 that can be one of several known claims",
        ),
    ],
)
def test_numbers_that_several_claims_can_be_are_told_apart_from_known_ones(text, words):
    assert read_article(LEDGER, text).words == words


def test_a_text_without_numbers_says_so():
    assert read_article(LEDGER, "Nobody counted them.").words == "0 numbers"


def test_a_reading_is_plain_data():
    plain = to_plain(read_article(LEDGER, "500 soldiers deserted in January 2024, Mediazona said."))
    (finding,) = plain["findings"]
    assert plain["words"] == "1 number: 1 known claim"
    assert finding["claims"][0]["figure"] == "a"


def test_a_text_that_is_too_long_is_refused():
    with pytest.raises(ValueError) as refused:
        read_article(LEDGER, "a" * (MAX_TEXT + 1))
    assert str(refused.value) == (
        "expected a text of up to 50,000 characters, found 50,001; paste it in parts"
    )


def test_what_a_terminal_would_obey_is_not_repeated():
    (found,) = read_article(LEDGER, "\x1b[31m500 soldiers\u202e deserted.").findings
    assert found.sentence == "[31m500 soldiers deserted."


@pytest.mark.parametrize("unit", ["1", " ", "(", "()[]{}", "1 ", "a'", "12. ", "2024 ", "раз "])
def test_a_text_of_one_sign_is_read_to_its_end(unit):
    """Counted in tokens: an expression that backtracks would not come back from a megabyte."""
    text = cut(unit * (1_000_000 // len(unit)) if len(unit) == 1 else unit * 5_000)
    times = find_times(text)
    masked = {place for one in times for place in range(one.begin, one.end)}
    assert len(find_numbers(text, masked)) + len(find_ratios(text, masked)) <= len(text.tokens)
