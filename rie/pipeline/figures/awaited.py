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
            home = next((frame for frame in reversed(frames) if items[frame.trigger].sentence == items[number].sentence - 1
                         and _are_alike(event, frame, items, number)), None)
            if role and home and role not in home.roles:
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
