"""Find in a question what it speaks of: names, periods, sums, numbers, places and the words of the layer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rie.ask.form import Item, Sense
from rie.ask.names import english
from rie.ask.names.lexicon import Lexicon, PackKey, lexicon_of
from rie.ask.names.names import Names
from rie.ask.read.named import entities_in, parts_in, places_in, surnames_in
from rie.ask.read.repaired import mended, repaired
from rie.ask.read.spans import Span, choose
from rie.ask.words import Word, words_of
from rie.pack import Pack
from rie.patterns import Patterns
from rie.values import PartialDate, Period, find_money, find_numbers, find_percents, find_periods

_RELATIVE = frozenset(english.forms("last|this|the|past|previous|next|between|from|since|before|after|during|until|by|over|early|late|mid"))
_YEARS = re.compile(r"\b(?P<one>(?:19|20)\d\d)\s+(?:vs\.?|versus)\s+(?P<two>(?:19|20)\d\d)\b")
_ABOUT_YEAR = re.compile(r"\b(?:what|how) about (?P<one>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?<![\w$\u20ac\u00a3\u00a5.,#])(?<!over )(?<!than )(?<!least )(?<!most )(?<!about )(?<!top )(?<!first )(?<!last )(?<!exactly )"
    r"(?P<one>(?:199|20[0-3])\d)(?= [a-z])",
    re.IGNORECASE,
)
_YEAR_AND_CODE = re.compile(r"(?:19|20)\d\d\s+[a-z]{3}", re.IGNORECASE)
_YEAR_AND_UNIT = re.compile(r"(?:19|20)\d\d\s+(?:percent|euros?|dollars?|pounds?|yen|us dollars?)", re.IGNORECASE)
_YEAR_OF_KIND = re.compile(r"(?:19|20)\d\d\s+(?:us )?(?:dollar|euro|pound|franc)", re.IGNORECASE)  # "1987 dollar deals": of one kind
_BEFORE_YEAR = re.compile(r"\b(?:q[1-4]|[1-4]q|h[12]|fy|quarter|fiscal|year|in|for)\s*$", re.IGNORECASE)


def find_mentions(question: str, names: Names, pack: Pack, today: PartialDate) -> list[Item]:
    """The question as items in order. Every word stands in exactly one; a word that means nothing has no senses.

    Args:
        question: as it was asked.
        names: the names of the snapshot.
        pack: whose layer gives the words.
        today: what "last year" is told from.
    """
    words = words_of(question)
    norms = [word.norm for word in words]
    lexicon = lexicon_of(pack, names.absent)
    spans = [*_values(question, words, today), *_terms(question, words, pack, names), *_lexical(mended(norms, names, lexicon), lexicon)]
    spans += [*places_in(words, norms, names, lexicon), *parts_in(norms, names, lexicon), *entities_in(words, norms, names, lexicon)]
    spans += surnames_in(words, norms, names, lexicon)
    spans = _without_dates(spans, norms)
    taken = choose([_ranked_by(span, question, words, lexicon, today) for span in spans], len(words))
    taken = choose([*taken, *repaired(words, norms, taken, names, lexicon)], len(words))
    return list(_items(question, words, taken, lexicon))


def _ranked_by(span: Span, question: str, words: list[Word], lexicon: Lexicon, today: PartialDate) -> Span:
    """ "The top five by FY2020 net profit": the period of a number, and no date until which."""
    if not span.senses or span.senses[0].kind != "period" or words[span.first].norm != "by" or span.last - span.first < 2:
        return span
    norms = [word.norm for word in words[span.last :]]
    after = {sense.kind for _, senses in lexicon.at(norms, 0) for sense in senses}
    text = question[words[span.first + 1].start : words[span.last - 1].end]
    found = [item for item in find_periods(text, today) if item.start == 0 and item.end == len(text)]
    if not found or not after & {"measure", "facet", "value"}:
        return span
    return Span(span.first + 1, span.last, span.rank, (Sense("period", found[0].value),))


def _without_dates(spans: list[Span], norms: list[str]) -> list[Span]:
    """ "A change came in 2016": the preposition is of the period, and no part of "came in"."""
    dated = {span.first for span in spans if span.senses and span.senses[0].kind == "period"}
    phrases = (span for span in spans if span.rank == 4 and span.last - span.first > 1 and span.last in dated)
    cut = {span for span in phrases if norms[span.last - 1] == "in" and norms[span.last] not in _RELATIVE}
    return [span for span in spans if span not in cut]


def _words_within(words: list[Word], start: int, end: int) -> tuple[int, int]:
    inside = [index for index, word in enumerate(words) if word.start < end and word.end > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _values(question: str, words: list[Word], today: PartialDate) -> Iterator[Span]:
    for rank, kind, found in (
        (0, "money", find_money(question)),
        (0, "percent", find_percents(question)),
        (1, "period", find_periods(question, today)),
        (6, "number", find_numbers(question)),
    ):
        for item in found:
            first, last = _words_within(words, item.start, item.end)
            dated = _is_year(question[: item.start], question[item.start : item.end], kind)
            if first < last and not dated:
                yield Span(first, last, rank, (Sense(kind, item.value),))

    for match in (match for pattern in (_YEARS, _ABOUT_YEAR, _YEAR_BEFORE) for match in pattern.finditer(question)):
        for group, year in match.groupdict().items():
            yield Span(*_words_within(words, *match.span(group)), 1, (Sense("period", Period.unit("year", int(year))),))


def _is_year(before: str, text: str, kind: str) -> bool:
    """ "Q3 2021 SEK", "2016 to 2017 percent change": a year, and no sum and no percentage."""
    if kind == "money" and (_YEAR_AND_CODE.fullmatch(text) or _YEAR_OF_KIND.fullmatch(text)):
        return True
    return _YEAR_AND_UNIT.fullmatch(text) is not None and (kind == "percent" or _BEFORE_YEAR.search(before) is not None)


@lru_cache(maxsize=32)
def _patterns(key: PackKey, absent: frozenset[str]) -> tuple[Patterns, tuple[tuple[Sense, bool, bool], ...]]:
    """The patterns of the vocabularies; what each means, whether it is `bound` to a noun, and whether it can stand for one."""
    found = []
    for fact, layer in key.pack.layer.facts.items():
        for column, values in layer.values.items() if fact not in absent else ():
            terms = key.pack.terms[values.terms].values if values.terms else {}
            for value, patterns in terms.items():
                sense = Sense("value", (column, value), fact)
                phrases = [f"(?<!\\w)(?:{phrase})" for phrase in patterns] if values.text else ["|".join(patterns)]
                found += [(phrase, (sense, value in values.bound, values.noun)) for phrase in phrases]
    return Patterns((phrase for phrase, _ in found), usual=english.USUAL), tuple(meant for _, meant in found)


def _terms(question: str, words: list[Word], pack: Pack, names: Names) -> Iterator[Span]:
    """Values of the pack's vocabularies; "a round" is an article and a noun unless the letter is a capital."""
    nouns, (patterns, meant) = lexicon_of(pack, names.absent), _patterns(PackKey(pack), names.absent)
    for number in patterns.possible(question):
        sense, bound, as_noun = meant[number]
        for match in patterns[number].finditer(question):
            first, last = _words_within(words, match.start(), match.end())
            article = re.match(r"a[\s-]+round", match[0]) is not None
            if first == last or article or _is_word(nouns, words[first:last], sense):
                continue
            if any(words[place - 1].norm == "of" and names.at([word.norm for word in words], place) for place in range(first + 1, last)):
                continue  # "the head of Acme" is no post at Acme by that name
            if bound and not _noun_follows(words, last, nouns, sense.fact):
                continue
            yield Span(first, last, 3, (sense, Sense("typed", sense.value, sense.fact)) if as_noun else (sense,))


