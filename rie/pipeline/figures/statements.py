"""The grammar of plain statements in speech: which words may stand before, between and behind a metric and its figure.

Patterns read shapes: "$" is a sum, "%" a percentage, "@" a time, "#" a metric, "©" a company, "§" a part of one.
"""

import re

LONGEST = 160  # characters between a metric and its figure
BEFORE = 400  # characters before a metric that are read
LEAD = 60  # characters before a metric in which a share of it is told


def links(between: str, *, a_share: bool, level: bool) -> bool:
    """Whether words only link a metric with the figure behind them: "# for the @ was up % to $".

    Args:
        between: the shape of what stands between them.
        a_share: whether the figure is one a share, before which the sum itself may stand: "net income of $5 million or $0.50 per share".
        level: whether the metric is itself a change, so that "comparable sales rose 3%" tells its figure.
    """
    if len(between) > LONGEST:
        return False
    told = _AND_A_SHARE.sub("", between) if a_share else between
    if told.strip() == "," or not _LINKS.fullmatch(told):
        return False
    return level or not _MOVES.search(told) or bool(_ARRIVES.search(told))


def precedes(lead: str, between: str) -> bool:
    """Whether a figure stands before its metric: "we generated $5 million of free cash flow"."""
    return len(between) <= LONGEST and bool(_OF.fullmatch(between) and _TELLS.search(lead[-BEFORE:]))


def without_comparison(before: str) -> str:
    """The words before a figure without the period that it moved from: "up 9% from the prior year to"."""
    return _MOVED_FROM.sub(" ", before)


def is_foreign(lead: str) -> bool:
    """Whether the words before a metric make it an effect, a comparison, a share or a sum of something else."""
    clause = re.split(r"[$;:]", lead[-BEFORE:])[-1]
    return any(pattern.search(clause) for pattern in _FOREIGN) or bool(_SHARE_OF.search(lead[-LEAD:]))


def goes_on(behind: str) -> bool:
    """Whether the words behind a figure say that it is a difference, an effect, or of something else."""
    return bool(_GOES_ON.match(behind))


def basis_behind(behind: str) -> str:
    """The words right behind a figure that say its basis: "on an adjusted basis"; empty when there are none."""
    match = _BASIS.match(behind)
    return match[0] if match else ""


def changed(figure_first: bool, between: str, behind: str) -> bool:
    """Whether a percentage is by what a figure changed: "$, up %", "grew % to $".

    Args:
        figure_first: whether the figure stands before the percentage.
        between: the shape of what stands between them.
        behind: the words behind the percentage, in which it may be called organic, or of something else.
    """
    clause = re.split(r"[,;.]|\band\b", behind, maxsplit=1)[0]
    a_fall_by_a_sum = "$" in between and _FALLS.search(between)  # whose sign the words before the percentage no longer say
    told = len(between) <= LONGEST and (_BY if figure_first else _UP_TO).fullmatch(between)
    return bool(told) and not _ANOTHER.search(clause) and not a_fall_by_a_sum


def is_sequential(sentence: str) -> bool:
    """Whether a sentence compares with the quarter before, or names a quarter that it may compare with."""
    return bool(_SEQUENTIAL.search(sentence))


def acts(behind: str) -> bool:
    """Whether what a part's name is followed by says that it earned something: "§ generated"."""
    return bool(_ACTS.match(behind))


def is_of(between: str) -> bool:
    """Whether words tie a metric to the part behind it: "revenue for our §"."""
    return bool(_FOR.fullmatch(between))


def _any(words: str) -> str:
    return "|".join(words.split())


_ABOUT = "(?:" + _any("""about approximately around nearly almost roughly just over under slightly more than some a an the record solid
    strong of""") + ")"
_MOVED = _any("""increased decreased grew rose improved expanded declined fell dropped climbed increasing growing
    improving up down higher lower doubled tripled""")
_LINKING = _any("""of was were is are be came come in at to total totaled totalled totaling totalling amounted reached stood reaching
    negative finished ended closed hit remained about approximately around nearly almost roughly just over slightly
    more than under some a an the our for on during this per diluted basic common fully share unit
    attributable attributed available shareholders stockholders basis gaap non-gaap adjusted reported
    constant currency continuing operations before after income taxes tax again also well strong solid
    healthy robust record impressive new another sequentially year quarter or first second third fourth
    compname which from all sources recent most current months three end value expectations line with measure
    figure good net loss profit""")
