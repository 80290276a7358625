"""Figures that a call says its company expects: effects on them, what had been expected before, and what others bring in are none.

"We expect a currency effect on revenue of $50 million", "raised our guidance from $5.28 to $5.35", "the sale will generate $40 million",
"further potential upside to earnings of $0.60": each has a metric, a figure and a word that expects, and tells no guidance. Patterns read
shapes as those of `rie.pipeline.figures.statements` do.
"""

import re

BEFORE = 400  # characters before a metric that are read
NEXT = 60  # characters behind a figure in which it is said to be expected
_EXPECTS = re.compile(
    r"\b(?:expect(?:s|ed|ing|ations?)?|anticipat\w+|forecast\w*|project(?:s|ed|ing|ions?)?|estimat\w+|predict\w*|foresee\w*|envisag\w*"
    r"|believe|outlook|guidance|guid(?:e|es|ed|ing)|target\w*|goals?|aim\w*|ambition|plan(?:s|ned|ning)?|budget\w*|intend\w*|rang(?:e|es|ing)"
    r"|midpoints?|see|seeing|looking|assum\w+|model(?:ing|ed)?|will|would|should|could|can|may|likely|on track|remains?"
    r"|unchanged|no change to|reaffirm\w*|reiterat\w*|maintain(?:s|ing)?|confirm(?:s|ing)|updat\w+|revis\w+|initiat\w+|introduc\w+"
    r"|establish\w*|set to|rais(?:e|es|ing)|increasing (?:our|the|full|fiscal)|lifting|narrowing|lowering|tightening"
    r"|continues?|is to|are to|to be)\b")
_EXPECTED = re.compile(r"\b(?:is|are) (?:now |currently )?(?:expected|anticipated|forecast|projected)|\bguidance\b|\boutlook\b")
_REACHES = re.compile(  # expectations that something is compared with
    r"\b(?:as (?:expected|anticipated|projected|planned|forecast)"
    r"|(?:than|what|we|had) (?:we )?(?:were |had )?(?:previously |originally )?(?:expected|anticipated)"
    r"|(?:exceed\w*|surpass\w*|above|beat\w*|within|ahead of|in line with|consistent with|better than)"
    r" (?!this\b)(?:(?:[\w’'-]+|[@#§©]),? ){0,5}"
    r"(?:guidance|outlook|expectations?|targets?|range|forecasts?|estimates?|plan)\b(?: range\b)?)")
_TELLS = re.compile(
    r"\b(?:was|were|had been|came in|reported|generated|delivered|achieved|earned|posted|recorded|moderated|improved|grew|rose|fell"
    r"|(?<!has )(?<!have )increased|represented|decreased|declined|ended|finished|reached|did reach|maintained|spent|received|doubled?"
    r"|would have|saw|we have|have had)\b")
_FORMER = re.compile(
    r"\b(?:were|was|had|been) (?:previously |originally )?(?:expecting|anticipating|forecasting|guiding|targeting|guided|forecast)\b"
    r"|^\W*(?:at|by|before) that (?:time|point),? we\b"
    r"|\b(?:said|noted|stated|outlined|mentioned)\b[^.;]{0,30} that we (?:were |would |had |expect)"
    r"|\bentering (?:fiscal )?[@\d]\w*, we\b|\bcoming into the (?:quarter|year)\b"
    r"|\b(?:guidance|outlook|forecast|estimate|target)\b[^,;]{0,40} was\b"
    r"|\b(?:analysts?['’]?|consensus|street) (?:estimates?|expectations?|consensus)\b")
_FROM = re.compile(  # "raised our guidance from a midpoint of"
    r"\b(?:rais|increas|lift|lower|cut|reduc|revis|narrow|updat|improv|tighten|mov|mid-?point|chang|up|down|went|go)\w*\b[^;]*"
    r"(?<!range )(?<!ranging )(?<!ranges )\bfrom (?:(?:a|an|the|our|at least|about|approximately|around|prior|previous|initial|original"
    r"|range|midpoint|mid-point|low end|high end|guidance|outlook|estimate|forecast|target|of|between) )*$")
_TO = re.compile(r"\bto\b")
_OF_GUIDANCE = re.compile(r"\s*(?:per share )?(?:guidance|outlook|forecast|range|estimate|target|expectation)")
_EFFECT = (r"\b(?:impacts?|effects?|headwinds?|tailwinds?|benefits?|upsides?|downsides?|accretion|dilution|contributions?|increases?"
           r"|decreases?|reductions?|declines?|growth|improvements?|changes?|differences?|savings?|drag|losses|gains?|proceeds)\b")
_ON = re.compile(  # before a metric: "a favorable impact on our"
    rf"{_EFFECT}(?:(?!\band\b)[^;#$%@]){{0,25}}\b(?:in|of|on|to|from|for|at)\s+(?:(?:(?!and\b)[\w’'-]+) ){{0,5}}$")
