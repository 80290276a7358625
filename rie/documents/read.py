"""Files, folders and standard input to documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from rie.documents.archive import is_system_file
from rie.documents.formats import READERS, Item, digest, read_jsonl, reader_of
from rie.documents.parser import Parser
from rie.documents.record import Defect
from rie.documents.zipped import read_zip
from rie.types import Document, Rejected

SUFFIXES: Final = (".txt", ".md", ".html", ".pdf", ".docx", ".jsonl", ".jsonl.gz", ".csv", ".zip")
"""The formats that the contract names; `.htm` and `.markdown` are other names of two of them."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read; `name` is its path relative to the path that was given."""

    path: Path
    name: str


def read(paths: Sequence[str | Path], stdin: IO[bytes] | None = None) -> Iterator[Document | Rejected]:
    """The documents of files, folders and standard input, in a fixed order.

    Args:
        paths: files, folders (read recursively in the order of their names, hidden files left out) and "-" for JSON lines
            on standard input.
        stdin: where "-" reads from.

    Returns:
        Documents, and for input that is none the reason. An id that comes a second time is rejected. No input raises.
    """
    seen: set[str] = set()
    with Parser() as parser:
        for source, item in _items(paths, stdin, parser):
            yield _checked(source, item, seen)


def _items(paths: Sequence[str | Path], stdin: IO[bytes] | None, parser: Parser) -> Iterator[tuple[str, Item]]:
    for path in paths:
        if str(path) == "-":
            items = iter([_missing_stdin()]) if stdin is None else _guarded(read_jsonl(stdin, "-"))
            yield from (("-", item) for item in items)
        else:
            for file in _files(Path(path)):
                yield from _file_items(file, parser)


def _checked(source: str, item: Item, seen: set[str]) -> Document | Rejected:
    outcome = item.outcome
    if isinstance(outcome, Defect):
        return Rejected(outcome.document_id, source, item.line, outcome.code, outcome.reason, item.sha256)
    if outcome.id in seen:
        reason = "the id came before in this run: give each document its own id"
        return Rejected(outcome.id, source, item.line, "duplicate_id", reason, item.sha256)
    seen.add(outcome.id)
    return outcome


def _files(path: Path) -> Iterable[_File]:
    if not path.is_dir():
        return [_File(path, _printable(path.name or str(path)))]
    inside = (file.relative_to(path) for file in path.rglob("*") if not file.is_dir())
    visible = [file for file in inside if not is_system_file(file.parts)]
    return [_File(path / file, _printable(file.as_posix())) for file in sorted(visible, key=lambda file: file.parts)]


def _file_items(file: _File, parser: Parser) -> Iterator[tuple[str, Item]]:
    reader = reader_of(file.name, parser)
    is_zip = file.name.lower().endswith(".zip")
    if reader is None and not is_zip and file.path.exists():
        yield file.name, _rejection("unknown_format", f"no reader for this kind of file: convert it to one of {', '.join(SUFFIXES)}")
        return
    try:
        with file.path.open("rb") as stream:
            if is_zip:
                yield from read_zip(stream, file.name, parser)
            else:
                yield from ((file.name, item) for item in _guarded((reader or READERS[".txt"])(stream, file.name)))
    except OSError as error:
        yield file.name, _rejection("unreadable_file", f"the file cannot be opened ({error.strerror}): check path and rights")


def _guarded(items: Iterator[Item]) -> Iterator[Item]:
    """Errors of reading become the last item; what was read before them is kept."""
    try:
        yield from items
    except OSError as error:
        yield _rejection("unreadable_file", f"reading broke off ({error.strerror}): check the file; what came before is kept")


def _rejection(code: str, reason: str) -> Item:
    return Item(Defect(code, reason), None, digest(b""))


def _missing_stdin() -> Item:
    return _rejection("unreadable_file", "there is no standard input: pipe JSON lines or name a file")


def _printable(name: str) -> str:
    """A file's name that is not UTF-8 with its odd bytes shown as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
