"""The clauses that any question can have: periods, thresholds, groups, rankings, values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rie.ask.form import Threshold, ValueFilter
from rie.ask.parse import Parse, Unreadable
from rie.values import Money, Period

_JOINED = ("and", "or", ",", "vs", "versus", "to", "with", "/")
_MANY = 10


def periods(parse: Parse) -> None:
    """One period; two that follow each other ("2016 and 2017", "2016 vs 2017") are told apart as groups."""
    found = list(parse.all("period"))
    spans = [parse.get(index, "period") for index in found]
    parse.use(*found)
    if not spans:
        return
    if any(parse.norm(index - 1) in ("a", "an", "any", "every", "each") for index in found):
        raise Unreadable("unknown_period", f"The period {parse.items[found[0]].text!r} is not understood.")
    if len(spans) == 1:
        parse.period = spans[0]
        return
    first, second = sorted(spans[:2], key=lambda span: span.start)
    grain = first.precision
    linked = any(parse.norm(index) in _JOINED for index in range(found[0] + 1, found[1])) or parse.has(found[0] + 1, "compare")
    if len(spans) > 2 or not linked or grain not in ("month", "quarter", "year") or second.precision != grain or first.end != second.start:
        raise Unreadable("low_confidence", "The question names several periods; ask for one, or for groups by year, quarter or month.")
    parse.use(*range(found[0] + 1, found[1]))
    parse.period = Period.between(first, second)
    parse.by.append(grain)


def currencies(parse: Parse) -> None:
    """The currency that the answer is wanted in: "in euros", "how many pounds"."""
    for index in parse.all("currency"):
        parse.currency = parse.get(index, "currency")
        parse.use(index)


def thresholds(parse: Parse) -> None:
    """ "over $10m", "between 5 and 10 million euros", "at least 50%", "five or more rounds"."""
    for index in parse.all("money", "percent", "number"):
        if index not in parse.used:
            _threshold(parse, index)


def _threshold(parse: Parse, index: int) -> None:
    op, first, last = _operator(parse, index)
    if parse.has(index, "money"):
        _money(parse, index, op)
    elif parse.has(index, "percent"):
        _percent(parse, index, op)
    elif op and _number(parse, index, last, op):
        pass
    else:
        return
    parse.use(*range(first, last + 1))


def _operator(parse: Parse, index: int) -> tuple[str | None, int, int]:
    """The comparison around a number and the items that it spans."""
    before = index - 1
    while parse.has(before, "article") or parse.norm(before) in ("of", "a", "total", "in", "at", "for", "amount"):
        before -= 1
    after = index + 1
    if parse.has(after, "op_after"):
        return parse.get(after, "op_after"), index, after
    if parse.has(before, "op"):
        return parse.get(before, "op"), before, index
    return None, index, index


def _money(parse: Parse, index: int, op: str | None) -> None:
    money: Money = parse.get(index, "money")
    measure = _measure_near(parse, index)
    currency = money.currency or "USD"
    if money.high is not None and op:
        raise Unreadable("low_confidence", "A range cannot be combined with another comparison.")
    chosen = "between" if money.high is not None else op or "="
    _add(parse, Threshold(measure, chosen, money.amount, money.high, currency))


def _percent(parse: Parse, index: int, op: str | None) -> None:
    measure = next((key for key, item in parse.layer.measures.items() if item.unit == "percent"), None)
    if measure is None:
        raise Unreadable("unknown_attribute", "Nothing in the data is a percentage here.")
    parse.use(*(near for near in (index - 1, index + 1, index + 2) if parse.get(near, "measure") == measure))
    _add(parse, Threshold(measure, op or "=", parse.get(index, "percent")))


def _number(parse: Parse, index: int, last: int, op: str) -> bool:
    """A bare number: of facts when a noun follows, else an amount when it is large."""
    value: Decimal = parse.get(index, "number")
    head = parse.head_after(last + 1)
    if head is not None and (parse.noun_at(head) or _counts_role(parse, head)) and value == value.to_integral_value() and value < 1000:
        _add(parse, Threshold("count", op, value, grouped=True))
        if not parse.noun_at(head):
            parse.note = parse.get(head, "role") or "company"
            raise Unreadable(
                "low_confidence", "A condition on the number of names per group is not supported; ask for the number by group."
            )
        parse.use(head)
        return True
    if value >= 1000:
        _add(parse, Threshold(_measure_near(parse, index), op, value, None, "USD"))
        return True
    return False


def _counts_role(parse: Parse, head: int) -> bool:
    return parse.has(head, "role", "generic")


def _add(parse: Parse, threshold: Threshold) -> None:
    parse.thresholds.append(threshold)


def _measure_near(parse: Parse, index: int) -> str:
    """The measure that is named before a comparison ("a valuation of over $1bn"), else the main one."""
    for position in range(index - 1, max(index - 6, -1), -1):
        measure = parse.get(position, "measure")
        if measure:
            parse.use(position)
            return str(measure)
        if parse.has(position, "verb", "entity", "noun"):
            break
    follows = next((p for p in range(index + 1, min(index + 3, len(parse.items))) if parse.get(p, "measure")), None)
    if follows is not None and parse.get(follows, "measure") != parse.layer.main:
        parse.use(follows)
        return str(parse.get(follows, "measure"))
    if any(parse.get(p, "measure") == "price_per_share" for p in (index + 1, index + 2)):
        return "price_per_share"
    return parse.layer.main


def rankings(parse: Parse) -> None:
    """ "largest", "top 5", "the three biggest", "most active", "latest": whether facts or groups are ranked, and by what."""
    for index in parse.all("largest", "smallest", "top", "most", "least", "active", "latest", "earliest", "previous", "rank"):
        if parse.level == "group" and parse.has(index, "active") and index not in parse.used:
            parse.use(index)
            parse.agg = "count"
            continue
        if index in parse.used or (parse.level and not parse.has(index, "top")) or _is_other(parse, index):
            continue
        _ranking(parse, index)


def _is_other(parse: Parse, index: int) -> bool:
    """ "at most" is a comparison, "last" may belong to a period, "first" to nothing."""
    return parse.has(index, "op") and parse.has(index + 1, "money", "number", "percent")


def _ranking(parse: Parse, index: int) -> None:
    parse.use(index)
    count = next((near for near in (index + 1, index - 1) if parse.has(near, "number") and near not in parse.used), None)
    if count is not None:
        parse.use(count)
        parse.limit = int(parse.get(count, "number"))
        if not 1 <= parse.limit <= 1000:
            raise Unreadable("low_confidence", "A ranking holds 1 to 1,000 rows.")
    after = max(index, count or 0) + 1
    head = parse.head_after(after)
    if parse.has(index, "latest", "earliest", "previous"):
        return _by_date(parse, index, head)
    parse.descending = not parse.has(index, "smallest", "least")
    if parse.has(index, "active"):
        parse.level, parse.order, parse.agg = "group", "value", "count"
        parse.level_role = _role_of(parse, head)
        parse.limit = parse.limit or (1 if _is_single(parse, head) else _MANY)
        return None
    return _by_value(parse, index, head)


def _by_date(parse: Parse, index: int, head: int | None) -> None:
    if head is None or not (parse.noun_at(head) or parse.has(head, "attribute", "measure", "role")):
        raise Unreadable("low_confidence", f"It is not clear what {parse.items[index].text!r} belongs to.")
    parse.level, parse.order = "fact", "date"
    parse.descending = not parse.has(index, "earliest")
    parse.offset = 1 if parse.has(index, "previous") else 0
    parse.limit = parse.limit or 1
    if parse.noun_at(head):
        parse.use(head)


def _by_value(parse: Parse, index: int, head: int | None) -> None:
    parse.order = "value"
    ranked = parse.has(index, "rank")
    by_group = parse.has(index, "most", "least")
    if head is not None and parse.noun_at(head) and not by_group and not _sum_between(parse, index, head):
        parse.level = "fact"
        parse.use(head)
        parse.limit = parse.limit or (None if ranked else 1 if _is_single(parse, head) else _MANY)
    elif head is not None and parse.has(head, "measure") and not by_group:
        _by_measure(parse, index, head)
    elif head is None and not by_group and _asked_noun(parse, index):
        parse.level, parse.limit = "fact", parse.limit or 1
    else:
        parse.level = "group"
        if head is not None and parse.noun_at(head):
            parse.use(head)
            parse.agg = "sum" if _sum_between(parse, index, head) or _is_mass(parse, head) else "count"
        elif head is not None and by_group is False:
            parse.level_role = _role_of(parse, head)
        parse.limit = parse.limit or (None if ranked else 1 if _is_single(parse, head) else _MANY)


def _asked_noun(parse: Parse, index: int) -> bool:
    """ "which acquisition was the priciest"."""
    heads = (parse.head_after(which + 1) for which in parse.all("which") if which < index)
    return any(head is not None and parse.noun_at(head) for head in heads)


def _by_measure(parse: Parse, index: int, head: int) -> None:
    measure = parse.get(head, "measure")
    parse.use(head)
    if measure != parse.layer.main:
        parse.level, parse.order_measure = "fact", measure
    elif _sum_between(parse, index, head):
        parse.level, parse.agg = "group", "sum"
    else:
        parse.level = parse.choose("level", ["fact", "group"])
        parse.agg = "sum" if parse.level == "group" else parse.agg
    parse.limit = parse.limit or (1 if _is_single(parse, None) else _MANY)


def _sum_between(parse: Parse, first: int, last: int) -> bool:
    found = [index for index in range(first, last) if parse.get(index, "agg") in ("sum", "avg", "median")]
    if found:
        parse.agg = parse.get(found[0], "agg")
        parse.use(*found)
    return bool(found)


def _is_mass(parse: Parse, head: int) -> bool:
    """ "the most funding" is a sum, "the most rounds" a number."""
    return parse.mass_at(head)


def _role_of(parse: Parse, head: int | None) -> str | None:
    if head is None:
        return None
    parse.use(head)
    return (
        parse.get(head, "role")
        or parse.get(head, "dimension")
        or parse.get(head, "grain")
        or ("generic" if parse.has(head, "generic") else None)
    )


def _is_single(parse: Parse, head: int | None) -> bool:
    """Whether one is asked for: a singular noun, or "which company raised the most"."""
    named = head is not None and not parse.has(head, "filler") and (parse.noun_at(head) or parse.has(head, "role", "generic"))
    if head is not None and named and not (parse.has(head, "noun") and any(parse.has(i, "most", "least") for i in range(head))):
        return not parse.norm(head).endswith("s") or parse.norm(head) in ("business",)
    asked = next(
        (i for i in parse.all("generic", "role", "dimension", "grain") if any(parse.has(j, "which", "who") for j in range(i))), None
    )
    return asked is None or not parse.norm(asked).endswith("s")


def groups(parse: Parse) -> None:
    """ "by quarter", "per investor", "each year", "monthly"; and "by amount" of a ranking."""
    for index in parse.all("group"):
        if index not in parse.used:
            _group(parse, index)
    for index in parse.all("grain"):
        if index not in parse.used and parse.norm(index) in ("monthly", "quarterly", "yearly", "annual", "annually"):
            parse.by.append(parse.get(index, "grain"))
            parse.use(index)


def _group(parse: Parse, index: int) -> None:
    head = next(iter(_heads(parse, index + 1)), None)
    if head is None:
        return
    key = dimension_at(parse, head)
    if parse.norm(index) in ("per", "each", "for each") and parse.noun_at(head):
        parse.agg = "avg"
        parse.use(index, head)
        return
    ordered = parse.order is not None or any(True for _ in parse.all("top", "rank"))
    if (
        parse.norm(index) in ("by", "ranked by")
        and (parse.has(head, "measure") or parse.noun_at(head) or parse.has(head, "how_many", "agg", "verb"))
        and key is None
    ):
        if ordered:
            _order_key(parse, index + 1, head)
        return
    if key is None:
        return
    if parse.norm(index) == "by" and parse.has(head, "role", "generic") and not _ends_phrase(parse, head):
        return
    parse.by.append(key)
    parse.use(index, head, *range(index, head))
    while parse.norm(head + 1) in ("and", ",") and dimension_at(parse, head + 2):
        parse.by.append(str(dimension_at(parse, head + 2)))
        parse.use(head + 1, head + 2)
        head += 2


def _ends_phrase(parse: Parse, head: int) -> bool:
    """ "by company" groups; "by companies in Boston" names who."""
    place = parse.has(head + 1, "place", "seat") or (parse.has(head + 1, "prep") and parse.has(head + 2, "place"))
    return (
        not place
        and not parse.has(head + 1, "verb", "past")
        and not (parse.has(head + 1, "which", "who") or parse.norm(head + 1) == "that")
    )


def _heads(parse: Parse, index: int) -> Iterator[int]:
    while index < len(parse.items):
        if parse.has(index, "role", "generic", "dimension", "measure", "attribute", "grain", "how_many", "verb") or parse.noun_at(index):
            yield index
        elif not parse.has(index, "article", "agg", "filler"):
            return
        index += 1


def dimension_at(parse: Parse, index: int) -> str | None:
    """What a noun groups by: a role, an attribute of the subject, a column or a grain."""
    if parse.has(index, "generic"):
        return parse.layer.subject if parse.layer.subject == "company" else None
    found = parse.get(index, "grain") or parse.get(index, "dimension") or parse.get(index, "role")
    if found:
        return str(found)
    attribute = parse.get(index, "attribute")
    return str(attribute) if attribute and parse.layer.attributes[attribute].group else None


def _order_key(parse: Parse, first: int, head: int) -> None:
    """ "by amount raised", "by number of rounds"."""
    last = head
    while last + 1 < len(parse.items) and (parse.has(last + 1, "measure", "verb", "agg", "filler") or parse.noun_at(last + 1)):
        last += 1
    span = range(first, last + 1)
    parse.use(*span)
    parse.order = "value"
    counted = any(parse.has(index, "how_many") for index in span)
    totalled = any(parse.get(index, "agg") == "sum" for index in span) or any(parse.has(index, "verb") for index in span)
    if counted:
        parse.agg = "count"
        parse.level = "group"
    elif totalled:
        parse.agg = "sum"
    measure = next((parse.get(index, "measure") for index in span if parse.has(index, "measure")), None)
    if measure and measure != parse.layer.main:
        parse.order_measure = measure


def column_values(parse: Parse) -> None:
    """Round types, statuses, kinds: several of one column are alternatives."""
    chosen: dict[str, list[str]] = {}
    for index in parse.all("value"):
        if index in parse.used or not _means_value(parse, index):
            continue
        column, value = parse.get(index, "value")
        chosen.setdefault(column, []).append(value)
        parse.use_value(index)
    for column, values in chosen.items():
        parse.values.append(ValueFilter(column, tuple(dict.fromkeys(values))))
    for index in parse.all("value"):
        if parse.norm(index + 1) in ("and", "or", ",") and parse.has(index + 2, "value"):
            parse.use(index + 1)


def _means_value(parse: Parse, index: int) -> bool:
    """ "closed rounds" is a status, "has closed four rounds" is not."""
    if not parse.has(index, "light", "aux"):
        return not parse.is_verb(index)
    head = parse.head_after(index + 1)
    return head is not None and head == index + 1 and not parse.has(index - 1, "aux", "entity")
