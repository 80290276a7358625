"""`rie demo`: a store from the sample corpus, its questions answered, and the page to ask more."""

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Final

from rie import terminal
from rie.errors import UsageError
from rie.evaluation.answers import GoldQuestion, read_questions, score
from rie.ingest import Summary, ingest
from rie.opened import OpenStore
from rie.settings import setting

TO_TRY: Final = (
    "How much did Brindlewick raise by year?",
    "Rank the Boston companies by total money raised.",
    "In which companies did Northmoor Partners lead a round?",
    "How much was spent on acquisitions in 2016?",
)
_PORTS: Final = 20
_COLUMNS: Final = ("kind", "asked", "right", "wrong", "refused", "precision", "p50 ms")


@dataclass(frozen=True, slots=True)
class Score:
    """How the questions of one kind were answered.

    `right` counts right answers, and refusals of questions that cannot be answered; `refused` counts questions that could be
    answered and were not; `wrong` is the rest. `times` are milliseconds.
    """

    asked: int = 0
    right: int = 0
    refused: int = 0
    times: tuple[float, ...] = field(default=(), repr=False)

    @property
    def wrong(self) -> int:
        """Questions with a wrong answer."""
        return self.asked - self.right - self.refused

    @property
    def precision(self) -> float | None:
        """The share of right ones among those that were not refused; None when all were."""
        given = self.asked - self.refused
        return self.right / given if given else None

    def __add__(self, other: "Score") -> "Score":
        return Score(self.asked + other.asked, self.right + other.right, self.refused + other.refused, self.times + other.times)


def corpus_folder() -> Path:
    """The folder of the sample corpus: beside the package in a checkout, inside it in a wheel."""
    package = Path(str(files("rie")))
    inside = package / "sample_corpus"
    return inside if inside.is_dir() else package.parent / "sample_corpus"


def build_samples(store: Path) -> Summary:
    """Ingest the sample corpus with its entity table; what the store holds already is left as it is."""
    corpus = corpus_folder()
    lines = (corpus / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    _check_own(store, {json.loads(line)["id"] for line in lines})
    with terminal.progress("documents") as progress:
        return ingest(corpus / "documents.jsonl", store, "business", knowledge=corpus / "knowledge.csv", progress=progress)


def _check_own(store: Path, samples: set[str]) -> None:
    """The demo never writes among somebody's own documents."""
    if not (store / "CURRENT").is_file():
        return
    with OpenStore(store) as opened:
        others = {row[0] for row in opened.sql("SELECT doc_id FROM document", len(samples) + 1).rows} - samples
    if others:
        raise UsageError(f"{store} holds documents of your own ({min(others)}): give the demo another folder with --store DIR")


def answer_samples(store: Path) -> dict[str, Score]:
    """Build the sample store, answer the sample questions and print how many of each kind were answered rightly.

    Args:
        store: the store's folder; it is made when it does not exist.

    Returns:
        The score of each kind of question.

    Raises:
        RieError: the store cannot be built.
    """
    terminal.print_summary(build_samples(store))
    with OpenStore(store) as opened:
        scores = _scores(_answered(opened, read_questions(corpus_folder() / "questions.jsonl")))
    _print(scores)
    return scores


def serve_samples(store: Path) -> None:
    """Build the sample store and serve it until interrupted, on the next free port if the usual one is taken.

    Args:
        store: the store's folder; it is made when it does not exist.

    Raises:
        RieError: the store cannot be built, or no port is free.
    """
    from rie.api.serve import serve

    terminal.print_summary(build_samples(store))
    serve(store, setting("host"), setting("port"), ports=_PORTS, started=_invite)


def _answered(opened: OpenStore, questions: Iterable[GoldQuestion]) -> Iterator[tuple[str, Score]]:
    for question in questions:
        started = time.perf_counter()
        answer = opened.ask(question.question, after=question.after, id=question.id)
        milliseconds = (time.perf_counter() - started) * 1000
        verdict = score(question, answer)
        yield question.kind, Score(1, int(verdict == "right"), int(verdict == "refused"), (milliseconds,))


def _scores(answered: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for kind, one in answered:
        scores[kind] = scores.get(kind, Score()) + one
    return scores


def _print(scores: Mapping[str, Score]) -> None:
    whole = sum(scores.values(), Score())
    rows = [_row(kind, held) for kind, held in [*scores.items(), ("all", whole)]]
    out = terminal.console()
    out.print()
    out.print(terminal.table("Questions over the sample corpus", _COLUMNS, rows, _COLUMNS[1:]))


def _row(kind: str, held: Score) -> list[str]:
    precision = "–" if held.precision is None else f"{held.precision:.1%}"
    counts = [str(count) for count in (held.asked, held.right, held.wrong, held.refused)]
    return [kind, *counts, precision, f"{median(held.times):.1f}"]


def _invite(address: str) -> None:
    print(f"\nAsk at {address}  (Ctrl+C ends it)\n\nTry:", file=sys.stderr)
    for question in TO_TRY:
        print(f"  {question}", file=sys.stderr)
