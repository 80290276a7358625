"""What is said about how exact an amount is."""

from __future__ import annotations

import re

_LEFT = {
    "under": r"less than|fewer than|just under|under|below|short of",
    "over": r"(?:a )?(?:little |just |slightly |well )?(?:over(?!\s+(?:an?|the)\s+(?!(?:total|additional|further)\b))|more than|above)"
    r"|at least|in excess of|excess of|upwards? of|north of|exceeding|exceeds|exceeded|not less than|no less than|a minimum of|minimum|>=",
    "up_to": r"up to|as much as|(?:a )?maximum(?: (?:total |aggregate |cash )?(?:consideration|price|amount|sum|payment|outlay))?(?: of)?"
    r"|at most|no more than|not more than|as many as|not to exceed|<="
    r"|(?:will |would |does |should )?not (?:expect(?:ed)? (?:[\w ]{1,45} )?to )?exceed"
    r"|(?:first|initial|second) (?:tranche|close|closing|instal?lment) of (?:an?|its|the|their)",
    "about": r"about|approx\.?|approximately|around|nearly|almost|close to|roughly|(?:an )?estimated|some|circa|ca?\."
    r"|(?:is |are )?estimated at|in the region of|in the neighborhood of|~|\u2248|or so",
}
_BEFORE = re.compile(
    r"(?:^|(?<=[\s(,;:\u2014-]))(?:"
    + "|".join(f"(?P<{name}>{cues})" for name, cues in (("over_not", "no less than|not less than"), *_LEFT.items()))
    + r")[\s-]*(?:a |an |the |another |additional |further |total of |a total of )*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<over>\+|[\s-]{0,2}(?:or (?:more|above|higher)|and (?:up|above)|plus\b(?! (?:\$|\d|the|a\b))))|(?P<up_to>\s{0,2}or less)"
    r"|(?P<about>\s{0,2}or so)",
    re.IGNORECASE,
)
_REACH = 72


def qualifier(text: str, start: int, end: int) -> str:
    """How exact the amount at the characters `start` to `end` is said to be.

    Args:
        text: the text the offsets refer to.
        start: first character of the amount, without any cue.
        end: first character behind it.

    Returns:
        `exact`, `about`, `over`, `up_to` or `under`.
    """
    before = _BEFORE.search(text[max(start - _REACH, 0) : start])
    match = before or _AFTER.match(text, end)
    return "exact" if match is None or match.lastgroup is None else match.lastgroup.removesuffix("_not")
