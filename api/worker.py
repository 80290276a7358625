"""Changes a store, in a process of its own beside the service. `rie.api.writing` starts it.

A task comes as one line of JSON on standard input; lines of JSON leave on standard output: `{"documents": 12}` while it runs, then
`{"result": {...}}` or `{"error": "..."}`. The process has a low priority, so that questions are answered meanwhile; it ends when its
input does.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from rie.errors import RieError

NICE = 10
MAX_REJECTED = 1_000


def main() -> None:
    """Carry out tasks until there are no more."""
    os.nice(NICE)
    with _replies() as out:
        for line in sys.stdin:
            _tell(out, _done(json.loads(line), lambda count: _tell(out, {"documents": count})))


@contextmanager
def _replies() -> Iterator[IO[str]]:
    """Standard output for replies alone: whatever else is printed goes to standard error."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        yield out


def _tell(out: IO[str], message: dict[str, Any]) -> None:
    out.write(json.dumps(message) + "\n")
    out.flush()


def _done(task: dict[str, Any], progress: Callable[[int], None]) -> dict[str, Any]:
    try:
        return {"result": TASKS[task["kind"]](task, progress)}
    except RieError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "the documents need more memory than there is; send fewer at a time"}
    except OSError as error:
        return {"error": f"the store cannot be written ({error.strerror}); make room or check its rights"}
    except Exception:
        traceback.print_exc()
        return {"error": "an error inside the service; its log says more"}


def ingest(task: dict[str, Any], progress: Callable[[int], None]) -> dict[str, Any]:
    """Read the documents at the task's `paths` into its `store`; the summary of the contract, section 2."""
    from rie.ingest import ingest as run

    done = run(task["paths"], task["store"], _pack(Path(task["store"])), progress=progress).as_dict()
    return {**done, "rejected": done["rejected"][:MAX_REJECTED]}


def remove(task: dict[str, Any], _: Callable[[int], None]) -> dict[str, Any]:
    """Remove the task's `documents` from its `store`; those that were there, and the newest snapshot."""
    from rie.ingest import remove as run
    from rie.store import Reader

    removed = run(task["documents"], task["store"])
    with Reader(Path(task["store"])) as reader:
        return {"snapshot": reader.snapshot, "removed": removed}


def _pack(store: Path) -> str | None:
    """The folder of the pack of a store that has one."""
    from rie.opened import pack_of_store
    from rie.store import Reader

    if not (store / "CURRENT").is_file():
        return None
    with Reader(store) as reader:
        return str(pack_of_store(reader.pack_name).folder)


TASKS: dict[str, Callable[[dict[str, Any], Callable[[int], None]], dict[str, Any]]] = {"ingest": ingest, "remove": remove}

if __name__ == "__main__":
    main()
