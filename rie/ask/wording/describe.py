"""A logical form in one line of English: what was looked for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from rie.ask.form import Filter, LogicalForm, Nested, Not, PlaceFilter, RoleFilter, Span, TextFilter, Threshold, Told, ValueFilter
from rie.pack import Pack
from rie.pack.layer import FactLayer, SeriesLayer
from rie.values import Period, print_money, print_number, print_percent

_OPS = {">": "over", ">=": "at least", "<": "under", "<=": "at most", "=": "exactly"}
_PUT_TOGETHER = {
    "difference": "Difference", "gap": "Difference without its sign", "change": "Change in percent", "share": "Share in percent",
    "ratio": "Ratio", "both": "Sum",
}  # fmt: skip
_AGAINST = {"difference": "minus", "gap": "and", "change": "from", "share": "of", "ratio": "divided by", "both": "plus"}
_WHAT = {"sum": "Total", "avg": "Average", "median": "Median", "max": "Largest", "min": "Smallest"}


def interpretation(form: LogicalForm, pack: Pack) -> str:
    """What a form looks for, in one line.

    Args:
        form: any logical form.
        pack: the pack that it was read with.
    """
    if form.fact == pack.entity_table:
        return _of_entities(form, pack)
    if form.operands:
        first, second = (interpretation(operand, pack) for operand in form.operands)
        return f"{_PUT_TOGETHER[form.agg]}: [{first}] {_AGAINST[form.agg]} [{second}]"
    layer = pack.layer.facts[form.fact]
    parts = [_what(form, layer) + _columns(form, layer), *conditions(form, layer), *counted_by(form, layer)]
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
    filters = [of_entity(item) for item in form.filters]
    what = f"{form.attribute}".capitalize() + " of" if form.attribute else f"Number of {noun}" if form.agg == "count" else noun.capitalize()
    by = f" by {_joined(form.by)}" if form.by else ""
    return f"{what} {' '.join(filters)}".strip() + by + f" ({pack.entity_table})"


def of_entity(item: Filter) -> str:
    """A condition on the entities themselves, in words."""
    if isinstance(item, Not):
        return f"not {of_entity(item.item)}"
    return item.refs[0].name if isinstance(item, RoleFilter) else f"in {getattr(item, 'label', '')}"


def _what(form: LogicalForm, layer: FactLayer) -> str:
    noun, by = layer.noun[1], "".join(f" by {label(key, layer)}" for key in form.by)
    post = label(layer.holder.post, layer) if layer.holder else ""
    if form.agg == "estimate":
        return f"{capital(measure_label(form, layer))} beside estimates"
    if form.agg == "holder":
        return f"Who holds a {post}"
    if form.agg == "succession":
        return f"Who held a {post}"
    if form.agg in ("count", "exists"):
        return f"Number of {noun}{by}"
    if form.agg == "distinct":
        return f"Number of different {label(str(form.role), layer, 1)} of {noun}{by}"
    if form.agg == "list":
        return f"{label(str(form.role), layer, 1).capitalize()} of {noun}"
    if form.attribute:
        own = f" (else {label(layer.date, layer)})" if form.date == form.attribute else ""
        return f"{label(form.attribute, layer).capitalize()}{own} of {noun}"
    measure = measure_label(form, layer)
    if form.agg == "facts" and (layer.series is None or form.measure is None):
        return f"{noun.capitalize()}" + (f" and their {label(form.role, layer, 1)}" if form.role else "")
    return f"{_WHAT[form.agg]} {measure} of {noun}{by}" if form.agg in _WHAT else f"{capital(measure)} of {noun}{by}"


def _columns(form: LogicalForm, layer: FactLayer) -> str:
    if form.attribute:
        return f" ({form.fact}.{form.attribute})"
    if form.measure is None:
        return f" ({form.fact})"
    measure = layer.number(form.measure, form.facet)
    native = form.currency and form.currency != "USD"
    return f" ({form.fact}.{measure.column if native or not measure.usd else measure.usd})" if measure else ""


def measure_label(form: LogicalForm, layer: FactLayer) -> str:
    """The words for the number of a form: "revenue", "revenue change"."""
    measure = layer.measures.get(form.measure or layer.main)
    facet = f" {layer.facets[form.facet].label}" if form.facet else ""
    return f"{measure.label}{facet}" if measure else layer.noun[1]


def capital(text: str) -> str:
    """With a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def label(key: str, layer: FactLayer, plural: int = 0) -> str:
    """The words for a role, a column or a grain."""
    if key in layer.roles:
        return layer.roles[key].label[plural]
    found = layer.attributes[key].label if key in layer.attributes else key
    if plural:
        return f"{found[:-1]}ies" if found.endswith("y") else f"{found}s"
    return found


def value_label(value: str, layer: FactLayer | None = None, column: str = "") -> str:
    """A value of an enumeration as people write it: "Series A"."""
    labels = layer.values[column].labels if layer and column in layer.values else {}
    if value in labels:
        return labels[value]
    written = value.replace("_", " ")
    return written.upper() if written == "ipo" else f"Series {written[-1].upper()}" if written.startswith("series ") else written


def set_label(item: ValueFilter, layer: FactLayer) -> str:
    """The values of a filter in a word: the name of their set, if they are one."""
    sets = layer.values[item.column].sets if item.column in layer.values else {}
    named = next((name for name, found in sets.items() if {*found.values} == {*item.values}), None)
    return named or " or ".join(value_label(value, layer, item.column) for value in item.values)


