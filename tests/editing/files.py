"""Files as curators write them: one set of records, in every style YAML allows."""

from __future__ import annotations

import random
import re
from typing import Any

import yaml
from hypothesis import strategies as st

NASTY = [
    "plain words",
    "Дезертирство в ЗСУ: карати чи прощати",
    'it\'s "so" and \\n',
    "null",
    "~",
    "[x] and {y}",
    "#no comment",
    "a #b, c",
    "- dash",
    "? mark",
    "key: value",
    "ends:",
    "2024",
    "010",
    "yes",
    "=",
    "*star &and !bang %per @at `tick`",
    "two  blanks",
    "日本語 🙂 naïve",
    "word " * 40 + "end",
    "...",
    "---",
]
TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(categories=["L", "N", "P", "S"], include_characters=" "), min_size=1, max_size=30
).map(lambda text: " ".join(text.split()) or "x")
DATES = st.sampled_from(["2022", "2023-05", "2024-02-29", "2022-11-30", "2023"])
COUNTS = st.integers(0, 10**9).map(str) | st.just({"low": "60", "high": "90"})


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def citations(draw: st.DrawFn, articles: list[str]) -> list[dict[str, Any]]:
    keys = draw(st.lists(st.sampled_from(articles), min_size=1, max_size=3, unique=True))
    more = _some(
        locator=TEXTS,
        via=st.lists(TEXTS, min_size=1, max_size=2),
        printed=st.fixed_dictionaries({"category": TEXTS.map(lambda text: f"not {text}"[:60])}),
    )
    return [{"article": key, **draw(more)} for key in keys]


