"""The files of a store.

STORE/snapshots/facts-000004.duckdb   a snapshot; never written to after it has got this name
STORE/CURRENT                         the newest snapshot's file name
STORE/current.duckdb                  link to it, for people
STORE/.lock                           held by the one writer
STORE/.staging/                       what the writer prepares; left behind by a crash, removed at the next start
"""

import re
from dataclasses import dataclass
from pathlib import Path

from rie.errors import StoreError

_NAME = re.compile(r"facts-(\d{6,})\.duckdb")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of the store in `root`."""

    root: Path

    @property
    def snapshots(self) -> Path:
        """The folder of the snapshots."""
        return self.root / "snapshots"

    @property
    def current(self) -> Path:
        """The file that names the newest snapshot."""
        return self.root / "CURRENT"

    @property
    def link(self) -> Path:
        """The link to the newest snapshot."""
        return self.root / "current.duckdb"

    @property
    def lock(self) -> Path:
        """The file that a writer locks."""
        return self.root / ".lock"

    @property
    def staging(self) -> Path:
        """The folder in which a writer prepares a snapshot."""
        return self.root / ".staging"

    def snapshot(self, number: int) -> Path:
        """The file of a snapshot."""
        return self.snapshots / f"facts-{number:06d}.duckdb"

    def numbers(self) -> list[int]:
        """The numbers of the snapshots that are there, in order."""
        return sorted(number for path in self.snapshots.glob("facts-*.duckdb") if (number := snapshot_number(path.name)) is not None)


def snapshot_number(name: str) -> int | None:
    """The number in a snapshot's file name; None when the name is another."""
    match = _NAME.fullmatch(name)
    return int(match[1]) if match else None


def current_snapshot(layout: Layout) -> int:
    """The number of the newest published snapshot.

    Raises:
        StoreError: there is no store, it is empty, or `CURRENT` is damaged.
    """
    try:
        name = layout.current.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise _absent(layout) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{layout.current}: cannot be read ({error}); write the name of a file of {layout.snapshots} into it") from None
    number = snapshot_number(name)
    if number is None:
        raise StoreError(
            f"{layout.current}: holds {name[:60]!r} instead of a file of {layout.snapshots}; write the newest one's name into it"
        )
    return number


def chosen_snapshot(layout: Layout, number: int | None) -> int:
    """`number` if there is such a snapshot, the newest one for None.

    Raises:
        StoreError: there is no store, or no such snapshot.
    """
    if number is None:
        return current_snapshot(layout)
    if not layout.snapshot(number).is_file():
        known = ", ".join(map(str, layout.numbers()[-5:])) or "none"
        raise StoreError(f"{layout.root}: no snapshot {number}; the newest ones are {known}")
    return number


def _absent(layout: Layout) -> StoreError:
    if not layout.root.is_dir():
        return StoreError(f"{layout.root}: there is no store; make one with `rie ingest PATH --store {layout.root}`")
    if layout.numbers():
        return StoreError(f"{layout.current} is missing; write {layout.snapshot(layout.numbers()[-1]).name} into it")
    return StoreError(f"{layout.root}: the store is empty; ingest documents with `rie ingest PATH --store {layout.root}`")
