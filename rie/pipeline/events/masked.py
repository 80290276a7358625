"""A text with its mentions as marks that patterns can name: "‹P12›, aged 44, is the new ‹T13› of ‹C14›"."""

from collections.abc import Mapping, Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Item


def kinds_of(pack: Pack, event: Event) -> dict[str, str]:
    """The letter of each label in masks of an event: P for who plays its ties, T for posts, D for its days, C for names of companies.

    Args:
        pack: whose labels say what names a company.
        event: that ties people to posts.
    """
    posts = {label: "T" for spec in event.roles.values() if spec.paired for label in spec.labels}
    days = {label: "D" for spec in event.roles.values() if spec.as_before for label in spec.labels}
    people = {label: "P" for role in event.tie for label in event.roles[role].labels if pack.labels[label].entity}
    homes = {label: "C" for spec in event.roles.values() if spec.required for label in spec.labels if pack.labels[label].entity}
    return {**homes, **days, **posts, **people}


def masked(items: Sequence[Item], text: str, start: int, end: int, kinds: Mapping[str, str]) -> str:
    """The characters from `start` to `end` with each mention of a kind as a mark: its letter and its number among the items."""
    parts: list[str] = []
    at = start
    inside = ((number, item) for number, item in enumerate(items)
              if not item.key and start <= item.start and item.end <= end and item.label in kinds)
    for number, item in sorted(inside, key=lambda one: one[1].start):
        if item.start >= at:
            parts += [text[at : item.start], f"‹{kinds[item.label]}{number}›"]
            at = item.end
    return "".join([*parts, text[at:end]])
