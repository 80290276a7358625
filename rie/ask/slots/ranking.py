"""What a question groups by, ranks, adds up and compares."""

from __future__ import annotations

from rie.ask.form import TextFilter, ValueFilter
from rie.ask.names import english
from rie.ask.names.lexicon import phrase_of
from rie.ask.parse import Unreadable
from rie.ask.read.groups import dimension_at
from rie.ask.slots.periods import set_grain
from rie.ask.slots.state import Slots

_UP = ("largest", "top", "most", "rank", "active")
_DOWN = ("smallest", "least", "worst")
_MANY = 10
_SCOPE = ("across", "during", "over each", "from each")


def groups(slots: Slots) -> None:
    """ "by quarter", "per company", "for each segment", "broken down by country"."""
    for index in slots.free("group"):
        head = index + 1
        while slots.has(head, "article", "beside"):
            head += 1
        if slots.norm(index) == "by" and slots.has(head, "generic") and slots.norm(head).endswith("s") and _acted(slots, index):
            slots.use(index)
            continue
        key = _placed(slots, head) or _key(slots, head)
        told = any(True for _ in slots.all("noun", "how_many"))  # not "what does Roe do, by title"
        if key is None and told and slots.get(head, "attribute") in {name for name, item in slots.layer.values.items() if item.text}:
            raise Unreadable("unknown_attribute", f"{slots.items[head].text!r} is told in words of its own, so nothing is counted by it.")
        if key is None and slots.newest and slots.newest.grain and _leads_to_period(slots, head):
            slots.use(index)
            slots.by.append(slots.newest.grain)
        if key is None:
            continue
        slots.use(index, head)
        mean = slots.norm(index) == "per" and slots.has(head, "grain") and any(slots.get(i, "agg") == "avg" for i in slots.all("agg"))
        if slots.norm(index) not in _SCOPE and not (mean and slots.series):  # "average revenue per quarter" is one number
            slots.by.append(key)
        if slots.has(head, "grain") and slots.series:
            set_grain(slots, key)
        if slots.norm(head + 1) in ("and", ",") and _key(slots, head + 2):
            slots.by.append(str(_key(slots, head + 2)))
            slots.use(head + 1, head + 2)
    for index in slots.free("grain") if slots.series is None else ():
        if slots.norm(index) in ("monthly", "quarterly", "yearly", "annual", "annually"):
            slots.use(index)
            slots.by.append(slots.get(index, "grain"))
    slots.by = list(dict.fromkeys(slots.by))


def _placed(slots: Slots, head: int) -> str | None:
    """ "Acme's revenue by region": by its segments that are places."""
    series, place = slots.series, slots.get(head, "dimension")
    if series is None or not slots.named or slots.texts or place != "region":
        return None
    known = {phrase_of(form) for form in english.forms(series.part_places)}
    found = {text for phrase, senses in slots.names.parts.items() for fact, column, texts in senses for text in texts
             if fact == slots.fact and column == series.part and (phrase in known or slots.names.place_at([*phrase], 0))}  # fmt: skip
    if not found:
        return None
    slots.texts.append(TextFilter(series.part, tuple(sorted(found)), slots.norm(head)))
    return series.part


def _acted(slots: Slots, index: int) -> bool:
    """ "Executives hired in 2018 by companies from the US": who acts, and not what the facts are grouped by."""
    verbs = [before for before in slots.all("verb") if before < index]
    return any(slots.layer.verbs[slots.get(before, "verb")].agent for before in verbs)


def _leads_to_period(slots: Slots, index: int) -> bool:
    """ "for each of the last four quarters"."""
    while slots.norm(index) in ("of", "the"):
        index += 1
    return slots.has(index, "period")


def _key(slots: Slots, index: int) -> str | None:
    if slots.has(index, "part_word") and slots.series:
        return slots.series.part
    if slots.has(index, "generic"):
        return slots.entity_role
    if slots.has(index, "measure", "facet"):
        return None
    return dimension_at(slots, index) if slots.has(index, "role", "dimension", "attribute", "grain") else None


