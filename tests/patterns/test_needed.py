"""Patterns are tried only where their needed words stand, and never too seldom."""

import importlib
import json
import re
import string
import sys
from typing import Any

import pytest

from rie.ask.names.english import USUAL
from rie.ask.names.lexicon import PackKey
from rie.pack import load_pack
from rie.patterns import Patterns, needed_words, plain_text

QUESTIONS = [
    "Whats the total funding of companies in Boston in Q4 17, leaving out IPOs?", "who are the no. 2 & 3 investors w/o Acme", "",
    "For my memo, could you tell me how much Acme's revenue grew between 2016 and '17 (in %)?", "\u212aNOWN Series A rounds over \u20ac5m",
]  # fmt: skip


def _patterns() -> list[tuple[str, Patterns]]:
    def of(module: str) -> Any:
        return vars(importlib.import_module(f"rie.ask.{module}"))

    pack = load_pack("business")
    named = [(name, of(f"reword.{name}")["_RULES"].patterns) for name in ("plainer", "rephrased", "sentences", "turned")]
    spelling = of("reword.spelling")
    return [
        *named, ("letters", of("reword.letters")["_FRAMES"].patterns), ("spelling", spelling["_REWRITES"].patterns),
        ("the pack's spellings", spelling["_compiled"](tuple(pack.layer.spellings.items())).patterns),
        ("vocabularies", of("read.mentions")["_patterns"](PackKey(pack), frozenset())[0]),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "patterns"), _patterns(), ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_found_was_possible(name: str, patterns: Patterns) -> None:
    lines = (load_pack("business").folder / "paraphrases" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for question in [*QUESTIONS, *(json.loads(line)["text"] for line in lines[::4])]:
        found = [number for number in range(len(patterns)) if patterns[number].search(question)]
        assert {*found} <= {*patterns.possible(question)}, question


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("share of", {"share of"}),
        (r"\b(?:led|backed) by", {"led", "backed"}),
        ("rounds?", {"round"}),
        ("(?:no )?deals", {"deals"}),
        ("(?!big )deal|price", {"deal", "price"}),
        (r"(?:\w+ ){4,70}?(?:acquirer|buyer)\b", {"acquirer", "buyer"}),
        (r"['\u2019]ve", {"'", "\u2019"}),
        (r"\w (?-i:v)\.? \w", {" v"}),
        (r"(?<=\d)m", {"\\d"}),
        (r"[a-z]+", set()),
        ("(?:year|)", set()),
        (r"(a)?(?(1)b|c)d", set()),
        ("|".join(string.ascii_lowercase), set()),
    ],
)
def test_needed_words(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern, USUAL) == words


def test_letters_that_are_taken_for_each_other_are_the_same_in_plain_text() -> None:
    letters = re.compile(r"[a-z]", re.IGNORECASE)
    alike = [char for char in map(chr, range(sys.maxunicode + 1)) if letters.fullmatch(char)]
    assert len(alike) > 52
    assert all(re.fullmatch(plain_text(char)[0], char, re.IGNORECASE) and plain_text(char)[0] in string.ascii_lowercase for char in alike)


def test_patterns_keep_their_order_and_are_compiled_when_tried() -> None:
    patterns = Patterns(("deals?", "[a-z]", "price", "[0-9]"))
    assert patterns.possible("The price of 3 deals") == [0, 1, 2, 3]
    assert patterns.possible("the PRICE") == [1, 2]
    assert patterns[2].search("the PRICE")


def test_of_several_needed_words_a_rare_one_is_told() -> None:
    assert needed_words(r"which\s+deal") == {"which"}
    assert needed_words(r"which\s+deal", {"which"}) == {"deal"}
