"""Follow-up questions, the address as the permanent link, and older snapshots."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.asking import QUESTION, answer, ask, asked, reply

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect


def query_of(page):
    return parse_qs(urlsplit(page.url).query)


def test_the_address_is_the_permanent_link_of_the_conversation(open_page):
    page = open_page()
    ask(page, QUESTION)
    ask(page, "And in 2017?", "#follow-question")
    query = query_of(page)
    assert (query["question"], query["after"], query["snapshot"]) == (["And in 2017?"], [QUESTION], ["1"])
    assert query["today"]
    sentences = page.locator(".sentence").all_inner_texts()
    assert len(sentences) == 2
    again = open_page(f"/?{urlsplit(page.url).query}")
    expect(again.locator(".turn:not(.waiting)")).to_have_count(2)
    assert again.locator(".sentence").all_inner_texts() == sentences
    assert query_of(again) == query
    page.go_back()
    expect(page.locator(".turn:not(.waiting)")).to_have_count(1)
    page.go_back()
    expect(page.locator(".turn")).to_have_count(0)
    assert page.is_visible("#examples")


def test_the_history_of_questions_stays_visible_and_its_facts_fold(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.wait_for_selector(".passage")
    ask(page, "And in 2017?", "#follow-question")
    assert page.locator(".asked").all_inner_texts() == [QUESTION, "And in 2017?"]
    assert page.locator(".turn").first.locator(".evidence-section[open]").count() == 0
    assert page.locator(".turn").last.locator(".evidence-section[open]").count() == 1
    assert page.input_value("#follow-question") == ""


def test_a_follow_up_is_asked_of_the_same_day_and_snapshot(open_page):
    sent = []

    def note(route):
        sent.append(route.request.post_data_json)
        reply(answer(today="2020-05-05", snapshot=7))(route)

    page = open_page(asked("one?", today="2020-05-05", snapshot="7"), prepare=lambda page: page.route("**/v1/ask", note))
    page.wait_for_selector(".turn:not(.waiting)")
    ask(page, "two?", "#follow-question")
    assert sent == [{"question": "one?", "after": [], "today": "2020-05-05", "snapshot": 7},
                    {"question": "two?", "after": ["one?"], "today": "2020-05-05", "snapshot": 7}]


def test_a_new_question_is_of_today_and_the_newest_snapshot(open_page):
    page = open_page(asked(QUESTION, today="2017-01-01"))
    page.wait_for_selector(".turn.answered")
    sent = []
    page.on("request", lambda request: sent.append(request.post_data_json) if request.url.endswith("/v1/ask") else None)
    ask(page, QUESTION)
    assert sent == [{"question": QUESTION, "after": []}]


def test_the_link_of_an_answer_can_be_copied(open_page):
    page = open_page()
    ask(page, QUESTION)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("window.setTimeout = () => 0")  # "Copied" stays for a moment only, which a busy machine may sleep through
    page.click("text=Copy link")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.get_attribute(".turn-foot a", "href").startswith("/v1/ask?question=How+much")


def test_a_snapshot_that_is_gone_offers_the_newest(open_page):
    page = open_page(asked(QUESTION, snapshot="999"), expected="404")
    page.wait_for_selector(".turn.failed .notice")
    page.click("text=Ask the newest snapshot")
    page.wait_for_selector(".turn.answered")
    assert query_of(page)["snapshot"] == ["1"]


def test_answers_of_an_older_snapshot_say_so(open_page):
    page = open_page(asked(QUESTION), prepare=lambda page: page.route("**/v1/schema", reply({"snapshot": 5, "tables": [], "examples": []})))
    page.wait_for_selector(".turn.answered")
    page.wait_for_selector("text=These answers are from snapshot 1; the newest is 5.")
    page.click("text=Ask again now")
    page.wait_for_selector(".turn.answered")
