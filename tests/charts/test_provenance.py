"""Who repeats whom: lines as wide as the articles they carry, a diamond for a change."""

from __future__ import annotations

from typing import Any

from analysis.mutations import count_mutations
from analysis.provenance import trace
from charts import mutations, provenance
from charts.look.style import LIGHT
from charts.mutations import say_mutations
from charts.provenance import say_provenance
from tests.charts.figures import marks_of, seen, words_of
from tests.charts.ledgers import make_ledger

draw_outlets, draw_turns = seen(mutations.draw_outlets), seen(mutations.draw_turns)
draw_provenance = seen(provenance.draw_provenance)

LEDGER, TABLE = make_ledger(
    {
        "id": "one",
        "claimant": "hur",
        "count": 18000,
        "bound": "more_than",
        "citations": [
            {"article": "dagens"},
            {"article": "essanews", "via": ["Dagens"], "printed": {"bound": "up_to"}},
            {"article": "lenta", "via": ["Dagens"]},
        ],
    }
)
FOUND = trace(LEDGER, LEDGER.figures["one"])


def shapes(figure: Any, name: str) -> list[Any]:
    return [shape for shape in figure.layout.shapes if shape.name == name]


def test_the_tree_runs_from_the_claimant_through_the_relays():
    words = [note.text for note in draw_provenance(FOUND, LIGHT).layout.annotations]
    assert words == [
        "<b>HUR</b> 3 articles",
        "<b>Dagens</b> 3 articles",
        "<b>Lenta</b>",
        "<b>Essanews</b><br>more than → up to",
    ]


def test_the_width_of_a_line_is_its_articles_and_never_the_count():
    widths = [shape.line.width for shape in shapes(draw_provenance(FOUND, LIGHT), "way")]
    assert widths == [14, 14, 14 / 3, 14 / 3, 14 / 3, 14 / 3]


def test_a_relay_that_changed_something_carries_a_diamond():
    figure = draw_provenance(FOUND, LIGHT)
    assert len(shapes(figure, "changed")) == 1
    assert len(shapes(figure, "step")) == 3
    assert set(figure.data[0].customdata) == {"one"}


def test_the_text_alternative_says_origin_and_changes():
    assert say_provenance(FOUND) == (
        "3 articles, 1 origin: HUR; 1 of them printed something else. Essanews: more than → up to."
    )


def test_changes_are_counted_from_and_to_and_by_outlet():
    found = count_mutations(LEDGER, LEDGER.figures.values())
    turns = draw_turns(found, LIGHT)
    assert words_of(turns, "row")[0] == "<b>more than → up to</b> bound"
    assert marks_of(turns)[0].x == (1,)
    outlets = draw_outlets(found, LIGHT)
    assert [bar.x for bar in marks_of(outlets)] == [(1,)]
    assert say_mutations(found) == (
        "1 of 3 citations (33 %) printed something else. "
        "Most often: more than printed as up to (1 time)."
    )


def test_without_changes_there_is_nothing_to_draw():
    ledger, _ = make_ledger({"id": "one", "count": 5})
    assert draw_turns(count_mutations(ledger, ledger.figures.values()), LIGHT) is None
    assert draw_outlets(count_mutations(ledger, ledger.figures.values()), LIGHT) is None
