"""A logical form in one line of English: what was looked for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from rie.ask.form import LogicalForm, PlaceFilter, RoleFilter, Threshold, ValueFilter
from rie.pack import Pack
from rie.pack.layer import FactLayer
from rie.values import Period, print_money, print_number, print_percent

_OPS = {">": "over", ">=": "at least", "<": "under", "<=": "at most", "=": "exactly"}
_WHAT = {"sum": "Total", "avg": "Average", "median": "Median", "max": "Largest", "min": "Smallest"}


def interpretation(form: LogicalForm, pack: Pack) -> str:
    """What a form looks for, in one line.

    Args:
        form: any logical form.
        pack: the pack that it was read with.
    """
    if form.fact == pack.entity_table:
        return _of_entities(form, pack)
    layer = pack.layer.facts[form.fact]
    parts = [_what(form, layer) + _columns(form, layer), *conditions(form, layer)]
    if form.order:
        parts.append(_order(form, layer))
    excluded = pack.tables[form.fact].excluded_status
    asked = any(isinstance(item, ValueFilter) and item.column == "status" for item in form.filters)
    if excluded and not asked and not form.any_status:
        parts.append(f"{_joined(excluded)} ones left out")
    return ", ".join(parts)


def _of_entities(form: LogicalForm, pack: Pack) -> str:
    entity = pack.layer.entity
    noun = entity.noun[1] if entity else pack.entity_table
    filters = [
        item.refs[0].name if isinstance(item, RoleFilter) else f"in {item.label}"
        for item in form.filters
        if not isinstance(item, ValueFilter)
    ]
    what = f"{form.attribute}".capitalize() + " of" if form.attribute else f"Number of {noun}" if form.agg == "count" else noun.capitalize()
    by = f" by {_joined(form.by)}" if form.by else ""
    return f"{what} {' '.join(filters)}".strip() + by + f" ({pack.entity_table})"


def _what(form: LogicalForm, layer: FactLayer) -> str:
    noun, by = layer.noun[1], "".join(f" by {label(key, layer)}" for key in form.by)
    if form.agg in ("count", "exists"):
        return f"Number of {noun}{by}"
    if form.agg == "distinct":
        return f"Number of different {label(str(form.role), layer, 1)} of {noun}{by}"
    if form.agg == "list":
        return f"{label(str(form.role), layer, 1).capitalize()} of {noun}"
    if form.agg == "facts":
        return f"{noun.capitalize()}" + (f" and their {label(form.role, layer, 1)}" if form.role else "")
    if form.attribute:
        return f"{label(form.attribute, layer).capitalize()} of {noun}"
    measure = layer.measures[form.measure or layer.main].label
    return f"{_WHAT[form.agg]} {measure} of {noun}{by}" if form.agg in _WHAT else f"{measure.capitalize()} of {noun}{by}"


def _columns(form: LogicalForm, layer: FactLayer) -> str:
    if form.attribute:
        return f" ({form.fact}.{form.attribute})"
    if form.measure is None:
        return f" ({form.fact})"
    measure = layer.measures[form.measure]
    native = form.currency and form.currency != "USD"
    return f" ({form.fact}.{measure.column if native or not measure.usd else measure.usd})"


def label(key: str, layer: FactLayer, plural: int = 0) -> str:
    """The words for a role, a column or a grain."""
    if key in layer.roles:
        return layer.roles[key].label[plural]
    found = layer.attributes[key].label if key in layer.attributes else key
    if plural:
        return f"{found[:-1]}ies" if found.endswith("y") else f"{found}s"
    return found


def value_label(value: str) -> str:
    """A value of an enumeration as people write it: "Series A"."""
    written = value.replace("_", " ")
    return written.upper() if written == "ipo" else f"Series {written[-1].upper()}" if written.startswith("series ") else written


def conditions(form: LogicalForm, layer: FactLayer) -> Iterator[str]:
    """The filters, thresholds and period of a form, each a phrase."""
    for item in form.filters:
        if isinstance(item, RoleFilter):
            yield layer.roles[item.role].phrase.format(" or ".join(ref.name for ref in item.refs))
        elif isinstance(item, PlaceFilter):
            yield f"{label(item.role, layer)} in {item.label}"
        else:
            yield f"{label(item.column, layer)} {' or '.join(map(value_label, item.values))}"
    yield from (_threshold(item, layer) for item in form.thresholds)
    if form.period:
        yield f"announced {span(form.period)}"


def _threshold(item: Threshold, layer: FactLayer) -> str:
    if item.measure == "count":
        return f"with {_OPS[item.op]} {item.low} {layer.noun[1]}"
    measure = layer.measures[item.measure]
    print_it = (
        (lambda value: print_money(value, item.currency)) if item.currency else print_percent if measure.unit == "percent" else print_number
    )
    amount = print_it(item.low)
    limits = f"between {amount} and {print_it(item.high)}" if item.high is not None else f"{_OPS[item.op]} {amount}"
    total = "total " if item.grouped else ""
    return f"{total}{measure.label} {limits}"


def span(period: Period) -> str:
    """The first and the last day of a period: "2023-01-01 to 2023-12-31"."""
    if period.start == datetime.date.min:
        return f"before {period.end}"
    if period.end == datetime.date.max:
        return f"from {period.start}"
    return f"{period.start} to {period.last}"


def _order(form: LogicalForm, layer: FactLayer) -> str:
    ends = ("latest", "earliest") if form.order == "date" else ("largest", "smallest")
    which = ends[0] if form.descending else ends[1]
    count = f" {form.limit}" if form.limit and form.limit > 1 else ""
    back = ", the one before the last" if form.offset else ""
    return f"the {which}{count}{back}" if form.limit else f"{which} first"


def _joined(words: list[str] | tuple[str, ...]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
