"""Events that entries of a list tell without a verb: "- Hooli, Boston, payroll software: $22 million Series B from Initech Ventures"."""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.events.behind import LEAST_SUM, fits
from rie.pipeline.events.complete import is_report
from rie.pipeline.events.entries import line_of
from rie.pipeline.frame import Frame, Item
from rie.values import Money

SAID = 0.97  # of a role that its place in an entry gives
_MARK = re.compile(r"\W{0,6}(?:\d{1,2}[.)]\s)?\W{0,4}")  # before the name that opens an entry: "- ", "• **", "3. "
_BULLET = re.compile(r"\s*[•*▪·–+-]\s")
_LEAD = re.compile(  # between that name and the sum, where mentions are dots
    r"(?:,? (?:[^.;:!?\n]|\.(?=,)){0,120}|\W{0,4}\([^)\n]{1,80}\)[^.;:!?\n]{0,80})?\W{0,4}(?:[:|,(–—]|\s-{1,2})\W{0,6}"
    r"(?:(?:[Aa]n?|about|around|some|over|nearly|almost|just|up to|more than) )*")
_KIND = re.compile(r",? (?:(?:in|of|an?|the|new|first|second|third|fresh|further) )*|,? ?\W{1,3}")  # between the sum and its kind
_FROM = re.compile(
    r"(?:\b(?:from|led by|backed by|w/)|\b(?:investors?|backers?)(?: include)?:?|^ ?\W? ?(?:with|by|w/)|^\W{1,4}[|–—-]) [^·.;]{0,40}$"
    r"|^ ?[|–—][^.;\n]{2,40}[|–—] ?$", re.IGNORECASE)
_ALSO = re.compile(  # between one source and the next
    r"(?: ?\((?:the )?(?:co-)?leads?(?: investor)?\))?\W{0,3}"
    r"(?:(?:and|plus|with|joined|alongside|participation|investments?|backing|support|also|as|well|from|by|existing|returning|new|previous"
    r"|prior|the|others?|including|investors?|backers?|insiders?|angels?|vc|firm|fund|group)\b\W{0,3})*"
    r"(?:[a-z][\w-]* (?:investor|fund|bank|firm|group|company|maker|publisher|giant|family office) )?")
_LED = re.compile(r"\bled by [^·]{0,30}$", re.IGNORECASE)
_LEAD_BEHIND = re.compile(r" ?\((?:the )?(?:co-)?leads?(?: investor)?\)", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:with|joined|alongside|participation|plus)\b", re.IGNORECASE)
_OTHER = re.compile(  # of what the sum is otherwise
    r"\b(?:market cap\w*|revenues?|sales|turnover|profits?|loss|assets|valued|valuation|worth|shares?|dividend|target|stake|fine|contract"
    r"|bid|offer|orders?|savings|costs?|settlements?|penalt(?:y|ies)|fines?|deals?|sales?|purchases?|licen[cs]es?|fees?|prizes?)\b",
    re.IGNORECASE)
_DIRECT = re.compile(  # between a sum of no kind and who gave it
    r"[\s,;:(|–—-]*(?:in (?:new |fresh )?(?:funding|financing|equity|capital|cash|money) )?"
    r"(?:from|led by|backed by|by|with|investors?(?: include)?:?|backers?:?) ", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:$|\n)|\. |(?<=\.) ")  # behind a sum of which nothing is said
_VERB = re.compile(  # what tells of a party, in place of what it is
    r"\b(?:said|says|will|would|has|have|had|was|were|is|are|plans|expects|agreed|announced|reported|entered|to|it|its)\b",
    re.IGNORECASE)


