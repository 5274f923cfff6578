"""The numbers of a text that may be counts, and the ratios it states.

Left out is what is no count: dates (`times` finds them), years, clock times, ages, money,
ordinals and numbers of units, articles of law, telephone numbers.
"""

from __future__ import annotations

from analysis.reading.digits import Number, join_ranges, read_number, skip
from analysis.reading.not_counts import find_telephones, is_something_else
from analysis.reading.qualifiers import bind
from analysis.reading.words import Text


def find_numbers(text: Text, masked: set[int]) -> list[Number]:
    """The numbers that may be counts; `masked` are tokens of dates."""
    raw: list[Number] = []
    position, masked = 0, masked | find_telephones(text)
    while position < len(text.tokens):
        found = None if position in masked else read_number(text, position, masked)
        if found is None:
            position = skip(text, position)
        else:
            raw.append(found)
            position = found.end
    joined = join_ranges(text, raw)
    kept = [one for one in joined if not is_something_else(text, one)]
    return [bind(text, one, masked) for one in kept]
