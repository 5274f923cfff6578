"""What is measured: parts, each a module with `measure(quick) -> Section`.

python -m bench                    # all parts; writes RESULTS.md
python -m bench loading addresses  # these
python -m bench --quick            # all in small, within half a minute; prints only
"""

from __future__ import annotations

import argparse
import os
from importlib import import_module

from bench.results import show, write

PARTS = ("loading", "addresses", "large", "page", "crowd", "reading")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", nargs="*", help=f"{', '.join(PARTS)}; all by default")
    parser.add_argument("--quick", action="store_true", help="see that it still works")
    asked = parser.parse_args()
    for part in asked.part or PARTS:
        before = os.getloadavg()[0]
        section = import_module(f"bench.{part}").measure(asked.quick)
        print(f"## {section.title}\n\n{show(section)}\n", flush=True)
        if not asked.quick:
            after = os.getloadavg()[0]
            load = f"load average {before:.1f} before, {after:.1f} after, its own included"
            write(part, section, load)


if __name__ == "__main__":
    main()
