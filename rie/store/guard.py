"""What a user may write: one SELECT over the public tables.

The statement is parsed, every node of its tree must be on a list of what is allowed, and what runs is printed from the tree, so that
nothing runs that was not looked at. A list of what is forbidden would miss `read_text`, quoted file names and method calls.
"""

import re
from collections.abc import Collection

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from rie.errors import SqlRejected

MAX_BYTES = 4096
MAX_DEPTH = 40
MAX_TABLES = 16
_STATEMENTS = (exp.Select, exp.SetOperation)
_NODES = frozenset("""
    select from join where group having order ordered limit offset with cte subquery union except intersect distinct table tablealias alias
    column identifier star literal null boolean paren tuple window windowspec qualify filter values withingroup ignorenulls respectnulls
    and or not eq neq gt gte lt lte is in between like ilike exists any all escape nullsafeeq nullsafeneq
    add sub mul div intdiv mod neg pow dpipe case if cast trycast datatype datatypeparam interval var bracket slice array
    rollup cube groupingsets jsonpath jsonpathroot jsonpathkey jsonpathsubscript
""".split())
_FUNCTIONS = frozenset("""
    count countif sum avg min max median mode quantile percentilecont percentiledisc approxdistinct approxquantile anyvalue argmax argmin first last
    groupconcat arrayagg stddev stddevpop stddevsamp variance variancepop corr covarpop covarsamp logicaland logicalor skewness kurtosis grouping
    regrslope regrintercept regrr2 regrcount
    rownumber rank denserank percentrank cumedist ntile lag lead firstvalue lastvalue nthvalue
    lower upper length trim concat concatws substring replace left right strposition split splitpart startswith endswith contains initcap reverse
    regexplike regexpilike regexpextract regexpreplace regexpfullmatch levenshtein jarowinklersimilarity ascii chr unicode translate md5 hex
    coalesce nullif greatest least abs ceil floor round sign sqrt cbrt exp ln log pow trunc isnan isinf degrees radians pi sin cos tan safedivide
    date datetrunc timestamptrunc dateadd datesub datediff datepart extract year quarter month day hour minute second week weekofyear dayofweek
    dayofweekiso dayofyear dayname monthname lastday datefromparts timestampfromparts timetostr strtotime strtodate currentdate currenttimestamp
    todays makeinterval justifydays yearofweek yearofweekiso timestampdiff datetimediff tsordstodate timestrtotime
    arraysize arraycontains arraydistinct arraysort arraytostring arrayreverse arrayposition arrayconcat arrayfirst arraylast arrayoverlaps
    arraycontainsall arraysum arraymin arraymax sortarray
    jsonextract jsonextractscalar typeof string cast trycast
""".split())
_NAMED = frozenset("""
    date_part datepart date_diff datediff date_sub date_add datesub date_trunc age epoch epoch_ms make_date to_days to_weeks to_months to_years to_hours
    decade century millennium isodow isoyear weekday yearweek era try_strptime strptime strftime today now
    list_sum list_avg list_min list_max list_count list_distinct list_unique list_sort list_reverse_sort list_contains list_has list_has_any
    list_has_all list_position list_extract list_element list_slice list_first list_last list_any_value list_median array_length len array_to_string
    list_aggregate list_aggr list_concat list_reverse flatten
    string_split str_split regexp_matches regexp_split_to_array prefix suffix strip_accents nfc_normalize instr position ltrim rtrim strlen
    jaccard damerau_levenshtein jaro_similarity jaro_winkler_similarity editdist3 hamming mismatches
    string_agg group_concat listagg product sumkahan fsum favg kahan_sum bool_and bool_or any_value arg_min arg_max arg_min_null arg_max_null min_by
    max_by mad entropy histogram quantile_cont quantile_disc approx_quantile approx_count_distinct geomean geometric_mean reservoir_quantile count_star
    sem fdiv fmod trunc even gamma log2 log10 exp nextafter signbit isfinite isinf isnan divide multiply add subtract mod xor
    ifnull iff nvl format_bytes bar constant_or_null json_extract json_extract_string json_keys json_array_length json_type json_valid
    typeof list array_agg row_number dense_rank percent_rank cume_dist error_free
""".split()) - {"error_free", "bar"}
_JOIN = {"method": {"", "ASOF", "NATURAL"}, "side": {"", "LEFT", "RIGHT", "FULL"}, "kind": {"", "INNER", "OUTER", "CROSS", "SEMI", "ANTI"}}
_CTE_NAME = re.compile(r"(?!duckdb_|pragma_|sqlite_|pg_|information_schema)[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def checked(sql: str, tables: Collection[str]) -> str:
    """The statement as it may be run.

    Args:
        sql: what a user wrote, in the dialect of DuckDB; one `;` at its end and comments are fine.
        tables: the names of the tables that may be read.

    Returns:
        The same statement, printed from its tree.

    Raises:
        SqlRejected: it is too long or too deep, is not one SELECT, or holds something that is not allowed; says which part.
    """
    if len(sql.encode("utf-8", "replace")) > MAX_BYTES:
        raise SqlRejected(f"the statement is longer than {MAX_BYTES} bytes; shorten it")
    _check_nesting(sql)
    try:
        tree = _parse(sql)
        _check(tree, {table.casefold() for table in tables})
        return tree.sql(dialect="duckdb", comments=False)
    except RecursionError:
        raise SqlRejected("the statement is nested too deeply; simplify it") from None
    except (SqlglotError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise SqlRejected(f"the statement cannot be read as SQL: {_first_line(error)}") from None


def _check_nesting(sql: str) -> None:
    """Count brackets wherever they stand: the parser itself must not be led too deep."""
    depth = deepest = 0
    for char in sql:
        depth += (char in "([{") - (char in ")]}")
        deepest = max(deepest, depth)
    words = re.findall(r"[a-z]+", sql.casefold())
    if deepest > MAX_DEPTH or max((words.count(word) for word in ("not", "case", "select")), default=0) > MAX_DEPTH:
        raise SqlRejected(f"the statement is nested deeper than {MAX_DEPTH} levels; simplify it")


def _parse(sql: str) -> exp.Expression:
    statements = [statement for statement in sqlglot.parse(sql, dialect="duckdb") if statement is not None]
    if len(statements) != 1:
        raise SqlRejected(f"expected one statement, found {len(statements)}; send them one at a time")
    tree = statements[0]
    inner = tree.unnest() if isinstance(tree, exp.Subquery) else tree
    if not isinstance(inner, _STATEMENTS):
        raise SqlRejected(f"{_shown(tree)}: only SELECT statements can be run")
    return tree


def _check(tree: exp.Expression, tables: set[str]) -> None:
    names = [cte.alias for cte in tree.find_all(exp.CTE)]
    for name in names:
        if not _CTE_NAME.fullmatch(name):
            raise SqlRejected(f"WITH {name[:40]}: choose another name; letters, digits and _ are fine")
    readable = tables | {name.casefold() for name in names}
    found = 0
    for node in tree.walk():
        found += isinstance(node, exp.Table)
        _check_node(node, readable, tables)
    if found > MAX_TABLES:
        raise SqlRejected(f"the statement reads {found} tables; at most {MAX_TABLES} are possible")


def _check_node(node: exp.Expression, readable: set[str], tables: set[str]) -> None:
    if isinstance(node, exp.Anonymous | exp.AnonymousAggFunc):
        _check_called(node)
    elif isinstance(node, exp.Table):
        _check_table(node, readable, tables)
    elif node.key not in _NODES and node.key not in _FUNCTIONS:
        raise SqlRejected(f"{_shown(node)}: {node.key} is not possible here; only plain SELECT statements with common functions are")
    elif isinstance(node, exp.With) and node.args.get("recursive"):
        raise SqlRejected("WITH RECURSIVE is not possible")
    elif isinstance(node, exp.Join):
        _check_join(node)
    elif isinstance(node, exp.Select):
        _check_select(node)


def _check_called(node: exp.Expression) -> None:
    if not isinstance(node.this, str) or node.this.casefold() not in _NAMED:
        raise SqlRejected(f"{_shown(node)}: this function cannot be used")


def _check_table(node: exp.Table, readable: set[str], tables: set[str]) -> None:
    unknown = set(key for key, value in node.args.items() if value) - {"this", "db", "alias", "joins"}
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


def _shown(node: exp.Expression) -> str:
    try:
        return node.sql(dialect="duckdb", comments=False)[:60]
    except Exception:
        return node.key


def _first_line(error: Exception) -> str:
    return re.sub(r"\x1b\[\d+m", "", str(error)).splitlines()[0][:200] if str(error) else type(error).__name__
