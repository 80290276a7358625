"""The kind of answer that the words of a question ask for, against the kind that a form gives: names, a number, a gap, a number of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from rie.ask.form import Item, LogicalForm, Ref, RoleFilter, ValueFilter
from rie.ask.names import english

_ONE_NUMBER = ("count", "distinct", "sum", "avg", "median", "exists")
_NAMES = ("list", "facts", "holder")
_PERCENT = ("by what percentage", "by what percent", "by how many percent")
_SUMS = ("sum", "avg", "median")
_OWNED = ("portfolio", "compan", "startup", "start up", "firm", "business", "investee")
STATUS = "status"
_BACKERS = ("investor", "lead")
_PARTS = ("cheque", "check", "part", "portion", "slice", "chunk", "share", "ticket", "contribution", "piece", "proportion")
_QUANTIFIERS = frozenset(("all", "every", "each"))
_GAPS = ("by how much", "by what amount", "by what percentage", "by what percent", "by how many percent", "by how far")


def mismatched(items: Sequence[Item], form: LogicalForm) -> str | None:
    """The word of a question that asks for another kind of answer than its form gives; None where there is none."""
    return next((word for check in CHECKS if (word := check(items, form)) is not None), None)


def _is_one(form: LogicalForm) -> bool:
    """Whether a form gives one value that is no name."""
    looked_up = form.agg == "lookup" and (form.measure is not None or form.attribute is not None) and form.role is None
    return not form.by and (form.agg in _ONE_NUMBER or looked_up or bool(form.operands))


def _who(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Who bought the stake?", "are there buyers? who?": names are asked for, and no number."""
    if not _is_one(form) or form.grain or form.spans:
        return None
    for index, item in enumerate(items):
        before = items[index - 1] if index else None
        relative = before is not None and before.has("generic", "role", "noun", "typed", "entity")
        if not item.has("who") or item.norm.endswith(("one", "body")) or relative:
            continue
        ends = _ends(items, index)
        first = not any(other.has("aux", "which", "how_much", "how_many", "when", "where") for other in items[:index])
        if first or ends:
            return item.text
    return None


