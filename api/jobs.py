"""Changes of the store as jobs: one runs at a time, some wait, the last ones that ended are remembered."""

import logging
import secrets
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Condition, Thread
from typing import Any, Final

from .problems import Busy, Missing
from .writing import Process, Runner, TaskFailed

MAX_WAITING: Final = 256
MAX_WAITING_BYTES: Final = 512_000_000
MAX_KEPT: Final = 100
IDLE_SECONDS: Final = 120.0
ENDED: Final = frozenset({"done", "failed"})
_CLOSED: Final = "the service was ended before this was done; send it again"
_LOG: Final = logging.getLogger("rie.api")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(eq=False)
class Job:
    """A change of the store."""

    kind: str
    task: Mapping[str, Any]
    clean: Callable[[], None]
    size: int = 0
    id: str = field(default_factory=lambda: f"j-{secrets.token_hex(8)}")
    status: str = "queued"
    documents: int = 0
    created_at: str = field(default_factory=_now)
    started_at: str | None = None
    finished_at: str | None = None
    result: dict[str, Any] | None = None
    error: str | None = None

    @property
    def ended(self) -> bool:
        """Whether it is done or has failed."""
        return self.status in ENDED

    def as_dict(self, ahead: int) -> dict[str, Any]:
        """What is told about it; `ahead` jobs come before it."""
        address = f"/v1/jobs/{self.id}"
        return {"id": self.id, "kind": self.kind, "status": self.status, "ahead": ahead, "progress": {"documents": self.documents},
                "created_at": self.created_at, "started_at": self.started_at, "finished_at": self.finished_at, "result": self.result,
                "error": self.error, "links": {"self": address, "events": f"{address}/events"}}


class Jobs:
    """The one writer of a store and the queue before it. Safe in several threads.

    Args:
        runner: carries out the jobs' tasks.
        waiting: how many may wait, those included whose documents are still on their way.
        waiting_bytes: how large they may be together.
        kept: how many that have ended are remembered.
        idle: seconds after which a runner with nothing to do is stopped.

    `told` is called with each job that has ended; `ending` is set when the service is about to end.
    """

    def __init__(self, runner: Runner | None = None, *, waiting: int = MAX_WAITING, waiting_bytes: int = MAX_WAITING_BYTES,
                 kept: int = MAX_KEPT, idle: float = IDLE_SECONDS) -> None:
        self._runner, self._most, self._most_bytes, self._kept, self._idle = runner or Process(), waiting, waiting_bytes, kept, idle
        self.told: Callable[[Job], None] = lambda _: None
        self._jobs: dict[str, Job] = {}
        self._queue: deque[Job] = deque()
        self._coming: list[int] = []
        self._changed = Condition()
        self._thread: Thread | None = None
        self._closed = self.ending = False

    @contextmanager
    def place(self, size: int = 0) -> Iterator[None]:
        """Keep a place in the queue while the documents of a job arrive.

        Args:
            size: bytes that they have at most.

        Raises:
            Busy: the queue is full, or the service ends.
        """
        with self._changed:
            sizes = [*self._coming, *(job.size for job in self._queue)]
            if self._closed or len(sizes) >= self._most or (sizes and sum(sizes) + size > self._most_bytes):
                raise Busy("Too many changes wait for the one writer of this store; try again later.", 10)
            self._coming.append(size)
        try:
            yield
        finally:
            with self._changed:
                self._coming.remove(size)

    def submit(self, kind: str, task: Mapping[str, Any], clean: Callable[[], None] = lambda: None, size: int = 0) -> Job:
        """Queue a task; the caller holds a `place`.

        Args:
            kind: `ingest` or `remove`.
            task: what `rie.api.worker` is told.
            clean: called when the job has ended.
            size: bytes of its documents.
        """
        job = Job(kind, {"kind": kind, **task}, clean, size)
        with self._changed:
            self._jobs[job.id] = job
            self._queue.append(job)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="rie-jobs", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return job

    def view(self, job_id: str) -> dict[str, Any]:
        """What is told about a job.

        Raises:
            Missing: there is no such job, or it is no longer remembered.
        """
        with self._changed:
            job = self._jobs.get(job_id)
            if job is None:
                raise Missing(f"There is no job {job_id!r}, or it ended long ago.")
            return job.as_dict(self._ahead(job))

    def waiting(self) -> int:
        """How many jobs wait or run."""
        with self._changed:
            return sum(not job.ended for job in self._jobs.values())

    def open(self) -> None:
        """Take jobs again after `close`."""
        with self._changed:
            self._closed = self.ending = False

    def close(self) -> None:
        """Give up what runs and what waits, and end the writer."""
        with self._changed:
            self._closed = True
            thread, self._thread = self._thread, None
            self._changed.notify_all()
        self._runner.abandon()
        if thread is not None:
            thread.join()
        while self._queue:
            self._end(self._queue.popleft(), "failed", error=_CLOSED)

    def _ahead(self, job: Job) -> int:
        return self._queue.index(job) + sum(one.status == "running" for one in self._jobs.values()) if job in self._queue else 0

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                result = self._runner.run(job.task, lambda count, job=job: self._change(job, documents=count))  # type: ignore[misc]
                self._end(job, "done", result=result)
            except TaskFailed as failure:
                self._end(job, "failed", error=_CLOSED if self._closed else str(failure))
            except Exception:
                self._end(job, "failed", error="an error inside the service; its log says more")
                _LOG.exception("a job failed")
        self._runner.stop()

    def _next(self) -> Job | None:
        """The next job; None at the end. A runner with nothing to do is stopped."""
        with self._changed:
            while not self._queue and not self._closed:
                if not self._changed.wait(self._idle):
                    self._runner.stop()
            if self._closed:
                return None
            job = self._queue.popleft()
            job.status, job.started_at = "running", _now()
            return job

    def _change(self, job: Job, **values: Any) -> None:
        with self._changed:
            for name, value in values.items():
                setattr(job, name, value)

    def _end(self, job: Job, status: str, **values: Any) -> None:
        job.clean()
        with self._changed:
            self._change(job, finished_at=_now(), **values, status=status)
            over = [one.id for one in self._jobs.values() if one.ended][: -self._kept]
            for job_id in over:
                del self._jobs[job_id]
        self.told(job)