_EARLIER = _any("""@ year prior previous last same comparable quarter period ago a first second third fourth of in fiscal""")
_LINKS = re.compile(
    rf"""(?:[\s,:–—-]|[@©]
    |(?:by\ |of\ )?(?:{_ABOUT}\ )*%|by\ \$,?(?=\ or)
    |(?:{_MOVED})\ (?:by\ )?(?:{_ABOUT}\ )*\$(?:,?\ or\ (?:{_ABOUT}\ )*%,?)?(?=\ (?:[^$]*\ )?to\b)
    |\$(?:\ per\ (?:[\w-]+\ ){{0,2}}share)?\ (?:as|on\ an?)\ (?:reported|gaap|adjusted|non-gaap|statutory)(?:\ basis)?,?\ and\b
    |(?:by\ )?(?:{_ABOUT}\ )*[\d.,]+\ (?:basis\ points|bps?|percentage\ points?|points?)
    |\(?(?:a|an|which\ is\ a)?\ ?non-gaap\ (?:financial\ )?(?:measure|metric)\)?
    |(?:compared\ (?:to|with)|over|from|versus|vs\.?|year[-\ ]on|year[-\ ]over)[-\ ](?:the\ |our\ )?(?:(?:{_EARLIER})(?:['’]s)?[-\ ]?)+
        (?=to\b|was\b|were\b|,)
    |(?:adjusted\ for|excluding|including)\ (?:special\ |certain\ |one-time\ |non-?recurring\ |unusual\ )*items
    |for\ the\ company|§(?:\ segment|\ division|\ business)?
    |attribut(?:able|ed)\ to\ (?!(?:the\ |our\ )?(?:non-?controlling|minority))(?:[\w&-]+\ ){{1,3}}(?=was\b|were\b|of\b|for\b)
    |\b(?:{_LINKING}|{_MOVED})\b)*""", re.IGNORECASE | re.VERBOSE)
_AND_A_SHARE = re.compile(rf"(?:{_ABOUT} )*\$,? (?:or|and|which (?:is|was|equates to)|equal to|equivalent to|equating to)\b")
_MOVES = re.compile(rf"\b(?:{_MOVED})\b")
_MOVED_FROM = re.compile(
    rf"(?:\b(?:compared (?:to|with)|over|from|versus|vs\.?)|,) (?:the |our )?(?:(?:{_EARLIER})(?:['’]s)?[- ]?)+(?=to\b|was\b|were\b)")
_ARRIVES = re.compile(rf"\b(?:to|at|was|were|of|totaled|totaling|reaching|reached|totalling)[ ,]*(?:(?:{_ABOUT}|@|in|for|,)[ ,]*)*$")
_QUALIFYING = _any("""our total net consolidated company adjusted diluted gaap non-gaap @ record quarterly operating core reported fully
    worldwide the fourth third second first quarter in underlying""")
_OF = re.compile(rf"\s*(?:\([^)]*\)\s*)?(?:of|in|for)\s+(?:(?:{_QUALIFYING})\s*)*", re.IGNORECASE)
_TELLS = re.compile(
    r"(?:\b(?:we|company|our team|which|and|business|results?)\b|©)[^$%#§]{0,70}\b(?:reported|generated|delivered|recorded|produced"
    rf"|achieved|earned|posted|had|saw|(?:finished|ended) with|result(?:ed|ing) in|generating|delivering|producing)\s+(?:{_ABOUT}\s+)*$")
_EFFECTS = _any("""increase decrease decline reduction growth change improvement impact headwind tailwind benefit
    contribution drag portion percent percentage range gain effect difference erosion adjustments? add
    shortfall upside loss recovery rise drop expectations? pressure provision reserve allowance release request""")
_OTHERS = _any("""incremental decremental lost delayed deferred annuali[sz]ed expected potential average remaining
    additional associated related foregone previous prior last trailing ltm ttm run[-\\s]rate implied minimum
    peak estimated forecasted projected future target targeted negative recurring divested acquired assumed
    cumulative committed contracted guaranteed other combined unrealized realized recognized underwriting
    peer market industry consumer customer customers['’] online digital per each monthly month weekly daily
    same-store investment catastrophe insured derivative mark-to-market translation hedging segment division
    trust fee service services product""")
