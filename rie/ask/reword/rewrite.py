"""Rules that put a question in other words: patterns with what stands in their place, tried one after the other."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from rie.ask.names import english
from rie.patterns import Patterns

Replacement = str | Callable[[re.Match[str]], str]
STOP: Final = r"(?=\s*(?:[?.,;:]|$))"  # the end of a clause


class Rules:
    """Patterns with what stands in their place. A template with groups is expanded only where its pattern is found: `re` would read it
    again at each try.

    Args:
        pairs: regular expressions and their replacements.
        flags: of the expressions.
    """

    def __init__(self, pairs: Iterable[tuple[str, Replacement]], flags: re.RegexFlag = re.IGNORECASE) -> None:
        given = tuple(pairs)
        self.patterns = Patterns((pattern for pattern, _ in given), flags, english.USUAL)
        self.replacements = tuple(_expanded(text) for _, text in given)


def rewritten(question: str, given: Rules) -> str:
    """The question after all rules."""
    last, waiting = -1, iter(given.patterns.possible(question))
    while (number := next((other for other in waiting if other > last), None)) is not None:
        changed = given.patterns[number].sub(given.replacements[number], question)
        if changed != question:
            question, waiting = changed, iter(given.patterns.possible(changed))
        last = number
    return question


def _expanded(text: Replacement) -> Replacement:
    if not isinstance(text, str) or "\\" not in text:
        return text
    template = text
    return lambda found: found.expand(template)
