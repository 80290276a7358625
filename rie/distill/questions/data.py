"""The paraphrases of a pack: questions in many voices, each with the plain question that it means, or unanswerable."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

import rie
from rie.errors import UsageError
from rie.evaluation.gold_store import gold_extractions, read_seats
from rie.pack import Pack
from rie.store import Reader, Writer

FOLDER: Final = "paraphrases"
TODAY: Final = "2019-01-15"  # the day of the sample corpus that the questions are asked on
Part = Literal["train", "dev", "test"]


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A question, and `asks`, the plain question that it means; None where the data holds no answer. `new_form` questions of dev and
    test mean what no question of train does."""

    id: str
    text: str
    voice: str
    asks: str | None
    new_form: bool


def read_paraphrases(pack: Pack, part: Part) -> list[Paraphrase]:
    """The paraphrases of one part.

    Raises:
        UsageError: the pack has none, or a line is none; names the line.
    """
    file = pack.folder / FOLDER / f"{part}.jsonl"
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error}); the pack has no paraphrases to train from") from None
    return [_paraphrase(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _paraphrase(line: str, place: str) -> Paraphrase:
    try:
        item = json.loads(line)
        asks = str(item["asks"]) if item["answerable"] else None
        return Paraphrase(str(item["id"]), " ".join(item["text"].split()), str(item["voice"]), asks, bool(item["new_form"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{place}: is no paraphrase ({error}); give id, text, voice, asks, answerable and new_form") from None


def plain_questions(pack: Pack) -> list[str]:
    """What can be asked, each in a plain wording: the forms of the paraphrases and those of the catalogue."""
    file = pack.folder / FOLDER / "catalogue.txt"
    listed = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line.strip() for line in listed if line.strip() and not line.startswith("#")]


@contextmanager
def sample_snapshot(pack: Pack) -> Iterator[Reader]:
    """A snapshot of the gold facts of the sample corpus, which the paraphrases are about."""
    with TemporaryDirectory() as folder:
        store, corpus = Path(folder) / "store", _corpus()
        with Writer(store, pack) as writer:
            seats = read_seats(corpus / "facts.jsonl")
            writer.add(gold_extractions(corpus / "documents.jsonl", corpus / "gold.jsonl", pack, seats), "gold")
            writer.publish()
        with Reader(store) as reader:
            yield reader


def _corpus() -> Path:
    """Where the sample corpus lies: in an installed package, or beside it in a checkout."""
    package = Path(rie.__file__).parent
    inside = package / "sample_corpus"
    return inside if inside.is_dir() else package.parent / "sample_corpus"
