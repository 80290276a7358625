"""Earlier figures that a call compares its own with: "net income was $5 million, compared to $4 million in the prior quarter".

A figure counts when the words between it and its metric only link and compare, and the words behind it say plainly how long ago it was.
Patterns read shapes as those of `rie.pipeline.figures.statements` do.
"""

import re
from dataclasses import replace

from rie.pipeline.figures.statements import LONGEST, changed, links
from rie.values import Reference, Reported, reported

YEAR, QUARTER = 12, 3  # months
_THAN = r"(?:(?:as )?compare[ds]? (?:favou?rably )?(?:to|with)|versus|vs\.?|(?:up|down)?\s*from|against|than)"
_SOME = (r"(?:(?:about|approximately|nearly|almost|just|over|under|an?|the|our|its|positive|negative|net|adjusted|loss|income|profit|of|#)"
         r" )*")
_LAST_FIGURE = r"[$%](?:[^$%#§;:]|% of (?:our |total |net )*#){0,80}?"
_MOVED = r"\b(?:increas|decreas|improv|declin|expand|grew|grow|rose|fell)\w*"
_COMPARED = re.compile(rf"(?P<told>.*{_LAST_FIGURE}|.*{_MOVED})[\s,]*\(?(?:and |which |but |this )?{_THAN} {_SOME}$")
_COMPARES = re.compile(rf"(?:^|.*[\s,]){_THAN} {_SOME}$")
_OR_A_SHARE = re.compile(r"\$,? or (?:about |approximately |just )?$")
_A_SHARE = re.compile(
    r"(?:,? (?:and|or) (?:about |approximately |just )?\$?[\d.]+)?"
    r"\s*(?:per|a)(?: (?:fully|diluted|basic|common|adjusted))* (?:share|unit)")
_TIE = (r"[\s,]*(?:or [\d.]+ ?% of (?:\w+ ){1,3})?(?:(?:reported|recorded|earned|posted|generated|we \w+) )?"
        r"(?:(?:in|for|during|at|of|from) )?(?:the |our )?")
_SAME = r"(?:same|comparable|corresponding|equivalent|year-ago|prior-year|prior)"
_LAST_YEAR = r"(?:last|prior|previous|preceding)[- ](?:fiscal[- ])?year|year[- ]ago"
_YEAR_AGO = re.compile(
    rf"{_TIE}(?:{_SAME} (?:fiscal )?(?:quarter|period|three months|time)(?: (?:of|in|a|from))?(?: the)?"
    rf" (?:{_LAST_YEAR}|year before|year earlier)"
    rf"|(?:a |one )?year (?:ago|earlier|before)|(?:{_LAST_YEAR})(?:['’]s)?(?: (?:same |comparable |fiscal )?(?:quarter|period))?"
    rf"|(?:year[- ]ago|prior[- ]year)[- ](?:quarter|period)|(?:same|this) (?:quarter|period|time) (?:a year ago|last year))\b"
    rf"(?!['’ ]*s? (?:full|\w+ (?:half|months)|fiscal year))")
_QUARTER_AGO = re.compile(rf"{_TIE}(?:(?:prior|previous|preceding|last|linked|sequential) (?:fiscal )?quarter)\b")
_NAMED = re.compile(
    rf"{_TIE}(?P<named>(?:(?:{_LAST_YEAR})(?:['’]?s)?|20\d\d)?[ ]?(?:fiscal )?(?:first|second|third|fourth|q[1-4])\b"
    rf"(?:(?<!q\d)[- ](?:fiscal )?quarter)?"
    rf"(?:,? ?(?:of |in )?(?:the )?(?:fiscal (?:year )?)?(?:['’]?(?:20)?\d\d\b|{_LAST_YEAR}))?|(?:fiscal )?20\d\d\b)")
