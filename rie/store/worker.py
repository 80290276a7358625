"""Runs one statement that a user wrote, in a process that is nothing but this. `rie.store.sandbox` starts it.

The request comes as JSON on standard input, the answer leaves pickled on standard output. It imports nothing of RIE, so
that it starts fast.
"""

import json
import pickle
import resource
import sys
from typing import Any

import duckdb


def main() -> None:
    """Read the request, run it within its limits, write the answer."""
    request = json.load(sys.stdin)
    _limit(request)
    answer = pickle.dumps(_run(request), protocol=5)
    if len(answer) > request["max_bytes"]:
        answer = pickle.dumps(("limit", "its result is too large"), protocol=5)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _limit(request: dict[str, Any]) -> None:
    for kind, value in ((resource.RLIMIT_AS, request["address_space"]), (resource.RLIMIT_CPU, request["cpu_seconds"]),
                        (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):  # fmt: skip
        resource.setrlimit(kind, (value, value))


def _run(request: dict[str, Any]) -> tuple[Any, ...]:
    try:
        cursor = duckdb.connect(request["file"], read_only=True, config=request["config"]).execute(request["sql"])
        columns = [(column[0], str(column[1])) for column in cursor.description or []]
        rows = cursor.fetchmany(request["max_rows"] + 1)
    except (duckdb.InterruptException, duckdb.OutOfMemoryException, MemoryError) as error:
        return "limit", "it takes too long" if isinstance(error, duckdb.InterruptException) else "it needs too much memory"
    except duckdb.IOException:  # nothing may be written: what does not fit into memory has no other place
        return "limit", "it needs too much memory"
    except duckdb.Error as error:
        return "error", str(error)[:500]
    return "rows", columns, rows[: request["max_rows"]], len(rows) > request["max_rows"]


if __name__ == "__main__":
    main()
