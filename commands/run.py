"""desertion run: the dashboard on this machine, as `make run` starts it."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from argparse import Namespace
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer

from commands.command import DEFAULT_FILE, Failed, argument, command
from editing.save import ADMISSION, SWITCH
from editing.schema import renew_schema, schema_path
from loaders.problems import Refused

ROOT = Path(__file__).parents[1]
ADDRESS = "127.0.0.1"


@command("run", argument("--port", type=int, default=8501, help="8501 where none is given"))
def run(options: Namespace) -> int:
    """Start the dashboard for this machine; 2 if its port is in use."""
    if not (ROOT / ".streamlit" / "config.toml").exists():
        raise Failed("the dashboard runs from a checkout, not from an installed package")
    _check_port(options.port)
    if data := os.environ.get("DESERTION_DATA"):
        os.environ["DESERTION_DATA"] = str(Path(data).expanduser().absolute())
    os.chdir(ROOT)
    renew_old_schema(os.environ.get("DESERTION_DATA") or DEFAULT_FILE)
    for line in _say_first(options.port):
        print(line, flush=True)
    settings = [f"--server.port={options.port}", "--logger.hideWelcomeMessage=true"]
    os.execv(  # noqa: S606 (Ctrl-C and signals go to the server itself)
        sys.executable, [sys.executable, "-m", "streamlit", "run", "dashboard.py", *settings]
    )


def renew_old_schema(path: str) -> None:
    """Editors complete the keys of the schema: it follows the data. The dashboard does not wait."""
    schema, data = schema_path(path), Path(path)
    try:
        if schema.stat().st_mtime < data.stat().st_mtime:
            renew_schema(path)
            schema.touch()
    except (OSError, Refused):
        return  # without a schema, in a folder that may not be written, with data that has errors


def _say_first(port: int) -> tuple[str, str, str]:
    file = os.environ.get("DESERTION_DATA") or "figures.yaml"
    address = f"http://localhost:{port}"
    how = f"{address}/edit?token={_make_token()}" if os.environ.get(SWITCH) == "local" else file
    return (
        f"The dashboard: {address}",
        f"To edit: {how}; open pages show what is saved",
        "To stop: Ctrl-C",
    )


def _make_token() -> str:
    """What opens the Edit page, for this start alone; the environment is for our eyes only."""
    os.environ[ADMISSION] = secrets.token_urlsafe(24)
    return os.environ[ADMISSION]


def _check_port(port: int) -> None:
    """Take the port as the server will, also one that was given up a moment ago."""
    server = TCPServer((ADDRESS, port), BaseRequestHandler, bind_and_activate=False)
    server.allow_reuse_address = True
    try:
        server.server_bind()
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is in use" if taken else "cannot be used"
        raise Failed(f"port {port} {why}; choose another: make run PORT={port + 1}") from None
    finally:
        server.server_close()
