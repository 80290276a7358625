"""The layouts in which each row tells an event: cells that bars or spaces set apart under a header, and lines with labels.

"Company | Round | Amount" over "Hooli | Series A | €9m"; "Company      Amount      Type" over "Hooli        $9m         Debt";
"Target: Initech" over "Buyer: Globex" and "Price: €9m". The pack lists the words of headers and labels.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rie.pack import Event, Pack
from rie.pipeline.tables.headings import BAR

STATE = "state"  # of an event: a column that no role plays
TELLING = 4  # columns of a header that tell an event, each of a party twice, none of a day: "Company | Amount" may be of anything
LABELS = 3  # of the lines that tell an event: "Investors: Jane Roe" over "Company: Hooli" may be whom to call
STACKED = 8  # lines of a table that has a cell a line
MOST_CELLS = 12  # of a row
LABEL = 24  # characters of a cell of a header
CELL = 160  # characters of a cell
WIDEST = 1_000  # characters of a line
GAP = "  "  # between cells that spaces set apart
_UNIT = re.compile(
    r"\((?:in )?(?P<sign>US\$|[ACS]\$|NZ\$|HK\$|[$€£¥₹]|[A-Z]{3}) ?(?P<scale>m|mn|mln|million|millions|bn|billion|k|thousand)?\)")
NOTHING = re.compile(r"\W*|(?:un|not )disclosed|n/?a|none|unknown|tba|tbc|private", re.IGNORECASE)
_ASIDE = {
    "sector",
    "industry",
    "category",
    "location",
    "city",
    "country",
    "hq",
    "headquarters",
    "description",
    "state",
    "region",
    "segment",
    "vertical",
    "founded",
    "website",
}  # what other columns of such tables are called
_SPACED = re.compile(r"\S+(?: \S+)*")
_LABELLED = re.compile(r"\W{0,6}(?P<label>[A-Za-z][A-Za-z ()/'’-]{2,28}?)\W{0,3}[:：]\W{0,3}?[ ]+(?P<value>\S[^\n]*?)\s*")
@dataclass(frozen=True)
class Row:
    """A row: its event, the characters of the cell of each role and of the event's state, and the unit that a header gives bare sums."""

    event: str
    cells: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and the last of its characters."""
        return min(start for start, _ in self.cells.values()), max(end for _, end in self.cells.values())


@dataclass(frozen=True)
class _Header:
    """What a header says: the event of its rows, the role of each column, the units of bare sums, and where each column begins."""

    event: str
    roles: Mapping[int, str]
    units: Mapping[str, str]
    starts: Sequence[int] = ()


def event_rows(pack: Pack, text: str) -> Iterator[Row]:
    """The rows of a text that each tell an event.

    Args:
        pack: whose events name the words of headers.
        text: with the cells of rows between bars.
    """
    if BAR in text:
        yield from _of_tables(pack, text, _cells)
    if GAP in text:
        yield from _of_tables(pack, text, _spaced)
    if ":" in text:
        yield from _of_labels(pack, text)
    if text.count("\n") > STACKED:
        yield from _of_stacks(pack, text)


def _of_tables(pack: Pack, text: str, cells_of: Callable[[str, int, int], Iterator[tuple[int, int]]]) -> Iterator[Row]:
    """The rows under a header; one with fewer cells than it are those that stand below the words of their columns."""
    header: _Header | None = None
    for match in re.finditer(r"[^\n]+", text):
        cells = list(cells_of(text, *match.span()))
        if len(cells) < 2:
            header = None if match[0].strip() else header
        elif header is None:
            header = _header(pack, text, match.start(), cells)
        else:
            yield from _row(pack, text, header, _placed(cells, header, match.start(), exact=cells_of is _spaced))


def _of_stacks(pack: Pack, text: str) -> Iterator[Row]:
    """The rows of a table that was written with a cell a line, the header too."""
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    words = [plain_words(text[start:end]) if end - start <= LABEL else "" for start, end in lines]
    known = {word for event in pack.events.values() for header in event.columns.values() for word in header.split("|")} | _ASIDE
    at = 0
    while at < len(lines) - TELLING:
        width = next((size for size, word in enumerate(words[at : at + MOST_CELLS]) if word not in known), MOST_CELLS)
        header = _header(pack, text, 0, lines[at : at + width]) if width >= TELLING else None
        at += width if header else 1
        while header and at + width <= len(lines) and _is_stack(pack, text, header, lines[at : at + width]):
            yield from _row(pack, text, header, dict(enumerate(lines[at : at + width])))
            at += width


def _is_stack(pack: Pack, text: str, header: _Header, cells: Sequence[tuple[int, int]]) -> bool:
    """Whether lines are the cells of a row: one below the other, none of them prose, sums where sums belong."""
    if any(end - start > CELL or "\n\n" in text[start:after] for (start, end), (after, _) in pairwise([*cells, cells[-1]])):
        return False
    roles = pack.events[header.event].roles
    sums = [text[slice(*cells[place])] for place, role in header.roles.items() if role in roles and "MONEY" in roles[role].labels]
    return all(any(map(str.isdigit, cell)) or NOTHING.fullmatch(cell) for cell in sums)


def _placed(cells: Sequence[tuple[int, int]], header: _Header, line: int, *, exact: bool) -> Mapping[int, tuple[int, int]]:
    """The cells of a row by their columns; those that spaces set apart as they stand where one is missing."""
    if not exact or len(cells) == len(header.starts):
        return dict(enumerate(cells))
    bounds = list(pairwise([*header.starts, WIDEST]))
    placed: dict[int, tuple[int, int]] = {}
    for start, end in cells:
        shared = [min(end - line, high) - max(start - line, low) for low, high in bounds]
        if max(shared) * 2 <= end - start or shared.index(max(shared)) in placed:
            return {}
        placed[shared.index(max(shared))] = start, end
    return placed


def _row(pack: Pack, text: str, header: _Header, cells: Mapping[int, tuple[int, int]]) -> Iterator[Row]:
    filled = [(role, cells[place]) for place, role in header.roles.items() if place in cells]
    bare = pack.events[header.event].bare
    other = bare.kind if bare else None  # whose cell says of what else the row is: "Type: private"
    told = {role: cell for role, cell in filled if not NOTHING.fullmatch(text, *cell)
            or (role == other and text[slice(*cell)].lower() == "private")}
    if is_told(pack.events[header.event], told.keys()):
        yield Row(header.event, told, header.units)


def _of_labels(pack: Pack, text: str) -> Iterator[Row]:
    """The events of lines that a label opens, one below the other: a label that comes again begins the next."""
    block: dict[str, tuple[int, int]] = {}
    for match in re.finditer(r"[^\n]+|\Z", text):
        line = _LABELLED.fullmatch(text, *match.span())
        label = plain_words(line["label"]) if line else ""
        if block and (not line or label in block) and (match[0].strip() or not match[0]):
            yield from _record(pack, text, block)
            block = {}
        if line:
            block[label] = line.span("value")
    yield from _record(pack, text, block)


def _record(pack: Pack, text: str, block: Mapping[str, tuple[int, int]]) -> Iterator[Row]:
    found = _read(pack, list(block))
    if found is not None and len({*found[1].values()}) >= LABELS:
        event, roles = found
        yield from _row(pack, text, _Header(event, roles, {}), dict(enumerate(block.values())))


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The characters of the cells of a line, without the spaces around them."""
    bars = [start - 1, *(i for i in range(start, end) if text[i] == BAR), end]
    for before, behind in pairwise(bars) if len(bars) > 2 else ():
        cell = text[before + 1 : behind]
        yield before + 1 + len(cell) - len(cell.lstrip()), behind - len(cell) + len(cell.rstrip())


