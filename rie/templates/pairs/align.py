"""Which words of a question are which values of its SQL."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlglot import exp

from rie.store.database import Database
from rie.templates.pairs.read import Pair
from rie.templates.pairs.skeleton import Column, Literal
from rie.templates.pairs.surface import Token, norm, number_norm, readings
from rie.templates.pairs.values import LONGEST, ValueIndex, Values, key_of, names_beside

_DIGITS: Final = re.compile(r"[\d\-/:., ]+")  # of days, times and numbers, which questions say in other forms
_MARKS: Final = "%*"  # of patterns
_PATTERNS: Final = ("like", "ilike", "glob")
_FIXED: Final = (exp.Interval, exp.DataTypeParam, exp.Ordered, exp.Group)
_LEARNED: Final = (2, 0.9, 0.6)  # of other names: how often at least, and which shares of question and value they must have


@dataclass(frozen=True, slots=True)
class Read:
    """A pair whose SQL has been parsed."""

    pair: Pair
    tree: exp.Expression
    literals: tuple[Literal, ...]
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A literal and the tokens that say it; `key` is the column or form by which they do.

    `before` and `behind` stand around it in a pattern; an `open` value need not be one that the database holds.
    """

    place: int
    first: int
    last: int
    key: str
    before: str = ""
    behind: str = ""
    open: bool = False


def core(literal: Literal) -> tuple[str, str, str]:
    """What a pattern matches, with the marks before and behind it."""
    if not literal.is_text or literal.op not in _PATTERNS:
        return "", literal.text, ""
    text = literal.text.strip(_MARKS)
    start = literal.text.find(text) if text else len(literal.text)
    return literal.text[:start], text, literal.text[start + len(text) :]


def aligned(read: Read, index: ValueIndex, stored: Mapping[Column, set[str]]) -> list[Fill]:
    """The literals that the question says.

    Args:
        read: the pair.
        index: the values of columns, by which a question may name them too.
        stored: the norms that the database itself has, by column; a value that is not there is open.
    """
    fills: list[Fill] = []
    taken: Counter[tuple[int, int]] = Counter()
    fixed = _fixed(read.tree)
    for literal in read.literals:
        if literal.place in fixed or not _declared(literal, read.pair):
            continue
        as_text = literal.is_text and not _DIGITS.fullmatch(core(literal)[1])
        found = _text(literal, read.tokens, index, stored, taken) if as_text else None
        found = _form(literal, read.tokens, taken) if found is None else found
        if found is not None:
            taken[found.first, found.last] += 1
            fills.append(found)
    return fills


def _fixed(tree: exp.Expression) -> set[int]:
    """Literals that are no values: places of columns, lengths of types, formats."""
    nodes = [node for node in tree.walk(bfs=False) if isinstance(node, exp.Literal)]
    return {place for place, node in enumerate(nodes) if isinstance(node.parent, _FIXED)}


def _declared(literal: Literal, pair: Pair) -> bool:
    """Whether a value may vary. Given variables say it of numbers; a text that the question holds always does."""
    if literal.op == "limit" and literal.text == "1":
        return False
    if literal.is_text or not pair.variables:
        return True
    return any(_same(literal.text, value) for value in pair.variables.values())


def _same(text: str, value: str) -> bool:
    number = number_norm(text)
    return text.casefold() == value.casefold() or (number is not None and number == number_norm(value))


def _text(
    literal: Literal, tokens: Sequence[Token], index: ValueIndex, stored: Mapping[Column, set[str]], taken: Counter[tuple[int, int]]
) -> Fill | None:
    before, text, behind = core(literal)
    phrase = norm(text)
    if literal.column is None or not phrase or number_norm(text) is not None:
        return None
    column = literal.column
    is_open = literal.op in _PATTERNS or phrase not in stored.get(column, set())
    places = list(_occurrences(phrase, tokens))
    if not places and not is_open:
        names = {name for name, value in index.values.get(column, {}).items() if value == literal.text}
        places = [place for name in sorted(names, key=len, reverse=True) for place in _occurrences(name, tokens)]
    if not places:
        return None
    first, last = min(places, key=lambda place: taken[place])
    return Fill(literal.place, first, last, key_of(column), before, behind, is_open)


