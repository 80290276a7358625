"""Parts of a company that are told behind a metric: "sales of bearings alone amounted to", "while those of sewing machine parts fell to",
"Beverages were the fastest-growing line: sales of the segment jumped".

A figure of a part must never pass for the company's own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rie.pack import Pack
from rie.pipeline.figures.rows import figures_of
from rie.pipeline.figures.run_in import headed
from rie.pipeline.frame import Frame, Item

LIKELY = 0.6  # how sure such a part is
PAIR = 2
SALES = "revenue"  # a metric that is told by country
REACH = 70  # characters before a metric in which its sentence begins
NEAR = 1  # sentences before "the segment" in which it is named
_METRIC = r"(?P<metric>\b(?:sales|revenues?|turnover|those))"
_ROSE = (
    r"(?:alone|rose|fell|grew|jumped|climbed|increased|declined|decreased|dropped|slid|slipped|surged|soared|gained|advanced|improved|shrank"
    r"|dwindled|sank|plunged|tumbled|doubled|tripled|amounted|totall?ed|came|reached|stood|hit|edged|dipped|eased|contracted|expanded|were"
    r"|was|leapt|leaped|slumped|more than doubled|made up|brought)\b")
_OF = re.compile(rf"(?i:{_METRIC}) of (?:its |their |the |our )?(?P<part>(?:[A-Za-z][\w&'\u2019-]* ){{0,3}}?[A-Za-z][\w&-]*?)"
                 rf"(?:,[^,.;:\n]{{1,60}},)? (?={_ROSE})")
_WORSE = r"(?:was|were|is|are|remained?|again did|did|proved)"
_LINE = r"(?:line|lines|segment|division|business|unit|category|performers?|earners?|exception|laggards?|(?:bright|weak|sore) spot)"
_WAS = re.compile(rf"(?:^|(?<=[\n.] )|(?<=\n))(?P<part>[A-Z][\w&-]+(?: (?:and |& )?[\w&-]+){{0,2}}?) {_WORSE}"
                  rf" (?:its|the|their|our|by far the) (?:[\w-]+ ){{0,3}}{_LINE}\b", re.MULTILINE)
_THE_PART = re.compile(r" (?:of|at|in|from) (?:the|this|that) (?:segment|division|business|unit|line|arm|category)\b")
_OPENED = re.compile(r"(?:^|[.\n]\s?)(?:The|This|That) (?:segment|division|business unit|line|arm|category)\b[^.,;:\n]{0,30}$")
_FROM = re.compile(r" (?:from|in|to customers in) (?:the )?", re.IGNORECASE)  # "net revenue from Singapore for fiscal 2019 was"
_FROM_WHERE = re.compile(r"(?: (?:for|in|during) (?:the )?[^,;.:\n]{2,40}?)?,? (?:was|were|totall?ed|amounted to|of) ")
_SIGNED = re.compile(r"(?:\bwith|\band|,(?! (?:with|and)\b)) (?P<part>[A-Za-z][\w&-]*(?: [a-z&-]+)?) (?=[+\u2212\u2013-]\d[\d.]*%)")
_SIGN = re.compile(r":? ")
_SIGNS = "+-\u2212\u2013"
_KIND = r"(?:business|businesses|activities|operations|division|segment|arm)"
_AUX = r"(?:(?:will|would|should|also|alone|is|are|was|were|expected to|to|forecast to) )*"
_SUBJECT_ACTS = re.compile(
    rf" {_KIND} {_AUX}(?:provid|generat|contribut|produc|earn|post|report|record|turn|had|account|achiev|made|lost|bring|brought)\w*\b",
    re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:\w['\u2019]s|\w{2}s['\u2019]|\b[Ii]ts|\b[Tt]heir|\btotal|, an?) (?:own |total )?"
    rf"(?P<part>[a-z][\w&-]*(?: [a-z][\w&-]*){{0,3}}?)(?={_SUBJECT_ACTS.pattern})")
_ANOTHER = re.compile(r"[;:]|, (?:and|while|but)\b|\band (?:[a-z-]+ ){1,5}(?:business|operations)")
_ROSE_THERE = re.compile(rf" {_ROSE}")
_NO_PART = {"shares", "stock", "assets", "stakes", "bonds", "investments", "securities", "land", "properties", "property", "businesses",
            "operations", "goods", "services", "products", "units", "subsidiaries", "receivables", "loans", "year", "quarter", "period",
            "both", "which", "whom", "them", "these", "those", "this", "last", "recent", "a", "an", "more", "less", "about", "it", "he",
            "she", "they", "who", "that", "what", "retailer", "maker", "bank", "airline", "producer", "chain", "insurer", "manufacturer",
            "than", "to", "in", "for", "from", "by", "with", "when", "where"}  # fmt: skip
_KINDS = {"products", "services", "goods"}


def parts_behind(text: str, is_whole: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where the parts stand that a metric is said to be of, and those that a sentence calls a line of business.

    Args:
        text: of the document.
        is_whole: whether a word speaks of all of a company.
    """
    for pattern in (_OF, _WAS, _SIGNED, _SUBJECT):
        for match in pattern.finditer(text):
            words = match["part"].lower().split()
            kinds = _KINDS if set(words) - _KINDS - _NO_PART - {"and"} else set()  # "hospital products and services"
            own = any(word in _NO_PART - kinds for word in words) or all(map(is_whole, words)) or is_whole(words[-1]) or is_whole(words[0])
            if not own:
                yield match.span("part")


