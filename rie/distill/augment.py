"""Variation of annotated tasks while training: other names in the same places, other letters, other line ends.

A small network learns a name from its surroundings only if the same surroundings are seen with many names.
"""

import random
import re
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from rie.distill.markup import replace_spans
from rie.pack import Pack
from rie.pipeline.places import Gazetteer

Task = dict[str, Any]
FORMS = (" Inc", ", Inc.", " Inc.", " Corp", " Corp.", " Co", " Ltd", " Ltd.", " LLC", ", LLC", " Plc", " plc", " GmbH", " AG",
         " S.A.",         " SpA", " N.V.", " AB", " Group Plc", " Holdings Inc", " Industries Inc", " Co Ltd",
         " Group", " L.P.", " Associates Inc", " and Co")
FORM = re.compile(r"\b(?:Inc|Corp|Co|Ltd|LLC|Plc|GmbH|AG|SA|AB|NV|Group|Capital|Ventures|Partners|Fund)\b", re.IGNORECASE)
UPPER = 0.08  # of the varied tasks are put into capital letters
SHORTEST = 4  # letters: "MA" and "UK" stay, they are no names of the open kind
SWAP = 0.7  # of the names of a varied task are swapped


class Augmenter:
    """Varies a task with probability `rate`; the same seed gives the same variations in the same order.

    Args:
        tasks: whose own names are part of the pool.
        pools: further names of a label, as `{"COMPANY": [...]}`.
        rate: probability that a task is varied.
        seed: of the choices.
        gazetteers: labels whose names are given as they are; names of the others also get other shapes.
    """

    def __init__(self, tasks: Sequence[Task], pools: dict[str, list[str]], rate: float, seed: int = 0,
                 gazetteers: Container[str] = ()) -> None:
        self.rate, self.random = rate, random.Random(seed)
        self.open_labels = {label for label in pools if label not in gazetteers}
        self.pools = {label: sorted({*names, *_surfaces(tasks, label)}) for label, names in pools.items()}

    def __call__(self, task: Task) -> Task:
        """The task itself, or a varied copy."""
        if self.random.random() >= self.rate:
            return task
        task = self.swap_names(task)
        return upper(task) if self.random.random() < UPPER else task

    def swap_names(self, task: Task) -> Task:
        """Names get other names of their label, the same one wherever they stand in the text."""
        chosen: dict[tuple[str, str], str] = {}

        def rename(label: str, surface: str) -> str:
            kept = self.random.random() >= SWAP or len(surface) < SHORTEST
            return chosen.setdefault((label, surface), surface if kept else self._other(label, surface))

        return replace_spans(task, {span["id"]: rename(span["label"], task["text"][span["start"] : span["end"]])
                                    for span in task["spans"] if span["label"] in self.pools})

    def _other(self, label: str, surface: str) -> str:
        name = self.random.choice(self.pools[label])
        if label in self.open_labels:
            name = reshape(name, self.random)
        return name.upper() if surface.isupper() and len(surface) > 4 else name


def reshape(name: str, chance: random.Random) -> str:
    """A name in another of the shapes that companies give themselves, most often as it is."""
    draw = chance.random()
    words = name.split()
    if draw < 0.12 and not FORM.search(name):
        return name + chance.choice(FORMS)
    if draw < 0.17:
        return name.lower()
    if draw < 0.21 and len(words) == 2:
        return "".join(words)
    if draw < 0.24:
        return f"{words[0].lower()}{chance.randrange(2, 500)}"
    if draw < 0.26:
        return words[0] + chance.choice(("!", ".io", ".com", "-X", "ly", "AI"))
    return name


def _surfaces(tasks: Sequence[Task], label: str) -> set[str]:
    return {task["text"][s["start"] : s["end"]] for task in tasks for s in task["spans"] if s["label"] == label}


def upper(task: Task) -> Task:
    """The task in capital letters, where that keeps its length."""
    text = task["text"].upper()
    return {**task, "text": text} if len(text) == len(task["text"]) else task


def name_pools(pack: Pack) -> dict[str, list[str]]:
    """Names for variation: the pack's `annotations/names/*.txt` for its linked label, cities of its gazetteer for places."""
    pools: dict[str, list[str]] = {}
    linked = next((name for name, label in pack.labels.items() if label.entity), None)
    if linked:
        pools[linked] = [name for file in sorted((pack.folder / "annotations" / "names").glob("*.txt")) for name in _lines(file)]
    for spec in pack.attributes.values():
        cities = [place.name for places in Gazetteer.of(pack).by_name.values() for place in places if place.kind == "city"]
        pools[spec["child"]] = cities[::4]
    return {label: names for label, names in pools.items() if names}


def _lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
