"""One number of the facts that come first: what the largest of them add up to, their average, their share of all."""

import pytest

from rie.ask import ask


def rows(question, reader, pack):
    found = ask(question, reader, pack, today="2019-01-15")
    assert found.status == "answered", question
    return [list(row.values())[-1] for row in found.rows]


@pytest.mark.parametrize(
    ("question", "listed", "many"),
    [
        ("What do the four largest rounds of 2017 add up to?", "top 4 rounds of 2017", 4),
        ("Combined size of the three biggest Series A rounds", "top 3 Series A rounds", 3),
        ("How much did the six largest rounds raise together?", "top 6 rounds", 6),
        ("top 5 acquisitions of 2017: what is the sum", "top 5 acquisitions of 2017", 5),
        ("How much did the three largest takeovers cost altogether?", "top 3 takeovers", 3),
        ("smallest three rounds of 2016, sum", "the three smallest rounds of 2016", 3),
    ],
)
def test_the_largest_add_up(question, listed, many, reader, pack):
    assert rows(question, reader, pack) == [pytest.approx(sum(rows(listed, reader, pack)[:many]))]


def test_the_largest_have_an_average_and_a_share(reader, pack):
    listed = rows("top 4 rounds of 2017", reader, pack)[:4]
    whole = rows("How much was raised in 2017 in total?", reader, pack)[0]
    assert rows("Average size of the four largest rounds of 2017", reader, pack) == [pytest.approx(sum(listed) / 4)]
    assert rows("What share of 2017 funding went to the four largest rounds?", reader, pack) == [
        pytest.approx(100 * sum(listed) / whole, abs=1e-4)
    ]


@pytest.mark.parametrize("question", ["top 5 rounds of 2017 by total amount", "What were the five largest rounds overall?"])
def test_a_list_stays_a_list(question, reader, pack):
    assert len(rows(question, reader, pack)) >= 5


def test_prices_of_two_deals_add_up(reader, pack):
    found = ask("What do the rounds of Oakrune and Kestrelworks add up to?", reader, pack, today="2019-01-15")
    assert found.row_count == 1


def test_the_first_of_a_list_is_found_in_a_follow_up(reader, pack):
    found = ask("Which of these came first?", reader, pack, after=("List the acquisitions of 2017.",), today="2019-01-15")
    listed = ask("List the acquisitions of 2017.", reader, pack, today="2019-01-15")
    assert found.rows[0]["announced_on"] == min(row["announced_on"] for row in listed.rows)


@pytest.mark.parametrize(
    "question", ["Who acquired Kestrelworks? The amount.", "When did Oakrune raise its Series A? The amount only."]
)
def test_a_last_sentence_that_asks_for_something_else_is_not_left_out(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"


def test_two_rounds_told_first_add_up(reader, pack):
    (many,) = rows("How many rounds did Oakrune raise?", reader, pack)
    told = rows(f"Oakrune raised {many} times. Combined, how much is that?", reader, pack)
    assert told == rows("How much in total did Oakrune raise?", reader, pack)


@pytest.mark.parametrize(
    "question",
    [
        "Oakrune raised 9 times, how much altogether?", "Oakrune had at least 3 rounds in 2015. How much combined?",
        "Oakrune raised 12 times in 2016. Combined, how much is that?", "Who invested in 2 rounds of Oakrune in total?",
    ],
)  # fmt: skip
def test_a_number_of_rounds_that_is_not_on_record_is_not_left_out(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"
