"""The documents that a store holds, taken out again when they have to be read again."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rie.types import Document, Entity
from rie.values import PartialDate, fold

_MOST = 100_000_000  # rows of a query: all
_AT_A_TIME = 500


def new_names(known: Iterable[Entity], added: Iterable[Entity]) -> set[str]:
    """The folded names and aliases of entities that are not yet known as they stand."""
    before = {entity.id: entity for entity in known}
    new = [entity for entity in added if entity.id not in before or _names(before[entity.id]) != _names(entity)]
    return {name for entity in new for name in _names(entity)}


def _names(entity: Entity) -> set[str]:
    return {fold(name) for name in (entity.name, *entity.aliases)}


def naming(store: Path, names: set[str]) -> Iterator[Document]:
    """The documents of a store's newest snapshot that mention one of the folded names, ordered by id."""
    from rie.store import Reader

    if not names or not (store / "CURRENT").is_file():
        return
    with Reader(store) as reader:
        mentioned = reader.query("SELECT DISTINCT text FROM mention WHERE entity_id IS NOT NULL", max_rows=_MOST).rows
        texts = [text for (text,) in mentioned if fold(text) in names]
        statement = "SELECT DISTINCT doc_id FROM mention WHERE entity_id IS NOT NULL AND text IN (SELECT unnest($texts)) ORDER BY doc_id"
        ids = [doc_id for (doc_id,) in reader.query(statement, {"texts": texts}, max_rows=_MOST).rows]
        yield from documents(reader, ids)


def readings(reader: Any) -> dict[str, str]:
    """With which version of model and pack each document of a snapshot was read, in the order of the ids."""
    statement = "SELECT doc_id, model_version FROM rie_internal.reading ORDER BY doc_id"
    return dict(reader.query(statement, max_rows=_MOST).rows)


def documents(reader: Any, ids: Sequence[str]) -> Iterator[Document]:
    """The documents of a snapshot with these ids, ordered by id, some hundred at a time."""
    for start in range(0, len(ids), _AT_A_TIME):
        yield from _documents(reader, ids[start : start + _AT_A_TIME])


def _documents(reader: Any, ids: Sequence[str]) -> Iterator[Document]:
    statement = ("SELECT doc_id, text, title, published_at, date_precision, source, url, metadata FROM document "
                 "WHERE doc_id IN (SELECT unnest($ids)) ORDER BY doc_id")
    for doc_id, text, title, published_at, precision, source, url, metadata in reader.query(statement, {"ids": ids}, max_rows=_MOST).rows:
        parsed = json.loads(metadata) if isinstance(metadata, str) else metadata
        yield Document(doc_id, text, title or "", _partial(published_at, precision), source, url, parsed or {})


def _partial(published_at: Any, precision: str | None) -> PartialDate | None:
    if published_at is None:
        return None
    length = {"month": 7, "year": 4}.get(precision or "", 10)
    return PartialDate.parse(str(published_at)[:length])
