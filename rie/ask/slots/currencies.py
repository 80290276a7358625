"""The currency of figures: the one that they are wanted in, or that companies report in."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import LogicalForm, Not, ValueFilter, in_order
from rie.ask.parse import Unreadable
from rie.ask.read import clauses
from rie.ask.slots.asked import Asked
from rie.ask.slots.state import Slots

_LINKS = ("and", "or", ",", "/")
_OF_COMPANIES = ("names", "distinct", "count", "exists")


def currencies(slots: Slots) -> None:
    """The currencies of a question; several are a list."""
    found = list(slots.all("currency"))
    if slots.series is None or not found:
        clauses.currencies(slots)
        return
    slots.use(*found, *(index for index in range(found[0], found[-1]) if slots.norm(index) in (*_LINKS, "in")))
    slots.codes = tuple(dict.fromkeys(clauses.currency_at(slots, index) for index in found))
    slots.currency = slots.codes[0] if len(found) == 1 else None
    slots.other_codes = any(index in slots.negated for index in found)


def stated(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """The form with the currency as a condition, where companies are asked for: "who reports in euros".

    Raises:
        Unreadable: "the revenue of Acme in dollars or euros", and a currency of what is no money.
    """
    column = next((number.currency for number in slots.layer.measures.values() if number.currency), None)
    if not slots.codes or column is None:
        return form
    measure = slots.layer.measures.get(form.measure) if form.measure else None
    company = asked.kind in _OF_COMPANIES and (asked.kind == "exists" or slots.layer.subject not in slots.named)
    reporting = _reporting(slots) and slots.layer.subject not in slots.named and any(True for _ in slots.all("generic"))
    company, plain = company or reporting, reporting or measure is None or (form.order is None and not form.thresholds)
    if company and plain and form.attribute is None and form.agg in ("list", "distinct", "count", "exists", "facts"):
        item = ValueFilter(column, slots.codes)
        found = in_order((*form.filters, *((Not(item), _money(column, slots)) if slots.other_codes else (item,))))
        return replace(form, currency=slots.currency if measure and not slots.other_codes else None, filters=found)
    if slots.currency is None or slots.other_codes or measure is None or measure.currency is None:
        raise Unreadable("low_confidence", "Whether the number or the companies are told by the currency is not clear.")
    return form


def _reporting(slots: Slots) -> bool:
    """ "The highest revenue among companies that report in dollars": which companies, and not only in what the number is told."""
    found = next(iter(slots.all("currency")), 0)
    verb = slots.get(found - 2, "verb") if slots.norm(found - 1) == "in" and slots.has(found - 2, "verb") else None
    return verb is not None and slots.layer.verbs[verb].announces


def _money(column: str, slots: Slots) -> ValueFilter:
    """That a figure is of money: a percentage is in no other currency."""
    wheres = {tuple(number.where.items()) for number in slots.layer.measures.values() if number.currency == column}
    units = {key: {dict(where)[key] for where in wheres} for key in sorted(set.intersection(*({*dict(where)} for where in wheres)))}
    key = min(units, key=lambda name: len(units[name]))
    return ValueFilter(key, tuple(sorted(units[key])))


__all__ = ["currencies", "stated"]
