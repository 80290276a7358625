"""What an answer shows beside its rows: the SQL that gives them, what they rest on, and the sentences behind them."""

import datetime

import pytest

from rie.ask import ask
from rie.ask.run import plain_value
from rie.errors import QueryLimit
from rie.evaluation.answers import read_questions
from tests.ask.conftest import FIXTURES, ROOT
from tests.ask.fact_store import FactStore

TODAY = "2019-01-15"
GOLD = [
    *read_questions(ROOT / "sample_corpus" / "questions.jsonl"),
    *read_questions(FIXTURES / "questions_dev.jsonl"),
    *read_questions(FIXTURES / "questions_second_author.jsonl"),
]
FACTS, DAYS = 7000, 2500


@pytest.fixture(scope="module")
def large(pack):
    """7,000 rounds, of 2,500 companies, each told in two documents; every seventh is undisclosed, every tenth in conflict."""
    store = FactStore([], pack)
    store.db.execute(f"""
        INSERT INTO company (company_id, name, kind) SELECT 'c-' || i, 'Firm ' || i, 'company' FROM range({DAYS}) t(i);
        CREATE TABLE many AS SELECT 'f-' || lpad(i::VARCHAR, 5, '0') AS id, i % {DAYS} AS firm, CASE WHEN i % 7 > 0 THEN 1000 END AS amount
            FROM range({FACTS}) t(i);
        INSERT INTO funding_round
                (round_id, company_id, company, announced_on, date_precision, round_type, amount, currency, amount_usd, status)
            SELECT id, 'c-' || firm, 'Firm ' || firm, DATE '2010-01-01' + firm::INT, 'day', 'seed',
                   amount, CASE WHEN amount > 0 THEN 'USD' END, amount, 'closed' FROM many;
        INSERT INTO funding_round_report SELECT id, id || '-' || k, 'd-' || id || k FROM many, range(2) t(k);
        INSERT INTO evidence SELECT report_id, 'amount', doc_id, 'text', NULL, 0, 4, '1000' FROM funding_round_report;
        INSERT INTO rie_internal.conflict SELECT 'funding_round', id, 'amount' FROM many WHERE id LIKE '%0'""")
    return store


@pytest.mark.parametrize("question", GOLD, ids=lambda item: item.id)
def test_the_sql_of_an_answer_gives_its_rows(question, store, pack):
    found = ask(question.question, store, pack, after=question.after, today=TODAY)
    if found.status != "answered":
        return
    result = store.query(found.sql, found.parameters)
    assert [name for name, _ in result.columns] == [column["name"] for column in found.columns]
    assert [tuple(map(plain_value, row)) for row in result.rows] == [tuple(row.values()) for row in found.rows]


def test_coverage_counts_every_fact_of_a_large_store(large, pack):
    found = ask("How much was raised in total?", large, pack, today=TODAY)
    assert found.coverage == {"facts": 7000, "reports": 14000, "documents": 14000, "missing_value": 1000, "conflicting": 700}
    assert found.rows == ({"amount_usd": 6_000_000},)
    assert (len(found.evidence), found.evidence_total) == (200, 14000)


def test_evidence_counts_every_span_where_not_all_rows_are_shown(large, pack):
    found = ask("List all funding rounds", large, pack, today=TODAY)
    assert (found.row_count, found.truncated, len(found.evidence), found.evidence_total) == (1000, True, 200, 14000)
    assert [item["row"] for item in found.evidence[:4]] == [0, 0, 1, 1]


def test_evidence_of_groups_stands_with_its_row(large, pack):
    found = ask("How many rounds were there per year?", large, pack, today=TODAY)
    days = {row["year"]: row["count"] for row in found.rows}
    assert sum(days.values()) == 7000
    assert found.evidence_total == 14000
    first = datetime.date(2010, 1, 1) + datetime.timedelta(days=int(found.evidence[0]["fact_id"][2:]) % DAYS)
    assert (found.evidence[0]["row"], str(first.year)) == (0, found.rows[0]["year"])


def test_a_ranking_rests_on_all_facts_and_shows_evidence_of_its_rows(large, pack):
    found = ask("top 3 companies by amount raised", large, pack, today=TODAY)
    assert found.coverage["facts"] == 7000
    assert {item["row"] for item in found.evidence} <= set(range(found.row_count))


def test_a_question_whose_evidence_takes_too_long_is_refused(large, pack, monkeypatch):
    def query(sql, parameters=None, max_rows=1000, known=large.query):
        if "evidence" in sql:
            raise QueryLimit("the statement took longer than 10 seconds; ask for less")
        return known(sql, parameters, max_rows)

    monkeypatch.setattr(large, "query", query)
    found = ask("How much was raised in total?", large, pack, today=TODAY)
    assert (found.status, found.reason, found.rows) == ("refused", "out_of_scope", ())


def test_a_list_of_players_shows_where_those_of_a_narrower_role_are_named(pack):
    store = FactStore([], pack)
    store.db.execute("""
        INSERT INTO company (company_id, name, kind) VALUES
            ('c-1', 'Hooli', 'company'), ('c-2', 'ACME', 'investor'), ('c-3', 'Raviga', 'investor');
        INSERT INTO funding_round (round_id, company_id, company, announced_on, date_precision, status)
            VALUES ('f-1', 'c-1', 'Hooli', DATE '2015-05-03', 'day', 'closed');
        INSERT INTO funding_investor (round_id, investor_id, investor, is_lead) VALUES
            ('f-1', 'c-2', 'ACME', true), ('f-1', 'c-3', 'Raviga', NULL);
        INSERT INTO funding_round_report SELECT 'f-1', 'r-1', 'd-1';
        INSERT INTO evidence VALUES
            ('r-1', 'lead', 'd-1', 'text', NULL, 0, 4, 'ACME'), ('r-1', 'investor', 'd-1', 'text', NULL, 9, 15, 'Raviga')""")
    asked = ask("Who invested in Hooli?", store, pack, today=TODAY)
    assert [(span["row"], span["quote"]) for span in asked.evidence] == [(0, "ACME"), (1, "Raviga")]
