"""What "the company", "it" and "we" stand for: names of the sentence, of those before, or the document's subject."""

from collections.abc import Sequence
from typing import Any

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item

OWN = {"we", "our"}
SUBJECTS = {"he", "she"}
Cast = dict[tuple[str, str], set[Any]]


def cast_of(found: list[Frame], items: Sequence[Item]) -> Cast:
    """Who plays which role of which kind of event anywhere in the document."""
    cast: Cast = {}
    for frame in found:
        for role, players in frame.roles.items():
            cast.setdefault((frame.event, role), set()).update(items[i].identity for i, _ in players if items[i].entity)
    return cast


def others_of(cast: Cast, event: str, role: str) -> set[Any]:
    """Who plays another role in that kind of event, and never this one: an investor is not the company that raises."""
    elsewhere = set().union(*(who for (kind, other), who in cast.items() if kind == event and other != role))
    return elsewhere - cast.get((event, role), set())


def resolve_references(pack: Pack, frame: Frame, items: Sequence[Item], cast: Cast) -> None:
    """Put names in the place of the references that play roles of a frame; one that stands for nothing plays none.

    Who plays another role elsewhere is left out, unless that leaves nobody and the role is one of many deals: who sells one thing may have
    bought another. Who leaves one post may well take up another.
    """
    for role, players in list(frame.roles.items()):
        here = {items[i].identity for other, ps in frame.roles.items() if other != role for i, _ in ps}
        taken = here | others_of(cast, frame.event, role)
        again = pack.events[frame.event].roles[role].distinct
        tied = role in pack.events[frame.event].tie
        named = [(_named(i, items, here if tied and items[i].text.lower() in SUBJECTS else taken, here if again else taken)
                  if refers(items[i]) else i, score) for i, score in players]
        frame.roles[role] = [(i, score) for i, score in named if i is not None]
        if not frame.roles[role]:
            del frame.roles[role]


def _named(number: int, items: Sequence[Item], taken: set[Any], here: set[Any]) -> int | None:
    found = antecedent(number, items, taken)
    return found if found is not None or here == taken else antecedent(number, items, here)


def antecedent(number: int, items: Sequence[Item], taken: set[Any]) -> int | None:
    """What a word refers to: the name that the text defines it for, else the first name of its sentence before it, else of the sentences
    before, else the document's subject.

    Who speaks of "we" and "our" speaks of the subject. "The company" is the one that the title names, rather than another of the same
    sentence or one that is named nowhere else. Names behind prepositions are left out.
    """
    here = items[number]
    if here.meant is not None and items[here.meant].identity not in taken:
        return here.meant
    label = str(here.refers)
    subject = subject_of(items, {label}, here.entry)
    if subject is not None and items[subject].key and here.text.lower() in OWN:
        return subject
    topic = topic_of(items, label) if here.text.lower().startswith("the ") else None
    for distance in (0, 1, 2):
        named = [other for other in range(number) if items[other].sentence == here.sentence - distance and items[other].label == label
                 and here.entry in {None, items[other].entry}
                 and not items[other].in_title and not items[other].indirect and items[other].identity not in taken]
        if named:
            return _first_of(named, items, topic if topic is not None and items[topic].identity not in taken else None)
    told = subject is not None and not items[subject].indirect and items[subject].identity not in taken
    return subject if told else _titled(items, label, here, taken)


def _titled(items: Sequence[Item], label: str, here: Item, taken: set[Any]) -> int | None:
    """Whom "we" and "the company" mean where the text names only others: the one name of the title, as of "Hooli annual report 2021"."""
    titled = [i for i, item in enumerate(items) if item.in_title and item.label == label and item.entity]
    alone = len({items[i].identity for i in titled}) == 1 and items[titled[0]].identity not in taken
    return titled[0] if alone and here.text.lower() in {*OWN, "the company"} else None


def _first_of(named: Sequence[int], items: Sequence[Item], topic: int | None) -> int:
    """The topic where it is among the names of a sentence, or the first of them is named nowhere else; else that first one."""
    if topic is not None:
        same = [i for i in named if items[i].identity == items[topic].identity]
        only = sum(item.identity == items[named[0]].identity for item in items) == 1
        return same[0] if same else topic if only else named[0]
    return named[0]


def topic_of(items: Sequence[Item], label: str) -> int | None:
    """The one name of a kind that the title holds, as the text writes it; where it holds none, whom the text is about."""
    titled = {item.identity for item in items if item.in_title and item.label == label and item.entity}
    if len(titled) != 1:
        return next((i for i, item in enumerate(items) if item.topic and item.label == label), None)
    return next((i for i, item in enumerate(items) if item.identity in titled and not item.in_title and item.label == label), None)


def subject_of(items: Sequence[Item], labels: set[str], entry: int | None = None) -> int | None:
    """The document's subject: what its metadata names, else the first such name of its text, else of its title; in a digest the entry's."""
    named = [i for i, item in enumerate(items) if item.label in labels and item.entity and entry in {None, item.entry}]
    told = next((i for i in named if items[i].key), None)
    return told if told is not None else next((i for i in named if not items[i].in_title), named[0] if named else None)


def refers(item: Item) -> bool:
    """Whether a mention is a word that stands for a name."""
    return item.refers is not None
