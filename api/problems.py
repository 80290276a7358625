"""Errors as the service tells them: RFC 9457 problems of at most 2 kB, never with a stack trace."""

import json
import logging
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Match

from rie.errors import PackError, QueryLimit, RieError, StoreError

from .headers import SECURITY_HEADERS

MAX_DETAIL: Final = 300
"""Characters; none takes more than six bytes in JSON."""

_LOG: Final = logging.getLogger("rie.api")


class Missing(Exception):
    """What the address names is not in the snapshot; the text says what was looked for."""


class NotReady(Exception):
    """The store has nothing to answer from yet."""


class Unavailable(Exception):
    """Something that the service needs beside the store does not work."""


class Busy(Exception):
    """Too many requests wait already; `seconds` is when to come back."""

    def __init__(self, detail: str, seconds: int = 1) -> None:
        super().__init__(detail)
        self.seconds = seconds


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """A problem as a response.

    Args:
        status: the HTTP status.
        detail: what happened and what to change; it is cut to `MAX_DETAIL` characters.
        headers: further headers.
    """
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": _cut(detail)}
    written = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return Response(written, status, {**SECURITY_HEADERS, **(headers or {})}, "application/problem+json")


def _cut(detail: str) -> str:
    return detail if len(detail) <= MAX_DETAIL else detail[: MAX_DETAIL - 1] + "…"


def add_handlers(app: FastAPI) -> None:
    """Let an app tell all its errors as problems."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(StarletteHTTPException, _http)
    app.add_exception_handler(Missing, lambda _, error: problem(404, str(error)))
    app.add_exception_handler(Unavailable, lambda _, error: problem(503, str(error)))
    app.add_exception_handler(Busy, lambda _, error: problem(503, str(error), {"Retry-After": str(error.seconds)}))
    app.add_exception_handler(NotReady, lambda _, error: problem(503, str(error), {"Retry-After": "5"}))
    app.add_exception_handler(RieError, _ours)
    app.add_exception_handler(Exception, lambda _, __: problem(500, "An error inside the service; its log says more."))


def _invalid(_: Request, error: Any) -> Response:
    return problem(422, "; ".join(_place(item) for item in error.errors()[:3]))


def _place(item: dict[str, Any]) -> str:
    where = ".".join(str(part)[:40] for part in item["loc"][:4])
    return f"{where}: {str(item['msg'])[:80]}"


def _http(request: Request, error: Any) -> Response:
    headers = dict(error.headers or {}) if isinstance(error, HTTPException | StarletteHTTPException) else {}
    if error.status_code == 405:
        headers["Allow"] = _allowed(request) or headers.get("Allow", headers.get("allow", "GET"))
    detail = {404: "There is nothing at this address; /docs lists what there is.", 405: "This address does not take that method."}
    return problem(error.status_code, detail.get(error.status_code, str(error.detail)), headers)


def _allowed(request: Request) -> str:
    """The methods of all routes at an address: each of them knows only its own."""
    matching = (route for route in request.app.state.routes if route.matches(request.scope)[0] is not Match.NONE)
    return ", ".join(sorted({method for route in matching for method in route.methods}))


def _ours(_: Request, error: Exception) -> Response:
    if isinstance(error, StoreError | PackError):
        _LOG.error("%s", error)
        return problem(503, "The store cannot be read; the log of the service says more.")
    return problem(503 if isinstance(error, QueryLimit) else 400, str(error))