def _occurrences(phrase: str, tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    wanted = phrase.split()
    for first in range(len(tokens) - len(wanted) + 1):
        window = [token.text for token in tokens[first : first + len(wanted)]]
        if window == wanted or (window[:-1] == wanted[:-1] and window[-1] == wanted[-1] + "s" and len(wanted[-1]) > 3):
            yield first, first + len(wanted)


def _form(literal: Literal, tokens: Sequence[Token], taken: Counter[tuple[int, int]]) -> Fill | None:
    """A number, day or time. Spelled "one" is mostly no number."""
    before, text, behind = core(literal)
    wanted = number_norm(text) if number_norm(text) is not None and not text.startswith("0") else text
    found = [
        (taken[reading.first, reading.last], reading.first - reading.last, place, kind, reading)
        for reading in readings(list(tokens))
        for place, (kind, form) in enumerate(reading.forms.items())
        if form == wanted and not (form == "1" and tokens[reading.first].text == "one")
    ]
    if not found:
        return None
    *_, kind, reading = min(found, key=lambda item: item[:3])
    return Fill(literal.place, reading.first, reading.last, f"<{kind}>", before, behind)


def told_beside(reads: Sequence[Read], database: Database, index: ValueIndex, stored: Mapping[Column, set[str]]) -> dict[Column, Values]:
    """Names that stand in the same rows as values, where questions use them: most texts that are not said are said by them."""
    unsaid: dict[Column, list[tuple[Read, str]]] = defaultdict(list)
    for read in reads:
        said = {fill.place for fill in aligned(read, index, stored)}
        for literal in read.literals:
            if literal.is_text and literal.column and literal.place not in said and literal.op in ("eq", "in"):
                unsaid[literal.column].append((read, literal.text))
    found: dict[Column, Values] = {}
    for column, cases in unsaid.items():
        for names in names_beside(database, column):
            of_value = {value: name for name, value in names.items()}
            hits = sum(any(True for _ in _occurrences(of_value[text], read.tokens)) for read, text in cases if text in of_value)
            if hits >= _LEARNED[0] and hits >= len(cases) / 2:
                found[column] = {**names, **found.get(column, {})}
    return found


def learned_names(reads: Sequence[Read], index: ValueIndex, stored: Mapping[Column, set[str]]) -> dict[Column, dict[str, Any]]:
    """Phrases that stand for a value wherever it is meant and nowhere else: "delta" for the code DL.

    Only of texts that the questions themselves do not hold.
    """
    meant: dict[tuple[Column, str], set[int]] = defaultdict(set)
    holding: dict[str, set[int]] = defaultdict(set)
    for number, read in enumerate(reads):
        said = {fill.place for fill in aligned(read, index, stored)}
        for literal in read.literals:
            if literal.is_text and literal.column and literal.place not in said and literal.op in ("eq", "in"):
                meant[literal.column, literal.text].add(number)
        for phrase in _phrases(read.tokens):
            holding[phrase].add(number)
    found: dict[Column, dict[str, Any]] = defaultdict(dict)
    least, precise, complete = _LEARNED
    several = Counter(column for column, _ in meant)
    for (column, text), numbers in meant.items():
        if len(numbers) < least or several[column] < 2:
            continue
        for phrase in {phrase for number in numbers for phrase in _phrases(reads[number].tokens)}:
            both = len(numbers & holding[phrase])
            if both >= least and both >= precise * len(holding[phrase]) and both >= complete * len(numbers):
                found[column][phrase] = text
    return {column: names for column, names in found.items() if len(set(names.values())) > 1}


def _phrases(tokens: Sequence[Token]) -> set[str]:
    texts = [token.text for token in tokens]
    return {" ".join(texts[first : first + size]) for size in (1, 2, 3) for first in range(len(texts) - size + 1) if size <= LONGEST}


def mere_words(reads: Sequence[Read], index: ValueIndex, stored: Mapping[Column, set[str]]) -> set[str]:
    """Values that questions hold without meaning them: a place named "high"."""
    held: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    for read in reads:
        used = {(fill.first, fill.last) for fill in aligned(read, index, stored)}
        for span in index.spans(read.tokens):
            if any(not key.startswith("<") for key in span.options):
                phrase = " ".join(token.text for token in read.tokens[span.first : span.last])
                held[phrase] += 1
                meant[phrase] += any(first < span.last and span.first < last for first, last in used)
    return {phrase for phrase, count in held.items() if count >= 3 and meant[phrase] <= 0.2 * count}


