"""Labelled pairs of reports, and events that are told again and again."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rie.errors import UsageError
from rie.evaluation.pairs import FILE, Pair, read_pairs, score_pairs
from rie.evaluation.retold import retell
from rie.pack import load_pack

PACK = load_pack("business")
DEAL = {"acquirer": "Corvo", "target": "Lissom", "target_kind": "company", "status": "agreed"}
ROUND = {"company": "Averline", "amount": 12000000, "currency": "USD", "amount_qualifier": "exact", "round_type": "series_a"}


def pair(a: dict[str, Any], b: dict[str, Any], *, same: bool = True, table: str = "funding_round", id_: str = "p") -> Pair:
    days = {"published_at": "2015-03-04"}, {"published_at": "2015-03-06"}
    return Pair(id_, table, days[0] | a, days[1] | b, same, "", "dev")


def test_pairs_are_resolved_and_compared_with_their_labels() -> None:
    pairs = [
        pair(ROUND, ROUND | {"amount": 11800000}, id_="found"),
        pair(ROUND | {"company": "Bree"}, ROUND | {"company": "Bree", "round_type": "grant"}, same=False, id_="kept apart"),
        pair(ROUND | {"company": "Cobalt"}, ROUND | {"company": "Cobalt", "amount": 90000000}, id_="lost"),
        pair(ROUND | {"company": "Dray"}, ROUND | {"company": "Dray"}, same=False, id_="merged"),
    ]
    score = score_pairs(pairs, PACK)["funding_round"]
    assert (score.tp, score.tn, score.fn, score.fp) == (1, 1, 1, 1)
    assert [one.id for one in score.wrong] == ["lost", "merged"]
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert score.as_dict()["precision_interval"] == [0.0945, 0.9055]


def test_pairs_whose_names_begin_alike_do_not_meet() -> None:
    """Two pairs of one company would be four reports of one event."""
    pairs = [pair(ROUND, ROUND, id_="one"), pair(ROUND, ROUND | {"amount": 70000000, "round_type": "seed"}, same=False, id_="two")]
    assert not score_pairs(pairs, PACK)["all"].wrong


def test_what_a_document_reports_besides_makes_an_older_round_of_it() -> None:
    later = {**ROUND, "published_at": "2016-09-01"}
    news = {"company": "Averline", "round_type": "series_b", "amount": 40000000, "currency": "USD"}
    assert score_pairs([pair(ROUND, later, same=False)], PACK)["all"].tn == 1
    assert score_pairs([pair(ROUND, later | {"beside": [news]})], PACK)["all"].tp == 1


def test_every_buyer_of_a_joint_deal_can_stand_first() -> None:
    one = DEAL | {"acquirer": "Corvo", "acquirers": ["Corvo", "Dunlin"]}
    other = DEAL | {"acquirer": "Dunlin"}
    assert score_pairs([pair(one, other, table="acquisition")], PACK)["all"].tp == 1
    assert score_pairs([pair(DEAL, other, same=False, table="acquisition")], PACK)["all"].tn == 1


@pytest.mark.parametrize(("cells", "message"), [({"colour": 1}, "no column colour"), ({"amount": "much"}, "pair p")])
def test_cells_that_do_not_fit_the_pack_are_an_error(cells: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        score_pairs([pair(ROUND | cells, ROUND)], PACK)


def test_a_line_that_is_no_pair_is_named(tmp_path: Path) -> None:
    pack = PACK.model_copy(update={"folder": tmp_path})
    with pytest.raises(UsageError, match="no labelled pairs"):
        read_pairs(pack, "dev")
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text('{"id": "x", "table": "funding_round", "a": {}, "b": {}, "same": "yes", "why": "", "part": "dev"}\n')
    with pytest.raises(UsageError, match="line 1: not a labelled pair"):
        read_pairs(pack, "dev")


def test_the_labelled_pairs_are_many_and_balanced() -> None:
    pairs = [one for part in ("dev", "test") for one in read_pairs(PACK, part)]
    tables, labels = Counter(one.table for one in pairs), Counter((one.table, one.part, one.same) for one in pairs)
    assert len({one.id for one in pairs}) == len(pairs) >= 480
    least = {"funding_round": 160, "acquisition": 140, "financial_result": 100, "executive_change": 80}
    assert all(tables[table] >= count for table, count in least.items())
    assert all(abs(labels[table, part, True] - labels[table, part, False]) <= 3 for table in tables for part in ("dev", "test"))
    assert not {json.dumps([one.a, one.b]) for one in pairs if one.part == "dev"} & {
        json.dumps([one.a, one.b]) for one in pairs if one.part == "test"
    }


def test_the_rules_reach_the_bars_on_the_development_pairs() -> None:
    score = score_pairs(read_pairs(PACK, "dev"), PACK)["all"]
    assert score.precision >= 0.98
    assert score.recall >= 0.92


# ------------------------------------------------------------------ told again and again
EVENTS = [
    {"table": "funding_round", "event": "f1", "company": "Averline", "announced_on": "2015-03-04", "round_type": "series_a",
     "amount": 12300000, "currency": "USD", "status": "closed"},
    {"table": "funding_round", "event": "f2", "company": "Averline", "announced_on": "2016-03-04", "round_type": "series_b",
     "amount": 45600000, "currency": "USD", "status": "closed"},
    {"table": "funding_round", "event": "f3", "company": "Bree Labs", "announced_on": "2016-03-04", "round_type": "seed",
     "amount": 1000000, "currency": "USD", "status": "closed", "conflicting": {"amount": [1, 2]}},
]  # fmt: skip


def test_counts_and_sums_stay_right_however_often_events_are_told(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text("\n".join(map(json.dumps, EVENTS)), encoding="utf-8")
    found = retell(file, PACK)["funding_round"]
    assert (found.events, found.facts, found.split, found.merged) == (2, 2, 0, 0)
    assert 2 < found.reports <= 80
    assert found.usd == found.found_usd == 57900000
    assert (found.count_error, found.sum_error) == (0.0, 0.0)


def test_events_that_resolution_cannot_tell_apart_show_as_merged(tmp_path: Path) -> None:
    twins = [EVENTS[0], EVENTS[0] | {"event": "f9", "announced_on": "2015-03-20"}]
    file = tmp_path / "facts.jsonl"
    file.write_text("\n".join(map(json.dumps, twins)), encoding="utf-8")
    found = retell(file, PACK)["funding_round"]
    assert (found.facts, found.merged) == (1, 1)
    assert found.count_error == -0.5
