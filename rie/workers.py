"""Documents to extractions, in this process or in several; the order is kept and memory is bounded.

What goes wrong with one document is that document's rejection: an error while it is read, and a worker that dies of it.
A batch whose worker died is read again one document at a time, so that only the one at fault is lost.
"""

import hashlib
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import get_context
from types import ModuleType
from typing import TYPE_CHECKING

from rie.settings import setting
from rie.types import Document, Entity, Extraction, Rejected

if TYPE_CHECKING:
    from rie.pipeline.extract import Extractor

Outcome = Extraction | Rejected
Batch = list[Document]
Reading = Callable[[Iterable[Document]], Iterable[Outcome]]
Make = Callable[[str, Sequence[Entity]], Reading]
Arguments = tuple[Make, str, Sequence[Entity]]
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_reading: Callable[[], Reading] | None = None  # of a worker process


def pipeline(pack: str, custom: Sequence[Entity]) -> "Extractor":
    """The pipeline of a pack: what reads documents."""
    from rie.pack import load_pack
    from rie.pipeline.extract import Extractor

    return Extractor(load_pack(pack), custom)


def extractions(documents: Iterable[Document], pack: str, custom: Sequence[Entity], workers: int = 0,
                make: Make = pipeline) -> Iterator[Outcome]:
    """Read documents.

    Args:
        documents: taken lazily; no more than three batches a worker are held.
        pack: name or folder of the pack.
        custom: entities that go before the pack's own.
        workers: 0 for one process a core if there is more than one batch, 1 for this process, else the number of processes.
        make: what makes the reader from `pack` and `custom`; a function that a new process can import.

    Returns:
        One outcome a document, in the order of `documents`; `extraction_failed` where one could not be read.

    Raises:
        PackError: the pack cannot be read or has no model.
    """
    queue = batches(documents)
    first = list(islice(queue, 2))
    count = workers or ((os.cpu_count() or 1) if len(first) > 1 else 1)
    queue = chain(first, queue)
    if count == 1:
        reader = make(pack, custom)
        for batch in queue:
            yield from read_batch(reader, batch)
    else:
        yield from _Pool((make, pack, tuple(custom)), count).read(queue)


def batches(documents: Iterable[Document]) -> Iterator[Batch]:
    """Documents in batches, closed by number of documents or of characters."""
    most, size = setting("batch_documents"), setting("batch_characters")
    batch: Batch = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) >= most or characters >= size:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def read_batch(reader: Reading, batch: Batch) -> list[Outcome]:
    """Read a batch; if that raises, each document alone, so that the others are kept."""
    try:
        return list(reader(batch))
    except Exception as error:
        if len(batch) == 1:
            return [failed(batch[0], _explained(error))]
    return [outcome for document in batch for outcome in read_batch(reader, [document])]


def _explained(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "a lone surrogate, \\ud800 to \\udfff, stands in it: write the character itself"
    return f"{type(error).__name__}: {error}"


def failed(document: Document, reason: str) -> Rejected:
    """The rejection of a document that the pipeline could not read."""
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    explained = f"the pipeline could not read the text ({reason[:200]}): split or shorten it, or report it with the text"
    return Rejected(document.id, document.source or "", None, "extraction_failed", explained, digest)


def _start(make: Make, pack: str, custom: Sequence[Entity]) -> None:
    """Runs first in a worker: one thread a process; the terminal's interrupt is for the process that started it."""
    global _reading  # noqa: PLW0603  a worker process has one pipeline
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reading = lru_cache(maxsize=1)(lambda: make(pack, custom))


def _read(batch: Batch) -> list[Outcome]:
    assert _reading is not None
    return read_batch(_reading(), batch)


class _Pool:
    """Worker processes that are started anew when one dies."""

    def __init__(self, arguments: Arguments, count: int) -> None:
        self.arguments, self.count = arguments, count
        self.processes = _processes(count, self.arguments)
        self.ahead: deque[tuple[Batch, Future[list[Outcome]]]] = deque()

    def read(self, queue: Iterator[Batch]) -> Iterator[Outcome]:
        """The outcomes of all batches in their order."""
        try:
            for batch in queue:
                self._send(batch)
                if len(self.ahead) >= 3 * self.count:
                    yield from self._take()
            while self.ahead:
                yield from self._take()
        finally:
            self.processes.shutdown(cancel_futures=True)

    def _send(self, batch: Batch) -> None:
        try:
            result = _submit(self.processes, batch)
        except BrokenProcessPool as error:  # a worker died since the last result: `_take` meets it in its turn
            result = Future()
            result.set_exception(error)
        self.ahead.append((batch, result))

    def _take(self) -> list[Outcome]:
        batch, result = self.ahead.popleft()
        try:
            return result.result()
        except BrokenProcessPool:
            return self._take_again(batch)

    def _take_again(self, batch: Batch) -> list[Outcome]:
        """Read the batch in which a worker may have died, then send again what the others lost with it."""
        self.processes.shutdown(cancel_futures=True)
        outcomes = list(_one_by_one(batch, self.arguments))
        self.processes = _processes(self.count, self.arguments)
        lost = [waiting for waiting, _ in self.ahead]
        self.ahead.clear()
        for waiting in lost:
            self._send(waiting)
        return outcomes


def _one_by_one(batch: Batch, arguments: Arguments) -> Iterator[Outcome]:
    """Each document alone in a process that may die of it."""
    process = _processes(1, arguments)
    for document in batch:
        try:
            yield from _submit(process, [document]).result()
        except BrokenProcessPool:
            yield failed(document, "the process that read it died")
            process.shutdown()
            process = _processes(1, arguments)
    process.shutdown()


def _processes(count: int, arguments: Arguments) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, get_context("spawn"), _start, arguments)


def _submit(processes: ProcessPoolExecutor, batch: Batch) -> "Future[list[Outcome]]":
    """Hand over a batch. Workers import what they need by name: the caller's script is not run again in each of them."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        return processes.submit(_read, batch)
    finally:
        sys.modules["__main__"] = main
