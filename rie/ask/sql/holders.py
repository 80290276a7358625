"""Who holds a post: the latest fact by which somebody took it up and that no later one ended."""

from __future__ import annotations

from sqlglot import exp, parse_one

from rie.ask.form import Nested, Not, PlaceFilter, RoleFilter, TextFilter
from rie.ask.sql.expressions import Expr
from rie.ask.sql.parts import Parts
from rie.pack.layer import HolderLayer

_HOLDERS = """
WITH told AS (
    SELECT f.*, coalesce(f.{since}, f.{date}) AS since FROM {fact} AS f WHERE {whose}
), taken AS (
    SELECT f.* FROM told AS f WHERE f.{action} = '{begins}' AND {post} AND f.since < $to {single}
), ended AS (
    SELECT f.* FROM told AS f WHERE f.{action} = '{ends}' AND (f.{post_column} IS NULL OR {post})
), held AS (
    SELECT * FROM taken WHERE NOT EXISTS (
        SELECT 1 FROM ended WHERE ended.{of_id} = taken.{of_id} AND ended.since >= taken.since AND ended.since < $from
            AND (ended.{role_id} = taken.{role_id} {superseded}))
    UNION ALL
    SELECT * FROM ended WHERE {post_column} IS NOT NULL AND since >= $from AND since < $to {dated}
    {before}
)
SELECT f.{id} AS fact_id, {columns} FROM held AS f WHERE {who}
QUALIFY row_number() OVER (PARTITION BY f.{of_id}, f.{role_id} ORDER BY f.since, f.{id}) = 1
ORDER BY f.{key}, f.since, f.{id}"""

# the departure before an appointment, or the appointment after a departure: at most 60 days out of order, 400 days apart
_SUCCESSION = """
WITH told AS (
    SELECT f.*, coalesce(f.{since}, f.{date}) AS since FROM {fact} AS f WHERE {whose} AND {post}
), own AS (
    SELECT {of_id}{of_post}, min(since) FILTER (WHERE {action} = '{begins}') AS began,
        max(since) FILTER (WHERE {action} = '{ends}') AS ended
    FROM told AS f WHERE {who} GROUP BY ALL
), beside AS (
    SELECT f.*, own.began, own.ended FROM told AS f JOIN own ON own.{of_id} = f.{of_id}{same_post} WHERE NOT ({who})
)
SELECT f.{id} AS fact_id, {columns} FROM beside AS f WHERE ({near}) AND ({other})
QUALIFY rank() OVER (PARTITION BY f.{of_id}{f_post} ORDER BY f.since {order}) = 1
ORDER BY f.{key}, f.since, f.{id}"""

_NEXT = """f.{action} = '{begins}' AND f.since > coalesce(f.began, DATE '0001-01-01')
    AND f.since >= coalesce(f.ended, f.began) - INTERVAL 60 DAY AND (f.ended IS NULL OR f.since <= f.ended + INTERVAL 400 DAY)"""
_PREVIOUS = """f.began IS NOT NULL AND ((f.{action} = '{ends}' AND f.since BETWEEN f.began - INTERVAL 400 DAY AND f.began + INTERVAL 60 DAY)
    OR (f.{action} = '{begins}' AND f.since < f.began AND NOT EXISTS (
        SELECT 1 FROM told WHERE told.{of_id} = f.{of_id} AND told.{action} = '{ends}'
            AND told.since BETWEEN f.since AND f.began + INTERVAL 60 DAY)))"""
_SINGLE = "QUALIFY since >= $from OR since = max(since) FILTER (WHERE since < $from) OVER (PARTITION BY f.{of_id})"
# who left the post within a year held it before, where nobody else is known to have left it or taken it up in between
_BEFORE = """UNION ALL
    SELECT * FROM ended WHERE {post_column} IS NOT NULL AND since >= $to AND since < CAST($to AS DATE) + INTERVAL 1 YEAR AND NOT EXISTS (
        SELECT 1 FROM told AS f WHERE f.{of_id} = ended.{of_id} AND {post} AND (
            (f.{role_id} = ended.{role_id} AND f.{action} = '{begins}' AND f.since >= $to)
            OR (f.{role_id} <> ended.{role_id} AND f.{action} = '{begins}' AND f.since < ended.since - INTERVAL 60 DAY)
            OR (f.{role_id} <> ended.{role_id} AND f.{action} = '{ends}' AND f.since >= $from AND f.since < ended.since)))"""
