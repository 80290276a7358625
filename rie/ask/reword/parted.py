"""Units that a company sold: "buyers of Acme's divested units", "the businesses that Acme got rid of", "took it off whose hands"."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_UNITS: Final = r"(?P<units>units?|business(?:es)?|divisions?|operations|subsidiar(?:y|ies)|assets|companies|activities|parts|arms)"
_SOLD: Final = (
    r"(?:sold(?: off)?|divested|got rid of|disposed of|shed|offloaded|parted with|spun off|unloaded|hived off|let go(?: of)?|gave up|"
    r"put up for sale)"
)
_SELL: Final = r"(?:sell(?: off)?|divest|get rid of|dispose of|shed|offload|part with|spin off|unload|hive off|let go(?: of)?|give up)"
_PAST: Final = r"(?:divested|sold(?:-off)?|disposed|offloaded|discarded|spun[- ]off|unloaded|cast[- ]off)"
_BUYERS: Final = r"(?:(?:who (?:were|are)|name|list|show|which were) )?(?:the )?(?:buyers?|acquirers?|purchasers?|takers?|new owners?)"
_WHO: Final = rf"(?P<who>{NAME})"
_WHEN: Final = r"(?P<when>(?: (?:in|during|since|after|before) [^?.,;:]{4,24}?)?)"
_BOUGHT: Final = r"(?P<did>bought|acquired|took over|purchased|picked up|snapped up|got|took on)"


def _from(found: re.Match[str]) -> str:
    """Who bought units from somebody."""
    return f"who bought {_thing(found)} from {found['who']}{found['when']}"


def _thing(found: re.Match[str]) -> str:
    units = found["units"].lower()
    return units if units in ("unit", "units", "business", "businesses", "division", "divisions") else "businesses"


_END: Final = r"(?=\s*[?.!]*$)"
_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_BUYERS} (?:of|for) {_WHO}['\u2019]s? {_PAST} {_UNITS}{_WHEN}{_END}", _from),
    (rf"^{_BUYERS} (?:of|for) (?:the |all the |those )?{_UNITS} (?:that |which )?(?:were |was )?(?:{_PAST} by {_WHO}|"
     rf"(?P<other>{NAME}) (?:has |had |have )?{_SOLD}){_WHEN}{_END}",
     lambda found: f"who bought {_thing(found)} from {found['who'] or found['other']}{found['when']}"),
    (rf"^(?P<ask>who|which (?:company|companies|firms?|buyers?|acquirers?|groups?))(?: has| have)? {_BOUGHT} (?:the |any |some |all )?"
     rf"{_UNITS} (?:that |which )?{_WHO} (?:has |had |have )?{_SOLD}{_WHEN}{_END}",
     lambda found: f"{found['ask']} bought {_thing(found)} from {found['who']}{found['when']}"),
    (rf"^(?P<ask>who|which (?:company|companies|firms?|buyers?|acquirers?|groups?))(?: has| have)? {_BOUGHT} (?:the |any |some |all )?"
     rf"{_UNITS} of {_WHO}{_WHEN}{_END}",
     lambda found: f"{found['ask']} bought {_thing(found)} from {found['who']}{found['when']}"),
    (rf"^(?:which|what) {_UNITS} (?:has|have|had|did) {_WHO} (?:{_SOLD}|{_SELL}){_WHEN}{_END}",
     lambda found: f"what {'did' if found['when'] else 'has'} {found['who']} {'sell' if found['when'] else 'sold'}{found['when']}"),
    (rf"^{_WHO} (?:took|bought|got|acquired|picked) (?:up )?(?P<what>[^?.,;:]{{2,50}}?) (?:off|from) whose (?:hands|ownership){_END}",
     r"from whom did \g<who> buy \g<what>"),
    (rf"^(?:off|from|out of) whose hands did {_WHO} (?:take|buy|get|acquire) (?P<what>{NAME}){_END}", r"from whom did \g<who> buy "
     r"\g<what>"),
    (rf"^who(?:se hands)? did {_WHO} (?:take|buy|get|acquire) (?P<what>{NAME}) (?:off|from)(?: of)?{_END}",
     r"from whom did \g<who> buy \g<what>"),
)  # fmt: skip
_COMPILED: Final = Rules(_RULES)


def parted(question: str) -> str:
    """A question of what somebody sold with the words of a purchase.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _COMPILED).split())
