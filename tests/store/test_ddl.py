"""The tables of a store and their documentation."""

import re
from pathlib import Path

import duckdb

from rie.store import Reader, ddl, write_schema
from rie.store.ddl import catalog, internal_ddl, public_tables
from tests.store.build import PACK, extraction, funding, write

SHARED = {
    "evidence": "report_id, role, doc_id, part, key, start_char, end_char, quote",
    "document": "doc_id, title, source, url, published_at, date_precision, text, metadata, sha256, ingested_at",
    "mention": "doc_id, part, start_char, end_char, label, text, value, unit, entity_id, score",
    "rejected_document": "doc_id, source, line, code, reason, sha256, at",
}
REPORT = {"report_id", "doc_id", "inferred", "model_version", "confidence", "fx_rate", "fx_date"}


def made() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(ddl(PACK) + internal_ddl(PACK))
    return connection


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [row[0] for row in connection.execute(f'DESCRIBE "{table}"').fetchall()]


def test_the_committed_schema_is_in_step() -> None:
    assert (PACK.folder / "schema.sql").read_text(encoding="utf-8").endswith(ddl(PACK))


def test_write_schema_writes_what_ddl_gives(tmp_path: Path) -> None:
    file = write_schema(PACK.model_copy(update={"folder": tmp_path}))
    assert file == tmp_path / "schema.sql"
    assert file.read_text(encoding="utf-8").endswith(ddl(PACK))


def test_shared_tables_have_the_columns_of_the_contract_in_order() -> None:
    connection = made()
    for table, listed in SHARED.items():
        assert columns(connection, table) == listed.split(", ")


def test_facts_and_their_reports_have_the_columns_of_the_contract() -> None:
    connection = made()
    for name, table in PACK.tables.items():
        if table.kind == "fact":
            assert columns(connection, name) == [*table.columns, "first_reported_on", "n_reports", "confidence"]
            assert set(columns(connection, f"{name}_report")) == {*table.columns, *REPORT}
            assert columns(connection, f"{name}_report")[0] == "report_id"
        elif table.kind == "child":
            assert columns(connection, f"{name}_report") == ["report_id", *table.columns]


def test_every_table_and_column_is_documented() -> None:
    connection = made()
    bare = connection.execute("""
        SELECT table_name FROM duckdb_tables() WHERE coalesce(comment, '') = '' UNION ALL
        SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''""").fetchall()
    assert bare == []


def test_ids_cannot_be_empty() -> None:
    connection = made()
    nullable = connection.execute("""
        SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main' AND is_nullable
        AND column_name IN ('report_id', 'round_id', 'deal_id', 'result_id', 'change_id', 'doc_id')""").fetchall()
    assert nullable == [("rejected_document", "doc_id")]


def test_the_catalog_names_every_public_table(tmp_path: Path) -> None:
    write(tmp_path, extraction("a", "2024-05-03", funding("Hooli", "5")))
    with Reader(tmp_path) as reader:
        assert reader.table_names == public_tables(PACK) == [row[0] for row in catalog(PACK)]
        assert reader.table_names == re.findall(r'^CREATE TABLE "(\w+)"', ddl(PACK), re.MULTILINE)
