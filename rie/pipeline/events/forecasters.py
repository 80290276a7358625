"""Who only forecasts the figures of another company: "Brokers Pine & Cole are looking for profits of £12m", "analysts at Acme expect"."""

import re

from rie.pipeline.frame import Item

REACH = 80  # characters before a name in which it is called a broker
_BROKER = r"(?:(?<!insurance )(?<!mortgage )(?<!ship )(?:stock)?brok(?:ers?|erages?|ing (?:house|firm))|securities (?:house|firm))"
_BEFORE = re.compile(
    rf"\b(?:analysts?|strategists?|economists?|researchers|{_BROKER}),? (?:(?:at|from|with|of|for) (?:the )?)?"
    r"(?:[a-z]+ (?:house|bank|firm|group) )?(?:(?-i:[A-Z])[\w&.'\u2019-]*,? |(?:and|&) )*$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:['\u2019]s?)?(?: [a-z]+)? analysts?\b"
    rf"|,? (?:the |its |an? )?(?:(?:own|company['\u2019]s|group['\u2019]s) )?(?:[a-z-]+ )?{_BROKER}\b", re.IGNORECASE)
_FORESEES = re.compile(
    r"\b(?:expect|forecast|predict|estimat|pencil|project|anticipat|reckon|upgrad|downgrad)\w*"
    r"|\b(?:looking|looks?|looked|going|goes|gone) for\b|\b(?:sees?|seeing|thinks?|believes?|says?)\b", re.IGNORECASE)


def forecasts(name: Item, metric: Item, text: str) -> bool:
    """Whether a name is that of brokers or analysts who say what they expect of a metric behind it.

    Args:
        name: of a company.
        metric: a mention of its sentence.
        text: what their offsets refer to.
    """
    if name.sentence != metric.sentence or name.end > metric.start or not _FORESEES.search(text, name.end, metric.end):
        return False
    before = text[max(name.start - REACH, 0) : name.start].rpartition("\n")[2]
    return bool(_BEFORE.search(before) or _BEHIND.match(text, name.end))
