"""What a curator may say of an entry: worked out, left out by the article, entered in error."""

from __future__ import annotations

import pytest

from analysis.changes import as_printed, changes_of
from analysis.provenance import trace
from analysis.rivals import find_rivalries, rivals_of
from analysis.wording import say_limits
from loaders.ledger import Ledger
from loaders.load import read_ledger
from loaders.problems import Refused
from loaders.records import Printed
from loaders.sentences import say_authors, say_when
from loaders.table import tabulate
from tests.analysis.ledgers import ledger_of, text_of


def refusal(*figures: str) -> str:
    """The one thing that such a file is refused for."""
    with pytest.raises(Refused) as refused:
        ledger_of(*figures)
    (problem,) = refused.value.problems
    return f"{problem.field}: {problem.message}"


def printed(fields: str, claim: str) -> tuple[Ledger, list[str]]:
    """The changes of a citation in words."""
    ledger = ledger_of(f"a, {claim}, citations: [{{article: post, printed: {{{fields}}}}}]")
    figure = ledger.figures["a"]
    return ledger, [change.words for change in changes_of(ledger, figure, figure.citations[0])]


def test_a_field_that_was_worked_out_is_said_beside_the_claim_and_in_the_table():
    ledger = ledger_of("a, count: 5, during: 2024-02, inferred: [during, unit]")
    assert "the time and unit are worked out, not stated" in say_limits(ledger, ledger.figures["a"])
    assert tabulate(ledger)["inferred"].tolist() == ["during; unit"]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("durng", 'inferred: unknown field "durng"; did you mean "during"?'),
        ("note", 'inferred: unknown field "note"'),
        ("as_of", "inferred: this figure does not give as_of"),
    ],
)
def test_only_a_field_of_the_figure_can_be_worked_out(field, said):
    assert refusal(f"a, count: 5, during: 2024, inferred: [{field}]").startswith(said)


def test_a_rate_that_an_article_made_a_total_of_is_printed_as_none():
    ledger, words = printed("per: none", "count: 35, during: 2024, per: day")
    figure = ledger.figures["a"]
    assert words == ["per day → a count"]
    assert as_printed(figure, figure.citations[0].printed or Printed()).kind == "during"


def test_a_claimant_may_be_called_none():
    _, words = printed("claimant: none", "claimant: hur, count: 5, during: 2024")
    assert words == ["said by HUR, printed as said by none"]


def test_an_offence_and_a_category_may_be_left_out_by_an_article():
    claim = "measure: verdicts, offence: awol, category: mobilised, count: 5, during: 2024"
    _, words = printed("offence: none, category: none", claim)
    assert words == [
        "absence without leave printed as: no offence named",
        "mobilised printed as: all categories",
    ]


def test_a_start_that_an_article_left_out_is_a_change_of_time():
    ledger, words = printed("since: none", "count: 5, since: 2022, as_of: 2024")
    assert words == ["from 2022 up to 2024 → up to 2024"]
    new = as_printed(ledger.figures["a"], ledger.figures["a"].citations[0].printed or Printed())
    assert say_when(ledger, new) == "up to 2024"


@pytest.mark.parametrize("field", ["per", "since", "offence", "category"])
def test_what_the_claim_does_not_have_cannot_be_left_out(field):
    said = refusal(
        f"a, count: 5, as_of: 2024, citations: [{{article: post, printed: {{{field}: none}}}}]"
    )
    assert said.endswith(f": the claim has no {field} that the article could leave out")


def test_a_mistaken_entry_needs_a_note_and_is_never_calculated_with():
    assert refusal("a, count: 5, during: 2024, status: mistaken") == (
        "status: needs a note that says what was mistaken"
    )
    ledger = ledger_of(
        "a, count: 5, during: 2024, status: mistaken, note: Entered twice.",
        "b, claimant: hur, count: 9, during: 2024",
    )
    assert rivals_of(ledger, ledger.figures["b"]) == ()


def resting() -> Ledger:
    """Agora repeats Mediazona's number; HUR has its own."""
    text = text_of(
        "a, count: 5, during: 2024",
        "b, claimant: agora, count: 6, during: 2024",
        "c, claimant: hur, count: 9, during: 2024",
    ).replace("agora: {name: Agora,", "agora: {name: Agora, rests_on: zona,")
    return read_ledger(text.encode())


def test_who_rests_on_another_is_no_second_answer_and_no_second_origin():
    ledger = resting()
    rivals = {id: [one.figure.id for one in rivals_of(ledger, ledger.figures[id])] for id in "abc"}
    assert rivals == {"a": ["c"], "b": ["c"], "c": ["a", "b"]}
    assert trace(ledger, ledger.figures["b"]).words == "1 article, 1 origin: Mediazona"
    assert trace(ledger, ledger.figures["b"]).relays[0].path == ("Mediazona", "Agora", "Post")
    (question,) = find_rivalries(ledger)
    assert [figure.id for figure in question.figures] == ["a", "b", "c"]


def test_nobody_rests_on_themselves():
    text = text_of("a, count: 5, during: 2024").replace("kind: ngo", "kind: ngo, rests_on: agora")
    with pytest.raises(Refused, match="rests on itself; name the claimant that counted"):
        read_ledger(text.encode())


@pytest.mark.parametrize(
    ("author", "said", "family"),
    [
        ('"Office of the Prosecutor General, Kyiv"', "Office of the Prosecutor General, Kyiv", ""),
        ("Lyudmila Maratova", "Lyudmila Maratova", ""),
        ('["Maratova, Lyudmila"]', "Lyudmila Maratova", "Maratova"),
        ('["Maratova, Lyudmila", AFP]', "Lyudmila Maratova, AFP", "Maratova"),
    ],
)
def test_a_comma_parts_a_persons_name_in_a_list_only(author, said, family):
    text = text_of("a, count: 5, during: 2024")
    text = text.replace("outlet: Post,", f"outlet: Post, author: {author},")
    article = read_ledger(text.encode()).articles["post"]
    assert say_authors(article) == said
    assert article.author[0].family == family


def test_a_name_in_a_list_has_one_comma_at_most():
    text = text_of("a, count: 5, during: 2024")
    text = text.replace("outlet: Post,", 'outlet: Post, author: ["Office, Press, Kyiv"],')
    with pytest.raises(Refused, match="write a body with commas alone, without the list"):
        read_ledger(text.encode())
