"""What a question says of itself before or behind what it asks: what it is for and about, where its answer is to be found, which facts it
looks at, which states it leaves out, in what unit it is to be told.

What is told there is put into the question ("I'm writing up Acme. When was its Series C?" asks when Acme's was); only what says nothing of
the facts is left out ("according to the data").
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_NAME: Final = (
    r"(?-i:[A-Z\d\u00c0-\u024f])[\w&.\u00c0-\u024f-]*?(?: (?:& |of |"
    r"and )?(?-i:[A-Z\d\u00c0-\u024f])[\w&.\u00c0-\u024f-]*?){0,4}"
)
_I: Final = r"(?:(?:i|we)(?: am| are|['\u2019]m|['\u2019]re| have been|['\u2019]ve been)|my colleague is|a colleague is)"
_WORK: Final = (
    r"(?:writing(?: up)?|preparing|drafting|researching|looking (?:at|into|for|up)|working on|studying|profiling|reviewing|checking|"
    r"putting together|compiling|making|building|collecting|reading(?: up)?|analy[sz]ing|covering|interested in|curious about|updating|"
    r"doing|gathering|drawing(?: up)?|assembling|creating|finishing|planning|investigating|following|tracking|examining|plotting|"
    r"designing|teaching|presenting|after|comparing)"
)
_PAPER: Final = (
    r"(?:profiles?|portraits?|charts?|tables?|lists?|pieces?|articles?|stor(?:y|ies)|notes?|memos?|slides?|decks?|reports?|papers?|"
    r"overviews?|rankings?|graphs?|summar(?:y|ies)|timelines?|presentations?|case stud(?:y|ies)|briefs?|briefings?|files?|dossiers?|"
    r"research|background|information|figures|data|facts|numbers|posts?|blog posts?|essays?|thesis|newsletters?|infographics?|"
    r"spreadsheets?|entr(?:y|ies)|features?|columns?|history|review|analysis|study|comparison|pages?)"
)
_FOR_IT: Final = (
    rf"(?:(?:(?:the|a|an|my|our|some|this) )?(?:[a-z]+ ){{0,2}}{_PAPER} (?:of|on|about|for|with|covering|showing)|about|on|up on|of|"
    rf"into) "
)
_CONTEXT: Final = re.compile(
    rf"^(?:(?:{_I} (?:just |now |currently |still |also )*)?{_WORK} (?:{_FOR_IT})?"
    rf"|(?:this|it|my (?:question|query|request)|the question|(?:my|our) {_PAPER}) (?:is|concerns) (?:about |on |for )?(?:{_FOR_IT})?"
    rf"|(?:a |one |quick )*(?:question|query|request) (?:about|on|regarding|concerning) |(?:in|for) (?:a|an|my|"
    rf"our) (?:[a-z]+ ){{0,2}}{_PAPER} "
    rf"(?:of|on|about) )(?P<topic>[^?.;:]{{2,80}}?)(?:[.;:]|,(?= (?:what|how|which|who|when|i|we|please|give|list)\b)|(?= i (?:need|"
    rf"want)\b))"
    rf"\s+(?P<asked>[^?.;].*)$",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(
    r"\b(?:(?P<owner>its|their)|(?P<not>it (?:true|possible|right|correct))|it|they|the (?:company|"
    r"firm))\b",
    re.IGNORECASE,
)
_MATTER: Final = (  # what of somebody a text is about in general: never a kind of facts
    r"(?:(?:recent|past|whole|entire|early) )?(?:history|past|story|finances|funding|financing|growth|rise|results|numbers|figures|"
    r"shopping|"
    r"buying|deals|deal[- ]?making|acquisitions|takeovers|business|strategy|expansion|spree|performance|earnings|management|leadership|"
    r"executives|fundraising|background|track record|activities|activity)"
)
_NAMED: Final = re.compile(rf"^(?:the )?(?P<name>{_NAME})(?:['\u2019]s? {_MATTER})?$")
_FACTS: Final = (
    r"(?:rounds?|raises?|financings?|fundraisings?|deals?|acquisitions?|takeovers?|purchases?|transactions?|buyouts?|mergers?|bids?|"
    r"appointments?|departures?|loans?|facilities|ipos?|grants?)"
)
_OF_FACTS: Final = re.compile(rf"\b{_FACTS}\b", re.IGNORECASE)
_OWN: Final = "'s"
_COLUMNS: Final = re.compile(
    r"^(?:(?:just|only|please|so|and) )*(?:(?:give|send|show|tell)(?: me| us)? |list |name |(?:i|we) (?:only |just )?(?:need|want) )?"
    r"(?:(?:just|only) )?(?:me )?(?:the |all the )?(?:names of the )?(?P<who>companies|startups|firms|acquirers|buyers|targets|sellers|"
    r"investors|company names|names|amounts|dates)(?: (?:involved|concerned|behind them|behind it|in question))?(?P<rest>,[^?.]*|"
    r" in order)?"
    r"[?.\s]*$",
    re.IGNORECASE,
)


_THE: Final = re.compile(
    r"\bthe (?=(?:(?:latest|last|first|most recent|newest|second|third|initial|biggest|largest|smallest) )?(?:(?:19|20)\d\d )?"
    r"(?:(?:pre-)?seed|series [a-j]|angel|debt|bridge|rounds?|financings?|raises?|loan|ipo|revenues?|sales|net income|net loss|profits?|"
    r"ebitda|"
    r"eps|earnings|guidance|outlook|valuation|ceo|cfo|coo|cto|chief [a-z]+(?: officer)?|chair(?:man|woman)?|board)\b)",
    re.IGNORECASE,
)
_OTHER_NAME: Final = re.compile(r"(?<=\w )(?!Series\b|[A-J]\b|Q[1-4]\b|H[12]\b|FY|CEO\b|CFO\b|COO\b|CTO\b|IPO\b|EPS\b|EBITDA\b|"
                                r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|US\b)[A-Z][a-z]")  # fmt: skip


def _owned(name: str, asked: str) -> str | None:
    """ "What did the Series C bring in?": Acme's, where the question has no name of its own."""
    if " and " in name or _OTHER_NAME.search(asked) or not _THE.search(asked):
        return None
    return _THE.sub(f"{name}'s ", asked, count=1)


