"""Of whom seats are on record: that nobody is known to be in a place says nothing where hardly any seat is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rie.pack import Pack

if TYPE_CHECKING:
    from rie.ask.names.names import Snapshot

_FEW: Final = 0.1


def unseated(reader: Snapshot, pack: Pack) -> Iterator[tuple[str, str]]:
    """The facts and roles of which less than a tenth of the players have a seat; whom a fact is told of is never among them.

    Args:
        reader: the snapshot.
        pack: the pack of its store.
    """
    entity, key = pack.layer.entity, pack.tables[pack.entity_table].id
    if entity is None or not entity.places:
        return
    seated = " OR ".join(f"seat.{attribute} IS NOT NULL" for attribute in entity.places)
    for fact, layer in pack.layer.facts.items():
        for role, spec in layer.roles.items():
            if spec.kind != "entity" or role == layer.place:
                continue
            sql = (
                f"SELECT count(DISTINCT player.{spec.id}), count(DISTINCT seat.{key}) FROM {spec.table or fact} AS player "
                f"LEFT JOIN {pack.entity_table} AS seat ON seat.{key} = player.{spec.id} AND ({seated})"
            )
            players, known = reader.query(sql, max_rows=1).rows[0]
            if known < players * _FEW:
                yield fact, role
