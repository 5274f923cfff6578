"""Which claimants, units, places and categories a text names, however it spells them."""

from __future__ import annotations

import pytest

from loaders.load import read_ledger
from reading.names import find_mentions, sound, tokens_of
from reading.words import cut
from tests.analysis.ledgers import REAL, text_of

MORE_CLAIMANTS = """\
  hur-full: {name: Main Intelligence (GUR), kind: state_body}
  butusov: {name: Yurii Butusov, kind: individual}
  boyko: {name: Volodymyr Boyko (lawyer), kind: individual}
  get-lost: {name: Idite Lesom (Get Lost), kind: ngo, aliases: [Idi Lesom]}
  prosecutor: {name: Prosecutor General's Office of Ukraine, kind: state_body}
  prosecutor-ru: {name: Military Prosecutor's Office of Russia, kind: state_body}
  staff: {name: General Staff of Ukraine, kind: state_body}
  insider: {name: The Insider, kind: media}
  faridaily: {name: Faridaily (BBC), kind: media}
  bbc: {name: BBC News Russian, kind: media}
  telegram: {name: Rybar (Telegram channel), kind: media}
  short: {name: OVD, kind: ngo}
  twin-a: {name: Alpha Centre (AC), kind: ngo}
  twin-b: {name: Beta Centre (AC), kind: ngo}
  stories: {name: Important Stories, kind: media}
  three: {name: Anna Maria Kowalska, kind: individual}
  six: {name: Gambit (Baltic region), kind: media}
  inside: {name: Vot (Rybar), kind: media}
  comma: {name: "Sota (Moscow, Russia)", kind: media}
  agency: {name: Taiga (TASS), kind: media}
  zvezda: {name: "Zvezda, the Alpha, the Important, the Maria, the Gambit", kind: media}
  lada: {name: Lada Kalina Oka Niva, kind: media}
  vesna: {name: Vesna Zorya Utro of Russia, kind: media}
"""
MORE_UNITS = """\
  brigade-155: {name: 155th Mechanised Brigade, parent: ukraine}
  brigade-110: {name: 110th Mechanised Brigade, parent: ukraine, aliases: [Wolves]}
  numbered: {name: "200", parent: ukraine}
  plain: {name: 47 Battalion (reserve), parent: ukraine}
  regiment-110: {name: 110th Zavoyuvach Regiment, parent: ukraine}
  guards-4: {name: 4th Guards Army, parent: russia}
  unit-16871: {name: Military unit 16871, parent: russia}
  battalion-2: {name: 2nd Battalion of the 61st Brigade, parent: ukraine}
  series: {name: Brigade numbered in the 150s, parent: ukraine}
"""
FIGURES = text_of(
    "a, count: 5, during: 2024",
    "b, count: 5, during: 2024, place: Belgorod region",
    "c, count: 5, during: 2024, category: medics",
    "d, count: 5, during: 2024, place: near, category: mobilised",
)
TEXT = FIGURES.replace("units:\n", f"{MORE_CLAIMANTS}units:\n", 1)
ARTICLE = """\
  tass: {outlet: TASS, url: "https://tass.example", published: 2026-01-04, language: ru, title: D}
"""
LEDGER = read_ledger(TEXT.replace("articles:\n", f"{MORE_UNITS}articles:\n{ARTICLE}", 1).encode())


