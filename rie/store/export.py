"""Copy the public tables of a snapshot out, as Parquet or CSV files."""

from pathlib import Path

import duckdb

from rie.errors import UsageError
from rie.store.connect import locked, open_exporter, open_reader
from rie.store.ddl import INTERNAL
from rie.store.layout import Layout, chosen_snapshot

FORMATS = {"parquet": "FORMAT parquet, COMPRESSION zstd", "csv": "FORMAT csv, HEADER"}


def export(store: Path, to: Path, snapshot: int | None = None, format: str = "parquet") -> list[Path]:
    """Write every public table of a snapshot into a file of its own, named as the table.

    Args:
        store: the store's folder.
        to: the folder for the files; it is made when it does not exist, files of the same names are replaced.
        snapshot: a snapshot's number; None for the newest.
        format: `parquet` or `csv`.

    Returns:
        The files.

    Raises:
        StoreError: there is no such store or snapshot.
        UsageError: another format, or the folder cannot be written to.
    """
    if format not in FORMATS:
        raise UsageError(f"format {format!r}: choose {' or '.join(FORMATS)}")
    layout = Layout(Path(store))
    with open_reader(layout.snapshot(chosen_snapshot(layout, snapshot)), locked()) as source:
        tables = [name for (name,) in source.execute(f"SELECT table_name FROM {INTERNAL}.catalog").fetchall()]
        folder = _folder(Path(to))
        with open_exporter(folder) as target:
            return [_write(source, target, table, folder / f"{table}.{format}", FORMATS[format]) for table in tables]


def _folder(to: Path) -> Path:
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{to}: cannot be written to ({error.strerror}); choose another folder with --to") from None
    return to.resolve()


def _write(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str, file: Path, options: str) -> Path:
    partial = file.with_name(f".{file.name}.partial")
    target.register("rie_rows", source.sql(f'SELECT * FROM "{table}"').to_arrow_reader(100_000))
    try:
        target.execute(f"COPY (SELECT * FROM rie_rows) TO '{str(partial).replace(chr(39), chr(39) * 2)}' ({options})")
    except duckdb.Error as error:
        partial.unlink(missing_ok=True)
        raise UsageError(f"{file}: cannot be written ({str(error).splitlines()[0][:200]})") from None
    finally:
        target.unregister("rie_rows")
    partial.replace(file)
    return file
