"""The documents of the store on the page: adding with progress, finding, reading, removing, and what was rejected."""

import shutil
import threading

import pytest
from rie.api.jobs import Jobs
from rie.api.writing import TaskFailed

from tests.browser.asking import ask, asked, reply
from tests.browser.gold import Plain, build_small
from tests.browser.service import running

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect

EVIL = "<img src=x onerror=\"window.hacked=1\">\u202egnp.exe"
DOCUMENTS = "/?view=documents"


class Gated(Plain):
    """Reports its progress and waits until it is let; fails with the text of `fails`, once."""

    def __init__(self):
        self.gate, self.fails = threading.Event(), ""
        self.gate.set()

    def run(self, task, progress):
        progress(3)
        self.gate.wait(10)
        failure, self.fails = self.fails, ""
        if failure:
            raise TaskFailed(failure)
        return super().run(task, progress)


@pytest.fixture
def runner():
    return Gated()


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A store with 25 documents."""
    folder = tmp_path_factory.mktemp("small") / "store"
    build_small(folder)
    return folder


@pytest.fixture
def own(small, tmp_path, runner):
    """The address of a service over a copy of it, which may be changed."""
    with running(shutil.copytree(small, tmp_path / "own", symlinks=True), jobs=Jobs(runner)) as url:
        yield url


def file(name, text):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}


def names(page):
    return page.locator(".document-name").all_inner_texts()


def test_files_are_added_with_progress_and_what_is_rejected_says_why(open_page, own, runner):
    page = open_page(DOCUMENTS, at=own)
    page.wait_for_selector(".document")
    assert page.inner_text("text=Nothing was rejected.")
    runner.gate.clear()
    files = [file("one.txt", "Hooli raises $5m."), file("two.md", "# Zed\n\nZed buys Wobble."), file("empty.txt", "")]
    page.set_input_files("#files", files)
    page.wait_for_selector("text=Reading: 3 documents so far")
    assert page.locator(".upload progress").count() == 1
    runner.gate.set()
    page.wait_for_selector(".upload.done")
    assert "2 new, 1 rejected · snapshot 2" in page.inner_text(".upload")
    expect(page.locator("table.rejected")).to_have_count(2)
    assert {"empty.txt", "empty_text"} <= set(page.locator("table.rejected").last.inner_text().split())
    expect(page.locator("text=In the store 27")).to_be_visible()
    expect(page.locator(".document-name", has_text="one.txt")).to_be_visible()


def test_the_start_page_tells_of_the_new_snapshot(open_page, own):
    page = open_page(DOCUMENTS, at=own)
    page.set_input_files("#files", [file("one.txt", "Hooli raises $5m.")])
    page.wait_for_selector(".upload.done")
    page.click("#to-ask")
    expect(page.locator("#holdings")).to_contain_text("26 documents")
    page.click("#to-documents")
    assert page.locator(".upload.done").count() == 1


def test_what_the_shipped_model_reads_from_a_file_can_be_asked_and_followed_back(open_page, tmp_path):
    with running(tmp_path / "new") as url:
        page = open_page(DOCUMENTS, at=url, expected="503")
        page.set_input_files("#files", [file("hooli.txt", "Hooli raises $5m to revolutionize search, led by ACME Ventures")])
        page.wait_for_selector(".upload.done")
        assert "The store now holds 1 funding round." in page.inner_text(".upload")
        page.click("#to-ask")
        ask(page, "How much has Hooli raised?")
        assert "$5.0 million" in page.inner_text(".sentence")
        page.click(".passage")
        page.wait_for_selector("#reader .document-text mark")
        assert "$5m" in page.locator("#reader .document-text mark").all_inner_texts()


def test_files_can_be_dropped(open_page, own):
    page = open_page(DOCUMENTS, at=own)
    dropped = page.evaluate_handle("""() => {
      const data = new DataTransfer();
      data.items.add(new File(["Hooli raises $5m."], "dropped.txt"));
      data.items.add(new File(["hidden"], ".DS_Store"));
      return data;
    }""")
    page.dispatch_event(".drop", "dragenter", {"dataTransfer": dropped})
    assert page.locator(".drop.over").count() == 1
    page.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
    page.wait_for_selector(".upload.done")
    assert page.locator(".drop.over").count() == 0
    assert "1 new" in page.inner_text(".upload")
    expect(page.locator(".document-name", has_text="dropped.txt")).to_be_visible()


def test_files_of_a_folder_keep_their_paths(open_page, own, tmp_path):
    (tmp_path / "news" / "may").mkdir(parents=True)
    (tmp_path / "news" / "may" / "a.txt").write_text("Hooli raises $5m.")
    (tmp_path / "news" / ".hidden").write_text("no")
    page = open_page(DOCUMENTS, at=own)
    page.set_input_files("#folder", str(tmp_path / "news"))
    page.wait_for_selector(".upload.done")
    expect(page.locator(".document-name", has_text="news/may/a.txt")).to_be_visible()


def test_a_job_that_fails_says_why_and_can_be_tried_again(open_page, own, runner):
    runner.fails = "the disk is full: make room"
    page = open_page(DOCUMENTS, at=own)
    page.set_input_files("#files", [file("one.txt", "Hooli raises $5m.")])
    page.wait_for_selector("text=Nothing was added: the disk is full: make room")
    page.click(".notice .link")
    page.wait_for_selector(".upload.done")
    assert page.locator(".upload").count() == 1


def test_a_stream_that_breaks_off_is_followed_by_asking(open_page, own, runner):
    runner.gate.clear()
    broken = lambda page: page.route("**/events", lambda route: route.abort())  # noqa: E731
    page = open_page(DOCUMENTS, at=own, prepare=broken, expected="net::ERR_FAILED")
    page.set_input_files("#files", [file("one.txt", "Hooli raises $5m.")])
    page.wait_for_selector("text=Reading: 3 documents so far")
    runner.gate.set()
    page.wait_for_selector(".upload.done")


def test_too_much_for_the_service_is_told_before_it_is_sent(open_page):
    page = open_page(DOCUMENTS)
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.evaluate("""() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(31e6)], "large.pdf"));
      const input = document.getElementById("files");
      input.files = data.files;
      input.dispatchEvent(new Event("change"));
    }""")
    page.wait_for_selector("text=Too large to be sent from here: large.pdf")
    assert sent == []


def test_the_documents_are_listed_in_pages_and_found_by_their_words(open_page):
    page = open_page(DOCUMENTS)
    page.wait_for_selector(".document")
    first = names(page)
    assert len(first) == 20
    assert page.inner_text(".pager span") == "1–20 of 144"
    assert page.locator(".pager button", has_text="Previous").first.is_disabled()
    page.click(".pager button:has-text('Next')")
    page.wait_for_selector("text=21–40 of 144")
    assert not set(first) & set(names(page))
    page.click(".pager button:has-text('Previous')")
    page.wait_for_selector("text=1–20 of 144")
    assert names(page) == first
    page.fill("#find", "shippers lose some")
    expect(page.locator(".document")).to_have_count(1)
    page.fill("#find", "no such words anywhere")
    page.wait_for_selector("text=No document holds this.")
    page.fill("#find", "lead-00")
    page.select_option(".find select", "doc_id")
    expect(page.locator(".document")).to_have_count(9)


def test_a_document_is_read_and_removed_after_a_confirmation(open_page, own):
    page = open_page(DOCUMENTS, at=own)
    page.click("text=lead-003")
    page.wait_for_selector("#reader .document-text")
    assert "dk7" in page.inner_text("#reader .document-text")
    page.keyboard.press("Escape")
    remove = page.get_by_label("Remove lead-003")
    remove.click()
    assert page.inner_text("#removal-dialog .dialog-name") == "lead-003"
    page.keyboard.press("Escape")
    expect(page.locator("#removal-dialog")).to_be_hidden()
    assert remove.is_visible()
    remove.click()
    page.click("#removal-dialog .danger")
    page.wait_for_selector("text=Removed lead-003; snapshot 2 is without it.")
    expect(remove).to_have_count(0)
    expect(page.locator("text=In the store 24")).to_be_visible()


def test_a_removal_that_fails_says_why(open_page, own, runner):
    runner.fails = "the store is being written by another process"
    page = open_page(DOCUMENTS, at=own, expected="409")
    page.get_by_label("Remove lead-001").click()
    page.click("#removal-dialog .danger")
    page.wait_for_selector("#removal-dialog .notice")
    assert "another process" in page.inner_text("#removal-dialog .notice")
    assert page.locator("#removal-dialog .danger").is_enabled()


def test_a_service_without_documents_leads_to_adding_some(open_page, tmp_path):
    with running(tmp_path / "empty", jobs=Jobs(Plain())) as url:
        page = open_page("/", at=url, expected="503")
        page.click("#holdings a")
        page.wait_for_selector("text=There are no documents yet.")
        page.set_input_files("#files", [file("one.txt", "Hooli raises $5m.")])
        page.wait_for_selector(".upload.done")
        expect(page.locator(".document")).to_have_count(1)


def test_hostile_names_and_reasons_are_shown_as_text(open_page):
    rows = [{"doc_id": EVIL, "title": "T" * 400, "source": EVIL, "published_at": EVIL, "date_precision": None}]
    rejected = [{"doc_id": EVIL, "source": EVIL + "x" * 300, "line": 3, "code": EVIL, "reason": EVIL, "at": EVIL}]

    def prepare(page):
        page.route("**/v1/tables/document?**", reply({"rows": rows, "rows_total": 1, "next": None}))
        page.route("**/v1/tables/rejected_document?**", reply({"rows": rejected, "rows_total": 1, "next": None}))

    page = open_page(DOCUMENTS, prepare=prepare, viewport={"width": 390, "height": 800})
    page.wait_for_selector(".rejected .source")
    shown = EVIL.replace("\u202e", "\ufffd")
    assert page.inner_text(".rejected code") == shown
    assert shown in page.inner_text(".document-about")
    page.click(".remove")
    assert page.inner_text(".dialog-name") == shown
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, main script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_an_answer_of_the_snapshot_before_stays_what_it_was(open_page, own):
    page = open_page(asked("How many funding rounds were there?"), at=own)
    page.wait_for_selector(".turn.answered")
    link = page.url
    before = page.inner_text(".sentence")
    page.goto(own + DOCUMENTS)
    page.get_by_label("Remove lead-001").click()
    page.click("#removal-dialog .danger")
    page.wait_for_selector("text=snapshot 2 is without it.")
    page.goto(link)
    page.wait_for_selector("text=These answers are from snapshot 1; the newest is 2.")
    page.wait_for_selector(".turn.answered")
    assert page.inner_text(".sentence") == before
