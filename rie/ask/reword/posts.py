"""Boards and posts in everyday words: "sits on which boards", "new directors joined company boards", "permanent (so not interim)"."""

from __future__ import annotations

from typing import Final

from rie.ask.reword.pieces import END, ENDS
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_SOMEBODY: Final = (
    r"(?P<who>(?!(?:the|a|an|any|which|what|who|whose|how|new)\b)[\w.'\u2019\u00c0-\u024f-]+(?: [\w.'\u2019\u00c0-\u024f-]+){1,3}?)"
)
_BOARDS: Final = r"(?:(?:compan(?:y|ies)|corporate|firm|firms)['\u2019]?s? )?boards?(?: of (?:directors|which (?:companies|firms)))?"
_ON: Final = (
    r"(?:sit(?:ting|s)?(?: on)?|sat(?: on)?|serv(?:e|es|ed|ing)(?: on)?|on|join(?:ed)?|belong(?:s|ed)? to|(?:been )?(?:a )?(?:director|"
    r"member)(?: of| on)?|represented on|have a seat on)"
)
_HAS: Final = r"which companies have \g<who> on their board"
_PERIOD: Final = r"(?P<when>(?: (?:in|during|since|after|before|throughout) [^?.,;:]{4,24}?)?)"
_JOINED: Final = (
    r"(?:joined|were (?:added|named|elected|appointed|voted) (?:to|onto|on)|came on(?:to)?|took (?:up )?(?:a )?seats? on|went on(?:to)?|"
    r"entered|got on(?:to)?)"
)
_POSTED: Final = (
    r"(?:chief|ceos?|cfos?|coos?|ctos?|cios?|chair(?:man|woman|person)?|presidents?|heads?|directors?|finance|managing|general|"
    r"appointments?|executives?)"
)
_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:on|to|of) )?(?:which|what|whose) {_BOARDS} (?:is|does|do|has|did|was) {_SOMEBODY} {_ON}(?: (?:today|now|"
     rf"currently))?{ENDS}", _HAS),
    (rf"^{_SOMEBODY} (?:is|sits|serves|sat|has sat|served|has a seat) on (?:which|what|whose|how many different) {_BOARDS}{ENDS}", _HAS),
    (rf"^{_SOMEBODY} is (?:a )?(?:board member|member of the board|director|non-executive director) (?:of|at|on|for) (?:which|what) "
     rf"(?:compan(?:y|ies)|firms?|boards?){ENDS}", _HAS),
    (rf"^(?:which|what) (?:compan(?:y|ies)|firms?) (?:have|has|had|count|counts) {_SOMEBODY} (?:as (?:an? |one of (?:its|their) "
     rf")?(?:non-executive )?(?:board )?(?:directors?|members?(?: of (?:its|"
     rf"their|the) board)?|board members?)|among (?:its|their) (?:board )?(?:directors|members)){ENDS}", _HAS),
    (rf"^(?:which|what) (?:compan(?:y|ies)|firms?) is {_SOMEBODY} (?:a )?(?:(?:board )?director|board member)(?: of| at)?{ENDS}", _HAS),
    (rf"^(?:list |name |show )?(?:all )?(?:the )?{_BOARDS} (?:of|that|with) {_SOMEBODY}(?: (?:sits on|is on|serves on|joined)| on "
     rf"them){ENDS}", _HAS),
    (rf"\b(?:new )?(?:directors|board members|members) {_JOINED} (?:a |the |any |some |their )?{_BOARDS}", "directors were appointed"),
    (r"\b(?P<who>people|persons|executives|managers|men|women|who|that|individuals) (?:have |has )?(?:joined|entered) (?:company |"
     r"corporate |companies['\u2019]? )?boards\b", r"\g<who> joined a board"),
    (r"\b(?P<did>appointed|named|elected|hired) (?:on)?to (?:company |corporate |companies['\u2019]? )?boards\b", r"\g<did> to a board"),
    (rf"(?<!made )(?<!become )(?<!became )\bpermanent,? (?:\((?:so |i\.? ?e\.? |that is,? |thus |meaning )?(?:not|non)[- ]?(?:interim|"
     rf"acting|temporary)(?: ones?)?\),? )?(?={_POSTED}\b)", "non-interim "),
    (rf"^(?P<head>[^?]*?\b(?:{_POSTED}|who|people|appointed|named)\b[^?]*?),? on an? permanent (?:basis|footing){_PERIOD}{END}",
     r"\g<head>\g<when>, excluding interim ones"),
    (r"\b(?:put|placed|installed|brought|moved|slotted) (?:in|into|to|on) (?:a |an |their |any |some |the |new )*(?:post|job|role|"
     r"position|office|seat)s?\b", "appointed"),
    (r"\b(?:given|handed|offered|assigned|got|received) (?:a |an |their |any |some |the )*(?:post|job|role|position|office)s? (?=(?:on|"
     r"as) an? (?:interim|acting|temporary))", "appointed "),
)  # fmt: skip
_COMPILED: Final = Rules(_RULES)


def posted(question: str) -> str:
    """A question about boards and posts in the words of appointments.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _COMPILED).split())
