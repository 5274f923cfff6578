"""What an article may say less exactly, at its edges; and each kind of change in words."""

from __future__ import annotations

import pytest

from analysis.changes import (
    as_printed,
    changes_of,
    find_harmless,
    is_blurring,
    is_rounding,
    turns_of,
)
from loaders.ledger import Ledger
from loaders.records import Citation, Figure
from tests.analysis.ledgers import ledger_of


@pytest.mark.parametrize(
    ("claimed", "told", "is_rounded"),
    [
        ("6543", "6500", True),
        ("6543", "6600", True),
        ("6543", "6400", False),
        ("6543", "6643", False),
        ("6543", "6544", True),
        ("6543", "6545", False),
        ("6543", "6542", True),
        ("6543", "6541", False),
        ("6543", "6500, bound: more_than", True),
        ("6543", "6543, bound: more_than", False),
        ("6543", "6600, bound: at_least", False),
        ("6543", "6500, bound: up_to", False),
        ("6543", "7000, bound: up_to", True),
        ("6543", "8000, bound: up_to", False),
        ("1000", "1100, bound: up_to", True),
        ("1000", "1101, bound: up_to", False),
        ("1000", "900, bound: at_least", True),
        ("1000", "899, bound: at_least", False),
        ("1000", "1001, bound: at_least", False),
        ("1000, bound: more_than", "900, bound: at_least", True),
        ("1000, bound: up_to", "900, bound: at_least", False),
        ("1000, bound: at_least", "1100", False),
        ("1000, bound: at_least", "1100, bound: up_to", False),
        ("1000, bound: up_to", "1100, bound: up_to", True),
        ("1000, bound: up_to", "900, bound: up_to", False),
        ("500", "500, bound: about", True),
        ("500, bound: about", "500", False),
        ("500, bound: more_than", "500, bound: at_least", True),
        ("500, bound: at_least", "500, bound: more_than", True),
        ("500, bound: up_to", "500, bound: almost", True),
        ("500, bound: up_to", "500, bound: at_least", False),
        ("500, bound: up_to", "500, bound: about", False),
        ("500", "500, bound: at_least", False),
        ("{low: 60, high: 90}", "{low: 60, high: 95}", True),
        ("1000", "{low: 950, high: 1050}", False),
        ("{low: 60, high: 90}", "{low: 70, high: 90}", True),
        ("{low: 60, high: 90}", "{low: 80, high: 90}", False),
    ],
)
def test_a_number_is_rounded_where_it_is_true_if_the_claim_is(
    claimed: str, told: str, is_rounded: bool
):
    ledger = ledger_of(f"a, during: 2024, count: {claimed}", f"b, during: 2023, count: {told}")
    assert is_rounding(ledger.figures["a"], ledger.figures["b"]) is is_rounded


@pytest.mark.parametrize(
    ("claimed", "told", "is_blurred"),
    [
        ("during: 2024-01-01/2024-12-30", "during: 2024", True),
        ("during: 2024-01", "during: 2024", False),
        ("during: 2024", "during: 2024", True),
        ("during: 2024-04-01/2024-04-27", "during: 2024-04-01/2024-04", True),
        ("during: 2024-04-01/2024-04-26", "during: 2024-04-01/2024-04", False),
        ("during: 2024-04-02/2024-04-30", "during: 2024-04-01/2024-04-30", False),
        ("during: 2024-04-01/2024-04-29", "during: 2024-04-01/2024-04-30", False),
        ("during: 2024-04", "during: 2024-04-01/2024-04-30", False),
        ("during: 2024-04-01/2024-04-30", "during: 2024-04", True),
        ("during: 2024-04-01/2024-04-29", "during: 2024-04", True),
        ("as_of: 2024-12-15", "as_of: 2024", True),
        ("as_of: 2024", "as_of: 2024-12", False),
        ("as_of: 2024", "during: 2024", False),
        ("as_of: 2024, since: 2022-02-24", "as_of: 2024, since: 2022", True),
        ("as_of: 2024, since: 2023-11-20", "as_of: 2024, since: 2023", False),
        ("as_of: 2024, since: 2022", "as_of: 2024", False),
        ("as_of: 2024", "as_of: 2024, since: 2022", False),
        ("as_of: 2024-12-15", "as_of: 2024, since: 2024", False),
    ],
)
def test_a_time_is_blurred_where_it_holds_the_claims_and_is_about_as_long(
    claimed: str, told: str, is_blurred: bool
):
    ledger = ledger_of(f"a, count: 5, {claimed}", f"b, count: 5, {told}")
    assert is_blurring(ledger.figures["a"], ledger.figures["b"]) is is_blurred


def cited(claim: str, printed: str) -> tuple[Ledger, Figure, Citation]:
    usual = "" if "count:" in claim else "count: 5, "
    when = "" if "during:" in claim or "as_of:" in claim else "during: 2024, "
    entry = f"a, {usual}{when}{claim}, citations: [{{article: post, printed: {{{printed}}}}}]"
    ledger = ledger_of(entry)
    figure = ledger.figures["a"]
    return ledger, figure, figure.citations[0]


