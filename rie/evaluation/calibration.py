"""Fit the confidence of reports to how often such reports are right, on annotated texts that the model was not trained on."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rie.evaluation.attribution import attribute
from rie.pack import Pack

FEWEST = 50  # reports of a table below which its confidence stays as it is
_RIDGE = 0.5
_STEPS = 25


def calibrate(pack: Pack, model: Path | None = None, part: str = "dev") -> dict[str, list[float]]:
    """Write the weights of the report confidence into a model's `meta.json`.

    Args:
        model: the model folder; the pack's own by default.
        part: the annotated part whose reports are looked at.

    Returns:
        The weights by table; tables with fewer than `FEWEST` found reports have none.
    """
    folder = model or pack.folder / "model"
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    found = attribute(pack, part, model=folder, unlikely=True)
    weights = {table: fit(one.signs, [right for _, right in one.judged]) for table, one in found.items() if len(one.judged) >= FEWEST}
    meta["confidence"] = weights
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False), encoding="utf-8")
    return weights


def fit(signs: Sequence[Sequence[float]], right: Sequence[bool]) -> list[float]:
    """The weights of a logistic regression with a small ridge penalty, by Newton's method.

    Args:
        signs: of each report, (n, signs), the first always 1.
        right: whether it is right, (n,).
    """
    x, y = np.array(signs), np.array(right, dtype=float)
    penalty = np.diag([0.0, *[_RIDGE] * (x.shape[1] - 1)]) + 1e-6 * np.eye(x.shape[1])
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (y - chance) - penalty @ weights
        weights += np.linalg.solve((x.T * (chance * (1 - chance))) @ x + penalty, slope)
    return [round(float(weight), 4) for weight in weights]