# somebody else left the post long after it was taken up: another holder, of whose start nothing is known
_SUPERSEDED = "OR ended.since > taken.since + INTERVAL 1 YEAR"


def holders(parts: Parts) -> exp.Select:
    """The statement of the holders of a post in the period of the form, each with the fact that tells it."""
    form, layer, spec = parts.form, parts.layer, _holder(parts)
    post = form.on(spec.post)
    inner = [condition for item, condition in parts.filter_conditions() if _is_whose(item, spec)]
    outer = [condition for item, condition in parts.filter_conditions() if item != post and not _is_whose(item, spec)]
    single = isinstance(post, TextFilter) and post.value in spec.single
    ids = {"of_id": layer.roles[spec.of].id, "role_id": layer.roles[spec.role].id, "id": parts.id}
    first = f"since AS {form.attribute}" if form.attribute else form.role or spec.role
    rest = [name for name in layer.columns if name != form.attribute]
    names = {
        "action": spec.action, "begins": spec.begins, "ends": spec.ends, "post_column": spec.post,
        "post": _sql([parts.condition(post)] if post else []),
    }  # fmt: skip
    told = single and not form.attribute  # since when somebody holds a post is told by no departure
    sql = _HOLDERS.format(
        **ids, **names, since=spec.since, date=layer.date, fact=form.fact, whose=_sql(inner), who=_sql(outer), key=form.role or spec.role,
        single=_SINGLE.format(**ids) if single else "", superseded=_SUPERSEDED if single else "",
        before=_BEFORE.format(**ids, **names) if told else "", dated="AND FALSE" if form.attribute else "",
        columns=", ".join(f"f.{name}" for name in dict.fromkeys((first, *rest))),
    )  # fmt: skip
    return parse_one(sql, dialect="duckdb")


def succession(parts: Parts) -> exp.Select:
    """The statement of who held a post right before or after somebody, with the fact that tells it."""
    form, layer, spec = parts.form, parts.layer, _holder(parts)
    post = form.on(spec.post)
    inner = [condition for item, condition in parts.filter_conditions() if _is_whose(item, spec)]
    outer = [condition for item, condition in parts.filter_conditions() if getattr(item, "role", None) == spec.role]
    other = [  # "who was interim CEO before Roe": of who is asked for, as Roe was none
        condition for item, condition in parts.filter_conditions()
        if item != post and not _is_whose(item, spec) and getattr(item, "role", None) != spec.role
    ]  # fmt: skip
    names = {
        "action": spec.action, "begins": spec.begins, "ends": spec.ends, "of_id": layer.roles[spec.of].id,
        "since": spec.since, "date": layer.date, "fact": form.fact, "id": parts.id,
    }  # fmt: skip
    each = "" if post else spec.post  # where no post is told, those that the person held: each by itself
    sql = _SUCCESSION.format(
        **names, of_post=each and f", {each}", same_post=each and f" AND own.{each} = f.{each}", f_post=each and f", f.{each}",
        key=spec.role, post=_sql([parts.condition(post)] if post else []), whose=_sql(inner), who=_sql(outer),
        near=(_PREVIOUS if form.descending else _NEXT).format(**names), other=_sql(other), order="DESC" if form.descending else "ASC",
        columns=", ".join(f"f.{name}" for name in dict.fromkeys((spec.role, *layer.columns))),
    )  # fmt: skip
    return parse_one(sql, dialect="duckdb")


def _is_whose(item: object, spec: HolderLayer) -> bool:
    inner = item.item if isinstance(item, Not) else item
    return isinstance(inner, PlaceFilter) or (isinstance(inner, RoleFilter | Nested) and inner.role == spec.of)


def _sql(conditions: list[Expr]) -> str:
    return " AND ".join(item.sql(dialect="duckdb") for item in conditions) or "TRUE"


def _holder(parts: Parts) -> HolderLayer:
    assert parts.layer.holder is not None  # only facts with holders come here
    return parts.layer.holder
