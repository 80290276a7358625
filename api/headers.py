"""What is checked and added around every request: its size, its host, the page it comes from, and headers that keep the page to itself."""

import asyncio
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES: Final = 256_000
MAX_UPLOAD_BYTES: Final = 32_000_000
MAX_HEADER_BYTES: Final = 32_000
MAX_TARGET_BYTES: Final = 64_000
BODY_SECONDS: Final = 120.0
MAX_INSIDE: Final = 500
UPLOADS: Final = "/v1/documents"

SECURITY_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
Refusal = tuple[int, str]


class Guard:
    """ASGI middleware that refuses what is too large, foreign hosts and foreign pages, and adds `SECURITY_HEADERS` to every reply.

    Args:
        app: the app within.
        hosts: host names under which the service may be addressed; empty for any. A service on the loopback address names its
            own here, so that no web page can reach it under another name that points to the same address.
        upload_bytes: how large a body with documents may be; all others hold at most `MAX_BODY_BYTES`.
        body_seconds: how long a body may take to arrive.
        most: so many requests are served at a time.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = (), upload_bytes: int = MAX_UPLOAD_BYTES,
                 body_seconds: float = BODY_SECONDS, *, most: int = MAX_INSIDE) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.upload_bytes = upload_bytes
        self.body_seconds = body_seconds
        self.most, self.inside = most, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        from .problems import problem

        most = self.upload_bytes if scope["path"] == UPLOADS else MAX_BODY_BYTES
        headers = Headers(scope=scope)
        refusal = self._full() or _too_long(scope) or self._foreign(scope["method"], headers) or _too_large(headers, most)
        if refusal:
            return await problem(*refusal)(scope, receive, send)
        self.inside += 1
        try:
            return await self.app(scope, _measured(receive, most, self.body_seconds), _with_headers(send))
        finally:
            self.inside -= 1

    def _full(self) -> tuple[int, str, dict[str, str]] | None:
        return (503, "Too many requests at this moment; try again in a second.", {"Retry-After": "1"}) if self.inside >= self.most else None

    def _foreign(self, method: str, headers: Headers) -> Refusal | None:
        if self.hosts and _name(headers.get("host", "")) not in self.hosts:
            return 400, f"This service answers only as {', '.join(sorted(self.hosts))}."
        if is_foreign(method, headers):
            return 403, "This request comes from a page of another address; open the service's own page, or call it from a program."
        return None


def is_foreign(method: str, headers: Headers) -> bool:
    """Whether a page of another address sent a request. Its links may lead here; it may neither change nor call anything.

    Browsers say where a request comes from: all newer ones in `Sec-Fetch-Site`, older ones in `Origin`. Programs say neither.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        link = method in _READING and headers.get("sec-fetch-mode") == "navigate"
        return site not in {"same-origin", "none"} and not link
    origin = headers.get("origin")
    return origin is not None and method not in _READING and _place(origin) != headers.get("host", "").lower()


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None


def _too_long(scope: Scope) -> Refusal | None:
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_TARGET_BYTES:
        return HTTPStatus.REQUEST_URI_TOO_LONG, f"An address holds at most {MAX_TARGET_BYTES:,} bytes; send the question by POST."
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MAX_HEADER_BYTES:
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"The headers of a request hold at most {MAX_HEADER_BYTES:,} bytes."
    return None


def _too_large(headers: Headers, most: int) -> Refusal | None:
    length = headers.get("content-length", "0")
    return (413, _most(most)) if length.isascii() and length.isdigit() and int(length[:20]) > most else None


def _most(most: int) -> str:
    return f"A request body holds at most {most:,} bytes here; send less at a time."


def _name(host: str) -> str:
    return host.rsplit("]", 1)[0].lstrip("[").lower() if host.startswith("[") else host.split(":", 1)[0].lower()


def _measured(receive: Receive, most: int, seconds: float) -> Receive:
    size, whole, end = 0, False, asyncio.get_running_loop().time() + seconds

    async def measured() -> Message:
        nonlocal size, whole
        if whole:  # what follows is only that the client has gone
            return await receive()
        try:
            async with asyncio.timeout_at(end):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, f"The body of a request must arrive within {seconds:g} seconds.") from None
        size, whole = size + len(message.get("body", b"")), not message.get("more_body", False)
        if size > most:
            raise HTTPException(413, _most(most))
        return message

    return measured


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers[name] = value
        await send(message)

    return with_headers
