"""Questions that ask whether there is anybody, and then for the names: "Has any firm in Boston bought another? Names, please." """

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = (
    r"compan(?:y|ies)|firms?|start-?ups?|business(?:es)?|investors?|acquirers?|buyers?|bidders?|sellers?|executives?|persons?|people|"
    r"banks?|lenders?|funds?|backers?|outfits?|groups?|rounds?|deals?|acquisitions?|takeovers?|managers?|directors?"
)
_NAMES: Final = (
    r"(?:(?:if so|if yes|and|just|only|please|then),? )*(?:which(?: ones?| of them)?(?: (?:is|was|were|are) (?:it|they|that|those))?"
    r"|(?:i (?:need|want) |give me |tell me |list |show (?:me )?|name )?(?:the |their |its )?(?:company |full |firm )?names?"
    r"(?: of (?:the |those |these )?(?P<of>[a-z]+))?|(?:name|list) (?:them|it|those|the (?P<them>[a-z]+))|who(?: (?:is|was|were|are) "
    r"(?:it|they|that|those))?)"
)
_ASKED: Final = re.compile(
    rf"^\W*(?P<aux>has|have|did|does|do|is|was|were|are)(?P<there> there)? (?P<rest>[^?;]+?)\s*(?:[?.;,!]|\s[-\u2013])+\s*{_NAMES}"
    r"(?:(?: are| is| will be| would be)? (?:enough|fine|sufficient))?(?:,? (?:please|pls|thanks))?[?.! ]*$",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"[\W]*(?:(?:if so|if yes|and),? )*(?:who|which (?:is|was) it)\b", re.IGNORECASE)
_ANYBODY: Final = re.compile(r"^(?:any(?:one|body)|some(?:one|body))(?: else)?\b (?P<rest>.+)$", re.IGNORECASE)
_ANY: Final = re.compile(
    rf"^(?:any|some|an?) (?P<what>(?:(?!(?:{_KINDS})\b)[\w&-]+ ){{0,4}}?(?P<kind>{_KINDS}))(?P<placed> (?:backed|funded|led|owned|based|"
    r"founded|acquired|bought) (?:by|in|at) [^,]+?(?= (?-i:[a-z]))| (?:in|from|of) (?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,2})?"
    r"(?P<rest> .+)?$",
    re.IGNORECASE,
)


def whichever(question: str) -> str:
    """The question for the names alone; where it is not clear of whom, "which ones" is left to be refused.

    Args:
        question: with single spaces.
    """
    found = _ASKED.match(question)
    if found is None:
        return question
    rest, had = found["rest"], "" if found["there"] else f" {found['aux'].lower()}"
    anybody, some = _ANYBODY.match(rest), _ANY.match(rest)
    meant = (found["of"] or found["them"] or "").lower()
    if anybody and not meant:
        return f"who{had} {anybody['rest']}?"
    if some and (not meant or _alike(meant, some["kind"].lower())):
        return f"which {some['what']}{some['placed'] or ''}{had}{some['rest'] or ''}?"
    whom = _WHO.match(question[found.end("rest") :])
    return question if meant or whom else f"{question[: found.end('rest')]}? Which ones?"


def _alike(meant: str, kind: str) -> bool:
    """ "Any companies that bought? Names of the buyers": those that are asked about are meant."""
    general = ("compan", "firm", "start", "business", "outfit", "group")
    return meant.startswith(("ones", kind[:5], *general)) or (kind.startswith(general) and meant.startswith(("buyer", "acquirer")))
