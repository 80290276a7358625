"""What a question asks for: numbers, names, facts, dates, how many, or whether."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rie.ask.parse import Unreadable
from rie.ask.read.groups import dimension_at
from rie.ask.slots.periods import set_grain
from rie.ask.slots.state import Slots

_BEFORE_HEAD = ("article", "number", "value", "largest", "smallest", "top", "beside", "place", "active", "most")


@dataclass(frozen=True)
class Asked:
    """`kind` is count, distinct, names, attribute, number, facts, exists or None; `value` the role or column that it is of."""

    kind: str | None = None
    value: str | None = None


def _how_many(slots: Slots) -> Asked | None:
    index = next(iter(slots.free("how_many")), None)
    if index is None:
        return None
    slots.use(index)
    head = slots.head_after(index + 1 + (slots.norm(index + 1) in ("its", "their")))
    if head is not None and slots.has(head, "measure") and slots.has(head + 1, "generic"):
        head += 1  # "how many loss-making companies"
    if slots.has(index + 1, "currency"):
        return Asked("number")
    if head is None or slots.noun_at(head) or (slots.has(head, "role") and slots.noun_at(head + 1)):
        if slots.series and head is None:
            raise Unreadable("unknown_attribute", "It is not clear what is to be counted.")
        return Asked("count")
    if slots.has(head, "generic", "role"):
        return Asked("distinct", slots.get(head, "role") or slots.entity_role)
    if slots.has(head, "grain") and slots.series:
        slots.use(head)
        set_grain(slots, slots.get(head, "grain"))
        return Asked("count")
    key = dimension_at(slots, head) if slots.has(head, "dimension") else None
    if key is None:
        raise Unreadable("unknown_attribute", f"{slots.items[head].text!r} cannot be counted.")
    slots.use(head)
    return Asked("distinct", key)


def _when(slots: Slots) -> Asked | None:
    index = next(iter(slots.all("when")), None)
    if index is None:
        return None
    slots.use(index)
    return Asked("attribute", slots.layer.date)


def _names(slots: Slots) -> Asked | None:
    """ "which companies", "list the executives", "in which quarter", "which segments"."""
    for index in slots.all("which", "show", "rank"):
        if slots.series and slots.base is None and slots.norm(index + 1) in ("ones", "those", "the ones"):
            slots.use(index, index + 1)
            return Asked("names", slots.entity_role)
        if slots.series and slots.norm(index) == "whose" and not slots.named and not slots.has(index - 1, "generic", "role"):
            return Asked("names", slots.entity_role)
        head = _head(slots, index)
        if head is None:
            continue
        if slots.has(head, "grain") and slots.series:
            slots.use(index, head)
            return Asked("names", slots.get(head, "grain"))
        if slots.has(head, "part_word") and slots.series:
            slots.use(index, head)
            return Asked("names", slots.series.part)
        if slots.has(head, "generic", "role") and not slots.has(head - 1, "group"):
            return Asked("names", slots.get(head, "role") or slots.entity_role)
    return None


def _superlative(slots: Slots) -> Asked | None:
    """ "Acme's biggest segment", "the best quarter by revenue"."""
    for index in slots.all("largest", "smallest", "top", "most"):
        head = index + 1
        while slots.has(head, "number", "beside"):
            head += 1
        if slots.series and slots.has(head, "grain", "part_word") and slots.norm(head) not in ("quarterly", "annual", "yearly"):
            slots.use(head)
            return Asked("names", slots.get(head, "grain") or slots.series.part)
    return None


def _head(slots: Slots, index: int) -> int | None:
    """The noun of "which" or "list": of a series also "quarter", "segments"."""
    start = index + 1
    while slots.has(start, *_BEFORE_HEAD, "place", "seat") or slots.norm(start) in ("of", "new", "different", "-"):
        start += 1
    owned = start + 1 + slots.has(start + 1, "poss")
    if slots.has(start, "entity") and slots.has(owned, "part_word"):
        return owned  # "which Acme segment"
    return start if slots.has(start, "generic", "role", "grain", "part_word") else None


def _who(slots: Slots) -> Asked | None:
    """ "who left Acme"; of figures the companies: "who had the highest revenue"; who hires is a company too."""
    for index in slots.all("who"):
        if _acts(slots, index):
            if slots.entity_role in slots.named:
                raise Unreadable("unknown_attribute", "Who decides on it is not in the data.")
            return Asked("names", slots.entity_role)
        if not slots.has(index - 1, "generic", "role"):
            return Asked("names", slots.person_role or slots.entity_role)
    return None


def _acts(slots: Slots, index: int) -> bool:
    """ "who hired a CFO", "by whom was Roe appointed": whether who is asked for is who acts."""
    verbs = [slots.layer.verbs[slots.get(verb, "verb")].agent for verb in slots.all("verb")]
    if slots.succession:
        return False
    if slots.norm(index - 1) == "by":
        return any(verbs)
    verb = index + 1
    while slots.norm(verb) in ("has", "have", "had", "also", "just", "already", "to", "had to", "has to", "have to"):
        verb += 1
    return slots.norm(index) == "who" and slots.has(verb, "verb") and bool(slots.layer.verbs[slots.get(verb, "verb")].agent)


def _keywords(slots: Slots) -> Asked | None:
    """ "companies CFO appointed 2017": a noun that no preposition puts into a phrase, without a word that asks."""
    if slots.entity_role in slots.named or slots.person_role in slots.mentioned or slots.by or (slots.series and not _chosen(slots)):
        return None
    for index in slots.all("generic"):
        free = not slots.has(index, "role") and not slots.has(index + 1, "poss", *(() if slots.series else ("noun",)))
        before = index - 1
        while slots.has(before, "place", "article", "value", "negation") or slots.norm(before) in ("-", "based"):
            before -= 1
        if slots.places and index > 0 and before >= 0:
            continue  # "appointments 2018 non-US companies": of whom
        plural = slots.norm(index).endswith("s") or slots.order or slots.person_role in slots.named
        if free and plural and not slots.has(before, "prep", "group", "compare", "op"):
            return Asked("names", slots.entity_role)
    return None


def _chosen(slots: Slots) -> bool:
    """Whether a question about figures chooses among companies: by a number, a ranking, an estimate, or by who reported at all."""
    return bool(slots.thresholds or slots.order or slots.beat or (slots.spoken and not slots.measures and slots.spans))


def _headed(slots: Slots) -> Asked | None:
    """ "companies that appointed a CFO", "companies with a new CEO"."""
    first = next((i for i in range(len(slots.items)) if not slots.has(i, "article", "place")), 0)
    part = first + slots.has(first, "entity") + slots.has(first + 1, "poss")
    if slots.series and slots.has(part, "part_word") and slots.norm(part + 1) in ("that", "which", "with") and slots.order:
        slots.use(part)
        return Asked("names", slots.series.part)
    told = slots.norm(first + 1) in ("that", "which", "who", "with", "whose")
    return Asked("names", slots.entity_role) if told and slots.has(first, "generic") and not slots.has(first, "role") else None


def _where(slots: Slots) -> Asked | None:
    """ "Where did Jane Roe become CFO?": at which company."""
    return (
        Asked("names", slots.entity_role)
        if slots.person_role and slots.entity_role not in slots.named and any(True for _ in slots.all("where"))
        else None
    )


def _attribute(slots: Slots) -> Asked | None:
    for index in slots.free("attribute"):
        if not _is_beside(slots, index):
            slots.use(index)
            return Asked("attribute", slots.get(index, "attribute"))
    return None


def _is_beside(slots: Slots, index: int) -> bool:
    """ "the CFO job", "the post of CFO", "with an effective date in 2022": the word tells what stands beside it."""
    column = slots.get(index, "attribute")
    if slots.base is None and slots.norm(index - 1) in ("their", "his", "her") and not slots.has(index - 2, "which", "aux"):
        return True  # "who left their jobs"
    after = index + 1 + (slots.norm(index + 1) == "of")
    before = index - 1 - slots.has(index - 1, "poss")
    if any(slots.has(near, "value") and slots.get(near, "value")[0] == column for near in (before, after)):
        return True
    dated = slots.pack.tables[slots.fact].columns[column].type == "date"
    after = index + 1 + slots.has(index + 1, "prep")
    if not dated or column == slots.layer.date or not slots.has(after, "period") or not any(True for _ in slots.all("noun")):
        return False
    slots.use(index)
    slots.date = column
    return True


def _number(slots: Slots) -> Asked | None:
    if not slots.measures and not slots.facet:
        return None
    slots.use(*slots.free("how_much"))
    return Asked("number")


def _whether(slots: Slots) -> Asked | None:
    before = ("function", "follow", "prep", "period")  # "in 2018, did Acme name a CFO"
    first = next((i for i in range(len(slots.items)) if not slots.has(i, *before) or slots.has(i, "aux")), None)
    if first is None or first > 3 or not slots.has(first, "aux"):
        return None
    if slots.norm(first + 1) == "there":
        first += 1
    return Asked("exists") if slots.has(first + 1, "entity", "generic", "role", "article", "value") else None


def _facts(slots: Slots) -> Asked | None:
    """ "executive departures at Acme", "results of Acme"; a post alone asks for its people."""
    if any(True for _ in slots.all("noun")):
        return Asked("facts")
    if slots.person_role and (slots.texts or slots.values):
        return Asked("names", slots.person_role)
    if slots.mentioned:
        return Asked("names", min(slots.mentioned))
    return None


FINDERS: tuple[Callable[[Slots], Asked | None], ...] = (
    _how_many, _when, _where, _superlative, _names, _who, _headed, _keywords, _attribute, _number, _whether, _facts,
)  # fmt: skip


def what_is_asked(slots: Slots) -> Asked:
    """What is asked for: the first that one of the finders sees; the others explain no words."""
    return next((found for find in FINDERS if (found := find(slots)) is not None), Asked())
