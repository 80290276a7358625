"""The status of an event: what the relation component says of its triggers, and what the words around them say against it."""

import re
from collections.abc import Mapping, Sequence

from rie.pack import Source
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item

AGREED = "agreed"
_UNREAL = re.compile(
    r"\b(?:if|unless|should|may|might|can|could|would|must|will|right|option|to|not|never|denied|threatened|until)\b[^,;]{0,40}$",
    re.IGNORECASE)
_PAST = re.compile(r"(?:ed|off|drawn|drew|up|den[iy]\w*)$", re.IGNORECASE)
_OWN = re.compile(  # between a phrase and the trigger that it is about
    r" (?:of |from )?(?:its|their|the|his|a|an) (?:(?:planned|proposed|pending|previously|agreed|announced|friendly|hostile|all-share|cash"
    r"|takeover|\S{0,4}[$€£]\S+|\d\S*|(?:m|b|tr)illion|bn|mln|dlr|dlrs) )*", re.IGNORECASE)
_AHEAD = re.compile(  # right before a trigger: "to", "could over four years"
    r"(?:\b(?:to|will|would)|\b(?:(?-i:may)|might|could)(?: (?!(?:and|that|have|has|be|as)\b)[\w-]+){0,5}) $", re.IGNORECASE)


class Statuses:
    """The statuses of one document's events.

    Args:
        terms: the vocabularies of the pack.
        items: the document's mentions.
        text: what the items' offsets refer to.
        sentences: of the text, (start, end) characters each.
    """

    def __init__(self, terms: Mapping[str, Phrases], items: Sequence[Item], text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.terms, self.items, self.text, self.sentences = terms, items, text, sentences

    def of(self, frame: Frame, source: Source) -> str | None:
        """The status that the model gives, but what is denied is denied, and what is to happen ("to raise") has not happened."""
        matcher = self.terms[source.terms or ""]
        if frame.stated:
            return frame.status or matcher.default
        for value in source.said:
            if all(matcher.means(self.clause(trigger), value) for trigger in frame.triggers):
                return str(value)
        ended = {value for value in source.said if any(self._is_ended(trigger, matcher, value) for trigger in frame.triggers)}
        if len(ended) == 1:
            return str(ended.pop())
        if self._is_done(frame, source):
            return matcher.default
        if frame.status in source.settles and (settled := self._settled(frame, self.terms[source.settles[frame.status]], matcher.default)):
            return settled
        if source.tentative and (weaker := self._weaker(frame, source.tentative)):
            return weaker
        if (frame.status or matcher.default) == matcher.default and (coming := self._awaited(frame, source)):
            return coming
        ahead = any(_AHEAD.search(self.clause(trigger)) for trigger in frame.triggers)
        one_sentence = len({self.items[trigger].sentence for trigger in frame.triggers}) == 1
        if frame.status == matcher.default and ahead and one_sentence:
            return matcher.find(self.clause(frame.trigger, whole=True)) or frame.status
        return frame.status or matcher.default

    def _is_ended(self, trigger: int, matcher: Phrases, value: str) -> bool:
        """Whether a phrase right before a trigger decides: "have called off their A$1.3 billion merger"."""
        clause = self.clause(trigger)
        told = matcher.terms.patterns[value].finditer(clause) if value in matcher.terms.patterns else ()
        return any(_OWN.fullmatch(clause, match.end()) and _PAST.search(match[0]) and not _UNREAL.search(clause[: match.start()])
                   for match in told)

    def _weaker(self, frame: Frame, terms: str) -> str | None:
        """The status of an agreement that is none yet, as the first sentence of the event says and no other denies:
        "agreed in principle to sell", "has an option to buy".
        """
        if frame.status != AGREED:
            return None
        told = sorted({self.items[trigger].sentence for trigger in frame.triggers if not self.items[trigger].in_title})
        found = [self.terms[terms].find(str(self.text[slice(*self.sentences[number])])) for number in told]
        return found[0] if found and {*found} - {None} == {found[0]} else None

    def _settled(self, frame: Frame, phrases: Phrases, done: str | None) -> str | None:
        """The status that the words around a trigger put in the place of the model's: a bid that is turned down has been made. What is
        agreed is less only where the first trigger of the text says so, and `done` wherever it is said.
        """
        told = [trigger for trigger in frame.triggers if not self.items[trigger].in_title]
        for number in told:
            here = self.items[number]
            start, end = self.sentences[here.sentence]
            found = phrases.find(f"{self.text[start : here.start]}#<{here.text}>{self.text[here.end : end]}")
            if found and (frame.status != AGREED or found == done or number == told[0]):
                return found
        return None

    def _is_done(self, frame: Frame, source: Source) -> bool:
        """Whether the words right before a trigger say that it has happened: "completed its previously announced acquisition"."""
        if source.done is None:
            return False
        before = (str(self.text[max(self.items[trigger].start - 80, 0) : self.items[trigger].start]) for trigger in frame.triggers)
        return any(self.terms[source.done or ""].find(words) for words in before)

    def _awaited(self, frame: Frame, source: Source) -> str | None:
        """The status of what a sentence of the event, or the one behind it, expects to close; of one that a title alone tells, the
        first sentence below.
        """
        if source.awaited is None:
            return None
        own = {self.items[trigger].sentence for trigger in frame.triggers if not self.items[trigger].in_title}
        own = own or {min((item.sentence for item in self.items if not (item.in_title or item.key)), default=0)}
        others = {item.sentence for item in self.items if item.label == self.items[frame.trigger].label} - own
        told = own | {number + 1 for number in own if number + 1 < len(self.sentences)} - others
        found = (self.terms[source.awaited].find(str(self.text[slice(*self.sentences[number])])) for number in sorted(told))
        return next((status for status in found if status), None)

    def clause(self, trigger: int, whole: bool = False) -> str:
        """The trigger's sentence up to the trigger, or all of it."""
        start, end = self.sentences[self.items[trigger].sentence]
        return str(self.text[start : end if whole else self.items[trigger].start])
