"""The sanity checks of a trainer: each is sound where all is well, and not where it is made to be wrong."""

import math
from typing import Any

import numpy as np
import pytest
import spacy

from rie.distill.corpus import ExampleMaker, Task, task_items
from rie.distill.diagnose import CHECKS, diagnose
from rie.distill.diagnose.labels import labels, reach
from rie.distill.diagnose.leaks import leaks
from rie.distill.diagnose.learning import overfits, scatter, shuffled
from rie.distill.diagnose.trainer import Trainer
from rie.distill.diagnose.weights import Watch
from rie.errors import PackError, UsageError
from rie.pack import Pack, load_pack
from rie.pipeline.network.scheme import scheme

TEXT = "Hooli raised $5m in a seed round led by ACME Ventures, which had also paid for its first office in Boston."


def task(text: str, name: str = "Hooli") -> Task:
    at = text.find(name)
    return {"text": text, "spans": [{"id": 0, "start": at, "end": at + len(name), "label": "COMPANY"}], "relations": [], "task": "deals"}


def parts(train: list[Task], test: list[Task], dev: list[Task] | None = None) -> dict[str, list[Task]]:
    return {"train": train, "dev": dev or [], "test": test}


OTHER = task("Rain fell on Hooli's fields for nine days in a row, and farmers lost a third of their wheat and all of their barley.")


def test_texts_of_their_own_are_no_leak() -> None:
    assert leaks(parts([OTHER], [task(TEXT)])).verdict == "sound"


@pytest.mark.parametrize("copy", [TEXT, TEXT.upper(), TEXT.replace("also ", "") + " It is said."])
def test_a_test_text_in_train_is_wrong(copy: str) -> None:
    finding = leaks(parts([OTHER, task(copy, "Hooli" if "Hooli" in copy else "HOOLI")], [task(TEXT)]))
    assert finding.verdict == "wrong"
    assert finding.figures["test, same words"]["texts"] == 1
    assert finding.advice


def test_swapped_names_and_numbers_are_seen_through() -> None:
    finding = leaks(parts([task(TEXT.replace("Hooli", "Globex").replace("5", "7"), "Globex")], [task(TEXT)]))
    assert finding.figures["test, other names"]["texts"] == 1


def test_a_dev_text_in_train_is_for_a_person_to_see() -> None:
    assert leaks(parts([task(TEXT)], [OTHER], [task(TEXT)])).verdict == "look"


def test_labels_that_train_never_shows_are_wrong_and_rare_ones_are_looked_at() -> None:
    common = [task(TEXT)] * 60
    assert labels(parts(common, common[:5], common[:5])).verdict == "sound"
    rare = [*common, {**task(TEXT), "spans": [{"id": 0, "start": 0, "end": 5, "label": "ASSET"}]}]
    assert labels(parts(rare, common[:5])).told == "fewer than 50 in train: ASSET 1"
    unseen = labels(parts(common, [{**task(TEXT), "spans": [{"id": 0, "start": 0, "end": 5, "label": "ASSET"}]}]))
    assert unseen.verdict == "wrong"
    assert "never in train: ASSET" in unseen.told
    assert "test is 100% unlike train" in unseen.told


def test_roles_out_of_reach_are_counted(tiny_pack: Pack) -> None:
    pack = load_pack("business")
    far = "Hooli raised money. " + "Rain fell. " * 9 + "The sum was $5m."
    spans = [{"id": 0, "start": 6, "end": 12, "label": "FUNDING", "status": "closed"},
             {"id": 1, "start": far.find("$5m"), "end": far.find("$5m") + 3, "label": "MONEY"},
             {"id": 2, "start": 0, "end": 5, "label": "COMPANY"}]
    roles = [{"head": 0, "child": 2, "label": "company"}, {"head": 0, "child": 1, "label": "amount"}]
    finding = reach(pack, ExampleMaker(spacy.blank("en"), pack), [{"text": far, "spans": spans, "relations": roles, "task": "deals"}])
    assert finding.verdict == "look"
    assert finding.figures["lost"] == {"funding_round.amount": 1}
    assert finding.told.startswith("50.0% of 2 roles")


def few(pack: Pack, count: int) -> list[Task]:
    return [item for item in task_items(pack, "deals", "train") if item["relations"]][:count]


