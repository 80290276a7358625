"""What a reading must not drop: words that each clause takes for its own and that together say more than the form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rie.ask.explained.merged import merged
from rie.ask.explained.mismatched import mismatched
from rie.ask.form import Filter, Item, LogicalForm, Nested, Not, Plain, RoleFilter, ValueFilter
from rie.ask.names import english
from rie.ask.read.clauses import STATUS

_ADDING = ("add", "adding", "added", "sum", "sums", "totals", "tally", "combined", "aggregate", "in", "summed", "put", "taken")
_LONE = ("single", "lone", "sole", "multi", "multiple", "individual")
_LEADING = ("lead", "leads", "led", "the lead", "in the lead", "lead investor", "lead investors")
_FORMER = {"served", "sat", "held"}


def dropped(items: Sequence[Item], form: LogicalForm) -> str | None:
    """The words of a question that its form says nothing of; None where there are none."""
    return (
        _second_verb(items, form)
        or _each(items, form)
        or _where(items, form)
        or _together(items, form)
        or _also(items, form)
        or _sign(items)
        or _subordinate(items, form)
        or _former(items, form)
        or _difference(items, form)
        or _over_total(items, form)
        or _two_things(items, form)
        or _and_so_on(items)
        or _sum_of_names(items, form)
        or _state(items, form)
        or _distance(items, form)
        or _other_number(items, form)
        or _lone(items)
        or _named(items, form)
        or _inside(items)
        or _in_turn(items, form)
        or _led(items, form)
        or _ranked(items, form)
        or merged(items, form)
        or mismatched(items, form)
        or ("by" if form.agg == "exists" and form.by else None)
    )


def _second_verb(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Who raised in 2016 and then got bought": "and" joins verbs of two kinds of facts."""
    told = [(index, fact) for index, item in enumerate(items) if (fact := _fact_of_verb(item))]
    for (first, one), (second, other) in pairwise(told):
        joined = any(items[index].norm == "and" for index in range(first + 1, second))
        if joined and one != other and not {one, other} <= _facts(form):
            return items[first].text if other in _facts(form) else items[second].text
    return None


def _fact_of_verb(item: Item) -> str | None:
    """The kind of facts that a verb tells, where it tells of one kind only."""
    facts = {sense.fact for sense in item.senses if sense.kind == "verb"}
    return facts.pop() if len(facts) == 1 and not item.has("aux", "light") else None


def _facts(form: LogicalForm) -> set[str]:
    """The kinds of facts that a form and the forms in it are about."""
    inner = [item.form for item in form.filters if isinstance(item, Nested)] + list(form.operands)
    return {form.fact}.union(*map(_facts, inner))


