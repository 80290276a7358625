"""A question as tokens with blanks for its names, periods, sums, numbers, types, posts and measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from rie.ask.form import Item, Sense
from rie.ask.names import english
from rie.ask.names.lexicon import PackKey
from rie.ask.names.names import Names
from rie.ask.read.clauses import YEARLESS
from rie.pack import Pack
from rie.values import Period

SAID: Final = ("interim=", "basis=", "accounting=", "sign=", "currency=")  # what a wording says only of questions that say it
_PLAIN: Final = ("place", "period", "money", "percent", "currency", "number", "part")
_TOLD: Final = (  # kinds of senses that a word is known by, beside its letters
    "verb", "noun", "role", "measure", "facet", "attribute", "dimension", "grain", "agg", "how_many", "how_much", "when", "where", "who",
    "largest", "smallest", "latest", "earliest", "most", "least", "more", "less", "top", "active", "negation", "op", "op_after", "group",
    "compare", "beat", "estimate", "sign", "direction", "below_zero", "above_zero", "part_word", "holding", "next_holder",
    "previous_holder", "generic", "value", "seat", "rank",
)  # fmt: skip
_CLOSED: Final = frozenset(  # words that carry no condition, whether or not training held them
    (
        "wed", "id", "im", "ive", "weve", "were", "youd", "dont", "cant", "u", "w", "tell", "him", "would", "could", "should", "may",
        "might", "must", "shall", "am",
    )
)  # fmt: skip
_LEFT_OUT: Final = re.compile(r"\b(?:(?:take|taken|leave|left|leaving) (?:out|aside)|skip\w*|apart|aside|neither|nor|removed|dropping)\b")
TIMES: Final = frozenset(("before", "after", "afterwards", "later", "since", "until", "once", "will", "prior", "then", "following"))
_PLAINLY: Final = frozenset(  # words of a period that is a year or a quarter and no part of one
    (
        *english.ORDINALS, "first", "the", "of", "in", "for", "year", "quarter", "full", "whole", "entire", "calendar", "all", "during",
        "fiscal", "fy", "qtr", "st", "nd", "rd", "th",
    )
)  # fmt: skip
_PERCENT: Final = frozenset(("%", "percent", "percentage"))
_ORDINAL: Final = frozenset((*english.ORDINALS, "runner", "two", "next", "previous", "before", "penultimate"))


@dataclass(frozen=True, slots=True)
class Blank:
    """A part of a question that a canonical wording has a blank for: its kind, and what fills it."""

    kind: str
    text: str
    value: Any
    place: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a blank of a question as the model sees it: its letters, and what the lexicon knows it as."""

    word: str
    senses: tuple[str, ...]
    is_blank: bool = False

    @property
    def stem(self) -> str:
        """The word without its ending; a blank is its own."""
        return self.word if self.is_blank else _stem(self.word)


@dataclass(frozen=True)
class Blanked:
    """A question with blanks.

    `tokens` are what the model sees; `literal` values must be said by what it is taken for; `words` are all others that the
    grammar's lexicon gives no sense. It is `shared` when it speaks of percent, `ordinal` of a second or next, `timed` of what came
    before or after, and `joined` of both of two things; `ops` are its comparisons.
    """

    blanks: tuple[Blank, ...]
    tokens: tuple[Token, ...]
    literal: frozenset[str]
    words: tuple[str, ...]
    negated: bool
    ops: frozenset[str]
    shared: bool
    ordinal: bool
    timed: bool
    joined: bool

    @property
    def signature(self) -> tuple[str, ...]:
        """The kinds of its blanks."""
        return tuple(sorted(blank.kind for blank in self.blanks))


def merged(blanks: Sequence[Blank]) -> list[Blank]:
    """Blanks with those of one kind put together: "Google and Intel"."""
    kinds: dict[str, list[Blank]] = {}
    for blank in blanks:
        kinds.setdefault(blank.kind, []).append(blank)
    return [replace(held[0], text=" and ".join(blank.text for blank in held)) for held in kinds.values()]


@lru_cache(maxsize=8)
def open_values(key: PackKey) -> frozenset[tuple[str, str]]:
    """Values of vocabularies that stand for nothing but themselves: "Series B", and not "IPO", which is also a verb.

    Args:
        key: of the pack.
    """
    found = set()
    for fact in key.pack.layer.facts.values():
        for column, values in fact.values.items():
            told = {*values.words, *values.nouns, *values.bound}
            found |= {(column, value) for value in (key.pack.terms[values.terms].values if values.terms else {}) if value not in told}
    return frozenset(found)


@lru_cache(maxsize=8)
def _columns(key: PackKey) -> tuple[frozenset[str], frozenset[str]]:
    """Columns of free text, and facts of series."""
    facts = key.pack.layer.facts
    texts = {column for fact in facts.values() for column, values in fact.values.items() if values.text}
    return frozenset(texts), frozenset(name for name, fact in facts.items() if fact.series)


def kind_of(item: Item, pack: Pack) -> str | None:
    """The kind of blank that an item fills; None for a word that is read as itself."""
    refs = item.get("entity")
    if refs:
        return "person" if all(ref.kind == "person" for ref in refs) else "entity"
    plain = next((kind for kind in _PLAIN if item.get(kind) is not None), None)
    if plain:
        return _plain(item, plain)
    texts, series = _columns(PackKey(pack))
    values = [sense.value for sense in item.senses if sense.kind == "value"]
    if any(column in texts for column, _ in values) and not item.has("verb"):
        return "post"
    if any(tuple(value) in open_values(PackKey(pack)) for value in values):
        return "type"
    return "metric" if any(sense.kind == "measure" and sense.fact in series for sense in item.senses) else None


