"""The same page in several frameworks: dots over time on a log scale, a table, two filters."""
