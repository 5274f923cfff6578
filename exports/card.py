"""A title and a sentence in, a picture of both out: what a link shows where it is shared.

Drawn with Pillow in Streamlit's own font, Cyrillic letters included: no browser is started for a
stranger's robot, and the picture is there in milliseconds.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Font = ImageFont.FreeTypeFont
SIZE = (1200, 630)
"""What social networks and messengers ask for."""
_NORMAL, _BOLD = 400, 600
_MARGIN = 80
_SHADES = 32
"""Colours of a card, which is text on paper: it has a third of the bytes that all colours take."""
_PAPER, _TEXT, _MUTED, _LINE = "#FFFFFF", "#1B1F24", "#57606A", "#0B5CAD"


def write_card(site: str, title: str, sentence: str, note: str) -> bytes:
    """A PNG: the name of the site, a title, a sentence as far as there is room, a note below."""
    card = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, 0, SIZE[0], 16), fill=_LINE)
    draw.text((_MARGIN, 56), site, _MUTED, _font(28))
    below = _write(draw, 120, title, _font(60, _BOLD), 2)
    _write(draw, below + 24, sentence, _font(36), 6)
    draw.text((_MARGIN, SIZE[1] - 76), note, _MUTED, _font(28))
    buffer = io.BytesIO()
    card.quantize(_SHADES, Image.Quantize.FASTOCTREE).save(buffer, "PNG")
    return buffer.getvalue()


def _write(draw: ImageDraw.ImageDraw, top: int, text: str, font: Font, most: int) -> int:
    """Write at most so many lines from `top` on; where the next may begin."""
    lines = _break(draw, text, font)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    for line in lines:
        draw.text((_MARGIN, top), line, _TEXT, font)
        top += round(font.size * 1.3)
    return top


def _break(draw: ImageDraw.ImageDraw, text: str, font: Font) -> list[str]:
    """The text in lines that fit; a word that is longer than a line is cut by the edge."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font) <= SIZE[0] - 2 * _MARGIN - 40 or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int, weight: int = _NORMAL) -> Font:
    font = ImageFont.truetype(_find_font(), size)
    font.set_variation_by_axes([weight])
    return font


@cache
def _find_font() -> str:
    """Found without importing Streamlit."""
    package = Path(str(distribution("streamlit").locate_file("streamlit")))
    return str(next(package.rglob("SourceSansVF-Upright*.woff2")))
