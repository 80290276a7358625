"""The words of a pack's layer and of English, each with its senses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from rie.ask.form import Sense
from rie.ask.names import english
from rie.ask.words import norms_of
from rie.pack import Pack
from rie.pack.layer import FactLayer

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Phrases with their senses. `vocabulary` holds every single word that occurs in a phrase."""

    senses: dict[Phrase, tuple[Sense, ...]]
    vocabulary: frozenset[str]
    longest: int

    def at(self, norms: list[str], position: int) -> Iterator[tuple[int, tuple[Sense, ...]]]:
        """The phrases that begin at a word: how many words each has, and its senses."""
        for size in range(min(self.longest, len(norms) - position), 0, -1):
            found = self.senses.get(tuple(norms[position : position + size]))
            if found:
                yield size, found

    @cached_property
    def alone(self) -> dict[tuple[str, int], list[tuple[str, tuple[Sense, ...]]]]:
        """The phrases of one word with their senses, by first letter and length."""
        found: dict[tuple[str, int], list[tuple[str, tuple[Sense, ...]]]] = {}
        for phrase, senses in self.senses.items():
            if len(phrase) == 1:
                found.setdefault((phrase[0][:1], len(phrase[0])), []).append((phrase[0], senses))
        return found

    @cached_property
    def spelt(self) -> dict[tuple[str, int], list[str]]:
        """The single words that occur in phrases, by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in sorted(self.vocabulary):
            found.setdefault((word[:1], len(word)), []).append(word)
        return found

    @cached_property
    def beside(self) -> dict[str, frozenset[str]]:
        """The words that stand beside a word in phrases."""
        found: dict[str, set[str]] = {}
        for one, other in (pair for phrase in self.senses for pair in pairwise(phrase)):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {word: frozenset(others) for word, others in found.items()}


def phrase_of(text: str) -> Phrase:
    """The norms of a phrase as they stand in `Word.norm`."""
    return norms_of(text)


class PackKey:
    """A pack as a key of a cache: equal when it is the same object."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __hash__(self) -> int:
        return id(self.pack)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PackKey) and other.pack is self.pack


@lru_cache(maxsize=32)
def _build(pack: PackKey, absent: frozenset[str]) -> Lexicon:
    senses: dict[Phrase, list[Sense]] = {}
    for text, sense in (*_layer_words(pack.pack, absent), *_english_words()):
        for form in english.forms(text):
            known = senses.setdefault(phrase_of(form), [])
            if sense not in known:
                known.append(sense)
    senses.pop((), None)
    vocabulary = frozenset(word for phrase in senses for word in phrase)
    return Lexicon({phrase: tuple(found) for phrase, found in senses.items()}, vocabulary, max(map(len, senses)))


def lexicon_of(pack: Pack, absent: frozenset[str] = frozenset()) -> Lexicon:
    """The lexicon of a pack without the words of `absent` facts, built once."""
    return _build(PackKey(pack), absent)


def _layer_words(pack: Pack, absent: frozenset[str]) -> Iterator[tuple[str, Sense]]:
    layer = pack.layer
    for name, fact in layer.facts.items():
        if name in absent:
            continue
        yield from ((role.forms, Sense("role", key, name)) for key, role in fact.roles.items() if role.forms)
        for kind, numbers in (("measure", fact.measures), ("facet", fact.facets)):
            for key, number in numbers.items():
                yield number.forms, Sense(kind, key, name)
                yield from ((number.below_zero, Sense(found, key, name)) for found in (kind, "below_zero") if number.below_zero)
                yield from ((number.above_zero, Sense(found, key, name)) for found in (kind, "above_zero") if number.above_zero)
                yield from ((text, Sense(found, None, name)) for text, found in ((number.more, "more"), (number.most, "largest")) if text)
        yield from ((item.forms, Sense("attribute", key, name)) for key, item in fact.attributes.items())
        for index, verb in enumerate(fact.verbs):
            yield verb.base, Sense("verb", index, name)
            if verb.past:
                yield verb.past, Sense("verb", index, name)
                yield verb.past, Sense("past", index, name)
        yield from ((noun.forms, Sense("noun", index, name)) for index, noun in enumerate(fact.nouns))
        for column, values in fact.values.items():
            yield from ((text, Sense("value", (column, value), name)) for value, text in values.words.items())
            for group, item in values.sets.items():
                yield item.forms, Sense("value", (column, group), name)
                yield from ((text, Sense("end", (column, group, value), name)) for value, text in item.ends.items())
            for value, text in values.nouns.items():
                yield from ((text, Sense(kind, (column, value), name)) for kind in ("value", "typed"))
        yield from _special_words(name, fact)
    if layer.foreign:
        yield layer.foreign, Sense("foreign")
    if layer.fillers:
        yield layer.fillers, Sense("filler")
    if layer.entity:
        yield layer.entity.forms, Sense("generic")
        yield layer.entity.seat_forms, Sense("seat")
        yield from ((item.forms, Sense("dimension", key)) for key, item in layer.entity.attributes.items())


