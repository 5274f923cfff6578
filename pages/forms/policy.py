"""Whether this process may save, from how it was started; nothing a page sends has a say."""

from __future__ import annotations

import os
from functools import cache

import streamlit as st
from streamlit import config

from editing.save import Policy, policy_of_server

HOSTS = "DESERTION_HOSTS"
BOUND_BY_STREAMLIT = ("starlette-app", "starlette-app-direct", "starlette-managed")
"""Ways to start in which Streamlit itself opens the port, on `server.address`."""


@cache
def server_policy() -> Policy:
    """Fixed at the first look; a server whose address is not known may not (docs/decisions)."""
    if getattr(config, "_server_mode", None) not in BOUND_BY_STREAMLIT:
        return Policy("editing is off: only `streamlit run` says which address the server is on")
    if os.environ.get(HOSTS):
        return Policy(f"editing is off: {HOSTS} lets the server be asked from elsewhere")
    return policy_of_server(st.get_option("server.address"))
