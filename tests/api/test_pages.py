"""Rows and evidence of an answer beyond what the answer shows."""

import pytest

from tests.api.conftest import MANY

ASKED = {"question": "Total raised by company", "today": "2025-01-01"}


def pages(client, route, key, **first):
    found, address, parameters = [], f"/v1/ask/{route}", {**ASKED, **first}
    while address:
        page = client.get(address, params=parameters).json()
        found += page[key]
        address, parameters = page["next"], None
        assert address is None or ("today=2025-01-01" in address and "snapshot=1" in address)
    return found, page


def test_pages_of_rows_hold_all_rows_in_the_order_of_the_answer(many):
    answer = many.get("/v1/ask", params=ASKED).json()
    assert (len(answer["rows"]), answer["truncated"]) == (1000, True)
    rows, last = pages(many, "rows", "rows")
    assert rows[:1000] == answer["rows"]
    assert len(rows) == len({row["company"] for row in rows}) == last["row_count"] == MANY
    assert last["columns"] == answer["columns"]
    some, _ = pages(many, "rows", "rows", limit=300, offset=900)
    assert some == rows[900:]


def test_pages_of_evidence_hold_all_spans_in_the_order_of_the_answer(many):
    answer = many.get("/v1/ask", params=ASKED).json()
    assert len(answer["evidence"]) == 200 < answer["evidence_total"]
    spans, last = pages(many, "evidence", "evidence", limit=1000)
    assert spans[:200] == answer["evidence"]
    assert len(spans) == last["evidence_total"] == answer["evidence_total"]
    rows, _ = pages(many, "rows", "rows")
    assert {span["row"] for span in spans} == set(range(len(rows)))


def test_a_question_that_is_not_answered_has_no_rows(many):
    page = many.get("/v1/ask/rows", params={"question": "What is love?"}).json()
    assert (page["rows"], page["columns"], page["row_count"], page["next"]) == ([], [], 0, None)
    assert many.get("/v1/ask/evidence", params={"question": "What is love?"}).json()["evidence_total"] == 0


def test_pages_behind_the_end_are_empty(many):
    page = many.get("/v1/ask/rows", params={**ASKED, "offset": 10**9}).json()
    assert (page["rows"], page["row_count"], page["next"]) == ([], MANY, None)


@pytest.mark.parametrize("parameters", [{}, {"question": "x" * 2001}, {"question": "x", "limit": 0}, {"question": "x", "limit": 1001},
                                        {"question": "x", "offset": -1}, {"question": "x", "today": "0"},
                                        {"question": "x", "today": "soon"}])
@pytest.mark.parametrize("route", ["rows", "evidence"])
def test_other_parameters_are_refused(many, route, parameters):
    assert many.get(f"/v1/ask/{route}", params=parameters).status_code == 422
