"""Other ways to put a question that is not understood: its words spelt right, and without what its asker says of himself."""

from __future__ import annotations

from collections.abc import Iterator

from rie.ask.form import Item
from rie.ask.names.lexicon import lexicon_of
from rie.ask.names.names import Names
from rie.ask.ranker.vectors import word_table
from rie.ask.read.asides import without_asides
from rie.ask.read.mentions import find_mentions
from rie.ask.read.repaired import respelled
from rie.ask.words import words_of
from rie.pack import Pack
from rie.values import PartialDate


def otherwise(question: str, names: Names, pack: Pack, today: PartialDate) -> Iterator[tuple[str, list[Item]]]:
    """The question put in other ways, each with the items that it leaves out.

    Args:
        question: as it was asked, with single spaces.
        names: of the snapshot.
        pack: whose layer gives the words.
        today: what "last year" is told from.
    """
    spelt = _spelt(question, names, pack)
    if spelt != question:
        yield spelt, []
    parted = without_asides(spelt, find_mentions(spelt, names, pack, today))
    if parted is not None:
        yield parted


def _spelt(question: str, names: Names, pack: Pack) -> str:
    words = words_of(question)
    right = respelled(words, names, lexicon_of(pack, names.absent), word_table(str(pack.folder))[0])
    for index in sorted(right, reverse=True):
        question = question[: words[index].start] + right[index] + question[words[index].end :]
    return question
