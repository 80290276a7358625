"""Is every word of a question explained? And if not, why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rie.ask.form import Item, Refusal
from rie.ask.names import english
from rie.ask.parse import FREE, Parse, Unreadable
from rie.pack import Pack

_DOMAIN = ("noun", "typed", "verb", "role", "measure", "attribute", "value", "dimension")


def unexplained(parse: Parse) -> list[int]:
    """The items of a reading that no clause, role or function word accounts for."""
    return [index for index in range(len(parse.items)) if index not in parse.used and not _is_free(parse, index)]


def _is_free(parse: Parse, index: int) -> bool:
    if parse.norm(index) in ("only", "just", "merely") and parse.has(index + 1, "value") and index + 1 in parse.used:
        return True  # "rounds that are only rumoured"
    if parse.norm(index) in ("ones", "one") and index - 1 in parse.used and parse.has(index - 1, "value", "place"):
        return True  # "the seed ones"
    if parse.has(index, "follow"):
        ending = parse.base is not None and parse.norm(index) in ("only", "instead", "though") and index + 2 >= len(parse.items)
        return ending or parse.norm(index) in ("and", "also", "now", "then") or all(parse.has(before, "follow") for before in range(index))
    if parse.has(index, "value") and index not in parse.passive and not parse.has(index, "light", "aux"):
        return False
    if index in parse.passive or parse.noun_at(index) or parse.has(index, *FREE):
        return True
    if parse.items[index].norm in english.FUNCTION or parse.has(index, "light"):
        return True
    if parse.norm(index) in ("it", "they", "he", "she", "them"):
        return any(argument.refs and argument.last < index for argument in parse.arguments)
    return parse.has(index, "seat") and any(parse.has(near, "place", "where", "dimension") for near in range(len(parse.items)))


_OPEN: Final = "It is not clear"  # how refusals begin that do not say what else is to be asked


def explain_gap(items: Sequence[Item], pack: Pack, attempts: Sequence[Unreadable]) -> Refusal:
    """The reason and sentence for a question that has no reading."""
    unknown = [item for item in items if not item.senses or item.has("foreign")]
    period = next((item for item in items if _is_period_word(item)), None)
    if period is not None and not any(item.capital and item is not period for item in unknown):
        return Refusal("unknown_period", f"The period {period.text!r} is not understood.", (period.text,), certain=True)
    name = next((item for index, item in enumerate(items) if not item.senses and _is_name(items, index)), None)
    if name is not None and (_about_facts(items) or name.capital):
        text = _whole_name(items, name)
        return Refusal("unknown_entity", f"There is nothing named {text!r} in the data.", (text,))
    if unknown and (_about_facts(items) or any(item.has("entity") for item in items)):
        text = ", ".join(repr(item.text) for item in unknown[:3])
        return Refusal("unknown_attribute", f"The data holds nothing about {text}.", tuple(item.text for item in unknown))
    if unknown or not _about_facts(items):
        return Refusal("out_of_scope", "The question is outside of the data.", tuple(item.text for item in unknown))
    known = next((attempt for attempt in attempts if attempt.reason != "gap"), None)
    if known is not None:
        return Refusal(known.reason, str(known), certain=not str(known).startswith(_OPEN))
    left = str(attempts[0]) if attempts else ""
    return Refusal("low_confidence", f"It is not clear what {left!r} means here." if left else "The question is not clear enough.")


def _about_facts(items: Sequence[Item]) -> bool:
    return any(item.has(*_DOMAIN) for item in items)


def _is_period_word(item: Item) -> bool:
    if item.has("period", "grain", "facet") and item.senses:
        return False
    word = item.norm
    return not item.has("latest", "entity", "place") and (
        word in english.PERIOD_WORDS or (word[:1] in "qh" and word[1:].isdigit() and len(word) > 1)
    )


def _is_name(items: Sequence[Item], index: int) -> bool:
    """Whether an unknown word stands where names stand, or is written like one."""
    item = items[index]
    if item.capital and (index > 0 or (len(items) > 1 and items[1].capital)):
        return True
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    if after is not None and after.has("poss"):
        return True
    if before is not None and (before.norm in ("by", "into") or before.norm in ("did", "has", "does")):
        return True
    if before is not None and before.has("verb") and not before.has("light", "aux"):
        return True
    return before is not None and not before.senses and _is_name(items, index - 1)


def _whole_name(items: Sequence[Item], first: Item) -> str:
    position = next(index for index, item in enumerate(items) if item is first)
    words = [first.text]
    while position + 1 < len(items) and (not items[position + 1].senses or (items[position + 1].capital and first.capital)):
        position += 1
        words.append(items[position].text)
    return " ".join(words)
