"""Documents that once were read in more ways than one, and all that RIE tells of them: `python -m tests.reproducible.everything DIR`."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import rie
from rie.documents import read
from rie.types import Document, Extraction
from rie.workers import extractions

FRESH = Path(__file__).parents[1] / "fixtures" / "fresh"
CHOSEN = {"fb": (21, 33), "fc": (3,), "h": (10,), "k": (45,), "m": (28,), "p": (12,), "v": (9,), "w": (9, 24), "zd": (12, 23)}
QUESTIONS = (
    "Who bought what?",
    "How many rounds were there by type?",
    "List all acquisitions",
    "Who left which post?",
    "Which companies reported revenue?",
    "How much was raised?",
    "Who invested in Harbourlight?",
    "What was the lowest revenue?",
)


def documents() -> list[Document]:
    """The chosen ones."""
    wanted = {f"{author}-{number:03}" for author, numbers in CHOSEN.items() for number in numbers}
    found = (item for author in CHOSEN for item in read([FRESH / f"{author}_documents.jsonl"]))
    return [item for item in found if isinstance(item, Document) and item.id in wanted]


def extracted(given: Iterable[Document], workers: int = 1) -> list[Extraction]:
    """What the pipeline reads, in the order of ids."""
    found = [item for item in extractions(given, "business", (), workers) if isinstance(item, Extraction)]
    return sorted(found, key=lambda extraction: extraction.document.id)


def ingest(given: Iterable[Document], store: Path) -> Path:
    """A store of documents, taken in in their order."""
    lines = store.with_suffix(".jsonl")
    lines.write_text("".join(json.dumps(_line(document)) + "\n" for document in given), encoding="utf-8")
    rie.ingest(lines, store, workers=1)
    return store


def answers(store: Path) -> Iterator[dict[str, Any]]:
    """The questions answered, without how long that took."""
    with rie.open(store) as opened:
        for question in QUESTIONS:
            yield opened.ask(question, today="2026-01-01").as_dict() | {"elapsed_ms": None}


def _line(document: Document) -> dict[str, Any]:
    published = str(document.published_at) if document.published_at else None
    return {"id": document.id, "title": document.title, "text": document.text, "published_at": published}


if __name__ == "__main__":
    for one in (*extracted(documents()), *answers(ingest(documents(), Path(sys.argv[1]) / "store"))):
        print(repr(one))
