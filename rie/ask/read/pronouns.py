"""What a question points back to with a pronoun: "who bought it?", "when was that announced?", "who runs the company?"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rie.ask.form import Item, LogicalForm, Not, Ref, RoleFilter, Sense
from rie.ask.names import english
from rie.ask.parse import Unreadable

_THINGS = ("it", "its", "that company", "this company", "the same company", "that startup", "that investor")
_SEVERAL = ("they", "them", "their")
_FOUND = ("they", "them", "their", "those", "these", "of them", "of those", "of these", "those companies", "these companies", "any of them")
_PEOPLE = ("he", "she", "his", "her", "him")
_OWNERS = ("its", "their", "his", "her")


def points_back(items: Sequence[Item]) -> int | None:
    """The item that means nothing without a question before: "that" of "when was that announced?", "the company"; None if there is none."""
    if any(item.has("entity") for item in items):
        return None
    return next((index for index in range(1, len(items)) if _is_bare_that(items, index) or _is_the_company(items, index)), None)


def _is_bare_that(items: Sequence[Item], index: int) -> bool:
    if items[index].norm not in ("that", "this") or items[index - 1].norm not in english.AUXILIARIES:
        return False
    after = items[index + 1] if index + 1 < len(items) else None
    return after is None or after.has("verb", "past", "happen", "light", "prep") or not after.norm.isalnum()


def _is_the_company(items: Sequence[Item], index: int) -> bool:
    """ "the company" that no clause tells apart and that is no word of "which is the company with ...": it ends, owns or acts."""
    if items[index - 1].norm not in ("the", "this", "that"):
        return False
    if items[index].has("role", "generic") and index + 1 < len(items) and items[index + 1].has("poss"):
        return True
    if not items[index].has("generic") or items[index].norm.endswith("s"):
        return False
    if any(item.has("largest", "smallest", "most", "least", "latest", "earliest", "active", "place", "period") for item in items):
        return False
    ends = all(not item.norm.isalnum() for item in items[index + 1 :])
    return ends or (index > 1 and items[index - 2].norm in ("did", "does", "has"))


def referred(items: Sequence[Item], base: LogicalForm) -> list[Item] | None:
    """The question with a name in place of each pronoun; None where it has none, or it is not clear whom it means.

    Args:
        items: of the question.
        base: the form of the question before. Only one that names somebody, and asks for no other names, says who is meant.
    """
    place = points_back(items)
    role = items[place].get("role", base.fact) if place is not None else None
    named = [item for item in base.filters if isinstance(item, RoleFilter) and role in (None, item.role)]
    if len(named) != 1 or len(named[0].refs) != 1 or any(isinstance(item, Not) for item in base.filters):
        return None
    ref = named[0].refs[0]
    pronouns = _PEOPLE if ref.kind == "person" else (*_THINGS, *_SEVERAL)
    if base.role is not None and ref.kind != "person" and base.agg != "holder":
        return None
    if place is not None and items[place].norm in ("that", "this"):
        return None
    found = list(_replaced(items, ref, pronouns, place))
    return found if any(item.has("entity") for item in found) else None


def check_several(items: Sequence[Item], base: LogicalForm, named: Collection[str], place: str | None = None) -> None:
    """Whether "they", who were found by the question before, would be lost with what they were found by.

    Args:
        items: of the question.
        base: the form of the question before.
        named: the roles that the question has names for.
        place: the role whose seats it asks for, if it does.

    Raises:
        Unreadable: "did they back Globex too?" after "Who backed Acme?", "where are they based?" of others than the layer's own.
    """
    several = any(item.norm in _FOUND for item in items) and base.role is not None and base.agg in ("list", "facts", "distinct")
    found_by = {item.role for item in base.filters if isinstance(item, RoleFilter)}
    if several and (found_by & {*named} or place not in (None, base.role)):
        raise Unreadable("low_confidence", "It is not clear who is meant; ask again with a name.")


def _replaced(items: Sequence[Item], ref: Ref, pronouns: Sequence[str], place: int | None) -> Iterator[Item]:
    for index, item in enumerate(items):
        if item.norm not in pronouns and index != place:
            if index + 1 != place:
                yield item
            continue
        yield Item(item.text, item.norm, item.start, item.end, (Sense("entity", (ref,)),), True)
        if item.norm in _OWNERS:
            yield Item("'s", "'s", item.end, item.end, (Sense("poss"),))


__all__ = ["check_several", "points_back", "referred"]
