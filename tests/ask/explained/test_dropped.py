"""Questions whose words say more than any form that the grammar makes of them: refused, never answered in part."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize(("question", "why"), [
    ("who raised in 2016 and then got bought", "a condition of another kind of facts"),
    ("How many rounds has each of the Boston companies done?", "a number for each"),
    ("who's raised seed and also series a", "both, not one of two"),
    ("Oakrune financings headed by Skyforge, %", "a share"),
    ("single-investor rounds", "how many investors there are"),
    ("companies with seed and series a", "both, not one of two"),
    ("Oakrune's overall fundraising - is it over $50M?", "yes or no, and of the total"),
    ("which companies raised in 2016 and 2017", "in both years or in one of them"),
    ("is the grantley mills buy by penhaligon done?", "a state"),
    ("Top 3 takeover targets by number of suitors", "a number of buyers"),
    ("Which Series A rounds had a lead investor who has also led a seed round?", "rounds of leads, not of companies"),
    ("acquisitions under $20M with a disclosed non-compete", "a clause of contracts"),
    ("which companies have raised a Series B and made an acquisition with the proceeds?", "what money was used for"),
    ("companies based in Chicago that are hiring", "open jobs"),
    ("number of executive departures per year among people over 60", "an age"),
    ("did Oakrune raise its prices", "prices of products"),
    ("Northmoor Partners led what share of its rounds?", "of its own rounds"),
    ("Oakrune's Series C as a share of its total funding", "of money, not of rounds"),
    ("Rounds with Northmoor as lead and Copperfield as investor", "a role of each"),
    ("Which company had the bigger round, Oakrune or Tallyhive?", "single rounds, not their sum"),
    ("rank investors by number of rounds and name the top 2 companies", "of other names than are ranked"),
    ("investors by number of cities", "a number of each"),
    ("worst rounds in 2016", "by no measure"),
    ("To whom does the chief operating officer of Oakrune report?", "a line of reporting"),
])
def test_a_question_is_not_answered_in_part(question, why, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused", why


def test_what_is_asked_politely_is_no_question_whether(reader, pack):
    polite, plain = (ask(question, reader, pack) for question in ("can i get oakrunes funding split by year?", "Oakrune funding by year"))
    assert polite.rows == plain.rows


def test_a_total_that_is_asked_about_is_no_single_round(reader, pack):
    total = ask("Has Brindlewick raised more than $20 million in total?", reader, pack)  # in rounds of at most $18 million
    single = ask("Has Brindlewick raised more than $20 million in one round?", reader, pack)
    assert (total.status, single.status) == ("answered", "no_data")


def test_both_rounds_are_of_the_company_that_is_named(reader, pack):
    its = ask("Who joined both Brindlewick's Series A and its Series B?", reader, pack)
    assert "Brindlewick, type Series B" in its.interpretation
