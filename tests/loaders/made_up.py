"""A number of figures and a seed in, the text of a made-up ledger out that loads without errors.

Like the real file it has monthly series, running totals, levels, breakdowns of a total by unit,
relays that changed a number, corrections, denials and arithmetic; about 0.8 articles a figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

HEAD = """\
# Made up: nobody claimed any of this.

measures:
  left_unit: {label: Left their unit, counts: people, definition: People said to have left.}
  refused: {label: Refused to fight, counts: people, definition: People who refused an order.}
  absent: {label: Absent at the time, counts: people, stock: true, definition: A level.}
  help_requests: {label: Asked for help to leave, counts: requests, definition: Requests.}
  cases_opened: {label: Criminal cases opened, counts: cases, legal: true, definition: Cases.}
  verdicts: {label: Verdicts, counts: verdicts, legal: true, definition: Sentences.}

offences:
  awol: {label: Absence without leave, definition: "Criminal Code: Art. 337 or 407."}
  desertion: {label: Desertion, definition: "Criminal Code: Art. 338 or 408."}
"""
PLAIN, LEGAL = ("left_unit", "refused", "help_requests"), ("cases_opened", "verdicts")
KINDS = ("state_body", "court_or_register", "media", "ngo", "research", "leak", "individual")
ECHELONS = ("district", "army", "division", "brigade")
LANGUAGES = ("uk", "ru", "en", "de", "pl", "fr")
YEARS = (2022, 2023, 2024, 2025)
NOTE = "Made up; the claimant says how it counted, and which months it left out, in a footnote."


@dataclass(frozen=True)
class Names:
    """What the figures of one ledger refer to."""

    claimants: list[str]
    units: list[tuple[str, str]]
    """A unit and its parent, parents first; the two forces are not among them."""
    articles: list[str]


def generate(figures: int, seed: int = 1) -> str:
    """The text of a ledger with so many figures; the same for the same seed."""
    chance = Random(seed)
    names = Names(
        [f"claimant-{number}" for number in range(min(max(figures // 20, 4), 400))],
        _choose_units(min(max(figures // 15, 6), 1500), chance),
        [f"outlet-{number % 97}-{number}" for number in range(max(figures * 4 // 5, 3))],
    )
    lines = [HEAD, *_write_names(names, chance), "figures:"]
    for entry in _write_figures(figures, names, chance):
        lines.extend(entry)
    return "\n".join([*lines, ""])


def _choose_units(number: int, chance: Random) -> list[tuple[str, str]]:
    units: list[tuple[str, str]] = []
    for place in range(number):
        above = units[chance.randrange(len(units))][0] if place > 3 else "russia"
        units.append((f"{ECHELONS[min(place % 7, 3)]}-{place}", "ukraine" if place == 1 else above))
    return units


def _write_names(names: Names, chance: Random) -> Iterator[str]:
    yield "claimants:"
    for number, key in enumerate(names.claimants):
        yield f"  {key}: {{name: Claimant {number}, kind: {chance.choice(KINDS)}}}"
    yield "\nunits:\n  russia: {name: Russian forces}\n  ukraine: {name: Ukrainian forces}"
    for key, parent in names.units:
        echelon = key.partition("-")[0]
        yield f"  {key}: {{name: The {key}, parent: {parent}, echelon: {echelon}}}"
    yield "\narticles:"
    for number, key in enumerate(names.articles):
        yield (
            f'  {key}: {{title: "Report {number}: what is known", outlet: Outlet {number % 97}, '
            f"published: 2026-0{number % 9 + 1}-{number % 28 + 1:02}, "
            f"language: {chance.choice(LANGUAGES)}, "
            f"url: https://outlet-{number % 97}.example/{number}}}"
        )
    yield ""


def _write_figures(figures: int, names: Names, chance: Random) -> Iterator[list[str]]:
    """One series after another until there are enough figures."""
    made = 0
    while made < figures:
        length = min(chance.randint(1, 24), figures - made)
        yield from _write_series(made, length, names, chance)
        made += length


def _write_series(first: int, length: int, names: Names, chance: Random) -> Iterator[list[str]]:
    """Figures of one claimant and measure: by month, to date, as levels, or a total by unit."""
    form = chance.choice(("months", "months", "totals", "levels", "parts"))
    measure = "absent" if form == "levels" else chance.choice(PLAIN + LEGAL)
    claimant, count = chance.choice(names.claimants), chance.randint(20, 3000)
    offence = chance.choice(("awol", "desertion")) if measure in LEGAL else ""
    unit = chance.choice(names.units)[0] if chance.random() < 0.7 else "russia"
    parts = [key for key, parent in names.units if parent == unit] if form == "parts" else []
    start = chance.randrange(24)
    for number in range(length):
        whole = f"figure-{first}" if number and parts else ""
        month = _say_month(start + (0 if form == "parts" else number))
        count = _next_count(form, count, length, number, chance)
        yield [
            f"  - id: figure-{first + number}",
            f"    claimant: {claimant}",
            f"    measure: {measure}",
            *([f"    offence: {offence}"] if offence else []),
            f"    unit: {parts[number % len(parts)] if whole else unit}",
            f"    count: {count}",
            *([f"    bound: {chance.choice(('about', 'more_than'))}"] * (chance.random() < 0.2)),
            f"    {'as_of' if form in ('totals', 'levels') else 'during'}: {month}",
            f"    basis: {'court_records' if measure in LEGAL else 'media_count'}",
            *([f"    part_of: {whole}"] if whole else []),
            "    citations:",
            *_write_citations(first + number, count, names, chance),
            *_write_more(first, number, whole, names, chance),
        ]


def _say_month(number: int) -> str:
    return f"{YEARS[number // 12]}-{number % 12 + 1:02}"


def _next_count(form: str, count: int, length: int, number: int, chance: Random) -> int:
    if form == "totals":
        return count + chance.randint(1, 400)
    return chance.randint(20, 3000) if number or form != "parts" else 3000 * length


def _write_citations(figure: int, count: int, names: Names, chance: Random) -> Iterator[str]:
    """One to three articles, the first of them this figure's own as far as there are enough."""
    own = figure * 4 // 5 % len(names.articles)
    relays = chance.choices(range(len(names.articles)), k=chance.choice((0, 0, 0, 1, 2)))
    for number, article in enumerate(dict.fromkeys((own, *relays))):
        via = f", via: [Outlet {article % 97}]" if number else ""
        printed = f", printed: {{count: {count + 5}}}" if number and chance.random() < 0.2 else ""
        locator = f"paragraph {number + 1}{via}{printed}"
        yield f"      - {{article: {names.articles[article]}, locator: {locator}}}"


def _write_more(first: int, number: int, whole: str, names: Names, chance: Random) -> Iterator[str]:
    article = chance.choice(names.articles)
    if number and not whole and chance.random() < 0.02:
        yield f"    asserts:\n      - {{times: 1.5, of: figure-{first}, article: {article}}}"
    if chance.random() < 0.02:
        yield f"    disputed_by:\n      - {{claimant: {names.claimants[0]}, article: {article}}}"
    if chance.random() < 0.5:
        yield f"    note: {NOTE}"
