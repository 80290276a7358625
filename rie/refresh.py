"""`rie refresh`: bring a store up to date with its pack and model. What no change touches stays as it is."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rie.held import documents, readings
from rie.ingest import engine_of, knowing, reading_version
from rie.opened import pack_of_store
from rie.pack import Pack
from rie.pack.diff import diff, effect
from rie.pack.effects import Effect, described
from rie.settings import setting
from rie.store import Reader, Writer
from rie.types import Extraction, Rejected

Progress = Callable[[int], None]
UNREAD: Final = "unread"  # instead of a model's version: the next refresh tries again


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did. `rebuilt` says that the tables were made anew; `failed` are documents that could not be read again."""

    snapshot: int | None
    published: bool
    rebuilt: bool
    read: int
    unchanged: int
    failed: tuple[str, ...]
    facts: dict[str, int]
    seconds: float

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        counts = {"read": self.read, "unchanged": self.unchanged, "failed": len(self.failed)}
        return {"snapshot": self.snapshot, "published": self.published, "rebuilt": self.rebuilt, "documents": counts,
                "failed": list(self.failed), "facts": self.facts, "seconds": round(self.seconds, 2)}


def refresh(store: str | Path, pack: str | None = None, *, workers: int | None = None, progress: Progress | None = None) -> Refreshed:
    """Read again what was read with another model or pack, resolve the facts, and publish a snapshot if anything has changed.

    Documents that were read with the present model and pack stay as they are. Where the pack has other tables, they are made anew
    and every document is read again; entities of `--knowledge`, decisions about entities and ids of facts are kept. A document that
    cannot be read again keeps what was read before, in new tables its text alone; it is listed, and kept in `rejected_document`.

    Args:
        store: the store's folder.
        pack: name or folder of the pack; the store's own when it is None.
        workers: processes, as for `rie.ingest`.
        progress: called with the number of documents dealt with so far.

    Raises:
        StoreError: no such store, it belongs to another pack, or it is being written by someone else.
        PackError: the pack cannot be read or has no model.
    """
    started = time.monotonic()
    with Reader(Path(store)) as reader:
        loaded = pack_of_store(reader.pack_name, pack)
    version = reading_version(loaded)
    with Writer(Path(store), loaded, rebuild=True) as writer, Reader(Path(store)) as reader:
        rebuilt, held = writer.rebuilds, readings(reader)
        stale = [doc_id for doc_id, with_ in held.items() if rebuilt or not is_current(with_, version)]
        failed = _read_again(reader, writer, stale, loaded, workers=workers, progress=progress) if stale else []
        if _resolves(reader.kept_pack(), loaded):
            writer.touch()
        done = writer.publish()
    return Refreshed(done.snapshot, done.published, rebuilt, len(stale) - len(failed), len(held) - len(stale), tuple(failed), done.facts,
                     time.monotonic() - started)


def is_current(with_: str, version: str) -> bool:
    """Whether a document was read with a version of model and pack, whatever custom entities there were then."""
    return with_ == version or with_.startswith(f"{version}+")


def _read_again(reader: Reader, writer: Writer, stale: Sequence[str], pack: Pack, *, workers: int | None,
                progress: Progress | None) -> list[str]:
    """Read documents and add what they say; the ids of those that could not be read."""
    custom, rejected, rebuilt = writer.custom_entities(), list[Rejected](), writer.rebuilds
    outcomes = engine_of("local")(documents(reader, stale), str(pack.folder), custom, setting("workers", workers))
    writer.add(_read(outcomes, rejected, progress), knowing(reading_version(pack), custom))
    failed = sorted(str(item.id) for item in rejected)
    if failed and rebuilt:
        writer.add(map(Extraction, documents(reader, failed)), UNREAD)
    writer.reject(rejected)
    return failed


def _read(outcomes: Iterable[Extraction | Rejected], rejected: list[Rejected], progress: Progress | None) -> Iterator[Extraction]:
    for number, outcome in enumerate(outcomes, 1):
        if progress:
            progress(number)
        if isinstance(outcome, Rejected):
            rejected.append(outcome)
        else:
            yield outcome


def _resolves(kept: dict[str, Any] | None, pack: Pack) -> bool:
    """Whether the facts are to be made anew; always where the snapshot does not say what its pack was."""
    return kept is None or effect(diff(kept, described(pack))) >= Effect.RESOLVE
