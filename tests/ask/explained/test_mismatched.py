"""Senses that words do not have in a question, sides that the data tells, and answers of another kind than is asked for."""

import pytest

from rie.ask import ask

TODAY = "2019-01-15"


def said(question, reader, pack):
    return ask(question, reader, pack, today=TODAY)


@pytest.mark.parametrize(("question", "why"), [
    ("Who holds the stake in Hoshizora that changed hands?", "a name, not a percentage"),
    ("Has Corvane any buyers? Who?", "names, not how many"),
    ("Has Tallyhive named a COO, and when did it raise money?", "two questions"),
    ("Brindlewick # departed", "a number, not names"),
    ("How many Danish kroner did Nordhavn Marine pay for Fjällström?", "an amount, not a number of facts"),
    ("Tallyhive raised less than Oakrune, by what amount?", "a difference"),
    ("number of departures by post", "of each post"),
    ("2016 acquisitions by price", "ranked, not added up"),
    ("which cities raised what in 2017", "a sum of each"),
    ("seller, total price", "of each seller"),
    ("Investors with more than one lead", "of another kind than they are"),
    ("Compared with 2016, the 2017 round count was down by what?", "a difference"),
    ("Did Kestrelworks find a buyer, and what did it fetch?", "two questions"),
    ("2017 rounds above $10m in total, companies", "names"),
    ("best-funded startups by number of startups", "each is one"),
    ("brindlewick A investors", "the letter of a round"),
    ("What went into As in 2016?", "the letter of a round"),
    ("startups that made acquisitions and were bought", "two conditions"),
    ("Which deals involved a seller?", "whether there is one"),
    ("Which companies raised in every year?", "in each of them"),
    ("Which investor joined all of Brindlewick's rounds?", "in each of them"),
    ("Who put money into every single Brindlewick round?", "in each of them"),
    ("acquirer of Osgood Steel where the takeover fell through", "a name, not a place"),
    ("Backers of Oakrune's seed and Series A", "of both or of one"),
    ("announced financings", "a status or all"),
    ("Firms whose rounds together stay under $5m", "of all together"),
    ("who does the most bridge rounds", "who raises or who invests"),
    ("Whose companies were acquired?", "to whom they belong"),
    ("In British currency, what did Mintbarrow get?", "an amount"),
    ("Which company has the most backers?", "how many names"),
    ("Has Tallyhive or Oakrune more backers?", "how many names"),
    ("acquisitions by city of the buyer", "the seat of another side"),
    ("Which acquisitions were stakes?", "a kind of facts"),
    ("Which Texas startups are about to raise a Series B?", "the future"),
    ("Which firms are looking for a new CFO?", "open posts"),
    ("who got dk7", "no appointment"),
    ("who's got the most Texas companies", "no appointment"),
    ("How often has Oakrune gone out for cash?", "no departures"),
    ("Which CFOs appointed in 2017 were over 50?", "an age"),
    ("departures mar 16", "a day or a month"),
    ("Lakehurst Bancorp and Corvane together: what net income in 2016?", "a sum of both"),
    ("the combined list of deals by Corvane and Bluecrane Health", "facts, not their sum"),
])
def test_an_answer_of_another_kind_is_not_given(question, why, reader, pack):
    assert said(question, reader, pack).status not in ("answered", "no_data"), why


@pytest.mark.parametrize(("wording", "plain"), [
    ("Which rounds has Northmoor Partners led to date?", "Which rounds did Northmoor Partners lead?"),
    ("which deals is Corvane behind so far, as a buyer", "deals by Corvane as a buyer"),
    ("How much money has gone to Boston startups?", "How much did Boston companies raise?"),
    ("What did Texas raise in 2016?", "How much did Texas companies raise in 2016?"),
    ("What is the median round of Larkspur Seed Fund?", "Median size of rounds in which Larkspur Seed Fund took part"),
    ("the first round of Northmoor Partners", "Northmoor Partners' first investment"),
    ("Skyforge Growth, number of companies backed", "How many companies did Skyforge Growth back?"),
    ("Corvane, count of firms acquired", "How many companies did Corvane acquire?"),
    ("Seattle startup backers", "Who backed Seattle companies?"),
    ("Which rounds had Northmoor Partners leading?", "Which rounds did Northmoor Partners lead?"),
    ("northmoor lead count", "How many rounds did Northmoor Partners lead?"),
    ("Which German companies were acquirers?", "Which German companies made acquisitions?"),
    ("acquirers with their seat in Texas", "Which Texas companies made acquisitions?"),
    ("Which buyers are not from the US?", "acquirers outside the US"),
    ("buyers of Everholt Capital disposals", "Who bought from Everholt Capital?"),
    ("total raised by the Northmoor portfolio", "How much have companies backed by Northmoor Partners raised?"),
    ("How much did the interest in Hoshizora cost Kurosawa Denki?", "How much did Kurosawa Denki pay for Hoshizora?"),
    ("If debt is left out, how much did companies raise in 2018?", "Total raised in 2018 excluding debt"),
    ("What did buyers from Germany purchase?", "What did German companies buy?"),
    ("UK buyers' acquisitions", "acquisitions by UK companies"),
    ("Corvane's revenue in the first quarters of 2017 and 2018", "Corvane's revenue in Q1 2017 and Q1 2018"),
    ("what did dk7 fetch", "How much was paid for dk7?"),
    ("What did the stake in Hoshizora cost?", "How much was paid for Hoshizora?"),
    ("Which Boston rounds had a lead other than Northmoor?", "Boston rounds not led by Northmoor Partners"),
    ("total rounds of Tidewell Capital by year", "number of rounds of Tidewell Capital by year"),
    ("Which takeover had the top price for one share?", "Which acquisition had the highest price per share?"),
    ("What was Oakrune worth in its Series C?", "What was Oakrune's valuation in its Series C?"),
    ("How much did Ardentia Learning borrow?", "How much debt did Ardentia Learning raise?"),
    ("How many rounds were led by two or more investors?", "How many rounds had at least two lead investors?"),
    ("Whose cash went into Tallyhive's seed round?", "Who invested in Tallyhive's seed round?"),
    ("what companies who's funding startups in Boston", "Who funded Boston companies?"),
    ("corvane 2018 sales outlook", "Corvane's revenue guidance for 2018"),
    ("Corvane's mean revenue per quarter in 2017", "Corvane's average quarterly revenue in 2017"),
    ("Henrike Vossberg succeeded whom as CFO of Stahlbrück?", "Who was CFO of Stahlbrück before Henrike Vossberg?"),
    ("Whose successor is Henrike Vossberg as CFO of Stahlbrück?", "Who was CFO of Stahlbrück before Henrike Vossberg?"),
    ("Please pick the companies with net income above $20 million in Q2 2017", "companies with net income above $20 million in Q2 2017"),
    ("Which rounds are announced but not yet closed?", "rounds with status announced"),
])
def test_a_word_has_the_sense_that_it_has_here(wording, plain, reader, pack):
    found, expected = said(wording, reader, pack), said(plain, reader, pack)
    assert expected.status == "answered"
    assert (found.status, [*map(dict, found.rows)]) == (expected.status, [*map(dict, expected.rows)])


def test_whether_and_who_is_one_question(reader, pack):
    assert said("Has Tallyhive named a COO, and who is it?", reader, pack).rows[0]["person"] == "Casimir Doyle"
