"""The routes as the contract has them, section 5."""

import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import orjson
import pytest
from fastapi.testclient import TestClient
from rie.api import app, create_app
from rie.api.service import Service
from rie.api.snapshots import Snapshots

from tests.api.stub import StubReader, publish, stub_ask

KEYS = ["id", "question", "today", "snapshot", "status", "reason", "answer", "interpretation", "columns", "rows", "row_count", "truncated",
        "sql", "parameters", "template", "confidence", "evidence", "evidence_total", "coverage", "suggestions", "elapsed_ms"]


def test_an_answer_has_the_keys_of_the_contract_in_their_order(client):
    reply = client.post("/v1/ask", json={"question": "How much?", "id": "q-1", "after": ["Who?"], "today": "2024-02-01"})
    assert reply.status_code == 200
    answer = reply.json()
    assert list(answer) == KEYS
    assert (answer["id"], answer["today"], answer["snapshot"], answer["parameters"]) == ("q-1", "2024-02-01", 4, {"after": ["Who?"]})


def test_decimals_are_json_numbers(client):
    assert b'"rows":[{"amount_usd":5000000}]' in client.post("/v1/ask", json={"question": "How much?"}).content


def test_the_permanent_link_gives_what_the_post_gives(client):
    posted = client.post("/v1/ask", json={"question": "How & much?", "after": ["a", "b"], "today": "2024-02-01", "snapshot": 4})
    linked = client.get("/v1/ask", params={"question": "How & much?", "after": ["a", "b"], "today": "2024-02-01", "snapshot": 4})
    assert posted.json() == linked.json()
    assert client.get("/v1/ask", params={"question": "?", "snapshot": 3}).status_code == 404


@pytest.mark.parametrize("doc_id", ["n-1", "archive.zip/a b/ü?.txt"])
def test_a_document_is_found_by_any_id(client, doc_id):
    document = client.get("/v1/documents/" + quote(doc_id, safe="/")).json()
    assert document["doc_id"] == doc_id
    assert document["published_at"] == "2023-05-01"
    assert document["mentions_total"] == 1


def test_a_fact_comes_with_the_sentences_it_was_read_from(client):
    fact = client.get("/v1/facts/funding_round/f-1").json()
    report = fact["reports"][0]
    assert fact["fact"] == {"round_id": "f-1", "company": "Hooli", "amount": 5000000, "announced_on": "2023-05-01"}
    assert report["document"]["source"] == "Wire"
    assert [passage["text"] for passage in report["passages"]] == ["😀 Hooli, Inc. raised $5m on Monday."]
    amount = report["evidence"][0]
    passage = report["passages"][0]
    start, end = (amount[bound] - passage["start_char"] for bound in ("start_char", "end_char"))
    assert passage["text"][start:end] == amount["quote"] == "$5m"


@pytest.mark.parametrize("path", ["/v1/documents/none", "/v1/facts/funding_round/none", "/v1/facts/nothing/f-1", "/v1/facts/company/f-1",
                                  "/v1/none"])
def test_what_is_not_there_is_a_problem(client, path):
    reply = client.get(path)
    assert (reply.status_code, reply.headers["content-type"]) == (404, "application/problem+json")
    assert set(reply.json()) == {"type", "title", "status", "detail"}


def test_the_schema_names_units(client):
    schema = client.get("/v1/schema").json()
    assert schema["tables"][0]["columns"][0]["unit"] == "USD"
    assert schema["tables"][0]["kind"] == "fact"


def test_examples_are_made_from_the_store_and_can_be_answered(client):
    examples = client.get("/v1/schema").json()["examples"]
    assert "Who invested in Hooli?" in examples
    assert len(examples) == len(set(examples)) <= 6
    assert not any("{" in example for example in examples)


def test_only_routes_that_are_built_are_described(client):
    described = {path: set(methods) for path, methods in client.get("/openapi.json").json()["paths"].items()}
    assert described == {
        "/v1/ask": {"get", "post"}, "/v1/ask/rows": {"get"}, "/v1/ask/evidence": {"get"}, "/v1/compare": {"post"},
        "/v1/documents": {"post"}, "/v1/documents/{doc_id}": {"get", "delete"}, "/v1/jobs/{job_id}": {"get"},
        "/v1/jobs/{job_id}/events": {"get"}, "/v1/tables": {"get"}, "/v1/tables/{name}": {"get"}, "/v1/tables/{name}.csv": {"get"},
        "/v1/tables/{name}.parquet": {"get"}, "/v1/facts/{table}/{fact_id}": {"get"}, "/v1/sql": {"post"}, "/v1/schema": {"get"},
        "/v1/templates": {"get"}, "/v1/suggest": {"get"}, "/healthz": {"get"}, "/readyz": {"get"}, "/metrics": {"get"}}


def test_every_route_is_in_the_reference(client):
    reference = (Path(app.__file__).parents[1] / "rie" / "reference.md").read_text(encoding="utf-8")
    routes = [f"{method.upper()} {path}" for path, methods in client.get("/openapi.json").json()["paths"].items() for method in methods]
    assert not [route for route in routes if not re.search(rf"`{re.escape(route)}[`?]", reference)]


@pytest.mark.parametrize(("path", "methods"), [("/v1/ask", "GET, POST"), ("/v1/documents/n-1", "DELETE, GET"), ("/v1/documents", "POST"),
                                               ("/v1/tables/company.csv", "GET"), ("/", "GET"), ("/static/app.js", "GET, HEAD")])
def test_the_methods_of_an_address_are_told(client, path, methods):
    reply = client.request("PUT", path)
    assert (reply.status_code, reply.headers["allow"]) == (405, methods)


def test_readiness_follows_the_store(tmp_path):
    store = tmp_path / "new"
    client = TestClient(create_app(store, service=Service(store, stub_ask, Snapshots(store, StubReader))))
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 503
    publish(store, 1)
    assert client.get("/readyz").json() == {"status": "ready", "snapshot": 1}
    publish(store, 2)
    assert client.post("/v1/ask", json={"question": "?"}).json()["snapshot"] == 2


@pytest.mark.parametrize("path", ["/", "/docs", "/static/app.js", "/v1/schema", "/v1/none", "/healthz"])
def test_every_reply_keeps_the_page_to_itself(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_the_page_names_no_other_host_and_writes_no_markup():
    for file in sorted(Path(app.STATIC).rglob("*.*")):
        if file.suffix not in {".html", ".js", ".css", ".svg"}:
            continue
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://\w", text), file.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|<script>|\son\w+=|style=", text), file.name


def test_numbers_keep_all_their_digits():
    from rie.api.encoding import encode

    value = {"a": Decimal("12345678901234567890.10"), "b": Decimal("0E+3"), "c": Decimal("NaN"), "e": Decimal("100"), "f": Decimal("-0.50")}
    assert encode(value) == b'{"a":12345678901234567890.1,"b":0,"c":null,"e":100,"f":-0.5}'
    assert orjson.loads(encode({"day": __import__("datetime").date(2024, 2, 1)})) == {"day": "2024-02-01"}