def _spaced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The characters of what two spaces or more set apart in a line."""
    found = [match.span() for match in _SPACED.finditer(text, start, end)] if BAR not in text[start:end] else []
    yield from found if len(found) > 2 else ()


def _header(pack: Pack, text: str, line: int, cells: Sequence[tuple[int, int]]) -> _Header | None:
    """What a header says; of two events it is of that which names more columns."""
    found = _read(pack, [plain_words(text[start:end]) for start, end in cells])
    if found is None:
        return None
    named = ((role, _UNIT.search(text, *cells[place])) for place, role in found[1].items())
    units = {role: f"{unit['sign']}{{}}{unit['scale'] or ''}" for role, unit in named if unit}
    return _Header(*found, units, [start - line for start, _ in cells])


def plain_words(words: str) -> str:
    """The words of a header or label, in small letters, without marks and what stands in brackets."""
    return " ".join(re.sub(r"\([^)]*\)|[^a-z %]", " ", words.lower()).split())


def _read(pack: Pack, words: Sequence[str]) -> tuple[str, Mapping[int, str]] | None:
    """The event that headers or labels tell, and the role of each."""
    found = []
    for name, event in pack.events.items():
        named = {**event.columns, **({STATE: event.state.columns} if event.state else {})}
        roles = {place: role for role, header in named.items() for place, word in enumerate(words) if word in header.split("|")}
        parties = sum(bool(pack.labels[event.roles[role].labels[0]].entity) for role in roles.values() if role in event.roles)
        if is_told(event, roles.values()) and len({*roles.values()} - {"date", STATE}) + parties >= TELLING:
            found.append((name, roles))
    return max(found, key=lambda one: len(one[1]), default=None)


def is_told(event: Event, roles: Iterable[str]) -> bool:
    """Whether roles are enough to tell an event."""
    held = set(roles)
    required = {role for role, spec in event.roles.items() if spec.required}
    return bool(required) and required <= held and any(set(group) <= held for group in event.any_of)


