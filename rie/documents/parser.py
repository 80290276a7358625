"""HTML, Markdown, DOCX and PDF are parsed in a process of its own.

A file can hold what no parser was made for: a cycle of objects, a million nested elements, an archive that unpacks to
terabytes. Such a file costs its own process, which has limits of time and memory, and one document.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import IO, Final, Self

from rie.documents.limits import PARSE_SECONDS
from rie.documents.parsers.parsed import Parsed
from rie.documents.record import Defect

PARSED_SUFFIXES: Final = (".html", ".htm", ".md", ".markdown", ".docx", ".pdf")

_WAITING: Final = 6
"""Seconds on the clock for one of processor time: a machine with much else to do gives a file its time as well."""


class Parser:
    """The process that parses files; it starts with the first of them and ends with the `with` block.

    Args:
        seconds: of processor time that a file may take.
    """

    def __init__(self, seconds: int = PARSE_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def parse(self, raw: bytes, suffix: str) -> Parsed:
        """The text of a file.

        Args:
            raw: its bytes.
            suffix: its format, one of `PARSED_SUFFIXES`.

        Raises:
            Defect: it is damaged, locked, without text, or too much for the limits.
        """
        request = {"suffix": suffix, "size": len(raw), "seconds": self._seconds}
        line = self._answer(json.dumps(request).encode() + b"\n", raw)
        if not line.endswith(b"\n"):
            raise _ended(self.close(), self._seconds)
        answer = json.loads(line)
        if "defect" in answer:
            raise Defect(*answer["defect"])
        return Parsed(**answer["parsed"])

    def close(self) -> int | None:
        """End the process; returns what it ended with."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        with suppress(BrokenPipeError), process:
            pass
        return process.wait()

    def _answer(self, request: bytes, raw: bytes) -> bytes:
        """The line that comes back; cut off when the process ends before."""
        to, back = self._pipes()
        timer = Timer(_WAITING * self._seconds, self._kill)
        timer.start()
        try:
            to.write(request)
            to.write(raw)
            to.flush()
            return back.readline()
        except BrokenPipeError:
            return b""
        finally:
            timer.cancel()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            command = [sys.executable, "-P", "-m", "rie.documents.parsers"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                             env=environment, start_new_session=True)  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _ended(code: int | None, seconds: int) -> Defect:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return Defect("too_complex", f"parsing it takes longer than {seconds} seconds: simplify the file or convert it to .txt")
    return Defect("damaged_file", "the parser broke down over it: save it again or convert it to .txt")
