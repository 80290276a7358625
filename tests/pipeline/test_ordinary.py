"""Ordinary sentences through the shipped pipeline, that rules for others must leave alone."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from rie.pack import load_pack
from rie.pipeline.extract import Extractor
from rie.types import Document, Report
from rie.values import PartialDate


@cache
def _extractor() -> Extractor:
    return Extractor(load_pack("business"))


def _reports(text: str) -> Iterator[Report]:
    document = Document("d", text, "", published_at=PartialDate(2021, 6, 1))
    return (report for extraction in _extractor()([document]) for report in extraction.reports)


def _rows(text: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(report.values.get(column) for column in columns) for report in _reports(text)]


@pytest.mark.parametrize("text", [
    "In 2015, Hooli moved to Boston; it has now agreed to buy Initech for $300m.",
    "Hooli sold Initech, a mill built in 1950, to Globex for $4m.", "Hooli has agreed to acquire Initech, whose founder died in 2016.",
    "Since opening in 2018, Hooli has served 40 clients and it now raised $9m in seed funding."])
def test_years_of_other_things_date_no_news(text: str) -> None:
    assert [(day.isoformat(),) for (day,) in _rows(text, "announced_on")] == [("2021-06-01",)]


def test_a_fee_for_ending_a_merger_ends_none() -> None:
    fee = "Initech must pay $90m if it terminates the merger agreement to accept a better offer."
    assert _rows(f"Hooli has agreed to acquire Initech for $30 a share. {fee}", "status", "price_per_share") == [("agreed", 30)]


def test_what_is_bought_behind_a_sale_is_not_sold() -> None:
    assert ("Hooli", "Globex") not in _rows("Hooli sold Initech for $3m and acquired Globex for $4m.", "seller", "target")


def test_a_range_of_guidance_has_two_ends_and_a_raised_forecast_one_value() -> None:
    guided = _rows("Hooli guided for revenue from $44 million to $46 million in the second quarter.", "basis", "value")
    assert guided == [("guidance_low", 44_000_000), ("guidance_high", 46_000_000)]
    raised = _rows("Hooli raised its forecast of revenue for 2021 from $44 million to $46 million.", "value")
    assert set(raised) == {(46_000_000,)}


@pytest.mark.parametrize("text", [
    "- Hooli, Boston: $22 million order from Acme Airlines\n- Vandelay: $3 million order from Poe Corp",
    "Company | Parent | Value\nHooli | Globex | $40m", "Name | Type | Amount\nJane Roe | Bonus | $400,000",
    "Company | Type | Size\nHooli | Private | $40m"])
def test_lists_and_tables_of_other_things_tell_no_event(text: str) -> None:
    assert not list(_reports(text))


def test_a_row_of_a_deal_is_no_round() -> None:
    assert [report.table for report in _reports("Buyer | Business | Value | Seller\nHooli | Initech | $40m | Globex")] == ["acquisition"]


def test_the_unit_of_a_header_holds_for_deals() -> None:
    text = "Buyer | Target | Value ($m)\nHooli | Initech | 40\nAcme | Roe and Co | 30"
    assert _rows(text, "acquirer", "target", "price") == [("Hooli", "Initech", 40_000_000), ("Acme", "Roe and Co", 30_000_000)]


def test_each_of_two_people_has_a_post() -> None:
    text = "Hooli appointed Jane Roe as Treasurer and John Doe as Secretary."
    assert _rows(text, "person", "role") == [("Jane Roe", "Treasurer"), ("John Doe", "Secretary")]


@pytest.mark.parametrize(("text", "posts"), [
    ("Jane Roe resigned from Hooli in May. She was treasurer at Initech before she joined.", []),
    ("Jane Roe replaces John Doe, who was president of Globex, as chairman of Hooli.", ["chairman", "chairman"]),
    ("Jane Roe offered to resign as chairman of Hooli in May.", [])])
def test_posts_held_elsewhere_are_not_left_and_offers_are_no_changes(text: str, posts: list[str]) -> None:
    assert [role for (role,) in _rows(text, "role")] == posts


def test_many_adverbs_take_no_time() -> None:
    assert not list(_reports("Hooli" + ", also" * 60 + " in 2019," * 60 + " took over at the mill, purchased."))


@pytest.mark.parametrize(("text", "parties"), [
    ("Paperfox, the app that prints postcards, has been snapped up by Minneapolis stationery maker Quillmark.", ("Quillmark", "Paperfox")),
    ("Initech was bought last year by rival Globex for $4m.", ("Globex", "Initech"))])
def test_who_stands_behind_by_has_bought(text: str, parties: tuple[str, str]) -> None:
    assert _rows(text, "acquirer", "target") == [parties]


def test_what_a_table_tells_is_not_told_again_by_the_text_below() -> None:
    table = ("Company | Round | Amount | Backers\nGridwhistle | Series A | £9.5m | Copperfield Ventures (lead)\n"
             "Kvist A/S | Series B | €27m | -")
    below = "A thin week. Kvist takes the largest sum. Gridwhistle, the smallest team, sells fault detectors."
    found = [(report.values["company"], len(report.children["funding_investor"])) for report in _reports(f"{table}\n\n{below}")]
    assert found == [("Gridwhistle", 1), ("Kvist A/S", 0)]


@pytest.mark.parametrize(("text", "tables"), [
    ("Ironpine has closed its C$67.5-million acquisition of J.T. Haugen & Sons.", ["acquisition"]),
    ("Merrion Lane Ventures has held the final close of its third fund. Merrion Lane's second fund closed in 2014 at $130 million.", [])])
def test_what_else_is_closed_is_no_round(text: str, tables: list[str]) -> None:
    assert [report.table for report in _reports(text)] == tables


def test_votes_are_no_stake() -> None:
    text = "Shareholders of Prairie Seed voted 94 per cent in favour of its sale to R&L Farms at $3.85 a share."
    assert [stake for (stake,) in _rows(text, "stake_percent")] == [None]
