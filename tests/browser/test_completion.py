"""Completion in the question box, as a combobox does it."""

import time

from tests.browser.asking import reply

TRIES = 5  # to open the list with all its questions
FOUND = ["How much has Hooli raised?", "How much has Hooli raised by year?"]


def stubbed(page):
    page.route("**/v1/suggest?**", reply({"q": "", "snapshot": 1, "suggestions": FOUND}))


def test_questions_of_the_store_complete_what_is_typed(open_page):
    page = open_page()
    page.locator("#question").press_sequentially("Who invested in Bri")
    page.wait_for_selector("#completions [role=option]")
    assert page.get_attribute("#question", "aria-expanded") == "true"
    option = page.locator("#completions [role=option]").first
    question = option.inner_text()
    assert question.startswith("Who invested in Bri")
    option.click()
    page.wait_for_selector(".turn.answered")
    assert page.inner_text(".asked") == question
    assert page.is_hidden("#completions")


def test_the_keys_choose_and_enter_asks(open_page):
    page = open_page(prepare=stubbed)
    page.fill("#question", "how")
    page.wait_for_selector("#completions [role=option]")
    states = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        states.append(page.get_attribute("#question", "aria-activedescendant"))
    assert states == ["completions-0", "completions-1", None, "completions-1"]
    assert page.locator("[role=option][aria-selected=true]").all_inner_texts() == [FOUND[1]]
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn:not(.waiting)")
    assert page.inner_text(".asked") == FOUND[1]


def test_a_tap_chooses(open_page):
    page = open_page(prepare=stubbed, has_touch=True, viewport={"width": 390, "height": 800})
    page.fill("#question", "how")
    page.wait_for_selector("#completions [role=option]")
    page.locator("[role=option]").last.tap()
    page.wait_for_selector(".turn:not(.waiting)")
    assert page.inner_text(".asked") == FOUND[1]


def test_enter_without_a_choice_asks_what_was_typed(open_page):
    page = open_page(prepare=stubbed)
    page.fill("#question", "how")
    page.wait_for_selector("#completions [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn:not(.waiting)")
    assert page.inner_text(".asked") == "how"
    assert page.is_hidden("#completions")


def test_escape_closes_the_list_first_and_then_empties_the_box(open_page):
    page = open_page(prepare=stubbed)
    page.fill("#question", "how")
    page.wait_for_selector("#completions [role=option]")
    page.keyboard.press("Escape")
    assert page.is_hidden("#completions")
    assert page.input_value("#question") == "how"
    page.keyboard.press("Escape")
    assert page.input_value("#question") == ""


def test_the_arrow_opens_questions_to_begin_with(open_page):
    page = open_page()
    page.focus("#question")
    assert page.is_hidden("#completions")
    for _ in range(TRIES):  # a busy service completes fewer in its time
        page.keyboard.press("ArrowDown")
        page.wait_for_selector("#completions [role=option]")
        if page.locator("#completions [role=option]").count() > 3:
            break
        page.keyboard.press("Escape")
    assert page.locator("#completions [role=option]").count() > 3
    page.keyboard.press("Tab")
    assert page.is_hidden("#completions")


def test_fast_typing_asks_once_and_late_replies_are_dropped(open_page):
    asked = []

    def slow(route):
        asked.append(route.request.url)
        reply({"suggestions": [f"{route.request.url.split('q=')[1].split('&')[0]} first"]})(route)

    page = open_page(prepare=lambda page: page.route("**/v1/suggest?**", slow))
    page.locator("#question").press_sequentially("hooli", delay=10)
    page.wait_for_selector("#completions [role=option]")
    assert [url.split("q=")[1].split("&")[0] for url in asked] == ["hooli"]
    assert page.inner_text("#completions") == "hooli first"


def test_a_service_without_completion_disturbs_nobody(open_page):
    page = open_page(prepare=lambda page: page.route("**/v1/suggest?**", reply({"detail": "busy"}, 503)), expected="503")
    page.fill("#question", "how")
    time.sleep(0.4)
    assert page.is_hidden("#completions")
    assert page.locator(".notice").count() == 0
