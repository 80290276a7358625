"""Distil the static embedder of the RAG baseline from a sentence encoder.

    python -m rie.distill.embedder rie/rag/embedder.npz --encoder all-MiniLM-L6-v2

Every token of the encoder's vocabulary is encoded on its own, principal components keep `--width` dimensions, and frequent
tokens are weighted down (model2vec, https://github.com/MinishLab/model2vec). Stored as int8 with a scale for each token.
A development tool: it needs `model2vec[distill]` and a local copy of the encoder.
"""

import unicodedata
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

LEVELS = 127  # steps on each side of zero


def main(output: Path, encoder: Annotated[str, typer.Option()], width: Annotated[int, typer.Option()] = 256) -> None:
    """Write the table of token vectors."""
    from model2vec.distill import distill

    model = distill(encoder, pca_dims=width, device="cpu", quantize_to="float32")
    ids = {token: number for token, number in model.tokenizer.get_vocab().items() if is_word_piece(token)}
    tokens = sorted(ids)
    vectors, scales = quantised(model.embedding[[ids[token] for token in tokens]])
    np.savez_compressed(output, tokens=np.array("\n".join(tokens)), vectors=vectors, scales=scales)
    print(f"{output}: {len(tokens)} tokens x {width}, {output.stat().st_size / 1e6:.1f} MB")


def is_word_piece(token: str) -> bool:
    """Whether a token can come out of an English text: not the special ones, no letters of scripts without capitals."""
    return not (token.startswith("[") and len(token) > 1) and all(unicodedata.category(letter) != "Lo" for letter in token)


def quantised(vectors: Any) -> tuple[Any, Any]:
    """Rows as int8, and the scale that each is to be multiplied with."""
    scales = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-12) / LEVELS
    return np.round(vectors / scales).astype(np.int8), scales[:, 0].astype(np.float32)


if __name__ == "__main__":
    typer.run(main)
