"""`rie evaluate`: pairing, counting, and what is printed."""

import itertools
import json
import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rie.errors import UsageError
from rie.evaluation.assignment import best_pairs
from rie.evaluation.cells import comparable, judge
from rie.evaluation.gold import GoldDocument, read_gold
from rie.evaluation.reports import Evaluation, score
from rie.pack import load_pack

PACK = load_pack("business")


def evaluate(gold: list[dict], found: list[dict], complete: tuple[str, ...] = ("funding_round",)) -> Evaluation:
    rows = tuple(("funding_round", cells) for cells in gold)
    return score(PACK, [GoldDocument("d", frozenset(complete), rows)], {"d": {"funding_round": found}})


def column(evaluation: Evaluation, name: str) -> tuple[int, int, int]:
    counts = evaluation.scores()["funding_round"].columns[name]
    return counts.tp, counts.fp, counts.fn


def test_pairing_is_the_best_of_all_pairings() -> None:
    rng = random.Random(4)
    for _ in range(300):
        rows, columns = rng.randint(0, 5), rng.randint(0, 5)
        scores = [[rng.choice([0, 0, 1, 2, 3.5]) for _ in range(columns)] for _ in range(rows)]
        size = max(rows, columns)
        padded = [[scores[i][j] if i < rows and j < columns else 0 for j in range(size)] for i in range(size)]
        best = max((sum(padded[i][j] for i, j in enumerate(order)) for order in itertools.permutations(range(size))), default=0)
        pairs = best_pairs(scores)
        assert sum(scores[i][j] for i, j in pairs) == best
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_alternatives_and_legal_forms_are_one_name() -> None:
    found = evaluate([{"company": ["Hooli", "Hooli Holdings"]}], [{"company": "HOOLI, Inc."}])
    assert column(found, "company") == (1, 0, 0)


def test_null_means_that_a_found_value_is_false() -> None:
    gold = {"company": ["Hooli"], "amount": None, "round_type": None}
    found = evaluate([gold], [{"company": "Hooli", "amount": Decimal(5), "round_type": None}])
    assert column(found, "amount") == (0, 1, 0)
    assert column(found, "round_type") == (0, 0, 0)
    assert not found.pairs[0].exact


def test_missing_key_is_not_scored() -> None:
    found = evaluate([{"company": ["Hooli"]}], [{"company": "Hooli", "amount": Decimal(5)}])
    assert "amount" not in found.scores()["funding_round"].columns
    assert found.pairs[0].exact


def test_wrong_value_is_both_false_and_lost() -> None:
    found = evaluate([{"company": ["Hooli"], "amount": 5000000}], [{"company": "Hooli", "amount": Decimal("4000000")}])
    assert column(found, "amount") == (0, 1, 1)
    assert found.errors() == [("funding_round.amount: wrong", 1, ["d"])]


def test_numbers_are_compared_by_value() -> None:
    found = evaluate([{"company": ["Hooli"], "amount": 3750000.0}], [{"company": "Hooli", "amount": Decimal("3750000.00")}])
    assert column(found, "amount") == (1, 0, 0)


@pytest.mark.parametrize(("gold", "right"), [("2013-12", True), ("2013-12-01", True), ("2013-12-02", False), ("2013", False)])
def test_a_month_in_which_a_change_takes_effect_is_its_first_day(gold: str, right: bool) -> None:
    effective = PACK.tables["executive_change"].columns["effective_on"]
    assert judge(effective, gold, comparable(effective, date(2013, 12, 1), "month")).tp == right


def test_investors_are_sets() -> None:
    gold = {"company": ["Hooli"], "investors": [["ACME Ventures", "ACME"], ["Raviga"]], "lead_investors": [["ACME"]]}
    found = evaluate([gold], [{"company": "Hooli", "investors": ["Acme", "Bream-Hall"], "lead_investors": []}])
    assert column(found, "investors") == (1, 1, 1)
    assert column(found, "lead_investors") == (0, 0, 1)


def test_rows_are_paired_by_what_they_say_not_by_their_order() -> None:
    gold = [{"company": ["Hooli"], "amount": 5}, {"company": ["Hooli"], "amount": 9}]
    found = evaluate(gold, [{"company": "Hooli", "amount": Decimal(9)}, {"company": "Hooli", "amount": Decimal(5)}])
    assert all(pair.exact for pair in found.pairs)


def test_rows_with_nothing_but_a_currency_in_common_are_not_paired() -> None:
    found = evaluate([{"company": ["Hooli"], "currency": "USD"}], [{"company": "Raviga", "currency": "USD"}])
    assert sorted(pair.kind for pair in found.pairs) == ["false", "lost"]


@pytest.mark.parametrize(("complete", "false"), [(("funding_round",), 1), ((), 0)])
def test_false_rows_count_only_where_gold_is_complete(complete: tuple[str, ...], false: int) -> None:
    found = evaluate([{"company": ["Hooli"]}], [{"company": "Hooli"}, {"company": "Raviga"}], complete)
    assert found.scores()["funding_round"].rows.fp == false
    assert column(found, "company")[1] == false


def test_json_names_lost_and_false_rows() -> None:
    found = evaluate([{"company": ["Hooli"]}, {"company": ["Aviato"]}], [{"company": "Hooli"}, {"company": "Raviga"}])
    table = found.as_dict()["tables"]["funding_round"]
    assert {key: table[key] for key in ("n", "tp", "fp", "fn", "precision", "recall", "f1", "exact")} == {
        "n": 2, "tp": 1, "fp": 1, "fn": 1, "precision": 0.5, "recall": 0.5, "f1": 0.5, "exact": 0.5}
    assert table["lost"] == [{"doc_id": "d", "row": {"company": ["Aviato"]}}]
    assert table["false"] == [{"doc_id": "d", "row": {"company": "Raviga"}}]
    assert table["columns"]["company"]["n"] == 2


@pytest.mark.parametrize(("line", "says"), [
    ("{", "line 1"), ('{"doc_id": "a"}', "reports"), ('{"doc_id": "a", "reports": [{"table": "rounds"}]}', "rounds"),
    ('{"doc_id": "a", "reports": [{"table": "funding_round", "sum": 1}]}', "sum"), ("[]", "line 1")])
def test_gold_that_cannot_be_read_names_the_place(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_gold(file, PACK)


def test_gold_of_the_sample_corpus_can_be_read() -> None:
    file = Path(__file__).parents[2] / "sample_corpus" / "gold.jsonl"
    documents = read_gold(file, PACK)
    assert len(documents) == len(file.read_text(encoding="utf-8").splitlines())
    assert json.dumps([dict(cells) for _, cells in documents[0].rows])
