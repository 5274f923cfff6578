"""How many pages run at a time: two, and the others wait (docs/decisions/0025).

Threads of Python share one core, so that two hundred runs at once end no sooner than in turn; they
hold all that a run needs two hundred times meanwhile.
"""

from __future__ import annotations

from threading import BoundedSemaphore

AT_ONCE = 2
"""One works while the other waits for a lock or a disk."""
TURNS = BoundedSemaphore(AT_ONCE)
