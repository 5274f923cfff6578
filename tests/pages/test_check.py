"""Check: a number, words or a text in; the claim and what is safe to write out; nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit.config
from streamlit.testing.v1 import AppTest

from pages.check import FINDINGS, MOST_NEAR
from pages.forms.policy import read_token, server_policy
from reading.article import MAX_TEXT
from tests.loaders.small import SMALL
from tests.pages.conftest import Open, as_read, go_to, text_of, texts_of
from tests.pages.html import read_table

TEXT = (
    "Get Lost said 284 soldiers deserted in January 2024, a tenfold rise on the 28 of January "
    "2023. As many as 18,000 troops fled the Southern Military District by 29 April 2024, "
    "according to HUR. Some 40 tanks were lost. Frontelligence Insight says 7,777 men left the "
    "20th division in 2024."
)
UKRAINIAN = (
    "У березні 2024 року російські суди винесли 684 вироки за самовільне залишення частини, "
    "повідомила «Медіазона»."
)
HUR = "Defence Intelligence of Ukraine (HUR) reported more than 18"


def check(app: AppTest, text: str) -> AppTest:
    """Type or paste it and press the button."""
    app.text_area[0].set_value(text)
    app.button[0].click()
    return app.run()


def opened(app: AppTest) -> str:
    """What is in sight: all but what is folded."""
    folded = [text for fold in app.expander for text in texts_of(fold)]
    return "\n".join(text for text in texts_of(app.main) if text not in folded)


@pytest.mark.parametrize("typed", ["18k", "18 000", "18,000", "up to 18,000", "18 thousand"])
def test_a_number_is_understood_however_it_is_written(open_page: Open, typed: str) -> None:
    app = open_page("check", q=typed)
    assert "18,000: 2 claims." in text_of(app)
    assert HUR in opened(app)


def test_the_claim_and_its_safest_wording_come_first_then_what_to_mind(open_page: Open) -> None:
    said = text_of(open_page("check", q="684 verdicts mediazona"))
    places = [
        said.index(words)
        for words in (
            "Mediazona reported 684 verdicts",
            "**What it is.** Sentences or convictions handed down.",
            "**Be careful.** Verdicts, not people who left; absence without leave only.",
            "**What others made of it.** ",
        )
    ]
    assert places == sorted(places)
    assert "684 verdicts (absence without leave), Russian forces, in March 2024" in said


def test_exact_matches_are_open_and_a_few_near_ones_folded(open_page: Open) -> None:
    app = open_page("check", q="18000")
    assert len(app.expander) == MOST_NEAR
    assert "from January 2024 to June 2024" not in opened(app)
    assert "And 13 more claims within 5 %; a word beside the number leaves fewer." in text_of(app)


def test_articles_that_printed_the_number_for_another_claim_are_named(open_page: Open) -> None:
    said = text_of(open_page("check", q="64"))
    assert "64: no claims, printed 3 times for another number." in said
    assert "**Printed so by.** Ukrainska Pravda, 24 April 2024, en: 684 → 64" in said


def test_what_was_printed_nearly_so_for_another_claim_is_folded_below(open_page: Open) -> None:
    app = open_page("check", q="65")
    (fold,) = [one for one in app.expander if "Printed nearly so" in one.label]
    assert as_read(fold.label).startswith("Printed nearly so for another number: Mediazona")
    assert "Ukrainska Pravda, 24 April 2024, en: 684 → 64" in as_read(fold.markdown[-1].value)


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("648", "the number has two digits exchanged"),
        ("6840", "the number differs by a factor of ten"),
    ],
)
def test_a_number_that_nobody_claimed_may_be_a_slip(open_page: Open, typed: str, slip: str) -> None:
    app = open_page("check", q=typed)
    labels = [as_read(fold.label) for fold in app.expander]
    assert [label for label in labels if "slip" in label] == [
        f"Perhaps a slip, {slip}: Mediazona reported 684 verdicts (absence without leave) for "
        "Russian forces in March 2024."
    ]


def test_a_number_that_several_claims_have_is_said_to_be_any_of_them(open_page: Open) -> None:
    text = "Some 100,000 soldiers have left their units since the war began, he said on Monday."
    said = text_of(check(open_page("check"), text))
    assert "1 number: 1 that can be any of 2 known claims, 1 of them changed." in said


def test_words_that_no_claim_with_the_number_has_are_said_and_left_out(open_page: Open) -> None:
    app = open_page("check", q="18,000 penguins")
    assert "With 18,000 no claim mentions all of: penguins." in text_of(app)
    assert HUR in opened(app)


def test_words_alone_list_the_claims_that_mention_them(open_page: Open) -> None:
    app = open_page("check", q="Southern Military District")
    assert "7 claims mention all of: Southern Military District." in text_of(app)
    assert len(read_table(app)[1]) == 7


def test_words_that_nobody_mentions_are_said_to_be_none(open_page: Open) -> None:
    said = text_of(open_page("check", q="penguins"))
    assert "No claim in the data mentions all of: penguins. Try fewer words." in said


def test_of_a_text_every_number_is_shown_with_its_sentence_and_what_became_of_it(
    open_page: Open,
) -> None:
    app = check(open_page("check"), TEXT)
    said = text_of(app)
    assert (
        "5 numbers: 3 known claims, 3 of them changed, 1 calculation that bears out, "
        "1 not in the data; 1 number of other things left aside." in said
    )
    assert "Get Lost said :yellow-background[284] soldiers deserted in January 2024" in said
    assert "**What the text changed.** Help requests printed as: left their unit." in said
    assert "**10 times: 284 / 28 = 10.14, it bears out.**" in said
    assert "**What the text changed.** More than → up to." in said
    assert "says :yellow-background[7,777] men left" in said
    assert "**Not in the data.**" in said
    assert [fold.label for fold in app.expander] == ["Left aside as numbers of other things: 1"]
    assert as_read(app.expander[0].markdown[0].value) == "- Some 40: equipment"


def test_a_text_in_ukrainian_leads_to_its_claim(open_page: Open) -> None:
    said = text_of(check(open_page("check"), UKRAINIAN))
    assert "1 number: 1 known claim." in said
    assert "винесли :yellow-background[684] вироки" in said
    assert "Mediazona reported 684 verdicts (absence without leave)" in said


def test_a_text_that_is_too_long_is_refused_in_a_sentence(open_page: Open) -> None:
    app = check(open_page("check"), "word " * (MAX_TEXT // 5 + 1))
    assert as_read(app.error[0].value) == (
        f"Expected a text of up to 50,000 characters, found {MAX_TEXT + 4:,}; paste it in parts."
    )


def test_a_text_of_many_numbers_is_turned_like_a_book(open_page: Open) -> None:
    numbers = " ".join(f"In 2024, {7001 + 3 * number} soldiers deserted." for number in range(25))
    app = check(open_page("check"), numbers)
    assert text_of(app).count(":yellow-background[") == FINDINGS


def test_a_question_is_in_the_address_and_a_text_is_not(open_page: Open) -> None:
    app = open_page("check", q="18k")
    check(app, "684")
    assert app.query_params["q"] == "684"
    check(app, TEXT)
    assert "q" not in app.query_params
    check(app, "684")
    assert app.query_params["q"] == "684"


def test_an_address_that_changes_is_followed(open_page: Open) -> None:
    app = open_page("check", q="18k")
    go_to(app, "check", q="64")
    assert app.text_area[0].value == "64"


def test_nothing_of_a_text_outlives_the_page(
    open_page: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "figures.yaml"
    file.write_text(SMALL, encoding="utf-8")
    app = check(open_page("check", file), "Zyxwv said 7,777 men left. " * 3)
    assert "Zyxwv" in text_of(app)
    assert [path for path in tmp_path.rglob("*") if "Zyxwv" in path.read_text()] == []
    assert "Zyxwv" not in caplog.text
    assert "Zyxwv" in f"{vars(app.session_state._state)}"
    go_to(app, "about")
    assert "Zyxwv" not in f"{vars(app.session_state._state)}"


@pytest.fixture
def editing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Editing is on, as on a curator's own machine."""
    monkeypatch.setenv("DESERTION_EDIT", "local")
    monkeypatch.setattr(streamlit.config, "_server_mode", "starlette-app")
    server_policy.cache_clear()
    yield
    server_policy.cache_clear()


