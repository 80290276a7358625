"""What a question leaves out: "other than seed", "outside the US", "excluding Acme", "non-European"."""

from __future__ import annotations

from collections.abc import Sequence

from rie.ask import english
from rie.ask.form import Filter, Not, PlaceFilter, RoleFilter, TextFilter, ValueFilter
from rie.ask.parse import Parse, Unreadable

_KINDS = ("value", "typed", "place", "entity")
_LINKS = ("and", "or", ",", "nor")


def negations(parse: Parse) -> None:
    """Mark the values, places and names that a word of negation stands before. One that stands before none stays unexplained."""
    for index in parse.all("negation"):
        first = index + 1
        while parse.has(first, "article", "prep", "seat", "anaphor") or parse.norm(first) in english.NEUTRAL or _is_done_by(parse, first):
            first += 1
        kind = next((kind for kind in _KINDS if parse.has(first, kind)), None)
        if kind is None or (kind in ("value", "typed") and parse.has(first, "light", "aux")):
            continue
        parse.negated.add(first)
        while parse.norm(first + 1) in _LINKS and parse.has(first + 2, kind):
            first += 2
            parse.negated.add(first)
        parse.use(*range(index, first), index)


def _is_done_by(parse: Parse, index: int) -> bool:
    """ "not led by Acme"."""
    return parse.has(index, "verb", "past") and parse.norm(index + 1) == "by"


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
        if named or given:
            raise Unreadable("low_confidence", "What is to be left out is not among what is asked for.")
