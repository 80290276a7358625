"""SQL over HTTP: rows, refusals, and statements that would eat the machine."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from rie.api.service import told_apart

from tests.api.test_malformed import check


def run(client, sql, **named):
    return client.post("/v1/sql", json={"sql": sql, **named})


def test_rows_come_with_their_columns(many):
    reply = run(many, "SELECT company, amount FROM funding_round ORDER BY amount LIMIT 2").json()
    assert reply["columns"] == [{"name": "company", "type": "VARCHAR"}, {"name": "amount", "type": "DECIMAL(38,6)"}]
    assert reply["rows"] == [{"company": "Firm0000 Labs", "amount": 1000}, {"company": "Firm0001 Labs", "amount": 1001}]
    assert (reply["snapshot"], reply["row_count"], reply["truncated"]) == (1, 2, False)


def test_the_limit_cuts_and_says_so(many):
    reply = run(many, "SELECT round_id FROM funding_round", limit=7).json()
    assert (reply["row_count"], len(reply["rows"]), reply["truncated"]) == (7, 7, True)


def test_columns_of_one_name_are_told_apart(many):
    assert told_apart(["a", "b", "a", "a_1", "a"]) == ["a", "b", "a_1", "a_1_1", "a_2"]
    assert run(many, "SELECT 1 AS a, 2 AS a").json()["rows"] == [{"a": 1, "a_1": 2}]


@pytest.mark.parametrize(("value", "json"), [
    ("99999999999999999999", b"99999999999999999999"), ("CAST('NaN' AS DOUBLE)", b"null"), ("CAST('inf' AS DOUBLE)", b"null"),
    ("DATE '2024-05-03'", b'"2024-05-03"'), ("CAST(1.50 AS DECIMAL(9,4))", b"1.5"), ("NULL", b"null"), ("TRUE", b"true"),
    ("[1, 2]", b"[1,2]"), ("INTERVAL 1 DAY", b'"1 day, 0:00:00"'), ("histogram(1.5)", None), ("'\"<ü'", '"\\"<ü"'.encode()),
])
def test_values_of_all_types_are_json(many, value, json):
    reply = run(many, f"SELECT {value} AS v")
    assert reply.status_code == 200, reply.text
    assert json is None or b'"rows":[{"v":' + json + b"}]" in reply.content


@pytest.mark.parametrize("sql", ["", ";", "DROP TABLE company", "SELECT * FROM read_text('/etc/passwd')", "SELECT 1; SELECT 2", "SELECT",
                                 "COPY company TO '/tmp/x'", "SELECT * FROM rie_internal.store", "SELECT nothing FROM company", "(" * 2000,
                                 "SELECT " + "(" * 41 + "1" + ")" * 41, "ATTACH 'x'", "SELECT getenv('HOME')", "INSTALL httpfs",
                                 "WITH RECURSIVE t AS (SELECT 1) SELECT * FROM t", "\x00", "SELECT '" + "ü" * 3000 + "'"])
def test_what_is_not_allowed_is_told(many, sql):
    reply = run(many, sql)
    check(reply)
    assert reply.status_code == 400


@pytest.mark.parametrize("body", [{"sql": 1}, {}, {"sql": "SELECT 1", "limit": 0}, {"sql": "SELECT 1", "limit": 10_001},
                                  {"sql": "SELECT 1", "x": 1}, {"sql": "SELECT 1", "snapshot": "1"}, {"sql": "x" * 5000},
                                  {"sql": "SELECT 1", "limit": True}])
def test_other_bodies_are_refused(many, body):
    reply = many.post("/v1/sql", json=body)
    check(reply)
    assert reply.status_code == 422


BOMBS = [
    "SELECT count(*) FROM document a, document b, document c, document d, document e",
    "SELECT length(lpad('x', 2000000000, 'y'))",
    "SELECT string_agg(a.text || b.text || c.text, '') FROM document a, document b, document c",
    "SELECT a.doc_id, b.doc_id FROM document a, document b ORDER BY md5(a.text || b.text), b.doc_id",
]


def test_bombs_are_ended_while_questions_are_answered(many):
    with ThreadPoolExecutor(4) as pool:
        bombs = [pool.submit(run, many, sql) for sql in BOMBS]
        answers = 0
        while not all(bomb.done() for bomb in bombs):
            reply = many.get("/v1/ask", params={"question": "How much has Firm0007 Labs raised?"})
            assert reply.json()["rows"] == [{"company": "Firm0007 Labs", "amount_usd": 1007}]
            answers += 1
        for bomb in bombs:
            check(bomb.result())
            assert bomb.result().status_code in {400, 422}
    assert answers > 10
    assert run(many, "SELECT 1 AS one").json()["rows"] == [{"one": 1}]
