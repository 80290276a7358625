"""The page over the sample corpus, as a reader uses it."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect

QUESTION = "How much did Oakrune raise in 2016?"
GROUPED = "Total raised by year"
REFUSED = "What colour is the logo of Oakrune?"


def ask(page, question, box="#question"):
    page.fill(box, question)
    page.press(box, "Enter")
    page.wait_for_selector(".turn:last-child:not(.waiting)")


def test_a_question_is_answered_with_its_rows_and_its_sentences(open_page):
    page = open_page()
    ask(page, QUESTION)
    assert "8" in page.inner_text(".sentence")
    assert page.inner_text(".badge") == "Answered"
    assert "8,000,000" in page.inner_text(".table-frame")
    page.wait_for_selector(".fact[open] .passage mark.evidence")
    assert "Oakrune" in page.inner_text(".fact[open] .passage")
    assert any("$8" in mark for mark in page.locator(".passage mark.evidence").all_inner_texts())
    assert "Oakrune" in page.inner_text(".reading")


def test_the_sql_is_shown_with_its_parameters(open_page):
    page = open_page()
    ask(page, QUESTION)
    assert not page.is_visible(".query pre")
    page.click(".query summary")
    assert re.search(r"\bselect\b", page.inner_text(".query pre"), re.IGNORECASE)
    assert page.locator(".query dt").count() > 0
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click(".copy")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()").split() == page.text_content(".query code").split()


def test_a_passage_opens_the_document_at_its_evidence(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.click(".passage")
    page.wait_for_selector("#reader .document-text mark.evidence")
    assert page.locator("#reader .mention").count() > 2
    assert page.locator("#reader mark.evidence").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.is_visible("#reader")


def test_a_refusal_offers_questions_that_are_asked_by_a_click(open_page):
    page = open_page()
    ask(page, REFUSED)
    assert page.inner_text(".badge") == "Not answered"
    assert page.locator(".table-frame").count() == 0
    suggestion = page.locator(".suggestions .chip").first
    question = suggestion.inner_text()
    suggestion.click()
    page.wait_for_selector(".turn.answered, .turn.no_data")
    assert page.inner_text(".asked") == question
    assert page.input_value("#question") == question


def test_examples_are_asked_by_a_click(open_page):
    page = open_page()
    page.wait_for_selector("#examples .chip")
    page.locator("#examples .chip").first.click()
    page.wait_for_selector(".turn.answered")
    assert not page.is_visible("#examples")


def test_an_answer_by_groups_has_a_chart_and_sorts(open_page):
    page = open_page()
    ask(page, GROUPED)
    rows = page.locator("tbody tr")
    assert page.locator(".chart-bar").count() == rows.count() > 2
    number = page.locator("th.number button").last
    number.click()
    last = [row.locator("td.number").last.inner_text() for row in rows.all()]
    values = [float(text.replace(",", "")) for text in last if text != "—"]
    assert values == sorted(values)
    number.click()
    assert page.locator("th.number").last.get_attribute("aria-sort") == "descending"


def test_the_address_is_the_permanent_link_of_the_conversation(open_page):
    page = open_page()
    ask(page, QUESTION)
    ask(page, "And in 2017?", "#follow-question")
    query = parse_qs(urlsplit(page.url).query)
    assert (query["question"], query["after"]) == (["And in 2017?"], [QUESTION])
    sentences = page.locator(".sentence").all_inner_texts()
    assert len(sentences) == 2
    again = open_page(f"/?{urlsplit(page.url).query}")
    expect(again.locator(".turn:not(.waiting)")).to_have_count(2)
    assert again.locator(".sentence").all_inner_texts() == sentences
    page.go_back()
    expect(page.locator(".turn:not(.waiting)")).to_have_count(1)
    page.go_back()
    expect(page.locator(".turn")).to_have_count(0)


def test_the_page_works_by_keyboard(open_page):
    page = open_page()
    page.wait_for_selector("#question:focus")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn.answered .passage")
    page.keyboard.press("Escape")
    assert page.input_value("#question") == ""
    page.focus(".passage")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader[open] .close:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader", state="hidden")
    assert page.evaluate("document.activeElement.className") == "passage"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "question"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", [QUESTION, GROUPED, REFUSED])
def test_a_phone_never_scrolls_sideways(open_page, scheme, question):
    page = open_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    ask(page, question)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_colours_have_enough_contrast(open_page):
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        ask(page, QUESTION)
        page.wait_for_selector(".passage mark")
        for selector in (".sentence", ".coverage", ".asked", ".badge", ".link", ".passage mark", ".from", "button[type=submit]"):
            assert page.evaluate(CONTRAST, selector) >= 4.5, (scheme, selector)


def test_the_interface_is_described(open_page):
    page = open_page("/docs")
    page.wait_for_selector("text='/v1/schema'")
    assert page.locator("article").count() >= 7


CONTRAST = """selector => {
  const node = document.querySelector(selector);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const backgrounds = [];
  for (let at = node; at; at = at.parentElement) backgrounds.unshift(getComputedStyle(at).backgroundColor);
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const [a, b] = [light(channels(['white', ...backgrounds, getComputedStyle(node).color])), light(channels(['white', ...backgrounds]))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""
