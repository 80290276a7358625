"""How changes are stated, as patterns over masked text: ‹P1› is a person, ‹T2› a post, ‹C3› a company, ‹D4› a day."""

import re
from typing import Final

_TITLE = r"(?:(?:M[rs]{1,2}|Dr|Rev|Hon|Prof|Sir|Dame|Lord)\b\.? )?"
_PERSON = rf"{_TITLE}‹P(?P<person>\d+)›"
_GONE = rf"{_TITLE}‹P(?P<gone>\d+)›"
_POST = r"(?P<post>‹T\d+›)"
_POSTS = r"(?P<post>‹T\d+›(?:(?:, and | and |, )(?:as )?(?:an? |the )?‹T\d+›)*)"
_OTHER_POST = r"(?:‹T\d+›,? )?"
_OF = r"‹C(?P<company>\d+)›"
_ASIDE = r"(?:(?:, | \()(?:[^.;()‹]|\.(?=[A-Za-z])|‹[TCD]\d+›){2,140}?[,)])?"  # between a person and the verb
_ITS = r"(?:(?:the|its|their|our|an?|his|her|longtime|long-serving|veteran|embattled|current|outgoing|retiring) )*"
_WHOSE = r"(?:the |its |their |our |an? |‹C\d+›['\u2019]s? )?"
_HOME = rf"(?:,? (?:[^.;:‹]{{0,30}} )?(?:of|at|for|with) (?:the )?(?:[a-z-]+ ){{0,3}}{_OF}(?!['\u2019]))?"
_ON = r"(?:on|in|from|effective|effective on|as of|with effect from|by|at the (?:end|beginning|start) of)(?: the)?"
_DAY = rf"{_ON} ‹D(?P<day>\d+)›"
_WHEN = rf"(?:[^.;‹]{{0,50}}?,? {_DAY})?"
_GO = (
    r"(?:retired|resigned|stepped down|left|has retired|has resigned|is retiring|is leaving|is stepping down|will retire|will leave"
    r"|retires|leaves)"
)
_NOT_AGAIN = (
    r"(?:will not|won['\u2019]t|has decided not to|does not|did not|is not|would not|is not planning to|chose not to)(?: be)?"
    r" (?:seek|stand|run|offer)\w*(?: (?:himself|herself|for))*"
)
_TOLD = (  # "notified the company of his decision to resign"
    r"(?:has )?(?:notified|informed|advised|told)\b(?:[^.;‹]|‹[CT]\d+›){0,80}?\b"
    r"(?:(?:decision|intention|intent|desire|wish)(?: not)? to|that (?:he|she) (?:will|would|intends|has|does|is)"
    r"|(?:his|her) (?:resignation|retirement))\b[^.;‹]*?(?:resign|retire|step|leave|stand|seek|resignation|retirement)"
)
_THING = r"(?: (?:title|role|post|job|position|reins|duties|seat|chair))?"

