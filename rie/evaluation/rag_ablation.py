"""What each part of the RAG baseline is worth, on the development questions of the sample corpus.

    python -m rie.evaluation.rag_ablation

For each way to retrieve: how many of the events that an answer rests on have a document among the five snippets (mean over
questions), for how many questions all have, and how many questions the extractive reader answers rightly.
"""

import importlib.util
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from rie.errors import UsageError
from rie.evaluation.answers import GoldQuestion, read_questions
from rie.evaluation.texts import known_names, score_text
from rie.rag.chunks import WORDS, Source
from rie.rag.embedder import embedder
from rie.rag.index import Index, Weights
from rie.rag.rag import SNIPPETS, answer_from

Events = Mapping[str, Sequence[set[str]]]

EVENTS: Final = ("R", "A", "E", "FR", "X", "H")  # functions of verify.py that select events
NARROWER: Final = ("thr", "top")  # those that select among selected ones
SHIPPED: Final = Weights()


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to retrieve."""

    name: str
    words: int = WORDS
    embedder: str = "static"
    weights: Weights = SHIPPED


@dataclass(frozen=True, slots=True)
class Result:
    """Of one variant: mean share of events found, questions with all events found, and verdicts of the reader."""

    recall: float
    complete: int
    asked: int
    right: int
    wrong: int
    of: int


LEXICAL: Final = Weights(vectors=0)
MEANING: Final = Weights(bm25=0)
VARIANTS: Final = (
    Variant("BM25", weights=LEXICAL),
    Variant("vectors", weights=MEANING),
    Variant("both, as shipped"),
    Variant("both, equal weights", weights=Weights(1, 1)),
    Variant("both, chunks of one sentence", words=1),
    Variant("both, chunks of 40 words", words=40),
    Variant("both, chunks of 160 words", words=160),
    Variant("vectors of MiniLM", embedder="minilm", weights=MEANING),
    Variant("both, vectors of MiniLM", embedder="minilm"),
)
HEAD: Final = "| retrieval | events found | all found (of {}) | right (of {}) | wrong |\n| --- | --- | --- | --- | --- |"


def main(corpus: Annotated[Path, typer.Argument()] = Path("sample_corpus"), suffix: str = "", minilm: bool = False) -> None:
    """Print the table of all variants."""
    sources = read_sources(corpus / "documents.jsonl")
    if suffix:
        sources += read_sources(corpus / f"documents{suffix}.jsonl")
    questions = read_questions(corpus / f"questions{suffix}.jsonl")
    needed = events_needed(corpus, suffix)
    print(HEAD.format(len(needed), len(questions)))
    for variant in VARIANTS:
        if minilm or variant.embedder != "minilm":
            held = measure(variant, sources, questions, needed)
            print(f"| {variant.name} | {held.recall:.1%} | {held.complete} | {held.right} | {held.wrong} |")


def measure(variant: Variant, sources: Sequence[Source], questions: Sequence[GoldQuestion], needed: Events) -> Result:
    """Retrieve and answer all questions in one way.

    Args:
        variant: the way.
        sources: the documents.
        questions: with gold.
        needed: by question the documents of each event that its answer rests on.
    """
    index = Index.build(sources, embedder(variant.embedder), variant.words, variant.weights)
    shares = [_share(index, question, needed[question.id]) for question in questions if question.id in needed]
    known = known_names(questions)
    verdicts = [score_text(question, answer_from(index, question.question, question.after), known) for question in questions]
    right, wrong = verdicts.count("right"), verdicts.count("wrong")
    return Result(sum(shares) / max(len(shares), 1), shares.count(1.0), len(shares), right, wrong, len(questions))


def read_sources(file: Path) -> list[Source]:
    """The documents of a file of JSON lines."""
    items = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [Source(item["id"], item.get("title") or "", item["text"], item.get("published_at") or "") for item in items]


def events_needed(corpus: Path, suffix: str = "") -> dict[str, list[set[str]]]:
    """By question, for each event that its gold answer is computed from, the documents that report it.

    The expressions of `question_checks.json` are evaluated, and the events noted that they select.
    """
    spec = importlib.util.spec_from_file_location("sample_corpus_verify", corpus / "verify.py")
    if spec is None or spec.loader is None:
        raise UsageError(f"{corpus / 'verify.py'} cannot be loaded; give the folder of the sample corpus")
    verify = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(verify)
    facts = [json.loads(line) for line in (corpus / f"facts{suffix}.jsonl").read_text(encoding="utf-8").splitlines()]
    checks = json.loads((corpus / "question_checks.json").read_text(encoding="utf-8"))
    answerable = [item.id for item in read_questions(corpus / f"questions{suffix}.jsonl") if item.gold["type"] not in ("refuse", "no_data")]
    traced = {name: _selected(verify.space(facts), checks[name]) for name in answerable}
    return {name: events for name, events in traced.items() if events}


def _selected(names: dict[str, Any], expression: str) -> list[set[str]]:
    noted: dict[str, set[str]] = {}
    for name in (name for name in (*EVENTS, *NARROWER) if name in names):
        names[name] = _noting(names[name], noted, name in NARROWER)
    eval(expression, names)  # an expression of the repository's own
    return list(noted.values())


def _noting(function: Any, noted: dict[str, set[str]], narrow: bool) -> Any:
    def called(*arguments: Any, **named: Any) -> Any:
        found = function(*arguments, **named)
        if narrow:
            noted.clear()
        noted.update({event["event"]: set(event["reports"]) for event in (found if isinstance(found, list) else [found])})
        return found

    return called


def _share(index: Index, question: GoldQuestion, events: Iterable[set[str]]) -> float:
    hits = index.search(" ".join((*question.after, question.question)), SNIPPETS)
    found = {hit.chunk.source.doc_id for hit in hits}
    shares = [bool(documents & found) for documents in events]
    return sum(shares) / len(shares)


if __name__ == "__main__":
    typer.run(main)
