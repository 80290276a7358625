"""Is every word of a question explained by a slot or by what it asks for?"""

from __future__ import annotations

from rie.ask.names import english
from rie.ask.slots.state import Slots

_FREE = ("function", "article", "filler", "aux", "poss", "which", "who", "show", "prep", "where")
_PRONOUNS = ("it", "they", "he", "she", "them", "its", "their", "his", "her", "that", "this")


def unexplained(slots: Slots) -> list[int]:
    """The items that nothing accounts for."""
    return [index for index in range(len(slots.items)) if index not in slots.used and not _is_free(slots, index)]


def _is_free(slots: Slots, index: int) -> bool:
    norm = slots.norm(index)
    if norm == "or" and slots.has(index - 1, "verb") and slots.has(index + 1, "verb"):
        return True  # "who quit or left"
    if slots.has(index, "follow"):
        ending = slots.base is not None and norm in ("only", "instead", "though") and index + 2 >= len(slots.items)
        return ending or norm in ("and", "also", "now", "then") or all(slots.has(before, "follow") for before in range(index))
    if norm == "they" and slots.base is None and slots.told:
        return True  # "when did they announce it"
    if norm in _PRONOUNS and slots.has(index, "anaphor"):
        named = any(
            slots.has(before, "entity", "generic", "role") or (slots.has(before, "value") and slots.texts) for before in range(index)
        )
        return slots.base is not None or norm in ("that", "this") or named
    if norm in ("ones", "one") and slots.has(index - 1, "value", "place") and index - 1 in slots.used:
        return True  # "the interim ones"
    if norm == "new":
        return slots.has(index + 1, "value", "noun", "article") or _is_post(slots, index + 1)
    if _is_post(slots, index):
        return True
    if norm == "came" and slots.norm(index + 1) == "from" and slots.has(index + 2, "part", "article"):
        return all(slots.norm(before) != "how much of" for before in range(index))  # "how much revenue came from coatings"
    if slots.has(index, "happen") and norm not in ("came", "come up", "there"):
        return slots.spoken
    if norm in ("somebody", "someone") and slots.person_role:
        return True  # "who made somebody their COO"
    if norm == "back" and slots.has(index + 1, "prep") and slots.has(index + 2, "period"):
        return True  # "who was CFO back in 2016"
    if slots.has(index, "seat"):
        return any(True for _ in slots.all("place"))
    return slots.has(index, *_FREE) or norm in english.FUNCTION or norm in english.NEUTRAL


def _is_post(slots: Slots, index: int) -> bool:
    """ "the post of CFO", "who left their job": the word for a post says nothing more where a post or a change is told."""
    holder = slots.layer.holder
    if holder is None or slots.get(index, "attribute") != holder.post:
        return False
    columns = {*(item.column for item in slots.texts), *(item.column for item in slots.values)}
    return not columns.isdisjoint((holder.post, holder.action))
