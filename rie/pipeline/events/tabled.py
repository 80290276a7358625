"""Tables whose rows each tell an event: "Company | Round | Amount | Investors" over "Hooli | Series A | €9m | Acme (lead), Globex".

The header says which role the cells of a column play; the pack lists its words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rie.pack import Event, Pack
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation
from rie.pipeline.tables.headings import BAR
from rie.values import Money, find_money

SURE = 0.97  # of what a table says in its place
LONGEST = 60  # characters of a name
TELLING = 4  # columns of a header that tell an event, each of a party twice, none of a day: "Company | Amount" may be of anything
LEAST = 1_000  # of a sum, in any currency
_UNIT = re.compile(
    r"\((?:in )?(?P<sign>US\$|[ACS]\$|NZ\$|HK\$|[$€£¥₹]|[A-Z]{3}) ?(?P<scale>m|mn|mln|million|millions|bn|billion|k|thousand)?\)")
_NOTHING = re.compile(r"\W*|(?:un|not )disclosed|n/?a|none|unknown|tba|tbc|private", re.IGNORECASE)
_BESIDE = re.compile(r"\s*\((?P<lead>(?:co-)?leads?(?: investor)?)?[^)]*\)|\[\d+\]|[*†‡]+", re.IGNORECASE)  # "(lead)", "(UK)"
_NEXT = re.compile(r"\s*(?:[,;/]|\band\b|$)(?!\s*(?:Co|Company|Companies|Inc|LLC|LLP|Ltd|LP|L\.P|Sons|Partners|Associates|plc)\b)\s*")


@dataclass(frozen=True)
class Row:
    """A row of such a table: its event, the characters of the cell of each role, and the unit that the header gives bare sums."""

    event: str
    cells: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and the last of its characters."""
        return min(start for start, _ in self.cells.values()), max(end for _, end in self.cells.values())


