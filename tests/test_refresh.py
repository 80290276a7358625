"""`rie refresh` and `rie schema diff` over a store: what a change of pack or model touches is read again, the rest stays."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hooli import FIRST, TABLE, rie_command, write_lines

import rie
from rie.drift import drift
from rie.entities import merge, rename
from rie.errors import StoreError, UsageError
from rie.refresh import UNREAD, refresh
from rie.store import Reader
from rie.types import Document, Extraction, Rejected
from tests.pack.test_diff import at
from tests.pack.variant import BUSINESS, variant

SECOND = {"id": "n-2", "text": "Pied Piper has raised $9m in a Series A round led by Raviga.", "published_at": "2016-05-03"}
MORE = at("terms.round_type.values.angel", [r"\bangels?"])
COLUMN = at("tables.funding_round.columns.motto", {"type": "text", "comment": "Motto"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    """A store of two documents and a table of ids, and the pack that it was made with in `pack`."""
    variant(lambda content: None, tmp_path / "pack")
    (tmp_path / "companies.csv").write_text(TABLE, encoding="utf-8")
    write_lines(tmp_path / "news.jsonl", [FIRST, SECOND])
    rie.ingest(tmp_path / "news.jsonl", tmp_path / "store", str(tmp_path / "pack"), knowledge=tmp_path / "companies.csv", workers=1)
    yield tmp_path / "store"
    variant(lambda content: None)


def rows(store: Path, sql: str) -> list[tuple[Any, ...]]:
    with Reader(store) as reader:
        return reader.query(sql).rows


def changed(store: Path, change: Any) -> str:
    """The folder of the store's pack with a change."""
    return str(variant(change, store.parent / "pack").folder)


def test_nothing_is_done_where_nothing_has_changed(store: Path) -> None:
    done = refresh(store, str(store.parent / "pack"), workers=1)
    assert (done.published, done.read, done.unchanged, done.snapshot) == (False, 0, 2, 1)


def test_a_changed_vocabulary_reads_the_documents_again_once(store: Path) -> None:
    pack = changed(store, MORE)
    before = rows(store, "SELECT round_id, company FROM funding_round")
    done = refresh(store, pack, workers=1)
    assert (done.published, done.read, done.unchanged, done.snapshot, done.rebuilt) == (True, 2, 0, 2, False)
    assert rows(store, "SELECT round_id, company FROM funding_round") == before
    assert refresh(store, pack, workers=1).published is False


def test_documents_that_were_read_with_the_present_pack_stay(store: Path) -> None:
    pack = changed(store, MORE)
    write_lines(store.parent / "news.jsonl", [SECOND])
    assert rie.ingest(store.parent / "news.jsonl", store, pack, workers=1).updated == 1
    read_at = rows(store, "SELECT ingested_at FROM document WHERE doc_id = 'n-2'")
    done = refresh(store, pack, workers=1)
    assert (done.read, done.unchanged) == (1, 1)
    assert rows(store, "SELECT ingested_at FROM document WHERE doc_id = 'n-2'") == read_at


def test_more_knowledge_alone_makes_no_document_stale(store: Path) -> None:
    (store.parent / "more.csv").write_text("77,Endframe\n", encoding="utf-8")
    write_lines(store.parent / "more.jsonl", [{"id": "n-3", "text": "Endframe raised $2m."}])
    rie.ingest(store.parent / "more.jsonl", store, str(store.parent / "pack"), knowledge=store.parent / "more.csv", workers=1)
    assert refresh(store, str(store.parent / "pack"), workers=1).read == 0


def test_another_resolution_reads_nothing_but_publishes(store: Path) -> None:
    pack = changed(store, at("tables.funding_round.comment", "A round."))
    done = refresh(store, pack, workers=1)
    assert (done.published, done.read, done.unchanged) == (True, 0, 2)
    assert rows(store, "SELECT comment FROM duckdb_tables() WHERE table_name = 'funding_round'") == [("A round.",)]
    assert refresh(store, pack, workers=1).published is False


def test_new_columns_rebuild_the_tables_and_keep_what_no_document_says(store: Path) -> None:
    rename(store, "Raviga", "Raviga Partners")
    facts = rows(store, "SELECT round_id, company_id, company FROM funding_round ORDER BY ALL")
    pack = changed(store, COLUMN)
    done = refresh(store, pack, workers=1)
    assert (done.rebuilt, done.read, done.snapshot) == (True, 2, 3)
    assert rows(store, "SELECT round_id, company_id, company FROM funding_round ORDER BY ALL") == facts
    assert rows(store, "SELECT DISTINCT motto FROM funding_round") == [(None,)]
    assert ("5923214",) in rows(store, "SELECT company_id FROM company")
    assert rows(store, "SELECT investor FROM funding_investor WHERE investor LIKE 'Raviga%'") == [("Raviga Partners",)]
    assert rows(store, "SELECT count(*) FROM rie_internal.batch") == [(3,)]
    assert refresh(store, pack, workers=1).published is False


