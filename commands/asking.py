"""The one module that asks the network: whether pages are still there, and for kept copies.

Only `desertion links` imports it, when a curator asks for it; what readers see answers and never
calls (tests/test_architecture.py). It asks as a guest: a site gets one question at a time, with a
pause between two, its HEAD first and its page only where HEAD says nothing good; a site that asks
for a rest is left alone.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import httpx

from loaders.rules.duplicates import fold_address

WAYBACK = "https://archive.org/wayback/available"
"""Answers which copy of an address lies nearest to a day (archive.org/help/wayback_api.php)."""
MOST_SITES = 4
"""So many sites are asked at once."""
MOST_REDIRECTS = 10
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; desertion-links; asks whether cited pages still exist)",
    "Accept": "text/html,*/*;q=0.8",
}
_GONE = (404, 410)
_BLOCKED = (401, 402, 403, 406, 407, 429, 451, 503)
_FOR_GOOD = (301, 308)
TOO_MANY = 429


class Fate(StrEnum):
    """What became of a page."""

    THERE = "there"
    MOVED = "moved"
    GONE = "gone"
    BLOCKED = "blocked"
    SILENT = "no answer"


@dataclass(frozen=True)
class Reply:
    """What a site said of one address."""

    fate: Fate
    status: int = 0
    """The HTTP status; 0 where there was no answer."""
    to: str = ""
    """Where it leads: the new address, or the kept copy."""
    reason: str = ""
    """Why there was no answer."""

    def __str__(self) -> str:
        if self.fate == Fate.MOVED:
            return f"moved to {self.to}"
        if self.to:
            return f"{self.fate} (leads to the front page {self.to})"
        return f"{self.fate} ({self.reason or self.status})"


@dataclass(frozen=True)
class Manners:
    """How a site is asked."""

    pause: float = 2.0
    """Seconds between two questions to one site."""
    patience: float = 20.0
    """Seconds to wait for an answer."""


Tell = Callable[[str, Reply], None]
"""Takes each address with its reply as soon as there is one."""
Ask = Callable[[httpx.AsyncClient, str], Awaitable[Reply]]


def ask_pages(urls: Iterable[str], manners: Manners, tell: Tell) -> None:
    """Ask each address; those of a site that asks for a rest stay unasked."""
    sites: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        sites[urlsplit(url).netloc.lower()].append(url)
    asyncio.run(_ask_sites(list(sites.values()), _ask_page, manners, tell))


def ask_copies(days: Mapping[str, str], service: str, manners: Manners, tell: Tell) -> None:
    """Ask an archive for the copy of each address that lies nearest to its day, as 20240131."""

    async def ask(client: httpx.AsyncClient, url: str) -> Reply:
        return await _ask_copy(client, service, url, days[url])

    asyncio.run(_ask_sites([list(days)], ask, manners, tell))


async def _ask_sites(sites: list[list[str]], ask: Ask, manners: Manners, tell: Tell) -> None:
    free = asyncio.Semaphore(MOST_SITES)
    async with httpx.AsyncClient(
        headers=_HEADERS,
        timeout=manners.patience,
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
    ) as client:

        async def ask_site(urls: list[str]) -> None:
            """One address after the other, until the site has had enough."""
            async with free:
                for number, url in enumerate(urls):
                    if number:
                        await asyncio.sleep(manners.pause)
                    reply = await ask(client, url)
                    tell(url, reply)
                    if reply.status == TOO_MANY:
                        return

        await asyncio.gather(*map(ask_site, sites))


async def _ask_page(client: httpx.AsyncClient, url: str) -> Reply:
    """By HEAD; by GET, without its body, where a site does not take that or says no."""
    reply = await _ask_once(client, "HEAD", url)
    if reply.fate in (Fate.THERE, Fate.MOVED) or reply.status == TOO_MANY:
        return reply
    return await _ask_once(client, "GET", url)


async def _ask_once(client: httpx.AsyncClient, method: str, url: str) -> Reply:
    try:
        async with client.stream(method, url) as response:
            return _judge(url, response)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return Reply(Fate.SILENT, reason=_say_fault(error))


def _judge(url: str, response: httpx.Response) -> Reply:
    status, to = response.status_code, str(response.url)
    if status in _GONE:
        return Reply(Fate.GONE, status)
    if status in _BLOCKED:
        return Reply(Fate.BLOCKED, status)
    if not response.is_success:
        return Reply(Fate.SILENT, status)
    if response.history and _is_front_page(to) and not _is_front_page(url):
        return Reply(Fate.GONE, status, to)
    for_good = any(step.status_code in _FOR_GOOD for step in response.history)
    if for_good and fold_address(to) != fold_address(url):
        return Reply(Fate.MOVED, status, to)
    return Reply(Fate.THERE, status)


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _say_fault(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "too slow"
    if isinstance(error, httpx.TooManyRedirects):
        return "leads in a circle"
    return str(error) or type(error).__name__


async def _ask_copy(client: httpx.AsyncClient, service: str, url: str, day: str) -> Reply:
    """`there` with the copy; `gone` where there is none."""
    try:
        response = await client.get(service, params={"url": url, "timestamp": day})
        if not response.is_success:
            return Reply(Fate.SILENT, response.status_code)
        closest = response.json()["archived_snapshots"].get("closest") or {}
        copy = closest.get("url") if closest.get("available") else None
        is_good = isinstance(copy, str) and closest.get("status") == "200"
    except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Reply(Fate.SILENT, reason=_say_fault(error))
    if not is_good:
        return Reply(Fate.GONE, response.status_code)
    return Reply(Fate.THERE, response.status_code, str(copy).replace("http://", "https://", 1))
