"""A bid that its target turns down, beside a deal of the target's own."""

import pytest

from tests.pipeline.read_texts import read

NAMES = {**dict.fromkeys(("Acme", "Globex", "Initech"), "COMPANY"), "proposal": "ACQUISITION", "purchase": "ACQUISITION"}
LINKS = [(word, role, who) for word in ("proposal", "purchase")
         for role, who in (("acquirer", "Globex"), ("target", "Initech"), ("price", "$5 billion"))]


@pytest.mark.parametrize("verb", ["threw out", "on Friday rejected", "has turned down", "rebuffed"])
def test_a_rejected_bid_is_apart_from_a_purchase(verb: str) -> None:
    text = f"Acme {verb} a $5 billion proposal from rival Globex and goes on with its planned purchase of Initech."
    found = read(text, LINKS, names=NAMES)
    assert [(row["acquirer"], row["target"], row["price"], row["status"] == "terminated") for row in found] == [
        ("Globex", "Acme", 5_000_000_000, False), ("Acme", "Initech", None, False)]
