"""Parameters and replies that several routes have."""

from datetime import date
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import Query, Request

from ..models import MAX_AFTER, Day, Offset, Problem, Question, QuestionText, Snapshot

At = Annotated[Snapshot | None, Query(description="A snapshot's number; the newest when it is not given")]
Asked = Annotated[QuestionText, Query(description="The question in plain English")]
Earlier = Annotated[list[QuestionText], Query(max_length=MAX_AFTER, description="Earlier questions of the conversation in their order")]
Today = Annotated[Day | None, Query(description="The day from which “last year” counts; today when it is not given")]
Skipped = Annotated[Offset, Query(description="So many are passed over")]

_PROBLEM: Final = {"content": {"application/problem+json": {"schema": Problem.model_json_schema()}}}
PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    "4XX": {"description": "The request is at fault; `detail` says what to change", **_PROBLEM},
    "503": {"description": "Too much at a time, or nothing to answer from yet; `Retry-After` says when to come back", **_PROBLEM},
}


def asked_of(question: Asked, after: Earlier = [], today: Today = None, snapshot: At = None) -> Question:  # noqa: B006
    """A question from an address."""
    return Question(question=question, after=after, today=today or date.today(), snapshot=snapshot)


def links(request: Request, page: dict[str, Any], *, given: int, total: int, limit: int, offset: int, **fixed: Any) -> dict[str, Any]:
    """A page with its place in the whole, and the addresses of the pages around it.

    They name the snapshot, and what else is `fixed`, so that nothing shifts between two pages.
    """
    after, before = offset + given, max(0, offset - limit)
    fixed = {"limit": limit, "snapshot": page["snapshot"], **fixed}
    return {**page, "limit": limit, "offset": offset,
            "next": _address(request, {**fixed, "offset": after}) if given and after < total else None,
            "previous": _address(request, {**fixed, "offset": before}) if offset else None}


def _address(request: Request, named: dict[str, Any]) -> str:
    kept = [item for item in request.query_params.multi_items() if item[0] not in named]
    return f"{request.url.path}?{urlencode([*kept, *named.items()])}"
