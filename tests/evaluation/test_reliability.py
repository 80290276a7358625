"""Confidence against the share that is right."""

import random
from decimal import Decimal

import pytest

from rie.evaluation.gold import GoldDocument
from rie.evaluation.reliability import of_reports, reliability
from rie.evaluation.reports import score
from rie.pack import load_pack


def test_decisions_fall_into_bins_by_their_confidence() -> None:
    found = reliability([(0.5, True), (0.51, False), (0.6, True), (0.999, True), (1.0, True)])
    assert [(one.low, one.high, one.n, one.right) for one in found.bins] == [(0.0, 0.5, 1, 1), (0.5, 0.6, 2, 1), (0.99, 1.0, 2, 2)]
    assert found.bins[1].confidence == pytest.approx(0.555)


def test_a_probability_that_comes_true_is_called_one() -> None:
    chance = random.Random(3)
    draws = [chance.random() for _ in range(5000)]
    found = reliability((p, chance.random() < p) for p in draws)
    assert found.error < 0.02
    assert "can be read as a probability" in found.verdict
    assert found.telling == pytest.approx(5 / 6, abs=0.02)  # of p uniform and right with p


def test_a_boaster_is_found_out() -> None:
    found = reliability([(0.99, number % 2 == 0) for number in range(100)])
    assert found.error == pytest.approx(0.49)
    assert found.telling == 0.5
    assert found.verdict == "the confidence is no probability (off by 49.0% on average) and hardly tells right from wrong (AUC 0.50)"


def test_ties_count_half_and_a_good_order_counts_whole() -> None:
    assert reliability([(0.9, True), (0.8, False)]).telling == 1.0
    assert reliability([(0.8, True), (0.9, False)]).telling == 0.0
    assert reliability([(0.9, True), (0.9, False), (0.8, False)]).telling == 0.75
    assert reliability([(0.9, True)]).telling is None


def test_little_is_not_judged() -> None:
    assert "too few" in reliability([(0.9, True)] * 49).verdict
    nothing = {"n": 0, "error": 0.0, "telling": None, "verdict": "too few decisions to tell (0 of 50)", "bins": []}
    assert reliability([]).as_dict() == nothing


def test_a_report_is_right_when_all_its_scored_columns_are() -> None:
    rows = [{"company": "Hooli", "amount": Decimal(5), "confidence": 0.95}, {"company": "Globex", "amount": Decimal(1), "confidence": 0.7},
            {"company": "Initech", "amount": Decimal(9), "confidence": 0.6}]
    gold = (("funding_round", {"company": ["Hooli"], "amount": 5}), ("funding_round", {"company": ["Globex"], "amount": 2}))
    evaluation = score(load_pack("business"), [GoldDocument("d", frozenset({"funding_round"}), gold)], {"d": {"funding_round": rows}})
    found = of_reports(evaluation)["funding_round"]
    assert [(one.high, one.n, one.right) for one in found.bins] == [(0.6, 1, 0), (0.7, 1, 0), (0.95, 1, 1)]
    assert found.telling == 1.0
    assert evaluation.as_dict()["tables"]["funding_round"]["reliability"]["n"] == 3