def _special_words(name: str, fact: FactLayer) -> Iterator[tuple[str, Sense]]:
    series, holder = fact.series, fact.holder
    if series:
        forms = ((series.forms, "beside"), (series.dated, "dated"), (series.part_forms, "part_word"), (series.whole_forms, "whole"))
        yield from ((text, Sense(kind, None, name)) for text, kind in forms if text)
        yield from ((text, Sense("sign", sign, name)) for text, sign in ((series.negative, "<"), (series.positive, ">")) if text)
        yield from ((item.forms, Sense("modifier", key, name)) for key, item in series.modifiers.items())
        others = ((series.worst, "worst"), (series.results, "results"), (series.middle, "middle"))
        yield from ((text, Sense(kind, None, name)) for text, kind in others if text)
    if series and series.estimate:
        estimate = series.estimate
        verbs = ((estimate.above, ">"), (estimate.below, "<"), (estimate.met, "="), (estimate.side, "<>"))
        yield from ((text, Sense("beat", op, name)) for text, op in verbs)
        yield estimate.forms, Sense("estimate", None, name)
        yield estimate.alone, Sense("beat_alone", None, name)
        yield from (
            (estimate.either, sense) for sense in (Sense("value", (estimate.column, estimate.of), name), Sense("compare", None, name))
        )
    if holder:
        words = ((holder.forms, "holding"), (holder.next, "next_holder"), (holder.previous, "previous_holder"))
        yield from ((text, Sense(kind, None, name)) for text, kind in words if text)


def _english_words() -> Iterable[tuple[str, Sense]]:
    one = (
        ("aux", english.AUXILIARIES), ("light", english.LIGHT), ("happen", english.HAPPEN), ("prep", english.PREPOSITIONS),
        ("article", english.ARTICLES), ("which", english.WHICH), ("who", english.WHO), ("how_much", english.HOW_MUCH),
        ("how_many", english.HOW_MANY), ("when", english.WHEN), ("where", english.WHERE), ("show", english.SHOW), ("rank", english.RANK),
    )  # fmt: skip
    yield from (("|".join(words), Sense(kind)) for kind, words in one)
    yield from ((phrase, Sense("function")) for phrase in sorted(english.FUNCTION) if " " in phrase)
    yield english.ANYTHING, Sense("generic")
    yield from ((text, Sense("agg", name)) for name, text in english.AGGREGATES.items())
    yield from ((text, Sense("grain", name)) for name, text in english.GRAINS.items())
    yield from (
        (getattr(english, name.upper()), Sense(name))
        for name in ("largest", "smallest", "latest", "earliest", "previous", "most", "least", "active", "top", "more", "less")
    )
    yield from ((getattr(english, name.upper()), Sense(name)) for name in ("compare", "between", "group", "follow", "sort"))
    yield english.NEGATION, Sense("negation")
    yield english.LEFT_OUT, Sense("left_out")
    yield english.DESCENDING, Sense("direction", True)
    yield english.ASCENDING, Sense("direction", False)
    yield english.ANAPHORA, Sense("anaphor")
    ops = ((english.OVER, ">"), (english.AT_LEAST, ">="), (english.UNDER, "<"), (english.AT_MOST, "<="), (english.EXACTLY, "="))
    yield from ((text, Sense("op", op)) for text, op in ops)
    yield english.OR_MORE, Sense("op_after", ">=")
    yield english.OR_LESS, Sense("op_after", "<=")
