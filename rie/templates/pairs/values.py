"""The values of a database's columns, found in questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from rapidfuzz import fuzz, process

from rie.errors import RieError
from rie.store.database import Database
from rie.templates.pairs.skeleton import Column
from rie.templates.pairs.surface import Token, norm, readings

MOST_VALUES: Final = 500_000
LONGEST: Final = 12  # words of a value that is looked up
_MOST_ROWS: Final = 20_000  # of a table whose rows tell other names of a value
_SHARED: Final = 0.5
_SHORTEST_NAME: Final = 3
_NEAR: Final = 86.0
_SHORTEST_NEAR: Final = 5
_TEXT: Final = ("CHAR", "TEXT", "STRING", "ENUM", "CLOB", "")

Values = dict[str, Any]  # by their norm


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` to `last` (exclusive) that can be values: `options` by the column or form that they would be a value of.

    `masks` name their domains. `by` says how they were found: as they stand, `near` a value, or as a `free` text.
    """

    first: int
    last: int
    options: Mapping[str, Any]
    masks: tuple[str, ...]
    by: Literal["exact", "near", "free"] = "exact"


@dataclass
class ValueIndex:
    """Columns with their values by norm; `domains` tells which columns hold values of one kind, `common` are norms that are mere words."""

    values: dict[Column, Values] = field(default_factory=dict)
    domains: dict[Column, str] = field(default_factory=dict)
    common: set[str] = field(default_factory=set)
    _by_norm: dict[str, dict[str, Any]] = field(default_factory=dict)
    _masks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _long: dict[int, list[str]] = field(default_factory=dict)

    def finish(self) -> None:
        """Make the index over the values, after they have changed."""
        by_norm: dict[str, dict[str, Any]] = {}
        masks: dict[str, set[str]] = {}
        for column, values in self.values.items():
            for text, value in values.items():
                by_norm.setdefault(text, {})[key_of(column)] = value
                masks.setdefault(text, set()).add(self.domains[column])
        self._by_norm = by_norm
        self._masks = {text: tuple(sorted(found)) for text, found in masks.items()}
        self._long = {}
        for text in by_norm:
            if len(text) >= _SHORTEST_NEAR and not text[:1].isdigit():
                self._long.setdefault(text.count(" ") + 1, []).append(text)

    def lookup(self, text: str) -> dict[str, Any] | None:
        """What a phrase can be a value of; of a plural also its singular."""
        found = self._by_norm.get(text)
        if found is None and text.endswith("s") and len(text) > 4:
            found = self._by_norm.get(text[:-1])
        return found

    def restricted(self, span: Span, mask: str) -> Span:
        """A span as a value of one domain, or as a number, day or time."""
        keys = {key_of(column) for column, domain in self.domains.items() if domain == mask}
        options = {key: value for key, value in span.options.items() if (key in keys if keys else key.startswith("<"))}
        return replace(span, options=options, masks=(mask,))

    def masks_of(self, text: str) -> tuple[str, ...]:
        """The domains of a phrase."""
        return self._masks.get(text) or self._masks.get(text[:-1], ())

    def spans(self, tokens: Sequence[Token], words: set[str] | None = None) -> list[Span]:
        """The values, numbers and days of a question that do not overlap, the longest first chosen.

        Args:
            tokens: of the question.
            words: known words; of a phrase with an unknown word, near values count too. None: only exact ones do.
        """
        found = [*self._exact(tokens), *self._numbers(tokens)]
        taken = _longest(_merged(found))
        if words is not None:
            taken = _longest([*taken, *self._misspelt(tokens, taken, words)])
        return sorted(taken, key=lambda span: span.first)

    def _exact(self, tokens: Sequence[Token]) -> Iterator[Span]:
        for first in range(len(tokens)):
            for last in range(min(first + LONGEST, len(tokens)), first, -1):
                text = " ".join(token.text for token in tokens[first:last] if token.text != "'s" or last - first == 1)
                options = self.lookup(text) if tokens[last - 1].text != "'s" else None
                if options and text not in self.common:
                    yield Span(first, last, options, self.masks_of(text))

    def _numbers(self, tokens: Sequence[Token]) -> Iterator[Span]:
        for reading in readings(list(tokens)):
            yield Span(reading.first, reading.last, {f"<{kind}>": form for kind, form in reading.forms.items()}, (reading.mask,))

    def _misspelt(self, tokens: Sequence[Token], taken: Sequence[Span], words: set[str]) -> Iterator[Span]:
        covered = {place for span in taken for place in range(span.first, span.last)}
        for place, token in enumerate(tokens):
            if place in covered or token.text in words or len(token.text) < 4 or token.text[0].isdigit():
                continue
            yield from self._near(tokens, place, covered)

    def _near(self, tokens: Sequence[Token], place: int, covered: set[int]) -> Iterator[Span]:
        """The value that a phrase around an unknown word is nearest to, if it is near."""
        best: tuple[float, int, int, str] | None = None
        for size in range(1, 5):
            for first in range(max(place - size + 1, 0), min(place, len(tokens) - size) + 1):
                if any(other in covered for other in range(first, first + size)):
                    continue
                text = " ".join(token.text for token in tokens[first : first + size])
                found = process.extractOne(text, self._long.get(size, ()), scorer=fuzz.ratio, score_cutoff=_NEAR)
                if found and (best is None or found[1] > best[0]):
                    best = found[1], first, first + size, found[0]
        if best is not None:
            yield Span(best[1], best[2], self._by_norm[best[3]], self._masks[best[3]], "near")


