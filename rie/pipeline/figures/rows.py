"""Rows of an event that tells several: a metric with this year's figure, last year's and what was expected makes a report of each.

Figures are paired with the periods and percentages that stand beside them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.types import Report
from rie.values import Money

Player = tuple[int, float]
_END = 1_000_000  # behind all items
RIGHT_BEHIND = 12  # characters between a figure and a period that is told of it alone
_CURRENT = re.compile(r"(?:the )?(?:this|current|next|coming) (?:(?:financial|fiscal|business) )?(?:year|quarter|half)", re.IGNORECASE)
COLON = 3  # characters between a period and the figure in brackets that it names


def rows(pack: Pack, frame: Frame, items: Sequence[Item]) -> Iterator[Frame]:
    """One frame for each row that the pack makes of the event; the frame itself where it makes one."""
    event = pack.events[frame.event]
    if not event.rows:
        yield frame
        return
    figures = {row.role for row in event.rows}
    shared = {role: players for role, players in frame.roles.items() if role not in figures}
    told = {role: _paired(event, frame, players, items) for role, players in shared.items() if event.roles[role].shared}
    alone = {role: _single(event, frame, players, items) for role, players in shared.items() if event.roles[role].single}
    turns = {role: _in_turn(event, frame, players) for role, players in shared.items() if event.roles[role].paired}
    common = {role: players for role, players in shared.items() if role not in told and role not in alone}
    ahead = _is_ahead(event, frame, items)
    for row in event.rows:
        players = frame.roles.get(row.role, [])
        for number, player in enumerate(players):
            own = {role: [found[player[0]]] for role, found in (told | alone).items() if player[0] in found}
            own |= {role: found[player[0]] for role, found in turns.items() if player[0] in found}
            main, _ = figures_of(event, frame)
            rivals = main if main or frame.tabled else None
            apart = frame.earlier or (row.earlier and not any(_is_own(player[0], found, rivals, items) for found in told.values()))
            made = replace(frame, roles={**common, **own, row.role: [player]}, row=row.role, columns=row.columns, earlier=apart,
                           expected=ahead or frame.expected or row.ends is not None, over=bool(row.earlier) or row is event.rows[0],
                           past=bool(row.earlier))
            yield from _ends(made, row.ends, number, players, items) if row.ends else (made,)


def _is_ahead(event: Event, frame: Frame, items: Sequence[Item]) -> bool:
    """Whether a frame tells what is still to come: the company's own outlook, or what others expect "this year"."""
    told = {row.role for row in event.rows} & frame.roles.keys()
    outlook = any(row.ends and row.role in told for row in event.rows)
    periods = (items[i].text for role, spec in event.roles.items() if spec.shared for i, _ in frame.roles.get(role, ()))
    others = not told & {event.rows[0].role, *(row.role for row in event.rows if row.earlier)}
    return (outlook and event.rows[0].role not in told) or (others and any(_CURRENT.fullmatch(text) for text in periods))


def _in_turn(event: Event, frame: Frame, players: list[Player]) -> dict[int, list[Player]]:
    """ "A as counsel and B as treasurer": for each of several people of one row those players that stand behind, or before, them."""
    for row in event.rows:
        people = sorted(i for i, _ in frame.roles.get(row.role, ()))
        behind = {one: [p for p in players if one < p[0] < other] for one, other in pairwise([*people, _END])}
        before = {other: [p for p in players if one < p[0] < other] for one, other in pairwise([-1, *people])}
        for found in (behind, before):
            if len(people) > 1 and all(found.values()):
                return found
    return {}


def _single(event: Event, frame: Frame, shared: list[Player], items: Sequence[Item]) -> dict[int, Player]:
    """For each player of a role the one figure that it is said of: the nearest that is not of an earlier period."""
    main = [i for row in event.rows if not row.earlier for i, _ in frame.roles.get(row.role, ())]
    return {min(main, key=lambda i: _distance(items[i], items[player[0]])): player for player in reversed(shared)} if main else {}


def _paired(event: Event, frame: Frame, shared: list[Player], items: Sequence[Item]) -> dict[int, Player]:
    """For each figure the player of a shared role that belongs to it: in order where there are as many, else the nearest."""
    main, before = figures_of(event, frame)
    told = [player for player in shared if _tells(items[player[0]])]
    own = [player for player in told if not items[player[0]].compared and not (main and is_of_earlier(player, main, before, items))]
    if len(main) == len(own) > 1:
        found = dict(zip(main, sorted(own), strict=True))
        return found | {i: _nearest(i, told if len(told) > len(own) else own, items) for i in before}
    return {i: _nearest(i, players, items) for figures, players in ((main, own), (before, told)) if players for i in figures}


