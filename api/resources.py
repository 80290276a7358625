"""What the routes share: the questions and look-ups of a store, its one writer, threads for each kind of work, and what is counted."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rie.errors import RieError

from .capacity import Capacity
from .downloads import Downloads
from .jobs import Job, Jobs
from .lookups import Lookups
from .metrics import Metrics
from .problems import NotReady
from .service import Service

SQL_THREADS = 2
RAG_THREADS = 4
UPLOAD_THREADS = 2
RAG_SECONDS = 90.0


@dataclass
class Resources:
    """Everything that a running service holds. `close` lets go of it."""

    store: Path
    service: Service
    questions: Capacity
    jobs: Jobs
    metrics: Metrics = field(default_factory=Metrics)
    statements: Capacity = field(default_factory=lambda: Capacity(SQL_THREADS, 8, what="statements"))
    comparisons: Capacity = field(default_factory=lambda: Capacity(RAG_THREADS, 16, RAG_SECONDS, what="comparisons"))
    uploads: Capacity = field(default_factory=lambda: Capacity(UPLOAD_THREADS, what="uploads"))
    downloads: Downloads = field(default_factory=Downloads)
    lookups: Lookups = field(init=False)

    def __post_init__(self) -> None:
        self.lookups = Lookups(self.service)
        self.service.told = lambda answer: self.metrics.answered(answer.status, answer.reason)
        self.jobs.told = self._ended
        self.metrics.watch("rie_snapshot", "Number of the newest snapshot; 0 for none.", self._newest)
        self.metrics.watch("rie_queries", "Questions and look-ups that run or wait.", lambda: self.questions.inside)
        self.metrics.watch("rie_jobs_waiting", "Jobs that run or wait.", self.jobs.waiting)

    def _newest(self) -> int:
        with suppress(NotReady):
            return self.service.snapshots.newest()
        return 0

    def _ended(self, job: Job) -> None:
        self.metrics.job_ended(job.kind, job.status, job.result)
        self.warm()

    def open(self) -> None:
        """Begin, also again after `close`."""
        self.jobs.open()
        self.warm()

    def warm(self) -> None:
        """Prepare for the first questions about the newest snapshot, in a thread that nobody waits for."""
        self.questions.afterwards(self._warm)

    def _warm(self) -> None:
        with suppress(RieError, NotReady):
            self.service.warm()

    def closers(self) -> Sequence[object]:
        """What has to be closed, the writer first."""
        return self.jobs, self.questions, self.statements, self.comparisons, self.uploads, self.downloads, self.service.snapshots

    def close(self) -> None:
        """Give up what runs, and let go of the store."""
        for part in self.closers():
            part.close()  # type: ignore[attr-defined]
