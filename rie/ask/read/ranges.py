"""Values that follow each other: "Series B or later", "from Series A to Series C", "at most a Series B"."""

from __future__ import annotations

from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable

_ENDS = {"from": ("to", "through", "until", "-", "\u2013", "up to"), "between": ("and",)}
_TURNS = english.RISES | english.FALLS | english.DIFFERENCES
_LINKS = ("to", "through", "until", "-", "\u2013")


def ranges(parse: Parse) -> None:
    """Which values an end of a range or a comparison with one means; the values themselves are taken by `column_values`."""
    for index in parse.all("value"):
        column, value = parse.get(index, "value")
        spec = parse.layer.values.get(column)
        if spec is None or value not in spec.ordered or index in parse.ranged or index in parse.negated:
            continue
        place = spec.ordered.index(value)
        last = _last_of(parse, index, column)
        if last is not None:
            end = parse.get(last, "value")[1]
            if end not in spec.ordered or spec.ordered.index(end) <= place:
                raise Unreadable("low_confidence", f"What lies between {parse.norm(index)!r} and {parse.norm(last)!r} is not clear.")
            parse.ranged |= {index: tuple(spec.ordered[place : spec.ordered.index(end) + 1]), last: ()}
            continue
        told = _compared(parse, index)
        if told is not None:
            parse.used.add(told[1])
            parse.ranged[index] = tuple(_on_one_side(spec.ordered, place, told[0]))


def _last_of(parse: Parse, index: int, column: str) -> int | None:
    """The value at the other end of a range that begins here."""
    begins = next((i for i in (index - 1, index - 2) if parse.norm(i) in _ENDS and (i == index - 1 or _led_in(parse, index - 1))), -1)
    link = index + 1 + (parse.noun_at(index + 1) and not parse.has(index + 1, "value"))  # "from the seed round to the Series B"
    last = link + 1 + _led_in(parse, link + 1)
    if any(True for _ in parse.all("compare", "more", "less")) or any(item.norm in _TURNS for item in parse.items):
        return None
    links = _ENDS[parse.norm(begins)] if begins >= 0 else _LINKS
    if parse.norm(link) not in links or (parse.get(last, "value") or ("",))[0] != column:
        return None
    parse.used.update([link, *range(link + 1, last), *([begins] if begins >= 0 else [])])
    return last


def _led_in(parse: Parse, index: int) -> bool:
    """ "The seed", "its seed"."""
    return parse.has(index, "article") or parse.norm(index) in ("its", "their")


def _compared(parse: Parse, index: int) -> tuple[str, int] | None:
    """The comparison beside a value and where it stands."""
    if parse.has(index + 1, "op_after") and not parse.has(index + 2, "value", "entity", "period", "money", "number"):
        return parse.get(index + 1, "op_after"), index + 1
    before = index - 1 - _led_in(parse, index - 1)
    if parse.has(before, "op") and parse.get(before, "op") in (">", ">=", "<", "<="):
        return parse.get(before, "op"), before
    return None


def _on_one_side(ordered: list[str], place: int, op: str) -> list[str]:
    first = place + (op == ">") if op in (">", ">=") else 0
    last = place + (op == "<=") if op in ("<", "<=") else len(ordered)
    return ordered[first:last]
