"""The word vectors of a pack, distilled from a sentence encoder at development time (`rie.distill.vectors`)."""

import numpy as np
from numpy.typing import NDArray

from rie.pack.load import load_pack


def word_vectors(pack: str) -> tuple[list[str], NDArray[np.float32]]:
    """The lower-case words that have a vector, and their vectors, a row each.

    Args:
        pack: name or folder of a pack that has a `vectors.npz`.
    """
    with np.load(load_pack(pack).folder / "vectors.npz") as stored:
        return str(stored["words"]).split("\n"), stored["vectors"].astype(np.float32) * stored["scale"]
