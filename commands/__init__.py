"""One command, `desertion`, with its sub-commands; also `python -m commands`."""

import sys

if sys.platform == "win32":
    sys.exit("On Windows this runs under WSL; README.md says how.")
