"""Threads for queries: one more than cores, a queue of 64, and whoever comes after that is sent away at once."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, Final, TypeVar

from .problems import Busy

MAX_QUEUE: Final = 64
SECONDS: Final = 30.0
T = TypeVar("T")


class Capacity:
    """A capped thread pool.

    Args:
        threads: how many run at a time; one more than there are cores by default.
        queue: how many may wait.
        seconds: how long a request waits for its result, time in the queue included.
        what: what it runs, as the refusal names it.
    """

    def __init__(self, threads: int | None = None, queue: int = MAX_QUEUE, seconds: float = SECONDS, what: str = "questions") -> None:
        self._threads = threads or (os.cpu_count() or 1) + 1
        self._most, self._seconds, self._what = self._threads + queue, seconds, what
        self._pool: ThreadPoolExecutor | None = None
        self._inside = 0
        self._lock = Lock()

    @property
    def inside(self) -> int:
        """How many run or wait."""
        return self._inside

    async def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """Run a function in one of the threads.

        Raises:
            Busy: the queue is full, or the result did not come in time; what has begun to run keeps its place until it ends.
        """
        with self._lock:
            if self._inside >= self._most:
                raise Busy(f"Too many {self._what} at this moment; try again in a second.")
            future = self._started().submit(function, *arguments)
            self._inside += 1
        future.add_done_callback(self._leave)
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            raise Busy(f"This took longer than {self._seconds:g} seconds; ask for less, or try again later.") from None

    def afterwards(self, function: Callable[[], Any]) -> None:
        """Run a function that nobody waits for, however many others wait."""
        with self._lock:
            self._started().submit(function)

    def _started(self) -> ThreadPoolExecutor:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix=f"rie-{self._what}")
        return self._pool

    def _leave(self, _: Any) -> None:
        with self._lock:
            self._inside -= 1

    def close(self) -> None:
        """Let running functions end; those that wait are dropped. What is run later starts it again."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
