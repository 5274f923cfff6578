"""A Chromium that calls nobody: Kaleido starts its own with all its services on.

Those look up and call an account, an update and a search host for every picture. Here every name
is unknown, every address lies behind a proxy that is not there, and most services are off besides.
Needs Kaleido, so it is imported only where a picture is made.
"""

from __future__ import annotations

from collections.abc import Sequence

from choreographer.browsers.chromium import Chromium

NO_NETWORK = (
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-domain-reliability",
)


class SilentChromium(Chromium):
    """Chromium as Kaleido starts it, without a network."""

    def get_cli(self) -> Sequence[str]:
        """The command, with what cuts it off."""
        return [*super().get_cli(), *NO_NETWORK]
