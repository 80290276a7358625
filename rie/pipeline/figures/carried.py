"""Periods that are said once and hold on: the one of the sentence before, of a heading, of an outlook, of the document's title.

Roles that a pack calls shared are of several events at once; here the events that lack such a role get it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.figures.rows import figures_of, is_of_earlier
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.pipeline.relations import Relation
from rie.pipeline.tables.cells import Tables
from rie.values import Money, Period

LONG_OVER = 200  # days after the end of a period on which its figures are no news
CARRIED = 1  # sentences over which a period holds on
DOUBT = 0.9
YEAR = 350  # days of the shortest year
LEAST = 0.5  # least probability of a period that is carried on
LEAD = 4  # sentences between a change and its figure
ROUNDED, ROUNDED_SHARE = Decimal("0.6"), Decimal("0.03")  # points, and share of a change, by which rounded figures miss it
BRACKET = 3  # characters between a period and the figure in brackets behind it
REACH = 40  # characters before a period in which its sentence begins
_BEHIND = re.compile(r"\s*,?\s+(?:in|for|during|from)\s+(?:the\s+|its\s+)?", re.IGNORECASE)
_ANNUAL = re.compile(r"\b(?:annual|yearly|annuali[sz]ed) (?:net |total )?$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?:the )?(?:previous|prior|preceding) (?:financial |fiscal |business )?year", re.IGNORECASE)
_PART = re.compile(r"quarter|qtr|half|months|weeks|years? (?:ended|ending|to)\b|\bq[1-4]|[1-4]q\b", re.IGNORECASE)
_OPENER = re.compile(r"(?:^|\n|[.!?][\"”']?\s+)\W*(?:For|In|During|Over)\s+(?:the\s+)?"
                     r"(?:(?:full|fiscal|financial|calendar|whole|entire|year)[\s-]+)*$")
ONLY = 0.85  # of a period that a heading or a title tells


def fill_shared(pack: Pack, found: list[Frame], items: Sequence[Item], weak: Sequence[Relation]) -> None:
    """A period that the relation component thought possible goes before one of another sentence."""
    frames_of = {frame.trigger: frame for frame in found if not pack.events[frame.event].joins and not frame.listed}
    for relation in sorted(weak, key=lambda relation: -relation.score):
        frame, role = frames_of.get(relation.head), relation.label.partition(".")[2]
        if frame and role not in frame.roles and pack.events[frame.event].roles[role].shared and not items[relation.child].compared:
            frame.roles[role] = [(relation.child, max(relation.score, INFERRED))]


def fill_opening(pack: Pack, found: list[Frame], items: Sequence[Item], text: str) -> None:
    """ "For 2025, Hooli now sees sales of ...": a period that opens the sentence is that of its figures that have none."""
    openers = {item.sentence: number for number, item in enumerate(items) if not item.key and isinstance(item.value, Period)
               and not item.compared and _OPENER.search(text[max(item.start - REACH, 0) : item.start])}
    for frame in found:
        event, number = pack.events[frame.event], openers.get(items[frame.trigger].sentence)
        for role in (role for role, spec in event.roles.items() if spec.shared and number is not None):
            if role not in frame.roles and not frame.listed and number is not None and items[number].label in event.roles[role].labels:
                frame.roles[role] = [(number, ONLY)]


def fill_behind(pack: Pack, found: list[Frame], items: Sequence[Item], text: str) -> None:
    """ "$5m, compared with $4m in the third quarter of 2014": the quarter right behind an earlier figure is its own."""
    for frame in found:
        event = pack.events[frame.event]
        for role, spec in ((role, spec) for role, spec in event.roles.items() if spec.shared and not frame.tabled):
            known = dict(frame.roles.get(role, ()))
            before = figures_of(event, frame)[1]
            beside = (number for figure in before for number in (
                _quarter_behind(figure, spec.labels, items, text), _quarter_over(figure, spec.labels, items)))
            if own := [(number, ONLY) for number in beside if number is not None and number not in known]:
                frame.roles[role] = [*frame.roles.get(role, ()), *own]


def _quarter_over(figure: int, labels: Sequence[str], items: Sequence[Item]) -> int | None:
    """The quarter or half right before the brackets around an earlier figure: "up 8% on Q2 (A$42.8 million)"."""
    number = figure - 1
    if number < 0 or not items[figure].beside or items[number].label not in labels or not _PART.search(items[number].text):
        return None
    return number if 0 < items[figure].start - items[number].end <= BRACKET else None


def _quarter_behind(figure: int, labels: Sequence[str], items: Sequence[Item], text: str) -> int | None:
    """The dated quarter, half, months, weeks or year to some day that "in" ties to a figure."""
    number = next((i for i in range(figure + 1, min(figure + 3, len(items))) if items[i].label in labels), None)
    if number is None or not isinstance(items[number].value, Period) or not _PART.search(items[number].text):
        return None
    return number if _BEHIND.fullmatch(text, items[figure].end, items[number].start) else None


def name_quarters(pack: Pack, found: list[Frame], items: Sequence[Item], published: date | None) -> None:
    """ "It will lose money in the first quarter. It expects a loss of $5m for the quarter": that is the one just named, if it is news."""
    for frame in found:
        event = pack.events[frame.event]
        if any(row.ends and row.role in frame.roles for row in event.rows):
            for role in (role for role, spec in event.roles.items() if spec.shared and role in frame.roles):
                frame.roles[role] = [(_named_quarter(number, items, published), score) for number, score in frame.roles[role]]


def _named_quarter(number: int, items: Sequence[Item], published: date | None) -> int:
    """The dated quarter named last before a mere "quarter", of its sentence or the one before, that is not long over; any other period
    itself.
    """
    if items[number].text.lower() != "quarter" or items[number].value is not None:
        return number
    before = (i for i in range(number - 1, -1, -1) if isinstance(value := items[i].value, Period) and value.precision == "quarter"
              and items[number].sentence - items[i].sentence <= CARRIED and not items[i].compared
              and not (published and (published - value.end).days > LONG_OVER))
    return next(before, number)


def turn_earlier(pack: Pack, found: list[Frame], items: Sequence[Item], published: date | None) -> None:
    """ "It earned $5m in the quarter ended June 30. It had lost $2m in the second quarter of 2010": what it lost is the earlier figure;
    so is what was earned long before that quarter of a year, of which something is expected.
    """
    near = _near(found, items)
    for frame in found:
        event = pack.events[frame.event]
        main, past = (next((row.role for row in event.rows if bool(row.earlier) == earlier), None) for earlier in (False, True))
        if event.joins or not main or not past or main not in frame.roles or past in frame.roles:
            continue
        here, told, reach = items[frame.trigger], {main}, CARRIED
        mine = _days(event, frame, items)
        if published and mine and (published - mine[0].end).days > LONG_OVER:
            told, reach = told | {row.role for row in event.rows if row.ends}, CARRIED + 1
        alike = [other for other in near(here.sentence, reach) if other.event == frame.event and told & other.roles.keys()
                 and items[other.trigger].term == here.term and items[other.trigger].start < here.start
                 and other.roles.get(event.part or "") == frame.roles.get(event.part or "")]
        theirs = [days for other in alike for days in _days(event, other, items)]
        if len(mine) == 1 and any(mine[0].is_year_before(days) for days in theirs):
            frame.roles[past] = frame.roles.pop(main)


def _near(found: Sequence[Frame], items: Sequence[Item]) -> Callable[[int, int], list[Frame]]:
    """The frames told in a sentence and in so many before it."""
    told: dict[int, list[Frame]] = defaultdict(list)
    for frame in found:
        told[items[frame.trigger].sentence].append(frame)
    return lambda sentence, reach: [frame for one in range(sentence - reach, sentence + 1) for frame in told.get(one, ())]


def mark_earlier(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "A third-quarter loss of $5m from a profit of $2m, or 8 cents": a period of a figure that is told is not that of another's earlier
    one.
    """
    for frame in found:
        event = pack.events[frame.event]
        main, before = figures_of(event, frame)
        shared = [player[0] for role, spec in event.roles.items() if spec.shared for player in frame.roles.get(role, ())]
        if main or not before or frame.tabled or len(shared) != 1 or items[shared[0]].compared:
            continue
        others = (other for other in found if other.event == frame.event and other is not frame and event.rows[0].role in other.roles
                  and items[other.trigger].sentence == items[frame.trigger].sentence and other.trigger < frame.trigger)
        frame.earlier |= any(shared[0] in dict(other.roles.get(role, ())) for other in others
                             for role, spec in event.roles.items() if spec.shared)


