"""The period that an outlook says once, of all that it expects behind: "Moving to our full-year guidance. We expect sales of $5 billion.
Keep in mind that we sold two mills. Adjusted earnings per share are expected to be $4.60".

A quarter counts where it heads what follows: in a sentence that turns to it, at the beginning of one, or beside "guidance"; a year where
something is expected of it.
"""

import re
from collections.abc import Callable, Sequence

from rie.values import Reference

REACH = 12  # sentences before an expectation in which its period may be said
ASIDES = {True: 1, False: 4}  # sentences that expect nothing between a quarter, or a year, and what is expected of it
FIRST = 70  # characters of a sentence in which it says of which time it and those behind it are
BESIDE = 40  # characters between a period and "guidance"
LAST = 4  # the quarter behind which the next year is expected
_CENTURY = 2000
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COMPARED = re.compile(
    r"\b(?:versus|vs\.?|compared (?:to|with)|relative to|over|from|than|since|exceeded)"
    r" (?:[\w-]+ ){0,4}?(?:(?:fiscal )?20\d\d|q[1-4]|(?:first|second|third|fourth) quarter)(?: of (?:fiscal )?20\d\d)?")
_QUARTER = re.compile(
    r"\b(?:(?P<word>first|second|third|fourth)[- ](?:fiscal )?quarter|q(?P<digit>[1-4]))\b"
    r"(?:,?(?: of| for)?(?: the)?(?: fiscal)?(?: year)? ['’]?(?:20)?\d\d\b)?")
_YEAR = re.compile(r"(?P<own>\b(?:fiscal(?: year)?|fy|full[- ]year|calendar(?: year)?|(?:for|in|our|the)) ?)?"
                   r"(?<![\d.,$])(?:(?<=\w ['’])|(?<=fy)|(?<=fy['’])|\b20)(?P<digits>\d\d)\b(?![.,]?\d)")
_WHOLE = re.compile(r"\b(?:full[- ](?:fiscal[- ])?year|annual|fiscal[- ]year)\b|\b(?:for|of) the (?:coming |new |entire )?year\b(?! over)")
_HEADS = re.compile(
    r"^\W*(?:[\w'’,-]+ ){0,4}?(?:for|in|during|as for|looking (?:ahead |out |forward )?(?:to|at|into|for)|(?:turning|moving) (?:on )?to"
    r"|regarding|with respect to) (?:the |our )?(?:[\w-]+ )?")
_GUIDANCE = re.compile(r"\b(?:guidance|outlook|forecast|targets)\b")
_PARTLY = re.compile(
    r"\b(?:half|remainder|rest|balance|remaining|months|beyond|exit|through|by|(?:long|medium|mid|near)(?:er)?[- ]term|over time|decade"
    r"|years)\b")

When = tuple[int, int | None]  # a year, and a quarter of it


def period_before(sentences: Sequence[str], here: int, reference: Reference, *, expects: Callable[[str], bool],
                  goes_on: Callable[[int], bool], turns: Callable[[str], bool]) -> When | None:
    """The period that the sentence of an expectation, or those before it, say it is of; None where they say none, or several.

    Args:
        sentences: of the document, in lower case.
        here: the number of the one that expects.
        reference: the reported quarter.
        expects: whether words expect something.
        goes_on: whether a sentence still stands in an outlook.
        turns: whether a sentence says what is told next.
    """
    asides = 0
    for number in range(here, max(here - 1 - REACH, -1), -1):
        told = _COMPARED.sub(" ", sentences[number])
        turned = turns(told)
        if turned or expects(told) or _GUIDANCE.search(told):
            headed = _headed(told, reference, turned=turned)
            if headed:
                return headed if asides <= ASIDES[headed[1] is not None] else None
            if turned or _names(told):
                return None
        elif not goes_on(number):
            return None
        else:
            asides += 1
    return None


def _names(told: str) -> bool:
    """Whether a sentence names a time."""
    return bool(_QUARTER.search(told) or _YEAR.search(told) or _WHOLE.search(told) or _PARTLY.search(told))


def _headed(told: str, reference: Reference, *, turned: bool) -> When | None:
    """The only coming period that a sentence expects something of."""
    if _PARTLY.search(told):
        return None
    quarters, bare = set(), told
    for match in _QUARTER.finditer(told):
        bare = bare.replace(match[0], " " * len(match[0]))
        quarter = _QUARTERS[match["word"]] if match["word"] else int(match["digit"])
        if quarter != reference.quarter:
            quarters.add((reference.year + (quarter <= (reference.quarter or LAST)), quarter, _heads(told, match, turned=turned)))
    years = {_CENTURY + int(match["digits"]) for match in _YEAR.finditer(bare)}
    if not years and any(turned or _heads(bare, match, turned=turned) for match in _WHOLE.finditer(bare)):
        years = {reference.year + (reference.quarter == LAST)}
    if quarters:
        year, quarter, heads = next(iter(quarters))
        return (year, quarter) if len(quarters) == 1 and heads and not years else None
    return (next(iter(years)), None) if len(years) == 1 and years <= _coming(reference) else None


def _heads(told: str, match: re.Match[str], *, turned: bool) -> bool:
    """Whether a period heads a sentence, or what is expected is called by it."""
    lead = _HEADS.match(told[:FIRST])
    opens = match.start() < FIRST and (turned or (lead is not None and match.start() <= lead.end()))
    return opens or bool(_GUIDANCE.search(told[max(match.start() - BESIDE, 0) : match.end() + BESIDE]))


def _coming(reference: Reference) -> set[int]:
    """The years that a call may expect something of: that of its quarter, where it is not over, and the next."""
    return {reference.year + 1} | ({reference.year} if reference.quarter != LAST else set())
