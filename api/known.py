"""What is worked out once for a snapshot: snapshots never change."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from rie.store import Reader

KEPT = 3
T = TypeVar("T")


class Known(Generic[T]):
    """Something that is made of a snapshot when it is first asked for; the last few are kept.

    Args:
        make: makes it.
        kept: of so many snapshots.
    """

    def __init__(self, make: Callable[[Reader], T], kept: int = KEPT) -> None:
        self._make, self._kept = make, kept
        self._held: dict[int, T] = {}
        self._lock = Lock()

    def of(self, reader: Reader) -> T:
        """The one of a snapshot; who comes while it is made waits for it."""
        with self._lock:
            if reader.snapshot not in self._held:
                self._held[reader.snapshot] = self._make(reader)
                for number in list(self._held)[: -self._kept]:
                    del self._held[number]
            return self._held[reader.snapshot]
