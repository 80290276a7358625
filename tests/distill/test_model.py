"""The shipped model: small, and without a trace of where it was trained."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model

from rie.distill.train import _copy_weights, train
from rie.errors import PackError
from rie.pack import load_pack
from rie.pipeline.network.encoder import create_encoder

ROWS = np.random.default_rng(0).normal(size=(12, 4)).astype(np.float32)
FOLDER = load_pack("business").folder


def test_model_and_vectors_are_small() -> None:
    files = [file for file in (FOLDER / "model").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in [*files, FOLDER / "vectors.npz"]) <= 7_000_000


def test_the_model_names_its_pack_and_no_folder() -> None:
    assert b'pack = "business"' in (FOLDER / "model" / "config.cfg").read_bytes()
    for file in (FOLDER / "model").rglob("*"):
        if file.is_file():
            assert str(FOLDER).encode() not in file.read_bytes(), file


def test_training_goes_on_from_a_model_only(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is no trained model"):
        train(load_pack("business"), tmp_path / "model", start=tmp_path)


def _encoder(create: Callable[..., Model[Any, Any]], **more: Any) -> Model[Any, Any]:
    model = create(width=4, window_size=1, maxout_pieces=2, depth=4, **more)
    model.initialize(X=[ROWS], Y=[ROWS])
    return model


def test_a_grown_network_begins_as_the_one_that_it_goes_on_from() -> None:
    old = _encoder(MaxoutWindowEncoder)
    new = _encoder(create_encoder, reaches=[2])
    _copy_weights(old, new)
    inner = slice(4, -4)  # at the ends of a text what the layers see beyond it differs
    assert np.allclose(old.predict([ROWS])[0][inner], new.predict([ROWS])[0][inner], atol=1e-6)


def test_a_network_of_another_shape_is_refused() -> None:
    old, new = _encoder(create_encoder, reaches=[2, 5]), _encoder(create_encoder, reaches=[2])
    with pytest.raises(ValueError, match="shape"):
        _copy_weights(old, new)


def test_further_inputs_get_no_weight_yet() -> None:
    old, new = _encoder(create_encoder, reaches=[2]), _encoder(create_encoder, reaches=[2, 5])
    _copy_weights(old, new)
    assert np.allclose(old.predict([ROWS])[0], new.predict([ROWS])[0], atol=1e-6)


def test_the_relations_are_written_in_sixteen_bits_and_read_in_32(tmp_path: Path) -> None:
    relations = spacy.load(FOLDER / "model").get_pipe("relations")
    weights = relations.model.get_ref("alone").layers[0].layers[0].get_param("W")
    relations.to_disk(tmp_path / "relations")
    assert relations.model.get_ref("alone").layers[0].layers[0].get_param("W") is weights
    assert (tmp_path / "relations" / "model").stat().st_size < 2.2 * sum(
        layer.get_param(name).size for layer in relations.model.walk() for name in layer.param_names if layer.has_param(name))
    read = relations.from_disk(tmp_path / "relations").model.get_ref("alone").layers[0].layers[0].get_param("W")
    assert read.dtype == np.float32
    assert np.allclose(read, weights, rtol=1e-3, atol=1e-6)
