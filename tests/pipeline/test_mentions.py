"""Names that the recogniser takes for companies and that are none."""

import pytest

from rie.pipeline.mentions import Mentions
from tests.pipeline.figures import NLP, PACK


def kept(text: str, name: str) -> bool:
    """Whether a name that the recogniser found as a company stays one."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    start = text.index(name)
    doc.ents = [doc.char_span(start, start + len(name), label="COMPANY")]
    return name in [span.text for span in Mentions(PACK)(doc).spans["mentions"]]


@pytest.mark.parametrize("text", [
    "AUSTIN, Texas, May 3, 2019 (Presswire) -- Hooli earned $5 million.",
    "TURIN (Presswire) – Hooli earned $5 million.",
])
def test_the_wire_service_of_a_dateline_is_no_company(text: str) -> None:
    assert not kept(text, "Presswire")


def test_a_company_in_brackets_elsewhere_is_one() -> None:
    assert kept("Hooli bought its rival (Presswire) for $5 million.", "Presswire")
    assert kept("Hooli, which last year had bought the press service of a smaller rival (Presswire) - earned $5 million.", "Presswire")


def test_an_adverb_that_opens_a_sentence_before_a_metric_is_no_company() -> None:
    assert not kept("Operationally, revenue was $5 million.", "Operationally")
    assert kept("Zendrily, a maker of kites, had revenue of $5 million.", "Zendrily")
