"""What a language model is told: the pack's labels, roles and guidelines, and a few of its annotated texts."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from spacy.language import Language
from spacy.tokens import Doc

from rie.distill.corpus import ExampleMaker, Task, task_items
from rie.pack import Label, Pack
from rie.pipeline.relations import Relation

LONGEST_EXAMPLE = 450  # characters
SHARD = 6_000  # characters that are asked about at a time


def render(name: str, **told: Any) -> str:
    """A prompt of the folder `prompts/`, as `mentions.v1`."""
    return str(_prompts().get_template(f"{name}.jinja").render(**told)).strip()


@cache
def _prompts() -> Any:
    folder = Path(__file__).with_name("prompts")
    return Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=False, trim_blocks=False)


def guideline(pack: Pack, label: Label) -> str:
    """The guideline of a label; nothing where the pack has none."""
    file = pack.folder / "guidelines" / (label.guideline or "")
    return file.read_text(encoding="utf-8").strip() if label.guideline and file.is_file() else ""


def shards(text: str, size: int = SHARD) -> Iterator[tuple[int, int]]:
    """A text in pieces of at most `size` characters, cut behind a paragraph, else a sentence, else a word."""
    start = 0
    while len(text) - start > size:
        piece = text[start : start + size]
        cut = next((at + len(end) for end in ("\n", ". ", " ") if (at := piece.rfind(end)) > size // 2), size)
        yield start, start + cut
        start += cut
    if start < len(text) or not start:
        yield start, len(text)


def example_docs(nlp: Language, pack: Pack, count: int) -> list[Doc]:
    """Annotated texts of the training part that together show many labels and relations, always the same ones."""
    tasks = [task for name in pack.tasks for task in task_items(pack, name, "train") if len(task["text"]) <= LONGEST_EXAMPLE]
    maker = ExampleMaker(nlp, pack)
    return [maker.example(task).reference for task in _telling(sorted(tasks, key=_digest), count)]


def _digest(task: Task) -> str:
    return hashlib.blake2b(task["text"].encode(), digest_size=8).hexdigest()


def _telling(tasks: Sequence[Task], count: int) -> Iterator[Task]:
    """The tasks that add most to what the ones before them show."""
    left, shown = list(tasks), set[Any]()
    for _ in range(min(count, len(left))):
        best = max(left, key=lambda task: len(_shows(task) - shown))
        left.remove(best)
        shown |= _shows(best)
        yield best


def _shows(task: Task) -> set[str]:
    return {span["label"] for span in task["spans"]} | {relation["label"] for relation in task["relations"]}


def mentions_example(doc: Doc, labels: Mapping[str, Label]) -> dict[str, str]:
    """An annotated text as an example of the question for mentions."""
    listed = [{"quote": span.text, "label": span.label_} for span in doc.ents if span.label_ in labels]
    return {"text": doc.text, "answer": json.dumps({"mentions": listed}, ensure_ascii=False)}


def numbered(doc: Doc, start: int, end: int) -> str:
    """The characters of a document with its mentions numbered from 1: `[1 COMPANY: Hooli] raised`."""
    parts, at = [], start
    for number, span in enumerate(doc.spans["mentions"], 1):
        if start <= span.start_char and span.end_char <= end:
            parts += [doc.text[at : span.start_char], f"[{number} {span.label_}: {span.text}]"]
            at = span.end_char
    return "".join([*parts, doc.text[at:end]])


def relations_example(doc: Doc) -> dict[str, str]:
    """An annotated text as an example of the question for relations."""
    relations: list[Relation] = doc.user_data["relations"]
    roles = [{"head": r.head + 1, "role": r.label.rpartition(".")[2], "child": r.child + 1} for r in relations if r.head != r.child]
    statuses = [{"head": r.head + 1, "status": r.label.partition("status=")[2]} for r in relations if r.head == r.child]
    answer = json.dumps({"relations": roles, "statuses": statuses}, ensure_ascii=False)
    return {"text": numbered(doc, 0, len(doc.text)), "answer": answer}
