"""What the service counts, for Prometheus."""

import time
from collections.abc import Callable
from typing import Any, Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SECONDS: Final = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_METHODS: Final = frozenset({"GET", "POST", "DELETE"})


class Metrics:
    """The counts of one service. Names of routes are those of the documentation, so that their number is bounded."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter("rie_requests", "Requests by route, method and status.", ("route", "method", "status"),
                                 registry=self.registry)
        self._seconds = Histogram("rie_request_seconds", "Time until the whole reply was sent.", ("route",), buckets=_SECONDS,
                                  registry=self.registry)
        self._answers = Counter("rie_answers", "Answers by status and reason.", ("status", "reason"), registry=self.registry)
        self._jobs = Counter("rie_jobs", "Jobs that ended, by kind and status.", ("kind", "status"), registry=self.registry)
        self._documents = Counter("rie_documents", "Documents given to the service, by what became of them.", ("outcome",),
                                  registry=self.registry)

    def watch(self, name: str, about: str, value: Callable[[], float]) -> None:
        """Add a gauge that is read when the metrics are asked for."""
        Gauge(name, about, registry=self.registry).set_function(value)

    def answered(self, status: str, reason: str | None) -> None:
        """Count an answer."""
        self._answers.labels(status, reason or "").inc()

    def job_ended(self, kind: str, status: str, result: dict[str, Any] | None) -> None:
        """Count a job that ended, and its documents."""
        self._jobs.labels(kind, status).inc()
        counts = (result or {}).get("documents") or {"removed": len((result or {}).get("removed", ()))}
        for outcome, count in counts.items():
            self._documents.labels(outcome).inc(count)

    def replied(self, scope: Scope, status: int, seconds: float) -> None:
        """Count a request."""
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> tuple[bytes, str]:
        """The metrics in the text format of Prometheus, and its media type."""
        return generate_latest(self.registry), CONTENT_TYPE_LATEST


class Measured:
    """ASGI middleware that counts requests and times them.

    Args:
        app: the app within.
        metrics: where they are counted.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        status, began = 500, time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            self.metrics.replied(scope, status, time.perf_counter() - began)
