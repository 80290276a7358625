"""SQL of a form within another: the player of a role is one of those that the inner form lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from rie.ask.sql.expressions import Expr, call, named
from rie.ask.sql.having import having

if TYPE_CHECKING:
    from rie.ask.form import Nested
    from rie.ask.sql.parts import Parts

_ID, _DAY = "listed_id", "listed_on"


def nested_condition(parts: Parts, item: Nested) -> Expr:
    """Whether the player of a role of the outer form stands in the list of the inner one.

    Args:
        parts: of the outer form.
        item: the inner form, its role, and whether its fact must come after or before the outer one.
    """
    return parts.of_player(item.role, lambda player: _stands_in(parts, item, player))


def _stands_in(parts: Parts, item: Nested, player: Expr) -> Expr:
    inner = _listed(type(parts)(parts.pack, item.form), item)
    if item.when is None:
        return exp.In(this=player, query=inner.subquery())
    day, listed = parts.day(), exp.column(_DAY, table="listed")
    order = exp.GTE(this=listed, expression=day) if item.when == "after" else exp.LTE(this=listed, expression=day)
    same = exp.EQ(this=exp.column(_ID, table="listed"), expression=player)
    found = exp.Select().select(exp.Literal.number(1)).from_(inner.subquery(exp.to_identifier("listed"))).where(same, order)
    return exp.Exists(this=found)


def _listed(inner: Parts, item: Nested) -> exp.Select:
    """The ids that the inner form lists, each once; with the last or first day of its facts where their order counts."""
    role = str(item.form.role)
    who = inner.role_id(role)
    query = inner.select().select(named(who, _ID)).where(exp.Is(this=who.copy(), expression=exp.Null()).not_())
    if item.when:
        query = query.select(named(call("max" if item.when == "after" else "min", inner.day()), _DAY))
    return having(inner, query.group_by(who.copy()))
