"""Ordinary wordings of figures, deals and posts: "how much lower than a year before", "rounds that were raised in dollars", "on which
boards does she sit", "since what date".

A rule keeps the names, periods and numbers of what it rewrites; what does not fit is refused by the grammar as before.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import ENDS, NAME, WHO
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_GREW: Final = {
    **dict.fromkeys(("went up", "rose", "grew", "increased", "climbed", "gained", "improved", "jumped"), "rise"),
    **dict.fromkeys(("went down", "fell", "dropped", "declined", "decreased", "shrank", "slipped", "lost"), "fall"),
}  # fmt: skip
_PART: Final = r"(?P<part>(?:q[1-4] |h[12] |(?:the )?(?:first|second|third|fourth) quarter of )?(?:fiscal |fy ?)?)(?P<year>(?:19|20)\d\d)"
_AGO: Final = (
    r"(?:(?:in |for |it was |it had been |that of )*(?:(?:a|one|the) year (?:before|earlier|ago|prior)|(?:the )?(?:same|corresponding|"
    r"comparable) (?:quarter|"
    r"period)(?: (?:of|in))?(?: (?:the|a))?(?: (?:year (?:before|earlier|ago)|previous year|prior year|preceding year))?|the (?:previous|"
    r"prior|preceding) "
    r"year(?:['\u2019]s (?:quarter|period))?|the year-ago (?:quarter|period|figure|level)))"
)
_THAN: Final = r"(?:lower|higher|more|less|larger|smaller|bigger|greater|better|worse)"


def _percent(found: re.Match[str]) -> str:
    """ "Acme's profit went up how many percent in 2017 against 2016": by how many percent did it rise."""
    return f"by how many percent did {found['what']} {_GREW[found['turn'].lower()]}{found['rest']}"


def _a_year_ago(found: re.Match[str]) -> str:
    """ "How much lower was Acme's income in Q2 2016 than a year before": than in Q2 2015."""
    return f"how much {found['more']} was {found['what']} in {found['part']}{found['year']} than in {found['part']}{int(found['year']) - 1}"


def _below(found: re.Match[str]) -> str:
    """ "Acme income Q2 2016: how far below the year-ago quarter"."""
    more = "lower" if found["far"].lower() in ("below", "under") else "higher"
    return f"how much {more} was {found['what']} in {found['part']}{found['year']} than in {found['part']}{int(found['year']) - 1}"


_LOST: Final = ("lose", "fall", "drop", "shed", "decline", "decrease", "shrink", "slip", "contract", "go down")


def _points(found: re.Match[str]) -> str:
    """ "How many percentage points did Acme's margin gain between 2016 and 2017": how much higher it was."""
    more = "lower" if found["turn"].lower() in _LOST else "higher"
    return f"how much {more} was {found['what']} in {found['to']} than in {found['since']}"


_FIGURES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<what>[^?.;:]{{4,60}}?),? (?P<turn>{'|'.join(_GREW)}) (?:by )?(?:how many (?:percent|%)|how much,? in (?:percent|%),?|what "
     rf"percent(?:age)?|how much percent)"
     rf"(?P<rest> (?:in|from|between|during|for)\b[^?]+?){ENDS}", _percent),
    (rf"^(?:by )?how much (?P<more>{_THAN}) (?:was|were|is) (?P<what>[^?;:]{{4,70}}?),? (?:in|for) {_PART} than {_AGO}{ENDS}", _a_year_ago),
    (rf"^(?P<what>[^?;:]{{4,70}}?),? (?:in |for )?{_PART}(?:[:,;] ?| - ?)how far (?P<far>below|above|under|over|ahead of) "
     rf"{_AGO}{ENDS}", _below),
    (rf"^(?:by )?how many (?:percentage |percent |basis )?points (?:did|has) (?P<what>[^?;:]{{4,70}}?) (?P<turn>gain|rise|grow|increase|"
     rf"improve|go up|climb|add|widen|expand|"
     rf"lose|fall|drop|shed|decline|decrease|shrink|slip|contract|go down|put on) (?:between|from) (?P<since>[^?]{{4,20}}?) (?:and|to) "
     rf"(?P<to>[^?]{{4,20}}?){ENDS}", _points),
    (rf"^(?:adding(?: up| together)?|taking|combining|summing(?: up)?|with) (?P<parts>(?:[^?,;:]{{2,30}}, )*[^?,;:]{{2,30}}?,? and "
     rf"[^?,;:]{{2,30}}?)(?: together| combined| added up)?, "
     rf"(?P<ask>(?:what|how much|how high) (?:was|were|is) )(?P<who>{NAME}['\u2019]s?) (?:total |combined )?(?P<what>revenues?|sales|"
     rf"turnover|net sales|net revenues?)"
     rf"(?P<when> (?:in|for|of) [^?]+?){ENDS}", r"\g<ask>\g<who> combined \g<what> in \g<parts>\g<when>"),
    (r"\b(?:deepest|widest|heaviest|steepest|severest|gravest|hugest) (?=(?:full[- ]year |annual |yearly |quarterly |net |operating "
     r")*loss(?:es)?\b)", "largest "),
    (r"(?<=\w )full[- ]year (?=(?:net |operating )?(?:loss(?:es)?|profits?|income|revenues?|sales)\b[^?]*\b(?:in|for|of) (?:fiscal "
     r")?(?:19|20)\d\d\b)", ""),
    (rf"^(?P<who>{NAME}) (?:warned|guided|gave guidance|gave an outlook|issued (?:a warning|guidance|an outlook|a forecast)|updated "
     rf"(?:its )?(?:guidance|outlook)|"
     rf"commented)(?: (?:on|for|about|as to|regarding)) (?P<when>[^?.;:]{{4,30}}?)[.;:] (?P<ask>(?:what|how much|which) [^?.;:]*?(?:did|"
     rf"does|was)) (?:it|they) (?P<did>expect|guide"
     rf"(?: to| for)?|foresee|predict|forecast|project|anticipate)(?: (?:for|in) (?:that|the|this) (?:quarter|year|period)| then)?{ENDS}",
     r"\g<ask> \g<who> \g<did> for \g<when>"),
    (rf"^(?=[^?]*\b(?:guidance|outlook|forecast)\b)(?P<head>[^?]*?(?P<year>(?:19|20)\d\d)[^?]*?)(?:, | \(|: )(?:the |its |their |as of |"
     rf"from |in )?(?P<month>january|february|march|april|"
     rf"may|june|july|august|september|october|november|december) (?:update|guidance|revision|outlook|version|forecast|one)\)?{ENDS}",
     r"\g<head> announced in \g<month> \g<year>"),
    (r"(?=[^?]*\b(?:guidance|outlook|forecast)\b)(?P<head>^[^?]*?) (?:given|issued|published|updated|released|provided|set out|made) in "
     r"(?=(?:[a-z]+ )(?:19|20)\d\d)", r"\g<head> announced in "),
)  # fmt: skip
_SOLD: Final = {
    **dict.fromkeys(("selling", "divesting", "offloading", "shedding", "disposing of"), "sold"),
    **dict.fromkeys(("buying", "acquiring", "snapping up", "purchasing", "taking over"), "bought"),
    **dict.fromkeys(("backing", "funding"), "backed"),
}  # fmt: skip
_OFFERED: Final = r"(?:offer(?:ed)?|pay|paid|bid|promised?|give|gave|propose[ds]?)"
_HOLDERS: Final = r"(?:(?:the )?(?:share|stock)?holders|owners|investors)"
_MOVED: Final = r"(?:denominated|raised|priced|stated|announced|quoted|expressed|paid|done|made|given|set)"
_CASH: Final = r"(?P<cash>(?:us )?dollars|euros|pounds|sterling|yen|usd|eur|gbp)"
_PAIRS: Final = r"(?P<facts>rounds|deals|financings|acquisitions|takeovers|purchases|raises)"
_BROKEN: Final = (
    r"(?:terminated|called off|cancelled|canceled|abandoned|collapsed?|fail(?:ed)?|scrapped|withdrawn|dropped|broken off|"
    r"fall through|fell through|killed|pulled)"
)
_DEALS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<who>{NAME}) (?:has|have) been (?P<did>{'|'.join(_SOLD)})(?: off)? (?P<what>[a-z][a-z ]{{2,24}}?)[,;.:?]*(?: [-\u2013])? "
     rf"(?:and )?how many(?: (?:of them|are there|is it|"
     rf"in all|in total))?(?: (?:so far|to date|until now|by now|already))?{ENDS}",
     lambda found: f"how many {found['what']} has {found['who']} {_SOLD[found['did'].lower()]}"),
    (rf"\b(?:would-be|prospective|potential|aspiring|hopeful|intending) (?=(?:buyers?|acquirers?|bidders?|"
     rf"purchasers?)\b[^?]*\b{_BROKEN}\b)", ""),
    (rf"\b(?P<had>had|saw|have|see) (?:their|its|the|an?) (?P<what>deals?|acquisitions?|takeovers?|bids?|offers?|purchases?|mergers?) "
     rf"(?:be |been |get |being )?(?={_BROKEN}\b)",
     lambda found: f"{found['had']} a {found['what'].rstrip('s')} "),
    (rf"^(?:what(?: is| was|['\u2019]s) (?:the )?)?(?:the )?(?:per[- ]share (?:price|amount|offer)|price per share|amount per share) "
     rf"(?:that )?{WHO} (?:has |had )?{_OFFERED}"
     rf"(?: to)? {_HOLDERS} (?:of|in) (?P<whom>{NAME}){ENDS}", r"what price per share did \g<who> offer for \g<whom>"),
    (rf"^(?:what|how much)(?: per share)? (?:did|does|will) {WHO} {_OFFERED}(?: to)? (?:{_HOLDERS} (?:of|in) (?P<whom>{NAME})|"
     rf"(?P<theirs>{NAME})(?:['\u2019]s?)? {_HOLDERS})"
     rf"(?: per share| a share| for each share)?{ENDS}",
     lambda found: f"what price per share did {found['who']} offer for {found['whom'] or found['theirs']}"
     if re.search(r"per share|a share|each share", found.string, re.IGNORECASE) else found[0]),
    (rf"^how much (?:per|a|for each|for every) share (?:do|did|will|would) (?:{_HOLDERS} (?:of|in) (?P<whom>{NAME})|"
     rf"(?P<theirs>{NAME})(?:['\u2019]s?)? {_HOLDERS}) (?:get|receive|be paid)"
     rf"(?: [^?]{{0,20}})?{ENDS}", lambda found: f"price per share of {found['whom'] or found['theirs']}"),
    (rf"^(?P<head>[^?]*\b{_PAIRS}\b[^?]*?),? (?:that|which) (?:were|was|are|is|have been) {_MOVED} in {_CASH}(?P<rest>{ENDS}|(?= (?:in|"
     rf"of|during)\b))", r"\g<head> priced in \g<cash>"),
    (rf"^(?:(?:looking|counting|considering|taking|using)(?: (?:only|just|solely))?(?: at| on)?(?: (?:only|just|solely))?|only|just|for|"
     rf"among|of) (?:the )?{_PAIRS} (?:(?:that were |which were )?"
     rf"{_MOVED} )?in {_CASH}(?: only| alone)?[,:] (?P<rest>(?:what|how)\b[^?]+?){ENDS}", r"\g<rest> priced in \g<cash>"),
    (rf"^(?P<rest>[^?]+?)(?:,| \() ?(?:and )?(?:(?:counting|taking|considering|using|looking at|including) )?(?:only |just )?(?:the "
     rf")?(?:{_PAIRS} (?:{_MOVED} )?in {_CASH}|"
     rf"(?P<one>dollar|euro|pound) (?:rounds|deals|financings|acquisitions))(?: only| alone)?\)?{ENDS}",
     lambda found: f"{found['rest']} priced in {found['cash'] or found['one'] + 's'}" if re.search(r"\bonly|just|counting|"
         r"alone\b", found[0]) else found[0]),
    (r"\b(?:carry|carried|carries|carrying|bore|bear|commanded|command) (?:an? |the )?(?:purchase )?price(?: tag)? (?:of|that was|above|"
     r"over|exceeding) ?", "had a price of "),
    (rf"^(?:of|among|amongst|from|out of) (?:all )?(?:the )?(?:companies|firms|start-?ups|businesses|targets) (?:that |which "
     rf")?(?P<one>{NAME} (?:has |had |have )?[a-z]+|[a-z]+ by {NAME}"
     rf"(?: (?:in|during) [^?,]{{4,20}})?),? (?:which|what)(?: ones?| company| companies| firms?| of them)? (?P<aux>had|has|have)?(?: "
     rf"?(?:itself|themselves|ever|also|previously|already))* ?(?P<two>[^?]+?){ENDS}",
     lambda found: f"which of the companies {found['one']} {found['aux'] + ' ' if found['aux'] else ''}{found['two']}"),
    (rf"^(?:of|among|amongst|from|out of) (?:all )?(?:the )?(?P<facts>(?:[a-z]+ )?(?:rounds|deals|acquisitions|takeovers))(?P<when> "
     rf"(?:in|of|from|during) [^?,]{{4,24}}?)?, which (?:(?P<many>two|three|four|"
     rf"five|ten|\d+) )?(?:was|were|is|are) (?:the )?(?P<best>largest|biggest|smallest|most expensive|cheapest|latest|earliest|first|"
     rf"last)(?: ones?)?{ENDS}",
     lambda found: f"the {found['many'] + ' ' if found['many'] else ''}{found['best']} "
         f"{found['facts'] if found['many'] else found['facts'].removesuffix('s')}{found['when'] or ''}"),
    (rf"^(?:of|among|amongst|from|out of) (?:all )?(?:the )?rounds(?P<when> (?:in|of|from|during) [^?,]{{4,24}}?)? (?:that|which) "
     rf"(?:have |had |were |was )?(?P<state>closed|completed)(?P<when2> (?:in|of|from|"
     rf"during) [^?,]{{4,24}}?)?, (?P<ask>(?:which|what) [^?,;:]+? raised (?:the )?(?:most|least)(?: money)?)(?P<order>[.,;?] "
     rf"[^?]*)?{ENDS}",
     lambda found: f"{found['ask']} in closed "
         f"rounds{(found['when'] or found['when2'] or '').replace(' of ', ' in ')}{found['order'] or ''}"),
)  # fmt: skip
_POST: Final = (
    r"(?P<post>(?:the )?(?:[a-z]+ )*?(?:ceo|cfo|coo|cto|cio|cmo|chief [a-z]+(?: officer)?|chair(?:man|woman|person)?|"
    r"president|director|general counsel|head of [a-z ]+|managing director|chief executive))"
)
_SINCE: Final = (
    r"(?:(?:since|from|as of|starting|beginning)(?: on| in| with)? (?:when|(?:what|which) (?:exact )?(?:date|day|month|year|"
    r"point|time)))"
)
_POSTS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_SINCE} (?:has|is|was|had|did) {WHO} (?:been |serve as |act as |be )?(?:in office as |serving as |acting as )?{_POST} "
     rf"(?P<of>of|at) (?P<at>[^?.,;:]+?){ENDS}",
     r"when did \g<who> become \g<post> of \g<at>"),
    (rf"^(?:on|at) (?:which|what) boards (?:does|did|do|is|has) {WHO} (?:sit|serve|been|sat|have a seat|a member|currently sit|a "
     rf"director)(?: on)?{ENDS}", r"which companies have \g<who> on their board"),
    (rf"^(?:which|what) (?:company |corporate )?boards? (?:does|did|do|is|has|was) {WHO} (?:sit on|serve on|on|joined?|a member of|sat "
     rf"on|belong to|currently on|part of|have a seat on|in){ENDS}",
     r"which companies have \g<who> on their board"),
    (rf"^{WHO} (?:is|sits|serves|was|sat) on (?:the )?boards? of (?:which|what) (?:compan(?:y|ies)|firms?|"
     rf"business(?:es)?){ENDS}", r"which companies have \g<who> on their board"),
    (rf"^{WHO} (?:sits|is|serves) on (?:which|what) boards{ENDS}", r"which companies have \g<who> on their board"),
    (r"\b(?:got|gets|get|received|obtained|found|gained) (?:itself |themselves )?an? new (?=(?:chair(?:man|woman|person)?|president|"
     r"finance (?:chief|director)|general counsel|chief [a-z]+)\b)", "appointed a new "),
    (r"(?P<head>\b(?:appointments?|hires|hirings|executives|people|persons|managers|directors|changes|departures)\b[^?]*?),? "
     r"(?:\()?(?:(?:with )?(?:the )?(?:board|interim|acting|temporary|non-executive)"
     r"(?: (?:seats?|members?|ones|roles?|posts?|appointments?|directors?|level))? (?:included|too|as well|counted)|(?:including|"
     r"counting|with) (?:the )?(?:board|interim|acting|temporary|non-executive)"
     rf"(?: (?:seats?|members?|ones|roles?|posts?|appointments?|directors?))?)\)?{ENDS}", r"\g<head>"),
)  # fmt: skip
_RULES: Final = Rules((*_FIGURES, *_DEALS, *_POSTS))


def ordinarily(question: str) -> str:
    """A question with such wordings in the words of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
