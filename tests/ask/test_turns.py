"""Remarks beside a question and other turns of phrase against the plain question that they mean, and what they must not be taken for."""

import pytest

from tests.ask.test_plain_words import same, told


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("How many CEO appointments were there in 2018, acting ones counted too?", "How many CEO appointments were there in 2018?"),
        ("Total raised by US companies in 2018, including grants and debt", "Total raised by US companies in 2018"),
        ("Who became interim CEO, no matter where?", "Who became interim CEO?"),
        ("How many rounds of any type were announced in 2017?", "How many rounds were announced in 2017?"),
        ("Between them, how many acquisitions did Corvane and Oakrune make?", "How many acquisitions did Corvane and Oakrune make?"),
        ("Cobalt Orchard funding 2018: what was the figure?", "Cobalt Orchard funding 2018"),
        ("Three biggest seed rounds, ranked", "Three biggest seed rounds"),
        ("Corvane's revenue over 2017 as a whole", "Corvane's revenue in 2017"),
        ("Which companies has Transdelta bid for, whatever the outcome?", "Which companies has Transdelta bid for?"),
    ],
)
def test_a_remark_holds_no_condition(question, plain, whole, pack):
    same(question, plain, whole, pack)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("For how many acquisitions of 2018 was no price given?", "How many acquisitions of 2018 had an undisclosed price?"),
        ("How many stakes were bought in 2018?", "How many acquisitions with disclosed stake were there in 2018?"),
        ("Size of the stake that Everholt agreed to buy in Quaymark", "What percentage of Quaymark did Everholt acquire?"),
        ("How much a share did Lakehurst Bancorp offer for First Tamarack Bank?",
         "What was the price per share in Lakehurst Bancorp's offer for First Tamarack Bank?"),
        ("What was Fernleaf Labs worth when Oakrune took it over?", "How much did Oakrune pay for Fernleaf Labs?"),
        ("Which company took over the packaging unit of Meridale?", "Who bought the packaging division from Meridale?"),
        ("From which bank did Halcyon Grid get its loan?", "Who provided Halcyon Grid's debt financing?"),
        ("Which targets stayed independent after the deal collapsed", "Targets of terminated takeovers"),
        ("Buyers whose deals are signed but not yet closed", "Acquirers of agreed deals"),
        ("Managers whom Oakrune recruited in 2018", "Executives appointed by Oakrune in 2018"),
        ("As what did Imogen Vail join Old Quay Ventures?", "What role did Imogen Vail get at Old Quay Ventures?"),
        ("Onto which boards was Beatrix Holm elected?", "Which companies have Beatrix Holm on their board?"),
        ("Year of Oakrune's seed", "In which year was Oakrune's seed?"),
        ("When (month and year) did Oakrune close its seed round?", "In which month did Oakrune close its seed round?"),
        ("What kind of round was it that Cobalt Orchard announced at the start of 2018?",
         "What type was Cobalt Orchard's round in April 2018?"),
    ],
)  # fmt: skip
def test_other_turns_of_phrase_mean_the_same(question, plain, whole, pack):
    same(question, plain, whole, pack)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Callowhill's two segments: which was smaller in Q2 2016?", "Which segment of Callowhill had the lowest revenue in Q2 2016?"),
        ("The larger of Oakrune's two acquisitions", "Oakrune's largest acquisition"),
        ("Buyers with two or more deals, and how many deals each did", "Number of deals per acquirer with at least two deals"),
        ("Companies with more than two rounds and their totals", "Total raised per company with more than two rounds"),
        ("Who was appointed CEO in 2016 or 2017?", "Who was appointed CEO from 2016 to 2017?"),
        ("I need just the number: seed rounds in 2016", "How many seed rounds were there in 2016?"),
        ("How much did Corvane and Oakrune spend on acquisitions between them?", "How much in total did Corvane and Oakrune spend on "
         "acquisitions?"),
        ("2016 rounds: how many seed, how many Series A?", "Number of seed and Series A rounds in 2016 by type"),
        ("Ostrander's Q3 revenue, 2017 against 2016: growth in percent?", "Ostrander's revenue growth from Q3 2016 to Q3 2017 in percent"),
        ("On average, were seed or Series A rounds larger in 2016?",
         "Which round type had the highest average amount raised in 2016, seed or Series A?"),
        ("One of the firms Marlowe & Finch bought raised an angel round - which one?",
         "Which firms bought by Marlowe & Finch raised an angel round?"),
        ("Somebody raised a Series C of $60 million. Who was it?", "Who raised a Series C of $60 million?"),
        ("Which companies raised a seed round in 2015 and followed it up with a Series A in 2016?",
         "Which companies raised a seed round in 2015 and a Series A in 2016?"),
        ("Which startups got a seed prior to being bought?", "Which companies raised a seed and were later acquired?"),
        ("Series A money that flowed to American companies in 2016, altogether", "Total Series A funding of American companies in 2016"),
        ("Tell me how much the companies from Boston have raised in total", "How much have the companies from Boston raised in total?"),
        ("Which companies raised a seed round in 2015 or 2016?", "Which companies raised a seed round from 2015 to 2016?"),
        ("How many companies raised a seed round in 2015 or 2016?", "How many companies raised a seed round from 2015 to 2016?"),
        ("Corvane's operating margin in 2017", "Corvane's operating income as a percentage of revenue in 2017"),
    ],
)  # fmt: skip
def test_what_is_weighed_is_put_together(question, plain, whole, pack):
    same(question, plain, whole, pack)


@pytest.mark.parametrize(
    "question",
    [
        "How big was Skyforge's cheque in the Tessaro Series B?",
        "The part of the Tessaro Series B that Skyforge put up",
        "How many minority stakes were bought in 2018?",
        "Total raised by US companies in 2018, including rumoured rounds",
        "Which companies has Oakrune bought, whatever the outcome?",
        "Who became interim CEO anywhere in Asia?",
        "Which companies raised in early 2018?",
        "How many of the companies in Boston have more than 50 employees, interim ones included?",
    ],
)
def test_what_no_data_tells_is_refused(question, whole, pack):
    assert told(question, whole, pack).status == "refused"


@pytest.mark.parametrize(
    ("after", "question", "plain"),
    [
        ("How many investments has Tidewell Capital made?", "How many of them did it lead?", "How many rounds did Tidewell Capital lead?"),
        ("Marlowe & Finch gross margin Q2 2017", "and in the same quarter of 2016?", "Marlowe & Finch gross margin Q2 2016"),
        (
            "Who led Tessaro Robotics' Series A?",
            "Who else was in the round?",
            "Who took part in Tessaro Robotics' Series A besides Northmoor?",
        ),
    ],
)
def test_a_question_goes_on_in_such_turns(after, question, plain, whole, pack):
    assert told(question, whole, pack, (after,)).rows == told(plain, whole, pack).rows != []


def test_who_led_is_not_all_that_took_part(whole, pack):
    after = ("How many seed rounds did Northmoor Partners join?",)
    assert told("How many of those did it lead?", whole, pack, after).status == "refused"