_OF_A_YEAR = re.compile(rf"{_TIE}(?:fiscal )?(?P<year>20\d\d) (?:period|quarter)\b")
_AGAINST = re.compile(rf"[^.;]{{0,80}}?{_THAN} ")
_ENDS = re.compile(r"[.;](?=\s|$)|, (?:and|while|but)\b")
_QUARTER_OF_YEAR = re.compile(
    rf"\b(?:(?:{_LAST_YEAR})(?:['’]s)?[- ](?:same |comparable |fiscal )?quarter\b|{_SAME} (?:fiscal )?quarter\b"
    rf"|(?P<quarter>(?:(?:{_LAST_YEAR})(?:['’]s)? )?(?:(?:first|second|third|fourth)[- ](?:fiscal )?quarter|q[1-4])"
    rf"(?:,? ?(?:of |in )?(?:the )?(?:fiscal (?:year )?)?(?:['’]?(?:20)?\d\d\b|{_LAST_YEAR}))?))")
_STOPS = re.compile(r"[,.;)]|\s(?:and|or|driven|due|which|while|with|as|primarily|reflecting|representing|on|but)\b|\s*$")


def compares(between: str, *, a_share: bool) -> bool:
    """Whether words link a metric with the figure that they compare its own with: "# was $, compared to $".

    Args:
        between: the shape of what stands between metric and figure.
        a_share: whether the figure is one a share, before which the sum itself may stand.
    """
    match = _COMPARED.fullmatch(_OR_A_SHARE.sub("", between) if a_share else between) if len(between) <= LONGEST else None
    if match is None:
        return False
    figure = max(match["told"].rfind("$"), match["told"].rfind("%"))
    own = match["told"].rfind("$", 0, max(figure, 0))
    if own >= 0 and match["told"][figure] == "%" and changed(True, match["told"][own + 1 : figure], ""):
        figure = own  # "was $5 million, an increase of 3%, compared to"
    return figure < 0 or links(match["told"][:figure], a_share=True, level=True)


def is_against_quarter(behind: str, now: Reference) -> bool:
    """Whether the words behind a figure compare it with the same quarter of the year before: it is one of a quarter itself.

    Args:
        behind: the words behind the figure up to the end of the sentence.
        now: the reported quarter.
    """
    match = _AGAINST.match(behind)
    told = behind[match.end() : match.end() + LONGEST] if match else ""
    if match is None or now.quarter is None:
        return False
    named = _QUARTER_OF_YEAR.search(_ENDS.split(told)[0])
    if named is None:
        return False
    then = reported(named["quarter"], None, None, replace(now, fiscal=True)) if named["quarter"] else None
    return then is None or (then.quarter == now.quarter and then.year in {None, now.year - 1})


def is_compared(lead: str) -> bool:
    """Whether a metric itself is named as what is compared with: "compared to # of $"."""
    return bool(_COMPARES.fullmatch(lead))


def months_ago(behind: str, now: Reference) -> int | None:
    """How many months before the reported quarter the words behind a figure say that it was told of; None where they do not.

    Args:
        behind: the words behind the figure up to the end of the sentence.
        now: the reported quarter.
    """
    share = _A_SHARE.match(behind)
    told = behind[share.end() :] if share else behind
    for pattern, months in ((_QUARTER_AGO, QUARTER), (_YEAR_AGO, YEAR)):
        match = pattern.match(told)
        if match and _STOPS.match(told, match.end()):
            return months
    same = _OF_A_YEAR.match(told)
    if same and int(same["year"]) == now.year - 1 and _STOPS.match(told, same.end()):
        return YEAR
    match = _NAMED.match(told)
    if match is None or not _STOPS.match(told, match.end()):
        return None
    return _between(reported(match["named"], None, None, replace(now, fiscal=True)), now)  # "last year" is the one before that of the call


def _between(told: Reported, now: Reference) -> int | None:
    if told.year is not None and told.quarter is None and now.quarter is None:
        return (now.year - told.year) * YEAR if told.year < now.year else None
    if told.year is None or told.quarter is None or now.quarter is None:
        return None
    quarters = now.year * 4 + now.quarter - told.year * 4 - told.quarter
    return quarters * QUARTER if quarters > 0 else None
