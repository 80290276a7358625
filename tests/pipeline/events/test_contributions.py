"""What one of several gives to a sum, its other kinds and its aim are no rounds of their own."""

import pytest

from tests.pipeline.read_texts import read, reports

NAMES = {**dict.fromkeys(("Initech", "Acme Ventures", "Globex Bank", "Hooli"), "COMPANY"), "Jane Roe": "PERSON", "Moody": "COMPANY",
         **dict.fromkeys(("raised", "put", "came", "lent", "followed", "closed", "wanted", "bagged"), "FUNDING"),
         "Series B": "ROUND", "Series A": "ROUND", "equity and debt": "ROUND", "loan": "ROUND"}
RAISED = [("raised", "company", "Initech"), ("raised", "amount", "$6 million"), ("raised", "investor", "Globex Bank")]
PUT = [("put", "company", "Initech"), ("put", "amount", "$2 million"), ("put", "investor", "Acme Ventures")]


def test_what_one_investor_puts_up_is_part_of_the_round() -> None:
    [found] = reports("Initech raised $6 million from Globex Bank. Acme Ventures put up $2 million.", [*RAISED, *PUT], names=NAMES)
    assert found.values["amount"] == 6_000_000
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Globex Bank", "Acme Ventures"]


@pytest.mark.parametrize("words", [
    "Earlier Acme Ventures put up $2 million.", "On top of that Acme Ventures put up $2 million.",
    "Acme Ventures put another $2 million into Initech."])
def test_what_is_given_besides_is_a_round(words: str) -> None:
    assert len(read(f"Initech raised $6 million from Globex Bank. {words}", [*RAISED, *PUT], names=NAMES)) == 2


def test_the_rest_of_a_sum_told_before() -> None:
    text = "Initech closed at $6 million. Acme Ventures put in $2 million and Globex Bank the rest."
    [found] = read(text, [*PUT, ("put", "investor", "Globex Bank")], names=NAMES)
    assert found["amount"] == 6_000_000


def test_a_component_is_a_portion() -> None:
    text = "Initech raised $6 million from Globex Bank. The equity component, a $4 million Series B, came from Acme Ventures."
    links = [*RAISED, ("came", "company", "Initech"), ("came", "amount", "$4 million"), ("came", "round", "Series B"),
             ("came", "investor", "Acme Ventures")]
    assert [(row["amount"], row["round_type"]) for row in read(text, links, names=NAMES)] == [(6_000_000, "unknown")]


def test_a_round_is_of_the_kind_beside_its_sum() -> None:
    text = "Initech raised $6 million Series B money from Globex Bank, which wrote the first cheque in the Series A round."
    [found] = read(text, [*RAISED, ("raised", "round", "Series A")], names=NAMES)
    assert found["round_type"] == "series_b"


@pytest.mark.parametrize("aim", ["set out to raise $5 million", "had hoped to raise $5 million", "had a target of $5 million"])
def test_what_a_round_was_to_raise_is_none(aim: str) -> None:
    word = next(word for word in ("set", "hoped", "target") if word in aim)
    links = [(word, "company", "Initech"), (word, "amount", "$5 million"), ("bagged", "company", "Initech"),
             ("bagged", "amount", "$6 million")]
    found = read(f"Initech {aim}. By Friday Initech bagged $6 million.", links, names={**NAMES, word: "FUNDING"})
    assert [row["amount"] for row in found] == [6_000_000]


def test_of_a_partner_and_his_firm_the_firm_invests() -> None:
    links = [("raised", "company", "Initech"), ("raised", "amount", "$6 million"), ("raised", "investor", "Jane Roe"),
             ("raised", "investor", "Acme Ventures")]
    [found] = reports("Initech raised $6 million, and Jane Roe of Acme Ventures joins the board.", links, names=NAMES)
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Acme Ventures"]


def test_a_round_of_a_company_that_is_not_named_again() -> None:
    text = "Initech raised $6 million from Globex Bank. A $2 million round followed in 1994."
    links = [*RAISED, ("followed", "amount", "$2 million"), ("followed", "date", "1994")]
    found = read(text, links, names=NAMES, day="1996-03-11", title="News")
    assert [(row["company"], row["amount"]) for row in found] == [("Initech", 6_000_000), ("Initech", 2_000_000)]


def test_a_guessed_investor_does_not_cost_the_round() -> None:
    links = [("raised", "company", "Initech"), ("raised", "amount", "$6 million")]
    found = reports("Initech raised $6 million. Hooli helped.", links, names=NAMES, weak=[("raised", "investor", "Hooli")])
    assert [row.values["amount"] for row in found] == [6_000_000]


def test_words_of_a_total_are_of_no_sum_of_the_next_sentence() -> None:
    text = "Initech raised $6 million. It has raised $8 million in all. Its Series B, of $2 million, closed in 2004."
    links = [("raised", "company", "Initech"), ("raised", "amount", "$6 million"), ("closed", "company", "Initech"),
             ("closed", "amount", "$2 million"), ("closed", "round", "Series B"), ("closed", "date", "2004")]
    found = read(text, links, names=NAMES, day="2006-03-11", title="News")
    assert [(row["amount"], row["stated_total"]) for row in found] == [(6_000_000, 8_000_000), (2_000_000, None)]
