"""Figures of several years that one metric tells in turn: "revenue was $7m, $6m and $5m for the years ended June 30, 2021, 2020 and
2019, respectively", "$7m in 2021 and $6m in each of 2020 and 2019".

The standard form of filings: the newest year is the one that is reported, the others are those before.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.values import Period

SURE = 0.9  # of a year that is told of its figure
REACH = 60  # characters before figures in which it is said that others are compared with them
FEW = 2  # years that may stand before their figures only where these are told "respectively"
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BARE = re.compile(r"(?:fiscal |financial )?(?:years? )?(?:19|20)\d\d", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,|,? and|,? or|&)\s*(?:(?:about|approximately|around|nearly|fiscal|financial|years?|in|for)\s+)*", re.IGNORECASE)
_FOR = re.compile(
    r",?(?: respectively,?)? (?:for|in|during)(?: (?P<each>each of|both))?(?: the)?(?: fiscal| financial)?(?: years?)?(?: ended)? ",
    re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:,|;|,? and)\s*(?:(?:about|approximately)\s+)*", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.\n;:)]\s*)(?:for|in|during)(?: the)?(?: fiscal| financial)?(?: years?)?(?: ended)? $", re.IGNORECASE)
_SAID = re.compile(
    r",? (?:[^;.]|\.(?=\d))*?\b(?:was|were|of|totall?ed|amounted to|reached)(?: (?:about|approximately))? ", re.IGNORECASE)
_COMPARED = re.compile(  # before figures that are all of years before: "dropped to $1.8bn from $3.5bn in 1985 and $3.2bn in 1984"
    r"\b(?:from|than|against|versus|vs\.?|compared (?:to|with))(?: (?:an?|about|approximately|net|loss|profit|income|of))* $",
    re.IGNORECASE)
_RESPECTIVELY = re.compile(r",? respectively\b", re.IGNORECASE)


class _Told(NamedTuple):
    """A figure and the mention of the year that it is of."""

    figure: int
    period: int
    year: int


def by_year(pack: Pack, text: str, items: Sequence[Item], found: Sequence[Frame], excluded: Callable[[Frame], bool]) -> Iterator[Frame]:
    """The frames, those of figures that years are told for in turn as one of each year.

    Args:
        pack: whose event of single triggers tells rows.
        text: what the items' offsets refer to.
        items: the document's mentions.
        found: frames of rows.
        excluded: whether a frame tells no figure of its metric; where one of a list does not, none does.
    """
    name, event = pack.of_figures
    lists = list(_lists(event, items, text)) if event else []
    models = [_model(name, told, found) for told in lists]
    of_list = {one.figure: number for number, told in enumerate(lists) if models[number] for one in told}
    for frame in found:
        figure = frame.first("row") if frame.event == name and frame.row else None
        number = of_list.get(figure, -1) if figure is not None else -1
        model = models[number] if number >= 0 else None
        if model is None or event is None or frame.trigger != model.trigger:
            yield frame
        elif frame is model:
            made = list(_rows(event, frame, lists[number], items, text))
            yield from () if any(map(excluded, (frame, *made))) else made


def _model(name: str, told: Sequence[_Told], found: Sequence[Frame]) -> Frame | None:
    """The frame that those of the other years are made like: none where several metrics claim the figures, or they are expected."""
    figures = {one.figure for one in told}
    mine = [frame for frame in found if frame.event == name and frame.row and frame.first("row") in figures]
    sure = not any(frame.tabled or frame.expected for frame in mine) and len({frame.trigger for frame in mine}) == 1
    return mine[0] if sure else None


def _rows(event: Event, model: Frame, told: Sequence[_Told], items: Sequence[Item], text: str) -> Iterator[Frame]:
    """One frame for each year: of the newest the event's own row, of the others that of the period before."""
    before = next((row for row in event.rows if row.earlier), event.rows[0])
    start = min(items[one.figure].start for one in told)
    own = before if _COMPARED.search(text[max(start - REACH, 0) : start]) else event.rows[0]
    shared = next(role for role, spec in event.roles.items() if spec.shared)
    kept = {role: players for role, players in model.roles.items() if role not in {shared, *(row.role for row in event.rows)}}
    common = {role: players for role, players in kept.items() if not event.roles[role].single}
    newest, score = max(told, key=lambda one: one.year), model.roles[str(model.row)][0][1]
    for one in told:
        row = own if one.year == newest.year else before
        first = newest if _BARE.fullmatch(items[one.period].text) and not _is_bare(items[newest.period]) else one
        also = kept if one.figure == model.first("row") else common
        yield replace(model, roles={**also, row.role: [(one.figure, score)], shared: [(first.period, SURE)]}, row=row.role,
                      columns=row.columns, earlier=first.year != one.year, years=max(first.year - one.year, 1))


