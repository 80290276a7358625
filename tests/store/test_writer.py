"""What a run changes, and when it publishes."""

import errno
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from rie.errors import StoreError, UsageError
from rie.pack import load_pack
from rie.store import Reader, Writer, document_hash
from rie.types import Entity, Rejected
from tests.store.build import MODEL, PACK, extraction, funding, write

A = extraction("a", "2024-05-03", funding("Hooli", "5000000", investors=["Raviga"]), seats=[("Hooli", "Reno")])
B = extraction("b", "2024-05-03", funding("Pied Piper", "5000000"))


def count(store: Path, table: str) -> int:
    with Reader(store) as reader:
        return int(reader.query(f'SELECT count(*) FROM "{table}"').rows[0][0])


def tables(store: Path) -> dict[str, list[tuple[object, ...]]]:
    with Reader(store) as reader:
        return {name: reader.query(f'SELECT * FROM "{name}" ORDER BY ALL').rows for name in reader.table_names}


def test_a_run_makes_the_files_of_the_contract(tmp_path: Path) -> None:
    summary = write(tmp_path / "store", A, B)
    assert (summary.snapshot, summary.new, summary.facts, summary.published) == (1, 2, {"funding_round": 2}, True)
    assert (tmp_path / "store" / "CURRENT").read_text() == "facts-000001.duckdb\n"
    assert (tmp_path / "store" / "current.duckdb").readlink() == Path("snapshots/facts-000001.duckdb")
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == [".lock", "CURRENT", "current.duckdb", "snapshots"]
    with duckdb.connect(str(tmp_path / "store" / "current.duckdb"), read_only=True) as people:
        assert people.execute("SELECT count(*) FROM funding_round").fetchone() == (2,)