def _tells(item: Item) -> bool:
    """Whether a period says more than that it is the one before: "the prior year" and "the same period of 2018" do not."""
    return not item.same and (not item.compared or any(char.isdigit() for char in item.text) or "quarter" in item.text.lower())


def figures_of(event: Event, frame: Frame) -> tuple[list[int], list[int]]:
    """The item numbers of a frame's own figures and of its earlier ones, in the order of the text."""
    main, before = ([i for row in event.rows if bool(row.earlier) == earlier for i, _ in frame.roles.get(row.role, ())]
                    for earlier in (False, True))
    return sorted(main), sorted(before)


def is_of_earlier(player: Player, main: Sequence[int], before: Sequence[int], items: Sequence[Item]) -> bool:
    """Whether a period stands right behind an earlier figure that follows the others and has no brackets, or before it in brackets: "up
    from $7.1 million in the third quarter", "$7.8 million (FY15: $7.1 million)".
    """
    period = items[player[0]]
    if any(items[i].beside and 0 < items[i].start - period.end <= COLON for i in before):
        return True
    right = [i for i in before if not items[i].beside and i > max(main) and 0 <= period.start - items[i].end <= RIGHT_BEHIND]
    return bool(right) and period.term is None and not period.apart


def _nearest(number: int, players: Sequence[Player], items: Sequence[Item]) -> Player:
    return min(players, key=lambda player: _distance(items[player[0]], items[number]))


def _distance(one: Item, other: Item) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_own(figure: int, found: dict[int, Player], main: Sequence[int] | None, items: Sequence[Item]) -> bool:
    """Whether a figure has a period with a name that none of the `main` ones has; where there are none, one of its own sentence."""
    period = items[found[figure][0]] if figure in found else None
    if period is None or period.ago or (period.value is None and period.compared):
        return False
    if main is None:
        return period.sentence == items[figure].sentence
    return found[figure][0] not in {found[other][0] for other in main if other in found}


def in_order(pack: Pack, told: Sequence[tuple[Frame, Report]]) -> list[Report]:
    """The reports with the ends of ranges in their order: of "a loss of $0.28 to $0.24" the greater loss is the low end."""
    reports = [report for _, report in told]
    for place, ((frame, one), (other, two)) in enumerate(pairwise(told)):
        ends = next((row.ends for row in pack.events[frame.event].rows if row.role == frame.row and row.ends), None)
        if ends is None or (frame.trigger, frame.row) != (other.trigger, other.row) or frame.columns == other.columns:
            continue
        low, high = (_figure(pack, report) for report in ((one, two) if frame.columns == ends[0] else (two, one)))
        if low is not None and high is not None and low > high:
            reports[place] = replace(one, values={**one.values, **other.columns})
            reports[place + 1] = replace(two, values={**two.values, **frame.columns})
    return reports


def _figure(pack: Pack, report: Report) -> Decimal | None:
    columns = pack.tables[report.table].columns.items()
    value = next((report.values.get(name) for name, column in columns if column.source and column.source.take == "figure"), None)
    return value if isinstance(value, Decimal) else None


def _ends(made: Frame, ends: tuple[dict[str, str], dict[str, str]], number: int, players: list[Player],
          items: Sequence[Item]) -> Iterator[Frame]:
    """The low and the high end of what is expected: of a range, of two figures, or the same of one."""
    value = items[made.roles[str(made.row)][0][0]].value
    if len(players) == 2 and not (isinstance(value, Money) and value.high is not None):
        sizes = [_size(items[i].value) for i, _ in players]
        end = int(sizes[number] > sizes[1 - number] or (sizes[0] == sizes[1] and number == 1))
        yield replace(made, columns=ends[end])
        return
    for end, columns in enumerate(ends):
        yield replace(made, columns=columns, end=end)


def _size(value: Any) -> Any:
    return value.amount if isinstance(value, Money) else value


def settle_figures(pack: Pack, found: list[Frame], items: Sequence[Item]) -> None:
    """A figure belongs to one metric, in one role: of several claims to it, those of a round or a deal too, the surest holds."""
    for name, event in pack.events.items():
        if event.joins or not event.rows:
            continue
        mine = [frame for frame in found if frame.event == name]
        figures = {row.role for row in event.rows}
        best: dict[int, float] = {}
        for frame in found:
            for role in frame.roles.keys() & (figures if frame.event == name else pack.events[frame.event].roles.keys()):
                for number, score in frame.roles[role]:
                    best[number] = max(best.get(number, 0.0), score)
        for frame in mine:
            for role in figures & frame.roles.keys():
                frame.roles[role] = [(number, score) for number, score in frame.roles[role] if score >= best[number]]
                if not frame.roles[role]:
                    del frame.roles[role]
