"""Which component loses a report, and the confidence that is fitted to what is right."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from rie.distill.annotate import import_markup
from rie.evaluation.attribution import attribute, report_key
from rie.evaluation.calibration import calibrate, fit
from rie.pack import Pack, load_pack
from rie.pipeline.confidence import SIGNS, Confidence, signs
from rie.pipeline.frame import Frame, Item
from rie.types import Report

PLAIN = ("lead\t[Hooli|C company@f1] [raised|F #f1 status=closed] [$5m|M amount@f1] in a [seed round|R round@f1] led by "
         "[ACME Ventures|C lead@f1].")
# no component can know that this is a financing: no word says anything of the kind
HIDDEN = "lead\tThe [table|C company@f1] in the kitchen [was|F #f1 status=closed] bought with the house for [$7m|M amount@f1]."


@pytest.fixture
def annotated(tmp_path: Path) -> Pack:
    """The pack with two annotated texts of its own."""
    whole, folder = load_pack("business"), tmp_path / "business"
    folder.mkdir()
    for name in ("pack.yaml", "vectors.npz", "knowledge", "guidelines", "config.cfg"):
        (folder / name).symlink_to(whole.folder / name)
    shutil.copytree(whole.folder / "model", folder / "model")
    marked = tmp_path / "ann.txt"
    marked.write_text(f"{PLAIN}\n{HIDDEN}\n", encoding="utf-8")
    made = load_pack(str(folder))
    for part in ("dev", "test"):
        assert not import_markup(made, "deals", [marked], part, {"origin": "test"}).problems
    return made


def test_a_report_that_gold_mentions_bring_back_was_lost_by_the_mentions(annotated: Pack) -> None:
    found = attribute(annotated)["funding_round"]
    assert (found.score.tp, found.score.fn) == (1, 1)
    assert found.lost["mentions"] + found.lost["relations"] == 1
    assert [right for _, right in found.judged] == [True]
    assert found.as_dict()["lost_by"].keys() == {"mentions", "relations", "pairs"}


def test_unlikely_claims_are_left_out_but_where_confidence_is_fitted(annotated: Pack) -> None:
    meta = annotated.folder / "model" / "meta.json"
    held = json.loads(meta.read_text(encoding="utf-8"))
    unlikely = [-9.0] + [0.0] * (len(SIGNS) - 1)
    meta.write_text(json.dumps(held | {"confidence": {"funding_round": unlikely}}), encoding="utf-8")
    kept, every = attribute(annotated)["funding_round"], attribute(annotated, unlikely=True)["funding_round"]
    assert (len(kept.judged), len(every.judged)) == (0, 1)
    assert kept.score.fn == 2


def test_tables_that_a_task_is_not_annotated_for_are_not_scored(annotated: Pack) -> None:
    assert attribute(annotated)["financial_result"].score.tp == attribute(annotated)["financial_result"].score.fp == 0


def test_too_few_reports_leave_the_confidence_as_it_is(annotated: Pack) -> None:
    assert calibrate(annotated) == {}
    assert json.loads((annotated.folder / "model" / "meta.json").read_text())["confidence"] == {}


def test_reports_are_the_same_whatever_the_legal_form_of_their_names() -> None:
    pack = load_pack("business")
    one, other = (Report("r", "acquisition", "d", {"acquirer": name, "price_usd": usd}, ())
                  for name, usd in (("Globex Corp", 1), ("globex", 2)))
    assert report_key(pack, one) == report_key(pack, other)


def test_the_fit_finds_how_often_reports_with_a_sign_are_right() -> None:
    random = np.random.default_rng(0)
    sign = random.integers(0, 2, 4000)
    right = random.random(4000) < np.where(sign, 0.9, 0.3)
    weights = fit([[1.0, float(one)] for one in sign], [bool(one) for one in right])
    chance = [1 / (1 + np.exp(-(weights[0] + weights[1] * one))) for one in (0, 1)]
    assert chance == pytest.approx([0.3, 0.9], abs=0.03)


def test_the_confidence_follows_the_weights_of_its_table() -> None:
    confidence = Confidence({"acquisition": [0.0, 2.0]})
    assert confidence("acquisition", [1.0, 0.0], 0.99) == 0.5
    assert confidence("acquisition", [1.0, 1.0], 0.99) > 0.85
    assert confidence("funding_round", [1.0, 1.0], 0.99) == 0.99


def test_a_sure_frame_of_a_short_text_has_better_signs() -> None:
    items = [Item("FUNDING", "raised", 6, 12, 0), Item("COMPANY", "Hooli", 0, 5, 0)]
    sure, unsure = (Frame("funding_round", 0, "closed", score, {"company": [(1, score)]}, triggers=[0]) for score in (0.99, 0.6))
    short, long = signs(sure, items, 1, 1, 4.0), signs(unsure, items, 20, 3, -4.0)
    assert len(short) == len(SIGNS)
    assert short[SIGNS.index("least")] > long[SIGNS.index("least")]
    assert short[SIGNS.index("sentences")] < long[SIGNS.index("sentences")]
    assert short[SIGNS.index("family")] > 0 > long[SIGNS.index("family")]


def test_signs_behind_the_last_weight_do_not_count() -> None:
    short, long = (Confidence({"acquisition": weights}) for weights in ([1.0], [1.0, 0.0]))
    assert short("acquisition", [1.0, 5.0], 0.99) == long("acquisition", [1.0, 5.0], 0.99)