def _asked_of(found: re.Match[str]) -> str:
    """ "I'm writing up Acme. When was its Series C?": when was Acme's."""
    topic, asked = found["topic"].strip(), found["asked"].strip()
    named = _NAMED.match(topic)
    if named is not None:
        name = named["name"]
        if re.search(rf"\b{re.escape(name)}\b", asked):
            return asked
        told = [word for word in _PRONOUN.finditer(asked) if not word["not"]]
        if not told:
            return _owned(name, asked) or found[0]
        first = told[0]
        return f"{asked[: first.start()]}{name}{_OWN if first['owner'] else ''}{asked[first.end() :]}"
    columns = _COLUMNS.match(asked)
    if columns is None or not _OF_FACTS.search(topic):
        return found[0]
    who = {"company names": "companies", "names": "companies"}.get(columns["who"].lower(), columns["who"].lower())
    return f"list the {who} of {topic}{columns['rest'] or ''}"


_LABEL: Final = re.compile(
    rf"^(?!(?:regarding|concerning|about|on|for) )"
    rf"(?P<topic>{_NAME})(?: (?:question|query|check|fact check|one|topic))?(?:,? (?:in )?(?P<year>(?:19|20)\d\d))?(?::| -| \u2013) "
    r"(?:and |so )?(?P<asked>"
    r"(?:for |by |to |in |on |from |at )?(?:what|how|which|who|whom|when|where|did|has|was|is|were)\b"
    r"[^?.;:]*\b(?:it|its|they|their|the)\b[^?.;:]*)[?.]*$",
    re.IGNORECASE,
)


def about(question: str) -> str:
    """A question without the sentence or label that says what it is about, which is put in place of its pronoun."""
    found = _CONTEXT.match(question)
    if found is not None:
        return _asked_of(found)
    label = _LABEL.match(question)
    if label is None or (label["year"] and re.search(r"\d{4}", label["asked"])):
        return question
    asked = _asked_of(label)
    return question if asked == question else f"{asked}{' in ' + label['year'] if label['year'] else ''}?"


