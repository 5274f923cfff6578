"""Who may import whom, and what no module may do: read from the code itself."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = (
    *("loaders", "analysis", "reading", "versions", "editing", "charts", "exports", "server"),
    *("pages", "commands"),
)

MAY_IMPORT = {
    "loaders": {"yaml", "pydantic", "pydantic_core", "pandas", "loaders"},
    "analysis": {"pandas", "loaders", "analysis"},
    "reading": {"loaders", "analysis", "reading"},
    "versions": {"pandas", "loaders", "versions"},
    "editing": {"yaml", "pydantic", "pydantic_core", "loaders", "analysis", "reading", "editing"},
    "charts": {"pandas", "plotly", "kaleido", "loaders", "analysis", "charts"},
    "exports": {
        *("pandas", "numpy", "pyarrow", "jinja2", "kaleido", "choreographer", "markupsafe"),
        *("xlsxwriter", "PIL"),
        *("loaders", "analysis", "versions", "exports"),
    },
    "exports/site": {
        *("pandas", "plotly", "jinja2", "markupsafe"),
        *("loaders", "analysis", "versions", "charts", "exports"),
    },
    "server": {
        *("starlette", "streamlit", "google", "brotli", "pandas"),
        *("loaders", "analysis", "versions", "exports", "server"),
    },
    "pages": {
        *("streamlit", "pandas", "plotly", "pyarrow"),
        *("loaders", "analysis", "reading", "versions", "editing", "charts", "exports", "pages"),
    },
    "commands": {
        *("pydantic", "httpx"),
        *("loaders", "analysis", "reading", "versions", "editing", "exports", "commands"),
    },
    "dashboard.py": {"streamlit", "server"},
}
"""Folder -> what its modules may import beside the standard library."""

FORBIDDEN = {
    "unsafe_allow_html": "text from the data is never markup",
    "unsafe_allow_javascript": "text from the data is never a script",
    "st.html": "text from the data is never markup",
    "components.html": "text from the data is never markup",
    "st.image": "no address from the data is fetched by a reader's browser",
    "yaml.load": "it recurses, guesses types and lets the last of two keys win",
    "yaml.safe_load": "it recurses, guesses types and lets the last of two keys win",
    "eval(": "nothing from outside is run",
    "exec(": "nothing from outside is run",
    "pickle": "nothing from a disk is run",
    'persist="disk"': "it is a pickle",
    "plotly.express": "it groups, draws and styles in one go",
    "hovertemplate=f": "a template is never built from data",
    "shell=True": "no command is built from text",
}

ALLOWED = {"st.html": ["pages/shared/markup.py"]}
"""What one module may do because it is what the module is for; it has payload tests of its own."""


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the project but its tests, benches and tools."""
    folders = [path for name in OURS for path in (ROOT / name).rglob("*.py")]
    return (*sorted(folders), ROOT / "dashboard.py")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def folder_of(path: Path) -> str:
    name = name_of(path)
    inner = (folder for folder in MAY_IMPORT if "/" in folder and name.startswith(f"{folder}/"))
    return next(inner, name.split("/")[0])


@cache
def imports_of(path: Path) -> frozenset[str]:
    """The top-level names of what a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: a relative import"
            found.add(node.module or "")
    return frozenset(name.split(".")[0] for name in found) - sys.stdlib_module_names


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_imports_only_what_lies_before_it(path):
    assert imports_of(path) <= MAY_IMPORT[folder_of(path)]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_says_in_its_first_line_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text())) or not path.read_text().strip()


MOST_MODULES = 20
"""More in one folder is a list to search, not a room to know."""


def test_no_folder_holds_more_modules_than_a_newcomer_takes_in():
    held = Counter(path.parent for path in modules() if path.name != "__init__.py")
    crowded = {str(f.relative_to(ROOT)): n for f, n in held.items() if n > MOST_MODULES}
    assert crowded == {}


MOST_LINES = 3_000
"""More is a room to be parted; the records and the pages need more."""


@pytest.mark.parametrize("room", sorted({*OURS} - {"loaders", "pages"}))
def test_a_room_is_read_in_an_afternoon(room):
    files = (path for path in modules() if name_of(path).startswith(f"{room}/"))
    assert sum(len(path.read_text().splitlines()) for path in files) <= MOST_LINES


def test_what_pages_share_is_twelve_modules_at_most():
    shared = [path for path in (ROOT / "pages" / "shared").glob("*.py") if path.stem != "__init__"]
    assert len(shared) <= 12


def test_no_test_imports_a_bench():
    tests = (ROOT / "tests").rglob("*.py")
    assert [name_of(path) for path in tests if "bench" in imports_of(path)] == []


@pytest.mark.parametrize("words", FORBIDDEN)
def test_no_module_does_what_is_ruled_out(words):
    pattern = re.compile(r"(?<![\w.])" + re.escape(words))
    found = [name_of(path) for path in modules() if pattern.search(path.read_text())]
    assert found == ALLOWED.get(words, []), FORBIDDEN[words]


def test_only_the_loaders_and_the_editing_parse_yaml():
    users = {folder_of(path) for path in modules() if "yaml" in imports_of(path)}
    assert users == {"loaders", "editing"}


ASKS = "commands/asking.py"
"""Asks sites whether cited pages are still there: what `desertion links` is for."""


def test_nothing_asks_the_network_but_the_module_that_is_for_it():
    """The dashboard answers; it never calls."""
    callers = ("urllib.request", "http.client", "socket", "requests", "httpx", "aiohttp")
    found = [
        (name_of(path), name)
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
        if name in callers
    ]
    assert found == [(ASKS, "httpx")]


def test_only_the_links_command_can_ask():
    users = [
        name_of(path)
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module == "commands.asking"
    ]
    assert users == ["commands/links.py", "commands/replies.py"]
