"""Words that a text defines for parties: 'Hooli Holdings, Inc. (the "Company")', '(collectively, the "Purchasers")'."""

import re
from collections.abc import Sequence

from rie.pipeline.frame import Item

REACH = 80  # characters between a name and the bracket behind it
_BRACKET = re.compile(r"\((?P<inside>[^()\n]{0,120}?[\"\u201c][^()\n]{1,60}[\"\u201d][^()\n]{0,40})\)")
_TERM = re.compile(r"(?P<article>\b[Tt]he )?[\"\u201c](?P<article_within>[Tt]he )?(?P<word>[A-Z][\w -]{1,40}?),?[\"\u201d]")
_BREAKS = re.compile(r"[.;!?]\s|\n")


def parties(text: str) -> set[str]:
    """The words that are defined with an article."""
    return {word for _, word in _terms(text)} if "(" in text else set()


def named_by(text: str, items: Sequence[Item]) -> dict[int, int]:
    """The name that each reference stands for where the text defines it: both by their number.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
    """
    if '("' not in text and "(\u201c" not in text and "(the " not in text.lower():
        return {}
    names: dict[str, int] = {}
    for at, word in _terms(text):
        before = [i for i, item in enumerate(items) if item.entity and not item.key and item.end <= at <= item.end + REACH]
        if before and not _BREAKS.search(text, items[before[-1]].end, at):
            names.setdefault(word.lower(), before[-1])
    return {
        number: names[word]
        for number, item in enumerate(items)
        if item.refers and (word := item.text.lower().removeprefix("the ")) in names and item.text.split()[-1][:1].isupper()
        and items[names[word]].label == item.refers
    }


def _terms(text: str) -> list[tuple[int, str]]:
    """Where the bracket of each definition begins, and the word that it defines."""
    return [
        (bracket.start(), term["word"])
        for bracket in _BRACKET.finditer(text)
        for term in _TERM.finditer(bracket["inside"])
        if term["article"] or term["article_within"]
    ]
