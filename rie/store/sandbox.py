"""Statements that users wrote run in a process of their own, which is ended when it takes too long.

A single call such as `repeat('x', 2000000000)` outlives every limit that DuckDB has, so the limits are those of the operating
system: address space, processor time, no files, and a wall clock.
"""

import io
import json
import pickle
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from rie.errors import QueryLimit, UsageError
from rie.store.connect import locked

SECONDS = 5.0
MEMORY = "512MiB"
ADDRESS_SPACE = 2 * 1024**3
MAX_BYTES = 64 * 1024**2
AT_ONCE = BoundedSemaphore(4)
_VALUES = {
    ("decimal", "Decimal"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "time"), ("datetime", "timedelta"),
    ("datetime", "timezone"), ("uuid", "UUID"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of a query. `columns` are (name, DuckDB type); `truncated` says that there were more than asked for."""

    columns: list[tuple[str, str]]
    rows: list[tuple[Any, ...]]
    truncated: bool = False


def run_sandboxed(file: Path, sql: str, max_rows: int, seconds: float = SECONDS) -> Result:
    """Run one statement over a snapshot.

    Args:
        file: the snapshot.
        sql: a statement that the guard has let through.
        max_rows: at most so many rows come back.
        seconds: limit on the time, start of the process included.

    Raises:
        QueryLimit: it ran past its limits.
        UsageError: DuckDB cannot run the statement.
    """
    config = locked(memory=MEMORY, spill="0B", threads=1, timeout_ms=int(seconds * 1000))
    request = {"file": str(file), "sql": sql, "max_rows": max_rows, "config": config, "address_space": ADDRESS_SPACE,
               "cpu_seconds": int(seconds) + 1, "max_bytes": MAX_BYTES}  # fmt: skip
    with AT_ONCE:
        return _result(_run(request, seconds), max_rows)


def _run(request: Mapping[str, Any], seconds: float) -> bytes:
    command = [sys.executable, "-P", str(Path(__file__).with_name("worker.py"))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            answer, _ = process.communicate(json.dumps(request).encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            raise QueryLimit(f"the statement took longer than {seconds:g} seconds; ask for less") from None
        finally:
            process.kill()
    if process.returncode != 0 or not answer:
        raise QueryLimit("the statement needs more memory or time than it may have; ask for less")
    return answer


def _result(answer: bytes, max_rows: int) -> Result:
    kind, *content = _Values(io.BytesIO(answer)).load()
    if kind == "limit":
        raise QueryLimit(f"the statement was ended: {content[0]}; ask for less")
    if kind == "error":
        raise UsageError(f"the statement cannot be run: {content[0]}")
    columns, rows, truncated = content
    return Result(columns, rows, truncated)


class _Values(pickle.Unpickler):
    """Reads plain values only."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _VALUES:
            raise QueryLimit(f"the result holds a value of the type {module}.{name}, which cannot be returned; cast it to text")
        return super().find_class(module, name)
