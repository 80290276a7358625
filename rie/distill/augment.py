"""Variation of annotated tasks while training: other names in the same places, other letters, other line ends.

A small network learns a name from its surroundings only if the same surroundings are seen with many names.
"""

import random
from typing import Any

Task = dict[str, Any]


class Augmenter:
    """Varies a task with probability `rate`; the same seed gives the same variations in the same order."""

    def __init__(self, tasks: list[Task], rate: float, seed: int = 0, label: str = "COMPANY") -> None:
        self.rate, self.label = rate, label
        self.random = random.Random(seed)
        self.names = sorted({task["text"][s["start"] : s["end"]] for task in tasks for s in task["spans"] if s["label"] == label})

    def __call__(self, task: Task) -> Task:
        """The task itself, or a varied copy."""
        if self.random.random() >= self.rate:
            return task
        task = self.swap_names(task)
        return self.upper(task) if self.random.random() < 0.12 else task

    def swap_names(self, task: Task) -> Task:
        """Every name of the label gets another name of the corpus, the same one wherever it stands."""
        chosen: dict[str, str] = {}

        def rename(surface: str) -> str:
            return chosen.setdefault(surface, self.random.choice(self.names) if self.random.random() < 0.7 else surface)

        return replace_spans(task, {span["id"]: rename(task["text"][span["start"] : span["end"]])
                                    for span in task["spans"] if span["label"] == self.label})

    @staticmethod
    def upper(task: Task) -> Task:
        """The task in capital letters, where that keeps its length."""
        text = task["text"].upper()
        return {**task, "text": text} if len(text) == len(task["text"]) else task


def replace_spans(task: Task, surfaces: dict[int, str]) -> Task:
    """Put other words in the place of spans (by id) and move all offsets along."""
    text: list[str] = []
    spans: list[dict[str, Any]] = []
    at = length = 0
    for span in sorted(task["spans"], key=lambda span: span["start"]):
        before = task["text"][at : span["start"]]
        surface = surfaces.get(span["id"], task["text"][span["start"] : span["end"]])
        length += len(before)
        spans.append({**span, "start": length, "end": length + len(surface)})
        text += [before, surface]
        length += len(surface)
        at = span["end"]
    return {**task, "text": "".join([*text, task["text"][at:]]), "spans": spans}
