"""The readers, one a file format: a stream of bytes to records or defects. A new format is one function and one line below."""

from __future__ import annotations

import csv
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from gzip import GzipFile
from io import BufferedReader
from typing import IO, Final, cast

from rie.documents.archive import Unpacked
from rie.documents.clean import clean_text
from rie.documents.limits import MAX_FILE_BYTES, MAX_LINE_BYTES, MAX_PARSED_FILE_BYTES
from rie.documents.parser import PARSED_SUFFIXES, Parser
from rie.documents.record import FIELDS, Defect, checked_id, checked_text, document_of
from rie.types import Document
from rie.values.date import PartialDate


@dataclass(frozen=True, slots=True)
class Item:
    """What a reader yields: a document or the defect that stands in its place, its line (from 1) and its bytes' digest."""

    outcome: Document | Defect
    line: int | None
    sha256: str


Reader = Callable[[IO[bytes], str], Iterator[Item]]


def read_text(stream: IO[bytes], name: str) -> Iterator[Item]:
    """A file that is one document; its id is `name`."""
    raw = stream.read(MAX_FILE_BYTES + 1)
    yield Item(_attempt(lambda: _whole(raw, name)), None, digest(raw))


def read_jsonl(stream: IO[bytes], name: str) -> Iterator[Item]:
    """JSON lines, one document each; blank lines are skipped."""
    for number, raw in enumerate(_lines(stream), start=1):
        if isinstance(raw, Defect):
            yield Item(raw, number, digest(b""))
        elif isinstance(raw, _Long):
            yield Item(_too_long(), number, raw.sha256)
        elif raw.strip(b" \t\r\n\xef\xbb\xbf"):
            yield Item(_attempt(lambda raw=raw: document_of(_parse(raw))), number, digest(raw.rstrip(b"\r\n")))  # type: ignore[misc]


def read_jsonl_gz(stream: IO[bytes], name: str) -> Iterator[Item]:
    """JSON lines, compressed; of a damaged file what comes before the damage is kept."""
    with GzipFile(fileobj=stream) as plain, BufferedReader(Unpacked(cast(IO[bytes], plain), stream)) as lines:
        yield from read_jsonl(lines, name)


def read_parsed(parser: Parser, suffix: str, stream: IO[bytes], name: str) -> Iterator[Item]:
    """A file that a parser turns into the text of one document; its id is `name`."""
    raw = stream.read(MAX_PARSED_FILE_BYTES + 1)
    yield Item(_attempt(lambda: _parsed(parser, suffix, raw, name)), None, digest(raw))


def read_csv(stream: IO[bytes], name: str) -> Iterator[Item]:
    """A table with a header; columns by name, others are ignored. `metadata` is a cell of JSON."""
    rows = csv.reader(_decoded(stream), strict=True)
    header: list[str] | None = None
    while True:
        try:
            row = next(rows, None)
        except (csv.Error, UnicodeDecodeError, Defect) as error:
            yield Item(_csv_defect(error), rows.line_num + isinstance(error, UnicodeDecodeError), digest(b""))
            if isinstance(error, csv.Error):
                continue
            return
        if row is None:
            break
        if header is None:
            header = [cell.strip().lower() for cell in row]
            if not {"id", "text"} <= set(header):
                yield Item(_no_header(), 1, digest("\x1f".join(row).encode(errors="replace")))
                return
        elif any(cell.strip() for cell in row):
            cells = dict(zip(header, row, strict=False))
            yield Item(_attempt(lambda cells=cells: _row(cells)), rows.line_num, digest("\x1f".join(row).encode()))  # type: ignore[misc]
    if header is None:
        yield Item(_no_header(), 1, digest(b""))


READERS: Final[dict[str, Reader]] = {
    ".txt": read_text,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl_gz,
    ".csv": read_csv,
}


def reader_of(name: str, parser: Parser) -> Reader | None:
    """The reader for a file's name; the longest suffix that is known counts.

    Args:
        name: the file's name.
        parser: what parses formats that are not plain text.
    """
    lower = name.lower()
    suffix = next((suffix for suffix in PARSED_SUFFIXES if lower.endswith(suffix)), None)
    if suffix is not None:
        return partial(read_parsed, parser, suffix)
    return next((READERS[suffix] for suffix in sorted(READERS, key=len, reverse=True) if lower.endswith(suffix)), None)


