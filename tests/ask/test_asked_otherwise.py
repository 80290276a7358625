"""Questions that are put otherwise than the grammar has them: each gives what its plain form gives."""

import pytest

from rie.ask import ask

SAME = {
    "leaving out anything rumoured, denied or terminated, how many acquisitions were announced in 2018?": "number of acquisitions in 2018",
    "How many takeovers were there in 2018? Ignore denied, rumoured and terminated deals.": "number of acquisitions in 2018",
    "Count the 2018 acquisitions, not including any that were rumoured, denied or broken off.": "number of acquisitions in 2018",
    "Which companies has Oakrune bought? Skip those that were called off.": "Which companies has Oakrune bought?",
    "Considering only Series A rounds in 2016, what's the average size?": "What is the average size of Series A rounds in 2016?",
    "Looking only at seed rounds in 2017, how much was raised?": "How much was raised in seed rounds in 2017?",
    "Among Series B rounds of 2017, which was the biggest?": "What was the largest Series B round of 2017?",
    "If we only look at debt rounds, how many were there?": "How many debt rounds were there?",
    "According to the data, who left Corvane?": "Who left Corvane?",
    "Executives who left Corvane, as per the press releases": "Executives who left Corvane",
    "What did Oakrune pay, as far as we know, for Fernleaf Labs?": "What did Oakrune pay for Fernleaf Labs?",
    "I'm writing a piece on Oakrune. Which companies has it bought?": "Which companies has Oakrune bought?",
    "A question about Tessaro Robotics: who led its Series A?": "Who led Tessaro Robotics' Series A?",
    "I'm preparing a chart of the three largest rounds of 2017. The companies, please.": "companies of the three largest rounds of 2017",
    "I need the three largest rounds of 2017. Company names, biggest first.": "the three largest rounds of 2017",
    "How much did each of Brindlewick's rounds bring in?": "What types of rounds did Brindlewick raise and for how much?",
    "For each round of Brindlewick, how much was raised?": "What types of rounds did Brindlewick raise and for how much?",
    "Whose takeover of Osgood Steel fell through?": "Which company's takeover of Osgood Steel was called off?",
    "Who bought the Meridale unit?": "Who bought a unit from Meridale?",
    "What did each of Oakrune's acquisitions cost?": "Oakrune's acquisitions with prices",
    "List Oakrune's acquisitions with their prices.": "Oakrune's acquisitions with prices",
    "Which companies did Oakrune buy and what did it pay for each?": "Which companies did Oakrune buy and for how much?",
    "What do Brindlewick's three rounds come to together?": "How much has Brindlewick raised in total?",
    "How much did Oakrune pay for its two acquisitions altogether?": "How much has Oakrune paid in total for acquisitions?",
    "Oakrune's combined outlay on its two acquisitions": "How much has Oakrune paid in total for acquisitions?",
    "Brindlewick series b month": "In which month was Brindlewick's Series B announced?",
    "What month of which year is given for Brindlewick's Series B?": "In which month was Brindlewick's Series B announced?",
    "Oakrune / Fernleaf Labs, month of announcement": "In which month did Oakrune buy Fernleaf Labs?",
    "Seed as a percentage of all rounds in 2016, by count?": "What share of rounds in 2016 were seed?",
    "Seed's share of all 2016 rounds": "What share of rounds in 2016 were seed?",
    "Oakrune made more acquisitions than Kitewell. How many more?": "How many more acquisitions did Oakrune make than Kitewell?",
    "Did Oakrune make more acquisitions than Kitewell? By how many?": "How many more acquisitions did Oakrune make than Kitewell?",
    "In 2016 Series A took in more money than seed. What is the difference?": "How much more money did Series A raise in 2016 than seed?",
    "How many rounds fell between $5 million and $10 million, both limits included?": "How many rounds were between $5m and $10m?",
    "names of all that got 18 million on the dot in 2017": "who raised exactly 18 million in 2017",
    "Takeover stories that were denied: who was the supposed target?": "Targets of denied acquisitions",
    "Which companies announced a new CFO or finance director in 2018?": "Which companies appointed a CFO in 2018?",
    "what % of hoshizora is kurosawa denki taking": "What stake in Hoshizora did Kurosawa Denki buy?",
    "How many directors have been appointed to company boards in all?": "How many board appointments are there?",
    "series a 2017 who": "Which companies raised a Series A in 2017?",
    "Most active acquirer of 2017/18?": "Most active acquirer in 2017 and 2018 together?",
    "Total amont of rounds in 2017": "Total amount of rounds in 2017",
    "Acquisitions of 2018 with a named seller, how many": "number of acquisitions in 2018 with disclosed seller",
    "Rounds without a known round type: count them": "number of rounds with undisclosed round type",
    "Which was the largest round Skyforge Growth has led?": "largest round led by Skyforge Growth",
    "What was the second largest acquisition of 2017?": "the second largest acquisition of 2017",
    "average price of 2018 dollar deals": "average price of acquisitions priced in dollars in 2018",
    "What did Brindlewick raise altogether, loans and equity together?": "What did Brindlewick raise in total excluding grants?",
    "Who reported a negative EPS?": "Who reported a loss per share?",
    "Vantreuil's biggest region in Q1 2017": "Which Vantreuil segment had the highest revenue in Q1 2017?",
    "Who invested in Brindlewick's Series B besides Northmoor Partners?": "Brindlewick's Series B investors besides Northmoor Partners",
    "Penhaligon revenue 2016 converted to dollars": "Penhaligon revenue 2016 in dollars",
    "Fernleaf Labs, 2018: for what price did it go to Oakrune?": "How much did Oakrune pay for Fernleaf Labs in 2018?",
    "Ratio of Series A to seed rounds in 2016": "ratio of number of Series A rounds in 2016 to number of seed rounds in 2016",
    "Which buyers appear more than once in 2018?": "Which buyers made more than one acquisition in 2018?",
    "How much lower was Corvane revenue in Q3 2017 than in the quarter before?": "Corvane revenue Q2 2017 minus Q3 2017",
    "Number of M&A deals reported in May 2018": "Number of acquisitions in May 2018",
    "Which series was Brindlewick's raise of 2017, and don't bother with anything else.": "Which series was Brindlewick's raise of 2017?",
    "By how many did seed rounds fall between 2014 and 2015?": "How many fewer seed rounds were there in 2015 than in 2014?",
    "What percentage of the 2016 funding rounds were Series A?": "What share of rounds in 2016 were Series A?",
    "Brindlewick's total funding in millions": "Brindlewick's total funding",
}


