"""What a number counts, by the words around it: a measure, an offence, or another thing."""

from __future__ import annotations

import pytest

from reading.things import Thing
from tests.analysis.ledgers import REAL, ledger_of
from tests.reading.around import surroundings_of

LEDGER = ledger_of("a, count: 5, during: 2024")


def say(thing: Thing) -> str:
    """`cases_opened or cases_in_court?, for awol`; `?` where no one measure is said."""
    parts = [" or ".join(thing.measures) + "?" * (not thing.stated)] if thing.measures else []
    parts += ["stated"] * (thing.stated and not thing.measures)
    parts += [f"other: {thing.other}"] if thing.other else []
    parts += [f"for {offence}" for offence in sorted(thing.offences)]
    parts += ["people"] * thing.people + ["of the sentence before"] * (not thing.near)
    return ", ".join(parts)


def things_of(words: str) -> list[str]:
    return [say(around.thing) for around in surroundings_of(LEDGER, words)]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("500 soldiers deserted", "left_unit, people"),
        ("500 deserters", "left_unit"),
        ("500 men", "people"),
        ("500", ""),
        ("500 cases", "cases_opened or cases_in_court?"),
        ("500 cases were opened", "cases_opened"),
        ("500 cases reached the courts", "cases_in_court"),
        ("500 requests", "help_requests or surrender_requests?"),
        ("500 requests for help", "help_requests"),
        ("500 requests to surrender", "surrender_requests"),
        ("500 asked for help to leave", "help_requests"),
        ("500 verdicts", "verdicts"),
        ("500 convicted", "verdicts, people"),
        ("500 suspicions", "suspicions"),
        ("500 accused", "accused_in_court"),
        ("500 before courts", "cases_in_court or verdicts or accused_in_court?"),
        ("500 granted asylum", "asylum_granted"),
        ("500 wanted for it, wanted", "wanted"),
        ("500 on the wanted list", "wanted"),
        ("500 were held", "held"),
        ("500 refused", "refused"),
        ("500 returned", "returned"),
        ("500 returned after they deserted", "returned"),
        ("500 helped", "helped"),
        ("500 surrendered", "surrendered"),
        ("500 absent", "absent"),
        ("500 left", "left_unit"),
        ("500 cases of desertion", "cases_opened or cases_in_court?, for desertion"),
        ("500 cases of absence without leave", "cases_opened or cases_in_court?, for awol"),
        ("500 cases of AWOL and desertion", "cases_opened or cases_in_court?, for evasion"),
        ("500 cases of evasion", "cases_opened or cases_in_court?, for evasion"),
        ("500 cases of refusal to obey", "cases_opened or cases_in_court?, for refusal"),
        ("500 military crimes", "for military"),
        (
            "500 military crimes and desertion cases",
            "cases_opened or cases_in_court?, for military",
        ),
        ("500 people left and cases", "cases_opened or cases_in_court?, people"),
        ("the case is that 500 left", "cases_opened or cases_in_court?"),
        ("the case is that 500 men left", "left_unit, people"),
        ("500 in a case of those who left", "cases_opened or cases_in_court?"),
        ("500 a b c d e case was opened", "cases_opened"),
        ("500 a b c d e f case was opened", "cases_opened"),
        ("500 verdicts for cases in courts", "verdicts"),
        ("cases: 500 for desertion", "cases_opened or cases_in_court?, for desertion"),
        ("500 killed", "other: losses"),
        ("500 killed deserters", "other: losses"),
        ("500 deserters killed", "other: losses"),
        ("500 deserters were killed", "other: losses"),
        ("500 soldiers deserted, killed", "left_unit, people"),
        ("500 soldiers deserted after many were killed", "left_unit, people"),
        ("killed were 500 who deserted", "left_unit"),
        ("killed 500, they deserted", "left_unit"),
        ("after the killed there came 500 who deserted", "left_unit"),
        ("500 tanks", "other: equipment"),
        ("500 drones and men", "other: equipment, people"),
        ("500 prisoners of war", "other: prisoners of war"),
        ("500 prisoners of war deserted", "other: prisoners of war"),
        ("500 prisoners", "other: prisoners"),
        ("500 prisoners deserted", "left_unit"),
        ("500 prisoners were helped", "other: prisoners"),
        ("500 civilians", "other: other people"),
        ("500 civilians fled", "other: other people"),
        ("500 people in villages", "people"),
        ("500 villages", "other: other things"),
        ("500 a villages", "other: other things"),
        ("500 a b villages", "other: other things"),
        ("500 a b c villages", ""),
        ("500 years", "other: durations"),
        ("500 a years", ""),
        ("500 days they deserted", "other: durations"),
        ("500 recruits", "people"),
        ("500 mobilised", "other: recruits"),
        ("500 mobilised deserted", "left_unit"),
        ("500 mobilised men", "other: recruits, people"),
        ("500 мобілізованих", "people"),
        ("500 мобілізованих дезертирували", "left_unit, people"),
        ("500 trained", "other: recruits"),
        ("500 trained deserted", "left_unit"),
        ("500 of Russia, trained", "other: recruits"),
        ("500 conscript trained", "other: recruits, people"),
        ("in villages 500", ""),
        ("in villages 500 of them deserted", "left_unit"),
        ("in years 500", ""),
        ("500 a day deserted", "left_unit"),
        ("500 for AWOL among them: verdicts", "verdicts, for awol"),
        ("500 soldiers a day", "people"),
        ("500 a day in villages", ""),
        ("500 a month came to villages", ""),
        ("500 a b c d e case of verdicts", "cases_opened or cases_in_court?"),
        ("500 a b c d e f case of verdicts", "verdicts"),
        ("500 cases of evasion and AWOL", "cases_opened or cases_in_court?, for evasion"),
        ("500 cases of AWOL and refusal to obey", "cases_opened or cases_in_court?, for evasion"),
        (
            "500 cases of desertion and refusal to obey",
            "cases_opened or cases_in_court?, for evasion",
        ),
        ("killed 500 deserters", "left_unit"),
        ("deserters: 500 killed", "other: losses"),
        ("deserters, dead: 500", "other: losses"),
        ("dead 500 of deserters", "left_unit"),
        ("left, 500 dead", "other: losses"),
        ("500 left, dead", "other: losses"),
        ("dead, 500 left", "other: losses"),
        ("dead and wounded 500 left", "other: losses"),
        ("tanks and 500 dead soldiers", "other: losses, people"),
        ("500 tanks and killed", "other: equipment"),
        ("killed with 500 tanks", "other: equipment"),
        ("helped 500 tanks", "other: equipment"),
        ("500 tanks helped", "other: equipment"),
        ("500 deserters of dead", "other: losses"),
        ("500 дезертирувало вбитих", "left_unit"),
        ("villages, 500 came", ""),
        ("recruits: 500 came", "people"),
        ("the children and 500 villages", "other: other things"),
        ("in days 500 villages came", "other: other things"),
        ("500 men in days came", "people"),
        ("500 came in a tank", "other: equipment"),
        ("500 of deserters were killed", "other: losses"),
        ("500 of the deserters were killed", "left_unit"),
        ("500 deserters, they were killed while they left", "other: losses"),
        ("500 of дезертирували вбиті", "left_unit"),
        ("desertion it was. 500 cases", "cases_opened or cases_in_court?"),
        ("AWOL cases were opened. The killed: 500 of them", "other: losses"),
        ("verdicts for AWOL of men. It is so. Men: 40", "people"),
        ("500 Russian villages", "other: other things"),
        ("killed 500 of our own deserters", "other: losses"),
        ("the deserters numbered 500, of whom the dead", "left_unit"),
        ("500 returned after many were killed and others deserted", "returned"),
        ("of deserters 500 came to us while many died", "left_unit"),
        ("of the civilians 500 came", "other: other people"),
        ("500 мобилизованных", "people"),
        ("500 заключенных сбежали", "left_unit, people"),
        ("500 в'язнів", "people"),
        ("500 mobilised villages", "other: recruits"),
    ],
)
def test_the_words_around_a_number_say_what_it_counts(words: str, thing: str):
    assert things_of(words) == [thing]


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("500 died, and 40 deserted", ["other: losses", "left_unit"]),
        ("500 deserted and 40 died", ["left_unit", "other: losses"]),
        ("500 deserters in 40 days", ["left_unit", "other: durations"]),
        ("500 deserted, 40 returned", ["left_unit", "returned"]),
        ("500 deserted and 40", ["left_unit", "left_unit"]),
        ("500 men deserted and 40 were women", ["left_unit, people", "left_unit, people"]),
        ("500 were killed and 40", ["other: losses", "other: losses"]),
        (
            "500 cases of AWOL and 40 of desertion",
            [
                "cases_opened or cases_in_court?, for awol",
                "cases_opened or cases_in_court?, for desertion",
            ],
        ),
        (
            "500 cases of AWOL and 40 deserted",
            [
                "cases_opened or cases_in_court?, for awol",
                "cases_opened or cases_in_court?, for awol",
            ],
        ),
        (
            "500 cases of AWOL and 40 soldiers deserted",
            ["cases_opened or cases_in_court?, for awol", "left_unit, for awol, people"],
        ),
        (
            "500 cases of AWOL and 40 who left and returned",
            ["cases_opened or cases_in_court?, for awol", "returned, for awol"],
        ),
        (
            "500 men fled and 40 of desertion",
            ["left_unit, for desertion, people", "left_unit, for desertion"],
        ),
        (
            "500 soldiers deserted. Then 40",
            ["left_unit, people", "left_unit, of the sentence before"],
        ),
        ("500 soldiers deserted. Then 40 men", ["left_unit, people", "people"]),
        ("500 soldiers deserted. Then 40 killed", ["left_unit, people", "other: losses"]),
        (
            "500 cases for AWOL. So it is. Then 40",
            [
                "cases_opened or cases_in_court?, for awol",
                "cases_opened or cases_in_court?, for awol, of the sentence before",
            ],
        ),
        (
            "500 cases for AWOL were opened. Then 40",
            ["cases_opened, for awol", "cases_opened, for awol, of the sentence before"],
        ),
        ("500 were killed. Then 40", ["other: losses", ""]),
        ("500 men, of whom 40 deserted", ["left_unit, people", "left_unit"]),
        ("500 of them 40 deserted", ["left_unit", "left_unit"]),
        ("500 (40 deserted)", ["left_unit", "left_unit"]),
        ("for AWOL, 500 verdicts and 40 verdicts", ["verdicts, for awol", "verdicts, for awol"]),
        ("500 deserted while 40 fled", ["left_unit", "left_unit"]),
        ("500 deserted including 40 fled", ["left_unit", "left_unit"]),
        ("500 and 40, it is said, returned", ["returned", "returned"]),
        ("500 verdicts and 40, soldiers", ["verdicts", "verdicts, people"]),
        ("500 left it here, 40 returned", ["left_unit", "returned"]),
        ("500 left it right here, 40 returned", ["left_unit", "returned"]),
        ("500, 40 returned", ["returned", "returned"]),
        (
            "500 cases of AWOL and 40 who left",
            ["cases_opened or cases_in_court?, for awol", "left_unit, for awol"],
        ),
        (
            "500 verdicts and 40 for desertion",
            ["verdicts, for desertion", "verdicts, for desertion"],
        ),
        ("500 returned, deserters 40, it is said", ["returned", "left_unit"]),
        ("500 left, returned 40", ["left_unit", "returned"]),
        (
            "500 for military crimes, 40 verdicts for evasion",
            ["verdicts, for military", "verdicts, for evasion"],
        ),
        ("500 here, 40 verdicts for AWOL", ["verdicts, for awol", "verdicts, for awol"]),
        (
            "500 deserted. 7 men came. Then 40",
            ["left_unit", "people", "left_unit, of the sentence before"],
        ),
        ("500 tanks and 40 for desertion", ["other: equipment", "left_unit, for desertion"]),
        (
            "500 cases of desertion, and men, 40",
            [
                "cases_opened or cases_in_court?, for desertion, people",
                "cases_opened or cases_in_court?, for desertion, people",
            ],
        ),
    ],
)
def test_what_is_not_said_of_a_number_is_said_of_the_one_before(words: str, things: list[str]):
    assert things_of(words) == things


def test_a_name_is_a_category_but_nothing_that_is_counted():
    words = "500 fled, soldiers of the 107th Regiment in a video appeal say"
    (appeal,) = surroundings_of(REAL, words)
    (mobilised,) = surroundings_of(REAL, "500 fled, mobilised men from the Voronezh region say")
    assert (say(appeal.thing), list(appeal.near["category"])) == ("left_unit, people", [])
    assert (say(mobilised.thing), list(mobilised.near["category"])) == ("left_unit", ["mobilised"])


def test_a_name_is_no_other_thing_that_its_words_would_be():
    words = (
        "500 men came, Get Lost says",
        "500 men came, lost says",
        "500 of the 4th Guards Tank Division",
        "500 of the tank",
    )
    things = [around.thing for text in words for around in surroundings_of(REAL, text)]
    others = ["people", "other: losses, people", "", "other: equipment"]
    assert [say(thing) for thing in things] == others
