"""Whose post it is that somebody takes up or leaves in a story of several companies: the one that has the person's name, or that the words
behind the post mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.values.name import fold

SHORTEST = 4  # letters of a last name
_AT = re.compile(r" (?:at|of|with) (?:the )?")
_OF_THE = re.compile(r",? (?:of|at|for) the (?P<kind>[a-z]{3,})\b(?![ -][a-z]+ (?:of|at)\b)")


def name_whose(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give changes the company that the words behind their post mean; those whose company no words tell, the one of the person's name.

    "Named her general manager of the bakery" is about Roe's Bakery, whoever named her; "Roe will step down as president" is too, rather
    than about the group that buys it.
    """
    for frame in joined:
        event = pack.events[frame.event]
        for role in (role for role, spec in event.roles.items() if spec.infer_subject and event.tie):
            labels = set(event.roles[role].labels)
            meant = _meant(event, frame, items, labels, text)
            if meant is None and role in frame.inferred:
                behind, namesake = _behind(event, frame, items, labels, text), _namesake(event, frame, items, labels)
                meant = behind if behind is not None else namesake
            if meant is not None:
                frame.roles[role] = [(meant, max(INFERRED, *(score for _, score in frame.roles.get(role, [(0, INFERRED)]))))]


def _meant(event: Event, frame: Frame, items: Sequence[Item], labels: set[str], text: str) -> int | None:
    """ "Of the bakery": the only company of the text whose name ends so."""
    posts = (items[i] for role, spec in event.roles.items() if spec.paired for i, _ in frame.roles.get(role, ()))
    kinds = {match["kind"] for post in posts if (match := _OF_THE.match(text, post.end))}
    return _only(items, labels, lambda words: bool(kinds) and words[-1] in kinds and len(words) > 1)


def _behind(event: Event, frame: Frame, items: Sequence[Item], labels: set[str], text: str) -> int | None:
    """ "Managing director at Homeworks": the name that is tied to the post."""
    posts = (i for role, spec in event.roles.items() if spec.paired for i, _ in frame.roles.get(role, ()))
    tied = (i + 1 for i in posts if i + 1 < len(items) and _AT.fullmatch(text, items[i].end, items[i + 1].start))
    return next((i for i in tied if items[i].label in labels and items[i].entity and not items[i].key), None)


def _namesake(event: Event, frame: Frame, items: Sequence[Item], labels: set[str]) -> int | None:
    """The only company of the text that begins with the last name of the person."""
    people = (items[i] for role in event.tie for i, _ in frame.roles.get(role, ()))
    last = {words[-1] for person in people if (words := list(_words(person))) and len(words[-1]) >= SHORTEST}
    return _only(items, labels, lambda words: words[0] in last)


def _only(items: Sequence[Item], labels: set[str], fits: Callable[[list[str]], bool]) -> int | None:
    found = {item.identity: i for i, item in reversed(list(enumerate(items)))
             if item.label in labels and item.entity and (words := list(_words(item))) and fits(words)}
    return next(iter(found.values())) if len(found) == 1 else None


def _words(item: Item) -> Iterator[str]:
    """The words of a name, without the end of a genitive."""
    name = item.entity.name if item.entity else item.text
    yield from fold(re.sub(r"['\u2019]s\b", "", name)).split()
