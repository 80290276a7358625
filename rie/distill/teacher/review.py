"""Where a teacher that has not seen a text surely says something else than its marks: what a second reader should look at.

    python -m rie.distill.teacher.review business OUT/texts.npz OUT/judged --least 0.97 > doubtful.jsonl
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import spacy
import typer
from spacy.tokens import Doc

from rie.distill.corpus import ExampleMaker, task_items
from rie.distill.teacher.arrays import PARTS, Judgement, Texts, judgements, spans
from rie.pack import load_pack

AROUND = 10  # words on each side that are shown


def doubts(texts: Texts, number: int, told: Judgement, least: float) -> Iterator[tuple[Any, ...]]:
    """What is doubtful of one text: ("mention", start, end, marked label, told label) in words, and ("relation", head, child, marked, told)
    in numbers of mentions; None for no label.
    """
    text = texts.of(number)
    marked, found = spans(text["words"][:, 0].tolist()), spans(told.tags.argmax(1).tolist())
    sure = told.tags.max(1)
    for start, end, label in sorted(marked ^ found):
        if sure[start:end].min() >= least:
            name = texts.tagged[label]
            yield "mention", start, end, *((name, None) if (start, end, label) in marked else (None, name))
    best, surest = told.relations.argmax(1), told.relations.max(1)
    for (head, child, label, learnt, _), other, chance in zip(text["pairs"].tolist(), best.tolist(), surest.tolist(), strict=True):
        if learnt and other != label and chance >= least:
            yield "relation", head, child, texts.relations[label], texts.relations[other]


def show(doc: Doc, doubt: Sequence[Any]) -> dict[str, Any]:
    """A doubt in words, for a reader."""
    kind, first, second, marked, told = doubt
    if kind == "mention":
        return {"kind": kind, "words": doc[first:second].text, "before": doc[max(first - AROUND, 0) : first].text,
                "behind": doc[second : second + AROUND].text, "marked": marked, "told": told}
    head, child = (doc.spans["mentions"][number] for number in (first, second))
    low, high = min(head.start, child.start), max(head.end, child.end)
    return {"kind": kind, "head": head.text, "child": child.text, "marked": marked, "told": told,
            "words": doc[max(low - AROUND, 0) : high + AROUND].text}


def main(pack: str, texts: Path, judged: Path, least: Annotated[float, typer.Option()] = 0.97) -> None:
    """Print one doubt a line, with the text's place in its part."""
    loaded, arrays = load_pack(pack), Texts(texts)
    told = judgements(arrays, sorted(judged.glob("judged_*.npz")))
    maker = ExampleMaker(spacy.load(loaded.folder / "model"), loaded)
    items = {part: [item for task in loaded.tasks for item in task_items(loaded, task, part)] for part in PARTS}
    for number in sorted(told):
        part, _, _, place = arrays.about[number].tolist()
        found = list(doubts(arrays, number, told[number], least))
        if not found:
            continue
        item = items[PARTS[part]][place]
        doc = maker.example(item).reference
        for doubt in found:
            print(json.dumps({"part": PARTS[part], "author": item["meta"].get("author"), **show(doc, doubt)}, ensure_ascii=False))


if __name__ == "__main__":
    typer.run(main)
