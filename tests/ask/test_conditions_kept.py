"""What a question says besides is kept or refused: last sentences that are conditions, what stands between commas, sizes, amounts."""

import pytest

from rie.ask import ask


def told(question, reader, pack, after=()):
    return ask(question, reader, pack, after=after, today="2019-01-15")


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("Which companies raised in 2017? In the US.", "in US"),
        ("Which companies raised in 2017? No US firms.", None),
        ("Who led Oakrune's Series B? Just US firms.", None),
        ("How many rounds were there in 2016? In the US only.", None),
        ("Which companies raised in 2017 - US only", None),
        ("Which rounds were raised in 2017? US dollars only.", None),
        ("Which companies raised in 2017? In US dollars.", "USD"),
        ("Which companies raised in 2017? A million or more.", "at least $1.0 million"),
        ("Which companies raised in 2017? More than one.", None),
        ("Which companies raised in 2017? Only a single round.", None),
        ("Which companies raised more than 5 mln. in the US?", "in US"),
    ],
)
def test_a_last_sentence_that_is_a_condition_is_kept(question, condition, reader, pack):
    answer = told(question, reader, pack)
    assert answer.status == "refused" if condition is None else condition in answer.interpretation


@pytest.mark.parametrize(
    "last",
    ["Company names are enough.", "Names of the companies only.", "No details needed.", "Just the names, nothing else", "Firm names."],
)
def test_a_last_sentence_about_form_says_nothing(last, reader, pack):
    assert told(f"Which companies raised in 2017? {last}", reader, pack).rows == told("Which companies raised in 2017?", reader, pack).rows


@pytest.mark.parametrize("last", ["In US dollars.", "To the nearest million.", "In million dollars please."])
def test_how_a_sum_is_written_says_nothing(last, reader, pack):
    wanted = told("How much did Oakrune raise in 2017?", reader, pack).rows
    assert told(f"How much did Oakrune raise in 2017? {last}", reader, pack).rows == wanted != []


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("What was the revenue of Corvane, the cloud business, in 2017?", None),
        ("How many rounds did Oakrune, the Boston start-up, raise in 2018?", "in Boston"),
        ("How many rounds did Oakrune, a start-up from Boston, raise in 2018?", None),
        ("Who invested in Oakrune, a seed-stage fintech company, in 2016?", None),
        ("How much did Oakrune, the US company, raise in 2017?", "in US"),
        ("How much did Oakrune, the software company, raise in 2017?", "raised by Oakrune"),
    ],
)
def test_what_stands_between_commas_is_cut_only_where_it_says_nothing(question, condition, reader, pack):
    answer = told(question, reader, pack)
    assert condition in answer.interpretation if condition else answer.status == "refused" or "Boston" in answer.interpretation


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("Which companies raised 20 million dollar rounds?", "exactly $20 million"),
        ("Which companies raised 20-million-dollar rounds?", "exactly $20 million"),
        ("Which companies raised two million dollar rounds?", "exactly $2.0 million"),
        ("Which companies raised million-dollar rounds in 2017?", "at least $1.0 million"),
        ("Which companies got past Series A?", "Series B"),
        ("Which companies went past a Series A in 2017?", "Series B"),
        ("Which rounds raised in euros were over 5.2 million?", "over \u20ac5.2 million"),
        ("Which rounds raised in euros were over 5200000?", "over \u20ac5.2 million"),
        ("Which rounds raised in euros were over $5.2 million?", "over $5.2 million"),
    ],
)
def test_sizes_and_amounts_are_read_as_told(question, condition, reader, pack):
    assert condition in told(question, reader, pack).interpretation


@pytest.mark.parametrize(
    "question",
    [
        "Which past Series A rounds did Oakrune have?",
        "Which rounds not raised in dollars were over 5 million?",
        "deals in sterling over 2 million",
        "Which rounds were over 5.2 million in euros?",
        "Corvane's adjusted margin for 2017, i.e. net income over revenue",
        "Corvane's European margin for 2017, i.e. net income over revenue",
        "the cloud margin of Corvane in 2017, that is net income over revenue",
    ],
)
def test_what_is_not_clear_is_refused(question, reader, pack):
    assert told(question, reader, pack).status == "refused"


@pytest.mark.parametrize(
    ("after", "question"),
    [
        ("When did Northmoor Partners last lead a round?", "When was the one before?"),
        ("When was the last seed round led by Larkspur Seed Fund?", "When was the one before?"),
        ("When was Oakrune's last Series B round?", "When was the one before?"),
        ("Who bought dk7?", "When was the one before?"),
    ],
)
def test_the_one_before_keeps_its_conditions_or_is_refused(after, question, reader, pack):
    assert told(question, reader, pack, (after,)).status == "refused"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("How many startups raised a seed that year?", "How many startups raised a seed in 2016?"),
        ("How many companies raised that year?", "How many companies raised in 2016?"),
        ("Which companies raised a Series A that year?", "Which companies raised a Series A in 2016?"),
        ("How many acquisitions were there that year?", "How many acquisitions were there in 2016?"),
        ("How many investors took part that year?", "How many investors took part in Oakrune's rounds in 2016?"),
        ("Who invested that year?", "Who invested in Oakrune in 2016?"),
    ],
)
def test_that_year_of_all_companies_or_of_one(question, plain, reader, pack):
    answer = told(question, reader, pack, ("How much did Oakrune raise in 2016?",))
    assert answer.rows == told(plain, reader, pack).rows != []


@pytest.mark.parametrize("question", [
    "How many Series B rounds have closed?", "How many Series B rounds that closed are there?",
    "How many Series B rounds, closed rounds only?"])
def test_rounds_that_closed_are_no_rounds_that_were_announced(question, reader, pack):
    assert "status closed" in ask(question, reader, pack, today="2019-01-15").interpretation
