"""`rie entities`: what is listed, and decisions by name and id."""

import json
from pathlib import Path
from typing import Any

import pytest
from hooli import FIRST, rie_command, write_lines

from rie.entities import listed, merge, rename, split, undo
from rie.errors import UsageError
from rie.store import Reader
from tests.store.build import deal, entity, entity_id, extraction, funding, write


@pytest.fixture
def store(tmp_path: Path) -> Path:
    write(tmp_path, extraction("a", "2014-03-11", funding("Hooli", "5000000", investors=["ACME Ventures"])),
          extraction("b", "2014-03-12", funding("Hooli XYZ", "5000000")),
          extraction("c", "2015-01-01", funding("Raviga", "9000000", investors=["Acme Venture"])),
          extraction("d", "2017-01-01", deal("Raviga", "Pied Piper", seller="ACME Ventures")))
    return tmp_path


def names(store: Path, **wanted: Any) -> list[str]:
    return [row["name"] for row in listed(store, **wanted)]


def test_entities_are_listed_with_counts_origin_and_aliases(store: Path) -> None:
    first = {row["name"]: row for row in listed(store)}
    assert first["Hooli XYZ"] | {"entity_id": ""} == {
        "entity_id": "", "name": "Hooli XYZ", "kind": "company", "origin": "text", "documents": 2, "facts": 1, "aliases": ["Hooli"]}
    assert (first["ACME Ventures"]["documents"], first["ACME Ventures"]["facts"]) == (2, 2)
    assert names(store)[:3] == ["ACME Ventures", "Hooli XYZ", "Raviga"]
    assert len(listed(store, limit=2)) == 2


def test_entities_are_found_by_part_of_a_name_alias_or_id(store: Path) -> None:
    assert names(store, search="acme") == ["ACME Ventures", "Acme Venture"]
    assert names(store, search="Hooli XYZ") == names(store, search=entity_id("Hooli XYZ")) == ["Hooli XYZ"]
    assert names(store, search="nobody") == []


def test_merge_split_rename_and_undo_by_name(store: Path) -> None:
    assert merge(store, "acme venture", "ACME Ventures").number == 1
    assert names(store, search="acme") == ["ACME Ventures"]
    split(store, "Hooli", "Hooli XYZ")
    assert names(store, search="hooli") == ["Hooli", "Hooli XYZ"]
    assert str(rename(store, "Pied Piper", "  Pied  Piper Holdings ")).endswith("is called Pied Piper Holdings (decision 3, snapshot 4)")
    assert names(store, search="piper") == ["Pied Piper Holdings"]
    assert rename(store, "pied piper holdings", "PiperNet").number == 4
    undo(store, 4)
    assert names(store, search="piper") == ["Pied Piper Holdings"]
    assert [(row["decision_id"], row["kind"], row["undone_at"] is None) for row in listed(store, "decisions")] == [
        (1, "merge", True), (2, "split", True), (3, "rename", True), (4, "rename", False)]


def test_a_former_name_returns_when_a_new_one_is_taken_back(store: Path) -> None:
    undo(store, rename(store, "Raviga", "Raviga Capital").number)
    assert names(store, search="raviga") == ["Raviga"]


def test_a_merge_against_another_decision_is_refused(store: Path) -> None:
    merge(store, "Raviga", "Pied Piper")
    split(store, "Raviga", "ACME Ventures")
    with pytest.raises(UsageError, match=r"decision 2 keeps .* apart.* --undo 2"):
        merge(store, "ACME Ventures", "Pied Piper")
    undo(store, 2)
    merge(store, "ACME Ventures", "Pied Piper")
    assert names(store, search="raviga") == ["Pied Piper"]


