"""Who holds a post: the latest fact by which somebody took it up and that no later one ended."""

from __future__ import annotations

from sqlglot import exp, parse_one

from rie.ask.expressions import Expr
from rie.ask.form import PlaceFilter, RoleFilter, TextFilter
from rie.ask.parts import Parts
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
    SELECT * FROM ended WHERE {post_column} IS NOT NULL AND since >= $from AND since < $to
)
SELECT f.{id} AS fact_id, {columns} FROM held AS f WHERE {who}
QUALIFY row_number() OVER (PARTITION BY f.{of_id}, f.{role_id} ORDER BY f.since, f.{id}) = 1
ORDER BY 2, f.since, f.{id}"""

_SINGLE = "QUALIFY since >= $from OR since = max(since) FILTER (WHERE since < $from) OVER (PARTITION BY f.{of_id})"
# somebody else left the post long after it was taken up: another holder, of whose start nothing is known
_SUPERSEDED = "OR ended.since > taken.since + INTERVAL 1 YEAR"


def holders(parts: Parts) -> exp.Select:
    """The statement of the holders of a post in the period of the form, each with the fact that tells it."""
    form, layer, spec = parts.form, parts.layer, _holder(parts)
    post = form.on(spec.post)
    inner = [parts.condition(item) for item in form.filters if _is_whose(item, spec)]
    outer = [parts.condition(item) for item in form.filters if item != post and not _is_whose(item, spec)]
    single = isinstance(post, TextFilter) and post.value in spec.single
    ids = {"of_id": layer.roles[spec.of].id, "role_id": layer.roles[spec.role].id, "id": parts.id}
    first = form.role or spec.role
    sql = _HOLDERS.format(
        **ids, since=spec.since, date=layer.date, fact=form.fact, action=spec.action, begins=spec.begins, ends=spec.ends,
        post_column=spec.post, post=_sql([parts.condition(post)] if post else []), whose=_sql(inner), who=_sql(outer),
        single=_SINGLE.format(**ids) if single else "", superseded=_SUPERSEDED if single else "",
        columns=", ".join(f"f.{name}" for name in dict.fromkeys((first, *layer.columns)) if name != spec.action),
    )  # fmt: skip
    return parse_one(sql, dialect="duckdb")  # type: ignore[return-value]


def _is_whose(item: object, spec: HolderLayer) -> bool:
    return isinstance(item, PlaceFilter) or (isinstance(item, RoleFilter) and item.role == spec.of)


def _sql(conditions: list[Expr]) -> str:
    return " AND ".join(item.sql(dialect="duckdb") for item in conditions) or "TRUE"


def _holder(parts: Parts) -> HolderLayer:
    assert parts.layer.holder is not None  # only facts with holders come here
    return parts.layer.holder
