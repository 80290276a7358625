"""The same question to RIE and to retrieval by similarity."""

import pytest

from tests.api.test_malformed import check
from tests.api.test_routes import KEYS


def test_both_answers_come_from_the_same_snapshot(sample):
    asked = {"question": "How much did Oakrune raise in 2016?", "id": "q-1", "today": "2020-01-01"}
    told = sample.post("/v1/compare", json=asked).json()
    assert list(told) == ["rie", "rag"]
    alone = sample.post("/v1/ask", json=asked).json()
    assert {**told["rie"], "elapsed_ms": 0} == {**alone, "elapsed_ms": 0}
    assert list(told["rag"])[: len(KEYS)] == KEYS
    assert (told["rag"]["id"], told["rag"]["snapshot"]) == ("q-1", alone["snapshot"])
    assert told["rag"]["snippets"]
    assert told["rag"]["cost"]["prompt_tokens"] == 0


@pytest.mark.parametrize("body", [{}, {"question": 1}, {"question": "x", "snapshot": 99}, {"question": "x" * 2001}])
def test_what_is_asked_wrongly_is_a_problem(sample, body):
    reply = sample.post("/v1/compare", json=body)
    check(reply)
    assert reply.status_code in {404, 422}


def test_a_model_that_is_not_there_is_503_with_its_reason(sample, monkeypatch):
    monkeypatch.setenv("RIE_EMBEDDER", "no-such-embedder")
    reply = sample.post("/v1/compare", json={"question": "How much did Oakrune raise?"})
    assert (reply.status_code, reply.headers["content-type"]) == (503, "application/problem+json")
    assert "no-such-embedder" in reply.json()["detail"]
