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
_SHORT: Final = re.compile(  # what is said in one word as well, added to the words of a text that says it in full
    r"\b(?:(?P<ceo>chief executive|managing director)|(?P<cfo>chief financial|finance (?:director|chief))"
    r"|(?P<coo>chief operating|operating chief)"
    r"|(?P<cto>chief technology)"
    r"|(?P<eps>(?:earnings|earn(?:ed)?|profit|loss|income)[\w $.,]{0,30} (?:per|a)(?: diluted| basic)? share|shr)"
    r"|(?P<ipo>initial public offering|stock market debut)|(?P<fcf>free cash flow))\b",
    re.IGNORECASE,
)
POSSESSIVE: Final = re.compile(r"['’]s\b")
_ENDINGS: Final = re.compile(r"(?<=[a-z]{3})(?:ies|es|s|ed|ing|e|y)$")
_LETTERED: Final = re.compile(r"\b(series|class|phase|plan|type)[\s-]+([a-z])\b", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The content words of a text as they are compared: folded, without endings; "Series A" and "chief executive" are one word besides."""
    further = [f"{word}-{letter}".lower() for word, letter in _LETTERED.findall(text)]
    further += [str(found.lastgroup) for found in _SHORT.finditer(text)]
    words = (word for word in tokens(POSSESSIVE.sub(" ", text)) if word not in STOP and (len(word) > 1 or word.isdigit()))
    return [stem(word) for word in words] + further


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without the ending of a plural or of a verb's form: raise, raised, raising are one."""
    return _ENDINGS.sub("", word)
