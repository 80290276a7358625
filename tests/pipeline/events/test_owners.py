"""Who owned what changes hands sells it, wherever in the text its owner is told."""

import pytest

from tests.pipeline.read_texts import read
from tests.pipeline.test_takeovers import Links, deals

NAMED = {"Acme": "COMPANY", "Initech": "COMPANY", "Globex": "COMPANY"}
BOUGHT: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "Initech")]


@pytest.mark.parametrize("behind", [
    "Initech was owned by Globex, a fund.", "It was owned by buyout firm Globex.", "Initech had been owned since 1998 by Globex.",
    "Globex has owned Initech since 1998.", "The seller is Globex.", "The vendor was the buyout firm Globex."])
def test_whom_a_later_sentence_calls_the_owner_sells(behind: str) -> None:
    text = f"Acme bought Initech. Initech has two mills. {behind}"
    assert deals(text, BOUGHT, bought="ACQUISITION", **NAMED) == [("Acme", "Initech", "Globex")]


@pytest.mark.parametrize("behind", [
    "Vandelay was owned by Globex.", "Initech was advised by Globex.", "The seller of the paper is Globex.", "Globex has owned Vandelay."])
def test_who_owns_or_does_something_else_sells_nothing(behind: str) -> None:
    text = f"Acme bought Initech. {behind}"
    assert deals(text, BOUGHT, bought="ACQUISITION", Vandelay="COMPANY", **NAMED) == [("Acme", "Initech", None)]


@pytest.mark.parametrize(("words", "seller"), [
    ("a payroll company that was owned by buyout firm Globex", "Globex"), ("a payroll company that rivals Globex", None)])
def test_who_owned_the_company_in_its_description_sells_it(words: str, seller: str | None) -> None:
    links: Links = [("sold", "acquirer", "Acme"), ("sold", "target", "Initech"), ("sold", "seller", "Globex")]
    assert deals(f"Initech, {words}, has been sold to Acme.", links, sold="ACQUISITION", **NAMED) == [("Acme", "Initech", seller)]


def test_a_unit_of_a_company_is_no_reference_and_its_owner_sells_it() -> None:
    links: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "the grinding unit"), ("bought", "target", "Globex")]
    text = "Acme bought the grinding unit of Globex for cash."
    assert deals(text, links, bought="ACQUISITION", **NAMED) == [("Acme", "grinding unit", "Globex")]


def test_whom_its_means_gives_up_its_subsidiary() -> None:
    links: Links = [("gone", "target", "Globex"), ("gone", "target", "Initech"), ("gone", "acquirer", "Acme")]
    text = "Globex of Leeds is out of Hull: its small tool subsidiary there, Initech, has gone to Acme."
    assert deals(text, links, gone="ACQUISITION", **NAMED) == [("Acme", "Initech", "Globex")]


def test_who_bought_a_company_before_sells_it_now() -> None:
    text = "Acme will buy Initech. The seller, Globex, bought Initech in 1999 from Vandelay."
    links: Links = [("buy", "acquirer", "Acme"), ("buy", "target", "Initech"), ("buy", "seller", "Globex"),
                    ("bought", "acquirer", "Globex"), ("bought", "target", "Initech"), ("bought", "seller", "Vandelay"),
                    ("bought", "date", "1999")]  # fmt: skip
    assert deals(text, links, buy="ACQUISITION", bought="ACQUISITION", Vandelay="COMPANY", **NAMED) == [
        ("Acme", "Initech", "Globex"), ("Globex", "Initech", "Vandelay")]


def test_who_becomes_the_owner_buys() -> None:
    links: Links = [("became", "acquirer", "Acme"), ("became", "target", "Initech")]
    text = "Roe found Acme, a Leeds company, which became the owner of Initech in May."
    assert deals(text, links, became="ACQUISITION", **NAMED) == [("Acme", "Initech", None)]


@pytest.mark.parametrize("words", ["It extended the offer to August 31.", "The offer expires on August 31."])
def test_until_when_an_offer_runs_is_not_its_day(words: str) -> None:
    links: Links = [*BOUGHT, ("bought", "date", "August 31")]
    names = {"bought": "ACQUISITION", **NAMED}
    [row] = read(f"Acme bought Initech. {words}", links, names=names, day="1990-08-14", company="")
    assert str(row["announced_on"]) == "1990-08-14"
