"""The clauses of a logical form, as strings: what of it a wording must say, without the values that fill blanks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rie.ask.form import Filter, LogicalForm, Nested, Not, PlaceFilter, RoleFilter, TextFilter, Threshold, Told, ValueFilter


def clauses_of(form: LogicalForm, open_values: frozenset[tuple[str, str]], kinds: Collection[str]) -> frozenset[str]:
    """The clauses of a form.

    Args:
        form: a readable logical form.
        open_values: (column, value) pairs that fill blanks, so that only their column counts.
        kinds: of the blanks of its question; a measure that fills one counts as any measure.
    """
    return frozenset(_clauses(form, open_values, "metric" in kinds))


def _clauses(form: LogicalForm, values: frozenset[tuple[str, str]], blank: bool) -> Iterator[str]:
    what = bool(form.measure) if blank and form.fact in _MEASURED else form.measure
    yield f"fact:{form.fact}"
    yield f"agg:{form.agg}"
    yield f"{form.fact}.{form.agg}"
    yield f"{form.fact}.{form.agg}.{what}.{form.attribute}.{form.role}.{','.join(form.by)}.{form.order}"
    for name in ("attribute", "role", "facet", "compare", "date", "grain", "beat", "any_status", "figures"):
        if getattr(form, name):
            yield f"{name}:{form.fact}.{getattr(form, name)}"
    if what:
        yield f"measure:{form.fact}.{what}"
    yield from (f"by:{key}" for key in form.by)
    if form.order:
        yield f"order:{form.order}.{form.descending}"
        yield f"limit:{form.limit if form.limit in (None, 1) else 'n'}"
    if form.offset:
        yield f"offset:{form.offset}"
    if form.currency and form.currency != "USD":
        yield "currency"
    if form.period:
        yield "period"
    if form.newest:
        yield f"newest:{form.newest.grain}.{form.newest.part}"
    yield from (f"span:{number}.{span.match}" for number, span in enumerate(form.spans))
    yield from (f"if:{_filter(item, values)}" for item in form.filters)
    yield from (clause for item in form.filters for clause in _within(item, values, blank))
    yield from (_threshold(item, blank and form.fact in _MEASURED) for item in form.thresholds)
    yield from (f"none:{name}" for name, held in _held(form).items() if not held)
    for number, operand in enumerate(form.operands):
        yield from (f"{number}/{clause}" for clause in _clauses(operand, values, blank))


_MEASURED = ("financial_result",)


def _held(form: LogicalForm) -> dict[str, bool]:
    """What a form may do without."""
    return {
        "order": bool(form.order), "by": bool(form.by), "threshold": bool(form.thresholds), "operands": bool(form.operands),
        "nested": any(isinstance(item, Nested) for item in form.filters), "not": any(isinstance(item, Not) for item in form.filters),
    }  # fmt: skip


def _filter(item: Filter, values: frozenset[tuple[str, str]]) -> str:
    match item:
        case Not():
            return f"not {_filter(item.item, values)}"
        case Nested():
            return f"nested.{item.role}.{item.when}"
        case RoleFilter():
            return f"{item.role}*{len(item.refs)}"
        case PlaceFilter():
            return f"place.{item.role}"
        case ValueFilter():
            known = all((item.column, value) in values for value in item.values)
            return item.column if known else f"{item.column}={','.join(item.values)}"
        case TextFilter():
            return item.column
        case Told():
            return f"told.{item.measure}"
    raise TypeError(item)


def _within(item: Filter, values: frozenset[tuple[str, str]], blank: bool) -> Iterator[str]:
    inner = item.item if isinstance(item, Not) else item
    if isinstance(inner, Nested):
        yield from (f"in/{clause}" for clause in _clauses(inner.form, values, blank))


def _threshold(item: Threshold, blank: bool) -> str:
    return f"threshold:{blank or item.measure}.{item.op}.{item.grouped}"
