"""Statements that users write."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from rie.errors import QueryLimit

from ..encoding import json_reply
from ..models import Statement
from ..replies import SqlRows
from ..resources import Resources


def routes(resources: Resources) -> APIRouter:
    """The route of SQL."""
    router = APIRouter(tags=["look up"])

    @router.post("/v1/sql", responses={200: {"model": SqlRows}}, summary="Run a SELECT")
    async def post_statement(asked: Statement) -> Response:
        """One SELECT over the public tables, without access to files or network; 400 says which part of it is not allowed, 422 that it
        ran past its five seconds or its memory."""
        try:
            return json_reply(await resources.statements.run(resources.service.sql, asked))
        except QueryLimit as error:
            raise HTTPException(422, f"The statement asks for too much: {error}") from None

    return router
