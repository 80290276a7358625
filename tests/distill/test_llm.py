"""The pipeline with a language model: over real HTTP through litellm, against a service of the tests' own."""

import json
import threading
import time
from typing import Any

import pytest

from rie.distill.draft import draft
from rie.distill.llm.answers import read_mentions
from rie.distill.llm.load import load_prototype
from rie.distill.llm.model import usage_of
from rie.distill.llm.questions import shards
from rie.errors import LlmError, PackError, UsageError
from rie.pack import load_pack
from rie.pipeline.relations import named_relations
from rie.types import Document
from tests.distill.conftest import NAMES, ROLES, STATUSES, TEXT, knowing
from tests.rag.llm_server import Service

PACK = load_pack("business")
LABELS = ["COMPANY", "FUNDING"]


def spoken(doc: Any) -> dict[str, set[tuple[str, ...]]]:
    """Relations by their words."""
    kinds = named_relations(doc)
    roles = {(doc[h[0] : h[1]].text, label.partition(".")[2], doc[c[0] : c[1]].text) for h, c, label in kinds["role"]}
    return {"role": roles, "status": {(doc[h[0] : h[1]].text, label.partition("=")[2]) for h, _, label in kinds["status"]}}


def test_the_pipeline_of_llm_cfg_reads_what_the_model_says(service: Service) -> None:
    doc = load_prototype(PACK)(TEXT)
    assert {(e.text, e.label_) for e in doc.ents} == set(NAMES)
    assert spoken(doc) == {"role": set(ROLES), "status": set(STATUSES)}
    assert {span.label_ for span in doc.spans["mentions"]} >= {"MONEY"}


def test_the_model_is_told_labels_guidelines_roles_and_examples(service: Service) -> None:
    load_prototype(PACK)(TEXT)
    first, second = (body["messages"][0]["content"] for body in service.asked)
    assert all(f"- {name}: " in first for name, label in PACK.labels.items() if label.source == "ner")
    assert all(words in first for words in ("Descriptions stay outside", '"mentions": [{"quote"'))
    assert all(words in second for words in ("- acquirer: played by COMPANY", "completed"))
    assert "- prior:" not in second


def test_what_was_answered_is_not_asked_again(service: Service) -> None:
    load_prototype(PACK)(TEXT)
    assert len(service.asked) == 2
    again = load_prototype(PACK)
    assert spoken(again(TEXT))["role"] == set(ROLES)
    usage = usage_of(again)
    assert usage is not None
    assert (len(service.asked), usage.asked, usage.cached, usage.cost.prompt_tokens) == (2, 0, 2, 0)


def test_an_answer_that_does_not_hold_is_asked_for_once_more_with_what_is_wrong(service: Service) -> None:
    def learning(body: dict[str, Any]) -> str:
        first = len(body["messages"]) == 2 and "Text:\nHooli" in body["messages"][1]["content"]
        return '{"mentions": [{"quote": "Hooly", "label": "COMPANY"}]}' if first else knowing(body)

    service.reply_to = learning
    nlp = load_prototype(PACK)
    assert {e.text for e in nlp(TEXT).ents} == {quote for quote, _ in NAMES}
    assert "the quote 'Hooly' does not stand in the text" in service.asked[1]["messages"][-1]["content"]
    usage = usage_of(nlp)
    assert usage is not None
    assert (usage.again, usage.dropped) == (1, 0)


def test_of_an_answer_that_stays_wrong_the_sound_part_is_kept(service: Service) -> None:
    service.reply_to = lambda body: json.dumps({"mentions": [{"quote": "Hooli", "label": "COMPANY"}, {"quote": "raised", "label": "DEAL"}]})
    nlp = load_prototype(PACK, {"nlp.pipeline": ["ner"]})
    assert [(e.text, e.label_) for e in nlp(TEXT).ents] == [("Hooli", "COMPANY")]
    usage = usage_of(nlp)
    assert usage is not None
    assert usage.dropped == 1


def test_roles_that_the_pack_does_not_know_are_left_out(service: Service) -> None:
    def wrong(body: dict[str, Any]) -> str:
        if "[1 COMPANY" not in body["messages"][1]["content"]:
            return knowing(body)
        told = [(2, "company", 1), (2, "amount", 1), (2, "buyer", 1), (99, "company", 1)]
        roles = [{"head": head, "role": role, "child": child} for head, role, child in told]
        return json.dumps({"relations": roles, "statuses": [{"head": 2, "status": "done"}, {"head": 2, "status": "closed"}]})

    service.reply_to = wrong
    assert spoken(load_prototype(PACK)(TEXT)) == {"role": {("raised", "company", "Hooli")}, "status": {("raised", "closed")}}


def test_questions_go_out_side_by_side_and_answers_come_back_in_order(service: Service) -> None:
    lock, out, most = threading.Lock(), 0, 0

    def slow(body: dict[str, Any]) -> str:
        nonlocal out, most
        with lock:
            out += 1
            most = max(most, out)
        time.sleep(0.2)
        with lock:
            out -= 1
        return knowing(body)

    service.reply_to = slow
    nlp = load_prototype(PACK, {"nlp.pipeline": ["ner"], "llm.concurrency": 3})
    texts = [f"Hooli sent {number} letters." if number % 2 else f"{number} letters came." for number in range(6)]
    assert [len(doc.ents) for doc in nlp.pipe(texts)] == [0, 1, 0, 1, 0, 1]
    assert most == 3


