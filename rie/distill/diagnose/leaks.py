"""Texts of the test or the dev part that training has seen, whole or nearly."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rie.distill.corpus import Task
from rie.distill.diagnose.finding import Finding

WORDS: Final = 5  # of a shingle
NEAR: Final = 0.5  # share of a text's shingles in one training text from which on it is nearly the same
NEARLY_ALL: Final = 0.9  # the same where names and numbers are left out, so that headlines are much alike
SAME, SWAPPED = "same words", "other names"
FEWEST: Final = 4  # shingles below which only the whole text is compared
_SHOWN: Final = 5


class Twin(NamedTuple):
    """A held-out text, the training text that is most like it, and the share of its shingles that stand there."""

    held: str
    trained: str
    share: float


def leaks(parts: Mapping[str, Sequence[Task]]) -> Finding:
    """Whether texts of `test` or `dev` stand in `train`, as they are or with other names and numbers.

    Args:
        parts: the tasks of `train`, `dev` and `test`.
    """
    found = {f"{part}, {kind}": twins([view(task) for task in parts["train"]], [view(task) for task in parts[part]], least)
             for part in ("test", "dev") for kind, view, least in ((SAME, words, NEAR), (SWAPPED, skeleton, NEARLY_ALL))}
    figures = {name: {"texts": len(pairs), "examples": [pair._asdict() for pair in pairs[:_SHOWN]]} for name, pairs in found.items()}
    total = sum(map(len, found.values()))
    told = "; ".join(f"{name}: {len(pairs)}" for name, pairs in found.items())
    if not total:
        return Finding("leaks", "sound", f"no text of test or dev is in train, whole or nearly ({told})", figures=figures)
    shown = "; ".join(f"“{pair.held[:80]}” is {pair.share:.0%} in “{pair.trained[:80]}”" for pairs in found.values() for pair in pairs[:1])
    return Finding("leaks", "wrong" if found[f"test, {SAME}"] else "look", f"held-out texts that are in train: {told}; as {shown}",
                   "read them (--json lists them): take a text that is told again out of train; short ones of one form may stay", figures)


def words(task: Task) -> str:
    """The text, without case and punctuation."""
    return " ".join(re.findall(r"\w+", task["text"].lower()))


def skeleton(task: Task) -> str:
    """The text with labels in the place of marked words and 0 in the place of numbers: what is left when names are swapped."""
    text = task["text"]
    for span in sorted(task["spans"], key=lambda span: -int(span["start"])):
        text = f"{text[: span['start']]} {span['label']} {text[span['end'] :]}"
    return re.sub(r"\d+", "0", words({"text": text}))


def twins(trained: Sequence[str], held: Sequence[str], least: float = NEAR) -> list[Twin]:
    """The held-out texts that are nearly in one training text, the nearest first.

    Args:
        trained: texts as `words` or `skeleton` gives them.
        held: the same of held-out texts.
        least: the share of a text's shingles from which on it is nearly in another.
    """
    whole = set(trained)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(trained):
        for shingle in shingles(text):
            places[shingle].append(number)
    found = (_nearest(text, whole, places, trained) for text in held)
    return sorted((twin for twin in found if twin and twin.share >= least), key=lambda twin: -twin.share)


def _nearest(text: str, whole: set[str], places: Mapping[tuple[str, ...], Sequence[int]], trained: Sequence[str]) -> Twin | None:
    if text in whole:
        return Twin(text, text, 1.0)
    own = shingles(text)
    shared: Counter[int] = Counter(number for shingle in own for number in places.get(shingle, ()))
    if len(own) < FEWEST or not shared:
        return None
    number, count = shared.most_common(1)[0]
    return Twin(text, trained[number], count / len(own))


def shingles(text: str) -> set[tuple[str, ...]]:
    """All runs of `WORDS` words (Broder 1997)."""
    listed = text.split()
    return {tuple(listed[at : at + WORDS]) for at in range(len(listed) - WORDS + 1)}
