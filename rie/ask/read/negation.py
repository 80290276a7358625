"""What a question leaves out: "other than seed", "outside the US", "excluding Acme", "non-European"."""

from __future__ import annotations

from collections.abc import Sequence

from rie.ask.form import Filter, Not, PlaceFilter, RoleFilter, TextFilter, ValueFilter
from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable

_KINDS = ("value", "typed", "place", "entity", "currency")
_LINKS = ("and", "or", ",", "nor")


def negations(parse: Parse) -> None:
    """Mark the values, places and names that a word of negation stands before. One that stands before none stays unexplained."""
    for index in parse.all("negation"):
        first = index + 1
        while (
            parse.has(first, "article", "prep", "seat", "anaphor")
            or parse.norm(first) in english.NEUTRAL
            or _is_done_by(parse, first)
            or _is_stated(parse, first)
        ):
            first += 1
        kind = next((kind for kind in _KINDS if parse.has(first, kind)), None)
        if kind is None or (kind in ("value", "typed") and parse.has(first, "light", "aux")):
            continue
        parse.negated.add(first)
        while (following := _listed(parse, first, kind)) is not None:
            first = following
            parse.negated.add(first)
        parse.use(*(between for between in range(index, first) if between not in parse.negated))
    _left_out(parse)


def _left_out(parse: Parse) -> None:
    """ "rumours left out", "with debt rounds excluded"."""
    for index in parse.all("left_out"):
        last = index - 1
        while parse.has(last, "aux", "noun") and not parse.has(last, *_KINDS):
            last -= 1
        kind = next((kind for kind in _KINDS if parse.has(last, kind)), None)
        if kind is not None and not parse.has(last, "light", "aux"):
            parse.negated.add(last)
            parse.use(index)


def _listed(parse: Parse, index: int, kind: str) -> int | None:
    """The next of a list: "the US and the UK"."""
    after = index + 2
    while parse.has(after, "article") and not parse.has(after, kind):
        after += 1
    return after if parse.norm(index + 1) in _LINKS and parse.has(after, kind) else None


def _is_done_by(parse: Parse, index: int) -> bool:
    """ "not led by Acme"."""
    return parse.has(index, "verb", "past") and parse.norm(index + 1) == "by"


def _is_stated(parse: Parse, index: int) -> bool:
    """ "rounds that were not raised in euros", "who does not report in dollars"."""
    return (parse.has(index, "verb", "past", "light") or parse.norm(index) in (*english.SETTLED, *english.PRICED)) and (
        parse.norm(index + 1) == "in" and parse.has(index + 2, "currency")
    )


def turned(item: ValueFilter | TextFilter | PlaceFilter, parse: Parse, *indexes: int) -> bool:
    """Take a filter as what must not be, if the question negates its words.

    Args:
        item: the filter that the words would be.
        parse: of the question.
        indexes: its words.
    """
    negated = bool(indexes) and all(index in parse.negated for index in indexes)
    if negated:
        parse.without.append(Not(item))
    return negated


def check_left_out(filters: Sequence[Filter]) -> None:
    """Whether what is left out could be among what is asked for.

    Raises:
        Unreadable: "Acme's rounds outside of Germany", "seed rounds other than Series A".
    """
    for item in (item.item for item in filters if isinstance(item, Not)):
        column, role = getattr(item, "column", None), getattr(item, "role", None)
        named = any(isinstance(other, RoleFilter) and other.role == role and role for other in filters)
        given = any(isinstance(other, ValueFilter | TextFilter) and other.column == column for other in filters)
        placed = isinstance(item, PlaceFilter) and any(
            isinstance(other, PlaceFilter) and other.role == role and other.attributes == item.attributes for other in filters
        )
        if named or given or placed:
            raise Unreadable("low_confidence", "What is to be left out is not among what is asked for.")
