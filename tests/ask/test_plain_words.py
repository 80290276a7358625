"""Questions in ordinary words against the plain question that they mean, and what they must not be taken for."""

import pytest

from rie.ask import ask


def told(question, reader, pack, after=()):
    return ask(question, reader, pack, after=after, today="2019-01-15")


def same(question, plain, reader, pack):
    answer = told(question, reader, pack)
    assert answer.status == "answered", answer.answer
    assert answer.rows == told(plain, reader, pack).rows != []


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How many companies raised both a seed round and a Series A?", 9),
        ("How many companies raised a Series A and a Series B?", 7),
        ("How many companies raised a Series A in 2016 and a Series B in 2018?", 2),
        ("How many firms closed their Series A in 2016 and their Series B in 2018?", 2),
        ("How many startups raised a Series A in 2016 and went on to raise a Series B in 2018?", 2),
        ("How many companies raised in both 2016 and 2017?", 3),
        ("How many companies raised in 2016 and again in 2017?", 3),
    ],
)
def test_two_conditions_on_the_same_companies_are_counted(question, wanted, whole, pack):
    (row,) = told(question, whole, pack).rows
    assert list(row.values()) == [wanted]


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Companies that raised a Series A, then a Series B", "Which companies raised both a Series A and a Series B?"),
        ("Companies that in 2018 raised a round and hired a CFO", "Which companies raised a round in 2018 and hired a CFO in 2018?"),
        ("Who had a seed round followed by a Series A?", "Which companies raised both a seed round and a Series A?"),
        ("Which companies raised in 2016 as well as in 2017?", "Which companies raised in 2016 and again in 2017?"),
        ("Companies whose Series A was in 2016 and whose Series B was in 2018",
         "Which companies raised a Series A in 2016 and a Series B in 2018?"),
        ("Which companies raised a seed or a Series A in 2016?", "Which companies raised seed or Series A rounds in 2016?"),
    ],
)  # fmt: skip
def test_both_are_conditions_in_other_words_too(question, plain, whole, pack):
    same(question, plain, whole, pack)


