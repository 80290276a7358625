"""The wide layers of the encoder: what they see, that they begin as the identity, and that their gradient is right."""

import numpy as np
import pytest
from thinc.api import fix_random_seed

from rie.pipeline.network.encoder import WIDE, create_encoder, wide

RNG = np.random.default_rng(0)
TEXTS = [RNG.normal(size=(length, 6)).astype(np.float32) for length in (9, 1, 14)]


def _moved(model):
    """The model as if training had moved its gains; the same one in every run."""
    fix_random_seed(0)
    model.initialize(X=TEXTS, Y=TEXTS)
    for layer in model.walk():
        if layer.has_param("G"):
            layer.set_param("G", RNG.normal(size=layer.get_param("G").shape).astype(np.float32))
    return model


def _total(model, texts, weights):
    return sum(float((out.astype(np.float64) * weight).sum()) for out, weight in zip(model.predict(texts), weights, strict=True))


def test_a_wide_layer_begins_as_the_identity():
    model = wide(6, [2, 5])
    model.initialize(X=TEXTS, Y=TEXTS)
    assert all(np.array_equal(out, text) for out, text in zip(model.predict(TEXTS), TEXTS, strict=True))


def test_an_encoder_has_a_wide_layer_in_its_middle_and_at_its_end():
    model = create_encoder(6, 1, 3, 4, [2])
    assert sum(layer.name == WIDE for layer in model.walk()) == 2


def test_a_word_sees_as_far_as_the_layer_reaches_and_no_other_text():
    model = _moved(wide(6, [2, 5]))
    changed = [text.copy() for text in TEXTS]
    changed[2][7] += 1
    moved = [np.abs(one - two).max(axis=1) > 1e-6 for one, two in zip(model.predict(TEXTS), model.predict(changed), strict=True)]
    assert not moved[0].any()
    assert not moved[1].any()
    assert np.flatnonzero(moved[2]).tolist() == list(range(2, 13))


@pytest.mark.parametrize("text", [0, 1, 2])
def test_the_gradient_is_that_of_the_output(text):
    model = _moved(create_encoder(6, 1, 2, 4, [2, 5]))
    weights = [RNG.normal(size=one.shape).astype(np.float32) for one in TEXTS]
    gradient = model.begin_update(TEXTS)[1](weights)[text]
    step = 1e-3
    for row, column in RNG.integers(0, [len(TEXTS[text]), 6], size=(12, 2)):
        sides = []
        for move in (step, -step):
            texts = [one.copy() for one in TEXTS]
            texts[text][row, column] += move
            sides.append(_total(model, texts, weights))
        assert gradient[row, column] == pytest.approx((sides[0] - sides[1]) / (2 * step), rel=0.05, abs=0.05)