def _led(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "How many did it lead?" after "How many investments has Acme made?": fewer than it took part in."""
    if form.fact != "funding_round":  # "who led Acme": its chief executive too
        return None
    return next((item.text for item in items if item.norm in _LEADING and item.has("verb", "role") and not _tells_leads(form)), None)


def _tells_leads(form: LogicalForm) -> bool:
    """Whether a form, or one in it, says who led."""
    inner = [item.form for item in form.filters if isinstance(item, Nested)] + list(form.operands)
    roles = [item.role for item in _flat(form.filters) if isinstance(item, RoleFilter)]
    counted = [item.counted_role for item in form.thresholds]
    return "lead" in (form.role, form.compare, *form.by, *roles, *counted) or any(map(_tells_leads, inner))


def _flat(filters: Sequence[Filter]) -> list[Plain | Nested]:
    return [item.item if isinstance(item, Not) else item for item in filters]


def _each(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "How many rounds has each of them done?": asked of groups, answered of all."""
    single = form.agg in ("count", "sum", "avg", "median", "max", "min") and not form.by and not form.operands
    return next((item.text for item in items if single and item.norm.split()[:1] == ["each"]), None)


def _where(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Acquirers of Acme where the price is known": a condition, and no place that is asked for."""
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        if form.role == "city" and item.has("where") and before.has("entity", "noun", "role", "generic", "period") and after.has("article"):
            return item.text
    return None


def _together(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "What did it pay for Acme and Hooli taken together": asked of both, answered of each."""
    ranked = form.order is not None or form.compare is not None
    listed = len(form.spans) > 1 and form.agg == "facts" and form.measure is not None and not ranked
    parted = bool(form.by) and not ranked and not any(item.has("group", "grain", "dimension") for item in items)
    roles = [item.role for item in form.filters if isinstance(item, RoleFilter)]
    summed = form.agg == "facts" and form.measure is None and form.order is None and len({*roles}) == len(roles)
    together = next((item.text for item in items if summed and item.norm == "together"), None)
    return together or next((item.text for item in items if (parted or listed) and item.norm in english.ADDED), None)


def _former(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Who served as chief executive?", "who was": who did once, not who does now."""
    now = form.agg == "holder" and not any(item.has("period") for item in items)
    was = (two.text for one, two in pairwise(items) if now and one.has("who") and two.norm == "was")
    return next((item.text for item in items if now and item.has("verb") and item.norm.split()[0] in _FORMER), next(was, None))


def _also(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Who raised seed and also Series A": both, not one of the two."""
    several = form.role is not None and any(isinstance(item, ValueFilter) and len(item.values) > 1 for item in form.filters)
    return next((item.text for item in items[1:] if several and item.norm in ("also", "then", "and then")), None)


def _ranked(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Investors by number of cities": a number of each, and not one number. "Rank companies by funding, then list the top three
    investors": what is ranked first is something else."""
    one = form.agg == "distinct" and not form.by
    for first, second in pairwise(items):
        role = second.get("role", form.fact) if first.has("rank") else None
        if role and form.by and role not in form.by:
            return second.text
    return next((first.text for first, second in pairwise(items) if one and first.norm == "by" and second.has("how_many")), None)


def _sign(items: Sequence[Item]) -> str | None:
    """A percent sign or a sign of number beside a name is no part of it."""
    return next((sign for item in items if item.has("entity") for sign in "%#" if sign in item.text), None)


def _subordinate(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "What did it fetch when Acme bought it?": the date is not what is asked for."""
    asks = bool(items) and items[0].has("which", "who", "how_much", "how_many") and form.attribute is not None
    later = next((item.text for item in items[1:] if asks and item.has("when") and not item.has("which")), None)
    fronted = bool(items) and items[0].has("when") and any(item.norm == "," for item in items)
    return later or next((item.text for item in items[1:] if fronted and item.has("which", "who", "how_much", "how_many")), None)


def _difference(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "How much more revenue in Q4 vs Q3": one number, not the two that it is between."""
    if form.agg == "exists" and not form.thresholds:  # "did Acme or Globex hire more"
        return next((item.text for item in items if item.has("more", "less") and not item.has("op", "op_after")), None)
    asked = next((item for item, more in pairwise(items) if item.has("how_much", "how_many") and more.has("more", "less")), None)
    put_together = form.operands or form.compare or form.beat or any(item.measure for item in form.thresholds)
    return asked.text if asked is not None and not put_together else None


def _over_total(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Acme's portfolio, total raised over $50m": the total is compared, not added up of what is over it."""
    sums = [i for i, item in enumerate(items) if item.get("agg") == "sum"]
    compared = form.agg == "sum" and any(item.measure == form.measure and not item.grouped for item in form.thresholds)
    for first in sums if compared else []:
        last = next((i for i in range(first + 1, len(items)) if items[i].has("op")), None)
        between = items[first + 1 : last] if last is not None else []
        if last is not None and not any(item.has("noun", "typed") and not item.has("measure", "filler") for item in between):
            return items[last].text
    return None


def _two_things(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Companies with a seed and a Series A": both, where names are listed."""
    several = any(isinstance(item, ValueFilter) and len(item.values) > 1 for item in form.filters)
    named = form.agg in ("list", "facts", "distinct") and any(item.has("generic", "role", "who") for item in items)
    for link, article, value in zip(items, items[1:], items[2:], strict=False):
        if several and named and link.norm == "and" and article.norm in ("a", "an") and value.has("value"):
            return link.text
    for before, value, link, last in zip(items, items[1:], items[2:], items[3:], strict=False):
        if several and named and before.norm in ("with", "having") and value.has("value") and link.norm == "and" and last.has("value"):
            return link.text
    return None


def _sum_of_names(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "What do all rounds in Boston add up to?": a sum, not who raised them; "is its total above $5m": yes or no, no sum."""
    compared = form.agg == "sum" and any(item.measure == form.measure and not item.grouped for item in form.thresholds)
    money = next((index for index, item in enumerate(items) if item.has("money", "number")), len(items))
    after = any(item.get("agg") == "sum" for item in items[money:]) and not any(item.has("how_much", "how_many") for item in items)
    whether = any(one.has("aux") and not one.has("prep", "light") and other.has("op", "anaphor") for one, other in pairwise(items))
    if compared and items and (items[0].has("aux") or after or whether):
        return next((item.text for item in items if item.get("agg") == "sum"), None)
    bare = form.agg in ("list", "facts") and not any(item.grouped for item in form.thresholds) and form.order is None
    apart = next((two.text for one, two in pairwise(items) if one.norm in (",", ":") and two.norm == "total"), None)
    if bare and apart and not form.measure:  # "Acme-backed companies, total raised"
        return apart
    if bare and form.measure and any(one.norm == "sum" and two.norm == "to" for one, two in pairwise(items)):  # "what do the prices sum to"
        return "sum"
    listed = form.agg in ("list", "facts") and not form.measure and not any(item.grouped for item in form.thresholds)
    sums = [item for item in items if item.get("agg") == "sum" and item.norm.split()[0] in _ADDING]
    named = any(item.norm.startswith("list") for item in items[1:])
    whole = form.agg == "sum" and named and not form.by and not any(item.has("how_much") for item in items)
    if whole:  # "the combined deal list of Acme and Globex"
        return next((item.text for item in items if item.norm == "combined"), None)
    sums += [item for before, item in pairwise(items) if item.norm == "total" and before.norm in ("the", "what is the", "what is")]
    return sums[0].text if sums and listed else None


def _state(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Is the purchase done?": a state that is asked about and is no condition of the form."""
    asked = form.agg == "exists" and form.on(STATUS) is None
    ends = [item for item in items if any(map(str.isalnum, item.norm))][-1:]
    return next((item.text for item in ends if asked and (item.get("value", form.fact) or ("",))[0] == STATUS), None)


def _in_turn(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Funded first and acquired later": one after the other, not the first of all."""
    told = form.order == "date" and form.limit == 1 and any(item.norm in english.LATER for item in items)
    return next((item.text for item in items if told and item.has("earliest")), None)


def _distance(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "How far from the consensus was revenue?", "how wide is its range?": a difference, not one of the two numbers."""
    if form.operands or form.beat:
        return None
    ends = any("range" in item.norm.split() for item in items) and form.agg in ("lookup", "facts") and not form.thresholds
    wide = ("how far", "how wide", *(("how large", "how big", "how broad") if ends else ()))
    return next((item.text for item in items if item.norm in wide), None)


def _other_number(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "How much did the acquired startups raise?": the verb tells of a number of other facts."""
    first = next((index for index, item in enumerate(items) if item.has("how_much")), len(items))
    told = (item for item in items[first:] if not item.has("aux", "light"))
    verbs = [(item, {sense.fact for sense in item.senses if sense.kind == "verb"}) for item in told]
    return next((item.text for item, facts in verbs if facts and not facts & _facts(form) and form.measure), None)


def _lone(items: Sequence[Item]) -> str | None:
    """ "Single-investor rounds": how many there are, not who."""
    triples = zip(items, items[1:], items[2:], strict=False)
    return next((one.text for one, role, noun in triples if one.norm in _LONE and role.has("role") and noun.has("noun")), None)


def _named(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Has Acme bought anything? Names of the targets.": names, and not whether."""
    words = ("name", "names", "names of", "the names", "the names of")
    return next((item.text for item in items[2:] if form.agg == "exists" and item.norm in words), None)


def _inside(items: Sequence[Item]) -> str | None:
    """ "Promoted from within": whether somebody came from inside is in no fact."""
    words = [item for item in items if any(map(str.isalnum, item.norm))]
    return next((item.text for item in words[-1:] if item.norm.split()[-1] in ("within", "inside", "outside") and item.has("prep")), None)


def _and_so_on(items: Sequence[Item]) -> str | None:
    """ "How many seeds, Series A's and so on": more than those that are named."""
    return next((one.text for one, other in pairwise(items) if (one.norm, other.norm) == ("so", "on") or one.norm == "etc"), None)