def test_ingest_into_tables_of_another_pack_stops_and_says_what_to_do(store: Path) -> None:
    with pytest.raises(StoreError, match=r"changed its tables funding_round, funding_round_report since; .* `rie refresh --store"):
        rie.ingest(store.parent / "news.jsonl", store, changed(store, COLUMN), workers=1)
    assert rows(store, "SELECT count(*) FROM document") == [(2,)]


class Failing:
    """Reads all documents but one."""

    def __init__(self, lost: str) -> None:
        self.lost = lost

    def __call__(self, documents: Iterator[Document]) -> Iterator[Extraction | Rejected]:
        for document in documents:
            yield Rejected(document.id, "", None, "extraction_failed", "no", "0") if document.id == self.lost else Extraction(document)


@pytest.mark.parametrize(("change", "rounds"), [(MORE, 1), (COLUMN, 0)])
def test_a_document_that_cannot_be_read_again_is_kept(store: Path, monkeypatch: pytest.MonkeyPatch, change: Any, rounds: int) -> None:
    monkeypatch.setattr("rie.refresh.engine_of", lambda name: lambda documents, *rest: Failing("n-1")(documents))
    done = refresh(store, changed(store, change), workers=1)
    assert (done.read, done.failed) == (1, ("n-1",))
    assert rows(store, "SELECT doc_id FROM document ORDER BY 1") == [("n-1",), ("n-2",)]
    assert rows(store, "SELECT count(*) FROM funding_round WHERE company = 'Hooli'") == [(rounds,)]
    assert rows(store, "SELECT code FROM rejected_document WHERE doc_id = 'n-1'") == [("extraction_failed",)]
    monkeypatch.undo()
    assert refresh(store, str(store.parent / "pack"), workers=1).read == 1
    assert rows(store, f"SELECT count(*) FROM rie_internal.reading WHERE model_version = '{UNREAD}'") == [(0,)]
    assert rows(store, "SELECT count(*) FROM rejected_document") == [(0,)]


def test_a_store_of_an_older_rie_is_brought_up_to_date(store: Path) -> None:
    import duckdb

    with duckdb.connect(str(store / "snapshots" / "facts-000001.duckdb")) as old:
        old.execute("DROP TABLE entity_decision; DROP TABLE entity_merge; DROP TABLE merge_candidate; DROP TABLE rie_internal.pack")
        old.execute("DELETE FROM rie_internal.catalog WHERE table_name IN ('entity_decision', 'entity_merge', 'merge_candidate')")
    with pytest.raises(UsageError, match="rie refresh"):
        drift(str(store), "business")
    with pytest.raises(UsageError, match="rie refresh"):
        merge(store, "Hooli", "ACME Ventures")
    pack = str(store.parent / "pack")
    assert refresh(store, pack, workers=1).published
    with Reader(store) as reader:
        assert "merge_candidate" in reader.table_names
    assert drift(str(store), pack).changes == ()


def test_diff_of_a_store_counts_what_was_read_otherwise(store: Path) -> None:
    pack = changed(store, MORE)
    found = drift(str(store), pack)
    assert [change.place for change in found.changes] == ["terms.round_type.values.angel"]
    assert (found.documents, found.stale) == (2, 2)
    refresh(store, pack, workers=1)
    found = drift(str(store), pack)
    assert (found.changes, found.stale, found.steps) == ((), 0, ("nothing to do for a store",))


def test_the_commands_print_what_they_found(store: Path) -> None:
    pack = changed(store, MORE)
    shown = rie_command("schema", "diff", str(store), pack)
    assert "terms.round_type.values.angel" in shown.stdout
    assert "2 of 2 documents" in shown.stdout
    told = json.loads(rie_command("schema", "diff", str(store), pack, "--json").stdout)
    assert (told["effect"], told["stale"], told["changes"][0]["effect"]) == ("re-extract", 2, "re-extract")
    done = json.loads(rie_command("refresh", "--store", str(store), "--pack", pack, "--workers", "1", "--json").stdout)
    assert done["documents"] == {"read": 2, "unchanged": 0, "failed": 0}
    again = rie_command("refresh", "--store", str(store), "--pack", pack, "--workers", "1")
    assert "Nothing has changed" in again.stdout


def test_what_is_no_pack_and_no_store_is_one_clear_error(tmp_path: Path) -> None:
    done = rie_command("schema", "diff", str(tmp_path), "business")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "neither a pack nor a store" in done.stderr
    assert BUSINESS.name in done.stderr
