"""The encoder of words: layers over a window of neighbours, and between them layers that also see what stands further away."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

import numpy as np
import spacy
from numpy.typing import NDArray
from thinc.api import Maxout, Model, chain, expand_window, residual, with_array
from thinc.types import Floats2d

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
        each = [residual(chain(expand_window(window_size=window_size),
                               Maxout(nO=width, nI=width * (2 * window_size + 1), nP=maxout_pieces, dropout=0.0, normalize=True)))
                for _ in range(layers)]
        return with_array(chain(*each) if len(each) > 1 else each[0], pad=window_size * layers)

    first = depth // 2
    return chain(near(first), wide(width, reaches), near(depth - first), wide(width, reaches))


def wide(width: int, reaches: Sequence[int]) -> Model[list[Floats2d], list[Floats2d]]:
    """A residual layer that sees each vector beside the means of those before and behind it, over each of the `reaches`.

    It begins as the identity: the gain of its normalisation is zero until training moves it.
    """
    mix: Model[Floats2d, Floats2d] = Maxout(nO=width, nI=width * (1 + 2 * len(reaches)), nP=2, normalize=True)
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
    means = [_Means(len(vectors), model.attrs["reaches"]) for vectors in rows]
    seen = np.concatenate([np.concatenate([vectors, *mean(vectors)], axis=1) for vectors, mean in zip(rows, means, strict=True)])
    mixed, backprop_mix = model.layers[0](seen, is_train)
    cuts = list(pairwise(accumulate((len(vectors) for vectors in rows), initial=0)))

    def backprop(d_rows: Rows) -> Rows:
        d_seen = backprop_mix(np.concatenate(d_rows))
        return [d + mean.back(d_seen[start:end], d.shape[1]) for (start, end), mean, d in zip(cuts, means, d_rows, strict=True)]

    return [vectors + mixed[start:end] for vectors, (start, end) in zip(rows, cuts, strict=True)], backprop


class _Means:
    """Means over what stands before and behind each of `count` rows; their cost does not depend on how far they reach."""

    def __init__(self, count: int, reaches: Sequence[int]) -> None:
        at, self.ranges = np.arange(count), []
        for reach in reaches:
            low, high = np.maximum(at - reach, 0), np.minimum(at + 1 + reach, count)
            self.ranges += [(low, at), (at + 1, high)]
        self.weights = [(1 / np.maximum(end - start, 1)).astype(np.float32)[:, None] for start, end in self.ranges]

    def __call__(self, vectors: Array) -> list[Array]:
        sums = _sums(vectors)
        return [(sums[end] - sums[start]) * weight for (start, end), weight in zip(self.ranges, self.weights, strict=True)]

    def back(self, d_seen: Array, width: int) -> Array:
        """The gradient of the rows: what comes straight, and through every mean that a row is part of."""
        d_rows = d_seen[:, :width].copy()
        count = len(d_rows)
        for number, ((start, end), weight) in enumerate(zip(self.ranges, self.weights, strict=True), start=1):
            sums = _sums(d_seen[:, number * width : (number + 1) * width] * weight)
            at = np.arange(count)  # row j is part of the means of the rows from `first` to `last`
            first, last = np.searchsorted(end, at, side="right"), np.searchsorted(start, at, side="right")
            d_rows += sums[np.maximum(last, first)] - sums[first]
        return d_rows


def _sums(vectors: Array) -> Array:
    """(n + 1, width): sums of the first rows."""
    sums = np.zeros((len(vectors) + 1, vectors.shape[1]), dtype=np.float32)
    np.cumsum(vectors, axis=0, out=sums[1:])
    return sums
