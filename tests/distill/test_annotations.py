"""The committed annotations: in step with the pack, varied, honest about their origin, and the test part kept apart."""

import json

import pytest

from rie.distill.annotate import variety
from rie.distill.corpus import task_items
from rie.pack import load_pack

PACK = load_pack("business")
PARTS = {part: [item for task in PACK.tasks for item in task_items(PACK, task, part)] for part in ("train", "dev", "test")}


def test_there_are_enough_and_no_two_share_a_skeleton() -> None:
    assert sum(map(len, PARTS.values())) >= 1200
    figures = variety(task for tasks in PARTS.values() for task in tasks)
    assert figures["skeletons"] == figures["texts"]


@pytest.mark.parametrize("task", PACK.tasks)
def test_every_task_has_all_parts(task: str) -> None:
    assert all(task_items(PACK, task, part) for part in PARTS)


def test_no_text_of_the_test_part_was_trained_on() -> None:
    trained = {task["text"] for part in ("train", "dev") for task in PARTS[part]}
    assert not trained & {task["text"] for task in PARTS["test"]}
    assert not {task["meta"]["author"] for task in PARTS["train"]} & {task["meta"]["author"] for task in PARTS["test"]}


@pytest.mark.parametrize("part", PARTS)
def test_provenance_is_said(part: str) -> None:
    assert {(task["meta"]["origin"], task["meta"]["reviewed_by"]) for task in PARTS[part]} == {("language-model", "second-pass")}


@pytest.mark.parametrize("part", PARTS)
def test_spans_and_relations_hold_together(part: str) -> None:
    labels = load_pack("business").labels
    for task in PARTS[part]:
        ids = {span["id"] for span in task["spans"]}
        assert all(span["label"] in labels and 0 <= span["start"] < span["end"] <= len(task["text"]) for span in task["spans"])
        assert all(relation["head"] in ids and relation["child"] in ids for relation in task["relations"]), json.dumps(task)[:200]
