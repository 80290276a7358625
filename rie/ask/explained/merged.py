"""What a question says of the same names twice, where a form merges both into one condition.

"Companies that raised a seed and a Series A" raised both; "seed rounds in 2015 and Series A rounds in 2016" have each a time of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rie.ask.form import Item, LogicalForm, PlaceFilter, ValueFilter

_AND = ("and", "also", ",", "then")
_SINGLE = ("a", "an", "its", "their")
_GRAINS = frozenset(("year", "quarter", "month"))


def merged(items: Sequence[Item], form: LogicalForm) -> str | None:
    """The word that joins two conditions of which the form makes one; None where there is none."""
    return _both_values(items, form) or _own_times(items, form) or _again(items, form) or _mixed(items)


def twofold(items: Sequence[Item], form: LogicalForm) -> bool:
    """Whether both are certainly told on their own: "a seed and a Series A", but not "backers of Acme's seed and Series A"."""
    if _own_times(items, form) or _again(items, form):
        return True
    if _both_values(items, form) is None:
        return False
    first, *_, last = _values(items, form)
    led_in = first > 0 and items[first - 1].norm in _SINGLE
    return led_in or any(item.norm in _SINGLE or item.has("verb", "light", "past") for item in items[first + 1 : last])


def _values(items: Sequence[Item], form: LogicalForm) -> list[int]:
    """The items that stand for one of several values of one filter."""
    several = [item for item in form.filters if isinstance(item, ValueFilter) and len(item.values) > 1]
    meant = {(item.column, value) for item in several for value in item.values}
    return [index for index, item in enumerate(items) if any(sense.kind == "value" and sense.value in meant for sense in item.senses)]


def _both_values(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Who took part in the Series A and Series B", "that closed a debt round and had a Series E": both, where the last is no plural."""
    if form.agg not in ("list", "distinct") or form.role is None:
        return None
    listed = ("and",) if any(item.norm == "or" for item in items) else ("and", ",")
    for first, second in pairwise(_values(items, form)):
        between = items[first + 1 : second]
        single = any(item.has("article") for item in between)  # "a seed, a Series A and a Series B"
        link = next((place for place, item in enumerate(between) if item.norm in (listed if single else ("and",))), None)
        after = items[second + 1] if second + 1 < len(items) else None
        plural = items[second].norm.endswith("s") or (after is not None and after.has("noun") and after.norm.endswith("s"))
        if link is not None and not plural and not any(item.norm in ("or", "between", "from") for item in between):
            return between[link].text
    return None


def _own_times(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "Series A rounds in 2016 and Series B rounds in 2017": each has a period of its own."""
    places = [item for item in form.filters if isinstance(item, PlaceFilter)]
    told = {*_values(items, form)} | {index for index, item in enumerate(items) if len(places) > 1 and item.has("place")}
    dated = {index for index, item in enumerate(items) if item.has("period")}
    marks = [(index in dated, index) for index in sorted(told | dated)]
    for (one, start), (two, _), (three, _), (four, end) in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        if (one, two) == (three, four) and one != two:
            return next((item.text for item in items[start:end] if item.norm in _AND), items[end].text)
    return None


def _again(items: Sequence[Item], form: LogicalForm) -> str | None:
    """ "How many companies raised in 2015 and again in 2016": in both, and not in each."""
    again = (two.text for one, two in pairwise(items) if (one.norm, two.norm) == ("and", "again"))
    both = (one.text for one, two in pairwise(items) if one.norm == "both" and (two.has("period") or two.norm == "in"))
    return next(again, None) or next(both, None) if _GRAINS & {*form.by} else None


def _mixed(items: Sequence[Item]) -> str | None:
    """ "Companies that took debt and equity": both, and not what is of no known kind."""
    unknown = (item for item in items if (item.get("value") or ("", ""))[1] == "unknown")
    return next((item.text for item in unknown if "and" in item.norm.split()), None)
