"""Figures that are told plainly: "Q3 revenue was $5m vs $4m", "versus an IBES estimate of $6m".

Between a metric and its figure stand only words that link them. What the trained component has decided stays; this adds the
figures that it was not sure of.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.figures.divisions import is_topic
from rie.pipeline.figures.in_turn import unpaired
from rie.pipeline.figures.percent_changes import ITSELF_A_CHANGE
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money, Period

PLAIN = 0.8  # how sure such a relation is
_LINK = re.compile(
    r"(?:\s|[:,]|\b(?:of|was|were|is|are|at|to|about|approximately|some|nearly|over|total(?:l?ed|ing)?|reached|came|in|hit|stood|for|the"
    r"|an|a|loss|profit|up|down|rose|fell|increased|decreased|grew|climbed|declined|dropped|by|from|continuing|operations|per|share"
    r"|diluted|first|fiscal|outlook|forecast|guidance|target|view)\b|#)*", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:\s|[:,]|\b(?:of|was|were|is|are|be|at|to|about|approximately|nearly|between|in|the|range|a|an|for|stood|came|reached|remained)\b|#)*",
    re.IGNORECASE)
_MOVES = re.compile(  # what is itself a change: "like-for-like sales were up 4.1 percent"
    _LEVEL.pattern.removesuffix("|#)*") + r"|\b(?:by|up|down|rose|fell|increased|decreased|grew|climbed|declined|dropped|gained|advanced"
    r"|slipped|edged|improved|higher|lower)\b|#)*", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(
    r"\s*, (?!(?:and|but|while|or)\b)[^,.;:\d#\n]{3,90},(?= (?:was|were|is|are|rose|fell|increased|decreased|grew)\b)")
RESPECTIVE = 0.95
SOLE = 0.99  # of a sum that can be of its metric alone
REACH = 60  # characters before such a sum
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|,? and|&)\s*(?:(?:adjusted|diluted|our|net|the|total|operating|of|non-gaap|gaap)\s+)*", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:consolidated|company-wide|overall|total company|group)\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|[-–—]|(?P<and>and|&))\s*(?:about |approximately )?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|range(?: of)?)(?: about| approximately)?\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom(?: about| approximately| around| nearly| some)? $", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rais|lift|cut|lower|rose|rising|rise|fell|fall|increas|decreas|up|down|climb|jump|grew|grow|drop|declin|mov|chang|boost|hik|trim"
    r"|revis|upgrad|narrow|widen|swung|swing|went|gone|improv|slip|slid|doubl|tripl|halv|surg|soar)\w*\b", re.IGNORECASE)
_RANGE = re.compile(r"\brang\w*\b|\bof from\b|\banywhere\b|\bbe from\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\s*,?\s*(?:or\s)?(?:vs\.?|versus|compared (?:to|with)|as compared (?:to|with)|against|(?:up |down )?from"
    r"|an? (?:increase|decrease|improvement|decline|rise|drop) from)\s*(?:an?\s)?"
    r"(?:(?:net\s)?(?:loss|profit|income|gain)\s(?:of\s)?)?", re.IGNORECASE)
_IN = re.compile(r" ?(?:(?:in|for|during) (?:the |its )?)?", re.IGNORECASE)
_OPENS = re.compile(r"\s*\([\"\u201c]?")
_CLOSES = re.compile(r"[\"\u201d]?\)")
_BEHIND = re.compile(r"\s+(?:of|in)\s+(?:(?:adjusted|diluted|net|total|quarterly|annual|consolidated|gaap|non-gaap)\s+)*", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:reported|reports|posted|posts|delivered|generated|produced|producing|generating|delivering|resulted in|resulting in|had|earned"
    r"|achieved|recorded|was|were|with|on)\s+(?:about |approximately |some |nearly |over |roughly |a record )*$", re.IGNORECASE)
_VAGUE = {"earnings", "profit", "profits", "income", "result"}
_NARROWER = {"ebitda", "operating_income", "ffo"}
_RESULTS = {"net_income", "pretax_income", "operating_income"}
_RIGHT_BEHIND = re.compile(r" (?:(?:net|after-tax|pre-?tax|operating|trading|quarterly|annual|full-year|half-year|interim) )*")
_MADE = re.compile(  # "posted a", "plunged to a", "dragged Hooli to a"
    r"\b(?:(?:report|post|record|book|suffer|reveal|unveil|show)(?:ed|s|ing)|had|made|ma(?:kes|king)|incurr(?:ed|ing)"
    r"|(?:announc|disclos)(?:ed|es|ing)|turn(?:ed|s|ing) in"
    r"|(?:sw[ui]ng|slump|slid|slip|plung|s[aiu]nk|tumbl|fell|fall|plummet|crash|return|turn|bounc|climb|mov|div|dov|dragg?"
    r"|push|pull|tipp?|dr[ao]ve|driv|pitch)\w*[^,.;:]{0,40} (?:in)?to) an?(?: (?:record|maiden|first|net|further|whopping|surprise))* $",
    re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)  # of some other period
_ENDS = re.compile(
    r"(?: (?:in|for|during|over|last|a year|the year|compared|versus|against|after|from an?|while|as|and|but|this)\b|[,.;)\n]|$)")
_WOULD = re.compile(r"\b(?:would|will|plans? to|expects? to|aims? to|intends? to) (?:[a-z]+ ){1,3}$")
_PARTLY = re.compile(r"\s+(?:from|growth|related|associated|headwinds?|tailwinds?|synerg|savings|increase|improvement)", re.IGNORECASE)
_EXPECTED = re.compile(
    r"[^.\n]{0,40}\b(?:consensus|i/?b/?e/?s|refinitiv|factset|analysts?['’]?|wall street|street)\b[^.;\n\d$€£]{0,40}", re.IGNORECASE)


def plainly(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, and those that a plain sentence tells besides or bears out.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    name, event = pack.of_figures
    relations = list(relations)
    in_turn = list(_in_turn(name, event, items, text)) if event else []
    open_ = set(unpaired(event, items, text, relations)) if event else set()
    relations = [r for r in relations if r.child not in open_ or r.label.partition(".")[0] != name]
    turned = {relation.head for relation in in_turn} | {relation.child for relation in in_turn}
    figures = {f"{name}.{row.role}" for row in event.rows} if event else set()
    relations = [r for r in relations if r.label not in figures or not turned & {r.head, r.child}] + in_turn
    relations += _of_parts(name, event, items, text, relations) if event and event.part else ()
    relations += _dated(name, event, items, text, relations) if event else ()
    plain = {(r.head, r.child): r for r in _told(name, event, items, text, pack.percentages(event))} if event else {}
    plain |= {(r.head, r.child): r for r in _ranges(name, event, items, text, [*relations, *plain.values()])} if event else {}
    taken = {r.child for r in relations if r.label.partition(".")[0] == name and r.score >= PLAIN and (r.head, r.child) not in plain}
    sole = {r.child for r in plain.values() if r.score == SOLE}
    for relation in relations:
        if relation.child in sole and (relation.head, relation.child) not in plain:
            continue
        told = plain.pop((relation.head, relation.child), None)
        if told and event and _is_ahead(name, event, relation, items, text):
            told = relation._replace(score=told.score)
        yield told if told and relation.score < told.score else relation
    yield from (relation for relation in plain.values() if relation.child not in taken)


def _is_ahead(name: str, event: Event, relation: Relation, items: Sequence[Item], text: str) -> bool:
    """Whether the words right before a metric make what is likely to be expected certain to be: "said it would hold capital spending"."""
    here = items[relation.head]
    expected = {f"{name}.{row.role}" for row in event.rows if row.ends}
    return relation.label in expected and _WOULD.search(text, max(here.start - REACH, 0), here.start) is not None


def once_named(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> list[Relation]:
    """The relations of a metric that its own short form in brackets repeats, "Funds from operations (FFO)", all as those of the first.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    triggers = {event.trigger for event in pack.events.values() if not event.joins}
    first = {number: number - 1 for number in range(1, len(items)) if items[number].label in triggers
             and (items[number].label, items[number].term) == (items[number - 1].label, items[number - 1].term)
             and _in_brackets(items, number, text)}
    first |= {number - 1: number for number in range(1, len(items)) if items[number].label in triggers and items[number].term in _NARROWER
              and items[number - 1].text.lower() in _VAGUE and _in_brackets(items, number, text)}  # "core earnings (EBITDA)"
    best: dict[tuple[int, int], Relation] = {}
    for relation in (relation._replace(head=first.get(relation.head, relation.head)) for relation in relations):
        known = best.get((relation.head, relation.child))
        if known is None or known.score < relation.score:
            best[relation.head, relation.child] = relation
    return list(best.values()) if first else list(relations)


