"""Cases of entity linking: how they are read and scored, what training makes of them, and what the shipped scorer reaches."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rie.distill.linking import fit, steadiest, train_linking
from rie.errors import UsageError
from rie.evaluation.linking import ALL, FOLDER, evaluate_linking, read_cases, score_cases
from rie.pack import load_pack
from rie.pipeline.linking.scorer import FILE

PACK = load_pack("business")
CASE: dict[str, Any] = {
    "id": "c", "kind": "twins", "published_at": "2020-01-02", "title": "Hooli wins", "text": "Boston's Hooli won. Quillon lost to Vantor.",
    "table": [{"id": "h1", "name": "Hooli Inc", "attributes": {"city": "Boston"}}, {"id": "q", "name": "Quillon"}],
    "mentions": [{"part": "title", "start": 0, "end": 5, "entity": "h1"}, {"part": "text", "start": 9, "end": 14, "entity": "h1"},
                 {"part": "text", "start": 20, "end": 27, "entity": None, "new": "x"},
                 {"part": "text", "start": 36, "end": 42, "entity": None, "new": "y"}],
}  # fmt: skip


def pack_with(folder: Path, cases: list[dict[str, Any]], part: str = "dev") -> Any:
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    (folder / FOLDER / f"{part}.jsonl").write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")
    return PACK.model_copy(update={"folder": folder})


def test_mentions_are_scored_by_kind_and_wrong_links_are_told_apart(tmp_path: Path) -> None:
    lost = {**CASE, "id": "d", "kind": "word", "mentions": [CASE["mentions"][3] | {"entity": "q", "new": None}]}
    pack = pack_with(tmp_path, [CASE, lost])
    found = score_cases(read_cases(pack, "dev"), pack, None)
    assert (found["twins"].right, found["twins"].wrong_merge, found["twins"].wrong_nil) == (3, 1, 0)
    assert found["twins"].wrong == [("c", "Quillon", "Quillon")]
    assert (found["word"].wrong_nil, found[ALL].n) == (1, 5)


@pytest.mark.parametrize(("change", "message"), [
    ({"table": None}, "not a case"), ({"mentions": [{"start": 0, "end": 5, "entity": "zz"}]}, "ids of the table"),
    ({"mentions": [{"start": 0, "end": 5, "entity": "q", "new": "x"}]}, "has one of")])  # fmt: skip
def test_a_line_that_is_no_case_is_named(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=f"line 1: .*{message}"):
        read_cases(pack_with(tmp_path, [CASE | change]), "dev")


def test_a_pack_without_cases_says_where_they_belong(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no cases of entity linking"):
        evaluate_linking(PACK.model_copy(update={"folder": tmp_path}), "dev")


def test_the_cases_are_many_and_no_text_stands_in_two_parts() -> None:
    parts = {part: read_cases(PACK, part) for part in ("train", "dev", "test")}
    assert [len(cases) >= least for cases, least in zip(parts.values(), (350, 100, 150), strict=True)] == [True] * 3
    texts = Counter(case.document.text for cases in parts.values() for case in cases)
    assert max(texts.values()) == 1
    names = [{entity.name for case in cases for entity in case.entities} for cases in parts.values()]
    assert not names[2] & (names[0] | names[1])
    mentions = [mention for cases in parts.values() for case in cases for mention in case.mentions]
    assert 0.4 < sum(mention.entity is not None for mention in mentions) / len(mentions) < 0.65


def test_the_scorer_is_better_than_rules_and_than_none_on_the_development_cases() -> None:
    found = {name: scores[ALL] for name, scores in evaluate_linking(PACK, "dev").systems.items()}
    assert found["scorer"].accuracy >= 0.93
    assert found["scorer"].wrong_merge <= 6
    assert found["scorer"].accuracy > max(found["rules"].accuracy, found["without weights"].accuracy) + 0.1


def test_training_is_repeatable_and_gives_the_shipped_weights(tmp_path: Path) -> None:
    train_linking(PACK, tmp_path)
    made, shipped = (json.loads((folder / FILE).read_text()) for folder in (tmp_path, PACK.folder))
    assert made.pop("weights") == pytest.approx(shipped.pop("weights"), abs=0.002)  # sums differ a little from machine to machine
    assert made == shipped


def test_the_threshold_stands_in_the_middle_of_the_best_ones() -> None:
    assert steadiest([5, 3, 3, 3, 4]) == 2
    assert steadiest([1, 2, 2]) == 0


def test_a_sign_that_tells_gets_weight_and_one_that_does_not_gets_none() -> None:
    import numpy as np

    from rie.distill.linking import Choice
    from rie.pipeline.linking.signs import SIGNS

    def choice(right: float) -> Choice:
        signs = np.zeros((1, len(SIGNS)))
        signs[0, SIGNS.index("seat_same")], signs[0, SIGNS.index("theme")] = right, 1.0
        return Choice(signs, np.array([right]))

    weights = fit([choice(1.0), choice(0.0)] * 20)
    assert weights["seat_same"] > 1
    assert abs(weights.get("theme", 0.0)) < weights["seat_same"]
