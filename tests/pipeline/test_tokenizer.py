"""The tokenizer cuts names loose and survives what is quadratic elsewhere."""

import time

import pytest
import spacy
from spacy.language import Language

import rie.pipeline  # noqa: F401


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "rie.Tokenizer.v1"}}})


@pytest.mark.parametrize(("text", "words"), [
    ("Calif.-based", ["Calif.", "-", "based"]),
    ("BANNER <BNR> SAYS", ["BANNER", "<", "BNR", ">", "SAYS"]),
    ("raised $1.3B.", ["raised", "$", "1.3B", "."]),
    ("Boston-based", ["Boston", "-", "based"]),
])
def test_cuts(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words


def test_long_runs_are_quick_and_keep_the_text(nlp: Language) -> None:
    text = "Hooli raised $5m " + "(" * 16_000 + " from ACME " + "x-" * 9_000
    start = time.perf_counter()
    assert nlp.make_doc(text).text == text
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(("text", "tokens"), [
    ("Mail.Ru said", ["Mail.Ru", "said"]), ("SFr6m, Rs5 and EUR5", ["SFr", "6", "m", ",", "Rs", "5", "and", "EUR", "5"]),
    ("It closed.The end", ["It", "closed", ".", "The", "end"]), ("of 5mn.", ["of", "5", "mn", "."])])
def test_web_names_are_whole_and_sums_are_cut(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens
