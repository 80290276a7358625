"""Retrieval-augmented generation: the baseline that RIE is compared with."""

import datetime
import time
from collections.abc import Sequence
from typing import Any, Final

from rie.llm import Llm, configured
from rie.rag.answer import RagAnswer, Read, Span
from rie.rag.extract import extract
from rie.rag.generate import generate
from rie.rag.held import Documents, index_of
from rie.rag.index import Hit
from rie.settings import setting

SNIPPETS: Final = 5


class Rag:
    """Answers questions from the passages of a snapshot.

    Making one costs nothing: the index of the snapshot is built at the first question, and held for all that ask the same snapshot.

    Args:
        reader: an open snapshot of a store.
        llm: writes the answers; the configured one (`RIE_LLM_MODEL`) when it is None, and without one answers are extracted.
        embedder: name of the embedder; that of the settings when it is None.

    Raises:
        UsageError: a language model is configured and litellm is not installed.
    """

    def __init__(self, reader: Documents, llm: Llm | None = None, embedder: str | None = None) -> None:
        self._reader, self._llm = reader, llm or configured()
        self._embedder = setting("embedder", embedder)

    def ask(self, question: str, *, after: Sequence[str] = (), today: datetime.date | None = None, id: str | None = None) -> RagAnswer:
        """Answer a question.

        Args:
            question: in English.
            after: the earlier questions of the conversation, in the order in which they were asked.
            today: the day of the question; the current day when it is None.
            id: given back in the answer.

        Raises:
            UsageError: the embedder is not installed.
            LlmError: the language model does not answer.
        """
        started = time.perf_counter()
        day = (today or datetime.date.today()).isoformat()
        snapshot = self._reader.snapshot
        hits = self.search(question, after)
        read = self._read(question, after, day, hits)
        elapsed = (time.perf_counter() - started) * 1000
        told = {"id": id, "question": question, "today": day, "snapshot": snapshot, "elapsed_ms": round(elapsed, 3)}
        return RagAnswer(**told, **self._said(read, hits))

    def search(self, question: str, after: Sequence[str] = ()) -> list[Hit]:
        """The snippets for a question: the best passages, the best first."""
        return index_of(self._reader, self._embedder).search(" ".join((*after, question)), SNIPPETS)

    def _read(self, question: str, after: Sequence[str], day: str, hits: list[Hit]) -> Read:
        if not hits:
            return Read(None)
        if self._llm:
            return generate(question, after, day, hits, self._llm)
        return extract(question, after, hits, index_of(self._reader, self._embedder))

    def _said(self, read: Read, hits: Sequence[Hit]) -> dict[str, Any]:
        how = f"written by {self._llm.model}" if self._llm else "extracted"
        found = read.text is not None
        evidence = tuple(_evidence(span, hits[span.snippet]) for span in read.spans) if found else ()
        return {
            "status": "answered" if found else "refused", "reason": None if found else "low_confidence",
            "answer": read.text if found else "The snippets do not answer this.",
            "interpretation": f"{len(hits)} snippets found by words and meaning; answer {how}",
            "template": "rag.generate" if self._llm else "rag.extract", "confidence": round(read.confidence, 4),
            "evidence": evidence, "evidence_total": len(evidence), "snippets": tuple(map(_snippet, hits)), "cost": read.cost,
        }  # fmt: skip


def _snippet(hit: Hit) -> dict[str, Any]:
    chunk = hit.chunk
    return {"doc_id": chunk.source.doc_id, "part": "text", "start_char": chunk.start, "end_char": chunk.end, "text": chunk.text,
            "score": round(hit.score, 6), "title": chunk.source.title, "published_at": chunk.source.published_at or None}


def _evidence(span: Span, hit: Hit) -> dict[str, Any]:
    return {"row": None, "table": None, "fact_id": None, "report_id": None, "role": "answer", "doc_id": hit.chunk.source.doc_id,
            "part": span.part, "start_char": span.start, "end_char": span.end, "quote": span.quote}
