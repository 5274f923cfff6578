"""The way back: one record’s lines replaced or added, the written form, a trial, a save."""
