"""What a template's statement must be: guarded, its columns qualified, its parameters declared, its joins without fan-out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sqlglot import exp

from rie.ask.templates import Template
from rie.errors import SqlRejected
from rie.pack import Pack
from rie.store.ddl import public_tables
from rie.store.guard import OF_TEMPLATES, checked_tree

_CONSTANT: Final = re.compile(
    r"""(?P<other>--[^\n]*|/\*.*?\*/|"[^"]*"|'(?!\w+'(?!'))(?:[^']|'')*')|(?P<word>'\w+')|(?P<number>\b\d+(?:\.\d+)?\b)""", re.DOTALL
)
_COUNTING: Final = (exp.Sum, exp.Avg, exp.Count, exp.Median, exp.ArrayAgg, exp.Stddev, exp.Quantile, exp.GroupConcat)


class Statements:
    """Checks the statements of templates. What is wrong with one does not depend on its numbers and on the words that it compares with, so
    that of statements that differ in them alone one is parsed.

    Args:
        pack: whose tables they read.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack, self._tables = pack, public_tables(pack)
        self._sound: dict[tuple[str, tuple[str, ...]], bool] = {}

    def problems(self, template: Template) -> list[str]:
        """What is wrong with the statement of a template, as far as its text tells."""
        shape, fits = (_plain(template.sql), template.parameters()), len(template.sql.encode()) <= OF_TEMPLATES.max_bytes
        if shape not in self._sound:
            self._sound[shape] = not any(self._problems(*shape))
        return [] if self._sound[shape] and fits else [*self._problems(template.sql, template.parameters())]

    def _problems(self, sql: str, parameters: Sequence[str]) -> Iterator[str]:
        try:
            tree = checked_tree(sql, self._tables, OF_TEMPLATES)
        except SqlRejected as error:
            yield str(error)
            return
        yield from _undeclared(tree, set(parameters))
        yield from _unqualified(tree)
        yield from (problem for select in tree.find_all(exp.Select) for problem in _fan_out(select, self._pack))


def _plain(sql: str) -> str:
    """A statement with one number and one text in place of all."""
    return _CONSTANT.sub(lambda found: {"number": "0", "word": "'~'"}.get(str(found.lastgroup), found[0]), sql)


def _undeclared(tree: exp.Expression, declared: set[str]) -> Iterator[str]:
    used = {node.name for node in tree.find_all(exp.Placeholder, exp.Parameter)}
    yield from (f"${name} is used and no slot gives it; declare it in `-- slots`" for name in sorted(used - declared))
    yield from (f"${name} is declared and not used; use it, or leave the slot out" for name in sorted(declared - used))


def _unqualified(tree: exp.Expression) -> Iterator[str]:
    """Columns without their table; names given in the SELECT may be ordered and filtered by."""
    for column in tree.find_all(exp.Column):
        select = column.find_ancestor(exp.Select)
        given = {item.alias for item in select.expressions if item.alias} if select else set()
        behind = column.find_ancestor(exp.Order, exp.Having, exp.Qualify, exp.Group)
        if not column.table and not (behind and column.name in given):
            yield f"the column {column.name} does not say its table; write table.{column.name}"


def _fan_out(select: exp.Select, pack: Pack) -> Iterator[str]:
    """Sums and counts over joins in which a row can meet several others."""
    counted = [node for node in select.find_all(*_COUNTING) if node.find_ancestor(exp.Select) is select and not _is_distinct(node)]
    for join in select.args.get("joins") or () if counted else ():
        if not _meets_one(join, pack):
            name = join.this.alias_or_name
            yield f"{counted[0].sql(dialect='duckdb')} counts rows several times: join {name} by its key, or count DISTINCT ids"


def _is_distinct(node: exp.Expression) -> bool:
    return isinstance(node.this, exp.Distinct)


def _meets_one(join: exp.Join, pack: Pack) -> bool:
    """Whether at most one row of what is joined belongs to a row: it is joined by its key."""
    source = join.this
    keys = _keys(source, pack)
    on = join.args.get("on")
    equal = {
        side.name
        for node in (on.find_all(exp.EQ) if on is not None else ())
        for side in (node.this, node.expression)
        if isinstance(side, exp.Column) and side.table == source.alias_or_name
    }
    return bool(keys) and keys <= equal


def _keys(source: exp.Expression, pack: Pack) -> set[str]:
    """The columns by which a row of a table, or of a grouped query, is found."""
    if isinstance(source, exp.Subquery):
        group = source.this.args.get("group")
        return {item.name for item in group.expressions} if group else set()
    table = pack.tables.get(source.name)
    return {table.id} if table is not None and table.id and table.kind in ("fact", "entity") else set()
