"""Variation of annotated tasks while training: other names in the same places, other letters, other line ends.

A small network learns a name from its surroundings only if the same surroundings are seen with many names.
"""

import random
import re
from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import Any

from rie.distill.markup import replace_spans
from rie.pack import Pack
from rie.pipeline.names.places import Gazetteer

Task = dict[str, Any]
FORMS = (" Inc", ", Inc.", " Inc.", " Corp", " Corp.", " Co", " Ltd", " Ltd.", " LLC", ", LLC", " Plc", " plc", " GmbH", " AG",
         " S.A.",         " SpA", " N.V.", " AB", " Group Plc", " Holdings Inc", " Industries Inc", " Co Ltd",
         " Group", " L.P.", " Associates Inc", " and Co")
FORM = re.compile(r"\b(?:Inc|Corp|Co|Ltd|LLC|Plc|GmbH|AG|SA|AB|NV|Group|Capital|Ventures|Partners|Fund)\b", re.IGNORECASE)
UPPER = 0.08  # of the varied tasks are put into capital letters
SHORTEST = 4  # letters: "MA" and "UK" stay, they are no names of the open kind
SWAP = 0.7  # of the names of a varied task are swapped
PLACED, PERSONAL = 0.04, 0.12  # of the companies that get another name get that of a place, or one like a person's
PERSONS = ("{one} {two}", "{one} {two}", "{first} {one}", "{one} & {two}", "{one} and {two}", "{one} Brothers", "{one} & Sons", "{one}")
VAGUE = {"the", "first", "new", "united", "american", "general", "national", "royal", "bank"}  # words that are no short name by themselves


class Augmenter:
    """Varies a task with probability `rate`; the same seed gives the same variations in the same order.

    Args:
        tasks: whose own names are part of the pool.
        pools: further names of a label, as `{"COMPANY": [...]}`.
        rate: probability that a task is varied.
        seed: of the choices.
        gazetteers: labels whose names are given as they are; names of the others also get other shapes.
        people: labels of people, whose names are put together anew from the first and last names of the tasks.
    """

    def __init__(self, tasks: Sequence[Task], pools: dict[str, list[str]], rate: float, *, seed: int = 0,
                 gazetteers: Container[str] = (), people: Iterable[str] = ()) -> None:
        self.rate, self.random, self.people = rate, random.Random(seed), set(people)
        self.open_labels = {label for label in pools if label not in gazetteers}
        self.places = [name for label, names in pools.items() if label in gazetteers for name in names]
        self.pools = {label: sorted({*names, *_surfaces(tasks, label)}) for label, names in pools.items()}
        whole = [name.split() for label in sorted(self.people) for name in sorted(_surfaces(tasks, label)) if " " in name]
        self.first, self.last = sorted({words[0] for words in whole}), sorted({" ".join(words[1:]) for words in whole})

    def __call__(self, task: Task) -> Task:
        """The task itself, or a varied copy."""
        if self.random.random() >= self.rate:
            return task
        task = self.swap_names(task)
        return upper(task) if self.random.random() < UPPER else task

    def swap_names(self, task: Task) -> Task:
        """Names get other names of their label, the same one wherever they stand in the text, the short form beside the long one."""
        varied = self.pools.keys() | (self.people if self.last else set())
        named = {span["id"]: (span["label"], task["text"][span["start"] : span["end"]]) for span in task["spans"]
                 if span["label"] in varied}
        chosen: dict[tuple[str, str], str] = {}
        for label, surface in sorted(set(named.values()), key=lambda name: (-len(name[1]), name)):
            longer = next((other for other in chosen if other[0] == label and self._is_short(label, surface, other[1])), None)
            kept = longer is None and (self.random.random() >= SWAP or len(surface) < SHORTEST)
            if longer:
                same = chosen[longer] == longer[1]
                chosen[label, surface] = surface if same else self._short(label, chosen[longer], len(surface.split()))
            else:
                chosen[label, surface] = surface if kept else self._other(label, surface)
        return replace_spans(task, {number: _cased(chosen[name], name[1]) for number, name in named.items()})

    def _is_short(self, label: str, surface: str, whole: str) -> bool:
        """Whether a name is the short form of another: a person's last name, a company's first words."""
        short, words = surface.lower().split(), whole.lower().replace(",", "").split()
        if label in self.people:
            return words[-len(short) :] == short
        return label in self.open_labels and words[: len(short)] == short

    def _short(self, label: str, whole: str, length: int) -> str:
        """The short form of a name, in as many words as the short form that it replaces, at least."""
        words = FORM.sub("", whole).split() or whole.split()
        if label in self.people:
            return " ".join(words[-length:])
        length += words[0].lower() in VAGUE or len(words[0]) < SHORTEST
        return " ".join(words[:length]).rstrip(",.&- ") or whole

    def _other(self, label: str, surface: str) -> str:
        if label in self.people:
            last = self.random.choice(self.last)
            return f"{self.random.choice(self.first)} {last}" if " " in surface else last.split()[-1]
        if label in self.open_labels:
            return reshape(self._borrowed() or self.random.choice(self.pools[label]), self.random)
        return self.random.choice(self.pools[label])

    def _borrowed(self) -> str | None:
        """Now and then a company that is called like people or a place: only what stands around it tells."""
        draw = self.random.random()
        if draw < PLACED and self.places:
            return self.random.choice(self.places)
        if draw < PLACED + PERSONAL and self.last:
            one, two, first = (self.random.choice(names).split()[-1] for names in (self.last, self.last, self.first))
            return self.random.choice(PERSONS).format(one=one, two=two, first=first)
        return None


def _cased(name: str, surface: str) -> str:
    return name.upper() if surface.isupper() and len(surface) > SHORTEST else name


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
