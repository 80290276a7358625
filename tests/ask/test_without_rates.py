"""Money that no rate turns into dollars is told in its own currency, last as numbers are."""

import pytest

from rie.ask import ask
from tests.ask.fact_store import FactStore

DEAL = {"table": "acquisition", "acquirer": "Harbour Holdings", "target": "Pell Stores", "target_kind": "company", "status": "completed",
        "announced_on": "1987-03-30", "price": 244000000, "currency": "GBP", "reports": ["d-1"]}  # fmt: skip
ROUND = {"table": "funding_round", "company": "Tarn Robotics", "round_type": "series_a", "status": "closed", "announced_on": "1991-05-02",
         "amount": 3000000, "currency": "DEM", "reports": ["d-2"]}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "column", "number", "told"),
    [
        ("What was the price of the Pell Stores deal?", "price", 244000000, "£244 million"),
        ("Size of Tarn Robotics' Series A?", "amount", 3000000, "3.0 million"),
    ],
)
def test_a_number_without_a_rate_is_told_in_its_currency(question, column, number, told, pack):
    found = ask(question, FactStore([DEAL, ROUND], pack), pack, today="2019-01-15")
    assert list(found.rows[0].items())[-1] == (column, number)
    assert told in found.answer
    assert "undisclosed" not in found.answer
