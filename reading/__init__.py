"""A pasted text in, its numbers out: what each is worth, by what the file knows. No network."""
