"""`rie entities`: what is listed, and decisions by name and id."""

import json
from pathlib import Path
from typing import Any

import pytest
from hooli import rie_command

from rie.entities import listed, merge, rename, split, undo
from rie.errors import UsageError
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
    wrong = rie_command("entities", *at, "--undo", "1", "--rename", "Raviga", "R")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert "one decision at a time" in wrong.stderr
