"""Whatever an answer, a fact, a snippet or a document holds is shown as text and never runs; what goes wrong is told in plain words."""

import pytest

from tests.browser.asking import answer, ask, asked, reply, span

MARKUP = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>"
EVIL = f"{MARKUP}\u202eevil\0\x1b[31m"
SHOWN = f"{MARKUP}\ufffdevil\ufffd\ufffd[31m"
TEXT = f"😀😀 {EVIL} raised 💰 $5m today."
START = TEXT.index("$5m")
SPAN = span(fact_id="f/1 ?", role=EVIL, doc_id=EVIL, start_char=START, end_char=START + 3, quote="$5m")
ROWS = [{"company": EVIL, "value": 5}, {"company": "B" * 300, "value": -3}, {"company": "C", "value": None}, {"company": "D", "value": 2}]
COLUMNS = [{"name": "company", "type": "text"}, {"name": "value", "type": "decimal", "unit": EVIL}]
COVERAGE = {"facts": 1, "reports": 1, "documents": 1, "missing_value": 1, "conflicting": 1}
ANSWER = answer(id=EVIL, question=EVIL, today=EVIL, reason=EVIL, answer=EVIL, interpretation=EVIL, columns=COLUMNS, rows=ROWS, sql=EVIL,
                parameters={EVIL: EVIL, "list": [EVIL]}, template=EVIL, evidence=[SPAN], evidence_total=1, coverage=COVERAGE,
                suggestions=[EVIL])
DOCUMENT_PART = {"title": EVIL, "source": EVIL, "published_at": EVIL, "date_precision": EVIL}
FACT = {"table": "funding_round", "fact_id": "f/1 ?", "snapshot": 1,
        "columns": [{"name": "company", "type": "text", "unit": None, "values": []}],
        "fact": {"company": EVIL, "other": EVIL}, "reports_total": 1,
        "children": {"funding_investor": [{"investor": EVIL, "is_lead": True}]},
        "reports": [{"report_id": "r", "doc_id": EVIL, "document": DOCUMENT_PART, "evidence": [SPAN],
                     "passages": [{"part": "text", "key": None, "start_char": 0, "text": TEXT}], "values": {}}]}
MENTION = {"part": "text", "start_char": START - 2, "end_char": START + 2, "label": EVIL, "value": EVIL, "unit": EVIL}
DOCUMENT = {"doc_id": EVIL, "text": TEXT, "url": "javascript:window.hacked=1", **DOCUMENT_PART,
            "metadata": "{\"a\": \"<b>\"}", "mentions": [MENTION], "mentions_total": 1, "snapshot": 1}
SNIPPET = {**DOCUMENT_PART, "doc_id": EVIL, "part": "text", "start_char": 0, "end_char": len(TEXT), "text": TEXT, "score": 1}
COST = {"model": EVIL, "prompt_tokens": 1, "completion_tokens": 1, "usd": None}
RAG = answer(answer=EVIL, snippets=[SNIPPET], evidence=[SPAN], cost=COST)
TABLES = [{"name": EVIL, "kind": "fact", "rows": 3}, {"name": "document", "kind": None, "rows": 1}]
SCHEMA = {"snapshot": 1, "tables": TABLES, "examples": [EVIL]}
TEMPLATES = {"templates": [{"template": EVIL, "fact": EVIL, "agg": "sum", "description": EVIL, "examples": [EVIL]}]}
REPLIES = {"**/v1/ask": ANSWER, "**/v1/compare": {"rie": ANSWER, "rag": RAG}, "**/v1/facts/**": FACT, "**/v1/documents/**": DOCUMENT,
           "**/v1/schema": SCHEMA, "**/v1/templates": TEMPLATES, "**/v1/suggest?**": {"suggestions": [EVIL]}}


def hostile(page):
    """Let the service tell what it never would."""
    for pattern, body in REPLIES.items():
        page.route(pattern, reply(body))


def is_inert(page):
    return page.evaluate("window.hacked") is None and page.locator("img, main script, dialog script, iframe, object").count() == 0


