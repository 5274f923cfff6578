"""Measurements; their numbers stand in RESULTS.md with the machine they were taken on."""