_SOURCE: Final = (
    r"(?:(?:the|your|our|these|those|this|all|any) )?(?:(?:available|published|recorded|official|original|underlying|given|news|press|"
    r"public|stored|relevant) )*"
    r"(?:data(?: ?base| ?set| store)?|records?|documents?|announcements?|news|press|releases|reports|reporting|articles|sources?|files|"
    r"stories|coverage|corpus|archive|store|texts?|notices|evidence)(?: (?:you|we) have| on file| available| at hand| here)?"
)
_FOUND: Final = (
    r"(?:according to|as per|going by|based on|judging by|judging from|to judge by|on the basis of|as (?:stated|reported|told|given|"
    r"announced|recorded|described|shown) (?:in|by)|going from|drawing on|relying on|from what is in)"
)
_KNOWN: Final = (
    r"(?:as far as|so far as|insofar as|to the extent(?: that)?) (?:the (?:data|database|records?|documents?|"
    r"announcements?) (?:tells?|shows?|"
    r"goes?|says?|knows?|holds?|reach(?:es)?)(?: us)?|(?:it|this|that) (?:is|was|has been) (?:known|disclosed|recorded|announced|"
    r"on record)|"
    r"(?:you|we|one) (?:know|can tell|can see|can say))"
)
_MONEY: Final = r"(?:us )?(?:dollars|euros|pounds|yen|francs)"
_OF_NUMBER: Final = (
    r"(?:gap|difference|differential|spread|distance|much|many|big|large|high|wide|far|fast|stake|amount|sum|total|size|price|percentage|"
    r"share|growth|change|increase|decrease|rise|fall|margin|profit|revenue|bigger|larger|higher|smaller|lower)"
)
_UNIT: Final = (
    r"(?:(?:expressed |measured |stated |given |told )?in (?:(?:us |canadian |australian )?(?:dollars|euros|pounds|yen|francs)|percent|%|"
    r"per cent|percentage points|(?:millions?|billions?)(?: of (?:us )?(?:dollars|euros|pounds))?)|as an? (?:percentage|percent|%))"
)
_ASIDES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<head>[^?]*\b{_OF_NUMBER}),? \(?(?P<unit>{_UNIT})\)?,? (?P<tail>(?:between|did|was|were|is|are|does|do|has|have|of|separates?|"
     r"lies?)\b[^?]*?)[?.]*$", r"\g<head> \g<tail>, \g<unit>?"),
    (rf"^(?P<unit>{_UNIT}), (?P<rest>(?:what|how|which|by)\b[^?]*?)[?.]*$", r"\g<rest>, \g<unit>?"),
    (rf"^(?P<head>[^?]*\b(?:how fast|how (?:big|large) a stake|what stake|growth rate|rate of growth)\b[^?]*?),? \(?(?:in|as an?) "
     rf"(?:percent|%|"
     rf"percentage|per cent)\)?{END}", r"\g<head>"),
    (rf"^(?P<head>how fast\b[^?]*?) \((?:percent|%|per cent)\){END}", r"\g<head>"),
    (r"(?:,|,? \() ?(?:roughly|approximately|more or less|give or take|exactly|precisely|all told|if you will|say)(?:,|\))(?= [a-z])", ""),
    (r",? (?:that |which )?(?:we|you|the (?:data|records?|database)) (?:know of|know about|have on record|have on file|have recorded|"
     r"knows of|holds|has)(?=[:;,])", ""),
    (r"(?: (?:in|over|across|within|from|of))? (?:the )?(?:whole|entire|full|complete) (?:data ?base|data ?set|data|corpus|archive|store|"
     r"collection)(?=,? (?:in|for|by|as|during)\b)", ""),
    (rf"(?<=\w),? (?:in|on|from|within) (?:here|there|(?:the|this|your|our) (?:data ?base|data ?set|data|corpus|archive|store|system|"
     rf"collection))(?=[:,;]|{END})", ""),
    (rf"[,;.?!]? (?:and |but )?(?:please )?(?:(?:do not|don['\u2019]t|no need to) (?:bother|worry|trouble)(?: yourself)? (?:with|about) "
     rf"(?:anything else|the rest|(?:any )?(?:other )?details|the others|more)|nothing (?:else|more|beyond that)(?: (?:is )?needed)?|"
     rf"no more than that)"
     rf"(?:,? please)?{END}", ""),
    (r"(?<=\w)[.;:?] (?:just |only |simply )*(?:the )?(?:company |firm )?names?(?: only| please| of the (?:companies|firms))?,? "
     r"(?=(?:with the )?(?:largest|biggest|smallest|highest|lowest|newest|latest|oldest|earliest|most expensive) first\b)", ", "),
    (rf"^(?:{_FOUND} {_SOURCE}|{_KNOWN}),? (?=\w)", ""),
    (rf",? \(?(?:{_FOUND} {_SOURCE}|{_KNOWN})\)?{END}", ""),
    (rf"(?:, |,? \(| - )(?:{_FOUND} {_SOURCE}|{_KNOWN})(?:,|\)| -)(?= )", ""),
    (rf",? \(?(?:expressed |stated |given |rounded )?(?:in|to the nearest) (?:the )?(?:millions?|billions?|thousands?|m|"
     rf"bn)(?: of (?P<in>{_MONEY})| "
     rf"(?P<unit>{_MONEY}))?\)?{END}", lambda found: f" in {found['in'] or found['unit']}" if found["in"] or found["unit"] else ""),
)  # fmt: skip
_BROKEN: Final = (
    r"(?:called[- ]off|broken[- ]off|cancell?ed|cancell?ations?|abandoned|failed|collapsed|scrapped|withdrawn|withdrawals?|terminated|"
    r"terminations?|aborted|dead|fell through|fallen through|broke off|came to nothing|dropped)"
)
_RUMOUR: Final = r"(?:rumou?r(?:ed|s)?|speculation|hearsay|gossip)"
_DENIED: Final = r"(?:denied|denials?)"
_FILLING: Final = (
    r"(?:(?:anything|everything|any|all|those|the|ones|deals?|transactions?|bids?|rounds?|acquisitions?|takeovers?|of them|that|which|"
    r"were|was|are|is|has|have|had|been|only|merely|just|mere|pure|still|later|be|turned out to be|either|no|not|ended up|got|as|"
    r"later on) )*"
)
_STATE: Final = rf"{_FILLING}(?:{_RUMOUR}|{_DENIED}|{_BROKEN})(?: (?:ones?|{_FACTS}|only|later))?"
_STATES: Final = rf"(?P<what>{_STATE}(?:(?:,? (?:and|or|nor) |, |/){_STATE})*)"
_LESS: Final = (
    r"(?:(?:please |but )?(?:leaving|leave|leaves|left) (?:out|aside)|(?:please |but )?exclud(?:e|ing)|(?:please |but )?ignor(?:e|ing)|"
    r"(?:please |but )?skip(?:ping)?|(?:please |but )?omit(?:ting)?|(?:please |but )?disregard(?:ing)?|(?:but )?without(?: counting)?|"
    r"(?:but )?not (?:counting|including)|(?:please )?(?:do not|don['\u2019]?t) (?:count|include|list|show)|apart from|"
    r"except(?: for)?|minus|"
    r"other than|barring|setting aside|putting aside|with the exception of|(?:please )?filter(?:ing)? out|(?:please )?drop(?:ping)?|"
    r"(?:but |and )?(?:with )?no)"
)


