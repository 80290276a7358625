"""One thing under several ids: names that a table came to know later, and short forms of a name.

Two entities are one when a table knows the name of one as a name of the other, or when one name begins with the
other ("Zyntrix", "Zyntrix Labs"), their reports tell the same events, and nothing speaks against it. Reports keep the ids that
their documents gave them; only facts carry the merged one, so every merge can be undone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest

from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.cluster import block_keys
from rie.store.resolve.rule import NO
from rie.store.resolve.rules import Rules
from rie.values.name import fold

LEAST_SHARE = 0.5  # of the reports of the less reported name that must tell an event of the other one
MOST_REPORTS = 200  # of the other name that a report is compared with: those nearest to it in time
MOST_ASKED = 60  # reports of the less reported name; of more, a sample
_RANK = {"custom": 0, "knowledge": 1, "text": 2}


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as identity sees it. `mentions` counts the documents that name it; `apart` says that linking told it from those that
    tables know under its name."""

    id: str
    name: str
    kind: str
    origin: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    apart: bool = False

    def rank(self) -> tuple[int, int, int, str]:
        """Order from the one that others are merged into: known longer, more reported, longer name."""
        return _RANK.get(self.origin, 2), -self.mentions, -len(self.name), self.id


@dataclass(slots=True)
class Same:
    """Which entities are one. `into` gives the id that an id was merged into, `rules` on what ground; no rule merges pairs of `apart`."""

    into: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    apart: set[frozenset[str]] = field(default_factory=set)
    _things: dict[str, Thing] = field(default_factory=dict)
    _members: dict[str, list[str]] = field(default_factory=dict)

    def add(self, things: list[Thing], rule: str) -> None:
        """Merge entities into the best ranked of them, those left out that are not to be merged."""
        best, *others = sorted((self._root(thing) for thing in things), key=Thing.rank)
        for other in others:
            self.merge(other, self._root(best), rule)

    def merge(self, one: Thing, into: Thing, rule: str) -> None:
        """Merge one entity, with all that was merged into it, into another, unless two of them are to be kept apart."""
        one, into = self._root(one), self._root(into)
        ours, theirs = self._members[one.id], self._members[into.id]
        if one.id == into.id or (self.apart and any(frozenset((a, b)) in self.apart for a in ours for b in theirs)):
            return
        self.rules[one.id] = rule
        self.into.update(dict.fromkeys(ours, into.id))
        theirs += self._members.pop(one.id)

    def keep_apart(self, one: str, other: str) -> None:
        """Let no rule merge two entities."""
        self.apart.add(frozenset((one, other)))

    def _root(self, thing: Thing) -> Thing:
        if thing.id not in self._things:
            self._things[thing.id], self._members[thing.id] = thing, [thing.id]
        return self._things[self.into.get(thing.id, thing.id)]


def known_names(things: Mapping[str, Thing], same: Same | None = None) -> Same:
    """Merge what stands under one name in several tables, and names of texts that a table knows.

    Args:
        things: the entities by id.
        same: merges that hold already; new ones when it is None.
    """
    owners: dict[tuple[str, str], dict[str, Thing]] = defaultdict(dict)
    tabled = [thing for thing in things.values() if thing.origin != "text"]
    for thing in sorted(tabled, key=Thing.rank):
        for name in dict.fromkeys(map(fold, (thing.name, *thing.aliases))):
            owners[thing.kind, name][thing.id] = thing
    same = same if same is not None else Same()
    for thing in sorted(things.values(), key=Thing.rank):
        found = {} if thing.apart else owners.get((thing.kind, fold(thing.name)), {})
        better = [other for other in found.values() if _RANK.get(other.origin, 2) < _RANK.get(thing.origin, 2)]
        first = [other for other in better if other.origin == better[0].origin]
        if len(first) == 1:
            same.add([first[0], thing], "name in a table")
    return same


@dataclass(slots=True)
class Told:
    """The reports of one fact table with what is needed to compare them."""

    columns: Columns
    rules: Rules
    claims: list[Claim]


