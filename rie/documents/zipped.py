"""ZIP archives: every member is read as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from rie.documents.archive import UNREADABLE, check_member, members
from rie.documents.formats import Item, digest, reader_of
from rie.documents.parser import Parser
from rie.documents.record import Defect


def read_zip(stream: IO[bytes], name: str, parser: Parser) -> Iterator[tuple[str, Item]]:
    """The documents in an archive.

    Args:
        stream: the archive; it has to be seekable.
        name: the archive's id; a member's is `name/member`.
        parser: what parses formats that are not plain text.

    Returns:
        Pairs of a source (the archive, or the member's id) and what was read from it. No archive raises.
    """
    try:
        with ZipFile(stream) as archive:
            for info in members(archive):
                source = f"{name}/{info.filename.removeprefix('./')}"
                yield from ((source, item) for item in _member(archive, info, source, parser))
    except Defect as defect:
        yield name, _rejected(defect)
    except UNREADABLE as error:
        yield name, _rejected(_damaged(error))


def _member(archive: ZipFile, info: ZipInfo, source: str, parser: Parser) -> Iterator[Item]:
    """What is read from a member; a defect of its own ends it, not the archive."""
    try:
        check_member(info)
        reader = reader_of(info.filename, parser)
        if reader is None:
            raise Defect("unknown_format", "no reader for this kind of file: leave it out of the archive or convert it to .txt")
        with archive.open(info) as stream:
            yield from reader(stream, source)
    except Defect as defect:
        yield _rejected(Defect(defect.code, defect.reason, source))
    except UNREADABLE as error:
        yield _rejected(Defect(_damaged(error).code, _damaged(error).reason, source))


def _damaged(error: Exception) -> Defect:
    what = "is no ZIP archive or damaged" if isinstance(error, BadZipFile) else "is damaged or packed in an unknown way"
    return Defect("corrupt_archive", f"the file {what} ({str(error)[:100]}): pack it again")


def _rejected(defect: Defect) -> Item:
    return Item(defect, None, digest(b""))
