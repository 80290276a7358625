"""The value of a text in a closed vocabulary."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from rie.pack import Terms, load_pack

FRESH = Path(__file__).parents[1] / "fixtures" / "fresh"
TERMS = Terms(values={"seed": ["seed round", r"\bseed\b"], "debt": [r"loans?\b", "borrow"]}, default="other")


def test_the_first_value_one_of_whose_phrases_is_found_counts() -> None:
    assert TERMS.find("It borrowed after its Seed round") == "seed"
    assert TERMS.find("Two loans") == "debt"


def test_a_text_without_a_phrase_has_the_default() -> None:
    assert TERMS.find("the seedlings") == "other"
    assert Terms(values={"debt": ["loan"]}).find("") is None


def test_shipped_vocabularies_find_what_all_their_phrases_find() -> None:
    vocabularies = load_pack("business").terms
    lines = [line for file in sorted(FRESH.glob("[gz]*_documents.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()[:12]]
    texts = [text[start:end] for text in (json.loads(line)["text"] for line in lines) for start, end in pairwise(range(0, len(text), 90))]
    for terms in vocabularies.values():
        patterns = {value: re.compile("|".join(phrases), re.IGNORECASE) for value, phrases in terms.values.items()}
        for text in texts[::7]:
            assert terms.find(text) == next((value for value, pattern in patterns.items() if pattern.search(text)), terms.default), text


@pytest.mark.parametrize("text", ["lost $5m", "lost US$5m", "lost EUR 5m", "lost Rs 5m", "lost \u20b95m", "lost C$5m"])
def test_a_sign_in_a_phrase_stands_for_every_currency(text: str) -> None:
    terms = Terms(values={"loss": ["lost [$\u20ac\u00a3]\\d?"]})
    assert terms.find(text) == "loss"
    assert Terms.model_validate(terms.model_dump()) == terms
    assert terms.find("lost 5 men") is None


def test_a_sign_in_a_look_behind_stays() -> None:
    assert Terms(values={"sum": ["(?<=for [$\u20ac\u00a3])\\d"]}).find("sold for $5") == "sum"
