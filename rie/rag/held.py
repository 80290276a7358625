"""The index of each snapshot that is asked, held in memory."""

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any, Final, Protocol

from rie.rag.chunks import Source
from rie.rag.embedder import Embedder, embedder
from rie.rag.index import Index

_HELD: Final = 4  # snapshots
_PAGE: Final = 10_000  # documents that are read at a time
_SQL: Final = """
    SELECT doc_id, coalesce(title, ''), text,
        coalesce(left(published_at::VARCHAR, CASE date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END), '')
    FROM document WHERE doc_id > $after ORDER BY doc_id LIMIT $page"""

_indexes: OrderedDict[Any, Index] = OrderedDict()
_lock = Lock()


class Documents(Protocol):
    """What is needed of a reader of the store."""

    @property
    def snapshot(self) -> Any: ...

    @property
    def layout(self) -> Any: ...

    @property
    def query(self) -> Any: ...


def index_of(reader: Documents, name: str) -> Index:
    """The index of the reader's snapshot, built when it is asked for the first time.

    Args:
        reader: an open snapshot of a store.
        name: of the embedder.

    Raises:
        UsageError: the embedder is not installed.
    """
    key = _identity(reader.layout.snapshot(reader.snapshot)), name
    with _lock:
        if key not in _indexes:
            _indexes[key] = _built(reader, embedder(name))
        _indexes.move_to_end(key)
        while len(_indexes) > _HELD:
            _indexes.popitem(last=False)
        return _indexes[key]


def sources(reader: Documents) -> Iterator[Source]:
    """All documents of a snapshot, in order of their ids."""
    after, more = "", True
    while more:
        rows = reader.query(_SQL, {"after": after, "page": _PAGE}, max_rows=_PAGE).rows
        for row in rows:
            yield Source(*row)
        more = len(rows) == _PAGE
        after = rows[-1][0] if rows else after


def _built(reader: Documents, made: Embedder) -> Index:
    return Index.build(sources(reader), made, kept=reader.layout.root / "rag")


def _identity(file: Path) -> tuple[str, int, int]:
    held = file.stat()
    return str(file.resolve()), held.st_ino, held.st_mtime_ns
