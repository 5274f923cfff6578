"""Relations: every one of a figure's, with the verdict on what articles calculated."""

from __future__ import annotations

import pandas as pd

from exports.catalogue import TABLES
from exports.csv import write_csv
from exports.relations import KINDS, RELATIONS, VERDICTS
from loaders.selection import Filters
from tests.exports.back import read_csv


def relations_of(ledger, rows) -> pd.DataFrame:
    return TABLES["relations"].tabulate(ledger, rows, Filters())


def test_an_articles_arithmetic_stands_beside_the_same_calculated_again(ledger, table):
    rows = relations_of(ledger, table[table["id"] == "idite-lesom-2024-01"])
    assert rows.iloc[0].dropna().to_dict() == {
        "figure": "idite-lesom-2024-01",
        "relation": "times",
        "other": "idite-lesom-2023-01",
        "factor": 10.0,
        "article": "dagens-2024-03-02",
        "verdict": "consistent",
        "calculation": "284 / 28 = 10.14, stated 10: consistent",
    }


def test_a_part_names_its_whole(ledger, table):
    figures = [one for one in ledger.figures.values() if one.part_of]
    rows = relations_of(ledger, table[table["part_of"].notna()])
    parts = rows[rows["relation"] == "part_of"]
    assert dict(zip(parts["figure"], parts["other"], strict=True)) == {
        figure.id: figure.part_of for figure in figures
    }


def test_no_relation_of_the_ledger_is_left_out_and_all_read_back(ledger, table):
    figures = ledger.figures.values()
    rows = relations_of(ledger, table)
    assert len(rows) == sum(
        bool(figure.part_of)
        + bool(figure.supersedes)
        + len(figure.asserts)
        + len(figure.disputed_by)
        for figure in figures
    )
    assert set(rows["relation"]) <= set(KINDS)
    assert set(rows["verdict"].dropna()) <= set(VERDICTS)
    pd.testing.assert_frame_equal(read_csv(write_csv(rows, RELATIONS), RELATIONS), rows)
