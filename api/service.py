"""Questions and statements, free of HTTP: each function holds one snapshot, and gives JSON."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, Final

from rie.ask import ask
from rie.ask.ask import is_answered
from rie.ask.pages import outcome_of, told_of
from rie.ask.sql.evidence import evidence
from rie.ask.sql.outcome import Outcome
from rie.ask.templates import TemplateAnswer
from rie.pack import Pack
from rie.store import Reader
from rie.store.refused import keep_refused
from rie.types import Answer

from .asker import Asker
from .complete import Completer
from .encoding import encode
from .examples import examples
from .known import Known
from .models import Question, Statement
from .snapshots import Snapshots
from .templates import templates

_WARM_SECONDS: Final = 2.0


class Service:
    """The questions of one store.

    Args:
        store: the store's folder.
        asker: answers a question; `rie.ask.ask` unless a test gives another.
        snapshots: the open snapshots of the store.
        told: called with every answer that is given.
    """

    def __init__(self, store: Path, asker: Asker = ask, snapshots: Snapshots | None = None,
                 told: Callable[[Answer], None] = lambda _: None) -> None:
        self.snapshots = snapshots or Snapshots(store)
        self.told, self._store = told, store
        self._ask = asker
        self._examples = Known(lambda reader: examples(reader, pack_of(reader), self._ask, date.today()))
        self._completers = Known(lambda reader: Completer(reader, pack_of(reader)))
        self._templates = Known(self._templates_of)

    def answer(self, asked: Question) -> bytes:
        """The answer object of the contract, section 4."""
        with self.snapshots.hold(asked.snapshot) as reader:
            return encode(self._answered(asked, reader).as_dict())

    def compare(self, asked: Question) -> bytes:
        """The answer beside that of retrieval by similarity, both from the same snapshot.

        Raises:
            LlmError: a language model is configured and does not answer.
        """
        from rie.rag import Rag

        with self.snapshots.hold(asked.snapshot) as reader:
            answer = self._answered(asked, reader)
            found = Rag(reader).ask(asked.question, after=tuple(asked.after), today=asked.today or date.today(), id=asked.id)
            return encode({"rie": answer.as_dict(), "rag": found.as_dict()})

    def _answered(self, asked: Question, reader: Reader) -> Answer:
        today = asked.today or date.today()
        answer = self._ask(asked.question, reader, pack_of(reader), after=asked.after, today=today, id=asked.id)
        self.told(answer)
        keep_refused(self._store, answer)
        return answer

    def rows(self, asked: Question, limit: int, offset: int) -> dict[str, Any]:
        """A page of the rows of an answer."""
        with self.snapshots.hold(asked.snapshot) as reader:
            found = self._outcome(asked, reader) or self._told(asked, reader)
            rows = found.rows if found else []
            return {"snapshot": reader.snapshot, "columns": found.columns if found else [], "rows": rows[offset : offset + limit],
                    "row_count": len(rows)}

    def evidence(self, asked: Question, limit: int, offset: int) -> dict[str, Any]:
        """A page of the evidence of an answer."""
        with self.snapshots.hold(asked.snapshot) as reader:
            outcome = self._outcome(asked, reader)
            told = None if outcome else self._told(asked, reader)
            spans, total = evidence(outcome, reader, pack_of(reader), offset, limit) if outcome else ([], 0)
            spans, total = (list(told.evidence[offset : offset + limit]), told.evidence_total) if told else (spans, total)
            return {"snapshot": reader.snapshot, "evidence": spans, "evidence_total": total}

    def _outcome(self, asked: Question, reader: Reader) -> Outcome | None:
        found = outcome_of(asked.question, reader, pack_of(reader), after=asked.after, today=asked.today or date.today())
        return None if found is not None and found.status == "refused" else found

    def _told(self, asked: Question, reader: Reader) -> TemplateAnswer | None:
        return told_of(asked.question, reader, pack_of(reader), after=asked.after, today=asked.today or date.today())

    def sql(self, asked: Statement) -> bytes:
        """The rows of a statement that a user wrote.

        Raises:
            SqlRejected: the guard does not let it through.
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run it.
        """
        began = time.perf_counter()
        with self.snapshots.hold(asked.snapshot) as reader:
            found = reader.raw_sql(asked.sql, asked.limit)
            names = told_apart([name for name, _ in found.columns])
            columns = [{"name": name, "type": type_} for name, (_, type_) in zip(names, found.columns, strict=True)]
            rows = [dict(zip(names, row, strict=True)) for row in found.rows]
            elapsed = round((time.perf_counter() - began) * 1000, 1)
            return encode({"snapshot": reader.snapshot, "columns": columns, "rows": rows, "row_count": len(rows),
                           "truncated": found.truncated, "elapsed_ms": elapsed})

    def suggest(self, typed: str, most: int, snapshot: int | None) -> bytes:
        """Questions that begin with, or are about, what was typed; the snapshot answers each of them."""
        with self.snapshots.hold(snapshot) as reader:
            found = self._completers.of(reader).complete(typed, self._works(reader), most)
            return encode({"q": typed, "snapshot": reader.snapshot, "suggestions": found})

    def templates(self, snapshot: int | None) -> bytes:
        """What can be asked, by template."""
        with self.snapshots.hold(snapshot) as reader:
            return encode({"pack": reader.pack_name, "snapshot": reader.snapshot, "templates": self._templates.of(reader)})

    def examples(self, reader: Reader) -> list[str]:
        """Questions to begin with."""
        return self._examples.of(reader)

    def warm(self) -> None:
        """Work out for the newest snapshot what the first question would have to wait for."""
        with self.snapshots.hold() as reader:
            self._completers.of(reader).complete("", self._works(reader), most=100, seconds=_WARM_SECONDS)
            self._examples.of(reader)
            self._templates.of(reader)

    def ready(self) -> bytes:
        """The newest snapshot's number.

        Raises:
            StoreError: the store cannot be read.
        """
        with self.snapshots.hold() as reader:
            reader.query("SELECT 1")
            return encode({"status": "ready", "snapshot": reader.snapshot})

    def _works(self, reader: Reader) -> Callable[[str], bool]:
        pack, today = pack_of(reader), date.today()
        return lambda question: is_answered(question, reader, pack, today)

    def _templates_of(self, reader: Reader) -> list[dict[str, Any]]:
        pack, today = pack_of(reader), date.today()
        return templates(reader, pack, self.examples(reader),
                         lambda question: self._ask(question, reader, pack, after=(), today=today, id=None))


def pack_of(reader: Reader) -> Pack:
    """The pack of a snapshot."""
    from rie.opened import pack_of_store

    return pack_of_store(reader.pack_name)


def told_apart(names: Sequence[str]) -> list[str]:
    """Names of columns, those that come again with a number: a, a_1."""
    given: dict[str, None] = {}
    for name in names:
        fresh = next(one for number in count() if (one := f"{name}_{number}" if number else name) not in given)
        given[fresh] = None
    return list(given)
