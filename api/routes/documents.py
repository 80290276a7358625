"""Documents: ingest, look-up, removal, and the jobs that do it."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Final

from fastapi import APIRouter, HTTPException, Path, Request
from fastapi.responses import Response, StreamingResponse
from fastapi.sse import format_sse_event

from ..encoding import encode, json_reply
from ..headers import MAX_UPLOAD_BYTES
from ..intake import MAX_DOCUMENTS, received
from ..jobs import ENDED, Jobs
from ..models import DocumentId
from ..problems import Missing
from ..replies import DocumentReply, JobReply
from ..resources import Resources
from .parameters import At

REMOVAL_SECONDS: Final = 10.0
TICK_SECONDS: Final = 0.2
PING_SECONDS: Final = 15.0

_FIELDS: Final = {
    "id": "Its id, needed; an id that the store has is an update", "text": "Needed", "title": "", "source": "", "url": "",
    "published_at": "`YYYY-MM-DD`, `YYYY-MM` or `YYYY`", "metadata": "A flat object",
}
_GIVEN: Final = {"type": "object", "properties": {name: {"description": about} for name, about in _FIELDS.items()},
                 "not": {"required": ["documents"]}, "description": "What is missing or wrong in a document is told with the job's result"}
_LIST: Final = {"type": "array", "items": {}, "minItems": 1, "maxItems": MAX_DOCUMENTS}
_FILE: Final = {"type": "string", "format": "binary"}
_WRAPPED: Final = {"type": "object", "properties": {"documents": _LIST}, "required": ["documents"]}
_BODY: Final = {"requestBody": {"required": True, "content": {
    "application/json": {"schema": {"anyOf": [_GIVEN, _LIST, _WRAPPED]}},
    "application/x-ndjson": {"schema": {"type": "string", "minLength": 1, "description": "A document a line"}},
    "multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {
        "file": {"type": "array", "minItems": 1, "items": _FILE, "description": "Files"}}}},
}}}
JobId = Annotated[str, Path(max_length=60)]


def routes(resources: Resources) -> APIRouter:
    """The routes of documents and jobs."""
    router = APIRouter(tags=["documents"])
    lookups, capacity, jobs = resources.lookups, resources.questions, resources.jobs

    @router.post("/v1/documents", status_code=202, responses={202: {"model": JobReply}}, openapi_extra=_BODY, summary="Add documents")
    async def post_documents(request: Request) -> Response:
        """Read documents into the store: one, a list, JSON lines, or files. The reply is a job; its result is the summary with all
        that was rejected. An id that the store has is an update; a text that has not changed is not read again."""
        size = _size(request)
        with jobs.place(size):
            folder = TemporaryDirectory(prefix="rie-", ignore_cleanup_errors=True)
            try:
                paths = await received(request, FilePath(folder.name), resources.uploads)
                job = jobs.submit("ingest", {"store": str(resources.store), "paths": paths}, folder.cleanup, size)
            except BaseException:
                folder.cleanup()
                raise
        return _job_reply(jobs.view(job.id))

    @router.get("/v1/documents/{doc_id:path}", responses={200: {"model": DocumentReply}}, summary="A document with its mentions")
    async def get_document(doc_id: Annotated[DocumentId, Path()], snapshot: At = None) -> Response:
        """Offsets count characters (Unicode code points) of the named part."""
        return json_reply(await capacity.run(lookups.document, doc_id, snapshot))

    @router.delete("/v1/documents/{doc_id:path}", responses={code: {"model": JobReply} for code in (200, 202)}, summary="Remove a document")
    async def delete_document(doc_id: Annotated[DocumentId, Path()]) -> Response:
        """Everything that was read from it goes too, from the next snapshot on. 202 with a job that still runs if it takes longer
        than ten seconds."""
        await capacity.run(lookups.check_document, doc_id)
        with jobs.place():
            job = jobs.submit("remove", {"store": str(resources.store), "documents": [doc_id]})
        view = await _ended(jobs, job.id, REMOVAL_SECONDS)
        if view["status"] == "failed":
            raise HTTPException(409, f"Nothing was removed: {view['error']}")
        if view["status"] == "done" and not view["result"]["removed"]:
            raise Missing(f"There is no document {doc_id!r}.")
        return _job_reply(view)

    @router.get("/v1/jobs/{job_id}", responses={200: {"model": JobReply}}, summary="A job")
    async def get_job(job_id: JobId) -> Response:
        """The last hundred that have ended are remembered until the service ends."""
        return json_reply(encode(jobs.view(job_id)))

    @router.get("/v1/jobs/{job_id}/events", responses={200: {"content": {"text/event-stream": {}}, "description": "Events"}},
                response_class=Response, summary="A job's events")
    async def get_events(job_id: JobId) -> Response:
        """Server-sent events, each with the job: `progress` whenever it changes, then `done` or `failed`, which is the last one."""
        jobs.view(job_id)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(events(jobs, job_id), headers=headers, media_type="text/event-stream")

    return router


async def events(jobs: Jobs, job_id: str) -> AsyncIterator[bytes]:
    """What becomes of a job, as server-sent events."""
    seen, told = None, time.monotonic()
    while True:
        view = jobs.view(job_id)
        ended = view["status"] in ENDED
        if view != seen:
            yield format_sse_event(data_str=json.dumps(view), event=view["status"] if ended else "progress")
            seen, told = view, time.monotonic()
        elif time.monotonic() - told > PING_SECONDS:
            yield format_sse_event(comment="ping")
            told = time.monotonic()
        if ended or jobs.ending:
            return
        await asyncio.sleep(TICK_SECONDS)


def _size(request: Request) -> int:
    """Bytes of a body; where it does not say so, as many as it may have."""
    told = request.headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdigit() else MAX_UPLOAD_BYTES


async def _ended(jobs: Jobs, job_id: str, seconds: float) -> dict[str, Any]:
    """A job when it has ended, or as it is after so many seconds."""
    end = time.monotonic() + seconds
    while (view := jobs.view(job_id))["status"] not in ENDED and time.monotonic() < end:
        await asyncio.sleep(0.02)
    return view


def _job_reply(view: dict[str, Any]) -> Response:
    if view["status"] == "done":
        return json_reply(encode(view))
    return json_reply(encode(view), 202, {"Location": view["links"]["self"]})
