"""Which names are one company, and which companies a store holds."""

from pathlib import Path

from rie.store import Reader, Writer
from rie.types import Entity
from tests.store.build import MODEL, PACK, entity, entity_id, extraction, funding, ingest, rounds, write


# ------------------------------------------------------------------ names
def test_a_short_form_of_the_name_is_the_same_company(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-03", funding("Zyntrix Labs Inc", "11800000", round_type="series_a")),
        ("2024-05-04", funding("Zyntrix", "12000000")),
        ("2023-01-02", funding("Zyntrix", "2000000", round_type="seed")),
        ("2021-01-02", funding("Zyntrix Labs", "200000")),
    )
    assert rounds(tmp_path, "DISTINCT ON (announced_on) company_id, n_reports") == [
        (entity_id("Zyntrix Labs"), 1),
        (entity_id("Zyntrix Labs"), 1),
        (entity_id("Zyntrix Labs"), 2),
    ]
    with Reader(tmp_path) as reader:
        assert [id_ for id_, _, _, _ in reader.entities()] == [entity_id("Zyntrix Labs")]
        assert "Zyntrix" in reader.entities()[0][3]
        assert {row[0] for row in reader.query("SELECT company_id FROM funding_round_report").rows} == {
            entity_id("Zyntrix"),
            entity_id("Zyntrix Labs"),
        }


def test_a_name_that_begins_with_another_stays_apart_without_a_common_event(tmp_path: Path) -> None:
    ingest(tmp_path, ("2024-05-03", funding("First", "11800000", round_type="series_a")), ("2020-05-04", funding("First Solar", "900000")))
    assert len({company for company, *_ in rounds(tmp_path)}) == 2


def test_two_names_of_one_document_stay_apart(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("a", "2024-05-03", funding("Zyntrix", "11800000", investors=["Zyntrix Capital"])),
        extraction("b", "2024-05-03", funding("Zyntrix Capital", "11800000")),
    )
    assert len(rounds(tmp_path)) == 2


def test_a_short_name_of_two_candidates_is_left_alone(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-03", funding("Zyntrix Labs", "11800000")),
        ("2024-05-03", funding("Zyntrix Energy", "11800000")),
        ("2024-05-04", funding("Zyntrix", "11800000")),
    )
    assert len(rounds(tmp_path)) == 3


def test_an_investor_by_a_short_name_is_united(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-03", funding("Hooli", "5000000", lead="Raviga Capital")),
        ("2024-05-04", funding("Hooli", "5000000", investors=["Raviga"])),
    )
    with Reader(tmp_path) as reader:
        assert reader.query("SELECT investor, is_lead FROM funding_investor").rows == [("Raviga Capital", True)]


def test_a_fund_is_not_merged_with_its_house_over_one_common_deal(tmp_path: Path) -> None:
    own = [("2020-01-01", funding(f"Own{n}", "1000000", investors=["Raviga Capital India"])) for n in range(4)]
    house = [("2020-01-01", funding(f"House{n}", "1000000", investors=["Raviga Capital"])) for n in range(6)]
    ingest(
        tmp_path,
        ("2024-05-03", funding("Hooli", "5000000", investors=["Raviga Capital"])),
        ("2024-05-04", funding("Hooli", "5000000", investors=["Raviga Capital India"])),
        *own,
        *house,
    )
    with Reader(tmp_path) as reader:
        assert reader.query("SELECT count(*) FROM funding_investor WHERE investor = 'Raviga Capital India'").rows == [(5,)]


def test_a_custom_table_takes_over_names_that_texts_used_before(tmp_path: Path) -> None:
    ingest(tmp_path, ("2024-05-03", funding("Hooli", "5000000")))
    with Writer(tmp_path, PACK) as writer:
        writer.add_knowledge(
            [Entity("X1", "Hooli Corporation", "company", "custom", ("Hooli",), {"ticker": "HOO", "city": "Reno"})], "mine.csv"
        )
        assert writer.publish().published
    with Reader(tmp_path) as reader:
        assert reader.query("SELECT company_id, company FROM funding_round").rows == [("X1", "Hooli Corporation")]
        assert reader.query("SELECT company_id, name, ticker, city, kind FROM company").rows == [
            ("X1", "Hooli Corporation", "HOO", "Reno", "company")
        ]


# ------------------------------------------------------------------ companies
def test_companies_are_those_that_something_refers_to(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("a", "2024-05-03", funding("Hooli", "5", investors=["Raviga"]), seats=[("Hooli", "Reno"), ("Bystander", "Oslo")]),
        extraction("b", "2024-05-03", funding("Hooli", "5"), seats=[("Hooli", "Reno")]),
        extraction("c", "2024-05-03", funding("Hooli", "5"), seats=[("Hooli", "Rome")]),
    )
    with Reader(tmp_path) as reader:
        rows = reader.query("SELECT name, kind, city FROM company ORDER BY name").rows
    assert rows == [("Bystander", "other", "Oslo"), ("Hooli", "company", "Reno"), ("Raviga", "investor", None)]


def test_entities_of_removed_documents_vanish(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("a", "2024-05-03", funding("Hooli", "5", investors=["Raviga"])),
        extraction("b", "2024-05-03", funding("Pied Piper", "5")),
    )
    with Writer(tmp_path, PACK) as writer:
        writer.remove(["a"])
        writer.publish()
    with Reader(tmp_path) as reader:
        assert [name for _, name, _, _ in reader.entities()] == ["Pied Piper"]
        assert reader.query("SELECT count(*) FROM funding_investor").rows == [(0,)]


def test_a_known_company_keeps_the_name_of_its_table(tmp_path: Path) -> None:
    known = Entity("K1", "Hooli Corporation", "company", "knowledge", ("Hooli",), {"ticker": "HOO"})
    write(tmp_path, extraction("a", "2024-05-03", funding(known, "5")))
    with Reader(tmp_path) as reader:
        assert reader.entities() == [("K1", "Hooli Corporation", "company", ("Hooli", "Hooli Corporation"))]
        assert reader.query("SELECT ticker FROM company").rows == [("HOO",)]
        assert reader.query("SELECT alias, origin FROM company_alias ORDER BY alias").rows == [
            ("Hooli", "knowledge"),
            ("Hooli Corporation", "knowledge"),
        ]


def test_persons_are_no_companies_unless_they_invest(tmp_path: Path) -> None:
    report = funding("Hooli", "5")
    report["names"].append(entity("Ann Lee", "person"))
    write(tmp_path, extraction("a", "2024-05-03", report))
    with Reader(tmp_path) as reader:
        assert [name for _, name, _, _ in reader.entities()] == ["Hooli"]
    assert MODEL
