"""Templates for pages and texts; in pages (.html) everything from the data is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

from exports.citations import TITLE
from exports.edition import LICENCE
from exports.records import CAVEAT


def fill(name: str, **values: object) -> str:
    """The template `name` with these values in it."""
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"dataset": TITLE, "caveat": CAVEAT, "licence": LICENCE}
    return environment
