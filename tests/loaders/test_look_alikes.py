"""Letters, signs and words that only look like ours: named wherever they stand, with the mend."""

from __future__ import annotations

import pytest

from tests.loaders.small import problems_of, second, small
from tests.loaders.test_curated import said

NUMBER = "52:12: error: old: count: expected a whole number, found"
DATE = "42:13: error: one: during: expected a date written 2024, 2024-01 or 2024-01-15, found"
LANGUAGE = "20:85: error: a1: language: expected a two-letter language code such as uk, found"
ADDRESS = "23:92: error: a4: url: expected an address, found"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2O4", "its character 2 is the letter O; write 0"),
        ("28l", "its character 3 is the letter l; write 1"),
        ("I,000", "its character 1 is the letter I; write 1"),
        ("2Ο4", "its character 2 is U+039F, greek capital letter omicron"),
        ("-5", ""),
        ("about 5", ""),
        ("60–90", "write {low: 60, high: 90}"),
        ("60\u201190", "write {low: 60, high: 90}"),
        ("60−90", "write {low: 60, high: 90}"),
        ("60..90", "write {low: 60, high: 90}"),
        ("60…90", "write {low: 60, high: 90}"),
        ("60 and 90", "write {low: 60, high: 90}"),
        ("between 60 and 90", "write {low: 60, high: 90}"),
        ("1,000 to 2,000", "write {low: 1000, high: 2000}"),
        ("60 до 90", "its character 4 is U+0434, cyrillic small letter de"),
    ],
)
def test_a_number_is_told_what_is_wrong_with_it(typed, sentence):
    hint = f"; {sentence}" if sentence else ""
    assert said(("count: 284", f"count: {typed}")) == [f'{NUMBER} "{typed}"{hint}']


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2024−02", "its character 5 is U+2212, minus sign; write -"),
        ("2024－02", "its character 5 is U+FF0D, fullwidth hyphen-minus; write -"),
        ("2024-01／2024-02", "its character 8 is U+FF0F, fullwidth solidus; write /"),
        ("2024-01∕2024-02", ""),
        ("2O24-02", "its character 2 is the letter O; write 0"),
        ("2024-O2", "its character 6 is the letter O; write 0"),
    ],
)
def test_a_date_is_told_what_is_wrong_with_it(typed, sentence):
    sentence = sentence or "its character 8 is U+2215, division slash; write /"
    assert said(("during: 2024-02\n", f"during: {typed}\n")) == [f'{DATE} "{typed}"; {sentence}']


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "count: 284",
            "count： 284",
            "52:10: error: the colon is U+FF1A, fullwidth colon; write : and a blank",
        ),
        (
            "count: 284",
            "note: x\n    accepts: [аlike]\n    count: 284",
            '53:15: error: old: accepts: unknown rule "аlike"; its character 1 is U+0430, '
            'cyrillic small letter a; did you mean "alike"?',
        ),
        (
            "count: 284",
            "inferred: [durіng]\n    count: 284",
            '52:16: error: old: inferred: unknown field "durіng"; its character 4 is U+0456, '
            'cyrillic small letter byelorussian-ukrainian i; did you mean "during"?',
        ),
        (
            '"https://example.org/e"',
            '"httрs://example.org/e"',
            "24:99: error: a5: url: expected an address that starts with http:// or https://, "
            'found "httрs://example.org/e"; its character 4 is U+0440, cyrillic small letter er',
        ),
        (
            'note: "N/A"',
            'note: "N/A\u00a0"',
            '46:11: error: one: note: expected text without blanks around it, found "N/A\u00a0"; '
            "one is U+00A0, no-break space",
        ),
        (
            'note: "N/A"',
            "note: #5",
            "46:10: error: no value here; what follows # is a comment; "
            "if it is the value, put it in quotes",
        ),
        (
            'note: "N/A"',
            "note: ″a: b″",
            '46:13: error: a ": " inside unquoted text, or wrong indentation; '
            "″ opens no quotes in YAML, write \" or '",
        ),
        (
            'title: "nan"',
            "title: “nan, x: y”",
            "20:15: error: “ opens no quotes in YAML, write \" or '",
        ),
        (
            'author: "null"',
            'author: ["Smith, "]',
            '20:44: error: a1: author: expected text without blanks around it, found "Smith, "',
        ),
        (
            'author: "null"',
            'author: [", John"]',
            "20:44: error: a1: author: expected one comma, as in Maratova, Lyudmila; "
            'found ", John"; write a body with commas alone, without the list',
        ),
    ],
)
def test_what_looks_like_ours_is_named_in_every_place(old, new, sentence):
    assert said((old, new)) == [sentence]


