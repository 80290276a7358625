"""Train the pipeline of a pack from its committed annotations, with spaCy's own training loop."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config
from thinc.api import Model

import rie.distill.corpus
import rie.pipeline  # noqa: F401  both register what the config names
from rie.errors import PackError
from rie.pack import Pack
from rie.pipeline.network.encoder import WIDE


def train(pack: Pack, output: Path | None = None, overrides: dict[str, Any] | None = None, start: Path | None = None) -> Path:
    """Train the pack's components and write the pipeline.

    Args:
        output: the model folder; by default the pack's `model/`, which is replaced when training is done.
        overrides: values of the config, as `{"training.max_epochs": 5}`.
        start: a trained model whose weights training goes on from; without it they are drawn anew.

    Returns:
        The model folder.

    Raises:
        PackError: the pack has no `config.cfg` or no annotations, or `start` is no model of it.
    """
    config = pack.folder / "config.cfg"
    if not config.is_file():
        raise PackError(f"{config} is missing: a pack needs a spaCy training config")
    if start is not None and not (start / "meta.json").is_file():
        raise PackError(f"{start} is no trained model: give the folder of one, as {pack.folder / 'model'}")
    target = output or pack.folder / "model"
    with tempfile.TemporaryDirectory() as folder:
        nlp = init_nlp(load_config(config, overrides={"paths.pack": str(pack.folder), **(overrides or {})}, interpolate=False))
        if start is not None:
            _take_over(nlp, start)
        train_loop(nlp, Path(folder), stdout=sys.stderr)  # progress, no result
        _ship(Path(folder) / "model-best", target, pack)
    return target


def _take_over(nlp: Language, start: Path) -> None:
    """Give the components the weights of a trained model."""
    trained = spacy.load(start)
    for name, pipe in nlp.pipeline:
        if not hasattr(pipe, "model"):
            continue
        try:
            _copy_weights(trained.get_pipe(name).model, pipe.model)
        except (KeyError, ValueError) as error:
            raise PackError(f"{start} does not hold weights for the component {name!r} of this pack: {error}") from error


def _copy_weights(trained: Model[Any, Any], fresh: Model[Any, Any]) -> None:
    """Copy the weights of like networks. What only the fresh one has leaves the result as it was: `wide` layers stay the identity,
    inputs behind those that the trained one has get no weight yet.

    Raises:
        ValueError: the networks differ elsewhere.
    """
    both = any(layer.name == WIDE for layer in trained.walk())
    old, new = (list(_weighted(model, wide=both)) for model in (trained, fresh))
    for one, other in zip(old, new, strict=True):
        for name in one.param_names:
            other.set_param(name, _widened(one.get_param(name), other.get_param(name).shape if other.has_param(name) else None, other.name))


def _widened(weights: NDArray[np.float32], shape: tuple[int, ...] | None, layer: str) -> NDArray[np.float32]:
    """Weights for a layer of this shape: the same ones, with zeros for further inputs."""
    further = shape[-1] - weights.shape[-1] if shape else 0
    if shape and (shape[:-1] != weights.shape[:-1] or further < 0 or (further and weights.ndim < 2)):
        raise ValueError(f"{layer} has another shape")
    return np.pad(weights, [(0, 0)] * (weights.ndim - 1) + [(0, further)])


def _weighted(model: Model[Any, Any], *, wide: bool) -> Iterator[Model[Any, Any]]:
    """The layers with weights, in order; those of the `wide` layers or not."""
    left_out = set() if wide else {id(layer) for node in model.walk() if node.name == WIDE for layer in node.walk()}
    return (layer for layer in model.walk(order="dfs_pre") if layer.param_names and id(layer) not in left_out)


def _ship(trained: Path, target: Path, pack: Pack) -> None:
    nlp = spacy.load(trained)
    nlp.meta.update({"name": pack.name, "version": f"{pack.version}.{date.today():%Y%m%d}", "description": pack.description,
                     "license": "Apache-2.0",
                     "sources": [{"name": "annotations of the pack (origin: language-model, reviewed_by: second-pass)"}]})
    staged = target.with_name(target.name + ".new")
    shutil.rmtree(staged, ignore_errors=True)
    nlp.to_disk(staged, exclude=["vocab"])  # hashed features need no strings
    for file in (staged / "config.cfg", *staged.glob("*/cfg")):
        _portable(file, pack)
    shutil.rmtree(target, ignore_errors=True)
    staged.rename(target)


def _portable(file: Path, pack: Pack) -> None:
    """The folder that the pack was trained in is nobody's business: the model names its pack."""
    file.write_bytes(file.read_bytes().replace(json.dumps(str(pack.folder)).encode(), json.dumps(pack.name).encode()))