def _days(event: Event, frame: Frame, items: Sequence[Item]) -> list[Period]:
    """The dated periods that a frame's own figures are of."""
    values = (items[i].value for role, spec in event.roles.items() if spec.shared for i, _ in _own(event, frame, role, items))
    return [value for value in values if isinstance(value, Period)]


def carry_periods(pack: Pack, found: list[Frame], items: Sequence[Item], tables: Tables | None, published: date | None) -> None:
    """ "Third-quarter revenue was $5m. Net income was $1m": a figure without a period is of the one just spoken of, or of the one
    that the heading above it, or the document's title or first sentences, say that it reports.
    """
    near = _near(found, items)
    for frame in sorted(found, key=lambda frame: items[frame.trigger].start):
        event = pack.events[frame.event]
        for role in (role for role, spec in event.roles.items() if spec.shared and not _own(event, frame, role, items)):
            here = items[frame.trigger]
            figures, expects = {row.role for row in event.rows}, {row.role for row in event.rows if row.ends}
            past = {row.role for row in event.rows if row.earlier}
            yearly = tables is not None and _ANNUAL.search(tables.text[max(here.start - REACH, 0) : here.start])
            awaited = not frame.roles.keys() & (past | expects | {event.rows[0].role})  # what others expected is of whichever
            reach = CARRIED + awaited  # beyond a sentence that compares
            others = [other for other in near(here.sentence, reach)
                      if other.event == frame.event and not other.listed and _lent(event, other, role, frame, items)]
            others = [other for other in others if (figures - past) & other.roles.keys() or (not figures & other.roles.keys()
                      and not _of_earlier(event, found, role, items) & dict(other.roles[role]).keys())]
            of_whichever = awaited or (figures & frame.roles.keys() and figures & frame.roles.keys() <= past)
            alike = [other for other in others if not figures & other.roles.keys() or of_whichever
                     or bool(expects & other.roles.keys()) == bool(expects & frame.roles.keys())]
            alike = [other for other in alike if not (yearly and _is_short(_lent(event, other, role, frame, items), items))]
            if alike and not frame.listed:
                nearest = min(alike, key=lambda other: abs(items[other.trigger].start - here.start))
                carried = [(number, max(score * DOUBT, LEAST)) for number, score in _lent(event, nearest, role, frame, items)]
                frame.expected = bool(awaited or of_whichever) and (nearest.expected or bool(expects & nearest.roles.keys()))
                frame.roles[role] = [*frame.roles.get(role, ()), *carried]
            elif tables:
                told = tables.foretold(frame.trigger) if expects & frame.roles.keys() else tables.reported(frame.trigger, published)
                if told is not None and not (yearly and _is_short([(told, ONLY)], items)):
                    frame.roles[role] = [*frame.roles.get(role, ()), (told, ONLY)]