_FOREIGN = tuple(map(re.compile, (
    r"\b(?:compared|versus|vs\.?|against|up from|down from|than|relative to)\b[^,]*$",
    rf"\b(?:{_EFFECTS})s?\b[^,;#]{{0,12}}\b(?:in|of|on|to|from|for)\s+(?:[\w-]+\s+){{0,5}}$",
    rf"\b(?:{_OTHERS})\s+(?:[\w-]+\s+)?$",
    r"\b(?:add(?:ed|s|ing)|contribut\w+|impact\w*|reduc\w+|boost\w*|hurt\w*|benefit\w*|offset\w*|affected|excluded|includ\w+|lowered|relates?)\b"
    r"[^,]*$",
    r"\bexcluding (?:[\w-]+ ){0,3}$",
    r"\btranslat\w+ (?:in)?to (?:an? )?(?:higher|lower|additional|incremental|improved) (?:[\w-]+ ){0,2}$",
    r"\b(?:less|minus|plus|net of|deducting)\s+(?:[\w-]+\s+){0,2}$",
    r"\b(?:request(?:ed|ing|s)|sought|seek(?:s|ing)?|proposed|propos(?:es|ing)|authori[sz]ed|approved|allowed|permitted)\b",
    r"\b(?:corporate|segment|division(?:al)?) results\b[^,]*$",
    r"\b(?:these|those) (?:[\w-]+ ){0,3}(?:businesses|companies|brands|assets|acquisitions|properties|units)\b[^,]*$",
    r"\b(?:which|that) (?:\w+ )?(?:generated|produced|contributed|delivered|reported|recorded|earned|posted|had|have|has)\b[^,]*$",
)))
_SHARE_OF = re.compile(r"\b(?:percent|half|third|quarter|most|some|portion|part|share|bulk|%) of (?:[\w-]+ ){0,4}$")
_GOES_ON = re.compile(
    r"""\s*,?\s*(?:of\ )?(?:above|below|higher|better|ahead|worse|more|less|increase|decrease|decline|improvement|favorable|unfavorable
    |headwinds?|tailwinds?|impact|benefit|charges?|loss(?:es)?\ (?:on|from)|gains?|of\ (?:which|this|that)
    |related\ to|associated\ with|in\ each
    |attributable\ to\ (?!common|share|stock|the\ company)|from\ (?!continuing|operations|a\ year|the|last|prior|our|an?\b)
    |per\ (?!share|diluted|basic|common|fully|ads|unit)|(?:a|each)\ (?:day|month|week|year|ton|barrel|store|customer)\b
    |to\ (?:about\ |approximately\ )?\$|-\s?\$|and\ \$|cases|units|shares|tons
    |per\ share\ (?:impact|benefit|charge|headwind|related|higher|lower|above|below|increase|decrease)
    |in\ other\ (?:income|expenses?)
    |(?:in|for|during|from|at)\ (?:the\ )?(?:prior|last|previous|same|comparable|corresponding|year-ago|full|first\ half|next)\b
    |a\ year\ ago|last\ year|year[-\ ]ago|annual|on\ an\ annual|in\ annual|range|or\ (?:better|more|higher|greater)|to\ date|so\ far)\b
    |\s*(?:plus|\+)(?!\w)|\ lower\b""", re.VERBOSE)
_BASIS = re.compile(
    r"""(?:,?\ (?:per\ (?:[\w-]+\ ){0,2}share,?\ )?excluding\ [^,;.]*)
    |[\s,(]*(?:per\ (?:[\w-]+\ ){0,2}share[\s,(]*)?(?:on\ an?\ |as\ |excluding\ |before\ |ex-)?(?:an\ )?(?:(?!(?:and|or|with)\ )[\w-]+\ )?
    (?:adjusted|non-gaap|gaap|core|underlying|reported|normali[sz]ed|items|statutory|special)(?:\ items|\ charges)?
    (?=[\ ,.)]+(?:basis|measure|$|[,.)]|and\ |which|up|down|compared|versus|before|for\ the|in\ the))""", re.IGNORECASE | re.VERBOSE)
_BY = re.compile(
    r"""(?:\ per\ (?:[\w-]+\ ){0,2}share)?[\s,(]*(?:(?:for|in|during|at|as\ of)\ (?:the\ )?@[\s,]*)?
    (?:which\ |that\ |and\ |this\ |it\ |compname\ )*
    (?:was\ |is\ |were\ |represent(?:s|ed|ing)\ |reflect(?:s|ed|ing)\ )?
    (?:(?:an?|up|down|increas(?:e|ed|ing)|decreas(?:e|ed|ing)|grew|growth|declin(?:e|ed|ing)|rose|fell|improv(?:ed|ement|ing)|rise|drop|gain
    |of|by|higher|lower|about|approximately|nearly|over|roughly|more\ than|almost|just|year[-\ ]over[-\ ]year|strong|solid|\$,?\ or)\ )*""",
    re.VERBOSE)
_UP_TO = re.compile(
    r"""(?:[\s,]|@|\b(?:to|or|a|record|about|approximately|nearly|roughly|just|over|more|than|year[-\ ]over[-\ ]year|increase|growth|in|the
    |of|year|on)\b|(?:versus|from|over|compared\ to|compared\ with)\ (?:the\ )?@)*""", re.VERBOSE)
_FALLS = re.compile(r"\b(?:down|decreas\w+|declin\w+|fell|drop|lower)\b")
_ANOTHER = re.compile(
    r"\b(?:organic\w*|operational\w*|core|constant|currency|underlying|adjusted|margin|of|return|excluding|same-store|two|20\d\d|comparable|like-for-like"
    r"|pro forma|conversion|rate|local|fx-neutral|normalized)\b|^ (?:in|during|for) the quarter$")
_SEQUENTIAL = re.compile(
    r"\b(?:sequential\w*|quarter[- ]over[- ]quarter|(?:prior|previous|last|linked|first|second|third|fourth)[- ]quarter|q[1-4])\b")
_FOR = re.compile(r"\s(?:for|in|of|at|from)\s(?:our |the )*")
_ACTS = re.compile(
    r"['’s]*\s*(?:segment |division |business |group |also |again |which |the )*(?:reported|delivered|generated|posted|had|recorded"
    r"|produced|saw|achieved|earned)\b(?!.*\b(?:while|which|with|and we|company)\b)")