def _plain(item: Item, kind: str) -> str | None:
    """Numbers so large are sums; "one", dollars and a percentage of 2016 are none of their kind."""
    if item.norm == "one" or (kind == "currency" and item.get("currency") == "USD"):
        return None
    if kind == "percent" and item.get("percent") > 1000:
        return None
    return "money" if kind == "number" and item.get("number") >= 10_000 else kind


def blanked(items: Sequence[Item], names: Names, pack: Pack) -> Blanked:
    """A question with blanks.

    Args:
        items: of the question.
        names: of the snapshot.
        pack: whose layer gives the words.
    """
    kinds = [kind_of(item, pack) for item in items]
    blanks = [
        Blank(kind, item.text, _value(item, kind), place) for place, (item, kind) in enumerate(zip(items, kinds, strict=True)) if kind
    ]
    free = [item for item, kind in zip(items, kinds, strict=True) if kind is None]
    literal = frozenset(f"{column}={value}" for item in free for column, value in _literal(item, pack))
    return Blanked(
        tuple(_dated(blanks)), tuple(_tokens(items, kinds, names)), literal,
        tuple(item.norm for item in free if not item.senses and item.norm not in english.FUNCTION | _CLOSED),
        _negates(free),
        frozenset(item.get("op") or item.get("op_after") for item in free if item.has("op", "op_after")),
        any(not _PERCENT.isdisjoint(item.norm.split()) for item in free),
        any(not _ORDINAL.isdisjoint(item.norm.replace("-", " ").split()) for item in items),
        any(not TIMES.isdisjoint(item.norm.split()) for item in free),
        any(item.norm == "both" for item in free),
    )  # fmt: skip


def _negates(free: Sequence[Item]) -> bool:
    told = any(item.has("negation", "left_out") or item.norm in english.DENIED for item in free)
    return told or _LEFT_OUT.search(" ".join(item.norm for item in free)) is not None


def _value(item: Item, kind: str) -> Any:
    if kind in ("entity", "person"):
        return item.get("entity")
    return item.get(kind) if kind in _PLAIN else None


def _literal(item: Item, pack: Pack) -> Iterator[tuple[str, str]]:
    """Values that are said by a word of their own and that no blank stands for."""
    loose = item.has("verb", "light", "aux", "noun", "role", "measure", "op", "agg")
    yield from ((kind, str(item.get(kind))) for kind in ("sign", "currency") if item.get(kind) is not None)
    for sense in item.senses:
        told = sense.kind == "value" and sense.fact and not pack.layer.facts[sense.fact].values[sense.value[0]].text
        if told and (not loose or f"{sense.value[0]}=" in SAID):
            yield sense.value


def _dated(blanks: Sequence[Blank]) -> Iterator[Blank]:
    """Periods as the grammar writes them; a quarter without a year is of the year of another."""
    years = [b.value.start.year for b in blanks if b.kind == "period" and b.value.start.year > 1 and not YEARLESS.fullmatch(b.text)]
    for blank in blanks:
        if blank.kind != "period":
            yield blank
            continue
        period: Period = blank.value
        if YEARLESS.fullmatch(blank.text) and years:
            period = Period.unit("quarter", years[0], (period.start.month + 2) // 3)
        yield Blank("period", _written(period, blank.text), period, blank.place)


def _written(period: Period, text: str) -> str:
    """A period as the grammar writes it, unless its words say more: "early 2016"."""
    plain = re.search(r"\d{2}", text) and _PLAINLY.issuperset(re.findall("[a-z]{2,}", text.lower()))
    if plain and period.precision == "year":
        return str(period.start.year)
    if plain and period.precision == "quarter":
        return f"Q{(period.start.month + 2) // 3} {period.start.year}"
    return text


def _tokens(items: Sequence[Item], kinds: Sequence[str | None], names: Names) -> Iterator[Token]:
    """Words as they stand, the last word of an item with its senses; a name with the roles that it is known to play."""
    for item, kind in zip(items, kinds, strict=True):
        if kind:
            yield Token(f"<{kind}>", tuple(_played(item, kind, names)), is_blank=True)
            continue
        senses = tuple(dict.fromkeys(f"~{_told(sense)}" for sense in item.senses if sense.kind in _TOLD))
        words = item.norm.split()
        yield from (Token(word, ()) for word in words[:-1])
        yield from (Token(word, senses) for word in words[-1:])


def _played(item: Item, kind: str, names: Names) -> Iterator[str]:
    if kind == "period":
        yield f"period:{item.get('period').precision}"
    if kind in ("entity", "person"):
        for ref in item.get("entity")[:2]:
            yield from (f"plays:{fact}.{role}" for fact, role in sorted(names.plays.get(ref, ())))


def _told(sense: Sense) -> str:
    value = sense.value
    if sense.kind in ("verb", "noun"):
        return f"{sense.kind}:{sense.fact}:{value}"
    if isinstance(value, tuple):
        value = "=".join(map(str, value))
    return f"{sense.kind}:{value}:{sense.fact}" if isinstance(value, str) else f"{sense.kind}:{sense.fact}"


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    for end in ("ing", "ed"):
        if len(word) > 6 and word.endswith(end):
            return word[: -len(end)]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