@pytest.mark.parametrize(
    "question",
    ["How many Series A rounds were there in 2016 and Series B rounds in 2017?", "How many rounds were there in 2016 in Boston and in "
     "2017 in London?"],
)  # fmt: skip
def test_each_of_a_time_of_its_own_is_not_all_of_both_times(question, whole, pack):
    assert told(question, whole, pack).status == "refused"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("What has Cobalt Orchard raised altogether, from its seed to its Series B?", "How much in total did Cobalt Orchard raise from "
         "seed to Series B?"),
        ("What did Cobalt Orchard raise from the seed round through the Series A?", "How much in total did Cobalt Orchard raise from "
         "seed to Series A?"),
        ("How many rounds did Cobalt Orchard have from its seed until its Series B?", "How many rounds did Cobalt Orchard do from seed "
         "to Series B?"),
        ("How much did Cobalt Orchard raise up to its Series B?", "How much did Cobalt Orchard raise up to and including the Series B?"),
        ("Corvane's average revenue over the four quarters of 2017", "What was Corvane's average revenue per quarter in 2017?"),
        ("On average, how much revenue did Corvane make a quarter in 2017?", "What was Corvane's average revenue per quarter in 2017?"),
    ],
)  # fmt: skip
def test_ranges_and_averages_are_one_number(question, plain, whole, pack):
    same(question, plain, whole, pack)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Writing about Cobalt Orchard. Who led the Series A?", "Who led Cobalt Orchard's Series A?"),
        ("For a profile of Cobalt Orchard: how big was the seed?", "How big was Cobalt Orchard's seed?"),
        ("For the risk committee: total debt raised in 2017", "Total debt raised in 2017"),
        ("For the newsroom, please: how many rounds were there in 2017?", "How many rounds were there in 2017?"),
        ("Which company has the most rounds in here", "Which company has the most rounds?"),
        ("What was the difference, in dollars, between Cobalt Orchard's Series B and its seed?",
         "What was the difference between Cobalt Orchard's Series B and its seed?"),
        ("How large was the stake Everholt took in Quaymark?", "What percentage of Quaymark did Everholt acquire?"),
        ("How many more rounds were there in March 2017 than in the same month a year earlier?",
         "How many more rounds were there in March 2017 than in March 2016?"),
        ("How much higher was Lakehurst's Q2 2017 net income than in the same quarter a year earlier?",
         "How much higher was Lakehurst's Q2 2017 net income than in Q2 2016?"),
        ("How many rounds did Three Herons Ventures invest in, no matter who led?", "How many rounds did Three Herons Ventures invest in?"),
        ("Which rounds did Northmoor Partners join in any capacity?", "Which rounds did Northmoor Partners join?"),
        ("The biggest seed of 2017 went to which company?", "Which company raised the biggest seed of 2017?"),
        ("Which letter did the April 2018 round of Cobalt Orchard carry?", "What type was the April 2018 round of Cobalt Orchard?"),
        ("What was the dearer buy, Otterbay Foods or Fernleaf Labs?", "Which takeover was pricier, Otterbay Foods or Fernleaf Labs?"),
        ("Acquisitions per year, 2016 against 2017", "Number of acquisitions in 2016 and 2017 by year"),
        ("Cobalt Orchard got a Series B in spring 2018; how many dollars was it?", "How much did Cobalt Orchard raise in its Series B?"),
        ("What were Inkpen's sales in the fiscal Q3 2017?", "What were Inkpen's sales in Q3 2017?"),
        ("When did Cobalt Orchard raise 16 million?", "When did Cobalt Orchard raise $16 million?"),
        ("Cobalt Orchard landed 16 million at some point. Which month and year?", "In which month did Cobalt Orchard raise $16 million?"),
        ("How many rounds of at least 10 but below 20 million were there?", "How many rounds of at least $10m but below $20m were there?"),
        ("Rounds of over 10 million and under 20 million in 2018", "Rounds of over $10m but under $20m in 2018"),
        ("Who bought the businesses that Meridale got rid of?", "Who bought businesses from Meridale?"),
        ("What units has Meridale shed?", "What has Meridale sold?"),
        ("Which people joined boards in 2018?", "Which people joined a board in 2018?"),
        ("On whose boards does Beatrix Holm sit?", "Which companies have Beatrix Holm on their board?"),
        ("How many permanent CFO appointments were there in 2018?", "How many non-interim CFO appointments were there in 2018?"),
        ("How many acquisitions were completed in 2018, including stakes and assets?", "How many acquisitions were completed in 2018?"),
        ("Which investors led a seed and a Series A?", "Which investors led both a seed and a Series A?"),
    ],
)  # fmt: skip
def test_everyday_words_say_what_the_plain_ones_do(question, plain, whole, pack):
    same(question, plain, whole, pack)


@pytest.mark.parametrize(
    "question",
    [
        "How many rounds were there in autumn 2017?",
        "Which companies raised a Series A in the spring of 2017?",
        "Investors of Oakrune's seed and Series A",
        "Which companies took debt and equity?",
        "What was Inkpen's revenue in spring 2017?",
        "How many rounds were there in fiscal Q3 2017?",
        "How many female directors joined company boards in 2018?",
        "Who was made permanent CEO in 2018?",
        "How many acquisitions were there in 2018, excluding stakes and assets?",
        "Which company has 5 million users?",
        "Which companies raised a seed, a Series A and a Series B?",
        "I'm covering Cobalt Orchard and Oakrune. How big was the Series A?",
        "For the Boston office: how many rounds in 2017?",
        "How much more did Lakehurst earn in Q2 2017 than in the same quarter two years earlier?",
        "Which rounds not raised in dollars were over 5 million?",
    ],
)
def test_what_the_data_does_not_tell_is_refused(question, whole, pack):
    assert told(question, whole, pack).status == "refused"


@pytest.mark.parametrize(
    ("after", "question", "plain"),
    [
        ("Who invested in the Hearthmoor seed round?", "Which of them led it?", "Who led the Hearthmoor seed round?"),
        ("How many rounds were announced in October 2016?", "same month one year on?", "How many rounds were announced in October 2017?"),
    ],
)
def test_a_question_that_goes_on_in_everyday_words(after, question, plain, whole, pack):
    assert told(question, whole, pack, (after,)).rows == told(plain, whole, pack).rows != []