def short_names(things: Mapping[str, Thing], told: list[Told], same: Same, documents: Mapping[str, set[str]]) -> None:
    """Merge short forms of names whose reports tell the same events.

    Args:
        things: the entities by id.
        told: the reports of all fact tables, prepared with the merges that `same` holds already.
        same: takes the merges.
        documents: the ids of the documents that name an entity. Two names of one document are two things.
    """
    pairs = [pair for pair in name_pairs(things, same)
             if frozenset(pair) not in same.apart and not documents.get(pair[0], set()) & documents.get(pair[1], set())]  # fmt: skip
    if not pairs:
        return
    wanted = {id_ for pair in pairs for id_ in pair}
    roles = list(_roles(told, same.into, wanted))
    partners: dict[str, list[str]] = defaultdict(list)
    for short, long in pairs:
        if any(_tells_the_same(table, column, found.get(short, []), found.get(long, []), same.into) for table, column, found in roles):
            partners[short].append(long)
    for short, longs in sorted(partners.items()):
        if len(longs) == 1 and not {things[short].origin, things[longs[0]].origin}.isdisjoint({"text"}):
            same.add([things[short], things[longs[0]]], "short name of the same events")


def name_pairs(things: Mapping[str, Thing], same: Same) -> list[tuple[str, str]]:
    """Entities of which the name of one begins with the whole name of the other, or differs only in its spaces."""
    by_words: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    by_letters: dict[tuple[str, str], list[str]] = defaultdict(list)
    open_ = [thing for id_, thing in sorted(things.items()) if id_ not in same.into]
    words = {thing.id: tuple(fold(thing.name).split()) for thing in open_}
    for thing in open_:
        by_words[thing.kind, words[thing.id]].append(thing.id)
        by_letters[thing.kind, "".join(words[thing.id])].append(thing.id)
    pairs = [(short, thing.id) for thing in open_ for end in range(1, len(words[thing.id]))
             for short in by_words.get((thing.kind, words[thing.id][:end]), ())]  # fmt: skip
    return pairs + [(ids[0], other) for ids in by_letters.values() for other in ids[1:]]


def _roles(told: list[Told], into: Mapping[str, str], wanted: set[str]) -> Iterator[tuple[Told, str | None, dict[str, list[Claim]]]]:
    """For each column and child table that names entities: the reports of each entity."""
    for table in told:
        for column in table.columns.entities:
            place = table.columns.place[column]
            yield table, column, _grouped(((claim.values[place], claim) for claim in table.claims), into, wanted)
        for child, entity in table.columns.child_entity.items():
            if entity is not None:
                place = table.columns.children[child].index(entity)
                named = ((row[place], claim) for claim in table.claims for row in claim.children.get(child, ()))
                yield table, None, _grouped(named, into, wanted)


def _grouped(named: Iterator[tuple[str | None, Claim]], into: Mapping[str, str], wanted: set[str]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for id_, claim in named:
        if id_ is not None and (id_ := into.get(id_, id_)) in wanted:
            groups[id_].append(claim)
    return groups


def _tells_the_same(told: Told, column: str | None, one: list[Claim], other: list[Claim], into: Mapping[str, str]) -> bool:
    """Whether enough reports of the less reported name tell an event of the other one."""
    few, many = sorted((one, other), key=len)
    asked = few[:: len(few) // MOST_ASKED + 1]
    shared = sum(any(_one_event(told, column, a, b, into) for b in _nearest(a, many)) for a in asked)
    return shared > 0 and shared >= LEAST_SHARE * len(asked)


def _nearest(claim: Claim, claims: list[Claim]) -> list[Claim]:
    """The reports whose dates lie nearest to that of one."""
    if len(claims) <= MOST_REPORTS or claim.first is None:
        return claims[:MOST_REPORTS]
    day = claim.first
    return nsmallest(MOST_REPORTS, claims, key=lambda other: (other.first is None, abs(((other.first or day) - day).days)))


def _one_event(told: Told, column: str | None, one: Claim, other: Claim, into: Mapping[str, str]) -> bool:
    if one.doc_id == other.doc_id:
        return False
    if column is not None:
        ruled = {rule.column for rule in told.rules.rules}
        names = [name for name in (column, told.columns.of_role(column, "name")) if name in ruled]
        return told.rules.proves(one, other, without=next(iter(names), column))
    keys = set(block_keys(one, told.columns, into))
    return not keys.isdisjoint(block_keys(other, told.columns, into)) and told.rules.relate(one, other) != NO


def best_names(named: list[tuple[str, str, int]]) -> dict[str, str]:
    """The name of each entity: the one that most documents have for it, then mixed case, then the longer one.

    Args:
        named: (entity id, name, number of documents).
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, name, number in named:
        counts[id_][name] += number
    return {id_: max(names, key=lambda name: (names[name], not name.isupper(), len(name), name)) for id_, names in counts.items()}
