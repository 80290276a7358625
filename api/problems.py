"""Errors as the service tells them: RFC 9457 problems of at most 2 kB, never with a stack trace."""

import json
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from rie.errors import PackError, QueryLimit, RieError, SqlRejected, StoreError
from starlette.exceptions import HTTPException as StarletteHTTPException

from .headers import SECURITY_HEADERS

MAX_DETAIL: Final = 300
"""Characters; as JSON escapes they take at most 1,800 bytes."""

_STATUS: Final[dict[type[RieError], int]] = {StoreError: 503, PackError: 503, QueryLimit: 503, SqlRejected: 400}


class Missing(Exception):
    """What the address names is not in the snapshot; the text says what was looked for."""


class Busy(Exception):
    """Too many requests wait already."""


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """A problem as a response.

    Args:
        status: the HTTP status.
        detail: what happened and what to change; it is cut to `MAX_DETAIL` characters.
        headers: further headers.
    """
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": _cut(detail)}
    return Response(json.dumps(body), status, {**SECURITY_HEADERS, **(headers or {})}, "application/problem+json")


def _cut(detail: str) -> str:
    return detail if len(detail) <= MAX_DETAIL else detail[: MAX_DETAIL - 1] + "…"


def add_handlers(app: FastAPI) -> None:
    """Let an app tell all its errors as problems."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(StarletteHTTPException, _http)
    app.add_exception_handler(Missing, lambda _, error: problem(404, str(error)))
    app.add_exception_handler(Busy, lambda _, error: problem(503, str(error), {"Retry-After": "1"}))
    app.add_exception_handler(RieError, _ours)
    app.add_exception_handler(Exception, lambda _, __: problem(500, "An error inside the service; its log says more."))


def _invalid(_: Request, error: Any) -> Response:
    return problem(422, "; ".join(_place(item) for item in error.errors()[:3]))


def _place(item: dict[str, Any]) -> str:
    where = ".".join(str(part)[:40] for part in item["loc"][:4])
    return f"{where}: {str(item['msg'])[:80]}"


def _http(_: Request, error: Any) -> Response:
    headers = dict(error.headers or {}) if isinstance(error, HTTPException | StarletteHTTPException) else {}
    detail = {404: "There is nothing at this address; /docs lists what there is.", 405: "This address does not take that method."}
    return problem(error.status_code, detail.get(error.status_code, str(error.detail)), headers)


def _ours(_: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 400)
    return problem(status, str(error))