def test_a_section_with_a_foreign_letter_is_named():
    (missing, unknown, *_) = said(("claimants:\n", "сlaimants:\n"))
    assert missing == '1:1: error: the section "claimants:" is missing'
    assert unknown == (
        '8:1: error: unknown section "сlaimants"; its character 1 is U+0441, '
        'cyrillic small letter es; did you mean "claimants"?'
    )


def test_smart_quotes_around_a_text_are_a_part_of_it():
    assert said(('title: "nan"', "title: “nan”"), ('note: "N/A"', "note: «N/A, x»")) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("en_US", "en"),
        ("uk-UA", "uk"),
        ("deu", "de"),
        ("fre", "fr"),
        ("us", "en"),
        ("rs", "sr"),
        ("Ukrainian", "uk"),
        ("russian", "ru"),
    ],
)
def test_a_language_that_is_none_is_told_the_code(typed, meant):
    found = f'"{typed}"; did you mean "{meant}"?'
    assert said(("language: 'no'", f"language: {typed}")) == [f"{LANGUAGE} {found}"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("https://example.org/{d}", "character 21 is {; write %7B"),
        ("https://example.org/d^e", "character 22 is ^; write %5E"),
        ("https://example.org/d\u00a0e", "character 22 is a no-break space; write %C2%A0"),
        ("https://example.org/d ", "character 22 is a blank; delete it"),
        ("https:// example.org/d", "character 9 is a blank; delete it"),
        ("https://exa mple.org/d", "character 12 is a blank; delete it"),
        ("https://example.org|d", "character 20 is |; delete it"),
    ],
)
def test_an_address_is_told_which_character_it_cannot_hold(typed, sentence):
    assert said(("https://example.org/d", typed)) == [f'{ADDRESS} "{typed}": its {sentence}']


@pytest.mark.parametrize(
    ("outlets", "sentence"),
    [
        (("Kyiv Post", "Кyiv Post"), '"[U+041A]yiv Post" is written "Kyiv Post"'),
        (("Hовини", "Новини"), '"[U+0048]овини" is written "Новини"'),
        (("Kyiv Post", "Kyiv-Post"), '"Kyiv-Post" is written "Kyiv Post"'),
        (("Kyiv Post", "KYIV POST"), '"KYIV POST" is written "Kyiv Post"'),
        (("Kyiv  Post", "Kyiv Post"), '"Kyiv  Post" is written "Kyiv Post"'),
        (("El País", "El Pais"), '"El Pais" is written "El País"'),
        (("L'Express", "Lʼexpress"), '"Lʼexpress" is written "L\'Express"'),
        (("U.S. News", "US News"), '"US News" is written "U.S. News"'),
        (("NV.ua", "nv.ua"), '"nv.ua" is written "NV.ua"'),
    ],
)
def test_an_outlet_in_two_spellings_is_told_once_with_the_likelier_one(outlets, sentence):
    changes = zip(("outlet: Paper", "outlet: Zeitung"), outlets, strict=True)
    text = small(*((old, f'outlet: "{new}"') for old, new in changes))
    (line,) = problems_of(text)
    assert line.partition("outlet: ")[2] == f"{sentence} elsewhere, once"


@pytest.mark.parametrize(
    "outlets", [("The Times", "Times"), ("a-b.ua", "ab.ua"), ("Радио", "Радіо"), ("—", "–")]
)
def test_two_outlets_are_two(outlets):
    changes = zip(("outlet: Paper", "outlet: Zeitung"), outlets, strict=True)
    assert problems_of(small(*((old, f'outlet: "{new}"') for old, new in changes))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("during: 2024-04", "since: 2024-04-01\n    as_of: 2024-04-30"),
        ("during: 2024-04", "during: 2024-04-01/2024-04-30"),
        ("place: Kursk", "place: kursk"),
        ("category: mobilised", "category: Mobilised"),
    ],
)
def test_one_claim_in_two_spellings_is_told(old, new):
    more = "    place: Kursk\n    category: mobilised\n    part_of"
    text = second(("    part_of", more))
    again = text[text.index("  - id: hur-8") :].replace("hur-8-army-2024", "again")
    assert old in again
    lines = problems_of(
        text + again.replace(old, new, 1).replace("article: paper-a", "article: paper-b")
    )
    assert [line.partition("again: ")[2] for line in lines] == [
        "says the same as hur-8-army-2024, line 29"
    ]


def test_an_entry_marked_as_a_mistake_is_no_second_claim():
    again = second()[second().index("  - id: hur-8") :].replace("hur-8-army-2024", "again")
    assert len(problems_of(second() + again)) == 1
    assert problems_of(second() + again + "    status: mistaken\n    note: Entered twice.\n") == []
