"""The way back from a CSV to the table it was written of, so that nothing is lost in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.table import COLUMNS, Column


def read_csv(data: bytes, columns: Mapping[str, Column] = COLUMNS) -> pd.DataFrame:
    """What `write_csv` was given, numbered from 0. Raises ValueError for other columns."""
    header, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    if header != list(columns):
        raise ValueError(f"expected the columns {', '.join(columns)}; found {', '.join(header)}")
    cells = zip(*lines, strict=True) if lines else ((),) * len(columns)
    return pd.DataFrame(
        {
            name: _read_column(texts, column)
            for (name, column), texts in zip(columns.items(), cells, strict=True)
        }
    )


def restore(cell: str) -> str:
    """The text that `defuse` was given."""
    return ";".join(part.removeprefix("'") for part in cell.split(";"))


def _read_column(cells: tuple[str, ...], column: Column) -> pd.Series:
    values: list[Any] = [None if cell == "" else cell for cell in cells]
    if column.dtype == "str":
        values = [None if value is None else restore(value) for value in values]
    elif column.dtype == "bool":
        values = [value == "true" for value in values]
    return pd.Series(values, dtype=column.dtype)
