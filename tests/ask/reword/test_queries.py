"""Questions typed like a query of a database are put in words, clause by clause; natural ones are left alone."""

import pytest

from rie.ask.reword.queries import in_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("acquirer, sum(price)", "total price by acquirer"),
        ("count(distinct investor) 2016", "number of different investors 2016"),
        ("avg amount group by round_type", "avg amount by round type"),
        ("select * from 2015 rounds order by amount desc", "list 2015 rounds sorted by amount descending"),
        ("select acquisitions order by price desc limit 5", "top 5 acquisitions by price"),
        ("investors order by count(rounds) asc limit 3", "bottom 3 investors by number of rounds"),
        ("exec changes order by date desc limit 3", "the 3 latest exec changes"),
        ("cities having count(rounds) > 2", "cities with more than 2 rounds"),
        ("companies count(rounds) = 2", "companies with exactly 2 rounds"),
        ("target kind = asset", "asset acquisitions"),
        ("status = terminated, deals", "terminated deals"),
        ("avg(price) where status completed", "average price of completed acquisitions"),
        ("acquirer country = germany", "acquisitions with acquirer in germany"),
        ("targets where country <> US", "targets not in US"),
        ("acquisitions currency = EUR", "acquisitions priced in EUR"),
        ("rounds where year >= 2016", "rounds since 2016"),
        ("investors whose number of rounds is above three", "investors with more than three rounds"),
        ("select investor, count(*) from rounds", "number of rounds by investor"),
        ("deals where status = agreed and year = 2018", "agreed deals in 2018"),
        ("rounds where currency = EUR and year = 2018", "rounds priced in EUR in 2018"),
        ("rounds where amount > 10 million where city = Boston", "rounds in Boston with amount > 10 million"),
        ("deals where status = agreed whose price > 100 million", "agreed deals with price > 100 million"),
        ("company, sum(amount) where round type = seed and city = Boston", "total amount of seed funding rounds in Boston by company"),
        ("count(distinct acquirer) where status = completed", "number of different acquirers of completed acquisitions"),
    ],
)
def test_a_query_is_put_in_words(question, words, pack):
    assert in_words(question, pack) == words


@pytest.mark.parametrize(
    "question",
    [
        "How many rounds did Acme (the old one) raise?", "put the companies in order by sales", "Which rounds were larger than $5m?",
        "Who led Oakrune's Series A and Series B?", "rounds > $10m",
        "SELECT * FROM funding_round", "rounds where year != 2017", "companies where count(rounds) <> 2", "rounds limit 5",
        "select acquirer, target from deals limit 5", "min(amount), company from rounds", "year, sum(price), max(price)",
        "status = completed",
    ],
)  # fmt: skip
def test_other_questions_are_left_alone(question, pack):
    assert in_words(question, pack) == question


@pytest.mark.parametrize(
    "question", ["select company from funding_round; drop table company", "price = 1); select 1 --", "((((", "limit 5", "where"]
)
def test_what_is_no_query_is_not_lost(question, pack):
    assert in_words(question, pack)
