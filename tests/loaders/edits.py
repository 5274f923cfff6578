"""Seeded edits of a ledger's text: what curators do to it all day, and what goes wrong then."""

from __future__ import annotations

import re
from random import Random

from tests.bad_inputs.mutants import mutate

FIELD = re.compile(r"^(?:  - |    |      )([a-z_]+): (.+)\n", re.MULTILINE)
FIGURE = re.compile(r"^  - id: (.+)\n(?:    .*\n)+", re.MULTILINE)
ARTICLE = re.compile(r"^  ([a-z0-9-]+):(?: \{.*outlet.*\}\n|\n(?:    .*\n)+)", re.MULTILINE)
LINES = (
    *("status: superseded", "status: doubtful", "accepts: [alike]", "accepts: [part-elsewhere]"),
    *("note: A note.", "note: >-\n      Two\n      lines.", "category: mobilised", "bound: about"),
    *("# A comment.", "basis: forecast", "per: day", "as_of: 2023", "archived: https://a.org/x"),
    *(
        "part_of: {id}",
        "supersedes: {id}",
        "asserts:\n      - {{times: 2, of: {id}, article: {article}}}",
    ),
    "disputed_by:\n      - {{claimant: Somebody, article: {article}}}",
)
NEW_ARTICLE = "  {key}: {{outlet: New, language: en, url: 'https://new.example/{key}'}}\n"


def edit(text: str, random: Random) -> bytes:
    """One to three edits, now and then damage."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice(_EDITS)(text, random)
    return mutate(text, random) if random.random() < 0.15 else text.encode()


def change_count(text: str, random: Random) -> str:
    """Another number in one figure."""
    counts = list(re.finditer(r"^    count: (\d+)\n", text, re.MULTILINE))
    return _put(text, random.choice(counts), 1, str(random.randrange(100_000))) if counts else text


def add_citation(text: str, random: Random) -> str:
    """One more article below a figure."""
    at = random.choice(list(re.finditer(r"^    citations:\n|\Z", text, re.MULTILINE))).end()
    return f"{text[:at]}      - {{article: {_article(text, random)}}}\n{text[at:]}"


def _swap_value(text: str, random: Random) -> str:
    """A field gets what the same field says elsewhere, or its next line does."""
    fields = list(FIELD.finditer(text))
    one = random.choice(fields)
    others = [found for found in fields if found[1] == one[1]]
    return _put(text, one, 2, random.choice(others)[2])


def _reword(text: str, random: Random) -> str:
    """A title, an address, a date or a note that says something else."""
    fields = [
        one for one in FIELD.finditer(text) if one[1] in ("title", "url", "published", "note")
    ]
    if not fields:
        return text
    one = random.choice(fields)
    value = {
        "url": one[2] + "/2",
        "published": f"20{random.randint(20, 26)}-0{random.randint(1, 9)}",
    }
    return _put(text, one, 2, value.get(one[1], f"Said {random.random()}"))


def _add_line(text: str, random: Random) -> str:
    """One more field, or a comment, in an entry."""
    fields = [found for found in FIELD.finditer(text) if found[0].startswith("    ")]
    at = random.choice(fields).start()
    line = random.choice(LINES).format(id=_id(text, random), article=_article(text, random))
    return f"{text[:at]}    {line}\n{text[at:]}"


def _relate(text: str, random: Random) -> str:
    """A figure becomes a part of another, or its correction."""
    figures = [one for one in FIGURE.finditer(text) if "    unit: " in one[0]]
    one = random.choice(figures)
    at = one.start() + one[0].index("    unit: ")
    field = random.choice(("part_of", "part_of", "supersedes"))
    return f"{text[:at]}    {field}: {random.choice(figures)[1]}\n{text[at:]}"


def _drop_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return "".join(lines)


def _copy_figure(text: str, random: Random) -> str:
    """A figure again elsewhere in the file, mostly with an id of its own."""
    figures = list(FIGURE.finditer(text))
    one = random.choice(figures)
    id = one[1] if random.random() < 0.2 else f"{one[1]}-{random.randrange(1000)}"
    at = random.choice(figures).start()
    return text[:at] + one[0].replace(one[1], id, 1) + text[at:]


def _drop_figure(text: str, random: Random) -> str:
    one = random.choice(list(FIGURE.finditer(text)))
    return text[: one.start()] + text[one.end() :]


def _move_figure(text: str, random: Random) -> str:
    one = random.choice(list(FIGURE.finditer(text)))
    rest = text[: one.start()] + text[one.end() :]
    starts = [found.start() for found in FIGURE.finditer(rest)]
    at = random.choice([*starts, len(rest)])
    return rest[:at] + one[0] + rest[at:]


def _add_article(text: str, random: Random) -> str:
    """A new article, cited or not, or one whose key is there already."""
    articles = list(ARTICLE.finditer(text))
    at = random.choice(articles).start()
    key = random.choice((f"new-{random.randrange(1000)}", _article(text, random)))
    text = text[:at] + NEW_ARTICLE.format(key=key) + text[at:]
    return add_citation(text, random) if random.random() < 0.5 else text


def _drop_article(text: str, random: Random) -> str:
    one = random.choice(list(ARTICLE.finditer(text)))
    return text[: one.start()] + text[one.end() :]


def _put(text: str, found: re.Match[str], group: int, value: str) -> str:
    return text[: found.start(group)] + value + text[found.end(group) :]


def _id(text: str, random: Random) -> str:
    return random.choice(list(FIGURE.finditer(text)))[1]


def _article(text: str, random: Random) -> str:
    return random.choice(list(ARTICLE.finditer(text)))[1]


_EDITS = (
    *(
        change_count,
        change_count,
        add_citation,
        add_citation,
        _swap_value,
        _swap_value,
        _swap_value,
    ),
    *(_reword, _reword, _add_line, _add_line, _add_line, _drop_line, _copy_figure, _drop_figure),
    *(_move_figure, _add_article, _drop_article, _relate, _relate),
)
