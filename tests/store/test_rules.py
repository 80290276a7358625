"""Match rules: in which circumstances reports that differ are of one event, told by pairs of reports."""

import json
import re
from typing import Any

from rie.evaluation.pairs import Pair, score_pairs
from rie.pack import load_pack

PACK = load_pack("business")
ROUND = {"company": "Averline", "amount": 12000000, "currency": "USD", "amount_qualifier": "exact", "round_type": "series_a",
         "status": "closed"}  # fmt: skip
DEAL = {"acquirer": "Corvo", "target": "Lissom", "target_kind": "company", "status": "agreed", "price": 100, "currency": "USD"}
ASSET = {"acquirer": "Corvo", "seller": "Dunlin", "target_kind": "asset", "status": "agreed"}
FIGURE = {"company": "Averline", "metric": "revenue", "value": 101200000, "unit": "currency", "currency": "USD", "basis": "actual",
          "accounting": "unknown", "fiscal_year": 2017, "fiscal_quarter": 2}  # fmt: skip
EPS = {"unit": "currency_per_share", "metric": "eps"}
CHANGE = {"company": "Averline", "person": "Michael Orr", "role": "CEO", "action": "appointed", "interim": False}


NAMES = ("Averline", "Corvo", "Lissom", "Dunlin", "Dietz", "Orr")
Case = tuple[dict[str, Any], dict[str, Any], tuple[str, str], bool]


def check(table: str, cases: list[Case]) -> None:
    """Resolve all cases in one store, each under names of its own."""
    pairs = [pair(table, number, *case) for number, case in enumerate(cases)]
    wrong = {one.id for one in score_pairs(pairs, PACK)["all"].wrong}
    assert [case for number, case in enumerate(cases) if str(number) in wrong] == []


def pair(table: str, number: int, one: dict[str, Any], other: dict[str, Any], days: tuple[str, str], same: bool) -> Pair:  # noqa: PLR0917
    text = json.dumps([{"published_at": day} | cells for day, cells in zip(days, (one, other), strict=True)])
    for name in NAMES:
        text = re.sub(rf"\b{name}\b", f"{chr(65 + number // 26)}{chr(97 + number % 26)}{name.lower()}", text)
    a, b = ({key: cell for key, cell in cells.items() if cell is not None} for cells in json.loads(text))
    return Pair(str(number), table, a, b, same, "", "dev")


SOON, LATER = ("2017-03-01", "2017-03-08"), ("2017-03-01", "2017-04-20")


def test_rounds() -> None:
    cases: list[Case] = [
        ({"amount": 11800000}, {"amount": 12000000}, LATER, True),  # the second one is the first one rounded
        ({"amount": 11800000}, {"amount": 12100000}, SOON, True),
        ({"amount": 11800000}, {"amount": 12100000}, LATER, False),
        ({"amount": 12000000, "status": "rumoured"}, {"amount": 15000000}, LATER, True),
        ({"amount": 12000000}, {"amount": 15000000, "status": "rumoured"}, LATER, False),  # the rumour is of the next one
        ({"round_type": "equity"}, {"round_type": "debt"}, SOON, False),
        ({"round_type": "unknown"}, {"round_type": "debt"}, SOON, True),
        ({"round_type": "seed"}, {"round_type": "angel"}, SOON, True),
        ({"round_type": "seed"}, {"round_type": "angel"}, LATER, False),
        ({"round_type": "bridge"}, {"round_type": "debt"}, SOON, True),
        ({"round_type": "series_a"}, {"round_type": "series_b"}, ("2017-03-01", "2017-03-02"), True),  # one letter is wrong
        ({"round_type": "series_a"}, {"round_type": "series_b"}, SOON, False),
    ]
    check("funding_round", [(ROUND | one, ROUND | other, days, same) for one, other, days, same in cases])


def test_deals() -> None:
    cases: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
        (DEAL | {"price": 900000000}, DEAL | {"price": 640000000}, True),  # renegotiated
        (DEAL | {"price": 900000000}, DEAL | {"price": 300000000}, False),
        (DEAL | {"price": 900000000}, DEAL | {"price": 640000000, "acquirer": None}, False),
        (ASSET | {"target": "oil fields in Texas"}, ASSET | {"target": "oil fields in Wyoming"}, False),
        (ASSET | {"target": "oil and gas fields in Texas"}, ASSET | {"target": "Texas oil fields"}, True),
        (ASSET | {"target": "200 cell towers"}, ASSET | {"target": "90 cell towers"}, False),
        (ASSET | {"target": "Dunlin's Polish unit"}, ASSET | {"target": "Dunlin's Czech unit"}, False),
        (ASSET | {"target": "Dunlin's freight arm"}, ASSET | {"target": "freight business"}, True),
        (ASSET | {"target": "frozen food unit"}, ASSET | {"target": "frozen foods business"}, True),
        (DEAL | {"target": "Dietz Seeds"}, ASSET | {"target": "seed business"}, False),
    ]
    check("acquisition", [(one, other, LATER, same) for one, other, same in cases])


def test_a_stake_is_the_whole_only_when_it_is_told_at_once() -> None:
    stake = DEAL | {"target_kind": "stake"}
    check("acquisition", [(stake, DEAL, SOON, True), (stake, DEAL, ("2017-03-01", "2017-08-01"), False)])


def test_figures() -> None:
    cases: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
        ({}, {"value": 101600000}, True),  # preliminary, then final
        ({}, {"value": 103000000}, False),
        ({}, {"value": 101600000, "accounting": "adjusted"}, False),
        ({"basis": "guidance_low"}, {"basis": "guidance_low", "value": 101600000}, False),  # guidance raised
        (EPS | {"value": 1.14}, EPS | {"value": 1.1}, False),
        ({}, {"fiscal_year": None, "fiscal_quarter": None}, True),
        ({}, {"fiscal_year": None, "fiscal_quarter": None, "value": 101600000}, False),  # nothing proves the period
        ({}, {"fiscal_quarter": None}, False),
        ({}, {"fiscal_year": None, "fiscal_quarter": None, "period_start": "2017-01-01", "period_end": "2017-06-30"}, False),
        ({"segment": "Cloud"}, {"segment": "cloud division"}, True),
        ({"segment": "North America"}, {"segment": "North American"}, True),
        ({"segment": "Energy Services"}, {"segment": "Industrial Services"}, False),
        ({"segment": "Cloud"}, {}, False),
    ]
    check("financial_result", [(FIGURE | one, FIGURE | other, SOON, same) for one, other, same in cases])


def test_changes() -> None:
    cases: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
        ({"person": "Mike Orr"}, {}, True),
        ({"person": "M. J. Orr"}, {}, True),
        ({"person": "Dr. Michael Orr"}, {}, True),
        ({"person": "Mary Orr"}, {}, False),
        ({"person": "Michael A. Orr"}, {"person": "Michael B. Orr"}, False),
        ({"person": "Michael Orr Jr."}, {"person": "Michael Orr Sr."}, False),
        ({"person": "Orr"}, {}, True),  # the post proves it
        ({"person": "Orr", "role": None}, {}, False),
        ({"role": "vice president of sales"}, {"role": "SVP, sales"}, True),
        ({"role": "vice president of sales"}, {"role": "vice president of marketing"}, False),
    ]
    check("executive_change", [(CHANGE | one, CHANGE | other, SOON, same) for one, other, same in cases])


def test_an_interim_post_that_becomes_permanent_is_a_change_of_its_own() -> None:
    interim = CHANGE | {"interim": True}
    check("executive_change", [(interim, CHANGE, SOON, True), (interim, CHANGE, LATER, False)])
