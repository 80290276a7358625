"""`rie mcp`: a store as a server of the Model Context Protocol, so that assistants ask it, query it and cite its sentences.

Every tool only reads. Each call sees the newest snapshot whole, and its result names the snapshot.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, ParamSpec

from rie.errors import RieError, UsageError
from rie.opened import OpenStore
from rie.terminal import to_json

if TYPE_CHECKING:
    from mcp.server import MCPServer

MAX_ROWS: Final = 1_000
MAX_SPANS: Final = 200
LONGEST_QUESTION: Final = 2_000  # characters
_INSTRUCTIONS: Final = (
    "Facts that were read from texts, in tables. Use `ask` for a question in plain English: it answers with numbers that are right or "
    "refuses. Use `schema` and then `sql` for what `ask` refuses. Use `evidence` to cite the sentences behind a fact."
)
_Arguments = ParamSpec("_Arguments")
Tool = Callable[_Arguments, dict[str, Any]]


class Tools:
    """What the server offers over one store; the docstrings are what an assistant reads about each tool.

    Args:
        store: the store's folder.

    Raises:
        StoreError: there is no such store, or it is empty.
        PackError: the store's pack cannot be read.
    """

    def __init__(self, store: Path) -> None:
        self._store, self._lock = store, RLock()
        self._opened = OpenStore(store)

    def ask(self, question: str, after: list[str] | None = None, today: str | None = None) -> dict[str, Any]:
        """Answer a question in English from the facts of the store.

        `after` lists the earlier questions of the conversation, `today` (YYYY-MM-DD) is the day that "last year" is counted from.
        `status` is answered, no_data, ambiguous or refused; `interpretation` says how the question was understood, `rows` and
        `columns` are the answer, `evidence` quotes the sentences, `suggestions` are questions that can be answered.
        """
        if len(question) > LONGEST_QUESTION:
            raise UsageError(f"the question has {len(question):,} characters; at most {LONGEST_QUESTION:,} are possible")
        with self._newest() as opened:
            return opened.ask(question, after=after or (), today=_day(today)).as_dict()

    def sql(self, statement: str, limit: int = 100) -> dict[str, Any]:
        """Run one read-only SELECT in the dialect of DuckDB over the tables that `schema` describes; at most `limit` rows come back.

        Sums, counts and rankings should leave out rows whose status says that the fact is rumoured, denied or terminated.
        """
        with self._newest() as opened:
            found = opened.sql(statement, min(max(limit, 1), MAX_ROWS))
            columns = [{"name": name, "type": type_} for name, type_ in found.columns]
            rows = [list(row) for row in found.rows]
            return {"snapshot": opened.snapshot, "columns": columns, "rows": rows, "truncated": found.truncated}

    def schema(self) -> dict[str, Any]:
        """Describe the store: its tables with the meaning, type and unit of each column, their numbers of rows, and what can be asked.

        In `questions` a word in braces stands for a name, as in "Who led the round of {company}?".
        """
        with self._newest() as opened:
            questions = [text for fact in opened.pack.layer.facts.values() for text in fact.suggestions]
            return {"snapshot": opened.snapshot, "pack": opened.pack.name, "description": opened.pack.description, "questions": questions,
                    "tables": opened.reader.tables()}

    def evidence(self, table: str, fact_id: str) -> dict[str, Any]:
        """Give one fact with the reports that it was resolved from and the characters that they were read from.

        `table` is a fact table such as those in the `evidence` of an answer, `fact_id` the value of its id column.
        """
        with self._newest() as opened:
            fact = opened.reader.fact(table, fact_id)
            if fact is None:
                raise UsageError(f"{table} has no fact {fact_id!r} in snapshot {opened.snapshot}")
            reports, _, children = (fact.pop(name) for name in ("reports", "evidence", "children"))
            spans, total = opened.reader.evidence_of(table, [fact_id], limit=MAX_SPANS)
            ids = [report["doc_id"] for report in reports]
            return {"snapshot": opened.snapshot, "table": table, "fact_id": fact_id, "fact": fact, "children": children, "reports": reports,
                    "documents": _documents(opened, ids), "evidence": spans, "evidence_total": total}

    @contextmanager
    def _newest(self) -> Iterator[OpenStore]:
        """The newest snapshot, for one call at a time."""
        with self._lock:
            self._opened.reader.refresh()
            yield self._opened


def server(store: Path) -> "MCPServer[Any]":
    """The server of a store, not yet connected to anything.

    Args:
        store: the store's folder.

    Raises:
        UsageError: the package `mcp` is not installed.
        StoreError: there is no such store, or it is empty.
    """
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError:
        raise UsageError("rie mcp needs the package mcp, version 2: pip install 'rie[mcp]'") from None
    from rie import __version__

    tools = Tools(store)
    made: MCPServer[Any] = MCPServer("rie", title="RIE", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")
    only_reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (tools.ask, tools.sql, tools.schema, tools.evidence):
        made.add_tool(_told(tool), annotations=only_reads)
    return made


def serve(store: Path) -> None:
    """Serve a store on standard input and output until the client closes them; errors are those of `server`."""
    server(store).run()


def _told(tool: Tool[_Arguments]) -> Tool[_Arguments]:
    """A tool whose result is ready for JSON and whose errors say to the client what to change."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def told(*arguments: _Arguments.args, **named: _Arguments.kwargs) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(to_json(tool(*arguments, **named)))
            return found
        except RieError as error:
            raise ToolError(str(error)) from None

    return told


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"today: {text!r} is not a day; write YYYY-MM-DD") from None


def _documents(opened: OpenStore, ids: list[str]) -> list[Mapping[str, Any]]:
    sql = "SELECT doc_id, title, source, url, published_at FROM document WHERE doc_id IN (SELECT unnest($ids)) ORDER BY doc_id"
    found = opened.reader.query(sql, {"ids": ids})
    return [dict(zip((name for name, _ in found.columns), row, strict=True)) for row in found.rows]
