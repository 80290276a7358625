"""Follow a store: each request holds one snapshot and sees it whole, whatever is published meanwhile."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, RLock
from typing import Final

from rie.store import Reader

from .problems import Missing, NotReady

KEEP_OPEN: Final = 3
_NUMBER: Final = re.compile(r"(\d+)\.duckdb\s*$")


@dataclass
class _Held:
    reader: Reader
    users: int = 0
    used: int = 0


class Snapshots:
    """The open snapshots of a store, shared by all requests; idle ones beyond `KEEP_OPEN` are closed, the oldest use first.

    Args:
        store: the store's folder; it need not exist yet.
        opener: opens a snapshot by number.
    """

    def __init__(self, store: Path, opener: Callable[[Path, int], Reader] = Reader) -> None:
        self.store = store
        self._opener = opener
        self._open: dict[int, _Held] = {}
        self._lock = Lock()
        self._opening = RLock()
        self._clock = 0

    def newest(self) -> int:
        """The number of the newest snapshot.

        Raises:
            NotReady: there is none.
        """
        try:
            name = (self.store / "CURRENT").read_text(encoding="utf-8")
        except OSError:
            raise NotReady("This store has no snapshot yet; add documents with rie ingest.") from None
        found = _NUMBER.search(name)
        if not found:
            raise NotReady("The store's file CURRENT is damaged; publish a new snapshot.")
        return int(found[1])

    @contextmanager
    def hold(self, number: int | None = None) -> Iterator[Reader]:
        """Hold a snapshot for the length of a request.

        Args:
            number: the snapshot; None for the newest.

        Raises:
            NotReady: there is no snapshot at all.
            Missing: there is none of this number.
            StoreError: its file is damaged.
        """
        newest = self.newest()
        held = self._enter(newest if number is None else self._existing(number, newest))
        try:
            yield held.reader
        finally:
            self._leave(held)

    def close(self) -> None:
        """Close every snapshot."""
        with self._lock:
            held, self._open = list(self._open.values()), {}
        for item in held:
            item.reader.close()

    def _existing(self, number: int, newest: int) -> int:
        if number > newest or not (number in self._open or any((self.store / "snapshots").glob(f"facts-{number:06}.duckdb"))):
            raise Missing(f"This store has no snapshot {number}; the newest is {newest}.")
        return number

    def _enter(self, number: int) -> _Held:
        held = self._known(number)
        if held:
            return held
        with self._opening:
            held = self._known(number)
            if held:
                return held
            held = _Held(self._opener(self.store, number), users=1)
            with self._lock:
                self._open[number] = held
            return held

    def _known(self, number: int) -> _Held | None:
        with self._lock:
            held = self._open.get(number)
            if held:
                held.users += 1
            return held

    def _leave(self, held: _Held) -> None:
        with self._lock:
            self._clock += 1
            held.users, held.used = held.users - 1, self._clock
            idle = sorted((item.used, number) for number, item in self._open.items() if not item.users)
            surplus = [self._open.pop(number) for _, number in idle[: max(0, len(self._open) - KEEP_OPEN)]]
        for item in surplus:
            item.reader.close()