@pytest.mark.parametrize(("question", "plain"), SAME.items(), ids=SAME)
def test_a_question_gives_what_its_plain_form_gives(question, plain, whole, pack):
    found, expected = (ask(text, whole, pack, today="2019-01-15") for text in (question, plain))
    assert expected.status == "answered"
    assert (found.status, [[*row.values()] for row in found.rows]) == ("answered", [[*row.values()] for row in expected.rows])


@pytest.mark.parametrize(
    "question",
    [
        "I'm writing about Larkspur Seed Fund's seed investments. How many did it make?",
        "I'm looking into the takeovers of 2018. Who bought Fernleaf Labs?",
        "Looking only at rounds with a female founder, how much was raised?",
        "According to the auditor, who left Corvane?",
        "How many acquisitions were there in 2018? Ignore the hostile ones.",
        "How much did Brindlewick raise over its four rounds?",
        "Average number of rounds per month in 2016",
        "Revenue of Corvane in 2016/17",
        "Vantreuil's biggest region by headcount in Q1 2017",
        "Acquisitions of 2018 with a named adviser, how many",
        "How much did each of Brindlewick's investors put in?",
        "Month of Oakrune's foundation",
        "Seed investors' share of Brindlewick",
        "Seed as a percentage of all funding in 2016, by count?",
    ],
)
def test_what_may_be_a_condition_is_not_left_out(question, whole, pack):
    assert ask(question, whole, pack, today="2019-01-15").status == "refused"


TOGETHER = {
    "difference between what Whitsand paid for the pet food business and what Oakrune paid for Fernleaf Labs": 118_000_000,
    "Whitsand's price for the pet food business against Oakrune's for Fernleaf Labs: difference in dollars?": 118_000_000,
    "How much more did Whitsand pay for the pet food business than Oakrune for Fernleaf Labs?": 118_000_000,
    "What Oakrune paid for Fernleaf Labs plus what Whitsand paid for the pet food business": 146_000_000,
    "combined price of oakrune/fernleaf labs and whitsand/pet food business": 146_000_000,
    "Difference between the largest and the second largest round of 2017": 38_000_000,
    "What proportion of the 2018 acquisitions had a disclosed price?": 92.307692,
    "Average number of rounds per company": 1.638889,
    "How much larger was the largest round of 2017 than the largest of 2016?": 21_000_000,
    "What is the gap between the upper and the lower end of Corvane's 2018 revenue guidance?": 20_000_000,
    "How wide was Corvane's 2018 revenue guidance range?": 20_000_000,
    "Brindlewick's Series B and Tessaro Robotics' Series A together": 29_800_000,
    "How much bigger was Brindlewick's Series B than Tessaro Robotics' Series A?": 6_200_000,
}


@pytest.mark.parametrize(("question", "number"), TOGETHER.items(), ids=TOGETHER)
def test_two_numbers_that_are_told_apart_are_put_together(question, number, whole, pack):
    found = ask(question, whole, pack, today="2019-01-15")
    assert found.status == "answered"
    assert [*found.rows[0].values()][-1] == number


FOLLOWING = {
    ("Which was the largest round of 2017?", "Which one was second?"): "the second largest round of 2017",
    (
        "Show the number of rounds by month for 2016.",
        "Which month was the busiest by that measure?",
    ): "Which month of 2016 had the most rounds?",
    ("Who was appointed at Oakrune?", "Only those announced in 2018"): "Who was appointed at Oakrune in 2018?",
    ("Total raised in 2017 by quarter", "just Q2 please"): "Total raised in Q2 2017 by quarter",
    ("How many rounds were there in 2016?", "and in July?"): "How many rounds were there in July 2016?",
    ("How many rounds were there in 2016?", "And seed rounds in that same year?"): "How many seed rounds were there in 2016?",
}


@pytest.mark.parametrize(("questions", "plain"), FOLLOWING.items(), ids=[last for _, last in FOLLOWING])
def test_a_question_goes_on_from_the_one_before(questions, plain, whole, pack):
    found = ask(questions[-1], whole, pack, after=questions[:-1], today="2019-01-15")
    expected = ask(plain, whole, pack, today="2019-01-15")
    assert expected.status == "answered"
    assert (found.status, [[*row.values()] for row in found.rows]) == ("answered", [[*row.values()] for row in expected.rows])


def test_a_follow_up_that_adds_to_the_one_before_is_not_answered_with_a_part(whole, pack):
    assert ask("And together with the Series A?", whole, pack, after=("How big was Brindlewick's Series B?",)).status == "refused"


def test_a_question_before_is_of_the_facts_that_there_are(whole, pack):
    answer = ask("Who was the buyer?", whole, pack, after=("What was the largest deal on 1 August 2017?",), today="2019-01-15")
    assert next(iter(answer.rows[0].values())) == "Whitsand Capital"
