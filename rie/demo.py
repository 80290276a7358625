"""`rie demo`: a store from the sample corpus, its questions answered, and the page to ask more."""

import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Final

from rie import terminal
from rie.errors import UsageError
from rie.evaluation.answers import read_questions
from rie.evaluation.compare import Comparison, compare
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


def answer_samples(store: Path) -> Comparison:
    """Build the sample store, answer the sample questions with RIE and with RAG, and print how both did.

    Args:
        store: the store's folder; it is made when it does not exist.

    Returns:
        Both sides by kind of question.

    Raises:
        RieError: the store cannot be built, or a language model is configured that does not answer.
    """
    terminal.print_summary(build_samples(store))
    with OpenStore(store) as opened, terminal.progress("questions") as progress:
        found = compare(read_questions(corpus_folder() / "questions.jsonl"), opened, progress=progress)
    terminal.console().print()
    terminal.print_comparison(found)
    return found


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


def _invite(address: str) -> None:
    print(f"\nAsk at {address}  (Ctrl+C ends it)\n\nTry:", file=sys.stderr)
    for question in TO_TRY:
        print(f"  {question}", file=sys.stderr)