@pytest.fixture
def page(open_page):
    page = open_page(prepare=hostile, viewport={"width": 390, "height": 800})
    page.wait_for_selector("#examples .chip")
    return page


def test_nothing_that_is_shown_runs(page):
    page.locator("#examples .chip").first.click()
    page.wait_for_selector(".passage mark")
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.click(".passage")
    page.wait_for_selector("#reader .document-text mark")
    assert is_inert(page)
    assert page.text_content(".sentence") == SHOWN
    assert page.text_content("#reader-title") == SHOWN
    assert page.locator("#reader a").count() == 0
    assert page.locator("#reader dd").all_inner_texts() == ["<b>"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_nothing_runs_in_completions_and_in_what_can_be_asked(page):
    page.fill("#question", "x")
    page.wait_for_selector("#completions li")
    assert page.text_content("#completions li") == SHOWN
    page.keyboard.press("Escape")
    page.click("#askable summary")
    page.wait_for_selector("#askable-list .chip")
    assert page.text_content("#askable-list .chip") == SHOWN
    assert is_inert(page)


def test_nothing_runs_in_a_comparison(open_page):
    page = open_page(asked(MARKUP, compare="rag"), prepare=hostile)
    page.wait_for_selector(".snippet")
    assert page.text_content(".snippet-text") == TEXT.replace(EVIL, SHOWN)
    assert page.text_content(".asked") == MARKUP
    assert page.title().startswith(MARKUP[:20])
    assert is_inert(page)


def test_offsets_count_characters_and_not_code_units(page):
    page.locator("#examples .chip").first.click()
    page.wait_for_selector(".passage mark")
    assert page.locator(".passage mark").all_inner_texts() == ["$5m"]
    page.click(".passage")
    page.wait_for_selector("#reader .document-text mark")
    assert page.locator("#reader .document-text mark").all_inner_texts() == ["$5", "m"]
    assert page.locator("#reader .document-text .mention").all_inner_texts() == ["💰 ", "$5"]
    assert page.text_content("#reader .document-text") == TEXT.replace(EVIL, SHOWN)


def test_the_reading_direction_of_a_name_ends_with_the_name(open_page):
    body = answer(columns=COLUMNS[:1], rows=[{"company": "חברה \u202b(x)"}], evidence=[SPAN], evidence_total=1)
    fact = {**FACT, "fact": {"company": "שלום \u202b"}, "reports": [{**FACT["reports"][0], "doc_id": "\u2067abc"}]}

    def prepare(page):
        page.route("**/v1/ask", reply(body))
        page.route("**/v1/facts/**", reply(fact))

    page = open_page(prepare=prepare)
    ask(page, "?")
    page.wait_for_selector(".fact-count")
    name, count = (page.locator(selector).first.bounding_box() for selector in (".fact-name", ".fact-count"))
    assert name["x"] < count["x"]
    assert page.inner_text(".fact-count") == "1 report"


def test_a_service_that_is_gone_is_told_with_what_to_do(open_page):
    page = open_page(prepare=lambda page: page.route("**/v1/ask", lambda route: route.abort()), expected="net::ERR_FAILED")
    ask(page, "?")
    page.wait_for_selector("text=The service cannot be reached.")
    page.unroute("**/v1/ask")
    page.click(".notice .link")
    page.wait_for_selector(".turn.refused")


@pytest.mark.parametrize(("status", "body", "told"), [
    (503, {"detail": "Too many questions wait; try again in a second."}, "Too many questions wait"),
    (422, {"detail": "question: too long"}, "question: too long"),
    (500, None, "The service replied with 500. Its log says more."),
])
def test_errors_are_told_in_the_words_of_the_service(open_page, status, body, told):
    page = open_page(prepare=lambda page: page.route("**/v1/ask", reply(body, status)), expected=str(status))
    ask(page, "?")
    assert told in page.inner_text(".notice")
    assert told in page.inner_text("#announcer")
