"""Earlier figures that a sentence of their own tells, without their metric: "Hooli earned $7 million. That compared with $32 million, or
19 cents a share, a year ago", "Twelve months earlier the figure was $8 million".
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.figures.around import is_a_share
from rie.pipeline.figures.rows import figures_of
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.values import Money

REACH = 120  # characters before a sum in which its sentence begins
TIMES = 50  # as much as a figure that of a year before is at most
_AGO = r"(?:a|one|twelve months|12 months|the) ?(?:year)? ?(?:earlier|ago|before|previously)"
_SAME = r"(?:in|for|during) the (?:same|corresponding|comparable|year-ago|year-earlier|previous|prior)(?: [\w-]+){1,4}"
_FIGURE = r"(?:it|this|that|the (?:figure|result|number|total|sum|amount))"
_WAS = r"(?:was|were|came to|stood at|had been|amounted to|reached)"
_COMPARES = re.compile(
    rf"\W*(?:(?:that|this|it|which|the (?:figure|result|number|total)) compare[sd] (?:(?:un)?favou?rably )?(?:with|to)"
    rf"|{_AGO},? {_FIGURE} {_WAS}|{_SAME},? {_FIGURE} {_WAS}"
    rf"|the (?:year-earlier|year-ago|previous year['\u2019]s|prior-year) (?:figure|result|number|total) {_WAS}"
    rf"|(?P<from>(?:that|this|it|which) (?:was|is|were|represents) (?:up|down|higher|lower|an? (?:increase|decrease|rise|drop|fall"
    rf"|improvement|decline))(?: (?:of )?[\d.]+ ?(?:%|per ?cent|pct))?,? (?:from|than|on))"
    rf"|{_FIGURE} {_WAS})(?: (?:an?|the|net|profit|loss|of|about|around|some|only|just|nearly))* ?$", re.IGNORECASE)
_OF_YEAR_BEFORE = re.compile(
    r"[^.;\n]{0,80}\b(?:a year (?:ago|earlier|before)|last year|(?:the )?(?:previous|prior|preceding) year|(?:year-ago|year-earlier)"
    r"|the year before|same (?:period|quarter|half)|twelve months (?:ago|earlier|before))\b", re.IGNORECASE)
_OR = re.compile(r",? or (?:about |some )?$")


def fill_compared(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give the only figure of the sentence before those that it is compared with.

    Args:
        pack: whose events tell figures and earlier ones.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        past = next((row.role for row in event.rows if row.earlier), None)
        if past is None or event.joins:
            continue
        frames = [frame for frame in found if frame.event == name and not frame.tabled]
        for sums in _sums(event, items, text) if frames else ():
            home = _home(event, frames, items, sums[0])
            if home is not None and past not in home.roles:
                home.roles[past] = [(number, INFERRED) for number in sums]


def _sums(event: Event, items: Sequence[Item], text: str) -> Iterator[list[int]]:
    """The sum, and what it is a share, of each sentence that compares and names no metric."""
    telling = {item.sentence for item in items if item.label == event.trigger}
    for number, item in enumerate(items):
        if item.sentence in telling or item.key or not isinstance(item.value, Money):
            continue
        low = max(item.start - REACH, text.rfind("\n", 0, item.start) + 1, text.rfind(". ", 0, item.start) + 2)
        match = _COMPARES.fullmatch(text, low, item.start)
        ago = match and (match["from"] or _OF_YEAR_BEFORE.match(text, low) or _OF_YEAR_BEFORE.match(text, item.end))
        if ago:
            behind = items[number + 1] if number + 1 < len(items) else item
            both = _OR.fullmatch(text, item.end, behind.start) and isinstance(behind.value, Money) and is_a_share(text, behind.end)
            yield [number, number + 1] if both else [number]


def _home(event: Event, frames: Sequence[Frame], items: Sequence[Item], number: int) -> Frame | None:
    """The frame of the sentence before, where it is the only one there, that tells a figure of its kind."""
    main = event.rows[0].role
    near = [frame for frame in frames if items[frame.trigger].sentence == items[number].sentence - 1 and main in frame.roles]
    here = items[number].value
    told = (items[i].value for frame in near for i in figures_of(event, frame)[0])
    alike = any(isinstance(value, Money) and value.currency == here.currency
                and 0 < max(value.amount, here.amount) <= TIMES * min(value.amount, here.amount) for value in told)
    return near[0] if len(near) == 1 and alike else None
