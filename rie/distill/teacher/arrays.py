"""The arrays of the texts and of what teachers said of them, read back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PARTS = ("train", "dev", "test")
FIELDS = ("pieces", "words", "mentions", "pairs")


class Texts:
    """The arrays that `rie.distill.teacher.texts.save` wrote."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as arrays:
            self.columns = {name: np.split(arrays[name], np.cumsum(arrays[f"{name}_size"])[:-1]) for name in FIELDS}
            self.about = arrays["about"].reshape(-1, 4)
            self.tagged = [str(name) for name in arrays["names_tagged"]]
            self.relations = [str(name) for name in arrays["names_relations"]]
            self.n_labels, self.allowed = len(arrays["names_mentions"]), arrays["allowed"]

    def of(self, number: int) -> dict[str, NDArray[np.int32]]:
        """The arrays of one text, as `rie.distill.teacher.texts.Text` names them."""
        return {name: arrays[number] for name, arrays in self.columns.items()}


class Judgement(NamedTuple):
    """Probabilities of the tags of a text's words (words, tags) and of the labels of its pairs (pairs, labels)."""

    tags: NDArray[np.float32]
    relations: NDArray[np.float32]


def judgements(texts: Texts, files: Iterable[Path]) -> dict[int, Judgement]:
    """What teachers said of each text, by its number; probabilities are stored as bytes."""
    found: dict[int, Judgement] = {}
    for file in files:
        with np.load(file) as arrays:
            numbers = arrays["numbers"].tolist()
            parts = []
            for name, column in (("tags", "words"), ("relations", "pairs")):
                cuts = np.cumsum([len(texts.columns[column][number]) for number in numbers])[:-1]
                parts.append(np.split(arrays[name].astype(np.float32) / 255, cuts))
        found |= {number: Judgement(*both) for number, *both in zip(numbers, *parts, strict=True)}
    return found


def store(found: dict[int, Judgement], file: Path) -> None:
    """Write judgements, as `judgements` reads them."""
    order = sorted(found)
    tags, relations = (np.round(np.concatenate([found[number][column] for number in order]) * 255).astype(np.uint8) for column in (0, 1))
    np.savez_compressed(file, numbers=np.array(order), tags=tags, relations=relations)


def spans(tags: Sequence[int]) -> set[tuple[int, int, int]]:
    """(first word, word behind the last, label number) of tags: 0 outside, 2k+1 at the start of label k, 2k+2 within it.

    A tag within that goes on from nothing begins a span.
    """
    found: set[tuple[int, int, int]] = set()
    start = 0
    for at, (before, tag) in enumerate(zip([0, *tags], [*tags, 0], strict=True)):
        goes_on = bool(before) and bool(tag) and tag % 2 == 0 and (tag - 1) // 2 == (before - 1) // 2
        if before and not goes_on:
            found.add((start, at, (before - 1) // 2))
        if tag and not goes_on:
            start = at
    return found
