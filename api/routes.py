"""The routes of the contract, section 5."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from rie.types import Answer

from .capacity import Capacity
from .encoding import encode, json_reply
from .models import MAX_AFTER, DocumentId, Name, Question, Snapshot
from .service import Service

At = Annotated[Snapshot | None, Query(description="A snapshot's number; the newest when it is not given")]
Asked = Annotated[str, Query(description="The question in plain English")]
Earlier = Annotated[list[str], Query(max_length=MAX_AFTER, description="Earlier questions of the conversation in their order")]
Today = Annotated[date | None, Query(description="The day from which “last year” counts; today when it is not given")]


def routes(service: Service, capacity: Capacity) -> APIRouter:
    """All routes over a service whose work runs within a capacity."""
    router = APIRouter()

    @router.post("/v1/ask", responses={200: {"model": Answer}}, summary="Ask a question", tags=["ask"])
    async def post_question(asked: Question) -> Response:
        """Every status of an answer (answered, no_data, ambiguous, refused) is a reply with status 200."""
        return json_reply(await capacity.run(service.answer, asked))

    @router.get("/v1/ask", responses={200: {"model": Answer}}, summary="The permanent link of an answer", tags=["ask"])
    async def get_question(question: Asked, after: Earlier = [], today: Today = None, snapshot: At = None) -> Response:  # noqa: B006
        """The same as asking by POST; with `snapshot` and `today` the reply stays the same for ever."""
        asked = Question(question=question, after=after, today=today, snapshot=snapshot)
        return json_reply(await capacity.run(service.answer, asked))

    @router.get("/v1/documents/{doc_id:path}", summary="A document with its mentions", tags=["look up"])
    async def get_document(doc_id: Annotated[DocumentId, Path()], snapshot: At = None) -> Response:
        """Offsets count characters (Unicode code points) of the named part."""
        return json_reply(await capacity.run(service.document, doc_id, snapshot))

    @router.get("/v1/facts/{table}/{fact_id:path}", summary="A fact, its reports and the sentences behind it", tags=["look up"])
    async def get_fact(table: Annotated[Name, Path()], fact_id: Annotated[DocumentId, Path()], snapshot: At = None) -> Response:
        """`passages` are the sentences around the evidence of each report; `start_char` is where they begin."""
        return json_reply(await capacity.run(service.fact, table, fact_id, snapshot))

    @router.get("/v1/schema", summary="What can be asked", tags=["look up"])
    async def get_schema() -> Response:
        """The tables of the newest snapshot with their columns, units and numbers of rows."""
        return json_reply(await capacity.run(service.schema))

    @router.get("/healthz", summary="Whether the service is alive", tags=["service"])
    async def get_health() -> Response:
        """Always `ok` while the service runs."""
        return json_reply(encode({"status": "ok"}))

    @router.get("/readyz", summary="Whether the store can be read", tags=["service"])
    async def get_readiness() -> Response:
        """503 while there is no snapshot to answer from."""
        return json_reply(await capacity.run(service.ready))

    return router
