"""Currencies as conditions: what facts are stated in, and what companies report in."""

import pytest

from rie.ask import ask


def told(question, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    return answer.status, answer.interpretation, [next(iter(row.values())) for row in answer.rows]


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("How many Series A rounds were struck in dollars?", "currency USD"),
        ("What was the median size of the seed rounds that were closed in US dollars?", "currency USD"),
        ("Total of the deals paid in euros", "currency EUR"),
        ("Largest round made in euros", "currency EUR"),
        ("Which Series A rounds were not raised in dollars?", "currency not USD, amount raised disclosed"),
        ("list the acquisitions settled in euros", "currency EUR"),
    ],
)
def test_facts_are_stated_in_a_currency(question, condition, reader, pack):
    status, interpretation, _ = told(question, reader, pack)
    assert status == "answered"
    assert condition in interpretation


def test_a_sum_of_rounds_of_one_currency_is_told_in_it(reader, pack):
    answer = ask("Total of the deals paid in euros", reader, pack)
    assert answer.columns[-1]["name"] == "price"


@pytest.mark.parametrize(
    "question",
    ["Who reports in euros?", "Which companies publish their figures in euros?", "companies with results in euros",
     "firms whose results are stated in euros"],
)  # fmt: skip
def test_companies_report_in_a_currency(question, reader, pack):
    assert told(question, reader, pack)[2] == told("companies reporting in euro", reader, pack)[2]
    assert 0 < len(told(question, reader, pack)[2]) < len(told("Which companies reported results?", reader, pack)[2])


def test_several_currencies_and_others_than_one(reader, pack):
    both = {*told("Who reports in euros?", reader, pack)[2], *told("Who reports in yen?", reader, pack)[2]}
    assert {*told("Which companies report in yen or in euros?", reader, pack)[2]} == both
    assert both <= {*told("Which companies do not report in dollars?", reader, pack)[2]}
    assert "unit currency" in told("Which companies do not report in dollars?", reader, pack)[1]


@pytest.mark.parametrize("question", ["Revenue of Stahlbrück in dollars or euros in Q3 2018?", "Which companies report margins in kroner?"])
def test_what_a_currency_says_nothing_of_is_refused(question, reader, pack):
    assert told(question, reader, pack)[0] == "refused"