def _in_brackets(items: Sequence[Item], number: int, text: str) -> bool:
    """Whether a mention stands in brackets behind the one before it."""
    return bool(_OPENS.fullmatch(text, items[number - 1].end, items[number].start) and _CLOSES.match(text, items[number].end))


def _told(name: str, event: Event, items: Sequence[Item], text: str, percentages: Sequence[str]) -> Iterator[Relation]:
    for number, item in enumerate(items):
        if item.label != event.trigger or _goes_on(number, items) or _is_compared(number, items, text):
            continue
        first = _linked(event, number, items, text, percentages)
        if number and _is_result(items[number - 1], item, text):
            yield Relation(number, number - 1, f"{name}.{event.rows[0].role}", SOLE)
            continue
        if first is None and number and _precedes(event, items[number - 1], item, text):
            level = (items[number - 1].label == "PERCENT") == (item.term in percentages)
            first = number - 1 if level else None
        if first is not None:
            first = _after_from(first, items, text)
            single = next((role for role, spec in event.roles.items() if spec.single and item.term == ITSELF_A_CHANGE), event.rows[0].role)
            yield Relation(number, first, f"{name}.{single}", PLAIN)
            role = _compared(event, first, items, text)
            if role:
                yield Relation(number, role[1], f"{name}.{role[0]}", PLAIN)


