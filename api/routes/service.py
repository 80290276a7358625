"""What can be asked, and how the service is."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from ..encoding import encode, json_reply
from ..models import Typed
from ..replies import Health, Readiness, SchemaReply, Suggestions, TemplateList
from ..resources import Resources
from .parameters import At


def routes(resources: Resources) -> APIRouter:
    """The routes of the schema, of completion, and of operation."""
    router = APIRouter()
    service, capacity = resources.service, resources.questions

    @router.get("/v1/schema", responses={200: {"model": SchemaReply}}, summary="What the store holds", tags=["look up"])
    async def get_schema() -> Response:
        """The tables of the newest snapshot with their columns, units and numbers of rows."""
        return json_reply(await capacity.run(resources.lookups.schema))

    @router.get("/v1/templates", responses={200: {"model": TemplateList}}, summary="What can be asked", tags=["ask"])
    async def get_templates(snapshot: At = None) -> Response:
        """The kinds of questions by the id that answers name, each with questions that it answers."""
        return json_reply(await capacity.run(service.templates, snapshot))

    @router.get("/v1/suggest", responses={200: {"model": Suggestions}}, summary="Completion while typing", tags=["ask"])
    async def get_suggestions(
        q: Annotated[Typed, Query(description="What was typed; empty for questions to begin with")] = "",
        limit: Annotated[int, Query(ge=1, le=20, description="At most so many")] = 8, snapshot: At = None,
    ) -> Response:
        """The store answers each of the questions that come back."""
        return json_reply(await capacity.run(service.suggest, q, limit, snapshot))

    @router.get("/healthz", responses={200: {"model": Health}}, summary="Whether the service is alive", tags=["service"])
    async def get_health() -> Response:
        """Always `ok` while the service runs."""
        return json_reply(encode({"status": "ok"}))

    @router.get("/readyz", responses={200: {"model": Readiness}}, summary="Whether the store can be read", tags=["service"])
    async def get_readiness() -> Response:
        """503 while there is no snapshot to answer from."""
        return json_reply(await capacity.run(service.ready))

    @router.get("/metrics", responses={200: {"content": {"text/plain": {}}, "description": "Metrics"}}, response_class=Response,
                summary="Metrics for Prometheus", tags=["service"])
    async def get_metrics() -> Response:
        """Requests and their times, answers by status, jobs, documents, the newest snapshot."""
        text, media_type = resources.metrics.text()
        return Response(text, media_type=media_type)

    return router