def test_unchanged_documents_publish_nothing(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    again = write(tmp_path, A, B)
    assert (again.snapshot, again.new, again.unchanged, again.published, again.facts) == (1, 0, 2, False, {"funding_round": 2})
    assert [path.name for path in (tmp_path / "snapshots").iterdir()] == ["facts-000001.duckdb"]


def test_a_run_without_documents_on_no_store_publishes_nothing(tmp_path: Path) -> None:
    assert write(tmp_path).snapshot is None
    with pytest.raises(StoreError, match="the store is empty"):
        Reader(tmp_path)


def test_a_changed_document_replaces_all_its_rows(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    changed = extraction("a", "2024-05-03", funding("Endframe", "7000000"), text="another text")
    summary = write(tmp_path, changed)
    assert (summary.new, summary.updated, summary.facts) == (0, 1, {"funding_round": 2})
    found, fresh = tables(tmp_path), None
    write(tmp_path / "fresh", changed, B)
    fresh = tables(tmp_path / "fresh")
    ignored = {"document", "funding_round", "funding_round_report", "funding_investor", "funding_investor_report"}
    assert {k: v for k, v in found.items() if k not in ignored} == {k: v for k, v in fresh.items() if k not in ignored}
    assert count(tmp_path, "funding_investor_report") == 0
    with Reader(tmp_path, 1) as old:
        assert old.query("SELECT company FROM funding_round ORDER BY ALL").rows == [("Hooli",), ("Pied Piper",)]


def test_another_model_reads_again(tmp_path: Path) -> None:
    write(tmp_path, A)
    with Writer(tmp_path, PACK) as writer:
        assert writer.known_hashes() == writer.known_hashes(MODEL) == {"a": document_hash(A.document)}
        assert writer.known_hashes("hand-2") == {}
        writer.add([A], "hand-2")
        assert writer.publish().updated == 1
    with Reader(tmp_path) as reader:
        assert reader.query("SELECT model_version FROM funding_round_report").rows == [("hand-2",)]


def test_removal_leaves_nothing_of_a_document(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    with Writer(tmp_path, PACK) as writer:
        assert writer.remove(["b", "a", "x", "a"]) == ["b", "a"]
        summary = writer.publish()
    assert (summary.snapshot, summary.removed, summary.facts) == (2, 2, {})
    assert {name: rows for name, rows in tables(tmp_path).items() if rows} == {}
    with duckdb.connect(str(tmp_path / "current.duckdb"), read_only=True) as people:
        assert [
            people.execute(f"SELECT count(*) FROM rie_internal.{t}").fetchone() for t in ("named", "entity", "reading", "conflict")
        ] == [(0,)] * 4


def test_removal_of_nothing_publishes_nothing(tmp_path: Path) -> None:
    write(tmp_path, A)
    with Writer(tmp_path, PACK) as writer:
        assert writer.remove(["x"]) == []
        assert not writer.publish().published


def test_a_removed_document_can_come_back(tmp_path: Path) -> None:
    write(tmp_path, A)
    with Writer(tmp_path, PACK) as writer:
        writer.remove(["a"])
        writer.publish()
    assert write(tmp_path, A).new == 1
    assert count(tmp_path, "funding_round") == 1


def test_a_document_twice_in_a_run_is_an_error_and_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, B)
    with pytest.raises(UsageError, match="'a' comes twice"):
        write(tmp_path, A, A)
    assert count(tmp_path, "document") == 1


REJECTED = Rejected("n-9", "batch.jsonl", 9, "empty_text", "the text is empty", "0" * 64)


def test_rejected_input_is_recorded_once(tmp_path: Path) -> None:
    for published in (True, False):
        with Writer(tmp_path, PACK) as writer:
            writer.reject([REJECTED, replace(REJECTED, id=None, line=None)])
            summary = writer.publish()
            assert (summary.published, summary.rejected) == (published, 2)
    assert count(tmp_path, "rejected_document") == 2


def test_a_document_leaves_quarantine_when_it_comes_whole(tmp_path: Path) -> None:
    with Writer(tmp_path, PACK) as writer:
        writer.reject([replace(REJECTED, id="a")])
        writer.publish()
    with Writer(tmp_path, PACK) as writer:
        writer.add([A], MODEL)
        writer.reject([replace(REJECTED, id="a", line=12, code="duplicate_id")])
        writer.publish()
    with Reader(tmp_path) as reader:
        assert reader.query("SELECT doc_id, line FROM rejected_document").rows == [("a", 12)]


def test_custom_entities_are_kept_and_replaced(tmp_path: Path) -> None:
    one = Entity("X1", "Hooli", "company", "custom", ("H",), {"city": "Reno"})
    with Writer(tmp_path, PACK) as writer:
        writer.add_knowledge([one], "mine.csv")
        assert writer.custom_entities() == [one]
        writer.publish()
    with Writer(tmp_path, PACK) as writer:
        assert writer.custom_entities() == [one]
        writer.add_knowledge([one], "mine.csv")
        assert not writer.publish().published
        writer.add_knowledge([replace(one, name="Hooli XYZ")], "mine.csv")
        assert writer.publish().snapshot == 2
        assert [entity.name for entity in writer.custom_entities()] == ["Hooli XYZ"]
    assert count(tmp_path, "company") == 0


def test_several_snapshots_can_be_published_by_one_writer(tmp_path: Path) -> None:
    with Writer(tmp_path, PACK) as writer:
        writer.add([A], MODEL)
        assert writer.publish().snapshot == 1
        writer.add([B], MODEL)
        assert (writer.publish().snapshot, writer.publish().published) == (2, False)
    assert count(tmp_path, "funding_round") == 2


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    with Writer(tmp_path, PACK), pytest.raises(StoreError, match="another process is writing"):
        Writer(tmp_path, PACK)
    write(tmp_path, A)


def test_a_run_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, A)
    with pytest.raises(UsageError), Writer(tmp_path, PACK) as writer:
        writer.add([B, B], MODEL)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "CURRENT", "current.duckdb", "snapshots"]
    assert count(tmp_path, "document") == 1
    assert write(tmp_path, B).snapshot == 2


def test_another_pack_is_refused(tmp_path: Path) -> None:
    write(tmp_path, A)
    with pytest.raises(StoreError, match="holds facts of the pack 'business', not 'other'"):
        Writer(tmp_path, load_pack("business").model_copy(update={"name": "other"}))
    write(tmp_path, B)


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000])
def test_a_damaged_snapshot_is_told_to_writers_and_readers(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, A)
    file = tmp_path / "snapshots" / "facts-000001.duckdb"
    file.write_bytes(content)
    for open_ in (lambda: Reader(tmp_path), lambda: Writer(tmp_path, PACK)):
        with pytest.raises(StoreError, match=r"facts-000001\.duckdb"):
            open_()


def test_a_damaged_snapshot_beside_a_whole_one_costs_readers_nothing(tmp_path: Path) -> None:
    write(tmp_path, A)
    half = (tmp_path / "snapshots" / "facts-000001.duckdb").read_bytes()[:300_000]
    (tmp_path / "snapshots" / "facts-000002.duckdb").write_bytes(half)
    with pytest.raises(StoreError, match=r"facts-000002\.duckdb"):
        Writer(tmp_path, PACK)
    assert (tmp_path / "CURRENT").read_text().strip() == "facts-000001.duckdb"
    assert count(tmp_path, "document") == 1
    (tmp_path / "snapshots" / "facts-000002.duckdb").unlink()
    assert write(tmp_path, B).snapshot == 2


