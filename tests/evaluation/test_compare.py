"""`rie compare`: RIE beside RAG."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hooli import rie_command, write_lines

from rie.errors import UsageError
from rie.evaluation.answers import read_questions, wilson
from rie.evaluation.compare import Comparison, Side, compare
from rie.llm import Cost, Llm
from rie.opened import OpenStore
from rie.rag import Rag
from rie.terminal import print_comparison
from tests.rag.llm_server import COMPLETION_TOKENS, PROMPT_TOKENS, Service, serving

QUESTIONS = [
    {"id": "q-1", "question": "How much has Hooli raised?", "kind": "lookup", "gold": {"type": "number", "value": 5000000, "tolerance": 1}},
    {"id": "q-2", "question": "How many rounds did ACME Ventures lead?", "kind": "count",
     "gold": {"type": "number", "value": 1, "tolerance": 0}},
    {"id": "q-3", "question": "Should I buy Hooli shares?", "kind": "unanswerable", "gold": {"type": "refuse"}},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "questions.jsonl", QUESTIONS)


@pytest.fixture
def found(first_store: Path, file: Path) -> Comparison:
    with OpenStore(first_store) as opened:
        return compare(read_questions(file), opened)


def test_both_are_scored_on_the_same_questions(found: Comparison) -> None:
    assert found.kinds == ["lookup", "count", "unanswerable", "all"]
    assert [found.side("rie", kind).verdicts for kind in found.kinds[:3]] == [Counter(right=1)] * 3
    assert [found.side("rag", kind).verdicts for kind in found.kinds[:3]] == [Counter(right=1), Counter(refused=1), Counter(right=1)]
    assert found.side("rag", "all").accuracy == pytest.approx(2 / 3)
    assert found.side("rag", "all").interval == wilson(2, 3)


def test_without_a_model_nothing_is_spent(found: Comparison) -> None:
    assert found.model is None
    assert found.side("rag", "all").cost == Cost()


def test_latency_is_the_nearest_rank() -> None:
    side = Side(Counter(right=4), (4.0, 1.0, 3.0, 2.0))
    assert (side.latency(0.5), side.latency(0.99), Side().latency(0.5)) == (2.0, 4.0, 0.0)


def test_no_questions_is_an_error(first_store: Path) -> None:
    with OpenStore(first_store) as opened, pytest.raises(UsageError, match="no questions"):
        compare([], opened)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    pytest.importorskip("litellm", reason="litellm is not installed: pip install 'rie[llm]'")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    with serving() as running:
        yield running


def test_a_language_model_is_scored_and_its_tokens_are_counted(first_store: Path, file: Path, service: Service) -> None:
    service.replies = ["Answer: $5 million [1]", "One round.\nAnswer: 1 [1]", "Answer: not in the snippets"]
    with OpenStore(first_store) as opened:
        found = compare(read_questions(file), opened, Rag(opened.reader, Llm("openai/gpt-4o-mini", service.url)))
    whole = found.side("rag", "all")
    assert (found.model, whole.verdicts) == ("openai/gpt-4o-mini", Counter(right=3))
    assert len(service.asked) == 3
    assert (whole.cost.prompt_tokens, whole.cost.completion_tokens) == (3 * PROMPT_TOKENS, 3 * COMPLETION_TOKENS)
    assert whole.cost.usd
    assert whole.cost.usd > 0


def test_the_table_names_both_with_intervals_latency_and_cost(found: Comparison, capsys: pytest.CaptureFixture[str]) -> None:
    print_comparison(found)
    printed = capsys.readouterr().out
    for word in ("RIE right", "RAG right", "95%", "p50 / p99 ms", "tokens", "USD", "no language model", "lookup", "66.7%", "21%–94%"):
        assert word in printed


def test_the_command_prints_a_table_or_json(first_store: Path, file: Path) -> None:
    shown = rie_command("compare", str(file), "--store", str(first_store))
    assert shown.returncode == 0, shown.stderr
    assert "RAG right" in shown.stdout
    told = json.loads(rie_command("compare", str(file), "--store", str(first_store), "--json").stdout)
    assert [(row["kind"], row["n"], row["rie"]["right"], row["rag"]["right"]) for row in told["kinds"]] == [
        ("lookup", 1, 1, 1), ("count", 1, 1, 0), ("unanswerable", 1, 1, 1), ("all", 3, 3, 2)]  # fmt: skip
    assert set(told["kinds"][0]["rag"]) == {"right", "wrong", "refused", "accuracy", "interval", "p50_ms", "p99_ms", "cost"}


@pytest.mark.parametrize(("line", "message"), [("{}", "line 1"), ("", "no questions")])
def test_a_file_without_questions_is_wrong_usage(first_store: Path, tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "bad.jsonl").write_text(line, encoding="utf-8")
    done = rie_command("compare", str(tmp_path / "bad.jsonl"), "--store", str(first_store))
    assert (done.returncode, message in done.stderr, "Traceback" in done.stderr) == (2, True, False)
