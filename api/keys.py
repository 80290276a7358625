"""API keys: who may use a service that can be reached from other machines."""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from .problems import problem

OPEN: Final = frozenset({"/", "/docs", "/openapi.json", "/healthz", "/readyz"})
"""Paths that need no key; what lies under `/static/` neither."""


class Keys:
    """ASGI middleware that asks for a key on every path that is not open.

    Args:
        app: the app within.
        keys: the keys that are accepted, as `Authorization: Bearer KEY` or `X-API-Key: KEY`; empty to ask for none.
    """

    def __init__(self, app: ASGIApp, keys: Sequence[str] = ()) -> None:
        self.app = app
        self._digests = [sha256(key.encode()).digest() for key in keys]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or not self._digests or _is_open(scope["path"]) or self._accepts(_given(Headers(scope=scope))):
            return await self.app(scope, receive, send)
        refusal = "This service asks for a key: send `Authorization: Bearer KEY` or `X-API-Key: KEY`."
        return await problem(401, refusal, {"WWW-Authenticate": 'Bearer realm="RIE"'})(scope, receive, send)

    def _accepts(self, given: str | None) -> bool:
        """Compare with every key, all digits each time: the time it takes tells nothing about them."""
        digest = sha256((given or "").encode("latin-1")).digest()  # as the server decoded it
        return sum([hmac.compare_digest(digest, known) for known in self._digests]) > 0


def listed(setting: str) -> tuple[str, ...]:
    """The parts of a setting: separated by commas, white space around them ignored."""
    return tuple(dict.fromkeys(item for part in setting.split(",") if (item := part.strip())))


def _is_open(path: str) -> bool:
    return path in OPEN or path.startswith("/static/")


def _given(headers: Headers) -> str | None:
    scheme, _, key = headers.get("authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else headers.get("x-api-key")
