"""What a question groups by, and what it orders by."""

from __future__ import annotations

from collections.abc import Iterator

from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable


def groups(parse: Parse) -> None:
    """ "by quarter", "per investor", "each year", "monthly"; "sorted by date"; and "by amount" of a ranking."""
    for index in parse.all("sort"):
        _sort(parse, index)
    for index in parse.all("group"):
        if index not in parse.used:
            _group(parse, index)
    for index in parse.all("grain"):
        if index not in parse.used and parse.norm(index) in ("monthly", "quarterly", "yearly", "annual", "annually"):
            parse.by.append(parse.get(index, "grain"))
            parse.use(index)
    for index in parse.all("direction"):
        if index not in parse.used and not parse.order:
            dated = any(word in english.DATED for word in parse.norm(index).split())
            parse.use(index)
            parse.order, parse.descending = "date" if dated else "value", parse.get(index, "direction")
            parse.level = None if parse.by else "fact"
        elif parse.order == "value" and parse.level and parse.get(index, "direction") == parse.descending:
            parse.use(index)  # "the three largest, biggest first"


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
    agents = parse.has(index - 1, "verb") and parse.norm(head).endswith("s") and parse.has(head, "generic", "role")  # "raised by companies"
    if parse.norm(index) == "by" and parse.has(head, "role", "generic") and (agents or not _ends_phrase(parse, head)):
        return
    if parse.has(head, "dimension") and parse.norm(head + 1) == "of":
        owner = next((parse.get(i, "role") for i in (head + 2, head + 3) if parse.has(i, "role")), parse.layer.place)
        if owner != parse.layer.place:
            raise Unreadable("low_confidence", "Facts are grouped by the seat of those they are of alone.")  # "country of the acquirer"
    parse.by.append(key)
    parse.use(index, head, *(between for between in range(index, head) if not parse.has(between, "agg")))
    while parse.norm(head + 1) in ("and", ",") and dimension_at(parse, head + 2):
        parse.by.append(str(dimension_at(parse, head + 2)))
        parse.use(head + 1, head + 2)
        head += 2


def _sort(parse: Parse, index: int) -> None:
    """ "rounds sorted by amount", "companies sorted by total raised, largest first"."""
    head = next(iter(_heads(parse, index + 1)), None)
    if head is None or parse.level or parse.order:
        raise Unreadable("low_confidence", f"It is not clear what {parse.items[index].text!r} belongs to.")
    parse.use(index)
    if parse.get(head, "attribute") == parse.layer.date:
        parse.use(head)
        parse.level, parse.order, parse.descending = "fact", "date", False
    else:
        _order_key(parse, index + 1, head)
        _sorted_level(parse, index)
    for direction in parse.all("direction"):
        parse.use(direction)
        parse.descending = parse.get(direction, "direction")


def _sorted_level(parse: Parse, index: int) -> None:
    """Facts are sorted by their own value, names by the value of all their facts or of each."""
    if parse.level is None and any(parse.noun_at(before) for before in range(index)):
        parse.level = "fact"
    elif parse.level is None and parse.agg != "sum":
        parse.level = parse.choose("level", ["fact", "group"])
        parse.agg = "sum" if parse.level == "group" else parse.agg
    elif parse.level is None:
        parse.level = "group"


def _ends_phrase(parse: Parse, head: int) -> bool:
    """ "by company" groups; "by companies in Boston" names who."""
    place = parse.has(head + 1, "place", "seat") or (parse.has(head + 1, "prep") and parse.has(head + 2, "place"))
    return (
        not place
        and not parse.has(head + 1, "verb", "past", "negation")
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


def _counted(parse: Parse, last: int) -> str:
    """ "by number of rounds", "by number of companies"; how many have another role is not ranked: "targets by number of suitors"."""
    names = [index for index in (last, last + 1) if parse.has(index, "generic", "role") and not parse.noun_at(index)]
    roles = (parse.layer.roles.get(str(parse.get(index, "role"))) for index in names)
    if any(role is not None and (not role.where or role.first) for role in roles):
        raise Unreadable("low_confidence", "How many names there are is not ranked; rank by the number of facts.")
    several = parse.layer.subject == "company" and any(parse.has(index, "generic") for index in names)
    parse.use(*(names if several else ()))
    return "distinct" if several else "count"


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
        parse.agg = _counted(parse, last)
        parse.level = "group"
    elif totalled:
        parse.agg = "sum"
    measure = next((parse.get(index, "measure") for index in span if parse.has(index, "measure")), None)
    if measure and measure != parse.layer.main:
        parse.order_measure = measure