@pytest.mark.usefixtures("editing")
def test_with_editing_on_a_text_becomes_a_draft_for_the_file(open_page: Open) -> None:
    app = check(open_page("check"), TEXT)
    app.text_input("draft-url").set_value("https://new.example/a?utm_source=x")
    app.text_input("draft-outlet").set_value("New Voice")
    app.text_input("draft-date").set_value("2024-05-04").run()
    (draft,) = (block.value for block in app.code if block.value.startswith("articles:"))
    assert "new-voice-2024-05-04:" in draft
    assert "https://new.example/a\n" in draft
    assert "hur-southern-military-district-2024-04:" in draft
    assert "count: 7777" in draft


@pytest.mark.usefixtures("editing")
def test_a_draft_goes_on_to_edit_for_whoever_may_save(open_page: Open) -> None:
    app = check(open_page("check", token=read_token()), TEXT)
    app.text_input("draft-url").set_value("https://new.example/a")
    app.text_input("draft-outlet").set_value("New Voice").run()
    (draft,) = (block.value for block in app.code if block.value.startswith("articles:"))
    next(one for one in app.button if one.label == "Correct and save it in Edit").click().run()
    go_to(app, "edit")
    assert app.text_area[0].value == f"{draft}\n"


@pytest.mark.usefixtures("editing")
def test_a_draft_can_only_be_copied_by_others(open_page: Open) -> None:
    app = check(open_page("check"), TEXT)
    app.text_input("draft-url").set_value("https://new.example/a")
    app.text_input("draft-outlet").set_value("New Voice").run()
    assert [one.label for one in app.button] == ["Check"]


