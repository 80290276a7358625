"""A service that asks for keys: the page asks for one, keeps it in its tab, and sends it along."""

import pytest
from rie.api.jobs import Jobs

from tests.browser.asking import QUESTION, ask
from tests.browser.gold import Plain, build_small
from tests.browser.service import running

KEY = "a-key-of-the-test"


@pytest.fixture(scope="module")
def locked(store):
    with running(store, keys=[KEY]) as url:
        yield url


def enter(page, key):
    page.fill("#key", key)
    page.press("#key", "Enter")


def test_a_key_is_asked_for_until_it_is_right_and_kept_for_the_tab(open_page, locked):
    page = open_page("/", at=locked, expected="401")
    page.wait_for_selector("#key-dialog[open]")
    enter(page, "wrong")
    page.wait_for_selector("text=The last one was not accepted.")
    enter(page, KEY)
    page.wait_for_selector("#examples .chip")
    ask(page, QUESTION)
    page.wait_for_selector(".turn.answered .passage")
    assert page.locator(".turn-foot a").count() == 0
    page.reload()
    page.wait_for_selector(".turn.answered")
    assert page.locator("#key-dialog[open]").count() == 0
    page.click("#forget-key")
    page.wait_for_selector("#key-dialog[open]")


def test_documents_are_added_and_followed_with_the_key(open_page, tmp_path):
    build_small(tmp_path / "own")
    with running(tmp_path / "own", keys=[KEY], jobs=Jobs(Plain())) as url:
        page = open_page("/?view=documents", at=url, expected="401")
        page.wait_for_selector("#key-dialog[open]")
        enter(page, KEY)
        page.wait_for_selector(".document")
        page.set_input_files("#files", [{"name": "one.txt", "mimeType": "text/plain", "buffer": b"Hooli raises $5m."}])
        page.wait_for_selector(".upload.done")


def test_declining_leaves_a_page_that_says_what_is_missing(open_page, locked):
    page = open_page("/", at=locked, expected="401")
    page.wait_for_selector("#key-dialog[open]")
    page.click("#key-dialog .quiet")
    page.wait_for_selector("text=This service asks for a key, and none was given.")
    page.fill("#question", "how")
    page.wait_for_timeout(300)
    assert page.locator("#key-dialog[open]").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_selector("#key-dialog[open]")
    enter(page, KEY)
    page.wait_for_selector(".turn.refused")