def add_listed(pack: Pack, joined: list[Frame], items: Sequence[Item], text: str) -> None:
    """Add the events of entries that open with whose they are and go on with a sum and its kind.

    Args:
        pack: whose events name the roles of sum and kind.
        joined: the joined frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        if event.bare:
            joined += list(_Entries(pack, name, joined, items, text).frames())
    joined.sort(key=lambda frame: frame.trigger)


class _Entries:
    """The lines of a document that may tell events of a kind."""

    def __init__(self, pack: Pack, name: str, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
        event = pack.events[name]
        assert event.bare is not None
        self.name, self.items, self.text = name, items, text
        self.party = next(role for role, spec in event.roles.items() if spec.required)
        self.sum, self.kind, self.roles = event.bare.sum, event.bare.kind, event.roles
        self.leads = [(role, spec.or_else) for role, spec in event.roles.items() if spec.or_else]  # surer than the role that they else play
        reports = (frame for frame in joined if frame.event == name or is_report(pack.events[frame.event], frame))
        told = {line_of(text, items[i]) for frame in reports for i in (*frame.triggers, frame.trigger)}
        self.told = [line for line in sorted(told) if _BULLET.match(text, line)]
        self.lines: dict[int, list[int]] = {}
        for number, item in enumerate(items):
            if not item.key and not item.in_title and (line := line_of(text, item)) not in told:
                self.lines.setdefault(line, []).append(number)

    def frames(self) -> Iterator[Frame]:
        """The events; of entries that say neither kind nor source, those that stand in a list with others that do."""
        found = [self._frame(numbers, sum_) for line, numbers in self.lines.items() if (sum_ := self._sum(line, numbers)) is not None]
        listed = sum(told for _, told in found) + len(self.told) > 1
        yield from (frame for frame, told in found if told or (listed and _BARE.match(self.text, self.items[frame.trigger].end)))

    def _sum(self, line: int, numbers: list[int]) -> int | None:
        """The first sum of an entry, if only what its party is or does stands before it."""
        first = self.items[numbers[0]]
        number = next((i for i in numbers if self.items[i].label in self.roles[self.sum].labels), None)
        if number is None or not first.entity or first.label not in self.roles[self.party].labels \
                or not _MARK.fullmatch(self.text, line, first.start):
            return None
        item = self.items[number]
        lead = self._masked(first.end, item.start, numbers)
        large = isinstance(item.value, Money) and item.value.amount >= LEAST_SUM and fits(self.roles[self.sum], item)
        return number if large and _LEAD.fullmatch(lead) and not _VERB.search(lead) and not _OTHER.search(lead) else None

    def _frame(self, numbers: list[int], sum_: int) -> tuple[Frame, bool]:
        """The event of an entry, and whether its kind or a source is said."""
        end = self.items[sum_].end
        kinds = [i for i in numbers if self.items[i].label in self.roles[self.kind].labels
                 and (i < sum_ or _KIND.fullmatch(self.text, end, self.items[i].start))][:1]
        sources = self._sources(numbers, end)
        trigger = max([sum_, *kinds])
        roles = {self.party: [(numbers[0], SAID)], self.sum: [(sum_, SAID)], self.kind: [(i, SAID) for i in kinds], **sources}
        behind = self.text[end : self.items[numbers[-1]].end]
        told = bool(kinds) or (bool(sources) and _DIRECT.match(behind) is not None and not _OTHER.search(behind))
        roles = {role: players for role, players in roles.items() if players}
        return Frame(self.name, trigger, triggers=[trigger], status_score=SAID, roles=roles), told

    def _sources(self, numbers: list[int], start: int) -> dict[str, list[tuple[int, float]]]:
        """Who is listed behind "from", "led by" or "investors", by role."""
        found: dict[str, list[tuple[int, float]]] = {}
        for lead, other in self.leads:
            last, leads = None, False
            for number in numbers:
                item = self.items[number]
                if item.start < start or item.label not in self.roles[other].labels or not item.entity:
                    continue
                gap = self._masked(start if last is None else self.items[last].end, item.start, numbers)
                if not (_FROM.search(gap) if last is None else _ALSO.fullmatch(gap)):
                    if last is not None:
                        break
                    continue
                leads = _LED.search(gap) is not None or (leads and not _ASIDE.search(gap))
                is_lead = leads or _LEAD_BEHIND.match(self.text, item.end) is not None
                found.setdefault(lead if is_lead else other, []).append((number, SAID))
                last = number
        return found

    def _masked(self, start: int, end: int, numbers: list[int]) -> str:
        """A part of the text with dots in place of its mentions: "Cambridge, Mass., tools:"."""
        found = self.text[start:end]
        for item in (self.items[i] for i in numbers):
            if start <= item.start and item.end <= end:
                found = found[: item.start - start] + "·" * (item.end - item.start) + found[item.end - start :]
        return found
