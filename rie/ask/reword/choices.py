"""Questions that offer what may be answered: "agreed, completed or called off?", "a Series B or a Series C?", "beat or miss?", "who
was earlier, Acme or Hooli?". What is offered is no condition: the question asks for the status, the type, the comparison or whose fact
came first.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_MARK: Final = r"(?:\s*[,;:?.]\s*|\s+[-\u2013\u2014]+\s+|\s*\(\s*)"
_STATE: Final = (
    r"(?:(?:it |still |only |just |already |since |later |been |is it |was it |has it been |or )*(?:agreed(?: upon)?|completed?|closed?|"
    r"done|"
    r"pending|proposed|terminated|dropped|called off|broken off|abandoned|rumou?red|denied|cancell?ed|open|signed|announced|finished|"
    r"finali[sz]ed|collapsed|withdrawn|scrapped|in progress|failed|through|dead|off|fell through|fall through|fallen through|fell apart|"
    r"fall apart|go through|gone through|went through|happen(?:ed)?|underway))"
)
_STATES: Final = rf"{_STATE}(?:(?:,? or |, | / ?|/){_STATE})+(?: (?:yet|by now|now|or what))?"
_DEAL: Final = (
    r"(?:(?:the |this |that )?(?:[\w&.\u00c0-\u024f'\u2019/ -]{2,70}?)\b(?:deal|takeover|acquisition|purchase|merger|buyout|bid|"
    r"transaction|"
    r"offer|sale)(?: (?:of|for|by|with|to buy|to acquire) [\w&.\u00c0-\u024f'\u2019 -]{2,50}?)?)"
)
_STATUS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?=[^?]*\b(?:status|stand|stands|stage|state|become|became|outcome|fate|turn(?:ed)? out|end(?:ed)?(?: up)?)\b)(?P<ask>[^?]+?)"
     rf"{_MARK}{_STATES}\)?{END}", r"\g<ask>"),
    (rf"^(?:is|was|has|have|did|does|are) (?P<deal>{_DEAL}) (?:been )?{_STATES}{END}", r"what is the status of \g<deal>"),
    (rf"^(?:the )?(?P<deal>{_DEAL}){_MARK}(?:is it |was it |has it been |did it )?{_STATES}\)?{END}", r"what is the status of \g<deal>"),
    (rf"^(?:did|has|have|is|was|were) (?P<who>{NAME})(?:['\u2019]s? |,? )(?:actually |really |ever |in fact )?(?:complete|completed|close|"
     rf"closed|finish|finished|go through with|gone through with) (?:the |its )?(?:deal |takeover |acquisition |purchase )?(?:of |for |"
     rf"to buy "
     rf")?(?P<whom>{NAME}),? or (?:was (?:it|the deal) |did (?:it|the deal|they) |is (?:it|the deal) |has (?:it|the deal) "
     rf")?{_STATE}{END}",
     r"what is the status of \g<who>'s takeover of \g<whom>"),
)  # fmt: skip
_KIND: Final = (
    r"(?:an? |its |the |their )?(?:series [a-j]|pre-?seed|seed|angel|debt|equity|bridge|grant|ipo|loan|venture|growth|convertible)"
    r"(?: (?:round|financing|raise|one|deal|funding))?"
)
_KINDS: Final = rf"{_KIND}(?:, {_KIND})*,? or (?:rather )?(?:was it |is it )?{_KIND}"
_WHEN: Final = r"(?P<when>(?: (?:in|on|of|during|from) [^?.,;:]{4,24}?)?)"
_RAISED: Final = (
    r"(?:raise[ds]?|close[ds]?|announce[ds]?|got|get|took|take|do|did|had|have|secured?|land(?:ed)?|receive[ds]?|borrow(?:ed)?|brought in)"
)
_TYPES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:was|is|were) (?P<round>(?:the )?{NAME}['\u2019]s? (?:[^?.,;:]{{0,30}} )?(?:round|financing|raise|funding|deal)|"
     rf"the [^?.,;:]{{0,30}}(?:round|financing|raise) (?:of|by|at|for) {NAME}){_WHEN} {_KINDS}{END}",
     r"what type was \g<round>\g<when>"),
    (rf"^(?P<round>(?:the )?{NAME}['\u2019]s (?:[^?.,;:]{{0,30}} )?(?:round|financing|raise|funding|deal)){_WHEN}{_MARK}"
     rf"(?:was (?:it|that|this) |is (?:it|that|this) )?{_KINDS}\)?{END}", r"what type was \g<round>\g<when>"),
    (rf"^did (?P<who>{NAME}) {_RAISED} {_KINDS}{_WHEN}{END}", r"what type of round did \g<who> raise\g<when>"),
    (rf"^(?P<who>{NAME}) (?:has |had )?{_RAISED}(?: (?:money|funding|cash|capital|a round|a funding round|funds|a financing))?{_WHEN}"
     rf"{_MARK}(?:and )?(?:was|is) (?:that|it|this|the round)(?: round| one| money)? {_KINDS}{END}",
     r"what type of round did \g<who> raise\g<when>"),
    (rf"^(?![^?]*\b(?:most|least|largest|highest|smallest|lowest|more|less|fewest|fewer)\b)(?P<ask>(?:what|which) (?:type|kind|stage|"
     rf"sort|series|round)\b[^?]*?){_MARK}(?:was it |is it )?{_KINDS}\)?{END}", r"\g<ask>"),
)  # fmt: skip
_EXPECTED: Final = (
    r"(?:(?:the )?(?:analysts?['\u2019]? |street |market |wall street(?:['\u2019]s)? )?(?:consensus|estimates?|expectations?|expected|"
    r"forecasts? of "
    r"analysts|analyst forecasts?)|(?:what )?(?:the )?(?:analysts|the street|wall street|the market) (?:had )?(?:expected|been expecting|"
    r"forecast|"
    r"estimated|predicted|thought|looked for|were looking for|were expecting|wanted))"
)
_BEAT: Final = (
    r"(?:(?:did it |was (?:it|that) |is that |come in |came in |a |an )*(?:beat|miss|above|below|over|under|better|worse|ahead|short|"
    r"behind|higher|"
    r"lower|more|less|topped|exceed|hit))"
)
_EITHER: Final = rf"{_BEAT}(?: than| of)?(?: or |/| ?-or- ?){_BEAT}(?: than| of)?(?: it)?"
_OF_FIGURES: Final = (
    r"(?![^?]*\bland above or below\b)(?=[^?]*\b(?:revenues?|sales|eps|earnings|profits?|income|ebitda|margin|turnover|"
    r"loss|cash flow|ffo|results?)\b)"
)
_ESTIMATES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_OF_FIGURES}(?P<what>[^?:;]+?)(?: (?:vs\.?|versus|against|compared (?:to|with)|relative to) {_EXPECTED})?{_MARK}{_EITHER}"
     rf"(?: (?:against|versus|vs\.?|compared (?:to|with)|relative to))?(?: {_EXPECTED})?\)?{END}", r"did \g<what> land above or below "
     r"consensus"),
    (rf"^{_OF_FIGURES}(?:was|were|is|are|did|does|do) (?P<what>[^?:;]+?) {_EITHER} (?:against |versus |vs\.? |compared (?:to|with) |"
     rf"relative to )?"
     rf"{_EXPECTED}(?P<for>(?: (?:for|in|on|with) [^?:;]{{2,40}})?){END}", r"did \g<what> land above or below consensus\g<for>"),
    (rf"^{_OF_FIGURES}did (?P<what>{NAME}) {_EITHER} {_EXPECTED}(?P<for>(?: (?:for|in|on|with|as to) [^?:;]{{2,40}})?){END}",
     r"did \g<what> land above or below consensus\g<for>"),
    (rf"^{_OF_FIGURES}(?:was|were) (?P<what>[^?:;]+?) (?:a )?(?:beat or (?:a )?miss|hit or (?:a )?miss){END}", r"did \g<what> land "
     r"above or below consensus"),
)  # fmt: skip
_TWO: Final = rf"(?P<one>{NAME}),? (?:or|vs\.?|versus|and|against) (?P<two>{NAME})"
_WHO: Final = (
    r"(?:which(?: (?:one|company|firm|startup|business|of (?:them|the two|these|those|the companies)))?(?: of (?:them|the "
    r"two))?|who(?: of them)?)"
)
_FIRST: Final = r"(?:earlier|first|sooner|before the other(?: one)?|the earliest|earliest)"
_LAST: Final = r"(?:later|last|most recently|the latest|after the other(?: one)?)"
_DEEDS: Final = (
    (r"(?:raised?|got (?:its |the )?(?:money|funding)|(?:raised?|announced?|closed?|had|did|got|landed|received|completed?) "
     r"(?:its |an? |the |their )?(?:first |initial )?(?:round|funding|money|financing|funding round|raise))", "raised the {} round"),
    (r"(?:(?:made|announced|did|closed|completed) (?:its |an? |the )?(?:first )?(?:acquisition|takeover|deal|purchase)|bought (?:a company|"
     r"somebody|another company)|acquired (?:a company|somebody))", "made the {} acquisition"),
    (r"(?:was |were |got |been )(?:bought|acquired|taken over|sold)", "was the target of the {} acquisition"),
)  # fmt: skip


def _first(deed: str) -> Replacement:
    def put(found: re.Match[str]) -> str:
        """ "Acme or Hooli: which raised earlier": who raised the earliest round."""
        told = found.groupdict()
        if re.search(r"\b(?:first|initial)\b", found[0][: found.start("place")]) and re.fullmatch(_LAST, told["place"], re.IGNORECASE):
            return found[0]  # the later one of two first rounds
        last = re.fullmatch(_LAST, told["place"].strip(), re.IGNORECASE) is not None
        kind = f"{told['kind']} " if told.get("kind") else ""
        said = deed.format(f"{'latest' if last else 'earliest'} {kind}".strip())
        return f"which company {said}{told.get('when') or ''}, {told['one']} or {told['two']}"

    return put


_PLACE: Final = rf"(?P<place>{_FIRST}|{_LAST})"
_THEN: Final = r"(?P<when>(?: in (?:[a-z]+ )?(?:19|20)\d\d)?)"
_ORDER: Final[tuple[tuple[str, Replacement], ...]] = tuple(
    (pattern, _first(said))
    for deed, said in _DEEDS
    for pattern in (
        rf"^{_TWO}{_MARK}(?:and )?{_WHO} {deed} {_PLACE}{_THEN}{END}",
        rf"^{_WHO} {deed} {_PLACE}{_THEN}{_MARK}{_TWO}{END}",
        rf"^{_WHO} of {_TWO} {deed} {_PLACE}{_THEN}{END}",
        rf"^(?:did|has|was) {_TWO} {deed} {_PLACE}{_THEN}{END}",
    )
) + tuple(
    (pattern, _first("raised the {} round"))
    for kind in (r"(?P<kind>series [a-j]|seed|angel|debt)",)
    for pattern in (
        rf"^{_TWO}{_MARK}(?:and )?{_WHO} (?:raised|announced|closed|did|got|had) (?:its |an? |the )?{kind}(?: round)? "
        rf"{_PLACE}{_THEN}{END}",
        rf"^{_WHO} (?:raised|announced|closed|did|got|had) (?:its |an? |the )?{kind}(?: round)? {_PLACE}{_THEN}{_MARK}{_TWO}{END}",
        rf"^whose {kind}(?: round)? (?:was|came|is) (?:announced |closed |raised )?{_PLACE}{_THEN}{_MARK}{_TWO}{END}",
        rf"^{_TWO}{_MARK}whose {kind}(?: round)? (?:was|came|is) (?:announced |closed |raised )?{_PLACE}{_THEN}{END}",
    )
)  # fmt: skip
_RULES: Final = Rules((*_STATUS, *_TYPES, *_ESTIMATES, *_ORDER))


def asked_of(question: str) -> str:
    """A question with what it asks for in place of what it offers.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
