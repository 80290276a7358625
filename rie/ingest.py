"""Documents into a store: read, skip what is unchanged, extract, load, publish (`rie ingest`, `rie remove`)."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import IO, Any

from rie.errors import PackError, UsageError
from rie.pack import Pack, load_pack
from rie.pack.effects import reading_digest
from rie.pack.knowledge import read_entities
from rie.settings import setting
from rie.types import Document, Entity, Extraction, Rejected

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Summary:
    """What an ingest did. `rejected` lists every input that did not become a document, with its reason."""

    snapshot: int | None
    new: int
    updated: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    facts: dict[str, int]
    words: int
    seconds: float

    def as_dict(self) -> dict[str, Any]:
        """The JSON object of the contract, section 2."""
        counts = {"new": self.new, "updated": self.updated, "unchanged": self.unchanged, "rejected": len(self.rejected)}
        rejected = [{"id": r.id, "source": r.source, "line": r.line, "code": r.code, "reason": r.reason} for r in self.rejected]
        return {"snapshot": self.snapshot, "documents": counts, "rejected": rejected, "facts": self.facts, "words": self.words,
                "seconds": round(self.seconds, 2)}


def ingest(paths: Sequence[str | Path] | str | Path, store: str | Path, pack: str | None = None, *, knowledge: str | Path | None = None,
           workers: int | None = None, engine: str = "local", progress: Progress | None = None, stdin: IO[bytes] | None = None) -> Summary:
    """Read documents into a store and publish a snapshot.

    Args:
        paths: files and folders (contract, section 2), or "-" for JSON lines from `stdin`.
        store: the store's folder; it is made when it does not exist.
        pack: name or folder of the pack; `business` unless set otherwise.
        knowledge: a table of entities that is added to the store's; mentions that match it carry its ids from now on.
        workers: processes; 0 for one a core when there is enough to read, 1 for none besides this one.
        engine: where the pipeline runs; `local` is what there is.
        progress: called with the number of documents dealt with so far.

    Returns:
        The summary. Input that cannot be read is listed in it and kept in `rejected_document`; it never ends the run.

    Raises:
        UsageError: a knowledge table that cannot be read, an unknown engine.
        PackError: no such pack, or one without a model.
        StoreError: the store is damaged, belongs to another pack or is being written by someone else.
    """
    from rie.documents import read
    from rie.held import naming, new_names
    from rie.store import Writer

    started = time.monotonic()
    loaded = load_pack(setting("pack", pack))
    base = reading_version(loaded)
    extract = engine_of(engine)
    added = read_entities(Path(knowledge), "custom") if knowledge else []
    with Writer(Path(store), loaded) as writer:
        names = new_names(writer.custom_entities(), added)
        writer.add_knowledge(added, Path(knowledge or "").name)
        custom = writer.custom_entities()
        version = knowing(base, custom)
        run = _Run(writer.known_hashes(version), progress)
        given = run.changed(read([paths] if isinstance(paths, str | Path) else paths, stdin))
        touched = (document for document in naming(Path(store), names) if document.id not in run.seen)
        writer.add(run.read(extract(chain(given, touched), str(loaded.folder), custom, setting("workers", workers))), version)
        writer.reject(run.rejected)
        done = writer.publish()
    return Summary(done.snapshot, done.new, done.updated, run.unchanged + done.unchanged, tuple(run.rejected), dict(done.facts),
                   run.words, time.monotonic() - started)


def remove(ids: Sequence[str], store: str | Path, pack: str | None = None) -> list[str]:
    """Remove documents with everything that was read from them, and publish a snapshot.

    Returns:
        Those of the ids that were in the store.

    Raises:
        StoreError: no such store, or it is being written by someone else.
    """
    from rie.opened import pack_of_store
    from rie.store import Reader, Writer

    with Reader(Path(store)) as reader:
        loaded = pack_of_store(reader.pack_name, pack)
    with Writer(Path(store), loaded) as writer:
        removed = writer.remove(ids)
        writer.publish()
    return removed


class _Run:
    """Goes along with the documents of one run: lets the unchanged ones go, keeps what is rejected, counts."""

    def __init__(self, known: Mapping[str, str], progress: Progress | None) -> None:
        self.known, self.progress = known, progress
        self.rejected: list[Rejected] = []
        self.seen: set[str] = set()
        self.unchanged = self.words = self.done = 0

    def changed(self, items: Iterable[Document | Rejected]) -> Iterator[Document]:
        """The documents that have to be read."""
        from rie.store.rows import document_hash

        for item in items:
            if isinstance(item, Rejected):
                self._reject(item)
                continue
            self.seen.add(item.id)
            if self.known.get(item.id) == document_hash(item):
                self.unchanged += 1
                self._step()
            else:
                yield item

    def read(self, outcomes: Iterable[Extraction | Rejected]) -> Iterator[Extraction]:
        """What was read; the rest is rejected."""
        for outcome in outcomes:
            if isinstance(outcome, Rejected):
                self._reject(outcome)
                continue
            self.words += outcome.words
            self._step()
            yield outcome

    def _reject(self, item: Rejected) -> None:
        self.rejected.append(item)
        self._step()

    def _step(self) -> None:
        self.done += 1
        if self.progress:
            self.progress(self.done)


def model_version(pack: Pack) -> str:
    """Name and version of a pack's model, without loading it.

    Raises:
        PackError: the pack has no model.
    """
    file = pack.folder / "model" / "meta.json"
    if not file.is_file():
        raise PackError(f"the pack {pack.name!r} has no model in {file.parent}: train it with `rie train {pack.name}`")
    meta = json.loads(file.read_text(encoding="utf-8"))
    return f"{meta['name']}-{meta['version']}"


def reading_version(pack: Pack) -> str:
    """The model's version with a digest of what of the pack reading depends on: documents are read again when either changes.

    Raises:
        PackError: the pack has no model.
    """
    return f"{model_version(pack)}+{reading_digest(pack)}"


def knowing(version: str, custom: Sequence[Entity]) -> str:
    """A reading version with a digest of the custom entities, where there are some."""
    return f"{version}+{blake2b(repr(custom).encode(), digest_size=4).hexdigest()}" if custom else version


def engine_of(name: str) -> Callable[[Iterable[Document], str, Sequence[Entity], int], Iterator[Extraction | Rejected]]:
    """What reads documents with the pipeline, by name.

    Raises:
        UsageError: there is no such engine.
    """
    from rie.workers import extractions

    engines = {"local": extractions}
    if name not in engines:
        raise UsageError(f"no engine {name!r}: engines are {', '.join(engines)}")
    return engines[name]
