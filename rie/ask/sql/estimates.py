"""Figures beside what was expected of them: who beat or missed the estimates, and by how much."""

from __future__ import annotations

from sqlglot import exp, parse_one

from rie.ask.sql.expressions import Expr
from rie.ask.sql.parts import Parts
from rie.ask.sql.series import PERIOD, period_label, place_of
from rie.pack.layer import EstimateLayer, SeriesLayer

KEYS = 3  # whose, of which period, of what: what rows begin with
# an estimate that does not say its variant is compared with the first variant of the figure that analysts are used to
_BESIDE = """
SELECT f.{whose}, {period} AS {period_name}, {same_shown}, f.{variant}, {currency}e.{value} AS {of}, f.{value} AS {actual},
    {sign}(f.{value} - e.{value}) AS difference, f.{id} AS told, e.{id} AS expected
FROM ({facts}) AS f JOIN {fact} AS e ON e.{whose_id} = f.{whose_id} AND {same} AND e.{year} = f.{year}
    AND e.{quarter} IS NOT DISTINCT FROM f.{quarter} AND e.{part} IS NOT DISTINCT FROM f.{part} AND e.{column} = '{of}'
WHERE f.{column} = '{actual}' AND (e.{variant} = f.{variant} OR '{unsaid}' IN (e.{variant}, f.{variant}))
QUALIFY row_number() OVER (PARTITION BY f.{whose_id}, {same_keys}, f.{year}, f.{quarter}, f.{part}
    ORDER BY CASE WHEN e.{variant} = f.{variant} AND e.{variant} <> '{unsaid}' THEN 0 ELSE 1 END, {place}, e.{date} DESC NULLS LAST,
    f.{id}, e.{id}) = 1"""


def beside_estimates(parts: Parts) -> exp.Select:
    """The statement of figures with their estimates, those that fit to the verb ("beat") where names are asked for."""
    form, spec = parts.form, _estimate(parts)
    names = [parts.layer.subject, PERIOD, *_same(parts)]
    number = next(iter(parts.layer.measures.values()))
    rest = [name for name in (parts.layer.series and parts.layer.series.variant, number.currency) if name]
    percent = [f"round(100.0 * difference / abs({spec.of}), 6) AS difference_percent"] if form.in_percent else []
    shown = ", ".join((*names, *rest, spec.of, spec.actual, "difference", *percent))
    where = f" WHERE {spec.actual} {form.beat} {spec.of}" if form.role else ""
    last = "difference_percent" if form.in_percent else "difference"
    most = f" QUALIFY rank() OVER (ORDER BY {last} DESC) <= $limit" if form.limit else ""
    order = f"{last} DESC, 1, 2, 3" if form.order else "1, 2, 3"
    sql = f"SELECT {shown} FROM ({_sql(parts)}) AS told{where}{most} ORDER BY {order}"
    return parse_one(sql, dialect="duckdb")


def estimated_facts(parts: Parts) -> str:
    """The facts behind the rows, figures and estimates, with the keys of the rows."""
    form, spec = parts.form, _estimate(parts)
    names = [parts.layer.subject, PERIOD, *_same(parts)][:KEYS]
    keys = ", ".join(f"{name} AS key_{number}" for number, name in enumerate(names))
    where = f" WHERE {spec.actual} {form.beat} {spec.of}" if form.role else ""
    code = next(iter(parts.layer.measures.values())).currency or "NULL"
    rest = f"FALSE AS no_value, FALSE AS no_usd, {code} AS code"
    return f"SELECT {keys}, unnest([told, expected]) AS fact_id, {rest} FROM ({_sql(parts)}) AS told{where}"


def _sql(parts: Parts) -> str:
    layer, spec = parts.layer, _estimate(parts)
    series, number = _series(parts), next(iter(layer.measures.values()))
    same = [*_same(parts), *(name for name in (number.currency,) if name)]
    role = layer.roles[layer.subject]
    return _BESIDE.format(
        whose=role.column, whose_id=role.id, period=_text(period_label(series)), period_name=PERIOD, variant=series.variant,
        same_shown=", ".join(f"f.{name}" for name in _same(parts)), currency=f"f.{number.currency}, " if number.currency else "",
        value=number.column, of=spec.of, actual=spec.actual, sign="-" if parts.form.beat == "<" else "", id=parts.id,
        facts=_text(parts.select().select(exp.Column(this=exp.Star(), table=exp.to_identifier("f")))), fact=parts.form.fact,
        same=" AND ".join(f"e.{name} IS NOT DISTINCT FROM f.{name}" for name in same), same_keys=", ".join(f"f.{name}" for name in same),
        year=series.year, quarter=series.quarter, part=series.part, column=spec.column, unsaid=spec.unsaid, date=layer.date,
        place=_text(place_of(series.variant, spec.variants)),
    )  # fmt: skip


def _same(parts: Parts) -> list[str]:
    """The columns that tell what a figure is of."""
    return [*dict.fromkeys(name for item in parts.layer.measures.values() for name in item.where)]


def _text(query: Expr) -> str:
    return str(query.sql(dialect="duckdb"))


def _series(parts: Parts) -> SeriesLayer:
    assert parts.layer.series is not None  # only facts of a series come here
    return parts.layer.series


def _estimate(parts: Parts) -> EstimateLayer:
    estimate = _series(parts).estimate
    assert estimate is not None  # only where the layer knows estimates
    return estimate
