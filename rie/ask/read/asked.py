"""What a question asks for: a number, names, a column, facts, or yes and no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rie.ask.names import english
from rie.ask.parse import Argument, Parse, Unreadable
from rie.ask.read.groups import dimension_at
from rie.ask.read.measure import named_measure, verb_measure


@dataclass
class Asked:
    """`kind` is measure, count, distinct, role, attribute, dimension, facts, exists or None (nothing is said)."""

    kind: str | None = None
    value: str | None = None
    plural: bool = False
    listed: bool = False


def _total(parse: Parse) -> Asked | None:
    """ "what is the total raised by Boston companies"."""
    nominal = ("total", "sum of", "total of", "sum", "combined", "aggregate", "cumulative", "total amount of")
    found = any(parse.get(i, "agg") == "sum" and parse.norm(i) in nominal and i not in parse.used for i in range(len(parse.items)))
    return Asked("measure", verb_measure(parse)) if found else None


def _headed(parse: Parse) -> Asked | None:
    """ "companies with total funding of under $1m"."""
    first = next((i for i in range(len(parse.items)) if not parse.has(i, "article", "show", "place")), 0)
    argument = _argument_at(parse, first)
    told = parse.norm(first + 1) in ("with", "that", "which", "who", "having")
    if argument is None or argument.refs or argument.asked or not (parse.thresholds and told):
        return None
    return Asked("role", argument.role or default_role(parse), plural=True)


def _how_many(parse: Parse) -> Asked | None:
    index = next((i for i in parse.all("how_many") if i not in parse.used), None)
    if index is None:
        return None
    parse.use(index)
    start = index + 1
    while parse.has(start, "entity", "poss", "period") or (parse.has(start, "article") and parse.has(start + 1, "entity", "period")):
        start += 1
    head = parse.head_after(start)
    described = start
    while parse.has(described, "place", "past", "article"):
        described += 1
    if head is None and parse.has(described - 1, "past") and (told_of := _argument_at(parse, described)) and not told_of.refs:
        return Asked("distinct", told_of.role or default_role(parse))  # "number of funded companies"
    following = next((i for i in range(index + 1, len(parse.items)) if not parse.has(i, "article", "function")), index + 1)
    if parse.has(following, "currency") and not parse.noun_at(head or following):
        return Asked("measure")
    if head is None and parse.base is not None and parse.base.agg in ("list", "facts") and parse.has(index + 1, "aux", "happen"):
        return Asked("distinct", parse.base.role) if parse.base.agg == "list" else Asked("count")
    if head is None or parse.noun_at(head):
        ends, told = _ends(parse, index), any(parse.noun_at(i) for i in range(index))
        counted = told and (ends or parse.has(index + 1, "group"))
        parse.use(*(range(index + 1, len(parse.items)) if counted and ends else ()))
        before = _argument_at(parse, index - 1)
        often = parse.norm(index) in english.OFTEN or any(head == index - 1 for head, _ in parse.names_per_group)
        if head is None and ends and not often and before is not None and not before.refs:  # "Chicago startups count"
            return Asked("distinct", before.role or default_role(parse))
        anchor = head is not None or counted or any(True for _ in parse.all("verb", "anaphor", "typed"))
        if (head is None and not anchor) or (
            head is None and parse.norm(index) in ("how many", "number of") and _unknown_next(parse, index)
        ):
            raise Unreadable("unknown_attribute", "It is not clear what is to be counted.")
        parse.use(*([head] if head is not None else []))
        return Asked("count")
    argument = _argument_at(parse, head)
    if argument is not None:
        return Asked("distinct", argument.role or default_role(parse))
    key = dimension_at(parse, head)
    if key is None or parse.has(head, "measure"):
        raise Unreadable("unknown_attribute", f"{parse.items[head].text!r} cannot be counted.")
    parse.use(head)
    return Asked("distinct", key)


def _ends(parse: Parse, index: int) -> bool:
    """ "rounds by city (count)", "acquisitions by year, how many each"."""
    return all(parse.has(i, "function", "group") or not any(map(str.isalnum, parse.norm(i))) for i in range(index + 1, len(parse.items)))


def _unknown_next(parse: Parse, index: int) -> bool:
    return index + 1 < len(parse.items) and not parse.items[index + 1].senses


def _argument_at(parse: Parse, index: int) -> Argument | None:
    return next((arg for arg in parse.arguments if arg.index == index), None)


def default_role(parse: Parse) -> str:
    if parse.layer.subject != "company":
        raise Unreadable("low_confidence", "It is not clear which side of the deal is meant.")
    return parse.layer.subject


def _explicit_role(parse: Parse) -> Asked | None:
    """ "which companies", "list the targets", "what city", and such a request in a second sentence."""
    found: Asked | None = None
    for index in parse.all("which", "show", "who", "rank"):
        if parse.norm(index) == "which" and parse.has(index - 1, "prep") and parse.noun_at(index - 2):
            continue  # "rounds in which the company was valued at over $1bn"
        if parse.norm(index) == "whose" and found is not None:
            continue  # "list the cities whose companies raised over $30m"
        head = parse.head_after(index + 1)
        acts = parse.norm(index + 1) in english.ACTING  # "what did London companies buy" asks for no companies
        if head is None and not acts and parse.has(index, "which", "show") and parse.has(index + 1, "aux", "prep", "article"):
            head = parse.head_after(index + 2)
        if head is None:
            continue
        argument = _argument_at(parse, head)
        if argument is not None and not argument.refs:
            parse.use(index)
            _take_for_granted(parse, head)
            argument = _copula(parse, argument) or argument
            return Asked("role", argument.role or default_role(parse), parse.norm(head).endswith("s"))
        if parse.has(head, "dimension", "grain") and head not in parse.used:
            parse.use(index, head)
            found = Asked("dimension", dimension_at(parse, head), parse.norm(head).endswith("s"))
    return found


def _take_for_granted(parse: Parse, head: int) -> None:
    """ "which two firms": the answer must have two rows."""
    if parse.has(head - 1, "number") and head - 1 not in parse.used:
        parse.use(head - 1)
        parse.expected = int(parse.get(head - 1, "number"))


def _copula(parse: Parse, argument: Argument) -> Argument | None:
    """ "which firm was the lead investor": the role noun behind the copula is what is asked."""
    if argument.own or parse.passive or parse.norm(argument.last + 1) not in ("is", "are", "was", "were"):
        return None
    return next((other for other in parse.arguments if other.own and other.left - 1 == argument.last + 1), None)


def _how_much(parse: Parse) -> Asked | None:
    index = next((i for i in parse.all("how_much") if i not in parse.used), None)
    if index is None:
        return None
    parse.use(index)
    following = index + 1
    while parse.has(following, "article", "filler"):
        following += 1
    measure = (_paid(parse) if parse.norm(index) == "how much" else None) or named_measure(parse)
    known = parse.has(following, "aux", "verb", "typed", "value", "noun", "measure", "prep", "currency", "entity", "function", "agg")
    if not known and following < len(parse.items):
        raise Unreadable("unknown_attribute", f"{parse.items[following].text!r} is not something that the data holds.")
    return Asked("measure", measure or verb_measure(parse))


def _paid(parse: Parse) -> str | None:
    """ "How much did the stake in Acme cost": money, where a verb of prices has no other object than money."""
    verbs = [parse.layer.verbs[parse.get(verb, "verb")] for verb in parse.passive]
    priced = any(verb.measure == parse.layer.main and verb.roles.get("object") != parse.layer.subject for verb in verbs)
    parts = [i for i in parse.all("measure") if parse.layer.measures[parse.get(i, "measure")].unit == "percent" and not parse.is_verb(i)]
    if not priced or not parts or parse.layer.subject == "company":
        return None
    parse.use(*parts)
    return parse.layer.main


def _when(parse: Parse) -> Asked | None:
    index = next(parse.all("when"), None)
    if index is None:
        relative = [i for i in parse.all("where") if i > 0 and (parse.noun_at(i - 1) or parse.has(i - 1, "generic", "role"))]
        parse.use(*relative)
        where = next((i for i in parse.all("where") if i not in relative), None)
        if where is None or parse.layer.place is None:
            return None
        parse.use(where)
        return Asked("dimension", "city")
    parse.use(index)
    return Asked("attribute", parse.layer.date)


def _measure_or_attribute(parse: Parse) -> Asked | None:
    attribute = next((i for i in parse.all("attribute") if i not in parse.used and not parse.is_verb(i)), None)
    if attribute is not None:
        parse.use(attribute)
        return Asked("attribute", parse.get(attribute, "attribute"))
    measure = next((i for i in parse.all("measure") if i not in parse.used and not parse.is_verb(i) and not _is_role_word(parse, i)), None)
    if measure is not None:
        if _stands_with(parse, measure) or (parse.norm(measure - 1) in ("its", "their") and parse.norm(measure - 2) in ("and", "with")):
            parse.use(measure)
            parse.disclosed = not (parse.thresholds or parse.norm(measure).endswith("s") or parse.norm(measure - 1) in ("its", "their"))
            return None
        acts = any(parse.norm(i) == "what" and parse.norm(i + 1) in english.ACTING for i in range(measure))
        if acts and (paid := _paid(parse)):
            return Asked("measure", paid)
        several = parse.norm(measure).endswith("s") or any(parse.norm(i) not in ("what is", "what was") for i in parse.all("show"))
        return Asked("measure", named_measure(parse), several, listed=several)
    if any(parse.has(i, "agg") and i not in parse.used and parse.get(i, "agg") != "sum" for i in range(len(parse.items))):
        return Asked("measure", verb_measure(parse))
    return None


def _stands_with(parse: Parse, measure: int) -> bool:
    """ "acquisitions with a disclosed price"."""
    before = measure - 1
    while before > 0 and (parse.has(before, "filler", "article") or parse.norm(before) in ("known", "stated")):
        before -= 1
    return parse.norm(before) == "with"


def _is_role_word(parse: Parse, index: int) -> bool:
    return parse.has(index, "role")


def _by_argument(parse: Parse) -> Asked | None:
    """ "who led", "what did X buy"; what stands for the money when the verb has no such role: "what did X raise"."""
    asked = next((arg for arg in parse.arguments if arg.asked), None)
    if asked is None:
        return None
    copula = next((arg for arg in parse.arguments if arg.own and not arg.refs), None)
    if (
        copula is not None
        and (parse.norm(asked.last + 1) in ("is", "are", "was", "were", "s") or parse.has(asked.last + 1, "poss"))
        and not parse.passive
    ):
        return Asked("role", copula.role)
    if asked.role:
        return Asked("role", asked.role, plural=True)
    if parse.passive and parse.has(asked.index, "which"):
        verb = parse.layer.verbs[parse.get(max(parse.passive), "verb")]
        if verb.measure:
            return Asked("measure", verb.measure)
    if parse.level or parse.order:
        return Asked()
    if parse.has(asked.index, "which") and not parse.passive:
        return Asked("facts")
    raise Unreadable("low_confidence", "It is not clear what is asked for.")


def _shown(parse: Parse) -> Asked | None:
    for index in parse.all("show", "which", "rank"):
        head = next(
            (
                i
                for i in range(index + 1, len(parse.items))
                if parse.noun_at(i) or (_argument_at(parse, i) and not parse.has(i, "entity", "anaphor"))
            ),
            None,
        )
        if head is not None:
            argument = _argument_at(parse, head)
            parse.use(index)
            if argument is not None and not argument.refs:
                return Asked("role", argument.role or default_role(parse), plural=True)
            parse.use(head)
            if parse.mass_at(head) and parse.by:
                return Asked("measure", plural=True)
            return Asked("facts", plural=parse.norm(head).endswith("s"))
    return None


def is_whether(parse: Parse) -> bool:
    """Whether a question wants a yes or a no."""
    first = next((i for i in range(len(parse.items)) if not parse.has(i, "function", "follow") or parse.has(i, "aux")), None)
    begins = first is not None and parse.has(first, "aux") and first <= 2
    return begins and any(arg.refs or arg.index > (first or 0) for arg in parse.arguments)


def _yes_no(parse: Parse) -> Asked | None:
    return Asked("exists") if is_whether(parse) else None


def _places_where(parse: Parse) -> Asked | None:
    """ "cities where companies raised over $30m"."""
    first = next((i for i in range(len(parse.items)) if not parse.has(i, "article", "show")), 0)
    counted = parse.norm(first + 1) == "with" and parse.has(first + 2, "op")
    where = parse.has(first + 1, "where") or parse.norm(first + 1) in ("in which", "in")
    if not (parse.has(first, "dimension") and where) and not (parse.has(first, "dimension", "grain") and counted):
        return None
    parse.use(first, first + 1)
    return Asked("dimension", dimension_at(parse, first), parse.norm(first).endswith("s"))


def _is_governed(parse: Parse, argument: Argument) -> bool:
    """ "deals of Texas buyers" asks for deals."""
    return parse.has(argument.left - 1, "prep", "op") and any(parse.noun_at(i) for i in range(argument.left))


def _whose(parse: Parse) -> Asked | None:
    """ "companies whose total funding is below $1m"."""
    index = next((i for i in range(1, len(parse.items)) if parse.norm(i) == "whose" and parse.has(i - 1, "generic", "role")), None)
    if index is None or not parse.thresholds:
        return None
    total = any(parse.get(i, "agg") == "sum" for i in parse.all("agg"))
    words = range(index, len(parse.items))
    parse.use(*(i for i in words if parse.has(i, "which", "measure", "agg") or parse.noun_at(i)))
    if total:
        parse.thresholds = [replace(item, grouped=item.measure == parse.layer.main) for item in parse.thresholds]
    argument = _argument_at(parse, index - 1)
    return Asked("role", (argument.role if argument else None) or default_role(parse), plural=True)


def _loose(parse: Parse) -> Asked | None:
    """Keywords: "brindlewick investors", "total seed funding Boston", "deals 2016"."""
    owns = (arg for arg in parse.arguments if not parse.has(arg.last + 1, "poss"))  # "UK buyers' acquisitions"
    own = next((arg for arg in owns if arg.own and not arg.refs and not _is_governed(parse, arg)), None)
    first = next(
        (
            i
            for i in range(len(parse.items))
            if not (parse.has(i, "article", "place", "function", "seat", "follow") or (parse.has(i, "number") and i in parse.used))
            or _argument_at(parse, i)
        ),
        0,
    )
    leading = _argument_at(parse, first)
    beside = _argument_at(parse, first + 1)
    if leading is not None and not leading.own and not leading.refs and beside is not None and beside.own:
        leading = beside  # "startup backers"
    owner = leading is not None and parse.has(leading.last + 1, "poss")
    if leading is not None and not owner and not leading.refs and leading.role and not parse.has(leading.left - 1, "prep"):
        return Asked("role", leading.role, plural=True)
    if any(parse.get(i, "agg") == "sum" and i not in parse.used for i in range(len(parse.items))):
        return Asked("measure", verb_measure(parse))
    if own is not None:
        return Asked("role", own.role, plural=True)
    noun = next((i for i in range(len(parse.items)) if parse.noun_at(i)), None)
    if noun is None:
        generic = next((arg for arg in parse.arguments if not arg.refs and arg.role), None)
        return Asked("role", generic.role, plural=True) if generic else None
    parse.use(noun)
    if parse.mass_at(noun):
        return Asked("measure", plural=True)
    return Asked("facts", plural=True)


Finder = Callable[[Parse], Asked | None]
FINDERS: tuple[Finder, ...] = (
    _whose, _how_many, _places_where, _explicit_role, _how_much, _when, _headed, _measure_or_attribute, _by_argument, _total, _shown,
    _yes_no, _loose,
)  # fmt: skip
FOLLOW_UP = tuple(find for find in FINDERS if find not in (_total, _yes_no, _loose))


def asked_for(parse: Parse, finders: Sequence[Finder] = FINDERS) -> Asked:
    """What is asked for: the first that one of the finders sees.

    Args:
        parse: whose clauses and roles are known.
        finders: `FOLLOW_UP` for a question that goes on from another.
    """
    return next((found for find in finders if (found := find(parse)) is not None), Asked())