@pytest.mark.parametrize(("number", "version"), [(0, "an older version"), (2, "a newer version")])
def test_a_store_of_another_format_is_refused_by_readers_too(tmp_path: Path, number: int, version: str) -> None:
    write(tmp_path, A)
    with duckdb.connect(str(tmp_path / "snapshots" / "facts-000001.duckdb")) as connection:
        connection.execute(f"UPDATE rie_internal.store SET format = {number}")
    for open_ in (lambda: Reader(tmp_path), lambda: Writer(tmp_path, PACK)):
        with pytest.raises(StoreError, match=f"{version}.* of RIE"):
            open_()


def test_a_full_disk_is_told_and_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write(tmp_path, A)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", full)
        with pytest.raises(StoreError, match=r"\(No space left on device\).*free space there"):
            write(tmp_path, B)
    assert count(tmp_path, "document") == 1
    assert write(tmp_path, B).snapshot == 2


def test_a_missing_store_and_a_missing_snapshot_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store; make one with `rie ingest"):
        Reader(tmp_path / "none")
    write(tmp_path, A)
    with pytest.raises(StoreError, match="no snapshot 7; the newest ones are 1"):
        Reader(tmp_path, 7)
    (tmp_path / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="holds 'nonsense'"):
        Reader(tmp_path)
    (tmp_path / "CURRENT").unlink()
    with pytest.raises(StoreError, match=r"write facts-000001\.duckdb into it"):
        Reader(tmp_path)
    assert write(tmp_path, A).snapshot == 1
    assert count(tmp_path, "document") == 1


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written to"):
        Writer(tmp_path / "file" / "store", PACK)


def test_a_snapshot_is_never_written_to_again(tmp_path: Path) -> None:
    write(tmp_path, A)
    file = tmp_path / "snapshots" / "facts-000001.duckdb"
    before = file.read_bytes(), file.stat()[stat.ST_MTIME]
    write(tmp_path, B)
    with Reader(tmp_path, 1) as reader:
        reader.query("SELECT * FROM document")
    assert (file.read_bytes(), file.stat()[stat.ST_MTIME]) == before


def test_facts_lie_sorted_by_company_and_date(tmp_path: Path) -> None:
    write(tmp_path, *(extraction(f"d{n}", f"20{n % 20 + 10}-01-01", funding(f"Company {n % 7}", str(10**6 * (n + 1)))) for n in range(60)))
    with Reader(tmp_path) as reader:
        rows = reader.query("SELECT company_id, announced_on FROM funding_round").rows
    assert len(rows) == 60
    assert rows == sorted(rows)


@pytest.mark.parametrize("field", ["text", "title", "source", "url", "metadata", "published_at"])
def test_the_hash_covers_every_field_that_reading_depends_on(field: str) -> None:
    changed = {"metadata": {"company": "Hooli"}, "published_at": None}.get(field, "changed")
    assert document_hash(replace(A.document, **{field: changed})) != document_hash(A.document)


def test_texts_of_any_characters_can_be_stored(tmp_path: Path) -> None:
    text = "nul \0 emoji \U0001f600 quote ' \" lone \ud800 end"
    write(tmp_path, replace(A, document=replace(A.document, text=text)))
    with Reader(tmp_path) as reader:
        document = reader.document("a")
    assert document is not None
    assert document["text"] == text.replace("\ud800", "?")


def test_sums_beyond_all_measure_become_null(tmp_path: Path) -> None:
    write(tmp_path, extraction("a", "2024-01-01", funding("Hooli", "1e40")), extraction("b", "2024-01-01", funding("Pied", "1.123456789")))
    with Reader(tmp_path) as reader:
        assert [str(row[0]) for row in reader.query("SELECT amount FROM funding_round ORDER BY company").rows] == ["None", "1.123457"]


def test_many_small_runs_do_not_let_the_file_grow_for_ever(tmp_path: Path) -> None:
    sizes = []
    for number in range(12):
        write(tmp_path, extraction("a", "2024-05-03", funding("Hooli", str(number + 1)), text=f"version {number} " * 50))
        sizes.append((tmp_path / "current.duckdb").stat().st_size)
    assert sizes[-1] <= 3 * sizes[0]