def test_a_passing_failure_is_tried_again_and_a_lasting_one_is_an_error(service: Service) -> None:
    failures = [500] * 4  # more than the client of one provider tries by itself
    service.reply_to = lambda body: failures.pop() if failures else knowing(body)
    nlp = load_prototype(PACK, {"nlp.pipeline": ["ner"]})
    assert len(nlp(TEXT).ents) == len(NAMES)
    service.reply_to = lambda body: 400
    with pytest.raises(LlmError, match="does not answer"):
        nlp("Hooli raised more.")


def test_a_budget_ends_the_run_and_the_next_one_goes_on_from_there(service: Service) -> None:
    texts = [f"Hooli sent {number} letters." for number in range(6)]
    told = {"nlp.pipeline": ["ner"], "llm.concurrency": 1}
    short = load_prototype(PACK, {**told, "llm.budget_tokens": 250})  # an answer of the service is 120 tokens
    with pytest.raises(LlmError, match="budget is used up"):
        list(short.pipe(texts))
    assert len(service.asked) == 2
    enough = load_prototype(PACK, {**told, "llm.budget_tokens": 1000})
    assert all(doc.ents for doc in enough.pipe(texts))
    assert len(service.asked) == 6


def test_a_budget_in_dollars_holds_for_a_model_with_a_price(service: Service) -> None:
    told = {"nlp.pipeline": ["ner"], "llm.concurrency": 1, "llm.model": "openai/gpt-4o-mini", "llm.budget_usd": 0.00003}
    nlp = load_prototype(PACK, told)  # 100 tokens at 0.15 and 20 at 0.60 USD a million
    with pytest.raises(LlmError, match="USD"):
        list(nlp.pipe([TEXT, "Hooli raised more."]))
    usage = usage_of(nlp)
    assert usage is not None
    assert usage.asked == 1
    assert usage.cost.usd == pytest.approx(2.7e-5)


def test_drafts_of_the_model_are_written_as_markup(service: Service, tmp_path: Any) -> None:
    out = tmp_path / "drafts.txt"
    done = draft(PACK, [Document("n-1", TEXT)], out)
    assert (done.written, done.usage and done.usage.asked) == (1, 2)
    assert out.read_text(encoding="utf-8") == (
        "draft\t[Hooli|C company@f1] [raised|F #f1 status=closed] [$5m|M amount@f1] in a [seed round|R round@f1] led by "
        "[ACME Ventures|C lead@f1]. [Globex|C acquirer@q2] [acquired|Q #q2 status=completed] [Initech|C target@q2] for "
        "[$48 million|M price@q2].\n")


def test_without_a_model_or_a_config_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.delenv("RIE_LLM_MODEL", raising=False)
    with pytest.raises(UsageError, match="RIE_LLM_MODEL"):
        load_prototype(PACK)
    with pytest.raises(PackError, match=r"llm\.cfg is missing"):
        load_prototype(PACK.model_copy(update={"folder": tmp_path}))


def test_where_nothing_can_have_a_role_no_relations_are_asked_for(service: Service) -> None:
    doc = load_prototype(PACK)("Hooli and Globex met.")
    assert len(service.asked) == 1
    assert doc.user_data["relations"] == []


@pytest.mark.parametrize("wrong", [{"llm.concurrency": 0}, {"llm.budget_usd": "much"}, {"components.relations.prompt": 3}])
def test_a_wrong_config_is_one_clear_error(service: Service, wrong: dict[str, Any]) -> None:
    with pytest.raises(PackError, match=r"llm\.cfg is wrong"):
        load_prototype(PACK, wrong)


@pytest.mark.parametrize(("text", "answer", "spans", "problems"), [
    ("Hooli and Hooli", [("Hooli", "COMPANY"), ("Hooli", "COMPANY")], [(0, 5), (10, 15)], 0),
    ("Hooli", [("Hooli", "COMPANY"), ("Hooli", "COMPANY")], [(0, 5)], 1),
    ("Hoolister", [("Hooli", "COMPANY")], [], 1),
    ("it raised", [("raised", "FUNDING"), ("it", "COMPANY")], [(0, 2), (3, 9)], 0),
    ("Hooli", [("hooli", "COMPANY")], [], 1),
    ("Hooli", [("", "COMPANY")], [], 1),
])
def test_quotes_are_whole_words_of_the_text(text: str, answer: list[tuple[str, str]], spans: list[tuple[int, int]], problems: int) -> None:
    told = json.dumps({"mentions": [{"quote": quote, "label": label} for quote, label in answer]})
    reading = read_mentions(told, text, LABELS)
    assert [(start, end) for start, end, _ in reading.value] == spans
    assert len(reading.problems) == problems


@pytest.mark.parametrize("answer", ["", "I cannot do that.", '{"mentions": [', '{"names": 1}', '{"mentions": [{"quote": 3, "label": ""}]}'])
def test_an_answer_of_another_form_is_a_problem(answer: str) -> None:
    assert read_mentions(answer, TEXT, LABELS).problems


def test_long_texts_are_cut_between_sentences() -> None:
    text = "Hooli raised $5m. " * 50
    pieces = [text[start:end] for start, end in shards(text, 100)]
    assert "".join(pieces) == text
    assert all(len(piece) <= 100 and piece.endswith(". ") for piece in pieces)
    assert list(shards("", 100)) == [(0, 0)]


def test_names_of_a_long_text_keep_their_places(service: Service) -> None:
    text = "Rain fell on the fields. " * 300 + TEXT
    doc = load_prototype(PACK)(text)
    assert {(e.text, e.label_) for e in doc.ents} >= set(NAMES)
    assert spoken(doc)["role"] == set(ROLES)
