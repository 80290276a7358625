"""Whose facts are asked for: the names, the seats and the parts of companies in a question."""

from __future__ import annotations

from itertools import pairwise

from rie.ask.form import Not, PlaceFilter, Ref, RoleFilter, TextFilter
from rie.ask.parse import Unreadable
from rie.ask.read.negation import turned
from rie.ask.slots.state import Slots

_LINKS = ("and", "or", ",", "vs", "versus", "/", "against", "with", "to", "than", "'s", "the", "of", "for", "at", "plus", "in", "from")
_SEAT = ("prep", "seat", "place", "article", "aux")


def players(slots: Slots) -> None:
    """Names by what they are: "Jane Roe" is who, "Acme" is where."""
    at: dict[str, list[int]] = {}
    for index in slots.all("entity"):
        options: list[Ref] = [ref for ref in slots.get(index, "entity") if slots.role_of(ref)]
        if not options:
            raise Unreadable("low_confidence", f"It is not clear what {slots.items[index].text!r} has to do with it.")
        ref: Ref = slots.choose(f"name{index}", options)
        role = str(slots.role_of(ref))
        slots.note = slots.note or (ref.name if len(options) > 1 else "")
        slots.use(index)
        if index in slots.negated:
            slots.without.append(Not(RoleFilter(role, (ref,))))
            continue
        slots.named[role] = (*slots.named.get(role, ()), ref)
        at.setdefault(role, []).append(index)
    for places in at.values():
        _check_linked(slots, places)
    _mentions(slots)


def _check_linked(slots: Slots, at: list[int]) -> None:
    """ "Acme and Globex", "Acme vs Globex", or names anywhere in a comparison."""
    slots.compared = slots.compared or (len(at) > 1 and any(True for _ in slots.all("compare", "more", "less")))
    for first, second in pairwise(at):
        between = range(first + 1, second)
        linked = all(slots.norm(i) in _LINKS or slots.has(i, "compare") for i in between) and bool(between)
        slots.use(*([first - 1] if slots.norm(first - 1) in ("between", "of") else []))
        if not linked and not slots.compared and not any(slots.has(i, "op") for i in between):
            raise Unreadable("low_confidence", "Several names stand in the question; ask for one of them, or compare two.")
        slots.use(*(i for i in between if slots.norm(i) in _LINKS or slots.has(i, "compare")))


def _mentions(slots: Slots) -> None:
    """ "companies", "executives": whose facts, without a name."""
    for index in slots.all("generic", "role"):
        role = slots.get(index, "role") or slots.entity_role
        slots.mentioned.add(role)
        slots.use(index)


def places(slots: Slots) -> None:
    """Seats of companies; beside a name or a number a place is a part of the company."""
    for index in slots.free("place"):
        if _is_seat(slots, index):
            _seat(slots, index)
        elif index in slots.negated:
            raise Unreadable("unknown_attribute", "What is left when a part of a company is left out is not in the data.")
        elif slots.series and not slots.named and slots.has(index, "place") and not slots.has(index, "part"):
            _seat(slots, index)  # "Boston revenue over $50m": of which companies
        elif slots.series and not slots.has(index, "part"):
            _part(slots, index, slots.items[index].text, ())
    slots.use(*(index for index in slots.all("seat") if slots.places))


def _is_seat(slots: Slots, index: int) -> bool:
    """ "Boston companies", "companies based in Boston"; where facts have no parts every place is a seat."""
    if slots.series is None:
        return True
    after = index + 1
    while slots.has(after, "seat") or slots.norm(after) == "-":
        after += 1
    before = index - 1
    while slots.has(before, *_SEAT) or slots.norm(before) in (",", "or", "and", "-", "that", "which", "who", "in"):
        before -= 1
    return slots.has(after, "generic", "role") or slots.has(before, "generic", "role")


def _seat(slots: Slots, index: int) -> None:
    pairs: list[tuple[str, str]] = [*slots.get(index, "place")]
    if any(slots.names.homonyms.get(pair) for pair in pairs) or (len(slots.places) > 0 and slots.norm(index - 1) == ","):
        raise Unreadable("low_confidence", f"There are several places named {slots.items[index].text!r}; ask for one of them.")
    slots.use(index)
    attributes, values = tuple(dict.fromkeys(pair[0] for pair in pairs)), tuple(dict.fromkeys(pair[1] for pair in pairs))
    label = slots.items[index].text
    if slots.places and slots.norm(index - 1) in ("or", "and"):
        last = slots.places.pop()
        attributes, values = tuple(dict.fromkeys((*last.attributes, *attributes))), (*last.values, *values)
        label = f"{last.label} or {label}"
        slots.use(index - 1)
    if not turned(PlaceFilter(slots.entity_role, attributes, values, label), slots, index):
        slots.places.append(PlaceFilter(slots.entity_role, attributes, values, label))


def parts(slots: Slots) -> None:
    """The part of a company that a figure is of: "Europe revenue", "cloud segment", "Europe and Asia"."""
    found = list(slots.free("part"))
    if any(slots.has(index - 1, "negation") for index in found):
        raise Unreadable("unknown_attribute", "What is left when a part of a company is left out is not in the data.")
    for first, second in pairwise(found):
        between = range(first + 1, second)
        if not between or not all(slots.norm(i) in _LINKS or slots.has(i, "compare") for i in between):
            raise Unreadable("low_confidence", "The question names several parts of a company; ask for one.")
        slots.use(*between)
    if found:
        column = slots.get(found[0], "part")[0]
        texts = [text for index in found for text in slots.get(index, "part")[1]]
        _part(slots, found[0], " or ".join(slots.items[index].text for index in found), tuple(sorted({*texts})), column)
        slots.use(*found)
        slots.parts = len(found)
    for index in slots.free("part_word"):
        if any(slots.has(near, "part", "place") and near in slots.used for near in (index - 1, index + 1, index + 2)):
            slots.use(index)
    if not slots.parts and slots.series and not any(True for _ in slots.all("largest", "smallest", "most")):
        _by_parts(slots, slots.series.part)


def _by_parts(slots: Slots, part: str) -> None:
    """ "The revenue of each of Acme's segments"."""
    for index in slots.free("part_word"):
        if any(slots.has(near, "which", "how_many") for near in range(max(index - 3, 0), index)):
            continue
        each = [near for near in range(max(index - 4, 0), index) if slots.norm(near).split()[0] in ("each", "every")]
        listed = slots.norm(index).endswith("s") or each or (slots.has(index + 1, "measure") and not slots.has(index - 1, "article"))
        if listed and part not in slots.by and not slots.has(index - 1, "group"):
            slots.by.append(part)
            slots.use(index, *each)


def _part(slots: Slots, index: int, label: str, texts: tuple[str, ...], column: str = "") -> None:
    if slots.series is None:
        return
    if slots.texts:
        raise Unreadable("low_confidence", "The question names several parts of a company; ask for one.")
    slots.use(index)
    slots.texts.append(TextFilter(column or slots.series.part, texts, label))
