"""Completion while typing, and the list of what can be asked."""

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app

from tests.store.build import extraction, funding, write


def suggested(client, q, **named):
    reply = client.get("/v1/suggest", params={"q": q, **named})
    assert reply.status_code == 200, reply.text
    return reply.json()["suggestions"]


@pytest.mark.parametrize("q", ["", "h", "How much has Oak", "oakrune", "oak", "who acq", "acquis", "total raised by oak", "raviga",
                               "what did", "raised", "funding rounds per y", "ÓAK", "how many rounds in 2016"])
def test_every_suggestion_is_answered(hand, q):
    found = suggested(hand, q)
    assert found
    assert len({question.lower() for question in found}) == len(found) <= 8
    for question in found:
        assert hand.get("/v1/ask", params={"question": question}).json()["status"] == "answered", question


@pytest.mark.parametrize(("q", "expected"), [
    ("how much has oak", "How much has Oakrune raised in total?"),
    ("how much did oak", "How much has Oakrune raised in total?"),
    ("How much has Oakrune rai", "How much has Oakrune raised in total?"),
    ("oakr", "Who invested in Oakrune?"),
    ("partners", "Which companies has Northmoor Partners invested in?"),
    ("total raised by oak", "Total raised by Oakrune?"),
    ("funding rounds per y", "Funding rounds per year?"),
    ("largest acq", "What was the largest acquisition?"),
    ("how many rounds in 2016", "How many rounds in 2016?"),
])
def test_beginnings_names_and_words_are_completed(hand, q, expected):
    assert expected in suggested(hand, q)


def test_nothing_is_made_up(hand):
    assert suggested(hand, "zzz qqq") == []
    assert suggested(hand, "what is the meaning of life") == []
    assert suggested(hand, "()(((") == []


def test_the_limit_holds(hand):
    assert len(suggested(hand, "how", limit=2)) == 2
    for parameters in ({"limit": 0}, {"limit": 21}, {"q": "x" * 201}, {"snapshot": -1}):
        assert hand.get("/v1/suggest", params=parameters).status_code == 422


def test_a_name_of_another_snapshot_is_not_suggested(own_store):
    with TestClient(create_app(own_store)) as client:
        assert suggested(client, "piedp") == []
        write(own_store, extraction("new", "2019-01-01", funding("Piedpiper", "5000000")))
        assert "How much has Piedpiper raised in total?" in suggested(client, "piedp")
        assert suggested(client, "piedp", snapshot=1) == []


def test_templates_name_what_answers_name(hand):
    told = hand.get("/v1/templates").json()
    templates = {template["template"]: template for template in told["templates"]}
    assert {"funding_round.sum", "funding_round.count", "acquisition.list", "company.count"} <= set(templates)
    assert [measure["name"] for measure in templates["funding_round.sum"]["measures"]] == ["amount"]
    assert "year" in templates["funding_round.sum"]["by"]
    shown = [(template["template"], question) for template in told["templates"] for question in template["examples"]]
    assert len(shown) > 20
    for template, question in shown:
        answer = hand.get("/v1/ask", params={"question": question}).json()
        assert (answer["status"], answer["template"]) == ("answered", template)
