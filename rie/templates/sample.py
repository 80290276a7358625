"""The store that templates are checked on: the sample corpus as its gold reports state it, so that no model changes its rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rie.demo import corpus_folder
from rie.errors import UsageError
from rie.evaluation.gold_store import MODEL, gold_extractions, read_seats
from rie.pack import Pack
from rie.store import Writer

PACK: Final = "business"  # whose sample corpus ships with RIE


@contextmanager
def sample_store(pack: Pack, store: Path | None) -> Iterator[tuple[Path, bool]]:
    """A store's folder, and whether it is the sample corpus; without a store it is built in a folder that is removed again.

    Raises:
        UsageError: no store is given and the pack is not that of the sample corpus.
    """
    if store is not None:
        yield store, False
        return
    if pack.name != PACK:
        raise UsageError(f"the pack {pack.name!r} has no sample corpus; give a store of it with --store DIR")
    with tempfile.TemporaryDirectory() as folder:
        corpus = corpus_folder()
        with Writer(Path(folder, "store"), pack) as writer:
            seats = read_seats(corpus / "facts.jsonl")
            writer.add(gold_extractions(corpus / "documents.jsonl", corpus / "gold.jsonl", pack, seats), MODEL)
            writer.publish()
        yield Path(folder, "store"), True