@pytest.mark.parametrize(
    ("claim", "printed", "changes"),
    [
        ("count: 684", "count: 64", [(("count",), "684 → 64", False)]),
        ("count: 684", "count: 680", [(("count",), "684 → 680 (rounded)", True)]),
        (
            "count: 684",
            "count: 600, bound: more_than",
            [(("count", "bound"), "684 → more than 600", False)],
        ),
        (
            "count: 684",
            "count: 650, bound: more_than",
            [(("count", "bound"), "684 → more than 650 (rounded)", True)],
        ),
        ("count: 684", "bound: about", [(("bound",), "exact → about (rounded)", True)]),
        ("count: 684", "bound: up_to", [(("bound",), "exact → up to", False)]),
        (
            "count: 684, bound: more_than",
            "bound: up_to",
            [(("bound",), "more than → up to", False)],
        ),
        ("measure: help_requests", "measure: left_unit", [
            (("measure",), "help requests printed as: left their unit", False)
        ]),
        ("unit: army-8", "unit: russia", [
            (("unit",), "8th Army printed as: Russian forces", False)
        ]),
        ("category: contract", "category: mobilised", [
            (("category",), "contract printed as: mobilised", False)
        ]),
        ("bound: at_least, unit: army-8", "unit: russia", [
            (("unit",), "8th Army printed as: Russian forces", False)
        ]),
        ("category: rear_unit", "category: front_line", [
            (("category",), "rear_unit printed as: front_line", False)
        ]),
        ("unit: russia", "claimant: hur", [
            (("claimant",), "said by Mediazona, printed as said by HUR", False)
        ]),
        ("unit: russia", "claimant: Somebody", [
            (("claimant",), "said by Mediazona, printed as said by Somebody", False)
        ]),
        ("per: day", "per: working_day", [(("per",), "per day → per working day", False)]),
        ("measure: verdicts, offence: awol", "offence: desertion", [
            (("offence",), "absence without leave printed as: desertion", False)
        ]),
        ("during: 2024-01", "during: 2024-02", [
            (("during",), "in January 2024 → in February 2024", False)
        ]),
        ("during: 2024-04-01/2024-04-29", "during: 2024-04", [
            (("during",), "from 1 April 2024 to 29 April 2024 → in April 2024 (less exact)", True)
        ]),
        ("during: 2024", "as_of: 2024", [(("as_of",), "in 2024 → up to 2024", False)]),
        ("during: 2024", "since: 2023", [(("since",), "in 2024 → from 2023 up to 2024", False)]),
        ("as_of: 2024, since: 2022", "during: 2024", [
            (("during",), "from 2022 up to 2024 → in 2024", False)
        ]),
        ("as_of: 2024, since: 2022", "as_of: 2023, since: 2021", [
            (("as_of", "since"), "from 2022 up to 2024 → from 2021 up to 2023", False)
        ]),
        ("count: 684", "measure: refused, count: 64, during: 2023", [
            (("count",), "684 → 64", False),
            (("measure",), "left unit printed as: refused to fight", False),
            (("during",), "in 2024 → in 2023", False),
        ]),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_said(
    claim: str, printed: str, changes: list[tuple[tuple[str, ...], str, bool]]
):
    found = changes_of(*cited(claim, printed))
    assert [(one.fields, one.words, one.rounded) for one in found] == changes


def test_a_citation_that_changed_nothing_has_no_changes_and_turns_nothing():
    ledger = ledger_of("a, count: 5, during: 2024")
    figure = ledger.figures["a"]
    assert changes_of(ledger, figure, figure.citations[0]) == ()
    assert list(turns_of(ledger, figure, figure.citations[0])) == []


@pytest.mark.parametrize(
    ("claim", "printed", "turns"),
    [
        ("count: 684, bound: more_than", "bound: up_to", [("bound", "more than", "up to")]),
        ("count: 684", "bound: about", []),
        ("count: 684", "count: 600, bound: more_than", [("bound", "exact", "more than")]),
        ("count: 684", "count: 64", []),
        ("measure: help_requests", "measure: left_unit, unit: ukraine", [
            ("measure", "help requests", "left their unit"),
            ("unit", "Russian forces", "Ukrainian forces"),
        ]),
    ],
)  # fmt: skip
def test_changes_that_repeat_can_be_counted_by_from_and_to(
    claim: str, printed: str, turns: list[tuple[str, str, str]]
):
    assert list(turns_of(*cited(claim, printed))) == turns


@pytest.mark.parametrize(
    ("claim", "printed", "harmless"),
    [
        ("count: 684", "count: 680", [("printed-rounds", "count", "684 → 680 (rounded)")]),
        ("count: 684", "count: 64", []),
        ("count: 684", "bound: about", [("printed-bound", "bound", "exact → about")]),
        ("count: 684", "bound: up_to", [("printed-bound", "bound", "exact → up to")]),
        ("count: 684, bound: at_least", "bound: at_least", []),
        ("count: 684, bound: more_than", "bound: up_to", []),
        ("count: 684, bound: up_to", "bound: more_than", []),
        ("count: 684, bound: up_to", "bound: almost", [
            ("printed-bound", "bound", "up to → almost")
        ]),
        ("as_of: 2024-12-15", "as_of: 2024-12", [
            ("printed-rounds", "as_of", "up to 15 December 2024 → up to December 2024 (less exact)")
        ]),
    ],
)  # fmt: skip
def test_what_misleads_nobody_is_named_by_its_rule(
    claim: str, printed: str, harmless: list[tuple[str, str, str]]
):
    assert list(find_harmless(*cited(claim, printed))) == harmless


def test_as_printed_a_claim_has_one_kind_of_time_and_its_own_claimant():
    _, figure, citation = cited("as_of: 2024, since: 2022", "during: 2023, claimant: hur, count: 7")
    assert citation.printed is not None
    new = as_printed(figure, citation.printed)
    assert (new.claimant, new.count.low, new.kind) == ("zona", 7, "during")
    assert (new.as_of, new.since) == (None, None)
    _, figure, citation = cited("during: 2024-01/2024-05", "since: 2022")
    assert citation.printed is not None
    new = as_printed(figure, citation.printed)
    assert (new.during, str(new.as_of), str(new.since)) == (None, "2024-05", "2022")
