"""New model, previous model and language model on the same gold: the bootstrap and what follows from it."""

import random
from pathlib import Path

import numpy as np
import pytest
import spacy

import rie.pipeline  # noqa: F401  registers the components
from rie.distill.curve import Curve, Run
from rie.distill.power_law import PowerLaw
from rie.errors import LlmError, UsageError
from rie.evaluation.components import Score, evaluate_components
from rie.evaluation.release import LLM, NEW, PREVIOUS, evaluate_release
from rie.evaluation.systems import MEASURES, System
from rie.evaluation.versus import compare
from rie.pack import Pack, load_pack
from tests.rag.llm_server import Service

LAW = PowerLaw(0.95, 2.2, 0.4)


def system(name: str, right: float, texts: int = 300, seed: int = 0, **others: float) -> System:
    """A pipeline that gets a share of two things a text right, in each measure or as `others` say."""
    chance = random.Random(seed)
    counts = {}
    for measure in MEASURES:
        share = others.get(measure, right)
        hits = [sum(chance.random() < share for _ in range(2)) for _ in range(texts)]
        counts[measure] = [Score(hit, 2 - hit, 2 - hit) for hit in hits]
    return System(name, counts, ())


def curve() -> Curve:
    counts = [1000, 2000, 3000, 4000]
    scores = {name: [LAW.at(n) for n in counts] for name in ("ents_f", "rel_f")}
    return Curve("business", None, tuple(Run(n / 4000, n, 0, {name: s[i] for name, s in scores.items()}) for i, n in enumerate(counts)))


def test_a_clear_gain_ships() -> None:
    found = compare(system(NEW, 0.9), [system(PREVIOUS, 0.7, seed=1)])
    assert found.ship
    assert found.verdict.startswith("ship: surely better than previous model in mentions, relations, status")
    assert all(one.low < one.gain < one.high and one.ahead == 1.0 for one in found.differences)


def test_the_same_model_does_not_ship() -> None:
    same = system(NEW, 0.8)
    found = compare(same, [System(PREVIOUS, same.counts, ())])
    assert not found.ship
    assert {(one.low, one.gain, one.high) for one in found.differences} == {(0.0, 0.0, 0.0)}
    more = LAW.more(4000, 0.005)
    assert more is not None
    said = compare(same, [System(PREVIOUS, same.counts, ())], curve()).verdict
    assert int(said.split("about ")[1].split()[0].replace(",", "")) == pytest.approx(more, rel=0.15)


def test_a_gain_that_costs_another_measure_does_not_ship() -> None:
    found = compare(system(NEW, 0.9, status=0.6), [system(PREVIOUS, 0.8, seed=1)])
    assert not found.ship
    assert found.verdict.startswith("not yet: status -")
    assert "mentions" not in found.verdict


def test_too_little_gold_ships_nothing() -> None:
    found = compare(system(NEW, 0.85, texts=12), [system(PREVIOUS, 0.8, texts=12, seed=1)])
    assert not found.ship


def test_the_gap_is_told_in_examples_at_the_slope_of_the_curve() -> None:
    found = compare(system(NEW, 0.80), [system(PREVIOUS, 0.81, seed=1)], curve())
    worst = min(found.against(PREVIOUS), key=lambda one: one.low)
    told = found._more("mentions", 0.02)
    expected = LAW.more(4000, 0.02)
    assert expected is not None
    assert int(told.split()[1].replace(",", "")) == pytest.approx(expected, rel=0.15)
    assert worst.low < 0
    assert "at this slope" in found.verdict
    assert "out of sight" in found._more("mentions", 0.5)
    assert "rie train-curve" in compare(system(NEW, 0.5), [system(PREVIOUS, 0.9)]).verdict


def test_a_language_model_that_is_ahead_is_named_but_the_previous_model_decides() -> None:
    found = compare(system(NEW, 0.8), [system(PREVIOUS, 0.6, seed=1), system(LLM, 0.95, seed=2)], curve())
    assert found.ship
    assert [line.split(" by ")[0] for line in found.behind()] == [f"{LLM} is still ahead in {measure}" for measure in MEASURES]


