"""Portions of one sum, sums told as ranges, and investors named in short: one round each."""

import pytest

from tests.pipeline.read_texts import read, reports

NAMES = {"Initech": "COMPANY", "Acme Ventures": "COMPANY", "Globex Bank": "COMPANY", "raised": "FUNDING", "fronted": "FUNDING",
         "lends": "FUNDING", "wants": "FUNDING", "equity and debt": "ROUND", "preferred stock": "ROUND", "loan": "ROUND"}
RAISED = [("raised", "company", "Initech"), ("raised", "amount", "$12 million")]
LENDS = [("lends", "company", "Initech"), ("lends", "round", "loan"), ("lends", "investor", "Globex Bank")]


@pytest.mark.parametrize(("text", "links"), [
    ("Initech raised $12 million in equity and debt. Acme Ventures fronted it. Globex Bank lends part of it, a loan.",
     [("raised", "round", "equity and debt"), ("fronted", "lead", "Acme Ventures"), ("fronted", "company", "Initech")]),
    ("Initech raised $12 million: $7 million of preferred stock. Acme Ventures fronted it. Globex Bank lends the other $5 million, a loan.",
     [("raised", "round", "preferred stock"), ("fronted", "lead", "Acme Ventures"), ("fronted", "company", "Initech")])])
def test_portions_of_one_sum_are_one_round(text: str, links: list[tuple[str, str, str]]) -> None:
    [found] = reports(text, [*RAISED, *links, *LENDS], names=NAMES)
    assert (found.values["amount"], found.values["round_type"]) == (12_000_000, "unknown")
    assert {row["investor"]: row["is_lead"] for row in found.children["funding_investor"]} == {"Acme Ventures": True, "Globex Bank": False}


def test_a_loan_besides_a_round_is_another() -> None:
    text = "Initech raised $12 million of preferred stock. Globex Bank lends it money besides, a loan."
    found = read(text, [*RAISED, ("raised", "round", "preferred stock"), *LENDS], names=NAMES)
    assert [row["round_type"] for row in found] == ["equity", "debt"]


def test_up_to_a_sum_is_the_range_that_ends_with_it() -> None:
    links = [("raised", "company", "Initech"), ("raised", "amount", "between $25m and $30m"), ("wants", "company", "Initech"),
             ("wants", "amount", "$30m")]
    [found] = read("Initech wants $30m by May. Initech raised between $25m and $30m by now.", links, names=NAMES)
    assert (found["amount"], found["amount_high"]) == (25_000_000, 30_000_000)


@pytest.mark.parametrize(("words", "investors"), [
    ("Acme Ventures, for which Acme gets a seat", ["Acme Ventures"]), ("Acme Ventures and Acme", ["Acme Ventures", "Acme"])])
def test_an_investor_that_is_named_again_in_short_is_one(words: str, investors: list[str]) -> None:
    links = [*RAISED, ("raised", "investor", "Acme Ventures"), ("raised", "investor", "Acme")]
    [found] = reports(f"Initech raised $12 million from {words}.", links, names=NAMES)
    assert [row["investor"] for row in found.children["funding_investor"]] == investors


@pytest.mark.parametrize("words", ["The pre-money is $70 million.", "Its valuation is about $70 million."])
def test_a_sentence_of_its_own_tells_what_the_company_is_worth(words: str) -> None:
    [found] = read(f"Initech raised $12 million. {words}", RAISED, names=NAMES)
    assert found["valuation"] == 70_000_000


def test_a_sentence_of_its_own_tells_who_will_lead() -> None:
    text = "Initech raised $12 million. Lead on the deal will be Helsinki's Acme Ventures, its chief says."
    [found] = reports(text, RAISED, names=NAMES)
    assert [row["investor"] for row in found.children["funding_investor"] if row["is_lead"]] == ["Acme Ventures"]


def test_gross_proceeds_are_the_sum_of_a_round() -> None:
    text = "Initech raised new money by issuing 6,200,000 units for gross proceeds of $1,550,000."
    [found] = read(text, [("raised", "company", "Initech")], names=NAMES)
    assert found["amount"] == 1_550_000


@pytest.mark.parametrize(("text", "sums"), [
    ("Initech raised $12 million. The package is $7 million of preferred stock and a $5 million loan.", [12_000_000]),
    ("Initech raised $5 million in a loan, after $7 million of preferred stock; it has $12 million.", [5_000_000, 7_000_000]),
    ("Initech raised $5 million in a loan and $8 million of preferred stock. It wants $12 million.", [5_000_000])])
def test_a_portion_of_a_sum_told_near_tells_the_sum(text: str, sums: list[int]) -> None:
    links = [("raised", "company", "Initech"), ("raised", "amount", "$5 million")]
    assert [row["amount"] for row in read(text, links, names=NAMES)] == sums
