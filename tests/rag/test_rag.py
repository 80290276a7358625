"""The baseline over a store."""

import dataclasses
from pathlib import Path

import pytest

import rie
from rie.errors import LlmError, UsageError
from rie.llm import Cost
from rie.rag import Rag, RagAnswer
from rie.store import Reader
from rie.types import Answer
from tests.rag.llm_server import COMPLETION_TOKENS, PROMPT_TOKENS, Service


def ask(store: Path, question: str, **named: object) -> RagAnswer:
    with Reader(store) as reader:
        return Rag(reader).ask(question, **named)  # type: ignore[arg-type]


def test_an_answer_has_the_keys_of_an_answer_then_snippets_and_cost(first_store: Path) -> None:
    answer = ask(first_store, "How much did Hooli raise?", id="q-1").as_dict()
    assert list(answer) == [*(field.name for field in dataclasses.fields(Answer)), "snippets", "cost"]
    assert (answer["id"], answer["status"], answer["answer"], answer["snapshot"]) == ("q-1", "answered", "$5m [1]", 1)
    assert answer["cost"] == {"model": None, "prompt_tokens": 0, "completion_tokens": 0, "usd": 0.0}
    (snippet,) = answer["snippets"]
    assert {"doc_id", "part", "start_char", "end_char", "text", "score"} <= set(snippet)


def test_snippets_and_evidence_are_spans_of_the_document(first_store: Path) -> None:
    answer = ask(first_store, "How much did Hooli raise?")
    with Reader(first_store) as reader:
        text = reader.query("SELECT text FROM document").rows[0][0]
    for span, words in ((answer.snippets[0], "text"), (answer.evidence[0], "quote")):
        assert text[span["start_char"] : span["end_char"]] == span[words]


def test_what_the_snippets_do_not_say_is_refused(first_store: Path) -> None:
    answer = ask(first_store, "Who acquired Hooli?")
    assert (answer.status, answer.reason, answer.evidence) == ("refused", "low_confidence", ())
    assert answer.answer == "The snippets do not answer this."


def test_the_same_question_gives_the_same_answer(first_store: Path) -> None:
    one, other = (dataclasses.replace(ask(first_store, "Who led Hooli's round?"), elapsed_ms=0) for _ in range(2))
    assert one == other
    assert one.answer == "ACME Ventures [1]"


def test_a_new_snapshot_is_read(tmp_path: Path) -> None:
    for number, company in enumerate(("Hooli", "Aviato")):
        (tmp_path / f"{number}.txt").write_text(f"{company} raised ${number + 3} million.", encoding="utf-8")
        rie.ingest(tmp_path / f"{number}.txt", tmp_path / "store", workers=1)
    assert ask(tmp_path / "store", "How much did Aviato raise?").answer == "$4 million [1]"
    with Reader(tmp_path / "store", 1) as reader:
        assert Rag(reader).ask("How much did Aviato raise?").status == "refused"


def test_a_store_without_documents_refuses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hooli raised $3 million.", encoding="utf-8")
    rie.ingest(tmp_path / "a.txt", tmp_path / "store", workers=1)
    rie.remove(["a.txt"], tmp_path / "store")
    assert ask(tmp_path / "store", "How much did Hooli raise?").status == "refused"


def test_a_language_model_writes_the_answer_and_cites(first_store: Path, service: Service) -> None:
    service.replies = ["Snippet 1 says $5m.\nAnswer: $5,000,000 [1]"]
    answer = ask(first_store, "And who led it?", after=["How much did Hooli raise?"])
    assert (answer.status, answer.answer, answer.template) == ("answered", "$5,000,000 [1]", "rag.generate")
    assert answer.evidence[0]["doc_id"] == answer.snippets[0]["doc_id"] == "n-1"
    assert answer.cost == Cost("openai/small-test-model", PROMPT_TOKENS, COMPLETION_TOKENS, None)
    told = service.asked[0]["messages"][-1]["content"]
    assert answer.snippets[0]["text"] in told
    assert "And who led it?" in told
    assert "How much did Hooli raise?" in told
    assert service.asked[0]["temperature"] == 0


def test_a_language_model_may_refuse(first_store: Path, service: Service) -> None:
    service.replies = ["Answer: not in the snippets"]
    answer = ask(first_store, "Who acquired Hooli?")
    assert (answer.status, answer.evidence) == ("refused", ())
    assert answer.cost.prompt_tokens == PROMPT_TOKENS


def test_a_language_model_that_fails_is_an_error(first_store: Path, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rie.llm.RETRIES", 0)
    service.replies = [400]
    with pytest.raises(LlmError, match="RIE_LLM_MODEL"):
        ask(first_store, "Who led Hooli's round?")


def test_a_model_without_litellm_says_what_to_install(first_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIE_LLM_MODEL", "openai/any")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install 'rie\[llm\]'"):
        ask(first_store, "Who led Hooli's round?")
