"""Questions about the entities themselves: "Where is X based?", "How many companies are in Boston?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rie.ask.form import Item, LogicalForm, Not, PlaceFilter, Reading, Ref, RoleFilter
from rie.ask.names import english
from rie.ask.names.names import Names
from rie.pack import Pack

_FACTUAL = ("noun", "typed", "verb", "role", "measure", "value", "money", "percent", "period", "number", "attribute", "agg",
            "largest", "smallest", "most", "least", "active", "more", "less", "op", "anaphor", "compare", "how_much", "when")  # fmt: skip
_FREE = (
    "function",
    "article",
    "aux",
    "poss",
    "prep",
    "who",
    "which",
    "show",
    "seat",
    "where",
    "filler",
    "how_many",
    "generic",
    "follow",
    "group",
    "negation",
)
SELF = "self"


def entity_form(items: Sequence[Item], pack: Pack, base: LogicalForm | None, names_of: Names) -> list[Reading] | None:
    """The readings of a question that only names entities, seats and places; None when it is about facts."""
    if base is not None or pack.layer.entity is None or any(not item.senses for item in items):
        return None
    if any(
        item.has(*_FACTUAL)
        and not item.has("aux", "article", "show", "prep", "seat", "dimension", "which")
        and item.norm not in english.FUNCTION
        for item in items
    ):
        return None
    if not all(item.has("entity", "place", "dimension", *_FREE) or item.norm in english.FUNCTION for item in items):
        return None
    names = [item for item in items if item.has("entity")]
    spots = [item for item in items if item.has("place")]
    negated = [item for item in items if item.has("negation")]
    if negated and (len(negated) > 1 or len(spots) != 1 or names):
        return None
    dimension = next((item.get("dimension") for item in items if item.has("dimension")), None)
    where = any(item.has("where", "seat") for item in items)
    grouped = any(item.has("group") and item.norm != "by" for item in items) or any(item.norm in ("by", "per") for item in items)
    if any(item.has("group") for item in items) and not dimension:
        return None
    if len(names) == 1 and not spots and (dimension or where) and not grouped:
        attribute = dimension or pack.layer.entity.seat
        return [_about(ref, attribute, pack, len(names[0].get("entity")) > 1) for ref in names[0].get("entity")]
    counted = any(item.has("how_many") for item in items)
    generic = any(item.has("generic") for item in items)
    if not names and generic and (spots or (grouped and dimension and counted)) and (len(spots) <= 1 or _is_nested(spots, names_of)):
        form = _of_place(spots, pack, counted, dimension if grouped else None)
        several = (
            [] if len(spots) > 1 else [option for item in spots for pair in item.get("place") for option in names_of.homonyms.get(pair, ())]
        )
        if negated:
            return [Reading(replace(form, filters=tuple(Not(item) for item in form.filters)), 0.95)]  # type: ignore[arg-type]
        return [Reading(_narrowed(form, option), 0.95) for option in several] or [Reading(form, 0.95)]
    return None


def _narrowed(form: LogicalForm, place: tuple[str, str]) -> LogicalForm:
    return replace(form, filters=(*form.filters, PlaceFilter(SELF, (place[0],), (place[1],), place[1])))


def _about(ref: Ref, attribute: str, pack: Pack, several: bool) -> Reading:
    form = LogicalForm(pack.entity_table, "lookup", attribute=attribute, filters=(RoleFilter(SELF, (ref,)),))
    return Reading(form, 0.97, ref.name if several else "")


def _of_place(spots: Sequence[Item], pack: Pack, counted: bool, by: str | None) -> LogicalForm:
    filters = tuple(_filter(item) for item in spots)
    return LogicalForm(
        pack.entity_table, "count" if counted else "list", role=None if counted else SELF, filters=filters, by=(by,) if by else ()
    )


def _is_nested(spots: Sequence[Item], names: Names) -> bool:
    """ "Portland, Oregon": the second place tells which of the first is meant."""
    options = {option for pair in spots[0].get("place") for option in names.homonyms.get(pair, ())}
    return len(spots) == 2 and bool(options & set(spots[1].get("place")))


def _filter(item: Item) -> PlaceFilter:
    pairs = item.get("place")
    return PlaceFilter(SELF, tuple(dict.fromkeys(p[0] for p in pairs)), tuple(dict.fromkeys(p[1] for p in pairs)), item.text)
