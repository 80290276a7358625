"""Learning curves: the power law, what it says of more examples, and a training that is really run."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from rie.distill.curve import Curve, Run, overrides, read, table, train_curve, write
from rie.distill.power_law import PowerLaw, fit
from rie.errors import PackError, UsageError
from rie.pack import Pack, load_pack

COUNTS = [500, 1000, 1500, 2000]
LAW = PowerLaw(0.93, 2.2, 0.4)


def curve_of(*scores: float) -> Curve:
    return Curve("business", None, tuple(Run(n / 2000, n, 0, {"ents_f": score}) for n, score in zip(COUNTS, scores, strict=True)))


def test_a_law_is_found_again_from_its_points() -> None:
    found = fit(COUNTS, [LAW.at(n) for n in COUNTS])
    assert found is not None
    assert found.at(4000) == pytest.approx(LAW.at(4000), abs=0.002)
    assert found.at(20000) == pytest.approx(LAW.at(20000), abs=0.02)


def test_the_examples_that_a_gain_takes_give_that_gain() -> None:
    more = LAW.more(2000, 0.01)
    assert more is not None
    assert LAW.at(2000 + more) - LAW.at(2000) == pytest.approx(0.01, abs=0.001)
    assert more == int(f"{more:.1e}".split("e")[0].replace(".", "")) * 10 ** (len(str(more)) - 2)  # two digits


def test_nothing_is_promised_that_the_law_does_not_reach() -> None:
    assert LAW.examples_for(0.95) == math.inf
    assert LAW.more(2000, 0.2) is None
    assert LAW.more(2000, 0.0919) is None  # reached one day, but out of sight


@pytest.mark.parametrize("scores", [(0.8, 0.8, 0.8, 0.8), (0.8, 0.79, 0.78, 0.77)])
def test_a_flat_curve_has_no_law(scores: tuple[float, ...]) -> None:
    curve = curve_of(*scores)
    assert curve.laws == {"ents_f": None}
    assert curve.verdict("ents_f").endswith("bring nothing")
    assert replace(curve, steps=50).verdict("ents_f").endswith("give more --steps, or --epochs")


def test_a_rising_curve_says_how_many_more_examples_a_point_takes() -> None:
    curve = curve_of(*(LAW.at(n) for n in COUNTS))
    more = LAW.more(2000, 0.01)
    assert more is not None
    said = int(curve.verdict("ents_f").split("about ")[1].split(" more")[0].replace(",", ""))
    assert said == pytest.approx(more, rel=0.1)
    rows = table(curve)
    assert [row[:2] for row in rows] == [["25%", "500"], ["50%", "1,000"], ["75%", "1,500"], ["100%", "2,000"], ["(200%)", "(4,000)"]]
    assert rows[-1][2] == f"({curve.laws['ents_f'].at(4000):.1%})"  # type: ignore[union-attr]


def test_seeds_are_averaged_and_shares_are_what_is_varied(tiny_pack: Pack) -> None:
    asked: list[dict[str, Any]] = []

    def train(pack: Pack, told: dict[str, Any]) -> dict[str, float]:
        asked.append(told)
        return {"ents_f": told["corpora.train.share"] / 2 + told["system.seed"] / 10}

    curve = train_curve(tiny_pack, steps=50, seeds=2, train=train)
    assert curve.points("ents_f") == pytest.approx({20: 0.175, 40: 0.3, 60: 0.425, 80: 0.55})
    assert asked[0] == {"corpora.train.share": 0.25, "system.seed": 0, "training.max_steps": 50, "training.eval_frequency": 10}
    assert overrides(0.5, 1) == {"corpora.train.share": 0.5, "system.seed": 1}
    assert overrides(0.5, 1, epochs=3) == {"corpora.train.share": 0.5, "system.seed": 1, "training.max_epochs": 3}


def test_a_curve_is_written_and_read(tmp_path: Path) -> None:
    curve = curve_of(*(LAW.at(n) for n in COUNTS))
    written = write(curve, tmp_path / "curve")
    assert read(written[0]) == curve
    assert json.loads(written[0].read_text(encoding="utf-8"))["verdicts"] == [curve.verdict("ents_f")]
    drawn = ElementTree.fromstring(written[1].read_text(encoding="utf-8"))
    circles = [item for item in drawn.iter() if item.tag.endswith("circle")]
    heights = [float(circle.get("cy", "0")) for circle in circles]
    assert len(circles) == len(COUNTS)
    assert heights == sorted(heights, reverse=True)  # more examples stand higher
    [line] = [item for item in drawn.iter() if item.tag.endswith("polyline")]
    first, last = (tuple(map(float, pair.split(","))) for pair in (line.get("points", "").split()[0], line.get("points", "").split()[-1]))
    assert (first[0], first[1]) == pytest.approx((float(circles[0].get("cx", "0")), heights[0]), abs=0.5)
    assert last[1] < heights[-1]


@pytest.mark.parametrize("content", ["", "[]", '{"pack": "business"}', '{"pack": "business", "steps": null, "runs": []}'])
def test_what_is_no_curve_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "curve.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="rie train-curve"):
        read(tmp_path / "curve.json")


WRONG: list[dict[str, Any]] = [{"shares": (0.5,)}, {"shares": (0.5, 1.5)}, {"shares": (0, 1)}, {"seeds": 0}, {"steps": 0}, {"epochs": 0}]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_trained_is_said(tiny_pack: Pack, wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        train_curve(tiny_pack, **wrong)


def test_a_pack_without_texts_is_said(tmp_path: Path, tiny_pack: Pack) -> None:
    (tmp_path / "config.cfg").symlink_to(tiny_pack.folder / "config.cfg")
    with pytest.raises(PackError, match="no training texts"):
        train_curve(load_pack("business").model_copy(update={"folder": tmp_path}))


def test_a_curve_is_trained_within_its_budget(tiny_pack: Pack, capfd: pytest.CaptureFixture[str]) -> None:
    curve = train_curve(tiny_pack, (0.5, 1.0), steps=10)
    assert [run.examples for run in curve.runs] == [40, 80]
    assert curve.measures == ["ents_f", "rel_f"]
    assert all(0 <= score <= 1 for run in curve.runs for score in run.scores.values())
    assert any(score > 0 for run in curve.runs for score in run.scores.values())
    assert capfd.readouterr().out == ""  # results only
