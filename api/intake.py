"""Documents of a request as files that `rie.ingest` reads."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from threading import Lock
from typing import IO, Any, Final

from fastapi import HTTPException, Request
from starlette.datastructures import UploadFile

from .capacity import Capacity

MAX_JSON_BYTES: Final = 8_000_000
MAX_DOCUMENTS: Final = 20_000
MAX_FILES: Final = 1_000
MAX_NAME_BYTES: Final = 200
_NAME: Final = "documents.jsonl"
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_PARSING: Final = Lock()
"""One JSON body is parsed at a time: its objects take up many times its size."""


async def received(request: Request, folder: Path, capacity: Capacity) -> list[str]:
    """Write the documents of a request into a folder.

    Args:
        request: with JSON, JSON lines, or files as `multipart/form-data`.
        folder: empty.
        capacity: where JSON is parsed and files are written.

    Returns:
        The paths to ingest: a file of JSON lines, or one folder for each uploaded file, so that their names can be alike.

    Raises:
        HTTPException: another content type (415), too much (413), or not what it says (422).
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = await _whole(request.stream())
        return [await capacity.run(_parsed, body, folder / _NAME)]
    if kind in {"application/x-ndjson", "application/jsonl"}:
        return [await _lines(request.stream(), folder / _NAME, capacity)]
    if kind == "multipart/form-data":
        return await _files(request, folder, capacity)
    raise HTTPException(415, "Send documents as application/json, application/x-ndjson, or files as multipart/form-data.")


async def _whole(stream: AsyncIterator[bytes]) -> bytearray:
    body = bytearray()
    async for piece in stream:
        body += piece
        if len(body) > MAX_JSON_BYTES:
            raise HTTPException(413, f"JSON holds at most {MAX_JSON_BYTES:,} bytes; send more as application/x-ndjson or as files.")
    return body


def _parsed(body: bytearray, file: Path) -> str:
    with _PARSING, file.open("wb") as out:
        for document in _documents(_json(body)):
            out.write(_line(document))
    return str(file)


def _json(body: bytearray) -> Any:
    try:
        return json.loads(body, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise HTTPException(422, f"The body is not JSON ({str(error)[:120]}).") from None


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def _documents(body: Any) -> list[Any]:
    """One document, a list of them, or an object that holds the list."""
    if isinstance(body, dict) and "documents" in body:
        body = body["documents"]
        if not isinstance(body, list):
            raise HTTPException(422, "documents is no list; send {\"documents\": [{\"id\": ..., \"text\": ...}]}.")
    documents = [body] if isinstance(body, dict) else body
    if not isinstance(documents, list) or not documents:
        raise HTTPException(422, 'There are no documents; send {"id": ..., "text": ...}, or a list of such objects.')
    if len(documents) > MAX_DOCUMENTS:
        raise HTTPException(422, _too_many())
    return documents


def _line(document: Any) -> bytes:
    try:
        return json.dumps(document, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half a character: the reader says so of this document
        return json.dumps(document).encode() + b"\n"
    except RecursionError:
        raise HTTPException(422, "A document is nested too deeply; its metadata is one flat object.") from None


async def _lines(stream: AsyncIterator[bytes], file: Path, capacity: Capacity) -> str:
    lines = 0
    with file.open("wb") as out:
        async for piece in stream:
            lines += piece.count(b"\n")
            if lines > MAX_DOCUMENTS:
                raise HTTPException(422, _too_many())
            await capacity.run(out.write, piece)
    if not file.stat().st_size:
        raise HTTPException(422, "The body is empty; send a document a line.")
    return str(file)


async def _files(request: Request, folder: Path, capacity: Capacity) -> list[str]:
    async with request.form(max_files=MAX_FILES, max_fields=MAX_FILES) as form:
        uploads = [item for _, item in form.multi_items() if isinstance(item, UploadFile)]
        if not uploads:
            raise HTTPException(422, "There are no files; send them as fields of multipart/form-data, each with its file name.")
        names = [_checked(upload.filename or "") for upload in uploads]
        return [await capacity.run(_kept, upload.file, folder / str(number), name)
                for number, (upload, name) in enumerate(zip(uploads, names, strict=True))]


def _checked(name: str) -> Path:
    """A file's name as a path below the folder that it is kept in."""
    parts = name.replace("\\", "/").split("/")
    if _UNFIT.search(name) or any(part.startswith(".") or not part or len(part.encode()) > MAX_NAME_BYTES for part in parts):
        shown = _UNFIT.sub("?", name)[:60]
        raise HTTPException(422, f"{shown!r} cannot be the name of a file here: use letters and digits, and no dot at its beginning.")
    if len(name.encode()) > 2 * MAX_NAME_BYTES:
        raise HTTPException(422, f"A file's name has at most {2 * MAX_NAME_BYTES} bytes.")
    return Path(*parts)


def _kept(stream: IO[bytes], folder: Path, name: Path) -> str:
    file = folder / name
    file.parent.mkdir(parents=True)
    lines = 0
    with file.open("wb") as out:
        for piece in _pieces(stream):
            lines += piece.count(b"\n") if name.suffix.lower() in {".jsonl", ".csv"} else 0
            if lines > MAX_DOCUMENTS:
                raise HTTPException(422, _too_many())
            out.write(piece)
    return str(folder)


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(1 << 20):
        yield piece


def _too_many() -> str:
    return f"A request holds at most {MAX_DOCUMENTS:,} documents; send more in several requests."
