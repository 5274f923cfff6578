"""desertion show, compare …: every question, as text and as JSON; what it says when it cannot."""

from __future__ import annotations

import json

import pytest

from commands.__main__ import main
from tests.analysis.ledgers import text_of

HUR = "claimant: hur, basis: intelligence, as_of: 2024-04"
PART = f"{HUR}, part_of: w-2024, bound: about"
COURTS = "measure: verdicts, offence: awol, basis: court_records"
FIGURES = text_of(
    f"w-2024, {HUR}, unit: district, bound: more_than, count: 18000, citations: ["
    "{article: post}, {article: blatt, via: [Post], printed: {bound: up_to}}]",
    f"a-2024, {PART}, unit: army-8, count: 12000",
    f"b-2024, {PART}, unit: army-58, count: 2500",
    f"c-2024, {COURTS}, as_of: 2024, since: 2024, count: 200, "
    "asserts: [{times: 2, of: d-2024, article: times}]",
    f"d-2024, {COURTS}, during: 2024, count: 100",
    f"e-2024, {COURTS}, claimant: agora, during: 2024, count: 320",
)


@pytest.fixture
def run(tmp_path, capsys):
    """Runs one command on a small file; gives the exit code and what was printed."""
    path = tmp_path / "figures.yaml"
    path.write_text(FIGURES)

    def command(*words: str) -> tuple[int, str]:
        code = main([*words, "--file", str(path)])
        output = capsys.readouterr()
        return code, (output.out + output.err).rstrip("\n")

    return command


def test_compare_prints_the_sum(run):
    assert run("compare", "a-2024", "b-2024") == (0, "sum: about 14,500 people")


def test_compare_prints_why_there_is_no_sum(run):
    assert run("compare", "a-2024", "d-2024") == (
        1,
        "refused: different things are counted: people, verdicts",
    )


def test_compare_as_json_gives_the_ends_of_the_sum(run):
    code, output = run("compare", "a-2024", "b-2024", "--json")
    assert (code, json.loads(output)["sum"]["low"]) == (0, 14500)


def test_compare_as_json_names_the_field_that_differs(run):
    code, output = run("compare", "a-2024", "d-2024", "--json")
    assert (code, json.loads(output)["refused"]["field"]) == (1, "measure")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["show", "a-2025"], 'unknown figure "a-2025"; did you mean "a-2024"?'),
        (["compare", "a-2024", "bb-2024"], 'unknown figure "bb-2024"; did you mean "b-2024"?'),
        (["coverage", "--claimant", "agorra"], 'unknown claimant "agorra"; did you mean "agora"?'),
        (["reconcile", "zona", "verdict"], 'unknown measure "verdict"; did you mean "verdicts"?'),
        (
            ["reconcile", "zona", "verdicts", "awool"],
            'unknown offence "awool"; did you mean "awol"?',
        ),
        (["lookup", "many"], 'expected a number such as 18000, 18,000 or 18k, found "many"'),
    ],
)
def test_an_unknown_word_is_named_with_the_nearest_known_one(run, words, message):
    assert run(*words) == (2, message)


def test_a_file_that_cannot_be_read_is_said_to_be_missing(capsys):
    assert main(["asserts", "--file", "nowhere.yaml"]) == 2
    assert "the file does not exist" in capsys.readouterr().err


def test_show_prints_the_figure_page_as_text(run):
    code, output = run("show", "w-2024")
    assert code == 0
    assert output == (
        "HUR reported more than 18,000 people (left their unit) for Southern District "
        "up to April 2024, start of the count not stated.\n"
        "What it covers:\n"
        "  - People who left.\n"
        "  - Counted how: stated by an intelligence service, without the material behind it.\n"
        "What it does not cover:\n"
        "  - a lower end, not the count\n"
        "  - Southern District only, not all Russian forces\n"
        "  - the start of the count is not stated\n"
        "  - said by one side of the war about the other\n"
        "Parts:\n"
        "  - by unit: about 14,500 people of more than 18,000 people; "
        "at least 3,500 people (approximate) not itemised: fits\n"
        "\n"
        "2 articles, 1 origin: HUR; 1 of them printed something else\n"
        "HUR (2)\n"
        "  Post (2)\n"
        "    - Post, 1 January 2026, en\n"
        "    Blatt (1)\n"
        "      - Blatt, 3 January 2026, de: more than → up to\n"
        "\n"
        "Safest wording: More than 18,000 people (left their unit), Southern District, "
        "up to April 2024 (the start of the count is not stated), according to HUR, "
        "as reported by Post (1 January 2026); not independently verified."
    )


def test_show_names_what_the_figure_can_be_added_to_and_its_warnings(run):
    assert (
        "Can be added to:\n  - b-2024: HUR reported about 2,500 people" in run("show", "a-2024")[1]
    )
    assert "Warnings:\n  - figures.yaml:" in run("show", "c-2024")[1]


def test_rivals_are_printed_below_the_claim(run):
    assert run("rivals", "d-2024") == (
        0,
        "Mediazona reported 100 verdicts (absence without leave) for Russian forces "
        "in 2024.\nAgora: 320 verdicts in 2024; same time, 3.2 times apart",
    )


def test_a_figure_without_rivals_is_said_to_have_none(run):
    assert run("rivals", "w-2024")[1].endswith("\nno other claimant answers this question")


def test_reconcile_prints_the_verdict_and_the_derived_pace(run):
    assert run("reconcile", "zona", "verdicts", "awol") == (
        0,
        "200 verdicts from 2024 up to 2024; the periods come to 100 verdicts: "
        "disagrees by 100; about 17 verdicts a month (derived)",
    )


def test_reconcile_says_where_there_is_no_total(run):
    assert run("reconcile", "hur", "left_unit") == (1, "no running total with a stated start")


def test_asserts_prints_what_articles_calculate(run):
    assert run("asserts") == (0, "c-2024: 200 / 100 = 2.00, stated 2: consistent (times)")


def test_coverage_prints_a_letter_a_month(run):
    code, output = run("coverage", "--claimant", "agora")
    assert code == 0
    assert output.splitlines()[:2] == [
        "one letter a month from 2024-01 to 2024-12",
        "llllllllllll  Agora: verdicts, absence without leave, Russian forces",
    ]


def test_lookup_gives_the_safest_wording(run):
    code, output = run("lookup", "18,000", "hur")
    assert code == 0
    assert "  Safest wording: More than 18,000 people (left their unit)" in output


def test_lookup_of_an_unknown_number_finds_nothing(run):
    assert run("lookup", "77") == (
        1,
        "no claim in this file has 77 or a number within 5 % of it",
    )


def test_lookup_of_a_number_that_nobody_claimed_says_what_it_is_by_a_slip(run):
    code, output = run("lookup", "1800")
    assert code == 0
    assert output.startswith(
        "no claim in this file has 1,800 or a number within 5 % of it\n"
        "perhaps a slip, the number differs by a factor of ten: More than 18,000 people"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("show", "w-2024"),
        ("rivals", "d-2024"),
        ("provenance", "w-2024"),
        ("coverage",),
        ("reconcile", "zona", "verdicts", "awol"),
        ("asserts",),
        ("lookup", "18000"),
    ],
)
def test_every_command_speaks_json(run, words):
    code, output = run(*words, "--json")
    assert code == 0
    assert json.loads(output)
