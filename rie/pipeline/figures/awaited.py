"""What others expected of a figure, told in a sentence of its own: "Revenue was $298 million. Analysts had expected $315 million."
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rie.pack import Event, Pack
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.values import Money, Period

ALIKE = 3  # times a figure that what was expected of it may be
REACH = 300  # characters before a sum in which its sentence begins
_OF_ELSE = re.compile(  # "expected the company to spend about $250 million", "the price was less than expected": of no figure
    r"(?<!according )(?<!compared )\bto (?!(?:be|come|reach|total|amount|hit|stand|post|report)\b)[a-z]+(?: [a-z]+){0,3} $"
    r"|\b(?:[Pp]rice|[Bb]id|[Oo]ffer|[Cc]onsideration) (?:was|is|of|had|came|fell)\b")


_SCALED = re.compile(r"\d[\d.,]* ?(?:m|bn|mn|mln|bln|million|billion|crores?|lakhs?)", re.IGNORECASE)
_OTHERS = r"(?:[\w-]+ ){0,4}(?:analysts?|brokers?|economists|forecasters|wall street|the (?:street|market|city)|the consensus)\b"
_PREDICTED = r"(?:expected|forecast|predicted|projected|pencill?ed in|estimated|anticipated)\b"
_BEHIND = re.compile(  # "beat the $1.5 billion expected on average by five analysts", "less than the $2 billion that analysts had forecast"
    rf",? (?:that |which )?(?:had been |was |were )?{_PREDICTED}(?: on average)? by {_OTHERS}"
    rf"|,? (?:that |which )?{_OTHERS}(?: had| were)?(?: on average)? {_PREDICTED}", re.IGNORECASE)

_PREVIOUSLY = re.compile(
    r"\b(?:previously|earlier|originally|initially|had (?:been|called|forecast|expected|guided|projected|spoken))\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:cut(?:s|ting)?|trim\w*|rais\w+|lift\w*|upgrad\w+|downgrad\w+|lower(?:ed|s|ing)|slash\w*|reduc(?:ed|es|ing)|revis(?:ed|es|ing))\b"
    r"[^.;]{0,40}\b(?:forecasts?|estimates?|expectations|predictions)\b", re.IGNORECASE)
_EXPECTATION_OF = re.compile(
    r"\b(?:above|below|beat(?:ing|s)?|ahead of|short of|than|topp(?:ed|ing)|exceed(?:ed|ing|s)?|miss(?:ed|ing|es)?|in line with|against"
    r"|versus|vs\.?|compared (?:with|to)) (?:(?:an? |the )?(?:[\w'\u2019-]+ ){0,3}?(?:market|consensus|analysts?['\u2019]?"
    r"|street['\u2019]?s?|city|brokers?['\u2019]?|average|mean) (?:[\w'\u2019-]+ ){0,2}?"
    r"(?:expectations?|estimates?|forecasts?|projections?)|(?:an? |the )?consensus)"
    r"(?: [\w'\u2019-]+){0,3} (?:of|at|for)(?: (?:an?|about|around|some|only|profit|loss))* $", re.IGNORECASE)


def fill_awaited(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give the last figure of the sentence before a sum that words make an expectation of it, where its own sentence tells no figure.

    Args:
        pack: whose roles name such words.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        told = [(other, Phrases(pack.terms[terms])) for spec in event.roles.values() if event.rows and not event.joins
                for other, terms in spec.told_by.items() if other in event.roles and not event.roles[other].told_by]
        frames = [frame for frame in found if frame.event == name and not frame.tabled]
        for number in _alone(event, frames, items) if told and frames else ():
            before = _before(text, items[number].start)
            role = next((other for other, words in told if words.find(before) and not _OF_ELSE.search(before)), None)
            role = role or ("consensus" if "consensus" in event.roles and _BEHIND.match(text, items[number].end) else None)
            told_in = items[number].sentence - 1 - _is_of_before(items, items[number].sentence - 1, text, event.trigger)
            home = next((frame for frame in reversed(frames) if items[frame.trigger].sentence == told_in
                         and _are_alike(event, frame, items, number)), None)
            if role and home and role not in home.roles:
                home.roles[role] = [(number, INFERRED)]
        _fill_beside(event, frames, items, text)
        for frame in frames:
            frame.expected |= _is_changed(event, frame, items, text)


def _is_of_before(items: Sequence[Item], sentence: int, text: str, trigger: str) -> bool:
    """Whether a sentence without a metric tells only what the company itself had been expecting: "It had previously called for $3"."""
    first = next((item for item in items if item.sentence == sentence and isinstance(item.value, Money)), None)
    metric = any(item.sentence == sentence and item.label == trigger for item in items)
    return first is not None and not metric and _PREVIOUSLY.search(_before(text, first.start)) is not None


def _is_changed(event: Event, frame: Frame, items: Sequence[Item], text: str) -> bool:
    """Whether others changed what they expect, which is of what is to come: "Brokers cut their forecasts for the full year to $5m"."""
    figures = {row.role for row in event.rows} & frame.roles.keys()
    number = frame.first("consensus") if figures == {"consensus"} else None
    return number is not None and _CHANGED.search(_before(text, items[number].start)) is not None


def _fill_beside(event: Event, frames: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "EBITDA reached $58 million, above the market expectation of $51 million": what nothing else is told of is what was expected."""
    role = "consensus"
    played = {i for frame in frames for players in frame.roles.values() for i, _ in players}
    for number, item in enumerate(items):
        told = role in event.roles and number not in played and isinstance(item.value, Money)
        if not told or not _EXPECTATION_OF.search(_before(text, item.start)):
            continue
        before = [frame for frame in frames if items[frame.trigger].sentence == item.sentence and items[frame.trigger].start < item.start]
        home = max(before, key=lambda frame: items[frame.trigger].start, default=None)
        if home is not None and role not in home.roles and _are_alike(event, home, items, number):
            home.roles[role] = [(number, INFERRED)]


def _before(text: str, at: int) -> str:
    """The words of a sum's sentence before it."""
    low = max(at - REACH, 0)
    return text[max(low, text.rfind("\n", low, at) + 1, text.rfind(". ", low, at) + 2) : at]


def _alone(event: Event, frames: Sequence[Frame], items: Sequence[Item]) -> Iterator[int]:
    """The only sum of each sentence that tells no figure and no period of its own."""
    telling = {item.sentence for item in items if item.label == event.trigger}
    played = {i for frame in frames for players in frame.roles.values() for i, _ in players}
    telling |= {items[i].sentence for i in played if isinstance(items[i].value, Money)}
    telling |= {item.sentence for item in items if isinstance(item.value, Period)}
    sums = [number for number, item in enumerate(items) if item.sentence not in telling
            and (isinstance(item.value, Money) or (isinstance(item.value, Decimal) and _SCALED.fullmatch(item.text)))]
    count = Counter(items[number].sentence for number in sums)
    yield from (number for number in sums if count[items[number].sentence] == 1)


def _are_alike(event: Event, frame: Frame, items: Sequence[Item], number: int) -> bool:
    """Whether a sum may be what was expected of one of a frame's figures: of one currency and not many times as large."""
    here = items[number].value
    if isinstance(here, Decimal):
        here = Money(here, None)  # "profit was SEK 412m; the market had been looking for 450m"
    sums = (items[i].value for row in event.rows for i, _ in frame.roles.get(row.role, ()))
    return any(isinstance(value, Money) and here.currency in {value.currency, None} and value.amount and here.amount
               and max(value.amount, here.amount) <= ALIKE * min(value.amount, here.amount) for value in sums)
