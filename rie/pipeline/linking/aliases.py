"""The alias table: which entities a name may mean. Exact, folded, then fuzzy within a block and with a margin.

`lookup` is the rule that decides by names alone; `candidates` are all that a scorer may choose from.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from rie.types import Entity
from rie.values.name import SMALL_WORDS, fold

FUZZY_LENGTH = 9
FUZZY_SCORE = 94.0
FUZZY_MARGIN = 4.0
LONGEST_CODE = 5  # letters of a ticker or an acronym
LONG_WORD = 7  # letters from which a first word may be misspelt: "Fox" is not "Foxo"
NEAR_LENGTH = 6
NEAR_SCORE = 82.0  # of 100, from which a scorer may take one spelling for another
MOST = 6  # entities that a short form may stand for; one of more says nothing
Kind = Literal["exact", "spelling", "acronym", "code", "short", "former"]
_RANK = {"custom": 0, "knowledge": 1, "text": 2}


def new_entity_id(kind: str, name: str) -> str:
    """The id of a name that no table knows: the same for the same folded name in every run and on every machine."""
    digest = hashlib.blake2b(f"{kind}:{fold(name)}".encode(), digest_size=8).hexdigest()
    return f"{kind[0]}-{digest}"


def apart_id(kind: str, name: str, others: Collection[str]) -> str:
    """The id of a thing that has a known name and is none of those that a table knows under it: the same in every run."""
    digest = hashlib.blake2b(f"{kind}:{name}:not {' '.join(sorted(others))}".encode(), digest_size=8).hexdigest()
    return f"{kind[0]}-{digest}"


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a name may mean, how it is like one of its names, and how much, 0 to 1."""

    entity: Entity
    kind: Kind
    share: float = 1.0


class AliasTable:
    """Entities by folded name. Custom tables go before the pack's own knowledge."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.blocks: dict[str, list[str]] = defaultdict(list)
        self.by_attribute: dict[tuple[str, str], str] = {}
        self.acronyms: dict[str, list[str]] = defaultdict(list)
        self.openings: dict[str, list[str]] = defaultdict(list)
        self.add(entities)

    def add(self, entities: Iterable[Entity]) -> None:
        """Add entities with their names and aliases; an id that comes again replaces the older entry."""
        for entity in entities:
            self.entities[entity.id] = entity
            self.by_attribute |= {(key, _code(value)): entity.id for key, value in entity.attributes.items()}
            for name in (entity.name, *entity.aliases):
                self._add_name(fold(name), entity.id)

    def _add_name(self, folded: str, entity_id: str) -> None:
        if not self.by_name[folded]:
            self.blocks[folded[:3]].append(folded)
            self._add_short(folded)
        if entity_id not in self.by_name[folded]:
            self.by_name[folded].append(entity_id)

    def _add_short(self, folded: str) -> None:
        first, *others = folded.split(" ")
        if others:
            self.openings[first].append(folded)
            self.acronyms["".join(word[:1] for word in (first, *others) if word not in SMALL_WORDS)].append(folded)

    def is_custom(self, folded: str) -> bool:
        """Whether a custom table gives the folded name as it stands."""
        return any(self.entities[i].origin == "custom" for i in self.by_name.get(folded, ()))

    def with_attribute(self, key: str, value: str) -> Entity | None:
        """The entity whose attribute `key` (a ticker, a register's number) is `value`."""
        found = self.by_attribute.get((key, _code(value)))
        return self.entities[found] if found else None

    def lookup(self, name: str) -> Entity | None:
        """The one entity that `name` means, or None when it is unknown or when several could be meant."""
        folded = fold(name)
        ids = self.by_name.get(folded) or self._fuzzy(folded)
        if not ids:
            return None
        best = min(_RANK[self.entities[i].origin] for i in ids)
        first = [i for i in ids if _RANK[self.entities[i].origin] == best]
        return self.entities[first[0]] if len(first) == 1 else None

    def candidates(self, name: str, codes: Iterable[str] = ()) -> list[Match]:
        """All entities that a name may mean; beside those of the name itself only such as have longer names.

        Args:
            name: as it is written.
            codes: attributes whose values stand for an entity by themselves, such as a ticker.
        """
        folded = fold(name)
        exact = [Match(self.entities[i], "exact") for i in self.by_name.get(folded, ())]
        found = {match.entity.id: match for match in exact}
        if exact:
            return [*exact, *(match for match in self._opened(folded) if match.entity.id not in found)]
        for match in (*self._coded(name, codes), *self._abbreviated(name, folded), *self._opened(folded), *self._near(folded)):
            found.setdefault(match.entity.id, match)
        return list(found.values())

    def _coded(self, name: str, codes: Iterable[str]) -> Iterator[Match]:
        if name.isupper() and len(name) <= LONGEST_CODE:
            yield from (Match(entity, "code") for key in codes if (entity := self.with_attribute(key, name)))

    def _abbreviated(self, name: str, folded: str) -> Iterator[Match]:
        letters = "".join(folded.replace(" and ", " ").split(" "))
        if name.isupper() and 2 <= len(letters) <= LONGEST_CODE:
            yield from self._named(self.acronyms.get(letters, ()), "acronym", len(letters) / LONGEST_CODE)

    def _opened(self, folded: str) -> Iterator[Match]:
        longer = [name for name in self.openings.get(folded.split(" ", 1)[0], ()) if name.startswith(folded + " ")]
        if len(longer) <= MOST:
            for name in longer:
                yield from self._named([name], "short", len(folded) / len(name))

    def _near(self, folded: str) -> Iterator[Match]:
        if len(folded) < NEAR_LENGTH:
            return
        block = self.blocks.get(folded[:3], [])
        near = process.extract(folded, block, scorer=fuzz.ratio, limit=3, score_cutoff=NEAR_SCORE) if block else []
        for name, score, _ in near:
            same_words = name.count(" ") == folded.count(" ") or name.replace(" ", "") == folded.replace(" ", "")
            if same_words and _may_be_misspelt(folded, name):
                yield from self._named([name], "spelling", (score - NEAR_SCORE) / (100 - NEAR_SCORE))

    def _named(self, names: Iterable[str], kind: Kind, share: float) -> Iterator[Match]:
        yield from (Match(self.entities[i], kind, share) for name in names for i in self.by_name[name])

    def _fuzzy(self, folded: str) -> list[str]:
        if len(folded) < FUZZY_LENGTH:
            return []
        block = self.blocks.get(folded[:3], [])
        near = process.extract(folded, block, scorer=fuzz.ratio, limit=2, score_cutoff=FUZZY_SCORE - FUZZY_MARGIN)
        if not near or near[0][1] < FUZZY_SCORE or (len(near) > 1 and near[0][1] - near[1][1] < FUZZY_MARGIN):
            return []
        found = near[0][0]
        last, other = (name.rsplit(" ", 1)[-1] for name in (folded, found))
        return self.by_name[found] if _may_be_misspelt(folded, found) and last[0] == other[0] else []


def _may_be_misspelt(name: str, other: str) -> bool:
    """Whether a name of other spelling can be meant: with the same digits, and a short first word letter by letter."""
    first, second = name.split(" ", 1)[0], other.split(" ", 1)[0]
    return _numbers(name) == _numbers(other) and (first == second or len(first) >= LONG_WORD)


def _code(value: str) -> str:
    return value.strip().upper().lstrip("0")


def _numbers(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]
