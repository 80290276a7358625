"""The vectors of many texts, kept on disk where they take long to make."""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np

from rie.rag.embedder import STATIC, Embedder, Vectors

KEPT: Final = 4  # files of a folder
WORTH_KEEPING: Final = 10_000  # texts; fewer are encoded again by the static embedder
_BATCH: Final = 128  # texts that are encoded at a time: their vectors stay in the processor's cache


def vectors_of(texts: Sequence[str], embedder: Embedder, kept: Path | None = None) -> Vectors:
    """A row of length one for each text.

    Args:
        texts: what is encoded.
        embedder: makes the vectors.
        kept: folder in which vectors are kept under a digest of the texts; where it cannot be written they are made each time.
    """
    if kept is None or (embedder.name == STATIC and len(texts) < WORTH_KEEPING):
        return encode(texts, embedder)
    file = kept / f"{_digest(texts, embedder.name)}.npy"
    found = _read(file, len(texts))
    if found is None:
        found = encode(texts, embedder)
        _write(file, found)
    return found


def encode(texts: Sequence[str], embedder: Embedder) -> Vectors:
    """A row of length one for each text, made anew."""
    rows = [embedder.encode(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
    return np.concatenate(rows) if rows else np.zeros((0, 1), dtype=np.float32)


def _digest(texts: Sequence[str], name: str) -> str:
    made = hashlib.blake2b(name.encode(), digest_size=16)
    for text in texts:
        made.update(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest())
    return made.hexdigest()


def _read(file: Path, rows: int) -> Vectors | None:
    try:
        held = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return held.astype(np.float32) if held.ndim == 2 and len(held) == rows else None


def _write(file: Path, vectors: Vectors) -> None:
    """Write whole or not at all, and let go of files that have not been used for longest."""
    fresh = file.with_name(f".{file.stem}.{os.getpid()}.npy")
    try:
        file.parent.mkdir(exist_ok=True)
        np.save(fresh, vectors.astype(np.float16))
        fresh.replace(file)
        for old in sorted(file.parent.glob("*.npy"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