def key_of(column: Column) -> str:
    """A column as a key of options."""
    return ".".join(column)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans over the same words as one."""
    by_place: dict[tuple[int, int], Span] = {}
    for span in spans:
        before = by_place.get((span.first, span.last))
        options = {**before.options, **span.options} if before else span.options
        masks = (*before.masks, *span.masks) if before else span.masks
        by_place[span.first, span.last] = Span(span.first, span.last, options, tuple(dict.fromkeys(masks)), span.by)
    return list(by_place.values())


def _longest(spans: Iterable[Span]) -> list[Span]:
    taken: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.by != "exact", span.first)):
        if all(span.last <= other.first or span.first >= other.last for other in taken):
            taken.append(span)
    return taken


def stored_values(database: Database, columns: Iterable[Column]) -> dict[Column, Values]:
    """The values that a database holds in columns."""
    return {column: _column_values(database, column) for column in columns}


def build_index(database: Database, more: Mapping[Column, Values]) -> ValueIndex:
    """The values of columns: those of the database, and more.

    Args:
        database: that the columns are of.
        more: by column, further norms with their values; none for most.
    """
    index = ValueIndex(values=stored_values(database, more))
    index.domains = _domains(index.values)
    for column, names in more.items():
        for text, value in names.items():
            index.values[column].setdefault(text, value)
    index.finish()
    return index


def _column_values(database: Database, column: Column) -> Values:
    table, name = column
    sql = f'SELECT DISTINCT "{name}" FROM "{table}" WHERE "{name}" IS NOT NULL ORDER BY 1'
    try:
        rows = database.query(sql, max_rows=MOST_VALUES).rows
    except RieError:
        return {}
    found: Values = {}
    for (value,) in rows:
        if isinstance(value, str) and (text := norm(value)) and text.count(" ") < LONGEST:
            found.setdefault(text, value)
    return found


def names_beside(database: Database, column: Column) -> Iterator[Values]:
    """Values by other texts of the same row, in any table with a column of its name: the airline's name beside its code.

    Whether questions mean the value by them is another matter: a capital tells its state too.
    """
    for table, columns in database.columns.items():
        own = next((name for name in columns if name.casefold() == column[1].casefold()), None)
        if own is not None and _size(database, table) <= _MOST_ROWS:
            others = [name for name, kind in columns.items() if name != own and _is_text(kind)]
            yield from filter(None, (_told(database, table, own, other) for other in others))


def _size(database: Database, table: str) -> int:
    try:
        return int(database.query(f'SELECT count(*) FROM "{table}"').rows[0][0])
    except RieError:
        return _MOST_ROWS + 1


def _told(database: Database, table: str, column: str, other: str) -> Values:
    """Values by the texts beside them, if each tells the other: a code and its name."""
    sql = f'SELECT DISTINCT "{other}", "{column}" FROM "{table}" WHERE "{other}" IS NOT NULL AND "{column}" IS NOT NULL ORDER BY 1, 2'
    try:
        pairs = database.query(sql, max_rows=_MOST_ROWS).rows
    except RieError:
        return {}
    told = {norm(text): value for text, value in pairs if isinstance(text, str) and isinstance(value, str) and norm(text)}
    return told if len(pairs) > 1 and len(told) == len(pairs) == len({value for _, value in pairs}) else {}


def _is_text(kind: str) -> bool:
    return any(mark and mark in kind.upper() for mark in _TEXT) or not kind


def _domains(values: Mapping[Column, Values]) -> dict[Column, str]:
    """Columns of one name, or that share most of their values, are of one domain."""
    columns = sorted(values)
    parent = {column: column for column in columns}

    def root(column: Column) -> Column:
        while parent[column] != column:
            column = parent[column]
        return column

    for number, one in enumerate(columns):
        for other in columns[:number]:
            smaller = min(len(values[one]), len(values[other])) or 1
            shared = len(values[one].keys() & values[other].keys()) / smaller
            if shared >= _SHARED:
                parent[root(one)] = root(other)
    members: dict[Column, list[Column]] = {}
    for column in columns:
        members.setdefault(root(column), []).append(column)
    names = _named(members.values())
    return {column: name for name, several in names.items() for column in several}


def _named(domains: Iterable[Sequence[Column]]) -> dict[str, Sequence[Column]]:
    """Domains by the name that most of their columns have, which is read as words; with the table where two would have one name."""
    found: dict[str, Sequence[Column]] = {}
    for columns in domains:
        counts = Counter(name.casefold() for _, name in columns)
        name = min(counts, key=lambda name: (-counts[name], len(name), name))
        table = next(table for table, own in columns if own.casefold() == name)
        taken = any(name == other.strip("<>").rpartition(".")[2] for other in found)
        found[f"<{table.casefold()}.{name}>" if taken or len(name) < _SHORTEST_NAME or name == "name" else f"<{name}>"] = columns
    return found