_COMES: Final = (
    rf"{_PERSON}{_ASIDE} (?:is|was|will be) (?:now |also |named as )?{_WHOSE}(?:new|next|incoming|latest) "
    rf"(?:[a-z-]+ ){{0,2}}{_POST}{_HOME}",
    rf"{_PERSON}{_ASIDE} (?:is|are) to be (?:the |its |their |an? )?(?:new |next )?{_POST}{_HOME}",
    rf"{_PERSON}{_ASIDE} will be {_ITS}(?:new )?{_POST} (?:of|at) [^.;‹]{{0,60}}{_OF}{_WHEN}",
    rf"\b[Ww]elcom(?:e|ing) {_OTHER_POST}{_PERSON}{_ASIDE} (?:back )?(?:to|as|onto|on) {_WHOSE}(?:new |team as )?{_POST}",
    rf"{_PERSON}{_ASIDE} (?:will|is to|has been asked to|has been chosen to) (?:head|lead|run|oversee|manage|steer)\b"
    rf"(?:[^.;‹]{{0,40}}{_OF})?[^.;‹]{{0,60}} as (?:its |the |their |an? )?{_POST}{_WHEN}",
    rf"\b(?:[Hh]as|[Hh]ave|[Gg]ets|[Gg]ot|[Nn]ew is) (?:an? |its )?(?:new )?{_POST}[,:] (?:in )?{_PERSON}",
    rf"(?:^|[.;] )[Aa]lso new(?: is)?:? {_PERSON}, {_POST}",
    rf"{_DAY},? with {_OTHER_POST}{_PERSON}{_ASIDE} (?:taking over|stepping up|moving up|becoming|to become|to take over)(?: as)?"
    rf" (?:the |its )?{_POST}",
    rf"{_PERSON},?(?: who)?(?: (?:will|is to|has agreed to|plans to|would))? (?:return|revert|go back)(?:s|ing|ed)? to "
    rf"(?:(?:his|her|the|previous|former|original) )+(?:role|position|post|duties|job) (?:as|of) {_ITS}{_POST}",
    rf"(?:previously|formerly|was) {_ITS}{_POST} (?:of|at) (?:the )?{_OF}, where (?:his|her) (?:place|job|role|post) "
    rf"(?:is|was|will be|has been) (?:being )?(?:taken|filled) by {_PERSON}",
)
_LEAVES: Final = (
    rf"{_PERSON}, (?:an? |the |its )?{_POSTS}(?: (?:of|at) (?:the )?{_OF})?(?: ?\([^)]*\))?,? {_TOLD}"
    r"[^.;‹]*(?:(?:effective|on|as of|with effect from) ‹D(?P<day>\d+)›)?",
    rf"{_POST}(?:[^.‹]|‹[CDP]\d+›){{0,80}}\. (?:His|Her) predecessor,? {_PERSON}{_ASIDE} "
    rf"(?:left|retired|resigned|stepped down|departed|quit|died)\b{_WHEN}",
    rf"{_PERSON}{_ASIDE} no longer works (?:for|at) {_OF}, where (?:he|she) (?:was|had been|served as|worked as) {_ITS}{_POST}",
    rf"(?:{_OF}['\u2019]s? )?{_POST} {_PERSON}{_ASIDE} {_NOT_AGAIN} (?:re-?election|another term|a (?:further|new|second|third) term)",
    rf"{_PERSON}{_ASIDE} {_NOT_AGAIN} re-?election (?:as {_ITS}|to the ){_POST}(?: (?:of|at) {_OF})?",
    rf"{_PERSON}{_ASIDE} (?:(?:will|is to|would|has|shall|also) )*(?:cease|stopp?)\w* "
    rf"(?:to (?:be|serve as|act as|hold the (?:office|position|post) of)|being|serving as|acting as) {_ITS}{_POST}{_WHEN}",
    rf"(?:{_OF}(?:, [^.;‹]{{3,60}},)? )?(?:has |have )?lost (?:its|their) (?:[a-z]+ )?{_POST}, {_PERSON}",
    rf"{_PERSON}, {_ITS}{_POST}(?: (?:of|at) (?:[^.;‹,]|{_OF}){{2,60}}?)?, who {_GO}\b{_WHEN}",
    r"(?:replaces|succeeds|takes over from|will replace|will succeed) (?:(?:[Ii]nterim|[Aa]cting|outgoing|longtime|retiring|the|its) )*"
    rf"{_POST} {_PERSON}(?! as\b)",
)
_BOTH: Final = (
    rf"(?:{_OF}[^.;‹]{{0,40}} )?(?:fired|ousted|dismissed|sacked|removed) {_ITS}{_POST},? ?{_GONE}"
    r"(?:,? (?:last |this |on )*‹D(?P<day>\d+)›)?,? and (?:named|installed|appointed|put|promoted|replaced (?:him|her) with) "
    rf"{_ITS}{_OTHER_POST}{_PERSON}(?! (?:as |to be )?(?:its |the )?(?:interim |acting |new )?‹T)",
    rf"{_GONE}[^.;‹]{{0,40}}? (?:relinquish|hand|pass|cede|giv|gave|yield|turn)\w* (?:over |up )?(?:the |his |her |that )?{_POST}"
    rf"(?:['\u2019]s)?{_THING} (?:over )?to {_ITS}{_OTHER_POST}{_PERSON}{_WHEN}",
    rf"(?:{_OF}(?:['\u2019]s)? )?{_POST},? ?{_GONE}[^.;‹]{{0,20}} (?:retire|step down|leave|resign)\w*"
    r"(?:[^.;‹]|‹D(?P<gone_day>\d+)›){0,40}?,? (?:and )?(?:will )?hand\w* (?:over )?(?:the (?:reins|baton|job|keys) |control )?"
    rf"(?:over )?to {_ITS}{_OTHER_POST}{_PERSON}",
)
_NEITHER: Final = (  # "her old job goes to Roe" names no post
    r"\b(?:[Hh]is|[Hh]er|‹P\d+›['\u2019]s) (?:old|former|previous) (?:job|post|role|position)[^.;‹]{0,40} to "
    rf"(?:[a-z]+ ){{0,3}}{_OTHER_POST}‹P\d+›",
)
STATEMENTS: Final = tuple((kind, re.compile(pattern)) for kind, patterns in (
    ("comes", _COMES), ("leaves", _LEAVES), ("both", _BOTH), ("neither", _NEITHER)) for pattern in patterns)
_FROM_FIRM = rf"(?: {_OF}| the (?:company|group|bank|firm))?: (?P<pairs>.*?(?:\. |$))"
PAIRS: Final = (
    ("leaves", re.compile(r"\b(?:are|were|is|have|will be) (?:both |all )?(?:leaving|departing|stepping down|resigning|out|gone|left|quit"
                          rf"|resigned)(?: from)?{_FROM_FIRM}")),
    ("comes", re.compile(rf"\b(?:are|were|is|have|will be) (?:both |all )?(?:joining|joined){_FROM_FIRM}")),
)
MANY: Final = re.compile(  # "has made up three partners with effect from July 1. They are A (audit), B and C"
    rf"(?:{_OF}[^.;:‹]{{0,60}}? )?(?:(?i:appoint|nam|promot|elect|ma[kd]|hir|admit|elevat|add|welcom|recruit)\w*)(?: up| in)? "
    r"(?:(?:\w+|[\w-]+) ){0,4}‹T(?P<post>\d+)›(?P<when>(?:[^.:;‹]|‹[CD]\d+›){0,70})"
    r"(?::|\. (?:They|These|The (?:[a-z]+ ){1,3}) ?are|, namely|, (?:including|among them)) (?P<people>.+)")
LISTED: Final = re.compile(rf"(?:^|, |; |,? and |\) ?,? ){_PERSON}(?=[ ,;.(]|$)")
FROM: Final = re.compile(r"(?:with effect from|effective|from|on)(?: the)? ‹D(?P<day>\d+)›")
NUMBER: Final = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|new|\d+) (?:[\w-]+ )*$")
