"""Threads for queries: one more than cores, a queue of 64, and whoever comes after that is sent away at once."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, Final, TypeVar

from .problems import Busy

MAX_QUEUE: Final = 64
T = TypeVar("T")


class Capacity:
    """A capped thread pool.

    Args:
        threads: how many run at a time; one more than there are cores by default.
        queue: how many may wait.
    """

    def __init__(self, threads: int | None = None, queue: int = MAX_QUEUE) -> None:
        threads = threads or (os.cpu_count() or 1) + 1
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="rie-query")
        self._most = threads + queue
        self._inside = 0
        self._lock = Lock()

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """Run a function in one of the threads.

        Raises:
            Busy: the queue is full.
        """
        with self._lock:
            if self._inside >= self._most:
                raise Busy("Too many questions at this moment; ask again in a second.")
            self._inside += 1
        future = self._pool.submit(function, *arguments)
        future.add_done_callback(self._leave)
        return await asyncio.wrap_future(future)

    def _leave(self, _: Any) -> None:
        with self._lock:
            self._inside -= 1

    def close(self) -> None:
        """Let running functions end; those that wait are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)
