"""Worker processes: what goes wrong with one document stays with that document."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import make

from rie.types import Document, Extraction, Rejected
from rie.workers import batches, extractions


def run(texts: Sequence[str], workers: int) -> list[Extraction | Rejected]:
    documents = (Document(f"d{number}", text) for number, text in enumerate(texts))
    return list(extractions(documents, "business", (), workers, make))


def ids(outcomes: Sequence[Extraction | Rejected]) -> list[str | None]:
    return [outcome.id if isinstance(outcome, Rejected) else outcome.document.id for outcome in outcomes]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIE_BATCH_DOCUMENTS", "3")


@pytest.mark.parametrize("workers", [1, 2])
def test_order_is_kept_and_an_error_rejects_one_document(workers: int) -> None:
    outcomes = run(["a", "b", "raise", "c", "raise", "d", "e", "f"], workers)
    assert ids(outcomes) == [f"d{number}" for number in range(8)]
    rejected = [outcome for outcome in outcomes if isinstance(outcome, Rejected)]
    assert [outcome.id for outcome in rejected] == ["d2", "d4"]
    assert {outcome.code for outcome in rejected} == {"extraction_failed"}
    assert "ValueError: no such luck" in rejected[0].reason


@pytest.mark.parametrize("field", ["id", "title", "text", "source", "url"])
def test_a_lone_surrogate_costs_no_other_document_of_its_batch(field: str) -> None:
    sound = Document("d0", "Hooli acquired Initech for $5 million.", "Hooli buys Initech")
    odd = replace(sound, id="d1")
    odd = replace(odd, **{field: f"{getattr(odd, field) or ''} \ud800"})
    outcomes = list(extractions([sound, odd, replace(sound, id="d2")], "business", (), 1))
    read = [outcome.document.id for outcome in outcomes if isinstance(outcome, Extraction) and outcome.reports]
    assert (read[0], read[-1], len(outcomes)) == ("d0", "d2", 3)
    rejected = [outcome.reason for outcome in outcomes if isinstance(outcome, Rejected)]
    assert len(rejected) == (field in {"id", "title", "text"})
    assert all("a lone surrogate" in reason and reason.isascii() for reason in rejected)


def test_a_dying_worker_rejects_one_document() -> None:
    texts = [*"abcd", "die", *"efghij", "die", *"klmnopqrstuvw"]
    outcomes = run(texts, 2)
    assert ids(outcomes) == [f"d{number}" for number in range(len(texts))]
    assert [outcome.id for outcome in outcomes if isinstance(outcome, Rejected)] == ["d4", "d11"]


def test_several_processes_read_and_none_of_them_is_this_one() -> None:
    readers = {outcome.words for outcome in run(list("abcdefghijklmnopqrstuvwx"), 2) if isinstance(outcome, Extraction)}
    assert os.getpid() not in readers


def test_one_batch_is_read_in_this_process_unless_asked_otherwise() -> None:
    assert {outcome.words for outcome in run(["a", "b"], 0) if isinstance(outcome, Extraction)} == {os.getpid()}


def test_documents_are_taken_lazily() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        for number in range(10_000):
            taken.append(number)
            yield Document(f"d{number}", "a")

    outcomes = extractions(endless(), "business", (), 2, make)
    for _ in range(5):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert len(taken) < 60


def test_batches_are_closed_by_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIE_BATCH_CHARACTERS", "10")
    documents = [Document(str(size), "a" * size) for size in (20, 4, 3, 5, 1)]
    assert [len(batch) for batch in batches(documents)] == [1, 3, 1]


def test_a_script_without_a_main_guard_can_use_workers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from rie.types import Document\nfrom rie.workers import extractions\nfrom scripted import make\nprint('begun')\n"
        "found = extractions((Document(str(n), 'a') for n in range(9)), 'business', (), 2, make)\nprint(len(list(found)))\n",
        encoding="utf-8")
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    done = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.returncode) == ("begun\n9\n", 0), done.stderr
