"""Distil static word vectors from a sentence encoder: what words mean, for a network that has seen few texts.

    python -m rie.distill.vectors schemas/business/vectors.npz --encoder all-MiniLM-L6-v2

Every whole word of the encoder's vocabulary is encoded on its own; principal components keep `--width` dimensions, stored
as int8 with one scale. A development tool: it needs `sentence-transformers` and a local copy of the encoder.
"""

from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

LEVELS = 31  # steps on each side of zero: as good as 127 for the network, and a third smaller when compressed


def main(output: Path, encoder: Annotated[str, typer.Option()], width: Annotated[int, typer.Option()] = 64) -> None:
    """Write the table of vectors."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(encoder, device="cpu")
    words = sorted({word for word in model.tokenizer.get_vocab() if word.isalpha() and word.isascii() and len(word) > 1})
    vectors = components(model.encode(words, batch_size=512, show_progress_bar=True), width)
    scale = np.abs(vectors).max() / LEVELS
    rounded = np.round(vectors / scale).astype(np.int8)
    np.savez_compressed(output, words=np.array("\n".join(words)), vectors=rounded, scale=np.float32(scale))
    print(f"{output}: {len(words)} words x {width}, {output.stat().st_size / 1e6:.1f} MB")


def components(vectors: Any, width: int) -> Any:
    """The first `width` principal components, scaled to unit variance over all and clipped at three deviations."""
    centred = vectors - vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    reduced = centred @ axes[:width].T
    return np.clip(reduced / reduced.std(), -3, 3)


if __name__ == "__main__":
    typer.run(main)
