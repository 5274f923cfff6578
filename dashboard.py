"""The server: the dashboard, and the data under plain addresses beside it.

`streamlit run dashboard.py` and `uvicorn dashboard:app` both start it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from server.front import make_middleware, warm_up

st.secrets.load_if_toml_exists()  # the only variables that Streamlit Community Cloud knows
FRAME = Path(__file__).parent / "pages" / "frame.py"
# uvicorn in another folder leaves all settings out; this one no host of ours has a reason to set.
if st.get_option("runner.magicEnabled"):
    raise SystemExit(
        "The settings in .streamlit/config.toml, which keep visits private, were not read: "
        f"start in {Path(__file__).parent}"
    )


def calm_down(_: Exception) -> bool:
    """Instead of a traceback: one sentence; the details are in the server's log."""
    st.error("Something went wrong on this page. Reload it; the server's log has the details.")
    return True


app = st.App(
    FRAME,
    lifespan=partial(warm_up, forget=st.cache_resource.clear),
    middleware=make_middleware(st.get_option("server.baseUrlPath")),
    on_script_error=calm_down,
)
