"""Retrieval-augmented generation: the baseline that RIE is compared with."""

import datetime
import time
from collections.abc import Sequence
from typing import Any, Final

from rie.llm import Llm, configured
from rie.rag.answer import RagAnswer, Read, Span
from rie.rag.extract.read import extract
from rie.rag.generate import generate
from rie.rag.held import Documents, index_of
from rie.rag.index import Hit, Index
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
        self._reader, self._embedder = reader, setting("embedder", embedder)
        self.llm = llm or configured()

    @property
    def index(self) -> Index:
        """The index of the snapshot.

        Raises:
            UsageError: the embedder is not installed.
        """
        return index_of(self._reader, self._embedder)

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
        return answer_from(self.index, question, after, today, self.llm, id=id, snapshot=self._reader.snapshot)


def answer_from(
    index: Index,
    question: str,
    after: Sequence[str] = (),
    today: datetime.date | None = None,
    llm: Llm | None = None,
    **named: Any,
) -> RagAnswer:
    """Answer a question from an index; `named` are further fields of the answer."""
    started = time.perf_counter()
    day = (today or datetime.date.today()).isoformat()
    hits = index.search(" ".join((*after, question)), SNIPPETS)
    if not hits:
        read = Read(None)
    elif llm:
        read = generate(question, after, day, hits, llm)
    else:
        read = extract(question, after, hits, index)
    elapsed = (time.perf_counter() - started) * 1000
    told = {"id": None, "snapshot": None} | named | {"question": question, "today": day, "elapsed_ms": round(elapsed, 3)}
    return RagAnswer(**told, **_said(read, hits, llm))


def _said(read: Read, hits: Sequence[Hit], llm: Llm | None) -> dict[str, Any]:
    found = read.text is not None
    evidence = tuple(_evidence(span, hits[span.snippet]) for span in read.spans) if found else ()
    how = f"written by {llm.model}" if llm else "extracted"
    return {
        "status": "answered" if found else "refused", "reason": None if found else "low_confidence",
        "answer": read.text if found else "The snippets do not answer this.",
        "interpretation": f"Answer {how} from {len(hits)} snippets, found by words and meaning",
        "template": "rag.generate" if llm else "rag.extract", "confidence": round(read.confidence, 4),
        "evidence": evidence, "evidence_total": len(evidence), "snippets": tuple(map(_snippet, hits)), "cost": read.cost,
    }  # fmt: skip


def _snippet(hit: Hit) -> dict[str, Any]:
    chunk = hit.chunk
    return {"doc_id": chunk.source.doc_id, "part": "text", "start_char": chunk.start, "end_char": chunk.end, "text": chunk.text,
            "score": round(hit.score, 6), "title": chunk.source.title, "published_at": chunk.source.published_at or None}


def _evidence(span: Span, hit: Hit) -> dict[str, Any]:
    return {"row": None, "table": None, "fact_id": None, "report_id": None, "role": "answer", "doc_id": hit.chunk.source.doc_id,
            "part": span.part, "start_char": span.start, "end_char": span.end, "quote": span.quote}
