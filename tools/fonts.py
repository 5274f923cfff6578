"""Take out of Streamlit's own fonts what readers see of them: 12 kB of 545 are sent.

python -m tools.fonts    # after an update of Streamlit; tests/server/test_first_view.py asks for it
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from server.first_view import ICONS, SIGNS, find_font, find_icons, find_page

_NAME = re.compile(r":material/([a-z0-9_]+):")
_SIGNS = range(0x2190, 0x2600)
"""Arrows, signs of arithmetic, shapes: our own files have the letters."""


def find_names() -> set[str]:
    """The icons that are named anywhere in Streamlit's scripts."""
    scripts = (find_page().parent / "static" / "js").glob("*.js")
    return set(chain.from_iterable(_NAME.findall(file.read_text("utf-8")) for file in scripts))


def read_icons(font: TTFont) -> dict[str, str]:
    """Name -> glyph: an icon is the ligature of the letters of its name."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    tables = chain.from_iterable(one.SubTable for one in font["GSUB"].table.LookupList.Lookup)
    firsts = [getattr(one, "ExtSubTable", one).ligatures for one in tables]
    return {
        "".join(letters[glyph] for glyph in (first, *one.Component)): one.LigGlyph
        for ligatures in firsts
        for first, found in ligatures.items()
        for one in found
    }


def take_icons() -> None:
    font = TTFont(find_icons())
    icons = read_icons(font)
    named = find_names() & icons.keys()
    _take(font, [icons[name] for name in named], set(map(ord, "".join(named))), ICONS)


def take_signs() -> None:
    _take(TTFont(find_font()), [], _SIGNS, SIGNS)


def _take(font: TTFont, glyphs: list[str], codes: Iterable[int], file: Path) -> None:
    subsetter = Subsetter(Options(layout_closure=False, layout_features=["*"]))
    subsetter.populate(glyphs=glyphs, unicodes=codes)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(file)


if __name__ == "__main__":
    take_icons()
    take_signs()
