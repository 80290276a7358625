"""The events of the rows of a text: "Hooli | Series A | €9m | Acme (lead), Globex" under a header that says what each cell is."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rie.pack import Event, Pack, Role
from rie.pipeline.events.laid_out import NOTHING, STATE, Row, event_rows, is_told
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation
from rie.values import Money, find_money

SURE = 0.97  # of what a table says in its place
LONGEST = 60  # characters of a name
LEAST = 1_000  # of a sum, in any currency
_NAMED = re.compile(r"\((?:co-)?(?:leads?|led by)(?: investors?)?:? [^()]*$", re.IGNORECASE)  # "A, B (lead: A)"
_BESIDE = re.compile(r"\s*\((?P<lead>(?:co-)?leads?(?: investor)?(?=\)))?[^)]*\)|\[\d+\]|[*†‡]+", re.IGNORECASE)  # "(lead)", "(UK)"
_THING = re.compile(r"(?:\d+ )?[a-z]+ .+|\S.* [a-z]{3,}")  # "three palm oil mills", "Tumbo Ridge licences"
_ROUND = re.compile(r"round|series|stage|pre-", re.IGNORECASE)
_NEXT = re.compile(
    r"\s*(?:[,;]|/(?!S\b)|\band\b|$)(?!\s*(?:Co|Company|Companies|Inc|LLC|LLP|Ltd|LP|L\.P|Sons|Partners|Associates|plc)\b)\s*")


def names_in(pack: Pack, text: str, is_place: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
    """The names in cells: first and last character, and label; what stands behind a name for its place is none.

    Args:
        pack: whose events the rows tell.
        text: of the document.
        is_place: whether words are the name of a place.
    """
    for row in event_rows(pack, text):
        for role, (start, end) in row.cells.items():
            labels = pack.events[row.event].roles[role].labels if role != STATE else []
            if not labels or not pack.labels[labels[0]].entity:
                continue
            thing = next((label for label in labels if pack.labels[label].source == "ner" and not pack.labels[label].entity), labels[0])
            found = list(_names(text, start, end, many=pack.events[row.event].roles[role].many))
            for first, last in found:
                if (first, last) == found[0] or not is_place(text[first:last]):
                    yield first, last, thing if _THING.fullmatch(text, first, last) else labels[0]


def _names(text: str, start: int, end: int, *, many: bool) -> Iterator[tuple[int, int]]:
    """The names of a cell: one, or those of a list."""
    bounds = [start, *(at for match in _NEXT.finditer(text, start, end) for at in match.span() if many), end]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        beside = _BESIDE.search(text, first, last)
        name = text[first : beside.start() if beside else last].rstrip()
        if name and len(name) <= LONGEST and not NOTHING.fullmatch(name):
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
        for role in [role for role in row.cells if role != STATE]:
            for number in _players(pack, row, role, items, text):
                lead = next((name for name, spec in event.roles.items() if spec.or_else == role), None)
                beside = _BESIDE.match(text, items[number].end)
                leads = (beside and beside["lead"]) or _NAMED.search(text, row.cells[role][0], items[number].start)
                roles.setdefault(lead if lead and leads else role, []).append((number, SURE))
        for role, spec in event.roles.items():
            above = {items[number].identity for number, _ in roles.get(role, ()) if spec.or_else}
            if above and spec.or_else in roles:
                roles[spec.or_else] = [player for player in roles[spec.or_else] if items[player[0]].identity not in above]
        for role, spec in event.roles.items():
            share = _beside_name(event, row, spec, items, text) if role not in row.cells and "PERCENT" in spec.labels else None
            if share is not None:
                roles[role] = [(share, SURE)]
        if is_told(event, roles) and not _is_other(pack, row, roles, items, text):
            trigger = min((number for players in roles.values() for number, _ in players[:1]), key=lambda number: items[number].start)
            yield Frame(row.event, trigger, triggers=[trigger], status=_state(pack, row, text), status_score=SURE, roles=roles, stated=True)


def _is_other(pack: Pack, row: Row, roles: Mapping[str, Sequence[tuple[int, float]]], items: Sequence[Item], text: str) -> bool:
    """Whether the cell that should tell the kind of an event tells none: "Type: private"."""
    bare = pack.events[row.event].bare
    if bare is None or bare.kind not in row.cells or _ROUND.search(text, *row.cells[bare.kind]):
        return False
    terms = pack.labels[pack.events[row.event].roles[bare.kind].labels[0]].terms
    vague = {None, pack.terms[terms].default if terms else None}
    return {items[number].term for number, _ in roles.get(bare.kind, ())} <= vague


def _state(pack: Pack, row: Row, text: str) -> str | None:
    """The status that a cell of a row tells."""
    state = pack.events[row.event].state
    return Phrases(pack.terms[state.terms]).find(text[slice(*row.cells[STATE])]) if state and STATE in row.cells else None


def _beside_name(event: Event, row: Row, spec: Role, items: Sequence[Item], text: str) -> int | None:
    """The share in brackets behind the name of what a row is of: "Initech (60%)"."""
    needed = (row.cells[role] for role, one in event.roles.items() if one.required and role in row.cells)
    return next((i for start, end in needed for i, item in enumerate(items) if start < item.start and item.end <= end and not item.key
                 and item.label in spec.labels and text[item.start - 1] == "("), None)


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
