"""RIE beside RAG: the switch, both answers, the snippets and what they cost."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.asking import QUESTION, answer, ask, asked, reply, span

TEXT = "Hooli raised $5m. It makes toys."
SNIPPET = {"doc_id": "n-1", "part": "text", "start_char": 10, "end_char": 10 + len(TEXT), "text": TEXT, "score": 0.5, "title": "Hooli",
           "published_at": "2023-05-01"}
SPAN = span(row=None, table=None, fact_id=None, report_id=None, role="answer", doc_id="n-1", start_char=23, end_char=26, quote="$5m")
COST = {"model": "openai/some-model", "prompt_tokens": 1200, "completion_tokens": 34, "usd": 0.0021}


def test_the_switch_asks_again_and_stands_in_the_address(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.check("#compare")
    page.wait_for_selector(".side.rag")
    assert page.locator(".side-title").count() == 2
    assert "8.0 million" in page.inner_text(".side.rie .sentence")
    assert 1 <= page.locator(".side.rag .snippet").count() <= 5
    assert "no language model is configured" in page.inner_text(".side.rag")
    assert parse_qs(urlsplit(page.url).query)["compare"] == ["rag"]
    page.uncheck("#compare")
    page.wait_for_selector(".turn.answered > .sentence")
    assert page.locator(".side").count() == 0
    page.go_back()
    page.wait_for_selector(".side.rag")
    assert page.is_checked("#compare")


def test_a_written_answer_tells_its_model_its_cost_and_the_words_it_rests_on(open_page):
    both = {"rie": answer(), "rag": answer(answer="$5m [1]", snippets=[SNIPPET], evidence=[SPAN], cost=COST, elapsed_ms=812.4)}
    page = open_page(asked("?", compare="rag"), prepare=lambda page: page.route("**/v1/compare", reply(both)))
    page.wait_for_selector(".side.rag")
    side = page.inner_text(".side.rag").replace("\xa0", " ")
    assert "Written by openai/some-model from 1 snippet." in side
    assert "$0.0021 · 1,234 tokens · 812 ms" in side
    assert page.locator(".side.rag mark").all_inner_texts() == ["$5m"]
    assert "1 May 2023" in side


def test_a_snippet_opens_its_document(open_page):
    page = open_page(asked(QUESTION, compare="rag"))
    page.wait_for_selector(".snippet")
    page.locator(".snippet .link").first.click()
    page.wait_for_selector("#reader .document-text mark")


def test_both_stand_side_by_side_where_there_is_room_and_else_one_below_the_other(open_page):
    page = open_page(asked(QUESTION, compare="rag"))
    page.wait_for_selector(".side.rag .snippet")
    rie, rag = (page.locator(f".side.{name}").bounding_box() for name in ("rie", "rag"))
    assert rag["x"] >= rie["x"] + rie["width"]
    assert rag["y"] == rie["y"]
    page.set_viewport_size({"width": 390, "height": 800})
    rie, rag = (page.locator(f".side.{name}").bounding_box() for name in ("rie", "rag"))
    assert rag["y"] >= rie["y"] + rie["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_follow_ups_are_compared_too(open_page):
    page = open_page(asked(QUESTION, compare="rag"))
    page.wait_for_selector(".side.rag")
    ask(page, "And in 2017?", "#follow-question")
    assert page.locator(".side.rag").count() == 2
    assert "22 million" in page.locator(".side.rie .sentence").last.inner_text()
