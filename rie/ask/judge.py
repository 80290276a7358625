"""Whether the rows of a form may be shown: nothing found, undisclosed values, currencies that cannot be put together."""

from __future__ import annotations

from rie.ask.form import TextFilter
from rie.ask.sql.outcome import Outcome
from rie.pack import Pack
from rie.pack.layer import FactLayer, MeasureLayer


def judge(outcome: Outcome, pack: Pack) -> Outcome:
    """Set the status and reason of rows; take away those, and the columns, that must not be shown.

    Args:
        outcome: with the rows as the store gave them.
        pack: the pack of its form.
    """
    form, layer = outcome.form, pack.layer.facts.get(outcome.form.fact)
    if layer is None:
        return outcome if outcome.rows else _nothing(outcome, None)
    if form.agg in ("count", "distinct") and not form.by:
        whole = form.expected is None or form.agg == "count" or outcome.rows[0]["count"] == form.expected
        return outcome if whole else _unexpected(outcome)
    if not outcome.facts or (form.agg == "exists" and not outcome.rows[0]["count"]):
        return _unheld(outcome, pack) or _nothing(outcome, None)
    if form.agg == "exists":
        outcome.put_first("answer", "yes")
    if form.expected is not None and form.expected != (outcome.facts if form.agg == "sum" else len(outcome.rows)):
        return _unexpected(outcome)
    if form.figures is not None and outcome.facts < form.figures:
        return _unexpected(outcome)
    if form.agg == "estimate":
        return _against_estimates(outcome, layer)
    if form.agg in ("count", "distinct", "exists", "list", "holder", "succession") or (form.agg == "facts" and not form.measure):
        return outcome if outcome.rows else _nothing(outcome, None)
    if form.attribute:
        return outcome if any(next(iter(row.values())) is not None for row in outcome.rows) else _nothing(outcome, "undisclosed")
    number = layer.number(form.measure, form.facet)
    return _judge_numbers(outcome, number) if number else outcome


def _against_estimates(outcome: Outcome, layer: FactLayer) -> Outcome:
    """Of one company also whether it is as the question says, where all rows agree."""
    spec, form = layer.series.estimate if layer.series else None, outcome.form
    if not outcome.rows or spec is None:
        return _nothing(outcome, None)
    if form.order and not form.in_percent and len(outcome.counted.codes) > 1:
        return _refuse(outcome)
    above = {(row[spec.actual] > row[spec.of]) - (row[spec.actual] < row[spec.of]) for row in outcome.rows}
    if form.role is None and len(above) == 1:
        told = "yes" if above == {_SIGNS.get(str(form.beat))} else "no"
        outcome.put_first("answer", _SIDES[above.pop()] if form.beat == "<>" else told)
    return outcome


_SIGNS = {">": 1, "<": -1, "=": 0}
_SIDES = {1: "beat", -1: "miss", 0: "in line"}


def _nothing(outcome: Outcome, reason: str | None) -> Outcome:
    outcome.status, outcome.reason = "no_data", reason
    outcome.rows, outcome.columns = [], []
    return outcome


def _unheld(outcome: Outcome, pack: Pack) -> Outcome | None:
    """Nothing that is missing: figures of a month, where there are those of quarters and years; founders, who hold no post."""
    posts = [item.label for item in outcome.form.filters if isinstance(item, TextFilter)]
    foreign = {post.replace("-", " ") for post in posts} & {*pack.layer.foreign.split("|")}
    of_month = any(span.period.precision == "month" for span in outcome.form.spans)
    if not (foreign or of_month):
        return None
    _nothing(outcome, "unknown_attribute" if foreign else "unknown_period")
    outcome.status = "refused"
    return outcome


def _unexpected(outcome: Outcome) -> Outcome:
    """The question takes a number of names for granted that is not the one on record."""
    _nothing(outcome, "low_confidence")
    outcome.status = "refused"
    return outcome


def _refuse(outcome: Outcome) -> Outcome:
    _nothing(outcome, "mixed_currencies")
    outcome.status = "refused"
    return outcome


def _judge_numbers(outcome: Outcome, measure: MeasureLayer) -> Outcome:
    form, counted = outcome.form, outcome.counted
    native = form.currency is not None and form.currency != "USD"
    outcome.missing = counted.facts - counted.valued
    if not counted.valued or not outcome.rows:
        outcome.missing = counted.facts
        return _nothing(outcome, "undisclosed")
    if native and counted.codes != {form.currency}:
        return _refuse(outcome)
    if len(outcome.rows) == 1 and measure.usd is None and list(outcome.rows[0].values())[-1] is None:
        return _refuse(outcome)
    mixed = len(counted.codes) > 1 and form.agg != "lookup"
    if measure.usd is None or native:
        mixed = measure.currency is not None and (mixed or (len(counted.codes) > 1 and form.order is not None))
        return _refuse(outcome) if mixed else outcome
    if counted.converted:
        outcome.missing = counted.facts - counted.converted
        return _tidy(outcome, measure)
    if mixed:
        return _refuse(outcome)
    return outcome if form.by else _without_dollars(outcome, measure.usd)


def _without_dollars(outcome: Outcome, name: str) -> Outcome:
    """Without the column of US dollars, where nothing could be converted; the currency stands before the amount."""
    left = [column["name"] for column in outcome.columns if not column["name"].endswith(name)]
    outcome.keep([*left[:-2], left[-1], left[-2]] if left[-1:] == ["currency"] else left)
    return outcome


def _tidy(outcome: Outcome, measure: MeasureLayer) -> Outcome:
    """Totals show native amounts only where they say more than the dollars do."""
    codes = outcome.counted.codes
    if outcome.form.agg in ("sum", "avg", "median", "max", "min") and (codes == {"USD"} or len(codes) > 1):
        names = [column["name"] for column in outcome.columns]
        outcome.keep([name for name in names if not name.endswith(measure.column) and name != measure.currency])
    return outcome
