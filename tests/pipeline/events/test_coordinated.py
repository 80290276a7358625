"""Lists of names, and of two things the one that is named: who invests beside whom, what is bought."""

from dataclasses import replace

import pytest

from rie.pipeline.events.worded import prefer_names
from rie.pipeline.frame import Frame
from tests.pipeline.events.test_frames import Story
from tests.pipeline.read_texts import PACK, read, reports

NAMES = {"Acme": "COMPANY", "Globex": "COMPANY", "Vandelay": "COMPANY", "Initech": "COMPANY", "Jane Roe": "PERSON", "raised": "FUNDING",
         "backed": "FUNDING"}


def backers(text: str, *players: str, trigger: str = "raised") -> list[str]:
    links = [(trigger, "company", "Acme"), (trigger, "amount", "$5 million"), *((trigger, "investor", player) for player in players)]
    [found] = reports(text, links, names=NAMES)
    return [row["investor"] for row in found.children["funding_investor"]]


@pytest.mark.parametrize("words", [
    "Globex, former baker Jane Roe and Initech", "Globex, Jane Roe, and the venture arm of insurer Initech",
    "Globex, along with angel investor Jane Roe, with a bit from the Initech"])
def test_who_is_named_in_one_list_invests_too(words: str) -> None:
    assert backers(f"Acme raised $5 million from {words}.", "Globex") == ["Globex", "Jane Roe", "Initech"]


@pytest.mark.parametrize("words", [
    "Globex, the investment arm of Vandelay", "Globex, which spoke of Vandelay", "Globex, a rival of Vandelay",
    "Globex in Leeds and Vandelay"])
def test_who_is_told_of_otherwise_does_not(words: str) -> None:
    assert backers(f"Acme raised $5 million from {words}.", "Globex") == ["Globex"]


def test_both_are_the_two_before() -> None:
    text = "Globex and angel investor Jane Roe, who {}backed the $5 million round of Acme, are here."
    assert sorted(backers(text.format("both "), "Jane Roe", trigger="backed")) == ["Globex", "Jane Roe"]
    assert backers(text.format(""), "Jane Roe", trigger="backed") == ["Jane Roe"]


@pytest.mark.parametrize(("owner", "first"), [("its", "Initech"), ("the", "carton unit")])
def test_the_name_goes_before_the_thing_that_is_its_buyer_s(owner: str, first: str) -> None:
    text = f"Acme will double {owner} carton unit with the acquisition of Initech."
    story = Story()
    for label, words in (("ASSET", "carton unit"), ("ACQUISITION", "acquisition"), ("COMPANY", "Initech")):
        story.add(label, words)
    items = [replace(item, start=text.index(item.text), end=text.index(item.text) + len(item.text)) for item in story.items]
    frame = Frame("acquisition", 1, roles={"target": [(0, 0.9), (2, 0.9)]}, triggers=[1])
    prefer_names(PACK, [frame], items, text)
    number = frame.first("target")
    assert number is not None
    assert items[number].text == first


@pytest.mark.parametrize(("text", "deals"), [
    ("Acme bought Globex in 2016 and Initech in 2017.", {"Globex": 2016, "Initech": 2017}),
    ("Acme bought rival Globex (2014), Initech (2015) and Vandelay (2017).", {"Globex": 2014, "Initech": 2015, "Vandelay": 2017}),
    ("Acme bought Globex and Initech in 2017.", {"Globex": 2017})])
def test_each_of_a_list_with_a_year_of_its_own_is_a_deal(text: str, deals: dict[str, int]) -> None:
    names = {**dict.fromkeys(("Acme", "Globex", "Initech", "Vandelay"), "COMPANY"), "bought": "ACQUISITION"}
    year = next(iter(str(year) for year in deals.values()))
    links = [("bought", "acquirer", "Acme"), ("bought", "target", "Globex"), ("bought", "date", year)]
    found = read(text, links, names=names, day="2020-05-12", title="News")
    assert {values["target"]: values["announced_on"].year for values in found} == deals
    assert {values["acquirer"] for values in found} == {"Acme"}


@pytest.mark.parametrize(("text", "deals"), [
    ("Acme bought Globex for $3 million and Initech for $4 million.", {"Globex": 3_000_000, "Initech": 4_000_000}),
    ("Acme bought two mills: Globex in Leeds, for $3 million, and Initech in York, for $4 million.",
     {"Globex": 3_000_000, "Initech": 4_000_000}),
    ("Acme bought Globex and Initech for $3 million.", {"Globex": 3_000_000})])
def test_each_of_a_list_with_a_sum_of_its_own_is_a_deal(text: str, deals: dict[str, int]) -> None:
    names = {**dict.fromkeys(("Acme", "Globex", "Initech"), "COMPANY"), "Leeds": "PLACE", "York": "PLACE", "two mills": "ASSET",
             "bought": "ACQUISITION"}
    target = "two mills" if "two mills" in text else "Globex"
    links = [("bought", "acquirer", "Acme"), ("bought", "target", target), ("bought", "price", "$3 million")]
    found = read(text, links, names=names, day="2020-05-12", title="News")
    assert {values["target"]: values["price"] for values in found} == deals
    assert {values["acquirer"] for values in found} == {"Acme"}