def mentions_of(words: str) -> list[str]:
    """`unit army-8: 8 army`: kind, key, and the words that are it."""
    text = cut(words)
    return [
        f"{one.kind} {one.key}: {' '.join(text.word(place) for place in sorted(one.tokens))}"
        for one in find_mentions(LEDGER, text, set())
    ]


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("HUR says", ["claimant hur: hur", "claimant hur-full: hur"]),
        ("hur says", ["claimant hur: hur", "claimant hur-full: hur"]),
        ("Hur says", ["claimant hur: hur", "claimant hur-full: hur"]),
        ("GUR says", ["claimant hur: gur", "claimant hur-full: gur"]),
        ("Mediazona says", ["claimant zona: mediazona"]),
        ("Медиазона", ["claimant zona: медиазона"]),
        ("«Медиазоны»", ["claimant zona: медиазоны"]),
        ("Mediazonaist", ["claimant zona: mediazonaist"]),
        ("Mediazon", ["claimant zona: mediazon"]),
        ("Butusov says", ["claimant butusov: butusov"]),
        ("Бутусова слова", ["claimant butusov: бутусова"]),
        ("Yurii Butusov", ["claimant butusov: yurii butusov"]),
        ("Boyko says", ["claimant boyko: boyko"]),
        ("Бойко сказав", ["claimant boyko: бойко"]),
        ("Idite Lesom says", ["claimant get-lost: idite lesom"]),
        ("Ідіть лісом", ["claimant get-lost: ідіть лісом"]),
        ("Get Lost says", ["claimant get-lost: get lost"]),
        ("Get a b c d e f Lost", ["claimant get-lost: get lost"]),
        ("Idi Lesom", ["claimant get-lost: idi lesom"]),
        (
            "Prosecutor General's Office of Ukraine",
            ["claimant prosecutor: prosecutor general's ukraine"],
        ),
        ("Генпрокуратура України", ["claimant prosecutor: генпрокуратура україни"]),
        ("Prosecutor's Office of Russia", ["claimant prosecutor-ru: prosecutor's russia"]),
        ("General Staff", ["claimant staff: general staff"]),
        ("Генштаб ЗСУ", ["claimant staff: генштаб"]),
        ("The Insider says", ["claimant insider: insider"]),
        ("insider", ["claimant insider: insider"]),
        ("Insider", ["claimant insider: insider"]),
        ("Faridaily", ["claimant faridaily: faridaily"]),
        ("Rybar", ["claimant telegram: rybar"]),
        ("OVD", ["claimant short: ovd"]),
        ("ovd", ["claimant short: ovd"]),
        ("Alpha Centre", ["claimant twin-a: alpha centre"]),
        ("Agora", ["claimant agora: agora"]),
        ("Agora's", ["claimant agora: agora's"]),
        ("8th Army", ["unit army-8: 8 army"]),
        ("8 армія", ["unit army-8: 8 армія"]),
        ("58th Army and 8th Army", ["unit army-58: 58 army", "unit army-8: 8 army"]),
        ("58th and 8th Army", ["unit army-58: 58 army", "unit army-8: 8 army"]),
        ("20th Division", ["unit division-20: 20 division"]),
        ("155th Brigade", ["unit brigade-155: 155 brigade"]),
        ("155th Mechanised Brigade", ["unit brigade-155: 155 mechanised brigade"]),
        ("155-та механізована бригада", ["unit brigade-155: 155 механізована бригада"]),
        ("110th Brigade", ["unit brigade-110: 110 brigade"]),
        ("Wolves", ["unit brigade-110: wolves"]),
        ("wolves", ["unit brigade-110: wolves"]),
        ("Southern District", ["unit district: southern district"]),
        ("in Belgorod", ["place Belgorod region: belgorod"]),
        ("in Belgorod region", ["place Belgorod region: belgorod"]),
        ("the medics", ["category medics: medics"]),
        (
            "Mediazona and HUR and Mediazona",
            [
                "claimant zona: mediazona",
                "claimant hur: hur",
                "claimant hur-full: hur",
                "claimant zona: mediazona",
            ],
        ),
        (
            "HUR HUR",
            [
                "claimant hur: hur",
                "claimant hur-full: hur",
                "claimant hur: hur",
                "claimant hur-full: hur",
            ],
        ),
        ("Important Stories say", ["claimant stories: important stories"]),
        ("Maria Kowalska says", ["claimant three: maria kowalska"]),
        ("Gambit says", ["claimant six: gambit"]),
        ("Gambitovsk", ["claimant six: gambitovsk"]),
        ("Rybarov", ["claimant telegram: rybarov"]),
        ("Agoram", ["claimant agora: agoram"]),
        ("47 Battalion", ["unit plain: 47 battalion"]),
        ("47th Battalion", ["unit plain: 47 battalion"]),
        ("Генерал-штаб", ["claimant staff: генерал-штаб"]),
        ("Lost a b c d e f Get", ["claimant get-lost: lost get"]),
        ("Русская служба Би-би-си", ["claimant bbc: русская би-би-си"]),
        ("Oka Niva", ["claimant lada: oka niva"]),
        ("110th Regiment", ["unit regiment-110: 110 regiment"]),
        ("military unit 16871", ["unit unit-16871: military unit 16871"]),
        ("8th and 4th Guards Army", ["unit army-8: 8 army", "unit guards-4: 4 guards army"]),
        ("8 a b Army", ["unit army-8: 8 army"]),
    ],
)
def test_a_name_is_found_by_enough_of_its_words(words: str, mentions: list[str]):
    assert mentions_of(words) == mentions


