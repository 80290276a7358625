"""Longer constructions are put plainly before they are read, with the same names, periods and numbers."""

import pytest

from rie.ask import ask
from rie.ask.reword.plainer import plainer


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("avg round size, no ipos", "avg round size, excluding ipos"),
        ("How much was raised in 2018 if IPOs and debt are left aside?", "How much was raised in 2018 excluding IPOs and debt?"),
        ("Leaving US companies aside, what was raised?", "excluding US companies, what was raised?"),
        ("companies from neither Britain nor America", "companies from not Britain or America"),
        ("which investor joined more rounds than any other?", "which investor joined the most rounds?"),
        ("Which takeover ranks second by price?", "second largest takeover by price?"),
        ("no. 2 seed round by amount", "the second largest seed round by amount"),
        ("How far apart were sales and net profit?", "what is the difference between sales and net profit?"),
        ("what do the rounds of 2016 add up to?", "what is the total of the rounds of 2016?"),
        ("Split the acquisitions of 2018 by quarter", "show the acquisitions of 2018 by quarter"),
        ("rounds from $5m to $8m", "rounds between $5m and $8m"),
        ("Name every company in Boston", "Name all company in Boston"),
        ("Rank targets by price and list the first three", "top three targets by price"),
        ("takeovers above $100 million, targets only", "list the targets of takeovers above $100 million"),
    ],
)
def test_a_construction_is_put_plainly(question, plain):
    assert plainer(question) == plain


@pytest.mark.parametrize("question", ["more than any one round", "What is the second round of Acme?", "Acme's share of funding in 2017"])
def test_what_only_looks_like_one_stays(question):
    assert plainer(question) == question


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("What percentage of Corvane's 2017 sales was operating income?", 15.132798),
        ("Corvane revenue growth % FY17 vs FY16", 10.386364),
        ("seed rounds 2014 vs 2017, how many fewer?", 3),
        ("what did marlowe and finch pay for Otterbay Foods and Peabody Lane taken together", 40_000_000),
        ("Kurosawa Denki operating profit, year to March 2018, in yen", 27_300_000_000),
    ],
)
def test_numbers_that_were_asked_for_in_many_words(question, last, reader, pack):
    rows = ask(question, reader, pack, today="2019-01-15").rows
    assert [list(row.values())[-1] for row in rows] == [pytest.approx(last)]


@pytest.mark.parametrize(
    "question",
    ["Oakrune accounted for how much?", "what did they buy, London companies only", "How much more revenue did Corvane do in Q4 17 vs q3",
     "Did Oakrune or Brindlewick hire more people in 2017?", "When Brindlewick raised money for the first time, who led?"],
)  # fmt: skip
def test_what_would_be_answered_in_part_is_refused(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"


@pytest.mark.parametrize("question", [
    "Which investors skip seed rounds?", "By how much did revenue drop in 2017?", "deals without a known price",
    "Which companies were made public in 2017?", "How much did No. 2 Capital invest?"])
def test_what_is_no_such_construction_stays(question):
    assert plainer(question) == question
