"""What a question ranks, by what, and how many of it."""

from __future__ import annotations

from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable

_MANY = 10
_TOLD = ("announced", "reported", "recorded", "completed", "disclosed")


def rankings(parse: Parse) -> None:
    """ "largest", "top 5", "the three biggest", "most active", "latest": whether facts or groups are ranked, and by what."""
    for index in parse.all("largest", "smallest", "top", "most", "least", "active", "latest", "earliest", "previous", "rank"):
        if parse.level == "group" and parse.has(index, "active") and index not in parse.used:
            parse.use(index)
            parse.agg = "count"
            continue
        if index in parse.used or _is_other(parse, index):
            continue
        if parse.level and parse.has(index, "smallest" if parse.descending else "largest"):
            raise Unreadable("low_confidence", "The question asks for both ends of a ranking; ask for one.")
        if parse.level and not parse.has(index, "top"):
            continue
        _ranking(parse, index)


def ordinals(parse: Parse) -> None:
    """ "Acme's second round": by date, the first first."""
    for index in range(len(parse.items)):
        place = english.ORDINALS.get(parse.norm(index))
        head = index + 1
        while parse.has(head, "value", "typed") and parse.has(head + 1, "noun"):
            head += 1
        if place and index not in parse.used and parse.noun_at(head) and not parse.norm(head).endswith("s") and not parse.order:
            parse.use(index, head)
            parse.level, parse.order, parse.descending, parse.limit, parse.offset = "fact", "date", False, 1, place - 1


def _is_other(parse: Parse, index: int) -> bool:
    """ "at most" is a comparison, "last" may belong to a period, "first" to nothing; in "with Acme leading" a name leads."""
    if parse.norm(index) == "leading" and parse.has(index - 1, "entity"):
        return True
    return parse.has(index, "op") and parse.has(index + 1, "money", "number", "percent")


def _ranking(parse: Parse, index: int) -> None:
    parse.use(index)
    count = next((near for near in (index + 1, index - 1) if parse.has(near, "number") and near not in parse.used), None)
    if count is not None:
        parse.use(count)
        parse.limit = int(parse.get(count, "number"))
        if not 1 <= parse.limit <= 1000:
            raise Unreadable("low_confidence", "A ranking holds 1 to 1,000 rows.")
    parse.limit = parse.limit or _of_so_many(parse, index)
    _nth(parse, index)
    after = max(index, count or 0) + 1
    head = _owned(parse, after)
    if parse.has(index, "latest", "earliest", "previous"):
        _by_date(parse, index, head)
        return None
    parse.descending = not parse.has(index, "smallest", "least")
    if parse.has(index, "active"):
        parse.level, parse.order, parse.agg = "group", "value", "count"
        parse.level_role = _role_of(parse, head)
        parse.limit = parse.limit or (1 if _is_single(parse, head) else _MANY)
        return None
    return _by_value(parse, index, head)


def _owned(parse: Parse, index: int) -> int | None:
    """The noun that words lead to, over a name: "the latest Acme round", "the smallest of Acme's rounds"."""
    head, after = parse.head_after(index), index
    named = False
    while head is None and (parse.has(after, "entity", "period", "poss", "article") or parse.norm(after) == "of"):
        named |= parse.has(after, "entity", "period")
        after += 1
    return after if head is None and named and parse.noun_at(after) else head


def _nth(parse: Parse, index: int) -> None:
    """ "the second largest round"."""
    place = english.ORDINALS.get(parse.norm(index - 1))
    if place and not parse.has(index, "latest", "earliest", "previous", "rank"):
        parse.use(index - 1)
        parse.limit, parse.offset = 1, place - 1


def _of_so_many(parse: Parse, index: int) -> int | None:
    """ "three companies with the largest total", "which 3 companies raised the most"."""
    found = [n for n in range(index) if parse.has(n, "number") and parse.has(n + 1, "generic", "role", "dimension") and n not in parse.used]
    if len(found) != 1 or not 1 <= parse.get(found[0], "number") <= 1000 or parse.get(found[0], "number") % 1:
        return None
    parse.use(*found)
    return int(parse.get(found[0], "number"))


def _by_date(parse: Parse, index: int, head: int | None) -> None:
    if parse.items[index].norm.endswith("first time") and parse.noun_at(index + 1):
        raise Unreadable("low_confidence", "Whether something is the first of its kind is not looked up.")  # "first-time rounds"
    if head is None and (_of_the_verb(parse, index) or _of_those(parse)):
        _dated(parse, index)
        return
    if head is None or not (parse.noun_at(head) or parse.has(head, "attribute", "measure", "role")):
        raise Unreadable("low_confidence", f"It is not clear what {parse.items[index].text!r} belongs to.")
    role = parse.layer.roles.get(parse.get(head, "role") or "")
    if role and role.table and not role.where and parse.has(index, "latest"):
        raise Unreadable("low_confidence", "Who came last is not told by the latest fact; ask for its names.")  # "newest investor"
    _dated(parse, index)
    if parse.noun_at(head):
        parse.use(head)


def _of_the_verb(parse: Parse, index: int) -> bool:
    """ "the last time that Acme raised", "which company did it back first?"."""
    ends = all(parse.has(i, "function") for i in range(index + 1, len(parse.items)))
    return (ends or parse.norm(index).endswith("time")) and any(True for _ in parse.all("verb"))


