"""What a question names: places, parts, companies and people, a word that means something else too only where it is written as a name."""

from __future__ import annotations

from collections.abc import Iterator

from rie.ask.form import Sense
from rie.ask.names import english
from rie.ask.names.lexicon import Lexicon
from rie.ask.names.names import Names
from rie.ask.read.spans import Span
from rie.ask.words import Word


def places_in(words: list[Word], norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """Names of places; a word that means something else too ("the purchase of Hooli") is one only when written as one."""
    for position in range(len(norms)):
        found = names.place_at(norms, position) or _owner(norms, position, names)
        if found is None:
            continue
        short = found[0] == 1 and len(norms[position]) < 3
        if words[position].text.isupper() if short else _is_name(words, position, found[0], lexicon):
            yield Span(position, position + found[0], 2, (Sense("place", found[1]),))


def _owner(norms: list[str], position: int, names: Names) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    """ "bostons 2016 funding"."""
    word = norms[position]
    alone = word.removesuffix("s") if len(word) > 5 else word
    return names.place_at([alone], 0) if alone != word else None


def parts_in(norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """Names of parts; a word that means something else too is none alone."""
    for position in range(len(norms)):
        found = names.part_at(norms, position)
        if found and (found[0] > 1 or (norms[position] not in lexicon.vocabulary and norms[position] not in english.FUNCTION)):
            senses = tuple(Sense("part", (column, texts), fact) for fact, column, texts in found[1])
            yield Span(position, position + found[0], 3, senses)


def entities_in(words: list[Word], norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """Names of companies and people, without words behind them that look like their legal form and are none."""
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
            yield Span(position, position + size, 1, (Sense("entity", found[1]),))


def _other_names(words: list[Word], norms: list[str], position: int, *, names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """ "Moody's" of "Moodys Corp"; "Capital One" of "Capital One Financial": the first words of a name that all mean something else."""
    if norms[position + 1 : position + 2] == ["'s"] and norms[position] not in english.FUNCTION:
        joined = [*norms[:position], f"{norms[position]}s", *norms[position + 2 :]]
        owned = names.at(joined, position) or names.opening(joined, position)
        if owned and not names.opening(norms, position):
            yield Span(position, position + owned[0] + 1, 1, (Sense("entity", owned[1]),))
        return
    written = [word.capital and not word.is_sign for word in words[position : position + 4]]
    most = next((size for size, capital in enumerate(written) if not capital), len(written))
    for size in range(most, 1, -1):
        known = all(norm in lexicon.vocabulary for norm in norms[position : position + size])
        refs = names.shortened(" ".join(norms[position : position + size])) if known else ()
        if len(refs) == 1 and tuple(norms[position : position + size]) not in lexicon.senses:
            yield Span(position, position + size, 1, (Sense("entity", refs),))
            return


def _is_small(word: Word) -> bool:
    return not word.capital and word.norm in (*english.PREPOSITIONS, *english.ARTICLES)


def _goes_on(words: list[Word], index: int) -> bool:
    """Whether a word is joined to the next one by a hyphen."""
    return index + 1 < len(words) and words[index].hyphen


def surnames_in(words: list[Word], norms: list[str], names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """ "When did Price leave?": a last name that is another word too, written with a capital among small letters."""
    small = sum(not word.capital for word in words if not word.is_sign)
    for position in range(1, len(norms)):
        alone = norms[position - 1] in lexicon.vocabulary or norms[position - 1] in english.FUNCTION
        written = words[position].capital and not words[position].text.isupper() and small > 1
        if not (alone and written and norms[position] in lexicon.vocabulary):
            continue
        refs = names.shortened(norms[position])
        if refs and all(ref.kind == "person" for ref in refs):
            yield Span(position, position + 1, 1, (Sense("entity", refs),))


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
