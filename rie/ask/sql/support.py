"""SQL over the facts that an answer rests on: how many there are, what they lack, their reports and their evidence."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from rie.ask.sql.estimates import KEYS, estimated_facts
from rie.ask.sql.expressions import Expr, column, named
from rie.ask.sql.parts import Parts
from rie.ask.sql.rows import rows_of
from rie.store.ddl import INTERNAL

_COUNTED = """
SELECT {count} AS facts, {count} FILTER (NOT no_value) AS valued, {count} FILTER (NOT no_usd) AS converted,
       coalesce(list(DISTINCT coalesce(code, '')) FILTER (NOT no_value), []) AS codes
FROM ({support}) AS behind"""

_COVERAGE = """
WITH behind AS (SELECT fact_id FROM ({support}))
SELECT count(*) AS reports, count(DISTINCT doc_id) AS documents,
       (SELECT count(DISTINCT fact_id) FROM {internal}.conflict
        WHERE fact_table = '{fact}' AND fact_id IN (SELECT fact_id FROM behind)) AS conflicting
FROM {fact}_report WHERE {id} IN (SELECT fact_id FROM behind)"""

_SPANS = """
WITH chosen AS ({chosen}), spans AS (
    SELECT chosen.place AS row, chosen.fact_id, evidence.*,
           contains(lower(chosen.name), lower(quote)) OR contains(lower(quote), lower(chosen.name)) AS names
    FROM chosen
    JOIN {fact}_report AS report ON report.{id} = chosen.fact_id
    JOIN evidence ON evidence.report_id = report.report_id
    WHERE $roles IS NULL OR list_contains($roles, evidence.role)
), own AS (SELECT * EXCLUDE names FROM spans QUALIFY coalesce(names, true) OR NOT bool_or(names) OVER (PARTITION BY row, fact_id))
SELECT {what} FROM own"""

_ORDER = " ORDER BY row, fact_id, doc_id, report_id, part DESC, start_char, role LIMIT $most"


@dataclass(frozen=True, slots=True)
class Support:
    """The statement of the facts behind the rows of a form, and those made of it.

    `facts` gives for each fact the keys of the rows that it stands in (`key_0`, ...), its `fact_id`, whether it has `no_value` or
    `no_usd`, and its currency `code`; a fact stands there `once` where rows are not made of several names of it. Rows that are `listed`
    are names: each has the spans of its facts that name it, or all of them where none does.
    """

    fact: str
    id: str
    keys: int
    facts: str
    once: bool
    listed: bool = False

    @property
    def counted(self) -> str:
        """One row: facts, facts with a value, facts with a value in US dollars, the currencies of the values."""
        return _COUNTED.format(support=self.facts, count="count(fact_id)" if self.once else "count(DISTINCT fact_id)")

    @property
    def coverage(self) -> str:
        """One row: reports, documents, facts whose reports disagree."""
        return _COVERAGE.format(support=self.facts, fact=self.fact, id=self.id, internal=INTERNAL)

    @property
    def all_facts(self) -> str:
        """All the facts, at one place."""
        return f"SELECT {'' if self.once else 'DISTINCT '}0 AS place, fact_id, NULL AS name FROM ({self.facts})"

    def spans(self, chosen: str) -> str:
        """The evidence of `chosen` facts (place, fact_id, name), in order of their places; at most `$most`, of `$roles` or all."""
        return _SPANS.format(chosen=chosen, fact=self.fact, id=self.id, what="*") + _ORDER

    def counted_spans(self, chosen: str) -> str:
        """How many spans of evidence `chosen` facts have, of `$roles` or all."""
        return _SPANS.format(chosen=chosen, fact=self.fact, id=self.id, what="count(*)")

    def chosen(self) -> str:
        """All the facts, each at the first place of `$place` whose keys `$row_0`, ... it has, in a list of names at each of them; at 0
        where rows have no keys.
        """
        if not self.keys:
            return self.all_facts
        numbers = range(self.keys)
        wanted = ", ".join(f"unnest(CAST($row_{n} AS VARCHAR[])) AS row_{n}" for n in numbers)
        same = " AND ".join(f"CAST(behind.key_{n} AS VARCHAR) IS NOT DISTINCT FROM wanted.row_{n}" for n in numbers)
        rows = f"SELECT unnest($place) AS place, {wanted}"
        found = f"FROM ({self.facts}) AS behind JOIN ({rows}) AS wanted ON {same}"
        if self.listed:
            return f"SELECT DISTINCT place, fact_id, row_0 AS name {found}"
        return f"SELECT min(place) AS place, fact_id, NULL AS name {found} GROUP BY fact_id"


BY_ID = "SELECT min(place) AS place, fact_id, NULL AS name FROM (SELECT unnest($place) AS place, unnest($ids) AS fact_id) GROUP BY fact_id"


def support_of(parts: Parts) -> Support:
    """The facts behind the rows of a form.

    Args:
        parts: of the form.
    """
    if parts.form.agg in ("holder", "succession"):
        told = (
            exp.Select()
            .select(*_no_number(), named(exp.column("fact_id"), "fact_id"))
            .from_(rows_of(parts).subquery("held", copy=False), copy=False)
        )
        return Support(parts.form.fact, parts.id, 0, told.sql(dialect="duckdb"), True)
    if parts.form.agg == "estimate":
        return Support(parts.form.fact, parts.id, KEYS, estimated_facts(parts), True)
    keys = _keys(parts)
    shown = [named(_key(parts, key), f"key_{number}") for number, key in enumerate(keys)]
    query = parts.select().select(*shown, named(column(parts.id), "fact_id"), *_values(parts), copy=False)
    listed = parts.form.agg == "list" and not parts.form.by
    return Support(parts.form.fact, parts.id, len(keys), query.sql(dialect="duckdb"), not parts.joined, listed)


def _keys(parts: Parts) -> list[str]:
    """What the rows of a form begin with, where several facts may stand behind one row."""
    form = parts.form
    if form.by:
        return [] if form.agg == "facts" else list(form.by)
    return [str(form.role)] if form.agg == "list" else [str(form.attribute)] if form.agg == "lookup" and form.attribute else []


def _key(parts: Parts, key: str) -> Expr:
    bare = key == parts.layer.subject and key not in parts.joined
    return column(parts.subject_column) if bare else parts.key(key)


def _values(parts: Parts) -> list[Expr]:
    measure = parts.number
    if measure is None:
        return _no_number()
    value, usd = column(measure.column), column(measure.usd or measure.column)
    return [
        named(exp.Is(this=value, expression=exp.Null()), "no_value"),
        named(exp.Is(this=usd, expression=exp.Null()), "no_usd"),
        named(column(measure.currency) if measure.currency else exp.Null(), "code"),
    ]


def _no_number() -> list[Expr]:
    """Of facts that have no number none is missing."""
    return [named(exp.false(), "no_value"), named(exp.false(), "no_usd"), named(exp.Null(), "code")]