def _of_earlier(event: Event, found: Sequence[Frame], role: str, items: Sequence[Item]) -> set[int]:
    """The players of a shared role that are said of earlier figures alone."""
    figures = ((frame.roles[role], *figures_of(event, frame)) for frame in found if role in frame.roles)
    return {player[0] for players, main, before in figures if main for player in players if is_of_earlier(player, main, before, items)}


def _is_short(told: Sequence[tuple[int, float]], items: Sequence[Item]) -> bool:
    """Whether a period is shorter than a year: "annual sales" are of none such."""
    values = (items[number].value for number, _ in told)
    return any(isinstance(value, Period) and (value.end - value.start).days < YEAR for value in values)


def name_years(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "It forecasts turnover of R610m for the year to June 1998. Turnover in the previous year was R455m": that is the year before the one
    just named, and what was turned over in it no earlier figure of another.
    """
    for frame in found:
        event = pack.events[frame.event]
        main, before = figures_of(event, frame)
        for role in (role for role, spec in event.roles.items() if spec.shared and main and not before and not frame.tabled):
            told = [number for number, _ in frame.roles.get(role, ())]
            if not told or not all(items[number].compared and _YEAR_BEFORE.fullmatch(items[number].text) for number in told):
                continue
            named = (i for i in range(told[0] - 1, -1, -1) if _is_year(items[i]) and items[told[0]].sentence - items[i].sentence <= CARRIED)
            if (year := next(named, None)) is not None:
                frame.roles[role], frame.earlier = [(year, ONLY)], True


def _is_year(item: Item) -> bool:
    """Whether a period is a whole year that no figure is compared with."""
    return isinstance(item.value, Period) and not item.compared and not item.key and 360 <= (item.value.end - item.value.start).days <= 372


def carry_changes(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "Its second-quarter profit climbed 21 percent. Net income rose to $46.2 million from $38.1 million": a change that the lead tells
    is that of the figure told later, where it is by so much more than the earlier one.
    """
    for lead in found:
        event = pack.events[lead.event]
        role = next((role for role, spec in event.roles.items() if spec.single and event.rows), None)
        if role not in lead.roles or any(row.role in lead.roles for row in event.rows) or role is None:
            continue
        here = items[lead.trigger]
        alike = [other for other in found if other.event == lead.event and role not in other.roles
                 and items[other.trigger].term == here.term and figures_of(event, other)[0]
                 and other.roles.get(event.part or "") == lead.roles.get(event.part or "")
                 and here.sentence <= items[other.trigger].sentence
                 and (other.tabled or items[other.trigger].sentence - here.sentence <= LEAD)]
        for number, score in lead.roles[role]:
            home = next((other for other in alike if role not in other.roles
                         and _grew_by(event, other, found, items, items[number].value)), None)
            if home is not None:
                home.roles[role] = [(number, max(score * DOUBT, LEAST))]


def _grew_by(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item], percent: Any) -> bool:
    """Whether the first figure of a frame is by a percentage more, or less, than its first earlier one, in a table the one of its row, give
    or take what is rounded.
    """
    main, before = figures_of(event, frame)
    if frame.tabled:
        row = [other for other in found if other.trigger == frame.trigger]
        before = [i for other in row for i in figures_of(event, other)[1]
                  if any(one.is_year_before(day) for one in _days(event, other, items) for day in _days(event, frame, items))]
    if not main or not before or (frame.tabled and (len(main), len(before)) != (1, 1)):
        return False
    value, prior = (items[numbers[0]].value for numbers in (main, before))
    if isinstance(value, Money) and (not isinstance(prior, Money) or value.currency == prior.currency):
        value, prior = value.amount, prior.amount if isinstance(prior, Money) else prior  # "118 million dirhams, compared with 200 million"
    if not isinstance(value, Decimal) or not isinstance(prior, Decimal) or not prior:
        return False
    grown = abs(value / prior - 1) * 100
    return bool(abs(grown - abs(percent)) <= max(ROUNDED, grown * ROUNDED_SHARE))


def _lent(event: Event, frame: Frame, role: str, to: Frame, items: Sequence[Item]) -> list[tuple[int, float]]:
    """The players of a shared role that a frame can lend to another: those that are not said of an earlier figure of that one."""
    main, before = figures_of(event, to)
    return [player for player in _own(event, frame, role, items) if not (main and is_of_earlier(player, main, before, items))]


def _own(event: Event, frame: Frame, role: str, items: Sequence[Item]) -> list[tuple[int, float]]:
    """The players of a shared role that are neither there to be compared with nor said of an earlier figure alone."""
    main, before = figures_of(event, frame)
    players = (player for player in frame.roles.get(role, ()) if not items[player[0]].compared)
    return [player for player in players if not (main and is_of_earlier(player, main, before, items))]
