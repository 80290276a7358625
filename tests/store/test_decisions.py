"""Decisions about entities: they go before all rules, hold in later runs, and can be taken back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from rie.store import Reader, Writer
from rie.store.resolve.decisions import Decision
from tests.store.build import PACK, entity, entity_id, extraction, funding, write

A = extraction("a", "2014-03-11", funding("Hooli", "5000000", investors=["ACME Ventures"]))
B = extraction("b", "2014-03-12", funding("Hooli XYZ", "5000000"))
C = extraction("c", "2015-01-01", funding("Raviga", "9000000", investors=["Acme Venture"]))


def decide(store: Path, *decisions: Decision) -> None:
    with Writer(store, PACK) as writer:
        for decision in decisions:
            writer.decide(decision)
        writer.publish()


def rows(store: Path, sql: str) -> list[tuple[Any, ...]]:
    with Reader(store) as reader:
        return reader.raw_sql(sql).rows


def merges(store: Path) -> set[tuple[str, str, str]]:
    return set(rows(store, "SELECT name, into_name, rule FROM entity_merge"))


AUTOMATIC = ("Hooli", "Hooli XYZ", "short name of the same events")
MERGE = Decision("merge", entity_id("Acme Venture"), entity_id("ACME Ventures"))
SPLIT = Decision("split", entity_id("Hooli"), entity_id("Hooli XYZ"))


def test_a_decided_merge_reaches_facts_aliases_and_the_audit(tmp_path: Path) -> None:
    write(tmp_path, A, B, C)
    decide(tmp_path, MERGE)
    assert merges(tmp_path) == {AUTOMATIC, ("Acme Venture", "ACME Ventures", "decision")}
    assert rows(tmp_path, "SELECT DISTINCT investor, investor_id FROM funding_investor") == [("ACME Ventures", entity_id("ACME Ventures"))]
    named = "SELECT alias FROM company_alias JOIN company USING (company_id) WHERE name = 'ACME Ventures' ORDER BY alias"
    assert rows(tmp_path, named) == [("ACME Ventures",), ("Acme Venture",)]
    assert rows(tmp_path, "SELECT count(*) FROM company WHERE name = 'Acme Venture'") == [(0,)]


def test_reports_and_mentions_keep_the_ids_of_their_documents(tmp_path: Path) -> None:
    write(tmp_path, A, C)
    decide(tmp_path, MERGE)
    assert rows(tmp_path, "SELECT investor_id FROM funding_investor_report ORDER BY investor") == [
        (entity_id("ACME Ventures"),), (entity_id("Acme Venture"),)]
    assert rows(tmp_path, f"SELECT count(*) FROM mention WHERE entity_id = '{entity_id('Acme Venture')}'") == [(1,)]


def test_a_decided_merge_holds_for_documents_that_come_later(tmp_path: Path) -> None:
    write(tmp_path, A, C)
    decide(tmp_path, MERGE)
    write(tmp_path, extraction("d", "2019-01-01", funding("Pied Piper", "1000000", investors=["Acme Venture"])))
    assert rows(tmp_path, "SELECT DISTINCT investor FROM funding_investor") == [("ACME Ventures",)]


def test_the_entity_that_was_named_is_kept_even_when_a_table_knows_the_other(tmp_path: Path) -> None:
    known = replace(entity("Acme Venture"), origin="custom")
    write(tmp_path, A, extraction("c", "2015-01-01", funding(known, "9000000")))
    decide(tmp_path, Decision("merge", known.id, entity_id("ACME Ventures")))
    assert rows(tmp_path, "SELECT company FROM funding_round WHERE amount = 9000000") == [("ACME Ventures",)]


def test_a_split_undoes_an_automatic_merge_and_holds(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    assert merges(tmp_path) == {AUTOMATIC}
    decide(tmp_path, SPLIT)
    assert merges(tmp_path) == set()
    assert rows(tmp_path, "SELECT company FROM funding_round ORDER BY company") == [("Hooli",), ("Hooli XYZ",)]
    write(tmp_path, extraction("d", "2014-03-13", funding("Hooli XYZ", "5000000")))
    assert merges(tmp_path) == set()


def test_the_last_decision_about_a_pair_holds(tmp_path: Path) -> None:
    write(tmp_path, A, C)
    decide(tmp_path, MERGE, Decision("split", MERGE.entity_id, MERGE.other_id))
    assert merges(tmp_path) == set()
    decide(tmp_path, MERGE)
    assert {name for name, _, _ in merges(tmp_path)} == {"Acme Venture"}


def test_a_decision_that_is_taken_back_no_longer_holds_but_stays_on_record(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    decide(tmp_path, SPLIT)
    with Writer(tmp_path, PACK) as writer:
        assert writer.undo(1)
        assert not writer.undo(1)
        assert not writer.undo(2)
        writer.publish()
    assert merges(tmp_path) == {AUTOMATIC}
    assert rows(tmp_path, "SELECT kind, undone_at IS NOT NULL FROM entity_decision") == [("split", True)]


def test_a_new_name_reaches_facts_and_later_documents_that_use_it(tmp_path: Path) -> None:
    write(tmp_path, A)
    decide(tmp_path, Decision("rename", entity_id("Hooli"), None, "Gavin Belson Search"))
    assert rows(tmp_path, "SELECT company, company_id FROM funding_round") == [("Gavin Belson Search", entity_id("Hooli"))]
    aliases = rows(tmp_path, f"SELECT alias, origin FROM company_alias WHERE company_id = '{entity_id('Hooli')}' ORDER BY alias")
    assert aliases == [("Gavin Belson Search", "custom"), ("Hooli", "text")]
    write(tmp_path, extraction("d", "2018-01-01", funding("Gavin Belson Search", "7000000")))
    assert rows(tmp_path, "SELECT DISTINCT company_id FROM funding_round") == [(entity_id("Hooli"),)]


def test_a_decision_waits_for_an_entity_that_no_document_names(tmp_path: Path) -> None:
    write(tmp_path, A)
    decide(tmp_path, MERGE)
    assert merges(tmp_path) == set()
    write(tmp_path, C)
    assert merges(tmp_path) == {("Acme Venture", "ACME Ventures", "decision")}


def test_pairs_that_are_alike_wait_for_a_review(tmp_path: Path) -> None:
    write(tmp_path, A, C, extraction("d", "2018-01-01", funding("Raviga Capital", "100000")))
    queue = "SELECT name, other_name, reason, documents, other_documents FROM merge_candidate ORDER BY name"
    assert rows(tmp_path, queue) == [
        ("Acme Venture", "ACME Ventures", "similar name", 1, 1), ("Raviga", "Raviga Capital", "longer name", 1, 1)]
    decide(tmp_path, MERGE, Decision("split", entity_id("Raviga"), entity_id("Raviga Capital")))
    assert rows(tmp_path, queue) == []


def test_names_that_differ_in_a_number_are_no_candidates(tmp_path: Path) -> None:
    write(tmp_path, extraction("a", "2014-03-11", funding("Pied Piper 1", "5000000")),
          extraction("b", "2017-03-11", funding("Pied Piper 2", "6000000")))
    assert rows(tmp_path, "SELECT * FROM merge_candidate") == []


def test_the_order_of_documents_does_not_matter(tmp_path: Path) -> None:
    for name, documents in (("one", (A, B, C)), ("two", (C, B, A))):
        for document in documents:
            write(tmp_path / name, document)
        decide(tmp_path / name, MERGE)
    for table in ("entity_merge", "merge_candidate", "company_alias"):
        one, two = (rows(tmp_path / name, f"SELECT * FROM {table} ORDER BY ALL") for name in ("one", "two"))
        assert one == two
