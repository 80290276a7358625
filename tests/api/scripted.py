"""Stands in for the process that changes a store."""

import threading
import time
from collections.abc import Callable

from rie.api.writing import TaskFailed


def until(true: Callable[[], object]) -> None:
    """Waits until it is so."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


class Scripted:
    """Does nothing until it is let: `gate` is open at first. `fail` makes tasks fail with its text."""

    def __init__(self):
        self.gate, self.ran, self.stopped, self.fail, self.error = threading.Event(), [], 0, None, None
        self.gate.set()
        self.abandoned = threading.Event()

    def run(self, task, progress):
        self.ran.append(dict(task))
        progress(1)
        while not self.gate.wait(0.01):
            if self.abandoned.is_set():
                raise TaskFailed("gone")
        if self.error:
            raise self.error
        if self.fail:
            raise TaskFailed(self.fail)
        return {"snapshot": len(self.ran), "documents": {"new": 1, "updated": 0, "unchanged": 0, "rejected": 0}, "removed": []}

    def stop(self):
        self.stopped += 1

    def abandon(self):
        self.abandoned.set()