def _how_many(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Acme # joined": a number is asked for, and no names; a number of kronor is no number of facts."""
    counted = any(item.measure.startswith("count") for item in form.thresholds) or form.order is not None or bool(form.by)
    asked = (item.text for item in items if item.has("how_many") and not counted and form.agg in _NAMES and not form.measure)
    kept = [*(item for item in items if not item.has("place")), *items[-1:]]
    triples = zip(kept, kept[1:], kept[2:], strict=False) if form.agg in ("count", "distinct") else ()
    money = (two.text for one, two, after in triples if one.has("how_many") and two.has("currency") and not after.has("noun", "typed"))
    return next(asked, None) or next(money, None)


def _gap(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Acme raised more than Globex, by how much?": a difference, and not the two numbers; "by what percentage" is no sum."""
    if form.agg in ("difference", "gap") and any(item.norm in _PERCENT for item in items):
        return "percentage"
    told = form.operands or form.beat or form.facet
    words = [item for item in items if any(map(str.isalnum, item.norm))][-2:]
    if not told and [item.norm for item in words] == ["by", "what"]:
        return words[-1].text  # "was up by what?"
    return next((item.text for item in items if item.norm in _GAPS), None) if not told else None


def _grouped(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Number of appointments by post": of each, and not of all; "rounds by size" are ranked."""
    if form.by or form.operands or form.order:
        return None
    number = form.agg in ("count", "distinct", "sum", "avg", "median")
    for index, item in enumerate(items[:-1]):
        head = items[index + 1]
        if item.norm == "by" and head.norm.startswith("what"):
            return head.text
        ends = _ends(items, index + 1)
        kinds = ("role", "attribute", "dimension", "generic", *(("noun", "typed") if item.norm == "by" else ()))
        told = number and head.has(*kinds) and not head.norm.endswith("s")
        ranked = item.norm == "by" and form.agg != "lookup" and head.has("measure", "noun", "how_many") and not head.has("role", "value")
        if item.norm in ("by", "per") and (told or ranked) and ends and not head.has("entity", "place"):
            return head.text
    return None


def _second(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Which acquirer did how many deals": who, and a number of each."""
    if form.by or form.measure or form.operands:
        return None
    first = next((index for index, item in enumerate(items) if item.has("who") or item.norm.startswith("which")), len(items))
    for index in range(first + 2, len(items)):
        item, after = items[index], items[index + 1] if index + 1 < len(items) else None
        joined = any(other.norm in ("and", ",", "?", ".", ":", ";", "that", "whose") for other in items[first:index])
        bare = item.norm == "what" and (after is None or after.has("period", "prep") or not any(map(str.isalnum, after.norm)))
        picked = item.norm == "which" and items[index - 1].has("verb")  # "who led which rounds"
        if not joined and (item.has("how_many", "how_much") or bare or picked):
            return item.text
    return None


def _again(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Did Acme find a buyer, and what did it fetch?": two questions."""
    whether = bool(items) and items[0].has("aux") and form.agg != "exists"
    links = (two for one, two in pairwise(items) if whether and one.norm == "and")
    kinds = ("which", "how_much", "when") if form.agg in _NAMES else ("which", "how_much", "when", "who")  # "has it a CFO, and who is it"
    return next((item.text for item in links if item.has(*kinds)), None)


def _of_itself(items: Sequence[Item], form: LogicalForm) -> str | None:
    """A number of companies of each company is one, a sum of all is no condition of each, and who is named is not asked for."""
    if form.agg in ("count", "sum", "avg") and not form.by and any(item.grouped for item in form.thresholds):
        return form.agg
    if form.agg == "distinct" and form.role in form.by:
        return str(form.role)
    if form.agg == "facts" and form.order and form.role is not None:
        named = any(isinstance(item, RoleFilter) and item.role == form.role and len(item.refs) == 1 for item in form.filters)
        return form.role if named else None
    return None


def _letter(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "The size of the Acme A": a capital letter within a question is the letter of a round, and no article."""
    small = any(item.text[:1].islower() for item in items)
    if len(items) > 2 and items[0].text == "A" and items[1].norm == "count":
        return items[0].text
    for before, item, after in zip(items, items[1:], [*items[2:], None], strict=False):
        starts = before.norm in (".", "?", "!", ":", ";", '"', "(", "-") or (after is not None and after.has("typed"))
        if small and item.text in ("A", "As") and not starts and item.has("article", "prep", "function"):
            return item.text
    return None


def _year_as_sum(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Deals, date < 2016": a year is no sum of money."""
    sums = {item.low for item in form.thresholds if not item.measure.startswith("count")}
    years = {low for low in sums if low == int(low) and 1990 <= low <= 2050}
    return next((item.text for item in items if item.get("number") in years and not item.has("money")), None) if years else None


def _ends(items: Sequence[Item], index: int) -> bool:
    """Whether no word stands behind an item."""
    return not any(any(map(str.isalnum, item.norm)) for item in items[index + 1 :])


def _listed(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Acquirer, sum of prices", "funding over $20m, companies", "which deals are priced in euro": names or facts, and no number."""
    if not _is_one(form) or form.grain or form.spans or form.agg == "exists":
        return None
    words = [index for index, item in enumerate(items) if any(map(str.isalnum, item.norm)) and not (item.has("prep") and index == 0)]
    if len(words) < 2:
        return None
    first, last = items[words[0]], items[words[-1]]
    if first.has("role", "generic") and not first.has("entity", "how_many", "value") and items[words[0] + 1].norm == ",":
        return first.text
    if (
        last.has("role", "generic")
        and last.norm.endswith("s")
        and items[words[-1] - 1].norm == ","
        and not any(item.has("how_many", "how_much") for item in items)
    ):
        return last.text
    noun = next((index for index in range(words[0] + 1, len(items)) if not items[index].has("value", "place", "article", "period")), None)
    which = first.norm == "which" and form.agg in _SUMS
    return first.text if which and noun is not None and items[noun].has("noun") and items[noun].norm.endswith("s") else None


def _named(item: Item, form: LogicalForm) -> RoleFilter | None:
    """The filter of a form that a name stands for."""
    refs: tuple[Ref, ...] = item.get("entity") or ()
    return next((part for part in form.filters if isinstance(part, RoleFilter) and {*part.refs} & {*refs}), None)


def _portfolio(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Total raised by Acme's companies": what they raised in all rounds, not in those that Acme had a part in."""
    if form.agg not in _SUMS or form.by:
        return None
    for index, item in enumerate(items):
        part = _named(item, form)
        head = index + 1 + (index + 1 < len(items) and items[index + 1].has("poss"))
        if part is not None and head < len(items) and items[head].has("generic", "role") and items[head].norm.startswith(_OWNED):
            return items[head].text
    return None


def _every(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Which companies raised every year": who did in each of them, not how many did in each. "Which investor joined all of Acme's
    rounds": who was in each of them, not who was in any."""
    if not items or not items[0].has("which", "who"):
        return None
    if form.agg in ("distinct", "count") and form.by and form.order is None:
        return next((item.text for item in items if item.norm.split()[-1] == "every"), None)
    verb = next((place for place, item in enumerate(items) if item.has("verb", "light")), len(items))
    behind = pairwise(items[verb + 1 :]) if form.agg == "list" and form.role else ()
    quantified = (item for item, after in behind if item.norm.split()[0] in _QUANTIFIERS and not after.has("number", "which"))
    return next((item.text for item in quantified), None)


def _currency(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "In Japanese currency": an amount, not which currency it is."""
    return next((two.text for one, two in pairwise(items) if one.has("place") and two.norm in ("currency", "currencies")), None)


def _doing(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Who does the most seed rounds": whether those who raise or those who invest is not said."""
    return next((one.text for one, two in pairwise(items) if form.role or form.by if one.has("who") and two.norm == "does"), None)


def _whose(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Whose companies were bought?": to whom they belong, not which they are."""
    told = len(items) > 1 and items[0].norm == "whose" and items[1].has("generic", "role") and not form.thresholds
    plain = form.agg in ("list", "distinct") and form.order is None
    return items[0].text if told and plain and items[1].norm.startswith(_OWNED) else None


def _between(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "The change between Q2 2017 and Q2 2018": from the one to the other, not the changes that were told in each."""
    several = form.facet is not None and (len(form.spans) > 1 or form.grain is not None)
    return next((item.text for item in items if several and (item.has("between") or item.text.lower().startswith("between "))), None)


def _announced(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Announced rounds", without a word of when: those that are announced and not closed, or all of them."""
    bare = form.period is None and form.on(STATUS) is None and form.order is None
    return next((one.text for one, two in pairwise(items) if bare and one.norm == "announced" and two.has("noun", "typed")), None)


def _each_alone(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Companies whose rounds together stay under $5m": all of them, not each; "Acme and Globex together": both, not each."""
    single = form.agg == "list" and any(not item.grouped and not item.measure.startswith("count") for item in form.thresholds)
    several = any(isinstance(item, RoleFilter) and len(item.refs) > 1 for item in form.filters)
    alone = (
        form.agg == "lookup"
        and form.measure is not None
        and not form.thresholds
        and not any(isinstance(item, ValueFilter) and len(item.values) > 1 for item in form.filters)
    )  # "and together with the Series C?"
    if alone and not several:
        return next((one.text for one, two in pairwise(items) if one.norm in english.TOGETHER and two.norm == "with"), None)
    apart = several and form.agg in ("lookup", "facts") and form.measure is not None and form.order is None
    return next((item.text for item in items if (single or apart) and item.norm in english.COMBINED), None)


def _predicate(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Which deals were stakes?", "acquisitions of stakes": a kind of facts, and not a number of each."""
    if form.agg != "facts" or form.measure is None or form.thresholds or form.order is not None:
        return None
    for before, link, item in zip(items, items[1:], items[2:], strict=False):
        bare = item.get("measure", form.fact) == form.measure and item.norm.endswith("s")
        if bare and before.has("noun") and (link.norm in english.COPULA or link.norm == "of"):
            return item.text
    return None


def _companies(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Name all companies in which Acme led": companies, and nobody who leads one."""
    inside = any(ref.kind != "person" for item in form.filters if isinstance(item, RoleFilter) for ref in item.refs)
    asked = form.agg == "holder" and inside and bool(items) and items[0].has("show", "which")
    return next((item.text for item in items[1:3] if asked and item.has("generic")), None)


def _own_part(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Acme's own cheque within the Series B", "the part of it that Acme put up": what one backer gave is no size of the round."""
    if not any(isinstance(item, RoleFilter) and item.role in _BACKERS for item in form.filters):
        return None
    for index, item in enumerate(items):
        named = _named(item, form)
        after = [other.norm for other in items[index + 1 : index + 4]]
        if named is not None and named.role in _BACKERS and items[index + 1 : index + 2] and items[index + 1].has("poss"):
            told = next((norm for norm in after[1:] if norm != "own"), "")
            if told.split()[-1:] and told.split()[-1] in _PARTS:
                return told
        if item.norm.removesuffix(" of") in _PARTS[2:] and (item.norm.endswith(" of") or after[:1] == ["of"]):
            return item.text
    return next((one.text for one, two in pairwise(items) if one.norm == "own" and two.norm in _PARTS), None)


Check = Callable[[Sequence[Item], LogicalForm], str | None]
CHECKS: tuple[Check, ...] = (
    _who, _how_many, _gap, _grouped, _second, _again, _of_itself, _letter, _year_as_sum, _listed, _portfolio, _every,
    _currency, _doing, _whose, _predicate, _between, _announced, _each_alone, _companies, _own_part,
)  # fmt: skip