def _is_word(lexicon: Lexicon, words: list[Word], sense: Sense) -> bool:
    """Whether the layer says itself which value of the column the words mean: "boss"."""
    known = lexicon.senses.get(tuple(word.norm for word in words), ())
    return any(other.kind == "value" and other.fact == sense.fact and other.value[0] == sense.value[0] != other.value for other in known)


def _noun_follows(words: list[Word], position: int, lexicon: Lexicon, fact: str | None) -> bool:
    if position >= len(words):
        return False
    senses = lexicon.senses.get((words[position].norm,), ())
    return any(sense.kind == "noun" and sense.fact == fact for sense in senses)


def _lexical(norms: list[str], lexicon: Lexicon) -> Iterator[Span]:
    for position in range(len(norms)):
        for size, senses in lexicon.at(norms, position):
            yield Span(position, position + size, 4, senses)


def _items(question: str, words: list[Word], taken: list[Span], lexicon: Lexicon) -> Iterator[Item]:
    starts = {span.first: span for span in taken}
    position = 0
    while position < len(words):
        span = starts.get(position, Span(position, position + 1, 9))
        written = words[span.first : span.last]
        start, end = written[0].start, written[-1].end
        senses = span.senses or _meaningless(written[0])
        yield Item(question[start:end], " ".join(word.norm for word in written), start, end, senses, written[0].capital)
        position = span.last


def _meaningless(word: Word) -> tuple[Sense, ...]:
    if word.norm == "'s":
        return (Sense("poss"),)
    return (Sense("function"),) if word.norm in english.FUNCTION else ()
