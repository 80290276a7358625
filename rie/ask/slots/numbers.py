"""Which numbers are asked for, and what they are compared with."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rie.ask.form import Threshold
from rie.ask.parse import Unreadable
from rie.ask.slots.state import Slots
from rie.values import Money

_FLIPPED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=", "between": "between"}


def measures(slots: Slots) -> None:
    """ "revenue", "net income per share", "revenue growth"."""
    for index in slots.free("measure"):
        slots.use(index)
        if slots.has(index, "results") and _are_results(slots):
            slots.spoken = True
            continue
        slots.measures.append(slots.get(index, "measure"))
        slots.below_zero |= slots.has(index, "below_zero")
        slots.sign = slots.sign or (">" if slots.has(index, "above_zero") else None)
    for index in slots.all("verb"):
        verb = slots.layer.verbs[slots.get(index, "verb")]
        if verb.below_zero and slots.measures and slots.measures[0] != verb.measure:
            raise Unreadable("low_confidence", "Say from when to when it fell.")  # "Acme lost how much revenue"
        if verb.measure and not slots.measures:
            slots.measures.append(verb.measure)
            slots.below_zero |= verb.below_zero
    for index in slots.free("modifier"):
        _turn(slots, index)
    slots.repeated = len(slots.measures) > len(set(slots.measures))
    slots.measures = list(dict.fromkeys(slots.measures))
    for index in slots.free("sign"):
        of_all = any(True for _ in slots.all("generic", "who")) and not slots.named  # "who reported a negative EPS": at any time
        if not (slots.spans or slots.newest or slots.base or of_all) or slots.has(index - 1, "most", "least", "how_much"):
            raise Unreadable("unknown_period", "Say of which quarter or year.")
        slots.use(index)
        slots.sign = slots.get(index, "sign")
    if slots.sign and not slots.measures and slots.base is None:  # "who was in the red" made a loss
        slots.measures += [verb.measure for verb in slots.layer.verbs if verb.measure and verb.below_zero][:1]
    _facets(slots)


def _are_results(slots: Slots) -> bool:
    """ "Which companies reported Q2 earnings": whose results came out, not one number of them."""
    told = any(slots.layer.verbs[slots.get(verb, "verb")].announces for verb in slots.all("verb"))
    told = told or any(True for _ in slots.all("noun"))
    who = any(True for _ in slots.all("generic", "who")) and not slots.named
    numbers = any(
        True for _ in slots.all("money", "percent", "how_much", "largest", "smallest", "most", "least", "rank", "agg", "facet", "beat")
    )
    return told and who and not numbers and len(list(slots.all("measure"))) == 1


def _turn(slots: Slots, index: int) -> None:
    """ "Net income per share" is another measure than net income; revenue per share is none that is known."""
    turns = slots.series.modifiers[slots.get(index, "modifier")].turns if slots.series else {}
    slots.use(index)
    if not slots.measures or slots.measures[-1] not in turns:
        raise Unreadable("unknown_attribute", f"The data holds nothing {slots.items[index].text!r}.")
    slots.measures[-1] = turns[slots.measures[-1]]


def _facets(slots: Slots) -> None:
    found = [index for index in slots.free("facet") if not slots.has(index, "measure")]
    growth = len(slots.measures) == 1 and slots.layer.measures[slots.measures[0]].label.endswith("growth")  # "comparable sales rose"
    for index in found:
        dated = slots.has(index + 1, "period") or slots.norm(index - 1) in ("in", "during", "last", "this")
        if slots.norm(index) == "fall" and dated:
            raise Unreadable("unknown_period", f"The period {slots.items[index].text!r} is not understood.")
        slots.use(index)
        slots.facet = None if growth else slots.get(index, "facet")
        each = any(slots.norm(near).split()[0] in ("each", "every") for near in slots.all("group", "article"))  # whether it grew or not
        slots.sign = slots.sign or (">" if slots.has(index, "above_zero") and not each else None)
    if found and all(slots.has(index, "below_zero") for index in found):
        slots.below_zero = not slots.below_zero


def thresholds(slots: Slots) -> None:
    """ "revenue above $1 billion", "grew more than 20%", "EPS of at least 2", "more than three departures"."""
    for index in slots.free("money", "percent", "number"):
        op, span = _operator(slots, index)
        found = _threshold(slots, index, op)
        if found is not None:
            slots.use(index, *span)
            slots.thresholds.append(_signed(slots, found))


def _operator(slots: Slots, index: int) -> tuple[str | None, tuple[int, ...]]:
    """The comparison around a number and the items that it spans."""
    before = index - 1
    while slots.has(before, "article") or slots.norm(before) in ("of", "a", "at", "by"):
        before -= 1
    if slots.has(index + 1, "op_after"):
        return slots.get(index + 1, "op_after"), (index + 1,)
    if slots.has(before, "op"):
        return slots.get(before, "op"), tuple(range(before, index))
    return None, ()


def _threshold(slots: Slots, index: int, op: str | None) -> Threshold | None:
    if slots.has(index, "money"):
        money: Money = slots.get(index, "money")
        if money.high is not None and op:
            raise Unreadable("low_confidence", "A range cannot be combined with another comparison.")
        if money.high is None and op is None:
            return None
        chosen = "between" if money.high is not None else str(op)
        return Threshold(_measure(slots, "money"), chosen, money.amount, money.high, money.currency or "USD")
    if op is None:
        return None
    if slots.has(index, "percent"):
        return Threshold(_measure(slots, "percent"), op, slots.get(index, "percent"))
    value: Decimal = slots.get(index, "number")
    head = slots.head_after(index + 1)
    people = any(slots.has(before, "generic", "role") for before in range(max(index - 2, 0), index))  # "people over 60"
    told = slots.base is not None or any(True for _ in slots.all("noun"))  # "a CEO under 40" is no number of changes
    counted = (head is None and not people and told) or (head is not None and slots.noun_at(head)) or slots.has(index + 1, "value")
    if slots.series is None and head is not None and slots.person_role and slots.has(head, "generic") and slots.norm(index - 1) != "top":
        slots.use(head)
        return Threshold(f"count:{slots.entity_role}", op, value, grouped=True)
    if slots.series is None and counted and value == value.to_integral_value():
        return Threshold("count", op, value, grouped=True)
    return Threshold(_measure(slots, "number"), op, value, None, "USD") if slots.series else None


def _measure(slots: Slots, kind: str) -> str:
    """The measure that a number is compared with: it must be of the same unit."""
    before = [slots.base.measure] if slots.base and slots.base.measure else []
    if len(slots.measures or before) != 1:
        raise Unreadable("low_confidence", "It is not clear what the number is compared with.")
    measure = (slots.measures or before)[0]
    unit = slots.layer.measures[measure].unit
    if kind == "percent" and slots.facet:
        return slots.facet
    if (kind == "percent") != (unit == "percent") or slots.facet:
        raise Unreadable("unknown_attribute", f"A {slots.layer.measures[measure].label} cannot be compared with that.")
    return measure


def _signed(slots: Slots, threshold: Threshold) -> Threshold:
    """ "A loss of more than $5 million" is an income below -$5 million."""
    if not slots.below_zero or threshold.grouped:
        return threshold
    low, high = -threshold.low, None if threshold.high is None else -threshold.high
    return replace(threshold, op=_FLIPPED[threshold.op], low=low if high is None else high, high=None if high is None else low)
