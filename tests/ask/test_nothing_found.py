"""Places and companies of a store whose names are ordinary words or letters, and why nothing is found."""

import pytest

from rie.ask import ask
from tests.ask.fact_store import FactStore

SEAT = {"table": "company", "name": "Harbour Holdings", "city": "Purchase", "region": "New York", "country": "United States"}
DEAL = {"table": "acquisition", "acquirer": "Harbour Holdings", "target": "Pell Stores", "target_kind": "company", "status": "completed",
        "announced_on": "2016-03-30", "price": 244000000, "currency": "USD", "reports": ["d-1"]}  # fmt: skip
ROUND = {"table": "funding_round", "company": "M", "round_type": "series_a", "status": "closed", "announced_on": "2016-05-02",
         "amount": 3000000, "currency": "USD", "reports": ["d-2"]}  # fmt: skip


DENIED = DEAL | {"target": "Quern Mills", "status": "denied"}


@pytest.fixture(scope="module")
def store(pack):
    return FactStore([SEAT, DEAL, ROUND, DENIED], pack)


@pytest.mark.parametrize(("question", "value"), [
    ("When was the purchase of Pell Stores announced?", "2016-03-30"), ("How many purchases did Harbour Holdings make in 2016?", 1),
    ("How many acquisitions were made by companies in Purchase?", 1)])
def test_a_word_is_a_place_only_where_it_is_written_as_one(question, value, store, pack):
    found = ask(question, store, pack, today="2019-01-15")
    assert value in found.rows[0].values(), found.interpretation


@pytest.mark.parametrize(("question", "named"), [("How much did M raise?", True), ("How many M&A deals were announced in 2016?", False),
                                                 ("What did m raise in 2016?", False)])
def test_a_letter_is_a_name_only_where_it_stands_alone(question, named, store, pack):
    assert ("raised by M" in ask(question, store, pack, today="2019-01-15").interpretation) is named


def test_a_role_that_is_not_told_is_not_disclosed(store, pack):
    found = ask("Who was the seller of Pell Stores?", store, pack, today="2019-01-15")
    assert (found.status, found.reason) == ("no_data", "undisclosed")
    assert found.answer.startswith("1 acquisition on record, but what is asked for is not disclosed")
    assert ask("Who sold Pell Stores in 2012?", store, pack, today="2019-01-15").reason is None


@pytest.mark.parametrize("question", ["Who bought Quern Mills?", "What was paid for Quern Mills?", "When was Quern Mills sold?"])
def test_what_is_left_out_for_its_status_is_said(question, store, pack):
    found = ask(question, store, pack, today="2019-01-15")
    assert (found.status, found.reason) == ("no_data", None)
    assert found.answer.endswith("; 1 that is rumoured, terminated or denied is left out.")


def test_what_facts_are_grouped_by_and_do_not_tell_is_not_disclosed(store, pack):
    found = ask("Which sector got the most funding in 2016?", store, pack, today="2019-01-15")
    assert (found.status, found.reason) == ("no_data", "undisclosed")
    assert found.answer.startswith("1 funding round on record, but what is asked for is not disclosed")
