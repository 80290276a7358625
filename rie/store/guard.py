"""What a user may write: one SELECT over the public tables.

The statement is parsed, every node of its tree must be on a list of what is allowed, and what runs is printed from the tree, so that
nothing runs that was not looked at. A list of what is forbidden would miss `read_text`, quoted file names and method calls.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from rie.errors import SqlRejected
from rie.store.allowed import FUNCTIONS, NAMED, NODES

MAX_BYTES = 4096
MAX_DEPTH = 40
MAX_TABLES = 16
_STATEMENTS = (exp.Select, exp.SetOperation)
_JOIN = {"method": {"", "ASOF", "NATURAL"}, "side": {"", "LEFT", "RIGHT", "FULL"}, "kind": {"", "INNER", "OUTER", "CROSS", "SEMI", "ANTI"}}
_CTE_NAME = re.compile(r"(?!duckdb_|pragma_|sqlite_|pg_|information_schema)[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far the guard lets statements go. `more` are kinds of nodes and names of functions besides those of every statement."""

    max_bytes: int = MAX_BYTES
    max_tables: int = MAX_TABLES
    dialect: str = "duckdb"
    more: frozenset[str] = frozenset()


_USERS = Bounds()
OF_TEMPLATES = Bounds(more=frozenset(("parameter", "placeholder")))  # of hand-written templates, with `$name` parameters


def checked(sql: str, tables: Collection[str], bounds: Bounds = _USERS) -> str:
    """The statement as it may be run.

    Args:
        sql: what a user wrote, in the dialect of DuckDB; one `;` at its end and comments are fine.
        tables: the names of the tables that may be read.
        bounds: of statements that others than the users of a service write.

    Returns:
        The same statement, printed from its tree.

    Raises:
        SqlRejected: it is too long or too deep, is not one SELECT, or holds something that is not allowed; says which part.
    """
    with _errors_told():
        return str(checked_tree(sql, tables, bounds).sql(dialect=bounds.dialect, comments=False))


def checked_tree(sql: str, tables: Collection[str], bounds: Bounds = _USERS) -> exp.Expression:
    """The tree of a statement that may be run; arguments and errors are those of `checked`."""
    if len(sql.encode("utf-8", "replace")) > bounds.max_bytes:
        raise SqlRejected(f"the statement is longer than {bounds.max_bytes} bytes; shorten it")
    _check_nesting(sql)
    with _errors_told():
        tree = _parse(sql, bounds.dialect)
        _check(tree, {table.casefold() for table in tables}, bounds)
    return tree


@contextmanager
def _errors_told() -> Iterator[None]:
    try:
        yield
    except RecursionError:
        raise SqlRejected("the statement is nested too deeply; simplify it") from None
    except (SqlglotError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise SqlRejected(f"the statement cannot be read as SQL: {_first_line(error)}") from None


def _check_nesting(sql: str) -> None:
    """Count brackets wherever they stand: the parser itself must not be led too deep."""
    depth = deepest = 0
    for char in re.findall(r"[()\[\]{}]", sql):
        depth += 1 if char in "([{" else -1
        deepest = max(deepest, depth)
    words = re.findall(r"[a-z]+", sql.casefold())
    if deepest > MAX_DEPTH or max((words.count(word) for word in ("not", "case", "select")), default=0) > MAX_DEPTH:
        raise SqlRejected(f"the statement is nested deeper than {MAX_DEPTH} levels; simplify it")


def _parse(sql: str, dialect: str) -> exp.Expression:
    statements = [statement for statement in sqlglot.parse(sql, dialect=dialect) if statement is not None]
    if len(statements) != 1:
        raise SqlRejected(f"expected one statement, found {len(statements)}; send them one at a time")
    tree = statements[0]
    inner = tree.unnest() if isinstance(tree, exp.Subquery) else tree
    if not isinstance(inner, _STATEMENTS):
        raise SqlRejected(f"{_shown(tree)}: only SELECT statements can be run")
    return tree


def _check(tree: exp.Expression, tables: set[str], bounds: Bounds) -> None:
    names = [cte.alias for cte in tree.find_all(exp.CTE)]
    for name in names:
        if not _CTE_NAME.fullmatch(name):
            raise SqlRejected(f"WITH {name[:40]}: choose another name; letters, digits and _ are fine")
    readable = tables | {name.casefold() for name in names}
    found = 0
    for node in tree.walk():
        found += isinstance(node, exp.Table)
        _check_node(node, readable, tables, bounds.more)
    if found > bounds.max_tables:
        raise SqlRejected(f"the statement reads {found} tables; at most {bounds.max_tables} are possible")


def _check_node(node: exp.Expression, readable: set[str], tables: set[str], more: frozenset[str]) -> None:
    if isinstance(node, exp.Anonymous | exp.AnonymousAggFunc):
        _check_called(node, more)
    elif isinstance(node, exp.Table):
        _check_table(node, readable, tables)
    elif node.key not in NODES and node.key not in FUNCTIONS and node.key not in more:
        raise SqlRejected(f"{_shown(node)}: {node.key} is not possible here; only plain SELECT statements with common functions are")
    elif isinstance(node, exp.With) and node.args.get("recursive"):
        raise SqlRejected("WITH RECURSIVE is not possible")
    elif isinstance(node, exp.Join):
        _check_join(node)
    elif isinstance(node, exp.Select):
        _check_select(node)


def _check_called(node: exp.Expression, more: frozenset[str]) -> None:
    if not isinstance(node.this, str) or (node.this.casefold() not in NAMED and node.this.casefold() not in more):
        raise SqlRejected(f"{_shown(node)}: this function cannot be used")


def _check_table(node: exp.Table, readable: set[str], tables: set[str]) -> None:
    unknown = {key for key, value in node.args.items() if value} - {"this", "db", "alias", "joins"}
    if not isinstance(node.this, exp.Identifier) or unknown:
        raise SqlRejected(f"{_shown(node)}: only the names of tables can stand here, no functions, files or options")
    schema = node.text("db").casefold()
    if schema not in {"", "main"} or node.name.casefold() not in (tables if schema else readable):
        raise SqlRejected(f"{_shown(node)}: there is no such table; there are {', '.join(sorted(tables))}")


def _check_join(node: exp.Join) -> None:
    for part, allowed in _JOIN.items():
        if (node.args.get(part) or "").upper() not in allowed:
            raise SqlRejected(f"{node.args[part]} JOIN is not possible; use INNER, LEFT, RIGHT, FULL, CROSS, SEMI, ANTI or ASOF")


def _check_select(node: exp.Select) -> None:
    for part in ("into", "locks", "hint", "sample", "connect", "match", "laterals", "pivots", "settings", "format", "options", "kind"):
        if node.args.get(part):
            raise SqlRejected(f"{part.upper()} is not possible in a SELECT here")
    if not node.expressions:
        raise SqlRejected("SELECT needs at least one column")


def _shown(node: exp.Expression) -> str:
    try:
        return str(node.sql(dialect="duckdb", comments=False))[:60]
    except Exception:
        return str(node.key)


def _first_line(error: Exception) -> str:
    return re.sub(r"\x1b\[\d+m", "", str(error)).splitlines()[0][:200] if str(error) else type(error).__name__
