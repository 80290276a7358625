"""Copies of a snapshot."""

from pathlib import Path

import duckdb
import pytest

from rie.errors import StoreError, UsageError
from rie.store import Reader, export
from tests.store.build import extraction, funding, write


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_every_public_table_is_exported_whole(tmp_path: Path, kind: str) -> None:
    text = 'quotes " and\nnew lines, commas'
    write(tmp_path, extraction("a", "2024-05-03", funding("Hooli", "5000000.5", investors=["Raviga"]), text=text))
    files = export(tmp_path, tmp_path / "it's" / "out", format=kind)
    with Reader(tmp_path) as reader, duckdb.connect() as anyone:
        assert [file.name for file in files] == [f"{table}.{kind}" for table in reader.table_names]
        for file in files:
            exported = anyone.execute("SELECT count(*) FROM " + f"'{file}'".replace("it's", "it''s")).fetchone()
            assert exported == reader.query(f'SELECT count(*) FROM "{file.stem}"').rows[0]
        path = str(tmp_path / "it''s" / "out" / f"document.{kind}")
        assert anyone.execute(f"SELECT text FROM '{path}'").fetchone() == (text,)
    assert sorted(path.name for path in (tmp_path / "it's" / "out").iterdir()) == sorted(file.name for file in files)


def test_an_older_snapshot_can_be_exported(tmp_path: Path) -> None:
    write(tmp_path, extraction("a", "2024-05-03", funding("Hooli", "5")))
    write(tmp_path, extraction("b", "2024-05-03", funding("Pied", "5")))
    for snapshot, number in ((1, 1), (None, 2)):
        export(tmp_path, tmp_path / "out", snapshot)
        assert duckdb.connect().execute(f"SELECT count(*) FROM '{tmp_path}/out/document.parquet'").fetchone() == (number,)


def test_a_wrong_format_store_or_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path / "store", extraction("a", "2024-05-03", funding("Hooli", "5")))
    with pytest.raises(UsageError, match="choose parquet or csv"):
        export(tmp_path / "store", tmp_path / "out", format="xlsx")
    with pytest.raises(StoreError, match="there is no store"):
        export(tmp_path / "none", tmp_path / "out")
    with pytest.raises(StoreError, match="no snapshot 9"):
        export(tmp_path / "store", tmp_path / "out", 9)
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="choose another folder"):
        export(tmp_path / "store", tmp_path / "file" / "out")
