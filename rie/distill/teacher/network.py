"""The teacher's network: one encoder tags the words, another reads the text with its mentions marked and scores the pairs."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

MOST = 510  # word pieces that an encoder reads at once; longer texts are read in windows that overlap by half
DISTANCES = (1, 2, 3, 5, 8, 13, 21, 34, 55)


@dataclass
class Batch:
    """Texts side by side, their words, mentions and pairs one behind the other.

    `n_words`: how many; `pieces` (b, p), of which `shown` (b, p) are none of the padding; `place` (all pieces,): where each piece of the
    texts is in the flattened (b, p), `word`: its word; `mentions` (m, 3): first word, word behind the last, label; `mark` (b, p): label of
    the mention that a piece is part of, plus one; `pairs` (n, 3): head, child, group of the child's name; `described` (n, features);
    `allowed` (n, relation labels).
    """

    n_words: int
    pieces: Tensor
    shown: Tensor
    place: Tensor
    word: Tensor
    mentions: Tensor
    mark: Tensor
    pairs: Tensor
    described: Tensor
    allowed: Tensor


class Sizes(NamedTuple):
    """Numbers of tags, mention labels, relation labels and features of a pair."""

    tags: int
    labels: int
    relations: int
    described: int


class Teacher(nn.Module):  # type: ignore[misc]
    """Scores of tags (words, tags) and of relations (pairs, labels).

    Args:
        tagger, reader: two encoders, as of `transformers.AutoModel`.
        sizes: of what comes in and out.
    """

    def __init__(self, tagger: Any, reader: Any, sizes: Sizes) -> None:
        super().__init__()
        width, hidden = tagger.config.hidden_size, 256
        self.tagger, self.reader = tagger, reader
        self.tags = nn.Sequential(nn.Dropout(0.1), nn.Linear(width, sizes.tags))
        self.marks = nn.Embedding(sizes.labels + 1, width)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.alone = nn.Sequential(nn.Linear(4 * width + sizes.described, hidden), nn.GELU(), nn.LayerNorm(hidden), nn.Dropout(0.1))
        self.among = nn.Sequential(nn.Linear(4 * hidden, hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(hidden, sizes.relations))

    def body(self) -> list[Any]:
        """The parameters of the encoders."""
        return [*self.tagger.parameters(), *self.reader.parameters()]

    def heads(self) -> list[Any]:
        """The others, which are drawn anew."""
        known = {id(parameter) for parameter in self.body()}
        return [parameter for parameter in self.parameters() if id(parameter) not in known]

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores before the softmax; those of relations that a pair's labels do not allow are very low."""
        tags = self.tags(_words(self.tagger(input_ids=batch.pieces, attention_mask=batch.shown).last_hidden_state, batch))
        seen = self.reader.get_input_embeddings()(batch.pieces) + self.marks(batch.mark)
        words = _words(self.reader(inputs_embeds=seen, attention_mask=batch.shown).last_hidden_state, batch)
        return tags, self._relations(words, batch)

    def _relations(self, words: Tensor, batch: Batch) -> Tensor:
        sums = torch.cat([words.new_zeros(1, words.shape[1]), words.cumsum(0)])
        spans = _means(sums, batch.mentions[:, 0], batch.mentions[:, 1])
        head, child = spans[batch.pairs[:, 0]], spans[batch.pairs[:, 1]]
        ends = batch.mentions[batch.pairs[:, :2]]
        between = _means(sums, ends[..., 1].min(1).values, ends[..., 0].max(1).values)
        alone = self.alone(torch.cat([head, child, head * child, between, batch.described], 1))
        best = [_best(alone, batch.pairs[:, column]) for column in range(3)]
        return self.among(torch.cat([alone, *best], 1)).float().masked_fill(~batch.allowed, -1e4)


def _words(pieces: Tensor, batch: Batch) -> Tensor:
    """(words, width): the vector of the first piece of each word; zeros for a word without any (white space)."""
    flat = pieces.reshape(-1, pieces.shape[-1])[batch.place].float()
    first = torch.ones_like(batch.word, dtype=torch.bool)
    first[1:] = batch.word[1:] != batch.word[:-1]
    return flat.new_zeros(batch.n_words, flat.shape[1]).index_copy(0, batch.word[first], flat[first])


def _means(sums: Tensor, start: Tensor, end: Tensor) -> Tensor:
    end = torch.maximum(start, end)
    return (sums[end] - sums[start]) / (end - start).clamp(min=1)[:, None]


def _best(vectors: Tensor, group: Tensor) -> Tensor:
    """The greatest of each dimension within a pair's group."""
    if not len(vectors):
        return vectors
    numbers, index = group.unique(return_inverse=True)
    best = vectors.new_full((len(numbers), vectors.shape[1]), -1e4)
    return best.scatter_reduce(0, index[:, None].expand_as(vectors), vectors, "amax")[index]