def rankings(slots: Slots) -> None:
    """ "the highest revenue", "top 5 companies by net income", "grew the most", "latest appointment"."""
    _by_date(slots)
    found = [*slots.free(*_UP, *_DOWN, "sort", "direction")]
    found += [index for index in range(len(slots.items)) if slots.series and slots.norm(index) == "league table"]
    if not found:
        return
    if slots.series and any(slots.norm(index) == "record" for index in found):
        raise Unreadable("unknown_attribute", "Records are not in the data; ask for the highest figure.")
    up = [index for index in found if slots.has(index, *_UP) or slots.get(index, "direction")]
    down = [index for index in found if slots.has(index, *_DOWN) or slots.get(index, "direction") is False]
    if down and any(index not in down and not slots.has(index, "rank", "sort") for index in up):
        raise Unreadable("low_confidence", "The question asks for both ends of a ranking; ask for one.")
    slots.use(*found)
    slots.order = "value"
    slots.descending = bool(down) == slots.below_zero
    if any(slots.has(index, "worst") for index in found):
        if any(slots.layer.measures[name].lower_better for name in slots.measures):
            raise Unreadable("low_confidence", "Say whether the highest or the lowest is meant.")
        slots.descending = False
    if any(slots.norm(index) == "most active" or slots.has(index, "active") for index in found):
        slots.agg = "count"
    slots.limit = _limit(slots, found)
    _explain_key(slots, found)


def _limit(slots: Slots, found: list[int]) -> int | None:
    for index in found:
        near = next((i for i in (index + 1, index - 1) if slots.has(i, "number") and i not in slots.used), None)
        if near is not None:
            return _number(slots, near)
    before = [i for i in slots.free("number") if slots.has(i + 1, "role", "grain", "noun") and i < found[0]]
    counted = sorted({*before, *(i for i in slots.free("number") if slots.has(i + 1, "generic"))})
    if len(counted) == 1:
        return _number(slots, counted[0])
    whole = any(slots.norm(index) == "ranking" and slots.norm(index - 1) in ("full", "whole", "complete") for index in found)
    if whole or all(slots.has(index, "rank", "sort", "direction") or slots.norm(index) == "league table" for index in found):
        return None
    heads = [i for i in slots.all("generic", "role", "grain", "part_word", "noun") if not slots.has(i - 1, "group")]
    asked = next((i for i in slots.all("which", "who") if not slots.has(i - 1, "generic", "role")), None)
    before = [i for i in heads if i < found[0]]  # "the company with the most departures"
    before = before or [i for i in heads if slots.has(i, "generic")]
    heads = before[:1] or heads if asked is None else [i for i in heads if 0 < i - asked <= 2][:1]
    plural = any(slots.norm(i).endswith("s") and slots.norm(i) not in ("business", "does") for i in heads)
    return _MANY if plural else 1


def _number(slots: Slots, index: int) -> int:
    slots.use(index)
    limit = int(slots.get(index, "number"))
    if not 1 <= limit <= 1000:
        raise Unreadable("low_confidence", "A ranking holds 1 to 1,000 rows.")
    return limit


def _explain_key(slots: Slots, found: list[int]) -> None:
    """ "by revenue", "by number of departures": what the ranking goes by."""
    for index in slots.free("group", "prep"):
        if slots.norm(index) not in ("by", "in", "of"):
            continue
        after = index + 1
        while slots.has(after, "article", "agg", "beside"):
            after += 1
        if slots.has(after, "measure", "facet", "how_many", "noun", "value") and slots.norm(index) == "by":
            slots.use(index)
            if slots.has(after, "how_many"):
                slots.use(after)
                slots.agg = "count"


def _by_date(slots: Slots) -> None:
    """ "the latest CEO change", "the first departure": of facts that are no figures."""
    found = list(slots.free("latest", "earliest", "previous"))
    if slots.series or not found:
        return
    head = found[0] + 1
    while slots.has(head, "role", "generic", "value", "article", "place", "number", "entity", "poss"):
        head += 1
    if len(found) == 1 and _of_a_post(slots, found[0]):
        return
    if len(found) > 1 or slots.has(found[0], "previous") or not slots.noun_at(head):
        raise Unreadable("low_confidence", f"It is not clear what {slots.items[found[0]].text!r} belongs to.")
    slots.use(*found)
    number = next((i for i in (found[0] + 1, found[0] - 1) if slots.has(i, "number")), None)
    slots.order, slots.descending = "date", not slots.has(found[0], "earliest")
    slots.limit = _number(slots, number) if number is not None else 1


