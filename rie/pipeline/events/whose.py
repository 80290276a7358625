"""Whose post it is that somebody takes up or leaves in a story of several companies: the one that has the person's name, or that the words
behind the post mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.events.references import antecedent
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.values.name import fold

REACH = 80  # characters before a name in which it is told that somebody comes from there
SHORTEST = 4  # letters of a last name
_AT = re.compile(r" (?:at|of|with) (?:the )?")
_GENITIVE = re.compile(r"['\u2019]s? (?:[a-z-]+ ){0,2}")
_ADJECTIVES = re.compile(r" (?:[a-z-]+ ){0,2}")
_ITS = {"its", "their"}
_FROM = re.compile(
    r"\b(?:former(?:ly)?|previously|ex|once|until recently|most recently|at present|currently|retired|past)\b[ -][^.;,]{0,50}"
    r"\b(?:of|at|with|from|for)\b(?: the)?(?: [a-z-]+){0,4} $"
    r"|(?-i:[A-Z])[\w\u2019'-]+, (?:formerly )?(?:of|from|at) (?:the )?$", re.IGNORECASE)
_APPOSED = re.compile(
    r", (?:(?:an?|the|now|currently|formerly|former|also|its) )*(?:(?!(?:was|is|has|will|who|which) )[\w-]+ ){1,5}"
    r"(?:of|at|with|for|in) (?:the |its )?<?")
_SAYS = re.compile(r"(?: (?:also|further|today|yesterday|on \w+|has|have))* (?:said|says|announced|announces|added|reported)\b")
_TITLED = re.compile(r",?(?:['\u2019]s?)? ")
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
            meant = _teller(event, frame, role, items, text, joined=joined)
            meant = _meant(event, frame, items, labels, text) if meant is None else meant
            meant = _possessor(event, frame, items, labels, text) if meant is None else meant
            if meant is None and role in frame.inferred:
                behind, namesake = _behind(event, frame, items, labels, text), _namesake(event, frame, items, labels)
                meant = behind if behind is not None else namesake
            if meant is not None:
                frame.roles[role] = [(meant, max(INFERRED, *(score for _, score in frame.roles.get(role, [(0, INFERRED)]))))]


def _teller(event: Event, frame: Frame, role: str, items: Sequence[Item], text: str, *, joined: Sequence[Frame]) -> int | None:
    """ "Acme said Roe, a director of Globex, was named to its board", "Acme named Globex chairman Jane Roe to its board": who tells it or
    appoints, or whom the one left whom she succeeds, where the company of the change is only the one that she comes from.
    """
    home, person, verb = frame.first(role), frame.first(event.tie[0]), items[frame.trigger]
    if home is None or person is None or {items[home].sentence, items[person].sentence} != {verb.sentence}:
        return None
    told = next((i for i in range(min(person, home, frame.trigger)) if items[i].sentence == verb.sentence
                 and items[i].label in event.roles[role].labels), None)
    apposed = person < home < frame.trigger and _APPOSED.fullmatch(text, items[person].end, items[home].start)
    if apposed and (left := _left(event, frame, role, joined, items)) is not None:
        return left
    if told is None or items[told].identity == items[home].identity:
        return None
    titled = frame.trigger < home == person - 2 and _TITLED.fullmatch(text, items[home].end, items[person - 1].start) \
        and _TITLED.fullmatch(text, items[person - 1].end, items[person].start)
    if not titled and not (apposed and _SAYS.match(text, items[told].end)):
        return None
    taken = {items[home].identity, items[person].identity}
    return told if items[told].entity else antecedent(told, items, taken)


def _left(event: Event, frame: Frame, role: str, joined: Sequence[Frame], items: Sequence[Item]) -> int | None:
    """The company that somebody is told in another sentence to have left, whose posts a change is about."""
    names = [name for name, spec in event.roles.items() if spec.paired]
    posts = {i for name in names for i, _ in frame.roles.get(name, ()) if items[i].sentence != items[frame.trigger].sentence}
    others = (other for other in joined if other.event == frame.event and not other.roles.keys() & set(event.tie[:-1]))
    return next((other.first(role) for other in others if posts & {i for name in names for i, _ in other.roles.get(name, ())}), None)


def _meant(event: Event, frame: Frame, items: Sequence[Item], labels: set[str], text: str) -> int | None:
    """ "Of the bakery": the only company of the text whose name ends so."""
    posts = (items[i] for role, spec in event.roles.items() if spec.paired for i, _ in frame.roles.get(role, ()))
    kinds = {match["kind"] for post in posts if (match := _OF_THE.match(text, post.end))}
    return _only(items, labels, lambda words: bool(kinds) and words[-1] in kinds and len(words) > 1)


def _possessor(event: Event, frame: Frame, items: Sequence[Item], labels: set[str], text: str) -> int | None:
    """ "Becomes Acme's regional president and takes a seat on its board": the name in the genitive right before the post, or the last one
    of the sentence, where "its" is said and nothing else.
    """
    post = min((i for role, spec in event.roles.items() if spec.paired for i, _ in frame.roles.get(role, ())), default=0)
    before = items[post - 1] if post else None
    if before is None or before.sentence != items[post].sentence or post < frame.trigger:
        return None
    if before.label in labels and before.entity and _GENITIVE.fullmatch(text, before.end, items[post].start):
        return post - 1
    if before.text.lower() not in _ITS or not _ADJECTIVES.fullmatch(text, before.end, items[post].start):
        return None
    named = (i for i in range(post - 1, -1, -1) if items[i].sentence == before.sentence and items[i].label in labels and items[i].entity)
    inferred = any(role in frame.inferred for role, spec in event.roles.items() if spec.infer_subject)
    last = next(named, None) if inferred else None
    return last if last is not None and _GENITIVE.match(text, items[last].end) else None


def comes_from(name: Item, text: str) -> bool:
    """Whether the words before a name make it one where somebody was or is besides: "Roe, of Acme," or "a former director of Acme"."""
    return bool(_FROM.search(text[max(name.start - REACH, 0) : name.start]))


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
