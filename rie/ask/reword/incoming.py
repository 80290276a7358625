"""Ordinary wordings of money that comes in and of who puts it in: "how much went to Acme", "what could it draw under its loan", "who
joined both of its rounds".

A rule keeps the names, periods and numbers of what it rewrites; what does not fit is refused by the grammar as before.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import ENDS, NAME, WHEN, WHO
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_KIND: Final = r"(?P<kind>series [a-j]|pre-?seed|seed|angel|debt|bridge)"
_MONEY: Final = r"(?: (?:money|funding|capital|cash|investment|investor money|venture capital|venture money))?(?: in (?:total|all))?"
_MANY: Final = r"(?P<many>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_ROUNDS: Final = r"(?:funding |financing )?(?:rounds|financings|raises|fundraisings)"
_DEBT: Final = r"(?:debt|loan|credit|facility|credit line|borrowing)(?: (?:deal|facility|line|financing|agreement|round|package))?"
_RAISED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^how much{_MONEY} (?:went|has gone|flowed|has flowed|was given|was funnelled|was directed|poured|came|has come)(?: in)? ?(?:in)?to "
     rf"{WHO}{WHEN}{ENDS}", r"how much did \g<who> raise\g<when>"),
    (rf"^how much{_MONEY} (?P<did>did|has|have) {WHO} (?:take|taken|haul|hauled|rake|raked|reel|reeled|draw|drawn|suck|scoop) (?:in|up)"
     rf"{_MONEY}(?P<rest>(?: (?:with|through|from|during|in|over|since|for|by|at|on|via)\b[^?]*)?){ENDS}", r"how much \g<did> \g<who> "
     r"raise\g<rest>"),
    (rf"^how much{_MONEY} (?:did|has) (?:the|its|their|that) {_KIND}(?: round| money)? (?:bring|brought|yield|yielded|net|give|earn|get|"
     rf"land)(?: in)?"
     rf"(?: for)? {WHO}{ENDS}", r"how much did \g<who> raise in its \g<kind>"),
    (rf"^(?:what(?: is| was|['\u2019]s) (?:the )?(?:maximum|most|max|upper limit|limit|ceiling)(?: amount)?(?: that)?|how much(?: money)?) "
     rf"(?:(?:can|could|may|might) )?{WHO} (?:(?:can|could|may|might) )?(?:draw|borrow|take|call|tap)(?: down| out| on| up)? (?:under|"
     rf"from|on|with|"
     rf"through) (?:the|its|that) (?P<date>(?:[a-z]+ )?(?:19|20)\d\d )?{_DEBT}{WHEN}{ENDS}",
     lambda found: f"size of {found['who']}'s debt "
         f"round{' in ' + found['date'].strip() if found['date'] else found['when'].replace(' from ', ' in ')}"),
    (rf"^(?:how much could|what could|how much can) {WHO} (?:draw|borrow|take)(?: down| out)? (?:under|from|on|with) (?:the|its|that) "
     rf"(?P<date>(?:[a-z]+ )?(?:19|20)\d\d )?{_DEBT}{WHEN}{ENDS}",
     lambda found: f"size of {found['who']}'s debt "
         f"round{' in ' + found['date'].strip() if found['date'] else found['when'].replace(' from ', ' in ')}"),
    (rf"^(?=[^?]*\b(?:combined|total|joint|sum|aggregate|together|altogether|added up)\b)(?:what(?: is| was|['\u2019]s) )?(?:the "
     rf")?(?:combined |total |joint |"
     rf"aggregate )?(?:size|amount|value|sum|volume|total)s? of (?:(?P<who>(?:(?!the\b)[\w&.\u00c0-\u024f-]+ ?){{1,4}}?)['\u2019]s? "
     rf"{_MANY} {_ROUNDS}|(?:the )?"
     rf"{_MANY.replace('many', 'many2')} (?P<who2>{NAME}) {_ROUNDS})(?:,? (?:together|combined|altogether|added up))?(?P<unit>,? in "
     rf"(?:\$|us dollars|dollars|"
     rf"euros|usd))?{ENDS}",
     lambda found: f"how much in total did {found['who'] or found['who2']} raise in {found['many'] or found['many2']} rounds"
     f"{' in dollars' if found['unit'] and 'eu' not in found['unit'] else found['unit'] or ''}"),
    (rf"^(?P<who>{NAME}),? (?:['\u2019]s )?{_KIND}(?: round)?(?: ?[:,-]| \u2013)? (?:the )?(?:dollar |total |exact )?(?:amount|size|sum|"
     rf"value)"
     rf"(?P<unit> in (?:us )?(?:dollars|euros))?{ENDS}", r"how much was \g<who>'s \g<kind>\g<unit>"),
    (rf"^(?P<who>{NAME}), {_KIND}(?: round)?(?: ?[:-]| \u2013) (?:the )?(?P<what>lead investors?|investors?|date|valuation|backers|"
     rf"lead){ENDS}",
     r"\g<what> of \g<who>'s \g<kind>"),
    (rf"\b(?:as of|as at|at the time of|when announcing|on announcing) (?:the|its) {_KIND}(?: round)?(?: news| "
     rf"announcement)?{ENDS}", r"with its \g<kind>"),
)  # fmt: skip
_BOTH: Final = r"(?:both(?: of)?|each of|all (?P<all>two|three|four)(?: of)?)"
_JOINED: Final = (
    r"(?:joined|backed|took part in|participated in|invested in|funded|financed|was in|were in|came into|put money into|is "
    r"in|are in)"
)
_SEVERAL: Final = r"(?:more than one|several|multiple|at least two|two or more|a number of|various)"
_DONE: Final = {
    "fund": "funded", "back": "backed", "finance": "financed", "invest in": "invested in", "buy": "bought", "acquire": "acquired",
    "purchase": "bought", "take over": "acquired", "lead": "led", "support": "backed", "make": "acquired", "made": "acquired",
    "done": "acquired",
}  # fmt: skip


def _joined_all(found: re.Match[str]) -> str:
    """ "Investors that joined both of Acme's rounds": at least two rounds of Acme."""
    told = found.groupdict()
    return f"investors that joined at least {told.get('all') or 'two'} rounds of {told['whom']}"


def _which(found: re.Match[str]) -> str:
    """ "Did Acme back more than one company? Which ones?": which companies has it backed."""
    did = found["did"].lower()
    return f"which companies has {found['who']} {_DONE.get(did, did)}"


_INVESTORS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:which |what |name the |list the |the )?(?:investors?|backers?|funds?|firms?|vcs?|who) (?:(?:that|who|which) )?(?:has |have "
     rf")?{_JOINED} {_BOTH} "
     rf"(?:the )?(?:(?P<whom>{NAME})(?:['\u2019]s?)?|of [^?]+?) (?:funding |financing )?(?:rounds|financings|raises){ENDS}", _joined_all),
    (rf"^(?:which |what |name the |list the |the )?(?:investors?|backers?|funds?|firms?|vcs?|who) (?:(?:that|who|which) )?(?:has |have "
     rf")?{_JOINED} {_BOTH} "
     rf"(?:the )?(?:funding |financing )?(?:rounds|financings|raises) (?:of|by|at|for) (?P<whom>{NAME}){ENDS}", _joined_all),
    (rf"^(?:which |what )?(?:investors?|backers?|funds?|who) (?:(?:that|who|which) )?(?:has |have )?(?:backed|invested in|funded|"
     rf"financed|put money into) "
     rf"(?P<whom>{NAME}) (?:twice|more than once|repeatedly|several times|two times|on two occasions|at least twice|in (?:more than one|"
     rf"two|both) "
     rf"rounds?){ENDS}", _joined_all),
    (rf"^(?:did|has|have|does) {WHO} (?:ever )?(?P<did>fund|funded|back|backed|finance|financed|invest in|invested in|buy|bought|"
     rf"acquire|acquired|purchase|"
     rf"take over|lead|led|support|supported|make|made|done) {_SEVERAL} (?:different |other )?(?:compan(?:y|ies)|firms?|start-?ups?|"
     rf"business(?:es)?|acquisitions?|"
     rf"takeovers?|deals?|targets?|investments?|ones?)[?.,;:-]+ (?:(?:if so|and|please|tell me|just),? )*(?:which(?: ones?| compan(?:y|"
     rf"ies))?(?: (?:were|are) they)?|"
     rf"list them|name them|who|names?|what (?:are|were) they){ENDS}", _which),
    (rf"^(?:the )?(?P<who>{NAME})(?:['\u2019]s?)? (?:investees|portfolio companies|holdings|bets|portfolio|backed companies) (?:that|"
     rf"which) (?:were |have |got )?"
     rf"(?:later|subsequently|eventually|since|afterwards|then|in the end|ultimately) (?:(?:got|were|was|have been|been|to be) "
     rf")?(?:acquired|bought|sold|taken over)"
     rf"{ENDS}", r"which companies backed by \g<who> were later acquired"),
    (r"^name the (?:one )?(?:person|individual|man|woman) (?:who|that) (?=(?:funded|backed|financed|invested|led|bought|acquired|"
     r"sold)\b)", "who "),
    (r"^which (?:person|individual) (?=(?:funded|backed|financed|invested|led)\b)", "who "),
)  # fmt: skip
_RULES: Final = Rules((*_RAISED, *_INVESTORS))


def come_in(question: str) -> str:
    """A question with such wordings in the words of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
