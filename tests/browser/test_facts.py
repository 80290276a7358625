"""From a number to its rows, facts, reports, and the marked sentence in its document."""

import pytest

from tests.browser.asking import GROUPED, QUESTION, answer, ask, reply, span

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect


def test_a_passage_opens_the_document_at_its_evidence(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.click(".passage")
    page.wait_for_selector("#reader .document-text mark.evidence")
    assert page.locator("#reader .mention").count() > 2
    mark = page.locator("#reader mark.evidence.mention").first
    assert mark.is_visible()
    box, body = mark.bounding_box(), page.locator(".reader-body").bounding_box()
    assert body["y"] <= box["y"] <= body["y"] + body["height"]
    assert any("$8" in text for text in page.locator("#reader .document-text mark").all_inner_texts())
    page.keyboard.press("Escape")
    assert not page.is_visible("#reader")


def test_the_sources_of_a_row_are_its_facts_alone(open_page):
    page = open_page()
    ask(page, GROUPED)
    every = page.locator(".fact").count()
    row = page.locator("tbody tr").first
    year = row.locator("td").first.inner_text()
    row.locator(".link").click()
    page.wait_for_selector("text=Those of row 1 alone")
    expect(page.locator(".fact-rest").filter(has_text=year)).to_have_count(page.locator(".fact").count())
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.click("text=Show all")
    assert page.locator(".fact").count() == every


def test_a_fact_tells_all_its_columns_and_who_took_part(open_page):
    page = open_page()
    ask(page, "How much did Tessaro Robotics raise in its Series B?")
    page.click(".columns summary")
    told = page.inner_text(".columns .pairs")
    assert "Series B" in told
    assert "$160,000,000" in told
    assert "Skyforge Growth (lead)" in told


REPORT = {"document": {"source": "Wire", "published_at": "2023-05-01", "date_precision": "day"}, "evidence": [], "passages": []}
COLUMNS = [{"name": name, "type": type_, "unit": unit, "values": values} for name, type_, unit, values in (
    ("company", "text", None, []), ("amount", "decimal", None, []), ("round_type", "text", None, ["seed", "series_a"]),
    ("amount_usd", "decimal", "USD", []))]
COVERAGE = {"facts": 1, "reports": 3, "documents": 3, "missing_value": 0, "conflicting": 1}


def said(doc, amount, amount_usd, round_type="seed", inferred=False):
    values = {"company": f"Hooli of {doc}", "currency": "USD", "amount": amount, "amount_usd": amount_usd, "round_type": round_type}
    return {**REPORT, "report_id": doc, "doc_id": doc, "values": {**values, "inferred": inferred}}


def disputed(page):
    page.route("**/v1/ask", reply(answer(evidence=[span()], evidence_total=1, coverage=COVERAGE)))
    page.route("**/v1/facts/**", reply({
        "table": "funding_round", "fact_id": "f", "snapshot": 1, "columns": COLUMNS, "children": {}, "reports_total": 3,
        "fact": {"company": "Hooli", "amount": 5000000, "currency": "USD", "round_type": "seed", "amount_usd": 5000000},
        "reports": [said("a", 5000000, 5000000), said("b", 6000000, 6000000, None), said("c", 5000000, 4999999, inferred=True)]}))


def test_reports_that_differ_are_shown_with_who_says_what(open_page):
    page = open_page(prepare=disputed)
    ask(page, "?")
    page.wait_for_selector(".disagreement")
    assert page.locator(".disagreement p").all_inner_texts() == ["Amount: $5,000,000 in a, c; $6,000,000 in b. The fact holds $5,000,000."]
    assert "1 with conflicting reports" in page.inner_text(".coverage")
    assert page.locator(".tag", has_text="partly inferred").count() == 1


def test_conflicts_of_the_sample_corpus_are_shown(open_page):
    page = open_page()
    ask(page, GROUPED)
    assert "conflicting" in page.inner_text(".coverage")
    page.click(".facts .more")
    page.wait_for_selector(".disagreement", state="attached")


def test_a_fact_that_cannot_be_read_says_why(open_page):
    missing = reply({"detail": "Snapshot 1 has no such fact."}, 404)
    page = open_page(prepare=lambda page: page.route("**/v1/facts/**", missing), expected="404")
    ask(page, QUESTION)
    page.wait_for_selector("text=Snapshot 1 has no such fact.")