def name_parts_behind(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> Iterator[Frame]:
    """The frames, each with the part that is told behind its metric; of a metric that is told of parts in turn there are several."""
    for frame in found:
        part = pack.events[frame.event].part
        if not part or frame.tabled or frame.row:
            yield frame
            continue
        label = pack.events[frame.event].roles[part].labels[0]
        if signed := _signed(pack, frame, label, items, text):
            yield from _of_signed(pack, frame, part, signed)
            continue
        turns = {} if frame.listed else _in_turn(pack, frame, label, items)
        if turns:
            yield from (_with(pack, frame, part, number, figures) for number, figures in turns.items())
        else:
            tied = None if part in frame.roles else _where(pack, frame, items, text)
            tied = _tied(frame, label, items, text) if tied is None and part not in frame.roles and not frame.listed else tied
            tied = headed(frame, label, items, text) if tied is None and part not in frame.roles else tied
            yield frame if tied is None else replace(frame, roles={**frame.roles, part: [(tied, LIKELY)]})


def _tied(frame: Frame, label: str, items: Sequence[Item], text: str) -> int | None:
    """The part of a metric that "of" ties to it, or that "the segment" stands for."""
    here = items[frame.trigger]
    if _THE_PART.match(text, here.end) or _OPENED.search(text[max(here.start - REACH, 0) : here.start]):
        named = (i for i in range(frame.trigger - 1, -1, -1) if items[i].label == label)
        return next((i for i in named if here.sentence - items[i].sentence <= NEAR), None)
    if (told := _of_subject(frame, label, items, text)) is not None:
        return told
    match = _OF.match(text, here.start)
    tied = (i for i, item in enumerate(items) if match and item.label == label and (item.start, item.end) == match.span("part"))
    return next(tied, None)


def _of_subject(frame: Frame, label: str, items: Sequence[Item], text: str) -> int | None:
    """The part that the sentence says earned something: "Hooli's chemicals business provided profits of $5m on revenues of $9m"."""
    here = items[frame.trigger]
    parts = (i for i in range(frame.trigger - 1, -1, -1) if items[i].label == label and items[i].sentence == here.sentence)
    number = next(parts, None)
    if number is None or not _SUBJECT_ACTS.match(text, items[number].end):
        return None
    between = text[items[number].end : here.start]
    return number if len(between) <= 2 * REACH and not _ANOTHER.search(between) else None


def _where(pack: Pack, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """The country that sales are told to come from."""
    here, number = items[frame.trigger], frame.trigger + 1
    labels = pack.events[frame.event].roles[str(pack.events[frame.event].part)].labels[1:]
    place = items[number] if number < len(items) and items[number].label in labels and not items[number].key else None
    if place is None or here.term != SALES or not _FROM.fullmatch(text, here.end, place.start):
        return None
    return number if any(words.match(text, place.end) for words in (_FROM_WHERE, _ROSE_THERE)) else None


def _in_turn(pack: Pack, frame: Frame, label: str, items: Sequence[Item]) -> dict[int, list[int]]:
    """For each part of a sentence the figures of one frame behind it, where the metric tells of the parts one after the other."""
    here = items[frame.trigger]
    figures = sorted(i for numbers in figures_of(pack.events[frame.event], frame) for i in numbers)
    parts = [i for i, item in enumerate(items) if item.sentence == here.sentence and item.label == label and item.start > here.start]
    if len(parts) < PAIR or len(figures) < PAIR or min(figures) < parts[0]:
        return {}
    behind = {part: [i for i in figures if part < i < end] for part, end in pairwise([*parts, len(items)])}
    return behind if all(behind.values()) else {}


def _signed(pack: Pack, frame: Frame, label: str, items: Sequence[Item], text: str) -> dict[int, int]:
    """The parts behind the figure of a percentage with the one right behind each: "growth of 4.1%, with food +2.6% and drink +5.5%"."""
    event, here = pack.events[frame.event], items[frame.trigger]
    main = [i for i in figures_of(event, frame)[0] if i > frame.trigger]
    if here.term not in pack.percentages(event) or not main:
        return {}
    return {i: i + 1 for i in range(main[0] + 1, len(items) - 1) if items[i].label == label and items[i].sentence == here.sentence
            and items[i + 1].label == "PERCENT" and _SIGN.fullmatch(text, items[i].end, items[i + 1].start)
            and items[i + 1].text[:1] in _SIGNS and not any(item.label == event.trigger for item in items[main[0] : i])}


def _of_signed(pack: Pack, frame: Frame, part: str, signed: dict[int, int]) -> Iterator[Frame]:
    """The frame of the whole, and one for each part."""
    main = pack.events[frame.event].rows[0].role
    own = set(signed.values())
    kept = {role: [p for p in players if p[0] not in own] for role, players in frame.roles.items() if role != part}
    yield replace(frame, roles={role: players for role, players in kept.items() if players})
    shared = {role: players for role, players in kept.items() if pack.events[frame.event].roles[role].shared
              or pack.events[frame.event].roles[role].required}
    for number, figure in signed.items():
        yield replace(frame, roles={**shared, part: [(number, LIKELY)], main: [(figure, LIKELY)]})


def _with(pack: Pack, frame: Frame, part: str, number: int, figures: Sequence[int]) -> Frame:
    """The frame of one part with its own figures; a change is told before its figure, behind the part."""
    rows = {row.role for row in pack.events[frame.event].rows}
    single = {role for role, spec in pack.events[frame.event].roles.items() if spec.single}
    kept = {role: [p for p in players if p[0] in figures] for role, players in frame.roles.items() if role in rows}
    kept |= {role: [p for p in players if number < p[0] < max(figures)] for role, players in frame.roles.items() if role in single}
    roles = {role: players for role, players in {**frame.roles, **kept}.items() if players}
    return replace(frame, roles={**roles, part: [(number, LIKELY)]})