def _of_a_post(slots: Slots, index: int) -> bool:
    """ "the newest CFO of Acme" came last, "the previous CFO" left last; "the last" may be either."""
    holder = slots.layer.holder
    posts = [item for item in slots.texts if holder and item.column == holder.post]
    spoken = slots.spoken or slots.told or any(holder and item.column == holder.action for item in slots.values)
    kind = slots.has(index + 1, "value") and slots.norm(index) not in ("last", "final", "last time")
    if holder is None or not posts or spoken or not kind or slots.has(index, "earliest") or holder.of not in slots.named:
        return False
    action = holder.ends if slots.has(index, "previous") else holder.begins
    slots.values.append(ValueFilter(holder.action, (action,)))
    slots.use(index)
    slots.order, slots.descending, slots.limit = "date", True, 1
    return True


def aggregates(slots: Slots) -> None:
    """ "total", "average", "median"."""
    told = [index for index in slots.free("agg") if slots.series or slots.norm(index) not in english.UNTIL_NOW]
    found = [slots.get(index, "agg") for index in told]
    words = slots.sums = [slots.norm(index) for index in told]
    slots.use(*slots.free("agg"))
    _middle(slots)
    plus = [index for index in range(len(slots.items)) if slots.norm(index) == "plus"]
    combined = any(item.norm in english.COMBINED or item.norm in english.COMES_TO for item in slots.items) or plus
    names = len(slots.named.get(slots.layer.subject, ())) if slots.series else 0
    if not found and combined and max(len(slots.spans), slots.parts, names) > 1:
        found, slots.sums = ["sum"], ["together"]
        slots.use(*plus)
    ends = {"max": True, "min": False}
    for name in [name for name in ends if name in found]:
        slots.order, slots.descending, slots.limit = "value", ends[name], slots.limit or 1
    kinds = {*found} - {*ends}
    if len(kinds) > 1:
        raise Unreadable("low_confidence", "The question asks for several numbers at once; ask for one.")
    if any(word in ("to date", "so far", "cumulative", "cumulatively") for word in words) and slots.series:
        raise Unreadable("unknown_period", "What adds up since a day is not in the data; ask for quarters or years.")
    if kinds:
        slots.agg = kinds.pop()


def _middle(slots: Slots) -> None:
    """ "The midpoint of its guidance": of the two ends of a range that is told."""
    words = [*slots.free("middle")]
    if not words or slots.series is None:
        return
    slots.use(*words)
    slots.middle = True
    for column, name in slots.series.between.items():
        if not any(item.column == column for item in slots.values):
            slots.values.append(ValueFilter(column, tuple(slots.layer.values[column].sets[name].values)))


def comparison(slots: Slots) -> None:
    """ "compare Acme and Globex", "did Acme or Globex earn more", "higher revenue than Globex"."""
    words = [*slots.free("compare", "more", "less"), *(index for index in slots.all("compare") if slots.has(index, "value"))]
    beside = (index for index in slots.all("value") if slots.norm(index - 1) in ("and", "&", "plus"))
    both = slots.measures and any(slots.get(index, "value")[0] in _defaults(slots) for index in beside)  # "EPS and consensus"
    if words or slots.repeated or both:
        _beside_default(slots)
    several = max((len(refs) for refs in slots.named.values()), default=0) > 1
    several = several or len(slots.spans) > 1 or slots.parts > 1 or any(len(item.values) > 1 for item in slots.values)
    linked = [index for index in slots.free("op") if slots.compared or slots.has(index + 1, "entity")]
    if not several or not (words or linked):
        return
    slots.use(*words, *linked, *(index for index in range(len(slots.items)) if slots.norm(index) == "than"))
    slots.compared = True
    less = any(slots.has(index, "less") or slots.get(index, "op") == "<" for index in (*words, *linked))
    slots.descending = less == slots.below_zero


def _defaults(slots: Slots) -> dict[str, list[str]]:
    return slots.series.defaults if slots.series else {}


def _beside_default(slots: Slots) -> None:
    """ "Compare revenue with consensus": what is actual stands beside it."""
    alone = not any(len(refs) > 1 for refs in slots.named.values()) and len(slots.spans) < 2
    defaults = slots.series.defaults if slots.series and alone else {}
    for item in [item for item in slots.values if item.column in defaults and defaults[item.column][0] not in item.values]:
        slots.values.remove(item)
        slots.values.append(ValueFilter(item.column, (defaults[item.column][0], *item.values)))
