"""The forms of the Edit page."""
