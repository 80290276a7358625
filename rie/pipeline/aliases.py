"""The alias table: which entities a name may mean. Exact, folded, then fuzzy within a block and with a margin."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from rie.types import Entity
from rie.values.name import fold

FUZZY_LENGTH = 9
FUZZY_SCORE = 94.0
FUZZY_MARGIN = 4.0
LONG_WORD = 7  # letters from which a first word may be misspelt: "Fox" is not "Foxo"
_RANK = {"custom": 0, "knowledge": 1, "text": 2}


def new_entity_id(kind: str, name: str) -> str:
    """The id of a name that no table knows: the same for the same folded name in every run and on every machine."""
    digest = hashlib.blake2b(f"{kind}:{fold(name)}".encode(), digest_size=8).hexdigest()
    return f"{kind[0]}-{digest}"


class AliasTable:
    """Entities by folded name. Custom tables go before the pack's own knowledge."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.blocks: dict[str, list[str]] = defaultdict(list)
        self.by_attribute: dict[tuple[str, str], str] = {}
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
        if entity_id not in self.by_name[folded]:
            self.by_name[folded].append(entity_id)

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

    def _fuzzy(self, folded: str) -> list[str]:
        if len(folded) < FUZZY_LENGTH:
            return []
        block = self.blocks.get(folded[:3], [])
        near = process.extract(folded, block, scorer=fuzz.ratio, limit=2, score_cutoff=FUZZY_SCORE - FUZZY_MARGIN)
        if not near or near[0][1] < FUZZY_SCORE or (len(near) > 1 and near[0][1] - near[1][1] < FUZZY_MARGIN):
            return []
        found = near[0][0]
        first, other = folded.split(), found.split()
        if _numbers(found) != _numbers(folded) or first[-1][0] != other[-1][0]:
            return []
        if len(first[0]) < LONG_WORD and first[0] != other[0]:
            return []
        return self.by_name[found]


def _code(value: str) -> str:
    return value.strip().upper().lstrip("0")


def _numbers(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]
