"""What people type in a hurry, written out: "whats", "w/", "q4 17", "'16", "per cent"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from rie.ask.reword.rewrite import Replacement, Rules, rewritten

LONG: Final = 12  # years that are written out one by one
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NTH: Final = "|".join(_ORDINALS)
_UNIT: Final = r"(?:million|billion|thousand|mln|bn|mil|percent|%|[mkb]\b|dollars|euros|pounds|usd|eur)"
_AFTER_YEAR: Final = (  # what follows "in 17" where it is a year and no number
    r"(?=\s*(?:$|[?.,;!)])|\s+(?:if|at|by|and|or|which|who|what|how|when|with|from|as|than|vs|versus|to|all|so|then|please|pls|on|did|"
    r"was|were|is|for|in|again|together|altogether|over|compared|against|only|names?|but)\b)"
)
_MONTH: Final = (
    "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december"
)
_PARTS: Final = {"first": 1, "opening": 1, "last": 4, "final": 4, "closing": 4}
_OF_YEAR: Final = r"quarters?,?(?: of| in)? (?P<year>(?:19|20)\d\d)\b"


_EVENTS: Final = (
    r"\b(?:rounds?|seed|series [a-j]|rais(?:e|es|ed|ing)|funding|financings?|acquisitions?|acquired?|takeovers?|deals?|bought|buy|buys|"
    r"ipos?|"
    r"invested|investors?|appointments?|appointed|hired|departures?|debt|loans?|startups?)\b"
)
_ONE_ROUND: Final = (  # over many, where a season begins and ends would change the answer
    r"(?=[^?]*\b(?:(?:seed|series [a-j])\b(?! rounds)|(?:type|kind) of round (?:did|was)\b))(?![^?]*\b(?:how many (?!dollars|euros|"
    r"pounds)|number|count|total|sum|average|mean|"
    r"median|all|list|"
    r"companies|startups|firms|rounds|deals|investors|who raised|top|most|largest|biggest|smallest|share)\b)"
)
_SEASONS: Final = {"spring": ("March", "May"), "summer": ("June", "August"), "autumn": ("September", "November")}


def _season(season: str, year: str) -> str:
    """ "Spring 2016": its three calendar months in the north; a winter is of two years."""
    first, last = _SEASONS["autumn" if season.lower() == "fall" else season.lower()]
    return f"from {first} {year} to {last} {year}"


def _part(part: str, year: str) -> str:
    """ "Early 2016", "the start of 2016": its first half."""
    first, last = ("July", "December") if part.lower().startswith(("late", "end", "last")) else ("January", "June")
    return f"from {first} {year} to {last} {year}"


def _year(digits: str) -> str:
    return f"{'20' if int(digits) < 50 else '19'}{digits}"


def _quarters(found: re.Match[str]) -> str:
    """ "the third and fourth quarters of 2017"."""
    one, two = (_ORDINALS[found[name].lower()] for name in ("one", "two"))
    link = "and" if found["link"].lower().split()[0] in ("and", "plus", "&") else found["link"]
    return f"Q{one} {found['year']} {link} Q{two} {found['year']}"


def _half(found: re.Match[str]) -> str:
    """ "the back two quarters of 2017"."""
    first = 1 if found["half"].lower() in ("first", "opening") else 3
    return f"Q{first} {found['year']} and Q{first + 1} {found['year']}"


def _same_quarters(found: re.Match[str]) -> str:
    """ "the second quarters of 2017 and 2018"."""
    quarter = f"Q{_ORDINALS[found['nth'].lower()]}"
    ends = re.fullmatch(r"(\d{4}) to (\d{4})", found["years"])
    if ends and 0 < int(ends[2]) - int(ends[1]) <= LONG:
        return " and ".join(f"{quarter} {year}" for year in range(int(ends[1]), int(ends[2]) + 1))
    return re.sub(r"(?=(?:19|20)\d\d)", f"{quarter} ", found["years"])


def _short_years(found: re.Match[str]) -> str:
    """ "between 16 and 17", "16 vs 17"."""
    return f"{found['before']}{_year(found['one'])}{found['link']}{_year(found['two'])}"


_FISCAL: Final = re.compile(
    r"\b(?:revenues?|sales|eps|earnings|profits?|income|ebitda|margins?|fiscal|fy|guidance|results?)\b", re.IGNORECASE
)


def _two_years(found: re.Match[str]) -> str:
    """ "Deals of 2015/16": of both years; figures may be of a fiscal year that is called so."""
    follows = int(found["two"]) == (int(found["one"]) + 1) % 100
    return f"{found['one']}-{int(found['one']) + 1}" if follows and not _FISCAL.search(found.string) else found[0]


_YEARS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"\b(?:the )?(?P<nth>{_NTH}) quarters of (?P<years>(?:19|20)\d\d(?:(?:,|,? and|,? or| to| vs\.?| versus) (?:19|20)\d\d)+)\b",
     _same_quarters),
    (
        rf"(?P<before>\b(?:between|from|in) )['\u2019]?(?P<one>[012]\d)(?P<link>\s*(?:-|\u2013|\bto\b|\band\b|\bthrough\b)\s*)"
        rf"['\u2019]?(?P<two>[012]\d)\b(?!['\u2019/]|\s*{_UNIT}){_AFTER_YEAR}",
        _short_years,
    ),
    (
        rf"(?P<before>[a-z] )['\u2019]?(?P<one>[012]\d)(?P<link>\s*(?:\bvs\.?|\bversus\b|\bagainst\b)\s*)"
        rf"['\u2019]?(?P<two>[012]\d)\b(?!['\u2019/]|\s*{_UNIT}){_AFTER_YEAR}",
        _short_years,
    ),
    (
        rf"\b(?P<one>(?:19|20)\d\d)(?P<link> (?:and|to|vs\.?|versus|through|or) )['\u2019]?(?P<two>0\d|1\d|2\d)\b(?!['\u2019/%]|"
        rf"\s*{_UNIT}){_AFTER_YEAR}",
        lambda found: f"{found['one']}{found['link']}{_year(found['two'])}",
    ),
    (
        rf"(?P<before>\b(?:in|since|during|until|till|throughout|for|of|through|calendar|back in) )['\u2019]?(?P<one>0\d|1\d|"
        rf"2\d)\b(?!['\u2019/%]|\s*{_UNIT}|\s+(?:to|and|or)\s+\d)"
        rf"{_AFTER_YEAR}",
        lambda found: f"{found['before']}{_year(found['one'])}",
    ),
    (rf"\b(?P<before>in|since|for|of) (?P<one>{_MONTH})\.? ['\u2019]?(?P<two>1\d|2\d)\b(?!,? ?(?:19|20)\d\d|[/-]|"
     rf"\s?{_UNIT})", lambda found: f"{found['before']} {found['one']} {_year(found['two'])}"),
    (rf"(?<!\d )\bover (?:the course of |all of |the whole of )?((?:19|20)\d\d)\b(?! {_UNIT}){_AFTER_YEAR}", r"in \1"),
    (r"\b(?:in|over|during) the course of (?:the year )?(?=(?:19|20)\d\d)", "in "),
    (r"\b(?:the )?(?:full[ -]|whole |financial |fiscal )?year (?:of )?((?:19|20)\d\d)\b", r"\1"),
    (
        r"\b(?:the )?(?P<part>first|opening|last|final|closing) (?:three|3) months of (?P<year>(?:19|20)\d\d)\b",
        lambda found: f"Q{_PARTS[found['part'].lower()]} {found['year']}",
    ),
    (r"\b(?:the )?(?P<half>first|opening|last|final|closing|back) (?:two|2) quarters (?:of |in )?(?P<year>(?:19|20)\d\d)\b", _half),
    (
        r"\b(?P<year>(?:19|20)\d\d)['\u2019]s (?P<part>first|second|third|fourth|last|final|closing|opening) quarter\b",
        lambda found: f"Q{(_PARTS | _ORDINALS)[found['part'].lower()]} {found['year']}",
    ),
    (r"\bfq([1-4])\b", r"Q\1"),
    (rf"^(?![^?]*{_EVENTS})(?P<head>.*?)\b(?:the )?(?:fiscal|financial|fy)[- ](?P<quarter>q[1-4]),? (?:of |in )?(?:fiscal |fy "
     rf"?)?(?P<year>(?:19|20)\d\d)\b",
     lambda found: f"{found['head']}{found['quarter'].upper()} {found['year']}"),
    (
        rf"^(?![^?]*{_EVENTS})(?P<head>.*?)\b(?:the )?(?:fiscal|financial)(?: year)?[- ](?P<nth>{_NTH}|last|final|opening|closing)[- "
        rf"]quarter,? "
        r"(?:of |in )?(?:fiscal |fy ?)?(?P<year>(?:19|20)\d\d)\b",
        lambda found: f"{found['head']}Q{(_PARTS | _ORDINALS)[found['nth'].lower()]} {found['year']}",
    ),
    (rf"\bat the (?:very )?(?:start|beginning|end|close|turn) of (?P<year>(?:19|20)\d\d),? (?:that is,? |namely )?\(?(?:in "
     rf")?(?P<month>{_MONTH})\b\)?(?! \d)",
     r"in \g<month> \g<year>"),
    (rf"^{_ONE_ROUND}(?P<head>.*?)\b(?:(?:in|at|around|during|by) )?(?:the )?(?:very )?(?P<part>early|late|start of|beginning of|first "
     rf"months of|end of|last months of)"
     r"(?: in)? (?P<year>(?:19|20)\d\d)\b(?! and| or|-)", lambda found: f"{found['head']}{_part(found['part'], found['year'])}"),
    (rf"^{_ONE_ROUND}(?P<head>.*?)\b(?:(?:in|during|over) )?(?:the )?(?P<season>spring|summer|autumn|"
     rf"fall),?(?: of| in)? (?P<year>(?:19|20)\d\d)\b",
     lambda found: f"{found['head']}{_season(found['season'], found['year'])}"),
    (r"(?<![\w/])(?P<one>(?:19|20)\d\d)/(?P<two>\d\d)\b(?!/)", _two_years),
    (
        rf"\b(?:the )?(?P<nth>{_NTH}|last|final) (?:fiscal |financial )?(?:quarter|qtr)s?,?(?: of| in)? (?:fiscal |fy ?)?['\u2019]?"
        rf"(?P<two>[012]\d)\b(?!['\u2019/.,%-]?\d|\s*{_UNIT}){_AFTER_YEAR}",
        lambda found: f"Q{({'last': 4, 'final': 4} | _ORDINALS)[found['nth'].lower()]} {_year(found['two'])}",
    ),
    (
        rf"\b(?P<one>{_NTH})[- ]quarter (?P<link>and|plus|to|&|vs\.?|versus) (?:the )?(?P<two>{_NTH})[- ]quarter,? "
        rf"(?:of |in )?(?P<year>(?:19|20)\d\d)\b",
        _quarters,
    ),
    (r"\bfrom ((?:19|20)\d\d) (?:onwards?|on|forward)\b(?! the)", r"since \1"),
    (r"\bpre-?((?:19|20)\d\d)\b", r"before \1"),
)
_THINGS: Final = (
    "(?:companies|firms|startups|start-ups|businesses|rounds|financings|acquisitions|deals|takeovers|investors|backers|executives|people|"
    "acquirers|buyers|sellers|targets|results|figures|appointments|departures)"
)
_WORDS: Final[tuple[tuple[str, Replacement], ...]] = (
    (r"\bs(?:eires|ereis|erise|eris|erries|eies|eriess|ries|eriers|erires)(?= ?[a-j]\b)", "series"),
    (r"\bat(?P<most>least|most)\b", r"at \g<most>"),
    (r"\b(?:morethan|more then)\b", "more than"),
    (r"\b(?:lessthan|less then)\b(?= [\d$\u20ac\u00a3])", "less than"),
    (r"\b(?P<how>how)(?P<much>much|many)\b", r"\g<how> \g<much>"),
    (r"\b(?:alltogether|all together)(?=\s*(?:[?.,;]|$))", "altogether"),
    (r"(?<!& )(?<!\w)(?-i:cos)\b(?!\.)", "companies"),
    (r"\b(list|show|of|name|all|them|rank|sort) ['\u2019]?em\b", r"\1 them"),
    (r"\b(?:ppl|folks)\b", "people"),
    (r"\b(?:m+i+l+i+o+n+|millon|mllion|milion|miljon)s?\b(?<!million)(?<!millions)", "million"),
    (r"\b(?:b+i+l+i+o+n+|billon|bllion|bilion)s?\b(?<!billion)(?<!billions)", "billion"),
    (r"\bwithin (?=(?:19|20)\d\d\b)", "in "),
    (r"\b(?P<asked>could|would|can|will|do) u\b", r"\g<asked> you"),
    (r"\b(?P<each>each|every|per|by) (?P<year>(?:19|20)\d\d) (?P<grain>quarter|month)\b", r"\g<each> \g<grain> of \g<year>"),
    (r"\bin (?:pounds? )?sterling\b", "in pounds"),
    (rf"\bof those (?=(?:(?:19|20)\d\d |[a-z-]+ )?{_THINGS}\b)", "of the "),
    (r"\bnew bosses\b", "new ceos"),
    (r"\b(they|who|we|you|there|which|that)['\u2019]ve\b", r"\1 have"),
    (rf"^(?:please |kindly )?(?:select|pick(?: out)?|choose|extract|retrieve) "
     rf"(?=(?:all |the |those |any |every )*(?:[\w-]+ )?{_THINGS}\b)", "list "),
    (r"\b(?:bring|take) home\b", "post"),
    (r"\b(?:brings|takes) home\b", "posts"),
    (r"\b(?:brought|took|taken) home\b", "posted"),
    (r"\b(they|you|we)['\u2019]re\b", r"\1 are"),
    (r"\b(they|it)['\u2019]d\b", r"\1 had"),
    (r"(?<=\w) (is|are|was|were|has|have|had|did|does|do)n['\u2019]?t(?= [a-z])", r" \1 not"),
    (r"(?<=[a-z?,] )(?-i:w)(?= [\w$\u20ac\u00a3])", "with"),
    (r"(?<=[a-z] )(?-i:n)(?= [a-z])", "and"),
    (r"(?-i:\buk\b)", "UK"),
    (r"\bexcl\b\.?", "excluding"),
    (r"\bover at (?=[A-Za-z])", "at "),
    (r"(?<=\w) (?-i:v)\.? (?=\w)", " vs "),
    (rf"\b(?:the )?months? of (?=(?:{_MONTH})\b)", ""),
    (r"\b(?P<ask>list|name|show|show me|give me|find) (?:all )?those (?P<what>[a-z]+s) (?=(?:that|which|who|whose|where|with)\b)",
     r"\g<ask> \g<what> "),
    (r"\b(?:as|in) (?:a |an )?(dollar|euro|pound) (?:amount|figure|sum|value)s?\b", r"in \1s"),
    (r"\bincl\b\.?", "including"),
    (r"\bno\.? of\b|\bnr\.? of\b", "number of"),
    (r"\b(the |a |whats the |what's the )diff\b", r"\1difference"),
    (r"\bdiff (?=[a-z]+s\b)", "different "),
    (r"\b(?:from )?(year|month|quarter|city|country|segment|region|sector|investor|company) (?:by|to|for|after) \1\b", r"by \1"),
    (r"\bq by q\b", "by quarter"),
    (r"\byrs? by yrs?\b", "by year"),
    (r"(?<=\w) \+ (?=[A-Za-z]|(?:19|20)\d\d)", " plus "),
    (r"([$\u20ac\u00a3]\s?[\d.,]+\s?(?:m|mm|mn|bn|b|k|million|billion)?|\d (?:million|billion)(?: dollars| euros| "
     r"pounds)?)(?:[ -])mark\b", r"\1"),
    (r"\baussie dollars?\b", "Australian dollars"),
    (r"(?<=\d )quid\b|(?<=\d[mk] )quid\b|(?<=million )quid\b|(?<=thousand )quid\b", "pounds"),
    (r"\bmass\. (?=[a-z])", "Massachusetts "),
    (r"\bpercent ?wise\b", "in percent"),
    (r"\b(money|count|funding|price|sales|revenue|value|volume|number|size)[ -]?wise\b", r"by \1"),
    (r"\bin (dollar|euro|pound) terms\b", r"in \1s"),
    (r"\bin (sterling|yen|money|percentage) terms\b", r"in \1"),
    (r"\ball[ -]time (?=largest|biggest|highest|smallest|lowest|record|top)", ""),
    (r"\b(?:of|for) all time\b|\ball time\b", ""),
    (r"\bthe (?:single )?(very|single) (?=(?:\w+est|first|last|most|least)\b)", "the "),
    (r"\bvery (?=(?:\w+est|first|last)\b)", ""),
)
_REWRITES: Final = Rules(
    (
        *_YEARS,
        *_WORDS,
        (r"(?<![\w'])(what|who|when|where|how)s\b", r"\1's"),
        (r"(?<![\w/])w/o(?!\w)", "without"),
        (r"(?<![\w/])w/ ?(?=\w)", "with "),
        (r"\bper cents?\b", "percent"),
        (r"\bcash[- ]?flows?\b", "cash flow"),
        (r"(?<!\w)A\$(?!\s?\d)", "AUD"),
        (r"(?<!\w)C\$(?!\s?\d)", "CAD"),
        (r"\bop (?=(?:profits?|income|margins?|loss)\b)", "operating "),
        (r"\byrs?\b", "year"),
        (r"\b(non[- ]|no |the )us\b(?! (?:all|to|in|and|a|the|how|what|which|who|when|know)\b)", r"\1US"),
        (r"\bus and uk\b", "US and UK"),
        (
            r"\b(q[1-4]|h[12])\s*(?:fy\s*)?['\u2019]?(0\d|1\d|2\d)\b(?![\d%]|\s?(?:million|billion|thousand|mln|bn|[mk])\b)",
            lambda found: f"{found[1].upper()} {_year(found[2])}",
        ),
        (r"(?<![\w\d'\u2019])['\u2019](0\d|1\d|2\d)\b(?!\d)", lambda found: _year(found[1])),
        (r"\b((?:19|20)\d\d)\s*(?:->|=>|\u2192)\s*((?:19|20)\d\d)\b", r"\1 to \2"),
        (r"(?<![\d/])(0[1-9]|1[0-2])/((?:19|20)\d\d)\b", lambda found: f"{_MONTHS[int(found[1]) - 1]} {found[2]}"),
        (rf"\b(?P<one>{_NTH})(?: quarters?)? (?P<link>and|plus|to|&)(?: the)? (?P<two>{_NTH}) {_OF_YEAR}", _quarters),
        (r"\bfirst (?:two|2) quarters (?:of |in )?((?:19|20)\d\d)\b", r"Q1 \1 and Q2 \1"),
        (r"\b(?:last|final) quarter of ((?:19|20)\d\d)\b", r"Q4 \1"),
        (r"\b(\d+(?:\.\d+)?) ?mil\b", r"\1 million"),
        (r"\ba mil(?:lion)?\b(?= dollars|[?.,!]?$)", "1 million"),
    )
)  # fmt: skip


def written_out(question: str, spellings: Mapping[str, str] = MappingProxyType({})) -> str:
    """A question with what is usually typed short written out.

    Args:
        question: as it was asked, with single spaces.
        spellings: regular expressions of a domain with what they are written out as.
    """
    return rewritten(rewritten(question, _REWRITES), _compiled(tuple(spellings.items())))


@lru_cache(maxsize=32)
def _compiled(spellings: tuple[tuple[str, str], ...]) -> Rules:
    return Rules(spellings, re.NOFLAG)