_HAS = re.compile(rf"[^,%]*?{_EFFECT}(?<!growth)")  # right behind a metric: "earnings per share accretion of"
_NEAR = re.compile(rf"{_EFFECT}[^#$%]{{0,25}}$|\bby (?:\$ and |about |approximately |an additional )*$"
                   r"|\b(?:excludes?|assumes? receiving)\b[^,]*$")
_LISTED = re.compile(r"[\s,]*(?:and|or)?\s*")
_OTHERS = re.compile(
    r"\b(?:incremental|decremental|additional|lost|delayed|deferred|potential|foregone|cumulative|contracted|divested|acquired|unrealized"
    r"|currency|exchange|fx|translation|annuali[sz]ed|run[- ]rate|per|monthly|weekly|daily|of the) (?:[\w-]+ )?$")
_TOUCHES = re.compile(
    r"\b(?:exclud(?:es?|ed)|reduces?|(?:will|would|to|could|may) (?:[a-z]+ly )?(?:reduce|impact|benefit|affect|hurt)|impacted|benefits"
    r"|benefited|assumes? receiving|boosts?|includ(?:es?|ing) (?:an? |the )?(?:un)?favou?rable)\b[^,;]*$")
_THAN = re.compile(
    r"\b(?:compared (?:to|with)|compare that to|versus|vs\.?|than|relative to|over the|(?:at or )?above|below|half of"
    r"|(?:increase|decrease|up|down|improve|grow|decline) from)\b[^,;$%]*$")
_BRINGS = re.compile(  # what only a part of the company, or another one, brings in
    r"\b(?:acquisitions?|acquired \w+|transactions?|deals?|projects?|programs?|initiatives?|investments?|sales?|partnerships?|agreements?"
    r"|contracts?|awards?|volume|m&a\b[^.;]*|it|which|that|products?|launch(?:es)?|expansions?)"
    r" (?:we believe )?(?:(?:is|are|will|should|would|could|can|to|now|also|currently|expected|anticipated|projected|estimated) )*"
    r"(?:deliver|contribute|generate|add|produce|bring|yield|enable)s?\b[^;]*$")
_GOES_ON = re.compile(
    r"\s*(?:per share )?(?:higher|lower|better|worse|more|less|favorable|unfavorable|increase|decrease|improvement|accretion|headwinds?"
    r"|tailwinds?|impact|benefit|reduction|related to|of (?:this|that|these|government|increased|incremental|additional)"
    r"|in (?:increased|incremental|additional|underlying|net proceeds|backlog)|per year|(?:a|each) year|(?:a|per|each) (?:day|week|month)"
    r"|over the next (?:\w+ )?years"
    r"|for each|backlog"
    r"|(?:\w+ )?(?:to [\d.]+ \w+ )?megawatt|from (?:the |our )?(?:[\w-]+ ){0,4}(?:acquisition|transaction|sale|divestiture)"
    r"|versus (?:(?!guidance)[\w-]+ ){0,3}guidance(?! (?:of|at|which)))\b")
_VAGUE = re.compile(r"\b(?:low|mid|high|upper)[- ]$")


def foresees(lead: str, between: str, behind: str, *, metric_first: bool) -> bool:
    """Whether a sentence says that a company expects a figure of a metric, and says it of the figure itself.

    Args:
        lead: the shape of what stands before metric and figure.
        between: the shape of what stands between them.
        behind: the words behind the latter.
        metric_first: whether the metric stands before its figure.
    """
    clause = re.split(r"[;:]", lead[-BEFORE:])[-1]
    told = f"{clause}#{between}" if metric_first else clause
    return _is_expected(told, behind) and not (
        _FORMER.search(told) or (_FROM.search(told) and _TO.search(behind[:NEXT])) or _GOES_ON.match(behind)
        or _TOUCHES.search(clause) or _BRINGS.search(clause) or _is_effect(clause, between, metric_first=metric_first))


def is_vague(before: str, behind: str) -> bool:
    """Whether a figure is the round one of a range that nobody bounds: "in the low 12% range"."""
    return bool(_VAGUE.search(before)) and behind.startswith(" range")


def _is_expected(told: str, behind: str) -> bool:
    """Whether the last of the words before a figure that say what it is expects it."""
    plain = _REACHES.sub("~", told)
    expects, tells = ([match.end() for match in pattern.finditer(plain)] for pattern in (_EXPECTS, _TELLS))
    if not expects:
        return _EXPECTED.search(behind[:NEXT]) is not None
    return not tells or expects[-1] > tells[-1]


def _is_effect(clause: str, between: str, *, metric_first: bool) -> bool:
    """Whether a figure is an effect on a metric, a difference, or what a metric is compared with."""
    if not metric_first:
        return bool(_ON.search(f"{between} ") or _NEAR.search(between) or _OTHERS.search(between) or _OTHERS.search(clause))
    if _HAS.match(between) or _NEAR.search(between) or _THAN.search(clause) or (between.strip() and _LISTED.fullmatch(between)):
        return True
    return not _OF_GUIDANCE.match(between) and bool(_ON.search(clause) or _OTHERS.search(clause))
