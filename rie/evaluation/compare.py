"""RIE beside RAG: the same questions, the same snapshot, the same gold."""

import datetime
import math
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rie.errors import UsageError
from rie.evaluation.answers import GoldQuestion, Verdict, score, wilson
from rie.evaluation.texts import known_names, score_text
from rie.llm import Cost
from rie.opened import OpenStore
from rie.rag import Rag
from rie.rag.rag import answer_from

ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Side:
    """How one of the two answered questions of a kind.

    `verdicts` counts right, wrong and refused answers (a refusal is right where nothing can be answered); `times` are milliseconds.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    times: tuple[float, ...] = field(default=(), repr=False)
    cost: Cost = field(default_factory=Cost)

    @property
    def asked(self) -> int:
        """How many questions."""
        return self.verdicts.total()

    @property
    def accuracy(self) -> float:
        """The share of right answers among all questions."""
        return self.verdicts["right"] / self.asked if self.asked else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% confidence interval of the accuracy."""
        return wilson(self.verdicts["right"], self.asked)

    def latency(self, share: float) -> float:
        """The time below which a share of the answers came (nearest rank), in milliseconds."""
        ordered = sorted(self.times)
        return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0

    def __add__(self, other: "Side") -> "Side":
        return Side(self.verdicts + other.verdicts, self.times + other.times, self.cost + other.cost)

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        counts = {verdict: self.verdicts[verdict] for verdict in ("right", "wrong", "refused")}
        times = {"p50_ms": round(self.latency(0.5), 3), "p99_ms": round(self.latency(0.99), 3)}
        return {**counts, "accuracy": self.accuracy, "interval": list(self.interval), **times, "cost": self.cost.as_dict()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides by kind of question; `model` is the language model that wrote RAG's answers, None for extracted ones."""

    rie: Mapping[str, Side]
    rag: Mapping[str, Side]
    model: str | None
    snapshot: int

    @property
    def kinds(self) -> list[str]:
        """The kinds of questions in order of their first one, then all together."""
        return [*self.rie, ALL]

    def side(self, name: str, kind: str) -> Side:
        """How `rie` or `rag` answered the questions of a kind; of `all` together."""
        held: Mapping[str, Side] = getattr(self, name)
        return sum(held.values(), Side()) if kind == ALL else held[kind]

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        rows = [{"kind": kind, "n": self.side("rie", kind).asked, **{name: self.side(name, kind).as_dict() for name in ("rie", "rag")}}
                for kind in self.kinds]
        return {"snapshot": self.snapshot, "model": self.model, "kinds": rows}


def compare(
    questions: Sequence[GoldQuestion], opened: OpenStore, rag: Rag | None = None, progress: Callable[[int], None] | None = None
) -> Comparison:
    """Ask both the same questions and score their answers against the same gold.

    Both are asked one question before, so that loading and indexing do not count as latency.

    Args:
        questions: with gold.
        opened: the store.
        rag: the baseline; one over the same snapshot when it is None.
        progress: is told how many questions have been answered.

    Raises:
        UsageError: there are no questions, or a language model or embedder is configured that is not installed.
        LlmError: the language model does not answer.
    """
    if not questions:
        raise UsageError("no questions to compare with; give a file of JSON lines with question and gold (contract, section 7)")
    rag = rag or Rag(opened.reader)
    _warm(questions[0], opened, rag)
    known = known_names(questions)
    rie_sides: dict[str, Side] = {}
    rag_sides: dict[str, Side] = {}
    for done, question in enumerate(questions, 1):
        ours, took = _timed(opened.ask, question)
        _note(rie_sides, question.kind, Side(Counter([score(question, ours)]), (took,)))
        theirs, took = _timed(rag.ask, question)
        _note(rag_sides, question.kind, Side(Counter([score_text(question, theirs, known)]), (took,), theirs.cost))
        if progress:
            progress(done)
    return Comparison(rie_sides, rag_sides, rag.llm.model if rag.llm else None, opened.snapshot)


def _warm(question: GoldQuestion, opened: OpenStore, rag: Rag) -> None:
    """Load and index what the first answer would have to wait for, without asking a language model."""
    opened.ask(question.question)
    answer_from(rag.index, question.question)


def _timed(ask: Callable[..., Any], question: GoldQuestion) -> tuple[Any, float]:
    today = datetime.date.fromisoformat(question.today) if question.today else None
    started = time.perf_counter()
    answer = ask(question.question, after=question.after, today=today, id=question.id)
    return answer, (time.perf_counter() - started) * 1000


def _note(sides: dict[str, Side], kind: str, side: Side) -> None:
    sides[kind] = sides.get(kind, Side()) + side
