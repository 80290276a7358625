"""Tables as files that are sent while they are written: CSV and Parquet."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

MEDIA_TYPES: Final = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


def written(batches: Iterable[Any], format: str) -> Iterator[bytes]:
    """The bytes of a file of tables.

    Args:
        batches: Arrow tables of one schema, at least one.
        format: `csv` (a header; empty cells are NULL, empty texts are quoted; dates as `YYYY-MM-DD`) or `parquet`.
    """
    sink, writer = _Sink(), None
    for batch in batches:
        writer = writer or _writer(format)(sink, batch.schema)
        writer.write_table(batch)
        yield sink.taken()
    if writer is not None:
        writer.close()
    yield sink.taken()


def _writer(format: str) -> Callable[..., Any]:
    if format == "csv":
        from pyarrow.csv import CSVWriter

        return CSVWriter  # type: ignore[no-any-return]
    from pyarrow.parquet import ParquetWriter

    return lambda sink, schema: ParquetWriter(sink, schema, compression="zstd")


class _Sink(io.RawIOBase):
    """A file that is taken away piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        self._size += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        return self._size

    def taken(self) -> bytes:
        """What was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
