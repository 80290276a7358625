"""The words by which texts are searched."""

import re
from functools import lru_cache
from typing import Final

from rie.values import tokens

_STOP: Final = """
    a an and any are as at be been by can could did do does for from had has have he her his how i if in into is it its may me much many
    of on or our said say says she should so some than that the their them then there these they this those to us was we were what when
    where which who whom whose why will with would you your hey please list name number tell give show
"""
STOP: Final = frozenset(_STOP.split())
_ENDINGS: Final = re.compile(r"(?<=[a-z]{3})(?:ies|es|s|ed|ing)$")


def words_of(text: str) -> list[str]:
    """The content words of a text as they are compared: folded, without endings."""
    return [stem(word) for word in tokens(text) if word not in STOP]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without the ending of a plural or of a verb's form."""
    return _ENDINGS.sub("", word)
