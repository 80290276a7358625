"""SQL without its values: literals with the columns that they are compared with, and what is left of the statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlglot import exp

from rie.store.database import Database
from rie.store.guard import Bounds, checked_tree

Column = tuple[str, str]

_SQLITE: Final = frozenset(  # nodes and functions that SQLite has besides
    re.findall(
        r"\S+",
        "glob collate strftime julianday date datetime time total printf ifnull group_concat substr tsordstotimestamp tsordstodate "
        "unixepoch iif hex char like recursivewithsearch currentdate totimestamp",
    )
)
_LONGEST: Final = 32_768
_MOST_TABLES: Final = 64
_HOPS: Final = 2
_COMPARED: Final = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Like, exp.ILike, exp.Glob, exp.In, exp.Between, exp.Is)


@dataclass(frozen=True, slots=True)
class Literal:
    """A value in a statement: its place among the literals, its text, the column and operator it is compared with.

    `role` tells apart literals of one column: the columns through which its table is joined to the others.
    """

    place: int
    text: str
    is_text: bool
    column: Column | None
    op: str
    role: str


def bounds_of(database: Database) -> Bounds:
    """How far the guard lets statements over a database go."""
    return Bounds(_LONGEST, _MOST_TABLES, database.dialect, _SQLITE if database.dialect == "sqlite" else frozenset())


def parsed(sql: str, database: Database) -> exp.Expression:
    """The tree of a statement that the guard lets through; names in double quotes that are no columns are texts, as SQLite takes them.

    Raises:
        SqlRejected: it is not one SELECT over the tables of the database.
    """
    tree = checked_tree(sql, database.columns, bounds_of(database))
    known = {column.casefold() for columns in database.columns.values() for column in columns}
    known |= {alias.alias.casefold() for alias in tree.find_all(exp.Alias)}
    for column in list(tree.find_all(exp.Column)):
        named = column.this
        if isinstance(named, exp.Identifier) and named.quoted and not column.table and named.name.casefold() not in known:
            column.replace(exp.Literal.string(named.name))
    return tree


def literal_nodes(tree: exp.Expression) -> list[exp.Literal]:
    """The literals of a tree, in a fixed order."""
    return [node for node in tree.walk(bfs=False) if isinstance(node, exp.Literal)]


def literals(tree: exp.Expression, database: Database) -> list[Literal]:
    """The values of a statement with what they are compared with."""
    tables = _tables(tree, database)
    roles = _Roles(tree)
    return [_literal(place, node, tables, roles, database) for place, node in enumerate(literal_nodes(tree))]


def _literal(place: int, node: exp.Literal, tables: Mapping[str, str], roles: _Roles, database: Database) -> Literal:
    parent, sign = node.parent, ""
    if isinstance(parent, exp.Neg):
        parent, sign = parent.parent, "-"
    while isinstance(parent, exp.Paren | exp.Tuple | exp.Lower | exp.Upper | exp.Cast):
        parent = parent.parent
    op = type(parent).__name__.lower() if parent is not None else ""
    compared = next(parent.find_all(exp.Column), None) if isinstance(parent, _COMPARED) else None
    column = _column(compared, tables, database) if compared is not None else None
    role = roles.of(compared) if compared is not None else op
    return Literal(place, node.this if not sign else f"{sign}{node.this}", node.is_string, column, op, role)


def _tables(tree: exp.Expression, database: Database) -> dict[str, str]:
    names = {name.casefold(): name for name in database.columns}
    found = {}
    for table in tree.find_all(exp.Table):
        if table.name.casefold() in names:
            found[(table.alias or table.name).casefold()] = names[table.name.casefold()]
    return found


def _column(column: exp.Column, tables: Mapping[str, str], database: Database) -> Column | None:
    """The column of the database; one without a table is of the only table read that has it."""
    candidates = [tables[column.table.casefold()]] if column.table.casefold() in tables else sorted(set(tables.values()))
    for table in candidates:
        for name in database.columns[table]:
            if name.casefold() == column.name.casefold():
                return table, name
    return None


class _Roles:
    """Through which joins a table alias hangs together with the others."""

    def __init__(self, tree: exp.Expression) -> None:
        self._joins: dict[str, list[tuple[str, str]]] = {}
        for node in tree.find_all(exp.EQ):
            left, right = node.this, node.expression
            if isinstance(left, exp.Column) and isinstance(right, exp.Column) and left.table and right.table:
                for one, other in ((left, right), (right, left)):
                    told = f"{one.name}={other.name}".casefold()
                    self._joins.setdefault(one.table.casefold(), []).append((told, other.table.casefold()))

    def of(self, column: exp.Column) -> str:
        """The joins around a column's alias, sorted, two tables far."""
        alias, found, seen = column.table.casefold(), {column.name.casefold()}, set()
        near = {alias}
        for _ in range(_HOPS):
            seen |= near
            joins = [join for name in near for join in self._joins.get(name, ()) if join[1] not in seen]
            found |= {told for told, _ in joins}
            near = {other for _, other in joins}
        return " ".join(sorted(found))


