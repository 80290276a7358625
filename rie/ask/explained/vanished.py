"""What a question speaks of and a reading does not: a side of the deal, whose places are counted, a number of each."""

from __future__ import annotations

from rie.ask.form import LogicalForm
from rie.ask.names import english
from rie.ask.parse import Argument, Parse

_KNOWN = ("known", "named", "disclosed")


def vanished(parse: Parse, form: LogicalForm, named: set[str]) -> str | None:
    """The words of a question that a form says nothing of; None where there are none.

    Args:
        parse: of the question, with its roles.
        form: that was built from it.
        named: the roles that the form asks for, filters by or groups by.
    """
    return _player(parse, form, named) or _own_places(parse, form) or _how_many_each(parse, form) or (
        _both_sides(parse, form) or _money(parse, form) or _alone(parse) or _owned(parse, form) or _acting(parse)
    )


def _acting(parse: Parse) -> str | None:
    """ "The largest round Acme has led": who stands before a verb does what it says."""
    for verb, passive in parse.passive.items():
        role = parse.layer.verbs[parse.get(verb, "verb")].roles.get("subject")
        if passive or role not in parse.layer.roles:
            continue
        before = verb - 1 - (parse.norm(verb - 1) in english.ACTING)
        actor = next((argument for argument in parse.arguments if argument.refs and argument.last == before), None)
        if actor is not None and actor.role and not (_is_within(parse, actor.role, role) or _is_within(parse, role, actor.role)):
            return parse.items[verb].text
    return None


def _player(parse: Parse, form: LogicalForm, named: set[str]) -> str | None:
    """ "Which deals had a seller?", "which acquirers were acquired?": who is spoken of is no part of the form."""
    for argument in parse.arguments:
        role = argument.own if not argument.refs else None
        if role is None or parse.layer.roles[role].kind != "entity" or any(_is_within(parse, other, role) for other in named):
            continue
        if _is_any(parse, argument) or (form.role in parse.layer.roles and _is_told(parse, argument)):
            return parse.items[argument.index].text
    return None


def _owned(parse: Parse, form: LogicalForm) -> str | None:
    """ "UK acquirers' deals": the deals are asked for, not who made them."""
    for argument in parse.arguments:
        if form.agg == "list" and argument.own == form.role and not argument.refs and parse.has(argument.last + 1, "poss"):
            return next((parse.items[i].text for i in range(argument.last + 2, len(parse.items)) if parse.noun_at(i)), None)
    return None


def _is_any(parse: Parse, argument: Argument) -> bool:
    """ "A seller", "a known seller": that there is one."""
    before = argument.index - 1
    while parse.norm(before) in _KNOWN:
        before -= 1
    led_in = parse.has(before - 1, "light", "aux") or parse.norm(before - 1) == "and"
    led_in = led_in or (before > 1 and parse.has(before - 1, "verb", "show"))
    return parse.norm(before) in ("a", "an", "any", "no") and led_in


def _is_within(parse: Parse, role: str, wide: str) -> bool:
    """Whether a role is another or a part of it: who led is an investor."""
    one, other = parse.layer.roles.get(role), parse.layer.roles[wide]
    return role == wide or (one is not None and not other.where and (one.table, one.column) == (other.table, other.column))


def _is_told(parse: Parse, argument: Argument) -> bool:
    """ "Which acquirers ...", "companies that were targets": what those who are asked for are said to be."""
    before = argument.left - 1
    asked = parse.has(argument.left, "which", "show") or parse.has(before, "which", "show") or argument is parse.arguments[0]
    return asked or parse.norm(before) in (*english.COPULA, "also", "both", "been", "themselves") or (
        parse.norm(before - 1) == "well"
    )


def _own_places(parse: Parse, form: LogicalForm) -> str | None:
    """ "Acquirers per country", "by country of the acquirer": places are those of the other side."""
    entity, subject = parse.pack.layer.entity, parse.layer.place
    if entity is None or not {*form.by} & {*entity.attributes} or parse.layer.subject == "company":
        return None
    other = (arg for arg in parse.arguments if arg.own and not arg.refs and arg.own != subject)
    return next((parse.items[arg.index].text for arg in other if parse.layer.roles[str(arg.own)].kind == "entity"), None)


def _how_many_each(parse: Parse, form: LogicalForm) -> str | None:
    """ "Which acquirer did how many deals?": a number of each."""
    counted = next(parse.all("how_many"), 0)
    asking = [index for index in parse.all("which") if index < counted or parse.has(counted, "noun")]
    heads = [index + 1 for index in asking if parse.has(index + 1, "generic", "role", "dimension", "grain")]
    one = form.agg == "count" and not form.by
    return next((parse.items[head].text for head in heads if one and heads[-1] < counted), None)


def _both_sides(parse: Parse, form: LogicalForm) -> str | None:
    """ "Companies that made an acquisition and were acquired": both of them are conditions."""
    if form.role not in parse.layer.roles:
        return None
    verbs = [index for index in parse.passive if parse.passive[index] and parse.norm(index - 1) in (*english.PASSIVE, "themselves", "also")]
    for verb in verbs:
        joined = [index for index in range(verb) if parse.norm(index) == "and"]
        before = range(joined[-1] if joined else 0)
        agents = [parse.layer.nouns[parse.get(i, "noun")].agent for i in before if parse.noun_at(i) and parse.has(i, "noun")]
        active = (i for i in before if i in parse.passive and not parse.passive[i])
        agents += [parse.layer.verbs[parse.get(i, "verb")].roles.get("subject") for i in active]
        if any(agent and agent != form.role for agent in agents):
            return parse.items[verb].text
    return None


def _money(parse: Parse, form: LogicalForm) -> str | None:
    """ "The year with the most deal dollars": of money, not of how many."""
    ranked = form.agg == "count" and form.order == "value" and not any(item.measure in parse.layer.measures for item in form.thresholds)
    values = (index for index in parse.all("measure") if ranked and not parse.has(index, "verb", "noun", "role"))
    unsaid = next((parse.items[index].text for index in values), None)
    if unsaid:
        return unsaid  # "the busiest year by value"
    lost = parse.amounts and form.measure is None and form.agg != "facts"
    return next((parse.items[index].text for index in parse.all("currency") if lost), None)


def _alone(parse: Parse) -> str | None:
    """ "Companies that were bought and closed": who closed may have closed a round, or shut down."""
    kinds = ("money", "typed", "how_much", "measure", "attribute")
    told = any(parse.noun_at(index) or parse.has(index, *kinds) for index in range(len(parse.items)))
    verbs = [index for index in parse.passive if parse.layer.verbs[parse.get(index, "verb")].object]
    return next((parse.items[index].text for index in verbs if not told), None)
