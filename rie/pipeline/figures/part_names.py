"""Whether a part of a company is told whole and of the metric that it is said to be of; a clipped or invented name is none."""

import re

from rie.pipeline.figures.divisions import Divisions, is_topic
from rie.pipeline.figures.shapes import COMPANY, METRIC, PART, PERCENTAGE, SUM, Shapes, sign
from rie.pipeline.figures.statements import acts, is_of
from rie.pipeline.frame import Item

MARGIN = "margin"  # a metric whose name says too little of what it is of
UNIT = (r"(?:(?:organic|adjusted|net|total) )?"
        r"(?:revenues?|sales|segment|business|division|delivered|generated|operating|orders|bookings|EBITDA)\b")
NAME = 6  # words before a metric among which the name of a part is looked for
_TIED = re.compile(r" (?:for|of|at|from) (?:our |the )?([A-Z][\w&'’-]*)")
_NARROWER = re.compile(  # "in the Fuel segment, our bioenergy business"
    r"\b(?:our|its|the|from|at) (?:[\w&'’-]+ ){1,4}(?:business|unit|brand|operations?|subsidiary|joint venture|plant|mine|mill)\b")
_EARNS = re.compile(r"\b[Oo]ur (?:[\w&-]+ ){0,3}?([A-Z][\w&-]*) (?:[a-z-]+ ){0,2}?"
                    r"(?:delivered|generated|posted|reported|recorded|produced|achieved|earned|had|saw)\b")
_LEADS_UP = re.compile(
    r"""(?:[\s,:–—-]|[@#©]|['’]s\b|\b(?:and|so|but|now|also|then|next|first|second|third|fourth|finally|lastly|overall|again|similarly|likewise
    |meanwhile|however|in|for|within|at|of|from|by|to|on|our|the|its|their|with|regarding|as|total|net|adjusted|reported|operating|both
    |quarter|quarterly|year|full|fiscal|turning|moving|looking|starting|beginning|well|across|gaap|non-gaap|basis|organic|record|strong
    |this|same|increased|a|an|within|segment|business|while|during|over|all|comparable|slide|page
    |seasonally|typically)\b)*""", re.IGNORECASE | re.VERBOSE)
LINES = {"income", "loss", "losses", "earnings"}  # of a part they are lines of the accounts: "trust income"


