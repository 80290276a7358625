"""Parses the files that `rie.documents.parser` sends, one after the other, within limits of time and memory.

A request is a line of JSON, `{"suffix": ".pdf", "size": 1234, "seconds": 20}`, and then as many bytes; the answer is a line of JSON:
`{"parsed": {...}}` or `{"defect": [code, reason]}`. A library is loaded when the first file of its kind comes.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import IO, Any, Final

from rie.documents.limits import PARSE_MEMORY
from rie.documents.parsers.parsed import Parsed
from rie.documents.record import Defect

PARSERS: Final = {
    ".html": "html:parse_html",
    ".htm": "html:parse_html",
    ".md": "markdown:parse_markdown",
    ".markdown": "markdown:parse_markdown",
    ".docx": "docx:parse_docx",
    ".pdf": "pdf:parse_pdf",
}


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library prints is no answer
    _limit(resource.RLIMIT_AS, PARSE_MEMORY)
    _limit(resource.RLIMIT_CORE, 0)
    while request := sys.stdin.buffer.readline():
        answers.write(json.dumps(_answer(json.loads(request), sys.stdin.buffer)).encode() + b"\n")
        answers.flush()


def _limit(kind: int, value: int) -> None:
    with suppress(OSError, ValueError):  # not every system has every limit
        resource.setrlimit(kind, (value, resource.getrlimit(kind)[1]))


def _answer(request: dict[str, Any], stream: IO[bytes]) -> dict[str, Any]:
    raw = stream.read(request["size"])
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + request["seconds"] + 1)
    try:
        return {"parsed": asdict(_parser(request["suffix"])(raw))}
    except Defect as defect:
        return {"defect": [defect.code, defect.reason]}
    except (MemoryError, RecursionError):
        return {"defect": ["too_complex", "parsing it takes too much memory: simplify the file or convert it to .txt"]}
    except Exception as error:  # a parser's bug ends one document, not the run
        return {"defect": ["damaged_file", f"it cannot be parsed ({type(error).__name__}): save it again or convert it to .txt"]}


def _parser(suffix: str) -> Callable[[bytes], Parsed]:
    module, _, name = PARSERS[suffix].partition(":")
    found: Callable[[bytes], Parsed] = getattr(import_module(f"rie.documents.parsers.{module}"), name)
    return found


if __name__ == "__main__":
    main()
