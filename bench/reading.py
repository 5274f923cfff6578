"""Reading a pasted text of 50,000 characters against the real file and a made-up one of 10,000."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from bench.results import Section, table
from loaders.ledger import Ledger
from loaders.load import load, read_ledger
from loaders.sentences import say
from reading.article import MAX_TEXT, read_article
from tests.loaders.made_up import generate

ROOT = Path(__file__).parents[1]
REPETITIONS = 3
BETWEEN = (
    "The commander said that the men were tired and that nobody had told them when they would be "
    "relieved; some had not slept for two days.",
    "За словами очевидців, 8-ма армія втратила 300 солдатів убитими, а штраф становить 17 000 грн.",
    "По словам свидетелей, в части осталось мало людей, а отпусков не было с весны 2024 года.",
)


def write_text(ledger: Ledger, length: int, seed: int = 1) -> str:
    """An article of claims of the ledger, a sentence each, with other sentences between them."""
    chance, figures, parts, size = Random(seed), list(ledger.figures.values()), [], 0
    while size < length:
        parts.append(f"{say(ledger, chance.choice(figures))} {chance.choice(BETWEEN)}\n")
        size += len(parts[-1])
    return "".join(parts)[:length]


def measure(quick: bool) -> Section:
    """Seconds of CPU a text: the first one of a ledger, with its indexes, and each one after."""
    ledgers = {"the real file": load(ROOT / "figures.yaml")}
    if not quick:
        ledgers["10,000 figures"] = read_ledger(generate(10_000).encode())
    rows = []
    for name, ledger in ledgers.items():
        text = write_text(ledger, MAX_TEXT)
        seconds = [_time(ledger, text) for _ in range(1 if quick else REPETITIONS)]
        found = read_article(ledger, text).findings
        rows.append((name, f"{len(found)}", f"{seconds[0]:.2f} s", f"{min(seconds):.2f} s"))
    lines = table(("50,000 characters against", "numbers", "first, CPU", "then"), rows)
    return Section("Reading a pasted text", lines)


def _time(ledger: Ledger, text: str) -> float:
    start = time.process_time()
    read_article(ledger, text)
    return time.process_time() - start
