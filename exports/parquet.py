"""Rows in, Parquet bytes out: the same columns with their types, meanings and data version."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from exports.catalogue import TYPES
from exports.edition import LICENCE
from loaders.table import COLUMNS, Column


def write_parquet(
    rows: pd.DataFrame, version: str, columns: Mapping[str, Column] = COLUMNS
) -> bytes:
    """The rows untouched: text as it is, days as days, a missing value as null.

    Each column carries its meaning, the file data version and licence, as Parquet metadata.
    """
    schema = pa.schema(
        [
            pa.field(name, TYPES[column.dtype].arrow, metadata={"description": column.meaning})
            for name, column in columns.items()
        ]
    )
    table = pa.Table.from_pandas(rows, schema=schema, preserve_index=False)
    about = {"data_version": version, "license": LICENCE.id, "license_url": LICENCE.address}
    table = table.replace_schema_metadata({**table.schema.metadata, **about})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()
