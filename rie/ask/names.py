"""The names of a snapshot: entities with their aliases, what else plays a role, and the places of entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from rie.ask import english
from rie.ask.form import Ref
from rie.ask.lexicon import Phrase, phrase_of
from rie.ask.seats import unseated
from rie.ask.texts import TextColumn
from rie.ask.words import norms_of
from rie.collection import no_collection
from rie.pack import Pack
from rie.pack.layer import RoleLayer
from rie.values import fold, folded, is_plain, tokens

_SHORTEST_TYPO = 5
_SHORTEST_OPENING = 4
_FEW = 4
_ENDS = (",", "?", "!", ":", ";")


class Rows(Protocol):
    """The result of a query."""

    @property
    def columns(self) -> list[tuple[str, str]]: ...

    @property
    def rows(self) -> list[tuple[Any, ...]]: ...

    @property
    def truncated(self) -> bool: ...


class Snapshot(Protocol):
    """What asking needs of `rie.store.Reader`."""

    @property
    def snapshot(self) -> int: ...

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Rows: ...

    def entities(self) -> list[tuple[str, str, str, tuple[str, ...]]]: ...


@dataclass
class Names:
    """An index over the names of one snapshot, built once.

    `exact` maps the words of a name to what it names, `openings` the first words of longer names; `plays` tells which roles
    of which fact a thing plays; `places` maps words to (attribute, value) pairs of the entity table,
    `homonyms` such a pair to the wider places that tell several of its name apart ("Portland" to Maine and Oregon),
    `answered` a question that was tried for a suggestion, with its day, to whether it was answered, `foremost` a role of a fact
    to who is put into suggestions about it. `parts` maps words to the
    texts of a fact's column that name a part with them, `texts` holds columns of free text. `absent` are facts of which there
    is none, and that are not asked for then; `unseated` are roles of facts whose players hardly ever have a seat on record.
    """

    exact: dict[Phrase, tuple[Ref, ...]] = field(default_factory=dict)
    openings: dict[Phrase, tuple[Ref, ...]] = field(default_factory=dict)
    plays: dict[Ref, frozenset[tuple[str, str]]] = field(default_factory=dict)
    places: dict[Phrase, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    blocks: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    joined: dict[str, Phrase] = field(default_factory=dict)
    homonyms: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    answered: dict[tuple[str, str], bool] = field(default_factory=dict)
    foremost: dict[tuple[str, str], Ref | None] = field(default_factory=dict)
    parts: dict[Phrase, tuple[tuple[str, str, tuple[str, ...]], ...]] = field(default_factory=dict)
    texts: dict[tuple[str, str], TextColumn] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    unseated: frozenset[tuple[str, str]] = frozenset()
    longest: int = 1
    longest_place: int = 1
    longest_part: int = 1

    def at(self, norms: list[str], position: int) -> tuple[int, tuple[Ref, ...]] | None:
        """The longest name that begins at a word: how many words it has with its legal form, and what it names."""
        for size in range(min(self.longest, len(norms) - position), 0, -1):
            refs = self.exact.get(tuple(norms[position : position + size]))
            if refs:
                return size + self._form(norms, position, size), refs
        return None

    def _form(self, norms: list[str], position: int, size: int) -> int:
        """How many of the words behind a name are its legal form."""
        name = fold(" ".join(norms[position : position + size]))
        ends = range(position + size, len(norms))
        sizes = (extra for extra in (3, 2, 1) if position + size + extra - 1 in ends and norms[position + size + extra - 1] not in _ENDS)
        return next((extra for extra in sizes if fold(" ".join(norms[position : position + size + extra])) == name), 0)

    def opening(self, norms: list[str], position: int) -> tuple[int, tuple[Ref, ...]] | None:
        """A shortened name ("Tessaro" for "Tessaro Robotics") that begins at a word and fits few things."""
        for size in range(min(self.longest, len(norms) - position), 0, -1):
            refs = self.openings.get(tuple(norms[position : position + size]), ())
            if 0 < len(refs) <= _FEW:
                return size, refs
        return None

    def place_at(self, norms: list[str], position: int) -> tuple[int, tuple[tuple[str, str], ...]] | None:
        """The longest place name that begins at a word."""
        for size in range(min(self.longest_place, len(norms) - position), 0, -1):
            phrase = tuple(norms[position : position + size])
            found = self.places.get(phrase) or self._people(phrase)
            if found:
                return size, found
        return None

    def part_at(self, norms: list[str], position: int) -> tuple[int, tuple[tuple[str, str, tuple[str, ...]], ...]] | None:
        """The longest name of a part that begins at a word: "cloud", "European"."""
        for size in range(min(self.longest_part, len(norms) - position), 0, -1):
            phrase = tuple(norms[position : position + size])
            stems = (phrase[-1], *(phrase[-1][: -len(end)] for end in ("an", "n") if phrase[-1].endswith(end) and len(phrase[-1]) > 6))
            found = next((self.parts[(*phrase[:-1], stem)] for stem in stems if (*phrase[:-1], stem) in self.parts), None)
            if found:
                return size, found
        return None

    def _people(self, phrase: Phrase) -> tuple[tuple[str, str], ...] | None:
        """ "Californian", "Bostonian": the place that the adjective is made of."""
        if not phrase[-1].endswith("n"):
            return None
        stems = (phrase[-1][: -len(end)] for end in ("ian", "an", "n") if phrase[-1].endswith(end))
        return next((self.places[(*phrase[:-1], stem)] for stem in stems if len(stem) > 4 and (*phrase[:-1], stem) in self.places), None)

    def similar(self, words: Sequence[str]) -> tuple[Ref, ...]:
        """What a misspelt name means: one name is near and no other is as near. Words may be joined or split, not added.

        Args:
            words: the norms of its words.
        """
        text = "".join(words)
        found = self.near(text, 1 if len(text) < 9 else 2)
        near = sorted(item for item in found if item[0] == 0 or len(self.joined[item[1]]) == len(words))
        if not near or (len(near) > 1 and near[1][0] == near[0][0] and self._of(near[0][1]) != self._of(near[1][1])):
            return ()
        return self._of(near[0][1])

    def near(self, text: str, distance: int) -> Iterator[tuple[int, str]]:
        """Names within an edit distance, joined, with their distance."""
        if len(text) < _SHORTEST_TYPO:
            return
        keys = (text[:2], "~" + text[-3:])
        blocks = [self.blocks.get((key, len(text) + more), ()) for more in range(-distance, distance + 1) for key in keys]
        found = (extract(text, block, scorer=OSA.distance, score_cutoff=distance, limit=None) for block in blocks if block)
        yield from {name: (int(apart), name) for near in found for name, apart, _ in near}.values()

    def _of(self, joined: str) -> tuple[Ref, ...]:
        return self.exact[self.joined[joined]]


@no_collection()
def build_names(reader: Snapshot, pack: Pack) -> Names:
    """Index the names of a snapshot.

    Args:
        reader: the snapshot.
        pack: the pack of its store.
    """
    names, exact, plays = Names(), _Index(), _Plays()
    by_id: dict[str, Ref] = {}
    for entity_id, name, kind, aliases in reader.entities():
        ref = by_id[entity_id] = Ref(entity_id, name, kind)
        _add(exact, ref, (name, *aliases))
    for fact, role, layer in _roles(pack):
        for entity_id, name in _players(reader, fact, layer):
            ref = by_id.get(entity_id) or Ref(entity_id, name, "person" if layer.kind == "person" else "other")
            plays.add(ref, (fact, role))
            if entity_id not in by_id:
                _add(exact, ref, (name,))
    names.plays = plays.found
    _finish(names, exact)
    _index_columns(names, reader, pack)
    names.places = _places(reader, pack)
    names.unseated = frozenset(unseated(reader, pack))
    names.homonyms = _homonyms(reader, pack)
    names.longest_place = max(map(len, names.places), default=1)
    return names


class _Index:
    """What phrases name. Most name one thing, and the phrases of a thing share their tuple of it."""

    def __init__(self) -> None:
        self._found: dict[Phrase, tuple[Ref, ...]] = {}
        self._several: dict[Phrase, dict[Ref, None]] = {}

    def add(self, key: Phrase, refs: tuple[Ref, ...]) -> None:
        """Know that a phrase names things, besides those that it names already."""
        known = self._found.setdefault(key, refs)
        if known is not refs:
            self._several.setdefault(key, dict.fromkeys(known)).update(dict.fromkeys(refs))

    def finished(self) -> dict[Phrase, tuple[Ref, ...]]:
        """What each phrase names, in the order in which it was added."""
        self._found |= {key: tuple(refs) for key, refs in self._several.items()}
        return self._found


class _Plays:
    """The roles that things play; those who play the same ones share their set."""

    def __init__(self) -> None:
        self.found: dict[Ref, frozenset[tuple[str, str]]] = {}
        self._more: dict[tuple[frozenset[tuple[str, str]], tuple[str, str]], frozenset[tuple[str, str]]] = {}
        self._shared: dict[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] = {}

    def add(self, ref: Ref, role: tuple[str, str]) -> None:
        """Know that a thing plays a role."""
        known = self.found.get(ref, frozenset())
        roles = self._more.get((known, role))
        if roles is None:
            more = known | {role}
            roles = self._more[known, role] = self._shared.setdefault(more, more)
        self.found[ref] = roles


def _roles(pack: Pack) -> Iterator[tuple[str, str, RoleLayer]]:
    for fact, layer in pack.layer.facts.items():
        yield from ((fact, role, item) for role, item in layer.roles.items())


def _players(reader: Snapshot, fact: str, role: RoleLayer) -> list[tuple[Any, str]]:
    """Who plays a role, by id and name, in the order of both: a database gives distinct rows in any."""
    where = " AND ".join(f"{column} = {'TRUE' if value is True else repr(value)}" for column, value in role.where.items())
    sql = f"SELECT DISTINCT {role.id}, {role.column} FROM {role.table or fact}{' WHERE ' + where if where else ''}"
    rows = reader.query(sql, max_rows=1_000_000).rows
    if role.first:
        rows = [*rows, *reader.query(f"SELECT DISTINCT {role.first[1]}, {role.first[0]} FROM {fact}", max_rows=1_000_000).rows]
    return sorted({(row[0], row[1]) for row in rows if row[1]}, key=lambda player: (player[0] or "", player[1]))


def _add(exact: _Index, ref: Ref, names: Iterable[str]) -> None:
    alone = (ref,)
    for name in dict.fromkeys(names):
        words = tokens(name)
        kept = folded(words)
        exact.add(tuple(words), alone)
        if len(kept) != len(words) or not words:
            exact.add(tuple(kept) or tuple(name.casefold().split()), alone)
        if not is_plain(name):
            exact.add(norms_of(name), alone)


def _finish(names: Names, exact: _Index) -> None:
    found = exact.finished()
    found.pop((), None)
    found |= {key: tuple(sorted(refs, key=lambda ref: (ref.id or "", ref.name))) for key, refs in found.items() if len(refs) > 1}
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key in found:
        text = "".join(key)
        names.joined[text] = key
        blocks[text[:2], len(text)].append(text)
        blocks["~" + text[-3:], len(text)].append(text)
    names.blocks = dict(blocks)
    names.exact, names.openings = found, _openings(found)
    names.longest = max(map(len, found), default=1)


def _openings(found: Mapping[Phrase, tuple[Ref, ...]]) -> dict[Phrase, tuple[Ref, ...]]:
    """What the first words of longer names, and the last ones of those of people, may stand for."""
    openings = _Index()
    for key, refs in found.items():
        letters = 0
        for size in range(1, len(key)):
            letters += len(key[size - 1])
            if letters >= _SHORTEST_OPENING and (opening := key[:size]) not in found:
                openings.add(opening, refs)
    for key, refs in found.items():
        if len(key) > 1 and key[-1:] not in found:
            people = tuple(ref for ref in refs if ref.kind == "person")
            if people:
                openings.add(key[-1:], people)
    return openings.finished()


def _index_columns(names: Names, reader: Snapshot, pack: Pack) -> None:
    """The texts of columns that name parts or are free, and the facts of which there is none."""
    parts: dict[Phrase, dict[tuple[str, str], list[str]]] = defaultdict(dict)
    for fact, layer in pack.layer.facts.items():
        if layer.series:
            for text in _different(reader, fact, layer.series.part):
                for phrase in {phrase_of(text), tuple(tokens(text))} - {()}:
                    parts[phrase].setdefault((fact, layer.series.part), []).append(text)
        for column, values in layer.values.items():
            if values.text:
                phrases = pack.terms[values.terms].values if values.terms else {}
                names.texts[fact, column] = TextColumn(phrases, values.text, _different(reader, fact, column))
    names.parts = {phrase: tuple((*key, tuple(texts)) for key, texts in found.items()) for phrase, found in parts.items()}
    names.longest_part = max(map(len, parts), default=1)
    optional = [fact for fact, layer in pack.layer.facts.items() if not layer.when_empty]
    names.absent = frozenset(fact for fact in optional if not reader.query(f"SELECT 1 FROM {fact} LIMIT 1").rows)


def _different(reader: Snapshot, fact: str, column: str) -> list[str]:
    sql = f"SELECT DISTINCT {column} FROM {fact} WHERE {column} IS NOT NULL ORDER BY 1"
    return [text for (text,) in reader.query(sql, max_rows=1_000_000).rows]


def _places(reader: Snapshot, pack: Pack) -> dict[Phrase, tuple[tuple[str, str], ...]]:
    entity = pack.layer.entity
    if entity is None:
        return {}
    found: dict[Phrase, dict[tuple[str, str], None]] = defaultdict(dict)
    codes = {phrase_of(form): code for code, text in entity.countries.items() for form in english.forms(text)}
    written: dict[str, str] = {}
    for attribute, layer in entity.attributes.items():
        if not layer.group:
            continue
        sql = f"SELECT DISTINCT {attribute} FROM {pack.entity_table} WHERE {attribute} IS NOT NULL ORDER BY 1"
        for (value,) in reader.query(sql, max_rows=100_000).rows:
            key = phrase_of(value)
            is_code = attribute == "country" and len(value) <= 3
            if not is_code:
                found[key][(attribute, value)] = None
            if attribute == "country":
                written[codes.get(key, value)] = value
    for key, code in codes.items():
        found[key][("country", written.get(code, code))] = None
    found.pop((), None)
    return {key: tuple(pairs) for key, pairs in found.items()}


def _homonyms(reader: Snapshot, pack: Pack) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Places of one name in several wider places."""
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    ladder = pack.layer.entity.places if pack.layer.entity else []
    for position, attribute in enumerate(ladder):
        for wider in ladder[position + 1 :]:
            sql = (
                f"SELECT {attribute}, list_sort(list(DISTINCT {wider})) FROM {pack.entity_table} "
                f"WHERE {attribute} IS NOT NULL AND {wider} IS NOT NULL GROUP BY 1 HAVING count(DISTINCT {wider}) > 1"
            )
            for value, several in reader.query(sql, max_rows=100_000).rows:
                found.setdefault((attribute, value), tuple((wider, name) for name in several))
    return found