def _after_from(first: int, items: Sequence[Item], text: str) -> int:
    """The second of two figures that a metric rises from and to, "raised its forecast of profit from $44m to $46m"; else the first."""
    other = items[first + 1] if first + 1 < len(items) else None
    return first + 1 if other and other.label == items[first].label and _is_from(items[first], other, text) else first


def _is_from(one: Item, other: Item, text: str) -> bool:
    """Whether a figure is the one that something moves from to another, and no low end of a range."""
    before = text[max(one.start - REACH, 0) : one.start]
    link = _TO.fullmatch(text, one.end, other.start)
    return bool(link and not link["and"] and _FROM.search(before) and not _RANGE.search(before) and _MOVED.search(before))


def _in_turn(name: str, event: Event, items: Sequence[Item], text: str) -> Iterator[Relation]:
    """ "Revenue, net income and earnings per share were $824 million, $160 million and $3.74, respectively": one figure each, in turn."""
    for match in _RESPECTIVELY.finditer(text):
        behind = [i for i, item in enumerate(items) if item.start >= match.end() and not item.key][:1]
        last = behind[0] if behind else sum(not item.key for item in items)
        values = _run(items, text, last, lambda item: item.label in _figures(event))
        heads = _run(items, text, values[0] if values else 0, lambda item: item.label == event.trigger)
        if len(values) == len(heads) > 1 and items[heads[0]].sentence == items[values[-1]].sentence:
            role = f"{name}.{event.rows[0].role}"
            yield from (Relation(head, value, role, RESPECTIVE) for head, value in zip(heads, values, strict=True))


def _run(items: Sequence[Item], text: str, end: int, fits: Callable[[Item], bool]) -> list[int]:
    """The items right before item `end` that fit and stand in one list."""
    found: list[int] = []
    for number in range(end - 1, -1, -1):
        listed = not found or _LISTED.fullmatch(text, items[number].end, items[found[-1]].start)
        if not fits(items[number]) or not listed:
            break
        found.append(number)
    return found[::-1]


def _of_parts(name: str, event: Event, items: Sequence[Item], text: str, relations: Sequence[Relation]) -> Iterator[Relation]:
    """ "In the Fuel segment, ... EBITDA of $20.5 million": a metric behind a part that is called one is of that part."""
    labels = event.roles[event.part or ""].labels
    known = {relation.head for relation in relations if relation.label == f"{name}.{event.part}"}
    for number, item in enumerate(items):
        if item.label == event.trigger and number not in known:
            before = [i for i in range(number) if items[i].sentence == item.sentence and items[i].label in labels]
            if before and is_topic(items[before[-1]], text) and not _WHOLE.search(text, items[before[-1]].end, item.end):
                yield Relation(number, before[-1], f"{name}.{event.part}", PLAIN)


def _dated(name: str, event: Event, items: Sequence[Item], text: str, relations: Sequence[Relation]) -> Iterator[Relation]:
    """ "Lost $2.2 million last year": a period right behind a figure is of it."""
    shared = next((role for role, spec in event.roles.items() if spec.shared), None)
    known = {(relation.head, relation.child) for relation in relations if relation.label == f"{name}.{shared}"}
    own = {f"{name}.{row.role}" for row in event.rows if not row.earlier}
    for relation in relations:
        behind = items[relation.child + 1] if relation.child + 1 < len(items) else None
        if shared is None or behind is None or behind.sentence != items[relation.head].sentence or behind.compared:
            continue
        if (relation.head, relation.child + 1) in known or relation.label not in own:
            continue
        long = not isinstance(behind.value, Period) or behind.value.precision not in {"day", "week", "month"}
        if behind.label in event.roles[shared].labels and long and _IN.fullmatch(text, items[relation.child].end, behind.start):
            yield Relation(relation.head, relation.child + 1, f"{name}.{shared}", PLAIN)
            known.add((relation.head, relation.child + 1))