@pytest.mark.usefixtures("editing")
def test_a_date_that_is_none_is_said_to_be_none(open_page: Open) -> None:
    app = check(open_page("check"), TEXT)
    app.text_input("draft-url").set_value("https://new.example/a")
    app.text_input("draft-outlet").set_value("New Voice")
    app.text_input("draft-date").set_value("soon").run()
    assert "soon" in as_read(app.error[0].value)
    assert not app.exception


def test_without_editing_no_draft_is_offered(open_page: Open) -> None:
    app = check(open_page("check"), TEXT)
    assert "Make a draft" not in [fold.label for fold in app.expander]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            "A Concern for Putin: An Increasing Number of Russian Soldiers are Deserting the Army",
            [
                "In the data: dagens.com, 2 March 2024: A Concern for Putin",
                "Idite Lesom reported 284 requests (asked an aid group for help to leave)",
                "Printed differently: Help requests printed as: left their unit.",
                "10 times: 284 / 28 = 10.14, it bears out.",
            ],
        ),
        (
            "https://essanews.com/18-000-russian-soldiers-desert-highlighting-the-crisis-of-"
            "morale-in-the-ranks,7022155370165889a",
            [
                "In the data: essanews.com, 29 April 2024: 18,000 Russian soldiers desert",
                "Defence Intelligence of Ukraine (HUR) reported more than 18,000 people",
                "Printed so.",
            ],
        ),
    ],
)
def test_an_article_of_the_data_is_known_by_its_title_or_address(
    open_page: Open, named: str, said: list[str]
) -> None:
    read = text_of(check(open_page("check"), named))
    assert [words for words in said if words not in read] == []
    assert "0 numbers" not in read
