"""Questions that go round what they ask, and what their asker says of himself beside them: each gives what its plain form gives."""

import pytest

from rie.ask import ask

ASIDES = {
    "I'm reconciling a segment note: how much revenue came from coatings at Pemberly Chemical in Q4 2015?":
        "Pemberly Chemical coatings revenue Q4 2015",
    "I'm filling in the listings calendar and miss one date: the day of Vyreline's IPO.": "When was Vyreline's IPO announced?",
    "who borrowed from Mercer Isle Bank, I do the credit overview": "Who raised debt from Mercer Isle Bank?",
    "Corvane's revenue in Q3 2017? I have two different numbers in my notes.": "Corvane revenue Q3 2017",
    "My professor and I were arguing over coffee: who led Oakrune's Series C?": "Who led Oakrune's Series C?",
    "For a trivia night: which company raised the most in 2017?": "Which company raised the most in 2017?",
    "Settle an argument: did Oakrune or Tallyhive raise more?": "Did Oakrune or Tallyhive raise more?",
    "As background for a client call: who are Oakrune's investors?": "Who are Oakrune's investors?",
    "Purely out of interest, which round was the biggest of 2018?": "Which round was the biggest of 2018?",
    "I've lost track. How many rounds has Brindlewick done?": "How many rounds has Brindlewick done?",
    "Double-checking a footnote \u2013 when did Corvane buy Kestrelworks?": "When did Corvane buy Kestrelworks?",
    "My notes are a mess: what was Vyreline's IPO date?": "What was Vyreline's IPO date?",
    "To complete my table I still lack Brindlewick's Series B amount.": "Brindlewick's Series B amount",
    "What I'd like to find out is how many deals Corvane made.": "How many deals did Corvane make?",
    "The thing I can't find is the price of Carewell Clinics.": "the price of Carewell Clinics",
    "New topic. Who is the CFO of Oakrune?": "Who is the CFO of Oakrune?",
    "Small question from the newsroom, when was the Coxwell bid announced?": "When was the Coxwell bid announced?",
    "Bear with me, what was Tallyhive's first round?": "What was Tallyhive's first round?",
    "our editor keeps asking me: how much did Oakrune raise in 2017?": "How much did Oakrune raise in 2017?",
    "I'm teaching a class on takeovers. What did Corvane pay for dk7?": "What did Corvane pay for dk7?",
    "I keep mixing the numbers up, so how much has Tallyhive raised?": "How much has Tallyhive raised?",
    "what did corvane pay for dk7, my boss wants to know": "What did Corvane pay for dk7?",
    "anyone remember who led tallyhive's series A": "Who led Tallyhive's Series A?",
    "Three firms got grants I think, can you name them": "Which three firms got grants?",
    "Right, next item: I want to see how many acquisitions were completed in each year.": "completed acquisitions by year",
    "What precentage of the rounds in 2016 were seed rounds?": "What share of rounds in 2016 were seed rounds?",
    "series A raisers that also made an acquistion": "companies that raised a Series A and also made an acquisition",
}  # fmt: skip
WAYS_ROUND = {
    "In how many rounds was Skyforge Growth the lead?": "How many rounds did Skyforge Growth lead?",
    "whose place did Saoirse Halloran take at Vyreline": "Whom did Saoirse Halloran replace at Vyreline?",
    "number of rounds for each: Larkspur Seed Fund, Harbor Lantern, Three Herons":
        "compare number of rounds: Larkspur Seed Fund, Harbor Lantern, Three Herons",
    "Oakrune, Tallyhive and Brindlewick: total raised by each": "compare total raised: Oakrune, Tallyhive and Brindlewick",
    "the year-ago figure for Corvane's adjusted EBITDA, i.e. Q4 2016": "Corvane's adjusted EBITDA Q4 2016",
    "Corvane's adjusted EBITDA in Q4 2016, i.e. the prior-year figure it compares against": "Corvane's adjusted EBITDA Q4 2016",
    "Rank the five largest completed acquisitions for me, biggest first, targets only.": "targets of the 5 largest completed acquisitions",
    "completed 2018 acquisitions order by price desc limit 3": "top 3 completed acquisitions in 2018 by price",
    "select price where buyer = Aruna Retail and target = Zapkhana, INR not dollars": "price paid by Aruna Retail for Zapkhana in rupees",
    "Which of the companies Corvane acquired had raised money before?": "Which companies had raised funding before being bought by Corvane",
    "Old Quay Ventures and Rheinufer Ventures keep turning up in the same deals. Which companies have both of them as investors?":
        "Which companies have both Old Quay Ventures and Rheinufer Ventures as investors?",
    "Cobalt Orchard and Oakrune each raised a Series B. Which one was larger?": "Did Cobalt Orchard or Oakrune raise more in its Series B?",
    "Over the whole data set, how many funding rounds were bigger than $20 million?": "How many rounds of more than $20 million?",
    "If I take all the Series A rounds of 2016, where does the median lie?": "median of Series A rounds of 2016",
    "How big is an average Series B, counting both 2016 and 2017?": "average Series B in 2016 plus 2017",
    "Leaving grants aside, what did companies raise between them in 2016?": "How much was raised in 2016 excluding grants?",
    "Anybody in there who took angel money? Names please.": "Who raised angel money?",
    "who was first to raise a Series B?": "Which company raised the first Series B?",
    "Show seed deals above 1 million dollars, which startups were these?": "Which startups had seed deals above 1 million dollars?",
    "Of all the deals in 2018, which ones are still pending?": "Which deals in 2018 are still pending?",
    "Out of the 2018 deals, how many had a disclosed price?": "How many of the 2018 deals had a disclosed price?",
    "Who are the backers that Oakrune and Tallyhive share?": "investors in both Oakrune and Tallyhive",
    "The date on which Mintbarrow last raised money?": "When did Mintbarrow last raise money?",
    "Which companies did Corvane pick up in 2015 and 2016?": "What did Corvane buy in 2015 and 2016?",
    "what price did Corvane put on dk7": "How much did Corvane pay for dk7?",
    "What consensus EPS did analysts have for Sablewood Hotels in Q1 2018?": "Sablewood Hotels consensus EPS Q1 2018",
    "2018 acquisitions with a price from $20m to $60m (both ends included)": "2018 acquisitions with a price between $20m and $60m",
    "Between Oakrune and Brindlewick, which has had more rounds?": "Which company had more rounds, Oakrune or Brindlewick?",
    "Which acquisition was announced last in 2018?": "the latest acquisition in 2018",
    "Who was the seller when Corvane took the payroll software business?": "Who sold the payroll software business to Corvane?",
    "Bluecrane's Q2 2017 revenue: how did it compare to Q3 2017?": "compare Bluecrane's Q2 2017 revenue with Q3 2017",
    "Did Corvane turn a profit in Q3 2017?": "Did Corvane make a profit in Q3 2017?",
    "Which companies went from seed to Series A?": "Which companies raised both a seed and a Series A?",
    "How many rounds has Larkspur shared with Juniper Row?": "How many rounds did both Larkspur and Juniper Row invest in?",
    "List everyone who has led a Series A, with how often.": "number of Series A rounds by lead investor",
    "companies with no funding round after 2016": "companies that raised before 2017 but not after 2016",
    "Which rounds closed on or after 1 December 2017?": "Which rounds closed since 1 December 2017?",
    "When did Larkspur first invest in Oakrune?": "When did Larkspur invest in Oakrune for the first time?",
    "what is abigail trench's last day": "When did Abigail Trench leave?",
    "Purchases by Corvane: which was the cheapest?": "the cheapest acquisition by Corvane",
    "Compare Corvane's Q3 2017 revenue and net income": "Corvane's Q3 2017 revenue and net income",
    "Corvane's revenue for the first three quarters of 2017 together": "Corvane's total revenue for the first three quarters of 2017",
    "Number of rounds in each 2016 quarter": "number of rounds by quarter in 2016",
    "hi, need oakrune's total funding pls": "How much has Oakrune raised in total?",
    "could u tell me who led oakrune's series c": "Who led Oakrune's Series C?",
    "What was Oakrune's funding, all rounds together?": "How much has Oakrune raised in total?",
    "What has Corvane acquired, and when?": "acquisitions by Corvane",
    "what did each round type raise in 2016, biggest first": "total raised by round type in 2016, biggest first",
    "2018 takeovers over $30m: target, buyer and price": "2018 takeovers over $30m",
    "Oakrune: all rounds with dates and amounts": "Oakrune: all rounds",
    "list all CFO departures since 2017 along with dates": "list all CFO departures since 2017",
    "When did Lakehurst announce that it would buy First Tamarack Bank?": "When did Lakehurst buy First Tamarack Bank?",
    "On what date did news break that Lakehurst would take over First Tamarack Bank?": "When did Lakehurst buy First Tamarack Bank?",
    "growth of seed funding from 2015 to 2016 in percent": "by how many percent did total seed funding rise from 2015 to 2016",
    "share of Series A money in total 2016 funding": "What share of funding in 2016 was Series A?",
    "How did Corvane's revenue develop from Q2 2017 to Q3 2017?": "compare Corvane's revenue in Q2 2017 with Q3 2017",
    "Corvane revenue Q3 2017 vs a year earlier": "Corvane revenue Q3 2017 vs Q3 2016",
    "What's the biggest seed round ever recorded here?": "the largest seed round",
    "For every acquirer with two or more deals in 2016 and 2017, give me the deal count.":
        "acquirers with at least two acquisitions, number of acquisitions by acquirer from 2016 to 2017",
}  # fmt: skip


