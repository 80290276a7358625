"""Triggers that tell one event are decided together, others are left alone."""

import time

import numpy as np
import pytest

from rie.pipeline.network.agreement import agreed
from rie.pipeline.network.candidates import Pairs

NONE, BUYER, SELLER, TARGET, BOUGHT, AGREED = range(6)
SELLS, SELL = 0, 1  # triggers
UNIT, HOOLI, ACME = 2, 3, 4


def _pairs(*index: tuple[int, int]) -> Pairs:
    found: Pairs = Pairs.__new__(Pairs)
    found.index = np.array(index, dtype=np.int32)
    return found


def _scores(*likely: dict[int, float]) -> np.ndarray:
    scores = np.zeros((len(likely), 6), dtype=np.float32)
    for row, labels in enumerate(likely):
        for label, score in labels.items():
            scores[row, label] = score
        scores[row, NONE] += 1 - scores[row].sum() if BOUGHT not in labels else 0
    return scores


TWICE = _pairs((SELLS, UNIT), (SELLS, HOOLI), (SELLS, ACME), (SELL, UNIT), (SELL, HOOLI), (SELL, ACME))


def test_a_doubtful_trigger_follows_a_sure_one_of_the_same_event() -> None:
    scores = _scores({TARGET: 0.99}, {BUYER: 0.45}, {SELLER: 0.9}, {TARGET: 0.99}, {BUYER: 0.98}, {SELLER: 0.95})
    settled = agreed(TWICE, scores, [SELLS, SELL])
    assert scores[1].argmax() == NONE
    assert settled[1].argmax() == settled[4].argmax() == BUYER
    assert settled[1, BUYER] == pytest.approx(0.98)


def test_triggers_that_give_other_roles_tell_other_events() -> None:
    scores = _scores({TARGET: 0.99}, {BUYER: 0.99}, {}, {}, {SELLER: 0.9}, {TARGET: 0.95})
    assert np.array_equal(agreed(TWICE, scores, [SELLS, SELL]), scores)


def test_triggers_of_one_event_have_one_status() -> None:
    found = _pairs((SELLS, SELLS), (SELLS, UNIT), (SELL, SELL), (SELL, UNIT))
    settled = agreed(found, _scores({BOUGHT: 0.6, AGREED: 0.4}, {TARGET: 0.9}, {BOUGHT: 0.1, AGREED: 0.9}, {TARGET: 0.9}), [SELLS, SELL])
    assert settled[0].argmax() == settled[2].argmax() == AGREED


def test_what_is_not_allowed_stays_so_and_the_scores_given_are_kept() -> None:
    scores = _scores({TARGET: 0.99}, {BUYER: 0.9}, {}, {TARGET: 0.99}, {BUYER: 0.5}, {})
    before = scores.copy()
    settled = agreed(TWICE, scores, [SELLS, SELL])
    assert np.array_equal(scores, before)
    assert not settled[:, [BOUGHT, AGREED]].any()


def test_many_triggers_take_no_time() -> None:
    many = 800
    found = _pairs(*((head, many + head * 3 + child) for head in range(many) for child in range(3)))
    scores = _scores(*({BUYER: 0.9}, {TARGET: 0.9}, {SELLER: 0.9}) * many)
    began = time.process_time()
    assert np.array_equal(agreed(found, scores, range(many)), scores)
    assert time.process_time() - began < 3


def test_one_trigger_alone_agrees_with_nobody() -> None:
    scores = _scores({TARGET: 0.9}, {BUYER: 0.9}, {})
    assert agreed(_pairs((SELLS, UNIT), (SELLS, HOOLI), (SELLS, ACME)), scores, [SELLS]) is scores


def test_triggers_without_a_candidate_are_no_obstacle() -> None:
    scores = _scores({TARGET: 0.9})
    assert np.array_equal(agreed(_pairs((SELLS, UNIT)), scores, [SELLS, 7, 8]), scores)
    none = Pairs.__new__(Pairs)
    none.index = np.zeros((0, 2), dtype=np.int32)
    assert len(agreed(none, np.zeros((0, 6), dtype=np.float32), [7, 8])) == 0
