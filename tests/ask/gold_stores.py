"""Stores of gold reports, so that the question layer is asked alone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rie.evaluation.gold_store import gold_extractions, read_seats
from rie.pack import Pack
from rie.store import Reader, Writer

CORPUS = Path(__file__).parents[2] / "sample_corpus"


@contextmanager
def gold_store(folder: Path, pack: Pack, seats: Path | None = None) -> Iterator[Reader]:
    """A store of the `documents.jsonl` and `gold.jsonl` of a folder, with the seats that a file of facts tells."""
    with Writer(folder / "store", pack) as writer:
        told = gold_extractions(folder / "documents.jsonl", folder / "gold.jsonl", pack, read_seats(seats) if seats else {})
        writer.add(told, "gold")
        writer.publish()
    with Reader(folder / "store") as opened:
        yield opened


@contextmanager
def sample_store(folder: Path, pack: Pack, parts: Sequence[str] = ("",)) -> Iterator[Reader]:
    """A store of the sample corpus, of its first part or of both."""
    for name in ("documents", "gold"):
        texts = [(CORPUS / f"{name}{part}.jsonl").read_text(encoding="utf-8") for part in parts]
        (folder / f"{name}.jsonl").write_text("".join(texts), encoding="utf-8")
    with gold_store(folder, pack, CORPUS / "facts.jsonl") as opened:
        yield opened