@pytest.mark.parametrize(
    "words",
    [
        "mediazona says",
        "Mediazonaistic",
        "бутусова слова",
        "Бойкові",
        "Volodymyr",
        "lawyer",
        "Get says",
        "Lost says",
        "Get a b c d e f g Lost",
        "the Prosecutor General's Office",
        "прокурор",
        "Military Prosecutor's Office",
        "general",
        "BBC",
        "Telegram channel",
        "AC says",
        "agora",
        "the 8th",
        "8th",
        "8",
        "army 8",
        "the army of 8",
        "155 Mechanised",
        "200",
        "200 brigade",
        "Southern",
        "region",
        "near",
        "Stories say",
        "Maria says",
        "Kowalska says",
        "Gambitowski",
        "Rybarova",
        "Agorami",
        "Mediazonaistx",
        "Baltic region",
        "Moscow",
        "TASS says",
        "battalion of reserve",
        "Lost a b c d e f g Get",
        "Zvezda Maria",
        "Zorya of Russia",
        "Zavoyuvach Regiment",
        "150th Brigade",
        "unit 16871",
        "2nd Battalion",
        "Butushev says",
    ],
)
def test_too_few_words_or_common_ones_are_no_name(words: str):
    assert mentions_of(words) == []


def test_the_digits_of_a_number_are_no_number_of_a_unit():
    assert find_mentions(LEDGER, cut("8 Army"), {0}) == []


def test_of_a_word_that_comes_twice_the_nearer_one_belongs_to_a_name():
    mentions = find_mentions(LEDGER, cut("The army, the 8th Army and the army"), set())
    assert tokens_of(mentions, "unit") == {4, 6}


def test_a_name_without_its_country_is_that_of_either():
    found = find_mentions(REAL, cut("сообщили в Минобороны"), set())
    assert {one.key for one in found} == {"defence-ministry-russia", "defence-ministry-ua"}


def test_the_tokens_of_one_kind_of_names_are_told():
    mentions = find_mentions(LEDGER, cut("The 8th Army, HUR says"), set())
    assert (tokens_of(mentions, "unit"), tokens_of(mentions, "claimant")) == ({1, 3}, {5})


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("Бойко", "boiko"),
        ("Boyko", "boiko"),
        ("Щукін", "schukin"),
        ("Shchukin", "schukin"),
        ("Київ", "kiv"),
        ("Ґанок", "hanok"),
        ("Хочу", "hochu"),
        ("Khochu", "hochu"),
        ("Юлія", "ula"),
        ("Xerxes", "kserkses"),
        ("word", "vord"),
        ("Мария", "mara"),
        ("Іван", "ivan"),
        ("О'Коннор", "okonor"),
        ("choo", "cheo"),
        ("shoe", "she"),
        ("anna", "ana"),
        ("wow", "vov"),
        ("объём", "obem"),
        ("цапля", "tsapla"),
        ("Жук", "zhuk"),
    ],
)
def test_a_word_sounds_the_same_in_both_alphabets(word: str, heard: str):
    assert sound(word) == heard


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
