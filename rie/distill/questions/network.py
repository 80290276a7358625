"""The network of the model of questions in PyTorch, for its training; `rie.ask.ranker.encoder` is the same without."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rie.ask.ranker.encoder import DEPTH, MOST_SENSES, SENSES, VECTOR, WORD, Floats, Ints
from rie.ask.ranker.model import PRIOR

WIDTH: Final = 96
_HEADS: Final = 4
_RATE, _WARM, _BATCH, _DECAY, _DROPOUT, _LEFT_OUT = 2e-3, 0.1, 32, 0.02, 0.3, 0.12
_CLAUSES: Final = 0.25  # weight of the clauses by themselves beside the softmax


@dataclass(frozen=True)
class Lesson:
    """A question for the network: its tokens, its candidates' clauses with what bars them, the right one, and the clauses that it
    says (None: it is unanswerable, and no clause is learnt)."""

    tokens: Ints
    candidates: Floats
    barred: Floats
    right: int
    said: Floats | None


def train(lessons: Sequence[Lesson], sizes: tuple[int, int, int], vectors: Floats, *, epochs: int, seed: int) -> dict[str, Floats]:
    """The weights of a network that has learnt.

    Args:
        lessons: to learn from.
        sizes: how many words, senses and clauses there are.
        vectors: fixed vectors of words; the last row is that of all other words.
        epochs: how often each lesson is seen.
        seed: of the weights, the order and what is left out.
    """
    torch.manual_seed(seed)
    order, left = random.Random(seed), list(lessons)
    network = ClauseNetwork(*sizes, torch.from_numpy(vectors))
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = epochs * -(-len(left) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps + 1, pct_start=_WARM)
    for _ in range(epochs):
        order.shuffle(left)
        for first in range(0, len(left), _BATCH):
            batch = left[first : first + _BATCH]
            optimizer.zero_grad()
            torch.autograd.backward(_loss(network(_padded(batch)), batch))
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
    return {name: weight.detach().numpy() for name, weight in network.named_parameters()}


def _padded(batch: Sequence[Lesson]) -> Tensor:
    longest = max(len(lesson.tokens) for lesson in batch)
    tokens = np.full((len(batch), longest, SENSES + MOST_SENSES), -1, np.int64)
    for row, lesson in zip(tokens, batch, strict=True):
        row[: len(lesson.tokens)] = lesson.tokens
    return torch.from_numpy(tokens)


def _loss(scores: Tensor, batch: Sequence[Lesson]) -> Tensor:
    """The right candidate among all, and each clause by itself."""
    total = scores.new_zeros(())
    for row, lesson in zip(scores, batch, strict=True):
        powers = torch.from_numpy(lesson.candidates) @ row + torch.from_numpy(lesson.barred)
        total = total + functional.cross_entropy(powers[None], torch.tensor([lesson.right]))
        if lesson.said is not None:
            total = total + _CLAUSES * functional.binary_cross_entropy_with_logits(
                row - PRIOR, torch.from_numpy(lesson.said), reduction="sum"
            )
    return total / len(batch)


class ClauseNetwork(nn.Module):  # type: ignore[misc]
    """Scores of clauses, shape (questions, clauses), from tokens, shape (questions, longest, columns); -1 is none."""

    def __init__(self, words: int, senses: int, clauses: int, vectors: Tensor) -> None:
        super().__init__()
        self.fixed = vectors
        self.words, self.senses = nn.Embedding(words, WIDTH), nn.Embedding(senses, WIDTH)
        self.vectors, self.norm = nn.Linear(vectors.shape[1], WIDTH), nn.LayerNorm(WIDTH)
        self.convolutions = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in range(DEPTH))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(DEPTH))
        self.attention, self.hidden = nn.Linear(WIDTH, _HEADS), nn.Linear((_HEADS + 1) * WIDTH, WIDTH)
        self.clauses = nn.Linear(WIDTH, clauses)
        for table in (self.words, self.senses):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.normal_(self.clauses.weight, std=0.02)

    def forward(self, tokens: Tensor) -> Tensor:
        """The scores; in training some words are those that nobody knows."""
        there = (tokens[..., WORD] >= 0)[..., None]
        tokens = tokens.clamp(min=0)
        if self.training:
            gone = torch.rand(tokens.shape[:2]) < _LEFT_OUT
            tokens = tokens.masked_fill(gone[..., None], 0)
            tokens[..., VECTOR] = tokens[..., VECTOR].masked_fill(gone, len(self.fixed) - 1)
        found = self.drop(self.norm(self._embedded(tokens))) * there
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            around = functional.pad(found, (0, 0, 1, 1))
            value, gate = convolution(torch.cat([around[:, :-2], around[:, 1:-1], around[:, 2:]], -1)).chunk(2, -1)
            found = (found + norm(self.drop(value * torch.sigmoid(gate)))) * there
        shares = self.attention(found).masked_fill(~there, -1e9).softmax(1)
        means = torch.einsum("qth,qtw->qhw", shares, found).flatten(1)
        largest = found.masked_fill(~there, -1e9).amax(1)
        return self.clauses(torch.relu(self.hidden(self.drop(torch.cat([means, largest], -1)))))

    def _embedded(self, tokens: Tensor) -> Tensor:
        places = tokens[..., SENSES:]
        told = places > 0
        told[..., 0] |= places[..., 0] == 0  # a token without senses has that of number 0
        senses = (self.senses(places) * told[..., None]).sum(-2)
        return self.words(tokens[..., WORD]) + senses + self.vectors(self.fixed[tokens[..., VECTOR]])

    def drop(self, values: Tensor) -> Tensor:
        """Some of the values, in training."""
        return functional.dropout(values, _DROPOUT, self.training)
