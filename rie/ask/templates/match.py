"""Does a question say what a template asks? Every word must agree; names, periods and numbers fill the slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, product
from typing import Any, Final

from rapidfuzz.distance import OSA

from rie.ask.form import Item, Ref, Sense
from rie.ask.names import english
from rie.ask.templates.files import Template, templates_of
from rie.ask.words import KNOWN, norms_of
from rie.collection import no_collection
from rie.pack import Pack
from rie.values import Money, Period, print_money

ENTITIES: Final = ("company", "investor", "entity")
PLAIN: Final = ("person", "place", "period", "money", "number", "percent", "metric", *ENTITIES)
_SLOT: Final = re.compile(r"\{(\w+)\}")
_MARK: Final = "{}"
_MOST_WAYS: Final = 64
_SHORTEST_MISSPELT: Final = 6
_DROPPED: Final = frozenset(  # words that change nothing: no prepositions of direction, no negations
    re.findall(
        r"\S+",
        "a an the of in on at for is are was were be been being has have had did do does that which what who whom please pls kindly me us "
        "list show give find tell name can could you we i there all any ever s 's ? . , ! : ; - \" ' ( )",
    )
)


@dataclass(frozen=True, slots=True)
class Value:
    """What fills a slot: its text and the value as the reader found it."""

    text: str
    value: Any


@dataclass(frozen=True, slots=True)
class Matched:
    """A template with its slots filled. `parameters` are those of its SQL, `texts` how the question said them."""

    template: Template
    parameters: Mapping[str, Any]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Wordings of a template with the same slots in the same order."""

    template: Template
    slots: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """What its slots take."""
        return tuple(group_of(self.template.slots.get(slot, "")) for slot in self.slots)


@dataclass
class Matches:
    """Wordings by their words, with a mark in place of each slot. `twice` holds wordings that two templates claim."""

    wordings: dict[tuple[str, ...], tuple[Wording, ...]] = field(default_factory=dict)
    words: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    twice: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, template: Template) -> None:
        """Know all wordings of a template."""
        made: dict[tuple[str, ...], tuple[Wording]] = {}
        for ask in template.asks:
            key, slots = key_of(ask)
            alone = made.get(slots) or made.setdefault(slots, (Wording(template, slots),))
            known = self.wordings.setdefault(key, alone)
            if known is not alone:
                self._beside(key, known, alone[0], ask)

    def _beside(self, key: tuple[str, ...], known: tuple[Wording, ...], wording: Wording, ask: str) -> None:
        """Know a wording whose words others have too."""
        same = next((other for other in known if other is wording or other.groups == wording.groups), None)
        if same is None:
            self.wordings[key] = (*known, wording)
        elif same.template.id != wording.template.id:
            self.twice.append((same.template.id, wording.template.id, ask))

    def finish(self) -> None:
        """Index the words, for those that are misspelt."""
        for word in set(chain.from_iterable(self.wordings)):
            if len(word) >= _SHORTEST_MISSPELT:
                self.words.setdefault((word[0], len(word)), set()).add(word)

    def match(self, items: Sequence[Item], pack: Pack) -> Matched | None:
        """The template that a question asks; None where none does, or two do.

        Args:
            items: of the question.
            pack: whose words its values are.
        """
        found: dict[str, Matched] = {}
        for words, values in self._ways(items):
            for matched in self._matched(words, values, pack):
                found.setdefault(matched.template.id, matched)
        return next(iter(found.values())) if len(found) == 1 else None

    def _ways(self, items: Sequence[Item]) -> Iterator[tuple[tuple[str, ...], list[Item]]]:
        """The words of the question with some of what can be a value taken as one, the most first; and those values."""
        options: list[list[tuple[tuple[str, ...], Item | None]]] = []
        ways = 1
        for item in items:
            words = tuple(map(self._known, _content(item.text)))
            can_be = _is_value(item) and ways * 2 <= _MOST_WAYS
            ways *= 1 + can_be
            options.append([((_MARK,), item), (words, None)] if can_be else [(words, None)])
        for way in product(*options):
            yield tuple(chain.from_iterable(words for words, _ in way)), [item for _, item in way if item is not None]

    def _matched(self, words: tuple[str, ...], items: Sequence[Item], pack: Pack) -> Iterator[Matched]:
        for wording in self.wordings.get(words, ()):
            values = [value_for(item, wording.template.slots[slot], pack) for item, slot in zip(items, wording.slots, strict=True)]
            if all(value is not None for value in values):
                yield _filled(wording, [value for value in values if value is not None])

    def _known(self, word: str) -> str:
        """The word itself, or the one known word that it is misspelt of."""
        if len(word) < _SHORTEST_MISSPELT or word in english.CONFUSABLE or word in self.words.get((word[0], len(word)), ()):
            return word
        near = [
            other
            for size in range(len(word) - 1, len(word) + 2)
            for other in self.words.get((word[0], size), ())
            if OSA.distance(word, other, score_cutoff=1) <= 1
        ]
        return near[0] if len(near) == 1 else word