def digest(raw: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _attempt(make: Callable[[], Document]) -> Document | Defect:
    try:
        return make()
    except Defect as defect:
        return defect


def _whole(raw: bytes, name: str) -> Document:
    if len(raw) > MAX_FILE_BYTES:
        raise Defect("too_large", f"the file is larger than {MAX_FILE_BYTES:,} bytes: split it into several documents", name)
    try:
        return Document(id=checked_id(name), text=checked_text(_decode(raw)))
    except Defect as defect:
        raise Defect(defect.code, defect.reason, name) from None


def _parsed(parser: Parser, suffix: str, raw: bytes, name: str) -> Document:
    if len(raw) > MAX_PARSED_FILE_BYTES:
        raise Defect("too_large", f"the file is larger than {MAX_PARSED_FILE_BYTES:,} bytes: split it into several documents", name)
    try:
        parsed = parser.parse(raw, suffix)
        published_at = PartialDate.parse(parsed.published_at) if parsed.published_at else None
        return Document(id=checked_id(name), text=checked_text(parsed.text), title=clean_text(parsed.title), published_at=published_at,
                        source=parsed.source, url=parsed.url)  # fmt: skip
    except Defect as defect:
        raise Defect(defect.code, defect.reason, name) from None


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Defect("invalid_utf8", f"byte {error.start} is not UTF-8: save the file as UTF-8") from None


def _parse(raw: bytes) -> object:
    try:
        return json.loads(_decode(raw))
    except RecursionError:
        raise Defect("not_json", "the line is nested too deeply: write one flat JSON object") from None
    except ValueError as error:
        raise Defect("not_json", f"the line is not JSON ({error}): write one object on one line") from None


@dataclass(frozen=True, slots=True)
class _Long:
    """A line that is larger than the limit; its bytes are dropped as they are read."""

    sha256: str


def _lines(stream: IO[bytes]) -> Iterator[bytes | _Long | Defect]:
    while True:
        try:
            raw = stream.readline(MAX_LINE_BYTES + 1)
            piece: bytes | _Long = _skip(stream, raw) if len(raw) > MAX_LINE_BYTES else raw
        except Defect as defect:
            yield defect
            return
        except (EOFError, OSError, zlib.error) as error:
            yield _damaged(error)
            return
        if not piece:
            return
        yield piece


def _skip(stream: IO[bytes], raw: bytes) -> _Long:
    """Reads on to the end of the line in pieces."""
    total = hashlib.sha256()
    while raw:
        total.update(raw.rstrip(b"\r\n"))
        raw = b"" if raw.endswith(b"\n") else stream.readline(MAX_LINE_BYTES)
    return _Long(total.hexdigest())


def _decoded(stream: IO[bytes]) -> Iterator[str]:
    for number, raw in enumerate(_lines(stream)):
        if isinstance(raw, Defect):
            raise raw
        if isinstance(raw, _Long):
            raise _too_long()
        yield raw.decode("utf-8-sig" if number == 0 else "utf-8").replace("\x00", " ")


def _row(cells: dict[str, str]) -> Document:
    record: dict[str, object] = {name: cells[name] for name in FIELDS if cells.get(name, "") != ""}
    if "text" in cells:
        record["text"] = cells["text"]
    if isinstance(record.get("metadata"), str):
        record["metadata"] = _cell_metadata(str(record["metadata"]), cells.get("id") or None)
    return document_of(record)


def _cell_metadata(cell: str, document_id: str | None) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        raise Defect("invalid_field", 'metadata is not JSON: write {"key": "value"} in the cell', document_id) from None


def _damaged(error: Exception) -> Defect:
    return Defect("corrupt_archive", f"the file breaks off or is damaged ({error}): compress it again; lines before are kept")


def _too_long() -> Defect:
    return Defect("too_large", f"the line is larger than {MAX_LINE_BYTES:,} bytes: split the document")


def _no_header() -> Defect:
    return Defect("missing_header", "the first row does not name the columns id and text: add a header row")


def _csv_defect(error: Exception) -> Defect:
    if isinstance(error, Defect):
        return error
    if isinstance(error, UnicodeDecodeError):
        return Defect("invalid_utf8", f"byte {error.start} of the line is not UTF-8: save the file as UTF-8; rows before are kept")
    if "field larger" in str(error):
        return Defect("too_large", f"a cell is too large ({error}): split the document")
    return Defect("invalid_field", f"the row cannot be read ({error}): quote cells that hold commas, quotes or line ends")


def lift_field_limit(lines: Iterable[str] = ()) -> None:
    """Lets cells of CSV be as large as a line may be."""
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE_BYTES))


lift_field_limit()
