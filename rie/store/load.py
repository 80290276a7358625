"""Change a store: add, update and remove documents, then publish a new snapshot.

    with Writer(store, pack) as writer:
        known = writer.known_hashes(model_version)
        writer.add(extractions, model_version)
        summary = writer.publish()

All changes of a run are one transaction in a copy of the newest snapshot, which readers see when it is published.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from rie.errors import StoreError, UsageError
from rie.pack import Pack
from rie.store import publish
from rie.store.connect import open_reader, open_writer
from rie.store.ddl import INTERNAL, catalog, ddl, indexes, internal_ddl, table_defs
from rie.store.format import FORMAT, check_format
from rie.store.layout import Layout
from rie.store.migrate import carry_over, complete, describe, differing_tables, has_table
from rie.store.resolve import resolve
from rie.store.resolve.decisions import Decision
from rie.store.resolve.write import remember
from rie.store.rows import Batch, document_hash, entity_row, insert, rejected_rows
from rie.store.summary import Summary
from rie.types import Entity, Extraction, Rejected

BATCH_ROWS = 50_000


class Writer:
    """The one writer of a store at a time. Nothing is seen by readers before `publish`.

    Args:
        store: the store's folder; it is made when it does not exist.
        pack: the pack whose facts the store holds.
        rebuild: where the store has other tables than the pack, begin with empty ones; every document has to be added again.

    Raises:
        StoreError: another writer is at work, the store is damaged, belongs to another pack or has other tables.
    """

    def __init__(self, store: Path, pack: Pack, *, rebuild: bool = False) -> None:
        self.layout, self.pack, self.defs, self._rebuild = Layout(Path(store)), pack, table_defs(pack), False
        self._lock = publish.Lock(self.layout)
        try:
            self._newest = publish.newest(self.layout)
            self._reader = open_reader(self.layout.snapshot(self._newest)) if self._newest is not None else None
            self._check_pack(rebuild)
            if self._newest is not None:
                publish.recover(self.layout, self._newest)
            self._start()
        except BaseException:
            self._lock.release()
            raise

    def _start(self) -> None:
        self._now = datetime.now(UTC).replace(tzinfo=None)
        self._staged: Path | None = None
        self._transaction: duckdb.DuckDBPyConnection | None = None
        self._batch, self._replaced = Batch(self.pack), list[str]()
        self._known: dict[str, tuple[str, str]] | None = None
        self._seen, self._entities = set[str](), dict[str, Entity]()
        self._count = {"new": 0, "updated": 0, "unchanged": 0, "removed": 0, "rejected": 0}

    @property
    def rebuilds(self) -> bool:
        """Whether this run begins with empty tables."""
        return self._rebuild

    def _check_pack(self, rebuild: bool) -> None:
        if self._reader is None:
            return
        format_, name, _ = _store_row(self._reader, self.layout.snapshot(self._newest or 0))
        if name != self.pack.name:
            raise StoreError(
                f"{self.layout.root}: holds facts of the pack {name!r}, not {self.pack.name!r}; use --pack {name} or another store"
            )
        check_format(self.layout.root, format_)
        other = differing_tables(self._reader, self.pack)
        self._rebuild = rebuild and bool(other)
        if other and not rebuild:
            raise StoreError(f"{self.layout.root}: the pack {name!r} has changed its tables {', '.join(other)} since; "
                             f"rebuild them with `rie refresh --store {self.layout.root}`")  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave the store; what has not been published is dropped."""
        self.close()

    def close(self) -> None:
        """Drop what has not been published and let the next writer in."""
        for connection in (self._transaction, self._reader):
            if connection is not None:
                connection.close()
        self._transaction = self._reader = None
        publish.discard(self.layout)
        self._lock.release()

    def known_hashes(self, model_version: str | None = None) -> dict[str, str]:
        """SHA-256 (see `document_hash`) of each document that the store held when this run began, by id.

        Args:
            model_version: leaves out documents that another model has read, so that they are read again.
        """
        return {doc: sha for doc, (sha, model) in self._documents().items() if model_version in (None, model)}

    def custom_entities(self) -> list[Entity]:
        """The entities that `add_knowledge` has added in this and in earlier runs, in order of their ids."""
        if self._connection is None:
            return []
        rows = self._connection.execute(
            f"SELECT entity_id, name, kind, origin, aliases, attributes FROM {INTERNAL}.entity WHERE origin = 'custom' ORDER BY entity_id"
        ).fetchall()
        return [
            Entity(i, name, kind, origin, tuple(aliases), json.loads(attributes)) for i, name, kind, origin, aliases, attributes in rows
        ]

    def add_knowledge(self, entities: Iterable[Entity], source: str) -> None:
        """Add custom entities; `source` (a file name) is recorded. An id that comes again replaces the older entry."""
        known = {entity.id: entity for entity in self.custom_entities()}
        changed = [entity for entity in entities if known.get(entity.id) != entity]
        if changed:
            self._put_entities(changed, source)

    def add(self, extractions: Iterable[Extraction], model_version: str) -> None:
        """Add documents with all that was read from them; of documents known before, all rows are replaced.

        A document whose hash and model version are those in the store is counted as unchanged and left as it is.

        Raises:
            UsageError: a document's id comes twice within this run.
        """
        for extraction in extractions:
            self._add(extraction, model_version)
            if self._batch.size >= BATCH_ROWS:
                self._flush()
        self._flush()

    def _add(self, extraction: Extraction, model_version: str) -> None:
        document, sha256 = extraction.document, document_hash(extraction.document)
        if document.id in self._seen:
            raise UsageError(f"document id {document.id!r} comes twice in one run; give every document an id of its own")
        self._seen.add(document.id)
        known = self._documents().get(document.id)
        if known == (sha256, model_version):
            self._count["unchanged"] += 1
            return
        self._count["updated" if known else "new"] += 1
        self._replaced.append(document.id)
        self._entities |= {entity.id: entity for entity in extraction.entities}
        self._batch.extraction(extraction, sha256, model_version, self._now)

    def reject(self, rejected: Iterable[Rejected]) -> None:
        """Record input that did not become a document; what is recorded already is not recorded again."""
        rows = {row[:4] + row[5:6]: row for row in rejected_rows(rejected, self._now)}
        self._count["rejected"] += len(rows)
        known = set(self._rows("SELECT doc_id, source, line, code, sha256 FROM rejected_document"))
        new = [row for key, row in rows.items() if key not in known]
        if new:
            insert(self._writing(), self.defs["rejected_document"], new)

    def remove(self, doc_ids: Sequence[str]) -> list[str]:
        """Remove documents with everything that was read from them.

        Returns:
            Those of the ids that were in the store, in the given order.
        """
        self._flush()
        wanted = list(dict.fromkeys(doc_ids))
        here = {row[0] for row in self._rows("SELECT doc_id FROM document WHERE doc_id IN (SELECT unnest($ids))", {"ids": wanted})}
        found = [doc_id for doc_id in wanted if doc_id in here]
        if found:
            self._delete(found)
            self._count["removed"] += len(found)
        return found

    def decide(self, decision: Decision) -> int:
        """Record a decision about entities, which holds from `publish` on, and return its number."""
        number = 1 + len(self._decisions())
        told = decision.kind, decision.entity_id, decision.other_id, decision.name
        row = (number, self._now, *told, None, list(decision.documents) or None)
        insert(self._writing(), self.defs["entity_decision"], [row])
        return number

    def undo(self, number: int) -> bool:
        """Take a decision back; says whether there was one that still held."""
        found = any(decision == number and undone is None for decision, undone in self._decisions())
        if found:
            sql = "UPDATE entity_decision SET undone_at = $now WHERE decision_id = $number"
            self._writing().execute(sql, {"now": self._now, "number": number})
        return found

    def add_entity(self, entity: Entity) -> None:
        """Make an entity known that a decision names and no document does, unless it is known."""
        if not self._rows(f"SELECT 1 FROM {INTERNAL}.entity WHERE entity_id = $id", {"id": entity.id}):
            self._put_entities([entity], None)

    def forget_reading(self, doc_ids: Sequence[str], version: str) -> None:
        """Let documents count as read with `version`, so that `rie refresh` reads them again."""
        sql = f"UPDATE {INTERNAL}.reading SET model_version = $version WHERE doc_id IN (SELECT unnest($ids))"
        self._writing().execute(sql, {"version": version, "ids": list(doc_ids)})

    def _decisions(self) -> list[tuple[Any, ...]]:
        return self._rows("SELECT decision_id, undone_at FROM entity_decision") if has_table(self._connection, "entity_decision") else []

    def touch(self) -> None:
        """Have `publish` make the facts anew even though no document has changed."""
        self._writing()

    def publish(self) -> Summary:
        """Resolve reports into facts and publish a new snapshot; none when nothing has changed.

        The writer stands at its beginning again afterwards: further changes make a further snapshot.

        Raises:
            StoreError: the new snapshot cannot be written.
        """
        self._flush()
        if self._transaction is None or self._staged is None:
            return self._summary(self._connection, published=False)
        number = (self._newest or 0) + 1
        summary = self._commit(self._transaction, number)
        publish.publish(self.layout, self._staged, number)
        self._newest = number
        if self._reader is not None:
            self._reader.close()
        self._reader = open_reader(self.layout.snapshot(number))
        self._start()
        return summary

    def _commit(self, connection: duckdb.DuckDBPyConnection, number: int) -> Summary:
        try:
            resolve(connection, self.pack)
            count = self._count
            row = (number, self._now, *count.values(), self.pack.version)
            insert(connection, self.defs["batch"], [row])
            connection.execute(f"UPDATE {INTERNAL}.store SET pack_version = ?", [self.pack.version])
            describe(connection, self.pack)
            connection.execute("COMMIT")
            summary = self._summary(connection, published=True, number=number)
            for sql in indexes(self.pack).values():
                connection.execute(sql)
            connection.execute("CHECKPOINT")
        except duckdb.Error as error:
            raise publish.unwritten(self.layout, str(error).splitlines()[0][:200]) from None
        connection.close()
        self._transaction = None
        return summary

    def _summary(self, connection: duckdb.DuckDBPyConnection | None, published: bool, number: int | None = None) -> Summary:
        tables = [name for name, table in self.pack.tables.items() if table.kind == "fact"]
        facts = {table: _count_rows(connection, table) for table in tables}
        return Summary(number or self._newest, **self._count, facts={t: n for t, n in facts.items() if n}, published=published)

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection | None:
        return self._transaction or self._reader

    def _rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, parameters or {}).fetchall() if self._connection else []

    def _documents(self) -> dict[str, tuple[str, str]]:
        """Hash and model of the documents that the store held when this run began."""
        if self._known is None:
            sql = f"SELECT doc_id, sha256, model_version FROM document JOIN {INTERNAL}.reading USING (doc_id)"
            self._known = {doc: (sha, model) for doc, sha, model in self._rows(sql)}
        return self._known

    def _writing(self) -> duckdb.DuckDBPyConnection:
        """The connection of this run's transaction, begun when the first change needs it."""
        if self._transaction is None:
            self._documents()
            anew = self._rebuild or self._newest is None
            self._staged = publish.stage(self.layout, None if anew else self._newest)
            self._transaction = open_writer(self._staged)
            for name in indexes(self.pack):
                self._transaction.execute(f'DROP INDEX IF EXISTS "{name}"')
            self._transaction.execute("BEGIN")
            self._prepare(self._transaction, anew)
        return self._transaction

    def _prepare(self, connection: duckdb.DuckDBPyConnection, anew: bool) -> None:
        if not anew:
            complete(connection, self.pack)
            return
        self._create(connection)
        if self._reader is not None:
            self._known = dict.fromkeys(self._documents(), ("", ""))  # none of them is unchanged
            carry_over(self._reader, connection, self.pack)
        self._rebuild = False

    def _create(self, connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(ddl(self.pack) + internal_ddl(self.pack))
        connection.execute(f"INSERT INTO {INTERNAL}.store VALUES (?, ?, ?)", [FORMAT, self.pack.name, self.pack.version])
        insert(connection, self.defs["catalog"], catalog(self.pack))

    def _flush(self) -> None:
        if not self._replaced:
            return
        connection = self._writing()
        known = self._documents()
        self._delete([doc_id for doc_id in self._replaced if doc_id in known])
        self._settle_rejected(connection)
        self._batch.load(connection)
        self._put_entities(self._new_entities(connection), None)
        self._replaced = []

    def _settle_rejected(self, connection: duckdb.DuckDBPyConnection) -> None:
        """What was rejected in an earlier run and is a document now is no longer in quarantine."""
        ids = {"ids": self._replaced, "now": self._now}
        connection.execute('DELETE FROM rejected_document WHERE "at" < $now AND doc_id IN (SELECT unnest($ids))', ids)

    def _delete(self, doc_ids: list[str]) -> None:
        if not doc_ids:
            return
        connection, ids = self._writing(), {"ids": doc_ids}
        remember(connection, self.pack, doc_ids)
        for name, table in self.pack.tables.items():
            if table.kind == "child":
                of_documents = f'SELECT report_id FROM "{table.parent}_report" WHERE doc_id IN (SELECT unnest($ids))'
                connection.execute(f'DELETE FROM "{name}_report" WHERE report_id IN ({of_documents})', ids)
        for definition in self.defs.values():
            if "doc_id" in definition.names and definition.name != "rejected_document":
                connection.execute(f"DELETE FROM {definition.qualified} WHERE doc_id IN (SELECT unnest($ids))", ids)

    def _new_entities(self, connection: duckdb.DuckDBPyConnection) -> list[Entity]:
        """Entities of this batch that the store has not or knows less about."""
        rows = connection.execute(f"SELECT entity_id, origin FROM {INTERNAL}.entity WHERE origin <> 'text'").fetchall()
        tabled = dict(rows)
        new = [entity for entity in self._entities.values() if tabled.get(entity.id) != "custom" or entity.origin == "custom"]
        self._entities = {}
        return [entity for entity in new if entity.origin != "text" or entity.id not in tabled]

    def _put_entities(self, entities: list[Entity], source: str | None) -> None:
        if not entities:
            return
        connection, table = self._writing(), self.defs["entity"]
        connection.execute(f"DELETE FROM {table.qualified} WHERE entity_id IN (SELECT unnest($ids))", {"ids": [e.id for e in entities]})
        insert(connection, table, [entity_row(entity, source) for entity in entities])


def _store_row(connection: duckdb.DuckDBPyConnection, file: Path) -> tuple[int, str, int]:
    try:
        row = connection.execute(f"SELECT format, pack, pack_version FROM {INTERNAL}.store").fetchone()
    except duckdb.Error:
        row = None
    if row is None:
        raise StoreError(f"{file}: is not a snapshot of RIE, or not a whole one; restore it from a backup, remove it to go on from the one "
                         "before it, or ingest the documents into a new store")  # fmt: skip
    return row[0], row[1], row[2]


def _count_rows(connection: duckdb.DuckDBPyConnection | None, table: str) -> int:
    row = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() if connection else None
    return int(row[0]) if row else 0