def _filled(wording: Wording, values: Sequence[Value]) -> Matched:
    template = wording.template
    parameters: dict[str, Any] = dict.fromkeys(template.parameters())
    texts = {}
    for slot, found in zip(wording.slots, values, strict=True):
        texts[slot] = found.text
        if template.slots[slot] == "period":
            parameters[f"{slot}_from"], parameters[f"{slot}_to"] = found.value.start, found.value.end
        else:
            parameters[slot] = found.value
    return Matched(template, parameters, texts)


def key_of(ask: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a wording with marks for its slots, and the slots in their order."""
    return tuple(chain.from_iterable(map(_marked, ask.split()))), tuple(_SLOT.findall(ask))


@lru_cache(maxsize=KNOWN)
def _marked(part: str) -> tuple[str, ...]:
    """Of a part of a wording, which may hold slots, the words that tell questions apart."""
    first, *others = _SLOT.split(part)
    return (*_content(first), *chain.from_iterable((_MARK, *_content(text)) for text in others[1::2]))


def _content(text: str) -> Iterable[str]:
    """The words of a text that tell questions apart."""
    return chain.from_iterable(map(_told, text.split()))


@lru_cache(maxsize=KNOWN)
def _told(part: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in norms_of(part) if word not in _DROPPED)


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _is_value(item: Item) -> bool:
    return item.has("entity", "place", "period", "money", "number", "percent", "measure", "value")


def group_of(kind: str) -> str:
    """Types that the same words can fill."""
    return "entity" if kind in ENTITIES else kind


def value_for(item: Item, kind: str, pack: Pack) -> Value | None:
    """What an item means as a slot of a type; None where it can be none, or several."""
    if kind in ENTITIES or kind == "person":
        return _ref(item, person=kind == "person")
    if kind == "place":
        return _place(item)
    if kind == "money":
        return _money(item.get("money"))
    if kind in ("period", "number", "percent"):
        value = item.get(kind)
        return None if value is None else Value(value.label if isinstance(value, Period) else item.text, value)
    return _metric(item, pack) if kind == "metric" else _of_column(item, kind)


def _ref(item: Item, *, person: bool) -> Value | None:
    refs: tuple[Ref, ...] = item.get("entity") or ()
    fitting = [ref for ref in refs if ref.id and (ref.kind == "person") == person]
    return Value(fitting[0].name, fitting[0].id) if len(fitting) == len(refs) == 1 else None


def _place(item: Item) -> Value | None:
    values = {value for _, value in item.get("place") or ()}
    return Value(item.text, values.pop()) if len(values) == 1 else None


def _money(value: Money | None) -> Value | None:
    """A sum in US dollars, which is what facts are compared in."""
    if value is None or value.currency != "USD" or value.high is not None:
        return None
    return Value(print_money(value.amount, "USD"), value.amount)


def _metric(item: Item, pack: Pack) -> Value | None:
    found = {_metric_of(sense, pack) for sense in item.senses if sense.kind == "measure"} - {None}
    return Value(item.text, found.pop()) if len(found) == 1 else None


def _metric_of(sense: Sense, pack: Pack) -> str | None:
    layer = pack.layer.facts.get(sense.fact or "")
    measure = layer.measures.get(sense.value) if layer else None
    return measure.where.get("metric") if measure else None


def _of_column(item: Item, column: str) -> Value | None:
    found = {sense.value[1] for sense in item.senses if sense.kind == "value" and sense.value[0] == column}
    return Value(item.text, found.pop()) if len(found) == 1 else None


@no_collection()
def matches_of(templates: Iterable[Template]) -> Matches:
    """An index over templates."""
    found = Matches()
    for template in templates:
        found.add(template)
    found.finish()
    return found


def pack_matches(pack: Pack) -> Matches:
    """The index over a pack's own templates, made once."""
    return _indexed(_Templates(templates_of(pack)))


class _Templates:
    """Templates as a key of a cache: equal when they are the same ones."""

    def __init__(self, templates: tuple[Template, ...]) -> None:
        self.templates = templates

    def __hash__(self) -> int:
        return id(self.templates)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Templates) and other.templates is self.templates


@lru_cache(maxsize=16)
def _indexed(key: _Templates) -> Matches:
    return matches_of(key.templates)