def _dated(parse: Parse, index: int) -> None:
    parse.level, parse.order = "fact", "date"
    parse.descending = not parse.has(index, "earliest")
    parse.offset = 1 if parse.has(index, "previous") else 0
    parse.limit = parse.limit or 1


def _by_value(parse: Parse, index: int, head: int | None) -> None:
    parse.order = "value"
    ranked = parse.has(index, "rank")
    by_group = parse.has(index, "most", "least")
    if by_group and head is None and (parse.norm(index + 1) in _TOLD or parse.has(index + 1, "past")):
        head = parse.head_after(index + 2)  # "the most announced rounds"
    if by_group and head is not None and parse.norm(index + 1) == "in":
        head = None  # "raised the least in a seed round"
    if head is not None and parse.noun_at(head) and not by_group and not _sum_between(parse, index, head):
        parse.level = "fact"
        parse.use(head)
        one = _is_single(parse, head) or _is_one_of(parse, index, head)
        parse.limit = parse.limit or (None if ranked else 1 if one else _MANY)
    elif head is not None and parse.has(head, "measure") and not by_group:
        _by_measure(parse, index, head)
    elif head is None and not by_group and (_asked_noun(parse, index) is not None or _of_those(parse)):
        parse.level, parse.limit = "fact", parse.limit or 1
    elif head is None and by_group and (noun := _asked_noun(parse, index)) is not None and _values(parse):
        parse.level = "fact"
        parse.limit = parse.limit or _number_before(parse, noun) or (_MANY if parse.norm(noun).endswith("s") else 1)
    else:
        parse.level = "group"
        often = parse.norm(index) in english.MOST_OFTEN or (by_group and head is None and _told_of(parse, index))
        parse.agg = "count" if often else parse.agg
        if head is not None and parse.noun_at(head):
            parse.use(head)
            parse.agg = "sum" if _sum_between(parse, index, head) or _is_mass(parse, head) else "count"
        elif head is not None and by_group and parse.has(head, "role") and not parse.has(head, "generic"):
            raise Unreadable("low_confidence", "How many names there are is not ranked; rank by the number of facts.")  # "most investors"
        elif head is not None and by_group is False:
            parse.level_role = _role_of(parse, head)
        elif head is not None and parse.has(head, "generic"):
            _count_names(parse)
        parse.limit = parse.limit or (None if ranked else 1 if _is_single(parse, head) else _MANY)


def _is_one_of(parse: Parse, index: int, head: int) -> bool:
    """ "the largest of all rounds"."""
    told = any(parse.norm(between).split()[0] == "of" for between in range(index + 1, head))
    return told and parse.norm(index) not in ("top", "best", "leading")


def _told_of(parse: Parse, index: int) -> bool:
    """ "Rounds in 2016: which month saw the most?"."""
    nouns = (noun for noun in range(index) if parse.noun_at(noun) and not parse.mass_at(noun) and parse.norm(noun).endswith("s"))
    return any(not parse.has(noun - 1, "prep") for noun in nouns) and not _values(parse)


def _count_names(parse: Parse) -> None:
    """ "which investor backed the most companies": each counts once; of deals each has one."""
    parse.agg = "distinct" if parse.layer.subject == "company" else "count"


def _of_those(parse: Parse) -> bool:
    """ "which was the most expensive?" after a list of facts."""
    return parse.base is not None and parse.base.agg in ("facts", "list", "count") and any(True for _ in parse.all("which"))


def _asked_noun(parse: Parse, index: int) -> int | None:
    """ "which acquisition was the priciest"."""
    heads = (_owned(parse, which + 1) for which in parse.all("which") if which < index)
    return next((head for head in heads if head is not None and parse.noun_at(head)), None)


def _values(parse: Parse) -> bool:
    """ "which rounds brought in the most": a verb of the number that facts are ranked by."""
    measures = (parse.layer.verbs[parse.get(index, "verb")].measure for index in parse.all("verb"))
    return parse.layer.main in measures


def _number_before(parse: Parse, noun: int) -> int | None:
    """ "which ten rounds"."""
    index = next((index for index in range(max(noun - 2, 0), noun) if parse.has(index, "number") and index not in parse.used), None)
    if index is None or not 1 <= parse.get(index, "number") <= 1000 or parse.get(index, "number") % 1:
        return None
    parse.use(index)
    return int(parse.get(index, "number"))


def _by_measure(parse: Parse, index: int, head: int) -> None:
    measure = parse.get(head, "measure")
    parse.use(head)
    if measure != parse.layer.main:
        parse.level, parse.order_measure = "fact", measure
    elif _sum_between(parse, index, head):
        parse.level = "group"
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
    if head is not None and named and not (parse.has(head, "noun", "generic") and any(parse.has(i, "most", "least") for i in range(head))):
        return not parse.norm(head).endswith("s") or parse.norm(head) in ("business",)
    asked = next(
        (i for i in parse.all("generic", "role", "dimension", "grain") if any(parse.has(j, "which", "who") for j in range(i))), None
    )
    return asked is None or not parse.norm(asked).endswith("s")
