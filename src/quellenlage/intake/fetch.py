"""The only place that asks the net. Nothing is asked but what a person named, and what a feed they named lists.

Polite: robots.txt is obeyed (RFC 9309), one request at a time with a pause for each host, conditional requests
(RFC 9110), ``Retry-After`` handed on. Answers are cut off at a size and at a time, redirects are counted.
"""

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from quellenlage.errors import FetchError
from quellenlage.intake.load import MOST_BYTES

NAME = "Quellenlage"
MOST_REDIRECTS = 5
LONGEST_SECONDS = 60.0
SILENCE_SECONDS = 15.0
PAUSE_SECONDS = 1.0
LONGEST_PAUSE = 30.0
MOST_ROBOTS = 500_000
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address handed over; ``raw`` is ``None`` where it has not changed since (304)."""

    url: str
    raw: bytes | None
    etag: str | None = None
    modified: str | None = None


class BusyError(FetchError):
    """The host asks to come back later (429, 503); ``seconds`` is how much later, where it says so."""

    def __init__(self, reason: str, seconds: float | None) -> None:
        super().__init__(reason)
        self.seconds = seconds


def is_address(name: str) -> bool:
    """Say whether ``name`` is an address of the web, and no file."""
    return name.lower().startswith(("http://", "https://"))


def host(url: str) -> str:
    """Give the host of an address, or nothing."""
    return _split(url).hostname or ""


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses, one after the other. ``own`` are hosts that a person named: they may lie in a private network.

    ``longest`` is how many seconds an answer may take; ``pause`` how many lie between two requests to one host.
    """

    own: set[str] = field(default_factory=set)
    pause: float = PAUSE_SECONDS
    longest: float = LONGEST_SECONDS
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """Fetch an address, or learn that it is as it was. Raises ``FetchError``, for a busy host ``BusyError``."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        seen: list[str] = []
        while url not in seen:
            if len(seen) > MOST_REDIRECTS:
                raise FetchError(f"leads on more than {MOST_REDIRECTS} times; give the address it should lead to")
            seen.append(url)
            self._refuse(url)
            response, raw = self._ask(url, headers, MOST_BYTES)
            if response.status_code not in REDIRECTS:
                return _answer(url, response, raw)
            url = _joined(url, response.headers.get("Location", ""))
        raise FetchError("leads in a circle; give another address")

    def _refuse(self, url: str) -> None:
        """Raise ``FetchError`` where an address may not be asked."""
        parts = _split(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise FetchError("is no address of the web (http, https)")
        if parts.hostname not in self.own and not _is_public(parts.hostname):
            raise FetchError("leads into a private network; add it by its own address if you trust it")
        rules = self._robots(f"{parts.scheme}://{parts.netloc}")
        if rules is None:
            raise FetchError("lies on a host whose robots.txt cannot be had now; try again later")
        if not rules.can_fetch(NAME, url):
            raise FetchError("may not be fetched by programs, says the host's robots.txt; save the page by hand")

    def _robots(self, origin: str) -> RobotFileParser | None:
        """Give a host's rules: none where it has no robots.txt (4xx), ``None`` where that cannot be told (5xx)."""
        if origin not in self._rules:
            rules = RobotFileParser()
            try:
                response, raw = self._ask(f"{origin}/robots.txt", {}, MOST_ROBOTS, robots=True)
                code = response.status_code
            except FetchError:
                code, raw = 599, b""
            rules.parse(raw.decode("utf-8", "replace").splitlines() if code < 300 else [])
            self._rules[origin] = None if code >= 500 else rules
        return self._rules[origin]

    def _ask(
        self, url: str, headers: dict[str, str], most: int, *, robots: bool = False
    ) -> tuple[httpx.Response, bytes]:
        """Send one request and take at most ``most`` bytes of the answer; a longer robots.txt is cut."""
        self._wait(urlsplit(url).netloc, f"{urlsplit(url).scheme}://{urlsplit(url).netloc}")
        limits = httpx.Timeout(min(SILENCE_SECONDS, self.longest))
        until = time.monotonic() + self.longest
        agent = {"User-Agent": f"{NAME}/{version('quellenlage')} (news reader; obeys robots.txt)"}
        raw = bytearray()
        try:
            with httpx.stream("GET", url, headers=agent | headers, timeout=limits, follow_redirects=robots) as response:
                for chunk in response.iter_bytes():
                    raw += chunk
                    if len(raw) > most and not robots:
                        raise FetchError(f"is larger than {most // 1_000_000} MB; save what you need of it")
                    if time.monotonic() > until:
                        raise FetchError(f"took longer than {self.longest:.0f} seconds; try again later")
                    if len(raw) > most:
                        break
        except httpx.TimeoutException:
            raise FetchError("did not answer in time; try again later") from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            cause = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise FetchError(f"could not be fetched ({cause}); check the address and the connection") from None
        finally:
            self._asked[urlsplit(url).netloc] = time.monotonic()
        return response, bytes(raw[:most])

    def _wait(self, host: str, origin: str) -> None:
        """Leave a pause after the last request to a host: ours, or the longer one its robots.txt asks for."""
        rules = self._rules.get(origin)
        asked = rules.crawl_delay(NAME) if rules else None
        pause = max(self.pause, min(float(asked or 0), LONGEST_PAUSE))
        left = self._asked.get(host, float("-inf")) + pause - time.monotonic()
        if left > 0:
            self.sleep(left)


def _split(url: str) -> SplitResult:
    """Take an address apart; one that cannot be is empty."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _joined(url: str, further: str) -> str:
    try:
        return urljoin(url, further)
    except ValueError:
        return further


def _answer(url: str, response: httpx.Response, raw: bytes) -> Answer:
    code = response.status_code
    if code == 304:
        return Answer(url=url, raw=None)
    if code in {429, 503}:
        raise BusyError(f"is busy ({code}); it is asked again later", _seconds(response.headers.get("Retry-After")))
    if code >= 300:
        what = {401: "asks for a password", 403: "refuses", 404: "is not there", 410: "is gone"}.get(code, "failed")
        raise FetchError(f"{what} ({code}); check the address")
    headers = response.headers
    return Answer(url=url, raw=raw, etag=headers.get("ETag"), modified=headers.get("Last-Modified"))


def _seconds(said: str | None) -> float | None:
    """Read ``Retry-After``: seconds, or a date."""
    if not said:
        return None
    if said.strip().isdigit():
        return float(said[:9])
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (when - datetime.now(UTC)).total_seconds()) if when.tzinfo else None


def _is_public(host: str) -> bool:
    """Say whether a host's addresses all lie in the public net; one that has none may be asked, and will not answer."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return True
    return all(ipaddress.ip_address(str(row[4][0]).partition("%")[0]).is_global for row in found)
