"""From a refused question to a working template: the log, the draft of a language model, the review, the answer."""

import json
from pathlib import Path

import pytest

from rie.ask import ask
from rie.ask.templates import parse_template
from rie.errors import UsageError
from rie.llm import configured
from rie.store.refused import FILE, Refused, keep_refused, read_refused
from rie.templates.check import check
from rie.templates.draft import draft, read_drafts
from rie.templates.review import review
from rie.types import Answer
from tests.conftest import Run

QUESTION = "Which investors only ever backed Oakrune?"
TEMPLATE = """-- id: loyal_investors
-- ask: which investors only ever backed {company}
-- ask: investors that backed nobody but {company}
-- slots: company: company
-- says: Investors with rounds of {company} alone
-- evidence: round_ids: funding_round
SELECT backer.investor AS investor, list(DISTINCT backer.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
GROUP BY backer.investor
HAVING bool_and(round.company_id = $company)
ORDER BY backer.investor
"""
WRONG = TEMPLATE.replace("backer.investor AS investor,", "backer.name AS investor,")


def refused(question: str) -> Answer:
    return Answer(None, question, "2019-01-15", 1, "refused", "unknown_attribute")


@pytest.fixture
def store(tmp_path: Path, sample: Path) -> Path:
    """A store of its own that shares the sample's snapshot, with two refused questions."""
    folder = tmp_path / "store"
    folder.mkdir()
    for name in ("CURRENT", "snapshots"):
        (folder / name).symlink_to(sample / name)
    for question in (QUESTION, "Which investors are kind?", QUESTION):
        keep_refused(folder, refused(question))
    return folder


def drafted(pack, store, service, *replies: str):
    service.replies = list(replies)
    llm = configured()
    assert llm is not None
    return draft(pack, store, store.parent / "review.jsonl", llm, most=1)


def test_refused_questions_are_counted(store):
    assert read_refused(store) == [Refused(QUESTION, "unknown_attribute", 2), Refused("Which investors are kind?", "unknown_attribute", 1)]


def test_the_log_can_be_switched_off(tmp_path, monkeypatch):
    monkeypatch.setenv("RIE_LOG_REFUSED", "0")
    keep_refused(tmp_path, refused("Who?"))
    assert not (tmp_path / FILE).exists()


def test_only_refused_questions_are_kept_and_only_the_owner_reads_them(tmp_path):
    keep_refused(tmp_path, Answer(None, "Who?", "2019-01-15", 1, "answered"))
    assert not (tmp_path / FILE).exists()
    keep_refused(tmp_path, refused("Who?"))
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_a_store_that_cannot_be_written_is_no_error(tmp_path):
    keep_refused(tmp_path / "nowhere", refused("Who?"))


def test_the_command_line_keeps_what_it_refuses(run: Run, first_store: Path) -> None:
    (first_store / FILE).unlink(missing_ok=True)  # what other tests of the store have asked
    run("ask", "What is the colour of Hooli?", "--store", first_store)
    run("ask", "How much has Hooli raised?", "--store", first_store)
    assert [item.question for item in read_refused(first_store)] == ["What is the colour of Hooli?"]
    (first_store / FILE).unlink()


def test_a_draft_is_checked_and_shown_with_its_rows(pack, store, service):
    (found,) = drafted(pack, store, service, f"Here it is:\n```sql\n{TEMPLATE}```")
    assert (found.question, found.count, found.problems, found.decision) == (QUESTION, 2, (), None)
    assert len(found.rows) > 0
    prompt = service.asked[0]["messages"][0]["content"]
    assert QUESTION in prompt
    assert "funding_investor(round_id" in prompt


def test_a_draft_with_problems_is_written_once_more(pack, store, service):
    (found,) = drafted(pack, store, service, f"```sql\n{WRONG}```", f"```sql\n{TEMPLATE}```")
    assert found.problems == ()
    assert "backer.name" in service.asked[1]["messages"][0]["content"]
    assert "It cannot be used" in service.asked[1]["messages"][0]["content"]


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        ("I cannot do that.", "either SQL|has no"),
        (TEMPLATE.replace("only ever", "never ever"), "does not understand"),
        (TEMPLATE.replace("loyal_investors", "never_led"), "is taken"),
        (TEMPLATE.replace("nobody but {company}", "both {company} and {company}"), "claims"),
        (TEMPLATE.replace("FROM funding_investor", "FROM secrets"), "no such table"),
    ],
)  # fmt: skip
def test_a_draft_that_cannot_be_used_says_why(pack, store, service, reply, problem):
    (found,) = drafted(pack, store, service, reply)
    assert any(part in text for text in found.problems for part in problem.split("|")), found.problems


