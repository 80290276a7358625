"""One writer at a time, and snapshots that appear whole or not at all.

The commit point is the rename of a cleanly closed file to its snapshot name; `CURRENT` and the link follow it. A
crash before it leaves only `.staging`, a crash behind it a snapshot that the next writer makes current.
"""

import fcntl
import os
import shutil
from pathlib import Path

from rie.errors import StoreError
from rie.store.layout import Layout, snapshot_number


class Lock:
    """The lock of a store's writer, held until `release` or the end of the process.

    Raises:
        StoreError: another writer holds it, or the folder cannot be made.
    """

    def __init__(self, layout: Layout) -> None:
        try:
            layout.snapshots.mkdir(parents=True, exist_ok=True)
            self._file = layout.lock.open("w", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"{layout.root}: cannot be written to ({error.strerror}); choose another folder with --store") from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise StoreError(f"{layout.root}: another process is writing to this store; try again when it has ended") from None

    def release(self) -> None:
        """Let the next writer in."""
        self._file.close()


def newest(layout: Layout) -> int | None:
    """The number of the newest snapshot, None when there is none. What a crash left is removed; the caller holds the lock."""
    shutil.rmtree(layout.staging, ignore_errors=True)
    return next(reversed(layout.numbers()), None)


def recover(layout: Layout, number: int) -> None:
    """Make a snapshot the one that readers see, if a crash came before that; it has been opened, and the caller holds the lock.

    Raises:
        StoreError: a file cannot be written.
    """
    name = layout.snapshot(number).name
    if _read(layout.current) == name and _links_to(layout.link, f"snapshots/{name}"):
        return
    try:
        _point_to(layout, name)
    except OSError as error:
        raise unwritten(layout, str(error.strerror)) from None


def unwritten(layout: Layout, reason: str) -> StoreError:
    """The error of a snapshot for which there is no space or no right to write."""
    return StoreError(f"{layout.root}: the new snapshot cannot be written ({reason}) and readers still see the one before; "
                      "free space there, then run the command again")  # fmt: skip


def stage(layout: Layout, newest: int | None) -> Path:
    """A file to prepare the next snapshot in: a copy of the newest one, or a path at which there is none yet.

    Raises:
        StoreError: it cannot be written.
    """
    file = layout.staging / "next.duckdb"
    try:
        layout.staging.mkdir(exist_ok=True)
        if newest is not None:
            shutil.copyfile(layout.snapshot(newest), file)
    except OSError as error:
        raise unwritten(layout, str(error.strerror)) from None
    return file


def discard(layout: Layout) -> None:
    """Remove what was prepared and not published; the caller holds the lock."""
    shutil.rmtree(layout.staging, ignore_errors=True)


def publish(layout: Layout, staged: Path, number: int) -> None:
    """Make a cleanly closed file the snapshot `number` and the newest one.

    Raises:
        StoreError: a file cannot be written, or the database was not closed cleanly.
    """
    if staged.with_name(staged.name + ".wal").exists():
        raise StoreError(f"{staged}: the new snapshot was not closed cleanly; nothing was published, run the command again")
    try:
        _sync(staged)
        staged.rename(layout.snapshot(number))
        _sync(layout.snapshots)
        _point_to(layout, layout.snapshot(number).name)
    except OSError as error:
        raise unwritten(layout, str(error.strerror)) from None


def _point_to(layout: Layout, name: str) -> None:
    assert snapshot_number(name) is not None
    layout.staging.mkdir(exist_ok=True)
    text, link = layout.staging / "CURRENT", layout.staging / "current.duckdb"
    text.write_text(name + "\n", encoding="utf-8")
    _sync(text)
    text.replace(layout.current)
    link.unlink(missing_ok=True)
    link.symlink_to(f"snapshots/{name}")
    link.replace(layout.link)
    _sync(layout.root)
    shutil.rmtree(layout.staging, ignore_errors=True)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _links_to(link: Path, target: str) -> bool:
    return link.is_symlink() and link.readlink() == Path(target)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
