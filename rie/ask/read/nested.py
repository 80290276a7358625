"""Questions with a condition of their own about who they ask: "investors of companies that Acme bought".

Such a question is read as two: an inner one that lists who is meant ("which companies did Acme buy"), and an outer one that is
asked of them. Both are read by the grammar alone, so whatever can be listed can be a condition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from rie.ask.form import Filter, Item, LogicalForm, Nested, Not, Reading, RoleFilter, in_order
from rie.ask.read.splits import SOMEBODY, Split, splits
from rie.ask.wording.describe import interpretation
from rie.pack import Pack

Read = Callable[[list[Item]], list[Reading]]
_MOST, _MOST_SPLITS = 2, 12
_AMONG = ("among", "amongst", "within")
_TELLING = ("verb", "typed", "measure", "role", "value", "attribute", "beat")


def nested_readings(items: Sequence[Item], pack: Pack, read: Read, clauses: bool = False) -> list[Reading]:
    """The readings of a question as an outer and an inner one; none if it has no such parts.

    Args:
        items: of the question.
        pack: whose layer it is read with.
        read: the readings of a question without conditions within.
        clauses: look for clauses only; "which acquirers have raised money" has none.
    """
    for split in islice(splits(list(items), clauses, pack), _MOST_SPLITS):
        if _points_inside(split):
            continue
        inner = [reading for reading in read(split.inner) if _lists(reading.form, pack)]
        outer = read(split.outer) if inner else []
        found = list(_joined(split, outer, inner, pack))
        if found:
            return [] if all(_same_facts(reading.form, pack) for reading in found) and not split.coordinated else found
    return []


def _same_facts(form: LogicalForm, pack: Pack) -> bool:
    """ "Paid for companies bought in 2018": the same deals, and not all deals of those companies."""
    nested = [item for item in form.filters if isinstance(item, Nested) and item.form.fact == form.fact]
    return any(item.role == item.form.role and pack.layer.facts[form.fact].roles[item.role].first for item in nested)


def _tells(items: Sequence[Item], fact: str, pack: Pack) -> bool:
    """Whether a question says that it is of a fact: "deals" alone does not."""
    senses = [sense for item in items for sense in item.senses if sense.fact == fact]
    weak = [noun.weak for noun in pack.layer.facts[fact].nouns]
    return any(not weak[sense.value] if sense.kind == "noun" else sense.kind in _TELLING for sense in senses)


def _points_inside(split: Split) -> bool:
    """ "how much did the buyer of Acme pay for it": a pronoun of the outer question means a name of the inner one."""
    return any(item.norm in ("it", "them") for item in split.outer) and any(item.has("entity") for item in split.inner)


def crosses(reading: Reading) -> bool:
    """Whether a reading puts facts of several tables together."""
    inner = (item.item if isinstance(item, Not) else item for item in reading.form.filters)
    return any(isinstance(item, Nested) and item.form.fact != reading.form.fact for item in inner)


def _lists(form: LogicalForm, pack: Pack) -> bool:
    """Whether a form lists players of a role, of no reported period that is only found by looking."""
    layer = pack.layer.facts.get(form.fact)
    plain = form.agg in ("list", "facts") and not (form.limit or form.order or form.by or form.newest)
    return layer is not None and plain and form.role in layer.roles and layer.roles[form.role].kind == "entity"


def _joined(split: Split, outer: Sequence[Reading], inner: Sequence[Reading], pack: Pack) -> Iterator[Reading]:
    for whole, part in product(outer[:_MOST], inner[:_MOST]):
        role = _role(split, whole.form, pack)
        told = not split.named or _tells(split.outer, whole.form.fact, pack)
        if role is None or not told or not _may_join(split, whole.form, part.form, pack):
            continue
        own = any(sense.value == role and sense.fact == whole.form.fact for item in split.inner for sense in item.senses)
        named = part.form.role == role or own or (not split.named and any(item.has("role", "who") for item in split.inner))
        if role in _investing(whole.form.fact, pack) and not named:
            continue  # "who put money in the companies that Acme bought": the companies are no investors
        nested = Nested(role, part.form, interpretation(part.form, pack), split.when)  # type: ignore[arg-type]
        kept = [item for item in whole.form.filters if not _is_somebody(item)]
        form = replace(whole.form, filters=in_order((*kept, Not(nested) if split.negated else nested)))
        yield Reading(form, min(whole.confidence, part.confidence), whole.note or part.note)


def _role(split: Split, form: LogicalForm, pack: Pack) -> str | None:
    """The role in which the outer question speaks of those that the inner one lists."""
    if form.fact not in pack.layer.facts or (form.agg == "holder" and not split.named):
        return None
    if split.named:
        played = _played(split.outer, form.fact)
        if played is not None:
            return played
        own = {sense.value for sense in split.head.senses if sense.kind == "role" and sense.fact == form.fact} if split.head else set()
        played = next((item.role for item in form.filters if isinstance(item, RoleFilter) and _is_somebody(item)), None)
        return played if not own or _is_one_of(str(played), own, form.fact, pack) else None  # "had a lead who also led": leads are meant
    asked = form.role if form.agg in ("list", "distinct", "facts") else next(iter(form.by), None)
    roles = pack.layer.facts[form.fact].roles
    return asked if asked in roles and roles[asked].kind == "entity" else None


def _may_join(split: Split, whole: LogicalForm, part: LogicalForm, pack: Pack) -> bool:
    """Two things that are said of the same facts are one condition, unless they are of different kinds or times of them."""
    if whole.fact != part.fact:
        bare = not part.filters and not part.thresholds and part.period is None
        return not (bare and part.role in _investing(part.fact, pack))  # "which investors lost money" asks of their investments
    if not split.coordinated:
        return bool(part.filters or part.thresholds or part.period)
    columns = {item.column for item in whole.filters if hasattr(item, "column")}
    apart = any(getattr(item, "column", None) in columns for item in part.filters)
    roles = {item.role for item in whole.filters if isinstance(item, RoleFilter)}
    twice = any(isinstance(item, RoleFilter) and item.role in roles for item in part.filters)
    return apart or twice or (whole.period is not None and part.period is not None)


def _played(items: Sequence[Item], fact: str) -> str | None:
    """ "Acquirers among the companies that raised", "the companies that raised and were acquirers": what they are said to be."""
    place = next(index for index, item in enumerate(items) if item.norm == SOMEBODY.name)
    before, after = place - 1, place + 1
    while before > 0 and (items[before].has("article", "generic") or items[before].norm == "in"):
        before -= 1
    while after < len(items) and (items[after].has("aux") or items[after].norm in ("also", "themselves", "ever")):
        after += 1
    told = [items[before - 1]] if before > 0 and items[before].norm in _AMONG else items[after : after + 1] if after > place + 1 else []
    return next((sense.value for item in told for sense in item.senses if sense.kind == "role" and sense.fact == fact), None)


def _is_one_of(role: str, others: set[str], fact: str, pack: Pack) -> bool:
    """Whether a role is one of others or a part of one: a lead is an investor."""
    roles = pack.layer.facts[fact].roles
    wider = {(roles[other].table, roles[other].column) for other in others if not roles[other].where}
    return role in others or (role in roles and (roles[role].table, roles[role].column) in wider)


def _investing(fact: str, pack: Pack) -> set[str]:
    """The roles whose own share of a fact is nowhere in the data."""
    return {role for verb in pack.layer.facts[fact].verbs for role in verb.unmeasured}


def _is_somebody(item: Filter) -> bool:
    return isinstance(item, RoleFilter) and item.refs == (SOMEBODY,)
