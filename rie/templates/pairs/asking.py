"""Answer questions over any database with templates that were learned from pairs."""

from __future__ import annotations

import datetime
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

from rie.errors import QueryLimit, RieError, UsageError
from rie.store.database import open_database
from rie.store.guard import checked_tree
from rie.store.sandbox import Result
from rie.templates.pairs.accept import accepts, certainty, ordered
from rie.templates.pairs.candidates import Candidate, Matcher, masked_example
from rie.templates.pairs.model import load
from rie.templates.pairs.skeleton import bounds_of
from rie.templates.pairs.surface import tokens_of
from rie.templates.pairs.values import build_index
from rie.types import Answer

MOST_ROWS: Final = 1000
LONGEST: Final = 2000
_SUGGESTED: Final = 3
_NAMED: Final = 10  # rows that the sentence of an answer names


class OpenPairs:
    """A database with templates for it, open for questions. Also a context manager that closes it.

    Args:
        folder: what `rie templates import` wrote.
        database: the DuckDB or SQLite file that is asked; it is only read.
        force: give the best query even when it is not sure enough.

    Raises:
        PackError: the folder holds no templates.
        StoreError: the database cannot be opened.
        UsageError: the database lacks a table or column of the templates.
    """

    def __init__(self, folder: Path, database: Path, *, force: bool = False) -> None:
        model, self._force = load(folder), force
        self._database = open_database(database)
        self._check(model.columns, database)
        self._acceptance = model.acceptance
        index = build_index(self._database, model.columns)
        index.common = model.common
        masked = [(item, masked_example(item, model.skeletons[item.skeleton], index)) for item in model.examples]
        self._matcher = Matcher(
            model.skeletons, masked, index, vocabulary=model.vocabulary, ranker=model.ranker, contexts=model.contexts
        )
        for skeleton in model.skeletons:
            self._guard(skeleton.sql, [bind.parameter for bind in skeleton.binds])

    def _check(self, columns: Mapping[tuple[str, str], Any], database: Path) -> None:
        missing = [f"{table}.{name}" for table, name in columns if name not in self._database.columns.get(table, {})]
        if missing:
            self._database.close()
            raise UsageError(f"{database}: has no {missing[0]}; ask the database that the templates were made for")

    def _guard(self, sql: str, parameters: Sequence[str]) -> None:
        """Look at a statement as the guard does, its parameters as texts."""
        for name in sorted(parameters, key=len, reverse=True):
            sql = sql.replace(f"${name}", "''")
        checked_tree(sql, self._database.columns, bounds_of(self._database))

    def ask(self, question: str, *, after: Sequence[str] = (), today: datetime.date | None = None, id: str | None = None) -> Answer:
        """Answer a question.

        Args:
            question: like those of the pairs.
            after: earlier questions, which say nothing here.
            today: given back in the answer.
            id: given back in the answer.
        """
        began = time.perf_counter()
        told: dict[str, Any] = {"id": id, "question": question, "today": str(today or datetime.date.today()), "snapshot": None}
        best, certain, order = self._best(question)
        if best is None or not (self._force or self._sure(best, certain)):
            refused = self._refused(question, order, certain)
            return Answer(**told, **refused, elapsed_ms=_since(began))
        return Answer(**told, **self._answered(best, certain), elapsed_ms=_since(began))

    def _best(self, question: str) -> tuple[Candidate | None, float, list[Candidate]]:
        if not tokens_of(question) or len(question) > LONGEST:
            return None, 0.0, []
        order, scores = ordered(self._matcher.candidates(question), self._acceptance.order)
        return order[0], certainty(self._matcher.certainty(order, scores), self._acceptance.sure), order

    def _sure(self, best: Candidate, certain: float) -> bool:
        if best.filled.missing or best.filled.guessed or self._matcher.leaves_out(best):
            return False
        return self._matcher.is_known(best) or accepts(self._acceptance, certain)

    def _answered(self, best: Candidate, certain: float) -> dict[str, Any]:
        skeleton = self._matcher.skeletons[best.skeleton]
        parameters = best.filled.parameters
        told = {
            "interpretation": f"Like: {self._matcher.examples[best.example][0].question}", "sql": skeleton.sql, "parameters": parameters,
            "template": skeleton.id, "confidence": round(certain, 4),
        }  # fmt: skip
        try:
            found = self._database.query(skeleton.sql, parameters, MOST_ROWS)
        except RieError as error:
            reason = "out_of_scope" if isinstance(error, QueryLimit) else "low_confidence"
            return {**told, "status": "refused", "reason": reason, "answer": str(error)}
        columns, rows = _table(found)
        status = "answered" if rows else "no_data"
        return {**told, "status": status, "answer": _sentence(rows, found.truncated), "columns": tuple(columns), "rows": tuple(rows),
                "row_count": len(rows), "truncated": found.truncated}

    def _refused(self, question: str, order: Sequence[Candidate], certain: float) -> dict[str, Any]:
        known = bool(order) and any(word in self._matcher.vocabulary.words for word in order[0].masked.content)
        sentence = "The question is not like any that is known; ask one of these." if known else "The question is outside of the data."
        return {"status": "refused", "reason": "low_confidence" if known else "out_of_scope", "answer": sentence,
                "confidence": round(certain, 4), "suggestions": tuple(self._suggestions(question, order))}

    def _suggestions(self, question: str, order: Sequence[Candidate]) -> list[str]:
        """The nearest known questions that are answered."""
        near = [self._matcher.examples[item.example][0].question for item in order]
        near += [example.question for example, _ in self._matcher.examples[:_NAMED] if not order]
        found: list[str] = []
        for text in dict.fromkeys(near):
            best, certain, _ = self._best(text)
            if text != question and best is not None and self._sure(best, certain):
                found.append(text)
            if len(found) == _SUGGESTED:
                break
        return found

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _table(found: Result) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Columns and rows as an answer has them; a name that comes twice is numbered."""
    names: list[str] = []
    for name, _ in found.columns:
        names.append(next(new for number in range(1, 1000) if (new := name if number == 1 else f"{name}_{number}") not in names))
    columns = [{"name": name, "type": _kind(kind)} for name, (_, kind) in zip(names, found.columns, strict=True)]
    return columns, [dict(zip(names, map(_plain, row), strict=True)) for row in found.rows]


def _kind(kind: str) -> str:
    if "INT" in kind:
        return "integer"
    return "decimal" if kind.startswith(("DECIMAL", "DOUBLE", "FLOAT", "REAL")) else "date" if kind == "DATE" else "text"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _sentence(rows: Sequence[Mapping[str, Any]], truncated: bool) -> str:
    if not rows:
        return "There is nothing of that kind in the database."
    shown = [", ".join("unknown" if value is None else str(value) for value in row.values()) for row in rows[:_NAMED]]
    more = f" and {len(rows) - _NAMED}{' or more' if truncated else ''} more" if len(rows) > _NAMED else ""
    return f"{'; '.join(shown)}{more}."


def _since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 1)
