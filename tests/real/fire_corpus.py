"""The corpus FIRE (financial sentences with entities) as texts with marked characters.

`dev` and `test` give tokens and token offsets; `train_flat` gives only the strings of a sentence's entities, by type: they are found again
in its text. Every sentence is written as prose ("$ 3 million ( cash ) ," -> "$3 million (cash),").
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

TYPES = {"Company": "COMPANY", "Person": "PERSON", "Location": "PLACE", "Money": "MONEY", "Date": "DATE", "Quantity": "QUANTITY",
         "Product": "PRODUCT"}
LABELS = ("COMPANY", "PERSON", "PLACE", "MONEY", "DATE", "QUANTITY")  # that are scored; products are learned to be told from companies
NATION = "GeopoliticalEntity"  # a type of its own in `dev` and `test`, a Location in `train_flat`
HELD = 0.5  # of `dev`: for choosing; the rest is trained on

Mark = tuple[int, int, str]  # start, end, label: characters, or words of the corpus
_PIECE = re.compile(r"\w+|[^\w\s]")
_GLUED = re.compile(r"[,.;:?!)\]%]|['’](?:s|m|re|ve|ll|d)?$|n['’]t$")
_OPENS = "([$€£₹"


@dataclass(frozen=True)
class Sentence:
    """A text, the tokens of the corpus in it, and what the corpus marks there.

    `nations` are countries and their adjectives where the corpus tells them from places. Of a sentence that gives only strings, `strings`
    is how many, `lost` those (with their labels) that do not stand in the text.
    """

    text: str
    words: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    nations: tuple[Mark, ...] = ()
    strings: int = 0
    lost: tuple[tuple[str, str], ...] = ()

    def on_words(self, marks: Iterable[Mark]) -> set[Mark]:
        """Marks of characters as marks of the corpus' tokens, the ones that they touch."""
        touched = (([i for i, (a, b) in enumerate(self.words) if a < end and start < b], label) for start, end, label in marks)
        return {(words[0], words[-1] + 1, label) for words, label in touched if words}


def read(folder: Path, part: str) -> list[Sentence]:
    """The sentences of `train`, `dev` or `test` of a data folder."""
    file = folder / "fire" / ("train_flat.jsonl" if part == "train" else f"{part}.jsonl")
    with file.open(encoding="utf-8") as lines:
        return [(flat_sentence if part == "train" else token_sentence)(json.loads(line)) for line in lines]


def split(sentences: list[Sentence], seed: int = 0) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences to train on, and those held for choosing."""
    order = random.Random(seed).sample(sentences, len(sentences))
    held = round(HELD * len(order))
    return order[held:], order[:held]


def token_sentence(item: dict[str, Any]) -> Sentence:
    """A sentence whose entities have token offsets."""
    text, words = prose(item["tokens"])
    marked = sorted((words[one["start"]][0], words[one["end"] - 1][1], one["type"]) for one in item["entities"])
    marks = tuple((start, end, TYPES[kind]) for start, end, kind in marked if kind in TYPES)
    return Sentence(text, tuple(words), marks, tuple((start, end, "PLACE") for start, end, kind in marked if kind == NATION))


def flat_sentence(item: dict[str, Any]) -> Sentence:
    """A sentence whose entities are strings: each is marked wherever it stands outside of a longer one."""
    text, words = prose(item["text"].split())
    wanted = [(string, TYPES[kind]) for kind, strings in item["entities"].items() if kind in TYPES for string in strings]
    marks: list[Mark] = []
    lost: list[tuple[str, str]] = []
    for string, label in sorted(wanted, key=lambda one: -len(one[0])):
        free = [(start, end, label) for start, end in occurrences(string, text) if not any(start < b and a < end for a, b, _ in marks)]
        marks += free
        lost += [] if free else [(string, label)]
    return Sentence(text, tuple(words), tuple(sorted(marks)), (), len(wanted), tuple(lost))


def occurrences(string: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a string stands as words of its own, however the two are spaced."""
    body = r"\s*".join(map(re.escape, _PIECE.findall(string)))
    return (match.span() for match in re.finditer(rf"(?<!\w){body}(?!\w)", text) if body)


def prose(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens written as prose, and where each of them stands."""
    text = ""
    words: list[tuple[int, int]] = []
    for before, token in pairwise(["", *tokens]):
        glued = not before or _GLUED.match(token) or before[-1] in _OPENS
        text += token if glued else f" {token}"
        words.append((len(text) - len(token), len(text)))
    return text, words
