"""What two numbers are together: a difference, a sum, a change, a share, a ratio. Each is found on its own, then SQL puts them together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rie.ask.form import SUMMED, LogicalForm
from rie.ask.names.names import Snapshot
from rie.ask.sql.binding import parameters
from rie.ask.sql.compile import Query, shown_sql, used
from rie.ask.sql.outcome import Outcome
from rie.ask.sql.support import Support
from rie.pack import Pack

FIRST, SECOND = "first", "second"
_RESULTS = {
    "difference": ("difference", "{first} - {second}"),
    "gap": ("difference", "abs({first} - {second})"),
    "change": ("change_percent", "round(100.0 * ({first} - {second}) / abs({second}), 6)"),
    "share": ("share_percent", "round(100.0 * {first} / {second}, 6)"),
    "ratio": ("ratio", "round(1.0 * {first} / {second}, 6)"),
    "both": ("total", "{first} + {second}"),
}
_PARAMETER = re.compile(r"\$(\w+)")
PERCENTS = ("change", "share")


def derived(form: LogicalForm, run: Callable[[LogicalForm], Outcome], reader: Snapshot, pack: Pack) -> Outcome:
    """The outcome of a form of two numbers.

    Args:
        form: with two operands.
        run: gives the outcome of a form of one number.
        reader: the snapshot.
        pack: the pack of the form.
    """
    found = [run(operand) for operand in form.operands]
    form = replace(form, operands=tuple(outcome.form for outcome in found))
    failed = next((outcome for outcome in found if outcome.status != "answered"), None)
    names = [_column(outcome, found, form, pack) for outcome in found]
    if failed is not None or None in names or any(len(outcome.rows) != 1 for outcome in found):
        status, reason = (failed.status, failed.reason) if failed else ("refused", "low_confidence")
        return Outcome(form, Query("", (), {}), status, reason)
    query = _query(form, found, [str(name) for name in names], pack)
    rows = reader.query(query.sql, query.parameters)
    outcome = Outcome(form, query, missing=sum(item.missing for item in found[-1 if form.agg == "share" else 0 :]))
    outcome.rows = [dict(zip(query.columns, map(_plain, row), strict=True)) for row in rows.rows]
    outcome.row_keys = [() for _ in outcome.rows]
    outcome.columns = [{"name": name, "type": "decimal", **_unit(name, str(names[0]), form)} for name in query.columns]
    if list(outcome.rows[0].values())[-1] is None:
        return Outcome(form, query, "no_data")
    return outcome


def _plain(value: object) -> object:
    number = float(value) if value is not None else None  # type: ignore[arg-type]
    return int(number) if number is not None and number.is_integer() else number


def _column(outcome: Outcome, both: list[Outcome], form: LogicalForm, pack: Pack) -> str | None:
    """The column that holds the number: a share of money in one currency is told in that currency, all else in US dollars."""
    names = [column["name"] for column in outcome.columns]
    measure = pack.layer.facts[form.fact].number(outcome.form.measure)
    if not names or outcome.form.agg in ("count", "distinct") or measure is None or not measure.usd:
        return names[-1] if names else None
    codes = both[0].counted.codes | both[1].counted.codes
    wanted = measure.column if len(codes) == 1 and form.agg not in SUMMED else measure.usd
    return next((name for name in outcome.query.columns if name.endswith(wanted)), None)


def _query(form: LogicalForm, found: list[Outcome], names: list[str], pack: Pack) -> Query:
    result, formula = _RESULTS[form.agg]
    sides = [
        f"({_prefixed(shown_sql(outcome.form, pack, [name]), number)}) AS {side}(number)"
        for number, (outcome, name, side) in enumerate(zip(found, names, (FIRST, SECOND), strict=True))
    ]
    guard = f"CASE WHEN {SECOND}.number <> 0 THEN {{}} END" if "/" in formula else "{}"
    value = guard.format(formula.format(first=f"{FIRST}.number", second=f"{SECOND}.number"))
    sql = f"SELECT {FIRST}.number AS {FIRST}, {SECOND}.number AS {SECOND}, {value} AS {result} FROM {', '.join(sides)}"
    return Query(sql, (FIRST, SECOND, result), used(sql, parameters(form)), _support(found))


def _prefixed(sql: str, number: int) -> str:
    return _PARAMETER.sub(rf"$of_{number}_\1", sql)


def _support(found: list[Outcome]) -> Support | None:
    """The facts behind both numbers, each once."""
    both = [outcome.query.support for outcome in found]
    if both[0] is None or both[1] is None:
        return None
    parts = (f"SELECT fact_id, no_value, no_usd, code FROM ({_prefixed(item.facts, n)})" for n, item in enumerate(both) if item)
    return Support(both[0].fact, both[0].id, 0, " UNION ".join(parts), False)


def _unit(name: str, column: str, form: LogicalForm) -> dict[str, str]:
    if name.endswith("_percent"):
        return {"unit": "percent"}
    return {"unit": "USD"} if column.endswith("_usd") and name != "ratio" else {}
