"""Texts put side by side on a device."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from rie.distill.teacher.arrays import Texts
from rie.distill.teacher.network import DISTANCES, MOST, Batch

PIECES = 8_000  # word pieces of a batch
OFFSETS = 6  # sentences from two before the head to three behind it
DESCRIBED = 2 * (len(DISTANCES) + 1) + OFFSETS + 2

Arrays = dict[str, NDArray[np.int32]]


@dataclass
class Gold:
    """What a batch should give: tags of its words, labels of its pairs, and which pairs count."""

    tags: Tensor
    labels: Tensor
    learnt: Tensor


class Collator:
    """Puts texts into batches on a device; `begin` and `end` are the numbers of the pieces around a text."""

    def __init__(self, texts: Texts, device: str, begin: int, end: int) -> None:
        self.texts, self.device, self.begin, self.end = texts, device, begin, end
        self.allowed = torch.tensor(texts.allowed, device=device)

    def __call__(self, numbers: Sequence[int]) -> tuple[Batch, Gold]:
        """A batch and its gold."""
        chosen = [self.texts.of(number) for number in numbers]
        pieces, marks, place = self._rows(chosen)
        words, mentions, groups = (_shifts(sizes) for sizes in (
            [len(text["words"]) for text in chosen], [len(text["mentions"]) for text in chosen],
            [int(text["pairs"][:, 4].max(initial=0)) + 1 for text in chosen]))
        spans = self._tensor(np.concatenate([text["mentions"] + [shift, shift, 0] for text, shift in zip(chosen, words, strict=True)]))
        pairs = self._tensor(np.concatenate([text["pairs"] + [shift, shift, 0, 0, group]
                                             for text, shift, group in zip(chosen, mentions, groups, strict=True)]))
        batch = Batch(
            n_words=sum(len(text["words"]) for text in chosen), pieces=self._tensor(pieces), shown=self._tensor(pieces != 0),
            place=self._tensor(place),
            word=self._tensor(np.concatenate([text["pieces"][:, 1] + shift for text, shift in zip(chosen, words, strict=True)])),
            mentions=spans, mark=self._tensor(marks), pairs=pairs[:, [0, 1, 4]],
            described=torch.tensor(np.concatenate([describe(text) for text in chosen]), device=self.device),
            allowed=self.allowed[spans[pairs[:, 0], 2], spans[pairs[:, 1], 2]])
        return batch, Gold(self._tensor(np.concatenate([text["words"][:, 0] for text in chosen])), pairs[:, 2], pairs[:, 3].float())

    def _rows(self, chosen: list[Arrays]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Pieces and marks of the windows, and the place of each piece of the texts among them."""
        rows: list[Any] = []
        marks: list[Any] = []
        kept: list[tuple[int, NDArray[np.int64]]] = []
        for text in chosen:
            mark = _marks(text)
            for low, high, first, last in windows(len(text["pieces"])):
                kept.append((len(rows), 1 + np.arange(first - low, last - low)))
                rows.append([self.begin, *text["pieces"][low:high, 0], self.end])
                marks.append([0, *mark[low:high], 0])
        width = max(map(len, rows))
        return _padded(rows, width), _padded(marks, width), np.concatenate([row * width + at for row, at in kept])

    def _tensor(self, array: Any) -> Tensor:
        return torch.as_tensor(np.asarray(array), dtype=torch.long, device=self.device)


def windows(count: int) -> Iterator[tuple[int, int, int, int]]:
    """Windows over word pieces, each with the part of it that counts: where the window sees both sides."""
    step = MOST // 2
    starts = list(range(0, max(count - step, 1), step))
    for number, low in enumerate(starts):
        first, last = number == 0, number == len(starts) - 1
        yield low, min(low + MOST, count), low if first else low + step // 2, count if last else min(low + step + step // 2, count)


def describe(text: Arrays) -> NDArray[np.float32]:
    """(pairs, DESCRIBED): how far and on which side the child stands, how many sentences away, and whether the pair is one mention."""
    head, child = (text["mentions"][text["pairs"][:, column]] for column in (0, 1))
    behind = child[:, 0] >= head[:, 1]
    distance = np.where(behind, child[:, 0] - head[:, 1], head[:, 0] - child[:, 1])
    steps = (distance[:, None] >= np.array(DISTANCES)).sum(1) + (len(DISTANCES) + 1) * ~behind
    offset = np.clip(text["words"][child[:, 0], 1] - text["words"][head[:, 0], 1], -2, OFFSETS - 3) + 2
    same = (text["pairs"][:, 0] == text["pairs"][:, 1]).astype(int)
    columns = ((steps, 2 * (len(DISTANCES) + 1)), (offset, OFFSETS), (same, 2))
    return np.concatenate([np.eye(size, dtype=np.float32)[values] for values, size in columns], axis=1)


def cut(texts: Texts, numbers: Sequence[int], chance: random.Random | None = None) -> list[list[int]]:
    """Numbers of texts of like length, together at most `PIECES` pieces; in random order where a chance is given."""
    length = {number: max(len(texts.columns["pieces"][number]), 1) for number in numbers}
    found: list[list[int]] = [[]]
    for number in sorted(numbers, key=lambda number: length[number] * (chance.uniform(0.85, 1.15) if chance else 1)):
        if found[-1] and (len(found[-1]) + 1) * min(length[number], MOST) > PIECES:
            found.append([])
        found[-1].append(number)
    if chance:
        chance.shuffle(found)
    return found


def _shifts(sizes: Sequence[int]) -> list[int]:
    return [0, *np.cumsum(sizes)[:-1].tolist()]


def _padded(rows: list[Any], width: int) -> NDArray[np.int64]:
    out = np.zeros((len(rows), width), dtype=np.int64)
    for row, values in zip(out, rows, strict=True):
        row[: len(values)] = values
    return out


def _marks(text: Arrays) -> NDArray[np.int32]:
    """The label of the mention that each piece is part of, plus one; the shorter mention where two overlap."""
    of_word = np.zeros(len(text["words"]), dtype=np.int32)
    for start, end, label in sorted(text["mentions"].tolist(), key=lambda mention: mention[0] - mention[1]):
        of_word[start:end] = label + 1
    return of_word[text["pieces"][:, 1]]
