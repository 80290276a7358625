"""Change a store: add, update and remove documents, then publish a new snapshot.

    with Writer(store, pack) as writer:
        known = writer.known_hashes(model_version)
        writer.add(extractions, model_version)
        summary = writer.publish()
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rie.pack import Pack
from rie.types import Entity, Extraction, Rejected


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `snapshot` is the newest snapshot's number, None while the store has none."""

    snapshot: int | None
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    rejected: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    published: bool = False


class Writer:
    """The one writer of a store at a time. Nothing is seen by readers before `publish`.

    Args:
        store: the store's folder; it is made when it does not exist.
        pack: the pack whose facts the store holds.

    Raises:
        StoreError: another writer is at work, the store is damaged or belongs to another pack.
    """

    def __init__(self, store: Path, pack: Pack) -> None: ...

    def __enter__(self) -> "Writer": ...

    def __exit__(self, *_: object) -> None:
        """Leave the store; what has not been published is dropped."""

    def known_hashes(self, model_version: str | None = None) -> dict[str, str]:
        """SHA-256 (see `document_hash`) of each document in the store by id.

        Args:
            model_version: leaves out documents that another model has read, so that they are read again.
        """

    def custom_entities(self) -> list[Entity]:
        """The entities that `add_knowledge` has added in this and in earlier runs, in order of their ids."""

    def add_knowledge(self, entities: Iterable[Entity], source: str) -> None:
        """Add custom entities; `source` (a file name) is recorded. An id that comes again replaces the older entry."""

    def add(self, extractions: Iterable[Extraction], model_version: str) -> None:
        """Add documents with all that was read from them; of documents known before, all rows are replaced.

        A document whose hash and model version are those in the store is counted as unchanged and left as it is.

        Raises:
            UsageError: a document's id comes twice within this run.
        """

    def reject(self, rejected: Iterable[Rejected]) -> None:
        """Record input that did not become a document."""

    def remove(self, doc_ids: Sequence[str]) -> list[str]:
        """Remove documents with everything that was read from them.

        Returns:
            Those of the ids that were in the store, in the given order.
        """

    def publish(self) -> Summary:
        """Resolve reports into facts and publish a new snapshot; none when nothing has changed.

        Raises:
            StoreError: the new snapshot cannot be written.
        """
