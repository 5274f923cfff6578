"""How every chart looks: inks for light and dark, fonts, hover text.

Colours follow Okabe and Ito (2008), moved until each has a contrast of at least 3:1 on its paper
and any two stay apart under simulated deuteranopia, protanopia and tritanopia (tests/charts).
Text from the data is escaped here before plotly sees it, for plotly reads a little HTML.
"""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from functools import lru_cache

from loaders.dates import parse_date
from loaders.words import Status


@dataclass(frozen=True)
class Ink:
    """The colours of one theme; `.streamlit/config.toml` holds the same paper and text."""

    name: str
    paper: str
    shade: str
    """Behind what is only context: gaps, what is not itemised."""
    text: str
    muted: str
    """Axis labels and notes; still 4.5:1 on paper."""
    grid: str
    lines: tuple[str, ...]
    """Six colours for marks: Ukrainian forces, Russian forces, four that mean no force."""

    def force(self, force: str) -> str:
        """The colour of all claims about one side's forces."""
        return self.lines[0 if force == "ukraine" else 1]

    @property
    def neutral(self) -> str:
        """The colour of marks that are about no force."""
        return self.lines[5]

    @property
    def accent(self) -> str:
        """The colour of what is set off from neutral marks: a change, a day of print."""
        return self.lines[3]


LIGHT = Ink(
    name="light",
    paper="#FCFBF9",
    shade="#F0EDE7",
    text="#14171B",
    muted="#5C636C",
    grid="#E0DCD4",
    lines=("#0B5CAD", "#CC4012", "#00946A", "#97408C", "#8F8A3C", "#46424D"),
)
DARK = Ink(
    name="dark",
    paper="#15181C",
    shade="#22272D",
    text="#E9EBEE",
    muted="#A7AEB7",
    grid="#323840",
    lines=("#56B4E9", "#E8743B", "#1E9E77", "#B565A7", "#F2D33C", "#C9D2DA"),
)

FORCE_NAMES = {"ukraine": "Ukrainian forces", "russia": "Russian forces"}
"""The words beside a colour that means a force."""
FONT = "SourceSans3, Helvetica Neue, Arial, sans-serif"
TEXT_SIZE = 13
SMALL_SIZE = 12
MOST_LABELLED = 6
"""Up to so many lines carry their names; more stand in panels of their own."""

HOVER = "%{hovertext}<extra></extra>"
"""The one hover template; data goes into `hovertext`, never into a template."""


def ink_for(theme: str | None) -> Ink:
    """The ink of Streamlit's theme type, `light` or `dark`."""
    return DARK if theme == "dark" else LIGHT


def plain(text: str) -> str:
    """Text from the data as plotly shows it: escaped."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int, most: int = 0) -> str:
    """Plain text on lines of `width` characters; after `most` lines an ellipsis."""
    return "<br>".join(wrap(text, width, most))


def wrap(text: str, width: int, most: int = 0) -> list[str]:
    """The same, one line an entry."""
    lines = textwrap.wrap(text, width, max_lines=most or None, placeholder=" …")
    return [plain(line) for line in lines]


@lru_cache(maxsize=20_000)
def say_hover(sentence: str, status: str, outlet: str, published: str | None) -> str:
    """A claim as a sentence, what became of it, then its first citation.

    Kept, because breaking lines is most of what a chart of many claims costs.
    """
    lines = (sentence, _say_status(status), _cite(outlet, published))
    return "<br>".join(wrapped(line, 46) for line in lines if line)


def _say_status(status: str) -> str:
    """`Doubtful: stands, but something speaks against it …`; nothing for a claim that stands."""
    word = next(word for word in Status if word == status)
    return "" if word == Status.CURRENT else f"{status.capitalize()}: {word.definition}."


def _cite(outlet: str, published: str | None) -> str:
    day = parse_date(published).words() if published else "undated"
    return f"First cited: {outlet}, {day}"


def fade(color: str, part: float) -> str:
    """A colour with so much of itself, from 0 to 1."""
    red, green, blue = bytes.fromhex(color[1:])
    return f"rgba({red},{green},{blue},{part:g})"


def forms_of(color: str) -> tuple[str, str]:
    """A colour as charts write it, and how they begin it where it is see-through."""
    return color, fade(color, 0).removesuffix("0)")
