"""What readers get."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rie.errors import QueryLimit, UsageError
from rie.store import Reader, Writer, connect
from tests.store.build import PACK, deal, extraction, funding, write


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    write(
        tmp_path,
        extraction("a", "2024-05-03", funding("Hooli", "5000000", lead="Raviga"), text="Hooli raised $5m from Raviga."),
        extraction("b", "2024-05-04", funding("Hooli", "5200000", investors=["Bream Hall"])),
        extraction("c", "2023-05-04", funding("Pied Piper", "1000000"), deal("Hooli", "Endframe", "100")),
    )
    with Reader(tmp_path) as opened:
        yield opened


def one(reader: Reader, sql: str) -> str:
    return str(reader.query(sql).rows[0][0])


def test_a_query_binds_its_parameters_and_tells_types_and_truncation(reader: Reader) -> None:
    sql = "SELECT company, amount, announced_on FROM funding_round WHERE company = $name OR $name IS NULL ORDER BY 1"
    found = reader.query(sql, {"name": None}, max_rows=1)
    assert found.columns == [("company", "VARCHAR"), ("amount", "DECIMAL(38,6)"), ("announced_on", "DATE")]
    assert (len(found.rows), found.truncated) == (1, True)
    assert not reader.query(sql, {"name": "Hooli"}, max_rows=1).truncated


def test_a_query_that_cannot_run_is_a_usage_error(reader: Reader) -> None:
    for sql in ["SELEC 1", "SELECT nothing FROM company", "SELECT $missing", "SELECT CAST('x' AS INT)"]:
        with pytest.raises(UsageError, match="cannot be run"):
            reader.query(sql)


def test_a_query_is_ended_when_it_takes_too_long(reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(connect, "TIMEOUT_MS", 300)
    monkeypatch.setattr(connect.locked, "__defaults__", (connect.MEMORY, connect.SPILL, connect.THREADS, 300))
    write(tmp_path / "other", extraction("a", "2024-05-03", funding("Hooli", "5")))
    with Reader(tmp_path / "other") as quick, pytest.raises(QueryLimit, match="took longer"):
        quick.query("SELECT count(*) FROM range(100000000000) a, range(1000000) b")


def test_evidence_comes_in_the_order_of_the_facts_with_its_total(reader: Reader) -> None:
    hooli = one(reader, "SELECT round_id FROM funding_round WHERE company = 'Hooli'")
    piper = one(reader, "SELECT round_id FROM funding_round WHERE company = 'Pied Piper'")
    spans, total = reader.evidence_of("funding_round", [piper, hooli])
    assert [span["doc_id"] for span in spans] == ["c", "a", "b"]
    assert total == 3
    assert spans[0] == {
        "fact_id": piper,
        "report_id": "r-c-0",
        "role": "company",
        "doc_id": "c",
        "part": "text",
        "key": None,
        "start_char": 0,
        "end_char": 3,
        "quote": "c",
        "table": "funding_round",
    }
    spans, total = reader.evidence_of("funding_round", [hooli, piper, "no such"], limit=1)
    assert ([span["doc_id"] for span in spans], total) == (["a"], 3)
    assert reader.evidence_of("funding_round", [hooli], roles=["amount"]) == ([], 0)
    assert reader.evidence_of("funding_round", []) == ([], 0)


def test_a_fact_holds_its_reports_and_what_hangs_on_it(reader: Reader) -> None:
    fact = reader.fact("funding_round", one(reader, "SELECT round_id FROM funding_round WHERE company = 'Hooli'"))
    assert fact is not None
    assert (fact["company"], fact["n_reports"]) == ("Hooli", 2)
    assert sorted(row["investor"] for row in fact["children"]["funding_investor"]) == ["Bream Hall", "Raviga"]
    assert [(report["doc_id"], [row["investor"] for row in report["children"]["funding_investor"]]) for report in fact["reports"]] == [
        ("a", ["Raviga"]),
        ("b", ["Bream Hall"]),
    ]
    assert {span["doc_id"] for span in fact["evidence"]} == {"a", "b"}
    assert reader.fact("funding_round", "no such") is None
    with pytest.raises(UsageError, match="no fact table"):
        reader.fact("company", "x")


def test_a_document_comes_with_its_mentions(reader: Reader) -> None:
    document = reader.document("a")
    assert document is not None
    assert document["text"] == "Hooli raised $5m from Raviga."
    assert [mention["text"] for mention in document["mentions"]] == ["Hooli", "Raviga"]
    assert reader.document("x") is None


def test_mentions_in_a_document_carry_the_id_of_the_merged_entity(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("a", "2024-05-03", funding("Zyntrix Labs", "11800000")),
        extraction("b", "2024-05-04", funding("Zyntrix", "11800000")),
    )
    with Reader(tmp_path) as reader:
        documents = [reader.document("a"), reader.document("b")]
        ids = {mention["entity_id"] for document in documents if document for mention in document["mentions"]}
        assert ids == {id_ for id_, *_ in reader.entities()}


def test_coverage_counts_reports_documents_and_conflicts(reader: Reader) -> None:
    ids = [row[0] for row in reader.query("SELECT round_id FROM funding_round").rows]
    assert reader.coverage("funding_round", ids) == {"facts": 2, "reports": 3, "documents": 3, "conflicting": 1}
    assert reader.coverage("funding_round", []) == {"facts": 0, "reports": 0, "documents": 0, "conflicting": 0}


def test_tables_are_described(reader: Reader) -> None:
    tables = {table["name"]: table for table in reader.tables()}
    assert list(tables) == reader.table_names
    assert tables["funding_round"]["rows"] == 2
    assert "Every real-world round is one row" in tables["funding_round"]["comment"]
    assert tables["company"]["columns"][0] == {"name": "company_id", "type": "VARCHAR", "comment": "Stable id"}


def test_rows_come_in_pages_with_filters(reader: Reader) -> None:
    page, total = reader.rows("funding_investor", limit=1, offset=1)
    assert (len(page.rows), total) == (1, 2)
    for filters, number in [
        ({"amount": "5000000"}, 1),
        ({"announced_on": "2024-05-03"}, 1),
        ({"valuation": None}, 2),
        ({"amount": "x"}, 0),
    ]:
        assert reader.rows("funding_round", filters)[1] == number
    for table, column in [("nothing", "x"), ("rie_internal.store", "x"), ("company", 'name" = 1 OR 1=1 --')]:
        with pytest.raises(UsageError, match=r"no table|no column"):
            reader.rows(table, {column: "x"})


def test_a_reader_follows_the_store_only_when_it_is_told_to(tmp_path: Path) -> None:
    write(tmp_path, extraction("a", "2024-05-03", funding("Hooli", "5")))
    with Reader(tmp_path) as reader, Reader(tmp_path, 1) as kept:
        write(tmp_path, extraction("b", "2024-05-03", funding("Pied Piper", "5")))
        assert (reader.snapshot, len(reader.entities())) == (1, 1)
        assert (reader.refresh(), kept.refresh(), reader.refresh()) == (True, False, False)
        assert (reader.snapshot, len(reader.entities()), len(kept.entities())) == (2, 2, 1)
        assert (reader.pack_name, reader.pack_version) == (PACK.name, PACK.version)


def test_many_threads_can_read_at_once(reader: Reader) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda n: reader.query("SELECT count(*) + $n FROM funding_round", {"n": n}).rows[0][0], range(400)))
    assert found == [n + 2 for n in range(400)]


def test_reading_leaves_no_files_behind(reader: Reader) -> None:
    reader.query("SELECT * FROM document")
    assert [path.name for path in reader.layout.snapshots.iterdir()] == ["facts-000001.duckdb"]


def test_a_writer_and_readers_can_share_a_process(reader: Reader) -> None:
    with Writer(reader.layout.root, PACK) as writer:
        assert len(writer.known_hashes()) == 3
        assert len(reader.entities()) == 5
        assert time.monotonic() > 0