class PartNames:
    """The parts that one document names.

    Args:
        shapes: of the document.
        bounds: start and end of each sentence.
        divisions: which words name no part.
        subject: the document's subject, as its metadata names it; None when nothing does.
    """

    def __init__(self, shapes: Shapes, bounds: list[tuple[int, int]], divisions: Divisions, subject: Item | None) -> None:
        self.shapes, self.text, self.bounds, self.divisions, self.subject = shapes, shapes.text, bounds, divisions, subject
        words = subject.entity.name.lower().split() if subject and subject.entity else []
        self.own_names = {" ".join(words[:count]) for count in range(1, len(words) + 1)}

    def is_subject(self, item: Item) -> bool:
        """Whether a mention is the document's subject, under its name or the first words of it."""
        return (self.subject is not None and item.identity == self.subject.identity) or item.text.lower() in self.own_names

    def is_other(self, item: Item) -> bool:
        """Whether a mention is another company or a part."""
        return sign(item) in {PART, COMPANY} and not self.is_subject(item)

    def is_of(self, part: Item, metric: Item, figure: Item) -> bool:
        """Whether a part has a whole name, and words that only link tie it to a metric."""
        if sign(part) == COMPANY and self._is_nameless():
            return False
        if part.sentence != metric.sentence or metric.text.lower() in LINES or not self._is_named(part):
            return False
        if metric.term == MARGIN and part.text.isupper() and not re.search(rf"\b{re.escape(part.text)}(?:['’]s)? {UNIT}", self.text):
            return False  # "GP margin" is one of gross profit, where nothing else is told of GP
        if metric.end <= part.start:  # "revenue for our Fuel segment"
            return is_of(self.shapes.words(metric.end, part.start))
        if any(sign(item) in {PART, COMPANY, SUM} for item in self.shapes.within(part.end, min(metric.start, figure.start))):
            return False
        between = self.shapes.words(part.end, metric.start)
        narrower = _NARROWER.search(self.shapes.words(part.end, min(metric.start, figure.start)))
        return self._is_beside(between) or (is_topic(part, self.text) and not narrower) or acts(between)

    def _is_nameless(self) -> bool:
        """Whether the document's subject is known by a symbol alone, so that any name may be its own."""
        subject = self.subject
        return subject is not None and subject.key == "ticker" and subject.entity is not None and subject.entity.origin == "text"

    def _is_beside(self, between: str) -> bool:
        words = between.split()
        return len(words) <= NAME and "," not in between and all(
            self.divisions.is_whole(word) or self.divisions.unit(word) or word == "’s" for word in words)

    def _is_named(self, part: Item) -> bool:
        """Whether a name is written as one, or called one; neither cut off nor one of two."""
        start, _ = self.bounds[part.sentence]
        behind = re.match(r"\s*([\w-]+)", self.text[part.end : part.end + 20])
        called = behind is not None and self.divisions.unit(behind[1])
        common = any(word.islower() and self.divisions.is_whole(word) and word not in {"and", "of"} for word in part.text.split())
        return (called or part.text[:1].isupper()) and not common and not self._is_cut(self.text[start : part.start])

    def _is_cut(self, before: str) -> bool:
        """Whether more of a name stands before it: "modern workplace and BPS", "e-filing"."""
        last = before.split()[-1:]
        if before.endswith("-") or not last:
            return before.endswith("-")
        word = last[0].lower()
        capitals = len(last[0]) > 1 and last[0].isupper()  # "IT Outsourcing"
        return word in {"and", "&"} or word.endswith("/") or capitals or not (word.endswith(",") or self.divisions.is_whole(word))

    def stands_before(self, metric: Item) -> bool:
        """Whether words before a metric that are written as names are not the company's: "Promotional Solutions fourth quarter revenue"."""
        start, _ = self.bounds[metric.sentence]
        own = {word for item in self.shapes.within(start, metric.start) if self.is_subject(item) for word in item.text.split()}
        for word in reversed(re.split(r"[,;:()]", self.text[start : metric.start])[-1].split()[-NAME:]):
            whole = self.divisions.is_whole(word.lower())
            if word[:1].isupper() and not whole and word not in own and not word[1:].isdigit():
                return True
            if not whole and not word[:1].isdigit():
                return False
        return False

    def stands_behind(self, metric: Item) -> bool:
        """Whether a name that is not the company's is tied to a metric behind it: "fee revenue for Hooli Digital"."""
        _, end = self.bounds[metric.sentence]
        match = _TIED.match(self.text, metric.end, end)
        if match is None:
            return False
        word = match[1].split("’")[0].split("'")[0]
        at = [item for item in self.shapes.within(match.start(1), match.start(1) + 1) if sign(item) != PART]
        own = any(sign(item) != COMPANY or self.is_subject(item) for item in at) or word.lower() in self.own_names
        return not own and not self.divisions.is_whole(word.lower())

    def earns(self, lead: str) -> bool:
        """Whether what a sentence says earned something is written as a name that is not the company's: "our MPCs delivered"."""
        match = _EARNS.search(lead)
        return match is not None and match[1].lower() not in self.own_names and not self.divisions.is_whole(match[1].lower())

    def opens(self, start: int, end: int) -> bool:
        """Whether a sentence names a part where it says what it is about, or right before one of its metrics that a figure follows."""
        inside = list(self.shapes.within(start, end))
        first = next((item for item in inside if sign(item) in {PART, SUM, PERCENTAGE}), None)
        if first is not None and sign(first) == PART and self._is_opener(first):
            return True
        return any(self.stands_before(item) for item in inside if sign(item) == METRIC)

    def _is_opener(self, part: Item) -> bool:
        """Whether only words that lead up to it stand before a part: "In the quarter, sales of our § segment", not "a decline in the §"."""
        lead = self.shapes.shape(self.bounds[part.sentence][0], part.start)
        return _LEADS_UP.fullmatch(lead) is not None
