"""Find in a question what it speaks of: names, periods, sums, numbers, places and the words of the layer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from rie.ask.form import Item, Ref, Sense
from rie.ask.names import english
from rie.ask.names.lexicon import Lexicon, PackKey, lexicon_of
from rie.ask.names.names import Names
from rie.ask.words import Word, words_of
from rie.pack import Pack
from rie.patterns import Patterns
from rie.values import PartialDate, Period, find_money, find_numbers, find_percents, find_periods
from rie.values.currency import UNIT_ENDS, unit_after

_SHORTEST_MISSPELT = 7
_INITIALS = 3  # "KLM" of "KLM Royal Dutch Airlines"
_VOWELS = set("aeiouy")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # neighbours in a row are taken for each other
_RELATIVE = frozenset(english.forms("last|this|the|past|previous|next|between|from|since|before|after|during|until|by|over|early|late|mid"))
_SIGNS = {"$": "USD", "\u20ac": "EUR", "\u00a3": "GBP", "\u00a5": "JPY"}
_SHARED = {  # one word for the money of several countries: what was stated tells which
    "kroner": ("DKK", "NOK"), "krone": ("DKK", "NOK"), "crowns": ("SEK", "DKK", "NOK", "CZK"), "kr": ("SEK", "DKK", "NOK"),
    "pesos": ("MXN", "ARS", "CLP", "COP", "PHP"), "dinars": ("KWD", "BHD", "JOD", "RSD"), "riyals": ("SAR", "QAR"),
}  # fmt: skip
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
_QUARTER_LIKE = re.compile(r"(?:q|h)\d+|\d{1,2}q|fy\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Span:
    """Words first to last (exclusive) with senses; of spans that overlap the longer wins, then the lower rank."""

    first: int
    last: int
    rank: int
    senses: tuple[Sense, ...] = field(default=())


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
    spans = [*_values(question, words, today), *_terms(question, words, pack, names), *_lexical(_mended(norms, names, lexicon), lexicon)]
    spans += [*_places(words, norms, names, lexicon), *_parts(norms, names, lexicon), *_entities(words, norms, names, lexicon)]
    spans += _surnames(words, norms, names, lexicon)
    spans = _without_dates(spans, norms)
    taken = _choose([_ranked_by(span, question, words, lexicon, today) for span in spans], len(words))
    taken = _choose([*taken, *_repaired(words, norms, taken, names, lexicon)], len(words))
    return list(_items(question, words, taken, lexicon))


def _ranked_by(span: _Span, question: str, words: list[Word], lexicon: Lexicon, today: PartialDate) -> _Span:
    """ "The top five by FY2020 net profit": the period of a number, and no date until which."""
    if not span.senses or span.senses[0].kind != "period" or words[span.first].norm != "by" or span.last - span.first < 2:
        return span
    norms = [word.norm for word in words[span.last :]]
    after = {sense.kind for _, senses in lexicon.at(norms, 0) for sense in senses}
    text = question[words[span.first + 1].start : words[span.last - 1].end]
    found = [item for item in find_periods(text, today) if item.start == 0 and item.end == len(text)]
    if not found or not after & {"measure", "facet", "value"}:
        return span
    return _Span(span.first + 1, span.last, span.rank, (Sense("period", found[0].value),))


def _without_dates(spans: list[_Span], norms: list[str]) -> list[_Span]:
    """ "A change came in 2016": the preposition is of the period, and no part of "came in"."""
    dated = {span.first for span in spans if span.senses and span.senses[0].kind == "period"}
    phrases = (span for span in spans if span.rank == 4 and span.last - span.first > 1 and span.last in dated)
    cut = {span for span in phrases if norms[span.last - 1] == "in" and norms[span.last] not in _RELATIVE}
    return [span for span in spans if span not in cut]


def _words_within(words: list[Word], start: int, end: int) -> tuple[int, int]:
    inside = [index for index, word in enumerate(words) if word.start < end and word.end > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _values(question: str, words: list[Word], today: PartialDate) -> Iterator[_Span]:
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
                yield _Span(first, last, rank, (Sense(kind, item.value),))

    for match in (match for pattern in (_YEARS, _ABOUT_YEAR, _YEAR_BEFORE) for match in pattern.finditer(question)):
        for group, year in match.groupdict().items():
            yield _Span(*_words_within(words, *match.span(group)), 1, (Sense("period", Period.unit("year", int(year))),))


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


def _terms(question: str, words: list[Word], pack: Pack, names: Names) -> Iterator[_Span]:
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
            yield _Span(first, last, 3, (sense, Sense("typed", sense.value, sense.fact)) if as_noun else (sense,))


def _is_word(lexicon: Lexicon, words: list[Word], sense: Sense) -> bool:
    """Whether the layer says itself which value of the column the words mean: "boss"."""
    known = lexicon.senses.get(tuple(word.norm for word in words), ())
    return any(other.kind == "value" and other.fact == sense.fact and other.value[0] == sense.value[0] != other.value for other in known)


def _noun_follows(words: list[Word], position: int, lexicon: Lexicon, fact: str | None) -> bool:
    if position >= len(words):
        return False
    senses = lexicon.senses.get((words[position].norm,), ())
    return any(sense.kind == "noun" and sense.fact == fact for sense in senses)


def _mended(norms: list[str], names: Names, lexicon: Lexicon) -> list[str]:
    """The words with one that is misspelt as the phrase of the layer has it in which it stands: "comprable sales"."""
    mended = list(norms)
    for index, text in enumerate(norms):
        if len(text) < _SHORTEST_MISSPELT or text in lexicon.vocabulary or text in english.CONFUSABLE or names.at(norms, index):
            continue
        near = {word for place in (index - 1, index + 1) if 0 <= place < len(norms) for word in lexicon.beside.get(norms[place], ())}
        found = [word for word in near if len(word) >= _SHORTEST_MISSPELT - 1 and word[:1] == text[:1] and _is_slip(text, word)]
        if len(found) == 1:
            mended[index] = found[0]
    return mended


def _is_slip(text: str, word: str) -> bool:
    return OSA.distance(text, word, score_cutoff=1) <= 1 and _slips(text, word)


def _lexical(norms: list[str], lexicon: Lexicon) -> Iterator[_Span]:
    for position in range(len(norms)):
        for size, senses in lexicon.at(norms, position):
            yield _Span(position, position + size, 4, senses)


def _places(words: list[Word], norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[_Span]:
    """Names of places; a word that means something else too ("the purchase of Hooli") is one only when written as one."""
    for position in range(len(norms)):
        found = names.place_at(norms, position) or _owner(norms, position, names)
        if found is None:
            continue
        short = found[0] == 1 and len(norms[position]) < 3
        if words[position].text.isupper() if short else _is_name(words, position, found[0], lexicon):
            yield _Span(position, position + found[0], 2, (Sense("place", found[1]),))


def _owner(norms: list[str], position: int, names: Names) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    """ "bostons 2016 funding"."""
    word = norms[position]
    alone = word.removesuffix("s") if len(word) > 5 else word
    return names.place_at([alone], 0) if alone != word else None


def _parts(norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[_Span]:
    """Names of parts; a word that means something else too is none alone."""
    for position in range(len(norms)):
        found = names.part_at(norms, position)
        if found and (found[0] > 1 or (norms[position] not in lexicon.vocabulary and norms[position] not in english.FUNCTION)):
            senses = tuple(Sense("part", (column, texts), fact) for fact, column, texts in found[1])
            yield _Span(position, position + found[0], 3, senses)


def _entities(words: list[Word], norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[_Span]:
    for position in range(len(norms)):
        found = names.at(norms, position)
        if not found:
            yield from _other_names(words, norms, position, names=names, lexicon=lexicon)
            continue
        size = found[0]
        while size > 1 and _goes_on(words, position + size - 1) and " ".join(norms[position : position + size - 1]) in names.exact:
            size -= 1  # "Acme co-investors": no legal form
        while size > 1 and _is_small(words[position + size - 1]) and names.at(norms[: position + size - 1], position):
            size -= 1  # "with Acme as a buyer": no legal form
        if _is_name(words, position, size, lexicon):
            yield _Span(position, position + size, 1, (Sense("entity", found[1]),))


def _other_names(words: list[Word], norms: list[str], position: int, *, names: Names, lexicon: Lexicon) -> Iterator[_Span]:
    """ "Moody's" of "Moodys Corp"; "Capital One" of "Capital One Financial": the first words of a name that all mean something else."""
    if norms[position + 1 : position + 2] == ["'s"] and norms[position] not in english.FUNCTION:
        joined = [*norms[:position], f"{norms[position]}s", *norms[position + 2 :]]
        owned = names.at(joined, position) or names.opening(joined, position)
        if owned and not names.opening(norms, position):
            yield _Span(position, position + owned[0] + 1, 1, (Sense("entity", owned[1]),))
        return
    written = [word.capital and not word.is_sign for word in words[position : position + 4]]
    most = next((size for size, capital in enumerate(written) if not capital), len(written))
    for size in range(most, 1, -1):
        known = all(norm in lexicon.vocabulary for norm in norms[position : position + size])
        refs = names.shortened(" ".join(norms[position : position + size])) if known else ()
        if len(refs) == 1 and tuple(norms[position : position + size]) not in lexicon.senses:
            yield _Span(position, position + size, 1, (Sense("entity", refs),))
            return


def _is_small(word: Word) -> bool:
    return not word.capital and word.norm in (*english.PREPOSITIONS, *english.ARTICLES)


def _goes_on(words: list[Word], index: int) -> bool:
    """Whether a word is joined to the next one by a hyphen."""
    return index + 1 < len(words) and words[index].hyphen


def _surnames(words: list[Word], norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[_Span]:
    """ "When did Price leave?": a last name that is another word too, written with a capital among small letters."""
    small = sum(not word.capital for word in words if not word.is_sign)
    for position in range(1, len(norms)):
        alone = norms[position - 1] in lexicon.vocabulary or norms[position - 1] in english.FUNCTION
        written = words[position].capital and not words[position].text.isupper() and small > 1
        if not (alone and written and norms[position] in lexicon.vocabulary):
            continue
        refs = names.shortened(norms[position])
        if refs and all(ref.kind == "person" for ref in refs):
            yield _Span(position, position + 1, 1, (Sense("entity", refs),))


def _is_name(words: list[Word], position: int, size: int, lexicon: Lexicon) -> bool:
    """Words that mean something else too are a name only when written as one."""
    written = words[position : position + size]
    if size == 1 and len(written[0].norm) == 1 and not _stands_alone(words, position):
        return False
    if any(word.norm not in lexicon.vocabulary and not word.is_sign and word.norm not in english.FUNCTION for word in written):
        return True
    return all(word.capital or word.is_sign for word in written) and (position > 0 or size > 1)


def _stands_alone(words: list[Word], position: int) -> bool:
    """Whether a letter is a capital that no sign ties to other words: no "M&A" names M."""
    beside = [*words[max(position - 1, 0) : position], *words[position + 1 : position + 2]]
    touching = (other for other in beside if other.start == words[position].end or other.end == words[position].start)
    return words[position].capital and not any(touching)


def _choose(spans: list[_Span], size: int) -> list[_Span]:
    """The longest spans that do not overlap; spans over the same words of the same rank are joined."""
    owner: list[_Span | None] = [None] * size
    kept: dict[tuple[int, int], _Span] = {}
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.rank, span.first)):
        place = (span.first, span.last)
        if place in kept and span.rank >= 2 and kept[place].rank >= 2:
            kept[place] = _Span(*place, kept[place].rank, (*kept[place].senses, *span.senses))
        elif all(owner[index] is None for index in range(*place)):
            kept[place] = span
            owner[span.first : span.last] = [span] * (span.last - span.first)
    return sorted(kept.values(), key=lambda span: span.first)


def _repaired(words: list[Word], norms: list[str], taken: list[_Span], names: Names, lexicon: Lexicon) -> Iterator[_Span]:
    """Shortened and misspelt names, and misspelt words of the layer, among the words that mean nothing yet."""
    covered = {index for span in taken for index in range(span.first, span.last)}
    known = english.FUNCTION.union(english.ORDINALS)
    unknown = [index for index in range(len(words)) if index not in covered and not words[index].is_sign and norms[index] not in known]
    names_at = {index for span in taken for index in range(span.first, span.last) if span.rank < 2}
    similar = cache(lambda first, last: names.similar(norms[first:last]))  # words beside each other lie in the same windows
    yield from _two_word_currencies(norms, names)
    for index in (index for index in range(1, len(norms)) if norms[index] in _SIGNS and index not in covered):
        yield _Span(index, index + 1, 1, (Sense("currency", _SIGNS[norms[index]]),))
    for index in unknown:
        written = words[index].text
        short = names.opening(norms, index, _INITIALS) if written.isupper() and written.isalpha() else names.opening(norms, index)
        if short and not any(position in names_at for position in range(index, index + short[0])):
            yield _Span(index, index + short[0], 1, (Sense("entity", short[1]),))
            continue
        if norms[index] in _SHARED and index > 0:
            yield _Span(index, index + 1, 1, tuple(Sense("currency", code) for code in _SHARED[norms[index]]))
            continue
        code = _currency(norms[index])
        if code:
            yield _Span(index, index + 1, 1, (Sense("currency", code),))
            continue
        span = _misspelt_name(norms, index, min(names.longest, 5), names_at, similar) or _misspelt_word(norms, index, lexicon)
        if span:
            yield span


def _two_word_currencies(norms: list[str], names: Names) -> Iterator[_Span]:
    """ "US dollars", "Swiss francs", "Brazilian reais"."""
    for index in range(1, len(norms)):
        if not norms[index].isalpha() or norms[index] in english.FUNCTION:
            continue
        code = _currency(f"{norms[index - 1]} {norms[index]}")
        place = None if code or not norms[index].endswith("s") else names.place_at(norms[: index + 1], index - 1)
        if place and place[0] == 1 and all(attribute == "country" for attribute, _ in place[1]):
            code = _currency(norms[index])
        if code:
            yield _Span(index - 1, index + 1, 1, (Sense("currency", code),))


@lru_cache(maxsize=4096)
def _currency(word: str) -> str | None:
    """The currency that a word is the name of: "euros", "usd"."""
    if not 3 <= len(word) <= 20 or not word.endswith(UNIT_ENDS) or not word.replace(" ", "").isalpha():
        return None
    if not any(unit_after(text, end) for text in (f"1,000 {word}", f"1,000 {word.upper()}") for end in (5, text.rfind(" "))):
        return None
    found = [item for text in (f"1,000 {word}", f"1,000 {word.upper()}") for item in find_money(text) if item.end == len(text)]
    return found[0].value.currency if found else None


def _misspelt_name(
    norms: list[str], index: int, longest: int, names_at: set[int], similar: Callable[[int, int], tuple[Ref, ...]]
) -> _Span | None:
    if norms[index].isdigit() or _QUARTER_LIKE.fullmatch(norms[index]):
        return None
    for size in range(longest, 0, -1):
        for first in range(max(index - size + 1, 0), min(index + 1, len(norms) - size + 1)):
            window = norms[first : first + size]
            if any(position in names_at for position in range(first, first + size)) or "?" in window or "," in window:
                continue
            refs = similar(first, first + size)
            if refs:
                return _Span(first, first + size, 1, (Sense("entity", refs),))
    return None


def _misspelt_word(norms: list[str], index: int, lexicon: Lexicon) -> _Span | None:
    text = norms[index]
    if len(text) < _SHORTEST_MISSPELT - 2 or text in english.CONFUSABLE:
        return None
    lengths = range(max(len(text) - 1, _SHORTEST_MISSPELT), len(text) + 2)
    if len(text) == _SHORTEST_MISSPELT - 2:
        lengths = range(len(text) + 1, len(text) + 2)  # of a short word only a letter that is left out: "amont"
    near = {
        senses
        for length in lengths
        for word, senses in lexicon.alone.get((text[:1], length), ())
        if _is_slip(text, word)
    }
    shared = set.intersection(*({*senses} for senses in near)) if near else set()  # "acquird" is "acquire" or "acquired"
    return _Span(index, index + 1, 5, max(near, key=len)) if shared else None


def _slips(text: str, word: str) -> bool:
    """Whether the letter in which two words of one length differ is a slip: "resorts" is not "reports"."""
    differ = [(one, other) for one, other in zip(text, word, strict=False) if one != other]
    if len(text) != len(word) or len(differ) != 1:
        return True
    pair = set(differ[0])
    return pair <= _VOWELS or any(pair == set(keys) for row in _KEYS for keys in pairwise(row))


def _items(question: str, words: list[Word], taken: list[_Span], lexicon: Lexicon) -> Iterator[Item]:
    starts = {span.first: span for span in taken}
    position = 0
    while position < len(words):
        span = starts.get(position, _Span(position, position + 1, 9))
        written = words[span.first : span.last]
        start, end = written[0].start, written[-1].end
        senses = span.senses or _meaningless(written[0])
        yield Item(question[start:end], " ".join(word.norm for word in written), start, end, senses, written[0].capital)
        position = span.last


def _meaningless(word: Word) -> tuple[Sense, ...]:
    if word.norm == "'s":
        return (Sense("poss"),)
    return (Sense("function"),) if word.norm in english.FUNCTION else ()
