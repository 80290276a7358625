"""A document as entity linking reads it: its names with their places, and what stands around each of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from rie.pipeline.linking.knowledge import LinkKnowledge
from rie.values.name import form_words

FORM: Final = "\0"  # in a key, between a folded name and the law of its legal form
AROUND: Final = 160  # characters before and behind a mention that are read with it, within its sentence
_CODE = re.compile(r"[\s,]*[(<\[](?:([A-Za-z][A-Za-z ]{1,12}):\s?)?([A-Z][A-Z.]{0,5})[)>\]]")
_RENAMED = re.compile(
    r"[\s,(]*(?:which (?:is|was) )?"
    r"(?:formerly|previously|once|then|until \w+|is to be|will be|was|used to be|now|will|becomes?|became|to become)"
    r"(?: (?:known|called|renamed|named|trade|trading|be|as|the|was|until))*[\s,]*", re.IGNORECASE)  # fmt: skip
_SEAT_BEFORE = re.compile(
    r"((?:[A-Z][\w.]*[ -]?){1,3})(?:-based|['’]s)(?: [a-z-]+){0,4} $"
    r"|(?:^|\b[Tt]he |\b[Aa]n? |[:;] )((?:[A-Z][\w.]* ){1,3})(?:[a-z-]+ ){1,3}$")  # fmt: skip
_SEAT_BEHIND = re.compile(r"(?:,? \(?(?:of|based in) |, an? (?:[a-z]+ )?|,? the (?:[a-z]+ )?| \()(?=[A-Z])")
_DESCRIBED_BEFORE = re.compile(
    r"(?:['’]s|-based|\b[Tt]he|\b[Aa]n?) ((?:[a-z-]+ ){1,4})(?<! by )(?<! of )(?<! to )(?<! at )(?<! in )(?<! on )(?<! and )(?<! for )"
    r"(?<! from )(?<! with )(?<! that )(?<! than )$")  # fmt: skip
_DESCRIBED_BEHIND = re.compile(r", (?:an?|the)\b[^.;:,]{3,90}")
_MADE = re.compile(
    r"\b(?:introduc\w+|launch\w*|unveil\w*|releas\w+|roll\w* out|debut\w*|brought out|bring\w* out|calls?|called|dubbed|branded"
    r"|products?|apps?|platforms?|software|tools?|suites?|modules?|features?|devices?)"
    r"(?:,? (?:its|their|the|an?|new|latest|flagship|own|such as|like|including|called|named|dubbed"
    r"|[a-z-]+ (?:tool|app|product|service|feature)))*,? [\"\u201c\u2018']?$", re.IGNORECASE)  # fmt: skip
_OWNED = re.compile(
    r"\b(?:parent|holding company|owner)(?: company)? (?:of|to|for) (?:the )?$"
    r"|\b(?:which|that) owns (?:the )?$|\bits (?:[\w-]+ )?(?:subsidiary|brand|bank),? $", re.IGNORECASE)  # fmt: skip
_LISTED = re.compile(r"\s*(?:,|,? and|&|,? as well as|or)\s*(?:the )?")
_MARKET = re.compile(
    r"\b(?:shares?|stocks?|nasdaq|nyse|trading|dividend|ex-dividend|yields?|movers|earnings"
    r"|(?:closed|fell|rose|gained?|gainers|lost|jumped|added|up|down)\b[^.]{0,24}\d)|\d ?%", re.IGNORECASE)  # fmt: skip


class Place(NamedTuple):
    """A mention in the text, the number of its sentence, and where that begins and ends."""

    start: int
    end: int
    sentence: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Told:
    """A name as a document uses it: how it is written, and the places of its mentions."""

    key: str
    name: str
    places: tuple[Place, ...]

    @property
    def folded(self) -> str:
        """The folded name; the key of one of two that differ in the law of their legal form holds that too."""
        return self.key.split(FORM)[0]

    @property
    def letters(self) -> str:
        """What is left of it when it is read as an acronym: "mv" of "M&V"."""
        return self.folded.replace(" and ", "").replace(" ", "")

    @property
    def sentences(self) -> set[int]:
        """The numbers of the sentences that hold it."""
        return {place.sentence for place in self.places}


@dataclass
class Telling:
    """A document's text with all names of one label, and what it says of one of them.

    Args:
        text: title and text joined.
        names: by key, in the order of their first mention.
        knowledge: of words and places.
    """

    text: str
    names: Mapping[str, Told]
    knowledge: LinkKnowledge
    _around: dict[str, str] = field(default_factory=dict)

    @cached_property
    def lower(self) -> str:
        """The whole text without its names, lower case."""
        return self.unnamed.casefold()

    def around(self, told: Told) -> str:
        """What stands around the mentions of a name, without the name."""
        if told.key not in self._around:
            self._around[told.key] = " \n ".join(piece for place in told.places for piece in self._beside(place))
        return self._around[told.key]

    def _beside(self, place: Place) -> tuple[str, str]:
        text = self.unnamed
        return text[max(place.start - AROUND, place.low) : place.start], text[place.end : min(place.end + AROUND, place.high)]

    @cached_property
    def unnamed(self) -> str:
        """The text with a dot for each letter of a name: "Rutherford Bank" names no place."""
        text = list(self.text)
        for told in self.names.values():
            for place in told.places:
                text[place.start : place.end] = "\u2022" * (place.end - place.start)
        return "".join(text)

    def code_of(self, told: Told) -> str | None:
        """The stock exchange symbol that stands in brackets behind a name: "NGE" in "(NYSE: NGE)"."""
        for place in told.places:
            found = _CODE.match(self.text, place.end)
            if found and (found[1] or self.text[found.start(2) - 1] == "<"):
                return found[2]
        return None

    def bracketed(self, told: Told) -> str | None:
        """Any capitals in brackets behind a name."""
        found = next((match for place in told.places if (match := _CODE.match(self.text, place.end))), None)
        return found[2] if found else None

    def seats(self, told: Told) -> set[str]:
        """Places that are said to be where a name has its seat: "Calgary" in "X of Calgary", "Calgary-based X", "X, a Calgary maker"."""
        return {seat for place in told.places for seat in self._seats(place)}

    def _seats(self, place: Place) -> Iterator[str]:
        before, behind = self._beside(place)
        led = _SEAT_BEFORE.search(before)
        if led:
            yield from self.knowledge.places_at_end((led[1] or led[2]).rstrip(" -"))
        match = _SEAT_BEHIND.match(behind)
        if match:
            yield from self.knowledge.places_at_start(behind[match.end() :])

    def is_traded(self, told: Told) -> bool:
        """Whether the words around a symbol are those of a market; in brackets it is no symbol but the short form of a source."""
        return self.text[told.places[0].start - 1 : told.places[0].start] != "(" and bool(_MARKET.search(self.around(told)))

    def described(self, told: Told) -> str:
        """What the text calls a name: "the pub chain X", "X, a maker of pianos", "X brews"."""
        return " ".join(piece for place in told.places for piece in self._described(place))

    def _described(self, place: Place) -> Iterator[str]:
        before, behind = self._beside(place)
        yield from (match[1] for match in (_DESCRIBED_BEFORE.search(before),) if match)
        yield from (match[0] for match in (_DESCRIBED_BEHIND.match(behind),) if match)

    def renamed(self, told: Told) -> str | None:
        """The key of the name that this one has or had besides, as words between the two say."""
        return next(iter(self._renamed.get(told.key, ())), None)

    @cached_property
    def _renamed(self) -> dict[str, list[str]]:
        """For each name those that such words tie to it, from the first in the text."""
        places = sorted((place.start, place.end, key) for key, told in self.names.items() for place in told.places)
        found: dict[str, list[str]] = {}
        for (_, end, first), (start, _, second) in pairwise(places):
            if first != second and 0 < start - end < 50 and _RENAMED.fullmatch(self.text, end, start):
                found.setdefault(first, []).append(second)
                found.setdefault(second, []).append(first)
        return found

    def spelled_before(self, told: Told) -> str | None:
        """The key of the only longer name before this one in its sentence, of which it is short: "Roe Ridge Ventures put in $5m that
        Roe Ridge led". Two that a list tells are two.
        """
        here = told.places[0]
        before = [other for other in self.longer(told) if other.places[0].sentence == here.sentence and other.places[0].end <= here.start]
        if " " not in told.folded or len(before) != 1 or _LISTED.fullmatch(self.text, before[0].places[0].end, here.start):
            return None
        return before[0].key

    def longer(self, told: Told) -> list[Told]:
        """The other names of the document that begin with this one."""
        return [other for other in self.names.values() if other.folded.startswith(told.folded + " ")]

    def is_thing_of(self, told: Told, other: Told) -> bool:
        """Whether the text presents a longer name, wherever it stands, as that of what the company of the shorter one makes or owns: "Acme
        introduced Acme Clause", "Acme Bancorp, parent of Acme Bank of Ohio".
        """
        words = [self.text[max(place.start - AROUND, place.low) : place.start] for place in other.places]
        if form_words(other.name) or told.places[0].start > other.places[0].start:
            return False
        return all(_MADE.search(before) for before in words) or all(_OWNED.search(before) for before in words)
