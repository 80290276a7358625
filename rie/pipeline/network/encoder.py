"""The encoder of words: layers over a window of neighbours, and between them layers that also see what stands further away."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
import spacy
from numpy.typing import NDArray
from thinc.api import Maxout, Model, chain, expand_window, residual, with_array
from thinc.types import Floats2d

from rie.pipeline.network.predicting import normalised_maxout, when_predicting

Array = NDArray[np.float32]
Rows = list[Array]
WIDE = "wide"


@spacy.registry.architectures("rie.WideWindowEncoder.v1")
def create_encoder(width: int, window_size: int, maxout_pieces: int, depth: int,
                   reaches: Sequence[int]) -> Model[list[Floats2d], list[Floats2d]]:
    """`spacy.MaxoutWindowEncoder.v2` with a `wide` layer in its middle and one at its end.

    Args:
        width: of the vectors.
        window_size: neighbours on each side that a layer sees.
        maxout_pieces: of each layer.
        depth: number of the layers over a window.
        reaches: how many tokens before and behind each mean of a wide layer is taken over.
    """
    def near(layers: int) -> Model[list[Floats2d], list[Floats2d]]:
        each = [when_predicting(residual(chain(expand_window(window_size=window_size), Maxout(
            nO=width, nI=width * (2 * window_size + 1), nP=maxout_pieces, dropout=0.0, normalize=True))), _near) for _ in range(layers)]
        return with_array(chain(*each) if len(each) > 1 else each[0], pad=window_size * layers)

    first = depth // 2
    return chain(near(first), wide(width, reaches), near(depth - first), wide(width, reaches))


def _near(model: Model[Floats2d, Floats2d], vectors: Floats2d) -> Floats2d:
    window, mix = model.layers[0].layers
    return normalised_maxout(mix, window.predict(vectors)) + vectors if len(vectors) else vectors


def wide(width: int, reaches: Sequence[int]) -> Model[list[Floats2d], list[Floats2d]]:
    """A residual layer that sees each vector beside the means of those before and behind it, over each of the `reaches`.

    It begins as the identity: the gain of its normalisation is zero until training moves it.
    """
    mix = when_predicting(Maxout(nO=width, nI=width * (1 + 2 * len(reaches)), nP=2, normalize=True), normalised_maxout)
    return Model(WIDE, _forward, init=_init, layers=[mix], attrs={"reaches": list(reaches)}, dims={"nO": width, "nI": width})


def _init(model: Model[Rows, Rows], X: Rows | None = None, Y: Rows | None = None) -> Model[Rows, Rows]:
    model.layers[0].initialize()
    for layer in model.walk():
        if layer.has_param("G"):
            layer.set_param("G", np.zeros_like(layer.get_param("G")))
    return model


def _forward(model: Model[Rows, Rows], rows: Rows, is_train: bool) -> tuple[Rows, Callable[[Rows], Rows]]:
    if not rows:
        return [], lambda d_rows: []
    means = [_means(len(vectors), tuple(model.attrs["reaches"])) for vectors in rows]
    cuts = list(pairwise(accumulate((len(vectors) for vectors in rows), initial=0)))
    seen = np.empty((cuts[-1][1], model.layers[0].get_dim("nI")), dtype=np.float32)
    for vectors, mean, (start, end) in zip(rows, means, cuts, strict=True):
        mean(vectors, seen[start:end])
    mixed, backprop_mix = model.layers[0](seen, is_train)

    def backprop(d_rows: Rows) -> Rows:
        d_seen = backprop_mix(np.concatenate(d_rows))
        return [d + mean.back(d_seen[start:end], d.shape[1]) for (start, end), mean, d in zip(cuts, means, d_rows, strict=True)]

    return [vectors + mixed[start:end] for vectors, (start, end) in zip(rows, cuts, strict=True)], backprop


class _Means:
    """Means over what stands before and behind each of `count` rows; their cost does not depend on how far they reach."""

    def __init__(self, count: int, reaches: Sequence[int]) -> None:
        at, self.ranges, self.reaches = np.arange(count), [], reaches
        for reach in reaches:
            low, high = np.maximum(at - reach, 0), np.minimum(at + 1 + reach, count)
            self.ranges += [(low, at), (at + 1, high)]
        self.weights = np.stack([(1 / np.maximum(end - start, 1)).astype(np.float32) for start, end in self.ranges], axis=1)[..., None]

    def __call__(self, vectors: Array, out: Array) -> None:
        """Write the vectors, and behind them their means, into `out`."""
        sums, width = _sums(vectors), vectors.shape[1]
        out[:, :width] = vectors
        means = [out[:, start : start + width] for start in range(width, out.shape[1], width)]
        for reach, before, behind in zip(self.reaches, means[::2], means[1::2], strict=True):
            near = min(reach, len(vectors))  # rows with fewer than `reach` before or behind them
            before[:near] = sums[:near]
            np.subtract(sums[near:-1], sums[: -1 - near], out=before[near:])
            np.subtract(sums[1 + near :], sums[1 : len(sums) - near], out=behind[: len(vectors) - near])
            np.subtract(sums[-1], sums[len(sums) - near :], out=behind[len(vectors) - near :])
        each = out[:, width:].reshape(len(vectors), len(means), width)
        np.multiply(each, self.weights, out=each)

    def back(self, d_seen: Array, width: int) -> Array:
        """The gradient of the rows: what comes straight, and through every mean that a row is part of."""
        d_rows = d_seen[:, :width].copy()
        count = len(d_rows)
        for number, (start, end) in enumerate(self.ranges, start=1):
            sums = _sums(d_seen[:, number * width : (number + 1) * width] * self.weights[:, number - 1])
            at = np.arange(count)  # row j is part of the means of the rows from `first` to `last`
            first, last = np.searchsorted(end, at, side="right"), np.searchsorted(start, at, side="right")
            d_rows += sums[np.maximum(last, first)] - sums[first]
        return d_rows


@lru_cache(maxsize=512)
def _means(count: int, reaches: tuple[int, ...]) -> _Means:
    return _Means(count, reaches)


def _sums(vectors: Array) -> Array:
    """(n + 1, width): sums of the first rows."""
    sums = np.zeros((len(vectors) + 1, vectors.shape[1]), dtype=np.float32)
    np.cumsum(vectors, axis=0, out=sums[1:])
    return sums