def _is_bare(period: Item) -> bool:
    return period.text.isdigit()


def _lists(event: Event, items: Sequence[Item], text: str) -> Iterator[list[_Told]]:
    """The figures with their years, list by list."""
    figures = set(event.roles[event.rows[0].role].labels)
    at = 0
    while at < len(items):
        told = (_years_behind(items, text, at, figures) or _years_before(items, text, at, figures)) if items[at].label in figures else []
        years = {one.year for one in told}
        if len(told) > 1 and len(years) == len(told):
            yield told
        at = max([at, *(one.figure for one in told)]) + 1


def _years_behind(items: Sequence[Item], text: str, at: int, labels: set[str]) -> list[_Told]:
    """ "$7m, $6m and $5m for 2021, 2020 and 2019", "$7m in 2021 and $6m in each of 2020 and 2019"."""
    told: list[_Told] = []
    groups = alone = 0
    while figures := _run(items, text, at, lambda item: item.label in labels):
        match = _FOR.fullmatch(text, items[figures[-1]].end, _start(items, figures[-1] + 1))
        years = _run(items, text, figures[-1] + 1, _is_year) if match else []
        if not match or not years or len(figures) not in {1, len(years)}:
            return []
        groups, alone = groups + 1, alone + (len(figures) < len(years) and not match["each"])
        told += [_Told(figures[min(place, len(figures) - 1)], year, _year(items[year])) for place, year in enumerate(years)]
        at = years[-1] + 1
        if not _NEXT.fullmatch(text, items[years[-1]].end, _start(items, at)):
            break
    return told if groups > alone else []


def _years_before(items: Sequence[Item], text: str, at: int, labels: set[str]) -> list[_Told]:
    """ "For 2021, 2020 and 2019, revenue was $7m, $6m and $5m": three years, or two with "respectively"."""
    figures = _run(items, text, at, lambda item: item.label in labels)
    last = next((i for i in range(at - 1, -1, -1) if _is_year(items[i]) or items[i].label in labels), -1)
    years = [last]
    while years[0] > 0 and _is_year(items[years[0] - 1]) and _AND.fullmatch(text, items[years[0] - 1].end, items[years[0]].start):
        years.insert(0, years[0] - 1)
    told = _RESPECTIVELY.match(text, items[figures[-1]].end) if figures else None
    if last < 0 or len(figures) != len(years) or not _is_year(items[last]) or (len(years) <= FEW and not told):
        return []
    opens = _OPENS.search(text[: items[years[0]].start]) and _SAID.fullmatch(text, items[last].end, items[at].start)
    return [_Told(figure, year, _year(items[year])) for figure, year in zip(figures, years, strict=True)] if opens else []


def _run(items: Sequence[Item], text: str, at: int, fits: Callable[[Item], bool]) -> list[int]:
    """The items from one on that fit and stand in one list of a sentence."""
    found: list[int] = []
    while at < len(items) and not items[at].key and fits(items[at]) and (
            not found or (items[at].sentence == items[found[-1]].sentence and _AND.fullmatch(text, items[found[-1]].end, items[at].start))):
        found.append(at)
        at += 1
    return found


def _start(items: Sequence[Item], number: int) -> int:
    return items[number].start if number < len(items) and not items[number].key else 0


def _is_year(item: Item) -> bool:
    return isinstance(item.value, Period) and not item.key and _YEAR.search(item.text) is not None


def _year(item: Item) -> int:
    return int(item.text[-4:])