def test_one_name_of_two_things_is_split_by_document(store: Path) -> None:
    write(store, extraction("e", "2019-01-01", funding("Raviga", "7000000", investors=["Raviga"])))
    split(store, "Raviga", "Raviga Motors", ["e"])
    with Reader(store) as reader:
        rounds = reader.query("SELECT company, amount, company_id FROM funding_round WHERE company LIKE 'Raviga%' ORDER BY amount").rows
        assert [(name, int(amount)) for name, amount, _ in rounds] == [("Raviga Motors", 7_000_000), ("Raviga", 9_000_000)]
        assert rounds[0][2] == entity_id("Raviga Motors")
        assert reader.query("SELECT investor FROM funding_investor WHERE round_id IN (SELECT round_id FROM funding_round "
                            "WHERE company = 'Raviga Motors')").rows == [("Raviga Motors",)]
        assert reader.query("SELECT DISTINCT entity_id FROM mention WHERE doc_id = 'e'").rows == [(entity_id("Raviga Motors"),)]
        assert reader.query("SELECT company FROM funding_round_report WHERE doc_id = 'e'").rows == [("Raviga",)]
        assert reader.query("SELECT 1 FROM merge_candidate WHERE name LIKE 'Raviga%'").rows == []
    write(store, extraction("f", "2020-01-01", funding("Raviga Motors", "1000000")))
    assert [row["documents"] for row in listed(store, search="raviga motors")] == [2]
    with pytest.raises(UsageError, match="is not named in a; give documents"):
        split(store, "Raviga", "Raviga Motors", ["a"])


def test_a_split_by_document_holds_when_the_document_is_read_again(store: Path) -> None:
    text = extraction("e", "2019-01-01", funding("Raviga", "7000000"))
    write(store, text)
    split(store, "Raviga", "Raviga Motors", ["e"])
    write(store, text, model="hand-2")
    with Reader(store) as reader:
        assert reader.query("SELECT company FROM funding_round WHERE amount = 7000000").rows == [("Raviga Motors",)]


def test_a_split_by_document_is_taken_back_by_reading_again(tmp_path: Path) -> None:
    import rie

    write_lines(tmp_path / "news.jsonl", [FIRST])
    rie.ingest(tmp_path / "news.jsonl", tmp_path / "store", workers=1)
    split(tmp_path / "store", "Hooli", "Hooli Search", ["n-1"])
    with Reader(tmp_path / "store") as reader:
        assert reader.query("SELECT company FROM funding_round").rows == [("Hooli Search",)]
    undo(tmp_path / "store", 1)
    with Reader(tmp_path / "store") as reader:
        assert reader.query("SELECT company, company_id FROM funding_round").rows == [("Hooli", entity_id("Hooli"))]
        assert reader.query("SELECT name FROM company ORDER BY name").rows == [("ACME Ventures",), ("Hooli",)]


def test_what_cannot_be_decided_is_said(store: Path) -> None:
    write(store, extraction("e", "2018-01-01", funding("Gavin", "1", investors=[]),
                            {**funding("Foo"), "names": [entity("Gavin", "person")], "parties": {"company": None}}))
    cases = [(merge, ("Nobody", "Raviga"), "no entity 'Nobody'"), (merge, ("Hooli", "Hooli XYZ"), "count as one already"),
             (split, ("Raviga", "raviga"), "the same entity"), (rename, ("Raviga", " "), "needs the new name"),
             (merge, (entity_id("Gavin"), entity_id("Gavin", "person")), "of one kind"), (merge, ("Gavin", "Raviga"), "give the id")]
    for decide, given, says in cases:
        with pytest.raises(UsageError, match=says):
            decide(store, *given)
    with pytest.raises(UsageError, match="no decision 7 holds"):
        undo(store, 7)
    assert listed(store, "decisions") == []


def test_the_command_lists_and_decides(store: Path) -> None:
    at = ("--store", str(store))
    shown = json.loads(rie_command("entities", *at, "--json").stdout)
    assert shown[0]["name"] == "ACME Ventures"
    assert "Hooli XYZ" in rie_command("entities", *at, "--search", "hooli").stdout
    assert "similar name" in rie_command("entities", *at, "--show", "candidates").stdout
    done = rie_command("entities", *at, "--merge", "Acme Venture", "ACME Ventures")
    assert done.stdout.endswith("(decision 1, snapshot 2)\n")
    assert "decision" in rie_command("entities", *at, "--show", "merges").stdout
    found = rie_command("sql", "SELECT name, into_name FROM entity_merge WHERE decision_id = 1", *at, "--format", "csv")
    assert found.stdout == "name,into_name\nAcme Venture,ACME Ventures\n"
    apart = rie_command("entities", *at, "--split", "Raviga", "Raviga Motors", "--in", "c", "--json")
    assert json.loads(apart.stdout)["told"].endswith("in 1 documents")
    assert "--in goes with --split" in rie_command("entities", *at, "--in", "c").stderr
    wrong = rie_command("entities", *at, "--undo", "1", "--rename", "Raviga", "R")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert "one decision at a time" in wrong.stderr
