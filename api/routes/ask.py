"""Questions and their answers."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rie.errors import RieError
from rie.types import Answer

from ..encoding import encode, json_reply
from ..models import Question
from ..problems import Unavailable
from ..replies import Comparison, EvidencePage, RowPage
from ..resources import Resources
from .parameters import Skipped, asked_of, links

MAX_ROWS: Final = 1_000
MAX_SPANS: Final = 1_000

Linked = Annotated[Question, Depends(asked_of)]


def routes(resources: Resources) -> APIRouter:
    """The routes of questions."""
    router = APIRouter(tags=["ask"])
    service, capacity = resources.service, resources.questions

    @router.post("/v1/ask", responses={200: {"model": Answer}}, summary="Ask a question")
    async def post_question(asked: Question) -> Response:
        """Every status of an answer (answered, no_data, ambiguous, refused) is a reply with status 200."""
        return json_reply(await capacity.run(service.answer, asked))

    @router.get("/v1/ask", responses={200: {"model": Answer}}, summary="The permanent link of an answer")
    async def get_question(asked: Linked) -> Response:
        """The same as asking by POST; with `snapshot` and `today` the reply stays the same for ever."""
        return json_reply(await capacity.run(service.answer, asked))

    @router.get("/v1/ask/rows", responses={200: {"model": RowPage}}, summary="The rows of an answer, in pages")
    async def get_rows(request: Request, asked: Linked, limit: Annotated[int, Query(ge=1, le=MAX_ROWS)] = MAX_ROWS,
                       offset: Skipped = 0) -> Response:
        """An answer shows its first 1,000 rows; these are all of them. A question that is not answered has none."""
        page = await capacity.run(service.rows, asked, limit, offset)
        given, total = len(page["rows"]), page["row_count"]
        return json_reply(encode(links(request, page, given=given, total=total, limit=limit, offset=offset, today=asked.today)))

    @router.get("/v1/ask/evidence", responses={200: {"model": EvidencePage}}, summary="The evidence of an answer, in pages")
    async def get_evidence(request: Request, asked: Linked, limit: Annotated[int, Query(ge=1, le=MAX_SPANS)] = 200,
                           offset: Skipped = 0) -> Response:
        """An answer shows its first 200 spans; these are all of them, in the order of the rows."""
        page = await capacity.run(service.evidence, asked, limit, offset)
        given, total = len(page["evidence"]), page["evidence_total"]
        return json_reply(encode(links(request, page, given=given, total=total, limit=limit, offset=offset, today=asked.today)))

    @router.post("/v1/compare", responses={200: {"model": Comparison}}, summary="Ask RIE and retrieval by similarity")
    async def post_comparison(asked: Question) -> Response:
        """Both answer from the same snapshot; `rag` holds `snippets` and `cost` besides."""
        try:
            return json_reply(await resources.comparisons.run(service.compare, asked))
        except RieError as error:
            raise Unavailable(f"The passages cannot be searched: {error}") from None

    return router
