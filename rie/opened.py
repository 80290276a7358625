"""A store that is open for questions: `rie.open(store)`."""

import datetime
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rie.errors import PackError, UsageError
from rie.pack import Pack, available_packs, load_pack
from rie.settings import setting
from rie.types import Answer

if TYPE_CHECKING:
    from rie.store import Result


class OpenStore:
    """A snapshot of a store, to ask and to query. Also a context manager that closes it.

    Args:
        store: the store's folder.
        snapshot: number of a snapshot; the newest when it is None.
        pack: name or folder of the pack; the store's own when it is None.

    Raises:
        StoreError: there is no such store or snapshot.
        PackError: the pack cannot be read.
    """

    def __init__(self, store: str | Path, snapshot: int | None = None, pack: str | None = None) -> None:
        from rie.store import Reader

        self.reader = Reader(Path(store), snapshot)
        self.pack = pack_of_store(self.reader.pack_name, pack)

    @property
    def snapshot(self) -> int:
        """The number of the snapshot that is open."""
        return self.reader.snapshot

    def ask(self, question: str, *, after: Sequence[str] = (), today: datetime.date | None = None, id: str | None = None) -> Answer:
        """Answer a question.

        Args:
            question: in English.
            after: the earlier questions of the conversation, in the order in which they were asked.
            today: the day that "last year" is counted from; the current day when it is None.
            id: given back in the answer.
        """
        from rie.ask import ask

        return ask(question, self.reader, self.pack, after=tuple(after), today=today or datetime.date.today(), id=id)

    def sql(self, statement: str, max_rows: int = 1000) -> "Result":
        """Run a guarded, read-only SELECT over the public tables.

        Raises:
            SqlRejected: the guard does not let the statement through.
            QueryLimit: it ran past its time or memory limit.
        """
        return self.reader.raw_sql(statement, max_rows)

    def close(self) -> None:
        """Let go of the snapshot's file."""
        self.reader.close()

    def __enter__(self) -> "OpenStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def pack_of_store(name: str, given: str | None = None) -> Pack:
    """The pack that is given, else the one that the settings name if it has the store's name, else the shipped one of that name."""
    if given:
        return load_pack(given)
    chosen = load_pack(setting("pack"))
    if chosen.name == name:
        return chosen
    if name not in available_packs():
        raise PackError(f"the store's pack {name!r} does not ship with RIE: set RIE_PACK to the folder of its pack.yaml")
    return load_pack(name)


def ask(question: str, store: str | Path, **named: Any) -> Answer:
    """Answer one question from a store; `OpenStore` is quicker for several. Named arguments are those of `OpenStore.ask`."""
    with OpenStore(store) as opened:
        return opened.ask(question, **named)


def snapshots(store: str | Path) -> list[tuple[int, int, int]]:
    """The snapshots of a store, the newest last: number, documents, size in bytes.

    Raises:
        StoreError: there is no such store, or it is empty.
    """
    from rie.store import Reader
    from rie.store.layout import Layout

    layout = Layout(Path(store))
    with Reader(layout.root):
        pass  # a folder that is no store is an error, not an empty list
    found = []
    for number in layout.numbers():
        with Reader(layout.root, number) as reader:
            ((documents,),) = reader.query("SELECT count(*) FROM document").rows
        found.append((number, int(documents), layout.snapshot(number).stat().st_size))
    return found


def read_questions(file: Path) -> Iterator[tuple[str, tuple[str, ...], str | None, str | None]]:
    """The questions of a batch file: question, `after`, `today` and id of each line.

    Raises:
        UsageError: no such file, or a line is not a question; names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}); give a file of JSON lines with id and question") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _question(f"{file}, line {number}", line)


def _question(place: str, line: str) -> tuple[str, tuple[str, ...], str | None, str | None]:
    try:
        item = json.loads(line)
        after, name = item.get("after") or (), item.get("id")
        earlier = (after,) if isinstance(after, str) else tuple(map(str, after))
        return str(item["question"]), earlier, item.get("today"), None if name is None else str(name)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f'{place}: not a question; write {{"id": "q-1", "question": "..."}}') from None
