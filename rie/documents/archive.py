"""ZIP archives: their members are read one by one from the archive, nothing is unpacked to disk."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from rie.documents.limits import FREE_BYTES, MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED_BYTES
from rie.documents.record import Defect

UNREADABLE = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error, OSError)
"""What reading a damaged archive or member raises."""

_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini", "ehthumbs.db"})
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")


def is_system_file(parts: tuple[str, ...]) -> bool:
    """Whether a path is hidden or belongs to an operating system; such files are left out without a word."""
    return any((part.startswith(".") and part not in (".", "..")) or part.lower() in _SYSTEM for part in parts)


def parts_of(name: str) -> tuple[str, ...]:
    """The folders and the file of a member's name; some systems write backslashes."""
    return tuple(re.split(r"[/\\]", name))


def members(archive: ZipFile) -> Iterator[ZipInfo]:
    """The files in an archive in the order of their names, without those of operating systems.

    Raises:
        Defect: the archive holds too much.
    """
    check_size(archive)
    files = (info for info in archive.infolist() if not info.is_dir() and not is_system_file(parts_of(info.filename)))
    yield from sorted(files, key=lambda info: parts_of(info.filename))


def check_size(archive: ZipFile) -> None:
    """Refuse an archive that unpacks to more than the limits.

    Raises:
        Defect: it has too many members, or they are too large together or for their packed size.
    """
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise Defect("archive_too_large", f"the archive has {len(infos):,} members, {MAX_MEMBERS:,} are the limit: split it")
    total = sum(info.file_size for info in infos)
    if total > MAX_UNPACKED_BYTES:
        raise Defect("archive_too_large", f"the archive unpacks to {total:,} bytes, {MAX_UNPACKED_BYTES:,} are the limit: split it")
    for info in infos:
        if info.file_size > FREE_BYTES and info.file_size > MAX_RATIO * info.compress_size:
            raise Defect("archive_too_large", f"{info.filename[:80]!r} unpacks to more than {MAX_RATIO} times its size: leave it out")


def check_member(info: ZipInfo) -> None:
    """Refuse a member that cannot or should not be read.

    Raises:
        Defect: its name leads out of the archive, it is encrypted, or an archive itself.
    """
    name = info.filename
    if name.startswith(("/", "\\")) or _DRIVE.match(name) or ".." in parts_of(name):
        raise Defect("unsafe_path", "the member's name leads out of the archive: pack the files with relative paths")
    if info.flag_bits & _ENCRYPTED:
        raise Defect("encrypted", "the member is encrypted: pack the files without a password")
    if name.lower().endswith((".zip", ".7z", ".rar", ".tar", ".tgz", ".tar.gz")):
        raise Defect("nested_archive", "an archive within an archive is not read: unpack it and ingest its files")


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes that ends with an error when it grows out of all proportion to the packed ones.

    Args:
        stream: the unpacked bytes.
        packed: the stream that they are unpacked from; its position says how much of it has been read.
    """

    def __init__(self, stream: IO[bytes], packed: IO[bytes]) -> None:
        super().__init__()
        self._stream, self._packed, self._size = stream, packed, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer, as `io.RawIOBase` asks for."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._stream.read(len(view))
        self._size += len(piece)
        if self._size > FREE_BYTES and self._size > MAX_RATIO * max(self._packed.tell(), 1):
            raise Defect("archive_too_large", f"the file unpacks to more than {MAX_RATIO} times its size: split it and pack it again")
        view[: len(piece)] = piece
        return len(piece)