def written(tree: exp.Expression, names: Mapping[int, str], dialect: str) -> str:
    """The statement with the literals at some places replaced by `$name`."""
    copy = tree.copy()
    for place, node in enumerate(literal_nodes(copy)):
        if place in names:
            _outer(node).replace(exp.Var(this=f"${names[place]}"))
    return str(copy.sql(dialect=dialect, comments=False))


def _outer(node: exp.Expression) -> exp.Expression:
    """A negative number as a whole."""
    return node.parent if isinstance(node.parent, exp.Neg) else node


def canonical(tree: exp.Expression, masked: Mapping[int, str]) -> str:
    """What two statements of one meaning share: aliases are numbered, names in lower case, conditions sorted, values masked."""
    copy = tree.copy()
    for place, node in enumerate(literal_nodes(copy)):
        if place in masked:
            _outer(node).replace(exp.Var(this=f"${masked[place]}"))
    _number_aliases(copy)
    for identifier in copy.find_all(exp.Identifier):
        identifier.set("this", identifier.name.casefold())
        identifier.set("quoted", False)
    for node in list(copy.find_all(exp.And, exp.Or)):
        if not isinstance(node.parent, type(node)):
            _sort(node)
    return str(copy.sql(dialect="duckdb", comments=False))


def _number_aliases(tree: exp.Expression) -> None:
    names: dict[str, str] = {}
    for table in tree.find_all(exp.Table):
        if table.alias:
            names.setdefault(table.alias.casefold(), f"t{len(names)}")
    for identifier in tree.find_all(exp.Identifier):
        parent = identifier.parent
        of_table = isinstance(parent, exp.TableAlias) or (isinstance(parent, exp.Column) and parent.args.get("table") is identifier)
        if of_table and identifier.name.casefold() in names:
            identifier.set("this", names[identifier.name.casefold()])


def _sort(node: exp.Expression) -> None:
    operands = sorted(node.flatten(), key=lambda operand: operand.sql(dialect="duckdb"))
    joined: exp.Expression = operands[0].copy()
    for operand in operands[1:]:
        joined = type(node)(this=joined, expression=operand.copy())
    node.replace(joined)


def components(tree: exp.Expression, masked: Mapping[int, str]) -> tuple[str, ...]:
    """The parts of a statement that words of a question speak of: tables, columns that are shown, conditions, order, nesting."""
    constants = {place: node for place, node in enumerate(literal_nodes(tree)) if place not in masked}
    return tuple(sorted({*_parts(tree), *(f"value:{node.this}".casefold() for node in constants.values())}))


def _parts(tree: exp.Expression) -> Iterator[str]:
    yield from (f"table:{table.name}".casefold() for table in tree.find_all(exp.Table))
    selects = list(tree.find_all(exp.Select))
    yield f"selects:{len(selects)}"
    for select in selects:
        depth = "" if select is selects[0] else "inner "
        for item in select.expressions:
            yield f"{depth}shown:{_shape(item)}"
        for key in ("group", "having", "order", "limit", "distinct"):
            if select.args.get(key):
                yield f"{depth}{key}"
        for ordered in select.args["order"].expressions if select.args.get("order") else ():
            yield f"{depth}order:{_shape(ordered.this)}:{bool(ordered.args.get('desc'))}"
    for node in tree.find_all(*_COMPARED):
        sides = [part for part in (node.this, node.args.get("expression")) if isinstance(part, exp.Expression)]
        if not all(isinstance(side, exp.Column) for side in sides) or len(sides) == 1:
            yield f"where:{_shape(sides[0])}:{type(node).__name__}".casefold()
    yield from (f"has:{node.key}" for node in tree.find_all(exp.Not, exp.Or, exp.SetOperation, exp.AggFunc, exp.Exists))


def _shape(node: exp.Expression) -> str:
    names = [column.name.casefold() for column in node.find_all(exp.Column)]
    calls = [call.key for call in node.find_all(exp.Func)]
    return " ".join((*calls, *names)) or node.key