def event_rows(pack: Pack, text: str) -> Iterator[Row]:
    """The rows of a text that each tell an event.

    Args:
        pack: whose events name the words of headers.
        text: with the cells of rows between bars.
    """
    header: tuple[str, Mapping[int, str], Mapping[str, str]] | None = None
    for match in re.finditer(r"[^\n]+", text) if BAR in text else ():
        cells = list(_cells(text, *match.span()))
        if len(cells) < 2:
            header = None if match[0].strip() else header
        elif header is None:
            header = _header(pack, [text[start:end] for start, end in cells])
        else:
            event, roles, units = header
            filled = [(role, cells[place]) for place, role in roles.items() if place < len(cells)]
            told = {role: cell for role, cell in filled if not _NOTHING.fullmatch(text, *cell)}
            if _is_told(pack.events[event], told.keys()):
                yield Row(event, told, units)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The characters of the cells of a line, without the spaces around them."""
    bars = [start - 1, *(i for i in range(start, end) if text[i] == BAR), end]
    for before, behind in pairwise(bars) if len(bars) > 2 else ():
        cell = text[before + 1 : behind]
        yield before + 1 + len(cell) - len(cell.lstrip()), behind - len(cell) + len(cell.rstrip())


def _header(pack: Pack, cells: Sequence[str]) -> tuple[str, Mapping[int, str], Mapping[str, str]] | None:
    """The event, the role of each column and the units that a header names; of two events that of which more columns are."""
    words = [" ".join(re.sub(r"\([^)]*\)|[^a-z %]", " ", cell.lower()).split()) for cell in cells]
    found = []
    for name, event in pack.events.items():
        roles = {place: role for role, header in event.columns.items() for place, word in enumerate(words) if word in header.split("|")}
        parties = sum(bool(pack.labels[event.roles[role].labels[0]].entity) for role in roles.values())
        if _is_told(event, roles.values()) and len({*roles.values()} - {"date"}) + parties >= TELLING:
            named = ((role, _UNIT.search(cells[place])) for place, role in roles.items())
            units = {role: f"{unit['sign']}{{}}{unit['scale'] or ''}" for role, unit in named if unit}
            found.append((name, roles, units))
    return max(found, key=lambda one: len(one[1]), default=None)


def _is_told(event: Event, roles: Iterable[str]) -> bool:
    """Whether roles are enough to tell an event."""
    held = set(roles)
    required = {role for role, spec in event.roles.items() if spec.required}
    return bool(required) and required <= held and any(set(group) <= held for group in event.any_of)


def names_in(pack: Pack, text: str) -> Iterator[tuple[int, int, str]]:
    """The names in cells: first and last character, and label."""
    for row in event_rows(pack, text):
        for role, (start, end) in row.cells.items():
            label = pack.events[row.event].roles[role].labels[0]
            if pack.labels[label].entity:
                yield from ((*name, label) for name in _names(text, start, end, many=pack.events[row.event].roles[role].many))


def _names(text: str, start: int, end: int, *, many: bool) -> Iterator[tuple[int, int]]:
    """The names of a cell: one, or those of a list."""
    bounds = [start, *(at for match in _NEXT.finditer(text, start, end) for at in match.span() if many), end]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        beside = _BESIDE.search(text, first, last)
        name = text[first : beside.start() if beside else last].rstrip()
        if name and len(name) <= LONGEST and not _NOTHING.fullmatch(name):
            yield first, first + len(name)


def told_in_rows(pack: Pack, rows: Iterable[Row], items: list[Item], text: str) -> Iterator[Frame]:
    """The events of the rows.

    Args:
        pack: whose events they are.
        rows: of the text.
        items: the document's mentions; sums and kinds that only their column makes such are added.
        text: what the items' offsets refer to.
    """
    for row in rows:
        event, roles = pack.events[row.event], dict[str, list[tuple[int, float]]]()
        for role in row.cells:
            for number in _players(pack, row, role, items, text):
                lead = next((name for name, spec in event.roles.items() if spec.or_else == role), None)
                beside = _BESIDE.match(text, items[number].end)
                roles.setdefault(lead if lead and beside and beside["lead"] else role, []).append((number, SURE))
        if _is_told(event, roles):
            trigger = min((number for players in roles.values() for number, _ in players[:1]), key=lambda number: items[number].start)
            yield Frame(row.event, trigger, triggers=[trigger], status_score=SURE, roles=roles)


def _players(pack: Pack, row: Row, role: str, items: list[Item], text: str) -> list[int]:
    """The mentions of a cell that can play its role; where there is none, what the cell holds as such a mention."""
    spec, unit, (start, end) = pack.events[row.event].roles[role], row.units.get(role), row.cells[role]
    here = [i for i, item in enumerate(items) if start <= item.start and item.end <= end and not item.key]
    found = [i for i in here if items[i].label in spec.labels]
    label, cell = spec.labels[0], text[start:end]
    first, last = row.bounds
    sentence = next((item.sentence for item in items if first <= item.start < last and not item.key), 0)
    if not found and unit and (sums := find_money(unit.format(cell))):
        items.append(Item(label, cell, start, end, sentence, value=sums[0].value))
        found = [len(items) - 1]
    terms = pack.labels[label].terms
    if not found and terms and (term := Phrases(pack.terms[terms]).find(f"series {cell}" if len(cell) == 1 else cell)):
        items.append(Item(label, cell, start, end, sentence, term=term))
        found = [len(items) - 1]
    large = [i for i in found if not isinstance(items[i].value, Money) or items[i].value.amount >= LEAST]
    return large if spec.many else large[:1]


def outside(rows: Iterable[Row], items: Sequence[Item], relations: Sequence[Relation]) -> list[Relation]:
    """The relations without those of mentions in such rows: their column says what they are."""
    bounds = [row.bounds for row in rows]
    inside = {i for i, item in enumerate(items) if any(start <= item.start < end for start, end in bounds)}
    return [relation for relation in relations if relation.head not in inside and relation.child not in inside]


def with_rows(pack: Pack, joined: list[Frame], rows: Sequence[Frame], items: Sequence[Item]) -> list[Frame]:
    """The events with those of rows, in the order of the text; what the text says of a row's event without another sum tells it again."""
    told = [frame for frame in joined if not any(_is_again(pack, frame, row, items) for row in rows)]
    return sorted([*told, *rows], key=lambda frame: items[frame.trigger].start) if rows else joined


def _is_again(pack: Pack, frame: Frame, row: Frame, items: Sequence[Item]) -> bool:
    """Whether an event of the text has a party that a row requires, and no sum but that of the row."""
    required = [role for role, spec in pack.events[row.event].roles.items() if spec.required]
    parties = [{items[i].identity for role in required for i, _ in one.roles.get(role, ())} for one in (frame, row)]
    sums = [{items[i].identity for players in one.roles.values() for i, _ in players if isinstance(items[i].value, Money)}
            for one in (frame, row)]
    return frame.event == row.event and bool(parties[0] & parties[1]) and sums[0] <= sums[1]