@st.composite
def figures(draw: st.DrawFn, id: str, articles: list[str]) -> dict[str, Any]:
    window = st.sampled_from(
        [{"during": "2023-05"}, {"as_of": "2024", "since": "2022-02-24"}, {"as_of": "2022-11-30"}]
    )
    return {
        "id": id,
        "claimant": draw(st.sampled_from(["hur", "zona"])),
        "measure": "left_unit",
        "unit": draw(st.sampled_from(["russia", "ukraine", "army"])),
        "count": draw(COUNTS),
        **draw(window),
        "basis": "estimate",
        "citations": draw(citations(articles)),
        **draw(_some(note=TEXTS, place=TEXTS, status=st.just("doubtful"))),
    }


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """The records of a file that loads, as plain text, lists and mappings."""
    articles = [f"article-{number}" for number in range(draw(st.integers(1, 4)))]
    article = _some(title=TEXTS, published=DATES, author=TEXTS)
    needed = {"outlet": "Post", "url": "https://post.example/?a=1&b=2", "language": "uk"}
    gap = {"claimant": "hur", "measure": "left_unit", "unit": "russia", "reason": "stopped"}
    found: dict[str, Any] = {
        "measures": {
            "left_unit": {"label": "Left", "counts": "people", "definition": draw(TEXTS)},
            "absent": {"label": "Away", "counts": "people", "stock": "true", "definition": "x"},
        },
        "claimants": {
            "zona": {"name": draw(TEXTS), "kind": "media", "aliases": ["MZ", draw(TEXTS)]},
            "hur": {"name": "HUR", "kind": "state_body"},
        },
        "units": {
            "russia": {"name": "Russian forces"},
            "army": {"name": draw(TEXTS), "parent": "russia"},
            "ukraine": {"name": "Ukrainian forces"},
        },
        "articles": {key: {**draw(article), **needed} for key in articles},
        "figures": [
            draw(figures(f"figure-{number}", articles)) for number in range(draw(st.integers(1, 5)))
        ],
    }
    if draw(st.booleans()):
        found["gaps"] = [{**gap, "from": draw(DATES)} for _ in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        found["events"] = [
            {"date": draw(DATES), "label": draw(TEXTS)} for _ in range(draw(st.integers(0, 3)))
        ]
    return found


@st.composite
def files(draw: st.DrawFn, sections_in_brackets: bool = True) -> bytes:
    """A file that loads, in some style: indentation, quotes, brackets, comments, line ends, BOM."""
    writer = Typist(random.Random(draw(st.integers(0, 2**32))))
    writer.sections_in_brackets = sections_in_brackets
    text = writer.file(draw(records()))
    line_end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    bom = "\ufeff" if draw(st.booleans()) else ""
    return (bom + text.replace("\n", line_end)).encode()


DEEPER = " " * 40
"""Before a value that goes on: deeper than any field."""


class Typist:
    """Writes records down as no two curators would."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.comments = chance.random() < 0.7
        self.step = chance.choice([1, 2, 2, 4])
        self.sections_in_brackets = True
        self.said = 0

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def file(self, found: dict[str, Any]) -> str:
        names = list(found)
        if self.likely(0.3):
            self.chance.shuffle(names)
        lines = ["# head", ""] if self.likely(0.5) else []
        for name in names:
            lines += self.between(0)
            lines += self.field(name, found[name], 0, 0)
        return "\n".join([*lines, *self.between(0)]) + "\n"

    def between(self, indent: int) -> list[str]:
        """Blank lines and comments, no deeper than what they stand between."""
        lines = []
        while self.likely(0.25):
            comment = " " * self.chance.randint(0, indent) + self.comment()
            lines.append(comment if self.comments and self.likely(0.6) else " " * indent)
        return lines

    def comment(self) -> str:
        """No two are the same, and none stands in a text, so that each can be counted."""
        self.said += 1
        return f"# c{self.said}" + self.chance.choice(["", " - id: x", " Ця: {", ' "quoted', " #"])

    def behind(self, line: str) -> str:
        return f"{line}  {self.comment()}" if self.comments and self.likely(0.1) else line

    def field(self, key: str, value: Any, indent: int, depth: int) -> list[str]:
        start = " " * indent + f"{self.scalar(key, True)}:"
        if isinstance(value, str):
            return self.text(f"{start} ", value, indent)
        may_be_in_brackets = depth or self.sections_in_brackets
        if not value or (may_be_in_brackets and self.likely(0.1 + 0.2 * depth)):
            return [self.behind(f"{start} {self.flow(value)}")]
        if isinstance(value, dict):
            return [self.behind(start), *self.mapping(value, indent + self.step, depth + 1)]
        below = indent + self.chance.choice([0, self.step])
        lines = [self.behind(start)]
        for item in value:
            lines += self.between(below)
            lines += self.item(item, below, depth + 1)
        return lines

    def mapping(self, value: dict[str, Any], indent: int, depth: int) -> list[str]:
        names = list(value)
        if depth > 1 and self.likely(0.5):
            self.chance.shuffle(names)
        lines: list[str] = []
        for name in names:
            lines += self.between(indent)
            lines += self.field(name, value[name], indent, depth)
        return lines

    def item(self, value: Any, indent: int, depth: int) -> list[str]:
        dash = " " * indent + "- "
        if isinstance(value, str):
            return self.text(dash, value, indent)
        if self.likely(0.3):
            return [self.behind(dash + self.flow(value))]
        inner = [line for line in self.mapping(value, indent + 2, depth) if line.strip()]
        while inner[0].lstrip().startswith("#"):
            inner.pop(0)
        return [dash + inner[0].lstrip(), *inner[1:]]

    def text(self, start: str, value: str, indent: int) -> list[str]:
        if self.likely(0.15):
            header = self.behind(self.chance.choice([">-", "|-"]))
            return [start + header, " " * (indent + 3) + value]
        written = self.scalar(value, False)
        is_quoted = written[0] in "\"'"
        return [self.behind(start + written) if is_quoted else start + written]

    def flow(self, value: Any) -> str:
        if isinstance(value, str):
            return self.scalar(value, True)
        ends = "{}" if isinstance(value, dict) else "[]"
        gap = f",\n{DEEPER}" if self.likely(0.1) else ", "
        if self.comments and "\n" in gap and self.likely(0.5):
            gap = f",  {self.comment()}\n{DEEPER}"
        inner = (
            [f"{self.scalar(key, True)}: {self.flow(one)}" for key, one in value.items()]
            if isinstance(value, dict)
            else [self.flow(one) for one in value]
        )
        return ends[0] + gap.join(inner) + ends[1]

    def scalar(self, value: str, flow: bool) -> str:
        double = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        styles = [double, "'" + value.replace("'", "''") + "'"]
        if _is_plain(value, flow):
            styles += [value] * 4
        return self.chance.choice(styles)


def _is_plain(value: str, flow: bool) -> bool:
    """Whether YAML reads the text as itself without quotes, and our reader does not object."""
    if value.lower() in ("~", "null") or " #" in value:
        return False
    around = f"a: [{value}, x]" if flow else f"a: {value}"
    try:
        read = yaml.load(around, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    return bool(read == {"a": [value, "x"] if flow else value})


def comments(data: bytes) -> list[str]:
    """The comments that a typist made, wherever they stand."""
    return sorted(re.findall(r"# c\d+[^\r\n]*", data.decode()))
