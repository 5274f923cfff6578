"""Rows in, bytes out: what a reader takes away, and what is needed to read and cite it."""