def test_a_question_is_drafted_once(pack, store, service):
    drafted(pack, store, service, f"```sql\n{TEMPLATE}```")
    found = drafted(pack, store, service, f"```sql\n{WRONG}```")
    assert [item.question for item in found] == [QUESTION, "Which investors are kind?"]


def test_without_refused_questions_there_is_nothing_to_draft(pack, sample, service, tmp_path):
    with pytest.raises(UsageError, match="no refused questions"):
        draft(pack, sample, tmp_path / "review.jsonl", configured())


def test_an_accepted_template_answers_and_passes_the_check(pack, store, reader, service, monkeypatch):
    drafted(pack, store, service, f"```sql\n{TEMPLATE}```")
    assert ask(QUESTION, reader, pack, today="2019-01-15").template != "loyal_investors"
    own = store.parent / "own"
    assert review(store.parent / "review.jsonl", own, lambda item, told: "a") == (1, 0)
    assert parse_template((own / "loyal_investors.sql").read_text(), "x").id == "loyal_investors"
    monkeypatch.setenv("RIE_TEMPLATES", str(own))
    found = ask(QUESTION, reader, pack, today="2019-01-15")
    assert (found.status, found.template) == ("answered", "loyal_investors")
    assert found.evidence_total > 0
    assert check(pack).problems == []


def test_decisions_are_kept_and_not_asked_for_again(pack, store, service, tmp_path):
    drafted(pack, store, service, f"```sql\n{TEMPLATE}```")
    file = store.parent / "review.jsonl"
    assert review(file, tmp_path / "own", lambda item, told: "s") == (0, 0)
    assert review(file, tmp_path / "own", lambda item, told: "r") == (0, 1)
    assert [item.decision for item in read_drafts(file)] == ["rejected"]
    assert review(file, tmp_path / "own", lambda item, told: pytest.fail("asked again")) == (0, 0)
    assert not (tmp_path / "own").exists()


def test_a_draft_with_problems_is_not_accepted(pack, store, service, tmp_path):
    drafted(pack, store, service, f"```sql\n{WRONG}```")
    with pytest.raises(UsageError, match="has problems"):
        review(store.parent / "review.jsonl", tmp_path / "own", lambda item, told: "a")


def test_the_terminal_asks_until_it_gets_a_choice(run: Run, pack, store, service, tmp_path):
    drafted(pack, store, service, f"```sql\n{TEMPLATE}```")
    done = run("templates", "review", store.parent / "review.jsonl", "--to", tmp_path / "own", stdin="x\na\n")
    assert done.returncode == 0, done.stderr
    assert QUESTION in done.stdout
    assert "1 accepted" in done.stdout
    assert (tmp_path / "own" / "loyal_investors.yaml").is_file()


def test_a_file_that_is_no_review_file_is_told(tmp_path):
    (tmp_path / "x.jsonl").write_text(json.dumps({"question": "x"}))
    with pytest.raises(UsageError, match="no review file"):
        review(tmp_path / "x.jsonl", tmp_path, lambda item, told: "a")


def test_the_command_line_drafts_into_a_review_file(run: Run, store, service):
    service.replies = [f"```sql\n{TEMPLATE}```"]
    out = store.parent / "review.jsonl"
    done = run("templates", "draft", "--store", store, "--out", out, "--most", "1")
    assert (done.returncode, "1 drafts to review" in done.stdout, "1 of them sound" in done.stdout) == (0, True, True), done.stderr
    assert [item.question for item in read_drafts(out)] == [QUESTION]


def test_drafting_needs_a_language_model(run: Run, store, monkeypatch):
    monkeypatch.delenv("RIE_LLM_MODEL", raising=False)
    done = run("templates", "draft", "--store", store)
    assert (done.returncode, "RIE_LLM_MODEL" in done.stderr) == (2, True)


def test_the_folder_of_accepted_templates_must_be_named(run: Run, store, monkeypatch):
    monkeypatch.delenv("RIE_TEMPLATES", raising=False)
    done = run("templates", "review", store.parent / "review.jsonl")
    assert (done.returncode, "--to DIR" in done.stderr) == (2, True)
