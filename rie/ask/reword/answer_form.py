"""Last sentences of a question that only say how its answer should look: "Month and year.", "Company names are enough." """

import re
from typing import Final

from rie.ask.names import english

_NAMED_FORMS: Final = (
    (frozenset(("month", "year", "day", "date")), re.compile(r"\b(?:when|(?:what|which) (?:day|date|month|year|time))\b", re.IGNORECASE)),
    (frozenset(("figure", "amount")), re.compile(r"\bhow (?:much|large|big|high)\b|\bwhat (?:was|is|did|does|were)\b", re.IGNORECASE)),
    (frozenset(("name", "names", "company", "companies", "firm", "firms")),
     re.compile(r"\b(?:who|whom|whose|which|what|list|name|show|anyone|anybody|any)\b", re.IGNORECASE)),
)  # fmt: skip
_SHORT: Final = "mln|mio|bln|bn|tn|co|inc|ltd|corp|no|vs|approx|ca|st|mr|dr|[a-z]"
_STOP: Final = "".join(rf"(?<!\b{word})" for word in _SHORT.split("|")) + r"\."  # of a sentence, not of a word cut short
_LAST: Final = re.compile(rf"(?P<main>.+?(?:[?!;]|{_STOP}|(?=\s+[-\u2013]\s)))\s+[-\u2013]?\s*(?P<form>[^.?!;]+)[.?!\s]*$", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"\W*(?:so |and |now )?(?:(?:in|on|at|of|for|to|by|from) )?"
    r"(?:who|whom|whose|what|which|when|how|where|did|has|have|is|was|were|are|list|name|show)\b",
    re.IGNORECASE,
)
_FORM: Final = frozenset(  # of a list or a date or a sum, however it is written; never "number", "count", "percent", "by year"
    english.forms(
        "name|names|month|year|day|date|and|only|just|simply|please|pls|thanks|is|are|will|would|do|be|fine|"
        "enough|ok|okay|suffices|suffice|sufficient|needed|wanted|required|exact|rough|rounded|approximate|ballpark|figure|amount|"
        "a|an|the|in|answer|short|word|single|line|full|all|that's|that|i|we|need|to|detail|details|"
        "their|its|plain|good|text|sentence|here"
    )
)
_WHOLE: Final = re.compile(  # what says nothing of the facts only as a whole: "no details", but not "no US firms"
    r"\b(?:(?:company|firm)(?:['\u2019]?s)? (?=names?\b)|(?<=\bnames )of the (?:companies|firms)|(?<=\bname )of the (?:company|firm)|"
    r"no (?:more |further |other )?(?=details?\b)|nothing (?:else|more)|no more(?= (?:is|are) needed)|one (?=word|line|sentence|name\b)|"
    r"round (?=figure|amount))\b",
    re.IGNORECASE,
)
_IN_MONEY: Final = re.compile(
    r"\b(?:(?:in|nearest) (?:(?:us )?dollars?|usd|(?:million|thousand)s?(?: (?:of )?(?:us )?dollars?)?)|^(?:us dollars|usd|dollars))\b"
    r"(?! (?:only|and|or)\b)",
    re.IGNORECASE,
)
_OF_MONEY: Final = re.compile(
    r"\bhow (?:much|large|big|high)\b|\bwhat (?:was|is|were) [^?]*\b(?:size|amount|price|total|sum|revenues?)\b", re.IGNORECASE
)


def without_form(question: str) -> str:
    """The question without last sentences that only say how its answer should look: "Month and year.", "Company names are enough." """
    for _ in range(2):
        found = _LAST.match(question)
        if found is None or not _tells_form(found["main"], found["form"]):
            break
        question = found["main"] + " " * (len(question) - len(found["main"]))
    return question


def _tells_form(main: str, last: str) -> bool:
    """Whether a last sentence says how the answer should look, and nothing of what is asked for."""
    bare = _WHOLE.sub("", _IN_MONEY.sub("", last) if _OF_MONEY.search(main) else last)
    return bool(last.strip()) and all(word in _FORM for word in _words(bare)) and _asks_for(main, _words(last))


def _words(text: str) -> list[str]:
    return [word.strip("\"'(),").casefold() for word in text.replace("\u2019", "'").split()]


def _asks_for(main: str, words: list[str]) -> bool:
    """Whether what the words name is what the question asks for: a date after "when", an amount after "how much"."""
    told = [asks for named, asks in _NAMED_FORMS if not named.isdisjoint(words)]
    return _ASKS.match(main) is not None and all(asks.search(main) for asks in told)