def _less(found: re.Match[str]) -> str:
    """ "Skip the ones that were called off, denied or only rumoured": by their states."""
    told = (("rumoured", _RUMOUR), ("denied", _DENIED), ("terminated", _BROKEN))
    states = [state for state, words in told if re.search(rf"\b{words}\b", found["what"], re.IGNORECASE)]
    listed = " and ".join([", ".join(states[:-1]), states[-1]] if states[1:] else states)
    return f" excluding {listed} ones"


_STATED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_LESS} {_STATES}[,:;] (?P<asked>[^?;:]+?)(?P<end>[?.]*)$", lambda found: f"{found['asked']}{_less(found)}{found['end']}"),
    (rf"(?:[.?!;,:]| [-\u2013]| \(|) *(?<!\w){_LESS} {_STATES}(?: (?:from|in) (?:the (?:list|count|total)|it|this))?\)?{END}", _less),
)  # fmt: skip
_LOOKING: Final = (
    r"(?:(?:(?:only |just |solely )?(?:looking|considering|focus(?:s)?ing|concentrating|zooming in|restricting(?: (?:it|this|yourself|"
    r"ourselves|myself))?|limiting(?: (?:it|this|yourself|ourselves|myself))?|confining (?:it|this|yourself|ourselves|myself)|sticking|"
    r"counting|taking|using|narrowing (?:it|this) down|going by)|if (?:you|we|one|i) (?:only |just )?(?:look|consider|focus|count|take|"
    r"restrict (?:it|this|ourselves|yourself)|limit (?:it|this|ourselves|yourself)))(?: (?:only|just|solely))?(?: (?:at|on|to|with|"
    r"in))?(?: (?:only|just|solely|alone))?"
    r"|(?:for|in|among|amongst|within|out of|of|across|over)(?: (?:only|just|all))?(?: of)?)"
)
_LOOKED_AT: Final = (
    rf"^{_LOOKING} (?:all |the )*(?P<facts>(?!it\b|this\b|each\b|every\b)[^?,;:]*?\b{_FACTS}\b[^?,;:]*?)(?: only| alone)?[,:;] (?:and )?"
)
_AGG: Final = r"(?:average|mean|median|total|combined|sum|typical|overall|aggregate)"
_BEST: Final = (
    r"(?:largest|biggest|highest|smallest|lowest|cheapest|priciest|costliest|most (?:expensive|valuable|costly|recent)|latest|newest|"
    r"oldest|earliest|first|last)"
)
_NUMBER: Final = r"(?:amount|size|price|value|sum|volume|ticket|figure|total|raise)"
_LOOKED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"{_LOOKED_AT}(?P<ask>(?:what(?: is| was|['\u2019]s)|how (?:much|large|big|high) (?:is|was)|give me|show|the)? ?(?:the |"
     rf"their )?{_AGG}"
     rf"(?: {_NUMBER})?){END}", r"\g<ask> of \g<facts>"),
    (rf"{_LOOKED_AT}(?P<ask>how many (?:rounds |deals |of them )?(?:are|were) (?:there|on record|recorded)|how many|the number|the count)"
     rf"(?: (?:in all|in total|altogether))?{END}", r"how many \g<facts> were there"),
    (rf"{_LOOKED_AT}(?P<ask>how much(?: money)?(?: in (?:all|total))? (?:was|has been|did (?:companies|startups|they)) "
     rf"(?P<did>raised?|paid|spent|invested))(?P<all> in total| altogether| in all)?{END}",
     lambda found: f"how much was {found['did'].rstrip('d') if found['did'] == 'raise' else found['did']}"
     f"{'d' if found['did'] == 'raise' else ''} in {found['facts']}{found['all'] or ''}"),
    (rf"{_LOOKED_AT}(?:which|what)(?: one| of them)? (?:is|was) (?:the )?(?P<best>{_BEST})(?: (?:one|round|deal|of all))?{END}",
     lambda found: f"what was the {found['best']} of the {found['facts']}"),
    (rf"{_LOOKED_AT}(?P<ask>who|which (?:company|firm|startup|investor|acquirer|buyer)) (?P<did>raised|paid|made|did|led|got|spent) "
     rf"(?:the )?most{END}", r"\g<ask> \g<did> the most in \g<facts>"),
)  # fmt: skip
_RULES: Final = Rules((*_ASIDES, *_STATED, *_LOOKED))


def in_context(question: str) -> str:
    """A question with what it says of itself in its place.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(about(question), _RULES).split())
