"""What is checked and added around every request: the size of its body, its host, and headers that keep the page to itself."""

from collections.abc import Sequence
from typing import Final

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES: Final = 64_000

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


class Guard:
    """ASGI middleware that refuses large bodies and foreign hosts, and adds `SECURITY_HEADERS` to every reply.

    Args:
        app: the app within.
        hosts: host names under which the service may be addressed; empty for any. A service on the loopback address names its
            own here, so that no web page can reach it under another name that points to the same address.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = ()) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        from .problems import problem

        refusal = self._refusal(Headers(scope=scope))
        if refusal:
            return await problem(*refusal)(scope, receive, send)
        return await self.app(scope, _measured(receive), _with_headers(send))

    def _refusal(self, headers: Headers) -> tuple[int, str] | None:
        if self.hosts and _name(headers.get("host", "")) not in self.hosts:
            return 400, f"This service answers only as {', '.join(sorted(self.hosts))}."
        length = headers.get("content-length", "0")
        if length.isascii() and length.isdigit() and int(length[:20]) > MAX_BODY_BYTES:
            return 413, _TOO_LARGE
        return None


_TOO_LARGE: Final = f"A request body holds at most {MAX_BODY_BYTES:,} bytes."


def _name(host: str) -> str:
    return host.rsplit("]", 1)[0].lstrip("[").lower() if host.startswith("[") else host.split(":", 1)[0].lower()


def _measured(receive: Receive) -> Receive:
    size = 0

    async def measured() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MAX_BODY_BYTES:
            raise HTTPException(413, _TOO_LARGE)
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