def _ranges(name: str, event: Event, items: Sequence[Item], text: str, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The high end of a range of two figures, told as its low end is: "13.0% to 13.5%", "between 25% and 27%"."""
    figures = {f"{name}.{row.role}" for row in event.rows}
    for relation in relations:
        low, other = items[relation.child], relation.child + 1
        if relation.label not in figures or other >= len(items) or items[other].label != low.label:
            continue
        link = _TO.fullmatch(text, low.end, items[other].start)
        if link and not _is_from(low, items[other], text) and (not link["and"] or _BETWEEN.search(text, max(low.start - 30, 0), low.start)):
            yield relation._replace(child=other, score=max(relation.score, PLAIN))


def _figures(event: Event) -> set[str]:
    return set(event.roles[event.rows[0].role].labels)


def _is_result(figure: Item, metric: Item, text: str) -> bool:
    """Whether a sum right before a metric is its figure: "slumped to a $3.4 million loss in the quarter"."""
    if metric.term not in _RESULTS or not isinstance(figure.value, Money) or figure.sentence != metric.sentence:
        return False
    before = text[max(figure.start - REACH, 0) : figure.start].rpartition("\n")[2]
    told = _RIGHT_BEHIND.fullmatch(text, figure.end, metric.start) and _ENDS.match(text, metric.end)
    return bool(told and _MADE.search(before) and not _WHEN.search(before))


def _precedes(event: Event, figure: Item, metric: Item, text: str) -> bool:
    """Whether a figure stands before its metric: "reported $2.01 of earnings per share"."""
    if figure.label not in _figures(event) or figure.sentence != metric.sentence or not _BEHIND.fullmatch(text, figure.end, metric.start):
        return False
    return bool(_REPORTS.search(text, max(figure.start - 40, 0), figure.start)) and not _PARTLY.match(text, metric.end)


def _linked(event: Event, trigger: int, items: Sequence[Item], text: str, percentages: Sequence[str]) -> int | None:
    """The figure behind a metric with nothing but linking words, periods and percentages of change between."""
    between, referred = list(text[items[trigger].end :][:120]), True
    for number in range(trigger + 1, min(trigger + 5, len(items))):
        item = items[number]
        if item.key or item.sentence != items[trigger].sentence or item.entity:
            return None
        if item.label == event.trigger and not _goes_on(number, items):
            return None
        start = item.start - items[trigger].end
        level = items[trigger].term in percentages
        if item.label in _figures(event) and (item.label == "PERCENT") == level:
            link = _MOVES if items[trigger].term == ITSELF_A_CHANGE else _LEVEL if level else _LINK
            told = ("".join(between[:start]), *([text[items[trigger].end : item.start]] if referred else []))
            return number if any(link.fullmatch(_BETWEEN_COMMAS.sub("", words, count=1)) for words in told) else None
        referred = referred and item.refers is not None  # "a key gauge because it leaves out stores that open"
        between[start : item.end - items[trigger].end] = "#".ljust(item.end - item.start)
    return None


def _goes_on(number: int, items: Sequence[Item]) -> bool:
    """Whether a metric's word stands right behind another's: "Shr loss"."""
    return number > 0 and items[number - 1].label == items[number].label and items[number].start - items[number - 1].end <= 1


def _is_compared(number: int, items: Sequence[Item], text: str) -> bool:
    """Whether a metric's word is only said again before an earlier figure: "vs profit two cts"."""
    start = items[number - 1].end if number else 0
    return number > 0 and bool(text[start : items[number].start].strip()) and bool(_BEFORE.fullmatch(text, start, items[number].start))


def _compared(event: Event, first: int, items: Sequence[Item], text: str) -> tuple[str, int] | None:
    """The role and the number of the next figure of the sentence, when it is an earlier one or what was expected."""
    behind = (i for i in range(first + 1, len(items)) if not _is_compared(i, items, text) or items[i].label != event.trigger)
    number = next((i for i in behind if items[i].label in _figures(event) or items[i].label == event.trigger), None)
    if number is None or items[number].label != items[first].label or items[number].sentence != items[first].sentence:
        return None
    between = text[items[first].end : items[number].start]
    earlier = next((row.role for row in event.rows if row.earlier), None)
    role = earlier if _BEFORE.fullmatch(between) else "consensus" if "consensus" in event.roles and _EXPECTED.fullmatch(between) else None
    return (role, number) if role else None
