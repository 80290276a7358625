"""Figures that are told twice in step: "earnings of $5m on sales of $30m, up from earnings of $4m on sales of $28m".

What stands behind the word that compares is earlier, each figure that of the metric which its own words name, or which stands in its
place before that word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rie.pack import Event, Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

IN_STEP = 0.97  # how sure such a relation is
BASIS = 25  # characters before a metric in which it is said to be adjusted
_SAME = {"profit", "profits", "loss", "losses", "earnings", "income", "net"}  # words that mean whichever result was named before
_WORDS = (r"(?:an?|the|its|net|operating|pre-?tax|after-?tax|year-(?:ago|earlier|before)|(?:19|20)\d\d(?:['\u2019]s)?|last year['\u2019]s"
          r"|prior-year|restated|adjusted|total|about|some|nearly|almost|record)")
_COMPARES = re.compile(
    rf"(?:\b(?:up|down) from|\bcompared (?:with|to)|\bas against|\bagainst|\bversus|\bvs\.?|(?:^[\s,]*)from)(?: {_WORDS})* $",
    re.IGNORECASE)
_ADJUSTED = re.compile(r"\badjusted\b", re.IGNORECASE)
_NEXT = re.compile(rf"[\s,]*(?:(?:in|for) [\w' \u2019-]{{3,25}} )?(?:on|and|with)(?: {_WORDS})* $", re.IGNORECASE)
_OF = re.compile(rf" (?:(?:of|totall?ing|at) )?(?:{_WORDS} )*", re.IGNORECASE)
_OR = re.compile(r",? or (?:about |some )?", re.IGNORECASE)
_WORD_BEHIND = re.compile(r" (?:(?:net|operating|pre-?tax|after-?tax) )*", re.IGNORECASE)


@dataclass
class _Step:
    """What a sentence compares with: earlier figures by the metric that they are of, and the metrics that are only said again."""

    earlier: dict[int, int] = field(default_factory=dict)
    again: set[int] = field(default_factory=set)


def in_step(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, the figures of a second list behind a word that compares as earlier ones of the metrics of the first.

    Args:
        pack: whose events tell figures and earlier ones.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    for name, event in pack.events.items():
        past = next((row.role for row in event.rows if row.earlier), None)
        if past is None or event.joins:
            continue
        step = _step(event, text, items, _told(name, event, items, relations))
        roles = {f"{name}.{row.role}" for row in event.rows}
        relations = [relation for relation in relations if relation.head not in step.again
                     and not (relation.label in roles and relation.child in step.earlier)]
        relations += [Relation(head, number, f"{name}.{past}", IN_STEP) for number, head in step.earlier.items()]
    yield from relations


def _told(name: str, event: Event, items: Sequence[Item], relations: Sequence[Relation]) -> dict[int, set[int]]:
    """The figures of each metric that are its own, or that it is expected to reach."""
    told: dict[int, set[int]] = {}
    labels = {f"{name}.{row.role}" for row in event.rows if row is event.rows[0] or row.ends}
    for relation in relations:
        if relation.label in labels and items[relation.head].sentence == items[relation.child].sentence:
            told.setdefault(relation.head, set()).add(relation.child)
    return told


def _step(event: Event, text: str, items: Sequence[Item], told: dict[int, set[int]]) -> _Step:
    step, labels = _Step(), set(event.roles[event.rows[0].role].labels)
    figures = {number for numbers in told.values() for number in numbers}
    for last in sorted(figures):
        first = _first_behind(event, labels, items, last)
        compares = _COMPARES.search(text[items[last].end : items[first].start]) if first is not None else None
        if first is None or compares is None:
            continue
        before = [head for head in sorted(told) if items[head].sentence == items[last].sentence and items[head].start < items[last].start]
        if before and _ADJUSTED.search(compares[0]) and not _is_adjusted(items[before[0]], text):
            continue  # "net income of $5m, down from adjusted net income of $6m"
        if before and last not in step.earlier:
            _follow(event, text, items, (first, before), step)
    return step


def _is_adjusted(metric: Item, text: str) -> bool:
    """Whether the words before a metric, or its own, say that it is adjusted."""
    return _ADJUSTED.search(text, max(metric.start - BASIS, 0), metric.end) is not None


def _first_behind(event: Event, labels: set[str], items: Sequence[Item], last: int) -> int | None:
    """The next metric or figure of the sentence behind a figure, what it is a share apart."""
    behind = (i for i in range(last + 1, len(items)) if items[i].label in labels | {event.trigger})
    number = next(behind, None)
    return number if number is not None and items[number].sentence == items[last].sentence else None


def _follow(event: Event, text: str, items: Sequence[Item], told: tuple[int, list[int]], step: _Step) -> None:
    """Walk through the second list: metric by metric, each with its figure and what that is a share."""
    number, before = told
    labels, target, found, again = set(event.roles[event.rows[0].role].labels), None, dict[int, int](), set[int]()
    named = items[number].label == event.trigger
    while number < len(items) and items[number].sentence == items[before[0]].sentence:
        if items[number].label == event.trigger:
            head, again = number, again | {number}
            target = _named(items, head, before)
            number += 1
            if target is None or number >= len(items) or items[number].label not in labels or not _OF.fullmatch(
                    text, items[head].end, items[number].start):
                break
        elif target is None:
            target = before[0]
        if items[number].label not in labels or items[number].label == "PERCENT":
            break
        found[number] = target
        number = _behind(event, text, items, number, (labels, found, again))
        following = _next_metric(event, text, items, number)
        if following is None:
            break
        number = following
    repeated = len(set(found.values())) > 1
    if found and (repeated or (named and len(before) == 1)):
        step.earlier |= found
        step.again |= again


def _behind(event: Event, text: str, items: Sequence[Item], number: int, told: tuple[set[str], dict[int, int], set[int]]) -> int:
    """The last mention that belongs to a figure: the word behind it, "a $5m profit", and what it is a share."""
    labels, found, again = told
    target, last = found[number], number
    if last + 1 < len(items) and items[last + 1].label == event.trigger and _WORD_BEHIND.fullmatch(
            text, items[last].end, items[last + 1].start) and items[last + 1].text.lower() in _SAME:
        last += 1
        again.add(last)
    if last + 1 < len(items) and items[last + 1].label in labels and _OR.fullmatch(text, items[last].end, items[last + 1].start):
        last += 1
        found[last] = target
    return last


def _next_metric(event: Event, text: str, items: Sequence[Item], last: int) -> int | None:
    """The metric that goes on with a list behind a figure: "on sales of"."""
    number = next((i for i in range(last + 1, min(last + 3, len(items))) if items[i].label == event.trigger), None)
    figures = number is not None and any(items[i].label in {"MONEY", "NUMBER", "PERCENT"} for i in range(last + 1, number))
    if number is None or figures or not _NEXT.search(text[items[last].end : items[number].start]):
        return None
    return number


def _named(items: Sequence[Item], head: int, before: Sequence[int]) -> int | None:
    """The metric of the first list that one of the second names, or means by a bare word."""
    same = next((one for one in before if items[one].term == items[head].term), None)
    return before[0] if same is None and items[head].text.lower() in _SAME else same