def test_intervals_hold_the_true_difference_as_often_as_they_say() -> None:
    held = 0
    for seed in range(60):
        [one, *_] = compare(system(NEW, 0.8, 150, seed), [system(PREVIOUS, 0.7, 150, seed + 1000)], draws=400).differences
        held += one.low <= 0.1 <= one.high
    assert held >= 52  # 57 expected of 60


def test_texts_are_drawn_in_pairs() -> None:
    """Two pipelines that fail on the same texts differ surely, though each alone is unsure."""
    hard = [Score(0, 2, 2) if number % 2 else Score(2, 0, 0) for number in range(60)]
    easier = [Score(1, 1, 1) if number % 12 == 1 else score for number, score in enumerate(hard)]
    old, new = (System(name, dict.fromkeys(MEASURES, counts), ()) for name, counts in ((PREVIOUS, hard), (NEW, easier)))
    [one, *_] = compare(new, [old]).differences
    assert one.low > 0
    assert one.gain == pytest.approx(5 / 120)


def test_without_a_rival_there_is_nothing_to_compare() -> None:
    with pytest.raises(UsageError, match="--previous"):
        compare(system(NEW, 0.8), [])


@pytest.fixture(scope="module")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped model, its relations forgotten."""
    nlp = spacy.load(load_pack("business").folder / "model")
    for layer in nlp.get_pipe("relations").model.get_ref("among").walk():
        for name in layer.param_names:
            layer.set_param(name, np.zeros_like(layer.get_param(name)))
    folder = tmp_path_factory.mktemp("forgetful")
    nlp.to_disk(folder, exclude=["vocab"])
    return folder


def test_the_shipped_model_ships_in_place_of_a_forgetful_one_and_not_the_other_way_round(tiny_pack: Pack, forgetful: Path) -> None:
    shipped = load_pack("business").folder / "model"
    found = evaluate_release(tiny_pack, model=shipped, previous=forgetful)
    assert found.versus is not None
    assert found.versus.ship
    assert {one.measure: one.gain > 0 for one in found.versus.differences} == {"mentions": False, "relations": True, "status": True}
    other = evaluate_release(tiny_pack, model=forgetful, previous=shipped)
    assert other.versus is not None
    assert other.versus.verdict.startswith("not yet: relations")
    told = found.as_dict()
    assert sum(one["n"] for one in told["reliability"]["bins"]) == told["reliability"]["n"] > 20
    assert (told["comparison"]["ship"], other.as_dict()["comparison"]["ship"]) == (True, False)


def test_counts_are_those_of_the_components(tiny_pack: Pack) -> None:
    shipped = load_pack("business").folder / "model"
    found = evaluate_release(tiny_pack, model=shipped).scores()[NEW]
    components = evaluate_components(tiny_pack, model=shipped)
    assert {name: found[name] for name in ("mentions", "relations")} == {name: components[name]["all"].as_dict()
                                                                        for name in ("mentions", "relations")}


def test_the_pipeline_of_a_language_model_is_compared_over_http(tiny_pack: Pack, service: Service) -> None:
    (tiny_pack.folder / "llm.cfg").write_bytes((load_pack("business").folder / "llm.cfg").read_bytes())
    service.reply_to = lambda body: '{"mentions": []}' if "LABEL" in body["messages"][0]["content"] else '{"relations": []}'
    found = evaluate_release(tiny_pack, model=load_pack("business").folder / "model", llm=True)
    assert found.versus is not None
    assert found.versus.rivals == [LLM]
    assert found.versus.ship
    assert found.usage is not None
    assert found.usage.asked == len(service.asked) > 10
    assert found.as_dict()["systems"][LLM]["status"]["tp"] == 0
    service.reply_to = lambda body: 400
    with pytest.raises(LlmError):
        evaluate_release(tiny_pack, "dev", model=load_pack("business").folder / "model", llm=True)


def test_a_folder_without_model_is_said(tmp_path: Path, tiny_pack: Pack) -> None:
    with pytest.raises(UsageError, match="holds no model"):
        evaluate_release(tiny_pack, previous=tmp_path, model=load_pack("business").folder / "model")
