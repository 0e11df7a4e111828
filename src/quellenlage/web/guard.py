"""Who may talk to the page: the right host name, the page itself, somebody who has logged in, and nobody at length.

A web page elsewhere can send requests to loopback, and with DNS rebinding even read the answers; so the Host header
must name this server, and a form must come from its own page (OWASP: CSRF prevention: fetch metadata, token).
"""

import asyncio
import base64
import binascii
import re
from dataclasses import dataclass
from hmac import compare_digest
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 64_000_000
AFTER_A_WRONG_PASSWORD = 1.0  # seconds
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::\d{1,5})?")
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Login:
    """A name and a password that every request must carry (HTTP Basic)."""

    user: str
    password: str

    def admits(self, header: str) -> bool:
        """Say whether an Authorization header carries them."""
        scheme, _, token = header.partition(" ")
        try:
            given = base64.b64decode(token, validate=True)
        except (binascii.Error, ValueError):
            return False
        return scheme.lower() == "basic" and compare_digest(given, f"{self.user}:{self.password}".encode())


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach ``host``."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Guard:
    """Lets through what may talk to the page, and sends every answer off with the headers that keep it to itself."""

    def __init__(self, app: ASGIApp, *, host: str, login: Login | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._app, self._host, self._login, self._most = app, host, login, most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal and refusal.status_code == 401:
            await asyncio.sleep(AFTER_A_WRONG_PASSWORD if "authorization" in Headers(scope=scope) else 0)
        await (refusal or self._app)(scope, self._limited(receive), _sealed(send))

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if not self._names_us(host):
            return PlainTextResponse("This server does not answer to that host name.\n", 421)
        if self._login and not self._login.admits(headers.get("authorization", "")):
            ask = {"www-authenticate": 'Basic realm="Quellenlage", charset="UTF-8"'}
            return PlainTextResponse("A user name and a password are needed.\n", 401, ask)
        if method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Only GET, HEAD and POST are answered.\n", 405)
        if method == "POST" and not _from_our_page(headers, host):
            return PlainTextResponse("That form was sent from another page.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._most:
            return PlainTextResponse("That is more than is taken at once.\n", 413)
        return None

    def _names_us(self, host: str) -> bool:
        """Say whether a Host header names this server; one on all addresses answers to addresses, not to names."""
        known = HOST.fullmatch(host)
        name = known[1] if known else ""
        if is_loopback(self._host):
            return name == "localhost" or (is_loopback(name) and _is_address(name))
        return name == self._host or (self._host in ("0.0.0.0", "::") and _is_address(name))  # noqa: S104  compared only

    def _limited(self, receive: Receive) -> Receive:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most:
                return {"type": "http.disconnect"}
            return message

        return counted


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _from_our_page(headers: Headers, host: str) -> bool:
    origin = headers.get("origin")
    if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
        return False
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _sealed(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