@pytest.mark.parametrize(("question", "plain"), (ASIDES | WAYS_ROUND).items(), ids=ASIDES | WAYS_ROUND)
def test_a_way_round_gives_what_its_plain_form_gives(question, plain, whole, pack):
    found, expected = (ask(text, whole, pack, today="2019-01-15") for text in (question, plain))
    assert expected.status == "answered"
    assert (found.status, [[*row.values()] for row in found.rows]) == ("answered", [[*row.values()] for row in expected.rows])


@pytest.mark.parametrize(
    "question",
    [
        "I'm following fintech: how much was raised in 2016?",
        "Fintech: how much was raised in 2016?",
        "For the fintech chart: how much was raised in 2016?",
        "Female founders: how many rounds in 2017?",
        "In the office sector, how much was raised in 2016?",
        "I only care about seed rounds: how much did Oakrune raise?",
        "We don't count IPOs, how much did Vyreline raise?",
        "If we only take seed rounds, how much was raised in 2016?",
        "who founded oakrune and when",
        "First-time funding rounds in 2018",
        "companies looking for funding in 2018",
        "Oakrune 2017 rounds together",
    ],
)
def test_what_may_be_a_condition_is_kept(question, whole, pack):
    assert ask(question, whole, pack, today="2019-01-15").status == "refused"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who took part in Vyreline's Series B without leading it?", ["Harbor Lantern Ventures"]),
        ("Besides the lead, who else came into Tessaro's Series A?", ["Ironvale Ventures", "Three Herons Ventures"]),
        ("Which investors participated in Oakrune's Series C but weren't leading it?", ["Juniper Row Ventures", "Skyforge Growth"]),
        ("non-lead investors in Oakrune's Series B", ["Juniper Row Ventures"]),
        ("How many investors besides the lead joined Oakrune's Series C?", [2]),
    ],
)
def test_who_led_is_left_out(question, names, whole, pack):
    rows = ask(question, whole, pack, today="2019-01-15").rows
    assert [row.get("investor", row.get("count")) for row in rows] == names


@pytest.mark.parametrize(
    ("question", "status"),
    [("Have Larkspur and Juniper Row invested together?", "answered"), ("Has Larkspur ever invested together with Skyforge?", "no_data")],
)
def test_together_is_in_the_same_round(question, status, whole, pack):
    assert ask(question, whole, pack, today="2019-01-15").status == status


def test_a_short_name_that_two_names_begin_with_is_asked_back(whole, pack):
    assert ask("Who bought Kestrel?", whole, pack).status == "ambiguous"


@pytest.mark.parametrize(
    ("before", "question", "plain"),
    [
        ("Marlowe & Finch EPS for Q3 2016", "how much was it a year earlier", "Marlowe & Finch EPS Q3 2015"),
        ("When did Oakrune raise its Series B?", "When did the Series C follow?", "When did Oakrune raise its Series C?"),
    ],
)
def test_what_follows_is_of_the_same(before, question, plain, whole, pack):
    found = ask(question, whole, pack, after=(before,), today="2019-01-15")
    assert found.rows == ask(plain, whole, pack, today="2019-01-15").rows != []
