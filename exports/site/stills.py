"""Charts in, still pictures of them out: what a page shows until a reader touches a chart.

Each is one SVG for light and dark: its colours are variables, and the reader's system chooses. One
Chromium draws all, with the plotly.js that pages have, so that a chart that comes alive looks as
before. What only plotly's script needs is left out: a browser reads a large chart in two thirds of
the time and half the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from exports.pictures import Wanted, write_pictures
from exports.site.drawings import Shown, pair_inks

NARROW = 358
"""Pixels: a chart on a phone of 390."""
PLOTLY = Path(__file__).parent / "assets" / "plotly-basic-4.1.1.min.js"
_UID = re.compile(r"defs-([0-9a-f]{6})\b")
"""What plotly makes up for each drawing, so that no two share a name in one page."""
_TAG = re.compile(r"<[^<>]+>")
_FOR_SCRIPTS = re.compile(r' (?:class|data-[\w-]+)="[^"]*"| style=""')
_STYLE = re.compile(r'style="([^"]*)"')
_CLIP = re.compile(r'<clipPath id="([^"<]+)"(?:(?!<clipPath).)*?</clipPath>')
_EMPTY = re.compile(r"<g[^<>]*(?:/>|(?<!/)></g>)")
_NAMES = [f"--ink{place}" for place in range(len(pair_inks()))]


def list_stills(page: str, drawings: Iterable[Shown]) -> Iterator[tuple[str, Wanted]]:
    """Each chart of a page for a wide and a narrow screen."""
    for number, drawing in enumerate(drawings, 1):
        name = f"{name_stills(page)}-{number}"
        for ending, width in (("", drawing.width), ("-narrow", NARROW)):
            layout = {**drawing.spec["layout"], "width": width}
            yield f"{name}{ending}.svg", Wanted({**drawing.spec, "layout": layout}, "svg")


def name_stills(page: str) -> str:
    """`sources/hur.html` -> `charts/sources/hur`: what its pictures are called, up to a number."""
    return f"charts/{page.removesuffix('.html')}"


def draw_stills(stills: Mapping[str, Wanted]) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each."""
    drawn = write_pictures(list(stills.values()), PLOTLY)
    for path, picture in zip(stills, drawn, strict=True):
        yield path, _adapt(picture.decode()).encode() if path.endswith(".svg") else picture


def _adapt(svg: str) -> str:
    """The same every time, in colours that follow the reader's system, each style said once."""
    for uid in _UID.findall(svg):
        svg = svg.replace(uid, "chart")
    styles: dict[str, str] = {}

    def name(style: re.Match[str]) -> str:
        return f'class="{styles.setdefault(style[1], f"s{len(styles)}")}"'

    def write(tag: re.Match[str]) -> str:
        return _STYLE.sub(name, _FOR_SCRIPTS.sub("", tag[0]))

    svg = _drop_unused(_TAG.sub(write, svg))
    rules = "".join(f".{name}{{{style}}}" for style, name in styles.items())
    return svg.replace(">", f"><style>{_write_inks()}{_color(rules)}</style>", 1)


def _drop_unused(svg: str) -> str:
    """Without clips that nothing is clipped by and groups that hold nothing."""
    svg = _CLIP.sub(lambda clip: clip[0] if f"(#{clip[1]})" in svg else "", svg)
    while (less := _EMPTY.sub("", svg)) != svg:
        svg = less
    return svg


def _color(rules: str) -> str:
    for name, (light, _) in zip(_NAMES, pair_inks(), strict=True):
        rules = rules.replace(f"rgb{tuple(bytes.fromhex(light[1:]))}", f"var({name})")
    return rules


def _write_inks() -> str:
    light, dark = (
        ";".join(f"{name}:{pair[place]}" for name, pair in zip(_NAMES, pair_inks(), strict=True))
        for place in (0, 1)
    )
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
