"""Whatever an answer, a fact or a document holds is shown as text and never runs."""

import json

import pytest

EVIL = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>"
TEXT = f"😀😀 {EVIL} raised 💰 $5m today."
START = TEXT.index("$5m")
SPAN = {"row": 0, "table": "funding_round", "fact_id": "f/1 ?", "report_id": "r", "role": EVIL, "doc_id": EVIL, "part": "text", "key": None,
        "start_char": START, "end_char": START + 3, "quote": "$5m"}
ROWS = [{"company": EVIL, "value": 5}, {"company": "B" * 300, "value": -3}, {"company": "C", "value": None}, {"company": "D", "value": 2}]
COLUMNS = [{"name": "company", "type": "text"}, {"name": "value", "type": "decimal", "unit": EVIL}]
COVERAGE = {"facts": 1, "reports": 1, "documents": 1, "missing_value": 1, "conflicting": 1}
ANSWER = {"id": EVIL, "question": EVIL, "today": "2024-01-01", "snapshot": 1, "status": "answered", "reason": EVIL, "answer": EVIL,
          "interpretation": EVIL, "columns": COLUMNS, "rows": ROWS,
          "row_count": 9, "truncated": False, "sql": EVIL, "parameters": {EVIL: EVIL, "list": [EVIL]}, "template": EVIL, "confidence": 1,
          "evidence": [SPAN], "evidence_total": 1, "coverage": COVERAGE,
          "suggestions": [EVIL], "elapsed_ms": 1.0}
FACT = {"table": "funding_round", "fact_id": "f/1 ?", "snapshot": 1,
        "columns": [{"name": "company", "type": "text", "unit": None, "values": []}],
        "fact": {"company": EVIL}, "children": {}, "reports_total": 1,
        "reports": [{"report_id": "r", "doc_id": EVIL, "document": {"source": EVIL, "published_at": EVIL}, "evidence": [SPAN],
                     "passages": [{"part": "text", "key": None, "start_char": 0, "text": TEXT}], "values": {}}]}
MENTION = {"part": "text", "start_char": START - 2, "end_char": START + 2, "label": EVIL, "value": EVIL, "unit": EVIL}
DOCUMENT = {"doc_id": EVIL, "title": EVIL, "text": TEXT, "source": EVIL, "url": "javascript:window.hacked=1", "published_at": EVIL,
            "date_precision": EVIL, "metadata": {EVIL: EVIL}, "mentions": [MENTION], "mentions_total": 1, "snapshot": 1}
SCHEMA = {"tables": [{"name": EVIL, "kind": "fact", "rows": 3}, {"name": "document", "kind": None, "rows": 1}], "examples": [EVIL]}


def hostile(page):
    """Let the service tell what it never would."""
    for pattern, body in (("**/v1/ask", ANSWER), ("**/v1/facts/**", FACT), ("**/v1/documents/**", DOCUMENT), ("**/v1/schema", SCHEMA)):
        page.route(pattern, reply(body))


def reply(body):
    return lambda route: route.fulfill(status=200, content_type="application/json", body=json.dumps(body))


@pytest.fixture
def page(open_page):
    page = open_page(prepare=hostile)
    page.wait_for_selector("#examples .chip")
    page.locator("#examples .chip").first.click()
    page.wait_for_selector(".passage mark")
    page.click(".passage")
    page.wait_for_selector("#reader .document-text mark")
    return page


def test_nothing_that_is_shown_runs(page):
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, main script, dialog script, iframe, object").count() == 0
    assert page.inner_text(".sentence") == EVIL
    assert page.locator("#reader a").count() == 0


def test_offsets_count_characters_and_not_code_units(page):
    assert page.locator(".passage mark").all_inner_texts() == ["$5m"]
    assert page.locator("#reader .document-text mark").all_inner_texts() == ["$5", "m"]
    assert page.locator("#reader .document-text .mention").all_inner_texts() == ["💰 ", "$5"]
    assert page.text_content("#reader .document-text") == TEXT


def test_charts_show_negative_numbers_and_leave_out_missing_ones(page):
    assert page.locator(".chart-bar").count() == 3
    assert page.locator("tbody tr").count() == 4
    assert page.locator("tbody td.number").nth(2).inner_text() == "—"


def test_a_failure_is_told_in_the_words_of_the_service(open_page):
    page = open_page(prepare=lambda page: page.route("**/v1/ask", lambda route: route.abort()), expected="net::ERR_FAILED")
    page.fill("#question", "?")
    page.press("#question", "Enter")
    page.wait_for_selector("text=The service cannot be reached")