def conditions(form: LogicalForm, layer: FactLayer, brief: bool = False) -> Iterator[str]:
    """The filters, thresholds and period of a form, each a phrase; `brief` leaves out by which columns a period is told."""
    yield from (_filter(item, form, layer) for item in form.filters)
    yield from _series(form, layer, brief)
    yield from (_threshold(item, layer) for item in form.thresholds)
    if form.period and form.agg == "holder":
        yield f"on {form.period.start}" if form.period.precision == "day" else f"in {form.period.label}"
    elif form.period:
        yield f"{label(form.date, layer)} (else announced) {span(form.period)}" if form.date else f"announced {span(form.period)}"


def _filter(item: Filter, form: LogicalForm, layer: FactLayer, no: str = "") -> str:
    if isinstance(item, Not):
        return _filter(item.item, form, layer, "not ")
    if isinstance(item, Nested):
        order = f" {item.when} it" if item.when else ""
        return f"{label(item.role, layer)} {no}among [{item.label}]{order}"
    if isinstance(item, RoleFilter):
        names = " or ".join(ref.name for ref in item.refs)
        beside = form.agg == "succession" and layer.holder and item.role == layer.holder.role
        order = "right before" if form.descending else "right after"
        return f"{order} {names}" if beside else no + layer.roles[item.role].phrase.format(names)
    if isinstance(item, PlaceFilter):
        return f"{label(item.role, layer)} {no}in {item.label}"
    if isinstance(item, Told):
        told = layer.measures[item.measure].label if item.measure in layer.measures else label(item.measure, layer)
        return f"{told} {no}disclosed"
    silent = isinstance(item, ValueFilter) and item.column in layer.values and layer.values[item.column].counts_unsaid(item.values)
    said = " or not said" if silent else ""
    return f"{label(item.column, layer)} {no}{item.label if isinstance(item, TextFilter) else set_label(item, layer)}{said}"


def _series(form: LogicalForm, layer: FactLayer, brief: bool) -> Iterator[str]:
    """What is taken for granted of figures of periods, and which periods are meant."""
    series = layer.series
    if series is None:
        return
    for name, values in series.defaults.items():
        if form.on(name) is None:
            yield f"{label(name, layer)} {', else '.join(value_label(value, layer, name) for value in values)}"
    if form.on(series.part) is None and series.part not in (form.role, *form.by):
        yield f"whole {layer.roles[layer.subject].label[0]}"
    if form.grain:
        yield f"{form.grain}s only"
    if form.newest:
        what = f"{form.newest.count} newest" if form.newest.count > 1 else "newest"
        yield f"the {what} reported {form.newest.grain or 'period'}{'s' if form.newest.count > 1 else ''} on {form.newest.day}"
    if form.spans:
        yield f"for {' and '.join(map(span_label, form.spans))}" + ("" if brief else f" ({_matched(form.spans, series)})")


def span_label(item: Span) -> str:
    """A reporting period as people write it."""
    if item.match in ("days", "ended"):
        return span(item.period)
    within = "" if item.period.precision == "range" and " to " not in item.period.label else "within "
    return f"periods {within}{item.period.label}" if item.match == "within" else item.period.label


def _matched(spans: Sequence[Span], series: SeriesLayer) -> str:
    """The columns that tell the period."""
    days = f"{series.start} and {series.end}"
    if all(item.match in ("days", "ended") for item in spans):
        return days
    quarters = any(item.period.precision != "year" or item.match == "within" for item in spans)
    return f"{series.year}{f' and {series.quarter}' if quarters else ''}, else {days}"


def counted_by(form: LogicalForm, layer: FactLayer) -> Iterator[str]:
    """Which of several figures of one thing counts, and what makes somebody the holder of a post."""
    series = layer.series
    estimate = series and series.estimate
    if form.agg == "estimate" and estimate:
        told = f"{estimate.actual} {form.beat} {estimate.of}" if form.role else f"{estimate.actual} against {estimate.of}"
        yield f"{told}, in percent of it" if form.in_percent else told
        yield f"an estimate of unknown {label(str(series and series.variant), layer)} against {estimate.variants[0]} figures first"
    if form.agg == "holder" and layer.holder:
        yield layer.holder.rule
    if form.agg == "count" and layer.holder and form.on(layer.holder.action) is None:
        yield f"each {layer.holder.begins} and each {layer.holder.ends} counts"
    if series and form.single_out and form.on(series.variant) is None:
        preferred = ", else ".join(value_label(value, layer, series.variant) for value in layer.variants(form.measure, form.of_each))
        yield f"{label(series.variant, layer)} {preferred}, no other"
    number = layer.number(form.measure, form.facet) if series and form.single_out else None
    for name, value in number.alike.items() if number else ():
        if form.on(name) is None:
            yield f"{value_label(value, layer, name)} only"
    for name, values in series.superseded.items() if series else ():
        item = form.on(name)
        if isinstance(item, ValueFilter) and {*values} & {*item.values}:
            yield "as announced last"


def _threshold(item: Threshold, layer: FactLayer) -> str:
    if item.measure == "count":
        return f"with {_OPS[item.op]} {item.low} {layer.noun[1]}"
    if item.counted_role:
        return f"with {_OPS[item.op]} {item.low} different {label(item.counted_role, layer, 1)}"
    measure = layer.numbers[item.measure]
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
    if form.offset and form.order == "value":
        return f"number {form.offset + 1} of the {which}"
    back = ", the one before the last" if form.offset else ""
    return f"the {which}{count}{back}" if form.limit else f"{which} first"


def _joined(words: list[str] | tuple[str, ...]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
