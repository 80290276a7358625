"""The index of names is read from a snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, starmap

from rie.ask.form import Ref
from rie.ask.names import english
from rie.ask.names.lexicon import Phrase, phrase_of
from rie.ask.names.names import Names, Snapshot, in_order
from rie.ask.names.seats import unseated
from rie.ask.names.texts import TextColumn
from rie.ask.words import norms_of
from rie.collection import no_collection
from rie.pack import Pack
from rie.pack.layer import RoleLayer
from rie.values import folded, is_plain, tokens

_MOST = 10_000_000  # rows


@no_collection()
def build_names(reader: Snapshot, pack: Pack) -> Names:
    """Index the names of a snapshot.

    Args:
        reader: the snapshot.
        pack: the pack of its store.
    """
    names, exact, plays = Names(), _Index(), _Plays(pack)
    by_id: dict[str, Ref] = {}
    for entity_id, name, kind, aliases in reader.entities():
        ref = by_id[entity_id] = Ref(entity_id, name, kind)
        exact.add(ref, (name, *aliases))
    for entity_id, name, kind, marks in plays.read(reader):
        known = by_id.get(entity_id)
        ref = known or Ref(entity_id, name, kind)
        plays.add(ref, marks)
        if known is None:
            exact.add(ref, (name,))
    names.plays = plays.found
    _finish(names, exact.finished())
    _index_columns(names, reader, pack)
    names.places = _places(reader, pack)
    names.unseated = frozenset(unseated(reader, pack))
    names.homonyms = _homonyms(reader, pack)
    names.longest_place = max(map(len, names.places), default=1)
    return names


class _Index:
    """What names stand for. Most stand for one thing, and the names of a thing share their tuple of it."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Ref, ...]] = {}
        self._several: dict[str, dict[Ref, None]] = {}

    def add(self, ref: Ref, names: Iterable[str]) -> None:
        """Know that a thing has names."""
        alone = (ref,)
        for text in (text for name in dict.fromkeys(names) for text in _written(name)):
            known = self._found.setdefault(text, alone)
            if known is not alone:
                self._several.setdefault(text, dict.fromkeys(known))[ref] = None

    def finished(self) -> dict[str, tuple[Ref, ...]]:
        """The things of each name."""
        self._found.pop("", None)
        return self._found | {text: in_order(refs) for text, refs in self._several.items() if text}


def _written(name: str) -> Sequence[str]:
    """How questions write a name: whole, without its legal form, and as its words are read."""
    words = tokens(name)
    text, kept = " ".join(words), folded(words)
    if len(kept) == len(words) > 0 and is_plain(name):
        return (text,)
    return (text, " ".join(kept or name.casefold().split()), " ".join(norms_of(name)))


class _Plays:
    """The roles that things play; those who play the same ones share their set."""

    def __init__(self, pack: Pack) -> None:
        self.found: dict[Ref, frozenset[tuple[str, str]]] = {}
        self._roles = [(fact, role, item) for fact, layer in pack.layer.facts.items() for role, item in layer.roles.items()]
        self._marked: dict[str, frozenset[tuple[str, str]]] = {}
        self._shared: dict[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] = {}

    def read(self, reader: Snapshot) -> list[tuple[str, str, str, str]]:
        """Who plays a role: id, name, what they are where they are no entities, and a digit for each role, 1 for one that is played."""
        played = " UNION ALL ".join(chain.from_iterable(starmap(self._players, enumerate(self._roles))))
        sql = f"SELECT id, name, kind, bit_or(marks) FROM ({played}) WHERE name <> '' GROUP BY ALL ORDER BY ALL"
        return reader.query(sql, max_rows=_MOST).rows if played else []

    def _players(self, number: int, played: tuple[str, str, RoleLayer]) -> Iterator[str]:
        """The statements of those who play a role."""
        fact, _, role = played
        marks = "".join("01"[place == number] for place in range(len(self._roles)))
        where = " AND ".join(f"{column} = {'TRUE' if value is True else repr(value)}" for column, value in role.where.items())
        told = f"'{'person' if role.kind == 'person' else 'other'}' AS kind, '{marks}'::BIT AS marks"
        yield f"SELECT {role.id} AS id, {role.column} AS name, {told} FROM {role.table or fact} WHERE {where or 'TRUE'}"
        if role.first:
            yield f"SELECT {role.first[1]}, {role.first[0]}, {told} FROM {fact}"

    def add(self, ref: Ref, marks: str) -> None:
        """Know that a thing plays the roles of marks."""
        roles = self._marked.get(marks)
        if roles is None:
            played = zip(self._roles, marks, strict=True)
            roles = self._marked[marks] = frozenset((fact, role) for (fact, role, _), mark in played if mark == "1")
        known = self.found.setdefault(ref, roles)
        if known is not roles:
            both = known | roles
            self.found[ref] = self._shared.setdefault(both, both)


def _finish(names: Names, found: dict[str, tuple[Ref, ...]]) -> None:
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name in found:
        text = name.replace(" ", "")
        names.joined[text] = name
        blocks[text[:2], len(text)].append(text)
        blocks["~" + text[-3:], len(text)].append(text)
    names.blocks = dict(blocks)
    names.exact, names.ordered, names.surnames = found, sorted(found), _surnames(found)
    names.longest = max((name.count(" ") for name in found), default=0) + 1


def _surnames(found: Mapping[str, tuple[Ref, ...]]) -> dict[str, tuple[Ref, ...]]:
    """The last words of the names of people."""
    surnames: dict[str, dict[Ref, None]] = defaultdict(dict)
    for name, refs in found.items():
        for ref in refs:
            if ref.kind == "person" and (last := name.rpartition(" ")[2]) != name:
                surnames[last][ref] = None
    return {last: in_order(refs) for last, refs in surnames.items()}


def _index_columns(names: Names, reader: Snapshot, pack: Pack) -> None:
    """The texts of columns that name parts or are free, and the facts of which there is none."""
    parts: dict[Phrase, dict[tuple[str, str], list[str]]] = defaultdict(dict)
    for fact, layer in pack.layer.facts.items():
        if layer.series:
            for text in _different(reader, fact, layer.series.part):
                for phrase in filter(None, dict.fromkeys((phrase_of(text), tuple(tokens(text))))):
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
