"""Whether this process may save, from how it was started; and whether this reader may.

Everybody who uses the machine can open the page. Who started the server was told a token in an
address, as Jupyter does, and the session that opened it may save.
"""

from __future__ import annotations

import hmac
import logging
import os
import secrets
from functools import cache

import streamlit as st
from streamlit import config

from editing.save import ADMISSION, Policy, policy_of_server

HOSTS = "DESERTION_HOSTS"
_MAY_SAVE = "edit-may-save"
BOUND_BY_STREAMLIT = ("starlette-app", "starlette-app-direct", "starlette-managed")
"""Ways to start in which Streamlit itself opens the port, on `server.address`."""

logger = logging.getLogger(__name__)


@cache
def server_policy() -> Policy:
    """Fixed at the first look; a server whose address is not known may not (docs/decisions)."""
    if getattr(config, "_server_mode", None) not in BOUND_BY_STREAMLIT:
        return Policy("editing is off: only `streamlit run` says which address the server is on")
    if os.environ.get(HOSTS):
        return Policy(f"editing is off: {HOSTS} lets the server be asked from elsewhere")
    return policy_of_server(st.get_option("server.address"))


def session_policy() -> Policy:
    """What this reader may, on a server that may save; an address with the token is taken in."""
    if not server_policy().allowed:
        return server_policy()
    given, token = st.query_params.pop("token", ""), read_token()
    if hmac.compare_digest(given.encode(), token.encode()):
        st.session_state[_MAY_SAVE] = True
    if _MAY_SAVE in st.session_state:
        return Policy()
    return Policy("to edit, open the address that was printed at the start, with token= in it")


@cache
def read_token() -> str:
    """As `make run` printed it; where the server was started without, made and printed here."""
    if given := os.environ.get(ADMISSION):
        return given
    made = secrets.token_urlsafe(24)
    logger.warning("To edit, open /edit?token=%s", made)
    return made
