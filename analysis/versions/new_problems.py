"""Problems of now and the file as it was in; those that were not there then, out.

A warning that moved to another line is the same warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis.checks import find_warnings
from loaders.load import read_ledger
from loaders.problems import Problem, Refused

_LINE = re.compile(r"line [0-9]+")


def keep_new(problems: Sequence[Problem], before: bytes) -> tuple[Problem, ...]:
    """The problems that the earlier bytes of the file did not have."""
    try:
        known = Counter(map(_identify, find_warnings(read_ledger(before))))
    except Refused as refusal:
        known = Counter(map(_identify, refusal.problems))
    new = []
    for problem in problems:
        if known[_identify(problem)] > 0:
            known[_identify(problem)] -= 1
        else:
            new.append(problem)
    return tuple(new)


def _identify(problem: Problem) -> tuple[str, str, str, str]:
    message = _LINE.sub("line", problem.message)
    return problem.rule, problem.record, problem.field, message
