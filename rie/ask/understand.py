"""From a question to its readings: every way in which all of its words make sense together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from rie.ask.edit import edited
from rie.ask.explained.cover import explain_gap, unexplained
from rie.ask.explained.dropped import dropped
from rie.ask.explained.merged import twofold
from rie.ask.explained.vanished import vanished
from rie.ask.form import Item, LogicalForm, Not, Reading, Refusal
from rie.ask.names import english
from rie.ask.names.names import Names
from rie.ask.parse import Parse, Unreadable
from rie.ask.read.arguments import arguments
from rie.ask.read.besides import besides_reading
from rie.ask.read.build import logical_form
from rie.ask.read.clauses import column_values, currencies, periods, thresholds
from rie.ask.read.compound import compound_reading, per_reading
from rie.ask.read.contrast import asks_difference, contrast_readings, is_part
from rie.ask.read.disclosed import told_numbers
from rie.ask.read.entity_question import entity_form
from rie.ask.read.follow import pointed as pointed_at
from rie.ask.read.going_on import asks_of_all, goes_on, is_bare, is_definite, is_fragment, is_postless
from rie.ask.read.groups import groups
from rie.ask.read.levels import leveled
from rie.ask.read.mentions import find_mentions
from rie.ask.read.negation import negations
from rie.ask.read.nested import crosses, nested_readings
from rie.ask.read.places import places
from rie.ask.read.pronouns import points_back, referred
from rie.ask.read.ranges import ranges
from rie.ask.read.rankings import ordinals, rankings
from rie.ask.read.roles import roles
from rie.ask.read.shifted import Unshifted, compared_back, points_to_period, shifted
from rie.ask.read.splits import has_clause
from rie.ask.read.versus import comparison
from rie.ask.slots import Slots, slot_form
from rie.pack import Pack
from rie.values import PartialDate

Rule = Callable[[Parse], None]
RULES: tuple[Rule, ...] = (
    negations, periods, currencies, told_numbers, ranges, thresholds, rankings, ordinals, groups, column_values, arguments, comparison,
    roles, places,
)  # fmt: skip
MOST_READINGS = 24
LONGEST = 500
_GENERAL = {  # words of any fact
    "light", "aux", "article", "agg", "largest", "smallest", "most", "least", "op", "prep", "end", "worst", "show",
}  # fmt: skip


def understand(
    question: str, names: Names, pack: Pack, today: PartialDate, base: LogicalForm | None = None
) -> tuple[list[Reading], Refusal | None, list[Item]]:
    """All readings of a question, the best first.

    Args:
        question: written out, without frames.
        names: the names of the snapshot.
        pack: whose layer says what can be asked.
        today: what "last year" is told from.
        base: the logical form of the question before, which this one may go on from.

    Returns:
        The readings; why there are none; the items of the question.
    """
    refused = _out_of_bounds(question)
    if refused:
        return [], refused, []
    try:
        compared = compared_back(question, base) if base is not None else None
        pointed = base is not None and points_to_period(question)
        question = shifted(pointed_at(question, base, pack.layer.facts.get(base.fact)), base, today) if base is not None else question
    except Unshifted as words:
        return [], Refusal("unknown_period", f"It is not clear which period {words.words!r} is.", (words.words,)), []
    items = find_mentions(question, names, pack, today)
    if compared is not None:
        return [Reading(compared, 0.95)], None, items
    attempts: list[Unreadable] = []
    place = points_back(items)
    both = _of_two_names(question, items, names, pack, today) if base is None else None
    if both is not None:
        return [both], None, items
    if place is not None and base is None:
        lone = not any(item.has("entity") for item in items)
        return [], Refusal("low_confidence", f"It is not clear what {items[place].text!r} points to.", certain=lone), items
    pointed = pointed and base is not None and not asks_of_all(_readings(items, names, pack, None, attempts=[], today=today), base)
    marked = base is not None and (pointed or place is not None or goes_on(items))
    orders: list[LogicalForm | None] = (
        [base, None] if marked or (base is not None and is_fragment(items)) else [None, base] if base is not None else [None]
    )
    for start in orders:
        readings = _readings(items, names, pack, start, attempts=attempts, today=today)
        if start is None:
            plain = [reading for reading in readings if not twofold(items, reading.form)]
            found = _with_conditions(plain, items, names, pack, today)
            readings = found or [reading for reading in readings if reading not in plain]
        forms = [reading.form for reading in readings]
        back = base is not None and any(
            is_definite(items, form, base) or is_bare(items, form) or is_postless(form, base, pack) for form in forms
        )
        if start is None and back:
            readings = _readings(items, names, pack, base, attempts=attempts, today=today) or readings
        if marked and not readings:
            readings = _of_another(items, names, pack, base, today=today)
        lost = [(reading, dropped(items, reading.form)) for reading in readings]
        attempts += [Unreadable("gap", words, in_part=True) for _, words in lost if words]
        readings = [reading for reading, words in lost if words is None]
        if readings:
            return readings, None, items
        if marked or (base is not None and base.operands and is_fragment(items)):
            break
    whole = _compound(question, names, pack, today) if base is None else None
    return ([], _why_not(items, pack, attempts), items) if whole is None else ([whole], None, items)


def _why_not(items: list[Item], pack: Pack, attempts: list[Unreadable]) -> Refusal:
    """The reason why a question has no reading."""
    again = _asks_again(items)
    if again:
        attempts = [Unreadable("low_confidence", "The question asks for several things at once; ask for one.")]
    found = explain_gap(items, pack, attempts)
    return replace(found, certain=found.certain or again or any(attempt.in_part for attempt in attempts))


def _compound(question: str, names: Names, pack: Pack, today: PartialDate) -> Reading | None:
    """The reading of a question about two numbers that are told apart."""

    def read(text: str) -> list[Reading]:
        return _plainly(text, names, pack, today)

    return per_reading(question, read) or compound_reading(question, read, pack) or besides_reading(question, read, pack)


def _of_two_names(question: str, items: Sequence[Item], names: Names, pack: Pack, today: PartialDate) -> Reading | None:
    """ "How much bigger was Acme's round than Globex's Series D?": each number is told with conditions of its own."""
    several = sum(item.has("entity") for item in items) > 1 or any(item.get("agg") == "avg" for item in items)
    return _compound(question, names, pack, today) if several else None


def _plainly(text: str, names: Names, pack: Pack, today: PartialDate) -> list[Reading]:
    """The readings of a phrase that stands for itself, as far as they drop nothing of it."""
    items = find_mentions(text, names, pack, today)
    found = _readings(items, names, pack, None, attempts=[], today=today)
    return [reading for reading in found if dropped(items, reading.form) is None]


def _of_another(items: list[Item], names: Names, pack: Pack, base: LogicalForm | None, *, today: PartialDate) -> list[Reading]:
    """ "who bought it?" after a question about its funding: a question of its own about who is meant."""
    told = referred(items, base) if base is not None else None
    if told is None:
        return []
    return _with_conditions(_readings(told, names, pack, None, attempts=[], today=today), told, names, pack, today)


def _with_conditions(plain: list[Reading], items: list[Item], names: Names, pack: Pack, today: PartialDate) -> list[Reading]:
    """The plain readings, or those with a condition within where that puts facts of several tables together."""

    def read(part: list[Item]) -> list[Reading]:
        return _readings(part, names, pack, None, attempts=[], today=today)

    both = list(_with_number(items, pack, read))
    if not both and _asks_again(items):
        return []
    told = {sense.fact for item in items for sense in item.senses if sense.kind in ("verb", "noun", "role", "typed")}
    if both or (plain and len(told) < 2 and not asks_difference(items) and not has_clause(items)):
        return both or plain
    found = contrast_readings(items, pack, read, today) if asks_difference(items) else []
    found = found or nested_readings(items, pack, read, bool(plain) and not _has_other_verb(items, plain[0].form.fact))
    found = found if found and (not plain or asks_difference(items) or has_clause(items) or all(map(crosses, found))) else plain
    return found or contrast_readings(items, pack, read, today)


def _asks_again(items: Sequence[Item]) -> bool:
    """ "which companies raised in 2016 and which in 2017": two questions in one."""
    asking = [i for i, item in enumerate(items) if item.has("which", "who", "how_much", "how_many", "when")]
    for index in asking[1:]:
        before = index - 1
        while before > 0 and items[before].has("prep") and not items[before].has("generic", "role"):
            before -= 1
        if items[before].norm == "and" and not items[before - 1].has("generic", "role"):
            return True
    return False


def _has_other_verb(items: Sequence[Item], fact: str) -> bool:
    """ "which acquirers have raised money": the verb is of other facts than the noun."""
    verbs = ({sense.fact for sense in item.senses if sense.kind == "verb"} for item in items)
    return any(facts and fact not in facts for facts in verbs)


def _is_number_word(items: Sequence[Item], pack: Pack) -> bool:
    """ "how much", "when", "what price"."""
    if len(items) == 1:
        return items[0].has("how_much", "when")
    mains = [(name, layer.main) for name, layer in pack.layer.facts.items() if layer.main]
    return len(items) == 2 and items[0].has("which") and any(items[1].get("measure", fact) == main for fact, main in mains)


def _with_number(items: list[Item], pack: Pack, read: Callable[[list[Item]], list[Reading]]) -> Iterator[Reading]:
    """ "who bought Acme and for how much": the facts, with whom and with their number."""
    last = max((i for i, item in enumerate(items) if not item.has("function") or item.has("how_much", "when")), default=0)
    tail = next((i for i in range(max(last - 1, 3), last + 1) if _is_number_word(items[i : last + 1], pack)), None)
    ands = [i for i in range(1, tail or 0) if items[i].norm.split()[0] == "and"]
    cut = next((i for i in ands if all(part.has("prep") for part in items[i + 1 : tail])), None)
    if cut is None or tail is None:
        return
    for reading in read(items[:cut]):
        layer = pack.layer.facts.get(reading.form.fact)
        if layer is None or layer.main is None or reading.form.limit:
            continue
        measure = None if items[tail].has("when") else layer.main
        if reading.form.agg == "list" and reading.form.role in layer.roles:
            yield replace(reading, form=replace(reading.form, agg="facts", measure=measure))
        key = layer.attributes.get(reading.form.attribute or "")
        if reading.form.agg == "lookup" and key is not None and key.group:  # "what types of rounds did Acme raise and for how much"
            yield replace(reading, form=replace(reading.form, agg="facts", role=reading.form.attribute, attribute=None, measure=measure))


def _out_of_bounds(question: str) -> Refusal | None:
    if not any(char.isalnum() for char in question):
        return Refusal("out_of_scope", "There is no question.")
    if english.ADVICE.search(question) or english.SQL.search(question):
        return Refusal("out_of_scope", "The question asks for advice; ask for what happened.")
    if len(question) > LONGEST:
        return Refusal("out_of_scope", f"The question is longer than {LONGEST} characters; ask a shorter one.")
    return None


def _readings(
    items: list[Item], names: Names, pack: Pack, base: LogicalForm | None, *, attempts: list[Unreadable], today: PartialDate
) -> list[Reading]:
    if base is not None and base.operands:
        return _of_both(items, names, pack, base, today=today)
    found: dict[LogicalForm, Reading] = {}
    about = entity_form(items, pack, base, names)
    if about is not None:
        return about
    for fact in _facts(items, pack, names, base):
        for reading in _forks(items, fact, names, pack=pack, base=base, attempts=attempts, today=today.first):
            found.setdefault(reading.form, reading)
    return sorted(found.values(), key=lambda reading: -reading.confidence)


def _of_both(items: list[Item], names: Names, pack: Pack, base: LogicalForm, *, today: PartialDate) -> list[Reading]:
    """A follow-up to a question about two numbers changes both."""
    both = [_readings(items, names, pack, operand, attempts=[], today=today)[:1] for operand in base.operands]
    if base.agg == "share" and both[0] and is_part(both[0][0].form, base.operands[1]) and both[0][0].form != base.operands[0]:
        return [Reading(replace(base, operands=(both[0][0].form, base.operands[1])), both[0][0].confidence)]
    operands = tuple(reading.form for found in both for reading in found)
    if len(operands) < len(base.operands) or len({*operands}) < len(operands):
        return []
    return [Reading(replace(base, operands=operands), min(reading.confidence for found in both for reading in found))]


def _facts(items: Sequence[Item], pack: Pack, names: Names, base: LogicalForm | None) -> list[str]:
    """The facts that the question may be about: those with words of their own, else those with any."""
    own = {fact: 0 for fact in pack.layer.facts if fact not in names.absent}
    some = dict(own)
    for item in items:
        meant = {sense.fact for sense in item.senses if sense.fact and not _is_weak(sense.kind, sense.value, sense.fact, pack)}
        kinds = {sense.kind for sense in item.senses}
        for fact in {sense.fact for sense in item.senses if sense.fact}:
            some[fact] += 1
        if len(meant) == 1 and not kinds & _GENERAL:
            own[meant.pop()] += 1
    strong = sorted((fact for fact in own if own[fact]), key=lambda fact: -own[fact])
    if base is not None and base.fact in own:
        return [base.fact] if not strong or base.fact in strong else []
    if strong:
        return _told_of_names(strong, items, names) or strong
    played = {fact for item in items for ref in item.get("entity") or () for fact, _ in names.plays.get(ref, ())}
    possible = [fact for fact in own if some[fact]]
    if not possible and any(item.has("compare") for item in items):
        possible = list(own)
    return [fact for fact in possible if fact in played] or possible


def _told_of_names(strong: list[str], items: Sequence[Item], names: Names) -> list[str]:
    """ "The stage of Acme's transaction with Globex": deals of the kind in which the names have a part, where the noun is of several."""
    nouns = [{sense.fact for sense in item.senses if sense.kind == "noun"} for item in items]
    several = set().union(*(facts for facts in nouns if len(facts) > 1))
    played = [{fact for ref in item.get("entity") for fact, _ in names.plays.get(ref, ())} for item in items if item.has("entity")]
    both = set.intersection(*played) & several if len(played) > 1 else set()
    return sorted(both) if both and both.isdisjoint(strong) else []


def _is_weak(kind: str, value: object, fact: str, pack: Pack) -> bool:
    return kind == "noun" and isinstance(value, int) and pack.layer.facts[fact].nouns[value].weak


def _forks(
    items: list[Item], fact: str, names: Names, *, pack: Pack, base: LogicalForm | None, attempts: list[Unreadable], today: datetime.date
) -> Iterator[Reading]:
    """Read once for every combination of choices that the grammar meets."""
    waiting: list[dict[str, int]] = [{}]
    seen: set[tuple[tuple[str, int], ...]] = set()
    while waiting and len(seen) < MOST_READINGS:
        choices = waiting.pop(0)
        key = tuple(sorted(choices.items()))
        if key in seen:
            continue
        seen.add(key)
        slots = pack.layer.facts[fact].grammar == "slots"
        parse = Slots(items, fact, pack, names, base, choices, today=today) if slots else Parse(items, fact, pack, names, base, choices)
        try:
            yield _read(parse)
        except Unreadable as reason:
            attempts.append(reason)
        fresh = {name: size for name, size in parse.open.items() if name not in choices}
        for combination in product(*(range(size) for size in fresh.values())):
            waiting.append(choices | dict(zip(fresh, combination, strict=True))) if fresh else None


def _read(parse: Parse) -> Reading:
    if isinstance(parse, Slots):
        return Reading(slot_form(parse), 0.98, parse.note)
    for rule in RULES:
        rule(parse)
    form = edited(parse) if parse.base is not None else logical_form(parse)
    form = _granted(parse, form)
    left = unexplained(parse)
    if left:
        raise Unreadable("gap", ", ".join(parse.items[index].text for index in left))
    if any(role not in _named_roles(form) for role in _narrower(parse)):
        raise Unreadable("low_confidence", "It is not clear who is meant to have led.", in_part=True)
    lost = vanished(parse, form, _named_roles(form))
    if lost:
        raise Unreadable("low_confidence", f"It is not clear what {lost!r} means here.", in_part=True)
    if any(item.grouped for item in form.thresholds) and form.agg not in ("list", "distinct") and not form.by:
        raise Unreadable("low_confidence", "It is not clear what the condition on a total belongs to.")
    weak = sum(argument.weak and bool(argument.refs) for argument in parse.arguments)
    return Reading(leveled(parse, form), round(0.98 - 0.02 * weak - 0.1 * ("evidence" in parse.open), 2), parse.note)


def _granted(parse: Parse, form: LogicalForm) -> LogicalForm:
    """With how many facts the question says that a sum is of."""
    if parse.granted is None:
        return form
    if form.agg != "sum" or form.by or form.order or form.operands:
        raise Unreadable("low_confidence", "The number of facts is told only beside their sum.")
    return replace(form, expected=parse.granted)


def _narrower(parse: Parse) -> set[str]:
    """Roles that the question names and that are part of a wider one: who led is an investor, but not every investor led."""
    layer = parse.layer
    narrow = {role for role, item in layer.roles.items() if item.where and not item.first}
    return {role for index in parse.all("role") if (role := parse.get(index, "role")) in narrow and not parse.is_verb(index)}


def _named_roles(form: LogicalForm) -> set[str]:
    """The roles that a form asks for, filters by or groups by."""
    filtered = (getattr(item.item if isinstance(item, Not) else item, "role", None) for item in form.filters)
    counted = (item.counted_role for item in form.thresholds)
    return {str(role) for role in (form.role, form.compare, *form.by, *filtered, *counted, *_named_by_operands(form)) if role}


def _named_by_operands(form: LogicalForm) -> set[str]:
    return {role for operand in form.operands for role in _named_roles(operand)}


__all__ = ["LONGEST", "RULES", "understand"]
