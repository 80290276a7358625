"""From a logical form to SQL: the statement of its rows, and the one that is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlglot import exp

from rie.ask.form import LogicalForm
from rie.ask.names.lexicon import PackKey
from rie.ask.sql.binding import parameters, shape
from rie.ask.sql.expressions import bound, named
from rie.ask.sql.figures import FACT_ID
from rie.ask.sql.parts import Parts
from rie.ask.sql.rows import entity_rows, rows_of
from rie.ask.sql.support import Support, support_of
from rie.pack import Pack


@dataclass(frozen=True, slots=True)
class Query:
    """A statement with its parameters. `columns` are those of its rows, `support` tells of the facts behind them.

    The rows of single facts begin with the column FACT_ID, which is not shown.
    """

    sql: str
    columns: tuple[str, ...]
    parameters: dict[str, Any]
    support: Support | None = None


def compile_form(form: LogicalForm, pack: Pack) -> Query:
    """The statement of a form's rows. It is kept by the form's shape: values are always bound."""
    rows = _compiled(PackKey(pack), shape(form))
    return Query(rows.sql, rows.columns, used(rows.sql, parameters(form)), rows.support)


@lru_cache(maxsize=4096)
def _shown(key: PackKey, form: LogicalForm, columns: tuple[str, ...]) -> str:
    rows = _compiled(key, form)
    query: exp.Select = rows.query.copy()
    own = {item.alias_or_name: item for item in query.expressions if not isinstance(item, exp.Star)}
    wanted = columns or tuple(name for name in rows.columns if name != FACT_ID)
    given = {name: named(bound(name), name) for name in wanted if name not in rows.columns}
    query.set("expressions", [own.get(name) or given.get(name) or exp.column(name) for name in wanted])
    return str(query.sql(dialect="duckdb"))


def shown_sql(form: LogicalForm, pack: Pack, columns: Sequence[str]) -> str:
    """The statement that gives the rows of an answer as they are shown.

    Args:
        form: of the answer.
        pack: that it was read with.
        columns: of the answer, in their order; those that the form's own rows do not have are parameters.
    """
    return _shown(PackKey(pack), shape(form), tuple(columns))


def used(sql: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that occur in a statement."""
    words = _words(sql)
    return {name: value for name, value in values.items() if f"${name}" in words}


@lru_cache(maxsize=4096)
def _words(sql: str) -> frozenset[str]:
    return frozenset(sql.replace("(", " ").replace(")", " ").replace(",", " ").split())


@dataclass(frozen=True, slots=True)
class _Compiled:
    query: exp.Select
    sql: str
    columns: tuple[str, ...]
    support: Support | None


@lru_cache(maxsize=4096)
def _compiled(key: PackKey, form: LogicalForm) -> _Compiled:
    if form.fact == key.pack.entity_table:
        query, support = entity_rows(key.pack, form), None
    else:
        parts = Parts(key.pack, form)
        query, support = rows_of(parts), support_of(parts)
    inner = query.args["from_"].this.this if isinstance(query.expressions[0], exp.Star) else query
    return _Compiled(query, query.sql(dialect="duckdb"), tuple(item.alias_or_name for item in inner.expressions), support)
