"""What a question says and no part of a form is about: values, measures, roles, limits, comparisons, verbs of other facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from rie.ask.form import Item, LogicalForm, Nested, Not, Told
from rie.ask.names import english

_LIMITS: Final = frozenset(  # words that change what is asked wherever they stand
    (
        "only", "just", "solely", "merely", "alone", "exactly", "half", "twice", "thrice", "double", "triple", "almost", "nearly", "barely",
        "former", "formerly", "other", "another", "else", "same", "similar", "different", "unless", "worst", "looking", "seeking",
        "whatever", "divided", "gross", "net", "remaining", "none", "public",
    )
)  # fmt: skip
_NEXT: Final = re.compile(r"\b(?:second|third|fourth|fifth|[2-5](?:nd|rd|th))[ -]+(?:largest|biggest|highest|most|smallest|best)\b")
_TOLD: Final = ("verb", "noun", "role", "measure", "value", "typed", "attribute", "facet", "estimate", "beat")


def unsaid(items: Sequence[Item], form: LogicalForm) -> str | None:
    """What a question says and a form leaves open: a measure or role of its facts, a value of one of their columns, a limit ("only"), the
    end of an open range ("from Series B on"); or the facts that it is about and the question is not. None if there is no such thing."""
    forms = list(_forms(form))
    facts, about = dict.fromkeys(part.fact for part in forms), {column for part in forms for column in _columns(part)}
    for item in items:
        columns = {sense.value[0] for sense in item.senses if sense.kind == "value" and sense.fact in facts}
        alone = all(sense.kind in ("measure", "role") for sense in item.senses)
        measures = {sense.value for sense in item.senses if alone and sense.fact in facts}
        if any(said and said.isdisjoint(about) for said in (columns, measures)):
            return item.text
    strange = (fact for fact in facts if not _is_told(items, fact))
    found = (rule(items, forms) for rule in (_whether, _second, _compared, _untold, _days, _average))
    return _limit(items) or _event(items, facts) or next(filter(None, found), None) or next(strange, None)


def _limit(items: Sequence[Item]) -> str | None:
    """ "Only", "half of", "from Series B on"."""
    words = [item for item in items if any(map(str.isalnum, item.norm))]
    ends = (item for item in words[-1:] if item.norm in ("on", "onward", "onwards", "up"))
    limits = (item for item in items if not item.has("measure", "value") and not _LIMITS.isdisjoint(item.norm.split()))
    return next((item.text for item in (*ends, *limits)), None)


def _second(items: Sequence[Item], forms: Sequence[LogicalForm]) -> str | None:
    """ "The second-largest": not the largest."""
    found = None if forms[0].offset else _NEXT.search(" ".join(item.norm for item in items))
    return found[0] if found else None


def _whether(items: Sequence[Item], forms: Sequence[LogicalForm]) -> str | None:
    """ "Did it raise more in 2017?": yes or no; "should we buy it?": advice."""
    asked = bool(items) and items[0].norm in (*english.AUXILIARIES, "should", "would", "could", "may", "might")
    return items[0].text if asked and forms[0].agg not in ("exists", "estimate") else None


def _compared(items: Sequence[Item], forms: Sequence[LogicalForm]) -> str | None:
    """ "Boston rounds vs New York rounds", "the higher of its segments", "who joined or left": two things that one form puts together."""
    apart = bool(forms[0].compare or forms[0].by or forms[0].operands or forms[0].beat or forms[0].thresholds or len(forms[0].spans) > 1)
    verbs = [place for place, item in enumerate(items) if item.has("verb") and not item.has("aux", "light")]
    between = (items[place] for first, last in pairwise(verbs) for place in range(first + 1, last))
    rivals = (item for item in items if item.has("compare", "more", "less") and not item.has("op", "op_after"))
    return next((item.text for item in (*(item for item in between if item.norm == "or"), *(() if apart else rivals))), None)


def _untold(items: Sequence[Item], forms: Sequence[LogicalForm]) -> str | None:
    """ "With undisclosed investors": whether something is told at all."""
    told = any(isinstance(item.item if isinstance(item, Not) else item, Told) for form in forms for item in form.filters)
    return next((item.text for item in items if not told and item.norm in ("undisclosed", "disclosed", "unknown", "undocumented")), None)


def _days(items: Sequence[Item], forms: Sequence[LogicalForm]) -> str | None:
    """ "Which day had the most rounds": a longer period is no day."""
    grouped = forms[0].by or forms[0].grain or forms[0].order
    return next((item.text for item in items if grouped and item.norm in ("day", "days", "week", "weeks", "weekday", "weekdays")), None)


def _event(items: Sequence[Item], facts: Collection[str]) -> str | None:
    """ "How much did the acquired startups raise": a verb of other facts."""
    verbs = ((item, {sense.fact for sense in item.senses if sense.kind == "verb"}) for item in items if not item.has("aux", "light"))
    return next((item.text for item, told in verbs if told and told.isdisjoint(facts)), None)


def _average(items: Sequence[Item], forms: Sequence[LogicalForm]) -> str | None:
    """ "Median number of rounds" without a median; "what share of its rounds" of those of all."""
    made = {form.agg for form in forms}
    counted = any(item.has("how_many") for item in items)
    means = (item.text for item in items if item.get("agg") in ("avg", "median") and (counted or item.get("agg") not in made))
    own = (item.text for item in items if item.has("anaphor") and not made.isdisjoint(("share", "ratio")))
    return next(means, None) or next(own, None)


def _is_told(items: Sequence[Item], fact: str) -> bool:
    return any(sense.fact == fact and sense.kind in _TOLD for item in items for sense in item.senses)


def _forms(form: LogicalForm) -> Iterator[LogicalForm]:
    """A form and those within it."""
    yield form
    inner = (item.item if isinstance(item, Not) else item for item in form.filters)
    for part in (*(item.form for item in inner if isinstance(item, Nested)), *form.operands):
        yield from _forms(part)


def _columns(form: LogicalForm) -> Iterator[str | None]:
    """The columns, roles and measures that a form asks for, filters by or groups by."""
    yield from (form.role, form.attribute, form.date, form.compare, form.measure, form.facet, *form.by)
    told = [item.item if isinstance(item, Not) else item for item in (*form.filters, *form.thresholds)]
    yield from (getattr(item, name, None) for item in told for name in ("column", "measure", "role", "counted_role"))
