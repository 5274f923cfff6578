"""A sentence in Streamlit as it comes, without anything of ours: streamlit run"""

from __future__ import annotations

import streamlit as st

st.write("A sentence.")