def test_a_few_texts_are_learnt_by_heart_and_all_weights_move(tiny_pack: Pack) -> None:
    trainer = Trainer(tiny_pack, few(tiny_pack, 4))
    watch = Watch(trainer)
    finding = overfits(trainer, 60, watch)
    assert finding.figures["ents_f"] > 0.9
    assert watch.moved().verdict == "sound", watch.moved().told
    assert {*watch.moved().figures["change"]} == {"tok2vec", "ner", "relations"}
    assert watch.steady().verdict in {"sound", "look"}
    assert all(math.isfinite(of["variance"]) and of["variance"] > 0 for of in watch.steady().figures.values())


def test_too_few_updates_are_told(tiny_pack: Pack) -> None:
    finding = overfits(Trainer(tiny_pack, few(tiny_pack, 4)), 1)
    assert finding.verdict in {"look", "wrong"}
    assert "--steps 3" in finding.advice


def test_a_component_that_no_gradient_reaches_is_found(tiny_pack: Pack) -> None:
    trainer = Trainer(tiny_pack, few(tiny_pack, 4))
    relations: Any = trainer.nlp.get_pipe("relations")
    relations.update = lambda examples, **_: {}
    watch = Watch(trainer)
    trainer.train(3, watch=watch)
    assert watch.moved().verdict == "wrong"
    assert watch.moved().advice.startswith("tok2vec, relations: hardly moved")  # the shared layer waits for its last listener
    assert watch.steady().verdict == "wrong"
    assert "relations: none arrives" in watch.steady().advice


def test_gradients_that_are_no_numbers_are_found(tiny_pack: Pack) -> None:
    trainer = Trainer(tiny_pack, few(tiny_pack, 4))
    watch = Watch(trainer)
    among = trainer.networks["relations"].get_ref("among")
    layer = next(layer for layer in among.walk() if layer.has_param("W"))

    def spoil() -> None:
        layer.set_grad("W", np.full_like(layer.get_param("W"), np.nan))
        watch()

    trainer.train(1, watch=spoil)
    assert watch.steady().verdict == "wrong"
    assert "relations: not a number" in watch.steady().advice


def test_shuffled_labels_teach_nothing(tiny_pack: Pack) -> None:
    dev = [item for item in task_items(tiny_pack, "deals", "dev") if item["relations"]]
    finding = shuffled(tiny_pack, few(tiny_pack, 30), dev, 25)
    assert finding.figures["shuffled"]["ents_f"] < 0.1
    assert finding.figures["true"]["ents_f"] > finding.figures["shuffled"]["ents_f"]
    assert finding.verdict in {"sound", "look"}


def test_labels_that_are_told_by_something_else_are_found(tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scorer that adds what it should measure: shuffled labels seem to teach as much as the true ones."""
    monkeypatch.setattr(Trainer, "scores", lambda self, examples=None: {"ents_f": 0.9, "rel_f": 0.9})
    monkeypatch.setattr(Trainer, "train", lambda self, steps, **_: None)
    finding = shuffled(tiny_pack, few(tiny_pack, 4), few(tiny_pack, 4), 1)
    assert finding.verdict == "wrong"


def test_scattered_labels_are_as_many_and_elsewhere(tiny_pack: Pack) -> None:
    maker = ExampleMaker(spacy.blank("en"), tiny_pack)
    before, after = ([maker.example(item) for item in few(tiny_pack, 20)] for _ in range(2))
    scatter(after, scheme(tiny_pack))
    kept = total = 0
    for one, other in zip(before, after, strict=True):
        first, second = ({(e.start, e.end) for e in example.reference.ents} for example in (one, other))
        assert sorted(e.label_ for e in one.reference.ents) == sorted(e.label_ for e in other.reference.ents)
        kept, total = kept + len(first & second), total + len(first)
    assert kept < total / 3


def test_the_checks_that_are_asked_for_are_run(tiny_pack: Pack) -> None:
    told: list[str] = []
    found = diagnose(tiny_pack, ["weights", "labels"], examples=2, steps=1, progress=lambda finding: told.append(finding.check))
    assert told == [finding.check for finding in found] == ["labels", "weights"]
    with pytest.raises(UsageError, match=f"no check 'weight': the checks are {', '.join(CHECKS)}"):
        diagnose(tiny_pack, ["weight"])
    with pytest.raises(PackError, match="no texts in train"):
        diagnose(load_pack("business").model_copy(update={"folder": tiny_pack.folder / "knowledge"}))
