"""What is read from the text of a language model."""

import pytest

from rie.llm import Cost
from rie.rag.generate import cited, conclusion, is_missing, without_citations


@pytest.mark.parametrize(("text", "expected"), [
    ("Two rounds: 3 + 5.\nAnswer: $8 million [1][2]", "$8 million [1][2]"),
    ("**Answer:** Hooli [1]", "Hooli [1]"),
    ("The answer: maybe. Answer: 3", "3"),
    ("Hooli raised $5m [1].", "Hooli raised $5m [1]."),
    ("Answer:\n2015: 3 [1]\n2016: 5 [2]", "2015: 3 [1]\n2016: 5 [2]"),
    ("", ""),
])  # fmt: skip
def test_the_conclusion_stands_after_answer(text: str, expected: str) -> None:
    assert conclusion(text) == expected


@pytest.mark.parametrize(("text", "missing"), [
    ("not in the snippets", True), ("", True), ("The snippets do not mention Hooli.", True), ("This cannot be answered.", True),
    ("It is not stated in the snippets.", True), ("$5 million [1]", False), ("Not Hooli but Aviato [2]", False),
])  # fmt: skip
def test_refusals_are_recognised(text: str, missing: bool) -> None:
    assert is_missing(text) is missing


def test_citations_lead_to_snippets_that_are_there() -> None:
    assert cited("A [2]; B [1, 3]; C [9] [0]", 3) == [0, 1, 2]
    assert without_citations("A [2]; B [1, 3]") == "A; B"


def test_costs_add_up_and_an_unknown_price_stays_unknown() -> None:
    known, unknown = Cost("m", 10, 5, 0.25), Cost("m", 1, 1, None)
    assert known + known == Cost("m", 20, 10, 0.5)
    assert (known + unknown).usd is None
    assert Cost() + known == known
