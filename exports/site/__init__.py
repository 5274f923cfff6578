"""A ledger in, a folder of plain files out, for any file server: charts, tables and data."""
