"""The process that changes a store for the service: started when there is something to do, ended when there is not."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any, Final, Protocol

SECONDS: Final = 3600.0
_DIED: Final = "the process that reads documents was ended, perhaps for want of memory or time; send fewer documents at a time"


class TaskFailed(Exception):
    """A task was not carried out; the text says why and what to change. Nothing of it was published."""


class Runner(Protocol):
    """Carries out one task after the other."""

    def run(self, task: Mapping[str, Any], progress: Callable[[int], None]) -> dict[str, Any]:
        """Carry out a task.

        Raises:
            TaskFailed: it was not carried out.
        """

    def stop(self) -> None:
        """Let go of all that it holds, between tasks; it may be used again."""

    def abandon(self) -> None:
        """Give up the task that runs, called from another thread."""


class Process:
    """Carries out tasks in a process of its own, `rie.api.worker`, which is kept warm between them.

    Args:
        seconds: a task that takes longer is given up.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, task: Mapping[str, Any], progress: Callable[[int], None]) -> dict[str, Any]:
        """Carry out a task; `progress` is called with the number of documents dealt with."""
        process = self._started()
        clock = Timer(self._seconds, _kill, [process])
        clock.start()
        try:
            return _carried_out(process, task, progress)
        except (OSError, EOFError):
            self.stop()
            raise TaskFailed(_DIED) from None
        finally:
            clock.cancel()

    def abandon(self) -> None:
        """Give up the task that runs; its snapshot is not published."""
        if self._process is not None:
            _kill(self._process)

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            _kill(self._process)
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    pipe.close()  # type: ignore[union-attr]
            self._process = None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            command = [sys.executable, "-P", str(Path(__file__).with_name("worker.py"))]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        return self._process


def _carried_out(process: "subprocess.Popen[bytes]", task: Mapping[str, Any], progress: Callable[[int], None]) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(dict(task)).encode() + b"\n")
    process.stdin.flush()
    for line in process.stdout:
        told = json.loads(line)
        if "documents" in told:
            progress(told["documents"])
        elif "error" in told:
            raise TaskFailed(told["error"])
        else:
            return dict(told["result"])
    raise EOFError


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
