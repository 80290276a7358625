"""What an answer shows: its sentence, its rows, how it was read, its SQL; and what a refusal offers."""

import re

from tests.browser.asking import GROUPED, QUESTION, REFUSED, answer, ask, reply, span

NAMED = {"name": "company", "type": "text"}
MONEY = {"name": "amount_usd", "type": "decimal", "unit": "USD"}
NATIVE = [{"name": "amount", "type": "decimal"}, {"name": "currency", "type": "text"}]


def test_a_question_is_answered_with_its_rows_and_its_sentences(open_page):
    page = open_page()
    ask(page, QUESTION)
    assert "8" in page.inner_text(".sentence")
    assert page.inner_text(".badge") == "Answered"
    assert "8,000,000" in page.inner_text(".table-frame")
    assert page.inner_text(".evidence-section h3") == "The facts behind this number"
    page.wait_for_selector(".fact[open] .passage mark.evidence")
    assert "Oakrune" in page.inner_text(".fact[open] .passage")
    assert any("$8" in mark for mark in page.locator(".passage mark.evidence").all_inner_texts())
    assert "Oakrune" in page.inner_text(".reading")
    assert "Snapshot 1" in page.inner_text(".turn-foot")


def test_the_sql_is_shown_with_its_parameters(open_page):
    page = open_page()
    ask(page, QUESTION)
    assert not page.is_visible(".query pre")
    page.click(".query summary")
    assert re.search(r"\bselect\b", page.inner_text(".query pre"), re.IGNORECASE)
    assert page.locator(".query dt").count() > 0
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("window.setTimeout = () => 0")  # "Copied" stays for a moment only, which a busy machine may sleep through
    page.click(".copy")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()").split() == page.text_content(".query code").split()


def test_a_refusal_offers_three_questions_that_are_asked_by_a_click(open_page):
    page = open_page()
    ask(page, REFUSED)
    assert page.inner_text(".badge") == "Not answered"
    assert page.locator(".table-frame").count() == 0
    assert page.locator(".suggestions .chip").count() == 3
    suggestion = page.locator(".suggestions .chip").first
    question = suggestion.inner_text()
    suggestion.click()
    page.wait_for_selector(".turn.answered, .turn.no_data")
    assert page.inner_text(".asked") == question
    assert page.input_value("#question") == question
    assert page.evaluate("document.activeElement.className") == "asked"


def test_examples_are_asked_by_a_click(open_page):
    page = open_page()
    page.wait_for_selector("#examples .chip")
    page.locator("#examples .chip").first.click()
    page.wait_for_selector(".turn.answered")
    assert not page.is_visible("#examples")


def test_everything_that_can_be_asked_is_listed_by_topic(open_page):
    page = open_page()
    page.click("#askable summary")
    page.wait_for_selector("#askable-list .chip")
    assert "Funding round" in page.locator("#askable-list h3").all_inner_texts()
    page.locator("#askable-list .chip").first.click()
    page.wait_for_selector(".turn.answered, .turn.no_data")


def values_of(page, column):
    texts = (row.locator("td").nth(column).inner_text() for row in page.locator("tbody tr").all())
    return [float(text.replace(",", "")) for text in texts if text != "—"]


def test_columns_sort_up_then_down_then_as_they_were(open_page):
    page = open_page()
    ask(page, GROUPED)
    first = values_of(page, 1)
    head = page.locator("th.number")
    assert head.inner_text().split() == ["Amount", "USD"]
    states = []
    for _ in range(3):
        head.locator("button").click()
        states.append((head.get_attribute("aria-sort"), values_of(page, 1)))
    assert states == [("ascending", sorted(first)), ("descending", sorted(first, reverse=True)), (None, first)]


STYLE = """() => [getComputedStyle(document.querySelector("td.number")).textAlign,
                  getComputedStyle(document.querySelector("table")).fontVariantNumeric]"""


def test_numbers_stand_to_the_right_in_equal_digits_and_missing_ones_sort_last(answered):
    rows = [{"company": "a", "amount_usd": 1234.5}, {"company": "b", "amount_usd": None}, {"company": "c", "amount_usd": -3}]
    page = answered(answer(columns=[NAMED, MONEY], rows=rows))
    cells = page.locator("td.number")
    assert cells.all_inner_texts() == ["1,234.50", "—", "-3.00"]
    assert page.evaluate(STYLE) == ["right", "tabular-nums"]
    for expected in (["-3.00", "1,234.50", "—"], ["1,234.50", "-3.00", "—"]):
        page.click("th.number button")
        assert cells.all_inner_texts() == expected


def test_a_native_amount_is_shown_only_where_it_tells_more(answered):
    columns = [NAMED, *NATIVE, MONEY]
    dollars, euros = ({"company": "A", "amount": 5, "currency": currency, "amount_usd": usd} for currency, usd in (("USD", 5), ("EUR", 6)))
    assert answered(answer(columns=columns, rows=[dollars])).locator("th").count() == 2
    assert answered(answer(columns=columns, rows=[dollars, euros])).locator("th").count() == 4


def test_rows_and_evidence_beyond_the_answer_are_fetched(open_page):
    """The answer carries 1,000 rows and 200 spans; the table and the facts go on behind them."""
    columns = [NAMED, {"name": "count", "type": "integer"}]
    rows = [{"company": f"c{number:04}", "count": number} for number in range(1500)]
    spans = [span(row=row, fact_id=f"f{row}") for row in range(30)]
    body = answer(columns=columns, rows=rows[:1000], row_count=1500, truncated=True, evidence=spans[:10], evidence_total=30)
    calls = []

    def rows_page(route):
        calls.append(route.request.url)
        reply({"rows": rows[1000:]})(route)

    def prepare(page):
        page.route("**/v1/ask", reply(body))
        page.route("**/v1/ask/rows?**", rows_page)
        page.route("**/v1/ask/evidence?**", reply({"evidence": spans[10:]}))
        page.route("**/v1/facts/**", reply({"detail": "No such fact."}, 404))

    page = open_page(prepare=prepare, expected="404")
    ask(page, "?")
    assert "20 of 1,500 rows" in page.inner_text(".table-foot")
    while page.is_visible(".table-foot .link"):
        page.click(".table-foot .link")
        page.wait_for_timeout(50)
    assert page.locator("tbody tr").count() == 1500
    assert "offset=1000" in calls[0]
    assert "snapshot=1" in calls[0]
    page.locator("td.sources .link").nth(20).click()
    page.wait_for_selector("text=Those of row 21 alone")
    assert page.locator(".fact").count() == 1


def test_a_very_long_sentence_is_cut_until_all_of_it_is_wanted(answered):
    page = answered(answer(answer="One thing and another. " * 60))
    short = page.locator(".sentence").bounding_box()["height"]
    page.click("text=Show the whole sentence")
    assert page.locator(".sentence").bounding_box()["height"] > 3 * short
