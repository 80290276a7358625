"""What a locked-down connection cannot do, tried without the guard."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from rie.store import Reader
from rie.store.connect import locked, open_exporter
from tests.store.build import extraction, funding, write


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    write(tmp_path, extraction("a", "2024-05-03", funding("Hooli", "5000000")))
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    with Reader(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('{folder}/secret.csv')",
        "SELECT * FROM read_csv('{folder}/secret.csv')",
        "SELECT * FROM '{folder}/secret.csv'",
        "SELECT * FROM glob('{folder}/*')",
        "COPY company TO '{folder}/stolen.csv'",
        "COPY company FROM '{folder}/secret.csv'",
        "EXPORT DATABASE '{folder}/stolen'",
        "ATTACH '{folder}/other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '{folder}/secret.csv'",
        "SET memory_limit = '100GB'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET threads = 64",
        "RESET memory_limit",
        "SET max_execution_time = 0",
        "SET temp_directory = '{folder}'",
        "PRAGMA threads = 64",
        "SET allowed_directories = ['/']",
        "CREATE TABLE t (a INT)",
        "INSERT INTO company VALUES (1)",
        "DELETE FROM company",
        "DROP TABLE company",
        "ALTER TABLE company RENAME TO c",
        "UPDATE document SET text = ''",
        "CREATE PERSISTENT SECRET s (TYPE http)",
        "CHECKPOINT",
    ],
)
def test_reading_files_writing_and_settings_are_out_of_reach(reader: Reader, sql: str) -> None:
    folder = reader.layout.root
    before = sorted(path.name for path in folder.iterdir())
    raw = reader._opened.connection.cursor()
    limit = raw.execute("SELECT current_setting('memory_limit'), current_setting('threads')").fetchone()
    try:
        raw.execute(sql.format(folder=folder)).fetchall()
    except duckdb.Error:
        refused = True
    else:
        refused = sql == "CHECKPOINT"
    assert refused
    assert sorted(path.name for path in folder.iterdir()) == before
    assert raw.execute("SELECT current_setting('memory_limit'), current_setting('threads')").fetchone() == limit


def test_python_variables_are_not_tables(reader: Reader) -> None:
    frame = __import__("pyarrow").table({"a": [1]})
    with pytest.raises(duckdb.CatalogException):
        reader._opened.connection.execute("SELECT * FROM frame")
    assert frame.num_rows == 1


def test_the_limits_are_in_force(reader: Reader) -> None:
    names = [
        "enable_external_access",
        "lock_configuration",
        "threads",
        "max_execution_time",
        "autoload_known_extensions",
        "autoinstall_known_extensions",
    ]
    for name in names:
        row = reader._opened.connection.execute(f"SELECT current_setting('{name}')::VARCHAR").fetchone()
        assert row == (locked()[name],)


def test_an_exporter_writes_into_its_folder_only(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    with open_exporter(tmp_path / "to") as exporter:
        exporter.execute(f"COPY (SELECT 1) TO '{tmp_path}/to/a.csv'")
        for target in (f"{tmp_path}/a.csv", f"{tmp_path}/to/../b.csv"):
            with pytest.raises(duckdb.PermissionException):
                exporter.execute(f"COPY (SELECT 1) TO '{target}'")
        with pytest.raises(duckdb.Error):
            exporter.execute("SET enable_external_access = true")
    assert sorted(path.name for path in tmp_path.rglob("*.csv")) == ["a.csv"]
