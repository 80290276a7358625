"""Who buys and what is bought, where the words beside a deal say it."""

import pytest

from tests.pipeline.read_texts import read
from tests.pipeline.test_takeovers import Links, deals

NAMED = {**dict.fromkeys(("Acme", "Initech", "Globex"), "COMPANY"), "cement_division": "ASSET",
         **dict.fromkeys(("bought", "buying", "purchase", "acquired", "acquisition"), "ACQUISITION")}


@pytest.mark.parametrize(("text", "trigger"), [
    ("Acme came to Leeds in 1999 by buying the juice company Initech for $5 million.", "buying"),
    ("Acme is large. It came to Leeds through the 1999 acquisition of Initech.", "acquisition"),
    ("Acme runs 90 pubs, some of which came with Initech, bought for $5 million in 1999.", "bought")])
def test_how_a_company_came_to_something_tells_who_bought_it(text: str, trigger: str) -> None:
    assert deals(text, [(trigger, "target", "Initech")], **NAMED) == [("Acme", "Initech", None)]


@pytest.mark.parametrize("text", [
    "Acme said that rivals had hoped to profit from the acquisition of Initech.", "Acme lends to Initech, bought in bulk by rivals.",
    "Acme competes with Globex. Prices fell by buying Initech."])
def test_who_is_only_told_of_before_a_deal_does_not_buy(text: str) -> None:
    trigger = next(word for word in ("acquisition", "buying", "bought") if word in text)
    assert deals(text, [(trigger, "target", "Initech")], **NAMED) == []


def test_who_speaks_of_our_acquisition_buys() -> None:
    links = [("purchase", "acquirer", "Globex"), ("acquisition", "target", "Initech")]
    text = "Acme told of its apps. Globex came by a purchase. We have this through our recent acquisition of Initech."
    rows = read(text, links, names={name.replace("_", " "): label for name, label in NAMED.items() if name.replace("_", " ") in text},
                company="Acme")
    assert [(row["acquirer"], row["target"]) for row in rows if "acquirer" in row] == [("Acme", "Initech")]


@pytest.mark.parametrize(("words", "target"), [
    ("the purchase of its Dutch rival Initech", "Initech"), ("the purchase of Initech", "Initech"),
    ("the purchase of shares from Initech", None), ("the purchase of Initech's lorries", None)])
def test_what_stands_right_behind_a_purchase_is_bought(words: str, target: str | None) -> None:
    found = deals(f"Acme announced {words} on Tuesday.", [("purchase", "acquirer", "Acme")], **NAMED)
    assert found == ([("Acme", target, None)] if target else [])


def test_a_part_that_a_deal_formed_does_not_change_hands_and_its_owner_buys() -> None:
    links: Links = [("acquired", "target", "cement division"), ("acquired", "target", "Initech")]
    text = "It becomes part of Acme's cement division, which was formed around sand company Initech, acquired in 2013."
    assert deals(text, links, **NAMED) == [("Acme", "Initech", None)]


@pytest.mark.parametrize(("words", "buyer"), [("the trust, which in May bought", "Acme"), ("the trust bought", None)])
def test_the_company_that_does_it_in_a_relative_clause_buys(words: str, buyer: str | None) -> None:
    links: Links = [("bought", "target", "Initech"), ("bought", "seller", "Globex")]
    assert deals(f"Acme grew. It is the second deal for {words} Initech from Globex.", links, **NAMED) == [(buyer, "Initech", "Globex")]


def test_a_property_known_by_a_name_is_what_is_sold() -> None:
    links: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "cement division")]
    assert deals("Acme bought the cement division known as Initech for cash.", links, **NAMED) == [("Acme", "Initech", None)]


@pytest.mark.parametrize(("words", "found"), [
    ("Globex label printer Initech", ("Acme", "Initech", None)), ("Globex unit Initech", ("Acme", "Initech", "Globex"))])
def test_a_name_that_describes_the_next_one_is_not_bought_too(words: str, found: tuple[str, str, str | None]) -> None:
    links: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "Globex"), ("bought", "target", "Initech")]
    assert deals(f"Acme bought {words} for cash.", links, **NAMED) == [found]


def test_things_bought_in_turn_have_their_own_days_and_sellers() -> None:
    links: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "Initech"), ("bought", "target", "cement division"),
                    ("bought", "seller", "Globex")]
    text = "Acme bought Initech in 2014 and, in March 2016, the cement division of Globex."
    assert deals(text, links, **NAMED) == [("Acme", "Initech", None), ("Acme", "cement division", "Globex")]
