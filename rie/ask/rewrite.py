"""Rules that put a question in other words: patterns with what stands in their place, tried one after the other."""

import re
from collections.abc import Callable, Iterable
from typing import Final

Replacement = str | Callable[[re.Match[str]], str]
STOP: Final = r"(?=\s*(?:[?.,;:]|$))"  # the end of a clause
Rules = tuple[tuple[re.Pattern[str], Replacement], ...]


def rules(pairs: Iterable[tuple[str, Replacement]], flags: re.RegexFlag = re.IGNORECASE) -> Rules:
    """Compiled rules. A template with groups is expanded only where its pattern is found: `re` would read it again at each try."""
    return tuple((re.compile(pattern, flags), _expanded(text)) for pattern, text in pairs)


def rewritten(question: str, given: Rules) -> str:
    """The question after all rules."""
    for pattern, text in given:
        question = pattern.sub(text, question)
    return question


def _expanded(text: Replacement) -> Replacement:
    if not isinstance(text, str) or "\\" not in text:
        return text
    template = text
    return lambda found: found.expand(template)
