"""One command, `desertion`, with its sub-commands."""
