"""Digests put together from short annotated texts: columns of items that have nothing to do with each other.

Few annotated texts are columns; that roles never cross from one item to the next is learnt from many.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any

Task = dict[str, Any]
ITEMS = (2, 5)  # items of a digest
WORDS = (8, 60)  # words of an item
MARKS = ("", "", "", "* ", "- ", "• ", "– ", "o ", "#. ")
BREAKS = ("\n\n", "\n\n", "\n")
HEADINGS = ("", "", "", "Deals of the week", "FUNDING ROUNDUP", "In brief", "The morning list", "DEALS", "Other news", "Moves & money")


class Digests:
    """Puts short tasks of one kind together; the same seed gives the same digests in the same order."""

    def __init__(self, tasks: Sequence[Task], seed: int = 0) -> None:
        self.random = random.Random(seed)
        self.short: dict[str, list[Task]] = {}
        for task in tasks:
            if is_item(task):
                self.short.setdefault(task.get("task", ""), []).append(task)

    def after(self, task: Task, rate: float) -> Iterator[Task]:
        """With probability `rate` a digest of items of the task's kind; else nothing."""
        kind = self.short.get(task.get("task", ""), [])
        if len(kind) >= ITEMS[0] and self.random.random() < rate:
            yield self._digest(self.random.sample(kind, min(self.random.randint(*ITEMS), len(kind))))

    def _digest(self, items: list[Task]) -> Task:
        mark, between, heading = (self.random.choice(choices) for choices in (MARKS, BREAKS, HEADINGS))
        starts = [mark.replace("#", str(number)) for number in range(1, len(items) + 1)]
        if heading:
            starts[0] = heading + between + starts[0]
        return join(items, [starts[0], *(between + start for start in starts[1:])])


def is_item(task: Task) -> bool:
    """Whether a task can be an item of a digest: one paragraph of some words."""
    text = task["text"].strip()
    return "\n" not in text and WORDS[0] <= len(text.split()) <= WORDS[1]


def join(tasks: Sequence[Task], starts: Sequence[str]) -> Task:
    """One task of several; `starts[i]` is what stands before the i-th text."""
    text = ""
    spans: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    for task, start in zip(tasks, starts, strict=True):
        text += start
        first = len(spans)
        number = {span["id"]: first + place for place, span in enumerate(task["spans"])}
        spans += [{**span, "id": number[span["id"]], "start": span["start"] + len(text), "end": span["end"] + len(text)}
                  for span in task["spans"]]
        relations += [{**one, "head": number[one["head"]], "child": number[one["child"]]} for one in task["relations"]]
        text += task["text"]
    return {**tasks[0], "text": text, "spans": spans, "relations": relations}
